"""The pictures and the page as a whole, looked at by a program: nothing overlaps, overflows or is cut."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

SIZES = [{"viewport": {"width": width, "height": 900}} for width in (360, 768, 1440)]
NAMES = ["360", "768", "1440"]
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])

OVERLAPS = """
() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && !one.closest(".unseen, .shapes, .contents, .skip, .return, details:not([open]) > :not(summary)");
  // What an ancestor cuts off is not seen, and cannot lie over anything.
  const clipped = (box, one) => {
    let { left, right, top, bottom } = box;
    for (let up = one; up; up = up.parentElement) {
      if (getComputedStyle(up).overflowX === "visible" || up.matches("svg")) continue;
      const edge = up.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return { left, right, top, bottom };
  };
  const boxes = [];
  for (const root of [document.querySelector(".top"), ...document.querySelectorAll("main section")]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || !shown(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const one of range.getClientRects()) {
        const box = clipped(one, node.parentElement);
        if (box.right > box.left) boxes.push({ box, node, text: node.data.trim().slice(0, 30) });
      }
    }
  }
  boxes.sort((a, b) => a.box.top - b.box.top);
  const found = [];
  for (let i = 0; i < boxes.length; i += 1) {
    for (let j = i + 1; j < boxes.length && boxes[j].box.top < boxes[i].box.bottom - 5; j += 1) {
      const a = boxes[i].box, b = boxes[j].box;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (boxes[i].node !== boxes[j].node && across > 3 && down > 5) {
        found.push(boxes[i].text + " | " + boxes[j].text);
      }
    }
  }
  return found.slice(0, 10);
}
"""
WIDE = """
() => document.scrollingElement.scrollWidth > innerWidth
  ? ["page is " + document.scrollingElement.scrollWidth + " wide"] : []
"""
CUT = """
() => Array.from(document.querySelectorAll("svg.graph text, svg.map text")).filter((text) => {
  const box = text.getBoundingClientRect(), frame = text.ownerSVGElement.getBoundingClientRect();
  return box.left < frame.left - 2 || box.right > frame.right + 2 || box.bottom > frame.bottom + 2;
}).map((text) => text.textContent)
"""


SECTIONS = (
    "top",
    "glance",
    "matrix",
    "disputed",
    "agreed",
    "numbers",
    "blame",
    "reactions",
    "linked",
    "names",
    "timeline",
    "borrowings",
)


@pytest.fixture
def shots(root: Path) -> Path:
    """Where pictures of the sections go: SAYSO_SCREENSHOTS if it is set, else out/screenshots."""
    folder = Path(os.environ.get("SAYSO_SCREENSHOTS") or root / "out" / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@SCHEMES
@pytest.mark.parametrize("watched", SIZES, indirect=True, ids=NAMES)
def test_every_section_can_be_seen(watched: Watched, shots: Path, scheme: str) -> None:
    page = watched.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    width = page.viewport_size["width"] if page.viewport_size else 0
    for name in SECTIONS:
        section = page.locator(".top" if name == "top" else f"section:has(> #{name})")
        picture = section.screenshot(path=shots / f"{name}-{width}-{scheme}.png")
        assert picture.startswith(b"\x89PNG")
    page.get_by_role("button", name="Read side by side: point 1", exact=True).click()
    assert page.screenshot(path=shots / f"abreast-{width}-{scheme}.png").startswith(b"\x89PNG")
    if width > 1000 and scheme == "light":
        page.keyboard.press("Escape")
        assert page.pdf(path=shots / "page.pdf").startswith(b"%PDF")
    assert watched.troubles == []


def _look(page: Page, scheme: str) -> list[str]:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    return [*page.evaluate(WIDE), *page.evaluate(OVERLAPS), *page.evaluate(CUT)]


@SCHEMES
@pytest.mark.parametrize("watched", SIZES, indirect=True, ids=NAMES)
def test_nothing_overlaps_overflows_or_is_cut(watched: Watched, scheme: str) -> None:
    assert _look(watched.page, scheme) == []
    watched.page.get_by_role("button", name="Unfold all").click()
    assert _look(watched.page, scheme) == []


@pytest.mark.parametrize("watched_many", SIZES, indirect=True, ids=NAMES)
def test_nothing_overlaps_with_many_reports(watched_many: Watched) -> None:
    assert _look(watched_many.page, "light") == []
    assert watched_many.troubles == []


ODD = [(name, width) for name in ("hundred", "right to left", "alone", "undated") for width in (360, 1440)]


@pytest.mark.parametrize("watched_odd", ODD, indirect=True, ids=[f"{name}-{width}" for name, width in ODD])
def test_nothing_overlaps_whatever_the_dossier(watched_odd: Watched) -> None:
    assert _look(watched_odd.page, "light") == []
    assert watched_odd.troubles == []


@pytest.mark.parametrize("watched_odd", [("example", 390), ("example", 820)], indirect=True)
def test_nothing_overlaps_in_the_example_with_everything_unfolded(watched_odd: Watched) -> None:
    watched_odd.page.get_by_role("button", name="Unfold all").click()
    assert _look(watched_odd.page, "dark") == []


def test_words_of_a_report_far_down_come_into_view(watched_many: Watched) -> None:
    page = watched_many.page
    page.emulate_media(reduced_motion="reduce")
    page.locator("#matrix").scroll_into_view_if_needed()
    page.locator(".matrix tbody td a.chip").last.click()
    page.wait_for_timeout(100)
    assert page.locator("mark:target").is_visible()
    assert page.evaluate(
        """() => { const box = document.querySelector("mark:target").getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight; }"""
    )


@pytest.mark.parametrize("watched", SIZES[2:], indirect=True)
@pytest.mark.parametrize(
    "picture", ["#matrix", "#graph-sources", "#graph-people", "svg.map", "figure.lanes", "figure.ranges"]
)
def test_every_picture_is_there_and_leads_on_by_keyboard(watched: Watched, picture: str) -> None:
    page = watched.page
    region = page.locator(picture).locator("xpath=ancestor-or-self::*[self::section or self::figure][1]")
    links = region.locator("a[href^='#']:visible")
    assert links.count() > 0
    links.last.focus()
    assert page.evaluate("document.activeElement.getAttribute('href')") == links.last.get_attribute("href")
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById(location.hash.slice(1)) !== null")
    assert watched.troubles == []


@pytest.mark.parametrize("picture", ["#graph-sources", "#graph-people", "svg.map"])
def test_every_drawing_has_the_same_in_words(watched: Watched, picture: str) -> None:
    words = watched.page.locator(f"figure:has({picture}) ul.spoken li")
    assert words.count() > 0
    assert all(text.strip() for text in words.all_text_contents())


@pytest.mark.parametrize("watched", [SIZES[2] | {"java_script_enabled": False}], indirect=True)
def test_pictures_need_no_script(watched: Watched) -> None:
    for picture in (".matrix", "#graph-sources", "#graph-people", "svg.map", "figure.lanes", "figure.ranges"):
        box = watched.page.locator(picture).first.bounding_box()
        assert box
        assert box["height"] > 20


def test_the_printed_page_has_the_pictures_and_no_controls(watched: Watched) -> None:
    with pypdfium2.PdfDocument(BytesIO(watched.page.pdf())) as printed:
        text = "".join(page.get_textpage().get_text_range() for page in printed)
    for words in ("Who answers what", "The Reed Front", "What was said of it", "in its own voice"):
        assert words in text
    for words in ("Side by side", "Read side by side", "Unfold all"):
        assert words not in text

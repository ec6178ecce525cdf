from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

PHONE, TABLET, DESK = ({"viewport": {"width": width, "height": 900}} for width in (360, 768, 1440))
SIZES = pytest.mark.parametrize("watched", [PHONE, TABLET, DESK], indirect=True, ids=["360", "768", "1440"])
WITHOUT_SCRIPT = [PHONE | {"java_script_enabled": False}, DESK | {"java_script_enabled": False}]

LEADS = """
() => Array.from(document.querySelectorAll(".readings blockquote a"))
  .map(link => [link.hash, link.textContent])
"""
VISIBLE = """
id => {
  const mark = document.getElementById(id), box = mark.getClientRects()[0];
  const x = box.left + Math.min(4, box.width / 2), y = box.top + box.height / 2;
  const seen = document.elementFromPoint(x, y);
  return Boolean(seen) && (mark.contains(seen) || seen.contains(mark) && seen.tagName === "MARK");
}
"""


def _spread(page: Page) -> list[str]:
    wide: list[str] = page.evaluate(
        """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
        Array.from(document.querySelectorAll("body *"))
          .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
          .map(one => one.tagName + "." + one.className).slice(0, 5).concat("page")"""
    )
    return wide


def _grave(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds serious or critical, with the first places of it."""
    return [
        (one["id"], [node["html"][:200] for node in one["nodes"][:3]])
        for one in Axe().run(page).response["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


def _choose(page: Page, target: str) -> None:
    page.evaluate("target => { location.hash = target; }", target)
    page.wait_for_timeout(30)


@SIZES
def test_it_opens_without_a_network_or_an_error(watched: Watched) -> None:
    assert "Ostrel" in (watched.page.text_content("h1") or "")
    assert watched.page.locator(".tools").is_visible()
    assert watched.troubles == []


@SIZES
def test_nothing_overflows_folded_or_unfolded(watched: Watched) -> None:
    assert _spread(watched.page) == []
    watched.page.get_by_role("button", name="Unfold all").click()
    assert watched.page.locator("main details:not([open])").count() == 0
    assert _spread(watched.page) == []


@SIZES
def test_every_claim_leads_to_its_highlighted_words(watched: Watched) -> None:
    page = watched.page
    page.emulate_media(reduced_motion="reduce")
    leads = page.evaluate(LEADS)
    assert len(leads) > 20
    for target, words in leads:
        _choose(page, target)
        mark = page.locator(f"[id='{target[1:]}']")
        assert mark.evaluate("mark => mark.matches('mark:target')")
        text = mark.evaluate(
            "mark => { const copy = mark.cloneNode(true);"
            " copy.querySelectorAll('.back').forEach(one => one.remove()); return copy.textContent; }"
        )
        assert text == words
        assert page.evaluate(VISIBLE, target[1:]), target


@pytest.mark.parametrize("watched", WITHOUT_SCRIPT, indirect=True, ids=["360", "1440"])
def test_a_value_leads_to_its_words_without_script(watched: Watched) -> None:
    page = watched.page
    page.locator("#p1 .value a").first.click()
    assert page.locator("mark:target").text_content() == "kills six"
    assert not page.locator(".tools").is_visible()
    page.locator("mark:target + .back a").first.click()
    assert page.url.endswith("#p1")


@pytest.mark.parametrize("watched", [PHONE], indirect=True)
def test_a_chosen_word_shows_the_way_back(watched: Watched) -> None:
    page = watched.page
    page.locator("#p1 .value a").first.click()
    page.get_by_role("link", name="Back to point 1", exact=True).last.click()
    page.wait_for_url("**#p1")
    page.locator("#return").wait_for(state="hidden")


def test_it_can_be_used_by_keyboard(watched: Watched) -> None:
    page = watched.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "account"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.value') !== null"):
            break
    page.keyboard.press("Enter")
    assert page.locator("mark:target").text_content() == "kills six"


def test_points_can_be_filtered_and_the_number_is_announced(watched: Watched) -> None:
    page = watched.page
    page.get_by_label("Find a point").fill("merel")
    assert page.locator(".point:visible").count() == 2
    assert "2 of " in (page.locator("#found").text_content() or "")
    page.get_by_label("Find a point").fill("")
    assert page.locator(".point:visible").count() == page.locator(".point").count()


@SIZES
def test_a_chosen_finding_shows_its_words_in_every_report_and_who_is_silent(watched: Watched) -> None:
    page = watched.page
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Read side by side: point 1", exact=True).click()
    stances = page.locator(".stance").all_text_contents()
    assert stances[0] == "The Daily Bell gives: 6"
    assert "is silent on this." in stances[2]
    assert "reports speak of this" in (page.locator("#voices").text_content() or "")
    assert page.locator("mark.chosen").count() > 1
    for number in (1, 2):
        mark = page.locator(f"#r{number} mark.chosen").first
        box, column = mark.bounding_box(), page.locator(f"#r{number}").bounding_box()
        assert box
        assert column
        assert column["y"] <= box["y"] <= column["y"] + column["height"]
    assert _spread(page) == []
    assert page.evaluate("document.activeElement.id") == "asked"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "compare"
    assert watched.troubles == []


def test_the_reading_view_needs_no_mouse(watched: Watched) -> None:
    page = watched.page
    page.locator("#p1 .compare").focus()
    page.keyboard.press("Enter")
    assert page.locator("#asked").input_value() == "p1"
    page.keyboard.press("ArrowDown")
    assert page.locator("#asked").input_value() == "p2"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.report')"):
            break
    assert page.evaluate("document.activeElement.matches('.report')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "compare"
    assert watched.troubles == []


def test_findings_can_be_gone_through_one_by_one(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("button", name="Next finding").click()
    page.get_by_role("button", name="Next finding").click()
    assert page.locator("#asked").input_value() == "p2"
    page.get_by_role("button", name="Previous finding").click()
    assert page.locator("#asked").input_value() == "p1"
    page.get_by_role("button", name="Back to the account").click()
    assert page.locator("main").evaluate("main => main.inert") is False


def test_a_name_in_a_graph_shows_its_arrows_alone(watched: Watched) -> None:
    page = watched.page
    page.locator("#graph-sources [data-node='r1']").focus()
    assert page.locator("#graph-sources .edge.lit").count() > 0
    assert page.locator("#graph-sources .edge:not(.lit)").count() > 0
    page.locator("#graph-sources [data-node='r1']").blur()
    assert page.locator("#graph-sources .edge.lit").count() == 0


def test_hostile_content_is_inert(watched: Watched) -> None:
    page = watched.page
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert page.locator("a[href^='javascript:' i]").count() == 0
    assert page.evaluate("document.querySelectorAll('[onerror],[onclick],[style]').length") == 0
    blocked = page.evaluate(
        """() => new Promise(done => {
          addEventListener("securitypolicyviolation", event => done(event.violatedDirective), {once: true});
          const script = document.createElement("script");
          script.textContent = "window.broken = true";
          document.body.append(script);
        })"""
    )
    assert blocked.startswith("script-src")
    assert page.evaluate("window.broken") is None


def test_a_name_with_direction_controls_turns_nothing_around(watched: Watched) -> None:
    directions = watched.page.evaluate(
        "() => Array.from(document.querySelectorAll('h1, h2, .question, .count'))"
        ".map(one => getComputedStyle(one).direction)"
    )
    assert set(directions) == {"ltr"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@SIZES
def test_axe_finds_nothing_serious(watched: Watched, scheme: str) -> None:
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    watched.page.get_by_role("button", name="Unfold all").click()
    assert _grave(watched.page) == []
    watched.page.get_by_role("button", name="Read side by side: point 1", exact=True).click()
    assert _grave(watched.page) == []


@pytest.mark.parametrize("watched_odd", [("alone", 1440), ("right to left", 360)], indirect=True)
def test_axe_finds_nothing_serious_in_odd_dossiers(watched_odd: Watched) -> None:
    assert _grave(watched_odd.page) == []


def test_headings_follow_in_order(watched: Watched) -> None:
    levels = watched.page.evaluate(
        "() => Array.from(document.querySelectorAll('h1, h2, h3, h4')).map(one => Number(one.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_prints_with_everything_unfolded(watched: Watched) -> None:
    page = watched.page
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="print")
    hidden = page.evaluate(
        """() => { dispatchEvent(new Event("beforeprint"));
        const folded = document.querySelectorAll("details:not([open])").length;
        dispatchEvent(new Event("afterprint"));
        return folded; }"""
    )
    assert hidden == 0
    assert page.locator("main details:not([open])").count() > 0
    assert not page.locator(".contents").is_visible()

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SMALLEST = 8.0
"""CSS pixels: 6 points, of which only ids are set."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_brief_fits_every_screen_and_can_be_read_by_all(
    browser: Browser, brief_file: Path, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_offline(True)
    watched = Watched(context.new_page())
    watched.page.goto(brief_file.as_uri())
    assert watched.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    found = Axe().run(watched.page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []
    assert watched.troubles == []
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("reports", ["few", "a hundred"])
def test_the_brief_prints_on_one_sheet(
    browser: Browser, brief_file: Path, crowded_brief: Path, paper: str, reports: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((brief_file if reports == "few" else crowded_brief).as_uri())
    with pypdfium2.PdfDocument(BytesIO(page.pdf(format=paper))) as printed:
        assert len(printed) == 1
        text = printed[0].get_textpage().get_text_range()
    for words in (
        "What the reports say",
        "What is disputed",
        "What is unknown",
        "What to ask next",
        "Made with",
    ):
        assert words in text
    context.close()


def test_nothing_of_the_brief_is_printed_too_small_to_read(browser: Browser, brief_file: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(brief_file.as_uri())
    smallest = page.evaluate(
        "() => Math.min(...Array.from(document.querySelectorAll('main *'))"
        ".filter((one) => one.textContent.trim()).map((one) => parseFloat(getComputedStyle(one).fontSize)))"
    )
    assert smallest >= SMALLEST
    context.close()

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from sayso.render import render_brief_html, render_html
from tests.render.factory import make_dossier, make_report
from tests.render.places import with_all_pictures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LONG_WORD = "x" * 10_000


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def dossier_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented incident and a report that is one endless word, as a page on disk."""
    endless = make_report(f"{LONG_WORD}.txt", f"{LONG_WORD}\n\n{LONG_WORD}", outlet=LONG_WORD)
    dossier = with_all_pictures(make_dossier())
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    path.write_text(render_html(replace(dossier, reports=(*dossier.reports, endless))), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def many_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented incident beside twenty more reports, as a page on disk."""
    more = [
        make_report(f"{n}.txt", f"Report {n}\n\nOf something else.", outlet=f"The Long-Named Outlet {n}")
        for n in range(20)
    ]
    dossier = with_all_pictures(make_dossier())
    path = tmp_path_factory.mktemp("many") / "dossier.html"
    path.write_text(render_html(replace(dossier, reports=(*dossier.reports, *more))), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def brief_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented incident on one page."""
    path = tmp_path_factory.mktemp("brief") / "brief.html"
    path.write_text(render_brief_html(make_dossier()), encoding="utf-8")
    return path


class Watched:
    """A page that notes every error and every request that would leave the machine."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.troubles: list[str] = []
        page.on("console", lambda message: self.troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.troubles.append(f"dialog: {dialog.message}"))
        page.route(lambda url: not url.startswith("file:"), self._refuse)

    def _refuse(self, route: Route) -> None:
        self.troubles.append(f"request: {route.request.url}")
        route.abort()


@pytest.fixture
def watched_many(browser: Browser, many_file: Path, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """The page with many reports, opened as ``watched`` is."""
    yield from _open(browser, many_file, request)


@pytest.fixture
def watched(browser: Browser, dossier_file: Path, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """The page opened from disk without a network; options by indirect parametrization."""
    yield from _open(browser, dossier_file, request)


def _open(browser: Browser, file: Path, request: pytest.FixtureRequest) -> Iterator[Watched]:
    context = browser.new_context(**getattr(request, "param", {"viewport": {"width": 1440, "height": 900}}))
    context.set_offline(True)
    watched = Watched(context.new_page())
    watched.page.goto(file.as_uri())
    yield watched
    context.close()

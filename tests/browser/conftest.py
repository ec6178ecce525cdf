from __future__ import annotations

import json
import runpy
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from sayso.pipeline.run import run_dossier
from sayso.render import read_dossier, render_brief_html, render_html, render_json
from tests.render.factory import make_dossier, make_report
from tests.render.places import with_all_pictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from sayso.model.dossier import Dossier
    from sayso.reading import Original

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


def _hundred(root: Path, dossier: Dossier) -> Dossier:
    """A dossier with its reports repeated until there are a hundred."""
    multiply = runpy.run_path(str(root / "bench" / "page.py"))["multiply"]
    return read_dossier(json.dumps(multiply(json.loads(render_json(dossier)), 100)))


def _right_to_left(dossier: Dossier) -> Dossier:
    """The dossier with outlets, people and speakers whose names run from right to left."""
    name = "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627"
    return replace(
        dossier,
        reports=tuple(replace(one, outlet=f"{name} {n}") for n, one in enumerate(dossier.reports)),
        entities=tuple(replace(one, name=f"{name} {n}") for n, one in enumerate(dossier.entities)),
        reactions=tuple(replace(one, speaker=name) for one in dossier.reactions),
    )


def _undated(dossier: Dossier) -> Dossier:
    """The dossier with nothing that says when."""
    return replace(
        dossier,
        reports=tuple(replace(one, published=None) for one in dossier.reports),
        events=tuple(replace(one, date=None) for one in dossier.events),
        undated=tuple(replace(one, date=None) for one in (*dossier.timeline, *dossier.undated)),
        timeline=(),
    )


@pytest.fixture(scope="session")
def odd_files(
    root: Path,
    example_dossier: Dossier,
    example_originals: Sequence[Original],
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Path]:
    """Dossiers that a page may break on, each with its brief beside it."""
    made = {
        "example": example_dossier,
        "hundred": _hundred(root, example_dossier),
        "right to left": _right_to_left(example_dossier),
        "alone": run_dossier(example_originals[:1]),
        "undated": _undated(example_dossier),
    }
    folder = tmp_path_factory.mktemp("odd")
    for name, dossier in made.items():
        (folder / f"{name}.html").write_text(render_html(dossier), encoding="utf-8")
        (folder / f"{name}.brief.html").write_text(render_brief_html(dossier), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture(scope="session")
def crowded_brief(root: Path, example_dossier: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's reports repeated until there are a hundred, on one page."""
    path = tmp_path_factory.mktemp("crowded") / "brief.html"
    path.write_text(render_brief_html(_hundred(root, example_dossier)), encoding="utf-8")
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
def watched_odd(
    browser: Browser, odd_files: Mapping[str, Path], request: pytest.FixtureRequest
) -> Iterator[Watched]:
    """One of the odd dossiers by name, opened as ``watched`` is, at a width."""
    name, width = request.param
    request.param = {"viewport": {"width": width, "height": 900}}
    yield from _open(browser, odd_files[name], request)


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

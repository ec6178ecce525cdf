"""Reports that carry one text, on the page and in Markdown."""

from __future__ import annotations

import re

import pytest

from sayso.render import render_html, render_markdown
from tests.reconcile.factory import exactly, extract, make_claim, make_dossier, make_report

FIRST = """\
A blast tore through the covered market of Lorvan shortly after noon, killing four people and wounding others.
Firefighters carried the hurt out through a side gate while smoke rose above the tiled roofs of the quarter.
Nobody has claimed the attack, and the mayor asked everybody to stay away from the harbour until the evening.
"""


@pytest.fixture(scope="module")
def rendered() -> tuple[str, str]:
    pairs = []
    for words, number, day in (("four people", 4, "2031-05-04"), ("six people", 6, "2031-05-05")):
        text = FIRST.replace("four people", words)
        report = make_report(text, outlet="Lorvan Post", file=f"{number}.txt", day=day)
        pairs.append((report, extract(report, make_claim(report, words, exactly(number)))))
    dossier = make_dossier(*pairs)
    return render_html(dossier), render_markdown(dossier)


def test_an_update_shows_what_it_changed(rendered: tuple[str, str]) -> None:
    page, text = rendered
    assert "is an earlier version of" in page
    assert re.search(r"<del><bdi>[^<]*killing four people[^<]*</bdi></del>", page)
    assert re.search(r"<ins><bdi>[^<]*killing six people[^<]*</bdi></ins>", page)
    assert re.search(r"changed: “[^”]*four people[^”]*” became “[^”]*six people", text)


def test_every_changed_passage_leads_to_its_words(rendered: tuple[str, str]) -> None:
    page, _ = rendered
    start = page.index("Reports that carry one text")
    section = page[start : page.index("</section>", start)]
    targets = re.findall(r'href="#(r[\d-]+)"', section)
    assert targets
    assert all(f'id="{target}"' in page for target in targets)

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sayso.model.dossier import Verdict
from sayso.model.entities import EntityMention
from sayso.render import render_html
from sayso.render.full_text import web_address
from tests.render.factory import BY_ID, CLAIMS, R1, make_claim, make_dossier, make_report, make_value

WORD = "x" * 10_000


class Tags(HTMLParser):
    """Every tag with its attributes, and the text of every element with an id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


PAGE = render_html(make_dossier())
TAGS = Tags(PAGE).tags


def _policy() -> str:
    return next(attrs["content"] or "" for tag, attrs in TAGS if tag == "meta" and "http-equiv" in attrs)


@pytest.mark.parametrize("part", ["style", "script"])
def test_the_policy_allows_the_inlined_part_and_no_other(part: str) -> None:
    inlined = re.findall(rf"<{part}>(.*?)</{part}>", PAGE, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(inlined[0].encode()).digest()).decode()
    assert len(inlined) == 1
    assert f"{part}-src 'sha256-{digest}'" in _policy()
    assert "unsafe" not in _policy()
    assert _policy().startswith("default-src 'none'")


def test_nothing_is_loaded_and_no_attribute_is_live() -> None:
    for tag, attrs in TAGS:
        assert tag not in {"img", "link", "iframe", "object", "form", "base", "embed"}
        assert not {"src", "style", "srcset"} & set(attrs)
        assert not any(name.startswith("on") for name in attrs)


def test_links_lead_to_places_on_the_page_or_to_the_web_only() -> None:
    ids = {attrs["id"] for _, attrs in TAGS if "id" in attrs}
    away = []
    for _, attrs in TAGS:
        href = attrs.get("href") or ""
        if href.startswith("#"):
            assert href[1:] in ids, href
        elif href:
            away.append((href, attrs.get("rel")))
    assert away == [("https://bell.example/blast?a=1&b=2", "noreferrer noopener")]


def test_every_id_stands_once() -> None:
    ids = [attrs["id"] for _, attrs in TAGS if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_every_claim_leads_to_its_words() -> None:
    targets = {attrs.get("href") for _, attrs in TAGS}
    number = {report.id: place for place, report in enumerate(make_dossier().reports, start=1)}
    for claim in CLAIMS:
        span = claim.spans[0]
        anchor = f"r{number[span.report]}-{span.start}-{span.end}"
        assert f"#{anchor}" in targets
        assert f'<mark class="cited" id="{anchor}">' in PAGE


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://bell.example/a", True),
        ("http://bell.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,hi", False),
        ("file:///etc/passwd", False),
        ("//bell.example", False),
        ("https://", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, *, kept: bool) -> None:
    assert (web_address(url) == url and url is not None) is kept


def test_markup_of_a_report_is_shown_and_not_obeyed() -> None:
    assert "<img" not in PAGE
    assert "&lt;img src=x onerror=alert(1)&gt;" in PAGE
    assert PAGE.count("<script>") == 1


def test_cited_words_stay_in_one_piece_where_other_words_cross_them() -> None:
    named = (
        EntityMention(span=R1.span(60, 70), form="name"),
        EntityMention(span=R1.span(70, 90), form="name"),
    )
    dossier = make_dossier()
    crossing = replace(dossier.entities[0], mentions=named[:1])
    other = replace(dossier.entities[1], mentions=named[1:])
    page = render_html(replace(dossier, entities=(crossing, other)))
    assert '<mark class="cited" id="r1-65-75">Six people</mark>' in page
    assert page.count('id="r1-60-70"') == page.count('id="r1-70-90"') == 1


def test_words_that_cross_are_marked_in_pieces_and_anchored_once() -> None:
    first = make_claim("left", "killed", BY_ID["clm-nine"].value, R1.span(65, 75))
    second = make_claim("right", "killed", BY_ID["clm-nine"].value, R1.span(70, 90))
    dossier = make_dossier()
    both = make_value("six-bell", "nine")
    crossing = replace(dossier.findings[0], values=(replace(both, claims=(first.id, second.id)),))
    page = render_html(replace(dossier, claims=(*CLAIMS, first, second), findings=(crossing,)))
    assert page.count('id="r1-70-90"') == 1
    assert page.count('data-of="r1-70-90"') == 1
    assert len(re.findall(r"<mark\b", page)) == page.count("</mark>")


def test_furniture_is_labelled() -> None:
    assert '<p dir="auto" class="furniture"><span class="label">caption</span> Photo: ' in PAGE


def test_characters_that_html_forbids_are_replaced() -> None:
    odd = replace(make_report("odd.txt", "a\ud800b\x00c\x1bd"), outlet="\udcff")
    page = render_html(replace(make_dossier(), reports=(odd,), claims=(), findings=()))
    assert "a\ufffdb\ufffdc\ufffdd" in page
    page.encode()


def test_a_report_that_could_not_be_read_is_listed_with_the_reason() -> None:
    assert "Could not be read" in PAGE
    assert "The file holds no text." in PAGE


def test_linked_events_stand_under_their_own_heading() -> None:
    linked = PAGE[PAGE.index('<h2 id="linked">') : PAGE.index('<h2 id="names">')]
    assert "march in Ostrel last month" in linked
    assert "One protester" in linked
    assert "One protester" not in PAGE[: PAGE.index('<h2 id="linked">')]


def test_numbers_are_given_as_low_best_and_high() -> None:
    row = PAGE[PAGE.index('<h2 id="numbers">') :]
    assert row.index("How many people were killed?") < row.index("9 or more")


def test_an_empty_dossier_is_still_a_page() -> None:
    empty = replace(
        make_dossier(), reports=(), claims=(), findings=(), events=(), entities=(), attributions=(),
        origins=(), outlets=(), hypotheses=(), timeline=(), undated=(), questions=(),
    )  # fmt: skip
    assert "No incident was found in these reports" in render_html(empty)


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.NOT_REPORTED])
def test_every_verdict_has_its_word_and_its_shape(verdict: Verdict) -> None:
    dossier = make_dossier()
    page = render_html(replace(dossier, findings=(replace(dossier.findings[0], verdict=verdict),)))
    used = re.findall(
        r'<span class="sign \w+"><svg[^>]*><use href="#([\w-]+)"/></svg> (\w[^<]*)</span>', page
    )
    assert used
    assert all(f'<symbol id="{shape}"' in page for shape, _ in used)


def test_the_same_dossier_gives_the_same_page() -> None:
    assert render_html(make_dossier()) == PAGE


def test_the_page_stays_lean() -> None:
    text = (R1.text * 30)[:60_000]
    reports = tuple(make_report(f"{place}.txt", f"{place}\n\n{text}") for place in range(10))
    assert len(render_html(replace(make_dossier(), reports=(*make_dossier().reports, *reports)))) < 1_500_000


def test_a_word_without_end_does_no_harm() -> None:
    report = make_report("long.txt", f"{WORD}\n\n{WORD}")
    assert WORD in render_html(replace(make_dossier(), reports=(*make_dossier().reports, report)))

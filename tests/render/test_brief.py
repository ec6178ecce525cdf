from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from sayso.model.dossier import Dossier, Verdict
from sayso.model.values import Condition, Responsibility, Value
from sayso.render import render_brief_html, render_brief_markdown
from sayso.render.asks import make_asks
from sayso.render.brief import DISPUTES, MOST_IDS, SENTENCES, make_brief
from sayso.render.lookup import Lookup
from tests.render.factory import make_dossier

DOSSIER = make_dossier()
EMPTY = replace(
    DOSSIER, reports=(), claims=(), findings=(), events=(), entities=(), attributions=(),
    origins=(), outlets=(), hypotheses=(), timeline=(), undated=(), questions=(),
)  # fmt: skip


def test_five_sentences_and_the_three_gravest_disputes_are_told() -> None:
    brief = make_brief(DOSSIER)
    assert len(brief.told) == SENTENCES
    disputed = [one for one in DOSSIER.findings if one.verdict is Verdict.DISPUTED]
    assert 0 < len(brief.disputes) == min(DISPUTES, len(disputed))


def test_every_sentence_carries_claims_of_the_dossier() -> None:
    brief = make_brief(DOSSIER)
    known = {claim.id for claim in DOSSIER.claims}
    sides = [side for dispute in brief.disputes for side in dispute.sides]
    for one in (*brief.told, *sides, *(ask for ask in brief.asks if "quoted most" not in ask.text)):
        assert one.claims, one.text
        assert set(one.claims) <= known
        assert len(one.claims) <= MOST_IDS


def test_a_disputed_number_is_told_as_a_range_and_each_side_by_name() -> None:
    brief = make_brief(DOSSIER)
    assert "between 6 and 9 or more" in brief.told[0].text
    (killed,) = [one for one in brief.disputes if one.question == "How many people were killed?"]
    assert any("Norda" in side.text for side in killed.sides)


def test_an_accusation_stands_with_its_denial() -> None:
    text = render_brief_markdown(DOSSIER)
    accused = next(line for line in text.splitlines() if "accused" in line)
    assert "denied it" in accused or "No response from" in accused


def test_whoever_differs_is_asked_and_the_silence_is_put_to_whom_reports_quote_most() -> None:
    texts = [ask.text for ask in make_asks(Lookup.of(DOSSIER))]
    assert any(text.startswith("Ask ") and "about the number of people killed: " in text for text in texts)
    assert any("quoted most in these reports" in text for text in texts)
    assert len(texts) == len(set(texts))


def test_a_party_that_nobody_heard_is_asked_for_a_response() -> None:
    heads = [one for one in DOSSIER.findings if one.slot == "responsibility"]
    unheard = [
        replace(one, values=tuple(v for v in one.values if getattr(v.value, "status", "") != "denied"))
        for one in heads
    ]
    rest = [one for one in DOSSIER.findings if one not in heads]
    texts = [ask.text for ask in make_asks(Lookup.of(replace(DOSSIER, findings=(*rest, *unheard))))]
    assert any(re.match(r"Ask The Reed Front for a response: .* accused The Reed Front", t) for t in texts)


def test_the_dead_are_not_asked() -> None:
    accused = Responsibility(party="Ilva Tarrin", status="accused_by_other")
    killed = Condition(person="Ilva Tarrin", state="killed")
    new: dict[type, Value] = {Responsibility: accused, Condition: killed}
    claims = tuple(
        replace(one, value=new.get(type(one.value), one.value), about=None) for one in DOSSIER.claims
    )
    texts = [ask.text for ask in make_asks(Lookup.of(replace(DOSSIER, claims=claims)))]
    assert not any("for a response" in text for text in texts)


def test_a_party_without_a_name_cannot_be_asked() -> None:
    heads = [one for one in DOSSIER.findings if one.slot == "responsibility"]
    cell = Responsibility(party="a small cell", status="accused_by_other")
    claims = tuple(
        replace(one, value=cell) if isinstance(one.value, Responsibility) else one for one in DOSSIER.claims
    )
    assert heads
    texts = [ask.text for ask in make_asks(Lookup.of(replace(DOSSIER, claims=claims)))]
    assert not any("for a response" in text for text in texts)


@pytest.mark.parametrize("dossier", [DOSSIER, EMPTY], ids=["full", "empty"])
def test_the_page_loads_nothing_and_runs_nothing(dossier: Dossier) -> None:
    page = unescape(render_brief_html(dossier))
    assert "default-src 'none'" in page
    assert "script-src 'none'" in page
    assert not re.search(r"<(script|img|link)\b| style=", render_brief_html(dossier))


def test_words_of_a_report_cannot_act_as_markup() -> None:
    assert "<img" not in render_brief_html(DOSSIER)
    assert "<script" not in render_brief_markdown(DOSSIER).replace("\\<", "")

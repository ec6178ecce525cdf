from __future__ import annotations

from dataclasses import replace

from sayso.model.dossier import QuoteGroup
from sayso.render import render_html
from sayso.render.lookup import Lookup
from sayso.render.utterances import LONGEST_QUOTE, PARTLY, SAME, utterances
from tests.render.factory import ATTRIBUTIONS, R1, R2, find, make_dossier

FIRST = replace(ATTRIBUTIONS["ministry1"], id="att-one", report=R1.id, content=(find(R1, "Six people were"),))
SECOND = replace(FIRST, id="att-two", report=R2.id, content=(find(R2, "six people"),))
GROUP = QuoteGroup(id="quo-1", speaker="Dov Merel", attributions=(FIRST.id, SECOND.id), differences=())
DOSSIER = replace(make_dossier(), attributions=(FIRST, SECOND), quotes=(GROUP, replace(GROUP, id="quo-2")))


def test_an_utterance_is_told_once_with_the_words_of_every_report() -> None:
    (one,) = utterances(Lookup.of(DOSSIER))
    assert one.speaker == "Dov Merel"
    assert [told.outlet for told in one.renderings] == ["The Daily Bell", "Norda"]
    assert one.renderings[0].quote.text == "Six people were"


def test_every_rendering_leads_to_its_words() -> None:
    page = render_html(DOSSIER)
    for told in utterances(Lookup.of(DOSSIER))[0].renderings:
        assert f'id="{told.quote.target}"' in page


def test_words_that_are_the_same_but_for_marks_are_called_the_same() -> None:
    twin = replace(SECOND, report=R1.id, content=FIRST.content)
    assert SAME in render_html(replace(DOSSIER, attributions=(FIRST, replace(twin, report=R2.id))))
    assert PARTLY in render_html(DOSSIER)


def test_differences_are_told() -> None:
    group = replace(GROUP, differences=("Only in Norda: killed.",))
    assert "Only in Norda: killed." in render_html(replace(DOSSIER, quotes=(group,)))


def test_what_one_report_alone_quotes_is_no_match() -> None:
    group = replace(GROUP, attributions=(FIRST.id,))
    assert utterances(Lookup.of(replace(DOSSIER, quotes=(group,)))) == ()


def test_a_long_quotation_is_cut_and_its_link_leads_to_all_of_it() -> None:
    whole = R1.span(0, min(len(R1.text), 400))
    long = replace(FIRST, content=(whole,))
    (one,) = utterances(Lookup.of(replace(DOSSIER, attributions=(long, SECOND))))
    assert len(one.renderings[0].quote.text) <= LONGEST_QUOTE + 2
    assert one.renderings[0].quote.target == f"r1-0-{whole.end}"

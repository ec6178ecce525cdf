"""Reactions on the page and in the text: a speaker, the words, a link."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.claims import UNNAMED
from sayso.model.dossier import QuoteGroup
from sayso.render import render_html, render_markdown
from sayso.render.lookup import Lookup
from sayso.render.reactions import AFTER, reaction_groups
from tests.render.factory import ATTRIBUTIONS, R1, R2, find, make_dossier

DOSSIER = make_dossier()
DENIED = DOSSIER.reactions[0]


def test_a_reaction_stands_under_its_kind_with_the_words_and_a_way_to_them() -> None:
    group, mocked = reaction_groups(Lookup.of(DOSSIER))
    (one,) = group.reactions
    assert mocked.title == "Mocked"
    assert group.title.startswith("Denied")
    assert (one.speaker, one.told[0].cue, one.told[0].outlet.text) == (
        "Reed Front",
        "denied",
        "The Daily Bell",
    )
    assert f'id="{one.told[0].outlet.target}"' in render_html(DOSSIER)


def test_the_text_tells_the_same() -> None:
    assert "Reed Front: “The Reed Front denied any part in it.” (The Daily Bell)" in render_markdown(DOSSIER)


def test_a_speaker_without_a_name_is_called_unnamed() -> None:
    unnamed = replace(DENIED, speaker=f"{UNNAMED}a docker")
    (group,) = reaction_groups(Lookup.of(replace(DOSSIER, reactions=(unnamed,))))
    assert group.reactions[0].speaker == "unnamed docker"


def test_a_long_sentence_is_cut_round_the_word_that_tells_of_it() -> None:
    cue = find(R1, "Monday")
    long = replace(DENIED, cues=(cue,), spans=(R1.span(0, len(R1.text)),))
    (group,) = reaction_groups(Lookup.of(replace(DOSSIER, reactions=(long,))))
    told = group.reactions[0].told[0]
    assert told.before.startswith("… ")
    assert told.after.endswith(" …")
    assert len(told.after) <= AFTER + 2


def test_what_several_reports_quote_leads_to_the_wordings_side_by_side() -> None:
    first = replace(ATTRIBUTIONS["ministry1"], id="att-one", report=R1.id, content=(find(R1, "Six people"),))
    second = replace(first, id="att-two", report=R2.id, content=(find(R2, "six people"),))
    quotes = (QuoteGroup(id="q", speaker="Reed Front", attributions=("att-one", "att-two"), differences=()),)
    said = replace(DENIED, attributions=("att-two",))
    dossier = replace(DOSSIER, attributions=(first, second), quotes=quotes, reactions=(said,))
    (group,) = reaction_groups(Lookup.of(dossier))
    assert group.reactions[0].quoted == "u1"
    assert 'id="u1"' in render_html(dossier)

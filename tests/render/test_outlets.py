from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.render.lookup import Lookup
from sayso.render.outlets import find_loaded, outlet_voices, rests_on_unnamed
from sayso.render.page import make_page
from tests.render.factory import R1, make_dossier, make_report

LOOKUP = Lookup.of(make_dossier())


def test_every_statement_is_bare_or_on_the_word_of_a_named_or_an_unnamed_source() -> None:
    voices = outlet_voices(LOOKUP)
    assert [voice.report.text for voice in voices] == ["The Daily Bell", "Norda", 'Harbour & "Post"']
    for voice in voices:
        assert voice.bare + voice.named + voice.unnamed == voice.statements > 0
        assert voice.hedged <= voice.statements


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A terrorist attack. Clearly a regime.", (("Clearly", 1), ("regime", 1), ("terrorist", 1))),
        ("“The terrorist regime did it,” he said.", ()),
        ('The mayor spoke of "murder", and of murder again.', (("murder", 1),)),
        ("A quiet day.", ()),
    ],
)
def test_loaded_words_count_outside_quotation_marks_only(
    text: str, found: tuple[tuple[str, int], ...]
) -> None:
    report = make_report("loaded.txt", f"Title\n\n{text}")
    lookup = Lookup.of(replace(make_dossier(), reports=(report,)))
    assert find_loaded(report, lookup) == found


def test_captions_are_nobodys_voice() -> None:
    assert all(word != "photo" for word, _ in find_loaded(R1, LOOKUP))


def test_what_rests_on_unnamed_sources_alone_is_listed() -> None:
    groups = make_page(LOOKUP).groups
    points = [point for group in groups for point in group.points]
    found = rests_on_unnamed(points, LOOKUP)
    for point in found:
        claims = [claim for value in LOOKUP.findings[point.id].values for claim in LOOKUP.claims_of(value)]
        assert {claim.source.startswith("unnamed: ") for claim in claims} == {True}
    assert len(found) < len(points)

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sayso.extract.roles import Cuts, find_fillers, find_incidents
from sayso.model.layers import IncidentScores, RoleSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sayso.model.layers import Layers

    Lay = Callable[..., Layers]

TEXT = (
    "The Front of Red National Dawn [FRND] bombed a bank and the bank's cars. Luis Ordaz was killed. "
    "The FRND said that Ordaz was warned."
)
TYPES = ("ATTACK", "BOMBING", "KIDNAPPING")


def scores(relevance: float, *types: float) -> IncidentScores:
    return IncidentScores(relevance=relevance, types=tuple(zip(TYPES, types, strict=True)))


def laid(
    lay: Lay,
    spans: Sequence[tuple[str, str, float]],
    report: IncidentScores,
    sentences: Sequence[IncidentScores] = (),
) -> Layers:
    """Layers with these words, roles and scores in place of what the labeller says."""
    layers = lay(TEXT)
    found = []
    for words, role, score in spans:
        start = TEXT.index(words)
        first = next(i for i, token in enumerate(layers.tokens) if token.start == start)
        last = next(i for i, token in enumerate(layers.tokens) if token.end == start + len(words)) + 1
        values = (("CLAIMED OR ADMITTED", 0.7), ("POSSIBLE", 0.3)) if role == "perp_org" else ()
        values = (("DEATH", 0.8), ("INJURY", 0.2)) if role == "victim" else values
        found.append(RoleSpan(first=first, last=last, role=role, score=score, here=score, values=values))
    by_sentence = tuple(sentences) or (report,) * len(layers.sentences)
    return replace(layers, roles=tuple(found), incident=report, sentence_incidents=by_sentence)


def test_a_report_that_is_not_relevant_tells_of_nothing(lay: Lay) -> None:
    assert find_incidents(laid(lay, [("Luis Ordaz", "victim", 0.9)], scores(0.1, 0.9, 0.1, 0.1))) == ()


def test_a_report_without_scores_tells_of_nothing(lay: Lay) -> None:
    layers = replace(lay(TEXT), roles=(), incident=None, sentence_incidents=())
    assert find_incidents(layers) == ()


def test_the_likeliest_type_is_told_and_others_only_if_likely(lay: Lay) -> None:
    one = find_incidents(laid(lay, [], scores(0.9, 0.2, 0.5, 0.4)))
    assert [incident.type for incident in one] == ["BOMBING"]
    two = find_incidents(laid(lay, [], scores(0.9, 0.7, 0.9, 0.1)))
    assert [incident.type for incident in two] == ["BOMBING", "ATTACK"]


def test_an_unlikely_string_fills_nothing(lay: Lay) -> None:
    layers = laid(lay, [("Luis Ordaz", "victim", 0.9), ("bank", "victim", 0.1)], scores(0.9, 0.9, 0.1, 0.1))
    (incident,) = find_incidents(layers)
    assert [one.text for one in incident.fillers] == ["Luis Ordaz"]


@pytest.mark.parametrize(
    ("role", "strings", "entities"),
    [
        ("perp_org", ["Front of Red National Dawn", "FRND"], 1),
        ("victim", ["Luis Ordaz", "Ordaz"], 1),
        ("physical_target", ["bank", "cars"], 2),
        ("perp_individual", ["bank", "bank's cars"], 1),
    ],
)
def test_strings_for_one_and_the_same_are_one_filler(
    lay: Lay, role: str, strings: list[str], entities: int
) -> None:
    layers = laid(lay, [(words, role, 0.9 - i / 10) for i, words in enumerate(strings)], scores(1, 1, 0, 0))
    fillers = find_fillers(layers, role, least=0.3)
    assert len(fillers) == entities
    assert fillers[0].text == strings[0]
    assert sum(len(one.mentions) for one in fillers) == len(strings)


def test_rules_say_how_surely_an_organisation_is_held_and_the_labeller_what_became_of_a_victim(
    lay: Lay,
) -> None:
    spans = [("Front of Red National Dawn", "perp_org", 0.9), ("Luis Ordaz", "victim", 0.9)]
    layers = laid(lay, spans, scores(1, 1, 0, 0))
    (party,) = find_fillers(layers, "perp_org", least=0.3)
    (victim,) = find_fillers(layers, "victim", least=0.3)
    assert (party.value, party.reason) == (
        "REPORTED AS FACT",
        "told as its deed where it is first named",
    )
    assert (victim.value, victim.reason) == ("DEATH", None)


def test_fillers_can_be_parted_by_what_their_sentences_speak_of(lay: Lay) -> None:
    sentences = [scores(0.9, 0.1, 0.9, 0.1), scores(0.9, 0.9, 0.1, 0.1), scores(0.1, 0.1, 0.1, 0.1)]
    layers = laid(
        lay,
        [("bank", "physical_target", 0.9), ("Luis Ordaz", "victim", 0.9)],
        scores(0.9, 0.8, 0.9, 0.1),
        sentences,
    )
    parted = {
        incident.type: [one.text for one in incident.fillers]
        for incident in find_incidents(layers, Cuts(belongs=0.5))
    }
    assert parted == {"BOMBING": ["bank"], "ATTACK": ["Luis Ordaz"]}

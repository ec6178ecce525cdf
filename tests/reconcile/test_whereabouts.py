"""Where a case's places are, and what that says about two answers. What happens there is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.model.extraction import Extraction, PlaceContext
from sayso.reconcile.entities import reconcile_entities
from sayso.reconcile.places import compare_places
from sayso.reconcile.whereabouts import atlas_of, locate
from tests.reconcile.factory import find_span, make_mention, make_report

if TYPE_CHECKING:
    from sayso.model.entities import Entity

TEXTS = (
    "A mill burned down in Wahoo, Nebraska. Engines came from Omaha. Saunders County has no other mill.",
    "The mill in Wahoo is gone, Mayor Ana Berg told the Gazette in Ashland.",
)


def located() -> tuple[Entity, ...]:
    first, second = (make_report(text) for text in TEXTS)
    names = {first: ("Wahoo", "Nebraska", "Omaha", "Saunders County"), second: ("Wahoo", "Ashland")}
    mentions = [make_mention(report, name, kind="place") for report, each in names.items() for name in each]
    mentions.append(make_mention(second, "Ana Berg"))
    context = PlaceContext(
        span=find_span(first, "Wahoo"), containers=(find_span(first, "Nebraska"),), noun=None
    )
    extractions = [
        Extraction(
            report=report.id, mentions=(), attributions=(), events=(), claims=(),
            contexts=(context,) if report is first else (),
        )
        for report in (first, second)
    ]  # fmt: skip
    reports = {report.id: report for report in (first, second)}
    return locate(reconcile_entities(mentions, reports).entities, extractions, reports)


def test_places_are_located_and_persons_are_not() -> None:
    found = {entity.name: entity.place for entity in located()}
    assert found["Ana Berg"] is None
    town = found["Wahoo"]
    assert town is not None
    assert town.chain == ("Wahoo", "Saunders County", "Nebraska", "United States")
    assert (town.country, town.precision) == ("US", "town")
    assert town.why == "named with “Nebraska” in one report"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Wahoo", "Nebraska", "refines"),
        ("Saunders County", "Wahoo", "refines"),
        ("Wahoo", "Omaha", "conflicts"),
        ("near Wahoo", "Omaha", "incomparable"),
        ("southern Nebraska", "Wahoo", "incomparable"),
        ("a mill in Wahoo", "Omaha", "conflicts"),
        ("Wahoo", "Lorvan", "incomparable"),
    ],
)
def test_the_atlas_tells_which_place_lies_in_which(a: str, b: str, relation: str) -> None:
    assert compare_places(a, b, atlas_of(located())).relation.value == relation
    assert compare_places(b, a, atlas_of(located())).relation.value == relation


def test_without_an_atlas_places_compare_by_their_words() -> None:
    assert compare_places("Wahoo", "Nebraska").relation.value == "incomparable"

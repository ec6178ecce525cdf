"""What a date belongs to, and what is not dated by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract import extract_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.extraction import Moment
    from sayso.model.layers import Layers

LEAD = "A bomb went off in Orvel on Monday, killing four people.\n\n"


def moments(layers: Layers) -> list[Moment]:
    found = list(extract_report(layers).moments)
    for one in found:
        assert layers.report.text[one.span.start : one.span.end] == one.span.text
        assert one.time is None or one.span.contains(one.time)
    return found


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("The mill was founded in Orvel in 1960.", "The mill was founded in Orvel in 1960", "1960-01-01"),
        ("Police arrested two men on 6 November.", "Police arrested two men on 6 November", "2031-11-06"),
        (
            "The guild was founded after the raid of 3 May 2029.",
            "the raid of 3 May 2029",
            "2029-05-03",
        ),
        (
            "In April 2030, gunmen tried to kill Osk Brandel with a parcel bomb.",
            "In April 2030, gunmen tried to kill Osk Brandel with a parcel bomb",
            "2030-04-01",
        ),
    ],
)
def test_a_date_belongs_to_the_verb_or_event_it_hangs_on(
    layers_of: Callable[..., Layers], text: str, words: str, start: str
) -> None:
    found = {one.span.text: one for one in moments(layers_of(LEAD + text))}
    assert words in found
    days = found[words].days
    assert days is not None
    assert days.start == start


@pytest.mark.parametrize(
    "text",
    [
        "The harbour has been closed since 3 May 2029.",
        "The court will hear the case on 12 November.",
        "The 2029 treaty is silent on fishing.",
        "There have been nine blasts in Orvel this year.",
        "This report was updated on Tuesday.",
    ],
)
def test_what_did_not_happen_then_is_not_dated(layers_of: Callable[..., Layers], text: str) -> None:
    assert not [one for one in moments(layers_of(LEAD + text)) if one.span.start >= len(LEAD)]


def test_a_date_of_speaking_dates_the_statement_alone(layers_of: Callable[..., Layers]) -> None:
    layers = layers_of(LEAD + "Mayor Osk Brandel said on Tuesday that the bomb was hidden in a cart.")
    extraction = extract_report(layers)
    said = [one for one in extraction.moments if one.said]
    assert [one.days.start for one in said if one.days] == ["2031-11-04"]
    assert said[0].said in {one.id for one in extraction.attributions}


def test_an_event_without_a_date_is_kept_as_undated(layers_of: Callable[..., Layers]) -> None:
    text = LEAD + "In a previous attack, another bomb exploded near the town of Estry."
    undated = [one for one in moments(layers_of(text)) if one.days is None]
    assert [one.kind for one in undated] == ["attack"]


def test_years_with_a_word_between_them_are_a_stretch(layers_of: Callable[..., Layers]) -> None:
    found = moments(layers_of(LEAD + "Two million people died in the last war, from 1983-2005."))
    assert ("1983-01-01", "2005-12-31") in {(one.days.start, one.days.end) for one in found if one.days}


def test_a_photo_caption_dates_nothing(layers_of: Callable[..., Layers]) -> None:
    caption = "Guards stood at the gate on Tuesday."
    layers = layers_of(LEAD + caption, furniture=(len(LEAD), len(LEAD) + len(caption)))
    assert not [one for one in moments(layers) if one.span.start >= len(LEAD)]

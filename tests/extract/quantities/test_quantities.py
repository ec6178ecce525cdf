"""Stated numbers: the intervals of STANDARDS 4, what is counted, what is no count, parts and wholes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract.quantities import (
    Quantity,
    bare_plural,
    find_measures,
    find_partitions,
    find_quantities,
    remainder,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

    Annotate = Callable[..., Layers]


def stated(layers: Layers) -> list[Quantity]:
    return [quantity for quantity in find_quantities(layers) if quantity.kind != "article"]


@pytest.mark.parametrize(
    ("text", "words", "lo", "hi"),
    [
        ("The blast killed 44 people.", "44", 44, 44),
        ("At least 12 people died.", "At least 12", 12, None),
        ("No fewer than 12 people died.", "No fewer than 12", 12, None),
        ("More than 50 people were wounded.", "More than 50", 51, None),
        ("Over a hundred people were wounded.", "Over a hundred", 101, None),
        ("Well over 200 people were wounded.", "Well over 200", 201, None),
        ("Up to 20 people died.", "Up to 20", 0, 20),
        ("As many as 20 people died.", "As many as 20", 0, 20),
        ("No more than 20 people died.", "No more than 20", 0, 20),
        ("Fewer than 20 people died.", "Fewer than 20", 0, 19),
        ("Between 3 and 5 people died.", "Between 3 and 5", 3, 5),
        ("Some 3 to 5 cars burned.", "Some 3 to 5", 2, 6),
        ("Six or seven buildings fell.", "Six or seven", 6, 7),
        ("Police saw 12-15 men.", "12-15", 12, 15),
        ("About 150 people fled.", "About 150", 135, 165),
        ("About 25 vehicles burned.", "About 25", 23, 27),
        ("Around 5 people fled.", "Around 5", 4, 6),
        ("Some 300 people fled.", "Some 300", 270, 330),
        ("Nearly 40 people fled.", "Nearly 40", 36, 40),
        ("Just under 200 people fled.", "Just under 200", 180, 199),
        ("50 or more people fled.", "50 or more", 50, None),
        ("Several guards fell.", "Several", 2, None),
        ("A few guards fell.", "A few", 2, None),
        ("Many guards fell.", "Many", 2, None),
        ("A handful of guards fell.", "A handful of", 2, None),
        ("Dozens were wounded.", "Dozens", 12, None),
        ("Scores of people were wounded.", "Scores", 20, None),
        ("Hundreds of people marched.", "Hundreds", 100, None),
        ("Thousands of people marched.", "Thousands", 1000, None),
        ("Tens of thousands of people marched.", "Tens of thousands", 10_000, None),
        ("Several hundred people marched.", "Several hundred", 200, None),
        ("No one was hurt.", "No one", 0, 0),
        ("Nobody was hurt.", "Nobody", 0, 0),
        ("There were no casualties.", "no", 0, 0),
        ("None of the guards was hurt.", "None", 0, 0),
        ("There were no dead or wounded.", "no", 0, 0),
        ("Not a single person survived.", "Not a single", 0, 0),
        ("Both men were hurt.", "Both", 2, 2),
        ("Another bomb hit the mill.", "Another", 1, 1),
        ("A dozen people fled.", "A dozen", 12, 12),
        ("Two dozen people fled.", "Two dozen", 24, 24),
        ("Half a dozen people fled.", "Half a dozen", 6, 6),
        ("More than a dozen people fled.", "More than a dozen", 13, None),
        ("Twenty-two people fled.", "Twenty-two", 22, 22),
        ("One hundred and five people fled.", "One hundred and five", 105, 105),
        ("12,000 people fled.", "12,000", 12_000, 12_000),
        ("15\u202f000 people fled.", "15\u202f000", 15_000, 15_000),
        ("1.2 million people fled.", "1.2 million", 1_200_000, 1_200_000),
        ("Half a million people fled.", "Half a million", 500_000, 500_000),
        ("1000s of people fled.", "1000s", 1000, None),
        ("As many as three to four people died.", "As many as three to four", 0, 4),
    ],
)
def test_each_wording_gives_its_interval(
    layers_of: Annotate, text: str, words: str, lo: int, hi: int | None
) -> None:
    quantity = stated(layers_of(text))[0]
    assert (text[quantity.start : quantity.end], quantity.lo, quantity.hi) == (words, lo, hi)
    assert quantity.kind == "count"


def test_only_a_single_number_without_bounds_is_exact(layers_of: Annotate) -> None:
    text = "It killed 12 people, hurt at least 30 men and several women, and burned six or seven cars."
    assert [quantity.exact for quantity in stated(layers_of(text))] == [True, False, False, False]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The blast hurt 30 women.", "woman"),
        ("12 of the drones were shot down.", "drone"),
        ("Three strong aftershocks followed.", "aftershock"),
        ("Four off-duty police officers were there.", "officer"),
        ("Dozens of shops burned.", "shop"),
        ("A bomb hit a 200-student school.", "student"),
        ("12 were killed.", None),
        ("The blast killed 44.", None),
        ("Fire in the mill: 80 hurt.", None),
    ],
)
def test_the_counted_noun_is_the_one_the_number_stands_with(
    layers_of: Annotate, text: str, noun: str | None
) -> None:
    layers = layers_of(text)
    quantity = stated(layers)[0]
    assert quantity.noun == noun
    assert (quantity.head is None) == (noun is None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The 34-year-old man fled.", "age"),
        ("A boy aged 12 fled.", "age"),
        ("Jane Doe, 43, fled.", "age"),
        ("It struck on 7 November.", "date"),
        ("It struck in 2019.", "date"),
        ("It struck at 5 p.m. on Friday.", "date"),
        ("The ransom was $12 million.", "money"),
        ("The ransom was 5,000 euros.", "money"),
        ("He said 12 per cent agreed.", "percent"),
        ("He said 40% agreed.", "percent"),
        ("It lies 25 km from the border.", "measure"),
        ("It lasted 26 minutes.", "measure"),
        ("The 6.1-magnitude quake struck.", "measure"),
        ("The third drone fell.", "ordinal"),
        ("The 7th drone fell.", "ordinal"),
        ("The police searched a house at 12 Mill Road in Qorda.", "other"),
        ("It was Flight 370.", "other"),
        ("About two-thirds agreed.", "other"),
        ("Call 555-1234.", "other"),
    ],
)
def test_a_number_that_counts_nothing_says_what_it_is(layers_of: Annotate, text: str, kind: str) -> None:
    assert [quantity.kind for quantity in stated(layers_of(text))] == [kind]


@pytest.mark.parametrize(
    "text", ["He held an M-16.", "A 107mm rocket fell.", "No. That is untrue.", "How many fled?"]
)
def test_digits_inside_a_word_and_empty_words_are_no_numbers(layers_of: Annotate, text: str) -> None:
    assert stated(layers_of(text)) == []


def test_a_and_an_are_one_but_marked(layers_of: Annotate) -> None:
    quantity = find_quantities(layers_of("A drone struck."))[0]
    assert (quantity.lo, quantity.hi, quantity.kind, quantity.noun) == (1, 1, "article", "drone")


def test_from_one_number_to_another_is_a_change_and_no_range(layers_of: Annotate) -> None:
    text = "The number of seats dropped from 12 to 48."
    assert [(quantity.lo, quantity.hi) for quantity in stated(layers_of(text))] == [(12, 12), (48, 48)]


def test_a_bare_plural_is_told_from_a_counted_one(layers_of: Annotate) -> None:
    layers = layers_of("Drones were shot down over the mills by 12 guards.")
    plurals = {
        token.lemma: bare_plural(layers, i) for i, token in enumerate(layers.tokens) if token.tag == "NNS"
    }
    assert plurals == {"drone": True, "mill": False, "guard": False}


@pytest.mark.parametrize(
    ("text", "words", "interval", "unit", "what"),
    [
        ("It lies 25 km from the border.", "25 km", (25.0, 25.0), "km", "from"),
        ("It lies less than 25 kilometres away.", "less than 25 kilometres", (0.0, 25.0), "km", "away"),
        ("It left a crater about two metres wide.", "about two metres", (1.0, 3.0), "m", "wide"),
        ("They used more than 100 kg of dynamite.", "more than 100 kg", (101.0, None), "kg", "dynamite"),
        ("They used a 500-pound bomb.", "500-pound", (500.0, 500.0), "lb", "bomb"),
        ("The siege lasted about 24 minutes.", "about 24 minutes", (21.6, 26.4), "minutes", None),
        ("A 6.1-magnitude quake struck.", "6.1-magnitude", (6.1, 6.1), "magnitude", "quake"),
        ("A quake of magnitude 6.1 struck.", "magnitude 6.1", (6.1, 6.1), "magnitude", "quake"),
        ("The quake measured 6.1 on the Richter scale.", "measured 6.1", (6.1, 6.1), "magnitude", "quake"),
        ("A 107mm rocket fell.", "107mm", (107.0, 107.0), "mm", "rocket"),
        ("They walked half a mile.", "half a mile", (0.5, 0.5), "miles", None),
    ],
)
def test_a_measure_keeps_the_unit_it_was_given_in(
    layers_of: Annotate,
    text: str,
    words: str,
    interval: tuple[float, float | None],
    unit: str,
    what: str | None,
) -> None:
    (measure,) = find_measures(layers_of(text))
    assert text[measure.start : measure.end] == words
    assert (measure.unit, measure.what) == (unit, what)
    assert measure.lo == pytest.approx(interval[0])
    assert measure.hi == (None if interval[1] is None else pytest.approx(interval[1]))


@pytest.mark.parametrize(
    ("text", "whole", "part", "predicate", "relation"),
    [
        ("Three drones, of which only one was not shot down, struck.", "Three", "one", "not shot", "part"),
        ("It killed 22 people, including six children.", "22", "six", "killed", "part"),
        ("One of the four bombs exploded.", "four", "One", "exploded", "part"),
        ("Ten people, four of them children, died.", "Ten", "four", "children", "part"),
        ("Four bombs fell. Two landed here and the other two failed.", "Four", "two", "failed", "rest"),
        ("It killed 22 people and hurt another 15.", "22", "15", "hurt", "further"),
        ("It killed one guard. Two others were hurt.", "one", "Two", "hurt", "further"),
    ],
)
def test_a_part_finds_its_whole(
    layers_of: Annotate, text: str, whole: str, part: str, predicate: str, relation: str
) -> None:
    layers = layers_of(text)
    (partition,) = find_partitions(layers, find_quantities(layers))
    assert text[partition.whole.start : partition.whole.end] == whole
    assert text[partition.part.start : partition.part.end] == part
    assert partition.relation == relation
    said = layers.tokens[partition.predicate_token].text
    assert ("not " if partition.negated else "") + said == predicate


def test_the_rest_is_the_whole_less_its_part(layers_of: Annotate) -> None:
    layers = layers_of("One of the four bombs exploded; the rest failed.")
    part, rest = find_partitions(layers, find_quantities(layers))
    assert remainder(part.whole, part.part) == (3, 3)
    assert (rest.part.lo, rest.part.hi, rest.part.kind) == (3, 3, "rest")


def test_an_open_whole_leaves_an_open_remainder(layers_of: Annotate) -> None:
    layers = layers_of("At least 12 people, six of them children, died.")
    (partition,) = find_partitions(layers, find_quantities(layers))
    assert remainder(partition.whole, partition.part) == (6, None)


def test_furniture_yields_no_number(layers_of: Annotate) -> None:
    text = "Twelve guards in a row.\n\nThe blast killed 44 people."
    assert [quantity.lo for quantity in stated(layers_of(text, furniture=(0, 23)))] == [44]


PIECES = st.sampled_from(
    [
        "at",
        "least",
        "12",
        "no",
        "one",
        "more",
        "than",
        "half",
        "a",
        "dozen",
        "of",
        "the",
        "drones",
        "between",
        "and",
        "3",
        "to",
        "5",
        "hundred",
        "thousand",
        "million",
        "-",
        ",",
        ".",
        "%",
        "$",
        "several",
        "others",
        "including",
        "another",
        "zero",
        "km",
        "6.1",
        "magnitude",
        "0",
        "000",
        "999999999999",
        "not",
        "single",
        "rest",
        "about",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_any_jumble_of_words_gives_orderly_intervals(layers_of: Annotate, text: str) -> None:
    layers = layers_of(text)
    quantities = find_quantities(layers)
    end = 0
    for quantity in quantities:
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.lo >= 0
        assert quantity.hi is None or quantity.lo <= quantity.hi
        assert quantity.first < quantity.last <= len(layers.tokens)
        end = quantity.end
    assert all(m.lo >= 0 and (m.hi is None or m.lo <= m.hi) for m in find_measures(layers))
    assert all(p.part.start != p.whole.start for p in find_partitions(layers, quantities))

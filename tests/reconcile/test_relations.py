from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.dossier import Relation
from sayso.model.values import (
    Answer,
    Claimed,
    Condition,
    Count,
    Days,
    Measure,
    Responsibility,
    Text,
    TimeOfDay,
    Value,
)
from sayso.reconcile.relations import compare_values

OPPOSITE = {Relation.REFINES, Relation.SUPERSEDES}


def relate(slot: str, a: Value, b: Value) -> str:
    """The relation in words, with "wider" for a value that the other one refines."""
    comparison = compare_values(slot, a, b)
    turned = compare_values(slot, b, a)
    assert comparison.relation is turned.relation
    if comparison.relation in OPPOSITE:
        assert comparison.flipped is not turned.flipped
        return "is refined" if comparison.flipped else "refines"
    assert comparison.why
    return comparison.relation.value


def count(lo: int, hi: int | None) -> Count:
    return Count(lo=lo, hi=hi)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ((6, 6), (6, 6), "equal"),
        ((6, 6), (2, None), "refines"),
        ((12, None), (15, 15), "is refined"),
        ((12, None), (37, 37), "is refined"),
        ((10, 20), (15, 25), "overlaps"),
        ((26, None), (19, 19), "conflicts"),
        ((0, 0), (12, None), "conflicts"),
        ((0, 4), (2, None), "overlaps"),
    ],
)
def test_counts_compare_as_intervals(
    a: tuple[int, int | None], b: tuple[int, int | None], relation: str
) -> None:
    assert relate("killed", count(*a), count(*b)) == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ((8, 8, "miles"), (0, 15, "km"), "refines"),
        ((300, 300, "kg"), (0.3, 0.3, "tonnes"), "equal"),
        ((6, 6, "ft"), (2, 2, "metres"), "conflicts"),
        ((6.1, 6.1, "magnitude"), (5.9, 5.9, "magnitude"), "conflicts"),
        ((10, 10, "km"), (10, 10, "kg"), "incomparable"),
    ],
)
def test_measures_compare_in_one_unit(
    a: tuple[float, float, str], b: tuple[float, float, str], relation: str
) -> None:
    first, second = (Measure(lo=lo, hi=hi, unit=unit) for lo, hi, unit in (a, b))
    assert relate("measure:depth", first, second) == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("2031-05-04/2031-05-04", "2031-05-01/2031-05-31", "refines"),
        ("2031-05-04/2031-05-04", "2031-05-05/2031-05-05", "conflicts"),
        ("2031-05-03/2031-05-04", "2031-05-04/2031-05-05", "overlaps"),
    ],
)
def test_a_day_within_a_month_refines_it(a: str, b: str, relation: str) -> None:
    first, second = (Days(start=days[:10], end=days[11:]) for days in (a, b))
    assert relate("date", first, second) == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("noon GMT", "three in the afternoon", "incomparable"),
        ("2 p.m. (1100 GMT)", "1100 GMT", "equal"),
        ("2 p.m. (1100 GMT)", "1:56 p.m.", "is refined"),
        ("2:25 p.m.", "1:56 p.m.", "conflicts"),
        ("about 8:10 p.m.", "about 8:30 p.m.", "conflicts"),
        ("almost 0610", "6:04 a.m.", "is refined"),
        ("early morning", "last night", "refines"),
        ("afternoon", "3 p.m.", "is refined"),
        ("morning", "evening", "conflicts"),
        ("half-time", "the second half", "incomparable"),
        ("ten o'clock", "10:00 a.m.", "equal"),
    ],
)
def test_times_of_day_compare_by_the_clock(a: str, b: str, relation: str) -> None:
    assert relate("time", TimeOfDay(text=a, zone=None), TimeOfDay(text=b, zone=None)) == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Mill Street, Lorvan", "Lorvan", "refines"),
        ("the market in Lorvan", "Lorvan", "refines"),
        ("the centre of Lorvan", "western Lorvan", "conflicts"),
        ("northern Norland", "the north-east of Norland", "overlaps"),
        ("Lorvan, northern Norland", "the western edge of Lorvan", "overlaps"),
        ("5 km south of Lorvan", "northern Lorvan", "overlaps"),
        ("Mill Street, Lorvan", "Harbour Street, Lorvan", "conflicts"),
        ("Mill Street, Lorvan", "Mill and Harbour Street, Lorvan", "is refined"),
        ("a school", "Lorvan", "incomparable"),
    ],
)
def test_places_conflict_only_on_explicit_signs(a: str, b: str, relation: str) -> None:
    assert relate("place", Text(text=a), Text(text=b)) == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("car bombs", "car bomb", "equal"),
        ("truck bomb", "car bomb", "refines"),
        ("bomb hidden in a van", "motorcycle", "conflicts"),
        ("grenades dropped from drones", "explosive-laden drone", "conflicts"),
        ("armed drones", "explosive-laden drone", "is refined"),
        ("a knife", "a rifle", "conflicts"),
        ("a gun", "an assault rifle", "is refined"),
        ("a rifle and a pistol", "a long gun and a handgun", "refines"),
        ("bombs", "air strike", "incomparable"),
        ("petrol bombs", "stun grenades", "incomparable"),
        ("petrol bombs", "bombs", "incomparable"),
        ("a hammer", "a length of pipe", "incomparable"),
    ],
)
def test_weapons_conflict_where_a_thing_cannot_be_both(a: str, b: str, relation: str) -> None:
    assert relate("weapon", Text(text=a), Text(text=b)) == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("unharmed", "minor", "conflicts"),
        ("minor", "injured", "refines"),
        ("serious", "injured", "refines"),
        ("minor", "serious", "conflicts"),
        ("killed", "injured", "conflicts"),
        ("killed", "killed", "equal"),
    ],
)
def test_harm_to_a_person_is_a_scale(a: str, b: str, relation: str) -> None:
    first, second = (Condition(person="Ines Valk", state=state) for state in (a, b))
    assert relate("condition", first, second) == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (("the Dawn Front", "denied"), ("Dawn Front", "accused_by_other"), "conflicts"),
        (("Norland-backed militias", "accused_by_other"), ("the Dawn Front", "denied"), "incomparable"),
        (("Dawn Front", "mentioned"), ("Dawn Front", "denied"), "incomparable"),
        (("Dawn Front", "claimed"), ("Dawn Front group", "claimed"), "equal"),
    ],
)
def test_a_class_is_not_its_member(a: tuple[str, str], b: tuple[str, str], relation: str) -> None:
    first, second = (Responsibility(party=party, status=status) for party, status in (a, b))
    assert relate("responsibility", first, second) == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("yes", "no", "conflicts"),
        ("yes, twice", "yes", "equal"),
        ("handcuffed", "not handcuffed", "conflicts"),
        ("under way", "under way, nobody named", "is refined"),
        ("red", "blue", "incomparable"),
    ],
)
def test_free_answers_conflict_by_yes_no_and_not(a: str, b: str, relation: str) -> None:
    assert relate("fact:how", Answer(answer=a), Answer(answer=b)) == relation


def test_a_claim_by_a_named_group_refines_a_claim_by_somebody() -> None:
    somebody, front = Claimed(answer="yes", party=None), Claimed(answer="yes", party="Dawn Front")
    assert relate("claimed", front, somebody) == "refines"
    assert relate("claimed", Claimed(answer="no", party=None), front) == "conflicts"


def test_answers_of_different_kinds_do_not_compare() -> None:
    assert relate("weapon", Text(text="bomb"), count(1, 1)) == "incomparable"


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "car",
            "truck",
            "bomb",
            "bus",
            "drone",
            "rifle",
            "laden",
            "dropped",
            "from",
            "north",
            "western",
            "centre",
            "of",
            "Lorvan",
            "Mill",
            "Street",
            ",",
            "12",
            "5",
            "km",
            "p.m.",
            "noon",
            "GMT",
            "about",
            "7:35",
            "0740",
            "early",
            "night",
            "yes",
            "no",
            "not",
            "(",
        ]
    ),
    max_size=7,
).map(" ".join)


@pytest.mark.parametrize("slot", ["weapon", "place", "target", "time", "fact:how", "claimed"])
@given(WORDS | st.text(max_size=30), WORDS | st.text(max_size=30))
def test_any_two_wordings_compare_the_same_way_round_and_back(slot: str, a: str, b: str) -> None:
    def worded(text: str) -> Value:
        if slot == "time":
            return TimeOfDay(text=text, zone=None)
        if slot == "claimed":
            return Claimed(answer="yes", party=text or None)
        return Answer(answer=text) if slot.startswith("fact") else Text(text=text)

    assert relate(slot, worded(a), worded(a)) == "equal"
    there, back = relate(slot, worded(a), worded(b)), relate(slot, worded(b), worded(a))
    assert {there, back} in ({"refines", "is refined"}, {there})

"""How two values of one slot stand to each other, and why (STANDARDS 4 and 5)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

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
from sayso.reconcile.clock import compare_times, read_clock
from sayso.reconcile.comparison import (
    Comparison,
    closed,
    compare_ranges,
    conflicts,
    equal,
    incomparable,
    refines,
)
from sayso.reconcile.degrees import compare_damage, compare_ranks, compare_second_blasts
from sayso.reconcile.names import same_party
from sayso.reconcile.natures import compare_natures
from sayso.reconcile.phrases import content_words, fold, word_set
from sayso.reconcile.places import compare_places
from sayso.reconcile.units import in_base
from sayso.reconcile.weapons import compare_weapons, compare_words
from sayso.reconcile.wording import STATES, value_text

if TYPE_CHECKING:
    from collections.abc import Callable

HARM = {"unharmed": (0, 0), "minor": (1, 1), "injured": (1, 2), "serious": (2, 2), "killed": (3, 3)}
"""Harm on STANDARDS 5's scale; "injured" leaves open how badly."""

BLAMING = frozenset({
    "convicted", "claimed", "accused_by_other", "suspected_by_authorities", "blamed_unsourced",
    "stated_by_author",
})  # fmt: skip
CLEARING = frozenset({"denied", "cleared"})
NEGATION = word_set("no not never none nobody without nor neither cannot")


def compare_values(slot: str, a: Value, b: Value) -> Comparison:
    """Compare two answers to one slot and group.

    Args:
        slot: As in GOLD.md; tells places, weapons and targets apart.
        a: One answer.
        b: Another one.
    """
    if type(a) is not type(b):
        return incomparable("answers of different kinds")
    if isinstance(a, Text):
        return TEXT_RULES.get(slot, compare_words)(a.text, b.text)  # type: ignore[attr-defined]
    if isinstance(a, Answer) and slot in SCALES:
        found = SCALES[slot](a.answer, b.answer)  # type: ignore[attr-defined]
        if found is not None:
            return found
    return RULES[type(a)](a, b)


def compare_counts(a: Count, b: Count) -> Comparison:
    """Whole numbers by their intervals."""
    return compare_ranges((a.lo, closed(a.hi)), (b.lo, closed(b.hi)), names=(value_text(a), value_text(b)))


def compare_measures(a: Measure, b: Measure) -> Comparison:
    """Amounts of one kind of unit by their intervals; other kinds do not compare."""
    mine, theirs = in_base(a), in_base(b)
    if mine[0] != theirs[0]:
        return incomparable(f"{a.unit} and {b.unit} measure different things")
    names = (value_text(a), value_text(b))
    return compare_ranges((mine[1], closed(mine[2])), (theirs[1], closed(theirs[2])), names=names)


def compare_days(a: Days, b: Days) -> Comparison:
    """Dates as intervals of days: a day within a month refines the month."""
    ranges = [
        (date.fromisoformat(days.start).toordinal(), date.fromisoformat(days.end).toordinal())
        for days in (a, b)
    ]
    return compare_ranges(ranges[0], ranges[1], names=(value_text(a), value_text(b)))


def compare_hours(a: TimeOfDay, b: TimeOfDay) -> Comparison:
    """Times of day, once read as minutes; wordings that cannot be read compare by their words."""
    mine, theirs = read_clock(a.text, zone=a.zone), read_clock(b.text, zone=b.zone)
    names = (value_text(a), value_text(b))
    if mine is None or theirs is None:
        same = fold(a.text) == fold(b.text)
        return (
            equal("the same words") if same else incomparable(f"{names[0]} and {names[1]}: not read as hours")
        )
    return compare_times(mine, theirs, names=names)


def compare_conditions(a: Condition, b: Condition) -> Comparison:
    """Harm to one person on the scale none, minor, serious, killed (STANDARDS 5)."""
    names = (STATES.get(a.state, a.state), STATES.get(b.state, b.state))
    if a.state not in HARM or b.state not in HARM:
        return equal("the same state") if a.state == b.state else incomparable(f"{names[0]} and {names[1]}")
    return compare_ranges(HARM[a.state], HARM[b.state], names=names)


def compare_responsibility(a: Responsibility, b: Responsibility) -> Comparison:
    """Rows on one party: blame against denial conflicts, other rows stand side by side (STANDARDS 3)."""
    if not same_party(a.party, b.party):
        return incomparable(f"{a.party} and {b.party} are different parties")
    if a.status == b.status:
        return equal("the same party and status")
    if {a.status, b.status} & BLAMING and {a.status, b.status} & CLEARING:
        return conflicts(f"{value_text(a)}; {value_text(b)}")
    if {a.status, b.status} <= BLAMING:
        return refines(f"both say that {a.party} is responsible", flipped=a.status > b.status)
    return incomparable("different statuses do not cancel each other")


def compare_claims_of_responsibility(a: Claimed, b: Claimed) -> Comparison:
    """Whether, and by whom, responsibility was taken."""
    if a.answer != b.answer:
        return conflicts("one says that responsibility was taken, the other that it was not")
    if a.party == b.party or (a.party and b.party and same_party(a.party, b.party)):
        return equal("the same answer")
    if a.party and b.party:
        return incomparable(f"{a.party} and {b.party} are different parties")
    return refines("one names the party, the other does not", flipped=a.party is None)


def compare_answers(a: Answer, b: Answer) -> Comparison:
    """Free answers: yes against no, or one the denial of the other, conflict."""
    first, second = fold(a.answer), fold(b.answer)
    openings = [re.match(r"(yes|no)\b", words) for words in (first, second)]
    if all(openings):
        same = openings[0][1] == openings[1][1]  # type: ignore[index]
        return equal("the same answer") if same else conflicts("one says yes, the other no")
    denied = [bool(set(re.findall(r"\w+", words)) & NEGATION) for words in (first, second)]
    mine, theirs = (content_words(words) - NEGATION for words in (first, second))
    if denied[0] != denied[1] and mine and mine == theirs:
        return conflicts(f"“{a.answer}” and “{b.answer}” deny each other")
    return compare_words(a.answer, b.answer)


RULES: dict[type[Value], Callable[[Any, Any], Comparison]] = {
    Count: compare_counts,
    Measure: compare_measures,
    Days: compare_days,
    TimeOfDay: compare_hours,
    Condition: compare_conditions,
    Responsibility: compare_responsibility,
    Claimed: compare_claims_of_responsibility,
    Answer: compare_answers,
}
SCALES: dict[str, Callable[[str, str], Comparison | None]] = {
    "fact:how badly was the building damaged": compare_damage,
    "fact:how does the attack rank": compare_ranks,
    "fact:what was the second explosion": compare_second_blasts,
}
"""Questions whose answers lie on a scale."""
TEXT_RULES: dict[str, Callable[[str, str], Comparison]] = {
    "place": compare_places,
    "weapon": compare_weapons,
    "type": compare_natures,
}

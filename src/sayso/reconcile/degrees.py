"""Answers on a scale, compared: how badly a thing was damaged, how an attack ranks among others.

As with harm to a person (STANDARDS 5) a word covers a stretch of the scale: "damaged" leaves open how badly,
"destroyed" excludes "partly destroyed".
"""

from __future__ import annotations

import re

from sayso.reconcile.comparison import Comparison, compare_ranges, conflicts, equal, incomparable, refines

SLIGHT, WHOLE = 1, 4
"""The ends of the scale: slight, considerable and partial damage, destruction."""
DAMAGE: tuple[tuple[str, tuple[int, int]], ...] = (
    (r"\b(?:slight|minor|light|superficial)", (SLIGHT, SLIGHT)),
    (r"\b(?:part|front|facade|half|side|section|floor|roof|wall)", (2, 3)),
    (r"\b(?:destr|level|flatten|gutted|collaps|raz|demolish|total|complete)", (WHOLE, WHOLE)),
    (r"\b(?:severe|serious|heav|bad|considerable|extensive|massive|significant|major|great)", (2, WHOLE)),
    (r"\bdamag", (SLIGHT, WHOLE)),
)
"""Words with their stretch of the scale (s); the first that fits counts."""
SET_OFF = "set off by"
AMONG = re.compile(r"\b(?:one of|among|some of)\b", re.IGNORECASE)
SUPERLATIVE = re.compile(r"\b(?:most \w+|\w+est|worst)\b", re.IGNORECASE)
ALIKE = {"bloodiest": "deadliest", "largest": "biggest", "heaviest": "biggest", "gravest": "worst"}


def compare_damage(a: str, b: str) -> Comparison | None:
    """Compare two wordings of damage done; None if one of them is not on the scale.

    >>> compare_damage("destroyed", "partly destroyed").relation.value
    'conflicts'
    >>> compare_damage("severe damage", "destroyed").relation.value
    'refines'
    """
    first, second = damage_of(a), damage_of(b)
    if first is None or second is None:
        return None
    return compare_ranges(first, second, names=(f"“{a}”", f"“{b}”"))


def damage_of(words: str) -> tuple[int, int] | None:
    """The stretch of the scale that words cover; None if they are not on it."""
    plain = words.casefold()
    return next((stretch for pattern, stretch in DAMAGE if re.search(pattern, plain)), None)


def compare_ranks(a: str, b: str) -> Comparison | None:
    """Compare two rankings: the worst is one of the worst; None unless both rank by the same measure.

    >>> compare_ranks("one of the deadliest since the war", "the deadliest in the city").relation.value
    'refines'
    """
    first, second = rank_of(a), rank_of(b)
    if not first or not second:
        return None
    if not first & second:
        return incomparable(f"“{a}” and “{b}” rank by different measures")
    among = (AMONG.search(a) is not None, AMONG.search(b) is not None)
    if among[0] == among[1]:
        return equal("the same rank")
    return refines("the first of a kind is among the first of it", flipped=among[0])


def compare_second_blasts(a: str, b: str) -> Comparison | None:
    """Compare two accounts of a second explosion; None where both say that it was a device.

    >>> compare_second_blasts("fuel tank set off by the first blast", "motorcycle bomb").relation.value
    'conflicts'
    """
    set_off = (SET_OFF in a, SET_OFF in b)
    if all(set_off):
        return equal("both say that the first blast set something off")
    return (
        conflicts("one says that the first blast set it off, the other that it was a device")
        if any(set_off)
        else None
    )


def rank_of(words: str) -> frozenset[str]:
    """The superlatives of a wording, those that mean the same as one."""
    found = (match[0].casefold() for match in SUPERLATIVE.finditer(words))
    return frozenset(ALIKE.get(word, word) for word in found)

"""Places compared as chains of containment; siblings conflict (STANDARDS 5).

By words alone only explicit signs of a conflict count: opposite parts of one named place, or two
streets, numbers or villages of one named parent. With an atlas of the case's resolved places it is also
known which place lies in which, and which towns are two. All else stays open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.reconcile.comparison import (
    AGREEING,
    Comparison,
    conflicts,
    equal,
    incomparable,
    overlaps,
    refines,
)
from sayso.reconcile.gazetteer.entries import Place, contains
from sayso.reconcile.phrases import WORD, content_words, fold, word_list, word_set
from sayso.reconcile.weapons import compare_words

if TYPE_CHECKING:
    from collections.abc import Mapping

# Degrees on the compass; None is the middle.
COMPASS: dict[str, int | None] = {
    "north": 0, "northern": 0, "northeast": 45, "northeastern": 45, "east": 90, "eastern": 90,
    "southeast": 135, "southeastern": 135, "south": 180, "southern": 180, "southwest": 225,
    "southwestern": 225, "west": 270, "western": 270, "northwest": 315, "northwestern": 315,
    "center": None, "centre": None, "central": None, "downtown": None, "heart": None, "middle": None,
}  # fmt: skip
PART_WORDS = word_set("part edge side sector area district outskirts suburb end quarter city town")
DISTANCE = re.compile(r"\b(?:km|kilomet\w+|miles?|met\w+|yards?)\b")
SIBLING_HEADS = word_set(
    "street road avenue lane boulevard square highway village town city bridge station terminal gate ward"
)
VAGUE = word_set(
    "near outside around between from toward towards off border road km kilometer kilometre mile way"
)
"""With these a phrase names a place that the event did not quite happen in."""
KIND_WORDS = word_set("city town village province governorate state county district region country capital")
OPPOSITE = 90
"""Degrees from which on two parts of one place exclude each other (s)."""


def side_of(text: str) -> tuple[str, str] | None:
    """The compass word of a phrase and the place it is a part of.

    None without a compass word, or with a distance: "5 km south of" is outside the place.

    >>> side_of("Lorvan, northern Norland"), side_of("the western edge of Lorvan")
    (('northern', 'norland'), ('western', 'lorvan'))
    """
    words = [word for word in word_list(text.replace("-", "")) if word not in PART_WORDS]
    found = [place for place, word in enumerate(words) if word in COMPASS]
    if len(found) != 1 or len(words) < 2 or DISTANCE.search(fold(text)):
        return None
    place = found[0]
    return words[place], words[place + 1] if place + 1 < len(words) else words[place - 1]


def opposed(a: str, b: str) -> bool:
    """Whether two compass words name parts of a place that exclude each other.

    >>> opposed("central", "western"), opposed("north", "northeastern")
    (True, False)
    """
    first, second = COMPASS[a], COMPASS[b]
    if first is None or second is None:
        return first is not second
    gap = abs(first - second) % 360
    return min(gap, 360 - gap) >= OPPOSITE


def siblings(a: str, b: str) -> str | None:
    """The kind of thing of which two phrases name different ones within one named parent."""
    first, second = ([part.strip() for part in text.split(",") if part.strip()] for text in (a, b))
    if len(first) < 2 or len(second) < 2 or content_words(first[-1]) != content_words(second[-1]):
        return None
    mine, theirs = word_list(first[0]), word_list(second[0])
    if not mine or not theirs or mine[-1] != theirs[-1] or mine[-1] not in SIBLING_HEADS:
        return None
    crossing = any(re.search(r"\band\b|&", fold(part)) for part in (first[0], second[0]))
    different = not set(mine[:-1]) & set(theirs[:-1]) and len(mine) > 1 and len(theirs) > 1
    return mine[-1] if different and not crossing else None


def named_in(phrase: str, atlas: Mapping[str, Place]) -> list[tuple[str, Place]]:
    """The places of the atlas that a phrase names, longer names first, none within another."""
    left, found = f" {' '.join(WORD.findall(fold(phrase)))} ", []
    for name in sorted(atlas, key=lambda each: (-len(each), each)):
        if f" {name} " in left:
            found.append((name, atlas[name]))
            left = left.replace(f" {name} ", "  ")
    return found


def innermost(phrase: str, atlas: Mapping[str, Place]) -> tuple[Place, bool] | None:
    """The smallest place that a phrase names, and whether it says nothing beyond it.

    None if it names none, or several of which none lies in all the others.
    """
    if VAGUE & set(WORD.findall(fold(phrase))):
        return None
    found = named_in(phrase, atlas)
    inner = [place for _, place in found if all(contains(other, place) for _, other in found)]
    if not inner:
        return None
    words = frozenset(word for name, _ in found for word in word_list(name))
    return inner[0], not set(word_list(phrase)) - words - KIND_WORDS


def compare_by_atlas(a: str, b: str, atlas: Mapping[str, Place]) -> Comparison | None:
    """What the atlas knows of two phrases; None if it does not tell."""
    first, second = innermost(a, atlas), innermost(b, atlas)
    if first is None or second is None:
        return None
    (mine, bare), (theirs, their_bare) = first, second
    if mine.id == theirs.id:
        return equal(f"“{a}” and “{b}” are names of one place") if bare and their_bare else None
    if contains(theirs, mine) and their_bare:
        return refines(f"{mine.name} lies in {theirs.name}")
    if contains(mine, theirs) and bare:
        return refines(f"{theirs.name} lies in {mine.name}", flipped=True)
    if contains(mine, theirs) is False and contains(theirs, mine) is False:
        return conflicts(f"{mine.name} and {theirs.name} are two places, neither in the other")
    return None


def compare_places(a: str, b: str, atlas: Mapping[str, Place] | None = None) -> Comparison:
    """Compare two place phrases (STANDARDS 5, "Places").

    Args:
        a: A phrase.
        b: Another one.
        atlas: The case's resolved places by their names, from ``whereabouts.atlas_of``; None for none.

    >>> compare_places("central Lorvan", "western Lorvan").relation.value
    'conflicts'
    >>> compare_places("Mill Street, Lorvan", "Lorvan").why
    '“Mill Street, Lorvan” says more than “Lorvan”'
    """
    by_words = compare_words(a, b)
    if by_words.relation in AGREEING:
        return by_words
    first, second = side_of(a), side_of(b)
    if first and second and first[1] == second[1] and opposed(first[0], second[0]):
        return conflicts(f"{a} and {b} are different parts of one place")
    if head := siblings(a, b):
        return conflicts(f"{a} and {b}: not the same {head}")
    if atlas and (known := compare_by_atlas(a, b, atlas)) is not None:
        return known
    if content_words(a) & content_words(b):
        return overlaps(by_words.why)
    return incomparable(f"“{a}” and “{b}” may lie one inside the other")

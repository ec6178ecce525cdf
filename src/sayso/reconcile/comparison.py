"""What a comparison of two values returns, and how two intervals compare (STANDARDS 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from sayso.model.dossier import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How value a stands to value b, and why.

    Attributes:
        relation: ``refines`` and ``supersedes`` have a direction.
        flipped: Whether it is b that refines or supersedes a.
        why: The reason in words.
    """

    relation: Relation
    why: str
    flipped: bool = False

    def turned(self) -> Comparison:
        """The same comparison, read from b to a."""
        return replace(self, flipped=not self.flipped)


AGREEING = frozenset({Relation.EQUAL, Relation.REFINES})
"""Relations under which two origins support each other (STANDARDS 6, corroborated)."""


def equal(why: str) -> Comparison:
    """Both say the same."""
    return Comparison(relation=Relation.EQUAL, why=why)


def incomparable(why: str) -> Comparison:
    """Nothing can be said: neither excludes the other."""
    return Comparison(relation=Relation.INCOMPARABLE, why=why)


def conflicts(why: str) -> Comparison:
    """Both cannot hold."""
    return Comparison(relation=Relation.CONFLICTS, why=why)


def refines(why: str, *, flipped: bool = False) -> Comparison:
    """One is the other, said more closely."""
    return Comparison(relation=Relation.REFINES, why=why, flipped=flipped)


def overlaps(why: str) -> Comparison:
    """Both can hold, and neither follows from the other."""
    return Comparison(relation=Relation.OVERLAPS, why=why)


def compare_ranges(a: tuple[float, float], b: tuple[float, float], *, names: tuple[str, str]) -> Comparison:
    """Compare two closed intervals (STANDARDS 4).

    Args:
        a: Low and high of the first, bounds included; infinity for an open end.
        b: The same of the second.
        names: How the two are called in the reason.

    >>> compare_ranges((15, 15), (12, inf), names=("15", "at least 12")).why
    '15 lies within at least 12'
    """
    first, second = names
    if a == b:
        return equal("the same interval")
    if b[0] <= a[0] and a[1] <= b[1]:
        return refines(f"{first} lies within {second}")
    if a[0] <= b[0] and b[1] <= a[1]:
        return refines(f"{second} lies within {first}", flipped=True)
    if max(a[0], b[0]) <= min(a[1], b[1]):
        return overlaps(f"{first} and {second} have only a part in common")
    return conflicts(f"{first} and {second} have nothing in common")


def closed(hi: float | None) -> float:
    """The upper end of an interval as a number; infinity if it is open."""
    return inf if hi is None else hi

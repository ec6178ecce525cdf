"""What reading numbers yields."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A stated number, as the interval it allows (STANDARDS 4).

    Attributes:
        start, end: Code-point offsets of the wording with its bound words ("at least 12").
        lo, hi: Whole numbers, bounds included; hi None if open.
        first, last: Token indices of the wording, last excluded.
        head: Index of the token that names what is counted; None for a bare number
            ("12 were killed").
        noun: Lemma of that token; None without one.
        exact: Whether a single number is stated without any bound.
        kind: ``count``; ``article`` (a, an); or what is no count of people or things:
            ``age``, ``date``, ``money``, ``percent``, ``measure``, ``ordinal``, ``other``;
            ``rest`` for "the rest" in a partition.
    """

    start: int
    end: int
    lo: int
    hi: int | None
    first: int
    last: int
    head: int | None
    noun: str | None
    exact: bool
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureReading:
    """A measured amount.

    Attributes:
        start, end: Code-point offsets of number, bound words and unit.
        lo, hi: In the unit as first given, bounds included; hi None if open.
        unit: ``km``, ``m``, ``miles``, ``feet``, ``kg``, ``lb``, ``tonnes``, ``hours``,
            ``minutes``, ``magnitude``, ...
        what: Lemma of what is measured ("quake"), or the direction ("wide"); None if unclear.
    """

    start: int
    end: int
    lo: float
    hi: float | None
    unit: str
    what: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """Two quantities of which one is a part of the other, or stands beside it.

    Attributes:
        whole: The larger group; for ``further`` the quantity that another is added to.
        part: The quantity set against it.
        negated: Whether what is said of the part is negated ("only one was not shot down").
        predicate_token: Index of the word that says it; -1 if nothing is said of the part.
        relation: ``part`` ("of whom 3 ...", "including 3 ..."), ``rest`` ("the other two",
            "the rest") or ``further`` ("another 15", "two more").
    """

    whole: Quantity
    part: Quantity
    negated: bool
    predicate_token: int
    relation: str

"""Low, best and high of a number (STANDARDS 4)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from sayso.model.values import Count, Measure, Value
from sayso.reconcile.comparison import closed
from sayso.reconcile.units import in_base, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One figure that may count: what it says, whose it is, and for when.

    Attributes:
        day: ISO date of the figure or of its report; None if unknown.
    """

    value: Value
    origin: str
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Low, best and high; None where nothing is said or the answer is no number."""

    low: float | None = None
    best: float | None = None
    high: float | None = None
    open_high: bool = False


def range_of(value: Value, *, unit: str) -> Range | None:
    """A count or measure as an interval in one unit; None if it is no number or does not compare."""
    if isinstance(value, Count):
        return value.lo, closed(value.hi)
    if isinstance(value, Measure):
        base, lo, hi = in_base(value)
        wanted, factor = unit_of(unit)
        return (tidy(lo / factor), tidy(closed(hi) / factor)) if base == wanted else None
    return None


def tidy(number: float) -> float:
    """A number without the dust of a conversion."""
    return number if number == inf else round(number, 3)


def without_refined(ranges: Iterable[Range]) -> list[Range]:
    """The intervals that no other one lies within: a figure that another refines does not vote.

    >>> without_refined([(12, inf), (15, 15)])
    [(15, 15)]
    """
    distinct = sorted(set(ranges))
    return [
        mine
        for mine in distinct
        if not any(mine[0] <= other[0] and other[1] <= mine[1] for other in distinct if other != mine)
    ]


def find_bounds(votes: Sequence[Vote], *, unit: str = "") -> Bounds:
    """Low, best and high of the figures that stand (STANDARDS 4).

    Low is the smallest lower end, high the largest finite upper end. Best goes by the most
    recent figures, then by the majority of their origins, then by the lowest.

    Args:
        votes: The figures; those that compare with no other unit are left out.
        unit: The unit in which a measure is wanted; ignored for counts.
    """
    read = [(found, vote) for vote in votes if (found := range_of(vote.value, unit=unit)) is not None]
    voting = without_refined(found for found, _ in read)
    if not voting:
        return Bounds()
    ends = [hi for _, hi in voting if hi != inf]
    return Bounds(
        low=whole(min(lo for lo, _ in voting)),
        best=whole(best_of([(found, vote) for found, vote in read if found in voting])),
        high=whole(max(ends)) if ends else None,
        open_high=len(ends) < len(voting),
    )


def best_of(voting: Sequence[tuple[Range, Vote]]) -> float:
    """The best single figure: most recent, then of most origins, then lowest."""
    latest = max(vote.day or "" for _, vote in voting)
    dated = all(vote.day for _, vote in voting)
    recent = {(found, vote.origin) for found, vote in voting if not dated or vote.day == latest}
    backing = Counter(found for found, _ in recent)
    most = max(backing.values())
    return min(point_of(found) for found, count in backing.items() if count == most)


def point_of(found: Range) -> float:
    """The figure that a wording names: N for "at least N" [GTD], "up to N", "about N"; else the lower end."""
    lo, hi = found
    if lo == 0 and hi != inf:
        return hi
    middle = (lo + hi) / 2
    about = hi != inf and lo < hi and abs((hi - middle) - max(1, middle / 10)) <= 1
    return middle if about and middle == int(middle) else lo


def whole(number: float) -> float:
    """A whole number as int, so that it prints without a decimal point."""
    return int(number) if number == int(number) else number

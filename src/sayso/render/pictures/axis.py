"""A scale of time that is fine near the incident and coarse far from it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LEFT, RIGHT = 2.0, 98.0
"""Per cent of the width between which days are drawn."""
HALF = 1.8
"""Half the width of the incident's own days, in per cent."""
NARROWEST = 1.4
"""What a single day is drawn as, in per cent, so that it can be seen."""
LEAST_SHARE = 0.2
"""Of the width, for the side of the incident that reaches less far."""
YEAR = 365.25
SPANS = ((1, "1 day"), (7, "1 week"), (30, "1 month"), (YEAR, "1 year"), (10 * YEAR, "10 years"),
         (100 * YEAR, "100 years"))  # fmt: skip
WORD_ROOM = 11.0
"""Per cent of the width that a word on the axis needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word on the axis, and where, in per cent of the width."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Days as per cent of the width: logarithmic on either side of the incident.

    Attributes:
        first, last: The days of the incident.
        before, after: How many days the axis reaches on either side.
        middle: Where the incident stands.
    """

    first: date
    last: date
    before: int
    after: int
    middle: float

    @classmethod
    def over(cls, first: date, last: date, days: Iterable[tuple[date, date]]) -> Self:
        """An axis on which the incident and all these intervals find room."""
        found = [(first, last), *days]
        before = max(1, (first - min(start for start, _ in found)).days)
        after = max(1, (max(end for _, end in found) - last).days)
        weights = math.log1p(before), math.log1p(after)
        share = min(max(weights[0] / sum(weights), LEAST_SHARE), 1 - LEAST_SHARE)
        return cls(first=first, last=last, before=before, after=after, middle=LEFT + share * (RIGHT - LEFT))

    @property
    def incident(self) -> tuple[float, float]:
        """Where the incident's own days stand."""
        return round(self.middle - HALF, 2), round(self.middle + HALF, 2)

    def stretch(self, start: date, end: date) -> tuple[float, float]:
        """The ends of an interval of days, bounds included."""
        if (start, end) == (self.first, self.last):
            return self.incident
        left, right = self._place(start), self._place(end)
        if right - left < NARROWEST:
            centre = (left + right) / 2
            left, right = centre - NARROWEST / 2, centre + NARROWEST / 2
        return round(left, 2), round(right, 2)

    def marks(self) -> tuple[Mark, ...]:
        """The words along the axis, those left out that find no room."""
        earlier = [(-days, text) for days, text in SPANS if days <= self.before]
        later = [(days, text) for days, text in SPANS if days <= self.after]
        kept: list[Mark] = []
        for side in (earlier, later):
            last = self.middle
            for days, text in side:
                at = round(self._before(-days) if days < 0 else self._after(days), 2)
                if abs(at - last) >= WORD_ROOM and WORD_ROOM / 2 < at < 100 - WORD_ROOM / 2:
                    kept.append(Mark(at=at, text=text))
                    last = at
        return tuple(sorted(kept, key=lambda mark: mark.at))

    def _place(self, day: date) -> float:
        if day < self.first:
            return self._before((self.first - day).days)
        return self._after((day - self.last).days) if day > self.last else self.middle

    def _before(self, days: float) -> float:
        share = math.log1p(days) / math.log1p(self.before)
        return self.middle - HALF - share * (self.middle - HALF - LEFT)

    def _after(self, days: float) -> float:
        share = math.log1p(days) / math.log1p(self.after)
        return self.middle + HALF + share * (RIGHT - self.middle - HALF)

"""Where the values of a numeric finding stand on a common scale (STANDARDS 4: a range, never a mean)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sayso.model.values import Count, Measure
from sayso.render.view import Bar, Scale

if TYPE_CHECKING:
    from sayso.model.dossier import Finding

MARGIN = 4.0
"""Per cent of the width kept free at either end, so that a mark is not cut off."""

OPEN_ROOM = 22.0
"""Per cent kept free behind the highest number where a source leaves the upper end open."""


def find_scale(finding: Finding) -> tuple[Scale | None, tuple[Bar | None, ...]]:
    """The scale of a finding and the place of each value on it.

    No scale, and no bars, if fewer than two numbers differ or the units do.
    """
    numbers = [value.value for value in finding.values if isinstance(value.value, (Count, Measure))]
    units = {getattr(number, "unit", "") for number in numbers}
    ends = {end for number in numbers for end in (number.lo, number.hi) if end is not None}
    if len(numbers) != len(finding.values) or len(units) != 1 or len(ends) < 2:
        return None, (None,) * len(finding.values)
    room = OPEN_ROOM if any(number.hi is None for number in numbers) else MARGIN
    place = partial(_place, low=min(ends), high=max(ends), room=room)
    best = place(finding.best) if finding.best is not None and finding.best in ends else None
    return Scale(best=best), tuple(
        Bar(
            left=place(number.lo),
            right=100.0 - MARGIN if number.hi is None else place(number.hi),
            open_high=number.hi is None,
        )
        for number in numbers
    )


def _place(number: float, *, low: float, high: float, room: float) -> float:
    return round(MARGIN + (100 - MARGIN - room) * (number - low) / (high - low), 2)

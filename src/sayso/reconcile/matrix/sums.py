"""What marked cells come to: the formulas of STANDARDS 8 [ACH 1.1; Heuer]."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sayso.model.matrix import Mark, Weight

PLACES = 6
"""Decimals to which sums are compared: weights are products of 0.707 and 1.414, not exact."""


def row_weight(credibility: Weight, relevance: Weight) -> float:
    """How much a row counts.

    >>> from sayso.model.matrix import Weight
    >>> row_weight(Weight.MEDIUM, Weight.MEDIUM)
    1.0
    """
    return round(credibility.factor * relevance.factor, PLACES)


def inconsistency(cells: Iterable[tuple[Mark, float]]) -> float:
    """The sum of weight times inconsistency over a column's cells.

    >>> from sayso.model.matrix import Mark
    >>> inconsistency([(Mark.II, 1.0), (Mark.I, 1.414), (Mark.CC, 1.0)])
    3.414
    """
    return round(sum(mark.inconsistency * weight for mark, weight in cells), PLACES)


def diagnosticity(marks: Iterable[Mark]) -> int | None:
    """How far a row tells the columns apart; None if fewer than two of its cells say anything.

    >>> from sayso.model.matrix import Mark
    >>> diagnosticity([Mark.CC, Mark.I]), diagnosticity([Mark.C, Mark.C]), diagnosticity([Mark.NA, Mark.C])
    (3, 0, None)
    """
    told = [mark.consistency for mark in marks if mark.consistency is not None]
    return max(told) - min(told) if len(told) > 1 else None


def least_contradicted(
    marks: Mapping[tuple[str, str], Mark],
    weights: Mapping[str, float],
    columns: Collection[str],
    *,
    without: str | None = None,
) -> tuple[str, ...]:
    """The columns with the lowest inconsistency, in their order; all that tie.

    Args:
        marks: By row and column.
        weights: By row.
        columns: Those that are compared.
        without: A row that is left out; None for none.
    """
    sums = {
        column: inconsistency(
            (mark, weights[row]) for (row, of), mark in marks.items() if of == column and row != without
        )
        for column in columns
    }
    lowest = min(sums.values(), default=0.0)
    return tuple(column for column in columns if sums[column] == lowest)

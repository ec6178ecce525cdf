"""Explanations weighed against each other: rows, columns, cells and what they come to (STANDARDS 8).

Analysis of competing hypotheses [Heuer; ACH 1.1]. Cells and weights are an analyst's. The machine proposes
which rows bear on which column, and why, and does the sums. Nothing is crowned.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """If the explanation were true, would we see this? From very consistent to very inconsistent."""

    CC = "CC"
    C = "C"
    N = "N"
    I = "I"  # noqa: E741 -- the field's own letter
    II = "II"
    NA = "NA"

    @property
    def inconsistency(self) -> int:
        """What the cell adds to its column: I=1, II=2, everything else nothing."""
        return {Mark.I: 1, Mark.II: 2}.get(self, 0)

    @property
    def consistency(self) -> int | None:
        """Its place between CC=2 and II=-2; None for what is not applicable."""
        return {Mark.CC: 2, Mark.C: 1, Mark.N: 0, Mark.I: -1, Mark.II: -2}.get(self)


class Weight(StrEnum):
    """How much a row counts by its credibility, or by its relevance."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def factor(self) -> float:
        """By what the row is multiplied [ACH 1.1]."""
        return {Weight.LOW: 0.707, Weight.MEDIUM: 1.0, Weight.HIGH: 1.414}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A proposal by rule that a row bears on an explanation; never in which direction.

    Attributes:
        hypothesis: Id of the explanation.
        why: One clause in plain words.
    """

    hypothesis: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A finding as a row; copies of one statement are one finding and so count once.

    What reports say of responsibility gives two rows for each party: its own word, and what others say.

    Attributes:
        id: Made from the address.
        address: How a ruling names the row; it stays the same when reports are added.
        finding: Id of the finding.
        text: The question, or whose word it is.
        told: The answers in words.
        origins: How many origins stand behind it; tells an analyst what to weigh, and weighs nothing itself.
        credibility, relevance: As an analyst set them; medium otherwise.
        weight: The product of their factors.
        set_by: Who set them: ``machine`` or ``analyst``.
        bearings: Columns on which it is proposed to bear.
        diagnosticity: Largest less smallest consistency of its cells, 0 if it tells no two columns apart;
            None if fewer than two cells are marked.
        without: The columns that would be least contradicted without this row, if others than with it;
            empty if it changes nothing.
    """

    id: str
    address: str
    finding: str
    text: str
    told: tuple[str, ...]
    origins: int
    credibility: Weight
    relevance: Weight
    weight: float
    set_by: str
    bearings: tuple[Bearing, ...]
    diagnosticity: int | None
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixColumn:
    """An explanation as a column.

    Attributes:
        hypothesis: Its id.
        address: How a ruling names it.
        marked: How many of its cells an analyst has marked.
        inconsistency: The sum of weight and inconsistency over its cells; None while no cell is marked by
            an analyst, since what nobody has weighed is not uncontradicted.
    """

    hypothesis: str
    address: str
    marked: int
    inconsistency: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One row under one explanation.

    Attributes:
        row: Id of the row.
        finding: Id of its finding.
        set_by: ``analyst``; or ``machine`` for the N proposed for a party's own denial or boast.
        why: The reason given.
        judgement: Id of the ruling; None for a proposal.
    """

    row: str
    finding: str
    mark: Mark
    set_by: str
    why: str
    judgement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """All rows and columns, and what the cells come to.

    Attributes:
        least: Ids of the columns with the lowest inconsistency, several where they tie: least contradicted,
            which is not most probable; empty while an analyst has weighed fewer than two columns.
        blank: How many cells for which a bearing is proposed are not marked.
    """

    rows: tuple[MatrixRow, ...] = ()
    columns: tuple[MatrixColumn, ...] = ()
    least: tuple[str, ...] = ()
    blank: int = 0

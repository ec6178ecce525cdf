"""The matrix of explanations: an analyst's cells over rows that the machine proposes (STANDARDS 8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sayso.model.judgements import Applied, Judgement, Ruling
from sayso.model.matrix import Mark, Matrix, MatrixCell, MatrixColumn, MatrixRow, Weight
from sayso.reconcile.matrix.bearings import Setting
from sayso.reconcile.matrix.rows import OWN_REASON, Candidate, find_rows, match_column, match_row
from sayso.reconcile.matrix.sums import diagnosticity, inconsistency, least_contradicted, row_weight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.model.dossier import Dossier, Hypothesis
    from sayso.reconcile.speakers import Case

__all__ = ["weigh_explanations"]

FOR, AGAINST = frozenset({Mark.CC, Mark.C}), frozenset({Mark.I, Mark.II})
FEWEST = 2
"""Columns that an analyst must have weighed before any two can be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What the rulings on the matrix come to.

    Attributes:
        cells: By row and column, the ruling that holds.
        weights: By row.
        status: What became of each ruling, by id.
    """

    cells: Mapping[tuple[str, str], Judgement]
    weights: Mapping[str, Judgement]
    status: Mapping[str, str]


def weigh_explanations(dossier: Dossier, case: Case) -> Dossier:
    """The dossier with its matrix, the cells of every explanation, and what became of each ruling.

    Args:
        dossier: With findings, hypotheses, steps, and the log of judgements as it stands.
        case: What is known across reports.
    """
    setting = Setting(
        case=case,
        steps={claim: step for step in dossier.accountability for claim in step.claims},
        entities={entity.id: entity for entity in dossier.entities},
    )
    candidates = find_rows(dossier, setting)
    ruled = apply_rulings(dossier.judgements, candidates, dossier.hypotheses, setting)
    held = {row for row, _ in ruled.cells} | set(ruled.weights)
    rows = [row for row in candidates if row.bearings or row.id in held]
    marks = {**proposed(rows), **{place: mark_of(ruling) for place, ruling in ruled.cells.items()}}
    matrix = make_matrix(rows, dossier.hypotheses, marks, ruled)
    judgements = tuple(
        replace(one, status=ruled.status.get(one.judgement.id, one.status)) for one in dossier.judgements
    )
    hypotheses = tuple(with_cells(one, rows, marks, ruled) for one in dossier.hypotheses)
    return replace(dossier, matrix=matrix, hypotheses=hypotheses, judgements=judgements)


def apply_rulings(
    judgements: Sequence[Applied],
    rows: Sequence[Candidate],
    hypotheses: Sequence[Hypothesis],
    setting: Setting,
) -> Ruled:
    """Lay rulings on the matrix; of several on one cell, or one row, the last in time holds.

    Their order in the log changes nothing: only when they were made does.
    """
    standing = [
        one.judgement for one in judgements if one.judgement.ruling.on_matrix and one.status != "withdrawn"
    ]
    cells: dict[tuple[str, str], Judgement] = {}
    weights: dict[str, Judgement] = {}
    status: dict[str, str] = {}
    for ruling in sorted(standing, key=lambda one: (instant(one.at), one.id)):
        told = ruling.weighed
        row = match_row(told.row, rows) if told is not None else None
        column = match_column(told.hypothesis, hypotheses, setting) if told and told.hypothesis else None
        if row is None or (ruling.ruling is Ruling.CELL and column is None):
            status[ruling.id] = "orphaned"
            continue
        before = weights.get(row.id) if column is None else cells.get((row.id, column.id))
        if before is not None:
            status[before.id] = "replaced"
        status[ruling.id] = "applied"
        if column is None:
            weights[row.id] = ruling
        else:
            cells[row.id, column.id] = ruling
    return Ruled(cells=cells, weights=weights, status=status)


def instant(at: str) -> datetime:
    """When a ruling was made, for putting rulings in order; a time without a zone is taken as UTC."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def mark_of(ruling: Judgement) -> Mark:
    """The mark that a ruling on a cell sets."""
    return (ruling.weighed.mark if ruling.weighed else None) or Mark.NA


def proposed(rows: Sequence[Candidate]) -> dict[tuple[str, str], Mark]:
    """The only cells that the machine proposes: N for a party's own word on itself."""
    return {(row.id, row.own): Mark.N for row in rows if row.own is not None}


def make_matrix(
    rows: Sequence[Candidate],
    hypotheses: Sequence[Hypothesis],
    marks: Mapping[tuple[str, str], Mark],
    ruled: Ruled,
) -> Matrix:
    """Rows, columns and sums."""
    weights = {row.id: weight_of(row.id, ruled) for row in rows}
    by_analyst = {one.id: sum(1 for _, column in ruled.cells if column == one.id) for one in hypotheses}
    weighed = [one.id for one in hypotheses if by_analyst[one.id]]
    enough = len(weighed) >= FEWEST
    least = least_contradicted(marks, weights, weighed) if enough else ()
    columns = tuple(
        MatrixColumn(
            hypothesis=one.id,
            address=one.address,
            marked=by_analyst[one.id],
            inconsistency=(
                inconsistency(
                    (mark, weights[row]) for (row, column), mark in marks.items() if column == one.id
                )
                if by_analyst[one.id]
                else None
            ),
        )
        for one in hypotheses
    )
    made = []
    for row in rows:
        own = [mark for (of, _), mark in marks.items() if of == row.id]
        without = least_contradicted(marks, weights, weighed, without=row.id) if least else ()
        made.append(make_row(row, own, ruled, without=without if without != least else ()))
    blank = sum(1 for row in rows for one in row.bearings if (row.id, one.hypothesis) not in marks)
    return Matrix(rows=tuple(made), columns=columns, least=least, blank=blank)


def weight_of(row: str, ruled: Ruled) -> float:
    """How much a row counts, as an analyst set it; medium by medium otherwise."""
    return row_weight(*set_weights(row, ruled))


def set_weights(row: str, ruled: Ruled) -> tuple[Weight, Weight]:
    """Credibility and relevance of a row."""
    told = ruled.weights[row].weighed if row in ruled.weights else None
    credibility = told.credibility if told else None
    relevance = told.relevance if told else None
    return credibility or Weight.MEDIUM, relevance or Weight.MEDIUM


def make_row(row: Candidate, marks: Sequence[Mark], ruled: Ruled, *, without: tuple[str, ...]) -> MatrixRow:
    """A row with what an analyst weighed of it."""
    credibility, relevance = set_weights(row.id, ruled)
    return MatrixRow(
        id=row.id, address=row.address, finding=row.finding, text=row.text, told=row.told,
        origins=row.origins, credibility=credibility, relevance=relevance,
        weight=row_weight(credibility, relevance),
        set_by="analyst" if row.id in ruled.weights else "machine", bearings=row.bearings,
        diagnosticity=diagnosticity(marks), without=without,
    )  # fmt: skip


def with_cells(
    hypothesis: Hypothesis,
    rows: Sequence[Candidate],
    marks: Mapping[tuple[str, str], Mark],
    ruled: Ruled,
) -> Hypothesis:
    """An explanation with its marked cells, and the findings that an analyst put for and against it."""
    cells = []
    for row in rows:
        mark, ruling = marks.get((row.id, hypothesis.id)), ruled.cells.get((row.id, hypothesis.id))
        if mark is not None:
            cells.append(
                MatrixCell(
                    row=row.id,
                    finding=row.finding,
                    mark=mark,
                    set_by="analyst" if ruling else "machine",
                    why=ruling.why if ruling else OWN_REASON,
                    judgement=ruling.id if ruling else None,
                )
            )
    told = [cell for cell in cells if cell.set_by == "analyst"]
    return replace(
        hypothesis,
        matrix=tuple(cells),
        evidence_for=tuple(dict.fromkeys(cell.finding for cell in told if cell.mark in FOR)),
        evidence_against=tuple(dict.fromkeys(cell.finding for cell in told if cell.mark in AGAINST)),
    )

"""The matrix of explanations, as typed values for the page and the text (STANDARDS 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.matrix import Mark
from sayso.render.phrases import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sayso.model.dossier import Hypothesis
    from sayso.model.matrix import MatrixCell, MatrixColumn, MatrixRow
    from sayso.render.lookup import Lookup

MARKS: dict[Mark, str] = {
    Mark.CC: "very consistent",
    Mark.C: "consistent",
    Mark.N: "neutral",
    Mark.I: "inconsistent",
    Mark.II: "very inconsistent",
    Mark.NA: "not applicable",
}
NOT_PROBABLE = "Least contradicted is not most probable, and no explanation is preferred here."
NOTHING_YET = (
    "No analyst has marked enough cells to compare explanations. The rows and columns stand here as a "
    "proposal: a circle means only that a row may bear on a column."
)
HOW = (
    "Mark a cell with your own judgement: if the explanation were true, would we see this? "
    "Copy the row and the explanation as they are written here:"
)
COMMAND = 'sayso judge LOG cell "{row}" "{column}" I --by NAME --reason WORDS'
OPEN_CELL = "may bear on it: {why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: its mark, or a circle where a row is proposed to bear, or nothing.

    Attributes:
        words: What the sign means, with the reason, for whoever does not see it.
    """

    sign: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row with its cells, in the order of the columns.

    Attributes:
        number: The point's number on the page; None if it has none.
        reasons: Why it is proposed to bear, each reason once.
    """

    address: str
    text: str
    told: str
    number: int | None
    origins: str
    weight: str
    cells: tuple[Cell, ...]
    diagnosticity: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An explanation: what it says, how a ruling names it, and its sum."""

    statement: str
    address: str
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The matrix as it is shown.

    Attributes:
        sentences: What the cells come to.
        rulings: Rulings on the matrix that no longer fit anything.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sentences: tuple[str, ...]
    rulings: tuple[str, ...]
    how: str
    command: str


def weighing(lookup: Lookup, numbers: Mapping[str, int]) -> Weighing | None:
    """The matrix; None if no report puts forward any explanation."""
    matrix, hypotheses = lookup.dossier.matrix, lookup.dossier.hypotheses
    if not matrix.rows or not hypotheses:
        return None
    cells = {(cell.row, one.id): cell for one in hypotheses for cell in one.matrix}
    names = {one.id: plain(one.statement) for one in hypotheses}
    columns = {column.hypothesis: column for column in matrix.columns}
    first = matrix.rows[0]
    return Weighing(
        columns=tuple(
            Column(
                statement=names[one.id],
                address=plain(one.address),
                total=_total(columns[one.id]) if one.id in columns else "–",
            )
            for one in hypotheses
        ),
        rows=tuple(_row(row, hypotheses, cells, numbers) for row in matrix.rows),
        sentences=tuple(_sentences(lookup, names)),
        rulings=tuple(_orphans(lookup)),
        how=HOW,
        command=COMMAND.format(row=plain(first.address), column=plain(hypotheses[0].address)),
    )


def _total(column: MatrixColumn) -> str:
    return "–" if column.inconsistency is None else f"{column.inconsistency:g}"


def _row(
    row: MatrixRow,
    hypotheses: tuple[Hypothesis, ...],
    cells: Mapping[tuple[str, str], MatrixCell],
    numbers: Mapping[str, int],
) -> Row:
    why = {one.hypothesis: one.why for one in row.bearings}
    return Row(
        address=plain(row.address),
        text=plain(row.text),
        told="; ".join(plain(one) for one in row.told),
        number=numbers.get(row.finding),
        origins=f"{row.origins} {'origin' if row.origins == 1 else 'origins'}",
        weight="" if row.set_by == "machine" else f"credibility {row.credibility}, relevance {row.relevance}",
        cells=tuple(_cell(cells.get((row.id, one.id)), why.get(one.id)) for one in hypotheses),
        diagnosticity="–" if row.diagnosticity is None else str(row.diagnosticity),
        reasons=tuple(dict.fromkeys(why.values())),
    )


def _cell(cell: MatrixCell | None, why: str | None) -> Cell:
    if cell is None:
        return (
            Cell(sign="○", kind="open", words=OPEN_CELL.format(why=why))
            if why
            else Cell(sign="", kind="", words="")
        )
    by = "proposed" if cell.set_by == "machine" else "set by an analyst"
    return Cell(
        sign=str(cell.mark),
        kind=f"{'proposed' if cell.set_by == 'machine' else 'set'} m-{cell.mark.lower()}",
        words=f"{MARKS[cell.mark]}, {by}: {plain(cell.why)}",
    )


def _sentences(lookup: Lookup, names: Mapping[str, str]) -> Iterator[str]:
    """What the cells come to, with ties, what is not weighed, and what decides."""
    matrix = lookup.dossier.matrix
    if not matrix.least:
        yield NOTHING_YET
        return
    tie = " (tied)" if len(matrix.least) > 1 else ""
    total = next(c.inconsistency for c in matrix.columns if c.hypothesis == matrix.least[0])
    listed = "; ".join(f"“{names[one]}”" for one in matrix.least)
    yield f"Least contradicted, with {total:g}{tie}: {listed}. {NOT_PROBABLE}"
    left = [column for column in matrix.columns if not column.marked]
    if left:
        yield f"{len(left)} of {len(matrix.columns)} explanations have no cell marked and are not compared."
    if matrix.blank:
        yield f"{matrix.blank} cells for which a bearing is proposed are blank."
    for row in matrix.rows:
        if row.without:
            instead = "; ".join(f"“{names[one]}”" for one in row.without)
            yield f"Without the row “{plain(row.address)}” it would be {instead}."
    useless = [row for row in matrix.rows if row.diagnosticity == 0]
    if useless:
        listed = ", ".join(f"“{plain(row.address)}”" for row in useless)
        yield f"Telling no two explanations apart, as marked: {listed}."


def _orphans(lookup: Lookup) -> Iterator[str]:
    """Rulings whose row or explanation stands in no report any more; kept, and shown."""
    for one in lookup.dossier.judgements:
        told = one.judgement.weighed
        if told is not None and one.status == "orphaned":
            where = f" under “{plain(told.hypothesis)}”" if told.hypothesis else ""
            mark = f": {told.mark}" if told.mark else ""
            yield f"{one.judgement.id}, on “{plain(told.row)}”{where}{mark}, by {plain(one.judgement.by)}"

"""Tables for spreadsheets: how cells are written so that no program takes one for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = str | int | float | bool | None
"""A cell before it is written; None where nothing is known or said."""

FORMULA = frozenset("=+-@＝＋－＠")  # the wide forms are formulas too in East Asian editions
"""What a spreadsheet takes for the beginning of a formula."""
BREAKS = frozenset("\t\r\n")
"""What some spreadsheets drop at the beginning of a cell, so that what follows begins it."""
GUARD = "'"
"""Stands before the text of a cell that is no formula but would look like one."""
BYTE_ORDER_MARK = "\ufeff"
"""Begins every table: without it a spreadsheet takes UTF-8 for its own code page and garbles names."""
LINES = "\n"
"""Parts the entries of a list in one cell."""
LARGEST = 1 << 27
"""Characters that a cell may have when it is read: more than any report has."""


def render_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    r"""A table as CSV (RFC 4180), with a byte order mark and one line of headings.

    Args:
        columns: The headings.
        rows: A cell for each column.

    >>> render_table(("name", "n"), [("=SUM(A1)", 3), ("'twas", None)])
    "\ufeffname,n\r\n'=SUM(A1),3\r\n''twas,\r\n"
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([write_cell(cell) for cell in row])
    return BYTE_ORDER_MARK + out.getvalue()


def read_table(text: str) -> tuple[dict[str, str], ...]:
    """The rows of a table that ``render_table`` made, each cell as it was before it was made safe.

    Args:
        text: The file, decoded as UTF-8, line ends untouched; with its byte order mark or without.

    Returns:
        A row as heading and text; numbers as written, ``yes`` and ``no``, and nothing for None.
    """
    usual = csv.field_size_limit(LARGEST)
    try:
        first, *rest = csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True)
        return tuple(dict(zip(first, map(read_cell, row), strict=True)) for row in rest)
    finally:
        csv.field_size_limit(usual)


def write_cell(cell: Cell) -> str:
    """A cell as it stands in the file.

    Text that begins, after any blanks, like a formula gets an apostrophe before it, and so does text
    that begins with an apostrophe of its own: whoever takes one away from every cell that begins with
    one has the text again. Numbers stand as they are; a number below zero is no formula.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float)):
        return str(int(cell)) if cell == int(cell) else repr(cell)
    begins = cell.lstrip().lstrip(BYTE_ORDER_MARK)[:1]
    return GUARD + cell if begins in FORMULA or cell[:1] in BREAKS | {GUARD} else cell


def read_cell(written: str) -> str:
    """The text of a cell as it was before ``write_cell``."""
    return written.removeprefix(GUARD)


def join_lines(parts: Iterable[str]) -> str:
    """A list in one cell, an entry a line, none twice."""
    return LINES.join(dict.fromkeys(" ".join(part.split()) for part in parts if part))

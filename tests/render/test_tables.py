from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.render.tables import (
    BYTE_ORDER_MARK,
    FORMULA,
    Cell,
    join_lines,
    read_cell,
    read_table,
    render_table,
    write_cell,
)

BEGINNINGS = [*sorted(FORMULA), "'", '"', ",", "\t", "\r", "\n", "\r\n", " ", "\u00a0", "\ufeff", ""]
TEXTS = st.builds(
    "{}{}".format,
    st.lists(st.sampled_from(BEGINNINGS), max_size=4).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)


@given(st.lists(st.tuples(TEXTS, TEXTS)))
def test_every_cell_reads_back_equal(rows: list[tuple[str, str]]) -> None:
    written = render_table(("a", "b"), rows).encode().decode("utf-8-sig")
    assert [tuple(row.values()) for row in read_table(written)] == rows


@given(TEXTS)
def test_no_text_cell_begins_like_a_formula(text: str) -> None:
    written = write_cell(text)
    assert written[:1] not in FORMULA | {"\t", "\r", "\n"}
    assert written.lstrip()[:1] not in FORMULA


@given(TEXTS)
def test_any_reader_of_csv_gets_the_text_by_taking_one_apostrophe_away(text: str) -> None:
    row = next(csv.reader(io.StringIO(render_table((text, "b"), [])[1:], newline=""), strict=True))
    assert row == [text, "b"]
    assert read_cell(write_cell(text)) == text


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (3.0, "3"),
        (-73.98, "-73.98"),
        ("-73.98", "'-73.98"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        (" \u00a0=1+1", "' \u00a0=1+1"),
        ("\t=1", "'\t=1"),
        ("'s", "''s"),
        ("nine", "nine"),
    ],
)
def test_cells_are_written_so(cell: Cell, written: str) -> None:
    assert write_cell(cell) == written


def test_a_table_begins_with_a_byte_order_mark_and_its_headings() -> None:
    assert render_table(("a", "b"), [(1, None)]) == BYTE_ORDER_MARK + "a,b\r\n1,\r\n"


def test_a_list_stands_in_one_cell_a_line_each_and_nothing_twice() -> None:
    assert join_lines(["Ilva\nTarrin", "", "I. Tarrin", "Ilva Tarrin"]) == "Ilva Tarrin\nI. Tarrin"

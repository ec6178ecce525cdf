"""`sayso quotes`: who says what, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

import sayso
from sayso.cli import main
from sayso.pipeline.quotations import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Two killed as ferry burns off Ostrel

"The engine room was full of smoke," coast guard spokesman Tam Vellin told Norda TV on Monday.

The owner denied any fault. It was reported that two passengers had jumped.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(["quotes", *argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_table_shows_speaker_verb_words_and_chain(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, str(report), "--quiet")
    assert code == 0
    line = next(line for line in out.splitlines() if "smoke" in line and "told" in line)
    assert "Tam Vellin" in line
    assert "Norda TV > " in line
    assert "(nobody named)" in out


def test_every_offset_leads_to_the_words(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, str(report), "--format", "jsonl", "--quiet")
    records = [json.loads(line) for line in out.splitlines()]
    assert records
    assert all(set(record) == set(COLUMNS) for record in records)
    for record in records:
        words = [TEXT[start:end] for start, end in record["quotation_offsets"]]
        assert " … ".join(words) == record["quotation"]
        assert record["speaker_holds"] in {"CT+", "CT-", "PR+", "PS+", "Uu"}
    denial = next(record for record in records if record["stance"] == "deny")
    assert (denial["speaker_holds"], denial["author_holds"]) == ("CT-", "Uu")


def test_csv_has_the_same_rows_as_json_lines(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, lines, _ = run(capsys, str(report), "--format", "jsonl", "--quiet")
    _, table, _ = run(capsys, str(report), "--format", "csv", "--quiet")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in lines.splitlines()]
    assert {row["named"] for row in rows} <= {"yes", "no"}


def test_no_cell_is_taken_for_a_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text('Dana Walker said: "=1+1 is what they told us."', encoding="utf-8")
    (tmp_path / "b.txt").write_text("Dana Walker said -five degrees had killed it.", encoding="utf-8")
    _, table, _ = run(capsys, str(tmp_path), "--format", "csv", "--quiet")
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_report_that_cannot_be_read_is_named_and_the_rest_goes_on(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (report.parent / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    code, out, err = run(capsys, str(report.parent), "--format", "jsonl", "--quiet")
    assert code == 0
    assert "broken.pdf" in err
    assert {json.loads(line)["file"] for line in out.splitlines()} == {"ferry.txt"}


def test_more_processes_change_nothing(report: Path) -> None:
    (report.parent / "second.txt").write_text(TEXT.replace("Ostrel", "Zelin"), encoding="utf-8")
    assert sayso.quotes([report.parent], jobs=2) == sayso.quotes([report.parent])


def test_no_report_is_an_error_with_a_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, str(tmp_path / "nowhere"))
    assert (code, out) == (1, "")
    assert "nowhere" in err

"""`sayso who` and `sayso judge`, as a person at a terminal sees them. The incident is invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.cli import main
from sayso.errors import ConfigError
from sayso.model.judgements import Ruling, Weighed
from sayso.model.matrix import Mark, Weight
from sayso.pipeline.judgements import read_judgements

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

POST = """Ferry burns off Ostrel

Harbour master Omar Tarvik said two people were killed when a ferry burned off Ostrel on Monday. Tarvik \
blamed the Reed Front, a militia. Karl Benning, the leader of the Reed Front, denied it.
"""
BELL = """Three dead off Ostrel

"We saw three dead," said Umar Tarvik, the harbour master. Anna Tarvik, 30, was unhurt.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    (tmp_path / "bell.txt").write_text(BELL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*argv: str) -> tuple[int, str, str]:
        code = main(argv)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


@pytest.mark.usefixtures("folder")
class TestWho:
    def test_it_tells_spellings_roles_and_what_is_said(self, run: Run) -> None:
        code, out, _ = run("who", "Omar Tarvik", "post.txt", "bell.txt", "--quiet")
        assert code == 0
        assert "Tarvik – person" in out
        assert "Umar Tarvik  1× (bell.txt)" in out
        assert "arbour master" in out

    def test_it_names_the_accuser_and_the_denial(self, run: Run) -> None:
        _, out, _ = run("who", "Reed Front", "post.txt", "bell.txt", "--quiet")
        assert "militia" in out
        assert "Tarvik" in out
        assert "Karl Benning: leader of it" in out

    def test_a_written_dossier_answers_without_reading_again(self, run: Run) -> None:
        run("dossier", "post.txt", "bell.txt", "-o", "out", "--quiet")
        code, out, _ = run("who", "Tarvik", "out", "--why", "Umar Tarvik")
        assert code == 0
        assert "are taken for one" in out

    def test_it_says_why_two_are_two(self, run: Run) -> None:
        _, out, _ = run("who", "Omar Tarvik", "post.txt", "bell.txt", "--why", "Anna Tarvik", "--quiet")
        assert "are taken for two" in out
        assert "Anna" in out

    def test_json_is_the_entity_as_the_dossier_holds_it(self, run: Run) -> None:
        _, out, _ = run("who", "Omar Tarvik", "post.txt", "bell.txt", "--json", "--quiet")
        assert json.loads(out)[0]["kind"] == "person"

    def test_an_unknown_name_is_met_with_names_that_come_near(self, run: Run) -> None:
        code, _, err = run("who", "Omar Tarvig", "post.txt", "--quiet")
        assert code == 1
        assert "did you mean Omar Tarvik" in err


@pytest.mark.usefixtures("folder")
class TestJudge:
    def test_a_ruling_is_logged_and_obeyed(self, run: Run) -> None:
        said = ("--by", "A. Lyst", "--reason", "two brothers", "--at", "2031-05-04T10:00:00+00:00")
        code, out, _ = run("judge", "log.jsonl", "apart", "Omar Tarvik", "Umar Tarvik", *said)
        assert code == 0
        assert out.startswith("jdg-")
        _, told, _ = run(
            "who", "Omar Tarvik", "post.txt", "bell.txt", "--judgements", "log.jsonl", "--why", "Umar Tarvik",
            "--quiet",
        )  # fmt: skip
        assert "are taken for two" in told
        assert "an analyst keeps them apart" in told

    def test_the_dossier_shows_each_ruling_and_what_became_of_it(self, run: Run) -> None:
        said = ("--by", "A. Lyst", "--reason", "seen", "--at", "2031-05-04T10:00:00+00:00")
        run("judge", "log.jsonl", "same", "Nobody Known", "Umar Tarvik", *said)
        run("dossier", "post.txt", "bell.txt", "-o", "out", "--judgements", "log.jsonl", "--quiet")
        dossier = json.loads(Path("out/dossier.json").read_text(encoding="utf-8"))
        assert [one["status"] for one in dossier["judgements"]] == ["orphaned"]
        assert dossier["generated_from"]["judgements"].startswith("log-")
        assert run("verify", "out")[0] == 0

    def test_a_line_broken_off_by_a_crash_is_left_out_and_then_replaced(self, run: Run) -> None:
        said = ("--by", "A. Lyst", "--reason", "seen", "--at", "2031-05-04T10:00:00+00:00")
        run("judge", "log.jsonl", "same", "A B", "C D", *said)
        with Path("log.jsonl").open("a", encoding="utf-8") as log:
            log.write('{"ruling": "sa')
        assert len(read_judgements("log.jsonl")) == 1
        run("judge", "log.jsonl", "same", "E F", "G H", *said)
        assert [one.names[0].name for one in read_judgements("log.jsonl")] == ["A B", "E F"]

    def test_a_withdrawal_names_the_ruling(self, run: Run) -> None:
        said = ("--by", "A. Lyst", "--reason", "seen", "--at", "2031-05-04T10:00:00+00:00")
        _, made, _ = run("judge", "log.jsonl", "same", "A B", "C D", *said)
        run("judge", "log.jsonl", "withdrawn", made.strip(), *said)
        last = read_judgements("log.jsonl")[-1]
        assert (last.ruling, last.withdraws) == (Ruling.WITHDRAWN, made.strip())

    def test_a_cell_and_a_weight_of_the_matrix_are_logged_and_read_back(self, run: Run) -> None:
        said = ("--by", "A. Lyst", "--reason", "seen", "--at", "2031-05-04T10:00:00+00:00")
        run("judge", "log.jsonl", "cell", "injured / guards", "staged", "ii", *said)
        run("judge", "log.jsonl", "weight", "injured / guards", "--credibility", "high", *said)
        cell, weight = (one.weighed for one in read_judgements("log.jsonl"))
        assert cell == Weighed(row="injured / guards", hypothesis="staged", mark=Mark.II)
        assert weight == Weighed(row="injured / guards", credibility=Weight.HIGH, relevance=Weight.MEDIUM)

    def test_a_mark_that_the_matrix_does_not_know_is_refused_with_those_it_knows(self, run: Run) -> None:
        said = ("--by", "A. Lyst", "--reason", "seen")
        code, _, err = run("judge", "log.jsonl", "cell", "weapon", "staged", "maybe", *said)
        assert code == 1
        assert "CC, C, N, I, II or NA" in err
        assert not Path("log.jsonl").exists()

    @pytest.mark.parametrize(
        "line",
        [
            "{}",
            "[]",
            "no json",
            '{"ruling": "same", "names": ["A"]}',
            '{"ruling": "cell", "row": "a", "hypothesis": "b", "mark": "X", "by": "c", "at": "d", "why": ""}',
            '{"ruling": "same", "names": ["A", "B"], "mark": "I", "by": "c", "at": "d", "why": "e"}',
        ],
    )
    def test_a_line_that_is_no_ruling_is_named(self, folder: Path, line: str) -> None:
        (folder / "bad.jsonl").write_text(line + "\n", encoding="utf-8")
        with pytest.raises(ConfigError, match=r"bad\.jsonl, line 1"):
            read_judgements("bad.jsonl")

    def test_one_name_alone_is_refused(self, run: Run) -> None:
        code, _, err = run("judge", "log.jsonl", "same", "A B", "--by", "X", "--reason", "y")
        assert code == 1
        assert "give two names" in err
        assert not Path("log.jsonl").exists()

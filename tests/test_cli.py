"""What a person at a terminal, or a script, sees of each command."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from sayso import __version__
from sayso.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

FERRY = """Two killed as ferry burns off Ostrel

Two people were killed and six injured when a ferry caught fire off Ostrel on Monday, coast guard \
spokesman Tam Vellin said.
"""
BELL = """Three dead in Ostrel ferry fire

Three people were killed in a ferry fire off Ostrel on Monday, the harbour office said. Several others \
were injured.
"""


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds two reports on one fire, and what they lack."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "bell.txt").write_text(BELL, encoding="utf-8")
    entries = [
        {"file": "ferry.txt", "outlet": "Ferry Post", "date": "2031-06-03"},
        {"file": "bell.txt", "outlet": "Bell", "date": "2031-06-04"},
    ]
    (tmp_path / "meta.json").write_text(json.dumps({"documents": entries}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in this process: exit code, standard output, standard error."""

    def run_command(*argv: str) -> tuple[int, str, str]:
        try:
            code = main(argv)
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


def start(*argv: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso.cli", *argv]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.usefixtures("reports")
def test_a_dossier_is_written_and_its_summary_printed(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("dossier", "reports", "--meta", "meta.json", "-o", "out")
    assert code == 0
    assert {path.name for path in Path("out").iterdir()} == {
        *(
            "dossier.html",
            "dossier.json",
            "dossier.md",
            "claims.csv",
            "findings.csv",
            "incident.csv",
            "entities.csv",
        ),
        *("reports", "SHA256SUMS"),
    }
    assert "2 reports" in out
    assert "wrote out/dossier.html" in err
    assert "2/2" in err


@pytest.mark.usefixtures("reports")
def test_json_goes_to_standard_output_and_fits_the_published_schema(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    _, schema, _ = run("schema")
    code, out, _ = run("dossier", "reports", "--meta", "meta.json", "-o", "out", "--json")
    assert code == 0
    assert out.strip() == Path("out/dossier.json").read_text(encoding="utf-8").strip()
    jsonschema.validate(json.loads(out), json.loads(schema))


@pytest.mark.usefixtures("reports")
def test_only_the_formats_asked_for_are_written(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("dossier", "reports", "-o", "out", "--format", "md,json", "--quiet")[0] == 0
    assert {path.name for path in Path("out").iterdir()} == {
        "dossier.json",
        "dossier.md",
        "reports",
        "SHA256SUMS",
    }


@pytest.mark.usefixtures("reports")
def test_the_brief_is_written_when_asked_for_and_verified(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("dossier", "reports", "-o", "out", "--format", "json", "--brief", "--quiet")[0] == 0
    assert {path.name for path in Path("out").iterdir()} == {
        *("dossier.json", "brief.html", "brief.md"),
        *("reports", "SHA256SUMS"),
    }
    assert run("verify", "out")[0] == 0
    Path("out/brief.md").write_text("# Something else, made with sayso", encoding="utf-8")
    code, _, err = run("verify", "out")
    assert code == 1
    assert "brief.md" in err


@pytest.mark.usefixtures("reports")
def test_quiet_says_nothing_on_standard_error(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("dossier", "reports", "-o", "out", "--quiet")
    assert (code, err) == (0, "")
    assert out


@pytest.mark.usefixtures("reports")
def test_reports_on_standard_input_are_json_lines() -> None:
    lines = "\n".join(
        json.dumps({"file": f"{name}.txt", "outlet": name, "text": text})
        for name, text in (("ferry", FERRY), ("bell", BELL))
    )
    done = start("dossier", "-", "-o", "out", "--json", "--quiet", input=lines)
    assert done.returncode == 0, done.stderr
    assert sorted(report["outlet"] for report in json.loads(done.stdout)["reports"]) == ["bell", "ferry"]
    assert start("verify", "out").returncode == 0


@pytest.mark.usefixtures("reports")
def test_read_shows_a_line_for_each_report(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("read", "reports", "--meta", "meta.json")
    heading, *lines = out.splitlines()
    assert (code, err) == (0, "")
    assert heading.split() == [
        "file",
        "type",
        "captured",
        "outlet",
        "title",
        "date",
        "lang",
        "furniture",
        "remarks",
    ]
    assert len(lines) == 2
    assert any("Ferry Post" in line and "2031-06-03" in line for line in lines)


@pytest.mark.usefixtures("reports")
def test_read_names_the_other_places_of_the_very_same_file(run: Callable[..., tuple[int, str, str]]) -> None:
    for name in ("one", "two"):
        Path(f"{name}.txt").write_text(FERRY, encoding="utf-8")
    _, out, _ = run("read", "one.txt", "two.txt")
    (line,) = out.splitlines()[1:]
    assert line.endswith("The same file at two.txt.")


@pytest.mark.usefixtures("reports")
def test_read_as_json_gives_the_furniture_with_its_words(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("read", "reports", "--json")
    records = json.loads(out)
    assert code == 0
    assert {record["status"] for record in records} == {"read"}
    assert all(mark["text"] for record in records for mark in record["furniture"])


@pytest.mark.usefixtures("reports")
def test_columns_and_the_time_of_acquisition_reach_the_report(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    Path("table.csv").write_text(f"Kopf;Inhalt\nFerry burns;{FERRY.split(chr(10))[2]}\n", encoding="utf-8")
    code, out, _ = run(
        "read", "table.csv", "--columns", "text=Inhalt,title=Kopf", "--acquired", "2031-06-05T09:00", "--json"
    )
    (record,) = json.loads(out)
    assert code == 0
    assert (record["title"], record["acquired"], record["file"]) == (
        "Ferry burns",
        "2031-06-05T09:00",
        "table.csv/row-1.txt",
    )
    assert len(record["container_sha256"]) == 64
    for argv in (("--columns", "nonsense"), ("--acquired", "yesterday")):
        code, _, err = run("read", "table.csv", *argv)
        assert (code, err.count("\n")) == (1, 1)
        assert argv[1] in err


@pytest.mark.usefixtures("reports")
def test_a_dossier_of_an_archive_and_a_pdf_holds(run: Callable[..., tuple[int, str, str]]) -> None:
    from tests.reading.formats.factory import SEEDS

    Path("mixed").mkdir()
    for name in ("r.zip", "r.pdf", "r.eml", "r.warc.gz", "r.csv", "r.rss", "r.docx"):
        Path("mixed", name).write_bytes(SEEDS[name])
    assert run("dossier", "mixed", "-o", "out", "--quiet")[0] == 0
    assert run("verify", "out")[0] == 0
    assert Path("out/reports/r.warc.gz/lantern.example/2031/11/07/bridge.html").is_file()
    if shutil.which("sha256sum"):
        assert (
            subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd="out", check=False).returncode
            == 0
        )


@pytest.mark.usefixtures("reports")
def test_verify_exits_1_and_names_what_is_broken(run: Callable[..., tuple[int, str, str]]) -> None:
    run("dossier", "reports", "-o", "out", "--quiet")
    code, out, err = run("verify", "out")
    assert (code, err) == (0, "")
    assert "all hold" in out

    stored = Path("out/reports/ferry.txt")
    stored.write_text(stored.read_text(encoding="utf-8").replace("six", "ten"), encoding="utf-8")
    code, _, err = run("verify", "out")
    assert code == 1
    assert err.startswith("sayso: ")
    assert "ferry.txt" in err
    code, out, _ = run("verify", "out", "--json")
    assert code == 1
    assert json.loads(out)["holds"] is False


def test_version_is_printed(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("version") == (0, f"sayso {__version__}\n", "")
    assert run("--version") == (0, f"sayso {__version__}\n", "")


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], "required: COMMAND"),
        (["nonsense"], "nonsense"),
        (["dossier", "reports"], "--output"),
        (["dossier", "reports", "-o", "out", "--as-of", "yesterday"], "YYYY-MM-DD"),
        (["dossier", "reports", "-o", "out", "--as-of", "2031-02-30"], "YYYY-MM-DD"),
        (["dossier", "reports", "-o", "out", "--jobs", "0"], "from 1 up"),
        (["dossier", "reports", "-o", "out", "--jobs", "two"], "from 1 up"),
        (["dossier", "reports", "-o", "out", "--format", "pdf"], "html, json, md"),
    ],
)
def test_wrong_usage_exits_2_and_says_what_is_wrong(
    argv: list[str], words: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert words in err


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["dossier", "nowhere", "-o", "out"], "nowhere"),
        (["dossier", "empty", "-o", "out"], "report"),
        (["dossier", "reports", "-o", "out", "--meta", "missing.json"], "missing.json"),
        (["dossier", "reports", "-o", "reports/ferry.txt"], "ferry.txt"),
        (["verify", "reports"], "dossier.json"),
        (["verify", "nowhere"], "nowhere"),
    ],
)
def test_what_the_user_can_mend_is_told_in_one_line(
    argv: list[str], words: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    Path("empty").mkdir()
    code, out, err = run(*argv)
    assert (code, out) == (1, "")
    last = err.splitlines()[-1]
    assert last.startswith("sayso: ")
    assert words in last
    assert "Traceback" not in err


@pytest.mark.usefixtures("reports")
def test_one_bad_report_never_sinks_the_case(run: Callable[..., tuple[int, str, str]]) -> None:
    Path("reports/empty.txt").write_bytes(b"")
    Path("reports/picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    Path("reports/french.txt").write_text(
        "Deux personnes ont été tuées lundi dans l'incendie d'un bateau au large, selon la police du port. "
        "Plusieurs autres ont été blessées et transportées à l'hôpital, a déclaré le maire de la ville.",
        encoding="utf-8",
    )
    code, out, _ = run("dossier", "reports", "-o", "out", "--json")
    assert code == 0
    listed = {report["file"]: report for report in json.loads(out)["reports"]}
    assert len(listed) == 5
    for name in ("empty", "picture", "french"):
        assert listed[f"{name}.txt"]["status"] != "read"
        assert listed[f"{name}.txt"]["problems"]
    assert run("verify", "out")[0] == 0


def test_stopping_it_from_the_keyboard_exits_130(
    run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Terminal(io.BytesIO):
        """A terminal at which somebody presses Control-C instead of typing."""

        def readline(self, _size: int | None = -1, /) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Terminal()))
    assert run("dossier", "-", "-o", str(tmp_path)) == (130, "", "sayso: stopped\n")


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m sayso.cli schema | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")

"""What must always hold of a run: same in, same out; nothing lost; every change found out."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso
from sayso.errors import ConfigError, InputError
from sayso.model.ids import content_id
from sayso.model.places import PlaceRecord
from sayso.model.reports import Report, ReportStatus
from sayso.pipeline.run import Analysed, analyse_report, check_as_of, run_analysis, run_dossier, run_reading
from sayso.pipeline.store import LONGEST_NAME, find_stored_paths, write_dossier
from sayso.pipeline.verify import verify_dossier
from sayso.reading import Original
from sayso.reconcile import reconcile
from sayso.render import render_json
from tests.conftest import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.dossier import Dossier

FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def example_analysed(example_originals: tuple[Original, ...]) -> tuple[Analysed, ...]:
    return run_analysis(run_reading(example_originals))


def reconcile_all(analysed: Sequence[Analysed]) -> Dossier:
    return reconcile(
        [one.report for one in analysed],
        [one.extraction for one in analysed if one.extraction],
        as_of=None,
        sayso_version=sayso.__version__,
    )


def make_original(text: str, *, file: str = "bell.txt") -> Original:
    return Original(file=file, raw=text.encode(), meta=None, error=None)


def make_report(file: str, *, text: str = "Words.") -> Report:
    (report,) = run_reading([make_original(text, file="plain.txt")])
    return replace(report, file=file, id=content_id("rep", file))


def conclusions(dossier: Dossier) -> list[tuple[object, ...]]:
    """What a reader takes from the findings, without ids, which change with the reports."""
    focal = {event.id for event in dossier.events if event.focal}
    return sorted(
        (
            finding.event in focal,
            finding.slot,
            finding.group,
            finding.verdict.value,
            (str(finding.low), str(finding.best), str(finding.high)),
            sorted((str(value.value), len(value.origins)) for value in finding.values),
        )
        for finding in dossier.findings
    )


class TestSameInSameOut:
    @FEW
    @given(shuffle=st.randoms(use_true_random=False))
    def test_the_order_of_the_reports_changes_no_byte(
        self, shuffle: object, example_analysed: tuple[Analysed, ...], example_dossier: Dossier
    ) -> None:
        mixed = list(example_analysed)
        shuffle.shuffle(mixed)  # type: ignore[attr-defined]
        assert render_json(reconcile_all(mixed)) == render_json(example_dossier)

    def test_the_number_of_jobs_changes_no_byte(
        self, example_originals: tuple[Original, ...], example_dossier: Dossier
    ) -> None:
        again = run_dossier(tuple(reversed(example_originals)), jobs=2)
        assert render_json(again) == render_json(example_dossier)

    def test_a_report_given_twice_changes_no_byte(
        self, example_originals: tuple[Original, ...], example_dossier: Dossier
    ) -> None:
        again = run_dossier((*example_originals, example_originals[0]))
        assert render_json(again) == render_json(example_dossier)

    @pytest.mark.parametrize("index", range(6))
    def test_a_copy_under_another_name_is_not_a_second_witness(
        self,
        index: int,
        example_originals: tuple[Original, ...],
        example_analysed: tuple[Analysed, ...],
        example_dossier: Dossier,
    ) -> None:
        original = example_originals[index]
        copy = replace(original, file=f"copy-of-{original.file}")
        with_copy = reconcile_all([*example_analysed, *run_analysis(run_reading([copy]))])
        assert len(with_copy.reports) == len(example_dossier.reports) + 1
        assert conclusions(with_copy) == conclusions(example_dossier)


class TestProgressAndFailure:
    def test_progress_is_told_after_each_report(self) -> None:
        told: list[tuple[int, int, str]] = []
        originals = [make_original("", file="empty.txt"), make_original("A bomb killed two people.")]
        run_dossier(originals, progress=lambda done, total, file: told.append((done, total, file)))
        assert told == [(2, 2, "bell.txt")]

    def test_a_report_on_which_a_stage_fails_is_listed_with_the_reason(self) -> None:
        broken = replace(make_report("odd.txt"), title_end=None)  # type: ignore[arg-type]  # what no reader makes
        analysed = analyse_report(broken)
        assert analysed.extraction is None
        assert analysed.report.status is ReportStatus.NOT_ANALYSED
        assert "please report it" in analysed.report.problems[-1]

    @pytest.mark.parametrize("day", ["yesterday", "2031-13-01", "14 March 2031", ""])
    def test_a_day_that_is_none_is_refused(self, day: str) -> None:
        with pytest.raises(ConfigError, match="YYYY-MM-DD"):
            check_as_of(day)

    def test_no_jobs_at_all_is_refused(self, example_originals: tuple[Original, ...]) -> None:
        with pytest.raises(ConfigError, match="jobs"):
            run_dossier(example_originals, jobs=0)

    def test_a_folder_without_reports_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(InputError):
            sayso.dossier([tmp_path])


class TestStoredPaths:
    @pytest.mark.parametrize(
        ("file", "stored"),
        [
            ("a.txt", "a.txt"),
            ("north/a.txt", "north/a.txt"),
            ("/srv/north/a.txt", "srv/north/a.txt"),
            ("../../a.txt", "a.txt"),
            ("./north/../a.txt", "north/a.txt"),
            ("C:\\north\\a.txt", "C__north_a.txt"),
            ("what?.html", "what_.html"),
            ("..", "report"),
        ],
    )
    def test_a_path_never_leads_out_of_the_folder(self, file: str, stored: str) -> None:
        assert list(find_stored_paths([make_report(file)]).values()) == [stored]

    def test_names_that_come_out_the_same_are_told_apart(self) -> None:
        files = ["a.txt", "../a.txt", "A.TXT", "a.txt/b.txt"]
        stored = find_stored_paths([make_report(file, text=file) for file in files])
        assert len({path.casefold() for path in stored.values()}) == len(files)
        assert stored == find_stored_paths([make_report(file, text=file) for file in reversed(files)])

    def test_a_name_too_long_for_a_disk_is_cut_and_keeps_its_suffix(self) -> None:
        (stored,) = find_stored_paths([make_report("x" * 400 + ".html")]).values()
        assert len(stored) <= LONGEST_NAME
        assert stored.endswith(".html")

    def test_the_same_bytes_under_two_names_are_stored_once(self) -> None:
        stored = find_stored_paths([make_report("north/a.txt"), make_report("b.txt")])
        assert set(stored.values()) == {"b.txt"}


class TestWriting:
    def test_the_manifest_is_one_that_sha256sum_checks(
        self, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        write_dossier(example_dossier, example_originals, tmp_path, formats=["json"])
        lines = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        assert [line.partition("  ")[0] for line in lines] == [
            hashlib.sha256((tmp_path / line.partition("  ")[2]).read_bytes()).hexdigest() for line in lines
        ]
        assert len(lines) == len(example_dossier.reports)
        if shutil.which("sha256sum"):
            done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=False)
            assert done.returncode == 0

    def test_the_bytes_of_every_report_are_stored_unchanged(
        self, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        write_dossier(example_dossier, example_originals, tmp_path)
        paths = find_stored_paths(example_dossier.reports)
        for original in example_originals:
            (report,) = [report for report in example_dossier.reports if report.file == original.file]
            assert (tmp_path / "reports" / paths[report.id]).read_bytes() == original.raw

    def test_an_earlier_dossier_is_overwritten_and_other_files_are_left(
        self, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
        write_dossier(example_dossier, example_originals, tmp_path)
        write_dossier(replace(example_dossier, as_of="2031-03-20"), example_originals, tmp_path)
        assert '"as_of": "2031-03-20"' in (tmp_path / "dossier.json").read_text(encoding="utf-8")
        assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
        assert not list(tmp_path.rglob("*.part"))

    def test_a_file_that_is_no_dossier_is_never_overwritten(
        self, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        (tmp_path / "dossier.md").write_text("my own notes", encoding="utf-8")
        with pytest.raises(ConfigError, match=r"dossier\.md is there already"):
            write_dossier(example_dossier, example_originals, tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["dossier.md"]

    def test_tables_are_overwritten_by_tables_only(
        self, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        for _ in range(2):
            write_dossier(example_dossier, example_originals, tmp_path, formats=["csv"])
            (tmp_path / "claims.csv").write_bytes((tmp_path / "claims.csv").read_bytes()[:1000])
        (tmp_path / "claims.csv").write_text("my own,notes", encoding="utf-8")
        with pytest.raises(ConfigError, match=r"claims\.csv is there already"):
            write_dossier(example_dossier, example_originals, tmp_path, formats=["csv"])

    def test_a_report_that_has_changed_since_is_not_stored(
        self, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        changed = (replace(example_originals[0], raw=b"other"), *example_originals[1:])
        with pytest.raises(InputError, match="run again"):
            write_dossier(example_dossier, changed, tmp_path)


@pytest.fixture
def written(example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path) -> Path:
    """A folder with the example's dossier, which a test may spoil."""
    write_dossier(example_dossier, example_originals, tmp_path, formats=("json",))
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class TestVerify:
    def test_the_names_that_a_place_lies_in_are_no_ids(
        self, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        first, *rest = example_dossier.entities
        place = PlaceRecord(
            gazetteer=None,
            chain=("Salt Quay", "Orvenia"),
            country=None,
            lat=None,
            lon=None,
            precision=None,
            why="",
        )
        dossier = replace(example_dossier, entities=(replace(first, place=place), *rest))
        write_dossier(dossier, example_originals, tmp_path, formats=["json"])
        assert verify_dossier(tmp_path).broken == ()

    def test_a_dossier_as_written_holds(self, written: Path) -> None:
        result = sayso.verify(written)
        assert result
        assert result.broken == ()
        assert result.reports == 6
        assert result.spans > 100

    @pytest.mark.parametrize("index", range(6))
    def test_one_altered_character_of_a_stored_report_is_found(
        self, index: int, written: Path, example_dossier: Dossier
    ) -> None:
        report = example_dossier.reports[index]
        path = written / "reports" / find_stored_paths(example_dossier.reports)[report.id]
        raw = bytearray(path.read_bytes())
        raw[raw.index(b"customs house")] = ord("k")
        path.write_bytes(raw)
        assert verify_dossier(written).broken[0].report == report.file

    @pytest.mark.parametrize("change_manifest", ["missing", "altered"])
    def test_a_manifest_that_is_missing_or_altered_is_found(
        self, change_manifest: str, written: Path
    ) -> None:
        manifest = written / "SHA256SUMS"
        if change_manifest == "missing":
            manifest.unlink()
        else:
            manifest.write_text(
                manifest.read_text(encoding="utf-8").replace("reports/", "reports/x"), "utf-8"
            )
        assert {broken.where for broken in verify_dossier(written).broken} == {"SHA256SUMS"}

    def test_a_missing_report_is_found(self, written: Path, example_dossier: Dossier) -> None:
        paths = find_stored_paths(example_dossier.reports)
        (written / "reports" / paths[example_dossier.reports[0].id]).unlink()
        assert "missing" in str(verify_dossier(written).broken[0])

    def test_an_altered_quotation_is_found_and_named(self, written: Path) -> None:
        tree = json.loads((written / "dossier.json").read_text(encoding="utf-8"))
        claim = next(claim for claim in tree["claims"] if "nine" in claim["wording"])
        said = claim["wording"]
        claim["wording"] = claim["spans"][0]["text"] = said.replace("nine", "five")
        (written / "dossier.json").write_text(json.dumps(tree), encoding="utf-8")
        result = verify_dossier(written)
        assert [(broken.expected, broken.found) for broken in result.broken] == [
            (said.replace("nine", "five"), said)
        ]
        assert claim["id"] in result.broken[0].where

    @pytest.mark.parametrize(
        ("path", "value", "where"),
        [
            (("claims", 0, "wording"), "nobody", "claim"),
            (("claims", 0, "event"), "evt-000000000000", "claims[0]"),
            (("findings", 0, "values", 0, "claims", 0), "clm-000000000000", "findings[0]"),
            (("attributions", 0, "report"), "rep-000000000000", "attributions[0]"),
            (("generated_from", "reports", 0), "0" * 64, "generated_from"),
            (("reports", 0, "raw_sha256"), "0" * 64, "report"),
            (("reports", 0, "text_sha256"), "0" * 64, "report"),
            (("reports", 0, "text"), "Something else.", "report"),
        ],
    )
    def test_any_altered_part_of_the_record_is_found(
        self, path: tuple[str | int, ...], value: object, where: str, written: Path
    ) -> None:
        tree = json.loads((written / "dossier.json").read_text(encoding="utf-8"))
        node = tree
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = value
        (written / "dossier.json").write_text(json.dumps(tree), encoding="utf-8")
        result = verify_dossier(written)
        assert not result
        assert result.broken[0].where.startswith(where)

    @pytest.mark.parametrize(
        "name", ["dossier.html", "dossier.md", "claims.csv", "findings.csv", "entities.csv"]
    )
    def test_a_page_that_says_something_else_is_found(
        self, name: str, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        write_dossier(example_dossier, example_originals, tmp_path)
        change(tmp_path / name, "Lissgar", "Lissgat")
        assert [broken.where for broken in verify_dossier(tmp_path).broken] == [name]

    def test_a_dossier_of_another_version_is_checked_without_its_pages(
        self, example_dossier: Dossier, example_originals: tuple[Original, ...], tmp_path: Path
    ) -> None:
        write_dossier(replace(example_dossier, sayso_version="0.0.1"), example_originals, tmp_path)
        result = verify_dossier(tmp_path)
        assert result
        assert "0.0.1" in result.notes[0]

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"claims": []}'])
    def test_a_file_that_is_no_dossier_is_refused(self, content: str, tmp_path: Path) -> None:
        (tmp_path / "dossier.json").write_text(content, encoding="utf-8")
        with pytest.raises(InputError):
            verify_dossier(tmp_path)


class TestPublicApi:
    def test_what_is_made_in_python_is_what_the_stages_make(self, example_dossier: Dossier) -> None:
        assert sayso.dossier([EXAMPLE], meta=EXAMPLE / "meta.json") == example_dossier

    def test_write_needs_the_same_reports(self, example_dossier: Dossier, tmp_path: Path) -> None:
        written = sayso.write(example_dossier, [EXAMPLE], tmp_path, formats=["md"])
        assert [Path(path).name for path in written] == ["dossier.md"]

    def test_read_gives_the_reports_without_analysing_them(self) -> None:
        reports = sayso.read([EXAMPLE], meta=EXAMPLE / "meta.json")
        assert len(reports) == 6
        assert all(report.outlet and report.published for report in reports)


def test_a_report_published_later_than_the_day_asked_for_is_listed_and_left_out(
    example_originals: tuple[Original, ...],
) -> None:
    dossier = run_dossier(example_originals, as_of="2031-03-14")
    late = [report for report in dossier.reports if report.status == "not_analysed"]
    assert late
    assert all("2031-03-14" in report.problems[-1] for report in late)
    cited = {span.report for claim in dossier.claims for span in claim.spans}
    assert cited.isdisjoint(report.id for report in late)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Explosion at the Varn depot\n\nThree people died in an explosion at the depot.", "explosion"),
        ("Blast at the Varn depot\n\nA blast killed three. Police do not rule out a bomb.", "explosion"),
        ("Three dead at the Varn depot\n\nThree people died in an incident at the Varn depot.", "incident"),
        ("Blast at the Varn depot\n\nA bomb killed three people at the Varn depot, police said.", "attack"),
        ("Fire at the Varn depot\n\nA fire swept the Varn depot and killed three people.", "fire"),
    ],
)  # fmt: skip
def test_an_incident_is_called_an_attack_only_where_a_report_says_it_was_meant(text: str, kind: str) -> None:
    dossier = reconcile_all(run_analysis(run_reading([make_original(text)])))
    assert [event.type for event in dossier.events if event.focal] == [kind]

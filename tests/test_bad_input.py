"""Whatever is thrown at it: the run ends, the bad report is listed, the dossier holds."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

import sayso
from sayso.model.reports import ReportStatus

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.model.dossier import Dossier

PLAIN = "Two killed in Ostrel\n\nTwo people were killed in a blast in Ostrel on Monday, police said.\n"
LIVE = """<!doctype html><html><head><title>Two killed in Ostrel</title>
<script>document.title = "owned"</script></head><body onload="alert(1)"><article>
<h1>Two killed in Ostrel</h1>
<p onclick="alert(2)">Two people were killed in a blast in Ostrel on Monday, police spokesman
Tam &lt;img src=x onerror=alert(3)&gt; Vellin said.</p>
<p><a href="javascript:alert(4)">The harbour office</a> said that three people had been killed.</p>
<svg onload="alert(5)"></svg><iframe src="https://evil.example/"></iframe>
</article></body></html>"""
NESTED = "<html><body><p>Two people were killed in Ostrel." + "<div>" * 60_000 + "deep" + "</div>" * 60_000

READ, NOT_ANALYSED, UNREADABLE = ReportStatus.READ, ReportStatus.NOT_ANALYSED, ReportStatus.UNREADABLE


class Live(HTMLParser):
    """Collects whatever in a page could act: handlers, script addresses, elements that load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"iframe", "object", "embed", "link", "img"}:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")


def make_dossier(folder: Path, **files: bytes) -> tuple[Dossier, str]:
    """The dossier of these files, written, verified and read back as a page."""
    reports = folder / "reports"
    reports.mkdir()
    for name, raw in files.items():
        (reports / name.replace("_", ".")).write_bytes(raw)
    dossier = sayso.dossier([reports])
    sayso.write(dossier, [reports], folder / "out")
    assert sayso.verify(folder / "out")
    page = (folder / "out" / "dossier.html").read_text(encoding="utf-8")
    live = Live()
    live.feed(page)
    assert live.found == []
    return dossier, page


@pytest.mark.parametrize(
    ("name", "raw", "status"),
    [
        ("empty_txt", b"", UNREADABLE),
        ("blank_txt", b" \n\t\n", UNREADABLE),
        ("picture_txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, UNREADABLE),
        ("zip_html", b"PK\x03\x04" + bytes(range(256)) * 20, UNREADABLE),
        ("latin_txt", PLAIN.replace("Ostrel", "Östrél").encode("latin-1"), READ),
        ("broken_txt", PLAIN.encode() + b"\xff\xfe\xf0\x28", READ),
        ("utf16_txt", PLAIN.encode("utf-16"), READ),
        ("page_txt", LIVE.encode(), READ),
        ("text_html", PLAIN.encode(), READ),
        ("live_html", LIVE.encode(), READ),
        ("name_txt", PLAIN.replace("police", "Tam <script>alert(1)</script> Vellin").encode(), READ),
        ("french_txt", "Deux personnes ont été tuées lundi, selon la police.\n".encode() * 9, NOT_ANALYSED),
        ("arabic_txt", "قتل شخصان في انفجار يوم الاثنين، بحسب الشرطة.\n".encode() * 9, NOT_ANALYSED),
        ("turned_txt", PLAIN.replace("police", "\u202ePOLICE\u202c").encode(), READ),
        ("returns_txt", PLAIN.replace("\n", "\r\n").encode(), READ),
        ("oneline_txt", b"Two people were killed.", READ),
        ("endless_txt", b"bomb" * 20_000, NOT_ANALYSED),
    ],
)  # fmt: skip
def test_a_lone_odd_report_is_listed_for_what_it_is(
    name: str, raw: bytes, status: ReportStatus, tmp_path: Path
) -> None:
    dossier, _ = make_dossier(tmp_path, **{name: raw})
    (report,) = dossier.reports
    assert report.status is status
    assert status is READ or report.problems


def test_an_odd_report_changes_nothing_about_the_others(tmp_path: Path) -> None:
    dossier, _ = make_dossier(
        tmp_path, a_txt=PLAIN.encode(), b_txt=b"\x00\x01\x02" * 999, c_html=NESTED.encode()
    )
    by_file = {report.file: report for report in dossier.reports}
    assert by_file["a.txt"].status is READ
    assert by_file["b.txt"].status is UNREADABLE
    killed = [claim for claim in dossier.claims if claim.slot == "killed"]
    assert {claim.spans[0].report for claim in killed} == {by_file["a.txt"].id}


def test_fifty_megabytes_are_listed_and_not_analysed(tmp_path: Path) -> None:
    dossier, _ = make_dossier(
        tmp_path, huge_txt=b"Two people were killed. " * 2_200_000, a_txt=PLAIN.encode()
    )
    (huge,) = [report for report in dossier.reports if report.file == "huge.txt"]
    assert huge.status is UNREADABLE
    assert "too large" in huge.problems[0]


def test_two_reports_with_the_same_text_are_one_origin(tmp_path: Path) -> None:
    dossier, _ = make_dossier(tmp_path, a_txt=PLAIN.encode(), b_txt=f"{PLAIN}\n".encode())
    (killed,) = [finding for finding in dossier.findings if finding.slot == "killed"]
    assert len(dossier.reports) == 2
    assert [len(value.origins) for value in killed.values] == [1]
    assert killed.verdict == "single_origin"


def test_one_file_under_two_names_is_one_report_with_two_places(tmp_path: Path) -> None:
    dossier, page = make_dossier(tmp_path, a_txt=PLAIN.encode(), b_txt=PLAIN.encode())
    assert [(report.file, report.also_at) for report in dossier.reports] == [("a.txt", ("b.txt",))]
    assert "The same file at" in page


def test_markup_in_a_report_is_words_on_the_page(tmp_path: Path) -> None:
    _, page = make_dossier(tmp_path, a_txt=PLAIN.replace("Ostrel", "<b>Ostrel</b>").encode())
    assert "&lt;b&gt;Ostrel&lt;/b&gt;" in page

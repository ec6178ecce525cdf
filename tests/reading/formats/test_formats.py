"""What is taken from each format, and what is not: the table of docs/formats.md, line by line."""

from __future__ import annotations

import gzip
import hashlib

import pytest

from sayso.model.reports import ReportStatus
from tests.conftest import ROOT
from tests.reading.formats.factory import (
    ABOUT,
    ADDRESS,
    CAPTURED,
    CSV,
    FIRST,
    HTML,
    JSON_LINES,
    PRINTED,
    SECOND,
    SEEDS,
    TEXT,
    TITLE,
    make_atom,
    make_docx,
    make_email,
    make_mbox,
    make_mhtml,
    make_odt,
    make_pdf,
    make_rss,
    make_tar,
    make_wacz,
    make_warc,
    make_zip,
    open_all,
    open_one,
)

READ, UNREADABLE = ReportStatus.READ, ReportStatus.UNREADABLE


@pytest.mark.parametrize("file", SEEDS)
def test_every_format_gives_its_report_whatever_its_name_is(file: str) -> None:
    for name in (file, "unnamed"):
        reports = [report for report in open_all(SEEDS[file], file=name) if report.status is READ]
        assert reports, name
        assert all(FIRST.partition(" on ")[0] in report.text for report in reports)


@pytest.mark.parametrize("file", [name for name in SEEDS if name != "r.html"])
def test_a_name_that_belies_the_bytes_is_told(file: str) -> None:
    other = "r.pdf" if file != "r.pdf" else "r.txt"
    raw = SEEDS[file]
    if file.endswith(
        (".zip", ".tar", ".warc", ".mbox", ".rss", ".atom", ".wacz", ".gz", ".bz2", ".xz", ".csv", ".jsonl")
    ):
        assert any(report.status is READ for report in open_all(raw, file=other))
    else:
        report = open_all(raw, file=other)[0]
        assert any("whatever its name says" in problem for problem in report.problems)


class TestPdf:
    def test_lines_become_paragraphs_and_broken_words_are_mended(self) -> None:
        report = open_one(make_pdf([PRINTED], about=ABOUT), file="r.pdf")
        assert report.text == TEXT
        assert (report.title, report.author, report.media_type) == (TITLE, "Ada Quill", "application/pdf")
        assert any("1 word broken" in problem for problem in report.problems)

    def test_when_it_was_made_is_its_capture_and_never_its_publication(self) -> None:
        report = open_one(make_pdf([PRINTED], about=ABOUT), file="r.pdf")
        assert (report.captured, report.published) == ("2031-11-08T09:30:00+01:00", None)

    def test_a_scan_without_text_says_so_with_the_number_of_pages(self) -> None:
        report = open_one(make_pdf([(), (), ()]), file="r.pdf")
        assert report.status is UNREADABLE
        assert "holds no text (3 pages, as scanned)" in report.problems[-1]

    def test_a_sentence_goes_on_over_the_end_of_a_page(self) -> None:
        head, _, tail = FIRST.partition(" of ")
        report = open_one(
            make_pdf([(TITLE, "", f"{head} of"), (f"the region of {tail}", "", SECOND)]), file="r.pdf"
        )
        assert report.text == TEXT.replace(" of ", " of the region of ")

    @pytest.mark.parametrize("name", ["Microsoft Word - draft 3", "untitled", "zelin_final.indd"])
    def test_a_title_that_a_program_made_up_is_none(self, name: str) -> None:
        assert open_one(make_pdf([PRINTED], about=f"/Title ({name})"), file="r.pdf").title == TITLE

    def test_a_page_without_text_among_others_is_told(self) -> None:
        report = open_one(make_pdf([PRINTED, ()]), file="r.pdf")
        assert any("1 of its 2 pages hold no text" in problem for problem in report.problems)


class TestOffice:
    def test_a_word_document_gives_paragraphs_and_table_rows_in_order(self) -> None:
        report = open_one(make_docx(), file="r.docx")
        assert report.text == f"{TITLE}\n\n{FIRST}\n\nKilled | 2\n\n{SECOND}"
        assert (report.title, report.author, report.published) == (TITLE, "Ada Quill", None)

    def test_tracked_changes_are_read_as_accepted_and_told(self) -> None:
        report = open_one(make_docx(deleted="Nobody knew."), file="r.docx")
        assert "It was old." in report.text
        assert "Nobody knew." not in report.text
        assert any("tracked changes" in problem for problem in report.problems)

    def test_an_opendocument_text_gives_its_words_without_notes_and_deletions(self) -> None:
        report = open_one(make_odt(), file="r.odt")
        assert report.text == TEXT
        assert (report.title, report.author) == (TITLE, "Ada Quill")


class TestMail:
    @pytest.mark.parametrize("html", [False, True])
    def test_sender_subject_and_day_are_metadata(self, html: bool) -> None:  # noqa: FBT001 - a table of two
        report = open_one(make_email(html=html), file="r.eml")
        assert report.text.startswith(f"{TITLE}\n\n{FIRST}\n\n{SECOND}")
        assert (report.outlet, report.title) == ("Meridian Wire", TITLE)
        assert report.published is not None
        assert report.published.value == "2031-11-07"
        assert report.media_type == "message/rfc822"

    def test_attached_documents_are_reports_of_their_own(self) -> None:
        raw = make_email(attached={"note.pdf": make_pdf([PRINTED]), "logo.png": b"\x89PNG\r\n\x1a\n"})
        assert [report.file for report in open_all(raw, file="r.eml")] == ["r.eml", "r.eml.attached/note.pdf"]

    def test_a_mailbox_gives_each_message(self) -> None:
        reports = open_all(make_mbox(make_email(), make_email(html=True)), file="r.mbox")
        assert [report.file for report in reports] == ["r.mbox/0001.eml", "r.mbox/0002.eml"]
        assert all(FIRST in report.text for report in reports)

    def test_a_saved_page_in_mail_form_keeps_its_address_and_time(self) -> None:
        report = open_one(make_mhtml(), file="r.mhtml")
        assert report.text == TEXT
        assert (report.url, report.captured) == (ADDRESS, "2031-11-08T09:30:00")
        assert report.outlet != "Saved by Blink"

    def test_a_note_that_begins_like_a_letter_stays_a_text(self) -> None:
        text = f"From: the desk\nSubject: Zelin\n\n{FIRST}"
        assert open_one(text.encode(), file="r.txt").text == text


class TestWebArchives:
    @pytest.mark.parametrize(
        ("raw", "file"),
        [(make_warc(), "r.warc"), (make_warc(gzipped=True), "r.warc.gz"), (make_wacz(), "r.wacz")],
    )
    def test_every_page_comes_with_its_address_and_time_of_capture(self, raw: bytes, file: str) -> None:
        report = open_one(raw, file=file)
        assert report.file == f"{file}/lantern.example/2031/11/07/bridge.html"
        assert (report.url, report.captured, report.text) == (ADDRESS, CAPTURED, TEXT)
        assert report.raw_sha256 == hashlib.sha256(HTML.encode()).hexdigest()
        assert report.container_sha256 == hashlib.sha256(raw).hexdigest()


class TestFeeds:
    @pytest.mark.parametrize("raw", [make_rss(), make_atom()])
    def test_every_entry_with_full_content_is_a_report(self, raw: bytes) -> None:
        report = open_one(raw, file="r.xml")
        assert report.text == TEXT
        assert (report.outlet, report.author, report.url) == ("The Lantern", "Ada Quill", ADDRESS)
        assert report.published is not None
        assert report.published.value == "2031-11-07"
        assert not report.problems

    def test_a_summary_is_told_to_be_one(self) -> None:
        assert "feed's summary" in open_one(make_rss(full=False), file="r.rss").problems[0]


class TestTables:
    def test_known_columns_are_found_and_a_bad_date_is_told(self) -> None:
        first, empty, again = open_all(CSV, file="r.csv")
        assert (first.file, first.title, first.outlet) == ("r.csv/row-1.txt", TITLE, "The Lantern")
        assert first.published is not None
        assert first.published.value == "2031-11-07"
        assert "no text in row 2" in empty.problems[0]
        assert (again.status, again.published) == (READ, None)
        assert "'some day in autumn'" in again.problems[0]

    def test_columns_can_be_mapped(self) -> None:
        raw = f"Kopf\tInhalt\n{TITLE}\t{FIRST}\n".encode()
        reports = open_all(raw, file="r.tsv", columns={"text": "inhalt", "title": "Kopf"})
        assert [(report.title, report.text) for report in reports] == [(TITLE, FIRST)]

    def test_a_table_without_a_column_of_text_says_what_it_has(self) -> None:
        (report,) = open_all(b"a,b\n1,2\n", file="r.csv")
        assert "no column of text (it has 'a', 'b')" in report.problems[0]
        assert "--columns text=NAME" in report.problems[0]

    def test_each_line_of_json_is_a_report_and_a_bad_one_is_named(self) -> None:
        first, bad, empty = open_all(JSON_LINES, file="r.jsonl")
        assert (first.text, first.outlet) == (TEXT, "The Lantern")
        assert "row-2.txt is no JSON object" in bad.problems[0]
        assert "no text in row 3" in empty.problems[0]


class TestArchives:
    @pytest.mark.parametrize("pack", [make_zip, make_tar])
    def test_members_are_named_after_their_archive_and_pictures_are_passed_over(self, pack: object) -> None:
        parts = {
            "b/page.html": HTML.encode(),
            "b/page_files/frame.html": b"<html><p>An advert.</p></html>",
            "logo.png": b"\x89PNG\r\n\x1a\n",
            "a.txt": TEXT.encode(),
            "__MACOSX/._a.txt": b"x",
            ".hidden.txt": b"x",
        }
        raw = pack(parts)  # type: ignore[operator]
        reports = open_all(raw, file="r.bin")
        assert [report.file for report in reports] == ["r.bin/b/page.html", "r.bin/a.txt"]
        assert {report.text for report in reports} == {TEXT}

    def test_a_packed_tar_is_one_archive(self) -> None:
        raw = gzip.compress(make_tar({"a.txt": TEXT.encode()}))
        assert open_one(raw, file="r.tgz").file == "r.tgz/a.txt"

    def test_a_single_packed_file_keeps_its_name(self) -> None:
        assert open_one(gzip.compress(TEXT.encode()), file="r.txt.gz").file == "r.txt.gz/r.txt"

    def test_an_archive_without_reports_says_so(self) -> None:
        assert "holds no report" in open_one(make_zip({"a.png": b"\x89PNG\r\n"}), file="r.zip").problems[0]


def test_the_document_on_formats_has_a_line_for_each() -> None:
    from sayso.reading.formats.kinds import SUFFIXES

    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [suffix for suffix in SUFFIXES if f"`{suffix}`" not in text] == []

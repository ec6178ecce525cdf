"""Files made to harm: each ends in a clear line within ten seconds and a gigabyte, and the rest is read."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from sayso.model.reports import ReportStatus
from sayso.reading import find_originals, read_report
from sayso.reading.formats.archives import open_zip
from sayso.reading.formats.limits import Budget, TooMuchError
from tests.reading.formats.factory import (
    FIRST,
    HTML,
    SEEDS,
    TEXT,
    TITLE,
    make_docx,
    make_email,
    make_mbox,
    make_odt,
    make_pdf,
    make_rss,
    make_tar,
    make_warc,
    make_zip,
    open_all,
    read_zip,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_SECONDS = 20
"""Of the processor, so that another process beside it changes nothing."""
MOST_MEMORY = 1_000_000_000
CHILD = """
import json, os, resource, sys
import sayso
reports = sayso.read([sys.argv[1]])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
below = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps({"seconds": sum(os.times()[:4]), "memory": max(peak, below), "reports": [
    {"file": report.file, "status": report.status.value, "problems": report.problems} for report in reports
]}))
"""
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
)


class Listed(NamedTuple):
    """What a reading process lists for the files beside the good one."""

    problems: str
    read: list[str]


def read_folder(folder: Path) -> Listed:
    """Read a folder in a process of its own and check what must hold of every reading."""
    (folder / "good.txt").write_text(f"{TEXT} Nobody else was hurt.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    assert answer["seconds"] < MOST_SECONDS
    assert answer["memory"] < MOST_MEMORY
    reports = answer["reports"]
    assert {"file": "good.txt", "status": "read", "problems": []} in reports
    others = [report for report in reports if report["file"] != "good.txt"]
    assert all(report["file"].isprintable() for report in others)
    assert not any("please report it" in problem for report in others for problem in report["problems"])
    problems = " ".join(problem for report in others for problem in report["problems"])
    return Listed(problems=problems, read=[one["file"] for one in others if one["status"] == "read"])


def nest(raw: bytes, *, deep: int) -> bytes:
    for level in range(deep):
        raw = make_zip({f"level{level}.zip" if level else "a.txt": raw})
    return raw


def link_in_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        entry = zipfile.ZipInfo("link.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "../secret.txt")
        archive.writestr("a.txt", TEXT)
    return stream.getvalue()


def laughing_docx() -> bytes:
    parts = read_zip(make_docx())
    body = parts["word/document.xml"].replace(b"?>", b"?>" + LAUGHS.encode(), 1)
    return make_zip({**parts, "word/document.xml": body})


def looping_pdf() -> bytes:
    raw = make_pdf([(TITLE, "", FIRST)])
    return raw.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]").replace(
        b"/Type /Pages", b"/Type /Pages /Parent 2 0 R"
    )


def looping_table_pdf() -> bytes:
    raw = make_pdf([(TITLE, "", FIRST)])
    return raw.replace(b"trailer << ", b"trailer << /Prev %d " % raw.index(b"xref\n"))


def padded_docx(more: bytes) -> bytes:
    parts = read_zip(make_docx())
    body = parts["word/document.xml"].replace(b"<w:tbl>", more + b"<w:tbl>", 1)
    return make_zip({**parts, "word/document.xml": body})


def deep_mail(deep: int) -> bytes:
    return b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(deep)
    )


def stored_zip(raw: bytes, number: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for index in range(number):
            archive.writestr(f"{index}.txt", raw)
    return stream.getvalue()


LARGE = "Two died. \N{FIRE}".encode() * 650_000  # each letter takes four bytes of memory
RECORD = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
BLANKS = b"\0" * 60_000_000
MANY = make_mbox(*[b"Subject: x\nFrom: a@b.example\nMessage-ID: <1>\n\nWords.\n"] * 12_000)
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb.zip": (lambda: make_zip({"a.txt": BLANKS, "b.txt": b"Two died."}), "decompression bomb"),
    "bomb.docx": (lambda: make_zip({**read_zip(make_docx()), "x.xml": BLANKS}), "decompression bomb"),
    "gzip bomb.gz": (lambda: gzip.compress(BLANKS), "decompression bomb"),
    "bzip2 bomb.bz2": (lambda: bz2.compress(BLANKS), "decompression bomb"),
    "xz bomb.xz": (lambda: lzma.compress(BLANKS, preset=0), "decompression bomb"),
    "many parts.gz": (lambda: gzip.compress(b"", mtime=0) * 120_000, "more than 100,000 parts"),
    "ten deep.zip": (lambda: nest(TEXT.encode(), deep=10), "more than 5 archives deep"),
    "laughing.odt": (lambda: make_odt(doctype=LAUGHS), "XML entities"),
    "laughing.docx": (laughing_docx, "XML entities"),
    "laughing.rss": (lambda: make_rss(doctype=LAUGHS), "XML entities"),
    "loop.pdf": (looping_pdf, "loop.pdf"),
    "cut.warc": (lambda: make_warc(pages=3)[:-900], "cut off after"),
    "cut.warc.gz": (lambda: make_warc(pages=3, gzipped=True)[:-700], "damaged"),
    "cut.zip": (lambda: SEEDS["r.zip"][:-60], "damaged ZIP archive"),
    "cut.tar": (lambda: SEEDS["r.tar"][:-9500], "cut off or damaged"),
    "cut.pdf": (lambda: SEEDS["r.pdf"][:300], "PDF"),
    "cut.docx": (lambda: SEEDS["r.docx"][:-200], "damaged"),
    "tags.html": (lambda: b"<div>" * 1_000_000, "tags"),
    "attributes.mht": (
        lambda: b"MIME-Version: 1.0\nSubject: x\nContent-Type: text/html\n\n"
        + b"<p %sb>x</p>" % (b"a=1 " * 500_000),
        "attributes",
    ),
    "charset.eml": (
        lambda: make_email().replace(b'"utf-8"', b'"nonsense-\xff"').replace(b"full", b"f\xfcll"),
        "",
    ),
    "parts.eml": (
        lambda: b'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
        + b"--x\n\nWords.\n" * 100_000,
        "",
    ),
    "rows.csv": (lambda: b"text,title\n" + b"Words.,x\n" * 20_000, "more than 10,000 files"),
    "mails.mbox": (lambda: MANY, "more than 10,000 files"),
    "commas.csv": (lambda: b"text,title\n" + b"," * 45_000_000, "holds no report"),
    "empty paragraphs.docx": (lambda: padded_docx(b"<w:p/>" * 400_000), "more than 50,000 paragraphs"),
    "directory.zip": (lambda: b"PK\x03\x04" + b"PK\x01\x02" * 200_000, "more than 100,000 files"),
    "records.warc": (lambda: RECORD * 110_000, "more than 100,000 records"),
    "deep.eml": (lambda: b"From: a@b.example\nMIME-Version: 1.0\n" + deep_mail(3000), "nested too deep"),
    "large texts.zip": (lambda: stored_zip(LARGE, 14), "reports of more than 100 MB"),
    "marks.rss": (lambda: b"<rss><channel><item><description>" + b"&lt;a " * 900_000, ""),
}  # fmt: skip


@pytest.mark.parametrize("file", CASES)
def test_a_hostile_file_ends_in_a_clear_line_and_the_rest_is_read(file: str, tmp_path: Path) -> None:
    make, words = CASES[file]
    (tmp_path / file).write_bytes(make())
    assert words in read_folder(tmp_path).problems


def test_what_stands_beside_a_bomb_or_before_a_cut_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(CASES["zip bomb.zip"][0]())
    (tmp_path / "b.warc").write_bytes(make_warc(pages=3)[:-900])
    (tmp_path / "c.tar").write_bytes(SEEDS["r.tar"][:-9500])
    read = read_folder(tmp_path).read
    assert "a.zip/b.txt" in read
    assert [file for file in read if file.startswith("b.warc/")]
    assert "c.tar/a.txt" in read


def test_all_that_comes_out_of_one_file_is_counted_together() -> None:
    raw = make_zip({f"{number}.txt": TEXT.encode() for number in range(9)})
    members = open_zip(raw, file="r.zip", budget=Budget(unpacked=4 * len(TEXT)))
    with pytest.raises(TooMuchError, match="in all"):
        list(members)


@pytest.mark.parametrize(
    "name", ["../../outside.txt", "/etc/outside.txt", "a/../../outside.txt", "C:\\outside.txt"]
)
@pytest.mark.parametrize("pack", [make_zip, make_tar])
def test_a_path_that_leads_out_of_an_archive_is_told_and_goes_nowhere(
    name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    (report,) = open_all(pack({name: TEXT.encode()}), file="r.bin")
    assert report.file.startswith("r.bin/")
    assert ".." not in report.file.split("/")
    assert "leads elsewhere" in report.problems[0]
    assert report.text == TEXT


def test_links_in_archives_are_not_followed() -> None:
    for raw in (link_in_zip(), make_tar({"a.txt": TEXT.encode()}, links={"link.txt": "/etc/hostname"})):
        reports = open_all(raw, file="r.bin")
        assert [report.status for report in reports].count(ReportStatus.READ) == 1
        assert any("symbolic link, which is not followed" in " ".join(report.problems) for report in reports)


def test_links_that_lead_out_of_a_folder_are_listed_and_not_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "reports", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret words.")
    (folder / "out.txt").symlink_to(outside / "secret.txt")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "away.txt").symlink_to(outside)
    (folder / "within.txt").symlink_to(folder / "good.txt")
    (folder / "up").symlink_to(tmp_path)
    listed = read_folder(folder)
    assert listed.read == []
    assert listed.problems.count("leads out of the folder") == 2
    assert "cannot be opened" in listed.problems


def test_a_large_sparse_file_is_listed_by_its_size_and_not_read(tmp_path: Path) -> None:
    for name in ("huge.txt", "huge.zip", "huge"):
        with (tmp_path / name).open("wb") as file:
            file.write(b"PK\x03\x04" if name == "huge.zip" else b"%PDF-1.7" if name == "huge" else b"")
            file.truncate(2_000_000_000)
    problems = read_folder(tmp_path).problems
    assert problems.count("too large (2000.0 MB") == 3


def test_names_with_newlines_and_control_characters_are_shown_as_such(tmp_path: Path) -> None:
    for name in ("two\nlines.txt", "bell\x07.txt", "turn\u202ed.txt"):
        (tmp_path / name).write_text(TEXT.replace("Two", name.strip(".tx")))
    os.mkdir(os.path.join(os.fsencode(tmp_path), b"odd\xff"))  # noqa: PTH102, PTH118 - Path takes no bytes
    listed = read_folder(tmp_path)
    assert listed.read == ["bell\ufffd.txt", "turn\ufffdd.txt", "two\ufffdlines.txt"]
    assert listed.problems.count("cannot be shown") == 3


def test_a_pipe_does_not_keep_the_reading_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe")
    assert "pipe.txt is not a regular file" in read_folder(tmp_path).problems


def test_a_file_that_vanishes_while_it_is_read_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    real = os.stat

    def stat(path: Any, **options: Any) -> os.stat_result:
        found = real(path, **options)
        if str(path).endswith("a.txt") and not options:
            (tmp_path / "a.txt").unlink(missing_ok=True)  # as another program might, at the worst moment
        return found

    monkeypatch.setattr(os, "stat", stat)
    first, second = find_originals([str(tmp_path)])
    assert "a.txt cannot be opened" in (first.error or "")
    assert read_report(second).text == TEXT


def test_a_table_of_cross_references_in_a_circle_is_survived(tmp_path: Path) -> None:
    (tmp_path / "circle.pdf").write_bytes(looping_table_pdf())
    read_folder(tmp_path)


def test_no_reader_takes_longer_for_a_name(tmp_path: Path) -> None:
    (tmp_path / ("x" * 200 + ".zip")).write_bytes(make_zip({"y" * 5000 + ".html": HTML.encode()}))
    assert len(read_folder(tmp_path).read) == 1

"""Which format bytes have: told by what they hold, never by the name alone."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.reading.formats.limits import check_directory

if TYPE_CHECKING:
    from collections.abc import Mapping


class Format(StrEnum):
    """A file format that has a reader of its own; plain text, Markdown and HTML have none here."""

    PDF = "PDF"
    DOCX = "Word document"
    ODT = "OpenDocument text"
    EMAIL = "e-mail"
    MHTML = "saved page (MHTML)"
    MBOX = "mailbox"
    WARC = "web archive (WARC)"
    WACZ = "web archive (WACZ)"
    FEED = "news feed"
    JSON_LINES = "JSON Lines table"
    TABLE = "table"
    ZIP = "ZIP archive"
    TAR = "TAR archive"
    GZIP = "gzip file"
    BZIP2 = "bzip2 file"
    XZ = "xz file"


DOCUMENTS = frozenset({Format.PDF, Format.DOCX, Format.ODT, Format.EMAIL, Format.MHTML})
"""One file, one report; the others are containers of several."""

MEDIA_TYPES: Mapping[Format, str] = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.EMAIL: "message/rfc822",
    Format.MHTML: "multipart/related",
    Format.MBOX: "application/mbox",
    Format.WARC: "application/warc",
    Format.WACZ: "application/wacz",
    Format.FEED: "application/xml",
    Format.JSON_LINES: "application/jsonl",
    Format.TABLE: "text/csv",
    Format.ZIP: "application/zip",
    Format.TAR: "application/x-tar",
    Format.GZIP: "application/gzip",
    Format.BZIP2: "application/x-bzip2",
    Format.XZ: "application/x-xz",
}
"""By IANA's register where it has one."""

SUFFIXES: Mapping[str, tuple[Format, ...]] = {
    ".pdf": (Format.PDF,),
    ".docx": (Format.DOCX,),
    ".odt": (Format.ODT,),
    ".eml": (Format.EMAIL,),
    ".mht": (Format.MHTML,),
    ".mhtml": (Format.MHTML,),
    ".mbox": (Format.MBOX,),
    ".warc": (Format.WARC,),
    ".warc.gz": (Format.GZIP, Format.WARC),
    ".wacz": (Format.WACZ,),
    ".rss": (Format.FEED,),
    ".atom": (Format.FEED,),
    ".jsonl": (Format.JSON_LINES,),
    ".ndjson": (Format.JSON_LINES,),
    ".csv": (Format.TABLE,),
    ".tsv": (Format.TABLE,),
    ".zip": (Format.ZIP,),
    ".tar": (Format.TAR,),
    ".tgz": (Format.GZIP, Format.TAR),
    ".gz": (Format.GZIP,),
    ".bz2": (Format.BZIP2,),
    ".xz": (Format.XZ,),
}
"""What a file named so is expected to be; a file that is something else is told."""

MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"WARC/", Format.WARC),
    (b"\x1f\x8b", Format.GZIP),
    (b"BZh", Format.BZIP2),
    (b"\xfd7zXZ\x00", Format.XZ),
)
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
PDF_HEAD = 1024
"""The header stands within so many bytes (PDF 1.7, implementation note 13)."""

TAR_MAGIC = slice(257, 262)
HEAD = 65_536
PROLOGUE = re.compile(
    rb"\s+|<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>", re.IGNORECASE
)
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):[ \t]")
SENT = {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"content-type"}
"""What no one types at the head of a text, and every mail program writes."""

MBOX = re.compile(rb"\AFrom [^\r\n]{1,200}\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)")


def find_format(raw: bytes, *, file: str) -> Format | None:
    """The format of the bytes; None for plain text, Markdown, HTML and what has no reader.

    Tables are not told here: a comma is no evidence. See ``tables.find_table_format``.

    Args:
        raw: All bytes of the file.
        file: Its name, which counts only for a mail that lacks what mail programs write.
    """
    if b"%PDF-" in raw[:PDF_HEAD] and raw.lstrip()[:1] != b"<":
        return Format.PDF
    if raw.startswith(ZIP):
        return _zip_format(raw)
    if raw[TAR_MAGIC] == b"ustar":
        return Format.TAR
    return _first_of(raw) or _mail_format(raw[:HEAD], file=file)


def find_expected(file: str) -> tuple[Format, ...]:
    """What a file of this name should be; empty if its suffix is none of ours."""
    named = file.lower()
    return next((SUFFIXES[suffix] for suffix in SUFFIXES if named.endswith(suffix)), ())


def _first_of(raw: bytes) -> Format | None:
    for magic, known in MAGIC:
        if raw.startswith(magic):
            return known
    if _is_feed(raw[:HEAD].removeprefix(b"\xef\xbb\xbf")):
        return Format.FEED
    return Format.MBOX if MBOX.match(raw[:HEAD]) else None


def _is_feed(head: bytes) -> bool:
    start = 0
    while match := PROLOGUE.match(head, start):
        start = match.end()
    return bool(FEED.match(head, start))


def _zip_format(raw: bytes) -> Format | None:
    try:
        check_directory(raw)
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except Exception:  # noqa: BLE001 - the opener tells what is wrong with it; here it is a ZIP by its first bytes
        return Format.ZIP
    if mimetype == b"application/vnd.oasis.opendocument.text":
        return Format.ODT
    if "word/document.xml" in names and "[Content_Types].xml" in names:
        return Format.DOCX
    if mimetype or "[Content_Types].xml" in names:
        return None  # an e-book, a spreadsheet, slides: told as such, and not taken apart
    return Format.WACZ if "datapackage.json" in names and _has_warc(names) else Format.ZIP


def _has_warc(names: set[str]) -> bool:
    return any(name.startswith("archive/") and ".warc" in name for name in names)


def _mail_format(head: bytes, *, file: str) -> Format | None:
    first = HEADER.match(head)
    if first is None:
        return None
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {match[1].lower() for line in block.splitlines() if (match := HEADER.match(line))}
    named = file.lower().endswith((".eml", ".mht", ".mhtml"))
    if not names & {b"from", b"subject"} or not (names & SENT or named):
        return None
    folded = re.sub(rb"\r?\n[ \t]+", b" ", block).lower()
    related = re.search(rb"^content-type:\s*multipart/related", folded, re.MULTILINE)
    saved = (
        b"snapshot-content-location:" in folded or b"saved by" in folded or not names & {b"to", b"received"}
    )
    return Format.MHTML if related and saved else Format.EMAIL

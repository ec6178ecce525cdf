"""Word documents (DOCX) and OpenDocument texts (ODT): paragraphs in order, tables row by row."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from sayso.errors import ReadingError
from sayso.reading.formats.archives import FAILURES
from sayso.reading.formats.kinds import Format
from sayso.reading.formats.limits import MOST_MEMBERS, TooMuchError, check_directory, check_ratio
from sayso.reading.formats.xml import check_entities, read_xml
from sayso.reading.meta import Meta
from sayso.reading.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_XML = 20_000_000
"""Bytes of a document's text part unpacked; a novel has two million (s)."""

MOST_TAGS = 1_000_000
MOST_BLOCKS = 50_000
"""Paragraphs and table cells; a novel has five thousand, and so many take seconds (measured)."""

MOST_PARTS = 100_000_000
"""Bytes of all parts unpacked, pictures among them (s)."""

XML = (".xml", ".rels")
SAVE = "open it, and save its text as .txt"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DUBLIN = "http://purl.org/dc/elements/1.1/"
CREATOR = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}initial-creator"
APART = {f"{{{TEXT}}}note", f"{{{TEXT}}}tracked-changes", f"{{{OFFICE}}}annotation"}
"""Notes, deleted words and comments: not what the report says."""

BLANKS = re.compile(r"[ \t\r\n]+")
BLOCKS = {f"{{{TEXT}}}p", f"{{{TEXT}}}h"}


def read_docx(raw: bytes, *, file: str) -> Page:
    """Paragraphs and table rows of a Word document; changes that are tracked count as accepted.

    Headers, footers, footnotes, comments and text boxes are left out. The day on which the
    document was made is not taken for the day of publication.

    Raises:
        ReadingError: It is damaged, is no document, or unpacks to too much.
    """
    from docx import Document  # noqa: PLC0415 - start-up time

    _check_parts(raw, file=file)
    try:
        document = Document(io.BytesIO(raw))
        paragraphs = [words for words in _docx_blocks(document) if words]
        core = document.core_properties
        title, author = core.title, core.author
        changed = bool(document.element.xpath("//w:ins | //w:del"))
    except TooMuchError as error:
        raise ReadingError(f"{file} {error}", remedy=SAVE) from error
    except Exception as error:
        raise _damaged(Format.DOCX, error, file=file) from error
    notes = ("It holds tracked changes, which were read as accepted.",) if changed else ()
    return _compose(paragraphs, title=title, author=author, notes=notes)


def read_odt(raw: bytes, *, file: str) -> Page:
    """Paragraphs and headings of an OpenDocument text, table cells among them.

    Footnotes, comments and deleted words are left out. The day on which the document was made is
    not taken for the day of publication.

    Raises:
        ReadingError: It is damaged, is no document, or unpacks to too much.
    """
    _check_parts(raw, file=file)
    parts = _open_parts(raw, ("content.xml", "meta.xml"), file=file)
    if "content.xml" not in parts:
        raise ReadingError(f"{file} is an OpenDocument text without content", remedy=SAVE)
    root = read_xml(parts["content.xml"], file=file)
    bodies = root.iterfind(f".//{{{OFFICE}}}text")
    paragraphs = [words for body in bodies for words in map(_odt_words, _odt_blocks(body)) if words]
    title = author = None
    if "meta.xml" in parts:
        about = read_xml(parts["meta.xml"], file=file)
        title = about.findtext(f".//{{{DUBLIN}}}title")
        author = about.findtext(f".//{CREATOR}") or about.findtext(f".//{{{DUBLIN}}}creator")
    return _compose(paragraphs, title=title, author=author)


def _compose(
    paragraphs: list[str], *, title: str | None, author: str | None, notes: tuple[str, ...] = ()
) -> Page:
    stated = Meta(title=_clean(title), author=_clean(author))
    return Page(text="\n\n".join(paragraphs), stated=stated, problems=notes)


def _clean(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None


def _check_parts(raw: bytes, *, file: str) -> None:
    try:
        check_directory(raw)
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_sizes(archive.infolist(), packed=len(raw))
            for part in archive.infolist():
                if part.filename.lower().endswith(XML):
                    _check_xml(archive.read(part), file=file)
    except TooMuchError as error:
        raise ReadingError(f"{file} {error}", remedy=SAVE) from error
    except FAILURES as error:
        raise ReadingError(f"{file} is damaged ({error})", remedy="save it again") from error


def _check_xml(raw: bytes, *, file: str) -> None:
    check_entities(raw, file=file)
    if raw.count(b"<") > MOST_TAGS:
        raise TooMuchError(f"has more than {MOST_TAGS:,} tags in a part")


def _check_sizes(parts: Sequence[zipfile.ZipInfo], *, packed: int) -> None:
    # the sizes that the directory gives are upper bounds: the library reads no further
    total = sum(part.file_size for part in parts)
    check_ratio(total, packed)
    if len(parts) > MOST_MEMBERS:
        raise TooMuchError(f"holds more than {MOST_MEMBERS:,} parts")
    if total > MOST_PARTS:
        raise TooMuchError(f"unpacks to {total // 1_000_000} MB")
    if any(part.file_size > MOST_XML for part in parts if part.filename.lower().endswith(XML)):
        raise TooMuchError(f"holds more than {MOST_XML // 1_000_000} MB of text")


def _open_parts(raw: bytes, names: Iterable[str], *, file: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            held = set(archive.namelist())
            return {name: archive.read(name) for name in names if name in held}
    except FAILURES as error:
        raise _damaged(Format.ODT, error, file=file) from error


def _damaged(kind: Format, error: Exception, *, file: str) -> ReadingError:
    return ReadingError(f"{file} is a damaged {kind} ({type(error).__name__}: {error})", remedy=SAVE)


def _docx_blocks(document: Any) -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415 - start-up time

    left = MOST_BLOCKS
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block._tbl.tr_lst:  # noqa: SLF001 - the public way repeats merged cells
                left -= len(row.tc_lst)
                cells = (_docx_words(cell) for cell in row.tc_lst)
                yield " | ".join(words for words in cells if words)
        else:
            left -= 1
            yield _docx_words(block._p)  # noqa: SLF001 - the public text leaves out inserted words
        if left < 0:
            raise TooMuchError(f"has more than {MOST_BLOCKS:,} paragraphs and table cells")


def _docx_words(element: Any) -> str:
    found = element.xpath(
        ".//*[self::w:t or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen]"
        "[not(ancestor::w:txbxContent)]"
    )
    return BLANKS.sub(" ", "".join(map(_docx_piece, found))).strip()


def _docx_piece(element: Any) -> str:
    kind = element.tag.rpartition("}")[2]
    if kind == "t":
        return element.text or ""
    return "-" if kind == "noBreakHyphen" else " "


def _odt_blocks(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in APART:
            continue
        if child.tag in BLOCKS:
            yield child
        else:
            yield from _odt_blocks(child)


def _odt_words(block: Any) -> str:
    return BLANKS.sub(" ", "".join(_odt_pieces(block))).strip()


def _odt_pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not isinstance(child.tag, str):
            pass
        elif child.tag in {f"{{{TEXT}}}s", f"{{{TEXT}}}tab", f"{{{TEXT}}}line-break"}:
            yield " "
        elif child.tag not in APART:
            yield from _odt_pieces(child)
        yield child.tail or ""

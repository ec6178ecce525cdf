"""Reads the formats in which one file is one report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sayso.errors import ReadingError
from sayso.reading.binary import find_binary_kind
from sayso.reading.formats.kinds import DOCUMENTS, MEDIA_TYPES, Format, find_format
from sayso.reading.formats.mail import read_email, read_mhtml
from sayso.reading.formats.office import read_docx, read_odt
from sayso.reading.formats.pdf import read_pdf
from sayso.reading.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

PICTURES = {"a PNG image": "image/png", "a JPEG image": "image/jpeg", "a GIF image": "image/gif"}


class Reader(Protocol):
    """Takes the text and the metadata out of one file."""

    def __call__(self, raw: bytes, *, file: str) -> Page:
        """Read the bytes of a file of this name; ReadingError if that cannot be done."""


READERS: Mapping[Format, Reader] = {
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.ODT: read_odt,
    Format.EMAIL: read_email,
    Format.MHTML: read_mhtml,
}


def read_document(raw: bytes, *, file: str) -> Page | None:
    """The text of a PDF, Word document, OpenDocument text, e-mail or MHTML page.

    Returns:
        None if the bytes are none of these; a page with ``failure`` if they cannot be read.
    """
    known = find_format(raw, file=file)
    if known is None or known not in READERS:
        return None
    try:
        return READERS[known](raw, file=file)
    except ReadingError as error:
        return Page(text="", failure=f"{error}.")


def find_media_type(raw: bytes, *, file: str) -> str | None:
    """The media type (IANA) of bytes that are not plain text; None if they may be text.

    >>> find_media_type(b"%PDF-1.7 ...", file="a.txt")
    'application/pdf'
    """
    known, kind = find_format(raw, file=file), find_binary_kind(raw)
    if known is not None and (known in DOCUMENTS or kind):
        return MEDIA_TYPES[known]
    return PICTURES.get(kind, "application/octet-stream") if kind else None

"""E-mails, saved pages in mail form (MHTML), and mailboxes."""

from __future__ import annotations

import email
import re
from dataclasses import replace
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from sayso.errors import ReadingError
from sayso.reading.html import read_html
from sayso.reading.meta import Meta
from sayso.reading.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from email.message import Message

MOST_PARTS = 500
MESSAGE_START = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]{1,200}\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)"
)
"""The line that parts the messages of a mailbox (RFC 4155)."""

SAVE = "save its text as .txt"


def read_email(raw: bytes, *, file: str) -> Page:
    """The words of an e-mail: its plain text, or else its HTML as an article.

    Who sent it is the outlet, the subject is the headline, the day it was sent the publication:
    so it is with newsletters and agency mail. What a forwarder wrote above is not told apart.

    Raises:
        ReadingError: It holds no text.
    """
    message = _parse(raw)
    stated, notes = _stated(message), _notes(message)
    plain, html = _body(message, "plain"), _body(message, "html")
    if plain and plain.strip():
        text = plain.replace("\r\n", "\n").strip("\n")
        return Page(text=_with_title(stated.title, text), stated=stated, problems=notes)
    if html is None:
        raise ReadingError(f"{file} holds no text", remedy=SAVE)
    page = read_html(html, file=file)
    if page.failure:
        return replace(page, stated=stated)
    return replace(page, stated=stated.or_else(page.stated), problems=(*notes, *page.problems))


def read_mhtml(raw: bytes, *, file: str) -> Page:
    """The article of a page that a browser saved as one file, with its address and time of saving.

    Raises:
        ReadingError: There is no page in it.
    """
    message = _parse(raw)
    part = next((part for part in _parts(message) if part.get_content_type() == "text/html"), None)
    html = _text(part) if part else None
    if part is None or html is None:
        raise ReadingError(f"{file} holds no web page", remedy="save the page again")
    when = _sent(message)
    address = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
    page = read_html(html, file=file)
    known = Meta(
        url=address if (address or "").startswith(("http:", "https:")) else None,
        captured=when.isoformat() if when else None,
    )
    return replace(page, stated=page.stated.or_else(known))


def find_attachments(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that are attached to an e-mail, by name; pictures within the text are none."""
    for part in _parts(_parse(raw)):
        name = part.get_filename()
        if name and not part.is_multipart() and part.get_content_disposition() == "attachment":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield name, content


def split_mailbox(raw: bytes) -> tuple[bytes, ...]:
    """The messages of a mailbox, each exactly as it stands there without its ``From`` line."""
    starts = list(MESSAGE_START.finditer(raw))
    ends = [match.start() for match in starts[1:]] + [len(raw)]
    return tuple(raw[match.end() : end] for match, end in zip(starts, ends, strict=True))


def _parse(raw: bytes) -> Message:
    # the older of the library's two policies: its headers are plain words, and reading none of them fails
    try:
        return email.message_from_bytes(raw)
    except RecursionError as error:
        raise ReadingError("the parts of the e-mail are nested too deep", remedy=SAVE) from error


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number == MOST_PARTS:
            return
        yield part


def _body(message: Message, kind: str) -> str | None:
    for part in _parts(message):
        if part.get_content_type() == f"text/{kind}" and part.get_content_disposition() != "attachment":
            return _text(part)
    return None


def _text(part: Message) -> str | None:
    from sayso.reading.decoding import decode  # noqa: PLC0415 - only mails need it here

    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return None
    try:
        return content.decode(part.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        return decode(content).text


def _stated(message: Message) -> Meta:
    name, address = parseaddr(_header(message, "From") or "")
    when = _sent(message)
    day = when.date() if when else None
    return Meta(
        outlet=" ".join(name.split()) or address.rpartition("@")[2] or None,
        title=_header(message, "Subject"),
        published_start=day,
        published_end=day,
    )


def _header(message: Message, name: str) -> str | None:
    found = message.get(name)
    if found is None:
        return None
    try:
        words = str(make_header(decode_header(found)))
    except (HeaderParseError, LookupError, ValueError):
        words = str(found)
    clean = "".join(char for char in words if char.isprintable() or char.isspace())
    return " ".join(clean.split()) or None


def _sent(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(_header(message, "Date") or "")
    except (ValueError, TypeError, OverflowError):
        return None


def _notes(message: Message) -> tuple[str, ...]:
    if not message.defects:
        return ()
    return ("The e-mail does not keep to the rules of mail; look whether all of it was read.",)


def _with_title(title: str | None, text: str) -> str:
    first = text.lstrip().partition("\n")[0].strip()
    return text if not title or first == title else f"{title}\n\n{text}"

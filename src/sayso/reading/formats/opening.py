"""Opens containers: one file as it was found becomes one or more originals."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from sayso.errors import ReadingError
from sayso.reading.formats.archives import open_tar, open_zip
from sayso.reading.formats.compressed import unpack
from sayso.reading.formats.feeds import open_feed
from sayso.reading.formats.kinds import DOCUMENTS, HEAD, Format, find_expected, find_format
from sayso.reading.formats.limits import (
    DEEPEST,
    LARGEST,
    LARGEST_CONTAINER,
    LARGEST_DOCUMENT,
    Budget,
    TooMuchError,
)
from sayso.reading.formats.mail import find_attachments, split_mailbox
from sayso.reading.formats.members import Member, may_be_report
from sayso.reading.formats.names import make_printable, make_safe
from sayso.reading.formats.tables import NO_MAPPING, find_table_format, open_json_lines, open_table
from sayso.reading.formats.webarchives import open_wacz, open_warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sayso.reading.original import Original

PACKED = frozenset({Format.GZIP, Format.BZIP2, Format.XZ})
READABLE = DOCUMENTS - {Format.EMAIL}
UNPACK = "unpack it yourself, and name what is in it"
SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """What holds for all that comes out of one file.

    Attributes:
        budget: What may still come out of it.
        columns: How the columns of tables are called.
        container: SHA-256 of the file's bytes.
    """

    budget: Budget
    columns: Mapping[str, str]
    container: str


def open_original(original: Original, *, columns: Mapping[str, str] = NO_MAPPING) -> tuple[Original, ...]:
    """The reports in a file: itself if it is a report, else each member of the container that it is.

    A container in a container is opened too, within the limits of ``formats.limits``. A member keeps
    its own bytes and is named ``archive.zip/inner.html``. What cannot be read is among them with its
    ``error``, and the rest is read; a container in which there is nothing is there with an ``error``.

    Args:
        original: As found.
        columns: For tables: which of their columns stands for which of ours.
    """
    if original.error:
        return (original,)
    digest = hashlib.sha256(original.raw).hexdigest()
    opening = _Opening(budget=Budget(), columns=columns, container=digest)
    return tuple(_open(original, opening, depth=0))


def largest_of(head: bytes, *, file: str) -> int:
    """Most bytes that are read of a file that begins so and is named so."""
    known = find_format(head, file=file) or find_table_format(head, file=file)
    if known is None:
        return LARGEST
    return LARGEST_DOCUMENT if known in DOCUMENTS else LARGEST_CONTAINER


def _open(original: Original, opening: _Opening, *, depth: int) -> Iterator[Original]:
    if original.error:
        yield original
        return
    file = original.file
    known = find_format(original.raw, file=file)
    known = known or find_table_format(original.raw, file=file, columns=opening.columns)
    if known is None or known in DOCUMENTS:
        if depth:
            opening.budget.keep(len(original.raw))
        yield _checked(original, known)
        if known is Format.EMAIL:
            yield from _attached(original, opening, depth=depth)
    elif depth >= DEEPEST:
        yield _refused(original, f"{file} is nested more than {DEEPEST} archives deep; {UNPACK}.")
    elif known in PACKED:
        yield from _unpacked(original, known, opening, depth=depth)
    else:
        yield from _members(original, known, opening, depth=depth)


def _checked(original: Original, known: Format | None) -> Original:
    most = largest_of(original.raw[:HEAD], file=original.file)
    if len(original.raw) > most:
        return _refused(original, too_large(original.file, len(original.raw), most=most))
    return replace(original, notes=(*original.notes, *_misnamed(original.file, known)))


def too_large(file: str, size: int, *, most: int) -> str:
    """The line for a file that is not read for its size."""
    return (
        f"{file} is too large ({size / 1_000_000:.1f} MB; at most {most // 1_000_000} MB is read); "
        "save the article alone, or split it."
    )


def _misnamed(file: str, known: Format | None) -> tuple[str, ...]:
    expected = find_expected(file)
    if known is None and expected:
        return (f"{file} is no {expected[0]} whatever its name says; read as text.",)
    other_name = expected or file.lower().endswith((".txt", ".text", ".md", ".markdown", ".html", ".htm"))
    if known is not None and known not in expected and other_name:
        return (f"{file} is a {known} whatever its name says; read as that.",)
    return ()


def _refused(original: Original, why: str) -> Original:
    return replace(original, raw=b"", error=why)


def _attached(original: Original, opening: _Opening, *, depth: int) -> Iterator[Original]:
    def attachments() -> Iterator[Member]:
        for name, content in find_attachments(original.raw):
            if may_be_report(name, content[:HEAD]):
                opening.budget.take_member()
                opening.budget.take(len(content))
                yield Member(name=name, raw=content)

    folder = replace(original, file=f"{original.file}.attached")
    yield from _opened(folder, attachments(), opening, depth=depth)


def _unpacked(original: Original, known: Format, opening: _Opening, *, depth: int) -> Iterator[Original]:
    file = original.file
    try:
        unpacked = unpack(original.raw, known, budget=opening.budget)
    except TooMuchError as error:
        yield _refused(original, f"{file} {error}; {UNPACK}.")
        return
    inner = find_format(unpacked.raw, file=_inner_name(file))
    if inner in {Format.TAR, Format.WARC}:
        # a packed archive is one thing in people's eyes: no folder for it, no step down
        whole = replace(original, raw=unpacked.raw)
        yield from _members(whole, inner, opening, depth=depth)
    elif unpacked.raw:
        member = Member(name=_inner_name(file).rpartition("/")[2], raw=unpacked.raw)
        yield from _opened(original, iter((member,)), opening, depth=depth)
    if unpacked.broken:
        yield _refused(original, f"{file} is damaged ({unpacked.broken}); what stands before that was read.")
    elif not unpacked.raw:
        yield _refused(original, f"{file} is an empty {known}; save the report again.")


def _inner_name(file: str) -> str:
    stem, dot, suffix = file.rpartition(".")
    return stem + SHORT.get(f".{suffix}".lower(), "") if dot and "/" not in suffix else f"{file}-unpacked"


def _members(original: Original, known: Format, opening: _Opening, *, depth: int) -> Iterator[Original]:
    open_members = _OPENERS[known]
    if known in {Format.TABLE, Format.JSON_LINES}:
        open_members = partial(open_members, columns=opening.columns)
    found = 0
    for member in _opened(
        original,
        open_members(original.raw, file=original.file, budget=opening.budget),
        opening,
        depth=depth,
    ):
        found += 1
        yield member
    if not found:
        yield _refused(original, f"{original.file} is a {known} that holds no report; look what is in it.")


def _opened(
    original: Original, members: Iterator[Member], opening: _Opening, *, depth: int
) -> Iterator[Original]:
    try:
        for member in members:
            yield from _open(_inside(original, member, opening), opening, depth=depth + 1)
    except TooMuchError as error:
        yield _refused(original, f"{original.file} {error}; the rest of it was not read: {UNPACK}.")
    except ReadingError as error:
        yield _refused(original, f"{error}.")


def _inside(original: Original, member: Member, opening: _Opening) -> Original:
    safe = make_safe(member.name)
    file = f"{original.file}/{safe.name}"
    return replace(
        original,
        file=file,
        raw=member.raw,
        error=f"{file} {make_printable(member.error)}." if member.error else None,
        stated=member.stated.or_else(original.stated),
        notes=(*member.notes, *((safe.note,) if safe.note else ())),
        container=opening.container,
    )


def _open_mailbox(raw: bytes, *, file: str, budget: Budget) -> Iterator[Member]:  # noqa: ARG001 - as all openers
    for number, message in enumerate(split_mailbox(raw), start=1):
        budget.take_member()
        budget.take(len(message))
        yield Member(name=f"{number:04}.eml", raw=message)


_OPENERS: Mapping[Format, Callable[..., Iterator[Member]]] = {
    Format.ZIP: open_zip,
    Format.TAR: open_tar,
    Format.WARC: open_warc,
    Format.WACZ: open_wacz,
    Format.FEED: open_feed,
    Format.MBOX: _open_mailbox,
    Format.TABLE: open_table,
    Format.JSON_LINES: open_json_lines,
}

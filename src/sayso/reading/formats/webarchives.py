"""Web archives: WARC (ISO 28500), and WACZ, which is WARC in a ZIP archive."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr
from typing import TYPE_CHECKING, Any

from sayso.errors import ReadingError
from sayso.reading.formats.archives import FAILURES, open_zip
from sayso.reading.formats.compressed import unpack
from sayso.reading.formats.kinds import Format
from sayso.reading.formats.limits import LARGEST, MOST_ENTRIES, TooMuchError
from sayso.reading.formats.members import PAGE, Member
from sayso.reading.formats.names import name_address
from sayso.reading.meta import Meta

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.formats.limits import Budget

CAPTURED = frozenset({"response", "resource"})
WEB_PAGES = ("text/html", "application/xhtml+xml")
AGAIN = "fetch the archive again"
PIECE = 65_536
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")


def open_warc(raw: bytes, *, file: str, budget: Budget) -> Iterator[Member]:
    """Every web page that was captured with success, with its address and the time of capture.

    Pictures, scripts, redirects, errors and repeated captures (revisits) are passed over.

    Args:
        raw: The records, unpacked.
        file: The name for messages.
        budget: What comes out is taken from it.

    Raises:
        ReadingError: It is damaged or cut off; the pages before that have been given.
        TooMuchError: More comes out than may.
    """
    from warcio.archiveiterator import WARCIterator  # noqa: PLC0415 - start-up time
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - start-up time

    pages = seen = 0
    try:
        # the library writes warnings to standard error; we tell of the same things in the list
        with redirect_stderr(io.StringIO()):
            records = WARCIterator(io.BytesIO(raw))
        while True:
            with redirect_stderr(io.StringIO()):
                record = next(records, None)
                member = None if record is None else _page(record, budget=budget)
            if record is None:
                break
            seen += 1
            if seen > MOST_ENTRIES:
                raise TooMuchError(f"holds more than {MOST_ENTRIES:,} records")
            if member is not None:
                pages += 1
                yield member
            _check_whole(record)
        _check_end(raw)
        broken = records.err_count
    except (ArchiveLoadFailed, _CutOffError, AttributeError, LookupError, *FAILURES) as error:
        why = f"{file} is damaged or cut off after {pages} page{'s' * (pages != 1)} ({error})"
        raise ReadingError(why, remedy=AGAIN) from error
    if broken:
        raise ReadingError(
            f"{file} holds {broken} records of the wrong length; pages may be missing", remedy=AGAIN
        )


def open_wacz(raw: bytes, *, file: str, budget: Budget) -> Iterator[Member]:
    """Every web page in the WARC files of a WACZ file; its indexes and logs are passed over.

    Raises:
        ReadingError: It is damaged.
        TooMuchError: More comes out than may.
    """
    for part in open_zip(raw, file=file, budget=budget):
        if not part.name.startswith("archive/"):
            continue
        if part.error:
            yield part
        elif part.raw.startswith(b"\x1f\x8b"):
            unpacked = unpack(part.raw, Format.GZIP, budget=budget)
            yield from open_warc(unpacked.raw, file=file, budget=budget)
            if unpacked.broken:
                raise ReadingError(f"{part.name} in {file} is damaged ({unpacked.broken})", remedy=AGAIN)
        elif part.raw.startswith(b"WARC/"):
            yield from open_warc(part.raw, file=file, budget=budget)


class _CutOffError(Exception):
    """The record says that it is longer than what is there."""


def _page(record: Any, *, budget: Budget) -> Member | None:
    if record.rec_type not in CAPTURED or not _succeeded(record):
        return None
    kind = _kind(record)
    if kind and kind not in WEB_PAGES:
        return None
    content = _read(record)
    budget.take(len(content))
    if not kind and not PAGE.search(content[:2000]):
        return None
    budget.take_member()
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    url = url.strip("<> ")
    stamp = record.rec_headers.get_header("WARC-Date") or ""
    too_large = len(content) > LARGEST
    return Member(
        name=name_address(url),
        raw=b"" if too_large else content,
        stated=Meta(url=url or None, captured=stamp if STAMP.fullmatch(stamp) else None),
        error="is too large for a report; leave it out" if too_large else None,
    )


def _succeeded(record: Any) -> bool:
    return record.rec_type != "response" or (
        record.http_headers is not None and str(record.http_headers.get_statuscode()) == "200"
    )


def _kind(record: Any) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _read(record: Any) -> bytes:
    stream, pieces, total = record.content_stream(), [], 0
    while total <= LARGEST:
        piece = stream.read(PIECE)
        if not piece:
            break
        pieces.append(piece)
        total += len(piece)
    return b"".join(pieces)


def _check_end(raw: bytes) -> None:
    # every record ends in two line ends; the library passes over a header that is cut off
    if not raw.endswith((b"\n\r\n", b"\n\n")):
        raise _CutOffError("the last record has no end")


def _check_whole(record: Any) -> None:
    # what the record's length promises must be there, though the library ends quietly where the file does
    rest = record.raw_stream
    while rest.read(PIECE):
        pass
    if getattr(rest, "limit", 0) > 0:
        raise _CutOffError("the last record ends too soon")

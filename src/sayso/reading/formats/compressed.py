"""Single compressed files: gzip, bzip2, xz. Unpacked piece by piece, within the limits."""

from __future__ import annotations

import bz2
import lzma
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sayso.reading.formats.kinds import Format
from sayso.reading.formats.limits import TooMuchError, check_ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sayso.reading.formats.limits import Budget

FED = 16_384
MOST_AT_ONCE = 1_000_000
MOST_STREAMS = 100_000
"""A web archive has one for each record; more than so many take long for nothing (measured)."""

LZMA_MEMORY = 100_000_000
"""Bytes; the highest preset of xz needs 65 MiB to unpack (xz manual)."""

FAILURES = (zlib.error, lzma.LZMAError, OSError, ValueError, EOFError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """What came out of a compressed file; broken says why not all of it did, None if all did."""

    raw: bytes
    broken: str | None


def unpack(raw: bytes, known: Format, *, budget: Budget) -> Unpacked:
    """Unpack a gzip, bzip2 or xz file, of one stream or several.

    Args:
        raw: The packed bytes.
        known: Which of the three it is.
        budget: What comes out is taken from it.

    Raises:
        TooMuchError: It unpacks to more than may be.
    """
    pieces: list[bytes] = []
    total, broken = 0, None
    try:
        for piece in _pieces(raw, _STREAMS[known]):
            total += len(piece)
            budget.take(len(piece))
            check_ratio(total, len(raw))
            pieces.append(piece)
    except FAILURES as error:
        broken = str(error) or "it is damaged"
    return Unpacked(raw=b"".join(pieces), broken=broken)


def _pieces(raw: bytes, make: Callable[[], _Stream]) -> Iterator[bytes]:
    start = 0
    for _ in range(MOST_STREAMS):
        stream = make()
        while not stream.eof:
            fed = raw[start : start + FED] if stream.needs_input else b""
            piece = stream.decompress(fed, MOST_AT_ONCE)
            start += len(fed)
            if piece:
                yield piece
            elif not fed and start >= len(raw):
                raise EOFError("it is cut off in the middle")
        start -= len(stream.unused_data)
        if not raw[start : start + FED].strip(b"\0"):
            return  # the end, or padding up to it
    raise TooMuchError(f"has more than {MOST_STREAMS:,} parts")


class _Stream(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, fed: bytes, most: int, /) -> bytes: ...


class _Gzip:
    """The standard library's reader of gzip with the face of the other two."""

    def __init__(self) -> None:
        self.stream = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self.stream.eof

    @property
    def needs_input(self) -> bool:
        return not self.stream.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self.stream.unused_data

    def decompress(self, fed: bytes, most: int, /) -> bytes:
        return self.stream.decompress(self.stream.unconsumed_tail + fed, most)


def _xz() -> _Stream:
    return lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=LZMA_MEMORY)


_STREAMS: dict[Format, Callable[[], _Stream]] = {
    Format.GZIP: _Gzip,
    Format.BZIP2: bz2.BZ2Decompressor,
    Format.XZ: _xz,
}

"""Reports as JSON Lines: one object a line, as other programs hand them over."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sayso.errors import ConfigError
from sayso.reading.meta import Meta, meta_from_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import BinaryIO, TextIO

NO_MAPPING: Mapping[str, str] = MappingProxyType({})
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
REMEDY = 'write one object a line, such as {"text": "...", "outlet": "..."}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of input: a report, or the reason why it is none.

    Attributes:
        raw: The text in UTF-8; empty if there is none.
    """

    file: str
    raw: bytes
    meta: Meta | None
    error: str | None


def find_lines(
    stream: BinaryIO | TextIO,
    *,
    largest: int,
    taken: Collection[str],
    columns: Mapping[str, str] = NO_MAPPING,
) -> tuple[Line, ...]:
    """Every line of the stream as a report; blank lines are passed over, repeated reports count once.

    Args:
        stream: JSON Lines: ``text`` is required; file, outlet, title, author, date, url are not.
            A report without ``file`` is named by its content, so that the lines' order is no matter.
        largest: Most bytes a line may have.
        taken: Names already in use; whatever else has one gets its content's hash added.
        columns: Which key of the objects stands for which of ours, where it is not called so.
    """
    lines = [
        _line(words, number=number, largest=largest, columns=columns)
        for number, words in _numbered(stream, largest=largest)
    ]
    unique = tuple(dict.fromkeys(lines))
    shared = {name for name, count in Counter(line.file for line in unique).items() if count > 1} | set(taken)
    return tuple(
        replace(line, file=f"{line.file}~{_hash(line)}") if line.file in shared else line for line in unique
    )


def _numbered(stream: BinaryIO | TextIO, *, largest: int) -> Iterator[tuple[int, bytes]]:
    number = 0
    while True:
        number += 1
        words = _bytes(stream.readline(largest + 1))
        if not words:
            return
        piece = words
        while len(piece) > largest and not piece.endswith(b"\n"):
            piece = _bytes(stream.readline(largest + 1))
            if len(piece) <= largest:
                break
        if words.strip():
            yield number, words


def _bytes(words: bytes | str) -> bytes:
    return words if isinstance(words, bytes) else words.encode("utf-8", "surrogateescape")


def _line(words: bytes, *, number: int, largest: int, columns: Mapping[str, str]) -> Line:
    where = f"line {number} of standard input"
    if len(words) > largest:
        return _bad(number, f"{where} is too large (at most {largest // 1_000_000} MB is read); split it.")
    try:
        row = json.loads(words.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return _bad(number, f"{where} is no valid JSON in UTF-8; {REMEDY}.")
    if isinstance(row, dict):
        row |= {ours: row[theirs] for ours, theirs in columns.items() if theirs in row}
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return _bad(number, f"{where} has no text; {REMEDY}.")
    raw = LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", row["text"]).encode()
    try:
        meta = meta_from_row(row, where=where)
    except ConfigError as error:
        return _bad(number, f"{error}.", raw=raw)
    return Line(file=_file(row.get("file"), raw), raw=raw, meta=None if meta == Meta() else meta, error=None)


def _bad(number: int, error: str, *, raw: bytes = b"") -> Line:
    return Line(file=f"stdin-line-{number}", raw=raw, meta=None, error=error)


def _file(name: Any, raw: bytes) -> str:
    words = LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", name) if isinstance(name, str) else ""
    clean = "".join(char for char in words.replace("\\", "/") if char.isprintable()).strip("/ ")
    return clean or f"stdin-{hashlib.sha256(raw).hexdigest()[:8]}.txt"


def _hash(line: Line) -> str:
    return hashlib.sha256(line.raw + str(line.meta).encode() + str(line.error).encode()).hexdigest()[:8]

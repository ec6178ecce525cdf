"""Tables with a report in each row: CSV, TSV and JSON Lines, their columns named or mapped."""

from __future__ import annotations

import csv
import io
import json
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sayso.errors import ConfigError, ReadingError
from sayso.reading.decoding import decode
from sayso.reading.formats.kinds import HEAD, Format, find_expected
from sayso.reading.formats.limits import LARGEST, LARGEST_DOCUMENT
from sayso.reading.formats.members import Member
from sayso.reading.html import is_html
from sayso.reading.meta import Meta, meta_from_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sayso.reading.formats.limits import Budget

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext"),
        "file": ("file", "filename", "id"),
        "title": ("title", "headline"),
        "outlet": ("outlet", "publisher", "publication", "site_name", "newspaper", "source"),
        "author": ("author", "authors", "byline"),
        "date": ("date", "published", "published_at", "publish_date", "date_published", "pubdate"),
        "url": ("url", "link", "address"),
        "language": ("language", "lang"),
    }
)
"""What tables in use call each of our columns; the first that a table has is taken."""

DELIMITERS = ",;\t|"
MOST_COLUMNS = 1000
FEWEST_KNOWN = 2
"""Columns with a known name, from which a file of any name is a table."""

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
NO_MAPPING: Mapping[str, str] = MappingProxyType({})


def read_columns(words: str) -> dict[str, str]:
    """A mapping of columns as it is given on the command line.

    Raises:
        ConfigError: It is none, or names a column of ours that there is not.

    >>> read_columns("text=body,title=headline")
    {'text': 'body', 'title': 'headline'}
    """
    pairs = [part.partition("=") for part in words.split(",") if part.strip()]
    found = {ours.strip().lower(): theirs.strip() for ours, _, theirs in pairs}
    if not found or not set(found) <= set(COLUMNS) or not all(found.values()):
        raise ConfigError(
            f"{words!r} maps no columns",
            remedy=f"write text=body,title=headline; ours are {', '.join(COLUMNS)}",
        )
    return found


def find_table_format(raw: bytes, *, file: str, columns: Mapping[str, str] = NO_MAPPING) -> Format | None:
    """Whether the bytes are a table of reports; None if they are not.

    A file named ``.csv`` or ``.tsv`` is one in any case. Else its first line must be a JSON object
    with a text, or give a column of text and one more by names that are known.
    """
    if b"\0" in raw[:HEAD]:
        return None
    expected = find_expected(file)
    first = raw[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    if first.startswith(b"{"):
        row = _object(first)
        if Format.JSON_LINES in expected or (row and _find(row, "text", columns)):
            return Format.JSON_LINES
    if Format.JSON_LINES in expected or Format.TABLE in expected:
        return expected[0]
    header = first.decode("utf-8", "replace")
    names = dict.fromkeys(_split(header))
    known = [ours for ours in COLUMNS if _find(names, ours, columns)]
    return Format.TABLE if "text" in known and len(known) >= FEWEST_KNOWN else None


def open_table(
    raw: bytes, *, file: str, budget: Budget, columns: Mapping[str, str] = NO_MAPPING
) -> Iterator[Member]:
    """Every row of a CSV or TSV table as a report; the bytes of a row are its text in UTF-8.

    Args:
        raw: The table, with a heading line.
        file: The name for messages.
        budget: What comes out is taken from it.
        columns: Which of the table's columns stands for which of ours; else known names are sought.

    Raises:
        ReadingError: It has no column of text, or is no readable table.
        TooMuchError: More comes out than may.
    """
    _check_size(raw, file=file)
    decoded = decode(raw)
    header = decoded.text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=max(DELIMITERS, key=header.count))
    usual = csv.field_size_limit(LARGEST)
    try:
        names = [name.strip() for name in next(reader, [])]
        places = _places(names[:MOST_COLUMNS], columns)
        if "text" not in places:
            raise ReadingError(f"{file} has no column of text ({_shown(names)})", remedy=_advice(columns))
        for number, cells in enumerate(reader, start=1):
            row = {ours: cells[place] for ours, place in places.items() if place < len(cells)}
            if any(map(str.strip, row.values())):
                yield _member(row, number, _advice(columns), budget=budget, notes=decoded.problems)
    except csv.Error as error:
        raise ReadingError(
            f"{file} is no readable table ({error})", remedy="check the quotation marks"
        ) from error
    finally:
        csv.field_size_limit(usual)


def open_json_lines(
    raw: bytes, *, file: str, budget: Budget, columns: Mapping[str, str] = NO_MAPPING
) -> Iterator[Member]:
    """Every line of a JSON Lines file as a report; the bytes of a line are its text in UTF-8.

    Raises:
        ReadingError: It is too large.
        TooMuchError: More comes out than may.
    """
    _check_size(raw, file=file)
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        row = _object(line)
        if row is None:
            budget.take_member()
            yield Member(name=f"row-{number}.txt", raw=b"", error="is no JSON object in UTF-8; mend the line")
        else:
            found = {ours: _value(row, ours, columns) for ours in COLUMNS}
            yield _member(found, number, _advice(columns), budget=budget)


def _check_size(raw: bytes, *, file: str) -> None:
    if len(raw) > LARGEST_DOCUMENT:
        raise ReadingError(f"{file} is too large for a table ({len(raw) // 1_000_000} MB)", remedy="split it")


def _member(
    row: Mapping[str, Any],
    number: int,
    advice: str,
    *,
    budget: Budget,
    notes: tuple[str, ...] = (),
) -> Member:
    budget.take_member()
    found = {ours: _words(row.get(ours)) for ours in COLUMNS if ours != "text"}
    text = row.get("text")
    text = LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text) if isinstance(text, str) else ""
    raw = text.encode()
    budget.take(len(raw))
    suffix = ".html" if is_html(text, file="row.txt") else ".txt"
    name = found["file"] or f"row-{number}{suffix}"
    if not text.strip():
        return Member(name=name, raw=b"", error=f"has no text in row {number}; {advice}")
    meta, doubts = _meta(found)
    return Member(name=name, raw=raw, stated=meta, notes=(*notes, *doubts))


def _meta(found: dict[str, str | None]) -> tuple[Meta, tuple[str, ...]]:
    try:
        return meta_from_row(found, where="this row"), ()
    except ConfigError:
        doubt = f"Its date in the table, {found['date']!r}, is not one date and was left out."
        return meta_from_row({**found, "date": None}, where="this row"), (doubt,)


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _places(names: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    named = dict.fromkeys(names)
    found = {ours: _find(named, ours, columns) for ours in COLUMNS}
    return {ours: names.index(name) for ours, name in found.items() if name is not None}


def _find(row: Mapping[str, Any], ours: str, columns: Mapping[str, str]) -> str | None:
    named = {name.strip().lower(): name for name in row}
    wanted = (columns[ours].lower(),) if ours in columns else COLUMNS[ours]
    return next((named[name] for name in wanted if name in named), None)


def _value(row: Mapping[str, Any], ours: str, columns: Mapping[str, str]) -> Any:
    name = _find(row, ours, columns)
    return None if name is None else row[name]


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        value = ", ".join(part for part in value if isinstance(part, str))
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(LONE_SURROGATE.sub("", str(value)).split()) or None


def _split(header: str) -> list[str]:
    delimiter = max(DELIMITERS, key=header.count)
    return [name.strip().strip("\"'") for name in header.split(delimiter)]


def _shown(names: list[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:8])
    return f"it has {shown}" if shown else "it is empty"


def _advice(columns: Mapping[str, str]) -> str:
    wanted = columns.get("text", "text")
    return f"name the column {wanted!r}, or map it with --columns text=NAME"

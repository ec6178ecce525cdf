"""What the user says about reports that their pages do not say: the ``--meta`` file."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import ConfigError
from sayso.reading.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from os import PathLike

ADVICE = "write it as YYYY-MM-DD"
LARGEST = 10_000_000
"""Bytes; a metadata file is a few lines a report (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What is known of one report from outside its text; None where nothing is said.

    Attributes:
        outlet: The publisher.
        published_start, published_end: First and last day it can have been published.
        language: ISO 639-1 code.
        captured: ISO time at which the copy was made, as the copy itself records it.
    """

    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published_start: date | None = None
    published_end: date | None = None
    url: str | None = None
    language: str | None = None
    captured: str | None = None

    def or_else(self, other: Meta) -> Meta:
        """This, with what it leaves open taken from the other; the dates as a pair."""
        missing = [name.name for name in fields(self) if getattr(self, name.name) is None]
        if self.published_start is not None:
            missing = [name for name in missing if not name.startswith("published")]
        return replace(self, **{name: getattr(other, name) for name in missing})


def read_meta(path: str | PathLike[str]) -> dict[str, Meta]:
    """Read a metadata file: CSV with a header line, or JSON.

    CSV has the columns file, outlet, title, author, date, url (file is required, the order is
    free, others are ignored). JSON is a list of such objects, or an object with the list as
    ``documents``; instead of date an object may give ``published_between`` as [first, last].

    Returns:
        For each file as named there what is said about it.

    Raises:
        ConfigError: The file cannot be read or understood; names the line or record.
    """
    where = str(path)
    text = _read(Path(path), where=where)
    if text.lstrip()[:1] in {"[", "{"}:
        rows: Iterable[tuple[str, Mapping[str, Any]]] = _json_rows(text, where=where)
    else:
        rows = _csv_rows(text, where=where)
    found: dict[str, Meta] = {}
    for place, row in rows:
        file = _words(row.get("file"))
        if not file:
            raise ConfigError("no file name", where=place, remedy="give the report's name in 'file'")
        file = file.replace("\\", "/").removeprefix("./")
        meta = meta_from_row(row, where=place)
        if found.setdefault(file, meta) != meta:
            raise ConfigError(
                f"{file} a second time, and differently", where=place, remedy="keep one of the two"
            )
    return found


def meta_from_row(row: Mapping[str, Any], *, where: str) -> Meta:
    """What one row or JSON object says.

    Raises:
        ConfigError: Its date is none; ``where`` is named.
    """
    start, end = _published(row, where=where)
    outlet, title, author, url, language = (
        _words(row.get(name)) for name in ("outlet", "title", "author", "url", "language")
    )
    return Meta(
        outlet=outlet, title=title, author=author, published_start=start, published_end=end, url=url,
        language=language,
    )  # fmt: skip


def _read(path: Path, *, where: str) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        what = f"the metadata cannot be opened ({error.strerror})"
        raise ConfigError(what, where=where, remedy="give a CSV or JSON file") from error
    if len(raw) > LARGEST:
        raise ConfigError(
            f"more than {LARGEST} bytes", where=where, remedy="give a CSV or JSON file of metadata"
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("bytes that are no UTF-8", where=where, remedy="save it as UTF-8") from error


def _csv_rows(text: str, *, where: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    header = text.partition("\n")[0]
    mark = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
        if "file" not in names:
            raise ConfigError(
                "no column 'file'",
                where=f"{where}, line 1",
                remedy="start with a header line such as file,outlet,title,author,date,url",
            )
        reader.fieldnames = names
        for row in reader:
            yield f"{where}, line {reader.line_num}", row
    except csv.Error as error:
        remedy = "check the quotation marks"
        raise ConfigError(
            f"no readable CSV ({error})", where=f"{where}, line {reader.line_num}", remedy=remedy
        ) from error


def _json_rows(text: str, *, where: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise ConfigError("no valid JSON", where=f"{where}, line {line}", remedy="mend the line") from error
    rows = parsed.get("documents") if isinstance(parsed, dict) else parsed
    if not isinstance(rows, list):
        raise ConfigError(
            "no list of records", where=where, remedy="give a list, or an object with 'documents'"
        )
    for number, row in enumerate(rows, start=1):
        place = f"{where}, record {number}"
        if not isinstance(row, dict):
            raise ConfigError("no JSON object", where=place, remedy='write {"file": ..., "outlet": ...}')
        yield place, row


def _published(row: Mapping[str, Any], *, where: str) -> tuple[date | None, date | None]:
    words = _words(row.get("date"))
    if words:
        day = _day(words, where=where)
        return day, day
    between = row.get("published_between")
    if between is None:
        return None, None
    if not isinstance(between, list) or len(between) != 2:
        raise ConfigError(
            "published_between is no pair", where=where, remedy='write ["YYYY-MM-DD", "YYYY-MM-DD"]'
        )
    first, last = (_day(str(part), where=where) for part in between)
    if first > last:
        raise ConfigError("published_between runs backwards", where=where, remedy="put the earlier day first")
    return first, last


def _day(words: str, *, where: str) -> date:
    day = read_date(words)
    if day is None:
        raise ConfigError(f"{words!r} is not one date", where=where, remedy=ADVICE)
    return day


def _words(value: object) -> str | None:
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return " ".join(str(value).split()) or None
    return None

"""The line in which a report says when it was published.

Only the report's own date line counts: a date in running prose tells of something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from sayso.reading.dates import DATE, WEEKDAY, PrintedDate, find_dates

if TYPE_CHECKING:
    from datetime import date

HEAD = 400
"""How many characters after the headline may hold the date line."""

LABEL = r"(?:(?:first|last|date)\s+)?(?:published|posted|updated?|modified|released|filed|issued|date)"
TIME = r"\d{1,2}\s?[:.h]\s?\d{2}(?:\s?:\s?\d{2})?\s?(?:[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?"
ZONE = r"\b(?:GMT|UTC|BST|CES?T|EES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|AE[SD]T|IST|MSK|UK|local time)\b"
US_HABIT = re.compile(r"\b[ap]\.?m\b|\b[ECMP][SD]?T\b", re.IGNORECASE)

LABELLED = re.compile(
    rf"(?:^|(?<=[^a-z,]))(?P<label>(?:(?i:first|last|date)\s+(?i:published|posted|updated|modified))"
    rf"|(?:Published|PUBLISHED|Posted|POSTED|Updated?|UPDATED?|Modified|MODIFIED|Released))"
    rf"\s*(?:\b(?:on|at)\b)?\s*:?\s*(?i:{TIME})?[\s,]*(?i:{ZONE})?[\s,]*(?:(?i:{WEEKDAY}),?\s+)?(?P<date>(?i:{DATE}))"
)
LEADING = re.compile(
    rf"(?:[A-Z]{{2,6}}\s+)?(?:(?i:{WEEKDAY}),?\s+)?(?P<date>(?i:{DATE}))(?:\s*(?i:{TIME}))?(?:\s*{ZONE})?"
    r"\s*(?:[-–—|:]{1,2}\s|\s(?=[A-Z“\"']))"
)
BYLINE_START = re.compile(r"^(?:by|BY|By)\s+[^\d]{3,60}?[,|–—-]\s*(?=\S*\s*$|$)")
NAME = r"[A-Z][\w'’.-]*"
WIRE = re.compile(
    rf"(?:\([^)]{{2,40}}\)\s*)?(?P<place>{NAME}(?:\s{NAME}){{0,4}}(?:\s?\([^)]{{2,30}}\))?(?:,\s{NAME}(?:\s{NAME}){{0,2}}){{0,2}})"
    rf",?\s+(?:(?i:{WEEKDAY}),?\s+)?(?P<date>(?i:{DATE}))"
    r"\s*(?:\((?P<agency>[^)]{2,60})\)|(?P<dash>[-–—]))?(?P<rest>.*)",
)
BRACKETED = re.compile(rf"\[[^\[\]]{{0,60}}?(?P<date>(?i:{DATE}))\]")
LEFT_OUT = re.compile(
    rf"{TIME}|{ZONE}|\b{WEEKDAY}(?!\w)|\b{LABEL}\b|\b(?:on|at|by|last|first|and|of)\b|\d+", re.IGNORECASE
)


class Rank(IntEnum):
    """Which date line is believed if there are several; lower is better."""

    PUBLISHED = 0
    PLAIN = 1
    UPDATED = 2
    BRACKETED = 3
    AT_END = 4
    DISPATCH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where a report gives its date.

    Attributes:
        start, end: Code-point offsets of the date's words.
        days: The day; two, ascending, if day and month cannot be told apart.
        agency: What stands in brackets in an upper-case wire dateline; None if nothing does.
    """

    start: int
    end: int
    days: tuple[date, ...]
    agency: str | None
    rank: Rank


def find_dateline(text: str, *, title_end: int) -> Dateline | None:
    """The report's own date line in its head, or a labelled one at its very end.

    Args:
        text: The report's text.
        title_end: Offset where the headline ends; 0 if there is none.

    Returns:
        None if the report does not print its date.
    """
    found = []
    for start, line in _lines(text):
        in_head = start < title_end + HEAD
        if in_head or start >= len(text) - HEAD // 2:
            found += [one for one in _datelines(line, start=start) if in_head or _at_end(one)]
    best = min(found, key=lambda one: (one.rank, one.start), default=None)
    return best if best is None or best.start < title_end + HEAD else _ranked_last(best)


def is_date_line(line: str) -> bool:
    """Whether the line gives a date of publication and nothing else of weight.

    >>> is_date_line("Last updated: Monday, 7 November 2031, 02:24 GMT")
    True
    >>> is_date_line("The attack of 7 November 2031")
    False
    """
    if len(line) > 120:
        return False
    dates = find_dates(line)
    if not dates:
        return False
    left = BYLINE_START.sub("", line[: dates[0].start]) + line[dates[0].start :]
    dates = find_dates(left)
    for one in reversed(dates):
        left = left[: one.start] + " " + left[one.end :]
    words = re.findall(r"[^\W\d_]{2,}", LEFT_OUT.sub(" ", left))
    if not words:
        return True
    edge = not line[: find_dates(line)[0].start].strip() or not line[find_dates(line)[-1].end :].strip(" .")
    return edge and len(words) <= 3 and all(word.isupper() for word in words)


def find_wire_dateline(line: str) -> re.Match[str] | None:
    """The match if the line opens as a wire dateline: ``CITY, 6 DEC 89 (AGENCY)``."""
    match = WIRE.match(line)
    if match is None or not (match["agency"] or match["dash"] or match["place"].isupper()):
        return None
    return match


def is_wire_dateline(line: str) -> bool:
    """Whether the line is a wire's dateline and nothing else.

    >>> is_wire_dateline("ZELIN, 6 DEC 89 (NEWSREEL)")
    True
    """
    match = find_wire_dateline(line)
    return match is not None and not match["rest"].strip(" -–—")


def _lines(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0].rstrip()) for match in re.finditer(r"\S.*", text)]


def _datelines(line: str, *, start: int) -> list[Dateline]:
    opening = line[: HEAD + 60]
    wire = find_wire_dateline(opening)
    if wire:
        agency = (
            wire["agency"] if opening[: wire.end("date")].upper() == opening[: wire.end("date")] else None
        )
        return _dated(opening, wire, start=start, rank=Rank.DISPATCH, agency=agency)
    found = []
    for match in LABELLED.finditer(opening):
        updated = re.search("updat|modif", match["label"], re.IGNORECASE)
        found += _dated(opening, match, start=start, rank=Rank.UPDATED if updated else Rank.PUBLISHED)
    if not found and is_date_line(line):
        one = find_dates(line)[0]
        found.append(_dateline(line, one, start=start, rank=Rank.PLAIN))
    leading = LEADING.match(opening)
    if not found and leading:
        found += _dated(opening, leading, start=start, rank=Rank.PLAIN)
    bracketed = BRACKETED.search(opening)
    if not found and bracketed:
        found += _dated(opening, bracketed, start=start, rank=Rank.BRACKETED)
    return found


def _dated(
    line: str, match: re.Match[str], *, start: int, rank: Rank, agency: str | None = None
) -> list[Dateline]:
    dates = find_dates(match["date"])
    if not dates:
        return []
    at = match.start("date")
    one = PrintedDate(start=at + dates[0].start, end=at + dates[0].end, days=dates[0].days)
    return [_dateline(line, one, start=start, rank=rank, agency=agency)]


def _dateline(line: str, one: PrintedDate, *, start: int, rank: Rank, agency: str | None = None) -> Dateline:
    days = one.days
    if len(days) == 2 and US_HABIT.search(line[one.end : one.end + 30]):
        days = _month_first(line[one.start : one.end], days)
    return Dateline(start=start + one.start, end=start + one.end, days=days, agency=agency, rank=rank)


def _month_first(words: str, days: tuple[date, ...]) -> tuple[date, ...]:
    month = int(re.match(r"\d+", words)[0])  # type: ignore[index]  # two days only come from digits
    return tuple(day for day in days if day.month == month)


def _at_end(one: Dateline) -> bool:
    return one.rank in {Rank.PUBLISHED, Rank.UPDATED}


def _ranked_last(one: Dateline) -> Dateline:
    return Dateline(start=one.start, end=one.end, days=one.days, agency=one.agency, rank=Rank.AT_END)

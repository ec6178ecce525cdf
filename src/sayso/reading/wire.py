"""The opening of a dispatch: where it was filed, on which day, by which agency."""

# ruff: noqa: E501 - a table of patterns reads best unbroken
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.reading.dates import DATE, MONTH, WEEKDAY, find_dates, read_month

if TYPE_CHECKING:
    from sayso.model.reports import Published

HEAD = 700
"""How far from the headline's end a dispatch may open: a byline, a credit and a date stand between (s)."""

UPPER = r"[A-Z][A-Z'’.-]+"
TITLE = r"[A-Z][\w'’.-]*"
PLACE = rf"(?P<place>{UPPER}(?:[ -]{UPPER}){{0,3}}|{TITLE}(?: {TITLE}){{0,3}})"
REGION = rf"(?:,\s*(?!(?:{MONTH})\s*\d){TITLE}(?: {TITLE}){{0,2}}){{0,2}}"
DAY_MONTH = rf"(?:(?P<m1>{MONTH})\s*(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTH}))"
WHEN = rf"(?:(?i:{WEEKDAY}),?\s+)?(?:(?P<whole>(?i:{DATE}))|(?i:{DAY_MONTH}))"
AGENCY = r"[(\[/](?P<agency>[A-Z][\w.&'’ -]{1,45})[)\]/]"
KNOWN_AGENCY = r"[(\[/](?P<agency>[A-Z]{2,9}|(?:[A-Z][\w.&'’ -]{0,40}?)?(?i:reuters|press|news|newsreel|agency|wire|service|radio|tv))[)\]/]"
"""What surely is an agency, where nothing but it makes a dateline of the line."""

DASH = r"(?:--|[-–—])"
OPENINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{PLACE}{REGION},?\s+{WHEN}\s*{AGENCY}(?:\s*(?:{DASH}|:)|\s*$|\s)",
        rf"{PLACE}{REGION},?\s+{WHEN}\s*{DASH}\s",
        rf"(?P<place>{UPPER}(?: {UPPER}){{0,3}}){REGION},?\s+{AGENCY}\s*(?:{DASH}|:)",
        rf"{PLACE}{REGION},?\s+{KNOWN_AGENCY}\s*(?:{DASH}|:)",
        rf"{KNOWN_AGENCY}\s*{DASH}\s",
        rf"(?P<place>{UPPER}(?: {UPPER}){{0,3}}){REGION}\s*(?:[–—]|--)\s",
    )
)
"""Whole, without agency, without date, agency alone, place alone (in capitals only)."""

NO_PLACE = re.compile(
    r"^(?:the|news|watch|updated?|published|posted|modified|filed|released|date|last|first|breaking|exclusive|analysis|video|opinion|live|photos?|read|more|related|advertisement|by)\b",
    re.IGNORECASE,
)
NO_AGENCY = re.compile(
    r"^(?:text|excerpts?|recording|video|photos?|updated?|file|live|[IVX]+)$", re.IGNORECASE
)
OLDEST = timedelta(days=330)
"""A dispatch is printed within a year of its day; so its year is known from the publication's (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A dispatch's opening, as offsets; None for what it does not give.

    Attributes:
        day: The whole date; None if none, or none with its year.
        month_day: Month and day where the year is left out.
    """

    start: int
    end: int
    place: tuple[int, int] | None
    agency: tuple[int, int] | None
    day: date | None
    month_day: tuple[int, int] | None


def find_opening(text: str, *, title_end: int) -> Opening | None:
    """The opening of the first paragraph near the headline that has one; None if none has."""
    for line in re.finditer(r"\S.*", text):
        if line.start() >= title_end + HEAD:
            break
        if line.end() > title_end:
            found = read_opening(text, max(line.start(), title_end))
            if found:
                return found
    return None


def read_opening(text: str, start: int) -> Opening | None:
    """The opening at this place of a text.

    >>> text = "ZELIN, Nov 7 (Newsreel) - Two people died."
    >>> found = read_opening(text, 0)
    >>> text[slice(*found.agency)], found.month_day
    ('Newsreel', (11, 7))
    """
    while start < len(text) and text[start].isspace():
        start += 1
    for pattern in OPENINGS:
        match = pattern.match(text, start, start + 200)
        groups = match.groupdict() if match else {}
        refused = NO_AGENCY.match(groups.get("agency") or "") or NO_PLACE.match(groups.get("place") or "")
        if match and not refused:
            return _opening(match)
    return None


def resolve_day(opening: Opening, published: Published | None) -> date | None:
    """The day of a dispatch: as printed, or with the year that fits the publication's.

    Without a publication date a day without its year stays unresolved; no other report's
    year is lent to it (STANDARDS 5).
    """
    if opening.day or opening.month_day is None or published is None:
        return opening.day
    month, day = opening.month_day
    for year in (published.latest.year, published.latest.year - 1):
        found = _valid(year, month, day)
        if found and published.latest - OLDEST <= found <= published.latest + timedelta(days=1):
            return found
    return None


def _opening(match: re.Match[str]) -> Opening:
    groups = match.groupdict()
    whole = find_dates(groups["whole"]) if groups.get("whole") else ()
    month = groups.get("m1") or groups.get("m2")
    printed = groups.get("d1") or groups.get("d2")
    return Opening(
        start=match.start(),
        end=match.end() - len(match[0]) + len(match[0].rstrip()),
        place=match.span("place") if groups.get("place") else None,
        agency=match.span("agency") if groups.get("agency") else None,
        day=whole[0].days[0] if whole and len(whole[0].days) == 1 else None,
        month_day=(read_month(month), int(printed)) if month and printed else None,
    )


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

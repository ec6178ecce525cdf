"""Dates as they are printed on pages: in date lines, metadata files and web addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
DATE = (
    rf"(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?[\s./-]*(?P<month1>{MONTH})[\s.,/-]*(?P<year1>\d{{4}}|'?\d{{2}})"
    rf"|(?P<month2>{MONTH})\s*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s,|-]*(?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})(?P<mark3>[-/.])(?P<month3>\d{1,2})(?P=mark3)(?P<day3>\d{1,2})"
    r"|(?P<one>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<two>\d{1,2})\s?(?P=mark)\s?(?P<year4>\d{4}|\d{2}))(?!\d)"
)
"""A whole date with its year; the day and the month need not be told apart yet."""

DATE_WORDS = re.compile(rf"(?<![\w/.-]){DATE}", re.IGNORECASE)
ISO_DATETIME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?")
URL_DATE = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/-]?)(?P<month>0[1-9]|1[0-2]|{MONTH})(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
LAST_CENTURY = 50
"""Two-digit years from here to 99 are of the twentieth century (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A date in a text.

    Attributes:
        start, end: Code-point offsets of its words.
        days: The one day it means, or two, ascending, if day and month cannot be told apart.
    """

    start: int
    end: int
    days: tuple[date, ...]


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every whole date in the text, in order; a date without its year is none.

    >>> find_dates("7 November 2031")[0].days
    (datetime.date(2031, 11, 7),)
    """
    found = (
        PrintedDate(start=match.start(), end=match.end(), days=_days(match))
        for match in DATE_WORDS.finditer(text)
    )
    return tuple(one for one in found if one.days)


def read_date(words: str) -> date | None:
    """The one day that these words and nothing else name; None if they do not, or name two.

    >>> read_date("2031-11-07T02:40:00Z")
    datetime.date(2031, 11, 7)
    >>> read_date("11/10/31") is None
    True
    """
    iso = ISO_DATETIME.fullmatch(words.strip())
    if iso:
        return _valid_day(*(int(part) for part in iso[1].split("-")))
    without_weekday = re.sub(rf"^\s*{WEEKDAY},?\s+", "", words, flags=re.IGNORECASE).strip()
    found = find_dates(without_weekday)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(without_weekday)):
        return None
    return found[0].days[0] if len(found[0].days) == 1 else None


def find_url_date(url: str) -> date | None:
    """The day in a web address such as ``/2031/11/07/``; None if there is none."""
    for match in URL_DATE.finditer(url):
        month = match["month"]
        number = int(month) if month.isdigit() else read_month(month)
        day = _valid_day(int(match["year"]), number, int(match["day"]))
        if day:
            return day
    return None


def _days(match: re.Match[str]) -> tuple[date, ...]:
    if match["one"]:
        first, second, year = int(match["one"]), int(match["two"]), _year(match["year4"])
        # only slashes are written month first; points and hyphens are the European habit
        orders = ((second, first), (first, second)) if match["mark"] == "/" else ((second, first),)
        return tuple(sorted({day for order in orders if (day := _valid_day(year, *order))}))
    for number in "123":
        if match[f"day{number}"]:
            month = match[f"month{number}"]
            at = int(month) if month.isdigit() else read_month(month)
            day = _valid_day(_year(match[f"year{number}"]), at, int(match[f"day{number}"]))
            return (day,) if day else ()
    return ()


def read_month(word: str) -> int:
    """The number of a month by its name or a short form of it, such as ``Nov``."""
    return MONTHS.index(word[:3].lower()) + 1


def _year(digits: str) -> int:
    year = int(digits.lstrip("'"))
    if year >= 100:
        return year
    return year + (1900 if year >= LAST_CENTURY else 2000)


def _valid_day(year: int, month: int, day: int) -> date | None:
    if not 1800 <= year <= 2199:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None

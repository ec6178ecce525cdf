"""The calendar: names of months and days, and the stretches of days that words stand for."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.extract.times.expressions import Reading, Scene, Stretch

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = (
    "(?:"
    + "|".join(
        rf"{name.title()}\b|{name.upper()}\b|(?:{name[:3].title()}|{name[:3].upper()})\b\.?"
        for name in MONTHS
    )
    + r"|Sept\b\.?|SEPT\b\.?)"
)
"""Names of months as printed; capitals count, since "may" and "march" are verbs."""
WEEKDAY = (
    "(?:"
    + "|".join(rf"{name.title()}\b|{name.upper()}\b|{name[:3].title()}\b\.?" for name in WEEKDAYS)
    + r"|Tues\b\.?|Wednes\b|Thurs\b\.?|Weds\b\.?)"
)
YEAR = r"(?:1[5-9]\d\d|20[0-5]\d)"
COVERED = 31
"""The longest stretch of days still worth showing for a report of uncertain date (s)."""


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or its abbreviation."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for the name of a weekday or its abbreviation."""
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word.lower()[:3]))


def full_year(digits: str) -> int:
    """The year for two or four digits; two digits stand for 1950 to 2049 (s)."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= 50 else 2000)


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month; clipped to the calendar's ends."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift_days(day: date, days: int) -> date:
    """The day so many days on, clipped to the calendar's ends."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date(9998, 12, 31).toordinal()))


def day_stretch(day: date) -> Stretch:
    """One day."""
    return Stretch(first=day, last=day, value=day.isoformat(), precision="day")


def week_stretch(day: date) -> Stretch:
    """The week from Monday to Sunday that holds a day."""
    first = shift_days(day, -day.weekday())
    year, week, _ = day.isocalendar()
    return Stretch(first=first, last=shift_days(first, 6), value=f"{year}-W{week:02}", precision="week")


def month_stretch(year: int, month: int) -> Stretch:
    """A whole month."""
    last = calendar.monthrange(year, month)[1]
    return Stretch(
        first=date(year, month, 1),
        last=date(year, month, last),
        value=f"{year:04}-{month:02}",
        precision="month",
    )


def year_stretch(year: int) -> Stretch:
    """A whole year."""
    return Stretch(first=date(year, 1, 1), last=date(year, 12, 31), value=f"{year:04}", precision="year")


def years_stretch(first: int, last: int, *, value: str) -> Stretch:
    """Several whole years, both ends included."""
    return Stretch(first=date(max(first, 1), 1, 1), last=date(last, 12, 31), value=value, precision="longer")


def span_precision(first: date, last: date) -> str:
    """The precision of a stretch of days (STANDARDS 1)."""
    length = (last - first).days + 1
    table = ((1, "day"), (6, "days"), (7, "week"), (31, "month"), (366, "year"))
    return next((name for limit, name in table if length <= limit), "longer")


def from_published(scene: Scene, resolve: Callable[[date], Stretch]) -> Stretch | None:
    """What the words mean for every day on which the report can have been published.

    Returns:
        The stretch, if all those days give the same; else one that covers all of them,
        if it is short enough to be of use; None if not, or if the report has no date.
    """
    if scene.earliest is None or scene.latest is None:
        return None
    low, high = resolve(scene.earliest), resolve(scene.latest)
    if low == high:
        return low
    if abs((high.last - low.first).days) > COVERED + (low.last - low.first).days:
        return None
    first, last = min(low.first, high.first), max(low.last, high.last)
    value = f"{first.isoformat()}/{last.isoformat()}"
    return Stretch(first=first, last=last, value=value, precision=span_precision(first, last))


def read_published(
    scene: Scene, resolve: Callable[[date], Stretch], *, blank: str, precision: str
) -> Reading:
    """A date that rests on the report's own; ``blank`` is its value if that is unknown."""
    stretch = from_published(scene, resolve)
    if stretch is None:
        return Reading(kind="date", value=blank, precision=precision)
    return read_stretch(stretch, anchored="published")


def read_stretch(stretch: Stretch, *, anchored: str) -> Reading:
    """A date whose days are known."""
    return Reading(
        kind="date", value=stretch.value, precision=stretch.precision, stretch=stretch, anchored=anchored
    )


def weekday_near(anchor: date, weekday: int, *, ahead: bool) -> date:
    """That weekday on or before the anchor, within 6 days (MUC-4; STANDARDS 5), or on or after it."""
    if ahead:
        return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)

"""Dates that name a day: one function for each form they are printed in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.times.days import (
    MONTH,
    MONTHS,
    YEAR,
    day_stretch,
    from_published,
    full_year,
    make_date,
    month_number,
    read_stretch,
    shift_days,
    shift_months,
)
from sayso.extract.times.expressions import Reading, Scene, Stretch, form

if TYPE_CHECKING:
    from datetime import date

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL = r"(?:st|nd|rd|th)?"
SLACK = 1
"""Days by which a date without a year may lie after publication: time zones (s)."""
SOON = 120
"""How far "until", "by" and the like reach into the future, in days (s)."""
AIMED = re.compile(r"\b(?:until|till|ahead of|by|for|before|from|starting|beginning)\s+$", re.IGNORECASE)
DAY_OF_MONTH = rf"\b(?:the\s+)?(?P<day>{DAY}){ORDINAL}(?:\s+of)?[\s-]+(?P<month>{MONTH})"
TO = r"\s*(?:-|to|until|through)\s*"
RANGE = r"\s*(?:-|to|and|until|through)\s*"
NAMES_OF_MONTHS = tuple(name[:3] for name in MONTHS)


def _days(first: date, last: date) -> Stretch:
    value = f"{first.isoformat()}/{last.isoformat()}"
    return Stretch(first=first, last=last, value=value, precision="days")


def _nearest(scene: Scene, month: int, day: int, *, ahead: bool) -> Stretch | None:
    def resolve(anchor: date) -> Stretch:
        years = range(anchor.year - 8, anchor.year + 9)
        found = [d for d in (make_date(year, month, day) for year in years) if d is not None]
        soon = [d for d in found if anchor <= d <= shift_days(anchor, SOON)]
        if ahead or (soon and AIMED.search(scene.before)):
            return day_stretch(min(d for d in found if d >= anchor))
        return day_stretch(max(d for d in found if d <= shift_days(anchor, SLACK)))

    return from_published(scene, resolve)


def read_full_date(match: re.Match[str], _scene: Scene) -> Reading | None:
    """Day, month and year: "7 November 2031", "Nov. 7th, 2031", "06 DEC 89", "2031-11-07"."""
    parts = match.groupdict()
    month = int(parts["month"]) if parts["month"].isdigit() else month_number(parts["month"])
    day = make_date(full_year(parts["year"]), month, int(parts["day"]))
    return read_stretch(day_stretch(day), anchored="self") if day else None


def read_numeric_date(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "07-11-2031", "11/7/31": unresolved where both orders give a possible day.

    The report's own date decides if only one of the two lies in the month up to it.
    """
    year, one, two = full_year(match["year"]), int(match["one"]), int(match["two"])
    days = {day for day in (make_date(year, two, one), make_date(year, one, two)) if day}
    if len(days) > 1 and scene.earliest and scene.latest:
        first, last = shift_days(scene.earliest, -31), shift_days(scene.latest, SLACK)
        days = {day for day in days if first <= day <= last} or days
    if len(days) > 1:
        return Reading(kind="date", value=f"{year}-XX-XX", precision="day")
    return read_stretch(day_stretch(days.pop()), anchored="self") if days else None


def read_month_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "Nov. 7th", "the 7th of November": the nearest such day not after publication."""
    month, day = month_number(match["month"]), int(match["day"])
    if make_date(2024, month, day) is None:
        return None
    stretch = _nearest(scene, month, day, ahead=scene.ahead())
    if stretch:
        return read_stretch(stretch, anchored="published")
    if scene.earliest is None and scene.reference and (near := make_date(scene.reference.year, month, day)):
        return read_stretch(day_stretch(near), anchored="context")
    return Reading(kind="date", value=f"XXXX-{month:02}-{day:02}", precision="day")


def read_day_range(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "3 to 5 May 2031", "May 3-5", "between May 3 and 5"."""
    month, one, two = month_number(match["month"]), int(match["one"]), int(match["two"])
    if one >= two or make_date(2024, month, two) is None:
        return None
    if match["year"]:
        end, anchored = make_date(full_year(match["year"]), month, two), "self"
    else:
        near = _nearest(scene, month, two, ahead=scene.ahead())
        end, anchored = (near.first if near and near.first == near.last else None), "published"
    if end is None:
        return Reading(
            kind="date", value=f"XXXX-{month:02}-{one:02}/XXXX-{month:02}-{two:02}", precision="days"
        )
    return read_stretch(_days(shift_days(end, one - two), end), anchored=anchored)


def read_month_range(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "May 3 to June 5": from a day in one month to a day in another."""
    near = _nearest(scene, month_number(match["month2"]), int(match["two"]), ahead=scene.ahead())
    first = near and make_date(near.first.year, month_number(match["month"]), int(match["one"]))
    if not near or not first or near.first != near.last:
        return None
    first = first if first <= near.first else shift_months(first, -12)
    return read_stretch(_days(first, near.first), anchored="published")


FORMS = (
    form(
        read_full_date,
        rf"{DAY_OF_MONTH},?[\s-]+(?P<year>{YEAR}\b|[5-9]\d\b(?!\s+[a-z]|[.,:]\d|-))",
        needs=NAMES_OF_MONTHS,
    ),
    form(
        read_full_date,
        rf"\b(?:the\s+)?(?P<day>{DAY}){ORDINAL}\s+(?P<month>(?i:{MONTH}))\s+(?P<year>{YEAR})\b",
        needs=NAMES_OF_MONTHS,
    ),
    form(
        read_full_date,
        rf"\b(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){ORDINAL}(?:,?\s+|-)(?P<year>{YEAR})\b",
        needs=NAMES_OF_MONTHS,
    ),
    form(read_full_date, rf"\b(?P<year>{YEAR})[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>{DAY})\b(?![-/])"),
    form(
        read_numeric_date,
        rf"(?<![\d/.-])(?P<one>{DAY})(?P<mark>[-/.])(?P<two>{DAY})(?P=mark)",
        rf"(?P<year>{YEAR}|\d\d)\b(?![/-]|\.\d)",
    ),
    form(
        read_day_range,
        rf"\b(?P<one>{DAY}){ORDINAL}{RANGE}(?P<two>{DAY}){ORDINAL}\s+(?:of\s+)?(?P<month>{MONTH})",
        rf"(?:,?\s+(?P<year>{YEAR}))?(?![\w-])",
        needs=NAMES_OF_MONTHS,
    ),
    form(
        read_day_range,
        rf"\b(?P<month>{MONTH})\s+(?P<one>{DAY}){ORDINAL}{RANGE}(?P<two>{DAY}){ORDINAL}\b",
        rf"(?!\s+{MONTH})(?:,?\s+(?P<year>{YEAR}))?(?![\w:-])",
        needs=NAMES_OF_MONTHS,
    ),
    form(
        read_month_range,
        rf"\b(?P<month>{MONTH})\s+(?P<one>{DAY}){ORDINAL}{TO}",
        rf"(?P<month2>{MONTH})\s+(?P<two>{DAY}){ORDINAL}\b(?!,?\s+{YEAR})",
        needs=NAMES_OF_MONTHS,
    ),
    form(
        read_month_day,
        rf"\b(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){ORDINAL}\b(?![:/]\d|[.,]\d)",
        needs=NAMES_OF_MONTHS,
    ),
    form(read_month_day, rf"{DAY_OF_MONTH}(?!\w)", needs=NAMES_OF_MONTHS),
)
"""All forms of this module; the longest match at a place wins, then the first in the table."""

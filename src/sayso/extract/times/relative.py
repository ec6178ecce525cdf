"""Weekdays, weeks, months and years told from the day of the report: "last Friday", "this week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.times.days import (
    MONTH,
    WEEKDAY,
    day_stretch,
    month_stretch,
    read_published,
    shift_days,
    shift_months,
    span_precision,
    week_stretch,
    weekday_near,
    weekday_number,
    year_stretch,
    years_stretch,
)
from sayso.extract.times.durations import unit_letter
from sayso.extract.times.expressions import Reading, Scene, Stretch, form

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

RANK = r"(?P<rank>(?i:last|this|next|past|previous|coming))"
BLANKS = {
    "D": ("XXXX-XX-XX", "day"),
    "W": ("XXXX-WXX", "week"),
    "M": ("XXXX-XX", "month"),
    "Y": ("XXXX", "year"),
}


SHORT_CUE = re.compile(r"\b(?:on|last|next)\s+$", re.IGNORECASE)
SHORT_NEXT = re.compile(rf",?\s*(?:\d|{MONTH})")
"""What tells the short name of a weekday from "the Sun" and "he sat"."""


def read_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "Wednesday", "last Friday", "next Monday", "Monday last week".

    On or before publication, within 6 days (MUC-4; STANDARDS 5), unless the sentence
    speaks of the future; "last" leaves the day of publication out.
    """
    if len(match["day"]) == 3 and not (SHORT_CUE.search(scene.before) or SHORT_NEXT.match(scene.after)):
        return None
    number, rank = weekday_number(match["day"]), (match["rank"] or "").lower()
    ahead = rank in {"next", "coming"} or (rank in {"", "this"} and scene.ahead())

    def resolve(anchor: date) -> Stretch:
        if rank in {"last", "past", "previous"}:
            anchor = shift_days(anchor, -1)
        if rank in {"next", "coming"}:
            anchor = shift_days(anchor, 1)
        return day_stretch(weekday_near(anchor, number, ahead=ahead))

    return read_published(scene, resolve, blank=f"XXXX-WXX-{number + 1}", precision="day")


def read_weekday_of_week(match: re.Match[str], scene: Scene) -> Reading:
    """Read "Thursday last week", "on Monday of next week"."""
    number = weekday_number(match["day"])
    weeks = {"last": -1, "this": 0, "next": 1}[match["rank"].lower()]

    def resolve(anchor: date) -> Stretch:
        return day_stretch(shift_days(anchor, 7 * weeks + number - anchor.weekday()))

    return read_published(scene, resolve, blank=f"XXXX-WXX-{number + 1}", precision="day")


def shifted(unit: str, shift: int) -> Callable[[date], Stretch]:
    """From a day to the day, week, month or year so many units on."""
    table: dict[str, Callable[[date], Stretch]] = {
        "D": lambda day: day_stretch(shift_days(day, shift)),
        "W": lambda day: week_stretch(shift_days(day, 7 * shift)),
        "M": lambda day: month_stretch(shift_months(day, shift).year, shift_months(day, shift).month),
        "Y": lambda day: year_stretch(shift_months(day, 12 * shift).year),
    }
    return table[unit]


def read_ranked_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "last week", "this month", "next year", "the past week"."""
    unit, rank = unit_letter(match["unit"]), match["rank"].lower()
    if unit == "D" and rank in {"last", "next"}:
        return None
    shift = {"next": 1, "coming": 1, "this": 0, "current": 0}.get(rank, -1)
    if unit == "E":
        return _ranked_years(scene, rank=rank, years=10)
    if unit == "C":
        return _ranked_years(scene, rank=rank, years=100)
    if unit not in BLANKS:
        return None
    blank, precision = BLANKS[unit]
    return read_published(scene, shifted(unit, shift), blank=blank, precision=precision)


def _ranked_years(scene: Scene, *, rank: str, years: int) -> Reading:
    def resolve(day: date) -> Stretch:
        first = (day.year // years + {"next": 1, "this": 0}.get(rank, -1)) * years
        return years_stretch(first, first + years - 1, value=str(first)[: 3 if years == 10 else 2])

    return read_published(scene, resolve, blank="XXX", precision="longer")


def read_weekend(match: re.Match[str], scene: Scene) -> Reading:
    """Read "last weekend", "over the weekend", "this weekend"."""
    rank = match["rank"].lower()

    def resolve(anchor: date) -> Stretch:
        ahead = rank == "next" or (rank == "this" and scene.ahead())
        saturday = weekday_near(anchor if rank != "last" else shift_days(anchor, -1), 5, ahead=ahead)
        year, week, _ = saturday.isocalendar()
        return Stretch(
            first=saturday, last=shift_days(saturday, 1), value=f"{year}-W{week:02}-WE", precision="days"
        )

    return read_published(scene, resolve, blank="XXXX-WXX-WE", precision="days")


def read_edge(match: re.Match[str], scene: Scene) -> Reading:
    """Read "the end of the year", "the beginning of the month"."""
    letter = unit_letter(match["unit"])
    blank, precision = BLANKS[letter]
    reading = read_published(scene, shifted(letter, 0), blank=blank, precision=precision)
    return narrow(reading, match["edge"])


def narrow(reading: Reading, word: str) -> Reading:
    """The early, middle or late part of a week, month or year: a half that surely holds it (s)."""
    stretch = reading.stretch
    if stretch is None or (stretch.last - stretch.first).days < 5:
        return reading
    length, word = (stretch.last - stretch.first).days, word.lower()
    low, high = stretch.first, stretch.last
    if word in {"early", "start", "beginning"}:
        high = shift_days(low, length // 2)
    elif word in {"late", "end", "later", "close"}:
        low = shift_days(high, -(length // 2))
    elif word in {"mid", "middle"}:
        low, high = shift_days(low, length // 4), shift_days(high, -(length // 4))
    part = Stretch(first=low, last=high, value=stretch.value, precision=_narrowed(stretch, low, high))
    return Reading(
        kind=reading.kind,
        value=reading.value,
        precision=part.precision,
        stretch=part,
        anchored=reading.anchored,
    )


def _narrowed(stretch: Stretch, low: date, high: date) -> str:
    return (
        stretch.precision
        if stretch.precision in {"month", "week", "year", "longer"}
        else span_precision(low, high)
    )


FORMS = (
    form(read_weekday, rf"\b(?:(?i:the\s+)?{RANK}\s+)?(?P<day>{WEEKDAY})(?!\w)"),
    form(
        read_weekday_of_week,
        rf"\b(?P<day>{WEEKDAY})(?:\s+of)?\s+(?P<rank>(?i:last|this|next))\s+week\b",
        needs=("week",),
    ),
    form(
        read_weekday_of_week,
        rf"\b(?P<rank>(?i:last|this|next))\s+week\s+on\s+(?P<day>{WEEKDAY})(?!\w)",
        needs=("week",),
    ),
    form(
        read_ranked_unit,
        r"(?i)\b(?:the\s+)?(?P<rank>last|this|next|past|previous|coming|current)\s+",
        r"(?:(?:fiscal|calendar|financial|school|academic)\s+)?",
        r"(?P<unit>week|month|year|decade|century)\b(?!\s+of\b|\w)",
        needs=("week", "month", "year", "decade", "century"),
    ),
    form(read_weekend, r"(?i)\b(?P<rank>last|this|next|the)\s+weekend\b", needs=("weekend",)),
    form(
        read_edge,
        r"(?i)\b(?:the\s+)?(?P<edge>end|start|beginning|middle|close)\s+of\s+(?:the\s+)?(?P<unit>week|month|year)\b",
        needs=(" of ",),
    ),
)
"""All forms of this module; the longest match at a place wins, then the first in the table."""

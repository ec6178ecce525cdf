"""Months, seasons, years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from sayso.extract.times.days import (
    MONTH,
    MONTHS,
    YEAR,
    from_published,
    full_year,
    month_number,
    month_stretch,
    read_stretch,
    year_stretch,
    years_stretch,
)
from sayso.extract.times.expressions import Reading, Scene, Stretch, form

SOON = 120
"""How far "until", "by" and the like reach into the future, in days (s)."""
AIMED_MONTH = re.compile(r"\b(?:until|till|ahead of|by|through|starting|beginning)\s+$", re.IGNORECASE)
SEASON_CUE = re.compile(r"\b(?:in|during|by|until|since|of|late|early|mid)[\s-]+$", re.IGNORECASE)
COUNTED = re.compile(
    r"\s+(?!(?:that|which|who|when|where|as|is|was|has|his|its|this|and|or|it|he|she|they|the|us|in|on|at|by|for|to|"
    r"with|after|before|because|since|says|against|plus|versus)\b)(?:[a-z-]+\s+)?(?:people|men|women|children|police|[a-z]{3,}s)\b"
)
"""What stands behind a number of people or things."""
BOUND = re.compile(
    r"\b(?:than|least|most|about|around|over|nearly|almost|some|roughly|approximately|under)\s+$",
    re.IGNORECASE,
)
YEAR_CUE = re.compile(
    rf"\b(?:in|since|by|until|till|during|of|from|before|after|late|early|mid|the|through|between|and|his|her|its|year|{MONTH})"
    r"[\s,-]+$|[-/(]$",
    re.IGNORECASE,
)
NAMES_OF_MONTHS = tuple(name[:3] for name in MONTHS)
SEASONS = ("spring", "summer", "autumn", "fall", "winter")


def read_month_year(match: re.Match[str], _scene: Scene) -> Reading:
    """Read "May 2030"."""
    return read_stretch(month_stretch(int(match["year"]), month_number(match["month"])), anchored="self")


def read_month(match: re.Match[str], scene: Scene) -> Reading:
    """Read "in May", "last May", "next May": the latest such month begun at publication."""
    month, word = month_number(match["month"]), (match["rank"] or "").lower()
    ahead = word in {"next", "coming"} or (not word and scene.ahead())
    aimed = not word and AIMED_MONTH.search(scene.before) is not None

    def resolve(anchor: date) -> Stretch:
        year = anchor.year
        if ahead or (aimed and (month - anchor.month) % 12 <= SOON // 30):
            year += month < anchor.month or (word == "next" and month == anchor.month)
        elif word != "this":
            year -= month > anchor.month or (word in {"last", "past"} and month == anchor.month)
        return month_stretch(year, month)

    stretch = from_published(scene, resolve)
    if stretch:
        return read_stretch(stretch, anchored="published")
    if scene.earliest is None and scene.reference and not word:
        return read_stretch(month_stretch(scene.reference.year, month), anchored="context")
    return Reading(kind="date", value=f"XXXX-{month:02}", precision="month")


def read_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "2019"; not the 2000 of "killed 2000 people"."""
    if re.search(r"\d-\s?$", scene.before) and not re.search(rf"\b{YEAR}-\s?$", scene.before):
        return None
    if BOUND.search(scene.before) and re.match(r"\s+[a-z]", scene.after):
        return None
    if COUNTED.match(scene.after) and (match["year"].endswith("00") or not YEAR_CUE.search(scene.before)):
        return None
    return read_stretch(year_stretch(int(match["year"])), anchored="self")


def read_short_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """The "58" of "1957-58"."""
    before = re.search(rf"\b({YEAR})\s?-\s?$", scene.before)
    if before is None:
        return None
    year = int(before[1][:2] + match["year"])
    return read_stretch(year_stretch(year), anchored="self") if year > int(before[1]) else None


def read_decade(match: re.Match[str], _scene: Scene) -> Reading:
    """Read "the 1980s", "the '80s"."""
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else full_year(digits)
    return read_stretch(years_stretch(first, first + 9, value=str(first)[:3]), anchored="self")


def read_century(match: re.Match[str], _scene: Scene) -> Reading | None:
    """Read "the 20th century"."""
    words = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21, "eighteenth": 18}
    number = words.get(match["number"].lower()) or int(re.sub(r"\D", "", match["number"]) or 0)
    if not 1 <= number <= 22:
        return None
    first = (number - 1) * 100
    return read_stretch(years_stretch(first, first + 99, value=f"{number - 1:02}"), anchored="self")


def read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "last summer", "the winter of 2019": the days are a whole year.

    Which months a season has depends on the hemisphere, which is not guessed.
    """
    code = {"spr": "SP", "sum": "SU", "aut": "FA", "fal": "FA", "win": "WI"}[match["season"].lower()[:3]]
    rank, stated = (match["rank"] or "").lower(), match["year"]
    if (
        not match["det"]
        and not stated
        and (match["season"][0].isupper() or not SEASON_CUE.search(scene.before))
    ):
        return None

    def around(year: int) -> Stretch:
        first, last = date(year - (code == "WI"), 1 if code != "WI" else 12, 1), date(year, 12, 31)
        return Stretch(first=first, last=last, value=f"{year}-{code}", precision="year")

    def resolve(anchor: date) -> Stretch:
        month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
        if rank in {"last", "past", "previous"}:
            return around(anchor.year - (anchor.month < month + 3))
        return around(anchor.year + (rank in {"next", "coming"} and anchor.month >= month))

    if stated:
        return read_stretch(around(int(stated)), anchored="self")
    stretch = from_published(scene, resolve) if rank else None
    if stretch:
        return read_stretch(stretch, anchored="published")
    return Reading(kind="date", value=f"XXXX-{code}", precision="longer")


FORMS = (
    form(
        read_month_year,
        rf"\b(?P<month>{MONTH})(?:,|\s+of)?\s+(?P<year>{YEAR})\b",
        needs=NAMES_OF_MONTHS,
    ),
    form(
        read_month,
        rf"\b(?:(?:the\s+)?(?P<rank>(?i:last|this|next|past|coming))\s+)?(?P<month>{MONTH})(?!\w)",
        needs=NAMES_OF_MONTHS,
    ),
    form(
        read_season,
        r"\b(?P<det>(?:(?i:the)|(?P<rank>(?i:last|this|next|past|previous|coming)))\s+)?",
        rf"(?P<season>(?i:spring|summer|autumn|fall|winter))(?:(?:\s+of)?\s+(?P<year>{YEAR}))?\b",
        needs=SEASONS,
    ),
    form(read_decade, r"\b(?:[Tt]he\s+)?(?P<decade>(?:1[5-9]|20)\d0)'?s\b"),
    form(read_decade, r"\b[Tt]he\s+'?(?P<decade>[2-9]0)s\b"),
    form(
        read_century,
        r"(?i)\b(?:the\s+)?(?P<number>\d{1,2}(?:st|nd|rd|th)|(?:eight|nine)teenth|twentieth|twenty-first)",
        r"[\s-]+century\b",
        needs=("century",),
    ),
    form(read_year, rf"(?<![\w$€£,.:#/])(?P<year>{YEAR})(?![\w%:]|,\d|\.\d|/\d)"),
    form(read_short_year, r"(?<=\d-)(?P<year>\d\d)(?![\w%:/-]|[.,]\d)"),
)
"""All forms of this module; the longest match at a place wins, then the first in the table."""

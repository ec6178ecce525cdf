from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from sayso.reading import Meta, Original, read_report

if TYPE_CHECKING:
    from sayso.model.reports import Report

BODY = "Two people were killed when a bridge fell in the town of Zelin on Friday, police said."
DAY = date(2031, 11, 8)


def read(opening: str, *, day: date | None = DAY) -> Report:
    text = f"Bridge falls in Zelin\n\n{opening}{BODY}\n\nDivers searched the river until dark, they said."
    meta = Meta(outlet="Lantern", published_start=day, published_end=day)
    return read_report(Original(file="a.txt", raw=text.encode(), meta=meta, error=None))


@pytest.mark.parametrize(
    ("opening", "place", "day", "agency"),
    [
        ("ZELIN, Nov 7 (Newsreel) - ", "ZELIN", "2031-11-07", "Newsreel"),
        ("ZELIN, Norland (NR) — ", "ZELIN", None, "NR"),
        ("Zelin, Norland, November 7, 2031 (Newsreel) -- ", "Zelin", "2031-11-07", "Newsreel"),
        ("PORT ANSEL, 7 NOV 31 (NEWSREEL) -- ", "PORT ANSEL", "2031-11-07", "NEWSREEL"),
        ("Zelin (Norland News Agency) - ", "Zelin", None, "Norland News Agency"),
        ("(Newsreel) - ", None, None, "Newsreel"),
        ("ZELIN, Nov. 7 — ", "ZELIN", "2031-11-07", None),
        ("ZELIN, Dec 30 (Newsreel) - ", "ZELIN", "2030-12-30", "Newsreel"),
        ("ZELIN – ", "ZELIN", None, None),
    ],
)
def test_a_dateline_gives_place_day_and_agency(
    opening: str, place: str | None, day: str | None, agency: str | None
) -> None:
    line = read(opening).dateline
    assert line is not None
    assert line.span.text == opening.strip()
    assert (line.place and line.place.text, line.date, line.agency and line.agency.text) == (
        place,
        day,
        agency,
    )


@pytest.mark.parametrize(
    "opening",
    ["", "The Mayor (Ada Quill) - ", "WATCH — ", "Published July 2 2031 - ", "On Friday (as agreed) - "],
)
def test_what_only_looks_like_a_dateline_is_none(opening: str) -> None:
    line = read(opening).dateline
    assert line is None


def test_a_day_without_its_year_stays_open_where_the_report_has_no_date() -> None:
    line = read("ZELIN, Nov 7 (Newsreel) - ", day=None).dateline
    assert line is not None
    assert line.date is None

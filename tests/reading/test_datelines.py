from datetime import date

import pytest

from sayso.reading.dateline import find_dateline
from sayso.reading.headline import find_byline, find_headline, find_title_end

DAY = date(2031, 11, 7)


@pytest.mark.parametrize(
    "head",
    [
        "7 Nov 2031 - Bridge falls",
        "ZELIN, Nov 7, 2031 (Newsreel) - Two people",
        "Zelin, Norland, November 7, 2031 (Newsreel) -- Two people",
        "Published: 7 November 2031",
        "Posted on November 7 2031 by The Lantern",
        "Last updated at Nov 72031 - Bridge falls",
        "(Published Friday, Nov. 7, 2031)",
        "11/07/31 02:39 PM ET",
        "07-11-2031 Zelin Bridge Falls",
        "07.11.2031 - Bridge falls",
        "NR Friday 7 Nov 2031",
        "Fri Nov 7, 2031 3: 00pm EST",
        "By Ada Quill, 7 November 2031",
        "[ARTICLE] [THE LANTERN 07 NOV 31] THE BRIDGE",
    ],
)
def test_a_date_line_is_read(head: str) -> None:
    found = find_dateline(f"{head}\n\nTwo people were killed.", title_end=0)
    assert found is not None
    assert found.days == (DAY,)


@pytest.mark.parametrize(
    "head",
    [
        "On 7 November 2031 a bridge fell in Zelin.",
        "November 7, 2031, was a black day for Zelin.",
        "The report, published on November 7, 2031, says so.",
        "The fall of 7 November 2031",
        "ZELIN, Nov 7 (Newsreel) - Two people",
        "30 Feb 2031 - Bridge falls",
    ],
)
def test_a_date_in_prose_or_without_a_year_is_no_date_line(head: str) -> None:
    assert find_dateline(f"{head}\n\nTwo people were killed.", title_end=0) is None


def test_day_and_month_that_cannot_be_told_apart_stay_two() -> None:
    found = find_dateline("10/11/31\n\nTwo people were killed.", title_end=0)
    assert found is not None
    assert found.days == (date(2031, 10, 11), date(2031, 11, 10))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge falls in Zelin\n\nTwo people were killed on Friday.", "Bridge falls in Zelin"),
        ("  Who let it fall?\nTwo people were killed on Friday, police said.", "Who let it fall?"),
        (
            "Bridge falls in Zelin.\n\nFriday Bridge falls in Zelin. Two people died.",
            "Bridge falls in Zelin.",
        ),
        ("Two people were killed on Friday.\n\nA third is missing, police said later.", None),
        ("By Ada Quill\n\nTwo people were killed on Friday, police said.", None),
        (
            "ZELIN, Norland (Newsreel) - Two people were killed\n\nA third is missing, police said.",
            None,
        ),
        ("Only one line", None),
    ],
)
def test_a_headline_is_told_from_a_first_paragraph(text: str, title: str | None) -> None:
    found = find_headline(text)
    assert (found.title if found else None) == title
    if found:
        assert text[: found.end].strip() == title


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        ("“Bridge  falls”\n\nTwo died.", '"BRIDGE FALLS"', "“Bridge  falls”"),
        ("Bridge falls - Lantern\n\nTwo died.", "Bridge falls", "Bridge falls - Lantern"),
        ("Bridge falls\n\nTwo died.", "Bridge falls | Lantern", "Bridge falls"),
        ("Two died on Friday.", "Bridge falls", ""),
    ],
)
def test_a_known_headline_is_found_in_the_text_loosely(text: str, title: str, headline: str) -> None:
    assert text[: find_title_end(text, title=title)] == headline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", "Ada Quill"),
        ("BY ADA QUILL AND BEN ROE", "ADA QUILL AND BEN ROE"),
        ("By Ada Quill, staff writer", "Ada Quill"),
        ("By Friday", None),
        ("By Ada Quill the bridge was shut.", None),
    ],
)
def test_a_byline_is_a_line_of_its_own(line: str, names: str | None) -> None:
    assert find_byline(f"Bridge falls\n\n{line}\n\nTwo people were killed.", title_end=12) == names

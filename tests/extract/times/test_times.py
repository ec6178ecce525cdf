"""Time expressions: every form, the anchor, what is left unresolved. 9 November 2031 is a Sunday."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract.times import TimeExpression, find_times, find_wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

    Annotate = Callable[..., Layers]


def only(found: tuple[TimeExpression, ...]) -> TimeExpression:
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It struck on 7 November 2031.", "7 November 2031", "2031-11-07"),
        ("It struck on Nov. 7.", "Nov. 7", "2031-11-07"),
        ("It struck on Nov. 7th at the pier.", "Nov. 7th", "2031-11-07"),
        ("It struck on November 7, 2031.", "November 7, 2031", "2031-11-07"),
        ("It struck on November 7 2031.", "November 7 2031", "2031-11-07"),
        ("It struck on the 7th of November.", "the 7th of November", "2031-11-07"),
        ("It struck on 2031-11-07.", "2031-11-07", "2031-11-07"),
        ("It struck on 17/10/2031.", "17/10/2031", "2031-10-17"),
        ("It struck on 10/17/31.", "10/17/31", "2031-10-17"),
        ("It struck on 18.05.2030.", "18.05.2030", "2030-05-18"),
        ("It struck on 06 Dec 89.", "06 Dec 89", "1989-12-06"),
        ("It struck on Friday, Nov. 7.", "Friday, Nov. 7", "2031-11-07"),
        ("It struck on Friday 7 November 2031.", "Friday 7 November 2031", "2031-11-07"),
        ("The bridge was closed from 3 to 5 May.", "3 to 5 May", "2031-05-03/2031-05-05"),
        ("The bridge was closed on May 3-5, 2030.", "May 3-5, 2030", "2030-05-03/2030-05-05"),
        ("It was built in May 2030.", "May 2030", "2030-05"),
        ("It was built in June.", "June", "2031-06"),
        ("It was built in December.", "December", "2030-12"),
        ("She fled last May.", "last May", "2031-05"),
        ("It has been shut since September.", "September", "2031-09"),
        ("It was built in 2019.", "2019", "2019"),
        ("It was built in late 2019.", "late 2019", "2019"),
        ("It was built in the 1980s.", "the 1980s", "198"),
        ("It was built in the 20th century.", "the 20th century", "19"),
        ("It was built in the summer of 2029.", "the summer of 2029", "2029-SU"),
        ("It struck on Wednesday.", "Wednesday", "2031-11-05"),
        ("It struck on Sunday.", "Sunday", "2031-11-09"),
        ("It struck last Sunday.", "last Sunday", "2031-11-02"),
        ("It struck last Friday.", "last Friday", "2031-11-07"),
        ("It struck on Thursday last week.", "Thursday last week", "2031-10-30"),
        ("It struck today.", "today", "2031-11-09"),
        ("It struck earlier today.", "earlier today", "2031-11-09"),
        ("It struck yesterday.", "yesterday", "2031-11-08"),
        ("It struck last night.", "last night", "2031-11-08TNI"),
        ("It struck this morning.", "this morning", "2031-11-09TMO"),
        ("It struck early on Sunday.", "early on Sunday", "2031-11-09"),
        ("It struck on Sunday night.", "Sunday night", "2031-11-09TNI"),
        (
            "It struck in the early morning hours of Nov. 7.",
            "the early morning hours of Nov. 7",
            "2031-11-07TMO",
        ),
        ("It struck last week.", "last week", "2031-W44"),
        ("It struck this week.", "this week", "2031-W45"),
        ("It struck last month.", "last month", "2031-10"),
        ("It struck last year.", "last year", "2030"),
        ("It struck two days ago.", "two days ago", "2031-11-07"),
        ("It struck six years ago.", "six years ago", "2025"),
        ("It struck three weeks ago.", "three weeks ago", "2031-W42"),
        ("The siege lasted 26 minutes.", "26 minutes", "PT26M"),
        ("The siege lasted half an hour.", "half an hour", "PT30M"),
        ("The siege lasted several days.", "several days", "PXD"),
        ("They began a four-week closure.", "four-week", "P4W"),
        ("It has run for the past two years.", "the past two years", "P2Y"),
        ("The bells ring every day.", "every day", "XXXX-XX-XX"),
        ("They are now safe.", "now", "PRESENT_REF"),
    ],
)
def test_every_form_is_found_with_its_words_and_its_value(
    layers_of: Annotate, text: str, words: str, value: str
) -> None:
    time = only(find_times(layers_of(text)))
    assert (text[time.start : time.end], time.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "clock", "zone"),
    [
        ("It struck at 4:40 p.m.", "4:40 p.m.", "16:40", None),
        ("It struck at about 5 pm near the pier.", "5 pm", "17:00", None),
        ("It struck at 0735 near the pier.", "0735", "07:35", None),
        ("It struck at 12:00 GMT.", "12:00 GMT", "12:00", "GMT"),
        ("It struck at 2:53 p.m. local time.", "2:53 p.m. local time", "14:53", "local"),
        ("It struck at 3 p.m. (1200 GMT) near the pier.", "3 p.m. (1200 GMT)", "15:00", None),
        ("It struck at noon.", "noon", "12:00", None),
        ("It struck at midnight.", "midnight", "00:00", None),
        ("It struck at five o'clock in the afternoon.", "five o'clock in the afternoon", "17:00", None),
        ("It struck at three in the morning.", "three in the morning", "03:00", None),
    ],
)
def test_a_clock_time_is_read_with_its_zone(
    layers_of: Annotate, text: str, words: str, clock: str, zone: str | None
) -> None:
    time = only(find_times(layers_of(text)))
    assert (text[time.start : time.end], time.clock, time.zone) == (words, clock, zone)
    assert time.kind == "time"
    assert time.days is None


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It was built in June.", "2031-06-01", "2031-06-30", "month"),
        ("It was built in late June.", "2031-06-16", "2031-06-30", "month"),
        ("It was built in early 2019.", "2019-01-01", "2019-07-02", "year"),
        ("It struck last week.", "2031-10-27", "2031-11-02", "week"),
        ("It struck last night.", "2031-11-08", "2031-11-09", "part of day"),
        ("It struck last summer.", "2031-01-01", "2031-12-31", "year"),
        ("It struck early on Sunday.", "2031-11-09", "2031-11-09", "part of day"),
        ("They argued in recent days.", "2031-11-02", "2031-11-09", "week"),
        ("It struck a few days ago.", "2031-11-02", "2031-11-07", "days"),
    ],
)
def test_days_are_the_interval_that_the_words_allow(
    layers_of: Annotate, text: str, start: str, end: str, precision: str
) -> None:
    time = only(find_times(layers_of(text)))
    assert time.days is not None
    assert (time.days.start, time.days.end, time.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The court will meet on Friday.", "2031-11-14"),
        ("The court is expected to meet next month.", "2031-12"),
        ("The court will meet on 20 November.", "2031-11-20"),
        ("The match was postponed until Saturday.", "2031-11-15"),
        ("He will speak next Sunday.", "2031-11-16"),
        ("The court met on 20 November.", "2030-11-20"),
        ("The court met on Friday.", "2031-11-07"),
        ("Qorda would not retaliate for the bombing of the pier on Tuesday.", "2031-11-04"),
    ],
)
def test_the_tense_says_whether_a_date_lies_ahead(layers_of: Annotate, text: str, value: str) -> None:
    assert only(find_times(layers_of(text))).value == value


def test_a_weekday_resolves_when_every_possible_day_of_publication_agrees(layers_of: Annotate) -> None:
    time = only(find_times(layers_of("It struck on Wednesday.", published="2031-11-06/2031-11-08")))
    assert time.value == "2031-11-05"
    assert time.anchored == "published"


def test_a_weekday_covers_both_readings_when_the_day_of_publication_is_unsure(layers_of: Annotate) -> None:
    time = only(find_times(layers_of("It struck yesterday.", published="2031-11-06/2031-11-08")))
    assert time.days is not None
    assert (time.days.start, time.days.end, time.precision) == ("2031-11-05", "2031-11-07", "days")


@pytest.mark.parametrize(
    "words", ["on Wednesday", "yesterday", "in June", "last night", "on Nov. 7", "last week"]
)
def test_without_a_date_of_its_own_a_report_leaves_days_unresolved(layers_of: Annotate, words: str) -> None:
    time = only(find_times(layers_of(f"It struck {words}.", published=None)))
    assert time.days is None
    assert time.anchored == "unresolved"


def test_a_yearless_date_over_new_year_is_the_one_before_publication(layers_of: Annotate) -> None:
    time = only(find_times(layers_of("It struck on December 30.", published="2032-01-02")))
    assert time.value == "2031-12-30"


def test_a_date_that_reads_both_ways_stays_unresolved(layers_of: Annotate) -> None:
    time = only(find_times(layers_of("It struck on 03/04/2030.")))
    assert time.days is None
    assert time.value == "2030-XX-XX"


def test_the_date_of_the_report_decides_between_two_readings(layers_of: Annotate) -> None:
    assert only(find_times(layers_of("It struck on 07-11-2031."))).value == "2031-11-07"
    assert only(find_times(layers_of("It struck on 11/7/31."))).value == "2031-11-07"


def test_a_week_earlier_is_counted_from_the_last_day_named(layers_of: Annotate) -> None:
    text = (
        "The pier burned on 5 May 2030. Two days later the owner fled. The following night it burned again."
    )
    _, later, night = find_times(layers_of(text))
    assert (later.value, later.anchored) == ("2030-05-07", "context")
    assert night.value == "2030-05-08TNI"


def test_without_context_the_next_day_is_unresolved(layers_of: Annotate) -> None:
    text = "The pier burned on 5 May 2030. The next day the owner fled."
    assert find_times(layers_of(text), context=False)[1].days is None


def test_a_clock_time_takes_the_day_that_its_sentence_names(layers_of: Annotate) -> None:
    clock, day = find_times(layers_of("At 4:40 p.m. the mill was hit, and on Friday the owner was freed."))
    assert clock.days == day.days
    assert clock.clock == "16:40"


def test_an_hour_on_saturdays_is_no_date(layers_of: Annotate) -> None:
    hour, often = find_times(layers_of("The club is open until 4 a.m. on Saturdays."))
    assert hour.days is None
    assert often.kind == "set"


def test_a_date_line_is_marked_and_dates_no_event(layers_of: Annotate) -> None:
    text = "QORDA, Nov 8 (Northern Press) -- A mill burned here on Friday."
    line, friday = find_times(layers_of(text))
    assert line.kind == "dateline"
    assert (friday.kind, friday.value) == ("date", "2031-11-07")


def test_a_stamp_in_a_line_of_its_own_is_a_date_line(layers_of: Annotate) -> None:
    text = "Last updated: Saturday, 8 November 2031, 02:24 GMT\n\nA mill burned in Qorda on Friday."
    assert [time.kind for time in find_times(layers_of(text))] == ["dateline", "date"]


def test_upper_case_copy_is_read_like_any_other(layers_of: Annotate) -> None:
    text = "SEVEN PERSONS WERE HURT IN THE TOWN ON FRIDAY WHEN A MILL BURNED AT 0735."
    friday, clock = find_times(layers_of(text))
    assert friday.value == "2031-11-07"
    assert clock.value == "2031-11-07T07:35"


@pytest.mark.parametrize(
    "text",
    [
        "The 34-year-old man, a father of two, may march.",
        "It hurt 2000 people and more than 1990 sheep.",
        "A second drone fell.",
        "The Sun shone.",
        "They won by a score of 3-1.",
    ],
)
def test_what_is_no_time_is_left_alone(layers_of: Annotate, text: str) -> None:
    assert find_times(layers_of(text)) == ()


def test_furniture_yields_no_time(layers_of: Annotate) -> None:
    text = "The pier on Friday.\n\nIt burned on Saturday."
    layers = layers_of(text, furniture=(0, 19))
    assert only(find_times(layers)).value == "2031-11-08"


def test_the_wording_takes_in_the_small_words_before(layers_of: Annotate) -> None:
    layers = layers_of("The pier burned at about 5 p.m. on Friday.")
    start, end = find_wording(layers, only(find_times(layers)))
    assert layers.report.text[start:end] == "at about 5 p.m. on Friday"


PIECES = st.sampled_from(
    [
        "on",
        "Friday",
        "7",
        "Nov.",
        "2031",
        "at",
        "4:40",
        "p.m.",
        "last",
        "night",
        "early",
        "two",
        "days",
        "ago",
        "99",
        "the",
        "of",
        "century",
        "00",
        "-",
        "/",
        "31",
        "February",
        ",",
        ".",
        "“",
        "to",
        "week",
        "year",
        "GMT",
        "0735",
        "'80s",
        "every",
        "later",
        "30",
        "in",
        "May",
        "next",
        "9999",
        "summer",
        "second",
        "Sun",
        "noon",
        "half",
        "hour",
        "before",
        "after",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.sampled_from([None, "2031-11-09", "2031-11-06/2031-11-09"]),
)
def test_any_jumble_of_words_gives_orderly_spans(
    layers_of: Annotate, text: str, published: str | None
) -> None:
    end = 0
    for time in find_times(layers_of(text, published=published)):
        assert end <= time.start < time.end <= len(text)
        assert time.days is None or time.days.start <= time.days.end
        assert (time.days is None) == (time.anchored == "unresolved")
        end = time.end

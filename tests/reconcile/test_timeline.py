"""The order of things: events and statements apart, each told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claims import UNNAMED
from sayso.model.dossier import Event, EventDate
from sayso.model.extraction import Moment
from sayso.model.values import Days
from sayso.reconcile.timeline import reconcile_timeline
from tests.reconcile.factory import find_span, make_quote, make_report

if TYPE_CHECKING:
    from sayso.model.happenings import TimelineEntry
    from sayso.model.reports import Report

TEXT = (
    "A bomb killed four in Orvel on Monday. A bomb at the Estry mill killed eleven people in October 2029. "
    "The mill in Estry was bombed in 2029, and eleven people died. Police arrested two men on Tuesday. "
    '"We did not do it," said Osk Brandel on Tuesday.'
)
FIRST = make_report(TEXT)
SECOND = make_report("In Estry eleven people died when the mill was bombed in October 2029.")
FOCAL = Event(
    id="evt-focal", type="attack", label="Blast in Orvel", focal=True,
    date=EventDate(start="2031-11-03", end="2031-11-03", precision="day", wording="3 November 2031"),
    place=None, participants=(), mentions=(find_span(FIRST, "killed four"), find_span(FIRST, "arrested"),
    find_span(FIRST, "said")), relation_to_focal="focal",
)  # fmt: skip
MILL = replace(
    FOCAL, id="evt-mill", focal=False, date=None, relation_to_focal="context",
    mentions=(find_span(FIRST, "killed eleven"), find_span(FIRST, "bombed"), find_span(SECOND, "bombed")),
)  # fmt: skip
QUOTE = make_quote(FIRST, "Osk Brandel", "We did not do it")


def moment(report: Report, words: str, at: str, days: tuple[str, str], **more: object) -> Moment:
    made = Moment(
        span=find_span(report, words), at=find_span(report, at), time=None,
        days=Days(start=days[0], end=days[1]), clock=None, kind="attack", said=None,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


MONDAY, TUESDAY = ("2031-11-03", "2031-11-03"), ("2031-11-04", "2031-11-04")
OCTOBER, YEAR = ("2029-10-01", "2029-10-31"), ("2029-01-01", "2029-12-31")
MOMENTS = (
    moment(FIRST, "A bomb killed four in Orvel on Monday", "killed four", MONDAY),
    moment(FIRST, "A bomb at the Estry mill killed eleven people in October 2029", "killed eleven", OCTOBER),
    moment(FIRST, "The mill in Estry was bombed in 2029, and eleven people died", "bombed", YEAR),
    moment(SECOND, "In Estry eleven people died when the mill was bombed in October 2029", "bombed", OCTOBER),
    moment(FIRST, "Police arrested two men on Tuesday", "arrested", TUESDAY, kind="arrest"),
    moment(FIRST, "said Osk Brandel on Tuesday", "said", TUESDAY, kind="", said=QUOTE.id),
)


def timeline(moments: tuple[Moment, ...] = MOMENTS) -> tuple[TimelineEntry, ...]:
    return reconcile_timeline(moments, (FOCAL, MILL), {QUOTE.id: QUOTE})[0]


def test_the_incident_stands_once_among_what_came_before_and_after() -> None:
    assert [entry.kind for entry in timeline()] == ["similar", "incident", "event", "statement"]


def test_one_earlier_incident_told_by_several_passages_is_one_entry_on_its_narrowest_days() -> None:
    earlier = timeline()[0]
    assert (earlier.date.start, earlier.date.end) == OCTOBER if earlier.date else False
    assert {span.report for span in earlier.spans} == {FIRST.id, SECOND.id}
    assert earlier.spans[0].text == earlier.label


def test_a_statement_names_its_speaker_and_an_event_does_not() -> None:
    speakers = [entry.speaker for entry in timeline()]
    assert speakers[-1] == "Osk Brandel"
    assert not any(speakers[:-1])


def test_a_speaker_without_a_name_is_called_unnamed() -> None:
    unnamed = replace(QUOTE, source=replace(QUOTE.source, named=False, description="a guard"))
    found, _ = reconcile_timeline(MOMENTS, (FOCAL, MILL), {QUOTE.id: unnamed})
    assert found[-1].speaker == f"{UNNAMED}a guard"


def test_passages_at_two_hours_of_a_day_stay_two() -> None:
    early = moment(FIRST, "A bomb killed four in Orvel on Monday", "killed four", MONDAY, clock="07:10")
    late = replace(early, clock="09:30", span=find_span(FIRST, "A bomb killed four in Orvel"))
    found = timeline((late, early))
    assert [entry.clock for entry in found if entry.kind == "event"] == ["07:10", "09:30"]


def test_a_yearly_total_of_deaths_is_no_earlier_incident() -> None:
    total = moment(FIRST, "eleven people died", "bombed", YEAR, kind="harm")
    assert [entry.kind for entry in timeline((total,))] == ["event", "incident"]


def test_the_incident_told_of_the_day_before_is_no_earlier_incident() -> None:
    eve = moment(FIRST, "A bomb killed four in Orvel", "killed four", ("2031-11-02", "2031-11-02"))
    assert "similar" not in {entry.kind for entry in timeline((eve,))}


@given(st.permutations(MOMENTS))
def test_the_order_of_passages_changes_nothing(moments: list[Moment]) -> None:
    assert timeline(tuple(moments)) == timeline()


@given(st.sampled_from(MOMENTS))
def test_a_passage_given_twice_changes_nothing(again: Moment) -> None:
    assert timeline((*MOMENTS, again)) == timeline()

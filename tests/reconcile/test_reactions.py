"""What one speaker did is told once, however many reports tell of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.dossier import Event, EventDate
from sayso.model.extraction import Moment, Reaction
from sayso.model.values import Days
from sayso.reconcile.entities import reconcile_entities
from sayso.reconcile.reactions import reconcile_reactions
from tests.reconcile.factory import find_span, make_quote, make_report

BELL = make_report("Osk Brandel condemned the blast. Guards condemned it.", outlet="Bell")
NORDA = make_report("The blast was condemned by Osk Brandel. Guards condemned it.", outlet="Norda")


def told(
    report_number: int, cue: str, speaker: str, *, named: bool = True, kind: str = "condemned"
) -> Reaction:
    report = (BELL, NORDA)[report_number]
    sentence = next(part for part in report.text.split(". ") if cue in part and speaker in part)
    span = find_span(report, sentence)
    start = report.text.index(cue, span.start)
    source = make_quote(report, speaker, speaker).source
    return Reaction(
        kind=kind,
        cue=report.span(start, start + len(cue)),
        span=span,
        at=report.span(0, 1),
        source=replace(source, named=named),
        said=None,
    )


REACTIONS = (
    told(0, "condemned", "Osk Brandel"),
    told(1, "condemned", "Osk Brandel"),
    told(0, "condemned", "Guards", named=False),
    told(1, "condemned", "Guards", named=False),
    told(1, "condemned", "Osk Brandel", kind="called_for_inquiry"),
)


def found(reactions: tuple[Reaction, ...], moments: tuple[Moment, ...] = ()) -> list[tuple[str, str, int]]:
    reports = {report.id: report for report in (BELL, NORDA)}
    event = Event(
        id="evt", type="attack", label="Blast", focal=True, place=None, participants=(),
        date=EventDate(start="2031-11-03", end="2031-11-03", precision="day", wording="3 November 2031"),
        mentions=(BELL.span(0, 1), NORDA.span(0, 1)), relation_to_focal="focal",
    )  # fmt: skip
    index = reconcile_entities([], reports)
    made = reconcile_reactions(reactions, moments, [event], index=index, reports=reports)
    return [(one.kind, one.speaker, len(one.cues)) for one in made]


def test_a_named_speaker_is_one_in_all_reports_and_unnamed_ones_are_not() -> None:
    assert found(REACTIONS) == [
        ("condemned", "Osk Brandel", 2),
        ("condemned", "unnamed: Guards", 1),
        ("condemned", "unnamed: Guards", 1),
        ("called_for_inquiry", "Osk Brandel", 1),
    ]


def test_what_belongs_to_another_event_is_no_reaction_to_the_incident() -> None:
    elsewhere = replace(REACTIONS[0], at=find_span(BELL, "blast"))
    assert found((elsewhere,)) == []


@given(st.permutations(REACTIONS))
def test_the_order_of_reactions_changes_nothing(reactions: list[Reaction]) -> None:
    assert found(tuple(reactions)) == found(REACTIONS)


def test_a_passage_that_is_dated_before_the_incident_is_no_reaction_to_it() -> None:
    before = Moment(
        span=REACTIONS[0].span, at=REACTIONS[0].at, time=None, kind="", said=None, clock=None,
        days=Days(start="2001-01-01", end="2001-01-01"),
    )  # fmt: skip
    assert found(REACTIONS[:1], (before,)) == []
    after = replace(before, days=Days(start="2031-11-04", end="2031-11-04"))
    assert found(REACTIONS[:1], (after,)) != []

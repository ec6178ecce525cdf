"""How far an incident was followed up: the furthest, the latest, what is not done, other cases apart."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.extraction import Extraction, StepMention
from sayso.model.steps import Step
from sayso.model.values import Answer, Days
from sayso.reconcile import reconcile

from .factory import exactly, extract, find_span, main_event, make_claim, make_report

if TYPE_CHECKING:
    from sayso.model.claims import Claim
    from sayso.model.dossier import AccountabilityStep, Dossier
    from sayso.model.reports import Report

FIRST = make_report(
    "Police opened an inquiry. No arrests were made. Nobody faulted it. In 2029 Ruben Karst was arrested.",
    outlet="Lorvan Post", day="2031-05-05",
)  # fmt: skip
THEN = make_report(
    "The army arrested Anton Velk on 8 May. The inquiry was called sloppy.",
    outlet="Norland Times", day="2031-05-09",
)  # fmt: skip


def step_claim(
    report: Report, words: str, step: Step, answer: str = "yes", event: str | None = None
) -> Claim:
    return make_claim(report, words, Answer(answer=answer), slot=step.slot, event=event)


def mention(report: Report, words: str, step: Step, **more: object) -> StepMention:
    span = find_span(report, words)
    made = StepMention(
        step=step, taken=True, span=span, sentence=span, event=main_event(report).id,
        body=None, person=None, date=None,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


CLAIMS = (
    step_claim(FIRST, "Police opened an inquiry", Step.OPENED, "under way"),
    make_claim(FIRST, "No arrests", exactly(0), slot="arrested"),
    step_claim(FIRST, "Ruben Karst was arrested", Step.ARREST, event="evm-old"),
    step_claim(THEN, "The army arrested Anton Velk", Step.ARREST),
    step_claim(THEN, "called sloppy", Step.MISHANDLED),
)
MENTIONS = (
    mention(FIRST, "Police opened an inquiry", Step.OPENED, body="Police"),
    mention(
        THEN, "The army arrested Anton Velk", Step.ARREST,
        body="army", person="Anton Velk", date=Days(start="2031-05-08", end="2031-05-08"),
    ),
)  # fmt: skip


def extractions() -> list[Extraction]:
    found = []
    for report in (FIRST, THEN):
        claims = tuple(claim for claim in CLAIMS if claim.spans[0].report == report.id)
        steps = tuple(one for one in MENTIONS if one.span.report == report.id)
        plain = extract(report, *claims)
        old = replace(
            main_event(report),
            id="evm-old",
            main=False,
            type="arrest",
            date=Days(start="2029-01-01", end="2029-12-31"),
        )
        dated = replace(main_event(report), date=Days(start="2031-05-04", end="2031-05-04"))
        events = (dated, old) if report is FIRST else (dated,)
        found.append(replace(plain, steps=steps, events=events))
    return found


def make(reports: tuple[Report, ...] = (FIRST, THEN), found: list[Extraction] | None = None) -> Dossier:
    return reconcile(reports, found or extractions(), sayso_version="0")


def named(dossier: Dossier, ids: tuple[str, ...]) -> list[str]:
    steps: dict[str, AccountabilityStep] = {one.id: one for one in dossier.accountability}
    return [steps[one].step for one in ids]


def test_a_step_keeps_who_took_it_whom_it_is_about_and_when() -> None:
    (arrest,) = (one for one in make().accountability if one.step == "arrest")
    assert (arrest.body, arrest.person, arrest.as_of) == ("army", "Anton Velk", "2031-05-09")
    assert arrest.date == Days(start="2031-05-08", end="2031-05-08")


def test_no_arrests_is_kept_with_its_day_and_is_not_silence() -> None:
    dossier = make()
    (none,) = (one for one in dossier.accountability if one.step == "no arrest")
    assert none.as_of == "2031-05-05"
    assert dossier.ladder.untaken == (none.id,)
    assert dossier.ladder.silent == ("charged", "trial")


def test_the_furthest_and_the_latest_and_what_is_faulted_are_told() -> None:
    dossier = make()
    assert named(dossier, dossier.ladder.furthest) == ["arrest"]
    assert set(named(dossier, dossier.ladder.latest)) == {"mishandled"}
    assert named(dossier, dossier.ladder.faulted) == ["mishandled"]


def test_another_cases_arrest_is_kept_apart_and_makes_no_finding() -> None:
    dossier = make()
    assert [one.step for one in dossier.precedents] == ["arrest"]
    (claim,) = dossier.precedents[0].claims
    assert claim not in {c for one in dossier.accountability for c in one.claims}
    assert claim not in {c for f in dossier.findings for v in f.values for c in v.claims}


@given(st.integers(min_value=0, max_value=10_000))
def test_the_order_of_reports_changes_no_step(seed: int) -> None:
    order = random.Random(seed)  # noqa: S311 -- shuffling, nothing secret
    reports, found = [FIRST, THEN], extractions()
    order.shuffle(reports)
    order.shuffle(found)
    again = make(tuple(reports), found)
    assert (again.accountability, again.precedents, again.ladder) == (
        make().accountability, make().precedents, make().ladder,
    )  # fmt: skip

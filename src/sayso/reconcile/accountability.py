"""Steps of the investigation, from the claims that tell of them (STANDARDS 9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR, UNNAMED, Claim
from sayso.model.dossier import AccountabilityStep, Ladder
from sayso.model.ids import content_id
from sayso.model.steps import GATHERED, SLOTS, Step
from sayso.model.values import Answer, Count, Days
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.extraction import Extraction, StepMention
    from sayso.reconcile.speakers import Case

STEP_OF: dict[str, Step] = {
    **{slot: step for step, slot in SLOTS.items() if step is not Step.CLOSED},
    "arrested": Step.ARREST,
    "charged": Step.CHARGED,
    "released": Step.RELEASE,
    "convicted": Step.CONVICTED,
    "acquitted": Step.ACQUITTED,
    "fact:has an inquiry been announced": Step.OPENED,
    GATHERED: Step.EVIDENCE_COLLECTED,
}
"""The step that the claims of a slot tell of."""
NOTHING = re.compile(r"^(?:no|none|nobody|not)\b")
ASKED = (Step.ARREST, Step.CHARGED, Step.TRIAL)
"""What every reader asks for, so that silence on it is said (s)."""
NOT = "no "


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What a claim tells of the follow-up; the fields of ``AccountabilityStep``."""

    event: str
    step: str
    date: Days | None
    as_of: str
    body: str
    person: str


def reconcile_accountability(
    claims: Iterable[Claim], case: Case, mentions: Mapping[str, Sequence[StepMention]]
) -> tuple[AccountabilityStep, ...]:
    """Steps by day, place on the ladder, body and person, each with the claims that tell of it.

    Args:
        claims: On one incident, or on cases that are none of it; another case's arrest is context.
        case: Tells when a claim's report was published.
        mentions: What each report's sentences tell of steps, by report.

    A step that a source says was not taken is kept as ``no <step>``: silence is not that.
    """
    grouped: dict[Followed, list[Claim]] = {}
    for claim in claims:
        step = step_of(claim)
        if step is not None:
            grouped.setdefault(follow(claim, step, case, mentions), []).append(claim)
    ordered = sorted(grouped.items(), key=lambda each: step_order(each[0]))
    return tuple(make_step(told, members) for told, members in ordered)


def steps_by_report(extractions: Iterable[Extraction]) -> dict[str, tuple[StepMention, ...]]:
    """What each report's sentences tell of steps."""
    return {found.report: found.steps for found in extractions}


def make_ladder(steps: Sequence[AccountabilityStep]) -> Ladder:
    """How far the steps go, which come last, what is faulted, and what is said not to be done."""
    taken = [step for step in steps if not step.step.startswith(NOT)]
    top = max((Step(step.step).rank for step in taken), default=0)
    days = {step.id: day_of(step) for step in steps}
    last = max((day for day in days.values() if day), default="")
    names = {step.step.removeprefix(NOT) for step in steps}
    return Ladder(
        furthest=tuple(step.id for step in taken if top and Step(step.step).rank == top),
        latest=tuple(step.id for step in steps if last and days[step.id] == last),
        faulted=tuple(step.id for step in taken if step.step == Step.MISHANDLED),
        untaken=tuple(step.id for step in steps if step.step.startswith(NOT)),
        silent=tuple(str(step) for step in ASKED if step not in names) if steps else (),
    )


def day_of(step: AccountabilityStep) -> str:
    """The day by which a step comes in time: its own, or the one for which it is told; empty if unknown."""
    return step.date.start if step.date else step.as_of or ""


def follow(claim: Claim, step: Step, case: Case, mentions: Mapping[str, Sequence[StepMention]]) -> Followed:
    """What a claim tells of a step, with who took it, whom it is about and when, as its sentence says."""
    told = told_of(claim, step, mentions)
    return Followed(
        event=claim.event,
        step=f"{NOT}{step}" if was_not_taken(claim) else str(step),
        date=told.date if told else None,
        as_of=claim.as_of or published_day(claim, case),
        body=body_of(claim, told),
        person=told.person or "" if told else "",
    )


def told_of(claim: Claim, step: Step, mentions: Mapping[str, Sequence[StepMention]]) -> StepMention | None:
    """The step in a claim's sentence, that with the claim's very words first; None if there is none."""
    span = claim.spans[0]
    near = [
        one
        for one in mentions.get(span.report, ())
        if one.step == step and one.sentence.start <= span.start < one.sentence.end
    ]
    return min(near, key=lambda one: (one.span != span, one.span), default=None)


def body_of(claim: Claim, told: StepMention | None) -> str:
    """Who takes a step; "we", or a step that nothing but a number tells of, is whoever says so by name."""
    if told is not None and told.body != "we":
        return told.body or ""
    named = claim.source != AUTHOR and not claim.source.startswith(UNNAMED)
    return claim.source if named else ""


def step_order(told: Followed) -> tuple[str, str, int, str, str, str]:
    """Steps go by day, then up the ladder."""
    ladder = list(Step).index(Step(told.step.removeprefix(NOT)))
    day = told.date.start if told.date else told.as_of
    return day, told.as_of, ladder, told.step, f"{told.body}\x1f{told.person}", f"{told.event}{told.date}"


def make_step(told: Followed, claims: Sequence[Claim]) -> AccountabilityStep:
    """A step with the claims that tell of it."""
    idents = tuple(dict.fromkeys(claim.id for claim in claims))
    return AccountabilityStep(
        id=content_id("stp", told, *sorted(idents)),
        event=told.event,
        step=told.step,
        date=told.date,
        as_of=told.as_of or None,
        body=told.body or None,
        person=told.person or None,
        claims=idents,
    )


def step_of(claim: Claim) -> Step | None:
    """The step a claim tells of; None if it is not about the investigation."""
    step = STEP_OF.get(claim.slot) or STEP_OF.get(claim.slot.partition(":")[0])
    if step is Step.OPENED and isinstance(claim.value, Answer) and fold(claim.value.answer) == "closed":
        return Step.CLOSED
    if step is Step.SUSPECTS_KNOWN_UNNAMED and was_not_taken(claim):
        return None  # that nobody knows who did it is no step left undone
    return step


def was_not_taken(claim: Claim) -> bool:
    """Whether a claim says that a step has not been taken."""
    if isinstance(claim.value, Count):
        return claim.value.hi == 0
    return isinstance(claim.value, Answer) and NOTHING.match(fold(claim.value.answer)) is not None


def published_day(claim: Claim, case: Case) -> str:
    """The last day on which the claim's report can have been published; empty if unknown."""
    published = case.report_of(claim).published
    return published.latest.isoformat() if published else ""

"""What was done about the incident, in words: how far, what last, what not, and other cases (STANDARDS 9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.steps import Step
from sayso.render.anchors import outlet_links
from sayso.render.lookup import speaker
from sayso.render.phrases import day_words, plain, sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import AccountabilityStep
    from sayso.render.lookup import Lookup
    from sayso.render.view import Link

WORDS: dict[Step, str] = {
    Step.INVESTIGATION_CALLED: "a call for an investigation, or for somebody to answer for it",
    Step.HELP_OFFERED: "an offer of help with the investigation",
    Step.OPENED: "an investigation under way",
    Step.HELP_SOUGHT: "others asked to help the investigation",
    Step.EVIDENCE_COLLECTED: "evidence collected",
    Step.MISHANDLED: "the handling of the investigation faulted",
    Step.FINDINGS_PRESENTED: "findings shown",
    Step.SUSPECTS_KNOWN_UNNAMED: "those behind it said to be known, and not named",
    Step.NAMED: "a suspect named",
    Step.WARRANT: "a warrant",
    Step.ARREST: "an arrest",
    Step.RELEASE: "a release",
    Step.CHARGED: "a charge",
    Step.TRIAL: "an appearance before a court",
    Step.CONVICTED: "a conviction",
    Step.ACQUITTED: "an acquittal",
    Step.DISMISSED: "a case dismissed",
    Step.APPEAL: "an appeal",
    Step.CLOSED: "the investigation closed",
    Step.STALLED: "the investigation said to have stalled",
    Step.NO_ACTION: "nobody said to have been held to account",
}
UNTAKEN: dict[Step, str] = {
    Step.ARREST: "no arrest",
    Step.CHARGED: "no charge",
    Step.NAMED: "nobody named by any official body",
    Step.CONVICTED: "no conviction",
    Step.TRIAL: "no appearance before a court",
    Step.RELEASE: "no release",
    Step.WARRANT: "no warrant",
}
"""How a step not taken is put, where it is not "not" before its words."""
SILENT: dict[str, str] = {
    "arrest": "whether anyone was arrested",
    "charged": "whether anyone was charged",
    "trial": "whether anyone came before a court",
}
NOT = "no "
MOST = 3
"""Steps told in one line (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step in words.

    Attributes:
        when: Its day, or the day for which it is told; empty if neither is known.
        places: Where the reports say so.
    """

    when: str
    words: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """How far the incident was followed up.

    Attributes:
        lines: The furthest, the latest, what is said not to be done, and what no report tells.
        steps: Every step, by day.
        precedents: Steps that followed other cases.
    """

    lines: tuple[tuple[str, str], ...]
    steps: tuple[StepLine, ...]
    precedents: tuple[StepLine, ...]


def following(lookup: Lookup) -> Following | None:
    """What was done about the incident; None if no report tells of anything."""
    dossier = lookup.dossier
    if not dossier.accountability and not dossier.precedents:
        return None
    by_id = {step.id: step for step in dossier.accountability}
    ladder = dossier.ladder
    told = (
        ("Furthest", ladder.furthest),
        ("Latest", ladder.latest),
        ("Faulted", ladder.faulted),
        ("Not done", ladder.untaken),
    )
    lines = [(name, listed([by_id[one] for one in ids], lookup)) for name, ids in told if ids]
    if ladder.silent:
        asked = ", ".join(SILENT[one] for one in ladder.silent)
        reports = len(lookup.read)
        heard = "The one report does not say" if reports == 1 else f"None of the {reports} reports says"
        lines.append(("Not reported", f"{heard} {asked}."))
    return Following(
        lines=tuple(lines),
        steps=tuple(step_line(one, lookup) for one in dossier.accountability),
        precedents=tuple(step_line(one, lookup) for one in dossier.precedents),
    )


def listed(steps: Sequence[AccountabilityStep], lookup: Lookup) -> str:
    """Some steps in one line, the last in time and the furthest first; how many more there are."""
    ranked = sorted(
        steps, key=lambda one: (one.as_of or "", Step(one.step.removeprefix(NOT)).rank), reverse=True
    )
    told = list(dict.fromkeys(f"{in_words(one, lookup)} ({as_of(one) or 'no date'})" for one in ranked))
    more = f"; and {len(told) - MOST} more" if len(told) > MOST else ""
    return f"{'; '.join(told[:MOST])}{more}."


def as_of(step: AccountabilityStep) -> str:
    """The day for which a step is told, in words; empty if it is not known."""
    return f"as of {day_words(step.as_of, step.as_of)}" if step.as_of else ""


def in_words(step: AccountabilityStep, lookup: Lookup) -> str:
    """A step with whom it is about, who takes it, and whose word it is; never our own."""
    words = step_words(step)
    person = f", of {plain(step.person)}" if step.person else ""
    body = f", by {plain(step.body)}" if step.body else ""
    return f"{sentence_case(words)}{person}{body}, according to {voices(claims_of(step, lookup), lookup)}"


def step_words(step: AccountabilityStep) -> str:
    """What a step is called; one that was not taken says so."""
    name = Step(step.step.removeprefix(NOT))
    untaken = step.step.startswith(NOT)
    return UNTAKEN.get(name, f"not reported done: {WORDS[name]}") if untaken else WORDS[name]


def claims_of(step: AccountabilityStep, lookup: Lookup) -> list[Claim]:
    """The claims that tell of a step."""
    return [lookup.claims[one] for one in step.claims if one in lookup.claims]


def voices(claims: Iterable[Claim], lookup: Lookup) -> str:
    """Who says so: each speaker, or the outlet where it speaks for itself."""
    names = dict.fromkeys(plain(speaker(claim) or lookup.report_of(claim).name) for claim in claims)
    return ", ".join(names) or "a report"


def step_line(step: AccountabilityStep, lookup: Lookup) -> StepLine:
    """A step as an entry of a list by day; of another case with what case it is, if that is known."""
    event = lookup.events.get(step.event)
    context = event is not None and event.relation_to_focal == "context"
    other = f" ({event.label})" if event is not None and context and step.date is None else ""
    when = day_words(step.date.start, step.date.end) if step.date else as_of(step)
    return StepLine(
        when=when,
        words=in_words(step, lookup) + other,
        places=outlet_links((claim.spans[0] for claim in claims_of(step, lookup)), lookup),
    )

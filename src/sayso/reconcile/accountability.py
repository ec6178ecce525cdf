"""Steps of the investigation, from the claims that tell of them (STANDARDS 9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR, UNNAMED, Claim
from sayso.model.dossier import AccountabilityStep
from sayso.model.values import Answer, Count
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.reconcile.speakers import Case

SLOT_STEPS = {
    "arrested": "arrest",
    "charged": "charged",
    "released": "release",
    "convicted": "convicted",
    "acquitted": "acquitted",
}
QUESTION_STEPS: tuple[tuple[str, str], ...] = (
    (r"\barrest", "arrest"),
    (r"\bwarrant", "warrant"),
    (r"\bcharge[sd]?\b|\bindict", "charged"),
    (r"\btrial\b|\bcourt\b", "trial"),
    (r"\bconvict", "convicted"),
    (r"\bacquit", "acquitted"),
    (r"\brelease[sd]?\b", "release"),
    (r"\bevidence\b", "evidence_collected"),
    (r"\bnamed?\b.*\b(?:attackers?|suspects?|perpetrators?)", "named"),
    (r"\bknows?\b.*\b(?:attackers?|suspects?|perpetrators?)", "suspects_known_unnamed"),
    (r"\binvestigat|\binquiry\b|\bcommittee\b|\bprobe\b", "opened"),
)
NOTHING = re.compile(r"^(?:no|none|nobody|not)\b")


def reconcile_accountability(claims: Iterable[Claim], case: Case) -> tuple[AccountabilityStep, ...]:
    """Steps by day, body and name of the step, each with the claims that tell of it.

    Args:
        claims: Only those on the focal incident; another case's arrest is context.
        case: Tells when a claim's report was published.

    A step that a source says was not taken is kept as ``no <step>``: silence is not that.
    """
    grouped: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        step = step_of(claim)
        if step:
            day = claim.as_of or published_day(claim, case)
            grouped.setdefault((day, body_of(claim), step), []).append(claim)
    return tuple(make_step(key, members) for key, members in sorted(grouped.items()))


def make_step(key: tuple[str, str, str], claims: Sequence[Claim]) -> AccountabilityStep:
    """One step; its own date is not known from claims on figures, only for when they hold."""
    day, body, step = key
    return AccountabilityStep(
        step=step, date=None, as_of=day or None, body=body or None, claims=tuple(claim.id for claim in claims)
    )


def step_of(claim: Claim) -> str | None:
    """The step a claim tells of; None if it is not about the investigation."""
    kind, _, rest = claim.slot.partition(":")
    step = SLOT_STEPS.get(kind)
    if kind == "fact":
        step = next((name for pattern, name in QUESTION_STEPS if re.search(pattern, fold(rest))), None)
    return f"no {step}" if step and was_not_taken(claim) else step


def was_not_taken(claim: Claim) -> bool:
    """Whether a claim says that a step has not been taken."""
    if isinstance(claim.value, Count):
        return claim.value.hi == 0
    return isinstance(claim.value, Answer) and NOTHING.match(fold(claim.value.answer)) is not None


def published_day(claim: Claim, case: Case) -> str:
    """The last day on which the claim's report can have been published; empty if unknown."""
    published = case.report_of(claim).published
    return published.latest.isoformat() if published else ""


def body_of(claim: Claim) -> str:
    """The named body or person whose word the step is; empty for the report's own voice."""
    return "" if claim.source == AUTHOR or claim.source.startswith(UNNAMED) else claim.source

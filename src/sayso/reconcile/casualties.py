"""Whether anybody came to harm at all: asked only where somebody says that nobody did.

A report of twelve dead then answers yes, one of "no casualties" no; so that the two meet in
one finding, whatever figures they give (STANDARDS 4, "nobody, unharmed").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.ids import content_id
from sayso.model.values import Answer, Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.claims import Claim

SLOT = "fact:were there casualties"
TOLLS = ("killed", "injured")


def answer_casualties(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, with answers on casualties for every event of which a report gives none.

    Of one report and speaker one answer of a kind is enough; it cites the words of the figure.
    """
    doubted = {claim.event for claim in claims if claim.slot == SLOT or _is_zero(claim)}
    answers: dict[tuple[str, str, str, str], Claim] = {}
    for claim in claims:
        answer = _answer(claim)
        if claim.event in doubted and answer is not None:
            key = (claim.event, claim.spans[0].report, claim.source, answer)
            answers.setdefault(key, _as_answer(claim, answer))
    return (*claims, *answers.values())


def _is_zero(claim: Claim) -> bool:
    return claim.slot in TOLLS and isinstance(claim.value, Count) and claim.value.hi == 0


def _answer(claim: Claim) -> str | None:
    """What a figure of dead or hurt answers; None for any other claim, and for one that allows both."""
    if claim.slot not in TOLLS or claim.group != "all" or not isinstance(claim.value, Count):
        return None
    return "no" if claim.value.hi == 0 else "yes" if claim.value.lo > 0 else None


def _as_answer(claim: Claim, answer: str) -> Claim:
    ident = content_id("clm", SLOT, claim.id, answer)
    return replace(claim, id=ident, slot=SLOT, value=Answer(answer=answer))

"""What the figures of one report say together: parts beside totals, groups as totals, people shot.

A report's own total outweighs what it says of single scenes. Where it gives a number for one group
alone, or only says how many were shot, that is what it says of all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attackers import VICTIMS
from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import vocabulary
from sayso.extract.shots import GRAVE, HOSPITALIZED, SHOT
from sayso.model.claims import Modality
from sayso.model.ids import content_id
from sayso.model.values import Condition, Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.claims import Claim

TOLLS = frozenset({"killed", "injured", "missing"})
TOTALLED = ("killed", "injured")
SOME_AMONG = vocabulary("some_among")
"""Groups that are told of beside others, so that their dead are no toll unless the lead says so (s)."""
BESIDE = frozenset({"attackers", "guards", "police", "soldiers", "security forces", "fighters"})
"""Groups that are no toll wherever they are told of (s)."""
PLURAL = 2
PART_OF_WHOLE = 5
"""A figure this many times smaller than another of the same report counts only a part (s)."""
OPEN = {SHOT: "count:people shot", HOSPITALIZED: "count:people hospitalized"}
"""Open counts (GOLD.md) that the same words give, from two people on."""
APART = frozenset({"other", "others", "another", "more", "also", "survivors"})
"""Words by which those shot are set apart from the dead."""


def settle_totals(claims: Sequence[Claim], *, lead: int) -> list[Claim]:
    """The claims of one report with its totals settled.

    Args:
        claims: Of one report, each value once.
        lead: Offset of the end of headline and lead.
    """
    raw = [claim for claim in claims if claim.slot in {SHOT, HOSPITALIZED, GRAVE}]
    claims = _without_lone_victims(claims)
    kept = _without_parts([claim for claim in claims if claim.slot not in {SHOT, HOSPITALIZED, GRAVE}])
    told = [*kept, *_totals(kept, lead=lead)]
    found = [*told, *_opened(told, raw)]
    return [*found, *_hurt(found, raw)]


def _without_lone_victims(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those on victims apart from attackers, where no attacker is told of as dead."""
    felled = {c.event for c in claims if c.slot == "killed" and c.group == "attackers" and _is_some(c)}
    return [c for c in claims if c.group != VICTIMS or c.event in felled]


def _without_parts(claims: list[Claim]) -> list[Claim]:
    """Claims without the small figures that a report gives for single scenes beside its own total.

    A report that has fourteen hurt and, further down, "one person was hurt" tells of one of them.
    """
    totals: dict[tuple[str, str], int] = {}
    for claim in claims:
        if _is_toll(claim) and isinstance(claim.value, Count):
            key = (claim.event, claim.slot)
            totals[key] = max(totals.get(key, 0), claim.value.lo)
    return [claim for claim in claims if not _is_part(claim, totals.get((claim.event, claim.slot), 0))]


def _is_toll(claim: Claim) -> bool:
    return claim.slot in TOLLS and claim.group == EVERYONE


def _is_part(claim: Claim, total: int) -> bool:
    value = claim.value
    if not _is_toll(claim) or not isinstance(value, Count) or not value.hi:
        return False
    return (value.hi == 1 and total >= PLURAL) or value.hi * PART_OF_WHOLE <= total


def _totals(claims: Sequence[Claim], *, lead: int) -> list[Claim]:
    """The dead or hurt of one group as the toll where a report gives no other.

    "One marcher died" says how many died; "a policeman died" may leave others out, and so may
    "two women died" further down in a report.
    """
    found: list[Claim] = []
    for slot in TOTALLED:
        told = {c.event for c in claims if c.slot == slot and c.group == EVERYONE and _is_some(c)}
        alone = [
            c for c in claims
            if c.slot == slot and c.event not in told and _is_some(c) and _may_be_all(c, lead=lead)
        ]  # fmt: skip
        groups = {c.event: {other.group for other in alone if other.event == c.event} for c in alone}
        most = {c.event: max(_low(other) for other in alone if other.event == c.event) for c in alone}
        found += [
            _copied(c, slot, "total") for c in alone if len(groups[c.event]) == 1 and _low(c) == most[c.event]
        ]
    return found


def _low(claim: Claim) -> int:
    return claim.value.lo if isinstance(claim.value, Count) else 0


def _is_some(claim: Claim) -> bool:
    """Whether a figure is affirmed and not none."""
    return isinstance(claim.value, Count) and claim.value.hi != 0 and claim.modality is not Modality.DENIED


def _may_be_all(claim: Claim, *, lead: int) -> bool:
    in_lead = any(span.start < lead for span in claim.spans) and claim.group not in BESIDE
    return claim.group not in SOME_AMONG or in_lead


def _copied(claim: Claim, slot: str, why: str, *, value: Count | None = None) -> Claim:
    ident = content_id("clm", why, slot, claim.id)
    return replace(claim, id=ident, slot=slot, group=EVERYONE, value=value or claim.value)


def _opened(told: Sequence[Claim], raw: Sequence[Claim]) -> list[Claim]:
    """Open counts of people shot and of people in hospital, each once."""
    known = {(c.event, c.slot, c.value, c.source) for c in told}
    return [
        _copied(claim, OPEN[claim.slot], "open")
        for claim in raw
        if claim.slot in OPEN
        and isinstance(claim.value, Count)
        and claim.value.lo >= PLURAL
        and (claim.event, OPEN[claim.slot], claim.value, claim.source) not in known
    ]


def _hurt(told: Sequence[Claim], raw: Sequence[Claim]) -> list[Claim]:
    """How many were hurt, where a report only says how many were shot, in hospital or in a grave state.

    Of those shot the report's dead are taken off, unless its words set them apart ("four others").
    """
    found: list[Claim] = []
    for event in dict.fromkeys(claim.event for claim in raw):
        here = [claim for claim in told if claim.event == event]
        if any(c.slot == "injured" and _is_some(c) for c in here):
            continue
        dead = _dead(here)
        for slot in (SHOT, HOSPITALIZED, GRAVE):
            most = _most(claim for claim in raw if claim.event == event and claim.slot == slot)
            value = _left(most, dead) if most is not None and slot == SHOT else most and most.value
            if most is not None and isinstance(value, Count):
                found.append(_copied(most, "injured", "shot", value=value))
                break
    return found


def _most(claims: Iterable[Claim]) -> Claim | None:
    """The claim of the highest number, the first of equals."""
    ranked = [(claim.value.lo, -claim.spans[0].start, claim.id, claim) for claim in claims
              if isinstance(claim.value, Count)]  # fmt: skip
    return max(ranked, key=lambda row: row[:3])[3] if ranked else None


def _dead(claims: Sequence[Claim]) -> int:
    """How many dead a report gives: its highest figure, or as many as it names."""
    figures = [
        c.value.lo for c in claims if c.slot == "killed" and isinstance(c.value, Count) and _is_some(c)
    ]
    named = {c.value.person for c in claims if isinstance(c.value, Condition) and c.value.state == "killed"}
    return max([len(named), *figures])


def _left(shot: Claim, dead: int) -> Count | None:
    """Those shot without the dead; None if nobody is left."""
    value = shot.value
    if not isinstance(value, Count):
        return None
    if APART & set(shot.wording.lower().split()):
        return value
    if value.lo <= dead:
        return None
    return Count(lo=value.lo - dead, hi=None if value.hi is None else value.hi - dead)

"""Slots that nobody foresaw: opened where two reports speak, and joined where they mean one thing.

A count has the slot that its report's words give it ("rounds fired", "shots fired"); two that differ
by a synonym only are one question (STANDARDS 4, one unit). A yes-or-no point becomes a question
where two reports answer it differently. The reason is kept with the finding.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.model.ids import content_id
from sayso.model.values import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Claim

PROVISIONAL, COUNT, FACT = "open:", "count:", "fact:"
DIFFER = 2
"""How many reports, and how many answers, make an unforeseen point a question."""
SYNONYMS: tuple[frozenset[str], ...] = (
    frozenset({"rounds", "shots", "bullets"}),
    frozenset({"gunmen", "attackers", "assailants", "shooters"}),
    frozenset({"protesters", "demonstrators", "marchers"}),
    frozenset({"explosions", "blasts", "detonations"}),
    frozenset({"houses", "homes"}),
    frozenset({"cars", "vehicles"}),
    frozenset({"planes", "aircraft", "aeroplanes", "airplanes"}),
    frozenset({"hostages", "captives"}),
    frozenset({"destroyed", "levelled", "leveled", "razed", "flattened"}),
    frozenset({"fired", "discharged", "shot off"}),
    frozenset({"deployed", "dispatched", "mobilised", "mobilized"}),
)
"""Words for one thing counted, or for one thing said of it (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The claims under the slots in which they are compared, and why where a slot is not as told."""

    claims: tuple[Claim, ...]
    reasons: Mapping[tuple[str, str], str]


def open_slots(claims: Sequence[Claim]) -> Opened:
    """Join counts that differ by a synonym, and open the yes-or-no points on which reports differ.

    Args:
        claims: Of all reports, with dossier event ids; their order is kept.

    Returns:
        Claims without the provisional points that nobody disputes; reasons by event and slot.
    """
    names, reasons = joined_counts(claims)
    kept, opened = disputed_points(claims)
    found = tuple(
        renamed(claim, names.get((claim.event, claim.slot), claim.slot))
        for claim in claims
        if claim.id in kept
    )
    return Opened(claims=found, reasons={**reasons, **opened})


def renamed(claim: Claim, slot: str) -> Claim:
    """A claim under another slot, with an id of its own; itself where the slot is the same."""
    plain = FACT + slot.removeprefix(PROVISIONAL) if slot.startswith(PROVISIONAL) else slot
    return claim if plain == claim.slot else replace(claim, slot=plain, id=content_id("clm", plain, claim.id))


def joined_counts(
    claims: Iterable[Claim],
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], str]]:
    """For every count that goes by several words the commonest, and the reason."""
    told: dict[tuple[str, str], dict[str, set[str]]] = {}
    for claim in claims:
        if claim.slot.startswith(COUNT):
            words = told.setdefault((claim.event, standard(claim.slot)), {})
            words.setdefault(claim.slot, set()).add(claim.spans[0].report)
    names: dict[tuple[str, str], str] = {}
    reasons: dict[tuple[str, str], str] = {}
    for (event, _), words in told.items():
        if len(words) < DIFFER:
            continue
        backing = Counter({slot: len(reports) for slot, reports in words.items()})
        chosen = min(backing, key=lambda slot: (-backing[slot], slot))
        names |= {(event, slot): chosen for slot in words}
        listed = " and ".join(f"“{slot.removeprefix(COUNT)}”" for slot in sorted(words))
        reasons[event, chosen] = f"Counted together, as words for one thing: {listed}."
    return names, reasons


def standard(slot: str) -> str:
    """A slot with every word replaced by the first of its synonyms."""
    words = slot.removeprefix(COUNT).split()
    first = {word: min(group) for group in SYNONYMS for word in group}
    return " ".join(first.get(word, word) for word in words)


def disputed_points(claims: Iterable[Claim]) -> tuple[frozenset[str], dict[tuple[str, str], str]]:
    """Ids of the claims that stay, and the reason for every point that two reports opened."""
    kept: set[str] = set()
    points: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.slot.startswith(PROVISIONAL):
            points.setdefault((claim.event, claim.slot), []).append(claim)
        else:
            kept.add(claim.id)
    reasons: dict[tuple[str, str], str] = {}
    for (event, slot), members in points.items():
        reports = {claim.spans[0].report for claim in members}
        answers = {claim.value.answer for claim in members if isinstance(claim.value, Answer)}
        if len(reports) >= DIFFER and len(answers) >= DIFFER:
            kept |= {claim.id for claim in members}
            question = FACT + slot.removeprefix(PROVISIONAL)
            reasons[event, question] = "Asked because reports answer it differently."
    return frozenset(kept), reasons

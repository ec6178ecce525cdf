"""Where an incident was, as columns: the place that most reports name, as closely as any of them does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Claim
    from sayso.model.entities import Entity
    from sayso.model.places import PlaceRecord

FINENESS = ("site", "town", "near", "admin2", "admin1", "country")
"""Precisions of a place, closest first (STANDARDS 1)."""
POINTS = frozenset({"site", "town", "near"})


def find_place(
    claims: Sequence[Claim], entities: Iterable[Entity]
) -> tuple[PlaceRecord, tuple[str, ...]] | None:
    """The place of an incident and the claims that name it, or a place that it lies in.

    Each report has one vote for each place; a place has the votes of all that it lies in too, so
    that "the harbour, Orvel" is not outvoted by "Orvel". None if no claim names a known place.
    """
    named = _named(claims, entities)
    if not named:
        return None
    votes: dict[tuple[str, ...], set[str]] = {}
    for record, told in named.values():
        votes[record.chain] = {
            claim.spans[0].report
            for other, others in named.values()
            for claim in others
            if other.chain == record.chain[-len(other.chain) :]
        } | {claim.spans[0].report for claim in told}
    best, _ = max(
        named.values(),
        key=lambda pair: (len(votes[pair[0].chain]), -_rank(pair[0]), pair[0].chain),
    )
    backing = {
        claim.id
        for record, told in named.values()
        if record.chain == best.chain[-len(record.chain) :]
        for claim in told
    }
    return best, tuple(claim.id for claim in claims if claim.id in backing)


def _rank(record: PlaceRecord) -> int:
    return FINENESS.index(record.precision) if record.precision in FINENESS else len(FINENESS)


def _named(
    claims: Sequence[Claim], entities: Iterable[Entity]
) -> Mapping[str, tuple[PlaceRecord, list[Claim]]]:
    """The known places within the words of claims on the place, by their chain."""
    found: dict[str, tuple[PlaceRecord, list[Claim]]] = {}
    for entity in entities:
        if entity.kind not in {Kind.PLACE, Kind.FACILITY} or entity.place is None or not entity.place.chain:
            continue
        for claim in claims:
            if any(_within(claim, mention.span.report, mention.span.start) for mention in entity.mentions):
                key = " < ".join(entity.place.chain)
                found.setdefault(key, (entity.place, []))[1].append(claim)
    return found


def _within(claim: Claim, report: str, place: int) -> bool:
    return any(span.report == report and span.start <= place < span.end for span in claim.spans)


def levels(record: PlaceRecord | None) -> dict[str, str | None]:
    """A place's chain as country, two levels of areas and the place itself; None where it has none."""
    chain = record.chain if record is not None else ()
    country = chain[-1] if record is not None and record.country else None
    areas = chain[:-1] if country else chain
    place = areas[0] if areas and record is not None and record.precision in POINTS else None
    outer = areas[1:] if place else areas
    return {
        "country": country,
        "admin1": outer[-1] if outer else None,
        "admin2": outer[-2] if len(outer) > 1 else None,
        "place": place,
    }

"""Findings: every slot with its distinct answers, who gives them, and a verdict (STANDARDS 4-6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.dossier import (
    Event,
    Finding,
    FindingValue,
    Origin,
    Relation,
    ValueRelation,
    Verdict,
)
from sayso.model.ids import content_id
from sayso.model.kinds import Kind
from sayso.model.values import Condition, Measure
from sayso.reconcile.groups import find_groups
from sayso.reconcile.names import bare_name, person_key
from sayso.reconcile.naming import compare_names
from sayso.reconcile.numbers import Vote, find_bounds
from sayso.reconcile.origins import reconcile_origins
from sayso.reconcile.questions import question_text, weight_of
from sayso.reconcile.reasons import verdict_reason
from sayso.reconcile.standing import Standing, make_standing
from sayso.reconcile.survivors import deaths_since
from sayso.reconcile.verdicts import find_verdict
from sayso.reconcile.wording import value_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Claim
    from sayso.reconcile.speakers import Case

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding with the origins behind it."""

    finding: Finding
    origins: tuple[Origin, ...]


def reconcile_findings(claims: Sequence[Claim], case: Case, *, events: Iterable[Event]) -> tuple[Found, ...]:
    """Group claims into findings, the most consequential first.

    Args:
        claims: With dossier event ids; their order does not matter.
        case: What is known across reports.
        events: The dossier's events; findings on the focal one weigh more.

    There is one finding for each event, slot and group; for harm to named people one for
    each person, all under the slot ``condition``.
    """
    focal = {event.id for event in events if event.focal}
    ordered = sorted(claims, key=lambda claim: claim_order(claim, case))
    people = find_people(ordered, case)
    grouped: dict[Key, list[Claim]] = {}
    for claim in ordered:
        grouped.setdefault((claim.event, claim.slot, claim.group, people.get(claim.id, "")), []).append(claim)
    died = {event: deaths_since([c for c in ordered if c.event == event], case) for event, *_ in grouped}
    found = [
        make_finding(key, members, case, focal=key[0] in focal, died=died[key[0]])
        for key, members in grouped.items()
    ]
    return tuple(
        sorted(found, key=lambda f: (-f.finding.weight, f.finding.slot, f.finding.group, f.finding.id))
    )


def claim_order(claim: Claim, case: Case) -> tuple[str, str, int, str, str, str]:
    """Claims go by the file that holds them, then by their place in it, then by what they say.

    Ids come last: those of a copied report differ, and must not reorder what it says.
    """
    report = case.report_of(claim)
    return report.file, report.id, claim.spans[0].start, claim.source, value_text(claim.value), claim.id


def find_people(claims: Iterable[Claim], case: Case) -> dict[str, str]:
    """For every claim of harm to a person a key for that person, the same in any spelling."""
    named = [(claim, claim.value.person) for claim in claims if isinstance(claim.value, Condition)]
    keys = {
        (claim.spans[0].report, person): case.index.find(person, report=claim.spans[0].report)
        or " ".join(person_key(person))
        for claim, person in named
    }
    spelled = sorted({(key, person) for (_, person), key in keys.items()})
    pairs = [
        (a, b) for place, a in enumerate(spelled) for b in spelled[place + 1 :] if one_person(a, b, case)
    ]
    groups = find_groups(spelled, pairs)
    return {claim.id: groups[keys[claim.spans[0].report, person], person][0] for claim, person in named}


def one_person(a: tuple[str, str], b: tuple[str, str], case: Case) -> bool:
    """Whether two keys with their names are one person's; of entities it is settled who is who."""
    if a[0] == b[0]:
        return True
    if a[0] in case.index.by_id and b[0] in case.index.by_id:
        return False
    return compare_names(a[1], b[1], kind=Kind.PERSON).same


def make_finding(key: Key, claims: Sequence[Claim], case: Case, *, focal: bool, died: int) -> Found:
    """One finding from its claims; died are the deaths reported since anybody was said to be hurt."""
    event, slot, group, person = key
    origins = reconcile_origins(claims, case)
    standing = make_standing(claims, origins, case)
    verdict, dispute = find_verdict(standing)
    values, order = ranked_values(standing)
    bounds = find_bounds(standing_votes(standing), unit=unit_of_first(values))
    low = bounds.low
    if died and low and (slot, group) == ("injured", "all"):
        low = max(0, low - died)
    finding = Finding(
        id=content_id("fnd", event, slot, group, person),
        event=event,
        slot=slot,
        group=group,
        question=question_text(slot, group, person=person_name(claims)),
        values=values,
        relations=value_relations(standing, order),
        verdict=verdict,
        low=low,
        best=bounds.best,
        high=bounds.high,
        open_high=bounds.open_high,
        why=verdict_reason(verdict, standing, origins=origins, dispute=dispute, case=case),
        weight=weight_of(slot, group, disputed=verdict is Verdict.DISPUTED, focal=focal),
    )
    return Found(finding=finding, origins=origins)


def person_name(claims: Iterable[Claim]) -> str | None:
    """The fullest name of the person whom claims of harm concern; None for other slots."""
    names = sorted({bare_name(claim.value.person) for claim in claims if isinstance(claim.value, Condition)})
    return max(names, key=len) if names else None


def unit_of_first(values: Sequence[FindingValue]) -> str:
    """The unit of the first measure shown, in which low, best and high are given."""
    return next((shown.value.unit for shown in values if isinstance(shown.value, Measure)), "")


def standing_votes(standing: Standing) -> list[Vote]:
    """The figures that may count; where all are denied or replaced, all of them."""
    voices = [voice for voice in standing.voices if voice.stands] or standing.voices
    return [Vote(value=standing.values[v.value], origin=v.origin, day=v.day) for v in voices]


def ranked_values(standing: Standing) -> tuple[tuple[FindingValue, ...], dict[int, int]]:
    """The values as shown, and the rank of each: those that vote first, then those of most origins."""
    refined = standing.refined()
    rows = []
    for place, value in enumerate(standing.values):
        voices = [voice for voice in standing.voices if voice.value == place]
        origins = tuple(sorted({voice.origin for voice in voices}))
        votes = place not in refined and any(voice.stands for voice in voices)
        shown = FindingValue(
            value=value,
            text=value_text(value),
            claims=tuple(v.claim.id for v in voices),
            origins=origins,
            votes=votes,
        )
        rows.append((not votes, -len(origins), place, shown))
    rows.sort(key=lambda row: row[:3])
    return tuple(row[3] for row in rows), {row[2]: rank for rank, row in enumerate(rows)}


def value_relations(standing: Standing, order: Mapping[int, int]) -> tuple[ValueRelation, ...]:
    """The relation of each pair of values, in the order shown.

    Value a refines or supersedes value b, not the other way round.
    """
    found = []
    for (a, b), comparison in standing.relations.items():
        relation, why, flipped = comparison.relation, comparison.why, comparison.flipped
        later = successor(standing, a, b) if relation is Relation.CONFLICTS else None
        if later is not None:
            relation, why, flipped = Relation.SUPERSEDES, "later word takes the place of earlier", later == b
        if relation in (Relation.REFINES, Relation.SUPERSEDES):
            first, second = (b, a) if flipped else (a, b)
        else:
            first, second = sorted((a, b), key=order.__getitem__)
        found.append(ValueRelation(a=order[first], b=order[second], relation=relation, why=why))
    return tuple(sorted(found, key=lambda relation: (relation.a, relation.b)))


def successor(standing: Standing, a: int, b: int) -> int | None:
    """Which of two values takes the place of the other for good; None if both or neither stands."""
    stands = {place: any(v.stands for v in standing.voices if v.value == place) for place in (a, b)}
    gone = {place: any(v.superseded for v in standing.voices if v.value == place) for place in (a, b)}
    if stands[a] and gone[b] and not stands[b]:
        return a
    if stands[b] and gone[a] and not stands[a]:
        return b
    return None

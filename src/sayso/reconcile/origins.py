"""Origins: claims of one finding that trace back to the same say-so (STANDARDS 6).

Every claim gets keys, one for each thing it may share with another: its speaker, the outlet
or agency it comes through, the text that carries it. Claims that share a key are joined, and
the origins are the connected components.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.dossier import Origin, Relation
from sayso.model.ids import content_id
from sayso.reconcile.groups import chain, find_groups, find_members
from sayso.reconcile.phrases import fold
from sayso.reconcile.relations import compare_values
from sayso.reconcile.speakers import (
    GENERIC_BODIES,
    Case,
    Speaker,
    agency_of,
    outlet_key,
    owner_of,
    roles_for,
    speaker_of,
    via_outlets,
)
from sayso.reconcile.wording import listed, source_text, value_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two claims (places in the finding's list) that are one say-so, and the reason."""

    a: int
    b: int
    why: str


def reconcile_origins(claims: Sequence[Claim], case: Case) -> tuple[Origin, ...]:
    """The origins of one finding's claims, ordered by their first claim.

    Joined are: the same speaker; a report and the outlet it cites; one publisher or byline for
    bare statements; copied sentences with the same value; unnamed sources; and a bare statement
    with the source that its own report gives for it.
    """
    speakers = [speaker_of(claim, case) for claim in claims]
    resting = list(own_sources(claims, speakers))
    joins = [
        *key_joins(claims, speakers, case, resting=frozenset(join.a for join in resting)),
        *same_body(speakers),
        *same_owner(claims, speakers, case),
        *resting,
    ]
    groups = find_groups(range(len(claims)), [(join.a, join.b) for join in joins])
    why: dict[int, set[str]] = {}
    for join in joins:
        why.setdefault(groups[join.a], set()).add(join.why)
    return tuple(
        Origin(
            id=content_id("org", *sorted(claims[place].id for place in places)),
            originator=originator([(claims[place], speakers[place]) for place in places]),
            claims=tuple(claims[place].id for place in places),
            why=tuple(sorted(why.get(head, ()))),
        )
        for head, places in find_members(groups).items()
    )


def key_joins(
    claims: Sequence[Claim], speakers: Sequence[Speaker], case: Case, *, resting: frozenset[int]
) -> list[Join]:
    """Joins of claims that share a key.

    Args:
        claims: All claims of the finding.
        speakers: Their speakers, in the same order.
        case: What is known across reports.
        resting: Bare claims that rest on a source of their own report. They are no say-so of
            the publisher, who would otherwise tie all the sources of its reports together.
    """
    sharing: dict[str, list[int]] = {}
    reasons: dict[str, str] = {}
    for place, (claim, speaker) in enumerate(zip(claims, speakers, strict=True)):
        for key, why in keys_of(claim, speaker, case):
            if place not in resting or key.startswith("copy:"):
                sharing.setdefault(key, []).append(place)
                reasons.setdefault(key, why)
    return [
        Join(a=a, b=b, why=reasons[key])
        for key in sorted(sharing)
        for a, b in chain(untied(sharing[key], resting))
    ]


def untied(places: Sequence[int], resting: frozenset[int]) -> list[int]:
    """Copies to be joined: of those that rest on a source only the first, for the others to rest on too."""
    sourced = [place for place in places if place in resting]
    return [*sourced[:1], *(place for place in places if place not in resting)]


def keys_of(claim: Claim, speaker: Speaker, case: Case) -> Iterable[tuple[str, str]]:
    """What a claim may share with another, each with the reason in words."""
    report = case.report_of(claim)
    value = value_text(claim.value)
    if speaker.kind == "unnamed":
        yield "unnamed", "Unnamed sources are counted as one origin together."
    else:
        yield speaker.key, shared_speaker(speaker, case)
    if speaker.kind == "named":
        for body in roles_for(speaker, case):
            yield body, f"{speaker.name} speaks for the body."
    if speaker.kind == "author":
        yield f"text:{case.reuse.text_of.get(report.id, report.id)}", "The reports carry the same text."
        agency = agency_of(report)
        if agency:
            yield f"outlet:{outlet_key(agency)}", f"The report is credited to {agency}."
        if report.author and report.author != agency and outlet_key(report.author) not in case.outlets:
            yield f"byline:{fold(report.author)}", f"The same author: {report.author}."
        yield from misspelt(claim, case)
    for outlet in via_outlets(claim, case):
        yield f"{outlet}|{value}", "Both have it from the same outlet or agency."
    yield from rendered(claim, speaker, case)
    if copied := case.reuse.passage_at(claim.spans[0]):
        who = "" if speaker.kind == "author" else f"|{speaker.key}"
        yield f"copy:{copied.report}:{copied.start}|{value}{who}", "The sentences are copies of one text."


def rendered(claim: Claim, speaker: Speaker, case: Case) -> Iterable[tuple[str, str]]:
    """The statement that a claim's words render, where other reports quote it too."""
    for span, quote in case.quoted.get(claim.spans[0].report, ()):
        if speaker.kind != "author" and span.overlaps(claim.spans[0]):
            yield f"quote:{quote}", "The words render one statement."


def misspelt(claim: Claim, case: Case) -> Iterable[tuple[str, str]]:
    """The errors in a claim's paragraph that other reports share."""
    report, place = case.report_of(claim), claim.spans[0]
    for span, why in case.slips.get(report.id, ()):
        first, last = sorted((span, place))
        if "\n" not in report.text[first.start : last.end]:
            yield f"slip:{why}|{value_text(claim.value)}", why


def shared_speaker(speaker: Speaker, case: Case) -> str:
    """Why claims with one speaker are one origin."""
    if speaker.key.startswith("outlet:"):
        name = case.outlets.get(speaker.key.removeprefix("outlet:"), speaker.name)
        return f"All go back to the outlet {name}."
    if speaker.kind == "author":
        return f"All are in the own voice of {speaker.name}."
    return f"The same speaker: {speaker.name}."


def same_body(speakers: Sequence[Speaker]) -> Iterable[Join]:
    """A body and the same body with its country or town before it: "police", "Lorvan police"."""
    first: dict[str, int] = {}
    for place, speaker in enumerate(speakers):
        if speaker.kind == "named":
            first.setdefault(speaker.key, place)
    words = {key: fold(speakers[place].name).split() for key, place in first.items()}
    keys = sorted(key for key in words if words[key] and words[key][-1].rstrip("s") in GENERIC_BODIES)
    for a in keys:
        longer = [
            b
            for b in keys
            if a != b and len(words[b]) > len(words[a]) and words[b][-len(words[a]) :] == words[a]
        ]
        if len(longer) == 1:
            names = speakers[first[a]].name, speakers[first[longer[0]]].name
            yield Join(a=first[a], b=first[longer[0]], why=f"{names[0]} and {names[1]} seem to be one body.")


def same_owner(claims: Sequence[Claim], speakers: Sequence[Speaker], case: Case) -> Iterable[Join]:
    """Two media of one state that say the same: they have one owner.

    Where it is not said whose state television it is, it is the only state's whose media speak here.
    """
    owned = {
        place: owner
        for place, speaker in enumerate(speakers)
        if (owner := owner_of(speaker, case)) is not None
    }
    states = sorted({owner for owner in owned.values() if owner})
    sharing: dict[tuple[str, str], list[int]] = {}
    for place, owner in owned.items():
        state = owner or (states[0] if len(states) == 1 else "")
        sharing.setdefault((state, value_text(claims[place].value)), []).append(place)
    for _, places in sorted(sharing.items()):
        for a, b in chain(places):
            if speakers[a].key != speakers[b].key:
                yield Join(a=a, b=b, why=f"{speakers[a].name} and {speakers[b].name} are media of one state.")


def own_sources(claims: Sequence[Claim], speakers: Sequence[Speaker]) -> Iterable[Join]:
    """A bare statement rests on the source that its own report gives for the same value.

    It is joined to one source only: were it joined to all of them, a rounded headline
    would make one origin of everybody the report quotes.
    """
    by_report: dict[str, list[int]] = {}
    for place, speaker in enumerate(speakers):
        if speaker.kind != "author":
            by_report.setdefault(claims[place].spans[0].report, []).append(place)
    for place, speaker in enumerate(speakers):
        if speaker.kind == "author":
            sourced = by_report.get(claims[place].spans[0].report, [])
            chosen = closest(claims[place], [claims[other] for other in sourced])
            if chosen is not None:
                yield Join(
                    a=place, b=sourced[chosen], why="A bare statement that its own report also sources."
                )


def closest(bare: Claim, sourced: Sequence[Claim]) -> int | None:
    """Place of the sourced claim that a bare one repeats or rounds; None if it adds something new."""
    ranked = []
    for place, claim in enumerate(sourced):
        comparison = compare_values(bare.slot, bare.value, claim.value)
        if comparison.relation is Relation.EQUAL:
            ranked.append((0, place))
        elif comparison.relation is Relation.REFINES and comparison.flipped:
            ranked.append((1, place))
    return min(ranked)[1] if ranked else None


def originator(members: Sequence[tuple[Claim, Speaker]]) -> str:
    """Whose say-so an origin is, in words: a named speaker first, then unnamed ones, then outlets."""
    for kind in ("named", "unnamed", "author"):
        spoken = [(claim, speaker) for claim, speaker in members if speaker.kind == kind]
        if not spoken:
            continue
        if kind == "named":
            counts: Mapping[str, int] = {s.name: sum(t.name == s.name for _, t in spoken) for _, s in spoken}
            return max(sorted(counts), key=lambda name: (counts[name], len(name)))
        names = sorted({speaker.name for _, speaker in spoken} - {""})
        if kind == "unnamed":
            return f"unnamed sources ({listed(names)})" if names else "unnamed sources"
        return f"{listed(names)} (own voice)"
    return source_text(members[0][0].source)

"""The parts of the page beside the findings: blame, names, timeline, where reports have it from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.dossier import Verdict
from sayso.model.kinds import BODIES, Kind
from sayso.render.anchors import outlet_links, span_anchor
from sayso.render.lookup import speaker_words
from sayso.render.phrases import STATUSES, clipped, day_words, plain, shortened
from sayso.render.points import ALL_VERDICTS, heading, make_points
from sayso.render.view import (
    BlameRow,
    BlameTable,
    Borrowing,
    Link,
    LinkedEvent,
    Moment,
    Name,
    NameGroup,
    SharedOrigin,
)
from sayso.render.who import TIES, telling, why_joined
from sayso.render.wording import act_of, alike, explaining, explains, silence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model.dossier import Event, Hypothesis, StatusRow
    from sayso.model.entities import Entity
    from sayso.model.happenings import TimelineEntry
    from sayso.render.lookup import Lookup

KINDS = (
    ("People", {Kind.PERSON}),
    ("Groups and bodies", BODIES),
    ("Places", {Kind.PLACE, Kind.FACILITY}),
    ("Other names", {Kind.OTHER, Kind.WEAPON, Kind.CLASS}),
)
PLAIN_KINDS = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.OTHER})
"""Kinds that the heading of a group says already."""
UNNAMED = "Spoken of without a name"
FEWEST_MENTIONS = 2
"""Mentions that something without a name must have to be listed (s)."""


def find_unanswered(lookup: Lookup) -> tuple[str, ...]:
    """What no report says, once each: open questions first, then findings without a value."""
    asked = [plain(one.text) for one in lookup.dossier.questions if one.kind == "not_reported"]
    known = {one.finding for one in lookup.dossier.questions}
    silent = (
        heading(finding)
        for finding in lookup.dossier.findings
        if finding.verdict is Verdict.NOT_REPORTED and lookup.is_focal(finding) and finding.id not in known
    )
    return tuple({text.casefold(): text for text in (*silent, *asked)}.values())


def blame_tables(lookup: Lookup) -> tuple[BlameTable, ...]:
    """For each candidate answer to who did it: who says what, the speaker first."""
    return tuple(_blame_table(one, lookup) for one in lookup.dossier.hypotheses)


def name_groups(lookup: Lookup) -> tuple[NameGroup, ...]:
    """People, groups and places; most mentioned first."""
    found = []
    for title, kinds in KINDS:
        entities = [one for one in lookup.dossier.entities if one.kind in kinds and one.named]
        entities.sort(key=lambda one: (-len(one.mentions), one.name.casefold(), one.id))
        main = [one for one in entities if len(one.mentions) > 1 or one.roles or one.aliases]
        rest = [one for one in entities if one not in main]
        if entities:
            names = (tuple(_name(one, lookup) for one in part) for part in (main, rest))
            found.append(NameGroup(title=title, main=next(names), rest=next(names)))
    described = _described(lookup)
    return (*found, described) if described else tuple(found)


def moments(entries: Iterable[TimelineEntry], lookup: Lookup) -> tuple[Moment, ...]:
    """Entries of the timeline in words."""
    return tuple(make_moment(entry, lookup) for entry in entries)


def borrowings(lookup: Lookup) -> tuple[Borrowing, ...]:
    """Which report has something from whom, as the reports say or their text shows."""
    return tuple(
        Borrowing(
            report=lookup.reports[edge.report].name,
            how=edge.how,
            cites=edge.cites,
            places=outlet_links(edge.spans, lookup),
        )
        for edge in lookup.dossier.outlets
        if edge.report in lookup.reports
    )


def shared_origins(lookup: Lookup) -> tuple[SharedOrigin, ...]:
    """Origins behind more than one statement, with the reasons that make them one."""
    found = []
    for origin in lookup.dossier.origins:
        claims = [lookup.claims[claim] for claim in origin.claims if claim in lookup.claims]
        if len(claims) > 1:
            reports = dict.fromkeys(lookup.report_of(claim).name for claim in claims)
            found.append(
                SharedOrigin(
                    originator=origin.originator,
                    statements=len(claims),
                    reports=tuple(reports),
                    why=tuple(dict.fromkeys(origin.why)),
                )
            )
    return tuple(sorted(found, key=lambda one: (-len(one.reports), -one.statements, one.originator)))


def linked_events(lookup: Lookup, numbers: Iterator[int]) -> tuple[LinkedEvent, ...]:
    """Events other than the incident of which the reports say something, figures and all."""
    found = []
    for event in lookup.dossier.events:
        own = [finding for finding in lookup.dossier.findings if finding.event == event.id]
        points = () if event.focal else make_points(own, ALL_VERDICTS, lookup, numbers)
        if points:
            label = _label(event.label, event)
            found.append(
                LinkedEvent(
                    id=event.id,
                    label=label,
                    theirs=_is_theirs(label, lookup),
                    words=_words(event, lookup),
                    when=_when(event),
                    place=event.place,
                    relation=event.relation_to_focal,
                    points=points,
                )
            )
    return tuple(found)


def _words(event: Event, lookup: Lookup) -> str:
    """What a report says of an event, as the timeline has it; empty if it has nothing."""
    entries = (*lookup.dossier.timeline, *lookup.dossier.undated)
    own = (make_moment(one, lookup) for one in entries if one.event == event.id and one.kind != "statement")
    return next((one.label for one in own if one.theirs), "")


def _blame_table(hypothesis: Hypothesis, lookup: Lookup) -> BlameTable:
    rows = tuple(_blame_row(row, lookup) for row in hypothesis.rows if row.report in lookup.reports)
    parties = {alike(row.party): row.party for row in reversed(hypothesis.rows)}
    denied = {alike(row.party) for row in hypothesis.rows if row.status == "denied"}
    return BlameTable(
        statement=hypothesis.statement,
        rows=rows,
        silence=silence({name for party, name in parties.items() if party not in denied}),
    )


def _blame_row(row: StatusRow, lookup: Lookup) -> BlameRow:
    claim = lookup.claims.get(row.claim)
    outlet = lookup.reports[row.report].name
    own_voice = row.speaker in {"author", ""}
    if claim is not None and explains(claim):
        act, status = explaining(claim, row.status), ""
    else:
        act = act_of(row.status, party=row.party, speaker=row.speaker)
        status = STATUSES.get(row.status, row.status).format(party=plain(row.party))
    return BlameRow(
        speaker=outlet if own_voice else speaker_words(row.speaker),
        act=act,
        status=status,
        outlet=Link(text=outlet, target=span_anchor(claim.spans[0], lookup) if claim else None),
    )


def _described(lookup: Lookup) -> NameGroup | None:
    """Bodies, classes and homes that reports only describe, the often mentioned ones; None without any."""
    found = [e for e in lookup.dossier.entities if not e.named and len(e.mentions) >= FEWEST_MENTIONS]
    found.sort(key=lambda one: (-len(one.mentions), one.name.casefold(), one.id))
    names = tuple(_name(one, lookup) for one in found)
    return NameGroup(title=UNNAMED, main=names, rest=()) if names else None


def _ties(entity: Entity, lookup: Lookup) -> tuple[Link, ...]:
    """What reports say ties it to others, each linked to the first words that say so."""
    found = []
    for relation in entity.relations:
        other = lookup.entities.get(relation.other)
        if other is not None:
            words = ("formerly " if relation.former else "") + TIES.get(relation.kind, relation.kind)
            found.append(Link(text=f"{words} {other.name}", target=span_anchor(relation.spans[0], lookup)))
    return tuple(found)


def _name(entity: Entity, lookup: Lookup) -> Name:
    roles: dict[str, Link] = {}
    for role in entity.roles:
        target = span_anchor(role.spans[0], lookup) if role.spans else None
        roles.setdefault(role.text.casefold(), Link(text=role.text, target=target))
    return Name(
        name=entity.name,
        aliases=tuple(alias for alias in dict.fromkeys(entity.aliases) if alias != entity.name),
        roles=tuple(roles.values()),
        places=outlet_links((mention.span for mention in entity.mentions), lookup),
        mentions=len(entity.mentions),
        kind="" if entity.kind in PLAIN_KINDS else str(entity.kind),
        ties=_ties(entity, lookup),
        joins=tuple(why_joined(join) for join in telling(entity.joins)),
    )


def make_moment(entry: TimelineEntry, lookup: Lookup) -> Moment:
    """An entry of the timeline in words: a report's own, but for the incident itself."""
    event = lookup.events.get(entry.event)
    theirs = bool(entry.spans) and plain(entry.spans[0].text) == plain(entry.label)
    when = day_words(entry.date.start, entry.date.end) if entry.date else ""
    return Moment(
        when=f"{when}, {entry.clock}" if entry.clock else when,
        iso=entry.date.start if entry.date else "",
        label=clipped(plain(entry.label)) if theirs else _label(entry.label, event),
        theirs=theirs,
        linked="",
        places=outlet_links(entry.spans, lookup),
        speaker=shortened(plain(speaker_words(entry.speaker))) if entry.speaker else "",
    )


def _label(label: str, event: Event | None) -> str:
    """What to call an event: without the date, which stands beside it; the incident in our words.

    A headline is no neutral name for the incident: it may accuse.
    """
    if event is not None and event.focal:
        return "The incident itself"
    head, _, tail = label.rpartition(", ")
    return head if head and (tail[:1].isdigit() or tail == "undated") else label


def _is_theirs(label: str, lookup: Lookup) -> bool:
    """Whether a label is a report's own words: several of them, as they stand there."""
    return " " in label and any(label in report.text for report in lookup.dossier.reports)


def _when(event: Event) -> str:
    return day_words(event.date.start, event.date.end) if event.date else ""

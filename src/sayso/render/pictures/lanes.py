"""What happened when, in lanes: before, during and after the incident, statements apart from events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.render.anchors import outlet_links
from sayso.render.lookup import speaker_words
from sayso.render.phrases import day_words, plain, sentence_case
from sayso.render.pictures.axis import Axis
from sayso.render.sections import make_moment
from sayso.render.segments import find_excerpt, paragraph_at
from sayso.render.wording import act_of, alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.dossier import Event, EventDate, TimelineEntry
    from sayso.model.spans import Span
    from sayso.render.lookup import Lookup
    from sayso.render.pictures.axis import Mark
    from sayso.render.view import Link

LANES = (
    ("earlier", "Earlier incidents of the same kind", "Other cases. Nothing of them counts for this one."),
    ("before", "Before", ""),
    ("during", "The incident", ""),
    ("after", "After", ""),
    (
        "said",
        "What was said of it",
        "Statements, not events: each was made between the incident and the first report that carries it.",
    ),
)
"""Name, heading and note of every lane, in order."""
NOBODYS = frozenset({"blamed_unsourced", "stated_by_author", "mentioned"})
"""Statuses that are a report's own words, and nobody's statement (STANDARDS 3)."""
GAP = 0.5
"""Per cent of the width between two marks on one level."""
MOST_LEVELS = 12
"""Levels of a lane; beyond them marks may cover each other, and the list below tells them apart."""
AROUND = 70
"""Characters of a report shown on either side of the words for an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that happened or was said on a day, or on one of some days.

    Attributes:
        kind: ``incident``, ``event``, ``step`` of the investigation or ``said``.
        theirs: Whether the label is a report's own words.
        words: Words of a report that tell of it; empty where the label says it all.
    """

    start: date
    end: date
    when: str
    kind: str
    label: str
    theirs: bool
    words: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row, its ends on the axis in per cent of the width, and its level in the lane from 0 down."""

    id: str
    row: Row
    left: float
    right: float
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Rows of one sort under a heading."""

    id: str
    title: str
    note: str
    rows: tuple[Placed, ...]
    levels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The picture: the words on its axis, where the incident stands on it, and the lanes."""

    marks: tuple[Mark, ...]
    left: float
    right: float
    lanes: tuple[Lane, ...]


def make_lanes(lookup: Lookup) -> Lanes | None:
    """The timeline in lanes; None if no report dates the incident."""
    focal = lookup.focal
    if focal is None or focal.date is None:
        return None
    rows = [
        *(_event_row(entry, focal.date, focal, lookup) for entry in lookup.dossier.timeline),
        *(("after", row) for row in _steps(lookup)),
        *(("said", row) for row in sorted(_said(focal.date, lookup), key=lambda row: (row.end, row.label))),
    ]
    known = [(row.start, row.end) for _, row in rows]
    axis = Axis.over(date.fromisoformat(focal.date.start), date.fromisoformat(focal.date.end), known)
    left, right = axis.incident
    return Lanes(
        marks=axis.marks(),
        left=left,
        right=right,
        lanes=tuple(
            _lane(name, title, note, _stacked(name, own, axis))
            for name, title, note in LANES
            if (own := [row for lane, row in rows if lane == name])
        ),
    )


def _lane(name: str, title: str, note: str, rows: tuple[Placed, ...]) -> Lane:
    levels = 1 + max(row.level for row in rows)
    return Lane(id=f"lane-{name}", title=title, note=note, rows=rows, levels=levels)


def _stacked(name: str, rows: Sequence[Row], axis: Axis) -> tuple[Placed, ...]:
    """Rows on the axis, each on the first level on which it touches no other."""
    free: list[float] = []
    found = []
    for number, row in enumerate(rows, start=1):
        left, right = axis.stretch(row.start, row.end)
        level = next((level for level, end in enumerate(free) if end + GAP <= left), len(free))
        level = min(level, MOST_LEVELS - 1)
        free[level : level + 1] = [right]
        found.append(Placed(id=f"{name}-{number}", row=row, left=left, right=right, level=level))
    return tuple(found)


def _event_row(entry: TimelineEntry, days: EventDate, focal: Event, lookup: Lookup) -> tuple[str, Row]:
    event = lookup.events.get(entry.event)
    told, when = make_moment(entry, lookup), entry.date or days
    row = Row(
        start=date.fromisoformat(when.start),
        end=date.fromisoformat(when.end),
        when=told.when,
        kind="incident" if event is focal else "event",
        label=sentence_case(told.label),
        theirs=told.theirs,
        words="" if event is focal or told.theirs else _words(entry.spans, lookup),
        places=told.places,
    )
    if event is focal:
        return "during", row
    if when.end < days.start:
        like = event is not None and event.relation_to_focal == "context" and event.type == focal.type
        return "earlier" if like else "before", row
    return "after" if when.start > days.end else "during", row


def _words(spans: Sequence[Span], lookup: Lookup) -> str:
    """Some words of the first report that tells of it."""
    span = next((one for one in spans if one.report in lookup.reports), None)
    if span is None:
        return ""
    report = lookup.reports[span.report]
    bounds = paragraph_at(lookup.paragraphs[report.id], span.start, span.end)
    found = find_excerpt(report.text, span.start, span.end, within=bounds)
    before, after = found.before, found.after
    if found.cut_before or len(before) > AROUND:
        before = f"… {before[-AROUND:].partition(' ')[2]}"
    if found.cut_after or len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]} …"
    return plain(f"{before}{found.words}{after}")


def _steps(lookup: Lookup) -> Iterable[Row]:
    """Steps of the investigation that have a day, or a day for which they are told."""
    for step in lookup.dossier.accountability:
        claims = [lookup.claims[one] for one in step.claims if one in lookup.claims]
        start, end = (step.date.start, step.date.end) if step.date else (step.as_of, step.as_of)
        if start and end and claims:
            when = day_words(start, end)
            yield Row(
                start=date.fromisoformat(start),
                end=date.fromisoformat(end),
                when=when if step.date else f"told for {when}",
                kind="step",
                label=sentence_case(step.step.replace("_", " "))
                + (f" – {plain(step.body)}" if step.body else ""),
                theirs=False,
                words="",
                places=outlet_links((claim.spans[0] for claim in claims), lookup),
            )


def _said(days: EventDate, lookup: Lookup) -> Iterable[Row]:
    """Who accuses, denies or takes responsibility, once for each speaker, act and party."""
    groups: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    for table in lookup.dossier.hypotheses:
        for row in table.rows:
            claim = lookup.claims.get(row.claim)
            if claim is None or row.status in NOBODYS:
                continue
            act = act_of(row.status, party=row.party, speaker=row.speaker)
            label = f"{plain(speaker_words(row.speaker))} {act}"
            groups.setdefault((alike(row.speaker), alike(act)), []).append((claim.spans[0], label))
    for found in groups.values():
        made = [lookup.reports[span.report].published for span, _ in found]
        known = [one.latest for one in made if one]
        start = date.fromisoformat(days.start)
        if known:
            end = max(start, min(known))
            yield Row(
                start=start,
                end=end,
                when=f"by {day_words(end.isoformat(), end.isoformat())}",
                kind="said",
                label=found[0][1],
                theirs=False,
                words="",
                places=outlet_links((span for span, _ in found), lookup),
            )

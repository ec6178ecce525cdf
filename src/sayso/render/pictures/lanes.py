"""What happened when, in lanes: before, during and after the incident, statements apart from events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.render.anchors import outlet_links
from sayso.render.following import step_words
from sayso.render.lookup import speaker_words
from sayso.render.phrases import day_words, plain, sentence_case
from sayso.render.pictures.axis import Axis
from sayso.render.sections import make_moment
from sayso.render.wording import act_of, alike, explains

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.dossier import Event, EventDate
    from sayso.model.happenings import TimelineEntry
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
        "Not events. One without a date was made between the incident and the first report with it.",
    ),
)
"""Name, heading and note of every lane, in order."""
NOBODYS = frozenset({"blamed_unsourced", "stated_by_author", "mentioned"})
"""Statuses that are a report's own words, and nobody's statement (STANDARDS 3)."""
GAP = 0.5
"""Per cent of the width between two marks on one level."""
MOST_LEVELS = 12
"""Levels of a lane; beyond them marks may cover each other, and the list below tells them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that happened or was said on a day, or on one of some days.

    Attributes:
        kind: ``incident``, ``event``, ``step`` of the investigation or ``said``.
        label: In our words, or a speaker's name; empty where the words say it all.
        words: Words of a report that tell of it; empty where the label says it all.
    """

    start: date
    end: date
    when: str
    kind: str
    label: str
    words: str
    places: tuple[Link, ...]

    @property
    def told(self) -> str:
        """The label and the words in one."""
        return f"{self.label}: “{self.words}”" if self.label and self.words else self.label or self.words


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
    told = [*_steps(lookup), *_said(focal.date, lookup)]
    rows = [
        *_dated(focal.date, focal, [spans for _, _, spans in told], lookup),
        *((lane, row) for lane, row, _ in told),
    ]
    rows.sort(key=lambda pair: _order(*pair))
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


def _order(lane: str, row: Row) -> tuple[date, date, str, str]:
    """By the first day; statements by the last, on which they are known."""
    first, last = (row.end, row.start) if lane == "said" else (row.start, row.end)
    return first, last, row.when, row.told


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


def _dated(
    days: EventDate, focal: Event, told: Sequence[Sequence[Span]], lookup: Lookup
) -> Iterable[tuple[str, Row]]:
    """What reports date, but for passages that stand in their lane already."""
    known = [span for spans in told for span in spans]
    for entry in lookup.dossier.timeline:
        shown = bool(entry.spans) and all(any(one.contains(span) for span in known) for one in entry.spans)
        if entry.kind == "incident" or not shown:
            yield _event_row(entry, days, focal, lookup)


def _event_row(entry: TimelineEntry, days: EventDate, focal: Event, lookup: Lookup) -> tuple[str, Row]:
    made, when = make_moment(entry, lookup), entry.date or days
    is_focal = entry.kind == "incident" or (entry.event == focal.id and not made.theirs)
    said = entry.kind == "statement"
    row = Row(
        start=date.fromisoformat(when.start),
        end=date.fromisoformat(when.end),
        when=made.when,
        kind="incident" if is_focal else "said" if said else "event",
        label=made.speaker if said else "" if made.theirs else sentence_case(made.label),
        words=made.label if made.theirs else "",
        places=made.places,
    )
    if is_focal:
        return "during", row
    if when.end < days.start:
        return "earlier" if entry.kind == "similar" else "before", row
    if said:
        return "said", row
    return "after" if when.start > days.end else "during", row


def _day_of(spans: Sequence[Span], lookup: Lookup) -> tuple[str, str] | None:
    """The days that the timeline gives for a passage that holds all these words' firsts; None if none."""
    for entry in lookup.dossier.timeline:
        if entry.date and entry.kind != "incident" and any(
            one.contains(span) for one in entry.spans for span in spans
        ):  # fmt: skip
            return entry.date.start, entry.date.end
    return None


Told = tuple[str, Row, tuple["Span", ...]]
"""A lane, a row of it, and the words that it tells of."""


def _steps(lookup: Lookup) -> Iterable[Told]:
    """Steps of the investigation that have a day, or a day for which they are told."""
    for step in lookup.dossier.accountability:
        claims = [lookup.claims[one] for one in step.claims if one in lookup.claims]
        spans = tuple(claim.spans[0] for claim in claims)
        dated = (step.date.start, step.date.end) if step.date else _day_of(spans, lookup)
        start, end = dated or (step.as_of, step.as_of)
        if start and end and claims:
            when = day_words(start, end)
            row = Row(
                start=date.fromisoformat(start),
                end=date.fromisoformat(end),
                when=when if dated else f"told for {when}",
                kind="step",
                label=sentence_case(step_words(step)) + (f" – {plain(step.body)}" if step.body else ""),
                words="",
                places=outlet_links(spans, lookup),
            )
            yield "after", row, spans


def _said(days: EventDate, lookup: Lookup) -> Iterable[Told]:
    """Who accuses, denies or takes responsibility, once for each speaker, act and party."""
    groups: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    for table in lookup.dossier.hypotheses:
        for row in table.rows:
            claim = lookup.claims.get(row.claim)
            if claim is None or explains(claim) or row.status in NOBODYS:
                continue  # an explanation without a party is nobody's act
            act = act_of(row.status, party=row.party, speaker=row.speaker)
            label = f"{plain(speaker_words(row.speaker))} {act}"
            groups.setdefault((alike(row.speaker), alike(act)), []).append((claim.spans[0], label))
    for found in groups.values():
        spans = tuple(span for span, _ in found)
        made = [lookup.reports[span.report].published for span in spans]
        known = [one.latest for one in made if one]
        dated = _day_of(spans, lookup)
        start = date.fromisoformat(dated[0] if dated else days.start)
        if dated or known:
            end = date.fromisoformat(dated[1]) if dated else max(start, min(known))
            by = day_words(end.isoformat(), end.isoformat())
            said = Row(
                start=start,
                end=end,
                when=day_words(*dated) if dated else f"by {by}",
                kind="said",
                label=found[0][1],
                words="",
                places=outlet_links(spans, lookup),
            )
            yield "said", said, spans

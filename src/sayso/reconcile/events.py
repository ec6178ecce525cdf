"""Which events of the reports are one: the focal incident, linked events, and mere context.

The focal incident is what most reports are about: its kind and day are settled by their
votes, each report having one. Other events stay apart, so that their figures never mix
(STANDARDS (c)).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.model.dossier import Event, EventDate
from sayso.model.ids import content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.extraction import EventMention, Extraction
    from sayso.model.reports import Report
    from sayso.model.values import Days

NEAR = timedelta(days=1)
"""A day that a time zone explains (STANDARDS 5)."""
ASTRAY = timedelta(days=8)
"""A report whose incident seems to lie further off than this is about another one (s)."""
LINKED = timedelta(days=45)
"""How long before or after the incident another event still counts as linked (s)."""
CONTEXT = frozenset({"war", "election", "total"})
"""Kinds that without a date are no events beside the incident."""
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAlignment:
    """The events of a dossier.

    Attributes:
        events: The focal incident first, then by date and label.
        event_of: From the id of an event mention to the id of its event. Mentions of mere
            context are missing; their claims lend the dossier nothing.
        aside_of: The same for the mentions of mere context: what followed such a case is kept apart.
    """

    events: tuple[Event, ...]
    event_of: Mapping[str, str]
    aside_of: Mapping[str, str]


def align_events(reports: Sequence[Report], extractions: Sequence[Extraction]) -> EventAlignment:
    """Join the event mentions of all reports into the focal incident and the events beside it."""
    mentions = sorted((m for e in extractions for m in e.events), key=lambda m: (m.report, m.id))
    family = _vote(m.type for m in mentions if m.main)
    day = _focal_day(mentions)
    dating = {m.report for m in mentions if m.main and m.date is not None and m.date == day}
    focal = [m for m in mentions if _is_focal(m, family=family, day=day, apart=m.report in dating)]
    chosen = {m.id for m in focal}
    others = [m for m in mentions if m.id not in chosen]
    first = _focal_event(reports, focal, family=family, day=day)
    groups = _group(others, day)
    linked = [(_other_event(group, day=day), group) for group in groups]
    events = [event for event, group in linked if event.mentions or event.relation_to_focal == "linked"]
    event_of = {m.id: first.id for m in focal}
    event_of |= {
        m.id: event.id for event, group in linked if event.relation_to_focal == "linked" for m in group
    }
    shown = {event.id for event in events}
    aside_of = {
        m.id: event.id
        for event, group in linked
        if event.id in shown and event.relation_to_focal != "linked"
        for m in group
    }
    ordered = sorted(
        events,
        key=lambda e: (e.relation_to_focal != "linked", e.date.start if e.date else "9", e.label, e.id),
    )
    return EventAlignment(events=(first, *ordered), event_of=event_of, aside_of=aside_of)


def _vote(words: Iterable[str], *, default: str = "incident") -> str:
    counts = Counter(words)
    return max(sorted(counts), key=lambda word: counts[word], default=default)


def _focal_day(mentions: Sequence[EventMention]) -> Days | None:
    """The day that most reports give for what they are about; the earliest of equals."""
    votes = Counter(m.date for m in mentions if m.main and m.date is not None)
    return min(votes, key=lambda days: (-votes[days], _length(days), days.start), default=None)


def _length(days: Days) -> timedelta:
    return date.fromisoformat(days.end) - date.fromisoformat(days.start)


def _gap(a: Days, b: Days) -> timedelta:
    """The days between two intervals; zero if they touch."""
    before = date.fromisoformat(b.start) - date.fromisoformat(a.end)
    behind = date.fromisoformat(a.start) - date.fromisoformat(b.end)
    return max(before, behind, timedelta(0))


def _is_focal(mention: EventMention, *, family: str, day: Days | None, apart: bool) -> bool:
    """Whether a mention is of the incident: what its report is about, or an event of its kind and day.

    A report that gives the incident this very day (apart) has kept its other events from it for a reason.
    """
    if mention.main:
        return mention.date is None or day is None or _gap(mention.date, day) <= ASTRAY
    if apart or mention.type != family or mention.date is None or day is None:
        return False
    return _gap(mention.date, day) <= NEAR


def _focal_event(
    reports: Sequence[Report], focal: Sequence[EventMention], *, family: str, day: Days | None
) -> Event:
    titles = sorted((r.title for r in reports if r.title), key=lambda title: (len(title), title))
    label = titles[len(titles) // 2] if titles else family
    hashes = sorted(r.text_sha256 for r in reports)
    return Event(
        id=content_id("evt", "focal", family, day, hashes[0] if hashes else ""),
        type=_vote((m.told_as for m in focal if m.main and m.type == family), default=family),
        label=label,
        focal=True,
        date=_event_date(day),
        place=None,
        participants=(),
        mentions=tuple(sorted({span for m in focal for span in m.triggers})),
        relation_to_focal="focal",
    )


def _event_date(day: Days | None) -> EventDate | None:
    if day is None:
        return None
    precision = "day" if day.start == day.end else "range"
    return EventDate(start=day.start, end=day.end, precision=precision, wording=_in_words(day))


def _in_words(day: Days) -> str:
    first, last = date.fromisoformat(day.start), date.fromisoformat(day.end)
    words = f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    return words if first == last else f"{words} to {last.day} {MONTHS[last.month - 1]} {last.year}"


def _group(mentions: Sequence[EventMention], day: Days | None) -> list[list[EventMention]]:
    """Mentions of one kind on compatible days; undated ones join the only such group near the incident."""
    groups: list[list[EventMention]] = []
    dated = [(m.date, m) for m in mentions if m.date is not None]
    for days, mention in sorted(
        dated, key=lambda each: (each[1].type, _length(each[0]), each[0].start, each[1].id)
    ):
        home = [g for g in groups if g[0].type == mention.type and _touch(g[0].date, days)]
        (home[0] if home else _opened(groups)).append(mention)
    for mention in (m for m in mentions if m.date is None):
        home = [g for g in groups if g[0].type == mention.type and _is_near(g[0].date, day)]
        (home[0] if len(home) == 1 else _undated(groups, mention)).append(mention)
    return groups


def _touch(a: Days | None, b: Days) -> bool:
    """Whether two dates can be one: days next to each other, or longer spans that overlap."""
    if a is None:
        return False
    return (
        _gap(a, b) <= NEAR if max(_length(a), _length(b)) <= NEAR else a.start <= b.end and b.start <= a.end
    )


def _is_near(days: Days | None, day: Days | None) -> bool:
    """Whether a dated event lies near enough to the incident to be linked to it."""
    return days is not None and (day is None or _gap(days, day) <= LINKED)


def _opened(groups: list[list[EventMention]]) -> list[EventMention]:
    groups.append([])
    return groups[-1]


def _undated(groups: list[list[EventMention]], mention: EventMention) -> list[EventMention]:
    home = [g for g in groups if g and g[0].type == mention.type and g[0].date is None]
    return home[0] if home else _opened(groups)


def _other_event(group: Sequence[EventMention], *, day: Days | None) -> Event:
    kind, days = group[0].type, next((m.date for m in group if m.date is not None), None)
    near = _is_near(days, day)
    linked = near or (days is None and day is not None and kind not in CONTEXT)
    return Event(
        id=content_id("evt", kind, days),
        type=kind,
        label=f"{kind}, {_in_words(days)}" if days else f"{kind}, undated",
        focal=False,
        date=_event_date(days),
        place=None,
        participants=(),
        mentions=tuple(sorted({span for m in group for span in m.triggers})),
        relation_to_focal="linked" if linked else "context",
    )

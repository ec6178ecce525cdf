"""What happened when: the incident, what reports date before, during and after it, and statements.

An entry is a passage that a report dates, in its own words; passages of several reports on one thing
are one entry. Earlier incidents of the same kind are set apart (STANDARDS (c)), and so are
statements, which have dates of their own (STANDARDS 5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.model.claims import UNNAMED
from sayso.model.happenings import TimelineEntry
from sayso.model.values import Days
from sayso.reconcile.phrases import content_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Attribution
    from sayso.model.dossier import Event
    from sayso.model.extraction import Moment
    from sayso.model.spans import Span

WEEK = timedelta(days=7)
"""A date wider than this does not tell that an event is the incident (s)."""
NEAR = timedelta(days=1)
"""What a time zone explains (STANDARDS 5): the incident itself may be dated so much off."""
MONTH = timedelta(days=31)
"""Deaths that are told of a longer stretch are a total, and no incident (s)."""
ALIKE = 0.5
"""Share of the shorter passage's words from which two passages on one day tell the same (s)."""
SOME = 0.2
"""The same for two passages that name the same kind of event on one day, or month, or year (s)."""
FEWEST = 2
"""Words that two passages must share at least (s)."""
ENDING = re.compile(r"(?<=[a-z]{3})(?:ed|ing|ion)$")
DELIBERATE = frozenset({"explosion", "incident"})
"""Types of the incident that are told of as attacks elsewhere (see ``EventMention.told_as``)."""
CALENDAR = content_words(
    "january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec today"
    " yesterday year month week last early late"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """A moment with its event and, if it is a statement, whoever speaks: in words, and told from others."""

    moment: Moment
    event: Event
    kind: str
    speaker: str | None
    who: str | None

    @property
    def words(self) -> frozenset[str]:
        """The words that tell it from others on the same day."""
        told = self.moment.span.text
        dated = self.moment.time.text if self.moment.time else ""
        return frozenset(_stem(word) for word in content_words(told) - content_words(dated) - CALENDAR)


def reconcile_timeline(
    moments: Iterable[Moment],
    events: Sequence[Event],
    attributions: Mapping[str, Attribution],
) -> tuple[tuple[TimelineEntry, ...], tuple[TimelineEntry, ...]]:
    """Dated entries by first day, last day, time of day and words, then undated ones by words.

    Args:
        moments: Of all reports, in the order of their files.
        events: Of the dossier.
        attributions: By id.

    A passage that only tells again what the incident is, on its own day, makes no entry.
    """
    focal = next((event for event in events if event.focal), None)
    owner = {span: event for event in reversed(events) for span in event.mentions}
    passages = [
        _passage(moment, owner[moment.at], focal, attributions.get(moment.said or ""))
        for moment in moments
        if moment.at in owner and not _is_incident(moment, owner[moment.at], focal)
    ]
    entries = [_entry(group) for group in _groups(passages)]
    entries += [_incident(focal)] if focal is not None else []
    dated = sorted((one for one in entries if one.date is not None), key=_order)
    undated = sorted((one for one in entries if one.date is None), key=lambda one: (one.label, one.event))
    return tuple(dated), tuple(undated)


def _order(entry: TimelineEntry) -> tuple[str, str, str, str]:
    assert entry.date is not None  # noqa: S101 - only dated entries are ordered
    return entry.date.start, entry.date.end, entry.clock or "", entry.label


def _incident(focal: Event) -> TimelineEntry:
    days = Days(start=focal.date.start, end=focal.date.end) if focal.date else None
    return TimelineEntry(date=days, label=focal.label, event=focal.id, spans=focal.mentions, kind="incident")


def _is_incident(moment: Moment, event: Event, focal: Event | None) -> bool:
    """Whether a passage only tells that the incident happened, on its day."""
    if focal is None or not event.focal or moment.said is not None:
        return False
    if moment.days is None or focal.date is None:
        return moment.days is None
    same = moment.days.start <= focal.date.end and focal.date.start <= moment.days.end
    same = same and date.fromisoformat(moment.days.end) - date.fromisoformat(moment.days.start) <= WEEK
    return same and moment.clock is None and moment.kind not in {"", "arrest"}


def _passage(moment: Moment, event: Event, focal: Event | None, said: Attribution | None) -> _Passage:
    similar = focal is not None and _is_similar(moment, event, focal)
    kind = "statement" if said else "similar" if similar else "event"
    if said is None:
        return _Passage(moment=moment, event=event, kind=kind, speaker=None, who=None)
    source = said.source
    # The words of the report, not the entity's name: they say in what office somebody spoke.
    speaker = source.description if source.named else UNNAMED + source.description
    return _Passage(
        moment=moment, event=event, kind=kind, speaker=speaker, who=source.entity or speaker.casefold()
    )


def _is_similar(moment: Moment, event: Event, focal: Event) -> bool:
    """Whether a passage tells of another incident of the same kind, before this one."""
    if moment.days is None or focal.date is None or moment.days.end >= focal.date.start:
        return False
    first, last = (date.fromisoformat(day) for day in (moment.days.start, moment.days.end))
    if event.focal and date.fromisoformat(focal.date.start) - last <= NEAR:
        return False
    family = "attack" if focal.type in DELIBERATE else focal.type
    harm = moment.kind == "harm" and event.type == family and not event.focal and last - first <= MONTH
    return moment.kind == family or harm


def _groups(passages: Sequence[_Passage]) -> list[list[_Passage]]:
    """Passages that tell the same, together; each joins the first group it fits."""
    groups: list[list[_Passage]] = []
    for passage in sorted(passages, key=_narrow):
        home = next((group for group in groups if _fits(passage, group)), None)
        if home is None:
            groups.append([passage])
        else:
            home.append(passage)
    return groups


def _narrow(passage: _Passage) -> tuple[int, str, str, Span]:
    """The most exactly dated first, so that a year joins the month within it."""
    days = passage.moment.days
    length = int(days.end.replace("-", "")) - int(days.start.replace("-", "")) if days else 10**9
    return length, days.start if days else "", passage.moment.clock or "", passage.moment.span


def _stem(word: str) -> str:
    """A word without the endings by which verbs and nouns for one thing differ ("arrested", "arrest")."""
    return ENDING.sub("", word)


def _fits(passage: _Passage, group: Sequence[_Passage]) -> bool:
    clocks = {one.moment.clock for one in (passage, *group)} - {None}
    return len(clocks) < 2 and any(_same(passage, other) for other in group)


def _same(a: _Passage, b: _Passage) -> bool:
    if a.kind != b.kind or (a.moment.days is None) is not (b.moment.days is None):
        return False
    if a.who is not None or b.who is not None:
        return a.who == b.who and a.moment.days == b.moment.days
    if not _touch(a.moment.days, b.moment.days):
        return False
    shared = len(a.words & b.words)
    needed = min(len(a.words), len(b.words)) * (SOME if a.moment.kind == b.moment.kind != "" else ALIKE)
    return shared >= max(needed, min(FEWEST, len(a.words), len(b.words)))


def _touch(a: Days | None, b: Days | None) -> bool:
    """Whether two dates can be one; None for both can."""
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def _entry(group: Sequence[_Passage]) -> TimelineEntry:
    """One entry of passages on the same thing; the first is the most exactly dated."""
    first = group[0]
    told = min((one for one in group if one.moment.days == first.moment.days), key=_readable)
    spans = dict.fromkeys([told.moment.span, *sorted(one.moment.span for one in group)])
    return TimelineEntry(
        date=first.moment.days,
        label=" ".join(told.moment.span.text.split()),
        event=told.event.id,
        spans=tuple(spans),
        kind=first.kind,
        clock=next((one.moment.clock for one in group if one.moment.clock), None),
        speaker=max(sorted(one.speaker for one in group if one.speaker), key=len, default=None),
    )


def _readable(passage: _Passage) -> tuple[int, Span]:
    """A passage that is neither a scrap nor a whole paragraph comes first."""
    return abs(len(passage.moment.span.text) - 110) // 40, passage.moment.span

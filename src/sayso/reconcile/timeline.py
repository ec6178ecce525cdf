"""What happened when: the events in the order of their days; undated ones apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.dossier import Event, TimelineEntry
from sayso.model.values import Days

if TYPE_CHECKING:
    from collections.abc import Iterable


def reconcile_timeline(
    events: Iterable[Event],
) -> tuple[tuple[TimelineEntry, ...], tuple[TimelineEntry, ...]]:
    """Dated entries by first day, last day and event, then undated ones by label and event."""
    entries = [make_entry(event) for event in events]
    dated = [entry for entry in entries if entry.date is not None]
    undated = [entry for entry in entries if entry.date is None]
    dated.sort(
        key=lambda entry: (entry.date.start, entry.date.end, entry.event) if entry.date else ("", "", "")
    )
    undated.sort(key=lambda entry: (entry.label, entry.event))
    return tuple(dated), tuple(undated)


def make_entry(event: Event) -> TimelineEntry:
    """The entry of one event."""
    days = Days(start=event.date.start, end=event.date.end) if event.date else None
    return TimelineEntry(date=days, label=event.label, event=event.id, spans=event.mentions)

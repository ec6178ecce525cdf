"""Reactions to the incident: what each speaker did, once, however many reports tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.claims import UNNAMED
from sayso.model.happenings import Reacting
from sayso.model.ids import content_id
from sayso.reconcile.phrases import content_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.dossier import Event
    from sayso.model.extraction import Moment, Reaction
    from sayso.model.reports import Report
    from sayso.model.spans import Span
    from sayso.reconcile.entities import EntityIndex

KINDS = (
    "condemned", "mourned", "voiced_concern", "denied", "mocked", "threatened", "promised_justice",
    "called_for_inquiry", "called_for_restraint", "offered_help", "praised", "apologised",
)  # fmt: skip
"""Every kind of reaction, in the order in which they are told."""


def reconcile_reactions(
    reactions: Iterable[Reaction],
    moments: Iterable[Moment],
    events: Sequence[Event],
    *,
    index: EntityIndex,
    reports: Mapping[str, Report],
) -> tuple[Reacting, ...]:
    """Reactions to the focal incident by kind, then by how many reports tell of them, then by speaker.

    Args:
        reactions: Of all reports, in the order of their files.
        moments: Of all reports; a reaction dated before the incident is none.
        events: Of the dossier.
        index: Tells which speakers are one.
        reports: By id.
    """
    focal = next((event for event in events if event.focal), None)
    if focal is None:
        return ()
    own = frozenset(focal.mentions)
    start = focal.date.start if focal.date else ""
    earlier: dict[str, list[Span]] = {}
    for moment in moments:
        if moment.days is not None and moment.days.end < start:
            earlier.setdefault(moment.span.report, []).append(moment.span)
    groups: dict[tuple[str, str], list[Reaction]] = {}
    for one in reactions:
        if one.at in own and not any(span.contains(one.cue) for span in earlier.get(one.span.report, ())):
            groups.setdefault((one.kind, _speaker_key(one, index)), []).append(one)
    made = [_reacting(group, index) for group in groups.values()]
    order = {kind: place for place, kind in enumerate(KINDS)}
    files = {report.id: report.file for report in reports.values()}
    return tuple(
        sorted(
            made,
            key=lambda one: (
                order.get(one.kind, len(order)),
                -len({span.report for span in one.spans}),
                min((files[span.report], span.start) for span in one.spans),
                one.id,
            ),
        )
    )


def _entity(one: Reaction, index: EntityIndex) -> str | None:
    source = one.source
    if not source.named:
        return None
    return source.entity or index.find_speaker(source.description, report=one.span.report)


def _speaker_key(one: Reaction, index: EntityIndex) -> str:
    """The same for one speaker in all reports; unnamed ones are never taken for each other."""
    if not one.source.named:
        return f"{one.span.report} {one.source.description}"
    return _entity(one, index) or " ".join(sorted(content_words(one.source.description)))


def _reacting(group: Sequence[Reaction], index: EntityIndex) -> Reacting:
    first = group[0]
    entity = _entity(first, index)
    # The words of a report, not the entity's name: they say in what office somebody spoke.
    name = max(sorted(one.source.description for one in group), key=len)
    spans = {one.cue: one for one in sorted(group, key=lambda one: one.cue)}
    return Reacting(
        id=content_id("rea", first.kind, *spans),
        kind=first.kind,
        speaker=name if first.source.named else UNNAMED + name,
        entity=entity,
        cues=tuple(spans),
        spans=tuple(one.span for one in spans.values()),
        attributions=tuple(dict.fromkeys(one.said for one in spans.values() if one.said)),
    )

"""Ties between entities as the reports state them, each with its words and its day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.entities import EntityRelation
from sayso.reconcile.days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.model.entities import Entity
    from sayso.model.extraction import Tie
    from sayso.model.reports import Report
    from sayso.model.spans import Span


def relate(
    entities: tuple[Entity, ...],
    ties: Iterable[Tie],
    *,
    entity_at: Mapping[Span, str],
    reports: Mapping[str, Report],
) -> tuple[Entity, ...]:
    """The entities with what reports say ties them to one another.

    Args:
        entities: In any order, which is kept.
        ties: From all reports.
        entity_at: The entity of every mention; ties of others are left out.
        reports: For the day on which each says so.
    """
    spans: dict[tuple[str, str, str, bool], set[Span]] = {}
    for tie in ties:
        subject, other = entity_at.get(tie.subject), entity_at.get(tie.other)
        if subject is not None and other is not None and subject != other:
            spans.setdefault((subject, tie.kind, other, tie.former), set()).add(tie.span)
    found: dict[str, list[EntityRelation]] = {}
    for (subject, kind, other, former), places in sorted(spans.items(), key=lambda entry: entry[0]):
        ordered = tuple(sorted(places))
        days = tuple(day_of(reports[span.report]) for span in ordered)
        relation = EntityRelation(kind=kind, other=other, spans=ordered, as_of=days, former=former)
        found.setdefault(subject, []).append(relation)
    return tuple(replace(entity, relations=tuple(found.get(entity.id, ()))) for entity in entities)

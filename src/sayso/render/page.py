"""The whole page, from a dossier, as typed values."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from sayso.render.following import following
from sayso.render.full_text import full_texts
from sayso.render.headline import headline, in_brief
from sayso.render.marks import find_cited
from sayso.render.outlets import outlet_voices, rests_on_unnamed
from sayso.render.pictures import make_pictures
from sayso.render.points import group_findings
from sayso.render.reactions import reaction_groups
from sayso.render.record import record_lines
from sayso.render.sections import (
    blame_tables,
    borrowings,
    find_unanswered,
    linked_events,
    moments,
    name_groups,
    shared_origins,
)
from sayso.render.utterances import utterances
from sayso.render.versions import versions
from sayso.render.view import Page
from sayso.render.weighing import weighing

if TYPE_CHECKING:
    from sayso.render.lookup import Lookup
    from sayso.render.view import Point

MOST_AT_A_GLANCE = 5


def make_page(lookup: Lookup, *, in_full: bool = True) -> Page:
    """Everything the page shows, in order, each point with its number.

    Args:
        lookup: Over the dossier.
        in_full: Whether the reports' texts and the pictures are wanted; a text has neither.
    """
    numbers = count(1)
    groups = group_findings(lookup, numbers=numbers)
    linked = linked_events(lookup, numbers)
    points = [point for group in groups for point in group.points]
    shown = {
        point.id: point.number for point in (*points, *(one for event in linked for one in event.points))
    }
    shared = shared_origins(lookup)
    return Page(
        headline=headline(lookup),
        brief=in_brief(lookup),
        as_of=lookup.dossier.as_of,
        version=lookup.dossier.sayso_version,
        glance=_weightiest(points, lookup),
        groups=groups,
        unanswered=find_unanswered(lookup),
        numbers=tuple(point for point in points if point.low or point.high),
        blame=blame_tables(lookup),
        record=record_lines(lookup),
        names=name_groups(lookup),
        timeline=moments(lookup.dossier.timeline, lookup),
        undated=moments(lookup.dossier.undated, lookup),
        borrowings=borrowings(lookup),
        versions=versions(lookup),
        origins=shared,
        single_origins=len(lookup.dossier.origins) - len(shared),
        linked=linked,
        weighing=weighing(lookup, shown),
        following=following(lookup),
        reports=full_texts(lookup, find_cited(lookup, shown) if in_full else None),
        pictures=make_pictures(points, lookup) if in_full else None,
        voices=outlet_voices(lookup),
        reactions=reaction_groups(lookup),
        utterances=utterances(lookup),
        unnamed=rests_on_unnamed(points, lookup),
    )


def number_findings(lookup: Lookup) -> dict[str, int]:
    """The number on the page of each finding shown."""
    numbers = count(1)
    groups = group_findings(lookup, numbers=numbers)
    linked = linked_events(lookup, numbers)
    points = (*(group.points for group in groups), *(event.points for event in linked))
    return {point.id: point.number for part in points for point in part}


def _weightiest(points: list[Point], lookup: Lookup) -> tuple[Point, ...]:
    ranked = sorted(points, key=lambda point: (-lookup.findings[point.id].weight, point.number))
    return tuple(ranked[:MOST_AT_A_GLANCE])

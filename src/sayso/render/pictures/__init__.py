"""Pictures on the page, each a module: a dossier in, typed shapes out, with the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.render.pictures.lanes import make_lanes
from sayso.render.pictures.map import make_map
from sayso.render.pictures.matrix import make_matrix
from sayso.render.pictures.people import make_people
from sayso.render.pictures.ranges import range_plots
from sayso.render.pictures.sources import make_sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.render.lookup import Lookup
    from sayso.render.pictures.lanes import Lanes
    from sayso.render.pictures.map import Map
    from sayso.render.pictures.matrix import Matrix
    from sayso.render.pictures.people import People
    from sayso.render.pictures.ranges import RangePlot
    from sayso.render.pictures.sources import Sources
    from sayso.render.view import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """All pictures of a page; None for one that there is nothing to draw for."""

    matrix: Matrix | None
    ranges: tuple[RangePlot, ...]
    lanes: Lanes | None
    sources: Sources | None
    people: People | None
    map: Map | None


def make_pictures(points: Sequence[Point], lookup: Lookup) -> Pictures:
    """The pictures of a dossier whose incident has these points."""
    return Pictures(
        matrix=make_matrix(points, lookup),
        ranges=range_plots(points, lookup),
        lanes=make_lanes(lookup),
        sources=make_sources(lookup),
        people=make_people(lookup),
        map=make_map(lookup),
    )

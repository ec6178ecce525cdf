"""What a map shows beside the places of an account: outlines of countries, and towns for orientation.

The outlines are Natural Earth's at 1:50 million (public domain), the towns GeoNames' (CC BY 4.0).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]
"""Degrees: longitude, latitude."""
Ring = tuple[Point, ...]

FILE = "countries-50m.json"  # TopoJSON, as packaged in world-atlas 2.0.2 (NOTICE)
TOWNS = "towns.tsv"  # made by training/towns.py
SIDES = ((0, 1, 0), (0, -1, 2), (1, 1, 1), (1, -1, 3))
"""For each side of a window: which coordinate is bounded, the sign of inside, and its bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country as the map draws it, which takes no side on whose it is."""

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of the earth in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it, the edges included."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


@cache
def all_countries() -> tuple[Country, ...]:
    """Every country of the base map, in the order of the file."""
    tree = json.loads(files("sayso.render.pictures").joinpath(FILE).read_text("utf-8"))
    scale, shift = tree["transform"]["scale"], tree["transform"]["translate"]
    arcs = [_decoded(arc, scale, shift) for arc in tree["arcs"]]
    return tuple(
        Country(name=one["properties"]["name"], rings=tuple(_rings(one, arcs)))
        for one in tree["objects"]["countries"]["geometries"]
    )


def countries_in(window: Window) -> Iterator[Country]:
    """The countries that reach into a window, each ring cut at its edges."""
    for country in all_countries():
        cut = tuple(found for ring in country.rings if (found := clip(ring, window)))
        if cut:
            yield Country(name=country.name, rings=cut)


@cache
def all_towns() -> tuple[tuple[str, Point], ...]:
    """Towns of 50,000 people or more, the largest first, with where they are."""
    lines = files("sayso.render.pictures").joinpath(TOWNS).read_text("utf-8").splitlines()
    fields = (line.split("\t") for line in lines)
    return tuple((name, (float(lon), float(lat))) for name, lat, lon in fields)


def clip(ring: Ring, window: Window) -> Ring:
    """The part of a ring inside a window (Sutherland and Hodgman 1974); empty if there is none."""
    bounds = (window.west, window.south, window.east, window.north)
    longs, lats = [point[0] for point in ring], [point[1] for point in ring]
    if max(longs) < bounds[0] or min(longs) > bounds[2] or max(lats) < bounds[1] or min(lats) > bounds[3]:
        return ()
    kept: Sequence[Point] = ring
    for along, sign, side in SIDES:
        kept = _cut(kept, along, sign, bounds[side])
    return tuple(kept)


def _cut(ring: Sequence[Point], along: int, sign: int, bound: float) -> list[Point]:
    found: list[Point] = []
    for number, point in enumerate(ring):
        before = ring[number - 1]
        inside, was_inside = sign * (point[along] - bound) >= 0, sign * (before[along] - bound) >= 0
        if inside != was_inside:
            share = (bound - before[along]) / (point[along] - before[along])
            crossing = [
                before[0] + share * (point[0] - before[0]),
                before[1] + share * (point[1] - before[1]),
            ]
            crossing[along] = bound
            found.append((crossing[0], crossing[1]))
        if inside:
            found.append(point)
    return found


def _decoded(arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]) -> Ring:
    """An arc of differences between whole numbers, as degrees (TopoJSON, 2.1.1)."""
    longs, lats = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    return tuple((x * scale[0] + shift[0], y * scale[1] + shift[1]) for x, y in zip(longs, lats, strict=True))


def _rings(geometry: dict[str, object], arcs: Sequence[Ring]) -> Iterator[Ring]:
    """The rings of a polygon or of several, put together from their arcs."""
    parts = geometry.get("arcs", [])
    assert isinstance(parts, list)  # noqa: S101 - the packaged file has lists
    for polygon in parts if geometry["type"] == "MultiPolygon" else [parts]:
        for ring in polygon:
            points: list[Point] = []
            for number in ring:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += arc[1:] if points else arc
            yield tuple(points[:-1])

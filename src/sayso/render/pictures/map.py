"""Where the places of an account are, as exactly as that is known, on an outline map."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.render.anchors import outlet_links, span_anchor
from sayso.render.phrases import plain
from sayso.render.pictures.basemap import Window, all_countries, all_towns, countries_in
from sayso.render.wording import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.entities import Entity
    from sayso.model.places import PlaceRecord
    from sayso.render.lookup import Lookup
    from sayso.render.pictures.basemap import Country, Point
    from sayso.render.view import Link

    Box = tuple[float, float, float, float]

WIDTH, HEIGHT = 736, 430
LEAST_SPAN = 2.6
"""Degrees of latitude that a map shows at least: the outlines are coarse."""
MARGIN = 0.35
"""Of the span of its places, kept free on either side."""
MOST_LATITUDE = 84.0
NEAR = 7.0
"""Units within which two places share one mark."""
LINE, LETTER = 15.0, 7.0
"""Height of a label and width of its letters, in units."""
CAPITAL, SMALL = 9.0, 6.2
"""Width of a letter in the names of countries, and of towns."""
MOST_TOWNS = 9
NAME_ROOM = 4.0
"""A country's name is shown where it has so many times its own room."""
WORLD = Window(west=-180, south=-60, east=180, north=MOST_LATITUDE)
WORLD_WIDTH = 168
STEPS = (1, 2, 5)
PRECISIONS = {
    "site": "the very place",
    "town": "somewhere in this town",
    "near": "near this place",
    "admin2": "somewhere in this district",
    "admin1": "somewhere in this province",
    "country": "somewhere in this country",
    "none": "larger than a country",
}
"""geo_precision (STANDARDS 1) in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A mark, and its label where there is room for one.

    Attributes:
        sort: ``site``, ``town`` or ``near``; decides the shape.
        anchor: ``start`` or ``end``: which end of the label is at its place.
    """

    x: float
    y: float
    sort: str
    told: str
    target: str | None
    label: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A country's or town's name and where it stands; a town's place is at the start of its name."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The small map of the world: its land, the window of the large one, places beyond it."""

    width: int
    height: int
    land: str
    frame: tuple[float, float, float, float]
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A place in words."""

    name: str
    words: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The picture, and every place in words."""

    width: int
    height: int
    land: tuple[str, ...]
    names: tuple[Name, ...]
    towns: tuple[Name, ...]
    pins: tuple[Pin, ...]
    bar: float
    bar_words: str
    world: World | None
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """A window and how its degrees become units."""

    window: Window
    scale: float
    squeeze: float

    def at(self, point: Point) -> tuple[float, float]:
        x = (point[0] - self.window.west) * self.squeeze * self.scale
        return round(x, 1), round((self.window.north - point[1]) * self.scale, 1)


def make_map(lookup: Lookup) -> Map | None:
    """The map; None if no place has a position."""
    places = [
        (entity, entity.place)
        for entity in lookup.dossier.entities
        if entity.place and entity.kind in {Kind.PLACE, Kind.FACILITY}
    ]
    located = [(entity, (record.lon, record.lat), record) for entity, record in places
               if record.lat is not None and record.lon is not None]  # fmt: skip
    if not located:
        return None
    weights = Counter[str]()
    for entity, _, record in located:
        weights[record.country or ""] += len(entity.mentions)
    home = max(sorted(weights), key=weights.__getitem__)
    view = _view([point for _, point, record in located if (record.country or "") == home])
    inside = [(entity, point, record) for entity, point, record in located if view.window.holds(point)]
    beyond = [point for _, point, _ in located if not view.window.holds(point)]
    countries = list(countries_in(view.window))
    pins, taken = _pins(inside, view, lookup)
    if beyond:
        taken.append((WIDTH - WORLD_WIDTH - 14, HEIGHT - 80, WIDTH, HEIGHT))
    taken.append((0, HEIGHT - 46, 150, HEIGHT))
    named = {alike(name) for entity, _, _ in inside for name in (entity.name, *entity.aliases)}
    names = tuple(_names(countries, view, taken))
    kilometres = _round_length(111.32 / view.scale * 130)
    return Map(
        width=WIDTH,
        height=HEIGHT,
        land=tuple(path for country in countries if (path := _path(country, view))),
        names=names,
        towns=tuple(_towns(view, taken, named)),
        pins=pins,
        bar=round(kilometres * view.scale / 111.32, 1),
        bar_words=f"{kilometres:,} km",
        world=_world(view, beyond) if beyond else None,
        told=tuple(_told(entity, record, lookup) for entity, record in sorted(places, key=_rank)),
    )


def _view(points: Sequence[Point]) -> _View:
    """A window in the shape of the picture round these points."""
    west, east = min(point[0] for point in points), max(point[0] for point in points)
    south, north = min(point[1] for point in points), max(point[1] for point in points)
    middle = (south + north) / 2
    squeeze = max(0.2, math.cos(math.radians(middle)))
    tall = max(LEAST_SPAN, (north - south) * (1 + 2 * MARGIN))
    tall = max(tall, (east - west) * (1 + 2 * MARGIN) * squeeze * HEIGHT / WIDTH)
    tall = min(tall, 2 * MOST_LATITUDE)
    wide = tall * WIDTH / HEIGHT / squeeze
    centre = (west + east) / 2
    window = Window(
        west=round(centre - wide / 2, 4),
        east=round(centre + wide / 2, 4),
        south=round(middle - tall / 2, 4),
        north=round(middle + tall / 2, 4),
    )
    return _View(window=window, scale=round(HEIGHT / tall, 4), squeeze=round(squeeze, 6))


def _path(country: Country, view: _View, *, least: float = 0.7) -> str:
    """The outlines as a path, points left out that lie closer together than ``least`` units."""
    parts = []
    for ring in country.rings:
        kept: list[tuple[float, float]] = []
        for point in map(view.at, ring):
            if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
                kept.append(point)
        if len(kept) > 2:
            parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z")
    return "".join(parts)


def _names(countries: Iterable[Country], view: _View, taken: list[Box]) -> Iterable[Name]:
    """The names of countries that have room for them, near the middle of their largest part."""
    for country in countries:
        rings = [[view.at(point) for point in ring] for ring in country.rings]
        area, x, y = max(_middle(ring) for ring in rings)
        half = CAPITAL * len(country.name) / 2
        for level in (y + lines * LINE for lines in (0, -4, 4, -7, 7)):
            box = (x - half, level - LINE, x + half, level + 4)
            if area > NAME_ROOM * LINE * 2 * half and _is_free(box, taken):
                taken.append(box)
                yield Name(x=round(x, 1), y=round(level, 1), text=country.name)
                break


def _towns(view: _View, taken: list[Box], named: set[str]) -> Iterable[Name]:
    """The largest towns that find room beside the places of the account, for orientation."""
    found = 0
    for name, point in all_towns():
        if found == MOST_TOWNS:
            return
        if view.window.holds(point) and alike(name) not in named:
            x, y = view.at(point)
            box = (x - 10, y - LINE, x + 12 + SMALL * len(name), y + LINE / 2)
            if _is_free(box, taken):
                taken.append(box)
                found += 1
                yield Name(x=x, y=y, text=name)


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    """Whether a box lies in the picture and over none of the others."""
    within = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT
    return within and all(
        box[2] < one[0] or one[2] < box[0] or box[3] < one[1] or one[3] < box[1] for one in taken
    )


def _middle(ring: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Area and centre of a ring."""
    area = x = y = 0.0
    for number, (to_x, to_y) in enumerate(ring):
        from_x, from_y = ring[number - 1]
        cross = from_x * to_y - to_x * from_y
        area, x, y = area + cross, x + (from_x + to_x) * cross, y + (from_y + to_y) * cross
    return (abs(area) / 2, x / (3 * area), y / (3 * area)) if area else (0.0, *ring[0])


def _pins(
    inside: Sequence[tuple[Entity, Point, PlaceRecord]], view: _View, lookup: Lookup
) -> tuple[tuple[Pin, ...], list[Box]]:
    """A mark for each place, those at one spot together, and the room that marks and labels take.

    Labels that find no room are left out.
    """
    spots: list[tuple[float, float, list[tuple[Entity, PlaceRecord]]]] = []
    for entity, point, record in sorted(inside, key=lambda one: _rank((one[0], one[2]))):
        x, y = view.at(point)
        near = next((one for one in spots if math.hypot(one[0] - x, one[1] - y) < NEAR), None)
        if near:
            near[2].append((entity, record))
        else:
            spots.append((x, y, [(entity, record)]))
    taken: list[Box] = [(x - 8, y - 8, x + 8, y + 8) for x, y, _ in spots]
    found = []
    for x, y, held in spots:
        label = ", ".join(plain(entity.name) for entity, _ in held)
        place = _label_place(x, y, LETTER * len(label), taken)
        first = min((mention.span for mention in held[0][0].mentions), default=None)
        sorts = {record.precision for _, record in held}
        found.append(
            Pin(
                x=x,
                y=y,
                sort=next((one for one in ("site", "town") if one in sorts), "near"),
                told="; ".join(f"{plain(e.name)}: {PRECISIONS.get(r.precision or '', '')}" for e, r in held),
                target=span_anchor(first, lookup) if first else None,
                label=label if place else "",
                label_x=place[0] if place else x,
                label_y=place[1] if place else y,
                anchor=place[2] if place else "start",
            )
        )
    return tuple(found), taken


def _label_place(x: float, y: float, width: float, taken: list[Box]) -> tuple[float, float, str] | None:
    """Where a label finds room beside its mark; None if nowhere."""
    for dx, dy, anchor in ((13, 4.5, "start"), (-13, 4.5, "end"), (9, -11, "start"), (9, 21, "start")):
        left = x + dx - (width if anchor == "end" else 0)
        box = (left, y + dy - LINE + 3, left + width, y + dy + 3)
        if _is_free(box, taken):
            taken.append(box)
            return round(x + dx, 1), round(y + dy, 1), anchor
    return None


def _world(view: _View, beyond: Sequence[Point]) -> World:
    small = _View(window=WORLD, scale=WORLD_WIDTH / 360, squeeze=1.0)
    land = "".join(_path(country, small, least=1.6) for country in all_countries())
    left, top = small.at((view.window.west, view.window.north))
    right, bottom = small.at((view.window.east, view.window.south))
    return World(
        width=WORLD_WIDTH,
        height=round((WORLD.north - WORLD.south) * small.scale),
        land=land,
        frame=(left, top, round(max(4.0, right - left), 1), round(max(3.0, bottom - top), 1)),
        points=tuple(dict.fromkeys(small.at(point) for point in beyond)),
    )


def _round_length(kilometres: float) -> int:
    """The largest round length that is no longer: 1, 2 or 5 and noughts."""
    power = int(10 ** max(0, math.floor(math.log10(max(1.0, kilometres)))))
    return max(step * power for step in STEPS if step == 1 or step * power <= kilometres)


def _rank(one: tuple[Entity, PlaceRecord]) -> tuple[int, int, str, str]:
    entity, record = one
    precision = (
        list(PRECISIONS).index(record.precision) if record.precision in PRECISIONS else len(PRECISIONS)
    )
    return (precision, -len(entity.mentions), entity.name.casefold(), entity.id)


def _told(entity: Entity, record: PlaceRecord, lookup: Lookup) -> Told:
    precision = PRECISIONS.get(record.precision or "")
    within = ", ".join(plain(name) for name in record.chain[1:])
    words = f"{precision}{'; in ' + within if within else ''}" if precision else "left open where it is"
    return Told(
        name=plain(entity.name),
        words=words,
        places=outlet_links((mention.span for mention in entity.mentions), lookup),
    )

"""What is left where neither the words beside a name nor named areas tell: nearness, size, the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reconcile.gazetteer.entries import distance_km
from sayso.reconcile.gazetteer.evidence import LARGE, PlaceName, Resolution, area_meant, order_of
from sayso.reconcile.gazetteer.spelling import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.reconcile.gazetteer.source import Match

LARGER = 10
"""How many times larger than any other of its name it must then be (s)."""
NEAR_KM = 50.0
"""Within this distance of a known place of the case, a place of the name is taken for the one meant (s)."""


def resolve_by_nearness(found: Mapping[PlaceName, Resolution]) -> dict[PlaceName, Resolution]:
    """Of several entries the only one near a place that is already known."""
    anchors = sorted(
        {one.place for one in found.values() if one.place is not None and one.place.kind == "city"},
        key=lambda place: place.id,
    )
    resolved = {}
    for name, resolution in found.items():
        near = [
            (place, anchor)
            for place in resolution.open
            for anchor in anchors
            if (apart := distance_km(place, anchor)) is not None and apart <= NEAR_KM
        ]
        if len({place.id for place, _ in near}) == 1:
            place = near[0][0]
            anchor = min(
                (each for _, each in near), key=lambda each: (distance_km(place, each) or 0.0, each.id)
            )
            apart = round(distance_km(place, anchor) or 0)
            why = f"the only place of that name near {anchor.name} ({apart} km), which the case names"
            resolved[name] = Resolution(place=place, open=(), why=why)
    return resolved


def by_size(name: str, resolution: Resolution) -> Resolution:
    """The last resort: a city much larger than all others of its name, and the reason says so."""
    places = sorted(resolution.open, key=lambda place: -place.population)
    if not places or places[0].population < LARGE or key_of(places[0].name) != key_of(name):
        return resolution
    if any(place.kind == "admin1" and place.country != places[0].country for place in places):
        return resolution
    rest = max((place.population for place in places[1:] if place.id not in places[0].within), default=0)
    if places[0].population < rest * LARGER:
        return resolution
    why = "by its size alone: " + (
        f"{places[0].population // rest} times larger than any other place of that name"
        if rest
        else "a large city, and nothing in the case points elsewhere"
    )
    return Resolution(place=places[0], open=(), why=why)


def within_stated(
    one: PlaceName,
    found: Mapping[PlaceName, Resolution],
    settled: Mapping[str, Sequence[PlaceName]],
    matches: Mapping[str, tuple[Match, ...]],
) -> Resolution:
    """A place that only the reports know, within what they say it lies in.

    Args:
        one: Its name.
        found: What the names of the case mean.
        settled: The names that mean a place, by their keys.
        matches: What the gazetteer has.
    """
    for text in one.containers:
        same = sorted(
            settled.get(key_of(text), ()), key=lambda other: (other.report != one.report, order_of(other))
        )
        outer = (found[same[0]].place if same else None) or area_meant(text, matches)
        if outer is None:
            continue
        place = replace(
            outer, id=f"text:{key_of(one.name)}", name=one.name, kind="site",
            chain=(one.name, *outer.chain), within=(outer.id, *outer.within), population=0,
        )  # fmt: skip
        position = f"; the position is that of {outer.name}" if outer.lat is not None else ""
        return Resolution(
            place=place, open=(), why=f"not in the gazetteer; the text puts it in “{text}”{position}"
        )
    return Resolution(place=None, open=(), why="not in the gazetteer")


def known(resolution: Resolution) -> bool:
    """Whether the gazetteer has places of the name."""
    return resolution.place is not None or bool(resolution.open)

"""Entries of the gazetteer, and what lies within what."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
SUBURB_KM = 25.0
"""Within this distance one town may be a part of the other; the gazetteer does not say (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the gazetteer, or one that only the reports know and put within such a place.

    Attributes:
        id: ``geonames:`` or, where GeoNames has no number, ``iso:``; ``text:`` for a place of the reports.
        kind: ``region`` (larger than a country), ``country``, ``admin1``, ``admin2``, ``city`` (of any
            size) or ``site``.
        chain: Names from inner to outer, its own first, the country last.
        within: Ids of what it lies in, from inner to outer.
        country: ISO 3166-1 alpha-2; None for a region or a country that is no more.
        lat, lon: Degrees; None for areas.
        precision: geo_precision of STANDARDS 1; ``none`` for what is larger than a country.
        population: 0 if the gazetteer has none.
    """

    id: str
    name: str
    kind: str
    chain: tuple[str, ...]
    within: tuple[str, ...]
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    population: int


def contains(outer: Place, inner: Place) -> bool | None:
    """Whether one place lies within another; a place contains itself.

    Returns:
        None where the gazetteer does not say: a town may be a part of a town near it, and what only
        the reports know may lie anywhere in what they put it in.
    """
    if outer.id == inner.id or outer.id in inner.within:
        return True
    if "region" in (outer.kind, inner.kind):
        return None
    abroad = outer.country is not None and inner.country is not None and outer.country != inner.country
    return False if inner.id in outer.within or abroad else _beside(outer, inner)


def _beside(outer: Place, inner: Place) -> bool | None:
    """As ``contains``, for two places of one country neither of which stands in the other's chain."""
    if "site" in (outer.kind, inner.kind):
        return None
    if outer.kind == inner.kind == "city":
        apart = distance_km(outer, inner)
        return None if apart is None or apart < SUBURB_KM else False
    return False if outer.kind == inner.kind or outer.kind in {"country", "admin1"} else None


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance; None if either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat, other = radians(a.lat), radians(b.lat)
    half = sin((other - lat) / 2) ** 2 + cos(lat) * cos(other) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))

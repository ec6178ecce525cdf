"""Where a place of a dossier is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    """Where a place is, as far as the reports and the gazetteer tell.

    Attributes:
        gazetteer: Id in the gazetteer (``geonames:...``), ``text:...`` for a place that only the reports
            know; None if it is left open or nothing is known.
        chain: Names from inner to outer, its own first, the country last; empty if it is left open.
        country: ISO 3166-1 alpha-2; None if it is not known, or there is none.
        lat, lon: Degrees, in the precision given; None where there is no one point.
        precision: geo_precision of STANDARDS 1; ``none`` for what is larger than a country; None if left
            open.
        why: The reason for the choice, or for leaving it open.
    """

    gazetteer: str | None
    chain: tuple[str, ...]
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    why: str

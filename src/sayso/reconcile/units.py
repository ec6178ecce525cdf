"""Measured amounts in one unit, so that they compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from sayso.model.values import Measure

# Factors to the first unit of each kind (SI brochure; international yard and pound, 1959).
UNITS: dict[str, tuple[str, float]] = {
    "m": ("m", 1.0), "metre": ("m", 1.0), "meter": ("m", 1.0),
    "km": ("m", 1000.0), "kilometre": ("m", 1000.0), "kilometer": ("m", 1000.0),
    "cm": ("m", 0.01), "centimetre": ("m", 0.01), "centimeter": ("m", 0.01),
    "mm": ("m", 0.001), "millimetre": ("m", 0.001), "millimeter": ("m", 0.001),
    "mile": ("m", 1609.344), "mi": ("m", 1609.344), "yard": ("m", 0.9144), "yd": ("m", 0.9144),
    "ft": ("m", 0.3048), "foot": ("m", 0.3048), "feet": ("m", 0.3048),
    "inch": ("m", 0.0254), "inches": ("m", 0.0254), "in": ("m", 0.0254),
    "kg": ("kg", 1.0), "kilo": ("kg", 1.0), "kilogram": ("kg", 1.0), "kilogramme": ("kg", 1.0),
    "g": ("kg", 0.001), "gram": ("kg", 0.001), "lb": ("kg", 0.45359237), "pound": ("kg", 0.45359237),
    "tonne": ("kg", 1000.0), "ton": ("kg", 1000.0), "t": ("kg", 1000.0),
    "second": ("s", 1.0), "sec": ("s", 1.0), "s": ("s", 1.0), "minute": ("s", 60.0), "min": ("s", 60.0),
    "hour": ("s", 3600.0), "h": ("s", 3600.0), "day": ("s", 86400.0), "week": ("s", 604800.0),
    "hectare": ("m2", 1e4), "ha": ("m2", 1e4), "acre": ("m2", 4046.8564224),
    "square km": ("m2", 1e6), "square kilometre": ("m2", 1e6), "square kilometer": ("m2", 1e6),
    "square mile": ("m2", 2589988.110336),
    "km/h": ("m/s", 1 / 3.6), "kph": ("m/s", 1 / 3.6), "mph": ("m/s", 0.44704), "m/s": ("m/s", 1.0),
}  # fmt: skip
PRECISION = 6


def unit_of(unit: str) -> tuple[str, float]:
    """The base unit and the factor to it; an unknown unit is its own base.

    >>> unit_of("Miles")
    ('m', 1609.344)
    """
    plain = fold(unit).strip(" .")
    if plain in UNITS:
        return UNITS[plain]
    return UNITS.get(plain.removesuffix("s"), (plain, 1.0))


def in_base(measure: Measure) -> tuple[str, float, float | None]:
    """The measure as base unit, low and high; high None if open."""
    base, factor = unit_of(measure.unit)
    high = None if measure.hi is None else round(measure.hi * factor, PRECISION)
    return base, round(measure.lo * factor, PRECISION), high

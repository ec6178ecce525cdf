"""Units of measure."""

from __future__ import annotations

import re

NAMES: tuple[tuple[str, str], ...] = (
    (r"square[\s-]+(?:kilomet(?:re|er)s?|km)|sq\.?\s*km|km2", "sq km"),
    (r"square[\s-]+miles?|sq\.?\s*mi", "sq miles"),
    (r"square[\s-]+(?:met(?:re|er)s?|m)", "sq m"),
    (r"square[\s-]+(?:feet|foot)|sq\.?\s*ft", "sq feet"),
    (r"cubic[\s-]+met(?:re|er)s?", "cubic m"),
    (r"(?:kilomet(?:re|er)s?|km|kms)\s*(?:per\s+hour|an\s+hour|/h)|kph|km/h|kmh", "km/h"),
    (r"(?:miles?)\s*(?:per\s+hour|an\s+hour)|mph", "mph"),
    (r"kilomet(?:re|er)s?|kms?", "km"),
    (r"centimet(?:re|er)s?|cm", "cm"),
    (r"millimet(?:re|er)s?|mm", "mm"),
    (r"met(?:re|er)s?|m", "m"),
    (r"miles?", "miles"),
    (r"feet|foot|ft", "feet"),
    (r"inch(?:es)?", "inches"),
    (r"yards?|yds?", "yards"),
    (r"kilogram(?:me)?s?|kilos?|kgs?", "kg"),
    (r"grams?|grammes?", "g"),
    (r"lbs?|pounds?", "lb"),
    (r"ounces?|oz", "oz"),
    (r"metric\s+tons?|tonnes?", "tonnes"),
    (r"tons?", "tons"),
    (r"lit(?:re|er)s?", "litres"),
    (r"gallons?", "gallons"),
    (r"barrels?", "barrels"),
    (r"acres?", "acres"),
    (r"hectares?|ha", "hectares"),
    (r"degrees?|°", "degrees"),
    (r"kilotons?", "kilotons"),
    (r"megawatts?|MW", "MW"),
    (r"kilowatts?|kW", "kW"),
    (r"decibels?|dB", "dB"),
    (r"(?:stor(?:ey|eys|y|ies))", "storeys"),
    (r"seconds?|secs?", "seconds"),
    (r"minutes?|mins?", "minutes"),
    (r"hours?|hrs?", "hours"),
    (r"days?", "days"),
    (r"weeks?", "weeks"),
    (r"months?", "months"),
    (r"years?", "years"),
    (r"decades?", "decades"),
)
"""Patterns with the unit's name as it is given out; the longest comes before what it begins with."""
LENGTHS_OF_TIME = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades"})
_units = "|".join(f"(?P<u{number}>{pattern})" for number, (pattern, _) in enumerate(NAMES))
UNIT = re.compile(rf"(?:\s*-\s*|\s*)(?:{_units})(?![\w'])", re.IGNORECASE)


def unit_name(match: re.Match[str]) -> str:
    """The unit's name for a match of ``UNIT``."""
    return NAMES[int((match.lastgroup or "u0")[1:])][1]

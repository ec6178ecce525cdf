"""Distances, weights, durations, magnitudes and the like, as intervals in their own unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.quantities.bounds import bound_interval
from sayso.extract.quantities.kinds import AGE_BEHIND, MONEY_BEFORE
from sayso.extract.quantities.numerals import FIRST, NUMERAL, read_number
from sayso.extract.quantities.readings import MeasureReading
from sayso.extract.quantities.units import UNIT, unit_name

if TYPE_CHECKING:
    from sayso.model.layers import Layers, Sentence

HALVES = r"(?:\s+and\s+a\s+half|\s+1/2|½)?"
AMOUNT = re.compile(
    rf"{FIRST}(?<![\w.,:/])(?<!\w-)(?:(?P<low>(?>{NUMERAL}))(?:\s+(?:to|or|and)\s+|\s?-\s?))?"
    rf"(?P<number>{NUMERAL}|half\s+an?|an?)(?P<half>{HALVES})",
    re.IGNORECASE,
)
LOOSE = r"(?:\s+(?:about|around|at\s+least|more\s+than|over|nearly))?"
DECIMAL = r"(?P<number>\d{1,2}(?:\.\d+)?)"
MAGNITUDES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bmagnitude(?:\s+(?:of|at|was|is))?{LOOSE}[\s-]+{DECIMAL}(?![\w:]|\.\d)",
        rf"(?<![\w.]){DECIMAL}(?:[\s-]+(?:point\s+)?magnitude\b|\s+on\s+the\s+(?:Richter|moment|open)\b)",
        rf"\b(?:measur(?:ed|ing)|register(?:ed|ing))\s+(?:at\s+)?{DECIMAL}(?![\w:%]|\.\d|\s+\w*met)",
    )
)
TREMOR = re.compile(r"\b(?:earthquake|quake|tremor|aftershock|temblor|shock|jolt)(?=s?\b)", re.IGNORECASE)
QUAKE = re.compile(rf"{TREMOR.pattern}|Richter|seism", re.IGNORECASE)
DIRECTIONS = frozenset({
    "wide", "deep", "long", "high", "tall", "thick", "away", "north", "south", "east", "west", "northeast",
    "northwest", "southeast", "southwest", "apart", "from", "radius",
})  # fmt: skip
WHAT = re.compile(r"[\s-]+(?P<word>[a-z]+)\b", re.IGNORECASE)


def find_measures(layers: Layers) -> tuple[MeasureReading, ...]:
    """All measured amounts of one report, in text order, not overlapping.

    Bound words make intervals as for counts (STANDARDS 4); "more than" adds 1 to a whole
    number of units and nothing to a magnitude or a decimal. Money and ages are left out.
    """
    found: list[MeasureReading] = []
    for sentence in layers.sentences:
        text = layers.shadow[sentence.start : sentence.end]
        if sentence.furniture:
            continue
        here = sorted(
            [*_magnitudes(sentence, text), *_amounts(layers, sentence, text)], key=lambda m: (m.start, -m.end)
        )
        for reading in here:
            if not found or reading.start >= found[-1].end:
                found.append(reading)
    return tuple(found)


def _magnitudes(sentence: Sentence, text: str) -> list[MeasureReading]:
    if not QUAKE.search(text) and "magnitude" not in text.lower():
        return []
    readings = []
    for match in (m for pattern in MAGNITUDES for m in pattern.finditer(text)):
        number = float(match["number"])
        if not 0 < number < 10:
            continue
        outer, end, _, bounded = bound_interval(text, match.start(), match.end(), lo=number, hi=None, step=0)
        at = match.start() if bounded else match.start("number")
        inner, _, (low, high), _ = bound_interval(text, at, match.end(), lo=number, hi=None, step=0)
        start = min(outer, inner, match.start())
        quake = TREMOR.search(text, match.end()) or TREMOR.search(text)
        readings.append(
            MeasureReading(
                start=sentence.start + start,
                end=sentence.start + end,
                lo=low,
                hi=high,
                unit="magnitude",
                what=quake[0].lower() if quake else None,
            )
        )
    return readings


def _amounts(layers: Layers, sentence: Sentence, text: str) -> list[MeasureReading]:
    readings = []
    for match in AMOUNT.finditer(text):
        unit = UNIT.match(text, match.end())
        if (
            unit is None
            or AGE_BEHIND.match(text[match.end() :])
            or MONEY_BEFORE.search(text[: match.start()])
        ):
            continue
        reading = _read_amount(layers, sentence, text, match, unit)
        if reading:
            readings.append(reading)
    return readings


def _read_amount(
    layers: Layers, sentence: Sentence, text: str, match: re.Match[str], unit: re.Match[str]
) -> MeasureReading | None:
    high = _number(match["number"]) + (0.5 if match["half"] else 0)
    low = read_number(match["low"]) if match["low"] else None
    name = unit_name(unit)
    if low is not None and low >= high:
        return None
    if (
        name in {"m", "seconds"}
        and unit[0].strip().lower() in {"m", "second"}
        and not match["number"][-1].isdigit()
    ):
        return None
    whole = high.is_integer() and (low is None or float(low).is_integer())
    start, end, (floor, ceiling), _ = bound_interval(
        text,
        match.start(),
        unit.end(),
        lo=high if low is None else low,
        hi=None if low is None else high,
        step=1 if whole else 0,
    )
    if (
        re.search(r"\b(?:less|fewer|under|below)\b", text[start : match.start()], re.IGNORECASE)
        and floor == 0
    ):
        ceiling = high
    return MeasureReading(
        start=sentence.start + start,
        end=sentence.start + end,
        lo=float(floor),
        hi=None if ceiling is None else float(ceiling),
        unit=name,
        what=_what(layers, sentence.start + unit.end()),
    )


def _number(words: str) -> float:
    plain = words.lower()
    if plain in {"a", "an"}:
        return 1.0
    return 0.5 if re.fullmatch(r"half\s+an?", plain) else float(read_number(words))


def _what(layers: Layers, offset: int) -> str | None:
    """The direction, or the noun that the amount stands before or that "of" brings."""
    match = WHAT.match(layers.shadow, offset)
    if match is None:
        return None
    if match["word"].lower() in DIRECTIONS:
        return match["word"].lower()
    index = layers.token_at(match.start("word"))
    if index is None:
        return None
    tokens = layers.tokens
    if match["word"].lower() == "of":
        objects = [i for i in layers.children[index] if tokens[i].dep == "pobj"]
        return tokens[objects[0]].lemma if objects else None
    token = tokens[index]
    if token.dep == "compound" and tokens[token.head].pos == "NOUN":
        token = tokens[token.head]
    return token.lemma if token.pos == "NOUN" else None

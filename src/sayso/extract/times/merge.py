"""Neighbouring pieces that make one expression: "early Sunday", "Sunday night", "8 p.m. Friday"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.times.days import day_stretch, read_stretch
from sayso.extract.times.relative import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sayso.extract.times.expressions import Reading

EARLY_OR_LATE = re.compile(
    r"\b(?P<word>early|earlier|late|later|mid|(?:the\s+)?(?P<edge>start|beginning|middle|end|close)\s+of)"
    r"(?:[\s-]+(?:on|in|of))?[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
TOGETHER = re.compile(r"(?:,?\s+|,)")
PART_AFTER = re.compile(r",?\s+(?:in\s+|during\s+)?")
OF_DAY = re.compile(r",?\s+(?:of|on)\s+|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A reading with the offsets of its words in the sentence."""

    start: int
    end: int
    reading: Reading


def join_neighbours(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Pieces of one passage in text order, with those that belong together joined."""
    joined: list[Placed] = []
    for piece in placed:
        here = _with_modifier(text, piece, after=joined[-1].end if joined else 0)
        while joined and (both := _joined(text, joined[-1], here)):
            joined.pop()
            here = both
        joined.append(here)
    return joined


def _with_modifier(text: str, piece: Placed, *, after: int) -> Placed:
    if piece.reading.kind != "date" or piece.reading.value.endswith("REF"):
        return piece
    match = EARLY_OR_LATE.search(text[after : piece.start])
    if match is None:
        return piece
    reading = narrow(piece.reading, match["edge"] or match["word"])
    if reading.precision == "day":
        reading = replace(reading, precision="part of day")
    return Placed(start=after + match.start(), end=piece.end, reading=reading)


def _joined(text: str, left: Placed, right: Placed) -> Placed | None:
    a, b, gap = left.reading, right.reading, text[left.end : right.start]
    if _is_day(a) and _is_day(b) and TOGETHER.fullmatch(gap) and a.anchored != "self" and _same_day(a, b):
        return _both(left, right, b if b.stretch or not a.stretch else a)
    if _is_part(b) and PART_AFTER.fullmatch(gap) and not text[right.end :].lstrip().startswith("of "):
        if _is_day(a):
            return _both(left, right, _dated(b, a))
        if a.clock and a.stretch and not b.clock:
            return _both(left, right, a)
    if _is_part(a) and _is_day(b) and OF_DAY.fullmatch(gap):
        return _both(left, right, _dated(a, b))
    return None


def _same_day(a: Reading, b: Reading) -> bool:
    """Whether a weekday and a date that stand together can be one day: the date decides, if it is sure."""
    if not a.value.startswith("XXXX-W") and not a.stretch:
        return False
    if b.anchored == "self" or not (a.stretch and b.stretch):
        return True
    return a.stretch.first.weekday() == b.stretch.first.weekday()


def _both(left: Placed, right: Placed, reading: Reading) -> Placed:
    return Placed(start=left.start, end=right.end, reading=reading)


def _is_day(reading: Reading) -> bool:
    return reading.precision in {"day", "part of day"} and (
        reading.kind == "date" or "T" not in reading.value[4:] or False
    )


def _is_part(reading: Reading) -> bool:
    return reading.kind == "time" and reading.value.startswith("XXXX-XX-XXT")


def _dated(part: Reading, day: Reading) -> Reading:
    """A time of day on a day."""
    return replace(
        part,
        value=day.value + part.value[len("XXXX-XX-XX") :],
        stretch=day.stretch,
        anchored=day.anchored,
    )


def lend_days(
    pieces: Sequence[Placed], *, breaks: Sequence[int], reference: date | None, context: bool
) -> list[Placed]:
    """Lend a day to clock times and parts of the day that have none.

    Args:
        pieces: Readings of one passage in text order.
        breaks: Where its sentences end.
        reference: The last day named before the passage; None if there is none.
        context: Whether a day of another sentence may be lent.

    Returns:
        The same pieces; a time of day takes the nearest day before it in its sentence,
        else the nearest behind it, else the last day named before. Beside "Saturdays" or
        "every day" it takes none.
    """
    found: list[Placed] = []
    for number, piece in enumerate(pieces):
        if _is_part(piece.reading):
            place = bisect_left(breaks, piece.end)
            ordered = (*reversed(pieces[:number]), *pieces[number + 1 :])
            beside = [p.reading for p in ordered if bisect_left(breaks, p.end) == place]
            found.append(replace(piece, reading=_lent(piece.reading, beside, reference if context else None)))
        else:
            found.append(piece)
        reference = found[-1].reading.day or reference
    return found


def _lent(part: Reading, beside: list[Reading], reference: date | None) -> Reading:
    if any(reading.kind == "set" for reading in beside):
        return part
    near = next((r for r in beside if r.day and r.kind in {"date", "time"}), None)
    if near and near.day:
        return _dated(part, replace(near, value=near.day.isoformat()))
    if reference:
        return _dated(part, read_stretch(day_stretch(reference), anchored="context"))
    return part

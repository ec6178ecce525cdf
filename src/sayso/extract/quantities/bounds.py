"""Bound words around a number, and the interval they make of it (STANDARDS 4)."""

from __future__ import annotations

import re
from collections.abc import Callable

Interval = tuple[float, float | None]
Bound = Callable[[float, float | None, float], Interval]


def tolerance(number: float) -> float:
    """How far "about N" reaches: max(1, N/10) (STANDARDS 4)."""
    return max(1.0, number / 10)


def _at_least(lo: float, _hi: float | None, _step: float) -> Interval:
    return lo, None


def _up_to(lo: float, hi: float | None, _step: float) -> Interval:
    return 0, lo if hi is None else hi


def _just_over(lo: float, _hi: float | None, step: float) -> Interval:
    return lo + step, lo + tolerance(lo)


def _just_under(lo: float, _hi: float | None, step: float) -> Interval:
    return max(0, lo - tolerance(lo)), max(0, lo - step)


def _more_than(lo: float, _hi: float | None, step: float) -> Interval:
    return lo + step, None


def _fewer_than(lo: float, _hi: float | None, step: float) -> Interval:
    return 0, max(0, lo - step)


def _nearly(lo: float, hi: float | None, _step: float) -> Interval:
    return max(0, lo - tolerance(lo)), lo if hi is None else hi


def _about(lo: float, hi: float | None, _step: float) -> Interval:
    top = lo if hi is None else hi
    return max(0, lo - tolerance(lo)), top + tolerance(top)


BOUNDS: tuple[tuple[str, Bound], ...] = (
    (
        r"at\s+least|(?:no|not)\s+(?:fewer|less)\s+than|an?\s+minimum\s+of|minimum",
        _at_least,
    ),
    (
        r"up\s+to|as\s+(?:many|much)\s+as|at\s+(?:the\s+)?most|(?:no|not)\s+more\s+than|a\s+maximum\s+of|maximum",
        _up_to,
    ),
    (r"just\s+over|(?:little|slightly)\s+more\s+than|slightly\s+over", _just_over),
    (r"just\s+under|(?:just|slightly)\s+(?:less|fewer)\s+than|slightly\s+under", _just_under),
    (
        (
            r"(?:(?:well|far|many|significantly)\s+)?more\s+than|(?:(?:well|far)\s+)?over|(?:well\s+)?above|"
            r"upwards?\s+of|in\s+excess\s+of|exceeding|greater\s+than|beyond"
        ),
        _more_than,
    ),
    (r"(?:(?:far|well)\s+)?(?:fewer|less)\s+than|(?:well\s+)?under|(?:well\s+)?below", _fewer_than),
    (r"nearly|almost|close\s+to|approaching|not\s+quite|nearing|virtually", _nearly),
    (
        (
            r"about|around|roughly|approximately|some|circa|approx\.?|an\s+estimated|estimated|perhaps|maybe|"
            r"more\s+or\s+less"
        ),
        _about,
    ),
)
"""Words before a number, with what makes an interval of it: lowest, highest (None if single), step."""
AFTER: tuple[tuple[str, Bound], ...] = (
    (
        r"\s+(?:or|and)\s+more\b|\s*\+|\s+plus\b|\s+at\s+least\b|\s+and\s+(?:counting|rising)\b",
        _at_least,
    ),
    (r"\s+or\s+(?:fewer|less)\b|\s+at\s+(?:the\s+)?most\b", _up_to),
    (r"\s+or\s+so\b|\s*-\s*odd\b|\s+odd\b", _about),
)
"""Words behind a number."""
_before = "|".join(f"(?P<b{n}>{words})" for n, (words, _) in enumerate(BOUNDS))
BEFORE_NUMBER = re.compile(rf"\b(?:{_before})\s+(?:a\s+total\s+of\s+|the\s+)?$", re.IGNORECASE)
BEHIND_NUMBER = re.compile(
    "|".join(f"(?P<a{n}>{words})" for n, (words, _) in enumerate(AFTER)), re.IGNORECASE
)
LOOK_BACK = 40
"""Characters before a number in which bound words are looked for."""


def bound_interval(
    text: str, start: int, end: int, *, lo: float, hi: float | None, step: float = 1
) -> tuple[int, int, Interval, bool]:
    """The interval for a number (or range) with the bound words around it.

    Args:
        text: The sentence.
        start: Where the number begins in it.
        end: Where the number ends in it.
        lo: The number, or the lower end of a range.
        hi: The upper end of a range; None for a single number.
        step: What "more than" adds: 1 for whole things.

    Returns:
        Start and end of the wording, the interval, and whether bound words were found.
    """
    back = max(0, start - LOOK_BACK)
    found = BEFORE_NUMBER.search(text[back:start])
    if found and found.lastgroup:
        return back + found.start(), end, BOUNDS[int(found.lastgroup[1:])][1](lo, hi, step), True
    behind = BEHIND_NUMBER.match(text, end)
    if behind and behind.lastgroup:
        return start, behind.end(), AFTER[int(behind.lastgroup[1:])][1](lo, hi, step), True
    return start, end, (lo, lo if hi is None else hi), False

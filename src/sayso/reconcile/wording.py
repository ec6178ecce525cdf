"""Values and sources in plain words, for reasons and questions (STANDARDS 11)."""

from __future__ import annotations

from sayso.model.claims import AUTHOR, UNNAMED
from sayso.model.values import (
    Answer,
    Claimed,
    Condition,
    Count,
    Days,
    Measure,
    Responsibility,
    Text,
    TimeOfDay,
    Value,
)

STATES = {
    "unharmed": "unharmed",
    "minor": "slightly hurt",
    "injured": "injured",
    "serious": "seriously hurt",
    "killed": "killed",
}
NOBODY_NAMED = "an unnamed source"
"""What a source is called of which nothing is said."""
STATUSES = {
    "convicted": "convicted by a court",
    "claimed": "takes responsibility",
    "accused_by_other": "accused by another",
    "suspected_by_authorities": "suspected by authorities",
    "blamed_unsourced": "blamed without a source",
    "stated_by_author": "named in a report's own voice",
    "mentioned": "mentioned",
    "denied": "denies it",
    "cleared": "cleared",
}


def value_text(value: Value) -> str:  # noqa: PLR0911 -- one for each kind of value
    """A value in words.

    >>> value_text(Count(lo=12, hi=None)), value_text(Count(lo=3, hi=4))
    ('at least 12', '3 to 4')
    """
    match value:
        case Count(lo=lo, hi=hi):
            return range_text(lo, hi)
        case Measure(lo=lo, hi=hi, unit=unit):
            return f"{range_text(lo, hi)} {unit}".strip()
        case Days(start=start, end=end):
            return start if start == end else f"{start} to {end}"
        case TimeOfDay(text=text, zone=zone):
            return f"{text} {zone}" if zone else text
        case Condition(person=person, state=state):
            return f"{person}: {STATES.get(state, state)}"
        case Responsibility(party=party, status=status):
            return f"{party}: {STATUSES.get(status, status)}"
        case Claimed(answer=answer, party=party):
            return f"{answer}, by {party}" if party else answer
        case Text(text=words) | Answer(answer=words):
            return words
    return str(value)


def range_text(lo: float, hi: float | None) -> str:
    """An interval of numbers in words."""
    if hi is None:
        return f"at least {lo:g}" if lo else "any number"
    if lo == hi:
        return f"{lo:g}" if lo % 1 else f"{lo:.0f}"
    return f"up to {hi:g}" if lo == 0 else f"{lo:g} to {hi:g}"


def source_text(source: str) -> str:
    """A claim's source as it reads in a sentence."""
    if source == AUTHOR:
        return "the report's own voice"
    if source.startswith(UNNAMED):
        words = source.removeprefix(UNNAMED).strip()
        return f"unnamed {words}" if words not in {"", "not specified"} else NOBODY_NAMED
    return source


def listed(parts: list[str], *, most: int = 4) -> str:
    """Parts joined as a sentence joins them; beyond the most that are shown, a count.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(parts) > most:
        parts = [*parts[: most - 1], f"{len(parts) - most + 1} more"]
    return parts[0] if len(parts) == 1 else " and ".join([", ".join(parts[:-1]), parts[-1]]) if parts else ""

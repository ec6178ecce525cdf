"""Values, dates and statuses in plain words (STANDARDS 3-5, 11)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.model.dossier import Relation, Verdict
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

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LOADED = re.compile(
    r"\b(terroris\w*|murder\w*|guilt\w*|admit\w*|claimed|confirmed|clearly|alleged\w*|massacr\w*|martyr\w*"
    r"|regime|thugs?|savage\w*|butcher\w*|so-called|innocent)\b",
    re.IGNORECASE,
)
"""Words that judge (STANDARDS 11.5, and their kin); a report's are shown in quotation marks."""

VAGUE = re.compile(
    r"\b(several|a few|few|many|some"
    r"|(?:dozens|scores|tens|hundreds|thousands)(?: of (?:thousands|millions))?)\b",
    re.IGNORECASE,
)
"""Number words that name no number; shown beside the interval they stand for."""
FEWEST = {"several": 2, "a few": 2, "few": 2, "many": 2, "some": 2}
"""What the small ones stand for (STANDARDS 4); with another number they count something else."""
TWO = re.compile(r"\b(two|couple|pair|2)\b", re.IGNORECASE)
"""With none of these a lower bound of two is a bare plural ("guards"), which names no number."""

CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
LONG_NAME = 90
"""A source's name or description is cut in a sentence beyond this many characters."""
LONG_PASSAGE = 180
"""Characters of a passage that a list shows; its link leads to all of it."""
ISOLATE, POP = "\u2068", "\u2069"

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

STATES = {
    "unharmed": "unharmed",
    "minor": "slightly hurt",
    "injured": "injured",
    "serious": "seriously injured",
    "killed": "killed",
}

STATUSES = {
    "convicted": "a court verdict against {party}",
    "claimed": "{party} took responsibility",
    "accused_by_other": "accusation against {party}",
    "suspected_by_authorities": "suspicion against {party}, voiced by an authority",
    "blamed_unsourced": "blame put on {party}, by nobody named",
    "stated_by_author": "{party} named as responsible in a report's own voice",
    "mentioned": "{party} mentioned in connection with it",
    "denied": "denial by {party}",
    "cleared": "{party} cleared",
}
"""STANDARDS 3, in words that say who does what and accuse nobody."""

RELATIONS = {
    Relation.EQUAL: "is the same as",
    Relation.REFINES: "lies within, and is more exact than,",
    Relation.OVERLAPS: "partly agrees with",
    Relation.CONFLICTS: "cannot be squared with",
    Relation.SUPERSEDES: "takes the place of",
    Relation.INCOMPARABLE: "cannot be compared with",
}

VERDICTS = {
    Verdict.CORROBORATED: "Agreed",
    Verdict.COMPATIBLE: "Compatible",
    Verdict.ONE_SIDE: "One side only",
    Verdict.SINGLE_ORIGIN: "One origin only",
    Verdict.DISPUTED: "Disputed",
    Verdict.UNSOURCED: "No traceable source",
    Verdict.SUPERSEDED: "Superseded",
    Verdict.RETRACTED: "Withdrawn",
    Verdict.REFUTED: "Refuted by an analyst",
    Verdict.STATED_UNKNOWN: "Said to be unknown",
    Verdict.NOT_REPORTED: "Not reported",
}


def plain(words: str) -> str:
    """Words of a report, made safe to set among ours: on one line, with no direction controls.

    Words that run from right to left are isolated, so that they move nothing around them.
    """
    flat = " ".join(CONTROLS.sub("", words).split())
    return f"{ISOLATE}{flat}{POP}" if RIGHT_TO_LEFT.search(flat) else flat


def shortened(words: str) -> str:
    """The words, cut between two of them beyond `LONG_NAME` characters."""
    if len(words) <= LONG_NAME:
        return words
    return f"{words[:LONG_NAME].rpartition(' ')[0] or words[:LONG_NAME]} …"


def clipped(words: str, *, most: int = LONG_PASSAGE) -> str:
    """A report's words, cut between two of them beyond so many characters, or within one that is longer."""
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def quoted_if_loaded(words: str, wording: str) -> str:
    """The words as they are or, if they judge, the report's exact wording in quotation marks."""
    return f"“{plain(wording)}”" if LOADED.search(words) else plain(words)


def listing(parts: Sequence[str], *, last: str = "and") -> str:
    """Parts as a sentence lists them.

    >>> listing(("a", "b", "c"))
    'a, b and c'
    """
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "report"), counted(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentence_case(words: str) -> str:
    """The words with the first letter in upper case; a web address keeps its own."""
    return words if "." in words.partition(" ")[0].rstrip(".") else words[:1].upper() + words[1:]


def day_words(start: str, end: str) -> str:
    """Days in words; as they are if they are not ISO dates.

    >>> day_words("2031-03-03", "2031-03-03"), day_words("2031-03-03", "2031-03-05")
    ('3 March 2031', '3 to 5 March 2031')
    """
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return plain(start if start == end else f"{start} to {end}")
    return _days_between(first, last)


def _days_between(first: date, last: date) -> str:
    ends = f"{last.day} {_month(last)} {last.year}"
    after = last + timedelta(days=1) if last < date.max else last
    if first == last:
        return ends
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        return f"{first.year} to {last.year}" if first.year < last.year else str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == after.day == 1
        return f"{_month(last)} {last.year}" if whole else f"{first.day} to {ends}"
    years = f" {first.year}" if first.year < last.year else ""
    return f"{first.day} {_month(first)}{years} to {ends}"


def _month(day: date) -> str:
    # strftime would speak the language of the machine.
    return MONTHS[day.month - 1]


def number_words(number: float) -> str:
    """A number with thousands set apart and no empty decimals."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.6g}"


def interval_words(lo: float, hi: float | None, *, unit: str = "") -> str:
    """An interval in words.

    >>> [interval_words(6, 6), interval_words(12, None), interval_words(3, 5), interval_words(0, 9)]
    ['6', 'at least 12', 'between 3 and 5', 'up to 9']
    """
    tail = f" {plain(unit)}" if unit else ""
    if hi is None:
        return (f"at least {number_words(lo)}" if lo else "an unstated number") + tail
    if lo == hi:
        return ("none" if lo == 0 and not unit else number_words(lo)) + tail
    if lo == 0:
        return f"up to {number_words(hi)}{tail}"
    return f"between {number_words(lo)} and {number_words(hi)}{tail}"


def value_words(value: Value, *, wording: str = "") -> str:
    """An answer in words.

    Args:
        value: The answer.
        wording: The words of a report that give it; where the answer is itself in words
            that judge, these are quoted instead.
    """
    phrase = _PHRASES.get(type(value))
    return phrase(value, wording) if phrase else plain(wording)


def _count(value: Count, wording: str) -> str:
    vague = VAGUE.search(wording)
    words = vague[0].lower() if vague else ""
    if value.hi is None and words and FEWEST.get(words, value.lo) == value.lo > 1:
        return f"{words} ({number_words(value.lo)} or more)"
    if (value.lo, value.hi) == (2, None) and wording and not TWO.search(wording):
        return "several (2 or more)"
    return interval_words(value.lo, value.hi)


def _time(value: TimeOfDay, _wording: str) -> str:
    told = value.zone is None or value.zone.casefold() in value.text.casefold()
    return plain(value.text if told else f"{value.text} ({value.zone})")


def _condition(value: Condition, _wording: str) -> str:
    return f"{plain(value.person)}: {STATES.get(value.state, plain(value.state))}"


def _responsibility(value: Responsibility, _wording: str) -> str:
    pattern = STATUSES.get(value.status, "{party}: " + value.status.replace("_", " "))
    return pattern.format(party=plain(value.party))


def _claimed(value: Claimed, _wording: str) -> str:
    party = plain(value.party) if value.party else None
    if value.answer == "no":
        return f"{party} has not taken responsibility" if party else "nobody has taken responsibility"
    return f"{party or 'somebody'} took responsibility"


_PHRASES: dict[type[Value], Callable[..., str]] = {
    Count: _count,
    Measure: lambda value, _wording: interval_words(value.lo, value.hi, unit=value.unit),
    Days: lambda value, _wording: day_words(value.start, value.end),
    TimeOfDay: _time,
    Text: lambda value, wording: quoted_if_loaded(value.text, wording),
    Condition: _condition,
    Responsibility: _responsibility,
    Claimed: _claimed,
    Answer: lambda value, wording: quoted_if_loaded(value.answer, wording),
}

"""Times of day as the minutes they allow, so that wordings compare (STANDARDS 5).

A time is read as intervals of minutes since midnight for each clock it names: ``local``
for the scene's own clock or none at all, otherwise the zone's abbreviation. Intervals may
run past midnight (a night ends after minute 1440).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.dossier import Relation
from sayso.reconcile.comparison import Comparison, compare_ranges, incomparable
from sayso.reconcile.phrases import fold

DAY = 24 * 60
LOCAL = "local"
SLACK = 9
"""Minutes either side of "about", and of a bare full or half hour, which people round (s).

Less than ten, so that two rounded times twenty minutes apart do not touch.
"""

UTC_NAMES = frozenset({"gmt", "utc", "zulu", "z"})
ZONES = re.compile(r"\b(gmt|utc|zulu|bst|cet|cest|eet|eest|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|msk|local)\b")

# Parts of the day in hours; wide, because newspapers use them loosely (s).
PARTS: tuple[tuple[str, float, float], ...] = (
    (r"early (?:in the )?(?:morning|hours)|small hours|pre-?dawn|before dawn", 0, 8),
    (r"early evening", 16, 20),
    (r"early afternoon", 12, 15),
    (r"late afternoon", 15, 19),
    (r"late (?:in the )?evening|late (?:at )?night|late on", 20, 26),
    (r"mid-?morning", 8, 12),
    (r"dawn|daybreak|sunrise", 4, 8),
    (r"dusk|sunset|nightfall", 16, 22),
    (r"morning", 0, 12),
    (r"midday|lunch\s?time", 11, 14),
    (r"afternoon", 12, 19),
    (r"evening", 16, 23.9),
    (r"overnight|night", 18, 32),
    (r"early", 0, 9),
    (r"late", 18, 26),
)
NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
HALF = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"
CLOCK = re.compile(
    r"\b(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})|(?P<military>[0-2]\d[0-5]\d)(?:\s?(?:hours|hrs|h))?"
    r"|(?P<full>\d{1,2})(?=\s*[ap]\.?\s?m\b|\s*o'?\s?clock|\s+in the (?:morning|afternoon|evening))"
    r"|(?P<word>" + "|".join(NUMBER_WORDS) + r")(?=\s*o'?\s?clock|\s+in the |\s*[ap]\.?m\b)"
    r"|(?P<noon>noon|midday)|(?P<midnight>midnight))(?:\s*o'?\s?clock)?" + HALF
)
CLOSENESS = (Relation.EQUAL, Relation.REFINES, Relation.OVERLAPS, Relation.CONFLICTS)
AFTERNOON = re.compile(r"afternoon|evening|at night")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTime:
    """A time of day: for each clock the minutes it allows, bounds included."""

    ranges: tuple[tuple[str, tuple[float, float]], ...]

    def on(self, clock: str) -> tuple[float, float] | None:
        """The interval on one clock; None if the report does not use that clock."""
        return dict(self.ranges).get(clock)


def read_clock(text: str, *, zone: str | None = None) -> ClockTime | None:
    """Read a time of day as worded; None if no time is recognised.

    >>> read_clock("noon", zone="GMT").ranges
    (('utc', (711, 729)),)
    >>> read_clock("about 8:10 p.m.").ranges
    (('local', (1201, 1219)),)
    """
    plain = fold(text)
    zone = None if ZONES.search(plain) else zone
    found: dict[str, tuple[float, float]] = {}
    matches = list(CLOCK.finditer(plain))
    for place, match in enumerate(matches):
        end = matches[place + 1].start() if place + 1 < len(matches) else len(plain)
        clock = clock_name(plain[match.end() : end], zone if place == 0 else None)
        before = plain[matches[place - 1].end() if place else 0 : match.start()]
        interval = widen(minute_of(match, plain[match.end() : end]), before=before)
        known = found.get(clock)
        between = known is not None and re.search(r"\b(?:and|to|until)\b|[-–]", before)
        found[clock] = (known[0], interval[1]) if known and between else (known or interval)
    if not found and (part := part_of_day(plain)):
        found[clock_name(plain, zone)] = part
    return ClockTime(ranges=tuple(sorted(found.items()))) if found else None


def clock_name(after: str, zone: str | None) -> str:
    """Which clock a time is given on: the zone that follows it, or the one stated."""
    match = ZONES.search(after) or ZONES.search(fold(zone or ""))
    if match is None or match[1] == LOCAL:
        return LOCAL
    return "utc" if match[1] in UTC_NAMES else match[1]


def minute_of(match: re.Match[str], after: str) -> float:
    """Minutes since midnight of one clock time."""
    if match["noon"]:
        return 12 * 60
    if match["midnight"]:
        return DAY
    if match["military"]:
        return int(match["military"][:2]) * 60 + int(match["military"][2:])
    hour = NUMBER_WORDS[match["word"]] if match["word"] else int(match["hour"] or match["full"])
    late = match["half"] == "p" or (not match["half"] and AFTERNOON.search(after) is not None)
    if hour < 12 and late:
        hour += 12
    elif hour == 12 and match["half"] == "a":
        hour = 0
    return hour * 60 + int(match["minute"] or 0)


def widen(minute: float, *, before: str) -> tuple[float, float]:
    """The minutes that a clock time allows, given the words before it."""
    lead = before[-24:]
    if re.search(r"\b(?:almost|nearly|shortly before|just before|not quite)\s*(?:at\s*)?$", lead):
        return minute - SLACK, minute
    if re.search(r"\b(?:shortly after|just after)\s*$", lead):
        return minute, minute + 2 * SLACK
    if re.search(r"\bafter\s*$", lead):
        return minute, minute + 60
    if re.search(r"\bbefore\s*$", lead):
        return minute - 60, minute
    rounded = minute % 30 == 0 or re.search(r"\b(?:about|around|approximately|roughly|some|circa)\s*$", lead)
    return (minute - SLACK, minute + SLACK) if rounded else (minute, minute)


def part_of_day(plain: str) -> tuple[float, float] | None:
    """The minutes of a part of the day such as "early morning"; None if there is none."""
    for pattern, start, end in PARTS:
        if re.search(rf"\b(?:{pattern})\b", plain):
            return start * 60, end * 60
    return None


def compare_times(a: ClockTime, b: ClockTime, *, names: tuple[str, str]) -> Comparison:
    """Compare two times on a clock they share; different clocks cannot be compared."""
    shared = [clock for clock, _ in a.ranges if b.on(clock)]
    if not shared:
        return incomparable(
            f"{names[0]} and {names[1]} are on different clocks; a time zone can explain the gap"
        )
    clock = shared[0]
    first, second = a.on(clock) or (0, 0), b.on(clock) or (0, 0)
    found = [
        compare_ranges(first, (second[0] + shift, second[1] + shift), names=names) for shift in (0, DAY, -DAY)
    ]
    return min(found, key=lambda comparison: CLOSENESS.index(comparison.relation))

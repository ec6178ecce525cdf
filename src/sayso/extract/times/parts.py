"""Parts of a day: "tonight", "this morning", "last night", "at dawn"."""

from __future__ import annotations

import re

from sayso.extract.times.days import WEEKDAY, day_stretch, read_published, read_stretch, shift_days
from sayso.extract.times.expressions import Reading, Scene, Stretch, form

PART_CODES = {
    "morning": "TMO", "dawn": "TMO", "early hours": "TMO", "small hours": "TMO", "early morning": "TMO",
    "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "night": "TNI", "late night": "TNI",
    "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00",
}  # fmt: skip
NUMBERS_OF_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}
DAY_BEFORE = re.compile(
    rf"(?:{WEEKDAY}|\b(?:yesterday|today|tomorrow)|\b\d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}),?\s+$"
)
PART_CUE = re.compile(
    r"\b(?:at|before|by|since|until|around|after)\s+$|\b(?:in|during|of|on|by|through)\s+$", re.IGNORECASE
)


def part_code(words: str) -> str:
    """TIMEX3's ending for a part of the day."""
    return PART_CODES[re.sub(r"\s+", " ", words.lower())]


def with_part(reading: Reading, code: str) -> Reading:
    """A part of the day that the reading stands for."""
    clock = code[1:] if ":" in code else None
    return Reading(
        kind="time",
        value=reading.value + code,
        precision="part of day",
        stretch=reading.stretch,
        anchored=reading.anchored,
        clock="00:00" if clock == "24:00" else clock,
    )


def read_named_day(match: re.Match[str], scene: Scene) -> Reading:
    """Read "today", "yesterday", "tomorrow"; "tonight" and "overnight" are parts of a day."""
    word = match["word"].lower()
    shift = NUMBERS_OF_DAYS[word]
    reading = read_published(
        scene, lambda day: day_stretch(shift_days(day, shift)), blank="XXXX-XX-XX", precision="day"
    )
    if word == "overnight":
        return _night_before(reading)
    return with_part(reading, "TNI") if word == "tonight" else reading


def _night_before(reading: Reading) -> Reading:
    stretch = reading.stretch
    if stretch is None:
        return with_part(reading, "TNI")
    first = shift_days(stretch.first, -1)
    wide = Stretch(first=first, last=stretch.last, value=first.isoformat(), precision="days")
    return with_part(read_stretch(wide, anchored=reading.anchored), "TNI")


def read_this_part(match: re.Match[str], scene: Scene) -> Reading:
    """Read "this morning", "last night" (which may run into the report's own day)."""
    today = read_published(scene, day_stretch, blank="XXXX-XX-XX", precision="day")
    if match["rank"].lower() == "last":
        return _night_before(today)
    return with_part(today, part_code(match["part"]))


def read_bare_part(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "in the afternoon", "at dawn", or "night" behind a day, which then lends it its date."""
    part, cue = match["part"].lower(), PART_CUE.search(scene.before)
    lone = part in {"night", "dawn", "dusk", "morning", "evening", "afternoon"} and not match["det"]
    if lone and not DAY_BEFORE.search(scene.before) and not (cue and part in {"night", "dawn", "dusk"}):
        return None
    if match["det"] and not cue and not re.match(r"\s+(?:of|before|after)\b", scene.after):
        return None
    return with_part(Reading(kind="time", value="XXXX-XX-XX", precision="part of day"), part_code(part))


FORMS = (
    form(
        read_named_day,
        r"(?i)\b(?P<word>today|tonight|yesterday|tomorrow|overnight)\b(?!\s+show)",
        needs=("today", "tonight", "yesterday", "tomorrow", "overnight"),
    ),
    form(
        read_this_part,
        r"(?i)\b(?P<rank>this|last)\s+(?P<part>(?:early\s+|late\s+)?(?:morning|afternoon|evening|night))\b",
        needs=("morning", "afternoon", "evening", "night"),
    ),
    form(
        read_bare_part,
        r"(?i)\b(?P<det>the\s+)?(?P<part>early\s+hours|small\s+hours|early\s+morning|late\s+night|",
        r"morning|afternoon|evening|night|dawn|dusk)(?:\s+hours)?\b(?!-)",
        needs=("hours", "morning", "night", "afternoon", "evening", "dawn", "dusk"),
    ),
)
"""All forms of this module; the longest match at a place wins, then the first in the table."""

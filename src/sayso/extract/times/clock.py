"""Times of day: one function for each form they are printed in."""

from __future__ import annotations

import re

from sayso.extract.times.expressions import Reading, Scene, form

WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
         "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
HALF = r"(?P<half>a\.m\.|p\.m\.|[ap]\.?\s?m\b\.?(?=\W|$))"
ZONE_NAME = (
    r"GMT(?:[+-]\d+)?|UTC(?:[+-]\d+)?|[ECMP][SD]?T|BST|CES?T|EES?T|MSK|IST|[A-Z]{1,3}ST|local(?:\s+(?:time|hour))?|"
    r"(?:Eastern|Central|Mountain|Pacific)(?:\s+(?:Standard|Daylight))?(?:\s+[Tt]ime)?|[A-Z][a-z]+\s+time"
)
ZONE = rf"(?-i:\s*\((?P<zone_in>{ZONE_NAME})\)|\s+(?P<zone>{ZONE_NAME})\b)?"
"""A time zone with or without brackets; capitals count, so that "5 pm is" names none."""
OTHER_ZONE = (
    r"(?:\s*\((?:\d{1,2}[:.]?\d{2}|\d{1,2})(?:\s*[ap]\.?m\.?)?\s*(?:GMT|UTC|[A-Z]{2,4}T|local(?:\s+time)?)\s*\)|"
    r"\s*/\s*\d{1,2}[:.]?\d{2}\s*(?:GMT|UTC)\b)?"
)
"""The same moment in a second zone: "3 p.m. (1200 GMT)"."""
CUE = re.compile(
    r"\b(?:(?P<plain>at)|by|around|about|until|till|since|from|before|after|almost|nearly|approximately)\s+"
    r"(?:(?:about|around|almost|nearly|approximately|exactly|precisely|some|just\s+(?:after|before))\s+)?$",
    re.IGNORECASE,
)
YEARS = range(1700, 2060)
"""Four digits in this range are a year unless "at" or "hours" says otherwise."""


def _time(match: re.Match[str], hour: int, minute: int) -> Reading | None:
    if hour > 24 or minute > 59:
        return None
    clock = f"{hour % 24:02}:{minute:02}"
    groups = match.groupdict()
    zone = groups.get("zone") or groups.get("zone_in")
    if zone and zone.lower().startswith("local"):
        zone = "local"
    return Reading(kind="time", value=f"XXXX-XX-XXT{clock}", precision="part of day", clock=clock, zone=zone)


def read_half_day(match: re.Match[str], _scene: Scene) -> Reading | None:
    """Read "4:40 p.m.", "8 PM", "5.10 pm", "3 p.m. (1200 GMT)"."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 12:
        return _time(match, hour, minute)
    return _time(match, hour % 12 + 12 * (match["half"][0] in "pP"), minute)


def read_clock(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "15:00 GMT", "9:30"; a score or a verse is not a time."""
    if re.match(r"\s*(?:win|victory|defeat|lead|margin)\b", scene.after) or scene.before.rstrip().endswith(
        "|"
    ):
        return None
    return _time(match, int(match["hour"]), int(match["minute"]))


def read_bare_digits(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "0735", "1200 GMT": four digits behind "at", with a zone or "hours", or too low for a year."""
    cue, number = CUE.search(scene.before), int(match["hour"] + match["minute"])
    marked = bool(match["zone"] or match["zone_in"] or match["hours"])
    early = cue is not None and number not in YEARS
    if not marked and not early and not (cue and cue["plain"]):
        return None
    if not marked and re.match(r"\s+[a-z]+s\b", scene.after) and match["hour"][0] != "0":
        return None
    return _time(match, int(match["hour"]), int(match["minute"]))


def read_oclock(match: re.Match[str], _scene: Scene) -> Reading | None:
    """Read "five o'clock in the evening", "three in the afternoon"."""
    word = match["number"].lower()
    hour, part = WORDS.get(word) or int(word), (match["part"] or "").lower()
    late = part in {"afternoon", "evening"} or (part == "night" and hour > 5)
    return _time(match, hour % 12 + 12 if late else hour, 0)


def read_noon(match: re.Match[str], _scene: Scene) -> Reading | None:
    """Read "noon", "midnight"."""
    return _time(match, 0 if match["word"].lower() == "midnight" else 12, 0)


NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(WORDS)})"
NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(WORDS)})"
PART = r"(?P<part>morning|afternoon|evening|night)"
FORMS = (
    form(
        read_half_day,
        rf"(?i)(?<![\w:.,$])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s?{HALF}{ZONE}{OTHER_ZONE}",
        needs=("am", "a.m", "a m", "pm", "p.m", "p m"),
    ),
    form(
        read_clock,
        r"(?<![\w:.,$])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:])",
        rf"(?:\s*(?:hrs|hours|h)\b)?{ZONE}{OTHER_ZONE}",
        needs=(":",),
    ),
    form(
        read_bare_digits,
        r"(?<![\w:.,$/-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?![\w,:/-]|\.\d)",
        rf"(?P<hours>\s*(?:hrs|hours|h)\b)?{ZONE}{OTHER_ZONE}",
    ),
    form(
        read_oclock,
        rf"(?i)\b{NUMBER}\s+o'clock(?:\s+(?:in\s+the|at)\s+{PART})?",
        needs=("o'clock",),
    ),
    form(read_oclock, rf"(?i)\b{NUMBER}\s+in\s+the\s+{PART}\b", needs=(" in the ",)),
    form(
        read_noon,
        rf"(?i)\b(?P<word>noon|midday|midnight)\b(?:\s+prayers?)?{ZONE}",
        needs=("noon", "midday", "midnight"),
    ),
)
"""All forms of this module; the longest match at a place wins, then the first in the table."""

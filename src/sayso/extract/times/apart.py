"""Days told by how far they lie from another: "two days ago", "a week earlier", "the next day"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.times.days import day_stretch, read_published, read_stretch, shift_days
from sayso.extract.times.durations import AMOUNT, UNIT, read_amount, unit_letter
from sayso.extract.times.expressions import Reading, Scene, Stretch, form
from sayso.extract.times.parts import part_code, with_part
from sayso.extract.times.relative import BLANKS, shifted

if TYPE_CHECKING:
    from datetime import date

RECENT = 7
"""Days that "in recent days" and "a few days ago" can reach back (s)."""
BEFORE = frozenset({"earlier", "before", "previously", "prior"})
REFERENCES = {
    "PRESENT_REF": ("now", "currently", "presently", "nowadays", "at present", "at the moment"),
    "PAST_REF": ("recently", "lately", "in the past", "formerly"),
    "FUTURE_REF": ("in the future", "in future", "in the near future"),
}
DAYTIME = r"day|night|morning|afternoon|evening"
DAYTIMES = ("day", "night", "morning", "afternoon", "evening")


def read_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "two days ago", "six years ago", "a few minutes ago", "two nights ago"."""
    number, unit = read_amount(match["amount"]), match["unit"].lower()
    letter = unit_letter(unit)
    if number is None and letter not in {"H", "I", "S"}:
        return _vaguely_ago(scene, letter)
    if letter in {"H", "I", "S"}:
        reading = read_published(scene, day_stretch, blank="XXXX-XX-XX", precision="day")
        return with_part(reading, "TXX:XX") if reading.stretch else reading
    if number is None or letter not in {*BLANKS, "E", "C"}:
        return None
    back = round(number * {"E": 10, "C": 100}.get(letter, 1))
    blank, precision = BLANKS.get(letter, BLANKS["Y"])
    reading = read_published(
        scene, shifted(letter if letter in BLANKS else "Y", -back), blank=blank, precision=precision
    )
    return with_part(reading, "TNI") if unit.startswith("night") else reading


def _vaguely_ago(scene: Scene, letter: str) -> Reading:
    if letter != "D":
        return Reading(kind="date", value="PAST_REF", precision="longer")

    def resolve(day: date) -> Stretch:
        return Stretch(
            first=shift_days(day, -RECENT), last=shift_days(day, -2), value="PAST_REF", precision="days"
        )

    return read_published(scene, resolve, blank="PAST_REF", precision="days")


def read_recent(match: re.Match[str], scene: Scene) -> Reading:
    """Read "in recent days", "the past few days": an interval for days, else only a length."""
    letter = unit_letter(match["unit"])
    if letter != "D":
        return Reading(kind="duration", value=f"PX{letter}", precision="longer")

    def resolve(day: date) -> Stretch:
        return Stretch(first=shift_days(day, -RECENT), last=day, value="PXD", precision="week")

    reading = read_published(scene, resolve, blank="PXD", precision="week")
    return Reading(
        kind="duration", value="PXD", precision="week", stretch=reading.stretch, anchored=reading.anchored
    )


def read_apart(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "a week earlier", "two days later": told from the last day the report named."""
    number, letter = read_amount(match["amount"]), unit_letter(match["unit"])
    if letter not in BLANKS:
        return None
    blank, precision = BLANKS[letter]
    if number is None or scene.reference is None:
        return Reading(kind="date", value=blank, precision=precision)
    sign = -1 if match["way"].lower() in BEFORE else 1
    return read_stretch(shifted(letter, sign * round(number))(scene.reference), anchored="context")


def read_neighbour_day(match: re.Match[str], scene: Scene) -> Reading:
    """Read "the next day", "the day before", "the same day", "that night"."""
    way, part = match["way"].lower(), match["part"].lower()
    shift = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1, "preceding": -1}.get(way, 0)
    told_by_clause = (
        way in {"before", "after"} and re.match(r"\s+\w", scene.after) and not _is_date_next(scene)
    )
    if scene.reference is None or told_by_clause:
        reading = Reading(kind="date", value="XXXX-XX-XX", precision="day")
    else:
        reading = read_stretch(day_stretch(shift_days(scene.reference, shift)), anchored="context")
    return reading if part == "day" else with_part(reading, part_code(part))


def _is_date_next(scene: Scene) -> bool:
    return re.match(r"\s+(?:in|at|on|and|but|as)\b", scene.after) is not None


def read_reference_word(match: re.Match[str], _scene: Scene) -> Reading:
    """Read "now", "recently", "in future": words for a time that no calendar holds."""
    word = match["word"].lower()
    value = next(name for name, words in REFERENCES.items() if re.sub(r"\s+", " ", word) in words)
    return Reading(kind="date", value=value, precision="longer")


FORMS = (
    form(read_ago, rf"(?i)\b(?P<amount>{AMOUNT})[\s-]+(?P<unit>{UNIT}|nights?)\s+ago\b", needs=(" ago",)),
    form(
        read_recent,
        r"(?i)\b(?:(?:the|these)\s+)?",
        r"(?:recent|past\s+few|last\s+few|past\s+several|last\s+several|past|last|coming|next\s+few)\s+",
        r"(?P<unit>days|weeks|months|years|hours|minutes|decades)\b",
        needs=("days", "weeks", "months", "years", "hours", "minutes", "decades"),
    ),
    form(
        read_apart,
        rf"(?i)\b(?P<amount>{AMOUNT})[\s-]+(?P<unit>{UNIT})\s+(?P<way>earlier|later|previously)\b(?!\s+than)",
        needs=("earlier", "later", "previously"),
    ),
    form(
        read_neighbour_day,
        r"(?i)\b(?:later\s+|earlier\s+)?(?:the|that)\s+(?:very\s+)?",
        rf"(?P<way>next|following|previous|preceding|same)\s+(?P<part>{DAYTIME})\b",
        needs=DAYTIMES,
    ),
    form(
        read_neighbour_day,
        rf"(?i)\bthe\s+(?P<part>{DAYTIME})\s+(?P<way>before|after)\b",
        needs=DAYTIMES,
    ),
    form(
        read_neighbour_day,
        rf"(?i)\b(?:later\s+)?(?P<way>that)\s+(?P<part>{DAYTIME})\b(?!\s+(?:that|when|of)\b)",
        needs=DAYTIMES,
    ),
    form(
        read_reference_word,
        r"(?i)\b(?P<word>now|currently|presently|nowadays|at\s+present|at\s+the\s+moment|recently|lately|",
        r"in\s+the\s+past|in\s+(?:the\s+)?(?:near\s+)?future)\b",
        r"(?!\s+(?:\d|few|several|two|three|four|five|six|year|month|week|decade))",
        needs=("now", "current", "present", "moment", "recent", "late", "past", "future"),
    ),
)
"""All forms of this module; the longest match at a place wins, then the first in the table."""

"""How long and how often: lengths of time and repeated times."""

from __future__ import annotations

import re

from sayso.extract.times.days import WEEKDAY, weekday_number
from sayso.extract.times.expressions import Reading, Scene, form

SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "ninety": 90, "half": 0.5, "a couple of": 2, "couple of": 2, "a dozen": 12,
    "a half": 0.5, "half a": 0.5, "half an": 0.5, "a single": 1, "another": 1, "one full": 1,
}  # fmt: skip
VAGUE = r"several|a\s+few|some|many|few|dozens\s+of|hundreds\s+of|thousands\s+of|a\s+number\s+of|tens\s+of"
AMOUNT = (
    r"(?:\d+(?:[.,]\d+)?(?:\s+1/2)?|"
    r"(?:twenty|thirty|forty|fifty|sixty)[\s-](?:one|two|three|four|five|six|seven|eight|nine)|"
    rf"half\s+an?|a\s+half|a\s+couple\s+of|couple\s+of|a\s+dozen|a\s+single|{VAGUE}|"
    + "|".join(sorted((w for w in SMALL if " " not in w and w != "a"), key=len, reverse=True))
    + "|a)"
)
UNIT = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|"
    r"fortnights?)"
)
LETTERS = {
    "sec": "S", "min": "I", "hou": "H", "hr": "H", "hrs": "H", "day": "D", "nig": "D", "wee": "W", "mon": "M",
    "yea": "Y", "dec": "E", "cen": "C", "for": "F",
}  # fmt: skip
"""One letter for each unit; I for minutes, E, C and F for decades, centuries and fortnights."""
REPEATED = {
    "annually": "XXXX", "yearly": "XXXX", "monthly": "XXXX-XX", "weekly": "XXXX-WXX", "daily": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI", "hourly": "XXXX-XX-XXTXX",
}  # fmt: skip
EACH = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "H": "XXXX-XX-XXTXX"}


def unit_letter(words: str) -> str:
    """The letter for a unit of time."""
    return LETTERS[words.lower()[:3]]


def read_amount(words: str) -> float | None:
    """The number that an amount states; None if it is vague ("several")."""
    plain = re.sub(r"\s+", " ", words.lower()).strip()
    if plain in SMALL:
        return SMALL[plain]
    if plain[:1].isdigit():
        return float(plain.split()[0].replace(",", "")) + (0.5 if plain.endswith("1/2") else 0)
    tens, _, unit = plain.replace("-", " ").partition(" ")
    return SMALL[tens] + SMALL[unit] if tens in SMALL and unit in SMALL else None


def duration_value(number: float | None, letter: str) -> str:
    """ISO 8601 length; X for a vague number."""
    if number == 0.5 and letter in {"H", "Y", "E"}:
        number, letter = {"H": (30.0, "I"), "Y": (6.0, "M"), "E": (5.0, "Y")}[letter]
    factor, letter = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W")}.get(letter, (1, letter))
    amount = "X" if number is None else f"{number * factor:g}"
    return f"PT{amount}{'M' if letter == 'I' else letter}" if letter in "HIS" else f"P{amount}{letter}"


def _length(number: float | None, unit: str) -> Reading:
    return Reading(kind="duration", value=duration_value(number, unit_letter(unit)), precision="longer")


OLD = re.compile(
    r"(?:s?[\s-]+olds?\b|\s+of\s+age\b|-old|\s+(?:and|or)\s+(?:older|over|up|younger)\b)", re.IGNORECASE
)


def read_length(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "two weeks", "half an hour", "three-month", "the past two years", "for decades".

    Ages are left out, and "a second" and "one day", which count or tell nothing.
    """
    amount, unit = match["amount"].lower(), match["unit"].lower()
    if OLD.match(scene.after) or (amount, unit) in NO_LENGTHS:
        return None
    return Reading(
        kind="duration",
        value=duration_value(read_amount(amount) if amount else None, unit_letter(unit)),
        precision="longer",
    )


NO_LENGTHS = {("a", "second"), ("another", "second"), ("one", "day"), ("some", "day"), ("many", "second")}


def read_repeated(match: re.Match[str], _scene: Scene) -> Reading:
    """Read "daily", "every year", "each Friday"."""
    if match["day"]:
        value = f"XXXX-WXX-{weekday_number(match['day']) + 1}"
    elif match["unit"]:
        value = EACH.get(unit_letter(match["unit"]), "XXXX")
    else:
        value = REPEATED[match["word"].lower()]
    return Reading(kind="set", value=value, precision="longer")


def read_each_part(match: re.Match[str], _scene: Scene) -> Reading:
    """Read "every night", "each season"."""
    code = {"morning": "XXXX-XX-XXTMO", "night": "XXXX-XX-XXTNI", "evening": "XXXX-XX-XXTEV",
            "afternoon": "XXXX-XX-XXTAF", "weekend": "XXXX-WXX-WE"}  # fmt: skip
    return Reading(kind="set", value=code.get(match["part"].lower(), "XXXX"), precision="longer")


UNIT_STEMS = ("sec", "min", "hour", "hr", "day", "week", "month", "year", "decade", "centur", "fortnight")
FORMS = (
    form(
        read_length,
        rf"(?i)\b(?:the\s+|a\s+mere\s+|the\s+full\s+)?(?P<amount>{AMOUNT})\s+",
        rf"(?:(?:straight|full|whole|long|consecutive|more|additional|calendar)\s+)?(?P<unit>{UNIT})\b'?(?!-old)",
        needs=UNIT_STEMS,
    ),
    form(
        read_length,
        rf"(?i)\b(?P<amount>{AMOUNT})-(?P<unit>second|minute|hour|day|week|month|year|decade)\b(?:-long\b)?",
        needs=UNIT_STEMS,
    ),
    form(
        read_length,
        r"(?i)\b(?:the\s+)?(?:past|last|next|first|coming|previous|final|preceding|following)\s+",
        rf"(?P<amount>{AMOUNT})\s+(?P<unit>{UNIT})\b(?!\s+(?:ago|old)\b)",
        needs=UNIT_STEMS,
    ),
    form(
        read_length,
        r"(?i)(?<=\bfor\s)(?P<amount>)(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\b",
        needs=("for ",),
    ),
    form(
        read_repeated,
        r"(?i)\b(?:(?P<word>annually|yearly|monthly|weekly|daily|nightly|hourly)|(?:each|every)\s+",
        rf"(?:single\s+|other\s+)?(?:(?P<day>{WEEKDAY})|(?P<unit>hour|day|week|month|year)))\b",
        needs=("ly", "each", "every"),
    ),
    form(
        read_repeated,
        r"(?<=\b[Oo]n\s)(?P<word>)(?P<unit>)(?P<day>Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)\b",
        needs=("days",),
    ),
    form(
        read_each_part,
        r"(?i)\b(?:each|every)\s+",
        r"(?P<part>morning|night|evening|afternoon|weekend|season|spring|summer|autumn|winter)\b",
        needs=("each", "every"),
    ),
)
"""All forms of this module; the longest match at a place wins, then the first in the table."""

"""Numbers in digits and words."""

from __future__ import annotations

import re
from dataclasses import dataclass

ONES = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "score": 20,
    "lakh": 10**5,
    "crore": 10**7,
}
VAGUE = {
    "several": 2,
    "a few": 2,
    "few": 2,
    "many": 2,
    "a handful of": 2,
    "a handful": 2,
    "a couple of": 2,
    "a couple": 2,
    "numerous": 2,
    "multiple": 2,
    "a number of": 2,
    "a lot of": 2,
    "lots of": 2,
    "countless": 2,
    "various": 2,
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "tens of thousands": 10_000,
    "hundreds of thousands": 100_000,
    "tens of millions": 10**7,
    "dozens and dozens": 24,
    "several dozen": 24,
    "a few dozen": 24,
    "several hundred": 200,
    "a few hundred": 200,
    "several thousand": 2000,
    "a few thousand": 2000,
    "hundreds and hundreds": 200,
    "an unknown number of": 1,
    "an unspecified number of": 2,
    "a large number of": 2,
    "large numbers of": 2,
    "a series of": 2,
    "a group of": 2,
}
"""Lowest number that a vague word allows: ACLED's conventions, "plural" for the rest (STANDARDS 4)."""
NONE = ("no one", "nobody", "none", "no", "not a single", "not one", "zero")
PAIRS = {"both": 2, "twin": 2, "a pair of": 2, "a trio of": 3, "a single": 1, "another": 1}

_one = "|".join(sorted(ONES, key=len, reverse=True))
_ten = "|".join(TENS)
_small = rf"(?:(?:{_ten})(?:[\s-]+(?:one|two|three|four|five|six|seven|eight|nine))?|{_one})"
_digits = r"(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?"
_hundred = rf"(?:(?:{_small}|an?)\s+hundred(?:\s+(?:and\s+)?{_small})?|{_small})"
_below_million = rf"(?:(?:{_hundred}|an?)\s+thousand(?:,?\s+(?:and\s+)?{_hundred})?|{_hundred})"
_words = rf"(?:(?:{_hundred}|an?)\s+(?:million|billion)|{_below_million})"
_dozen = (
    rf"(?:half\s+an?\s+(?:million|billion|thousand|hundred)|"
    rf"(?:half\s+an?|an?\s+half|an?|{_small}|{_digits})[\s-]+(?:dozen|score(?=\s+(?:of|or)\b)))"
)
_scale = r"hundred|thousand|million|billion|trillion|lakh|crore"
NUMERAL = rf"(?:{_dozen}|{_digits}(?:\s+(?:{_scale})|(?:k|m|bn|mn)(?=\s))?|{_words})"
"""A number in digits or words, as a pattern without groups."""
FIRST = rf"(?=\d|(?:half|an?|{_ten}|{_one})(?:\b|-))"
"""Looks ahead for how a number can begin; most places of a text are told off at once."""
EDGES = (r"(?<![\w.,:/-])", r"(?![\w/]|[:.,]\d|')")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number and where it stands in a text."""

    start: int
    end: int
    value: float


def read_number(words: str) -> float:
    """The number that a match of ``NUMERAL`` states.

    >>> read_number("one hundred and five"), read_number("1.2 million"), read_number("half a dozen")
    (105, 1200000.0, 6.0)
    """
    plain = re.sub(r"[\s-]+", " ", re.sub(r"(?<=\d)[, ](?=\d{3})", "", words.lower().strip()))
    short = re.fullmatch(r"([\d.]+)(k|m|bn|mn)", plain)
    if short:
        return float(short[1]) * {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9}[short[2]]
    total: float = 0
    current: float = 0
    half = plain.startswith(("half ", "a half "))
    for word in plain.replace(",", " ").split():
        if word in SCALES and SCALES[word] >= 1000:
            total, current = total + (current or 1) * SCALES[word], 0
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
        else:
            current += _single(word)
    return (total + current) * 0.5 if half else total + current


def _single(word: str) -> float:
    if word[0].isdigit():
        number = float(word)
        return int(number) if number.is_integer() and "." not in word else number
    return ONES.get(word, TENS.get(word, 0))

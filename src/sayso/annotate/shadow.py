"""The form of a text that is analysed: plain marks, true case, the same length.

Every replacement is one code point for one, so that offsets in the shadow are offsets in
the report (DESIGN 2).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'",
        "\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "\n": " ", "\r": " ", "\x0b": " ", "\x0c": " ", "\x85": " ", "\u2028": " ", "\u2029": " ",
        "‐": "-", "‑": "-", "–": "-", "−": "-",
    }
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
CAPITALS_SHARE = 0.7
"""A paragraph with a larger share of capitals is taken as set in capitals (s)."""
HEADLINE_SHARE = 0.6
"""A headline with a larger share of capitalised words is set in headline case (s)."""
SMALL = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "as", "and", "or", "but",
                   "with", "from", "after", "over", "into", "is", "vs", "that", "who"})  # fmt: skip
ALWAYS_UPPER = re.compile(r"(?:[^AEIOUY\W\d]{2,5}|[A-Z](?:\.[A-Z])+)")


@cache
def case_lexicon() -> Mapping[str, str]:
    """The usual form of common words: ``l``, ``t`` or ``u`` (training/truecase.py)."""
    lines = resources.files("sayso.annotate").joinpath("case.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def plain_marks(text: str) -> str:
    """The text with typographic quotes, dashes and spaces made plain; same length."""
    return text.translate(PLAIN)


def is_capitals(text: str) -> bool:
    """Whether a passage is set in capitals, as old wire copy is."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 8 and sum(c.isupper() for c in letters) > CAPITALS_SHARE * len(letters)


def is_headline_case(text: str) -> bool:
    """Whether nearly all words of a line begin with a capital."""
    words = [w for w in WORD.findall(text) if w.lower() not in SMALL]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) > HEADLINE_SHARE * len(words)


def true_case(text: str, *, is_word: Callable[[str], bool], acronyms: frozenset[str]) -> str:
    """Upper-case text in the case it would have in ordinary print.

    Args:
        text: A passage in capitals, marks already plain.
        is_word: Whether a lower-case form is an ordinary English word.
        acronyms: Words to leave in capitals.

    Returns:
        Text of the same length.

    Method: the most frequent form in a lexicon; ordinary words of the dictionary are
    lowered, all else is capitalised; a word after a full stop is capitalised (s).
    """
    lexicon, start = case_lexicon(), True
    pieces, done = [], 0
    for match in WORD.finditer(text):
        word = match[0]
        between = text[done : match.start()]
        start = start if done == 0 else bool(re.search(r"[.!?:]|\"\s*$|--", between)) and "," not in between
        pieces += [between, _cased(word, lexicon=lexicon, is_word=is_word, acronyms=acronyms, start=start)]
        done = match.end()
    cased = "".join(pieces) + text[done:]
    return cased if len(cased) == len(text) else text


def _cased(
    word: str,
    *,
    lexicon: Mapping[str, str],
    is_word: Callable[[str], bool],
    acronyms: frozenset[str],
    start: bool,
) -> str:
    lower = word.lower()
    base = lower.partition("'")[0]
    form = lexicon.get(lower) or lexicon.get(base)
    if word in acronyms or form == "u" or (form is None and ALWAYS_UPPER.fullmatch(word)):
        return word.partition("'")[0] + lower[len(base) :]
    if form == "t" or (form is None and not is_word(base)):
        return lower[:1].upper() + lower[1:]
    return lower[:1].upper() + lower[1:] if start else lower


def lower_headline(text: str, *, body_words: frozenset[str], is_word: Callable[[str], bool]) -> str:
    """A headline in headline case with its ordinary words lowered; same length.

    Args:
        text: The headline, marks already plain.
        body_words: Words that the body prints in lower case.
        is_word: Whether a lower-case form is an ordinary English word.
    """
    lexicon = case_lexicon()

    def lowered(match: re.Match[str]) -> str:
        word, lower = match[0], match[0].lower()
        form = lexicon.get(lower)
        ordinary = lower in body_words or form == "l" or (form is None and is_word(lower))
        return lower if match.start() and word[1:].islower() and ordinary else word

    cased = WORD.sub(lowered, text)
    return cased if len(cased) == len(text) else text

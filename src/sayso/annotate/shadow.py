"""The form of a text that is analysed: plain marks, true case, the same length.

Every replacement is one code point for one, so that offsets in the shadow are offsets in
the report (DESIGN 2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‹": '"', "›": '"', "〝": '"', "〞": '"', "＂": '"', "❝": '"', "❞": '"', "″": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'",
        "＇": "'", "❛": "'", "❜": "'", "′": "'",
        "\u1680": " ", "\u2000": " ", "\u2001": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ",
        "\u2007": " ",
        "\u2008": " ", "\u200a": " ", "\u205f": " ", "\u3000": " ", "\ufeff": " ",
        "\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "\n": " ", "\r": " ", "\x0b": " ", "\x0c": " ", "\x85": " ", "\u2028": " ", "\u2029": " ",
        "‐": "-", "‑": "-", "–": "-", "−": "-",
        "[": "(", "]": ")",
    }
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
CAPITALS_SHARE = 0.7
"""A paragraph with a larger share of capitals is taken as set in capitals (s)."""
HEADLINE_SHARE = 0.6
"""A headline with a larger share of capitalised words is set in headline case (s)."""
SMALL = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "as", "and", "or", "but",
                   "with", "from", "after", "over", "into", "is", "vs", "that", "who"})  # fmt: skip
STARTS = re.compile(r"[.!?:]|\"\s*$|--")
SIDES = {(True, False): "<", (False, True): ">", (True, True): "=", (False, False): "-"}
SHORTENED = frozenset(
    {"mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "capt", "sgt", "st", "gov", "sen", "rep", "prof"}
)
ALWAYS_UPPER = re.compile(r"(?:[^AEIOUY\W\d]{2,5}|[A-Z](?:\.[A-Z])+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLexicon:
    """How words are usually printed (training/truecase.py).

    Attributes:
        usual: Form of each word: ``l``, ``t`` or ``u``.
        beside: The form after (``<``), before (``>``), between (``=``) or without (``-``)
            capitalised words beside it, by that sign and the word, where it differs.
        pairs: Two words that are capitalised together.
    """

    usual: Mapping[str, str]
    beside: Mapping[str, str]
    pairs: frozenset[tuple[str, str]]


@cache
def case_lexicon() -> CaseLexicon:
    """The lexicon that comes with the package."""
    usual, beside, pairs = {}, {}, set()
    for line in _lines("case.tsv"):
        word, form, *others = line.split("\t")
        first, _, second = word.partition(" ")
        if second:
            pairs.add((first, second))
        else:
            usual[word] = form
            beside.update({one[0] + word: one[1] for field in others for one in field.split()})
    return CaseLexicon(usual=usual, beside=beside, pairs=frozenset(pairs))


@cache
def name_list() -> frozenset[str]:
    """Names that the dictionary has as nouns, lower case (training/names.py)."""
    return frozenset(_lines("names.tsv"))


def _lines(name: str) -> list[str]:
    return resources.files("sayso.annotate").joinpath(name).read_text(encoding="utf-8").splitlines()


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

    Method: the most frequent form in a lexicon, where need be that beside capitalised words or in
    a pair; ordinary words of the dictionary are lowered, all else is capitalised; words that an
    acronym in brackets stands for, and the first word of a sentence, are capitalised (s).
    """
    matches = list(WORD.finditer(text))
    words = [match[0] for match in matches]
    gaps = [text[a.end() : b.start()] for a, b in pairwise(matches)]
    forms = _forms(words, gaps, is_word=is_word, acronyms=acronyms)
    pieces, done, start = [], 0, True
    for place, (match, form) in enumerate(zip(matches, forms, strict=True)):
        between = text[done : match.start()]
        start = start if done == 0 else bool(STARTS.search(between)) and "," not in between
        # an initial or a title's full stop ends no sentence
        if start and place and between.startswith(".") and words[place - 1].lower() in SHORTENED:
            start = False
        pieces += [between, _printed(match[0], "t" if start and form == "l" else form)]
        done = match.end()
    cased = "".join(pieces) + text[done:]
    return cased if len(cased) == len(text) else text


def _forms(
    words: Sequence[str], gaps: Sequence[str], *, is_word: Callable[[str], bool], acronyms: frozenset[str]
) -> list[str]:
    lexicon = case_lexicon()
    forms = [_alone(word, lexicon, is_word=is_word, acronyms=acronyms) for word in words]
    lower = [_base(word) for word in words]
    touching = [gap in {" ", "-", ". "} for gap in gaps]
    for place, word in enumerate(lower):
        before = place > 0 and touching[place - 1] and forms[place - 1] != "l"
        after = place < len(gaps) and touching[place] and forms[place + 1] != "l"
        if forms[place] != "u":
            forms[place] = lexicon.beside.get(SIDES[before, after] + word, forms[place])
        if place and touching[place - 1] and (lower[place - 1], word) in lexicon.pairs:
            forms[place - 1 : place + 1] = [_risen(form) for form in forms[place - 1 : place + 1]]
    for place, word in enumerate(words):
        if word in acronyms:
            _spell_out(word, place, lower, forms)
    return forms


def _spell_out(acronym: str, place: int, lower: Sequence[str], forms: list[str]) -> None:
    """Capitalise the words before an acronym in brackets that have its initials."""
    at, wanted = place - 1, list(acronym.lower())
    own: list[int] = []
    while wanted and at >= 0 and place - at <= 2 * len(acronym):
        if lower[at][:1] == wanted[-1]:
            wanted.pop()
            own.append(at)
        elif lower[at] not in SMALL:
            return
        at -= 1
    if not wanted:
        for one in own:
            forms[one] = _risen(forms[one])


def _alone(
    word: str, lexicon: CaseLexicon, *, is_word: Callable[[str], bool], acronyms: frozenset[str]
) -> str:
    lower, base = word.lower(), _base(word)
    form = lexicon.usual.get(lower) or lexicon.usual.get(base)
    if (word in acronyms and form != "l") or form == "u" or (form is None and ALWAYS_UPPER.fullmatch(word)):
        return "u"
    return form or ("l" if is_word(base) else "t")


def _risen(form: str) -> str:
    return "t" if form == "l" else form


def _base(word: str) -> str:
    return word.lower().partition("'")[0]


def _printed(word: str, form: str) -> str:
    lower, base = word.lower(), _base(word)
    if form == "u":
        return word[: len(base)] + lower[len(base) :]
    return lower[:1].upper() + lower[1:] if form == "t" else lower


def lower_headline(
    text: str, *, body_words: frozenset[str], body_names: frozenset[str], is_word: Callable[[str], bool]
) -> str:
    """A headline in headline case with its ordinary words lowered; same length.

    Args:
        text: The headline, marks already plain.
        body_words: Words that the body prints in lower case.
        body_names: Words that the body capitalises inside sentences, in lower case here.
        is_word: Whether a lower-case form is an ordinary English word.
    """
    lexicon = case_lexicon()

    def lowered(match: re.Match[str]) -> str:
        word, lower = match[0], match[0].lower()
        form = lexicon.usual.get(lower)
        name = lower in body_names and lower not in body_words
        ordinary = not name and (lower in body_words or form == "l" or (form is None and is_word(lower)))
        return lower if match.start() and word[1:].islower() and ordinary else word

    cased = WORD.sub(lowered, text)
    return cased if len(cased) == len(text) else text

"""Names of companies, organisations, vessels and places taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from sayso.reconcile.naming import tables
from sayso.reconcile.naming.letters import LETTER, QUOTES, romanise
from sayso.reconcile.naming.tokens import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


DOTTED = re.compile(r"(?<!\w)((?:\w\.){1,}\w?)(?!\w)\.?")

WORD = re.compile(rf"[{LETTER}{QUOTES}&]+")

POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")

NOT_WORD = re.compile(r"[\W_]+")

NUMBER = re.compile(r"\d+")

ALIAS = re.compile(r"\s*(?:(?<=\w{3})/(?=\w{3})|\s/\s|\b[af]\.?k\.?a\.?(?=\s))\s*", re.IGNORECASE)

SMALL = tables.word_set(
    "the of and for in at a an de la le el los las du des der die das und y e et del & al"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """A body's name taken apart.

    Attributes:
        words: The words that tell it from others, in order.
        form: Its legal form's class (a key of tables.LEGAL_FORMS); empty if none or any company's.
        numbers: The numbers in it, in order.
        initials: First letters of its words with and without small words.
        acronyms: Those of its words that are printed as acronyms, lower case.
        plain: The telling words as one string.
        every: All words as one string.
        named: All words but the legal form as one string.
    """

    words: tuple[Word, ...]
    form: str
    numbers: tuple[str, ...]
    initials: frozenset[str]
    acronyms: frozenset[str]
    plain: str
    every: str
    named: str


@lru_cache(maxsize=65536)
def read_body(name: str, kind: str) -> BodyName:
    """Take a body's name apart.

    >>> body = read_body("The Second Lorvan Bank Aktiengesellschaft", "company")
    >>> [word.text for word in body.words], body.form, body.numbers
    (['lorvan', 'bank'], 'stock', ('2',))
    """
    words = split_words(name)
    if kind == "vessel":
        words = [word for word in words if word.shown.lower() not in tables.VESSEL_PREFIXES] or words
    every, form = words, ""
    if kind in {"company", "organisation"}:
        words, form = without_forms(words)
    named = words
    words, numbers = without_numbers(words)
    empty = tables.EMPTY_IN_PLACES if kind == "place" else tables.EMPTY
    telling = [word for word in words if word.text not in empty] or words
    return BodyName(
        words=tuple(telling),
        form=form,
        numbers=tuple(numbers),
        initials=initials_of(every) | initials_of(named) | initials_of(telling),
        acronyms=frozenset(word.text for word in telling if is_acronym(word, name)),
        plain="".join(word.text for word in telling),
        every="".join(word.text for word in every),
        named="".join(word.text for word in named),
    )


def alternatives(name: str) -> list[str]:
    """The names that a body is printed with at once, divided by a stroke or "a.k.a.".

    >>> alternatives("Dawn Front/Fajr"), alternatives("M/V Lorvan")
    (['Dawn Front', 'Fajr'], ['M/V Lorvan'])
    """
    return [part for part in ALIAS.split(name) if part.strip()] or [name]


def split_words(name: str) -> list[Word]:
    """The words of a body's name: dotted letters joined, short forms written out."""
    plain = DOTTED.sub(lambda found: found[1].replace(".", "") + " ", name)
    plain = (
        POSSESSIVE.sub("", plain)
        .replace("&", " & ")
        .replace("/", "" if re.search(r"\b\w/\w\b", plain) else " ")
    )
    found: list[Word] = []
    for shown in WORD.findall(plain.replace("-", " ").replace("_", " ")):
        for part in romanise(shown).replace("-", " ").split():
            text = part if part == "&" else NOT_WORD.sub("", part)
            if not shown.isupper() or text in tables.SPOKEN or len(text) > 3:
                text = tables.SHORTENED.get(text, text)
            found.extend(Word(text=piece, shown=shown) for piece in text.split())
    return found


def initials_of(words: Sequence[Word]) -> frozenset[str]:
    """The acronyms that a name's words can have: with its small words and without."""
    every = "".join(word.text[0] for word in words)
    telling = "".join(word.text[0] for word in words if word.text not in SMALL)
    return frozenset({every, telling})


def is_acronym(word: Word, name: str) -> bool:
    """Whether a word is printed as an acronym in a name that is not all in capitals, or is the whole name."""
    shown = word.shown
    if not (2 <= len(word.text) <= 7 and shown.isupper() and shown.isalpha()):
        return False
    return not name.isupper() or len(name.split()) == 1


@lru_cache(maxsize=1)
def forms() -> dict[tuple[str, ...], str]:
    """Every legal form's words with its class."""
    return {tuple(form.split()): kind for kind, names in tables.LEGAL_FORMS.items() for form in names}


LONGEST = max(len(form.split()) for names in tables.LEGAL_FORMS.values() for form in names)


@lru_cache(maxsize=1)
def form_words() -> tuple[str, ...]:
    """The long words of legal forms."""
    return tuple(sorted({word for form in forms() for word in form if len(word) > 5}))


@lru_cache(maxsize=65536)
def form_word(text: str) -> str:
    """A word as legal forms have it: a slip in a long one is put right.

    >>> form_word("aktiengeselschaft"), form_word("lorvan")
    ('aktiengesellschaft', 'lorvan')
    """
    if len(text) < 6 or text in form_words():
        return text
    return next((word for word in form_words() if OSA.distance(text, word, score_cutoff=1) <= 1), text)


def without_forms(words: list[Word]) -> tuple[list[Word], str]:
    """The words without legal forms at either end, and the class of the first that has one."""
    kind = ""
    while len(words) > 1:
        texts = [form_word(word.text) for word in words]
        cut = next(cuts(texts), None)
        if cut is None:
            break
        start, end, found = cut
        words, kind = words[start:end], kind or found
    return words, kind


def cuts(texts: list[str]) -> Iterator[tuple[int, int, str]]:
    """What is left without a legal form at the end or at the start, the longest forms first."""
    size = len(texts)
    for length in range(min(LONGEST, size - 1), 0, -1):
        last, first = tuple(texts[size - length :]), tuple(texts[:length])
        if last in forms():
            yield 0, size - length, forms()[last]
        if first in forms() and (length > 1 or first[0] in tables.LEADING_FORMS):
            yield length, size, forms()[first]


def without_numbers(words: list[Word]) -> tuple[list[Word], list[str]]:
    """The words that are no numbers, and the numbers."""
    kept: list[Word] = []
    numbers: list[str] = []
    place = 0
    while place < len(words):
        text = words[place].text
        following = words[place + 1].text if place + 1 < len(words) else ""
        ones = tables.NUMBERS.get(following, int(following) if following in set("123456789") else 0)
        if text in tables.TENS:
            compound = 0 < ones < 10 and following not in {"i", "v", "x"}
            numbers.append(str(tables.TENS[text] + (ones if compound else 0)))
            place += compound
        elif text in tables.NUMBERS and not (place == 0 and text in {"i", "v", "x"}):
            numbers.append(str(tables.NUMBERS[text]))
        elif NUMBER.search(text):
            numbers.append(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", text).lstrip("0") or "0")
        else:
            kept.append(words[place])
        place += 1
    return kept, numbers

"""Persons' names taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.reconcile.naming import tables
from sayso.reconcile.naming.given_names import is_known
from sayso.reconcile.naming.letters import ABJAD, IDEOGRAPHIC, LETTER, QUOTES, repair, romanise
from sayso.reconcile.naming.tokens import Word

SPLIT = re.compile(rf"[^{LETTER}{QUOTES}]+|_+")

BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")

NOT_WORD = re.compile(r"[\W_]+")

LATIN, SYLLABIC, OTHER = "alphabet", "syllables", "other"

ALPHABETIC = re.compile(
    r"[a-z\u00aa-\u052f\u0590-\u07bf\u08a0-\u08ff\u1e00-\u1fff\ufb00-\ufefc]", re.IGNORECASE
)

COMPOUND = re.compile(r"^[ae]bd[aeiou]+(?:l|([rsdnzt])(?=\1))?(?!.*[eo]va?$)")

FAITHFUL = re.compile(r"(?:[aeiu](?:d|l))?d(?:i|ee|ie)n[e]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name taken apart.

    Attributes:
        words: The names in order, given names first where the print tells (SURNAME, Given).
        suffix: "junior", "the second" and the like; empty if none.
        ordered: Whether a comma told which one is the surname.
        plain: The whole name romanised, letters only.
        script: Whether it is written in an alphabet, in signs for syllables without spaces between
            names, or in what else.
        shown: As printed.
        sons: Whether "bin" or its like stands in it.
    """

    words: tuple[Word, ...]
    suffix: str
    ordered: bool
    plain: str
    script: str
    shown: str
    sons: bool


@lru_cache(maxsize=65536)
def read_person(name: str) -> PersonName:
    """Take a person's name apart: titles and particles off, "Abd al-" and the like joined.

    >>> [word.text for word in read_person("Dr TAREQ, Abd al-Rahman bin").words]
    ['abdrahman', 'tareq']
    """
    bare = BRACKETS.sub(" ", name).strip() or name
    head, comma, tail = bare.partition(",")
    words = split_words(bare)
    suffix, words = take_suffix(words)
    given = [word for word in take_suffix(split_words(tail))[1] if word.text not in tables.TITLES]
    if comma:
        words = [*given, *without_titles(split_words(head))]
    core = join_compounds(without_titles(words))
    plain = "".join(word.text for word in core)
    return PersonName(
        words=tuple(core),
        suffix=suffix,
        ordered=bool(comma and given),
        plain=plain,
        script=script_of(name),
        shown=name,
        sons=any(word.text in tables.SONS for word in words),
    )


def script_of(name: str) -> str:
    """Which way of writing a name is in, as far as it matters for comparing.

    >>> script_of("Anna"), script_of("Анна"), script_of("安娜"), script_of("ანა")
    ('alphabet', 'alphabet', 'syllables', 'other')
    """
    if name.isascii():
        return LATIN
    if IDEOGRAPHIC.search(name):
        return SYLLABIC
    return LATIN if ALPHABETIC.search(name) else OTHER


def split_words(name: str) -> list[Word]:
    """The words of a name, romanised; what is no letter or digit is dropped."""
    found = []
    for shown in SPLIT.split(name):
        unvowelled = bool(ABJAD.search(shown))
        for part in SPLIT.split(romanise(shown)):
            text = repair(NOT_WORD.sub("", part))
            if text:
                found.append(Word(text=text, shown=shown, unvowelled=unvowelled))
    return found


def take_suffix(words: list[Word]) -> tuple[str, list[Word]]:
    """What tells a son from his father, and the other words."""
    kept, suffix = [], ""
    for place, word in enumerate(words):
        if place and word.text in tables.SUFFIXES:
            suffix = tables.SUFFIXES[word.text]
        elif not (place and word.text in tables.DEGREES):
            kept.append(word)
    return suffix, kept


def without_titles(words: list[Word]) -> list[Word]:
    """The words without the titles and offices before them, unless nothing were left.

    >>> names = "Dr Gen. Omar Haddad", "Lorvan Mayor Ana Torres", "Ana Sen"
    >>> [" ".join(word.text for word in without_titles(split_words(name))) for name in names]
    ['omar haddad', 'ana torres', 'ana sen']
    """
    offices = [place for place, word in enumerate(words[:-1]) if word.text in tables.OFFICES]
    rest = words[offices[-1] + 1 :] if offices else words
    while len(rest) > 1 and rest[0].text in tables.TITLES:
        rest = rest[1:]
    return rest


def join_compounds(words: list[Word]) -> list[Word]:
    """The names alone: particles off, and what is one name in several words made one."""
    found: list[Word] = []
    rest = list(words)
    while rest:
        word, rest = rest[0], rest[1:]
        if word.text in tables.SERVANT | tables.FATHER and rest:
            stem = "abd" if word.text in tables.SERVANT else "abu"
            rest = skip_articles(rest)
            named = "ullah" if stem == "abd" and rest[0].text in tables.OF_GOD else rest[0].text
            word, rest = joined(word, rest[0], stem + named), rest[1:]
        elif word.text in tables.FAITH and found:
            found[-1] = joined(found[-1], word, found[-1].text + "din")
            continue
        elif word.text in tables.OF_GOD and found:
            found[-1] = joined(found[-1], word, found[-1].text + "ullah")
            continue
        elif is_particle(word, first=not found) and (rest or found):
            continue
        found.append(replace(word, text=compound(word.text)))
    return found or list(words)


def is_particle(word: Word, *, first: bool) -> bool:
    """Whether a word joins names; Ben is a name where it stands first, E. and Y. are initials."""
    if word.text not in tables.PARTICLES or (first and word.text == "ben"):
        return False
    return len(word.text) > 1 or word.shown.islower()


def compound(text: str) -> str:
    """A name that is written in one word as it is when joined from several.

    >>> compound("abdulrahman"), compound("abdurrahman"), compound("abdelaziz"), compound("nooruddin")
    ('abdrahman', 'abdrahman', 'abdaziz', 'noordin')
    """
    if text.startswith(("abd", "ebd")) and len(text) > 7 and not is_known(text):
        text = COMPOUND.sub("abd", text)
    if len(text) > 6 and text.endswith(("din", "deen", "dine", "dien")):
        text = FAITHFUL.sub("din", text)
    if len(text) > 6 and text.endswith(("allah", "ollah")) and not is_known(text):
        text = text[:-5] + "ullah"
    return text


def skip_articles(words: list[Word]) -> list[Word]:
    """The words from the first that is no article, the last one kept."""
    while len(words) > 1 and words[0].text in tables.ARTICLES:
        words = words[1:]
    return words


def joined(first: Word, second: Word, text: str) -> Word:
    """Two words as one name."""
    return Word(text=text, shown=f"{first.shown} {second.shown}", unvowelled=first.unvowelled)

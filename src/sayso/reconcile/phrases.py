"""Phrases as they compare: case, accents, plural and small words laid aside."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """A word list, written as running text."""
    return frozenset(text.split())


# Articles, prepositions and pronouns: they join the words of a phrase and name nothing.
SMALL_WORDS = word_set(
    "a an the of in at on near to by for from and or with its his her their our this that into onto "
    "inside outside around about between some any s"
)
# Nouns that look like plurals.
NO_PLURAL = word_set("gas bus us explosives news mass glass pass boss cross press arms")
APOSTROPHES = re.compile("[’‘ʼ`ʻʿʾ′]")
POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\W|$)")
WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents, typographic apostrophes made plain.

    >>> fold("Café ‘Óscar’")
    "cafe 'oscar'"
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return APOSTROPHES.sub("'", plain)


def singular(word: str) -> str:
    """The word without its regular plural ending.

    >>> [singular(word) for word in ("bombs", "bodies", "buses", "gas", "explosives")]
    ['bomb', 'body', 'bus', 'gas', 'explosive']
    """
    if word == "explosives":
        return "explosive"
    if len(word) < 4 or word in NO_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "uses")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=65536)
def word_list(text: str) -> tuple[str, ...]:
    """The words of a phrase in order: folded, singular, small words left out.

    >>> word_list("the Mayor’s car-bombs")
    ('mayor', 'car', 'bomb')
    """
    plain = POSSESSIVE.sub("", fold(text)).replace("'", "")
    plain = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", plain)
    return tuple(singular(word) for word in WORD.findall(plain) if word not in SMALL_WORDS)


def content_words(text: str) -> frozenset[str]:
    """The set of a phrase's words (see word_list)."""
    return frozenset(word_list(text))


def without_brackets(text: str) -> str:
    """The phrase without what stands in brackets.

    >>> without_brackets("TNA (the state agency)")
    'TNA'
    """
    return re.sub(r"\s*[(\[][^)\]]*[)\]]", "", text).strip() or text.strip()

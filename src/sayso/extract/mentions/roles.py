"""Offices and titles as they compare: "the premier" bears the words of "prime minister"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.attributions.roles import OFFICIALS
from sayso.extract.lexicon import vocabulary

if TYPE_CHECKING:
    from sayso.model.layers import Layers

ADJECTIVE = re.compile(r"(?:ese|isi|ish|ian|is|an|i|ia|a)$")
RANKS = vocabulary("ranks")
PEOPLE_OF_RANK = vocabulary("persons_of_rank") | OFFICIALS
SAME = {
    "pm": ("prime", "minister"), "premier": ("prime", "minister"), "spokeswoman": ("spokesman",),
    "spokesperson": ("spokesman",), "chairwoman": ("chairman",), "chairperson": ("chairman",),
    "adviser": ("advisor",), "defence": ("defense",), "intelligence": ("spy",), "commander": ("chief",),
    "head": ("chief",), "leader": ("chief",), "boss": ("chief",), "sen": ("senator",), "gov": ("governor",),
    "gen": ("general",), "lt": ("lieutenant",), "col": ("colonel",), "sgt": ("sergeant",),
}  # fmt: skip
"""Words that say the same of an office."""
EVERYWHERE = vocabulary("offices_everywhere")
"""Offices that every body or town has: whose it is must be said of the holder too."""
SMALL = vocabulary("small_words_of_offices")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What somebody is said to be.

    Attributes:
        words: The words that tell the office, synonyms made one, small words left out.
        ranks: Words that make it another office: former, deputy, acting, ...
        owners: Names in it, without the endings of adjectives: whose office it is.
    """

    words: frozenset[str]
    ranks: frozenset[str]
    owners: frozenset[str]


def read_office(layers: Layers, first: int, last: int) -> Office:
    """The office that a token run tells of."""
    words: set[str] = set()
    ranks: set[str] = set()
    owners: set[str] = set()
    named = {
        i for n in layers.names if n.kind in {"GPE", "NORP", "ORG", "LOC"} for i in range(n.first, n.last)
    }
    for index in range(first, last):
        token = layers.tokens[index]
        plain = token.lemma.lower().strip(".-'’")
        if not plain or not re.search(r"\w", plain) or plain in SMALL:
            continue
        if plain in RANKS:
            ranks.add(plain)
        elif index in named and plain not in PEOPLE_OF_RANK | {"prime", "pm"}:
            owners.add(stem(plain))
        else:
            words.update(SAME.get(plain, (plain,)))
    return Office(words=frozenset(words), ranks=frozenset(ranks), owners=frozenset(owners))


def stem(word: str) -> str:
    """A country's or group's name without the endings that make it an adjective.

    >>> stem("norlandese") == stem("norland"), stem("lorvani") == stem("lorvan")
    (True, True)
    """
    while len(word) > 4 and (shorter := ADJECTIVE.sub("", word)) != word:
        word = shorter
    return word


def bears(holder: Office, asked: Office) -> bool:
    """Whether whoever holds one office can be meant by a description of it."""
    if not asked.words or asked.ranks != holder.ranks or not asked.words <= holder.words:
        return False
    if asked.owners and not holder.owners:
        return not asked.words <= EVERYWHERE
    return not asked.owners or bool(asked.owners & holder.owners)


def is_other(held: Office, asked: Office) -> bool:
    """Whether an office differs from another in rank alone: a former minister is not the minister."""
    return bool(asked.words) and asked.words <= held.words and asked.ranks != held.ranks

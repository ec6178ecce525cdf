"""Names as they compare: titles, particles and transliterations laid aside, never given names."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.reconcile.aliases import by_one_name
from sayso.reconcile.phrases import content_words, fold, singular, without_brackets, word_list, word_set

PARTICLES = word_set("al el ul ad an ar as ash at az de del della di da do dos du la le van von der den ten")
TITLES = word_set(
    "mr mrs ms miss dr sir lady lord dame prof professor president premier minister secretary "
    "governor mayor senator rep representative congressman congresswoman ambassador envoy chancellor "
    "king queen prince princess sheikh sheik imam ayatollah bishop archbishop pope rev reverend "
    "father sister gen general lt lieutenant col colonel maj major capt captain sgt sergeant cmdr "
    "commander admiral brigadier marshal sheriff deputy officer inspector superintendent constable "
    "detective chief director chairman chairwoman chairperson head leader spokesman spokeswoman "
    "spokesperson attorney prosecutor judge justice coach analyst correspondent reporter witness "
    "resident journalist activist lawyer doctor nurse teacher manager owner"
)
REVERED = word_set("imam sheikh sheik king queen prince princess lord lady father sister pope ayatollah")
"""Titles that bodies carry in their names too ("King Edvard Hospital"): a person's stand first."""
# Spellings of one sound in common romanisations (UN, BGN/PCGN, press usage); order matters.
SOUNDS: tuple[tuple[str, str], ...] = (
    (r"ph", "f"), (r"gh|kh|q|ck", "k"), (r"dj", "j"), (r"dh", "d"), (r"th", "t"), (r"(?:eh|ah)$", "a"),
    (r"w", "v"), (r"o", "u"), (r"[ey]", "i"), (r"ai", "i"), (r"(.)\1+", r"\1"),
)  # fmt: skip

# Words that say no more than that a party is one.
GENERIC = word_set(
    "group organisation organization movement militant fighter rebel force party troop gunman member people "
    "terrorist jihadist extremist takfiri"
)
SAME_KIND = {"paramilitary": "militia", "militiamen": "militia", "insurgent": "rebel"}


@lru_cache(maxsize=65536)
def fold_token(token: str) -> str:
    """One word of a name by its sound.

    >>> fold_token("Qadir") == fold_token("Kadeer"), fold_token("Yousef") == fold_token("Yusuf")
    (True, False)
    """
    plain = re.sub(r"[\W_]", "", fold(token))
    for pattern, sound in SOUNDS:
        plain = re.sub(pattern, sound, plain)
    return plain


POINTS = frozenset(fold_token(word) for word in ("north", "south", "east", "west"))
"""Parts of names: South Norland is not Norland."""


@lru_cache(maxsize=65536)
def bare_name(name: str) -> str:
    """A name without brackets, and without the titles and offices before it.

    >>> bare_name("Port Ellery Mayor Ana de Souza"), bare_name("the Interior Ministry")
    ('Ana de Souza', 'Interior Ministry')
    """
    words = without_brackets(name).split()
    plain = [fold(word).strip(".,'") for word in words]
    titled = [
        place
        for place, word in enumerate(plain)
        if word in TITLES and (word not in REVERED or all(before in TITLES for before in plain[:place]))
    ]
    last = max(titled, default=-1)
    rest = words[last + 1 :]
    if last >= 0 and rest and all(is_name_word(word) for word in rest):
        words = rest
    while len(words) > 1 and fold(words[0]) in {"the", "a", "an"}:
        words = words[1:]
    return " ".join(words).strip(" ,.")


def is_name_word(word: str) -> bool:
    """Whether a word can be part of a person's name: it has a capital or is a particle."""
    return any(letter.isupper() for letter in word) or fold(word).strip("-'") in PARTICLES


@lru_cache(maxsize=65536)
def person_key(name: str) -> tuple[str, ...]:
    """A person's names by their sound, particles left out; the last one is the surname.

    >>> person_key("Prime Minister Omar al-Tariq") == person_key("Umar Tariq")
    True
    """
    parts = [part for part in re.split(r"[\s\-–.,]+", bare_name(name)) if re.search(r"\w", part)]
    core = [part for part in parts if fold(part) not in PARTICLES] or parts
    return tuple(fold_token(part) for part in core)


@lru_cache(maxsize=65536)
def body_key(name: str) -> tuple[str, ...]:
    """The words of a body, place or class by their sound, in order.

    >>> body_key("the Karrab Group") == body_key("Kar'rab group")
    True
    """
    return tuple(fold_token(word) for word in word_list(without_brackets(name))) or (fold(name),)


@lru_cache(maxsize=65536)
def party_words(name: str) -> frozenset[str]:
    """The words that tell one party from another, by their sound.

    >>> party_words("Dawn Front group") == party_words("the Dawn Front")
    True
    """
    found = {SAME_KIND.get(word, word) for word in content_words(by_one_name(bare_name(name)))}
    return frozenset(fold_token(word) for word in (found - GENERIC or found))


def same_party(a: str, b: str) -> bool:
    """Whether two wordings name one party. A class is never its member (STANDARDS 3).

    >>> same_party("the Northern Front", "Northern Front militants")
    True
    >>> same_party("Northern Front", "the Front")
    False
    """
    return party_words(a) == party_words(b)


def related_party(a: str, b: str) -> bool:
    """Whether one party is the other, a part of it, or speaks for it, as far as the words tell.

    >>> related_party("Norland", "Norlandese Air Force"), related_party("Norland", "Sudmark")
    (True, False)
    """
    first, second = party_words(a), party_words(b)
    if first & POINTS != second & POINTS:
        return False
    if first <= second or second <= first:
        return True
    return any(stem(x) == stem(y) and len(stem(x)) >= 4 for x in first for y in second if proper(a, x, y, b))


def stands_for(short: str, party: str) -> bool:
    """Whether "the groups" can be short for a party: a class word that its wording holds.

    >>> stands_for("the groups", "Norland-backed armed groups"), stands_for("the Front", "Dawn Front")
    (True, False)
    """
    words = content_words(short)
    return bool(words) and words <= GENERIC | {"militia"} and words <= content_words(without_brackets(party))


def proper(a: str, x: str, y: str, b: str) -> bool:
    """Whether words x of a and y of b are printed with a capital, as names of countries and groups are."""
    capitals = [
        {fold_token(singular(fold(word))) for word in re.findall(r"\b[^\W\d_a-z]\w+", text)}
        for text in (a, b)
    ]
    return x in capitals[0] and y in capitals[1]


def stem(word: str) -> str:
    """A country's or group's name without the ending that makes it an adjective."""
    return re.sub(r"(?:isi|is|ian|an|i|ish|ia|a)$", "", word)

"""Which names are worth comparing: those that share a key."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

from sayso.reconcile.naming import chinese
from sayso.reconcile.naming.body_names import alternatives, read_body
from sayso.reconcile.naming.given_names import short_forms
from sayso.reconcile.naming.letters import coarse, loose_sound, skeleton
from sayso.reconcile.naming.person_names import read_person
from sayso.reconcile.naming.tables import family_numbers
from sayso.reconcile.naming.tokens import BARE, Word, one_letter_less, unvowelled

MOST = 5
"""Words of a name whose consonants are keys in pairs."""


@lru_cache(maxsize=65536)
def block_keys(name: str, *, kind: str) -> frozenset[str]:
    """Keys of a name; two names that compare as the same, or one as a part of the other, share one.

    Keys are loose sounds, families of given names, consonants for the scripts that write no others, and
    for a name of one word what is left of it without each of its letters.

    >>> bool(block_keys("Qasim Bakri", kind="person") & block_keys("Kassem", kind="person"))
    True
    """
    if kind == "person":
        person = read_person(name)
        keys = keys_of(person.words, person.plain) | {
            "C" + chinese.coarse(person.plain),
            "S" + coarse(person.plain),
        }
        return frozenset(keys if person.plain else {name.strip().casefold()})
    return frozenset().union(*(body_keys(part, kind) for part in alternatives(name)))


def body_keys(name: str, kind: str) -> set[str]:
    """Keys of a body's name."""
    body = read_body(name, kind)
    if not body.every:
        return {name.strip().casefold()}
    keys = {"A" + initials for initials in body.initials | body.acronyms if len(initials) > 1}
    keys |= {loose_sound(body.named), loose_sound(body.every)}
    return keys | keys_of(body.words, body.plain, short=2)


def keys_of(words: tuple[Word, ...], plain: str, *, short: int = 1) -> set[str]:
    """Keys of a name's words and of all of them together; of so few words without each letter too."""
    keys = {key for word in words for key in word_keys(word) if len(word.text) > 1 or len(words) == 1}
    for size in (2, 3):
        runs = (words[place : place + size] for place in range(len(words) - size + 1))
        keys |= {loose_sound("".join(word.text for word in run)) for run in runs}
    bare = sorted(unvowelled(word.text) for word in words[:MOST])
    keys |= {"+".join(pair) for pair in combinations(bare, 2)}
    keys.add(loose_sound(plain))
    if len(words) <= short:
        keys |= {"D" + less for less in one_letter_less(plain)} | {"K" + skeleton(plain)}
    return keys


def word_keys(word: Word) -> set[str]:
    """Keys of one word: its sound, its consonants for scripts without vowels, and its families."""
    keys = {loose_sound(word.text)}
    if len(unvowelled(word.text)) >= BARE:
        keys.add("U" + unvowelled(word.text))
    keys |= {f"F{number}" for number in family_numbers().get(word.text, ())}
    return keys | {"/".join(sorted((word.text, other))) for other in short_forms().get(word.text, ())}

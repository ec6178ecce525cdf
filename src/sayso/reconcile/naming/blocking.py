"""Which names are worth comparing: those that share a key."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from sayso.reconcile.naming import chinese
from sayso.reconcile.naming.body_names import alternatives, read_body
from sayso.reconcile.naming.given_names import short_forms
from sayso.reconcile.naming.letters import coarse, skeleton
from sayso.reconcile.naming.person_names import read_person
from sayso.reconcile.naming.tables import family_numbers
from sayso.reconcile.naming.tokens import HALF_VOWELS, Word, one_letter_less


@lru_cache(maxsize=65536)
def block_keys(name: str, *, kind: str) -> frozenset[str]:
    """Keys of a name; two names that compare as the same, or one as a part of the other, share one.

    Keys are sounds without vowels, families of given names, and for a name of one word what is left
    of it without each of its letters.

    >>> "ksm" in block_keys("Qasim Bakri", kind="person") & block_keys("Kassem", kind="person")
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
    keys |= {skeleton(body.named), skeleton(body.every)}
    return keys | keys_of(body.words, body.plain, short=2)


def keys_of(words: tuple[Word, ...], plain: str, *, short: int = 1) -> set[str]:
    """Keys of a name's words and of all of them together; of so few words without each letter too."""
    keys = {key for word in words for key in word_keys(word) if len(word.text) > 1 or len(words) == 1}
    keys |= {skeleton(first.text + second.text) for first, second in pairwise(words)}
    return keys | whole_keys(plain, single=len(words) <= short)


def word_keys(word: Word) -> set[str]:
    """Keys of one word: its consonants, as in scripts without vowels too, and its families."""
    keys = {skeleton(word.text), skeleton(word.text.translate(HALF_VOWELS))}
    keys |= {f"F{number}" for number in family_numbers().get(word.text, ())}
    return keys | {"/".join(sorted((word.text, other))) for other in short_forms().get(word.text, ())}


def whole_keys(plain: str, *, single: bool) -> set[str]:
    """Keys of the name as one word; for one that is one word, without each of its letters too."""
    keys = {skeleton(plain)}
    return keys | {"D" + less for less in one_letter_less(plain)} if single else keys

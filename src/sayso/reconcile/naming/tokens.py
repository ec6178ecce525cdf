"""One word of a name against one word of another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from sayso.reconcile.naming.given_names import is_known, same_given_name
from sayso.reconcile.naming.letters import plain_ending, skeleton, sound, sounds_alike

SLIP = 5
"""Letters (of the sound) from which on one edit is taken for a slip of the typist (tried: 4 to 7)."""
LONG_SLIP = 9
"""Letters from which on two edits are."""


class Likeness(StrEnum):
    """How one word is like another, the closest first."""

    EQUAL = "equal"
    SOUND = "sound"
    SCRIPT = "script"
    VARIANT = "variant"
    SLIP = "slip"
    INITIAL = "initial"
    GENDER = "gender"
    NONE = "none"


RANK = {likeness: rank for rank, likeness in enumerate(Likeness)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a name.

    Attributes:
        text: Romanised, lower case, letters and digits only.
        shown: As printed.
        unvowelled: Whether its script leaves short vowels out.
    """

    text: str
    shown: str
    unvowelled: bool = False


@lru_cache(maxsize=131072)
def likeness(a: str, b: str) -> Likeness:
    """How two romanised words are like each other.

    >>> likeness("qasim", "kassem").value, likeness("bill", "william").value
    ('sound', 'variant')
    >>> likeness("salim", "salam").value
    'none'
    """
    first, second = sound(a), sound(b)
    if len(a) == 1 or len(b) == 1:
        return Likeness.INITIAL if first[:1] == second[:1] else Likeness.NONE
    if a == b:
        return Likeness.EQUAL
    if a[:2] == b[:2] and is_gender_pair(a, b):
        return Likeness.GENDER
    if first == second:
        return Likeness.SOUND
    return given_names_alike(a, b) or (
        Likeness.SOUND if sounds_alike(first, second) else Likeness.SLIP if is_slip(a, b) else Likeness.NONE
    )


def given_names_alike(a: str, b: str) -> Likeness | None:
    """What the tables of given names say of two words; None if they do not have both."""
    if same_given_name(a, b):
        return Likeness.SOUND if skeleton(a) == skeleton(b) else Likeness.VARIANT
    return Likeness.NONE if is_known(a) and is_known(b) else None


def is_slip(a: str, b: str) -> bool:
    """Whether two romanised words are so long that their one difference (two, if very long) can be a slip.

    >>> is_slip("lindqvist", "lindqvits"), is_slip("berg", "borg"), is_slip("narendra", "narender")
    (True, False, True)
    """
    a, b = plain_ending(a), plain_ending(b)
    short, long = sorted((len(a), len(b)))
    if short < SLIP - 1 or long < SLIP:
        return False
    letters = OSA.distance(a, b, score_cutoff=2)
    if letters <= (2 if short >= LONG_SLIP else 1):
        return True
    if letters > 2 or short <= SLIP:
        return False
    return OSA.distance(sound(a), sound(b), score_cutoff=1) <= 1 or (
        short > SLIP + 1 and skeleton(a) == skeleton(b)
    )


@lru_cache(maxsize=65536)
def one_letter_less(text: str) -> frozenset[str]:
    """A romanised word and its sound, and both without each of their letters.

    Two words that are one edit apart share one of them.
    """
    return frozenset(
        word[:place] + word[place + 1 :]
        for word in (plain_ending(text), sound(text))
        for place in range(len(word) + 1)
    )


def is_one_slip(a: str, b: str) -> bool:
    """Whether two words that are all there is of two names differ by one slip alone."""
    return skeleton(a) == skeleton(b) or bool(one_letter_less(a) & one_letter_less(b))


def is_short_slip(a: str, b: str) -> bool:
    """Whether two words of four letters or more are one edit apart, and not two given names in the tables."""
    short = min(len(a), len(b))
    return short > SLIP - 2 and not (is_known(a) and is_known(b)) and OSA.distance(a, b, score_cutoff=1) <= 1


def is_gender_pair(a: str, b: str) -> bool:
    """Whether two words are the forms of one name for a man and a woman.

    >>> is_gender_pair("karim", "karima"), is_gender_pair("petrov", "petrova")
    (True, True)
    >>> is_gender_pair("carlo", "carlos")
    False
    """
    if len(a) > len(b):
        a, b = b, a
    if len(a) == len(b):
        return a[:-1] == b[:-1] and len(a) > 3 and {a[-1], b[-1]} == {"a", "o"}
    ending = b[len(a) :]
    return b.startswith(a) and len(a) > 3 and a[-1] not in "aeiouyh" and ending in {"a", "ah", "eh"}


def same_script(a: Word, b: Word) -> bool:
    """Whether a word in letters without vowels can be the other: their consonants are the same."""
    first, second = unvowelled(a.text), unvowelled(b.text)
    return first == second and (len(first) > 1 or min(len(a.text), len(b.text)) < SLIP)


HALF_VOWELS = str.maketrans({"w": None, "y": None, "v": None, "h": None})
BARE = 3
"""Consonants from which on a lone word in a script without vowels can be told."""


@lru_cache(maxsize=65536)
def unvowelled(text: str) -> str:
    """A word as a script without vowels has it; w and y stand for vowels there, so they are passed over.

    >>> unvowelled("yousef"), unvowelled("ywsf")
    ('sf', 'sf')
    """
    return skeleton(text.translate(HALF_VOWELS))


def compare_words(a: Word, b: Word) -> Likeness:
    """How two words are like each other, whatever their scripts."""
    found = likeness(a.text, b.text)
    if a.unvowelled == b.unvowelled or found in {Likeness.EQUAL, Likeness.VARIANT}:
        return found
    if found is not Likeness.INITIAL and same_script(a, b) and not is_known_apart(a, b):
        return Likeness.SCRIPT
    return found


def is_known_apart(a: Word, b: Word) -> bool:
    """Whether both words are given names in the tables: then those tell."""
    return is_known(a.text) and is_known(b.text)

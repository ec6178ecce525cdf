"""Which word of one name is which of another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from sayso.reconcile.naming.letters import sound
from sayso.reconcile.naming.model import CONFLICT, Feature
from sayso.reconcile.naming.tokens import RANK, Likeness, Word, compare_words

if TYPE_CHECKING:
    from collections.abc import Sequence


FIRM = frozenset({Likeness.EQUAL, Likeness.SOUND, Likeness.SCRIPT, Likeness.VARIANT})


SPELT = 3
"""Letters by which two spellings of a name differ at most, for joining its words."""
Words: TypeAlias = tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Which word of one name is which of the other, and what is left over."""

    pairs: tuple[tuple[int, int, Likeness], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


def align(a: Sequence[Word], b: Sequence[Word]) -> Alignment:
    """Pair the words of two names, the likest first, then those in like places."""
    found = []
    for i, first in enumerate(a):
        for j, second in enumerate(b):
            like = compare_words(first, second)
            if like is not Likeness.NONE:
                found.append((RANK[like], abs(i - j), i + j, i, j, like))
    found.sort()
    pairs: list[tuple[int, int, Likeness]] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for _, _, _, i, j, like in found:
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append((i, j, like))
    return Alignment(
        pairs=tuple(pairs),
        left=tuple(i for i in range(len(a)) if i not in taken_a),
        right=tuple(j for j in range(len(b)) if j not in taken_b),
    )


def align_rejoined(a: Words, b: Words) -> tuple[Words, Words, Alignment]:
    """Two names' words, joined where one has two for one of the other's, and their alignment."""
    found = align(a, b)
    if not (found.pairs and found.left and found.right):
        return a, b, found
    first = rejoin(a, b) if may_rejoin(a, [b[j] for j in found.right]) else a
    second = rejoin(b, a) if may_rejoin(b, [a[i] for i in found.left]) else b
    if len(first) == len(a) and len(second) == len(b):
        return a, b, found
    return first, second, align(first, second)


def may_rejoin(words: Words, odd: Sequence[Word]) -> bool:
    """Whether an odd word of the other name is long enough to be two neighbours of these."""
    longest = max(len(word.text) for word in odd)
    return any(len(one.text) + len(other.text) <= longest + SPELT for one, other in pairwise(words))


def rejoin(a: Words, b: Words) -> Words:
    """The words of a, neighbours joined where b has them as one word."""
    texts = {sound(word.text) for word in b}
    words = list(a)
    place = 0
    while place + 1 < len(words):
        for end in (place + 3, place + 2):
            text = "".join(word.text for word in words[place:end])
            if end <= len(words) and sound(text) in texts:
                shown = " ".join(word.shown for word in words[place:end])
                words[place:end] = [Word(text=text, shown=shown, unvowelled=words[place].unvowelled)]
                break
        place += 1
    return tuple(words)


def apart(a: Word, b: Word, place: str) -> Feature:
    """Two words that cannot be one name."""
    first, second = sorted((a.shown, b.shown))
    return Feature(name=place, weight=CONFLICT, why=f'"{first}" is not "{second}"')

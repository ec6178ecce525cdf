"""Whole names of companies, organisations, vessels and places compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.reconcile.naming import tables
from sayso.reconcile.naming.aligning import FIRM, align_rejoined, apart
from sayso.reconcile.naming.body_names import BodyName, read_body
from sayso.reconcile.naming.letters import sound
from sayso.reconcile.naming.model import CONFLICT, Feature, NameComparison, conclude
from sayso.reconcile.naming.tokens import Likeness, Word, is_one_slip

if TYPE_CHECKING:
    from collections.abc import Sequence


WEIGHTS = {
    Likeness.EQUAL: 2.0, Likeness.SOUND: 1.6, Likeness.SCRIPT: 1.4, Likeness.VARIANT: 0.8,
    Likeness.SLIP: 0.7, Likeness.INITIAL: -0.5,
}  # fmt: skip

LONG_WORD, LONG_NAME = 6, 9
"""Letters from which on a word, or a whole name, is long enough to bear a slip."""


def compare_bodies(a: str, b: str, kind: str) -> NameComparison:
    """Compare two names of bodies, vessels or places (see compare_names)."""
    one, other = read_body(a, kind), read_body(b, kind)
    if not (one.plain or one.numbers) or not (other.plain or other.numbers):
        equal = a.strip().casefold() == b.strip().casefold()
        return conclude([Feature(name="letters", weight=4.0 if equal else 0.0, why="no letters to compare")])
    features = form_features(one, other, kind)
    if any(feature.weight <= CONFLICT for feature in features):
        return conclude(features, veto=True)
    if one.numbers != other.numbers:
        return numbers_apart(one, other)
    if one.numbers:
        features.append(
            Feature(name="number", weight=0.5, why=f"both have the number {' '.join(one.numbers)}")
        )
    whole = same_whole(one, other)
    if whole:
        return conclude([*features, whole])
    return acronym(one, other, kind) or compare_words_of(one, other, features)


def form_features(one: BodyName, other: BodyName, kind: str) -> list[Feature]:
    """What the legal forms say: two classes of them are two companies."""
    if kind not in {"company", "organisation"} or not one.form or not other.form:
        return []
    first, second = sorted((tables.FORM_NAMES[one.form], tables.FORM_NAMES[other.form]))
    if first == second:
        return [Feature(name="legal form", weight=0.3, why=f"both are {first}")]
    return [Feature(name="legal form", weight=CONFLICT, why=f"{first} is not {second}")]


def numbers_apart(one: BodyName, other: BodyName) -> NameComparison:
    """Names whose numbers differ: two things if both have one, undecided if only one has."""
    first, second = sorted((" ".join(one.numbers), " ".join(other.numbers)))
    if first and second:
        return conclude(
            [Feature(name="number", weight=CONFLICT, why=f"number {first} is not number {second}")], veto=True
        )
    note = Feature(name="number", weight=-1.0, why=f"only one has the number {second}")
    if one.plain == other.plain:
        return conclude([Feature(name="name", weight=2.0, why="otherwise the same"), note], partial=True)
    return conclude([note, Feature(name="name", weight=-2.0, why="not the same name")])


def same_whole(one: BodyName, other: BodyName) -> Feature | None:
    """What the whole names tell without a look at their words."""
    if [word.text for word in one.words] == [word.text for word in other.words]:
        return Feature(name="name", weight=5.0, why="the same name but for legal form and small words")
    if {one.plain, one.named, one.every} & {other.plain, other.named, other.every}:
        return Feature(name="spacing", weight=4.0, why="the same letters, divided into other words")
    first, second = sound(one.plain), sound(other.plain)
    if first == second:
        return Feature(name="spelling", weight=3.5, why="the same name in another spelling")
    divided = {len(one.words), len(other.words)} == {1, 2}
    if divided and min(len(first), len(second)) >= LONG_NAME and is_one_slip(one.plain, other.plain):
        return Feature(name="spelling", weight=2.5, why="divided otherwise, and one slip in a long name")
    return None


def acronym(one: BodyName, other: BodyName, kind: str) -> NameComparison | None:
    """One name as the other's acronym; two letters, or a company's, cannot decide alone."""
    for short, full in ((one, other), (other, one)):
        letters = sorted(short.acronyms & full.initials)
        if not letters or len(full.words) < 2 or len(short.words) > 2:
            continue
        why = f'"{letters[0].upper()}" are the initials of the other name'
        if len(letters[0]) == 2 or kind == "company":
            return conclude([Feature(name="acronym", weight=1.5, why=why)], partial=True)
        return conclude([Feature(name="acronym", weight=2.4, why=why)])
    return None


def compare_words_of(one: BodyName, other: BodyName, features: list[Feature]) -> NameComparison:
    """Compare two bodies' names word by word: each word that only one has tells them apart."""
    a, b, found = align_rejoined(one.words, other.words)
    pairs = [pair for pair in found.pairs if pair[2] in WEIGHTS]
    left = [*found.left, *(pair[0] for pair in found.pairs if pair[2] not in WEIGHTS)]
    right = [*found.right, *(pair[1] for pair in found.pairs if pair[2] not in WEIGHTS)]
    features += [word_feature(a[i], b[j], like) for i, j, like in pairs]
    for i, j in [(i, j) for i in left for j in right if is_adjective(a[i].text, b[j].text)]:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            features.append(word_feature(a[i], b[j], Likeness.VARIANT))
    if left and right:
        return conclude([*features, apart(a[left[0]], b[right[0]], "word")], veto=True)
    firm = any(like in FIRM for _, _, like in pairs)
    if not left and not right:
        weight = 1.2 if len(one.plain) > LONG_WORD else 0.8
        bonus = Feature(name="words", weight=weight, why="neither has another word")
        return conclude([*features, bonus], supported=firm or is_lone_slip(a, b))
    if firm and any({word.text for word in words} <= tables.INSTITUTIONS for words in (a, b)):
        note = Feature(name="part", weight=0.0, why="one is a short form that many such bodies share")
        return conclude([*features, note], partial=True)
    extra = a[left[0]] if left else b[right[0]]
    why = f'only one has "{extra.shown}", which tells them apart'
    return conclude([*features, Feature(name="word", weight=CONFLICT, why=why)], veto=True)


def is_lone_slip(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether both names are of one word and differ by one slip."""
    return len(a) == len(b) == 1 and is_one_slip(a[0].text, b[0].text)


PEOPLE = re.compile(r"(?:i|n|an|ian|ese|ish|is|er|a|e)")


def is_adjective(a: str, b: str) -> bool:
    """Whether one word is the other with the ending of what belongs to a country or place.

    >>> is_adjective("norland", "norlandese"), is_adjective("lorvan", "lorvania")
    (True, False)
    """
    short, long = sorted((a, b), key=len)
    stem = short[:-1] if short[-1] in "ae" else short
    return len(stem) > 3 and any(
        long.startswith(one) and PEOPLE.fullmatch(long[len(one) :]) for one in (short, stem)
    )


def word_feature(a: Word, b: Word, like: Likeness) -> Feature:
    """What a word that both names have says."""
    first, second = sorted((a.shown, b.shown))
    if a.text == b.text:
        like = Likeness.EQUAL
    return Feature(name="word", weight=WEIGHTS[like], why=REASONS[like].format(first, second))


REASONS = {
    Likeness.EQUAL: 'both have "{0}"',
    Likeness.SOUND: '"{0}" and "{1}" are one word in two spellings',
    Likeness.SCRIPT: '"{0}" and "{1}" are one word in two scripts',
    Likeness.VARIANT: '"{0}" and "{1}" are forms of one name',
    Likeness.SLIP: '"{0}" and "{1}" differ so little that it can be a slip',
    Likeness.INITIAL: '"{0}" can stand for "{1}"',
}

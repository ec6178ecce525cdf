"""Whole names of persons compared."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.reconcile.naming import chinese, tables
from sayso.reconcile.naming.aligning import FIRM, Alignment, align_rejoined, apart
from sayso.reconcile.naming.given_names import is_known
from sayso.reconcile.naming.letters import coarse, sound
from sayso.reconcile.naming.model import CONFLICT, Feature, NameComparison, conclude
from sayso.reconcile.naming.person_names import LATIN, SYLLABIC, PersonName, read_person
from sayso.reconcile.naming.tokens import BARE, Likeness, Word, is_one_slip, is_short_slip, unvowelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


PATRONYMIC = re.compile(
    r"(?:ovich|evich|ovych|evych|yevych|ovna|evna|ivna|yivna|ievich|ovic|oglu|ogly|kyzy|dottir)$"
)

WEIGHTS = {
    Likeness.EQUAL: 2.0, Likeness.SOUND: 1.7, Likeness.SCRIPT: 1.4, Likeness.VARIANT: 1.2,
    Likeness.SLIP: 0.5, Likeness.INITIAL: 0.2,
}  # fmt: skip
"""Points of a word that both names have."""

COMMON_SHARE = 0.58
"""Part of them that a very common one has: two such and a further name are not enough."""

MISSING, MANY, SWAPPED = -0.6, -1.1, -0.6
"""Points of a name that only one has, of one beyond as many as are shared, of another order."""

REASONS = {
    Likeness.EQUAL: 'both have "{0}"',
    Likeness.SOUND: '"{0}" and "{1}" are one name in two romanisations',
    Likeness.SCRIPT: '"{0}" and "{1}" are one name in two scripts',
    Likeness.VARIANT: '"{0}" and "{1}" are forms of one name',
    Likeness.SLIP: '"{0}" and "{1}" differ so little that it can be a slip',
    Likeness.INITIAL: '"{0}" can stand for "{1}"',
}


def compare_persons(a: str, b: str) -> NameComparison:
    """Compare two persons' names (see compare_names)."""
    one, other = read_person(a), read_person(b)
    if one.suffix != other.suffix and (one.suffix and other.suffix):
        return conclude(
            [Feature(name="suffix", weight=CONFLICT, why=f"{one.suffix} is not {other.suffix}")], veto=True
        )
    if not one.plain or not other.plain:
        equal = a.strip().casefold() == b.strip().casefold()
        return conclude([Feature(name="letters", weight=4.0 if equal else 0.0, why="no letters to compare")])
    found = same_whole(one, other)
    if found is None:
        found = compare_parts(one, other)
    return with_suffix(found, one, other)


def with_suffix(found: NameComparison, one: PersonName, other: PersonName) -> NameComparison:
    """Where only one name says that it is the son's, the names alone cannot decide."""
    if one.suffix == other.suffix or not (found.same or found.partial):
        return found
    suffix = one.suffix or other.suffix
    note = Feature(
        name="suffix", weight=-2.5, why=f"only one of them is called {suffix}, a father or son may be meant"
    )
    return conclude([*found.features, note], partial=True)


def same_whole(one: PersonName, other: PersonName) -> NameComparison | None:
    """What the whole names tell without a look at their parts; None if nothing."""
    if found := whole_feature(one, other):
        return conclude([found])
    if one.script == other.script == SYLLABIC:
        why = f'"{one.shown}" is not "{other.shown}"'
        return conclude([Feature(name="name", weight=CONFLICT, why=why)], veto=True)
    return None


def whole_feature(one: PersonName, other: PersonName) -> Feature | None:
    """What two whole names have in common, if it is all of them."""
    texts = [[word.text for word in name.words] for name in (one, other)]
    if texts[0] == texts[1]:
        return Feature(name="name", weight=5.0, why="the same names, letter for letter")
    if one.plain == other.plain:
        return Feature(name="spacing", weight=4.0, why="the same letters, divided into other words")
    if sound(one.plain) == sound(other.plain):
        return Feature(name="romanisation", weight=3.8, why="the same names in two romanisations")
    if chinese.same_syllables(one.plain, other.plain, [*texts[0], *texts[1]]):
        why = "the same Chinese syllables, in Wade-Giles and in Pinyin"
        return Feature(name="romanisation", weight=3.5, why=why)
    if one.script != other.script and LATIN in {one.script, other.script}:
        first, second = coarse(one.plain), coarse(other.plain)
        if first == second and len(first) > 3:
            return Feature(name="script", weight=3.0, why="the same consonants in another script")
    return None


def compare_parts(one: PersonName, other: PersonName) -> NameComparison:
    """Compare two persons' names word by word."""
    a, b = one.words, other.words
    if len(a) != len(b):
        a, b = expand_initials(a, b), expand_initials(b, a)
    a, b, found = align_rejoined(a, b)
    found = with_short_slip(found, a, b)
    left = tuple(i for i in found.left if a[i].text not in tables.OPTIONAL)
    right = tuple(j for j in found.right if b[j].text not in tables.OPTIONAL)
    if (left or right) and len(found.left) == len(found.right):
        left, right = found.left, found.right
    features = [shared_feature(a[i], b[j], like, place_name(i, j, a, b)) for i, j, like in found.pairs]
    gender = [feature for feature in features if feature.weight <= CONFLICT]
    if gender:
        return conclude(features, veto=True)
    firm = [(i, j) for i, j, like in found.pairs if like in FIRM and not is_too_bare(like, a[i].text)]
    firm = firm or [(i, j) for i, j, like in found.pairs if like in FIRM][1:]
    if left and right:
        if len(a) == len(b) == 1 and not firm:
            return conclude([*features, apart(a[0], b[0], "name")])
        features.append(apart(a[left[-1]], b[right[-1]], place_name(left[-1], right[-1], a, b)))
        return conclude(features, veto=True)
    if not found.pairs:
        return conclude([Feature(name="name", weight=CONFLICT, why="no name in common")], veto=True)
    if min(len(a), len(b)) == 1:
        return single(a, b, features, firm=bool(firm))
    features.extend(order_features(found, a, b, one, other))
    features.extend(extra_features(a, left, b, right, len(found.pairs)))
    return undecided(conclude(features, supported=bool(firm)), firm=bool(firm))


def expand_initials(a: tuple[Word, ...], b: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a, with initials in one word taken apart where b has names for them.

    >>> words = expand_initials(read_person("JC Lund").words, read_person("Jean-Claude Lund").words)
    >>> [word.text for word in words]
    ['j', 'c', 'lund']
    """
    starts = "".join(word.text[0] for word in b)
    found: list[Word] = []
    for word in a:
        if 1 < len(word.text) < 4 and word.shown.isupper() and len(b) > len(a) and word.text in starts:
            found.extend(Word(text=letter, shown=letter.upper()) for letter in word.text)
        else:
            found.append(word)
    return tuple(found)


def is_too_bare(like: Likeness, text: str) -> bool:
    """Whether a word is like another only by too few consonants to tell by themselves."""
    return like is Likeness.SCRIPT and len(unvowelled(text)) < BARE


def with_short_slip(found: Alignment, a: Sequence[Word], b: Sequence[Word]) -> Alignment:
    """The alignment with its only two odd words paired, where they are one edit apart.

    A slip in a short word, which by itself is a name of its own, is believed if two other names agree.
    """
    firm = sum(like in FIRM for _, _, like in found.pairs)
    if len(found.left) != 1 or len(found.right) != 1 or firm < 2:
        return found
    i, j = found.left[0], found.right[0]
    if not is_short_slip(a[i].text, b[j].text):
        return found
    return Alignment(pairs=(*found.pairs, (i, j, Likeness.SLIP)), left=(), right=())


def undecided(found: NameComparison, *, firm: bool) -> NameComparison:
    """Names of which nothing conflicts but too little is shared: it can be one person."""
    return found if found.same or not firm else replace(found, partial=True)


def single(a: Sequence[Word], b: Sequence[Word], features: list[Feature], *, firm: bool) -> NameComparison:
    """A name of one word: against another such, or against a longer name."""
    if len(a) == len(b):
        bonus = Feature(name="name", weight=1.4, why="neither has another name")
        return conclude([*features, bonus], supported=firm or is_one_slip(a[0].text, b[0].text))
    if not firm:
        return conclude(features, supported=False)
    short, full = sorted((a, b), key=len)
    shown = " ".join(word.shown for word in full)
    note = Feature(name="part", weight=0.0, why=f'"{short[0].shown}" is a part of "{shown}"')
    return conclude([*features, note], partial=True)


def place_name(i: int, j: int, a: Sequence[Word], b: Sequence[Word]) -> str:
    """What a name in these places is called."""
    if PATRONYMIC.search(a[i].text) and i:
        return "patronymic"
    if i == len(a) - 1 and j == len(b) - 1:
        return "surname"
    return "given name" if i == j == 0 else "middle name"


def shared_feature(a: Word, b: Word, like: Likeness, place: str) -> Feature:
    """What a word that both names have says."""
    first, second = sorted((a.shown, b.shown))
    if like is Likeness.GENDER:
        why = f'"{first}" and "{second}" are a man\'s and a woman\'s form of a name'
        return Feature(name=place, weight=CONFLICT, why=why)
    weight = WEIGHTS[like]
    if {a.text, b.text} & tables.COMMON and like in FIRM:
        weight *= COMMON_SHARE
    return Feature(name=place, weight=weight, why=REASONS[like].format(first, second))


def order_features(
    found: Alignment, a: Sequence[Word], b: Sequence[Word], one: PersonName, other: PersonName
) -> Iterable[Feature]:
    """What the order of the names says: a surname may come first, two given names may not change places."""
    pairs = sorted(found.pairs)
    if all(x[1] < y[1] for x, y in pairwise(pairs)):
        return
    if one.ordered != other.ordered:
        yield Feature(name="word order", weight=-0.2, why="one puts the surname first, before a comma")
    elif (
        len(a) == len(b) == 2 and all(is_known(word.text) for word in (*a, *b)) and not one.sons + other.sons
    ):
        yield Feature(
            name="word order", weight=-2.6, why="two given names in the other order are another name"
        )
    else:
        yield Feature(name="word order", weight=SWAPPED, why="the same names in another order")


def extra_features(
    a: Sequence[Word], left: Sequence[int], b: Sequence[Word], right: Sequence[int], shared: int
) -> Iterable[Feature]:
    """What the names say that only one of the two has."""
    extra = [a[i] for i in left] or [b[j] for j in right]
    for number, word in enumerate(extra):
        weight = MANY if number >= shared else MISSING
        yield Feature(name="further name", weight=weight, why=f'only one has "{word.shown}"')

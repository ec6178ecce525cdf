"""Whole names of persons."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.reconcile.naming import chinese, tables
from sayso.reconcile.naming.given_names import is_known
from sayso.reconcile.naming.letters import ABJAD, IDEOGRAPHIC, LETTER, QUOTES, coarse, repair, romanise, sound
from sayso.reconcile.naming.model import Feature, NameComparison, conclude
from sayso.reconcile.naming.tokens import RANK, Likeness, Word, compare_words, is_one_slip, is_short_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SPLIT = re.compile(rf"[^{LETTER}{QUOTES}]+|_+")
BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
NOT_WORD = re.compile(r"[\W_]+")
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
MISSING, MANY, SWAPPED, CONFLICT = -0.6, -1.1, -0.6, -6.0
FIRM = frozenset({Likeness.EQUAL, Likeness.SOUND, Likeness.SCRIPT, Likeness.VARIANT})


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


LATIN, SYLLABIC, OTHER = "alphabet", "syllables", "other"
ALPHABETIC = re.compile(
    r"[a-z\u00aa-\u052f\u0590-\u07bf\u08a0-\u08ff\u1e00-\u1fff\ufb00-\ufefc]", re.IGNORECASE
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


COMPOUND = re.compile(r"^[ae]bd[aeiou]+(?:l|([rsdnzt])(?=\1))?(?!.*[eo]va?$)")
FAITHFUL = re.compile(r"(?:[aeiu](?:d|l))?d(?:i|ee|ie)n[e]?$")


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


def rejoin(a: tuple[Word, ...], b: tuple[Word, ...]) -> tuple[Word, ...]:
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
    found = align(a, b)
    if found.pairs and found.left and found.right:
        a, b = rejoin(a, b), rejoin(b, a)
        found = align(a, b)
    found = with_short_slip(found, a, b)
    left = tuple(i for i in found.left if a[i].text not in tables.OPTIONAL)
    right = tuple(j for j in found.right if b[j].text not in tables.OPTIONAL)
    if (left or right) and len(found.left) == len(found.right):
        left, right = found.left, found.right
    features = [shared_feature(a[i], b[j], like, place_name(i, j, a, b)) for i, j, like in found.pairs]
    gender = [feature for feature in features if feature.weight <= CONFLICT]
    if gender:
        return conclude(features, veto=True)
    firm = [pair for pair in found.pairs if pair[2] in FIRM]
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
    if a.text in tables.COMMON and like in FIRM:
        weight *= COMMON_SHARE
    return Feature(name=place, weight=weight, why=REASONS[like].format(first, second))


REASONS = {
    Likeness.EQUAL: 'both have "{0}"',
    Likeness.SOUND: '"{0}" and "{1}" are one name in two romanisations',
    Likeness.SCRIPT: '"{0}" and "{1}" are one name in two scripts',
    Likeness.VARIANT: '"{0}" and "{1}" are forms of one name',
    Likeness.SLIP: '"{0}" and "{1}" differ so little that it can be a slip',
    Likeness.INITIAL: '"{0}" can stand for "{1}"',
}


def apart(a: Word, b: Word, place: str) -> Feature:
    """Two words that cannot be one name."""
    first, second = sorted((a.shown, b.shown))
    return Feature(name=place, weight=CONFLICT, why=f'"{first}" is not "{second}"')


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


def is_two_given(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether both names are of two words that all are given names in the tables."""
    return len(a) == len(b) == 2 and all(is_known(word.text) for word in (*a, *b))


def extra_features(
    a: Sequence[Word], left: Sequence[int], b: Sequence[Word], right: Sequence[int], shared: int
) -> Iterable[Feature]:
    """What the names say that only one of the two has."""
    extra = [a[i] for i in left] or [b[j] for j in right]
    for number, word in enumerate(extra):
        weight = MANY if number >= shared else MISSING
        yield Feature(name="further name", weight=weight, why=f'only one has "{word.shown}"')

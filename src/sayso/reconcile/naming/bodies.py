"""Whole names of companies, organisations, vessels and places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from sayso.reconcile.naming import tables
from sayso.reconcile.naming.letters import LETTER, QUOTES, romanise, sound
from sayso.reconcile.naming.model import Feature, NameComparison, conclude
from sayso.reconcile.naming.persons import FIRM, align, apart, rejoin
from sayso.reconcile.naming.tokens import Likeness, Word, is_one_slip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DOTTED = re.compile(r"(?<!\w)((?:\w\.){1,}\w?)(?!\w)\.?")
WORD = re.compile(rf"[{LETTER}{QUOTES}&]+")
POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
NOT_WORD = re.compile(r"[\W_]+")
NUMBER = re.compile(r"\d+")
ACRONYM = re.compile(r"[^\W\d_]{2,7}")
WEIGHTS = {
    Likeness.EQUAL: 2.0, Likeness.SOUND: 1.6, Likeness.SCRIPT: 1.4, Likeness.VARIANT: 0.8,
    Likeness.SLIP: 0.7, Likeness.INITIAL: -0.5,
}  # fmt: skip
CONFLICT = -6.0
LONG_WORD, LONG_NAME = 6, 9
"""Letters from which on a word, or a whole name, is long enough to bear a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """A body's name taken apart.

    Attributes:
        words: The words that tell it from others, in order.
        form: Its legal form's class (a key of tables.LEGAL_FORMS); empty if none or any company's.
        numbers: The numbers in it, in order.
        initials: First letters of its words with and without small words.
        acronyms: Those of its words that are printed as acronyms, lower case.
        plain: The telling words as one string.
        every: All words as one string.
        named: All words but the legal form as one string.
    """

    words: tuple[Word, ...]
    form: str
    numbers: tuple[str, ...]
    initials: frozenset[str]
    acronyms: frozenset[str]
    plain: str
    every: str
    named: str


@lru_cache(maxsize=65536)
def read_body(name: str, kind: str) -> BodyName:
    """Take a body's name apart.

    >>> body = read_body("The Second Lorvan Bank Aktiengesellschaft", "company")
    >>> [word.text for word in body.words], body.form, body.numbers
    (['lorvan', 'bank'], 'stock', ('2',))
    """
    words = split_words(name)
    if kind == "vessel":
        words = [word for word in words if word.shown.lower() not in tables.VESSEL_PREFIXES] or words
    every, form = words, ""
    if kind in {"company", "organisation"}:
        words, form = without_forms(words)
    named = words
    words, numbers = without_numbers(words)
    empty = tables.EMPTY_IN_PLACES if kind == "place" else tables.EMPTY
    telling = [word for word in words if word.text not in empty] or words
    return BodyName(
        words=tuple(telling),
        form=form,
        numbers=tuple(numbers),
        initials=initials_of(every) | initials_of(named) | initials_of(telling),
        acronyms=frozenset(word.text for word in telling if is_acronym(word, name)),
        plain="".join(word.text for word in telling),
        every="".join(word.text for word in every),
        named="".join(word.text for word in named),
    )


ALIAS = re.compile(r"\s*(?:(?<=\w{3})/(?=\w{3})|\s/\s|\b[af]\.?k\.?a\.?(?=\s))\s*", re.IGNORECASE)


def alternatives(name: str) -> list[str]:
    """The names that a body is printed with at once, divided by a stroke or "a.k.a.".

    >>> alternatives("Dawn Front/Fajr"), alternatives("M/V Lorvan")
    (['Dawn Front', 'Fajr'], ['M/V Lorvan'])
    """
    return [part for part in ALIAS.split(name) if part.strip()] or [name]


def split_words(name: str) -> list[Word]:
    """The words of a body's name: dotted letters joined, short forms written out."""
    plain = DOTTED.sub(lambda found: found[1].replace(".", "") + " ", name)
    plain = (
        POSSESSIVE.sub("", plain)
        .replace("&", " & ")
        .replace("/", "" if re.search(r"\b\w/\w\b", plain) else " ")
    )
    found: list[Word] = []
    for shown in WORD.findall(plain.replace("-", " ").replace("_", " ")):
        for part in romanise(shown).replace("-", " ").split():
            text = part if part == "&" else NOT_WORD.sub("", part)
            if not shown.isupper() or text in tables.SPOKEN or len(text) > 3:
                text = tables.SHORTENED.get(text, text)
            found.extend(Word(text=piece, shown=shown) for piece in text.split())
    return found


def initials_of(words: Sequence[Word]) -> frozenset[str]:
    """The acronyms that a name's words can have: with its small words and without."""
    every = "".join(word.text[0] for word in words)
    telling = "".join(word.text[0] for word in words if word.text not in SMALL)
    return frozenset({every, telling})


SMALL = tables.word_set(
    "the of and for in at a an de la le el los las du des der die das und y e et del & al"
)


def is_acronym(word: Word, name: str) -> bool:
    """Whether a word is printed as an acronym in a name that is not all in capitals, or is the whole name."""
    shown = word.shown
    if not (2 <= len(word.text) <= 7 and shown.isupper() and shown.isalpha()):
        return False
    return not name.isupper() or len(name.split()) == 1


@lru_cache(maxsize=1)
def forms() -> dict[tuple[str, ...], str]:
    """Every legal form's words with its class."""
    return {tuple(form.split()): kind for kind, names in tables.LEGAL_FORMS.items() for form in names}


LONGEST = max(len(form.split()) for names in tables.LEGAL_FORMS.values() for form in names)


@lru_cache(maxsize=1)
def form_words() -> tuple[str, ...]:
    """The long words of legal forms."""
    return tuple(sorted({word for form in forms() for word in form if len(word) > 5}))


@lru_cache(maxsize=65536)
def form_word(text: str) -> str:
    """A word as legal forms have it: a slip in a long one is put right.

    >>> form_word("aktiengeselschaft"), form_word("lorvan")
    ('aktiengesellschaft', 'lorvan')
    """
    if len(text) < 6 or text in form_words():
        return text
    return next((word for word in form_words() if OSA.distance(text, word, score_cutoff=1) <= 1), text)


def without_forms(words: list[Word]) -> tuple[list[Word], str]:
    """The words without legal forms at either end, and the class of the first that has one."""
    kind = ""
    while len(words) > 1:
        texts = [form_word(word.text) for word in words]
        cut = next(cuts(texts), None)
        if cut is None:
            break
        start, end, found = cut
        words, kind = words[start:end], kind or found
    return words, kind


def cuts(texts: list[str]) -> Iterator[tuple[int, int, str]]:
    """What is left without a legal form at the end or at the start, the longest forms first."""
    size = len(texts)
    for length in range(min(LONGEST, size - 1), 0, -1):
        last, first = tuple(texts[size - length :]), tuple(texts[:length])
        if last in forms():
            yield 0, size - length, forms()[last]
        if first in forms() and (length > 1 or first[0] in tables.LEADING_FORMS):
            yield length, size, forms()[first]


def without_numbers(words: list[Word]) -> tuple[list[Word], list[str]]:
    """The words that are no numbers, and the numbers."""
    kept: list[Word] = []
    numbers: list[str] = []
    place = 0
    while place < len(words):
        text = words[place].text
        following = words[place + 1].text if place + 1 < len(words) else ""
        ones = tables.NUMBERS.get(following, int(following) if following in set("123456789") else 0)
        if text in tables.TENS:
            compound = 0 < ones < 10 and following not in {"i", "v", "x"}
            numbers.append(str(tables.TENS[text] + (ones if compound else 0)))
            place += compound
        elif text in tables.NUMBERS and not (place == 0 and text in {"i", "v", "x"}):
            numbers.append(str(tables.NUMBERS[text]))
        elif NUMBER.search(text):
            numbers.append(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", text).lstrip("0") or "0")
        else:
            kept.append(words[place])
        place += 1
    return kept, numbers


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
    a, b = one.words, other.words
    found = align(a, b)
    if found.left and found.right:
        a, b = rejoin(a, b), rejoin(b, a)
        found = align(a, b)
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

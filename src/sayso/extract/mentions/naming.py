"""Different names for one thing inside one report: short forms, surnames, and what a text explains.

Only what the report itself shows is joined here; spellings are compared when all reports have been read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.acronyms import find_acronyms
from sayso.extract.lexicon import vocabulary
from sayso.extract.mentions.kinds import kind_of_noun, words_at
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.extract.mentions.names import Run
    from sayso.model.layers import Layers

ALSO = re.compile(
    r",?\s*\(?(?:(?:also|better|now|formerly|previously|locally|commonly|otherwise)\s+)?"
    r"(?:known|called|referred to)\s+(?:\w+\s+){0,2}as\s+(?:the\s+)?[\"'“‘]?|,?\s*\(?a\.?k\.?a\.?\s+[\"'“‘]?"
)
OPENING = re.compile(r"(?:’s|'s)?[\"'”’]?\s*[(\[]\s*(?:the\s+|or\s+|[\"'“‘])?\s*", re.IGNORECASE)
OR = re.compile(r",\s+or\s+(?:the\s+)?")
PARTICLES = vocabulary("name_particles")


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """One name of a report stands for another of it.

    Attributes:
        name, full: Words of the names, as ``words_at`` gives them.
        certain: Whether the text says so itself, whatever kinds the names seem to have.
    """

    name: str
    full: str
    rule: str
    why: str
    certain: bool


def explained(layers: Layers, runs: Sequence[Run], kinds: Mapping[str, Kind]) -> Iterator[Short]:
    """What the text itself explains: "Full Name (FN)", "X, also known as Y", "the Full Name, or FN"."""
    text = layers.shadow
    for left, right in pairwise(runs):
        start, end = layers.tokens[left[1] - 1].end, layers.tokens[right[0]].start
        between, full, short = text[start:end], words_at(layers, left), words_at(layers, right)
        if full == short or len(between) > 60:
            continue
        printed = text[layers.tokens[right[0]].start : layers.tokens[right[1] - 1].end]
        behind = text[layers.tokens[right[1] - 1].end :][:1]
        if OPENING.fullmatch(between) and (
            is_alias(full, printed, behind) or is_rendering(full, short, behind, kinds)
        ):
            why = f"the report sets “{printed}” in brackets behind the name"
            yield Short(name=short, full=full, rule="explained", why=why, certain=True)
        elif ALSO.fullmatch(between):
            why = f"the report says that it is also known as “{printed}”"
            yield Short(name=short, full=full, rule="explained", why=why, certain=True)
        elif OR.fullmatch(between) and spells(printed, full):
            why = f"the report gives “{printed}” as its other name"
            yield Short(name=short, full=full, rule="explained", why=why, certain=True)
    names = {words_at(layers, run) for run in runs}
    for letters, name in sorted(find_acronyms(layers.report.text).items()):
        if letters.lower() in names and name.lower() in names:
            why = f"the report explains “{letters}” as “{name}”"
            yield Short(name=letters.lower(), full=name.lower(), rule="explained", why=why, certain=True)


def is_alias(full: str, printed: str, behind: str) -> bool:
    """Whether a name alone in brackets is a short form: capitals only, or letters of the name."""
    if behind not in {")", "]", '"', "”", "'", "’"}:
        return False
    letters = printed.replace(".", "")
    capitals = letters.isalpha() and letters.removesuffix("s").isupper() and 2 <= len(letters) <= 8
    return (capitals and len(full.split()) > 1) or spells(printed, full)


def is_rendering(full: str, other: str, behind: str, kinds: Mapping[str, Kind]) -> bool:
    """Whether a longer name in brackets renders the one before it: "Hizb al-Fajr (the Dawn Party)".

    For persons and places brackets say other things: a party, a region.
    """
    proper = {kinds[full], kinds[other]}.isdisjoint({Kind.PERSON, Kind.PLACE, Kind.MEDIA})
    return proper and behind in {")", "]"} and len(full.split()) > 1 and len(other.split()) > 1


def spells(short: str, full: str) -> bool:
    """Whether the letters of a short form begin words of the name, in order, from its first word on.

    >>> spells("NHA", "norland harbour authority"), spells("NHA", "harbour authority")
    (True, False)
    """
    letters = [letter.lower() for letter in short if letter.isupper()]
    initials = [word[0] for word in re.findall(r"\w+", full)]
    if len(letters) < 2 or not initials or letters[0] != initials[0]:
        return False
    waiting = iter(initials)
    return all(letter in waiting for letter in letters)


def lettered(short: str, full: str) -> bool:
    """Whether a short form takes its letters from the name in order, its first two from initials.

    >>> lettered("DFT", "dawn front of tor"), lettered("DAX", "dawn front")
    (True, False)
    """
    letters, initials = short.lower(), [word[0] for word in re.findall(r"\w+", full)]
    if len(letters) < 3 or len(initials) < 2 or letters[0] != initials[0] or letters[1] not in initials[1:]:
        return False
    waiting = iter(re.sub(r"\W", "", full))
    return all(letter in waiting for letter in letters)


def shortened(
    layers: Layers, kinds: Mapping[str, Kind], runs: Sequence[Run], known: Sequence[Short]
) -> Iterator[Short]:
    """Short forms that only one longer name of the report fits."""
    names = Counter(words_at(layers, run) for run in runs)
    taken = {short.name for short in known}
    for name in sorted(names):
        if name in taken:
            continue
        kind = kinds[name]
        if kind is Kind.PERSON:
            yield from of_person(name, [other for other in names if kinds[other] is Kind.PERSON])
        elif kind.is_body or kind is Kind.OTHER:
            bodies = [other for other in names if kinds[other].is_body and other != name]
            yield from of_body(layers, name, bodies, known)


def of_person(name: str, people: Sequence[str]) -> Iterator[Short]:
    """A surname, or a given name that nobody has as surname, for the one full name with it."""
    words = core(name)
    if not words:
        return
    fuller = [other for other in people if len(core(other)) > len(words)]
    last = [other for other in fuller if core(other)[-len(words) :] == words]
    first = [other for other in fuller if core(other)[0] == words[0]] if len(words) == 1 else []
    for found, what in ((last, "surname"), (first, "given name")):
        distinct = {core(other) for other in found}
        longest = max(distinct, key=lambda words: (len(words), words), default=())
        if distinct and all(set(each) <= set(longest) for each in distinct):
            full = min(other for other in found if core(other) == longest)
            why = f"the only full name in the report with this {what}"
            yield Short(name=name, full=full, rule=what, why=why, certain=False)
            return
        if distinct:
            return


def core(name: str) -> tuple[str, ...]:
    """The words of a person's name without particles and hyphens.

    >>> core("omar al - tariq")
    ('omar', 'tariq')
    """
    words = [word.strip(".'") for word in re.split(r"[\s\-]+", name)]
    return tuple(word for word in words if word and word not in PARTICLES)


def of_body(layers: Layers, name: str, bodies: Sequence[str], known: Sequence[Short]) -> Iterator[Short]:
    """An acronym for the one body that it can stand for; a name without its generic word for the whole."""
    printed = next((t.text for t in layers.tokens if t.text.lower() == name), name)
    if " " not in name and printed.removesuffix("s").isupper():
        letters = printed.removesuffix("s")
        full = [other for other in bodies if spells(letters, other)]
        if len(full) == 1:
            why = f"its letters begin the words of “{full[0]}”, the only such name in the report"
            yield Short(name=name, full=full[0], rule="acronym", why=why, certain=True)
            return
        yield from misspelt(name, letters, known)
        if name.endswith("s") and name[:-1] in bodies:
            yield Short(
                name=name, full=name[:-1], rule="plural", why="the plural of the same letters", certain=True
            )
        return
    fuller = [other for other in bodies if is_stem(name, other)]
    if len(fuller) == 1:
        why = f"“{fuller[0]}” without its general word; nothing else in the report is called so"
        yield Short(name=name, full=fuller[0], rule="shortened", why=why, certain=False)


def misspelt(name: str, letters: str, known: Sequence[Short]) -> Iterator[Short]:
    """An acronym never explained, a letter away from one that is, with the letters of the same name."""
    near = [
        short for short in known
        if short.rule == "explained" and len(short.name) == len(name)
        and sum(a != b for a, b in zip(short.name, name, strict=True)) == 1 and lettered(letters, short.full)
    ]  # fmt: skip
    if len({short.full for short in near}) == 1:
        other = near[0].name.upper()
        why = f"never explained, one letter from “{other}”, and its letters stand in the same name"
        yield Short(name=name, full=near[0].full, rule="acronym", why=why, certain=True)


def is_stem(name: str, full: str) -> bool:
    """Whether a body's name is another without the general words at its end.

    >>> is_stem("karrab", "karrab group"), is_stem("dawn", "dawn front of tor")
    (True, False)
    """
    mine, theirs = name.split(), full.split()
    rest = theirs[len(mine) :]
    return (
        theirs[: len(mine)] == mine
        and bool(rest)
        and all(kind_of_noun(one_of(word)) is not None for word in rest)
    )


def one_of(word: str) -> str:
    """A plural noun's singular, as far as a missing s makes it."""
    return word[:-1] if word.endswith("s") and kind_of_noun(word) is None else word

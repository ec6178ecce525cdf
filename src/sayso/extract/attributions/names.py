"""Names of persons: where they begin and end, with their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.roles import BODIES, OFFICIALS
from sayso.extract.attributions.syntax import glue, phrase
from sayso.extract.attributions.wording import AFTERTHOUGHTS
from sayso.model.layers import NamedSpan

if TYPE_CHECKING:
    from sayso.model.layers import Layers

TITLE_TAGS = frozenset({"NNP", "NNPS"})
TITLE_DEPS = frozenset({"compound", "nmod", "amod"})
BEFORE_NAME = frozenset({"the", "mr", "mrs", "ms", "dr"}) | OFFICIALS
MOST_TITLE_WORDS = 5
"""Capitalised words before a name that are taken as its title at most (s)."""


class NameIndex:
    """The names of a report by token.

    A name that the recogniser knows as a person's in one place is a person's wherever the
    surname stands unrecognised.

    Attributes:
        people: Names of persons, in text order.
    """

    def __init__(self, layers: Layers) -> None:
        self._of: dict[int, NamedSpan] = {}
        for name in layers.names:
            self._of.update(dict.fromkeys(range(name.first, name.last), name))
        surnames = {layers.tokens[n.last - 1].text for n in layers.names if n.kind == "PERSON"}
        for index, token in enumerate(layers.tokens):
            if token.text in surnames and token.tag == "NNP" and index not in self._of:
                name = _whole_name(layers, index)
                self._of.update(dict.fromkeys(range(name.first, name.last), name))
        found = {name.first: name for name in self._of.values() if name.kind == "PERSON"}
        self.people: tuple[NamedSpan, ...] = tuple(found[first] for first in sorted(found))

    def at(self, index: int) -> NamedSpan | None:
        """The name that holds a token; None if none does."""
        return self._of.get(index)


def _whole_name(layers: Layers, index: int) -> NamedSpan:
    """The name of a person that ends in this surname, given names included, titles not."""
    tokens, first = layers.tokens, index
    while first > 0 and tokens[first - 1].head == index and tokens[first - 1].tag == "NNP":
        first -= 1
    while first < index and tokens[first].text.lower().rstrip(".") in BEFORE_NAME:
        first += 1
    return NamedSpan(
        start=tokens[first].start, end=tokens[index].end, first=first, last=index + 1, kind="PERSON"
    )


def name_at(layers: Layers, names: NameIndex, head: int) -> NamedSpan | None:
    """The name that holds a token, or another part of its hyphened word."""
    return next(
        (name for i in range(*glue(layers, head, head + 1)) if (name := names.at(i)) is not None), None
    )


def is_person(layers: Layers, names: NameIndex, head: int) -> bool:
    """Whether a token is the head of a person's name."""
    name = name_at(layers, names, head)
    token = layers.tokens[head]
    if name is not None and name.kind == "PERSON" and not _has_body_word(layers, name) and token.tag != "NNS":
        return True
    if token.pos not in {"PROPN", "NOUN", "ADJ"} or token.lemma in BODIES or not token.text[:1].isupper():
        return False
    if name is not None:
        return False
    return token.pos == "PROPN" and _has_title(layers, head)


def _has_body_word(layers: Layers, name: NamedSpan) -> bool:
    return any(layers.tokens[i].lemma in BODIES for i in range(name.first, name.last))


def _has_title(layers: Layers, head: int) -> bool:
    return any(
        layers.tokens[c].dep in {"compound", "nmod"}
        and layers.tokens[c].text.lower().rstrip(".") in OFFICIALS
        for c in layers.children[head]
    )


def bearer_of(layers: Layers, names: NameIndex, head: int) -> int | None:
    """Head of a person's name at the end of an official's description, wherever the parse hangs it.

    "The spokesman of the ministry, Omar Reed". None if there is none.
    """
    if layers.tokens[head].lemma not in OFFICIALS:
        return None
    last = phrase(layers, head)[1]
    while last > head and layers.tokens[last - 1].text in AFTERTHOUGHTS:
        last -= 1
    name = names.at(last - 1)
    parted = name is not None and layers.tokens[name.first - 1].text == "," and name.first > head
    return last - 1 if name is not None and name.kind == "PERSON" and parted else None


def names_bearer(layers: Layers, names: NameIndex, head: int, apposed: int) -> bool:
    """Whether an apposition is the name of the official before it: "the minister, Omar Reed"."""
    tokens = layers.tokens
    full = tokens[apposed].pos == "PROPN" and any(tokens[c].pos == "PROPN" for c in layers.children[apposed])
    parted = tokens[phrase(layers, apposed)[0] - 1].text in AFTERTHOUGHTS
    return parted and (is_person(layers, names, apposed) or (full and tokens[head].lemma in OFFICIALS))


def person_bounds(layers: Layers, names: NameIndex, head: int) -> tuple[int, int]:
    """The tokens of a person's bare name, last excluded: the one recognised, or the proper nouns."""
    tokens = layers.tokens
    name = name_at(layers, names, head)
    first, last = (name.first, name.last) if name is not None else _proper_run(layers, head)
    while last - first > 1 and tokens[last - 1].text in {"'s", "'", ",", "."}:
        last -= 1
    while last - first > 1 and tokens[first].text.lower().rstrip(".") in BEFORE_NAME:
        first += 1
    return glue(layers, first, last)


def _proper_run(layers: Layers, head: int) -> tuple[int, int]:
    tokens, first = layers.tokens, head
    start = layers.sentences[tokens[head].sentence].first
    while first > start and tokens[first - 1].tag in TITLE_TAGS and tokens[first - 1].head == head:
        first -= 1
    return first, head + 1


def title_start(layers: Layers, first: int) -> int:
    """The first token of the capitalised title right before a name; the name's own if it has none."""
    start = first
    while start > 0 and first - start < MOST_TITLE_WORDS and _is_title(layers, start - 1):
        start -= 1
    return start


def _is_title(layers: Layers, index: int) -> bool:
    token, following = layers.tokens[index], layers.tokens[index + 1]
    return (
        token.sentence == following.sentence
        and token.text[:1].isupper()
        and token.pos in {"PROPN", "NOUN", "ADJ"}
        and token.tag != "POS"
        and token.dep in TITLE_DEPS
    )

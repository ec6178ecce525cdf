"""Turning a phrase of a report into the few words that a value is compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import phrase
from sayso.extract.lexicon import vocabulary

if TYPE_CHECKING:
    from sayso.model.layers import Layers

CARRYING = tuple(sorted(vocabulary("carrying")))
"""Endings of adjectives that tell one kind of thing from another; praise and size do not."""
COMPASS = ("north", "south", "east", "west", "central")
STOPS = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "appos", "parataxis"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
LONGEST = 14
"""Tokens of the longest place or target that is still a name for it (s)."""


def kind_words(layers: Layers, head: int) -> tuple[str, int, int]:
    """A noun with the modifiers that say what kind of thing it is, and where they stand.

    Returns:
        The words joined by blanks, and half-open offsets from the first of them to the noun's end.
    """
    first, _ = phrase(layers, head)
    kept = [i for i in range(first, head) if _tells_kind(layers, i)] + [head]
    words = " ".join(layers.tokens[i].text for i in kept).replace(" - ", "-")
    return words, layers.tokens[kept[0]].start, layers.tokens[head].end


def _tells_kind(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    if token.dep == "compound" or token.pos == "PROPN":
        return token.text[:1].islower() or token.pos == "PROPN" or token.dep == "compound"
    return token.pos in {"ADJ", "VERB", "NOUN"} and token.text.lower().endswith(CARRYING)


def full_phrase(layers: Layers, head: int) -> tuple[str, int, int]:
    """A noun phrase with the "of", "in" and "near" phrases behind it, described by its nouns.

    Returns:
        The nouns, names and compass words joined by blanks, and the offsets of the whole phrase.
    """
    first, last = phrase(layers, head)
    last = _extend(layers, head, last)
    kept = [layers.tokens[i].text for i in range(first, last) if _names_place(layers, i)]
    return " ".join(kept), layers.tokens[first].start, layers.tokens[last - 1].end


def _extend(layers: Layers, head: int, last: int) -> int:
    """The end of the unbroken run of prepositional phrases behind a noun."""
    limit = min(layers.sentences[layers.tokens[head].sentence].last, head + LONGEST)
    inside = {i for i in layers.subtree(head) if i >= last}
    cut = {i for i in inside if layers.tokens[i].dep in STOPS and layers.tokens[i].pos in {"VERB", "AUX"}}
    end = last
    for index in range(last, limit):
        if (
            index not in inside
            or index in cut
            or layers.tokens[index].text in {"(", "--", ";", '"'}
            or layers.tokens[index].tag in RELATIVE
        ):
            break
        if layers.tokens[index].pos not in {"PUNCT", "DET", "ADP", "PART"}:
            end = index + 1
    return end


def _names_place(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    if token.pos in {"NOUN", "PROPN", "NUM"} or token.tag == "NN":
        return True
    return token.pos == "ADJ" and (token.text[:1].isupper() or token.text.lower().startswith(COMPASS))

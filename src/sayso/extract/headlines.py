"""Headlines, where the parser takes the verb of "Army bombs village" for a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.event_words import families_of

if TYPE_CHECKING:
    from sayso.model.layers import Layers

ACTORS = frozenset({"ORG", "GPE", "NORP", "PERSON"})


def actor_in_headline(layers: Layers, index: int) -> int | None:
    """The last token of the name that does what a plural noun in a headline says; None if it is a noun.

    Args:
        layers: Of the report.
        index: A token of a headline, such as "bombs" in "Army bombs village".
    """
    token = layers.tokens[index]
    sentence = layers.sentences[token.sentence]
    if not sentence.title or token.tag != "NNS" or "attack" not in families_of(layers, index):
        return None
    if (
        not any(name.last == index and name.kind in ACTORS for name in layers.names)
        or index + 1 >= sentence.last
    ):
        return None
    return index - 1 if layers.tokens[index + 1].pos in {"NOUN", "PROPN", "ADJ", "DET", "NUM"} else None


def struck_in_headline(layers: Layers, index: int) -> int | None:
    """The noun that a headline's mistaken verb has as its object; None if there is none."""
    if actor_in_headline(layers, index) is None:
        return None
    sentence = layers.sentences[layers.tokens[index].sentence]
    last = None
    for here in range(index + 1, sentence.last):
        if layers.tokens[here].pos not in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}:
            break
        last = here if layers.tokens[here].pos in {"NOUN", "PROPN"} else last
    return last

"""Headlines, where the parser takes the verb of "Army bombs village" for a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.event_words import families_of
from sayso.extract.lexicon import vocabulary

if TYPE_CHECKING:
    from sayso.model.layers import Layers

MACHINES = vocabulary("machines")
ACTORS = frozenset({"ORG", "GPE", "NORP", "PERSON"})


def actor_in_headline(layers: Layers, index: int) -> int | None:
    """The last token of the name that does what a plural noun in a headline says; None if it is a noun.

    Args:
        layers: Of the report.
        index: A token of a headline, such as "bombs" in "Army bombs village".
    """
    token = layers.tokens[index]
    sentence = layers.sentences[token.sentence]
    if not sentence.title or token.tag not in {"NNS", "VBZ"} or "attack" not in families_of(layers, index):
        return None
    last = index - is_in_scare_quotes(layers, index)
    named = any(name.last == last and name.kind in ACTORS for name in layers.names)
    if not named or index + 1 >= sentence.last or layers.tokens[last - 1].lemma in MACHINES:
        return None
    if token.tag == "VBZ" and layers.tokens[last - 1].dep != "compound":
        return None  # the parser has read it rightly
    return last - 1 if layers.tokens[index + 1].pos in {"NOUN", "PROPN", "ADJ", "DET", "NUM"} else None


def is_in_scare_quotes(layers: Layers, index: int) -> bool:
    """Whether a quotation opens right before a headline's verb: "Army 'bombs village'"."""
    return index > 0 and layers.tokens[index - 1].text in {"'", '"', "`"}


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

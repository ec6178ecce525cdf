"""The word of harm that a number stands beside: "44 people were killed", "killing 12"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child
from sayso.extract.incident import SPEAKING
from sayso.extract.lexicon import vocabulary
from sayso.extract.suffering import DYING, slot_of

if TYPE_CHECKING:
    from sayso.extract.quantities import Quantity
    from sayso.extract.scene import Scene
    from sayso.model.layers import Layers, Sentence

BRIDGE_POS = frozenset(
    {"NOUN", "PROPN", "ADJ", "ADP", "PRON", "AUX", "ADV", "DET", "PART", "NUM", "SCONJ", "VERB"}
)
"""What may stand between a number and the word of harm that belongs to it."""
BRIDGE_VERBS = vocabulary("bridge_verbs")
BRIDGE = 8
"""Words that may stand between (s)."""
NOUNS_OF_HARM = vocabulary("nouns_of_harm")
AGED = re.compile(r"\s+(?:\w+\s)?\d{1,3}[-\s](?:year|month)s?[-\s]old\b")


def stands_before_age(scene: Scene, quantity: Quantity) -> bool:
    """Whether an article stands before an age: "a 3-year-old hurt", whatever its noun is taken for."""
    return AGED.match(scene.layers.shadow, quantity.end) is not None


def counted_head(layers: Layers, quantity: Quantity, index: int) -> int | None:
    """The noun counted; a word of harm itself ("12 deaths") counts people."""
    head = quantity.head
    if head is None or head == index or layers.tokens[head].lemma in NOUNS_OF_HARM:
        return None
    said = layers.tokens[head + 1].lemma if head + 1 < len(layers.tokens) else ""
    subject = layers.tokens[head].dep == "nsubj" and layers.tokens[layers.tokens[head].head].lemma in SPEAKING
    if subject or said in SPEAKING:
        return None  # "injuring 26 police said", commas lost
    return None if slot_of(layers, head) else head


def harm_beside(scene: Scene, quantity: Quantity, sentence: Sentence) -> int | None:
    """The token of the word of harm that a number belongs to; None if there is none beside it."""
    layers, behind = scene.layers, quantity.last
    if (
        behind < sentence.last
        and layers.tokens[behind].tag in {"VBN", "VBD", "JJ"}
        and slot_of(layers, behind)
    ):
        return behind  # "44 killed dozens injured": the word right behind wins
    before = quantity.first - 1
    while before >= sentence.first and layers.tokens[before].lemma in {"of", "over", "another", "a", "some"}:
        before -= 1
    if before >= sentence.first and slot_of(layers, before) and _may_open(layers, before, quantity):
        return before
    return _harm_behind(scene, quantity, sentence)


def _may_open(layers: Layers, index: int, quantity: Quantity) -> bool:
    """Whether a word of harm before a number has it as its object: "killing 12", "the deaths of 12"."""
    token = layers.tokens[index]
    if token.lemma in NOUNS_OF_HARM and index < quantity.first - 1:
        return True
    if token.pos != "VERB":
        return False
    passive = any(layers.tokens[c].dep in {"auxpass", "nsubjpass"} for c in layers.children[index])
    return token.tag != "VBN" or (not passive and first_child(layers, index, "dobj") is not None)


def _harm_behind(scene: Scene, quantity: Quantity, sentence: Sentence) -> int | None:
    layers = scene.layers
    others = [q for q in scene.quantities if q is not quantity and q.kind == "count"]
    for index in range(quantity.last, min(quantity.last + BRIDGE, sentence.last)):
        token = layers.tokens[index]
        if slot_of(layers, index):
            return index if _may_close(layers, index, quantity) and _bears(layers, quantity, index) else None
        if any(q.first <= index < q.last for q in others):
            return None
        if token.pos == "VERB" and token.lemma not in BRIDGE_VERBS:
            return None
        if token.pos not in BRIDGE_POS and token.text.lower() not in {"and", "or", "'", "-"}:
            return None
    return None


def _bears(layers: Layers, quantity: Quantity, index: int) -> bool:
    """Whether what a word says holds of the counted, not of a few of them ("one of the four died")."""
    noun = quantity.head if quantity.head is not None else quantity.last - 1
    of = layers.tokens[layers.tokens[noun].head]
    few = layers.tokens[of.head]
    if quantity.first <= of.head < quantity.last:
        return True  # "six of his guards were hurt"
    return of.lemma != "of" or not (few.pos == "NUM" or few.lemma == "one") or index in layers.subtree(noun)


def _may_close(layers: Layers, index: int, quantity: Quantity) -> bool:
    """Whether the harm is what the counted suffer, not what they do ("two men killed a guard")."""
    token = layers.tokens[index]
    if token.pos != "VERB" or token.lemma in DYING or token.lemma == "lose":
        return True
    passive = any(layers.tokens[c].dep in {"auxpass", "nsubjpass"} for c in layers.children[index])
    active = first_child(layers, index, "dobj", "dative") is not None and not passive
    return not active or quantity.head is None

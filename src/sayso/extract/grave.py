"""How many of the hurt are in a critical or serious condition: a part told apart by its state.

"Two of the victims are in critical condition", "14 hurt, 5 critically": a group of its own (STANDARDS 4,
parts and wholes), and where a hospital is named, of that hospital.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, with_conjuncts
from sayso.extract.groups import group_of
from sayso.extract.hospitals import name_of_hospital
from sayso.extract.scene import Draft, Scene
from sayso.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Layers, Sentence

STATES = {"critical": "critical", "serious": "serious", "grave": "serious"}
BEHIND = re.compile(
    r"\s+(?:of (?:them|those|the (?:victims|injured|wounded))\s+)?"
    r"(?P<how>critically|seriously)\s*(?=[.,;)]|$|\n)",
    re.IGNORECASE,
)
"""As in "14 injured, 5 critically"."""
ADVERBS = {"critically": "critical", "seriously": "serious"}
BEING = frozenset({"be", "remain"})
STEPS = 4


def find_grave(scene: Scene) -> tuple[Draft, ...]:
    """Counts of people in a critical or serious condition, in text order."""
    found: list[Draft] = []
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            if scene.events.is_main(index):
                found += _in_condition(scene, index, sentence)
        found += _behind(scene, sentence)
    return tuple(found)


def _behind(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    for quantity in scene.quantities:
        if (
            not sentence.first <= quantity.first < sentence.last
            or quantity.kind != "count"
            or quantity.hi == 0
        ):
            continue
        match = BEHIND.match(scene.layers.shadow, quantity.end, sentence.end)
        if match is not None and scene.events.is_main(quantity.first):
            yield _draft(quantity, ADVERBS[match["how"].lower()], quantity.start, match.end("how"))


def _in_condition(scene: Scene, index: int, sentence: Sentence) -> Iterator[Draft]:
    layers = scene.layers
    state = _state(layers, index)
    numbers = (_number(scene, people) for people in _people(layers, index)) if state else ()
    for number in filter(None, numbers):
        where = _hospital(layers, sentence, index)
        group = state if where is None else f"{state} at {where}"
        ends = (layers.tokens[index].end, number.end)
        yield _draft(number, group or "", min(number.start, layers.tokens[index].start), max(ends))


def _state(layers: Layers, index: int) -> str | None:
    """The state that a word tells of: "in critical condition", "three are critical"; None for any other."""
    token = layers.tokens[index]
    if token.lemma == "condition":
        states = [STATES[t.lemma] for c in layers.children[index] if (t := layers.tokens[c]).lemma in STATES]
        told = len(states) == 1 and layers.tokens[token.head].lemma in {"in", "list"}
        return states[0] if told else None
    predicate = token.dep == "acomp" and token.lemma == "critical"
    return STATES[token.lemma] if predicate and layers.tokens[token.head].lemma in BEING else None


def _hospital(layers: Layers, sentence: Sentence, index: int) -> str | None:
    """The hospital of the sentence, else of the one before it in the paragraph."""
    here = name_of_hospital(layers, sentence, near=index)
    number = layers.tokens[sentence.first].sentence
    before = layers.sentences[number - 1] if number else None
    if here is not None or before is None or before.paragraph != sentence.paragraph:
        return here
    return name_of_hospital(layers, before, near=index)


def _people(layers: Layers, index: int) -> tuple[int, ...]:
    """Who is in the condition: the subject of the verb, or the noun or number it stands behind."""
    here = index
    for _ in range(STEPS):
        here = layers.tokens[here].head
        token = layers.tokens[here]
        if token.pos in {"NOUN", "NUM", "PROPN"}:
            return (here,)
        if token.pos in {"VERB", "AUX"}:
            subject = first_child(layers, here, "nsubjpass", "nsubj")
            if subject is None or is_negated(layers, here):
                return ()
            return with_conjuncts(layers, subject)
    return ()


def _number(scene: Scene, people: int) -> Quantity | None:
    """The number of these people: theirs, or the bare number itself."""
    for quantity in scene.quantities:
        bare = quantity.first <= people < quantity.last
        counted = quantity.head == people and group_of(scene.layers, people) is not None
        if quantity.kind == "count" and quantity.hi != 0 and (bare or counted):
            return quantity
    return None


def _draft(quantity: Quantity, group: str, start: int, end: int) -> Draft:
    value = Count(lo=quantity.lo, hi=quantity.hi)
    return Draft(slot="injured", group=group, value=value, start=start, end=end, at=quantity.first)

"""How many went to which hospital: those at one named hospital are a part of the hurt, never all of them.

"Six victims were taken to Orvel General", "Orvel General received six patients": an open count of its own
(GOLD.md, ``count:``), told apart by the hospital. What hospitals together took in, without a name, is what
``shots`` reads as people in hospital.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.groups import EVERYONE, group_of
from sayso.extract.lexicon import vocabulary
from sayso.extract.scene import Draft, Scene
from sayso.extract.shots import HOSPITALIZED
from sayso.extract.suffering import is_real
from sayso.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Layers, Sentence

TREATING = frozenset({"treat", "hospitalize", "admit"})
"""Verbs after which any name is that of a hospital."""
BRINGING = vocabulary("bringing") | TREATING
RECEIVING = frozenset({"receive", "treat", "admit", "take"})
HOSPITALS = frozenset(
    {"hospital", "hospitals", "clinic", "infirmary", "medical", "center", "centre", "health"}
)
TAIL = frozenset({"hospital", "hospitals", "the"})
"""Words without which a hospital is called the same."""


def find_hospitals(scene: Scene) -> tuple[Draft, ...]:
    """Counts of people at hospitals, in text order."""
    return tuple(
        draft
        for sentence in scene.sentences()
        for index in range(sentence.first, sentence.last)
        if scene.events.is_main(index) and scene.layers.tokens[index].pos == "VERB"
        for draft in _of_verb(scene, index)
    )


def counts_some_at_hospital(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number counts those at one named hospital: a part of the hurt (STANDARDS 4)."""
    layers, head = scene.layers, quantity.head
    if head is None or layers.tokens[head].dep not in {"nsubjpass", "dobj"}:
        return False
    verb = layers.tokens[head].head
    return any(
        draft.slot != HOSPITALIZED and draft.start <= quantity.start for draft in _of_verb(scene, verb)
    )


def name_of_hospital(layers: Layers, sentence: Sentence, *, near: int) -> str | None:
    """The hospital that a sentence names, the nearest before or behind a token; None if it names none."""
    heads = (
        i for i in range(sentence.first, sentence.last)
        if _is_name(layers, i) and _is_hospital(layers, i) and layers.tokens[i].dep != "compound"
    )  # fmt: skip
    nearest = min(heads, key=lambda i: (abs(i - near), i), default=None)
    return None if nearest is None else _name(layers, nearest)


def _of_verb(scene: Scene, index: int) -> Iterator[Draft]:
    layers = scene.layers
    if not is_real(layers, index) or is_negated(layers, index):
        return
    people, hospital = first_child(layers, index, "nsubjpass"), _end_of(layers, index)
    if people is None:
        people, hospital = first_child(layers, index, "dobj"), _host_of(layers, index)
    quantity = None if people is None else _number(scene, people)
    if people is None or hospital is None or quantity is None:
        return
    name = _name(layers, hospital)
    first, last = sorted((people, hospital))
    start = min(quantity.start, layers.tokens[first].start)
    yield Draft(
        slot=HOSPITALIZED if name is None else f"count:people at {name}",
        group=EVERYONE,
        value=Count(lo=quantity.lo, hi=quantity.hi),
        start=start,
        end=layers.tokens[last].end,
        at=quantity.first,
    )


def _end_of(layers: Layers, index: int) -> int | None:
    """The named hospital to which people are brought or at which they are treated; None for none."""
    token = layers.tokens[index]
    if token.lemma not in BRINGING:
        return None
    for link in layers.children[index]:
        end = first_child(layers, link, "pobj") if layers.tokens[link].lemma in {"to", "at", "in"} else None
        if end is not None and _is_name(layers, end):
            sure = token.lemma in TREATING and layers.tokens[link].lemma == "at"
            return end if sure or _is_hospital(layers, end) else None
    return None


def _host_of(layers: Layers, index: int) -> int | None:
    """The hospital that took people in; None if the subject is none."""
    host = first_child(layers, index, "nsubj")
    receives = layers.tokens[index].lemma in RECEIVING and host is not None
    return host if receives and host is not None and _is_hospital(layers, host) else None


def _is_name(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    return token.pos == "PROPN" or (len(token.text) > 1 and token.text.isupper())


def _is_hospital(layers: Layers, index: int) -> bool:
    near = (index, *layers.children[index])
    return any(layers.tokens[i].lemma.lower() in HOSPITALS for i in near)


def _name(layers: Layers, index: int) -> str | None:
    """What a hospital is called, lower case, without the word itself; None if it has no name."""
    first = index
    while first and layers.tokens[first - 1].head == index and layers.tokens[first - 1].pos == "PROPN":
        first -= 1
    words = [layers.tokens[i] for i in range(first, index + 1) if _is_name(layers, i)]
    plain = [token.text.lower() for token in words]
    named = [word for word in plain if word not in TAIL]
    return " ".join(named) if named else None


def _number(scene: Scene, people: int) -> Quantity | None:
    """The number of these people; None if there is none."""
    found = (q for q in scene.quantities if q.kind == "count" and q.hi != 0)
    return next((q for q in found if q.head == people and group_of(scene.layers, people) is not None), None)

"""People shot, brought to hospital or in a grave state: told without a word on whether they live.

"Four people were shot" counts dead and hurt together (STANDARDS 4, "casualties"), so it is a count
of its own; what it says of the injured is settled once the report's dead are known (``totals``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, with_conjuncts
from sayso.extract.event_words import APART
from sayso.extract.groups import EVERYONE, group_of, is_aged, is_kin, is_person_noun
from sayso.extract.lexicon import vocabulary
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real, slot_of
from sayso.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Layers, Sentence

SHOT, HOSPITALIZED, GRAVE = "shot", "hospitalized", "grave"
"""Slots of drafts that ``totals`` turns into claims; no claim has them."""
PIERCED = frozenset({"gunshot", "bullet", "gun", "shot", "stab", "knife"})
SHOOTING = frozenset({"shoot", "stab"})
BRINGING = vocabulary("bringing")
HOSPITALS = frozenset({"hospital", "hospitals", "infirmary", "clinic"})
CONDITIONS = frozenset({"critical", "serious", "grave", "stable", "fair", "guarded"})
SUFFERING = frozenset({"suffer", "sustain", "receive", "have", "with", "of"})
KILLED = re.compile(
    r"(?:\s*,|\s+and\b|\s*&)?\s+(?:then\s+)?(?:killed|dead|died|to\s+death|fatally)\b", re.IGNORECASE
)


def headlined(layers: Layers, people: Sequence[int]) -> tuple[int, ...]:
    """The noun that a headline sets before others with a mere comma: "Infant, 4 others hurt"."""
    if len(people) != 1 or layers.tokens[people[0]].dep != "appos":
        return ()
    before = layers.tokens[people[0]].head
    between = [layers.tokens[i].text for i in range(before + 1, people[0])]
    return (before,) if between[:1] == [","] and is_person_noun(layers, before) else ()


def tells_of_shots(layers: Layers, index: int) -> bool:
    """Whether a word of harm is a wound by a shot or a stab, which the wounded may have died of."""
    return layers.tokens[index].lemma == "wound" and any(
        layers.tokens[c].lemma in PIERCED for c in layers.children[index]
    )


def counts_wounds(layers: Layers, quantity: Quantity) -> bool:
    """Whether a number counts wounds and not people: "multiple gunshot wounds", "suffered two injuries"."""
    if quantity.head is None:
        return False
    token = layers.tokens[quantity.head]
    if token.lemma == "wound" and token.pos == "NOUN":
        return True
    return token.lemma == "injury" and layers.tokens[token.head].lemma in SUFFERING


def find_shots(scene: Scene) -> tuple[Draft, ...]:
    """People told of as shot, as brought to hospital or as in a grave state, in text order."""
    return tuple(draft for sentence in scene.sentences() for draft in _of_sentence(scene, sentence))


def _of_sentence(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    if APART.search(scene.layers.shadow, sentence.start, sentence.end):
        return
    for index in range(sentence.first, sentence.last):
        slot = _slot(scene.layers, index)
        if slot is None or not is_real(scene.layers, index) or is_negated(scene.layers, index):
            continue
        people = _people(scene.layers, index, title=sentence.title)
        people = (*headlined(scene.layers, people), *people) if sentence.title else people
        told = [(i, value) for i in people if (value := _number(scene, i, title=sentence.title)) is not None]
        if len(told) == len(people):
            told = [(people[-1], add_counts([value for _, value in told]))] if told else []
        for person, value in told:
            token, noun = scene.layers.tokens[index], scene.layers.tokens[person]
            first = min([people[0], index, *(i for i in scene.layers.children[people[0]] if i < people[0])])
            start, end = scene.layers.tokens[first].start, max(token.end, noun.end)
            yield Draft(slot=slot, group=EVERYONE, value=value, start=start, end=end, at=index)


def add_counts(values: Sequence[Count]) -> Count:
    """Those that one sentence joins, together."""
    high = [value.hi for value in values if value.hi is not None]
    return Count(lo=sum(value.lo for value in values), hi=sum(high) if len(high) == len(values) else None)


def _slot(layers: Layers, index: int) -> str | None:
    token = layers.tokens[index]
    if token.lemma in SHOOTING and token.pos == "VERB" and slot_of(layers, index) is None:
        behind = layers.shadow[token.end : token.end + 30]
        return None if KILLED.match(behind) else SHOT
    if tells_of_shots(layers, index):
        return SHOT
    if token.lemma == "hospitalize":
        return HOSPITALIZED
    if token.lemma in BRINGING and token.pos == "VERB" and (end := _hospital_of(layers, index)) is not None:
        # those brought to one named hospital are some of them
        return GRAVE if layers.tokens[end].pos == "PROPN" else HOSPITALIZED
    if token.lemma == "condition" and any(
        layers.tokens[c].lemma in CONDITIONS for c in layers.children[index]
    ):
        return GRAVE
    return None


def _hospital_of(layers: Layers, index: int) -> int | None:
    """The hospital that a verb of bringing has for its end; None if it has none."""
    ends = (
        first_child(layers, c, "pobj")
        for c in layers.children[index]
        if layers.tokens[c].lemma in {"to", "at", "in"}
    )
    return next((end for end in ends if end is not None and _is_hospital(layers, end)), None)


def _is_hospital(layers: Layers, index: int) -> bool:
    near = (index, *layers.children[index], layers.tokens[index].head)
    return any(layers.tokens[i].lemma.lower() in HOSPITALS for i in near)


def _people(layers: Layers, index: int, *, title: bool) -> tuple[int, ...]:
    """The nouns for those to whom it happened."""
    token = layers.tokens[index]
    if token.pos != "VERB":
        return _wounded(layers, index)
    passive = first_child(layers, index, "nsubjpass")
    if passive is not None:
        found = token.head if token.dep == "relcl" and layers.tokens[passive].pos == "PRON" else passive
    elif (thing := first_child(layers, index, "dobj")) is not None:
        found = thing
    elif token.dep == "acl" and token.tag == "VBN":
        found = token.head
    else:
        # a headline leaves out the auxiliary: "Four shot at school"
        subject = first_child(layers, index, "nsubj")
        if subject is None or not title:
            return ()
        found = subject
    return with_conjuncts(layers, found)


def _wounded(layers: Layers, index: int) -> tuple[int, ...]:
    """Who has a wound or is in a state: "three people with gunshot wounds", "left him in a grave state"."""
    here = layers.tokens[index].head
    for _ in range(3):
        token = layers.tokens[here]
        if token.pos == "VERB":
            subject = first_child(layers, here, "nsubjpass", "nsubj")
            thing = first_child(layers, here, "dobj")
            if token.lemma in {"leave", "find", "list", "put"} and thing is not None and thing != index:
                return with_conjuncts(layers, thing)
            if token.dep in {"acl", "relcl"} and (subject is None or layers.tokens[subject].pos == "PRON"):
                return (token.head,)
            return with_conjuncts(layers, subject) if subject is not None else ()
        if token.pos in {"NOUN", "NUM"} and token.lemma not in {"condition", "wound"}:
            return with_conjuncts(layers, here)
        if token.head == here:
            return ()
        here = token.head
    return ()


def _number(scene: Scene, person: int, *, title: bool) -> Count | None:
    """How many a noun stands for; None if it is not for people or does not say."""
    layers = scene.layers
    for quantity in scene.quantities:
        counted = quantity.head == person or quantity.first <= person < quantity.last
        if counted and quantity.kind == "count" and quantity.hi != 0:
            head = quantity.head if quantity.head is not None else None
            return Count(lo=quantity.lo, hi=quantity.hi) if group_of(layers, head) else None
    group, token = group_of(layers, person), layers.tokens[person]
    if (
        group in {None, "attackers"}
        or token.pos == "PRON"
        or (token.tag != "NN" and not is_aged(layers, person))
    ):
        return None
    words = {
        layers.tokens[c].lemma for c in layers.children[person] if layers.tokens[c].dep in {"det", "poss"}
    }
    one = words & {"a", "an", "one", "another"} or (words and is_kin(token.lemma)) or (title and not words)
    return Count(lo=1, hi=1) if one else None

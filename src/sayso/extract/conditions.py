"""How named persons came out of it: none < minor < injured < serious < killed (STANDARDS 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import vocabulary
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real, slot_of, victims_of
from sayso.model.values import Condition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.layers import Sentence

UNHARMED = vocabulary("unharmed")
FINE = vocabulary("fine")
SLIGHT = vocabulary("slight")
GRAVE = vocabulary("grave")
VICTIM_NOUNS = re.compile(r"\b(?:victims?|deceased|dead|those killed|slain)\b", re.IGNORECASE)
LISTED = re.compile(r"\b(?:killed|slain|shot dead|dead|died)\b[^.]{0,60}?(?:--|–|—|:)\s*$", re.IGNORECASE)
NAMING = frozenset({"identify", "name"})
SPEAKER = "\N{BULLET}speaker"
"""Stands for whoever speaks, until it is known who does."""


def find_conditions(scene: Scene) -> tuple[Draft, ...]:
    """What the report says of the bodily state of named persons, in text order."""
    found: list[Draft] = []
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            found += _of_harm(scene, index)
            found += _unharmed(scene, index)
        found += _identified(scene, sentence)
    return tuple(found)


def _draft(scene: Scene, person: str, state: str, first: int, last: int) -> Draft:
    ends = sorted((first, last))
    tokens = scene.layers.tokens
    return Draft(
        slot="condition",
        group=EVERYONE,
        value=Condition(person=person, state=state),
        at=first,
        start=tokens[ends[0]].start,
        end=tokens[ends[1]].end,
    )


def _of_harm(scene: Scene, index: int) -> Iterator[Draft]:
    """Named persons whom a word of harm has as its victims."""
    layers = scene.layers
    slot = slot_of(layers, index)
    if slot not in {"killed", "injured"} or not is_real(layers, index):
        return
    for victim in victims_of(layers, index):
        person = scene.people.resolve(victim)
        if person is None:
            continue
        negated = _is_negated(scene, index)
        if slot == "killed" and not negated:
            yield _draft(scene, person, "killed", index, victim)
        elif slot == "injured":
            yield _draft(scene, person, "unharmed" if negated else _degree(scene, index), index, victim)


def _is_negated(scene: Scene, index: int) -> bool:
    """Whether the harm is denied, also through the verb it hangs on ("did not suffer any injury")."""
    layers, token = scene.layers, scene.layers.tokens[index]
    return is_negated(layers, index) or (
        token.dep in {"dobj", "acomp", "oprd", "attr"} and is_negated(layers, token.head)
    )


def _degree(scene: Scene, index: int) -> str:
    layers = scene.layers
    near = {
        layers.tokens[i].lemma for i in (*layers.children[index], *layers.children[layers.tokens[index].head])
    }
    return "minor" if near & SLIGHT else "serious" if near & GRAVE else "injured"


def _unharmed(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "Escaped unhurt", "is fine", and "I am fine" of whoever says it."""
    layers, token = scene.layers, scene.layers.tokens[index]
    word = token.text.lower()
    if word not in UNHARMED | FINE or token.pos not in {"ADJ", "ADV", "NOUN", "VERB", "PROPN"}:
        return
    here = index
    while here != layers.tokens[here].head and first_child(layers, here, "nsubj", "nsubjpass") is None:
        here = layers.tokens[here].head
    subject = first_child(layers, here, "nsubj", "nsubjpass")
    if subject is None or is_negated(layers, here):
        return
    me = layers.tokens[subject].text.lower() == "i"
    if word not in UNHARMED and not (me and token.dep == "acomp"):
        return
    person = SPEAKER if me else scene.people.resolve(subject)
    if person is not None:
        yield _draft(scene, person, "unharmed", index, subject)


def _identified(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """As in "The victims were identified as A, B and C"; "killed three people -- A, 30; B, 31"."""
    layers = scene.layers
    text = layers.shadow[sentence.start : sentence.end]
    naming = next(
        (
            i
            for i in range(sentence.first, sentence.last)
            if layers.tokens[i].lemma in NAMING and layers.tokens[i].tag == "VBN"
        ),
        None,
    )
    dead = VICTIM_NOUNS.search(text)
    for person in scene.people.persons:
        if not sentence.start <= person.span.start < sentence.end:
            continue
        index = layers.token_at(person.span.start)
        if index is None:
            continue
        named = naming is not None and dead is not None and layers.tokens[naming].start < person.span.start
        before = layers.shadow[sentence.start : person.span.start]
        listed = (
            LISTED.search(re.sub(r"(?:[A-Z][\w.'-]+ ?){2,4},? ?\d{0,2}[;,]? ?(?:and )?$", "", before))
            is not None
        )
        if named or listed:
            yield _draft(
                scene,
                scene.people.name_at(index) or person.name,
                "killed",
                index,
                layers.token_at(person.span.end - 1) or index,
            )

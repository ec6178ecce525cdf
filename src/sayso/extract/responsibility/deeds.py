"""Who did it: the subject or agent of a deed, and whoever is said to be behind it (STANDARDS 3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, with_conjuncts
from sayso.extract.event_words import families_of
from sayso.extract.headlines import actor_in_headline
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.parties import party_at
from sayso.extract.responsibility.rows import LAW, agent_of, row, subject_of
from sayso.extract.suffering import is_real

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.scene import Draft, Scene

DOING = vocabulary("doing")
LIGHT = vocabulary("light")
"""Verbs that need a word for the attack as their object."""
DEEDS = vocabulary("weapon_objects")


def find_doing(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "P bombed the camp", "P tried to kill him", "the raid by P"; claims.py turns it by who speaks."""
    layers, token = scene.layers, scene.layers.tokens[index]
    actor = actor_in_headline(layers, index)
    if actor is not None and (party := party_at(scene, actor)) is not None:
        yield row(scene, party, "stated_by_author", index)
    if (
        token.pos in {"NOUN", "PROPN"}
        and families_of(layers, index)
        and (by := agent_of(scene, index)) is not None
    ):
        yield from _done(scene, index, by)
    if token.pos != "VERB" or token.lemma not in DOING or not _has_deed(scene, index):
        return
    tried = layers.tokens[token.head].lemma in {"try", "attempt"} and token.dep == "xcomp"
    if not is_real(layers, index) and not tried:
        return
    who = agent_of(scene, index)
    if who is None and first_child(layers, index, "nsubjpass") is None and token.dep != "acl":
        who = subject_of(scene, index)
    if who is not None:
        yield from _done(scene, index, who)


def _has_deed(scene: Scene, index: int) -> bool:
    """Whether a light verb ("carry out", "plan") has a word for an attack with it."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in LIGHT:
        return True
    thing = first_child(layers, index, "dobj", "nsubjpass")
    if thing is not None and (families_of(layers, thing) or layers.tokens[thing].lemma in DEEDS):
        return True
    return token.dep in {"acl", "relcl"} and bool(families_of(layers, token.head))


def _done(scene: Scene, index: int, who: int) -> Iterator[Draft]:
    layers = scene.layers
    for each in with_conjuncts(layers, who):
        party = party_at(scene, each)
        if party is None or LAW.search(party[0]):
            continue
        denied = layers.tokens[index].pos == "VERB" and is_negated(layers, index)
        yield row(scene, party, "denied" if denied else "stated_by_author", index)


def find_answerable(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "P is responsible", "P should be held responsible", "P is behind the attack"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    verb = token.head
    if token.lemma == "behind" and token.pos == "ADP":
        thing = first_child(layers, index, "pobj")
        if (
            thing is None
            or not families_of(layers, thing)
            or layers.tokens[verb].lemma not in {"be", "stand"}
        ):
            return
    elif token.lemma != "responsible" or token.dep != "acomp":
        return
    who = first_child(layers, verb, "nsubj", "nsubjpass")
    if who is None or is_negated(layers, verb):
        return
    for each in with_conjuncts(layers, who):
        if (party := party_at(scene, each)) is not None:
            yield row(scene, party, "stated_by_author", index)


def find_past_acts(scene: Scene) -> tuple[Draft, ...]:
    """Parties named for earlier acts or threats: ``mentioned``, no more (STANDARDS 3)."""
    layers = scene.layers
    found = []
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            if layers.tokens[index].pos != "VERB" or not _is_past_act(scene, index):
                continue
            who = agent_of(scene, index)
            who = who if who is not None else subject_of(scene, index)
            party = party_at(scene, who) if who is not None else None
            if party is not None and not LAW.search(party[0]):
                found_row = row(scene, party, "mentioned", index)
                found.append(replace(found_row, of_incident=True, modality="speculated"))
    return tuple(found)


def _is_past_act(scene: Scene, index: int) -> bool:
    """Whether a verb tells of acts in general before the incident, not of one dated event."""
    layers, token = scene.layers, scene.layers.tokens[index]
    event = scene.events.event_of(index)
    if event.main or event.date is not None or event.type not in {"attack", "kidnapping"}:
        return False
    claimed = token.lemma == "claim" and agent_of(scene, index) is not None
    return claimed or (token.lemma in DOING and _has_deed(scene, index) and is_real(layers, index))

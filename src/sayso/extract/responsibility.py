"""Who takes, denies or is given responsibility for a deed (STANDARDS 3).

Every row keeps its speaker. A deed in somebody's mouth is an accusation by that somebody;
``stated_by_author`` is left for the report's bare voice (claims.py decides, since only there
it is known who speaks).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.blame import find_accusing, find_headline_party, find_prosecuting, find_suspect
from sayso.extract.clauses import first_child, is_negated, with_conjuncts
from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE, is_person_noun
from sayso.extract.harm import find_harm
from sayso.extract.headlines import actor_in_headline
from sayso.extract.lexicon import vocabulary
from sayso.extract.parties import names_nobody, party_at
from sayso.extract.rows import LAW, agent_of, row, subject_of
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real
from sayso.model.values import Claimed, Count

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMING = vocabulary("claiming")
DENYING = vocabulary("denying")
DENIED_THINGS = vocabulary("denied_things")
DOING = vocabulary("doing")
LIGHT = vocabulary("light")
"""Verbs that need a word for the attack as their object."""
DEEDS = vocabulary("weapon_objects")


def find_responsibility(scene: Scene) -> tuple[Draft, ...]:
    """Rows of responsibility, and claims of it or their absence, in text order."""
    found: list[Draft] = []
    toll = _toll(scene)
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            if scene.events.is_main(index) and not (toll > 1 and _kills_one(scene, index)):
                for find in (
                    _claiming,
                    _denying,
                    find_accusing,
                    find_prosecuting,
                    _doing,
                    _answerable,
                    find_suspect,
                    find_headline_party,
                ):
                    found += find(scene, index)
    return tuple(found)


def _toll(scene: Scene) -> int:
    """The largest count of dead that the report gives for the incident."""
    counts = (d.value.lo for d in find_harm(scene) if d.slot == "killed" and isinstance(d.value, Count)
              and scene.events.is_main(d.at))  # fmt: skip
    return max(counts, default=0)


def _kills_one(scene: Scene, index: int) -> bool:
    """Whether a verb tells of one person's killing, which is not the deed where many died."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in {"kill", "execute", "murder", "behead"} or token.pos != "VERB":
        return False
    victim = first_child(layers, index, "dobj", "nsubjpass")
    return victim is not None and layers.tokens[victim].tag == "NN" and is_person_noun(layers, victim)


def _claiming(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "X claimed responsibility", "claimed by X", "no group has claimed responsibility"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma == "claim" and token.pos == "NOUN":
        yield from _no_claim_noun(scene, index)
    if token.lemma not in {"claim", "take"} or token.pos != "VERB":
        return
    thing = first_child(layers, index, "dobj", "nsubjpass")
    if thing is not None and layers.tokens[thing].lemma in {"which", "that"} and token.dep == "relcl":
        thing = token.head
    claimed_by = token.lemma == "claim" and agent_of(scene, index) is not None
    if thing is None or not (
        layers.tokens[thing].lemma in CLAIMING or (claimed_by and families_of(layers, thing))
    ):
        return
    who = agent_of(scene, index)
    who = who if who is not None else subject_of(scene, index)
    if (who is not None and names_nobody(scene, who)) or is_negated(layers, index):
        yield _claimed(scene, index, thing, answer="no", party=None)
        return
    party = party_at(scene, who, loose=True) if who is not None else None
    if party is not None and is_real(layers, index):
        yield _claimed(scene, index, thing, answer="yes", party=party[0])
        yield row(scene, party, "claimed", index, source=party[0])


def _no_claim_noun(scene: Scene, index: int) -> Iterator[Draft]:
    layers = scene.layers
    inside = layers.subtree(index)
    about = any(layers.tokens[i].lemma in CLAIMING for i in inside)
    head = layers.tokens[index].head
    if about and (is_negated(layers, index) or is_negated(layers, head)):
        yield _claimed(scene, index, inside[-1], answer="no", party=None)


def _claimed(scene: Scene, index: int, thing: int, *, answer: str, party: str | None) -> Draft:
    ends = sorted((index, thing))
    return Draft(
        slot="claimed", group=EVERYONE, value=Claimed(answer=answer, party=party), at=index,
        start=scene.layers.tokens[ends[0]].start, end=scene.layers.tokens[ends[1]].end,
    )  # fmt: skip


def _denying(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "X denied any role", "X rejected the accusation", "X denied carrying out the raid"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in DENYING or token.pos != "VERB":
        return
    what = first_child(layers, index, "dobj", "xcomp", "ccomp", "nsubjpass")
    who = (
        agent_of(scene, index)
        if first_child(layers, index, "nsubjpass") is not None
        else subject_of(scene, index)
    )
    if what is None or who is None:
        return
    inside = layers.subtree(what)
    deed = layers.tokens[what].lemma in DENIED_THINGS | DOING or any(families_of(layers, i) for i in inside)
    party = party_at(scene, who, loose=True)
    if deed and party is not None:
        yield row(scene, party, "denied", index, source=party[0])


def _doing(scene: Scene, index: int) -> Iterator[Draft]:
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


def _answerable(scene: Scene, index: int) -> Iterator[Draft]:
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
    elif token.lemma != "responsible" or token.dep not in {"acomp", "oprd"}:
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

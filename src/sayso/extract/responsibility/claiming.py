"""Who takes responsibility, that nobody does, and who denies it (STANDARDS 3)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, phrase, words_between
from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.frames import POINTING, deed_families
from sayso.extract.responsibility.parties import names_nobody, party_at
from sayso.extract.responsibility.rows import agent_of, row, subject_of
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real
from sayso.model.values import Claimed

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMING = vocabulary("claiming")
DENYING = vocabulary("denying")
DENIED_THINGS = vocabulary("denied_things")
DOING = vocabulary("doing")
TAKING = frozenset({"claim", "take", "accept", "assume", "acknowledge", "admit"})
BRUSHING = vocabulary("brushing")
DISTANCING = vocabulary("distancing")
NO_ACCUSATIONS = vocabulary("no_accusations")
COURT = re.compile(r"\b(?:judges?|courts?|magistrates?|juror|jury|justice)\b", re.IGNORECASE)
"""Those who dismiss a charge without denying anything."""
HEADING = 4
"""A line of so few words is a heading within the text (s)."""
ANSWERS = vocabulary("accusations")
"""What points back to an accusation just told, whatever else the clause tells of."""


def find_claiming(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "X claimed responsibility", "claimed by X", "no group has claimed responsibility"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma == "claim" and token.pos == "NOUN":
        yield from _no_claim_noun(scene, index)
    if token.lemma not in TAKING or token.pos != "VERB":
        return
    thing = _taken(scene, index)
    if thing is None or not _is_of_incident(scene, index, thing):
        return
    who = agent_of(scene, index)
    who = who if who is not None else _claimant(scene, index)
    if (who is not None and names_nobody(scene, who)) or _is_not_done(scene, index):
        yield _claimed(scene, index, thing, answer="no", party=None)
        return
    party = party_at(scene, who, loose=True) if who is not None else None
    if party is not None and is_real(layers, index):
        yield _claimed(scene, index, thing, answer="yes", party=party[0])
        yield row(scene, party, "claimed", index, source=party[0])


def _taken(scene: Scene, verb: int) -> int | None:
    """The responsibility, or the deed, that a verb of claiming takes; None if it takes neither."""
    layers, token = scene.layers, scene.layers.tokens[verb]
    thing = first_child(layers, verb, "dobj", "nsubjpass")
    by = token.lemma == "claim" and agent_of(scene, verb) is not None
    if thing is None and by and token.tag == "VBN" and token.dep in {"acl", "relcl"}:
        thing = token.head
    if thing is not None and layers.tokens[thing].lemma in {"which", "that"} and token.dep == "relcl":
        thing = token.head
    if thing is None:
        return None
    deed = "attack" in families_of(layers, thing)
    active = token.lemma == "claim" and deed and first_child(layers, verb, "nsubj") is not None
    taken = layers.tokens[thing].lemma in CLAIMING or active or (by and families_of(layers, thing))
    return thing if taken else None


def _is_of_incident(scene: Scene, verb: int, thing: int) -> bool:
    """Whether responsibility is taken for the incident: by the deed named, else by the clause."""
    layers = scene.layers
    deeds = [i for child in (thing, verb) for i in layers.subtree(child) if families_of(layers, i)]
    if not deeds or layers.tokens[thing].lemma not in CLAIMING:
        return scene.events.is_main(verb)
    return any(scene.events.is_main(i) for i in deeds)


def _claimant(scene: Scene, verb: int) -> int | None:
    """Who claims, also through "X sent leaflets claiming responsibility" and "the caller, claiming ..."."""
    layers, token = scene.layers, scene.layers.tokens[verb]
    who = subject_of(scene, verb)
    if who is not None or token.tag != "VBG":
        return who
    above = token.head
    if layers.tokens[above].pos != "VERB":
        owner = first_child(layers, above, "poss")
        if owner is not None:
            return owner
        above = layers.tokens[above].head
        above = layers.tokens[above].head if layers.tokens[above].pos == "ADP" else above
    return subject_of(scene, above) if layers.tokens[above].pos == "VERB" else None


def _is_not_done(scene: Scene, verb: int) -> bool:
    layers = scene.layers
    near = {layers.tokens[c].lemma for i in (verb, layers.tokens[verb].head) for c in layers.children[i]}
    return is_negated(layers, verb) or ("yet" in near and layers.tokens[verb].tag == "VB")


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


def find_denying(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "X denied any role", "X rejected the accusation", "X denied carrying out the raid"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.pos != "VERB" or is_negated(layers, index):
        return
    what = _denied(scene, index)
    if token.lemma not in DENYING and what is None:
        return
    passive = first_child(layers, index, "nsubjpass") is not None
    who = agent_of(scene, index) if passive else subject_of(scene, index, participles=True)
    party = party_at(scene, who, loose=True) if who is not None else None
    if party is None or (token.lemma in {"dismiss", "reject"} and COURT.search(_words_of(scene, who))):
        return
    if what is None:
        sentence = layers.sentences[token.sentence]
        bare = sentence.title or sentence.last - sentence.first <= HEADING
        if not bare or token.lemma != "deny" or not scene.events.is_main(index):
            return
    elif not _denies_deed(scene, index, what):
        return
    of = _accused_in(scene, what) if what is not None else None
    denied = row(scene, of or party, "denied", index, source=party[0])
    yield replace(denied, of_incident=True)


def _words_of(scene: Scene, index: int | None) -> str:
    """The noun phrase around a head; empty for None."""
    return words_between(scene.layers, *phrase(scene.layers, index)) if index is not None else ""


def _accused_in(scene: Scene, what: int) -> tuple[str, int, int] | None:
    """Who is accused in the accusation that is denied: "that his men were responsible"; None if not said.

    "His men" are named by whose they are, if that is safe to say.
    """
    layers = scene.layers
    told = first_child(layers, what, "acl", "ccomp") if layers.tokens[what].pos == "NOUN" else None
    who = first_child(layers, told, "nsubj", "nsubjpass") if told is not None else None
    if who is None:
        return None
    owner = first_child(layers, who, "poss")
    party = party_at(scene, who, loose=True)
    if party is None or owner is None or layers.tokens[owner].pos != "PRON":
        return party
    whose = scene.people.resolve(owner)
    return party if whose is None else (f"{whose}'s {layers.tokens[who].text}", party[1], party[2])


def _denied(scene: Scene, verb: int) -> int | None:
    """Head of what a verb denies, or brushes off, or somebody distances themselves from; None for nothing."""
    layers, token = scene.layers, scene.layers.tokens[verb]
    if token.lemma in DENYING:
        return first_child(layers, verb, "dobj", "xcomp", "ccomp", "nsubjpass")
    if token.lemma in BRUSHING:
        what = first_child(layers, verb, "dobj", "nsubjpass")
        return what if what is not None and layers.tokens[what].lemma in ANSWERS else None
    if token.lemma in DISTANCING:
        link = next((c for c in layers.children[verb] if layers.tokens[c].lemma == "from"), None)
        what = first_child(layers, link, "pobj") if link is not None else None
        return what if what is not None and families_of(layers, what) else None
    return None


def _denies_deed(scene: Scene, verb: int, what: int) -> bool:
    """Whether what is denied is a part in the incident: by the deed named, else as what was just told."""
    layers = scene.layers
    if layers.tokens[what].lemma in NO_ACCUSATIONS:
        return False
    inside = [i for i in layers.subtree(what) if i != what]
    deeds = [i for i in layers.subtree(what) if deed_families(scene, i)]
    near = layers.tokens[what].pos == "VERB" or layers.tokens[what].lemma in DENIED_THINGS | DOING
    if deeds and not near and what not in deeds:
        return False
    if deeds:
        return any(scene.events.is_main(i) for i in deeds)
    thing = layers.tokens[what].lemma
    if thing not in DENIED_THINGS | DOING:
        return False
    told = [i for i in inside if layers.tokens[i].pos in {"VERB", "NOUN", "PROPN"}]
    pointing = {layers.tokens[i].lemma for i in inside} & (POINTING | DENIED_THINGS)
    return (not told or bool(pointing)) and (scene.events.is_main(verb) or thing in ANSWERS)

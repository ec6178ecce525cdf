"""Who did it: the subject or agent of a deed, and whoever is said to be behind it (STANDARDS 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.event_words import families_of, is_verbal
from sayso.extract.headlines import actor_in_headline, is_in_scare_quotes
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.parties import party_at
from sayso.extract.responsibility.rows import (
    FIGHTING,
    HELD,
    LAW,
    agent_of,
    as_hint,
    is_doubted,
    joined_parties,
    row,
    subject_of,
)
from sayso.extract.suffering import is_possible, is_real

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.scene import Draft, Scene
    from sayso.model.layers import Layers

DOING = vocabulary("doing")
LIGHT = vocabulary("light")
"""Verbs that need a word for the attack as their object."""
DEEDS = vocabulary("weapon_objects")
DENYING = vocabulary("denying")
ORDERING = vocabulary("ordering")
BY_ITSELF = frozenset({"explode", "detonate", "burn", "blast"})
"""What a device does without anybody said to make it."""
ITSELF = frozenset({"it", "its", "they", "their", "we", "our"})
SPEAKING = vocabulary("when_speaking")
TRANSITIVE = vocabulary("transitive_deeds")
BY_ARMIES = vocabulary("deeds_of_armies")
BELIEVING = frozenset({"believe", "think", "say", "know", "suggest", "claim", "mean", "prove", "see"})
ASPECTS = frozenset({"begin", "start", "continue", "keep", "try", "resume", "go", "come", "admit"})
AT = frozenset({"at", "on", "into", "toward", "towards", "upon", "against"})
SEVERAL = frozenset({"many", "most", "several", "some"})
OWNING_UP = frozenset(
    {"say", "state", "declare", "announce", "admit", "claim", "confirm", "acknowledge", "boast"}
)


def find_doing(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "P bombed the camp", "P tried to kill him", "the raid by P"; claims.py turns it by who speaks."""
    layers, token = scene.layers, scene.layers.tokens[index]
    actor = actor_in_headline(layers, index)
    if actor is not None and (party := party_at(scene, actor)) is not None:
        yield row(scene, party, HELD if is_in_scare_quotes(layers, index) else "stated_by_author", index)
    if token.pos in {"NOUN", "PROPN"} and families_of(layers, index):
        by = agent_of(scene, index)
        yield from _done(scene, index, by) if by is not None else ()
    if not _is_deed(scene, index):
        return
    tried = layers.tokens[token.head].lemma in {"try", "attempt"} and token.dep == "xcomp"
    only_possible = not is_real(layers, index) and not tried
    if only_possible and not is_possible(layers, index):
        return
    who = agent_of(scene, index)
    if who is None and first_child(layers, index, "nsubjpass") is None and token.dep != "acl":
        who = subject_of(scene, index)
    if who is None:
        return
    if (owner := _speaks_of_itself(scene, index, who)) is not None and not only_possible:
        yield row(scene, owner, "claimed", index, source=owner[0])
        return
    for draft in _done(scene, index, who):
        yield as_hint(draft) if only_possible else draft


def _is_deed(scene: Scene, index: int) -> bool:
    """Whether a verb tells of a deed that somebody did, or had others do, and does not deny it."""
    layers, token = scene.layers, scene.layers.tokens[index]
    told = token.lemma in DOING and not is_verbal(layers, index) and _has_deed(scene, index)
    if token.pos != "VERB" or not told:
        return token.pos == "VERB" and _orders(scene, index)
    if token.dep in {"xcomp", "ccomp"} and layers.tokens[token.head].lemma in DENYING:
        return False
    believed = token.dep == "ccomp" and layers.tokens[token.head].lemma in BELIEVING
    if believed and is_negated(layers, token.head):
        return False  # "they do not believe that X did it"
    if token.tag == "VBG" and not _goes_on(scene, index):
        return False
    if token.lemma in TRANSITIVE and not _has_object(scene, index):
        return False
    alone = first_child(layers, index, "dobj") is None and agent_of(scene, index) is None
    return not (alone and token.lemma in BY_ITSELF)


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether an "-ing" is a verb that tells of a deed: "was firing", "began shooting", "after bombing"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if any(layers.tokens[c].lemma == "be" for c in layers.children[index]):
        return True
    if layers.sentences[token.sentence].title and first_child(layers, index, "nsubj") is not None:
        return False  # "after Harbour shooting spree": a name, no doer
    if token.dep == "xcomp":
        return layers.tokens[token.head].lemma in ASPECTS
    return token.dep in {"pcomp", "advcl", "acl"}


def _has_object(scene: Scene, index: int) -> bool:
    """Whether it is said whom or what the deed befell: "shot" alone tells of the one who was shot."""
    layers = scene.layers
    inside = layers.children[index]
    if first_child(layers, index, "dobj", "nsubjpass") is not None or agent_of(scene, index) is not None:
        return True
    aimed = (c for c in inside if layers.tokens[c].dep == "prep" and layers.tokens[c].lemma in AT)
    return any((at := first_child(layers, c, "pobj")) is not None and not _is_date(layers, at) for c in aimed)


def _is_date(layers: Layers, index: int) -> bool:
    return any(n.first <= index < n.last and n.kind in {"DATE", "TIME"} for n in layers.names)


def _speaks_of_itself(scene: Scene, verb: int, subject: int) -> tuple[str, int, int] | None:
    """The body that says of itself, or of its own men, that it did the deed: "X said it had bombed Y".

    None if the subject is no pronoun for the speaker's body, or if it denies the deed.
    """
    layers, token = scene.layers, scene.layers.tokens[subject]
    owner = first_child(layers, subject, "poss")
    words = {token.lemma, layers.tokens[owner].lemma if owner is not None else ""}
    above = layers.tokens[verb].head
    if (
        not words & ITSELF
        or layers.tokens[verb].dep != "ccomp"
        or layers.tokens[above].lemma not in OWNING_UP
        or is_negated(layers, verb)
    ):
        return None
    speaker = subject_of(scene, above)
    party = party_at(scene, speaker) if speaker is not None else None
    return None if party is None or LAW.search(party[0]) or scene.people.name_at(speaker or 0) else party


def _orders(scene: Scene, index: int) -> bool:
    """Whether somebody has others do the deed: "hired X to plant", "was instructed by X to blow up"."""
    if scene.layers.tokens[index].lemma not in ORDERING:
        return False
    what = first_child(scene.layers, index, "xcomp", "ccomp")
    return what is not None and scene.layers.tokens[what].lemma in DOING


def _has_deed(scene: Scene, index: int) -> bool:
    """Whether a light verb ("carry out", "plan") has a word for an attack with it."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in LIGHT:
        return True
    if token.lemma == "carry" and first_child(layers, index, "prt") is None:
        return False  # carried, not carried out
    thing = first_child(layers, index, "dobj", "nsubjpass")
    if thing is not None and layers.tokens[thing].pos in {"NUM", "DET", "PRON"}:
        link = next((c for c in layers.children[thing] if layers.tokens[c].lemma == "of"), None)
        thing = first_child(layers, link, "pobj") if link is not None else thing
    if thing is not None and (families_of(layers, thing) or layers.tokens[thing].lemma in DEEDS):
        return True
    return token.dep in {"acl", "relcl"} and bool(families_of(layers, token.head))


def _done(scene: Scene, index: int, who: int) -> Iterator[Draft]:
    layers = scene.layers
    if layers.tokens[who].head != index and layers.tokens[layers.tokens[who].head].lemma in SPEAKING:
        return  # whoever is the subject of "said" speaks of the deed
    for each in joined_parties(layers, who):
        party = party_at(scene, each)
        if party is None or LAW.search(party[0]) or not _can_do(scene, each, index):
            continue
        if layers.tokens[index].pos == "VERB" and is_negated(layers, index):
            yield row(scene, party, "denied", index)
            continue
        doubted = is_doubted(layers, each)
        yield row(scene, party, "blamed_unsourced" if doubted else "stated_by_author", index)


def _can_do(scene: Scene, party: int, deed: int) -> bool:
    """Whether a party can be meant as doing it: a country or town only what armies do."""
    layers = scene.layers
    place = any(n.first <= party < n.last and n.kind in {"GPE", "LOC", "FAC"} for n in layers.names)
    token = layers.tokens[deed]
    return not place or (token.lemma in BY_ARMIES and token.tag != "VBG") or token.pos == "NOUN"


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
    for each in joined_parties(layers, who):
        if (party := party_at(scene, each)) is not None:
            yield row(scene, party, "stated_by_author", index)


def find_past_acts(scene: Scene) -> tuple[Draft, ...]:
    """Parties named for earlier acts or threats: ``mentioned``, no more (STANDARDS 3)."""
    layers = scene.layers
    found = []
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            if layers.tokens[index].pos == "NOUN":
                who = _past_act_of(scene, index)
            elif layers.tokens[index].pos == "VERB" and _is_past_act(scene, index):
                who = agent_of(scene, index)
                who = who if who is not None else subject_of(scene, index)
            else:
                who = None
            party = party_at(scene, who) if who is not None else None
            if party is not None and not LAW.search(party[0]):
                found.append(as_hint(row(scene, party, "mentioned", index)))
    return tuple(found)


def _is_past_act(scene: Scene, index: int) -> bool:
    """Whether a verb tells of acts in general before the incident, not of one dated event."""
    layers, token = scene.layers, scene.layers.tokens[index]
    event = scene.events.event_of(index)
    which = first_child(layers, index, "nsubjpass")
    if token.lemma == "claim" and which is not None and layers.tokens[which].lemma in SEVERAL:
        return True  # "attacks, many of which were claimed by X"
    if event.main or event.date is not None or event.type not in {"attack", "kidnapping"}:
        return False
    claimed = token.lemma == "claim" and agent_of(scene, index) is not None
    return claimed or (_is_deed(scene, index) and is_real(layers, index))


def _past_act_of(scene: Scene, index: int) -> int | None:
    """Whose earlier acts a noun tells of: "attacks by X", "the X assassination of ..."; None if nobody's."""
    layers, token = scene.layers, scene.layers.tokens[index]
    event = scene.events.event_of(index)
    if event.main or event.date is not None or "attack" not in families_of(layers, index):
        return None
    by = agent_of(scene, index)
    if by is not None:
        return by
    body = scene.people.body_at(index - 1) if index else None
    told = token.pos == "NOUN" and body is not None and body.kind in FIGHTING
    return index - 1 if told else None

"""Who is said to be responsible, by whom, and how surely: rows on STANDARDS 3's scale.

Every row keeps its speaker. A statement in somebody's mouth is an accusation by that
somebody; ``stated_by_author`` is left for the report's bare voice (claims.py decides, since
only there it is known who speaks).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, with_conjuncts
from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE
from sayso.extract.headlines import actor_in_headline
from sayso.extract.lexicon import vocabulary
from sayso.extract.parties import is_authority, names_nobody, party_at
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real
from sayso.model.claims import UNNAMED
from sayso.model.values import Claimed, Responsibility

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMING = vocabulary("claiming")
DENYING = vocabulary("denying")
DENIED_THINGS = vocabulary("denied_things")
ACCUSING = vocabulary("accusing")
CHARGED = vocabulary("charged")
CONVICTED = vocabulary("convicted")
CLEARED = vocabulary("cleared")
DOING = vocabulary("doing")
LIGHT = vocabulary("light")
"""Verbs that need a word for the attack as their object."""
SUSPECTS = vocabulary("suspects")
ATTACK_NOUNS = frozenset(
    {
        "attack",
        "bombing",
        "strike",
        "assault",
        "raid",
        "blast",
        "shooting",
        "massacre",
        "ambush",
        "bomb",
        "car",
        "truck",
        "suicide",
        "terror",
        "terrorist",
        "airstrike",
    }
)
DEEDS = vocabulary("weapon_objects")
LAW = re.compile(
    r"\b(?:police|sheriff|officers?|deput(?:y|ies)|troopers?|guards?|security forces?|firefighters?)\b",
    re.IGNORECASE,
)


def find_responsibility(scene: Scene) -> tuple[Draft, ...]:
    """Rows of responsibility, and claims of it or their absence, in text order."""
    found: list[Draft] = []
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            if scene.events.is_main(index):
                for find in (
                    _claiming,
                    _denying,
                    _accusing,
                    _prosecuting,
                    _doing,
                    _answerable,
                    _suspect_named,
                    _headline_party,
                ):
                    found += find(scene, index)
    return tuple(found)


def _row(
    scene: Scene, party: tuple[str, int, int], status: str, at: int, *, source: str | None = None
) -> Draft:
    token = scene.layers.tokens[at]
    modality = {"denied": "denied", "accused_by_other": "alleged", "suspected_by_authorities": "alleged",
                "blamed_unsourced": "alleged"}.get(status)  # fmt: skip
    return Draft(
        slot="responsibility", group=EVERYONE, value=Responsibility(party=party[0], status=status), at=at,
        start=min(token.start, party[1]), end=max(token.end, party[2]), source=source, modality=modality,
        denied=status == "denied",
    )  # fmt: skip


def _agent(scene: Scene, verb: int) -> int | None:
    """The noun behind "by"; None if there is none."""
    for child in scene.layers.children[verb]:
        if scene.layers.tokens[child].lemma == "by":
            return first_child(scene.layers, child, "pobj")
    return None


def _subject(scene: Scene, verb: int) -> int | None:
    layers = scene.layers
    found = first_child(layers, verb, "nsubj")
    while found is None and layers.tokens[verb].dep in {"conj", "xcomp"} and layers.tokens[verb].head != verb:
        verb = layers.tokens[verb].head
        found = first_child(layers, verb, "nsubj")
    if (
        found is not None
        and layers.tokens[found].lemma in {"who", "which", "that"}
        and layers.tokens[verb].dep == "relcl"
    ):
        return layers.tokens[verb].head
    return found


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
    claimed_by = token.lemma == "claim" and _agent(scene, index) is not None
    if thing is None or not (
        layers.tokens[thing].lemma in CLAIMING or (claimed_by and families_of(layers, thing))
    ):
        return
    who = _agent(scene, index)
    who = who if who is not None else _subject(scene, index)
    if (who is not None and names_nobody(scene, who)) or is_negated(layers, index):
        yield _claimed(scene, index, thing, answer="no", party=None)
        return
    party = party_at(scene, who) if who is not None else None
    if party is not None and is_real(layers, index):
        yield _claimed(scene, index, thing, answer="yes", party=party[0])
        yield _row(scene, party, "claimed", index, source=party[0])


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
        _agent(scene, index)
        if first_child(layers, index, "nsubjpass") is not None
        else _subject(scene, index)
    )
    if what is None or who is None:
        return
    inside = layers.subtree(what)
    deed = layers.tokens[what].lemma in DENIED_THINGS | DOING or any(families_of(layers, i) for i in inside)
    party = party_at(scene, who)
    if deed and party is not None:
        yield _row(scene, party, "denied", index, source=party[0])


def _accusing(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "A accused P of ...", "A blamed P", "P is suspected", "blamed on P"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in ACCUSING or token.pos != "VERB":
        return
    passive = first_child(layers, index, "nsubjpass")
    accused = passive if passive is not None else first_child(layers, index, "dobj")
    if accused is None and token.tag == "VBN" and token.dep in {"acl", "relcl", "amod"}:
        accused = token.head
    accused = _behind_on(scene, index) or accused
    if accused is None:
        return
    if layers.tokens[accused].lemma in {"that", "who", "which"} and token.dep == "relcl":
        accused = token.head
    bare = (
        token.tag == "VBN"
        and token.dep in {"acl", "amod", "relcl"}
        and first_child(layers, index, "nsubj") is None
    )
    accuser = _agent(scene, index) if passive is not None or bare else _subject(scene, index)
    for each in with_conjuncts(layers, accused):
        party = party_at(scene, each)
        if party is not None:
            yield _row(scene, party, _status(scene, accuser), index)


def layers_kind(scene: Scene, index: int) -> str | None:
    """The kind of the name that a token belongs to; None if to none."""
    return next((n.kind for n in scene.layers.names if n.first <= index < n.last), None)


def _behind_on(scene: Scene, index: int) -> int | None:
    """Whom a deed is "blamed on"; None if the verb has no such phrase."""
    if scene.layers.tokens[index].lemma != "blame":
        return None
    for child in scene.layers.children[index]:
        if scene.layers.tokens[child].lemma == "on":
            return first_child(scene.layers, child, "pobj")
    return None


def _status(scene: Scene, accuser: int | None) -> str:
    if accuser is None:
        return "blamed_unsourced"
    words = scene.layers.subtree(accuser)
    said = scene.layers.shadow[scene.layers.tokens[words[0]].start : scene.layers.tokens[words[-1]].end]
    at_home = any(word.lower() in scene.events.places for word in said.split()) and layers_kind(
        scene, accuser
    ) in {"GPE", "LOC"}
    return "suspected_by_authorities" if is_authority(said) or at_home else "accused_by_other"


def _prosecuting(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "P was charged with", "P was convicted", "P was cleared"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    lemma = token.lemma
    status = ("convicted" if lemma in CONVICTED else "cleared" if lemma in CLEARED
              else "suspected_by_authorities" if lemma in CHARGED else None)  # fmt: skip
    whom = first_child(layers, index, "nsubjpass")
    if (
        status is None
        or token.pos != "VERB"
        or whom is None
        or is_negated(layers, index)
        or not is_real(layers, index)
    ):
        return
    party = party_at(scene, whom)
    if party is not None and scene.people.name_at(whom):
        yield _row(scene, party, status, index)


def _doing(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "P bombed the camp", "P tried to kill him", "the raid by P"; claims.py turns it by who speaks."""
    layers, token = scene.layers, scene.layers.tokens[index]
    actor = actor_in_headline(layers, index)
    if actor is not None and (party := party_at(scene, actor)) is not None:
        yield _row(scene, party, "stated_by_author", index)
    if (
        token.pos in {"NOUN", "PROPN"}
        and families_of(layers, index)
        and (by := _agent(scene, index)) is not None
    ):
        yield from _done(scene, index, by)
    if token.pos != "VERB" or token.lemma not in DOING or not _has_deed(scene, index):
        return
    tried = layers.tokens[token.head].lemma in {"try", "attempt"} and token.dep == "xcomp"
    if not is_real(layers, index) and not tried:
        return
    who = _agent(scene, index)
    if who is None and first_child(layers, index, "nsubjpass") is None and token.dep != "acl":
        who = _subject(scene, index)
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
        yield _row(scene, party, "denied" if denied else "stated_by_author", index)


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
            yield _row(scene, party, "stated_by_author", index)


def find_past_acts(scene: Scene) -> tuple[Draft, ...]:
    """Parties named for earlier acts or threats: ``mentioned``, no more (STANDARDS 3)."""
    layers = scene.layers
    found = []
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            if layers.tokens[index].pos != "VERB" or not _is_past_act(scene, index):
                continue
            who = _agent(scene, index)
            who = who if who is not None else _subject(scene, index)
            party = party_at(scene, who) if who is not None else None
            if party is not None and not LAW.search(party[0]):
                row = _row(scene, party, "mentioned", index)
                found.append(replace(row, of_incident=True, modality="speculated"))
    return tuple(found)


def _is_past_act(scene: Scene, index: int) -> bool:
    """Whether a verb tells of acts in general before the incident, not of one dated event."""
    layers, token = scene.layers, scene.layers.tokens[index]
    event = scene.events.event_of(index)
    if event.main or event.date is not None or event.type not in {"attack", "kidnapping"}:
        return False
    claimed = token.lemma == "claim" and _agent(scene, index) is not None
    return claimed or (token.lemma in DOING and _has_deed(scene, index) and is_real(layers, index))


def _suspect_named(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "The gunman, identified as P", "suspect P"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in SUSPECTS or token.pos not in {"NOUN", "PROPN"}:
        return
    sentence = layers.sentences[token.sentence]
    window = list(range(index + 1, min(index + 8, sentence.last)))
    for here in window:
        word = layers.tokens[here]
        if word.pos not in {"PUNCT", "DET", "PROPN", "NUM"} and word.lemma not in {
            "identify",
            "name",
            "know",
            "as",
            "be",
        }:
            return
        name = next(
            (p for p in scene.people.persons if p.span.start <= layers.tokens[here].start < p.span.end), None
        )
        if name is not None:
            status = (
                "blamed_unsourced"
                if layers.tokens[index - 1].text.lower() == "alleged"
                else "stated_by_author"
            )
            status = "suspected_by_authorities" if token.lemma == "suspect" else status
            full = scene.people.name_at(here) or name.name
            yield _row(scene, (full, name.span.start, name.span.end), status, index)
            return


def _headline_party(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "The X car bomb attack": a party's name as modifier of the attack."""
    layers = scene.layers
    if scene.events.family not in {"attack", "kidnapping", "coup"}:
        return
    named = next((n for n in layers.names if n.last == index and n.kind in {"ORG", "NORP"}), None)
    if (
        named is None
        or layers.tokens[index].lemma not in ATTACK_NOUNS
        or "attack" not in families_of(layers, layers.tokens[named.last - 1].head)
    ):
        return
    if named.kind == "ORG" and layers.tokens[named.last - 1].dep in {"compound", "poss", "amod", "nmod"}:
        start, end = named.start, named.end
        yield _row(scene, (layers.report.text[start:end], start, end), "stated_by_author", index)


def unnamed(description: str) -> str:
    """The source string of an unnamed source (GOLD.md)."""
    return UNNAMED + description

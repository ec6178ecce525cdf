"""Who is accused, suspected, charged or named as the suspect, and by whom (STANDARDS 3)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, phrase, words_between
from sayso.extract.event_words import families_of
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.frames import find_charges, is_of_other_deeds
from sayso.extract.responsibility.parties import is_authority, party_at
from sayso.extract.responsibility.rows import FIGHTING, HELD, as_hint, joined_parties, row
from sayso.extract.suffering import is_possible, is_real
from sayso.model.values import Responsibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.responsibility.frames import Charge
    from sayso.extract.scene import Draft, Scene

STATUS = {
    "done": "stated_by_author",
    "mentioned": "mentioned",
    "charged": "suspected_by_authorities",
    "admitted": "claimed",
}
OFTEN = frozenset(
    {"often", "repeatedly", "previously", "regularly", "routinely", "frequently", "always", "long"}
)
FORCE = re.compile(r"(?:.* )?(?:police|bureau|department|sheriff's office)(?: department)?", re.IGNORECASE)
PLEA = 3
"""So many words behind "pleaded" a "not" belongs to it (s)."""
UNSAID = frozenset({"point", "fall"})
"""Verbs of fingers and suspicion, which point at somebody without saying for what."""
CHARGE_LINKS = frozenset({"with", "of", "for", "over", "in", "on"})
CHARGED = vocabulary("charged")
CONVICTED = vocabulary("convicted")
CLEARED = vocabulary("cleared")
ATTACK_NOUNS = vocabulary("attack_nouns")


def find_accusing(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "A accused P of ...", "the raid is attributed to P", "P took part in the raid"."""
    for charge in find_charges(scene, index):
        plea = charge.says == "admitted"
        if not _is_of_incident(scene, index, charge) or (is_negated(scene.layers, index) and not plea):
            continue
        if any(scene.layers.tokens[c].lemma in OFTEN for c in scene.layers.children[index]):
            continue  # what somebody is often accused of is not this
        for each in joined_parties(scene.layers, charge.party):
            party = party_at(scene, each, loose=True)
            if party is not None and _may_be_held(charge, party[0]):
                yield _charged(scene, index, charge, party)


def _charged(scene: Scene, index: int, charge: Charge, party: tuple[str, int, int]) -> Draft:
    """The row that a charge makes of a party."""
    if charge.says == "admitted":
        words = scene.layers.subtree(index)
        denies = any(scene.layers.tokens[i].lemma == "not" for i in words if i < index + PLEA)
        return row(scene, party, "denied" if denies else "claimed", index, source=party[0])
    status = _status(scene, charge.accuser) if charge.says == "accused" else STATUS[charge.says]
    said = replace(row(scene, party, status, index), of_incident=True)
    if scene.layers.tokens[index].lemma in UNSAID:
        return _pointed(scene, index, said)
    unsure = not is_real(scene.layers, index) or is_possible(scene.layers, index)
    hint = charge.says == "mentioned" or (charge.says == "done" and unsure)
    return as_hint(said) if hint else said


def _may_be_held(charge: Charge, party: str) -> bool:
    """Whether a party said to have taken part can have done it: the police take part in the inquiry."""
    return charge.says == "accused" or FORCE.fullmatch(party) is None


def _pointed(scene: Scene, index: int, draft: Draft) -> Draft:
    """The row with those among whom fingers point, or suspicion falls, as its speakers."""
    layers = scene.layers
    link = next((c for c in layers.children[index] if layers.tokens[c].lemma in {"among", "amongst"}), None)
    whom = first_child(layers, link, "pobj") if link is not None else None
    status = "blamed_unsourced" if whom is None else "accused_by_other"
    words = "not specified" if whom is None else words_between(layers, *phrase(layers, whom))
    value = draft.value
    if isinstance(value, Responsibility):
        value = replace(value, status=status)
    return replace(draft, value=value, source=f"unnamed: {words}", modality="alleged")


def _is_of_incident(scene: Scene, index: int, charge: Charge) -> bool:
    """Whether somebody is held responsible for the incident: by the deed named, else by the clause."""
    if is_of_other_deeds(scene, charge.deed):
        return False
    if charge.deed is None and scene.layers.tokens[index].lemma in UNSAID:
        return True
    deeds = scene.layers.subtree(charge.deed) if charge.deed is not None else ()
    named = any(families_of(scene.layers, i) for i in deeds)
    return named or scene.events.is_main(index)


def _kind_of_name(scene: Scene, index: int) -> str | None:
    """The kind of the name that a token belongs to; None if to none."""
    return next((n.kind for n in scene.layers.names if n.first <= index < n.last), None)


def _status(scene: Scene, accuser: int | None) -> str:
    if accuser is None:
        return HELD
    words = scene.layers.subtree(accuser)
    said = scene.layers.shadow[scene.layers.tokens[words[0]].start : scene.layers.tokens[words[-1]].end]
    at_home = any(word.lower() in scene.events.places for word in said.split()) and _kind_of_name(
        scene, accuser
    ) in {"GPE", "LOC"}
    return "suspected_by_authorities" if is_authority(said) or at_home else "accused_by_other"


def find_prosecuting(scene: Scene, index: int) -> Iterator[Draft]:
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
        or any(is_of_other_deeds(scene, child) for child in _charges(scene, index))
    ):
        return
    party = party_at(scene, whom)
    if party is not None and scene.people.name_at(whom):
        yield row(scene, party, status, index)


def _charges(scene: Scene, verb: int) -> tuple[int, ...]:
    """What somebody is charged with, or cleared of."""
    links = (
        c for c in scene.layers.children[verb] if scene.layers.tokens[c].lemma in CHARGE_LINKS and c > verb
    )
    found = (first_child(scene.layers, link, "pobj", "pcomp") for link in links)
    return tuple(one for one in found if one is not None)


def find_headline_party(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "The X car bomb attack": a party's name as modifier of the attack."""
    layers = scene.layers
    if (
        scene.events.family not in {"attack", "kidnapping", "coup"}
        or layers.tokens[index].lemma not in ATTACK_NOUNS
    ):
        return
    named = next((n for n in layers.names if n.last == index and n.kind in {"ORG", "NORP"}), None)
    if named is None or "attack" not in families_of(layers, layers.tokens[named.last - 1].head):
        return
    body = scene.people.body_at(named.last - 1)
    before = layers.tokens[named.last - 1].dep in {"compound", "poss", "amod", "nmod"}
    if before and body is not None and body.kind in FIGHTING:
        first = named.first
        while first < named.last - 1 and layers.tokens[first].pos == "ADJ":
            first += 1  # "Massive X bomb attack"
        start, end = layers.tokens[first].start, named.end
        yield row(scene, (layers.report.text[start:end], start, end), "stated_by_author", index)

"""Who is accused, suspected, charged or named as the suspect, and by whom (STANDARDS 3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, phrase, with_conjuncts, words_between
from sayso.extract.event_words import families_of
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.frames import find_charges, is_of_other_deeds
from sayso.extract.responsibility.parties import is_authority, party_at
from sayso.extract.responsibility.rows import FIGHTING, HELD, as_hint, row
from sayso.extract.suffering import is_possible, is_real
from sayso.model.values import Responsibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.responsibility.frames import Charge
    from sayso.extract.scene import Draft, Scene

STATUS = {"done": "stated_by_author", "mentioned": "mentioned"}
UNSAID = frozenset({"point", "fall"})
"""Verbs of fingers and suspicion, which point at somebody without saying for what."""
CHARGE_LINKS = frozenset({"with", "of", "for", "over", "in"})
CHARGED = vocabulary("charged")
CONVICTED = vocabulary("convicted")
CLEARED = vocabulary("cleared")
SUSPECTS = vocabulary("suspects")
ATTACK_NOUNS = vocabulary("attack_nouns")


def find_accusing(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "A accused P of ...", "the raid is attributed to P", "P took part in the raid"."""
    for charge in find_charges(scene, index):
        if not _is_of_incident(scene, index, charge) or is_negated(scene.layers, index):
            continue
        status = _status(scene, charge.accuser) if charge.says == "accused" else STATUS[charge.says]
        unsure = not is_real(scene.layers, index) or is_possible(scene.layers, index)
        hint = charge.says == "mentioned" or (charge.says == "done" and unsure)
        for each in with_conjuncts(scene.layers, charge.party):
            if (party := party_at(scene, each, loose=True)) is not None:
                said = replace(row(scene, party, status, index), of_incident=True)
                if scene.layers.tokens[index].lemma in UNSAID:
                    said = _pointed(scene, index, said)
                yield as_hint(said) if hint else said


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


def find_suspect(scene: Scene, index: int) -> Iterator[Draft]:
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
            yield row(scene, (full, name.span.start, name.span.end), status, index)
            return


def find_headline_party(scene: Scene, index: int) -> Iterator[Draft]:
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
    body = scene.people.body_at(named.last - 1)
    before = layers.tokens[named.last - 1].dep in {"compound", "poss", "amod", "nmod"}
    if before and body is not None and body.kind in FIGHTING:
        start, end = named.start, named.end
        yield row(scene, (layers.report.text[start:end], start, end), "stated_by_author", index)

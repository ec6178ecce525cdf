"""Who is accused, suspected, charged or named as the suspect, and by whom (STANDARDS 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, with_conjuncts
from sayso.extract.event_words import families_of
from sayso.extract.lexicon import vocabulary
from sayso.extract.parties import is_authority, party_at
from sayso.extract.rows import agent_of, row, subject_of
from sayso.extract.suffering import is_real

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.scene import Draft, Scene

ACCUSING = vocabulary("accusing")
CHARGED = vocabulary("charged")
CONVICTED = vocabulary("convicted")
CLEARED = vocabulary("cleared")
SUSPECTS = vocabulary("suspects")
ATTACK_NOUNS = vocabulary("attack_nouns")
OTHER_DEEDS = vocabulary("other_deeds")


def find_accusing(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "A accused P of ...", "A blamed P", "P is suspected", "blamed on P"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in ACCUSING or token.pos != "VERB" or is_of_other_deeds(scene, index):
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
    accuser = agent_of(scene, index) if passive is not None or bare else subject_of(scene, index)
    for each in with_conjuncts(layers, accused):
        party = party_at(scene, each, loose=True)
        if party is not None:
            yield row(scene, party, _status(scene, accuser), index)


def is_of_other_deeds(scene: Scene, index: int) -> bool:
    """Whether somebody is accused or charged for other deeds than the incident.

    As in "charged with the repeated attacks on X", "accused of an earlier bombing". A deed that
    cannot be told from the incident is taken for it.
    """
    layers = scene.layers
    for child in layers.children[index]:
        if layers.tokens[child].lemma not in {"with", "of", "for", "over", "in"} or child < index:
            continue
        inside = layers.subtree(child)
        deeds = [i for i in inside if families_of(layers, i)]
        if deeds and any(layers.tokens[i].text.lower() in OTHER_DEEDS for i in inside):
            return True
        if deeds and not any(scene.events.is_main(i) for i in deeds):
            return True
    return False


def _kind_of_name(scene: Scene, index: int) -> str | None:
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
        or is_of_other_deeds(scene, index)
    ):
        return
    party = party_at(scene, whom)
    if party is not None and scene.people.name_at(whom):
        yield row(scene, party, status, index)


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
    if named.kind == "ORG" and layers.tokens[named.last - 1].dep in {"compound", "poss", "amod", "nmod"}:
        start, end = named.start, named.end
        yield row(scene, (layers.report.text[start:end], start, end), "stated_by_author", index)

"""Who is named, or described, as the one who did it: "the gunman, identified as P" (STANDARDS 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, phrase, words_between
from sayso.extract.groups import is_person_noun
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.rows import is_doubted, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.scene import Draft, Scene

SUSPECTS = vocabulary("suspects")
PLACED = frozenset({"GPE", "FAC", "EVENT", "LOC", "WORK_OF_ART"})
IDENTIFYING = frozenset({"identify", "name", "know"})
SAYS_NOTHING = frozenset(
    {"man", "woman", "person", "people", "male", "female", "individual", "boy", "teenager", "one"}
)
"""Nouns for people that tell nothing of who somebody is."""


def find_suspect(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "The gunman, identified as P", "suspect P", "P is the suspect", "the shooter, an employee".

    Only grammar joins a name to the word: a name that merely stands near may be the sheriff's.
    """
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in SUSPECTS or token.pos not in {"NOUN", "PROPN"} or is_negated(layers, index):
        return
    if _is_nobody(scene, index) or _is_of_elsewhere(scene, index):
        return
    status = "suspected_by_authorities" if token.lemma == "suspect" else "stated_by_author"
    status = "blamed_unsourced" if is_doubted(layers, index) and token.lemma != "suspect" else status
    for who in _named(scene, _whole(scene, index)):
        at = layers.tokens[who].start
        person = next((p for p in scene.people.persons if p.span.start <= at < p.span.end), None)
        if person is not None:
            full = scene.people.name_at(who) or person.name
            yield row(scene, (full, person.span.start, person.span.end), status, index)
            return
    beside = first_child(layers, index, "appos")
    told = beside is not None and is_person_noun(layers, beside)
    if beside is not None and told and layers.tokens[beside].lemma not in SAYS_NOTHING:
        first, last = phrase(layers, beside)
        while first < last - 1 and layers.tokens[first].pos in {"DET", "NUM"}:
            first += 1
        start, end = layers.tokens[first].start, layers.tokens[last - 1].end
        yield row(scene, (words_between(layers, first, last), start, end), status, index)


def _whole(scene: Scene, index: int) -> int:
    """The head of "one of the shooters", for whom a name stands; the word itself where it stands alone."""
    tokens = scene.layers.tokens
    one = tokens[tokens[index].head].head
    return one if tokens[tokens[index].head].lemma == "of" and tokens[one].lemma == "one" else index


def _is_nobody(scene: Scene, index: int) -> bool:
    """Whether there is no such person: "no suspect has been named"."""
    return any(scene.layers.tokens[c].lemma in {"no", "any", "another"} for c in scene.layers.children[index])


def _is_of_elsewhere(scene: Scene, index: int) -> bool:
    """Whether it is the bomber, or gunman, of another place: "the Harbour City bombers"."""
    layers = scene.layers
    before = [n for n in layers.names if n.kind in PLACED and n.last == index]
    words = {layers.tokens[i].text.lower() for n in before for i in range(n.first, n.last)}
    return bool(words) and not words & scene.events.places


def _named(scene: Scene, index: int) -> Iterator[int]:
    """Tokens that may be the head of the name given to a suspect, surest first."""
    layers, token = scene.layers, scene.layers.tokens[index]
    for child in layers.children[index]:
        if layers.tokens[child].dep == "appos":
            yield child
        if layers.tokens[child].dep in {"acl", "relcl"} and layers.tokens[child].lemma in IDENTIFYING:
            yield from _given(scene, child)
    above = layers.tokens[token.head]
    if token.dep in {"compound", "nmod", "amod"} and above.pos == "PROPN" and token.head > index:
        yield token.head
    if token.dep == "appos" and above.pos == "PROPN":
        yield token.head
    if above.lemma == "be" and token.dep in {"nsubj", "attr"}:
        other = first_child(layers, token.head, "attr" if token.dep == "nsubj" else "nsubj")
        yield from (other,) if other is not None else ()
    if above.lemma in IDENTIFYING and token.dep in {"dobj", "nsubjpass"}:
        yield from _given(scene, token.head)
    if above.lemma == "as" and layers.tokens[above_head(scene, index)].lemma in IDENTIFYING:
        whom = first_child(layers, above_head(scene, index), "dobj", "nsubjpass")
        yield from (whom,) if whom is not None else ()


def above_head(scene: Scene, index: int) -> int:
    """The token two steps up the tree."""
    tokens = scene.layers.tokens
    return tokens[tokens[index].head].head


def _given(scene: Scene, verb: int) -> Iterator[int]:
    """The name behind "identified as", or right behind "named"."""
    layers = scene.layers
    for child in layers.children[verb]:
        if layers.tokens[child].lemma == "as":
            name = first_child(layers, child, "pobj")
            yield from (name,) if name is not None else ()
        if layers.tokens[child].dep in {"oprd", "dobj"} and child > verb:
            yield child

"""Attributions whose cue is a noun: "the claim that", "accusations of", "reports of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.fitting import fit_draft, words_at
from sayso.extract.attributions.geometry import overlap
from sayso.extract.attributions.roles import LIGHT
from sayso.extract.attributions.scene import Draft
from sayso.extract.attributions.stance import stance_of
from sayso.extract.attributions.syntax import agent_of, child, noun_stretch, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.attributions.lexicon import CueEntry
    from sayso.extract.attributions.scene import Scene
    from sayso.model.layers import Layers


def find_noun_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every reporting noun with a clause, or a phrase, that says what is reported."""
    layers, nouns = scene.layers, scene.lexicon.nouns
    for sentence in layers.sentences:
        if sentence.furniture:
            continue
        for index in range(sentence.first, sentence.last):
            token = layers.tokens[index]
            entry = nouns.get(token.lemma) if token.pos == "NOUN" else None
            if entry is not None:
                draft = _draft(scene, index, entry)
                if draft is not None:
                    yield draft


def _draft(scene: Scene, noun: int, entry: CueEntry) -> Draft | None:
    layers = scene.layers
    content = _content(layers, noun, entry)
    if content is None:
        return None
    run, linked = content
    head, carrier = _source(layers, noun)
    first = carrier if carrier is not None and carrier < noun else _first_adjective(layers, noun)
    cue = words_at(scene, first, noun + 1 + linked)
    source = None if head is None else noun_stretch(layers, head, barrier=noun)
    if source is not None and overlap(source, cue):
        return None
    stance = stance_of(layers, noun, entry)
    draft = Draft(anchor=noun, cue=cue, source=source, head=head, content=(), stance=stance, rule="noun")
    return fit_draft(scene, draft, [run])


def _first_adjective(layers: Layers, noun: int) -> int:
    first = noun
    while first > 0 and layers.tokens[first - 1].head == noun and layers.tokens[first - 1].dep == "amod":
        first -= 1
    return first


def _content(layers: Layers, noun: int, entry: CueEntry) -> tuple[tuple[int, int], bool] | None:
    """The run of tokens that says what is reported, and whether a preposition links it to the noun."""
    tokens = layers.tokens
    for below in layers.children[noun]:
        if below < noun:
            continue
        token = tokens[below]
        if token.dep in {"acl", "ccomp"} and "that" in entry.frames:
            mark = child(layers, below, "mark")
            if mark is not None and tokens[mark].lemma in {"that", "whether"}:
                tree = layers.subtree(below)
                return (max(tree[0], noun + 1), tree[-1] + 1), False
        if token.dep == "acl" and "to" in entry.frames and below > noun and tokens[noun + 1].lemma == "to":
            return (noun + 1, layers.subtree(below)[-1] + 1), False
        if token.dep == "prep" and token.lemma in entry.frames - {"to"}:
            inner = child(layers, below, "pobj", "pcomp")
            if inner is not None and below == noun + 1:
                tree = layers.subtree(below)
                return (tree[0] + 1, tree[-1] + 1), True
    return None


def _source(layers: Layers, noun: int) -> tuple[int | None, int | None]:
    """Head of the source, and the verb that carries the noun if the source is its subject."""
    tokens = layers.tokens
    owner = child(layers, noun, "poss")
    if owner is not None:
        return owner, None
    for below in layers.children[noun]:
        if tokens[below].dep == "prep" and tokens[below].lemma in {"by", "from"}:
            return child(layers, below, "pobj"), None
    head = tokens[noun].head
    if tokens[noun].dep == "dobj" and tokens[head].lemma in LIGHT:
        return subject_of(layers, head), head
    if tokens[noun].dep == "nsubjpass" and tokens[head].lemma in LIGHT:
        return agent_of(layers, head), None
    return None, None

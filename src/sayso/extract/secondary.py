"""What a second explosion was: another device, or fuel and ammunition that the first one set off.

"The blast detonated a fuel tank" tells of one bomb, however many bangs were heard; "a truck bomb, followed
by a motorcycle packed with explosives" tells of two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import vocabulary, weapon_nouns
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real
from sayso.extract.weapons import LADEN, VEHICLES
from sayso.extract.wording import kind_words
from sayso.model.values import Answer, Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.layers import Layers

SECOND = "fact:what was the second explosion"
IGNITING = frozenset({"detonate", "ignite", "trigger", "explode", "set"})
EXPLODING = frozenset({"detonate", "explode", "ignite"})
STORED = vocabulary("stored_fuel")
"""What explodes and is no weapon: fuel, gas and what holds them."""


def find_secondary(scene: Scene) -> tuple[Draft, ...]:
    """Second explosions of the incident and the number of bombs that goes with them, in text order."""
    return tuple(
        draft
        for sentence in scene.sentences()
        for index in range(sentence.first, sentence.last)
        if scene.layers.tokens[index].pos == "VERB" and scene.events.is_main(index)
        for draft in (*_set_off(scene, index), *_followed(scene, index))
    )


def _set_off(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "the blast detonated a fuel tank", "the explosion caused a gas tank to explode"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if is_negated(layers, index) or not is_real(layers, index):
        return
    subject = first_child(layers, index, "nsubj")
    if subject is None or not _is_blast(layers, subject):
        return
    if token.lemma == "cause":
        below = [c for c in layers.children[index] if layers.tokens[c].lemma in EXPLODING]
        thing = first_child(layers, below[0], "nsubj") if below else None
    else:
        off = token.lemma != "set" or any(layers.tokens[c].lemma == "off" for c in layers.children[index])
        thing = first_child(layers, index, "dobj") if token.lemma in IGNITING and off else None
    if thing is not None and _is_stored(layers, thing):
        what = kind_words(layers, thing)[0]
        yield from _drafts(scene, f"{what} set off by the first blast", 1, index=index, thing=thing)


def _followed(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "a truck bomb went off, followed by an explosives-packed motorcycle"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma != "follow" or token.tag != "VBN":
        return
    link = next((c for c in layers.children[index] if layers.tokens[c].lemma == "by"), None)
    thing = first_child(layers, link, "pobj") if link is not None else None
    if thing is None:
        return
    words = kind_words(layers, thing)[0]
    before = layers.shadow[layers.tokens[link or thing].start : layers.tokens[thing].start]
    device = layers.tokens[thing].lemma in weapon_nouns()
    loaded = layers.tokens[thing].lemma in VEHICLES and LADEN.search(before) is not None
    first = layers.sentences[token.sentence].first
    other = any(
        layers.tokens[i].lemma in weapon_nouns() or families_of(layers, i) for i in range(first, index)
    )
    if (device or loaded) and other and layers.tokens[thing].tag in {"NN", "NNP"}:
        yield from _drafts(scene, words, 2, index=index, thing=thing)


def _is_blast(layers: Layers, index: int) -> bool:
    return "attack" in families_of(layers, index) or layers.tokens[index].lemma in weapon_nouns() | {"blast"}


def _is_stored(layers: Layers, index: int) -> bool:
    return any(layers.tokens[i].lemma in STORED for i in (index, *layers.children[index]))


def _drafts(scene: Scene, answer: str, bombs: int, *, index: int, thing: int) -> Iterator[Draft]:
    tokens = scene.layers.tokens
    ends = sorted((index, thing))
    start, end = tokens[ends[0]].start, tokens[ends[1]].end
    for slot, value in ((SECOND, Answer(answer=answer)), ("count:bombs", Count(lo=bombs, hi=bombs))):
        yield Draft(slot=slot, group=EVERYONE, value=value, start=start, end=end, at=index)

"""What was used: weapons, and vehicles made into weapons (STANDARDS 1, "weapon")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE
from sayso.extract.headlines import actor_in_headline
from sayso.extract.lexicon import vocabulary, weapon_nouns
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real
from sayso.extract.wording import kind_words
from sayso.model.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.layers import Layers

VAGUE = vocabulary("vague")
"""Nouns that name a weapon only with a modifier that says so, save "gun"."""
ARMS = re.compile(
    r"explosive|bomb|incendiary|improvised|suicide|assault|nuclear|automatic|mortar|artillery|land|hand",
    re.IGNORECASE,
)
VEHICLES = vocabulary("vehicles")
FILLED = vocabulary("filled")
LADEN = re.compile(
    r"(?:explosives?|bomb|dynamite|tnt)[ -](?:laden|packed|rigged|filled|loaded)", re.IGNORECASE
)
CARRIED = vocabulary("carried")
BEARERS = vocabulary("bearers")
AIR = vocabulary("air")


FINDING = frozenset({"find", "recover", "discover", "locate"})
AIRCRAFT = frozenset({"aircraft", "bomber", "helicopter", "jet", "plane", "warplane"})


def find_weapons(scene: Scene) -> tuple[Draft, ...]:
    """Weapons named in clauses about the incident, in text order."""
    found: list[Draft] = []
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            if scene.events.is_main(index):
                found += _weapon(scene, index)
    return tuple(found)


def _is_done_by_aircraft(layers: Layers, index: int) -> bool:
    """Whether a headline's "bombs" is what a plane does: "Plane bombs village"."""
    title = layers.sentences[layers.tokens[index].sentence].title
    around = 0 < index < len(layers.tokens) - 1
    if not title or not around or layers.tokens[index - 1].lemma not in AIRCRAFT:
        return False
    return layers.tokens[index].text.lower() == "bombs" and layers.tokens[index + 1].pos in {"NOUN", "PROPN"}


def _weapon(scene: Scene, index: int) -> Iterator[Draft]:
    layers, token = scene.layers, scene.layers.tokens[index]
    if (
        actor_in_headline(layers, index) is not None
        or _is_done_by_aircraft(layers, index)
        or token.pos not in {"NOUN", "PROPN"}
        or not is_real(layers, scene.clause(index))
        or _is_missing(layers, index)
    ):
        return
    hyphened = (
        index + 1 < len(layers.tokens)
        and layers.tokens[index + 1].text == "-"
        and token.end == layers.tokens[index + 1].start
    )
    if token.lemma in weapon_nouns() and not hyphened and _stands_for_itself(scene, index):
        words, start, end = kind_words(layers, index)
        if token.lemma not in VAGUE - {"gun"} or ARMS.search(words):
            words, end = _with_carrier(scene, index, words, end)
            yield _draft(index, words, start, end)
    elif token.lemma in VEHICLES:
        yield from _made_weapon(scene, index)
    elif (
        token.lemma in {"strike", "raid", "bombing", "bombardment"}
        and layers.tokens[index - 1].lemma in AIR
        and index
    ):
        start = layers.tokens[index - 1].start
        yield _draft(index, layers.shadow[start : token.end], start, token.end)


def _is_missing(layers: Layers, index: int) -> bool:
    """Whether there was none: "no gun was found", "a gun was not found"."""
    token = layers.tokens[index]
    none = any(layers.tokens[c].lemma == "no" for c in layers.children[index])
    sought = token.dep in {"nsubjpass", "dobj"} and layers.tokens[token.head].lemma in FINDING
    return none or (sought and is_negated(layers, token.head))


def _with_carrier(scene: Scene, index: int, words: str, end: int) -> tuple[str, int]:
    """A weapon with what brought it: "rockets dropped from drones", "bomb hidden in a truck"."""
    layers = scene.layers
    head = layers.tokens[index].head
    near = [*layers.children[index], *([head] if layers.tokens[index].dep in {"nsubj", "nsubjpass"} else [])]
    for verb in (c for c in near if c > index and layers.tokens[c].lemma in CARRIED):
        for link in (c for c in layers.children[verb] if layers.tokens[c].pos == "ADP"):
            carrier = first_child(layers, link, "pobj")
            if carrier is not None and layers.tokens[carrier].lemma in VEHICLES | weapon_nouns():
                parts = (
                    words,
                    layers.tokens[verb].text,
                    layers.tokens[link].text,
                    layers.tokens[carrier].text,
                )
                return " ".join(parts), layers.tokens[carrier].end
    return words, end


def _stands_for_itself(scene: Scene, index: int) -> bool:
    """Whether a weapon noun is no modifier of something else, except of the attack itself."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.dep != "compound":
        return True
    head = layers.tokens[token.head]
    return bool(families_of(layers, token.head)) and head.lemma not in weapon_nouns() | BEARERS | VEHICLES


def _made_weapon(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "An explosives-laden truck", "a truck loaded with explosives"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    window = layers.shadow[max(0, token.start - 30) : token.start]
    if (match := LADEN.search(window)) and "." not in window[match.end() :]:
        start = max(0, token.start - 30) + match.start()
        yield _draft(index, layers.shadow[start : token.end], start, token.end)
        return
    for child in layers.children[index]:
        if layers.tokens[child].lemma == "use" and layers.tokens[child].dep == "acl" and child > index:
            words, start, end = kind_words(layers, index)
            yield _draft(index, words, start, end)
        if layers.tokens[child].lemma in FILLED and layers.tokens[child].dep in {"acl", "amod", "relcl"}:
            inside = [i for i in layers.subtree(child) if layers.tokens[i].lemma in weapon_nouns()]
            if inside and child > index:
                end = layers.tokens[inside[-1]].end
                yield _draft(
                    index, f"{token.text} loaded with {layers.tokens[inside[-1]].text}", token.start, end
                )


def _draft(index: int, words: str, start: int, end: int) -> Draft:
    return Draft(slot="weapon", group=EVERYONE, value=Text(text=words), start=start, end=end, at=index)

"""Counts of harm in special wordings: tolls that rise, parts of a toll, people brought to safety."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import is_negated
from sayso.extract.groups import EVERYONE, group_of, is_person_noun
from sayso.extract.lexicon import vocabulary
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real, slot_of
from sayso.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Sentence

TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:the |people |those )?(?:dead|deaths|fatalities|victims|killed"
    r"|(?P<hurt>injured|wounded|injuries)|(?P<gone>missing)))"
    r"\b[^.;,\d]{0,90}?\b(?:to|at|of|is|was|reach(?:es|ed)|pass(?:es|ed)|hits?|exceed(?:s|ed))\s*$"
    r"|\bbodies of\s*$",
    re.IGNORECASE,
)
SAVING = vocabulary("saving")
SAVED_HOW = vocabulary("saved_how")
FINDING = frozenset({"find", "recover", "retrieve", "locate", "pull", "discover"})
PARTS = frozenset({"killed", "injured", "missing", "arrested", "rescued"})


def find_tolls(scene: Scene, sentence: Sentence) -> tuple[Draft, ...]:
    """As in "The death toll rose to 27", "the number of wounded stands at 90"."""
    return tuple(_tolls(scene, sentence))


def find_ordinals(scene: Scene, sentence: Sentence) -> tuple[Draft, ...]:
    """As in a headline's "Third man dies": the toll is three."""
    layers = scene.layers
    found = []
    for quantity in scene.quantities:
        here = sentence.title and sentence.first <= quantity.first < sentence.last
        if not here or quantity.kind != "ordinal" or quantity.head is None:
            continue
        noun = layers.tokens[quantity.head]
        verb = noun.head if noun.dep in {"nsubj", "nsubjpass"} else quantity.head + 1
        if noun.tag == "NN" and group_of(layers, quantity.head) and slot_of(layers, verb) == "killed":
            start, end = quantity.start, layers.tokens[verb].end
            value = Count(lo=quantity.lo, hi=quantity.lo)
            found.append(Draft(slot="killed", group=EVERYONE, value=value, start=start, end=end, at=verb))
    return tuple(found)


def _tolls(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    for quantity in scene.quantities:
        if not sentence.first <= quantity.first < sentence.last or quantity.kind != "count":
            continue
        match = TOLL.search(scene.layers.shadow[sentence.start : quantity.start])
        if match is not None and is_real(scene.layers, quantity.first):
            yield Draft(
                slot="injured" if match["hurt"] else "missing" if match["gone"] else "killed",
                group=EVERYONE,
                value=Count(lo=quantity.lo, hi=quantity.hi),
                start=sentence.start + match.start(),
                end=quantity.end,
                at=quantity.first,
            )


def find_parts(scene: Scene, sentence: Sentence, harmed: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Parts of a count just given: "five died, three of them children", "including two guards".

    Args:
        scene: The report.
        sentence: Where to look.
        harmed: Counts found so far; the last one before the part in this sentence is the whole.
    """
    found = []
    for quantity in scene.quantities:
        if not sentence.first <= quantity.first < sentence.last or quantity.kind not in {"count", "article"}:
            continue
        head = _part_head(scene, quantity, sentence)
        group = group_of(scene.layers, head) if head is not None else None
        whole = [d for d in harmed if d.slot in PARTS and sentence.start <= d.start < quantity.start]
        if head is None or group is None or group == EVERYONE or not whole:
            continue
        nearest = max(whole, key=lambda draft: draft.end)
        end = scene.layers.tokens[head].end
        value = Count(lo=quantity.lo, hi=quantity.hi)
        found.append(
            Draft(slot=nearest.slot, group=group, value=value, start=quantity.start, end=end, at=nearest.at)
        )
    return tuple(found)


def _part_head(scene: Scene, quantity: Quantity, sentence: Sentence) -> int | None:
    """The noun of a part: behind "N of them", or counted behind "including"; None if it is no part."""
    tokens = scene.layers.tokens
    behind = [t.lemma for t in tokens[quantity.last : quantity.last + 2]]
    inside = [t.lemma for t in tokens[quantity.first : quantity.last]]
    if (len(behind) == 2 and behind[0] == "of" and behind[1] in {"they", "whom", "them"}) or "they" in inside:
        reach = range(quantity.last, min(quantity.last + 5, sentence.last))
        return next((i for i in reach if is_person_noun(scene.layers, i)), None)
    before = [t.lemma for t in tokens[max(sentence.first, quantity.first - 4) : quantity.first]]
    return quantity.head if {"include", "including", "among"} & set(before) else None


def find_bodies(scene: Scene, sentence: Sentence) -> tuple[Draft, ...]:
    """As in "Eleven bodies had been found" are dead; "fifteen have not been found" are missing."""
    layers = scene.layers
    found = []
    for quantity in scene.quantities:
        if not sentence.first <= quantity.first < sentence.last or quantity.kind != "count":
            continue
        subject = quantity.head if quantity.head is not None else quantity.last - 1
        verb = layers.tokens[subject].head
        if layers.tokens[verb].lemma not in FINDING or not is_real(layers, verb):
            continue
        bodies = layers.tokens[subject].lemma in {"body", "corpse"}
        negated = is_negated(layers, verb)
        if bodies == negated or not (bodies or group_of(layers, quantity.head) == EVERYONE):
            continue
        span = sorted((quantity.start, quantity.end, layers.tokens[verb].start, layers.tokens[verb].end))
        value = Count(lo=quantity.lo, hi=quantity.hi)
        slot = "killed" if bodies else "missing"
        found.append(Draft(slot=slot, group=EVERYONE, value=value, start=span[0], end=span[-1], at=verb))
    return tuple(found)


def find_saved(scene: Scene, sentence: Sentence) -> tuple[Draft, ...]:
    """As in "Pulled 12 people alive from the rubble", "brought 31 people down by ladder"."""
    layers = scene.layers
    words = {layers.tokens[i].lemma for i in range(sentence.first, sentence.last)}
    if not words & SAVING or not words & SAVED_HOW:
        return ()
    found = []
    for quantity in scene.quantities:
        if (
            not sentence.first <= quantity.first < sentence.last
            or quantity.kind != "count"
            or quantity.head is None
        ):
            continue
        verb = layers.tokens[quantity.head].head
        group = group_of(layers, quantity.head)
        meant = layers.tokens[verb].tag == "VB" and any(
            layers.tokens[c].lemma == "to" for c in layers.children[verb]
        )
        if layers.tokens[verb].lemma in SAVING and not meant and group is not None and is_real(layers, verb):
            value = Count(lo=quantity.lo, hi=quantity.hi)
            end = max(quantity.end, layers.tokens[quantity.head].end)
            found.append(
                Draft(slot="rescued", group=group, value=value, start=quantity.start, end=end, at=verb)
            )
    return tuple(found)

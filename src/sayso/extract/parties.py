"""Who a phrase names as a party to the incident, and whether a speaker counts as an authority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, phrase
from sayso.extract.lexicon import vocabulary, weapon_nouns

if TYPE_CHECKING:
    from sayso.extract.scene import Scene

PARTY_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
GROUP_NOUNS = vocabulary("group_nouns")
MACHINES = frozenset(
    {"plane", "bomber", "aircraft", "helicopter", "vehicle", "car", "truck", "warplane", "jet"}
)
SPOKESMAN = re.compile(r"spokes(?:man|woman|person)")
REACH = 5
"""How many sentences back "the group" may point (s)."""
NOBODY = re.compile(r"\b(?:no|nobody|none|not a single|not one|neither)\b", re.IGNORECASE)
AUTHORITY = re.compile(
    r"\b(?:police|sheriff|prosecutor|attorney|minist(?:er|ry)|government|official|authorit(?:y|ies)|army|military|president"
    r"|governor|mayor|fbi|interior|security|chief|commissioner|judge|court|investigators?|spokes(?:man|woman|person)|general"
    r"|colonel|captain|lieutenant|sergeant|detective|officers?|forces|department|bureau|director|troops|state|prime)\b",
    re.IGNORECASE,
)


def is_authority(speaker: str) -> bool:
    """Whether a speaker's description is that of police, military, court or government (STANDARDS 3)."""
    return AUTHORITY.search(speaker) is not None


def party_at(scene: Scene, index: int) -> tuple[str, int, int] | None:
    """The party that a noun phrase names, with the offsets of its words; None if it names none.

    A class ("militias backed by X") stays a class: its words are kept as printed.
    """
    layers = scene.layers
    if (body := _spoken_for(scene, index)) is not None:
        return body
    if (name := scene.people.name_at(index)) is not None:
        first, last = phrase(layers, index)
        return name, layers.tokens[first].start, layers.tokens[last - 1].end
    if layers.tokens[index].pos == "PRON":
        return None  # a wrong antecedent would accuse the wrong person
    named = next((n for n in layers.names if n.first <= index < n.last and n.kind in PARTY_NAMES), None)
    lemma = layers.tokens[index].lemma
    if (named is None and lemma not in GROUP_NOUNS) or lemma in MACHINES | weapon_nouns():
        return None
    if named is None and (meant := _meant_by(scene, index)) is not None:
        index = meant
    first, last = phrase(layers, index)
    while first < last - 1 and layers.tokens[first].pos in {"DET", "PRON", "PUNCT"}:
        first += 1
    beside = first_child(layers, index, "appos")
    if named is None and beside is not None and any(n.first <= beside < n.last for n in layers.names):
        return party_at(scene, beside)
    link = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of" and c > index), None)
    whose = first_child(layers, link, "pobj") if link is not None else None
    if named is None and whose is not None and any(n.first <= whose < n.last for n in layers.names):
        last = max(last, whose + 1)
    start, end = layers.tokens[first].start, layers.tokens[last - 1].end
    linked = first_child(layers, index, "acl")
    if linked is not None and layers.tokens[linked].lemma in {
        "link",
        "back",
        "ally",
        "affiliate",
        "align",
        "support",
    }:
        end = layers.tokens[layers.subtree(linked)[-1]].end
    return layers.report.text[start:end], start, end


def _spoken_for(scene: Scene, index: int) -> tuple[str, int, int] | None:
    """The body that a spokesman speaks for, from the words before his title; None for anyone else."""
    layers = scene.layers
    sentence = layers.sentences[layers.tokens[index].sentence]
    title = next(
        (
            i
            for i in range(index, max(sentence.first, index - 4) - 1, -1)
            if SPOKESMAN.fullmatch(layers.tokens[i].lemma)
        ),
        None,
    )
    if title is None:
        return None
    first, _ = phrase(layers, title)
    while first < title and layers.tokens[first].pos in {"DET", "PRON", "PUNCT"}:
        first += 1
    last = title - 1 if layers.tokens[title - 1].text in {"'s", "'"} else title
    if first >= last:
        return None
    start, end = layers.tokens[first].start, layers.tokens[last - 1].end
    return layers.report.text[start:end], start, end


def _meant_by(scene: Scene, index: int) -> int | None:
    """The head of the fuller phrase that a bare "the group" or "the groups" points back to."""
    layers, token = scene.layers, scene.layers.tokens[index]
    inside = [layers.tokens[c] for c in layers.children[index] if c < index]
    if token.lemma not in {"group", "militia", "organization", "movement"} or [t.lemma for t in inside] != [
        "the"
    ]:
        return None
    reach = layers.sentences[max(0, token.sentence - REACH)].first
    for here in range(index - 1, reach - 1, -1):
        other = layers.tokens[here]
        modified = any(layers.tokens[c].dep in {"amod", "compound"} for c in layers.children[here])
        if token.tag == "NNS" and other.tag == "NNS" and other.lemma in GROUP_NOUNS and modified:
            return here
        if token.tag == "NN" and any(n.kind == "ORG" and n.last - 1 == here for n in layers.names):
            return here
    return None


def names_nobody(scene: Scene, index: int) -> bool:
    """Whether a subject says "no group", "nobody", "not a single organisation"."""
    layers = scene.layers
    inside = layers.subtree(index)
    return (
        NOBODY.search(layers.shadow, layers.tokens[inside[0]].start, layers.tokens[inside[-1]].end)
        is not None
    )

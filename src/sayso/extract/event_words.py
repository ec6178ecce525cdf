"""Words that tell of events and of harm, and what a word alone says of the kind of event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.lexicon import event_families, read_words, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.layers import Layers

ALONGSIDE: Mapping[str, frozenset[str]] = {
    "attack": frozenset({"attack", "robbery", "kidnapping", "fire", "crash"}),
    "quake": frozenset({"quake", "flood", "fire"}),
    "fire": frozenset({"fire", "attack", "crash"}),
    "flood": frozenset({"flood", "crash"}),
    "crash": frozenset({"crash", "fire", "flood", "attack"}),
    "protest": frozenset({"protest", "attack", "fire", "fighting", "robbery"}),
    "coup": frozenset({"coup", "attack", "fighting", "protest"}),
    "fighting": frozenset({"fighting", "attack", "war"}),
    "kidnapping": frozenset({"kidnapping", "attack", "robbery", "fighting"}),
    "robbery": frozenset({"robbery", "attack", "kidnapping", "crash"}),
}
"""Families of events that a report on an incident of the first kind uses for the same incident (s)."""
APART = re.compile(
    r"\b(previous(?:ly)?|prior|past|similar|earlier (?!this\b)(?=\w+s\b)|in recent (?:months|years|decades)"
    r"|(?:months?|years?|decades?) (?:ago|earlier|before)|last year|this year|so far (?:this|in \d{4})"
    r"|(?:separate|unrelated) (?:\w+ings|attacks|incidents|blasts)"
    r"|(?:shootings|attacks|killings|bombings|blasts) (?:across|around|throughout)"
    r"|since the (?:start|beginning)|over the (?:past|last) \w+|in the (?:past|last) \w+ (?:months|years)"
    r"|(?:each|every) (?:shooting|attack|bombing|incident)|(?:shootings?|attacks?) (?:where|in which)"
    r"|history|historical(?:ly)?|a year (?:ago|earlier|after)|used to|once|repeatedly|often|routinely"
    r"|(?:have|has|had) long|in other|elsewhere|another [a-z]+ (?:attack|bombing|blast|shooting|quake))\b",
    re.IGNORECASE,
)
OF_WORDS = frozenset({"attack", "blast", "assail", "assault", "hit"})
VERBAL = frozenset({"harshly", "verbally", "sharply", "bitterly", "publicly", "openly", "politically"})
"""How one attacks with words."""
NATURE = frozenset({"quake", "flood", "fire", "crash"})
DELIBERATE = vocabulary("deliberate")
EXPLOSIONS = vocabulary("explosions")
OPEN = re.compile(
    r"\b(?:not|no|never|whether|if|may|might|could|would|possib\w+|fear\w*|hoax|rul(?:e|ed|ing) (?:\w+ )?out)"
    r"\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that leave open, or deny, what their sentence tells."""


def families_of(layers: Layers, index: int) -> tuple[str, ...]:
    """The families of events that a word can tell of; empty for any other word."""
    token = layers.tokens[index]
    if token.pos not in {"NOUN", "PROPN", "VERB"}:
        return ()
    if is_verbal(layers, index):
        return ()
    found = event_families().get(token.lemma, ())
    return found or (event_families().get(token.text.lower(), ()) if token.pos != "VERB" else ())


def is_verbal(layers: Layers, index: int) -> bool:
    """Whether somebody is attacked with words: "harshly attacked the president", "attacked him as weak"."""
    token = layers.tokens[index]
    if token.pos != "VERB" or token.lemma not in OF_WORDS:
        return False
    below = [layers.tokens[c] for c in layers.children[index]]
    manner = any(t.dep == "advmod" and t.lemma in VERBAL for t in below)
    return manner or any(t.lemma in {"as", "over"} and t.pos == "ADP" for t in below)


def clear_families(layers: Layers, index: int, family: str) -> tuple[str, ...]:
    """The families a word tells of; a quake that strikes is no attack, nor do its strikes stop work."""
    found = families_of(layers, index)
    if family not in NATURE or layers.tokens[index].lemma in DELIBERATE:
        return found
    return tuple(each for each in found if each == family) if "attack" in found else found


def harm_slots(layers: Layers, index: int) -> tuple[str, ...]:
    """The slots of harm that a word can fill, by the word alone; empty for any other word."""
    token = layers.tokens[index]
    if token.pos in {"PUNCT", "DET", "PRON", "ADP"}:
        return ()
    return read_words("harm").get(token.lemma, ()) or read_words("harm").get(token.text.lower(), ())


def tells(layers: Layers, index: int, families: frozenset[str]) -> bool:
    """Whether a word tells of an event of these families or of harm done."""
    return bool(families.intersection(families_of(layers, index))) or bool(harm_slots(layers, index))


def told_as(layers: Layers, family: str) -> str:
    """The kind of event that a report bears out: an attack only by a word for something done on purpose.

    A sentence that leaves it open ("police do not rule out a bomb") bears out nothing, nor does a
    word such as "blast" or "victim" alone (STANDARDS 11, rule 1).
    """
    if family != "attack":
        return family
    lemmas: set[str] = set()
    for sentence in layers.sentences:
        start, end = layers.tokens[sentence.first].start, layers.tokens[sentence.last - 1].end
        if not sentence.furniture and not OPEN.search(layers.report.text, start, end):
            lemmas |= {layers.tokens[index].lemma for index in range(sentence.first, sentence.last)}
    if lemmas & DELIBERATE:
        return family
    return "explosion" if lemmas & EXPLOSIONS else "incident"

"""Which part of the people a number counts: ``all``, ``guards``, ``children``, ... (GOLD.md, "Slots")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child
from sayso.extract.lexicon import people_groups, vocabulary

if TYPE_CHECKING:
    from sayso.model.layers import Layers

WHOLES = vocabulary("wholes")
EVERYONE = "all"
KIN = vocabulary("kin")
AGE_WORDS = 4
AGED = re.compile(r"\b(?:year|month)s?[-\s]+$", re.IGNORECASE)
KEPT_MODIFIERS = vocabulary("kept_modifiers")
"""Modifiers that make another group of a noun; nationality, age and praise do not (s)."""


def group_of(layers: Layers, head: int | None) -> str | None:
    """The group that a counted noun names; None if the noun is not for people.

    Args:
        layers: Of the report.
        head: The noun's token; None for a number that stands alone, which counts all.
    """
    if head is None:
        return EVERYONE
    token = layers.tokens[head]
    if token.lemma in WHOLES and (part := _of_phrase(layers, head)) is not None:
        inner = group_of(layers, part)
        if token.lemma != "employee":
            return inner if inner is not None else (EVERYONE if token.pos == "PRON" else None)
    if token.lemma == "one" and (part := _of_phrase(layers, head)) is not None:
        return group_of(layers, part)
    if token.pos == "PRON" or token.lemma in {"one", "other", "another"}:
        return EVERYONE
    if is_kin(token.lemma) or is_aged(layers, head):
        return EVERYONE
    group = people_groups().get(singular(token.lemma))
    return _modified(layers, head, group) if group is not None else None


def is_kin(lemma: str) -> bool:
    """Whether a noun names somebody by whose kin he is ("his brother")."""
    return lemma in KIN


def is_aged(layers: Layers, index: int) -> bool:
    """Whether a token stands for somebody told by age alone: "a 6-year-old"."""
    if layers.tokens[index].lemma != "old" or index < AGE_WORDS:
        return False
    before = layers.shadow[layers.tokens[index - AGE_WORDS].start : layers.tokens[index].start]
    noun = layers.tokens[layers.tokens[index].head]
    named = layers.tokens[index].dep in {"amod", "compound"} and noun.pos in {"NOUN", "PROPN"}
    return AGED.search(before) is not None and not named


def is_person_noun(layers: Layers, index: int) -> bool:
    """Whether a token is a noun for people."""
    token = layers.tokens[index]
    return token.pos in {"NOUN", "PROPN"} and singular(token.lemma) in people_groups()


def singular(lemma: str) -> str:
    """A noun's singular where the tagger took it for a name, as it does in capitals ("policemen")."""
    if lemma in people_groups():
        return lemma
    if lemma.endswith("men"):
        return lemma[:-2] + "an"
    return lemma.removesuffix("s")


def _of_phrase(layers: Layers, head: int) -> int | None:
    for child in layers.children[head]:
        if layers.tokens[child].lemma == "of":
            return first_child(layers, child, "pobj")
    return None


def _modified(layers: Layers, head: int, group: str) -> str:
    before = layers.tokens[head - 1] if head else None
    if before is not None and before.head == head and before.lemma in KEPT_MODIFIERS and group != "guards":
        return group if (before.lemma, group) == ("security", "guards") else f"{before.lemma} {group}"
    return group

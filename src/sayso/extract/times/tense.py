"""What the syntax around an expression says: whether it lies ahead, and whether it is a time at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model.layers import Layers, NamedSpan, Token

AHEAD = frozenset({
    "schedule", "expect", "plan", "due", "postpone", "delay", "set", "slate", "hope", "intend", "likely",
    "aim", "promise", "await", "prepare", "adjourn", "upcoming",
})  # fmt: skip
"""Words whose time lies ahead of them even in the past tense ("was due on Sunday")."""
STEPS = 6
"""How far up the tree the governing verb is looked for."""
NOT_A_TIME = frozenset({"may", "march", "sat", "sun", "mar", "second", "fall", "spring", "dec"})


def points_ahead(layers: Layers, offset: int) -> bool:
    """Whether the verb that governs the words at an offset speaks of the future.

    A date that hangs on a noun ("the attack on Tuesday") belongs to what the noun names,
    and that is taken to be past.
    """
    index = layers.token_at(offset)
    index = None if index and layers.tokens[index - 1].lemma == "since" else index
    below = None
    for _ in range(STEPS):
        if index is None:
            return False
        token = layers.tokens[index]
        if token.lemma in AHEAD:
            return True
        if token.pos == "NOUN" and below == "ADP":
            return False
        if token.pos in {"VERB", "AUX"}:
            verdict = _verb_points_ahead(layers, index, token)
            if verdict is not None:
                return verdict
        if token.head == index:
            return False
        index, below = token.head, token.pos
    return False


def _verb_points_ahead(layers: Layers, index: int, token: Token) -> bool | None:
    """True or False if the verb decides it, None if its governor must."""
    helpers = {layers.tokens[child].lemma: layers.tokens[child] for child in layers.children[index]}
    if {"will", "shall", "'ll", "wo", "would"} & helpers.keys() and "have" not in helpers:
        return True
    if token.lemma in {"begin", "start"} and token.tag == "VBG":
        return True
    if token.dep in {"xcomp", "ccomp", "advcl", "acl"} and ("to" in helpers or token.tag == "VB"):
        return None
    return False


def is_other_word(layers: Layers, start: int, end: int) -> bool:
    """Whether words that look like a time are a verb ("may") or part of a person's name."""
    first = layers.token_at(start)
    if first is None:
        return True
    token = layers.tokens[first]
    if token.end >= end and token.lemma.rstrip(".") in NOT_A_TIME and token.tag[:2] in {"VB", "MD"}:
        return True
    return any(
        name.kind == "PERSON" and name.start <= start and end <= name.end and name.last - name.first > 1
        for name in _names_at(layers, first)
    )


def _names_at(layers: Layers, index: int) -> list[NamedSpan]:
    return [name for name in layers.names if name.first <= index < name.last]

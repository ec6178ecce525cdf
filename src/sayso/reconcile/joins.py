"""A join: two nodes that are one thing, how sure that is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.reconcile.nodes import Node

JUDGED, EXPLAINED, SAME_NAME, ALIKE, POINTED, GUESSED = 100, 90, 80, 70, 60, 50
"""Strengths: stronger joins are made first, and a weaker one may not undo what they keep apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two nodes that are one thing.

    Attributes:
        strength: See above.
        rule: Which rule said so.
        why: One clause in plain words.
    """

    a: Node
    b: Node
    strength: int
    rule: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Two names that were compared and are not one thing's."""

    a: Node
    b: Node
    why: str


def by_key(nodes: Iterable[Node], keys: Iterable[object]) -> list[list[Node]]:
    """Nodes that share a key, in their order."""
    found: dict[object, list[Node]] = {}
    for node, key in zip(nodes, keys, strict=True):
        found.setdefault(key, []).append(node)
    return list(found.values())

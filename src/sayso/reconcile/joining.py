"""Which nodes are one thing: every rule, its strength and its reason, in one list (STANDARDS 5).

Blocking keeps this near-linear: names are compared only if they share a key, and every distinct
spelling is compared once however many reports have it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.reconcile.bodies import place_stems
from sayso.reconcile.institutions import known_names, same_bodies, same_classes, same_weapons
from sayso.reconcile.joins import EXPLAINED, POINTED, SAME_NAME, Join, Refusal, by_key
from sayso.reconcile.names import bare_name, person_key
from sayso.reconcile.people import double_surnames, surnames
from sayso.reconcile.phrases import fold
from sayso.reconcile.spellings import candidate_pairs, compared, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reconcile.nodes import Node, Nodes

CERTAIN = frozenset({"explained", "acronym", "plural"})
"""Rules by which a report itself says that two names are one thing's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What speaks for and against joining nodes, in no particular order.

    Attributes:
        refusals: Names compared and told apart, where somebody might ask why.
        compared: How many pairs of spellings were compared.
    """

    joins: tuple[Join, ...]
    refusals: tuple[Refusal, ...]
    compared: int


def find_joins(nodes: Nodes) -> Found:
    """All joins, and the refusals worth telling."""
    named = [node for node in nodes.mentions if not node.described]
    joins = [
        Join(
            a=p.a, b=p.b, strength=EXPLAINED if p.rule in CERTAIN else POINTED, rule=p.rule, why=p.why
        )
        for p in nodes.pointers
    ]  # fmt: skip
    places = place_stems(node.name for node in named if node.family is Kind.PLACE)
    refusals: list[Refusal] = []
    pairs = 0
    for family in sorted({node.family for node in named}):
        members = [node for node in named if node.family is family]
        joins += same_names(members)
        spellings = spelled(members)
        candidates = candidate_pairs(spellings)
        pairs += len(candidates)
        joins += compared(spellings, candidates, nodes, refusals)
    people = [node for node in named if node.family is Kind.PERSON]
    joins += [*surnames(people), *double_surnames(people)]
    bodies = [node for node in nodes.mentions if node.family is Kind.ORGANISATION]
    joins += same_bodies(bodies, places, nodes)
    joins += known_names([node for node in bodies if not node.described])
    joins += same_weapons([node for node in nodes.mentions if node.described and node.family is Kind.WEAPON])
    joins += same_classes([node for node in nodes.mentions if node.described and node.family is Kind.CLASS])
    return Found(joins=tuple(joins), refusals=tuple(refusals), compared=pairs)


def same_names(nodes: Sequence[Node]) -> Iterator[Join]:
    """The same name letter for letter, titles and case laid aside; a person's surname alone is none."""
    whole = [node for node in nodes if node.family is not Kind.PERSON or len(person_key(node.name)) > 1]
    for block in by_key(whole, [fold(bare_name(node.name)) for node in whole]):
        for a, b in pairwise(block):
            yield Join(a=a, b=b, strength=SAME_NAME, rule="same name", why="the same name, letter for letter")

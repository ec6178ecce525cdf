"""Homes are known by whose they are: "his residence" here and "the minister's house" there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.reconcile.joins import SAME_NAME, Join, by_key
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reconcile.clusters import Cluster
    from sayso.reconcile.nodes import Node, Nodes


def same_dwellings(nodes: Nodes, clusters: Sequence[Cluster]) -> list[Join]:
    """Residences of one person, once it is known who is who."""
    owner: dict[tuple[str, str], Node] = {}
    for cluster in clusters:
        for node in cluster.nodes:
            if node.family is Kind.PERSON:
                owner[node.report, plain(node.name)] = min(cluster.nodes)
    homes = [node for node in nodes.mentions if node.described and node.family is Kind.FACILITY]
    whose = [owner.get((node.report, plain(node.name.partition("|")[2]))) for node in homes]
    found = []
    for block in by_key(
        homes, [who or (home.report, home.name) for home, who in zip(homes, whose, strict=True)]
    ):
        why = "a residence of the same person"
        found += [Join(a=a, b=b, strength=SAME_NAME, rule="whose", why=why) for a, b in pairwise(block)]
    return found


def plain(name: str) -> str:
    """A name without the spaces and hyphens that a tokeniser may set."""
    return "".join(letter for letter in fold(name) if letter.isalnum())

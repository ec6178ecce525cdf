"""From joins to things: the strongest joins first, and none that brings together what must stay apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.reconcile.joins import EXPLAINED, JUDGED, Join
from sayso.reconcile.names import bare_name, person_key
from sayso.reconcile.naming import compare_names
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.reconcile.nodes import Node


BY_ANALYST = "an analyst keeps them apart"


@dataclass(slots=True)
class Cluster:
    """Nodes that are one thing so far, with what joined them."""

    nodes: list[Node]
    joins: list[Join] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    apart: set[Node] = field(default_factory=set)
    owners: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """The clusters, and the joins that were refused with the reason."""

    clusters: tuple[Cluster, ...]
    refused: tuple[tuple[Join, str], ...]


def cluster_nodes(
    nodes: Sequence[Node],
    joins: Iterable[Join],
    *,
    apart: Iterable[tuple[Node, Node]] = (),
    owners: Mapping[Node, frozenset[str]],
) -> Clustering:
    """Join nodes, strongest joins first; ties by the nodes themselves, so that no order matters.

    Args:
        nodes: All of them.
        joins: What speaks for joining.
        apart: Pairs that an analyst keeps apart, whatever speaks for joining them.
        owners: For bodies, whose they are as far as the name says.
    """
    of = {node: Cluster([node], owners=owners.get(node, frozenset())) for node in nodes}
    for node, cluster in of.items():
        if node.family is Kind.PERSON and not node.described and len(person_key(node.name)) > 1:
            cluster.names[fold(bare_name(node.name))] = bare_name(node.name)
    for a, b in apart:
        of[a].apart.add(b)
        of[b].apart.add(a)
    refused = []
    for join in sorted(joins, key=order_of):
        first, second = of[join.a], of[join.b]
        if first is second:
            continue
        why = what_forbids(first, second, join)
        if why is None:
            absorb(first, second, join, of)
        else:
            refused.append((join, why))
    distinct = {id(cluster): cluster for cluster in of.values()}
    return Clustering(clusters=tuple(distinct.values()), refused=tuple(refused))


def order_of(join: Join) -> tuple[int, Node, Node, str, str]:
    """Strongest first; the two ends in a fixed order."""
    a, b = sorted((join.a, join.b))
    return -join.strength, a, b, join.rule, join.why


def what_forbids(first: Cluster, second: Cluster, join: Join) -> str | None:
    """Why two clusters must not become one; None if nothing forbids it."""
    if not first.apart.isdisjoint(second.nodes):
        return BY_ANALYST
    if join.strength >= JUDGED:
        return None
    families = {node.family for node in (*first.nodes, *second.nodes)} - {Kind.OTHER}
    if len(families) > 1 and join.strength < EXPLAINED:
        return "a " + " is no ".join(sorted(families))
    if first.owners and second.owners and first.owners.isdisjoint(second.owners):
        return "they belong to two states or towns"
    if join.rule == "compared" and Kind.ORGANISATION in families:
        return torn(full_names(first), full_names(second), Kind.ORGANISATION)
    return torn(first.names.values(), second.names.values(), Kind.PERSON)


def torn(ours: Iterable[str], theirs: Iterable[str], kind: Kind) -> str | None:
    """Why longer names of two clusters exclude each other; None if none do."""
    others = sorted(theirs)
    for a in sorted(ours):
        for b in others:
            found = compare_names(a, b, kind=kind)
            if found.veto:
                return f"“{a}” is not “{b}”: {found.why}"
    return None


def full_names(cluster: Cluster) -> list[str]:
    """The names of more than one word."""
    return sorted({node.name for node in cluster.nodes if " " in node.name and not node.described})


def absorb(first: Cluster, second: Cluster, join: Join, of: dict[Node, Cluster]) -> None:
    """Make two clusters one."""
    if len(first.nodes) < len(second.nodes):
        first, second = second, first
    first.nodes += second.nodes
    first.joins += [*second.joins, join]
    first.names |= second.names
    first.apart |= second.apart
    first.owners |= second.owners
    for node in second.nodes:
        of[node] = first

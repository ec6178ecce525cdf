"""Directed graphs drawn in columns: what an arrow leaves stands left of what it leads to.

The columns come from networkx; the places in them are whole numbers found in a fixed order, so that the
same graph is the same picture on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SWEEPS = 12
"""Times that the columns are ordered anew by their neighbours, to and fro."""
LINE = 2
"""Rows that a node takes: half lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a node stands: its column from 0, and its row, a whole number of half lines."""

    column: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything stands.

    Attributes:
        nodes: A spot for every node, no two of one column closer than a line.
        ways: For an edge that passes columns by, where it passes them.
    """

    nodes: Mapping[str, Spot]
    ways: Mapping[tuple[str, str], tuple[Spot, ...]]


def arrange(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> Layout:
    """Find a spot for every node.

    Nodes that lead to each other share a column. Parts of the graph that no edge joins stand below
    each other, the largest first.

    Args:
        nodes: In an order of their own, which decides ties.
        edges: Pairs of nodes; loops are left out.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((a, b) for a, b in edges if a != b)
    place = {node: number for number, node in enumerate(nodes)}
    parts = [sorted(part, key=place.__getitem__) for part in nx.weakly_connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), place[part[0]]))
    spots: dict[str, Spot] = {}
    ways: dict[tuple[str, str], tuple[Spot, ...]] = {}
    below = 0
    for part in parts:
        rows, columns, chains = _arranged(graph, part)
        top = min(rows.values())
        found = {one: Spot(column=columns[one], row=rows[one] - top + below) for one in rows}
        spots |= {node: found[node] for node in part}
        ways |= {edge: tuple(found[one] for one in chain[1:-1]) for edge, chain in chains.items()}
        below = LINE + 1 + max(one.row for one in found.values())
    return Layout(nodes=spots, ways=ways)


def _arranged(
    graph: nx.DiGraph[str], nodes: Sequence[str]
) -> tuple[dict[str, int], dict[str, int], dict[tuple[str, str], tuple[str, ...]]]:
    """Rows and columns of a connected part, and each edge as a chain through the columns it passes."""
    columns = _columns(graph.subgraph(nodes), nodes)
    chains: dict[tuple[str, str], tuple[str, ...]] = {}
    for a, b in [(one, other) for one in nodes for other in sorted(graph.succ[one])]:
        between = {f"{a}\0{b}\0{column}": column for column in range(columns[a] + 1, columns[b])}
        chains[a, b] = (a, *between, b)
        columns |= between
    near = defaultdict(list)
    for chain in chains.values():
        for a, b in pairwise(chain):
            near[a].append(b)
            near[b].append(a)
    layers: list[list[str]] = [[] for _ in range(1 + max(columns.values()))]
    for one, column in columns.items():
        layers[column].append(one)
    rows = {one: LINE * number for layer in layers for number, one in enumerate(layer)}
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 else reversed(layers):
            wanted = {one: _middle(one, near[one], rows) for one in layer}
            layer.sort(key=wanted.__getitem__)
            _set_rows(layer, wanted, rows)
    return rows, columns, chains


def _columns(graph: nx.DiGraph[str], nodes: Sequence[str]) -> dict[str, int]:
    """The longest way to each node; where ways go round in circles, the circle counts as one."""
    whole = nx.condensation(graph)
    generations = enumerate(nx.topological_generations(whole))
    columns = {part: number for number, generation in generations for part in generation}
    return {node: columns[whole.graph["mapping"][node]] for node in nodes}


def _middle(one: str, near: Sequence[str], rows: Mapping[str, int]) -> int:
    """The row in the midst of its neighbours; its own if it has none."""
    return sum(rows[other] for other in near) // len(near) if near else rows[one]


def _set_rows(layer: Sequence[str], wanted: Mapping[str, int], rows: dict[str, int]) -> None:
    """Rows as wanted as far as each has its line; what is pushed apart moves both ways."""
    groups: list[tuple[int, int, list[str]]] = []  # first row, sum of wishes less offsets, members
    for one in layer:
        group = (wanted[one], wanted[one], [one])
        while groups and group[0] < groups[-1][0] + LINE * len(groups[-1][2]):
            _, wishes, held = groups.pop()
            wishes += group[1] - LINE * len(held) * len(group[2])
            together = [*held, *group[2]]
            group = (wishes // len(together), wishes, together)
        groups.append(group)
    for first, _, held in groups:
        for number, one in enumerate(held):
            rows[one] = first + LINE * number

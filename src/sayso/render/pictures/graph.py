"""A graph as shapes: columns of names with arrows between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.render.pictures.layers import arrange

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.render.pictures.layers import Layout

WIDTH = 736
"""Units of the picture, which is drawn about as many pixels wide at a desk."""
HALF_LINE = 12
TOP = 14
SIGN = 12
"""Units that the sign before a name takes."""
LETTER, SMALL = 7.1, 5.8
"""Units that a letter takes on average in a name, and in the words on an arrow."""
ARROW = 46
"""Least units between two columns, for the arrows alone."""
LONGEST, SHORTEST = 40, 18
"""Letters of a name that are shown where there is room, and where there is not."""
BOW = 56
"""Units kept free on the left for bows."""
MOST_WORDS = 34
"""Letters of an arrow's words that are shown."""
SHARES = (80, 70, 60, 50, 90, 40, 30, 85, 75, 65, 55, 45, 35, 25)
"""Where along an arrow its words may stand, in hundredths, the best place first."""
LOW = 11
"""Units that words on arrows keep apart from above to below."""
WIDEST = 7.0
"""Of a line that many statements take."""


Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Something with a name.

    Attributes:
        kind: ``report``, ``outlet``, ``named``, ``unnamed``, ``more``, ``person``, ``body``, ``class``
            or ``other``; decides the shape.
        told: The whole name, and what it stands for.
        target: Where it leads to on the page; None for nowhere.
    """

    id: str
    name: str
    kind: str
    told: str
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow from one node to another.

    Attributes:
        words: What stands on it; empty for nothing.
        told: The same as a sentence.
        weight: How many statements go this way; 1 for what is not counted.
        dashed: For what is no longer so.
        beside: Whether it has no direction: it is a bow on the left, and moves no node.
    """

    a: str
    b: str
    words: str
    told: str
    weight: int
    dashed: bool
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNode:
    """A node where it stands, with its name as far as there is room, and the words of its arrows."""

    node: Node
    x: int
    y: int
    text: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEdge:
    """An arrow as a path, and the place of its words.

    Attributes:
        named: Whether its words stand elsewhere: behind the name it leaves, or nowhere for want of room.
        crowded: Whether there is no room for them.
    """

    edge: Edge
    named: bool
    path: str
    width: float
    x: int
    y: int
    crowded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The picture."""

    width: int
    height: int
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]


def draw(nodes: Sequence[Node], edges: Sequence[Edge]) -> Graph | None:
    """The graph in columns, from left to right; None if there is no arrow to draw.

    Words stand behind the name that an arrow leaves, so that both read as one, unless several arrows
    with different words leave it.
    """
    known = {node.id for node in nodes}
    kept = [edge for edge in edges if {edge.a, edge.b} <= known and edge.a != edge.b]
    if not kept:
        return None
    directed = [edge for edge in kept if not edge.beside]
    layout = arrange([node.id for node in nodes], [(edge.a, edge.b) for edge in directed])
    words: defaultdict[str, set[str]] = defaultdict(set)
    for edge in directed:
        words[edge.a].add(edge.words)
    behind = {one: _cut(min(found), MOST_WORDS) for one, found in words.items() if len(found) == 1}
    margin = BOW if len(directed) < len(kept) else 0
    columns = _columns(nodes, directed, layout, behind, margin)
    drawn = {
        node.id: DrawnNode(
            node=node,
            x=columns[layout.nodes[node.id].column].x,
            y=TOP + HALF_LINE * layout.nodes[node.id].row,
            text=_cut(node.name, columns[layout.nodes[node.id].column].letters),
            words=behind.get(node.id, ""),
        )
        for node in nodes
    }
    most = max(edge.weight for edge in kept)
    last = columns[-1]
    taken = [(x, one.y) for one in drawn.values() for x in range(one.x, _end_of(one) + SIGN, SIGN)]
    lowest = [spot.row for way in layout.ways.values() for spot in way]
    return Graph(
        width=max(WIDTH, last.x + last.width),
        height=2 * TOP + HALF_LINE * max([*lowest, *(spot.row for spot in layout.nodes.values())]),
        nodes=tuple(drawn.values()),
        edges=tuple(_drawn(edge, drawn, layout, columns, most, taken) for edge in kept),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """Where a column begins, how wide its names are, and how many letters of them are shown."""

    x: int
    width: int
    letters: int


def _columns(
    nodes: Sequence[Node], edges: Sequence[Edge], layout: Layout, behind: Mapping[str, str], margin: int
) -> list[_Column]:
    """Columns as wide as their longest names; names are cut where all together are too wide."""
    number = 1 + max(spot.column for spot in layout.nodes.values())
    free = max((len(edge.words) for edge in edges if edge.a not in behind), default=0)
    arrow = ARROW + round(SMALL * min(free, MOST_WORDS))
    letters, widths = SHORTEST, [0]
    for letters in range(LONGEST, SHORTEST - 1, -1):
        widths = [0] * number
        for node in nodes:
            column = layout.nodes[node.id].column
            own = SIGN + LETTER * min(len(node.name), letters) + SMALL * len(behind.get(node.id, ""))
            widths[column] = max(widths[column], round(own))
        if margin + sum(widths) + arrow * (number - 1) <= WIDTH:
            break
    spare = max(0, WIDTH - margin - sum(widths) - arrow * (number - 1))
    step = arrow + min(spare // max(1, number - 1), 2 * ARROW)
    return [
        _Column(x=8 + margin + sum(widths[:one]) + step * one, width=widths[one], letters=letters)
        for one in range(number)
    ]


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _drawn(
    edge: Edge,
    nodes: Mapping[str, DrawnNode],
    layout: Layout,
    columns: Sequence[_Column],
    most: int,
    taken: list[Place],
) -> DrawnEdge:
    """A curve from the end of one name to the sign of the other, past the columns between."""
    a, b = nodes[edge.a], nodes[edge.b]
    start, end = _end_of(a), b.x - 9
    width = 1.4 if most == 1 else round(1.2 + (WIDEST - 1.2) * (edge.weight - 1) / (most - 1), 1)
    if edge.beside:
        start, end = a.x - 8, b.x - 8
        bow = max(2, min(start, end) - BOW * abs(a.y - b.y) // (abs(a.y - b.y) + 8 * HALF_LINE))
        path = f"M{start} {a.y}C{bow} {a.y} {bow} {b.y} {end} {b.y}"
        return DrawnEdge(edge=edge, named=True, path=path, width=width, x=bow, y=(a.y + b.y) // 2)
    if a.x >= b.x:
        end = _end_of(b)
        bow = max(start, end) + 26
        path = f"M{start} {a.y}C{bow} {a.y} {bow} {b.y} {end} {b.y}"
        x, y = bow - 8, (a.y + b.y) // 2
        return DrawnEdge(edge=edge, named=bool(a.words), path=path, width=width, x=x, y=y)
    path, x, y = f"M{start} {a.y}", start, a.y
    for spot in layout.ways.get((edge.a, edge.b), ()):
        column, level = columns[spot.column], TOP + HALF_LINE * spot.row
        path += f"{_curve(x, y, column.x, level)}H{column.x + column.width}"
        x, y = column.x + column.width, level
    path += _curve(x, y, end, b.y)
    free = None if a.words or not edge.words else _free_place(edge, (x, y), (end, b.y), taken)
    crowded = free is None and bool(edge.words) and not a.words
    x, y = free or (x, y)
    return DrawnEdge(edge=edge, named=free is None, path=path, width=width, x=x, y=y, crowded=crowded)


def _free_place(edge: Edge, start: Place, end: Place, taken: list[Place]) -> Place | None:
    """A place on an arrow's last stretch for its words that touches no other's; None if there is none.

    Near the end arrows from many sides lie apart, so the search begins there.
    """
    width = round(SMALL * len(edge.words)) + 4
    for share in SHARES:
        place = _on_curve(start, end, share)
        if all(abs(place[0] - x) > width or abs(place[1] - y) > LOW for x, y in taken):
            taken.append(place)
            return place
    return None


def _on_curve(start: Place, end: Place, share: int) -> Place:
    """The point so many hundredths along the curve that `_curve` draws, in whole units."""
    t, u = share, 100 - share
    bend = max(16, (end[0] - start[0]) // 2)
    shares = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    xs = (start[0], start[0] + bend, end[0] - bend, end[0])
    ys = (start[1], start[1], end[1], end[1])
    x, y = (sum(share * at for share, at in zip(shares, ats, strict=True)) for ats in (xs, ys))
    return x // 1_000_000, y // 1_000_000


def _curve(x: int, y: int, to_x: int, to_y: int) -> str:
    bend = max(16, (to_x - x) // 2)
    return f"C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}"


def _end_of(one: DrawnNode) -> int:
    return (
        one.x + SIGN + round(len(one.text) * LETTER) + (5 + round(len(one.words) * SMALL) if one.words else 0)
    )

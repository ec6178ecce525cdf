"""People and groups, and what reports say ties them to each other, as a graph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.render.anchors import span_anchor
from sayso.render.phrases import plain
from sayso.render.pictures.graph import Edge, Node, draw
from sayso.render.view import Link
from sayso.render.who import TIES

if TYPE_CHECKING:
    from sayso.model.entities import Entity, EntityRelation
    from sayso.render.lookup import Lookup
    from sayso.render.pictures.graph import Graph

MOST_NODES = 40
"""People and groups that are drawn, the most mentioned first; the list of names has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The picture, and its arrows in words, each leading to the words that say so."""

    graph: Graph
    told: tuple[Link, ...]


def make_people(lookup: Lookup) -> People | None:
    """The graph of ties; None if reports tell of none."""
    tied = {
        end
        for entity in lookup.dossier.entities
        for one in entity.relations
        for end in (entity.id, one.other)
    }
    known = [lookup.entities[one] for one in tied if one in lookup.entities]
    kept = sorted(known, key=lambda one: (-len(one.mentions), one.name.casefold(), one.id))[:MOST_NODES]
    nodes = [_node(entity, lookup) for entity in kept]
    ids = {node.id for node in nodes}
    ties = [
        (entity, other, relations)
        for entity in kept
        for other, relations in _by_other(entity).items()
        if other in ids and other != entity.id
    ]
    graph = draw(nodes, [_edge(entity, lookup.entities[other], found) for entity, other, found in ties])
    told = tuple(
        Link(
            text=_sentence(entity, lookup.entities[other], [one]),
            target=span_anchor(one.spans[0], lookup) if one.spans else None,
        )
        for entity, other, found in ties
        for one in found
    )
    return People(graph=graph, told=told) if graph else None


def _by_other(entity: Entity) -> dict[str, list[EntityRelation]]:
    found: defaultdict[str, list[EntityRelation]] = defaultdict(list)
    for relation in entity.relations:
        found[relation.other].append(relation)
    return found


def _node(entity: Entity, lookup: Lookup) -> Node:
    kind = "person" if entity.kind is Kind.PERSON else "class" if entity.kind is Kind.CLASS else "other"
    first = min((mention.span for mention in entity.mentions), default=None)
    return Node(
        id=entity.id,
        name=plain(entity.name),
        kind="body" if entity.kind.is_body else kind,
        told=f"{plain(entity.name)}, {entity.kind}",
        target=span_anchor(first, lookup) if first else None,
    )


def _edge(entity: Entity, other: Entity, relations: list[EntityRelation]) -> Edge:
    return Edge(
        a=entity.id,
        b=other.id,
        words=_words(relations),
        told=_sentence(entity, other, relations),
        weight=1,
        dashed=all(one.former for one in relations),
    )


def _sentence(entity: Entity, other: Entity, relations: list[EntityRelation]) -> str:
    return f"{plain(entity.name)}: {_words(relations)} {plain(other.name)}"


def _words(relations: list[EntityRelation]) -> str:
    words = (
        f"{'formerly ' if one.former else ''}{TIES.get(one.kind, one.kind.replace('_', ' '))}"
        for one in relations
    )
    return ", ".join(dict.fromkeys(words))

"""Who has it from whom: the ways on which statements came, as a graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.render.anchors import report_anchor, span_anchor
from sayso.render.phrases import counted, listing, plain, shortened
from sayso.render.pictures.graph import Edge, Node, draw
from sayso.render.wording import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Claim
    from sayso.render.lookup import Lookup
    from sayso.render.pictures.graph import Graph

MOST_NODES = 22
"""Sources that are drawn one by one; the rest of each report's are drawn as one."""
MOST_REPORTS = 24
"""Beyond so many reports only sources are drawn that two of them have."""
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The picture, and for every report the same in words.

    Attributes:
        lessened: Whether sources that only one report has are left out of the picture.
    """

    graph: Graph
    told: tuple[tuple[str, str], ...]
    lessened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ways:
    """All steps of all statements, counted.

    Attributes:
        names: How each source is called.
        steps: From whom to whom, how often.
        first: A claim that came from each source.
        own: Statements of each report in its own voice.
    """

    names: Mapping[str, str]
    steps: Mapping[tuple[str, str], int]
    first: Mapping[str, Claim]
    own: Mapping[str, int]


def make_sources(lookup: Lookup) -> Sources | None:
    """The graph of all statements; None if no report says from whom it has anything."""
    ways = _ways(lookup)
    steps, names = _gathered(ways, len(lookup.read))
    reports = [f"r{lookup.numbers[report.id]}" for report in lookup.read]
    used = {end for step in steps for end in step}
    nodes = [
        *(_report_node(one, lookup) for one in reports if one in used or ways.own.get(one)),
        *(
            _node(one, names, ways, lookup)
            for one in sorted(used - set(reports), key=lambda k: (names[k], k))
        ),
    ]
    by_id = {node.id: node for node in nodes}
    edges = [
        Edge(
            a=a,
            b=b,
            words=str(weight) if weight > 1 else "",
            told=f"{by_id[a].name} has {counted(weight, 'statement')} from {by_id[b].name}",
            weight=weight,
            dashed=False,
        )
        for (a, b), weight in steps.items()
    ]
    edges += _borrowed(by_id, steps, lookup)
    lessened = len(reports) > MOST_REPORTS
    drawn = [edge for edge in edges if not lessened or edge.beside or " of r" not in edge.b]
    ends = {end for edge in drawn for end in (edge.a, edge.b)}
    graph = draw([node for node in nodes if not lessened or node.id in ends], drawn)
    told = _told(reports, edges, by_id, ways)
    return Sources(graph=graph, told=told, lessened=lessened) if graph else None


def _ways(lookup: Lookup) -> _Ways:
    outlets = {alike(report.name): f"r{lookup.numbers[report.id]}" for report in reversed(lookup.read)}
    names: dict[str, str] = {}
    steps: Counter[tuple[str, str]] = Counter()
    first: dict[str, Claim] = {}
    own: Counter[str] = Counter()
    for claim in sorted(lookup.claims.values(), key=lambda one: (one.spans[0].report, one.spans[0].start)):
        report = f"r{lookup.numbers[claim.spans[0].report]}"
        links = [report]
        for key, name in _sources(claim, lookup):
            key = outlets.get(alike(name), key)  # noqa: PLW2901 - an outlet is the report it brought out
            names.setdefault(key, shortened(plain(name)))
            first.setdefault(key, claim)
            if key != links[-1]:
                links.append(key)
        own[report] += len(links) == 1
        steps.update(pairwise(links))
    return _Ways(names=names, steps=dict(sorted(steps.items())), first=first, own=own)


def _sources(claim: Claim, lookup: Lookup) -> Iterable[tuple[str, str]]:
    """Whom a report has a claim from, inward, as key and name; one entity has one key."""
    names = lookup.links(claim)[1:]
    attribution = lookup.attributions.get(claim.attribution or "")
    steps = (
        [lookup.attributions[one] for one in attribution.chain if one in lookup.attributions]
        if attribution
        else []
    )
    for number, name in enumerate(names):
        step = steps[number - len(names)] if len(steps) >= len(names) else None
        entity = lookup.entities.get(step.source.entity or "") if step and step.source.named else None
        yield (entity.id, entity.name) if entity else (alike(name), name)


def _gathered(ways: _Ways, reports: int) -> tuple[dict[tuple[str, str], int], dict[str, str]]:
    """The steps with those sources put together that only one report has, and that carry little.

    Unnamed sources of a report are put together too: nobody can tell them apart.
    """
    heard: defaultdict[str, set[str]] = defaultdict(set)
    weight: Counter[str] = Counter()
    for (a, b), number in ways.steps.items():
        heard[b].add(a)
        weight[b] += number
    inner = {a for a, _ in ways.steps}
    ranked = sorted(heard, key=lambda one: (-len(heard[one]), -weight[one], one))
    own = [one for one in ranked if one not in inner and not one.startswith(UNNAMED) and one in ways.names]
    shared = [one for one in own if len(heard[one]) > 1][:MOST_NODES]
    lone = [one for one in own if len(heard[one]) == 1][: max(0, MOST_NODES - len(shared) - 2 * reports)]
    kept = {*shared, *lone, *inner, *(one for one in heard if one not in ways.names)}
    steps: Counter[tuple[str, str]] = Counter()
    names = dict(ways.names)
    held: defaultdict[str, set[str]] = defaultdict(set)
    for (a, b), number in ways.steps.items():
        sort = UNNAMED if b.startswith(UNNAMED) else "further"
        key = b if b in kept else f"{sort} of {a}"
        steps[a, key] += number
        if key != b:
            held[key].add(b)
            names[key] = counted(len(held[key]), f"{sort} source")
    return dict(steps), names


def _report_node(one: str, lookup: Lookup) -> Node:
    report = next(report for report in lookup.read if f"r{lookup.numbers[report.id]}" == one)
    name = shortened(plain(report.name))
    target = report_anchor(lookup.numbers[report.id])
    return Node(id=one, name=name, kind="report", told=f"{name}, one of the reports", target=target)


def _node(one: str, names: Mapping[str, str], ways: _Ways, lookup: Lookup) -> Node:
    name, claim = names[one], ways.first.get(one)
    kind = UNNAMED if one.startswith(UNNAMED) else "more" if claim is None else "named"
    if any(a == one for a, _ in ways.steps):
        kind = "outlet"
    target = span_anchor(claim.spans[0], lookup) if claim else None
    return Node(id=one, name=name, kind=kind, told=name, target=target)


def _borrowed(
    by_id: Mapping[str, Node], steps: Mapping[tuple[str, str], int], lookup: Lookup
) -> Iterable[Edge]:
    """Arrows for text that one report shares with another; one each way counts once."""
    outlets = {alike(node.name): node.id for node in reversed(by_id.values())}  # type: ignore[call-overload]
    seen = set()
    for edge in lookup.dossier.outlets:
        a = f"r{lookup.numbers.get(edge.report)}"
        b = outlets.get(alike(plain(edge.cites)))
        if a in by_id and b and a != b and (a, b) not in steps and (b, a) not in seen:
            seen.add((a, b))
            told = f"{by_id[a].name} {edge.how}{' with' if edge.how == 'shares text' else ''} {by_id[b].name}"
            beside = edge.how == "shares text"
            yield Edge(a=a, b=b, words=edge.how, told=told, weight=1, dashed=True, beside=beside)


def _told(
    reports: Sequence[str], edges: Sequence[Edge], by_id: Mapping[str, Node], ways: _Ways
) -> tuple[tuple[str, str], ...]:
    """For each node that has something from another, one sentence."""
    found = []
    order = [*reports, *(one for one in by_id if one not in reports)]
    for one in order:
        parts = [
            f"{by_id[edge.b].name} ({edge.words if edge.dashed else counted(edge.weight, 'statement')})"
            for edge in sorted(edges, key=lambda edge: (edge.dashed, -edge.weight, by_id[edge.b].name))
            if edge.a == one
        ]
        voice = ways.own.get(one, 0)
        own = f"{counted(voice, 'statement')} in its own voice" if voice else ""
        rest = f"has it from {listing(parts)}" if parts else ""
        if one in by_id and (own or rest):
            found.append((by_id[one].name, "; ".join(filter(None, (own, rest))) + "."))
    return tuple(found)

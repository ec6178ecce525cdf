"""One entity for all the spellings of one thing, and what each source's words refer to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.entities import Entity, EntityJoin, EntityMention, KeptApart, OpenMention, Role
from sayso.model.ids import content_id
from sayso.model.kinds import Kind
from sayso.reconcile.bodies import place_stems, read_body
from sayso.reconcile.clusters import BY_ANALYST, Cluster, cluster_nodes
from sayso.reconcile.days import day_of
from sayso.reconcile.dwellings import same_dwellings
from sayso.reconcile.joining import find_joins
from sayso.reconcile.judging import apply_judgements
from sayso.reconcile.names import GENERIC, POINTS, bare_name, body_key, person_key
from sayso.reconcile.nodes import Node, Nodes, make_nodes
from sayso.reconcile.phrases import fold, word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.extraction import Mention
    from sayso.model.judgements import Applied, Judgement
    from sayso.model.reports import Report
    from sayso.model.spans import Span

FOLLOWERS = word_set("backed linked affiliated aligned allied inspired pro anti former ex supporter")
FAMILIES = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.FACILITY, Kind.OTHER)
"""In the order in which a source's words are looked up."""
ORDER = tuple(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityIndex:
    """Entities by the names that reports use for them.

    Attributes:
        by_place: The entity of every mention.
        by_report: The same for each report, in the same order.
        apart: Entities with like names that are two, and why.
        unresolved: What was left open.
        judgements: The log with what became of each ruling.
        compared: How many pairs of spellings were compared.
    """

    entities: tuple[Entity, ...]
    by_id: Mapping[str, Entity]
    by_name: Mapping[tuple[str, str], str]
    by_sound: Mapping[tuple[str, tuple[str, ...]], str]
    by_words: Mapping[tuple[str, str], frozenset[str]]
    by_place: Mapping[Span, str]
    by_report: Mapping[str, tuple[tuple[Span, str], ...]]
    compared: int
    apart: tuple[KeptApart, ...]
    unresolved: tuple[OpenMention, ...]
    judgements: tuple[Applied, ...]

    def find(self, name: str, *, report: str | None = None) -> str | None:
        """Id of the entity that a report means by a name; None if no or several entities fit.

        A title before the name is laid aside; a report's own usage goes first.
        """
        plain = bare_name(name)
        for place in (report or "", ""):
            if found := self.by_name.get((place, fold(plain))):
                return found
        for family in FAMILIES:
            key = person_key(plain) if family is Kind.PERSON else body_key(plain)
            if found := self.by_sound.get((family, key)):
                return found
        return None

    def find_described(self, words: str, spans: Sequence[Span]) -> str | None:
        """Id of the entity that a description in these spans means; None if none has these words."""
        wanted = fold(" ".join(words.split()))
        for report in dict.fromkeys(span.report for span in spans):
            for place, entity in self.by_report.get(report, ()):
                inside = any(place.overlaps(span) for span in spans)
                if inside and wanted in fold(" ".join(place.text.split())):
                    return entity
        return None

    def find_speaker(self, name: str, *, report: str) -> str | None:
        """Id of the entity whose word a source's words report; None if none or several fit.

        Beyond ``find``, a body is known by its name within longer words ("the state-run
        Lorvan News Agency"), and by a part of its name that fits only one body of the report
        ("the agency"). Followers are not the body: "Front-backed militias" is not the Front.
        """
        if found := self.find(name, report=report):
            return found
        words = word_list(name)
        if FOLLOWERS & set(words):
            return None
        key = body_key(" ".join(word for word in words if word not in GENERIC) or name)
        for first in range(len(key)):
            for last in range(len(key), first, -1):
                if found := self.by_sound.get((Kind.ORGANISATION, key[first:last])):
                    return found
        fitting = [self.by_words.get((report, word), frozenset()) for word in key]
        shared = frozenset.intersection(*fitting) if fitting else frozenset()
        one = next(iter(shared)) if len(shared) == 1 else None
        # the government of Norland is not that of South Norland
        parted = one is not None and len(key) > 1 and POINTS & set(body_key(self.by_id[one].name)) - set(key)
        return None if parted else one


def reconcile_entities(
    mentions: Iterable[Mention], reports: Mapping[str, Report], *, judgements: Sequence[Judgement] = ()
) -> EntityIndex:
    """Cluster the mentions of all reports (STANDARDS 5, "Keep all name transliterations").

    The rules stand in ``joining``; different given names, different kinds, a body with a longer
    name that contains it, and a class with its member are never joined unless an analyst says so.

    The result does not depend on the order of the mentions. Entities are sorted by kind and name.
    """
    nodes = make_nodes(mentions)
    rulings = apply_judgements(judgements, list(nodes.mentions), reports)
    found = find_joins(nodes)
    joins = [*found.joins, *rulings.joins]
    owners = owners_of(nodes)
    first = cluster_nodes(list(nodes.mentions), joins, apart=rulings.apart, owners=owners)
    homes = same_dwellings(nodes, first.clusters)
    clustering = cluster_nodes(list(nodes.mentions), [*joins, *homes], apart=rulings.apart, owners=owners)
    taken: Counter[str] = Counter()
    made: dict[int, Entity] = {}
    ordered = sorted(clustering.clusters, key=lambda cluster: min(cluster.nodes))
    for cluster in ordered:
        made[id(cluster)] = make_entity(cluster, nodes, taken, reports)
    of = {node: made[id(cluster)] for cluster in ordered for node in cluster.nodes}
    entities = tuple(sorted(made.values(), key=lambda e: (ORDER.index(e.kind), not e.named, e.name, e.id)))
    refused = [
        (join.a, join.b, why, "analyst" if why == BY_ANALYST else "machine")
        for join, why in clustering.refused
    ]
    return make_index(
        entities,
        {node: entity.id for node, entity in of.items()},
        nodes,
        apart=tell_apart([*refused, *((r.a, r.b, r.why, "machine") for r in found.refusals)], of),
        judgements=rulings.applied,
        compared=found.compared,
    )


def owners_of(nodes: Nodes) -> dict[Node, frozenset[str]]:
    """For every body the countries and places that its name gives it to."""
    places = place_stems(
        node.name for node in nodes.mentions if node.family is Kind.PLACE and not node.described
    )
    bodies = (node for node in nodes.mentions if node.family is Kind.ORGANISATION)
    return {node: read_body(node.name, places).owners for node in bodies}


def make_entity(cluster: Cluster, nodes: Nodes, taken: Counter[str], reports: Mapping[str, Report]) -> Entity:
    """One entity from the nodes of its cluster."""
    mentions = [mention for node in sorted(cluster.nodes) for mention in nodes.mentions[node]]
    named = [node for node in cluster.nodes if not node.described]
    counts = count_spellings(mentions, reports)
    names = sorted({node.name for node in named}, key=lambda name: fullness(name, counts), reverse=True)
    if not named:
        names = [description(mentions)]
    kind = kind_of(mentions, named=bool(named))
    label = sorted({node.name for node in cluster.nodes})
    entity_id = content_id("ent", kind.family, *label)
    taken[entity_id] += 1
    if taken[entity_id] > 1:
        entity_id = content_id("ent", kind.family, *label, min(cluster.nodes).report)
    places = {
        (m.span, m.form): EntityMention(
            span=m.span, form=m.form, why=None if m.reference is None else m.reference.why
        )
        for m in sorted(mentions, key=lambda m: (m.span, m.form))
    }
    return Entity(
        id=entity_id, kind=kind, name=names[0], aliases=tuple(sorted(names[1:])),
        roles=find_roles(mentions, reports), mentions=tuple(places.values()), relations=(),
        named=bool(named), joins=tell_joins(cluster, nodes),
    )  # fmt: skip


def count_spellings(mentions: Iterable[Mention], reports: Mapping[str, Report]) -> Counter[str]:
    """How often each spelling stands in the reports, where a text printed twice counts once."""
    places = {
        (reports[m.span.report].text_sha256, m.span.start, m.name) for m in mentions if m.form == "name"
    }
    return Counter(name for _, _, name in places)


def description(mentions: Sequence[Mention]) -> str:
    """What to call a thing without a name: its most telling description."""
    words = Counter(" ".join(m.span.text.split()) for m in mentions)
    telling = {
        word: count
        for word, count in words.items()
        if any(m.reference is None and m.span.text.split() == word.split() for m in mentions)
    }
    return max(sorted(telling or words), key=lambda word: (words[word], len(word)))


def kind_of(mentions: Sequence[Mention], *, named: bool) -> Kind:
    """The kind of most mentions by name; among kinds of bodies the most frequent special one."""
    votes = Counter(m.kind for m in mentions if (m.form == "name") == named)
    families = Counter(kind.family for kind in votes.elements())
    best = max(sorted(families), key=lambda kind: (kind is not Kind.OTHER, families[kind]))
    special = [kind for kind in sorted(votes) if kind.family is best and kind is not best]
    return max(special, key=lambda kind: votes[kind], default=best)


def tell_joins(cluster: Cluster, nodes: Nodes) -> tuple[EntityJoin, ...]:
    """What brought different spellings together; the same spelling in two reports needs no telling."""
    found: dict[tuple[str, str, str], EntityJoin] = {}
    for join in cluster.joins:
        a, b = sorted((join.a, join.b), key=lambda node: (fold(node.name), node))
        if fold(a.name) != fold(b.name) or join.rule == "judgement":
            told = EntityJoin(
                names=(a.name, b.name), rule=join.rule, why=join.why,
                spans=(nodes.mentions[a][0].span, nodes.mentions[b][0].span),
                set_by="analyst" if join.rule == "judgement" else "machine",
            )  # fmt: skip
            found.setdefault((a.name, b.name, join.rule), told)
    return tuple(found[key] for key in sorted(found))


def tell_apart(
    refused: Iterable[tuple[Node, Node, str, str]], of: Mapping[Node, Entity]
) -> tuple[KeptApart, ...]:
    """Pairs of entities that were not made one, each once, with the reason."""
    found: dict[tuple[str, str], KeptApart] = {}
    for a, b, why, set_by in sorted(refused, key=lambda each: (each[3], each[0], each[1], each[2])):
        first, second = sorted(((of[a].id, a.name), (of[b].id, b.name)))
        if first[0] != second[0]:
            told = KeptApart(
                entities=(first[0], second[0]), names=(first[1], second[1]), why=why, set_by=set_by
            )
            found.setdefault((first[0], second[0]), told)
    return tuple(found[pair] for pair in sorted(found))


def fullness(name: str, counts: Counter[str]) -> tuple[int, int, int, bool, str]:
    """How full and how frequent a spelling is; a title or capitals alone make it no fuller."""
    plain = len(bare_name(name).split())
    return plain, plain - len(name.split()), counts[name], not name.isupper(), name


def find_roles(mentions: Iterable[Mention], reports: Mapping[str, Report]) -> tuple[Role, ...]:
    """The distinct titles and descriptions beside the names, most frequent first."""
    spans: dict[str, set[Span]] = {}
    for mention in mentions:
        beside = mention.role
        if (
            mention.form == "nominal"
            and mention.reference is not None
            and mention.reference.rule == "apposition"
        ):
            beside = mention.span
        if beside is not None:
            spans.setdefault(fold(" ".join(beside.text.split())), set()).add(beside)
    ordered = sorted(spans.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return tuple(make_role(tuple(sorted(found)), reports) for _, found in ordered)


def make_role(spans: tuple[Span, ...], reports: Mapping[str, Report]) -> Role:
    """A role with the day for which each report gives it."""
    return Role(
        text=" ".join(spans[0].text.split()),
        spans=spans,
        as_of=tuple(day_of(reports[s.report]) for s in spans),
    )


def make_index(
    entities: tuple[Entity, ...],
    entity_of: Mapping[Node, str],
    nodes: Nodes,
    *,
    apart: tuple[KeptApart, ...],
    judgements: tuple[Applied, ...],
    compared: int,
) -> EntityIndex:
    """Look-up tables that hold only what is unambiguous within its kind."""
    names: dict[tuple[str, str], list[tuple[int, str]]] = {}
    sounds: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for node, entity in entity_of.items():
        if node.described:
            continue
        rank = FAMILIES.index(node.family) if node.family in FAMILIES else len(FAMILIES)
        key = person_key(node.name) if node.family is Kind.PERSON else body_key(node.name)
        for report in (node.report, ""):
            names.setdefault((report, fold(bare_name(node.name))), []).append((rank, entity))
        sounds.setdefault((node.family, key), set()).add(entity)
    by_name = {}
    for place, found in names.items():
        best = {entity for rank, entity in found if rank == min(found)[0]}
        if len(best) == 1:
            by_name[place] = best.pop()
    by_place = {span: entity_of[node] for span, node in nodes.at.items()}
    by_report: dict[str, list[tuple[Span, str]]] = {}
    for span, entity in by_place.items():
        by_report.setdefault(span.report, []).append((span, entity))
    return EntityIndex(
        entities=entities,
        by_id={entity.id: entity for entity in entities},
        by_name=by_name,
        by_sound={key: next(iter(found)) for key, found in sounds.items() if len(found) == 1},
        by_words=words_of_bodies(entity_of),
        by_place=by_place,
        by_report={report: tuple(found) for report, found in by_report.items()},
        apart=apart,
        unresolved=tuple(
            OpenMention(span=m.span, form=m.form, why=m.doubt or "") for m in nodes.open
        ),
        judgements=judgements,
        compared=compared,
    )  # fmt: skip


def words_of_bodies(entity_of: Mapping[Node, str]) -> dict[tuple[str, str], frozenset[str]]:
    """For every report and word the bodies there with the word in their names."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for node, entity in entity_of.items():
        if node.family is Kind.ORGANISATION and not node.described:
            for word in body_key(node.name):
                place = (node.report, word)
                found[place] = found.get(place, frozenset()) | {entity}
    return found

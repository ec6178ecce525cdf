"""One entity for all the spellings of one thing, and what each source's words refer to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.dossier import Entity, EntityMention, Role
from sayso.model.ids import content_id
from sayso.reconcile.groups import find_groups, find_members
from sayso.reconcile.kinds import settle_kinds
from sayso.reconcile.names import bare_name, body_key, person_key
from sayso.reconcile.nodes import Node, find_pairs
from sayso.reconcile.phrases import fold, word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.extraction import Mention
    from sayso.model.reports import Report
    from sayso.model.spans import Span

FOLLOWERS = word_set("backed linked affiliated aligned allied inspired pro anti former ex supporter")
KINDS = ("person", "organisation", "place", "facility", "other")
"""In the order in which a source's words are looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityIndex:
    """Entities by the names that reports use for them."""

    entities: tuple[Entity, ...]
    by_id: Mapping[str, Entity]
    by_name: Mapping[tuple[str, str], str]
    by_sound: Mapping[tuple[str, tuple[str, ...]], str]
    by_words: Mapping[tuple[str, str], frozenset[str]]

    def find(self, name: str, *, report: str | None = None) -> str | None:
        """Id of the entity that a report means by a name; None if no or several entities fit.

        A title before the name is laid aside; a report's own usage goes first.
        """
        plain = bare_name(name)
        for place in (report or "", ""):
            if found := self.by_name.get((place, fold(plain))):
                return found
        for kind in KINDS:
            key = person_key(plain) if kind == "person" else body_key(plain)
            if found := self.by_sound.get((kind, key)):
                return found
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
        key = body_key(name)
        for first in range(len(key)):
            for last in range(len(key), first, -1):
                if found := self.by_sound.get(("organisation", key[first:last])):
                    return found
        fitting = [self.by_words.get((report, word), frozenset()) for word in key]
        shared = frozenset.intersection(*fitting) if fitting else frozenset()
        return next(iter(shared)) if len(shared) == 1 else None


def reconcile_entities(mentions: Sequence[Mention], reports: Mapping[str, Report]) -> EntityIndex:
    """Cluster the mentions of all reports (STANDARDS 5, "Keep all name transliterations").

    Joined are: the same name in any case, accent, particle or transliteration; a surname
    with the only full name that fits; an acronym with the name it follows in brackets; a
    slip of one letter. Never joined are different given names, different kinds, a body
    with a longer name that contains it, or a class with its member.

    The result does not depend on the order of the mentions. Entities are sorted by kind and name.
    """
    mentions = settle_kinds(mentions)
    named = sorted((m for m in mentions if m.form == "name" and m.name.strip()), key=lambda m: m.span)
    nodes = sorted({Node(kind=m.kind, name=m.name, report=m.span.report) for m in named})
    groups = find_groups(nodes, find_pairs(nodes, named, reports=dict(reports)))
    head_of = {(node.report, node.kind, fold(node.name)): head for node, head in groups.items()}
    told: dict[Node, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.span, m.kind, m.name)):
        head = head_of.get((mention.span.report, mention.kind, fold(mention.name)))
        if head is not None:
            told.setdefault(head, []).append(mention)
    taken: Counter[str] = Counter()
    made = {}
    for head, members in sorted(find_members(groups).items()):
        made[head] = make_entity(members, told.get(head, []), taken)
    entities = tuple(
        sorted(made.values(), key=lambda e: (KINDS.index(e.kind) if e.kind in KINDS else 9, e.name, e.id))
    )
    return make_index(entities, {node: made[head].id for node, head in groups.items()})


def make_entity(nodes: Sequence[Node], mentions: Sequence[Mention], taken: Counter[str]) -> Entity:
    """One entity from the nodes and mentions of its group."""
    counts = Counter(m.name for m in mentions if m.form == "name") + Counter()
    names = sorted({node.name for node in nodes}, key=lambda name: fullness(name, counts), reverse=True)
    kind = nodes[0].kind
    entity_id = content_id("ent", kind, *sorted(names))
    taken[entity_id] += 1
    if taken[entity_id] > 1:
        entity_id = content_id("ent", kind, *sorted(names), nodes[0].report)
    places = {(m.span, m.form): EntityMention(span=m.span, form=m.form) for m in mentions}
    return Entity(
        id=entity_id, kind=kind, name=names[0], aliases=tuple(sorted(names[1:])),
        roles=find_roles(mentions), mentions=tuple(places.values()), relations=(),
    )  # fmt: skip


def fullness(name: str, counts: Counter[str]) -> tuple[int, int, int, bool, str]:
    """How full and how frequent a spelling is; a title or capitals alone make it no fuller."""
    plain = len(bare_name(name).split())
    return plain, plain - len(name.split()), counts[name], not name.isupper(), name


def find_roles(mentions: Iterable[Mention]) -> tuple[Role, ...]:
    """The distinct titles and descriptions beside the names, most frequent first."""
    spans: dict[str, list[Span]] = {}
    for mention in mentions:
        if mention.role is not None:
            spans.setdefault(fold(" ".join(mention.role.text.split())), []).append(mention.role)
    ordered = sorted(spans.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return tuple(Role(text=" ".join(found[0].text.split()), spans=tuple(found)) for _, found in ordered)


def make_index(entities: tuple[Entity, ...], entity_of: Mapping[Node, str]) -> EntityIndex:
    """Look-up tables that hold only what is unambiguous within its kind."""
    names: dict[tuple[str, str], list[tuple[int, str]]] = {}
    sounds: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for node, entity in entity_of.items():
        rank = KINDS.index(node.kind) if node.kind in KINDS else len(KINDS)
        for place in (node.report, ""):
            names.setdefault((place, fold(bare_name(node.name))), []).append((rank, entity))
        sounds.setdefault((node.kind, node.key), set()).add(entity)
    by_name = {}
    for key, found in names.items():
        best = {entity for rank, entity in found if rank == min(found)[0]}
        if len(best) == 1:
            by_name[key] = best.pop()
    by_sound = {key: next(iter(found)) for key, found in sounds.items() if len(found) == 1}
    return EntityIndex(
        entities=entities,
        by_id={entity.id: entity for entity in entities},
        by_name=by_name,
        by_sound=by_sound,
        by_words=words_of_bodies(entity_of),
    )


def words_of_bodies(entity_of: Mapping[Node, str]) -> dict[tuple[str, str], frozenset[str]]:
    """For every report and word the bodies there with the word in their names."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for node, entity in entity_of.items():
        if node.kind == "organisation":
            for word in node.key:
                place = (node.report, word)
                found[place] = found.get(place, frozenset()) | {entity}
    return found

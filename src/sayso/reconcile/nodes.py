"""Names in reports as nodes: one spelling in one report, with all its mentions.

Nodes are what is joined and what a judgement can split; descriptions and pronouns go with the node of
the name that their report says they mean.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.reconcile.names import bare_name, person_key
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.extraction import Mention
    from sayso.model.spans import Span

SOME = 1 / 4
"""Share of mentions as a place that makes a place of a word that nobody gives a title or a given name (s)."""
MAJORITY = 2 / 3
"""Share of a name's mentions that settles its kind in all reports (s)."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Node:
    """One spelling of a name in one report, or a thing without a name that it describes.

    Attributes:
        family: See ``Kind.family``; names of two families are never compared.
        name: As printed, without article.
        described: Whether the name only tells what the thing is ("police", "militias | X").
    """

    family: Kind
    name: str
    report: str
    described: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """One node of a report stands for another, as the report itself shows."""

    a: Node
    b: Node
    rule: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodes:
    """All nodes of a case.

    Attributes:
        mentions: For every node the mentions that belong to it, in text order.
        pointers: Joins that the reports themselves give.
        at: The node of every mention by its place; None is never a value.
        open: Descriptions and pronouns of which it is not said whom they mean.
    """

    mentions: Mapping[Node, tuple[Mention, ...]]
    pointers: tuple[Pointer, ...]
    at: Mapping[Span, Node]
    open: tuple[Mention, ...]


def make_nodes(mentions: Iterable[Mention]) -> Nodes:
    """The nodes of all mentions; the order in which these come changes nothing."""
    ordered = sorted(set(mentions), key=lambda m: (m.span, m.form, m.kind, m.name))
    families = settle_families(ordered)
    by_place: dict[Span, Mention] = {}
    for mention in sorted(ordered, key=lambda m: m.form != "name"):
        by_place.setdefault(mention.span, mention)
    at: dict[Span, Node] = {}
    held: dict[Node, list[Mention]] = {}
    unclear: list[Mention] = []
    for mention in ordered:
        root = root_of(mention, by_place)
        if root is None:
            unclear.append(mention)
            continue
        node = node_of(root, families)
        at.setdefault(mention.span, node)
        held.setdefault(node, []).append(mention)
    return Nodes(
        mentions={node: tuple(found) for node, found in sorted(held.items())},
        pointers=tuple(find_pointers(ordered, by_place, families)),
        at=at,
        open=tuple(m for m in unclear if m.doubt),
    )


def root_of(mention: Mention, by_place: Mapping[Span, Mention]) -> Mention | None:
    """The mention by name, or by standing description, that a mention comes down to; None if open."""
    here, seen = mention, {mention.span}
    while here.form != "name" and here.reference is not None:
        following = by_place.get(here.reference.to)
        if following is None or following.span in seen:
            return None
        here = following
        seen.add(here.span)
    return here if here.form == "name" or (here.form == "nominal" and here.name and not here.doubt) else None


def node_of(mention: Mention, families: Mapping[tuple[str, str], Kind]) -> Node:
    """The node of a mention that stands for itself."""
    name = " ".join(mention.name.split())
    family = families.get((mention.span.report, fold(name)), mention.kind.family)
    if mention.form != "name":
        return Node(family=mention.kind.family, name=fold(name), report=mention.span.report, described=True)
    return Node(family=family, name=name, report=mention.span.report)


def find_pointers(
    mentions: Sequence[Mention], by_place: Mapping[Span, Mention], families: Mapping[tuple[str, str], Kind]
) -> Iterable[Pointer]:
    """Names that stand for other names of their report, each pair once."""
    seen = set()
    for mention in mentions:
        if mention.form != "name" or mention.reference is None:
            continue
        other = by_place.get(mention.reference.to)
        if other is None or other.form != "name":
            continue
        a, b = node_of(mention, families), node_of(other, families)
        if a != b and (a, b) not in seen:
            seen.add((a, b))
            yield Pointer(a=a, b=b, rule=mention.reference.rule, why=mention.reference.why)


def settle_families(mentions: Sequence[Mention]) -> dict[tuple[str, str], Kind]:
    """For every report and name the family of the thing, once all reports have been heard.

    A clear majority of a name's mentions settles it, since a recogniser errs from one report to the
    next; without one the reports keep their own, for a town and a man can share a name. A single
    word that is the surname of a person named in full in its report is that person's.
    """
    votes: dict[str, Counter[Kind]] = {}
    own: dict[tuple[str, str], Counter[Kind]] = {}
    for mention in mentions:
        if mention.form == "name":
            name, family = fold(" ".join(mention.name.split())), mention.kind.family
            if family is not Kind.OTHER:
                votes.setdefault(letters_of(name), Counter())[family] += 1
            own.setdefault((mention.span.report, name), Counter())[family] += 1
    special = {
        letters_of(fold(m.name))
        for m in mentions
        if m.form == "name" and m.kind.is_body and m.kind is not Kind.ORGANISATION
    }
    settled = {place: most(counts) for place, counts in own.items()}
    for place in settled:
        counts = votes.get(letters_of(place[1]), Counter())
        if counts and counts[most(counts)] >= MAJORITY * counts.total():
            settled[place] = most(counts)
        elif is_rather_person(place[1], counts, special):
            settled[place] = Kind.PERSON
    known = surnames(mentions, settled)
    titled = {letters_of(fold(m.name)) for m in mentions if m.form == "name" and m.role is not None}
    for place, family in settled.items():
        counts = votes.get(letters_of(place[1]), Counter())
        bare = " " not in place[1] and letters_of(place[1]) not in titled and place not in known
        if (
            family is Kind.PERSON
            and bare
            and counts[Kind.PLACE] >= SOME * counts.total()
            and not is_surname(place, settled)
        ):
            settled[place] = Kind.PLACE
    return settled | known


def is_surname(place: tuple[str, str], settled: Mapping[tuple[str, str], Kind]) -> bool:
    """Whether a single word ends a person's full name in its report."""
    return any(
        report == place[0] and kind is Kind.PERSON and name.endswith((f" {place[1]}", f"-{place[1]}"))
        for (report, name), kind in settled.items()
    )


def is_rather_person(name: str, counts: Counter[Kind], special: set[str]) -> bool:
    """Whether a name of two words or more that is now a person's, now some body's, is a person's.

    It is unless a report shows what kind of body it is.
    """
    divided = set(counts) == {Kind.PERSON, Kind.ORGANISATION} and letters_of(name) not in special
    return divided and " " in name and counts[Kind.PERSON] * 3 >= counts.total()


def letters_of(name: str) -> str:
    """A name without spaces, hyphens and apostrophes, which reporters set as they like."""
    return "".join(letter for letter in name if letter.isalnum())


def most(counts: Counter[Kind]) -> Kind:
    """The kind counted most often; of two the first by name."""
    return max(sorted(counts), key=lambda kind: counts[kind])


def surnames(
    mentions: Sequence[Mention], settled: Mapping[tuple[str, str], Kind]
) -> dict[tuple[str, str], Kind]:
    """Single words that are the surname of a person with a full name in the same report."""
    full = {
        (report, person_key(name)[-1])
        for (report, name), kind in settled.items()
        if kind is Kind.PERSON and len(person_key(name)) > 1
    }
    found = {}
    for mention in mentions:
        key = person_key(mention.name) if mention.form == "name" else ()
        place = (mention.span.report, fold(" ".join(mention.name.split())))
        bare = len(key) == 1 and not bare_name(mention.name).isupper()
        if bare and (mention.span.report, key[0]) in full and settled[place] in OPEN_KINDS:
            found[place] = Kind.PERSON
    return found


OPEN_KINDS = frozenset({Kind.ORGANISATION, Kind.OTHER})
"""Families that a recogniser gives a surname by mistake."""

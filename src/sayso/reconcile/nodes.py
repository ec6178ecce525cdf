"""Names in reports as nodes, and the pairs of nodes that are one thing.

Blocking by sound keeps this near-linear: names are only ever compared within a block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.reconcile.groups import chain
from sayso.reconcile.names import body_key, is_slip, person_key, same_given, same_middle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.model.extraction import Mention
    from sayso.model.reports import Report

ACRONYM = re.compile(r"(?:’s|'s)?\s*[(\[](?:the\s+|or\s+)?([A-Z][A-Za-z.&-]{1,9})[)\]]")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Node:
    """One spelling of a name in one report."""

    kind: str
    name: str
    report: str

    @property
    def key(self) -> tuple[str, ...]:
        """The name by its sound: a person's names, or the words of anything else."""
        return person_key(self.name) if self.kind == "person" else body_key(self.name)


Pair = tuple[Node, Node]


def find_pairs(
    nodes: Sequence[Node], mentions: Iterable[Mention], *, reports: dict[str, Report]
) -> list[Pair]:
    """All pairs of nodes to be joined: the rules in one list."""
    people = [node for node in nodes if node.kind == "person" and node.key]
    others = [node for node in nodes if node.kind != "person"]
    return [
        *same_keys(nodes),
        *same_full_names(people),
        *slips(people),
        *surnames(people),
        *acronyms(others, mentions, reports=reports),
    ]


def blocks(nodes: Iterable[Node], keys: Iterable[object]) -> Iterator[list[Node]]:
    """Nodes that share a key, in their order."""
    found: dict[object, list[Node]] = {}
    for node, key in zip(nodes, keys, strict=True):
        found.setdefault(key, []).append(node)
    yield from found.values()


def same_keys(nodes: Sequence[Node]) -> Iterator[Pair]:
    """Same kind and same sound: exact, or another case, accent, particle or transliteration.

    Surnames alone are left to the rule that looks for their full names.
    """
    whole = [node for node in nodes if node.kind != "person" or len(node.key) > 1]
    for block in blocks(whole, [(node.kind, node.key) for node in whole]):
        yield from chain(block)


def same_full_names(people: Sequence[Node]) -> Iterator[Pair]:
    """Same surname, and given names that can be one; an initial only if it fits one person."""
    full = [node for node in people if len(node.key) > 1]
    for block in blocks(full, [node.key[-1] for node in full]):
        first = {node.key[0]: node for node in block}
        for a, b in combinations(sorted(first), 2):
            initial = len(min(a, b, key=len)) == 1
            fitting = [given for given in first if given[:1] == a[:1] and len(given) > 1]
            if same_given(a, b) and (not initial or len(fitting) == 1):
                yield first[a], first[b]
        for inner in blocks(block, [node.key[0] for node in block]):
            yield from same_middles(inner)


def same_middles(block: Sequence[Node]) -> Iterator[Pair]:
    """Same given name and surname: all one person, unless two of them have other middle names."""
    middles = sorted({node.key[1:-1] for node in block})
    if all(same_middle(a, b) for a, b in combinations(middles, 2)):
        yield from chain(block)


def slips(people: Sequence[Node]) -> Iterator[Pair]:
    """Same given name and surnames one letter apart, never both in one report."""
    full = [node for node in people if len(node.key) > 1]
    for block in blocks(full, [node.key[0] for node in full]):
        spelled: dict[str, list[Node]] = {}
        for node in block:
            spelled.setdefault(node.key[-1], []).append(node)
        for a, b in combinations(sorted(spelled), 2):
            together = {node.report for node in spelled[a]} & {node.report for node in spelled[b]}
            if not together and is_slip(a, b):
                yield spelled[a][0], spelled[b][0]


def surnames(people: Sequence[Node]) -> Iterator[Pair]:
    """A surname alone joins the one full name of its report, or else the one of all reports.

    Where people have two surnames, both of them join the one full name that ends so.
    """
    yield from double_surnames(people)
    alone = [node for node in people if len(node.key) == 1]
    full = [node for node in people if len(node.key) > 1]
    bearers: dict[tuple[str, str | None], dict[tuple[str, ...], Node]] = {}
    for node in full:
        for report in (node.report, None):
            bearers.setdefault((node.key[-1], report), {}).setdefault((node.key[0], node.key[-1]), node)
    for node in alone:
        here = bearers.get((node.key[0], node.report), {})
        chosen = here or bearers.get((node.key[0], None), {})
        if len(chosen) == 1:
            yield node, next(iter(chosen.values()))
    unborne = [node for node in alone if (node.key[0], None) not in bearers]
    for block in blocks(unborne, [node.key for node in unborne]):
        yield from chain(block)


def double_surnames(people: Sequence[Node]) -> Iterator[Pair]:
    """Two names that end the only longer name of all reports: a person with two surnames."""
    longer: dict[tuple[str, ...], dict[tuple[str, ...], Node]] = {}
    for node in people:
        if len(node.key) > 2:
            longer.setdefault(node.key[-2:], {}).setdefault(node.key, node)
    for node in people:
        whole = longer.get(node.key, {})
        if len(node.key) == 2 and len(whole) == 1:
            yield node, next(iter(whole.values()))


def acronyms(
    others: Sequence[Node], mentions: Iterable[Mention], *, reports: dict[str, Report]
) -> Iterator[Pair]:
    """An acronym joins the name that it follows in brackets, if no other name claims it."""
    node_of = {(node.report, node.kind, node.name): node for node in others}
    by_name: dict[tuple[str, str], list[Node]] = {}
    for node in others:
        by_name.setdefault((node.kind, node.name.replace(".", "")), []).append(node)
    meanings: dict[tuple[str, str], dict[tuple[str, ...], Node]] = {}
    for mention in mentions:
        place = (mention.span.report, mention.kind, mention.name)
        match = ACRONYM.match(reports[mention.span.report].text, mention.span.end)
        if match and place in node_of and abbreviates(match[1], mention.name):
            full = node_of[place]
            meanings.setdefault((full.kind, match[1].replace(".", "")), {}).setdefault(full.key, full)
    for key, meant in sorted(meanings.items()):
        if len(meant) == 1:
            whole = next(iter(meant.values()))
            yield from ((whole, short) for short in by_name.get(key, ()))


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of the name, in order, from its first one.

    >>> abbreviates("NHA", "Norland Harbour Authority"), abbreviates("NHA", "Harbour Authority")
    (True, False)
    """
    letters = [letter.casefold() for letter in short if letter.isupper()]
    initials = [word[0].casefold() for word in re.findall(r"\w+", name)]
    if len(letters) < 2 or not initials or letters[0] != initials[0]:
        return False
    waiting = iter(initials)
    return all(letter in waiting for letter in letters)

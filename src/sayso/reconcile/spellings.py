"""Spellings compared: which are worth it, and which are one thing's once their context is heard."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.reconcile.joins import ALIKE, Join, Refusal
from sayso.reconcile.names import bare_name, person_key
from sayso.reconcile.naming import block_keys, compare_names
from sayso.reconcile.phrases import fold, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sayso.reconcile.naming import NameComparison
    from sayso.reconcile.nodes import Node, Nodes

CLOSE = 0.3
"""Score from which on names that may be one thing's are if the office beside them is the same (s)."""
TOGETHER = 0.85
"""Score that two spellings inside one report must have: one writer seldom spells a name in two ways (s)."""
MOST = 60
"""Names that may share a key before they must share a second one, too (s)."""


def spelled(nodes: Sequence[Node]) -> dict[str, list[Node]]:
    """The nodes by their spelling; a person's surname alone is left to another rule."""
    spellings: dict[str, list[Node]] = {}
    for node in nodes:
        if node.family is not Kind.PERSON or len(person_key(node.name)) > 1:
            spellings.setdefault(fold(bare_name(node.name)), []).append(node)
    return spellings


def compared(
    spellings: Mapping[str, list[Node]],
    candidates: Iterable[tuple[str, str]],
    case: Nodes,
    refusals: list[Refusal],
) -> Iterator[Join]:
    """Names that share a blocking key, each pair of spellings compared once."""
    alike: dict[tuple[str, str], str] = {}
    near: list[tuple[str, str]] = []
    for first, second in candidates:
        a, b = spellings[first][0], spellings[second][0]
        found = compare_names(bare_name(a.name), bare_name(b.name), kind=a.family)
        why = decide(found, spellings[first], spellings[second], case)
        if why is not None:
            alike[first, second] = why
        elif found.same:
            near.append((first, second))
        elif is_worth_telling(found, a, b):
            refusals.append(Refusal(a=a, b=b, why=found.why))
    torn = torn_between([*alike, *near], {spelling: nodes[0] for spelling, nodes in spellings.items()})
    for (first, second), why in alike.items():
        a, b = spellings[first][0], spellings[second][0]
        if (first, second) in torn:
            refusals.append(Refusal(a=a, b=b, why=f"{why}; but it fits two names that are not one"))
        else:
            yield Join(a=a, b=b, strength=ALIKE, rule="compared", why=why)


def torn_between(alike: Sequence[tuple[str, str]], first: Mapping[str, Node]) -> set[tuple[str, str]]:
    """Pairs of which one name is as like a third that is surely not the other: which one is open."""
    partners: dict[str, set[str]] = {}
    for a, b in alike:
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    torn = set()
    for name, others in partners.items():
        for a, b in combinations(sorted(others), 2):
            found = compare_names(bare_name(first[a].name), bare_name(first[b].name), kind=first[a].family)
            if found.veto:
                torn |= {tuple(sorted((name, other))) for other in (a, b)}
    return {(a, b) for a, b in alike if (a, b) in torn}


def is_worth_telling(found: NameComparison, a: Node, b: Node) -> bool:
    """Whether somebody might take two names for one thing's: a shared surname, one name within the other."""
    if a.family is Kind.PERSON:
        return found.partial or person_key(a.name)[-1] == person_key(b.name)[-1]
    mine, theirs = set(word_list(a.name)), set(word_list(b.name))
    return found.partial or mine <= theirs or theirs <= mine


def candidate_pairs(spellings: Mapping[str, list[Node]]) -> list[tuple[str, str]]:
    """Pairs of spellings that share a key, each once, in order.

    Where very many share one, as a common given name, a pair must share a second key too.
    """
    keys = {
        spelling: sorted(block_keys(bare_name(nodes[0].name), kind=nodes[0].family))
        for spelling, nodes in spellings.items()
    }
    blocks: dict[str, list[str]] = {}
    for spelling, mine in keys.items():
        for key in mine:
            blocks.setdefault(key, []).append(spelling)
    small: list[list[str]] = []
    for key, block in blocks.items():
        small += [block] if len(block) <= MOST else divided(block, key, keys)
    pairs = {pair for block in small if len(block) > 1 for pair in combinations(sorted(block), 2)}
    return sorted(pairs)


def divided(block: Sequence[str], shared: str, keys: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """A large block by the other keys of its members; what shares nothing else is not compared."""
    parts: dict[str, list[str]] = {}
    for spelling in block:
        for key in keys[spelling]:
            if key != shared:
                parts.setdefault(key, []).append(spelling)
    return [part for part in parts.values() if len(part) <= MOST]


def decide(found: NameComparison, ours: Sequence[Node], theirs: Sequence[Node], case: Nodes) -> str | None:
    """Why two spellings are one thing's; None if they are not taken for that."""
    if found.veto:
        return None
    together = {node.report for node in ours} & {node.report for node in theirs}
    if found.same and (not together or found.score >= TOGETHER or is_part(ours[0], theirs[0])):
        return found.why
    if ours[0].family is Kind.PERSON and found.score >= CLOSE and not together:
        office = shared_office(ours, theirs, case)
        if office is not None:
            return f"{found.why}; both are called “{office}”"
    return None


def is_part(a: Node, b: Node) -> bool:
    """Whether one name is the other with a name or two left out, as a writer may do on the next mention."""
    mine, theirs = set(person_key(a.name)), set(person_key(b.name))
    return a.family is Kind.PERSON and (mine <= theirs or theirs <= mine)


def shared_office(ours: Iterable[Node], theirs: Iterable[Node], case: Nodes) -> str | None:
    """An office of at least two telling words that both are said to hold; None without one."""
    mine, others = ({words for node in side for words in offices(node, case)} for side in (ours, theirs))
    shared = sorted(" ".join(sorted(a & b)) for a in mine for b in others if len(a & b) > 1)
    return shared[-1] if shared else None


def offices(node: Node, case: Nodes) -> Iterator[frozenset[str]]:
    """What a person is called beside the name, as sets of words."""
    for mention in case.mentions[node]:
        if mention.role is not None:
            yield frozenset(word_list(mention.role.text))
        elif mention.form == "nominal":
            yield frozenset(word_list(mention.span.text))

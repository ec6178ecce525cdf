"""Which nodes are one thing: every rule, its strength and its reason, in one list (STANDARDS 5).

Blocking keeps this near-linear: names are compared only if they share a key, and every distinct
spelling is compared once however many reports have it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.reconcile.bodies import is_institution, place_stems, read_body
from sayso.reconcile.names import bare_name, person_key
from sayso.reconcile.naming import block_keys, compare_names
from sayso.reconcile.phrases import fold, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sayso.reconcile.naming import NameComparison
    from sayso.reconcile.nodes import Node, Nodes

JUDGED, EXPLAINED, SAME_NAME, ALIKE, POINTED, GUESSED = 100, 90, 80, 70, 60, 50
"""Strengths: stronger joins are made first, and a weaker one may not undo what they keep apart."""
CERTAIN = frozenset({"explained", "acronym", "plural"})
CLOSE = 0.3
"""Score from which on names that may be one thing's are if the office beside them is the same (s)."""
TOGETHER = 0.85
"""Score that two spellings inside one report must have: one writer seldom spells a name in two ways (s)."""
CLEARLY = 3
"""Times by which one owner must be named more often to be the one that goes without saying (s)."""
MOST = 60
"""Names that may share a key before they must share a second one, too (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two nodes that are one thing.

    Attributes:
        strength: See above.
        rule: Which rule said so.
        why: One clause in plain words.
    """

    a: Node
    b: Node
    strength: int
    rule: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Two names that were compared and are not one thing's."""

    a: Node
    b: Node
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What speaks for and against joining nodes, in no particular order.

    Attributes:
        refusals: Names compared and told apart, where somebody might ask why.
        compared: How many pairs of spellings were compared.
    """

    joins: tuple[Join, ...]
    refusals: tuple[Refusal, ...]
    compared: int


def find_joins(nodes: Nodes) -> Found:
    """All joins, and the refusals worth telling."""
    named = [node for node in nodes.mentions if not node.described]
    joins = [
        Join(
            a=p.a, b=p.b, strength=EXPLAINED if p.rule in CERTAIN else POINTED, rule=p.rule, why=p.why
        )
        for p in nodes.pointers
    ]  # fmt: skip
    places = place_stems(node.name for node in named if node.family is Kind.PLACE)
    refusals: list[Refusal] = []
    pairs = 0
    for family in sorted({node.family for node in named}):
        members = [node for node in named if node.family is family]
        joins += same_names(members)
        spellings = spelled(members)
        candidates = candidate_pairs(spellings)
        pairs += len(candidates)
        joins += compared(spellings, candidates, nodes, refusals)
    people = [node for node in named if node.family is Kind.PERSON]
    joins += [*surnames(people), *double_surnames(people)]
    bodies = [node for node in nodes.mentions if node.family is Kind.ORGANISATION]
    joins += same_bodies(bodies, places, nodes)
    joins += same_weapons([node for node in nodes.mentions if node.described and node.family is Kind.WEAPON])
    joins += same_classes([node for node in nodes.mentions if node.described and node.family is Kind.CLASS])
    return Found(joins=tuple(joins), refusals=tuple(refusals), compared=pairs)


def by_key(nodes: Iterable[Node], keys: Iterable[object]) -> list[list[Node]]:
    """Nodes that share a key, in their order."""
    found: dict[object, list[Node]] = {}
    for node, key in zip(nodes, keys, strict=True):
        found.setdefault(key, []).append(node)
    return list(found.values())


def same_names(nodes: Sequence[Node]) -> Iterator[Join]:
    """The same name letter for letter, titles and case laid aside; a person's surname alone is none."""
    whole = [node for node in nodes if node.family is not Kind.PERSON or len(person_key(node.name)) > 1]
    for block in by_key(whole, [fold(bare_name(node.name)) for node in whole]):
        for a, b in pairwise(block):
            yield Join(a=a, b=b, strength=SAME_NAME, rule="same name", why="the same name, letter for letter")


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
    if found.same and (not together or found.score >= TOGETHER):
        return found.why
    if ours[0].family is Kind.PERSON and found.score >= CLOSE and not together:
        office = shared_office(ours, theirs, case)
        if office is not None:
            return f"{found.why}; both are called “{office}”"
    return None


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


def surnames(people: Sequence[Node]) -> Iterator[Join]:
    """A surname alone joins the one full name of the case that ends so, if its report has none."""
    alone = [node for node in people if len(person_key(node.name)) == 1]
    bearers: dict[tuple[str, str | None], dict[tuple[str, ...], Node]] = {}
    for node in people:
        key = person_key(node.name)
        if len(key) > 1:
            for report in (node.report, None):
                bearers.setdefault((key[-1], report), {}).setdefault((key[0], key[-1]), node)
    for node in alone:
        surname = person_key(node.name)[0]
        here = bearers.get((surname, node.report), {})
        chosen = here or bearers.get((surname, None), {})
        if len({given[0] for given in chosen}) == 1:
            where = "in the report" if here else "in all reports"
            yield Join(
                a=node, b=next(iter(chosen.values())), strength=GUESSED, rule="surname",
                why=f"the only full name {where} with this surname",
            )  # fmt: skip
    unborne = [node for node in alone if (person_key(node.name)[0], None) not in bearers]
    yield from respelt(unborne, [node for node in people if len(person_key(node.name)) > 1])
    for block in by_key(unborne, [person_key(node.name) for node in unborne]):
        for a, b in pairwise(block):
            why = "the same surname, and no report has a full name with it"
            yield Join(a=a, b=b, strength=GUESSED, rule="surname", why=why)


def respelt(alone: Sequence[Node], full: Sequence[Node]) -> Iterator[Join]:
    """A surname alone in another spelling than that of the one full name of its report that it fits."""
    for node in alone:
        fitting: dict[tuple[str, ...], tuple[Node, str]] = {}
        for other in full:
            if other.report != node.report:
                continue
            given, _, surname = bare_name(other.name).rpartition(" ")
            found = compare_names(f"{given} {bare_name(node.name)}", bare_name(other.name), kind=Kind.PERSON)
            if found.same and fold(surname) != fold(node.name):
                fitting[person_key(other.name)] = other, found.why
            elif one_vowel_apart(fold(surname), fold(bare_name(node.name))):
                fitting[person_key(other.name)] = other, f"“{surname}” and “{node.name}” differ in one vowel"
        if len(fitting) == 1:
            other, why = next(iter(fitting.values()))
            yield Join(
                a=node,
                b=other,
                strength=GUESSED,
                rule="surname",
                why=f"the surname of the only full name in the report that fits: {why}",
            )


def one_vowel_apart(a: str, b: str) -> bool:
    """Whether two words differ in one inner vowel and nothing else.

    >>> one_vowel_apart("karim", "karem"), one_vowel_apart("berg", "borg")
    (True, False)
    """
    different = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) >= 5 and len(different) == 1 and set(different[0]) <= set("aeiouy")


def double_surnames(people: Sequence[Node]) -> Iterator[Join]:
    """Two names that end the only longer name of all reports: a person with two surnames."""
    longer: dict[tuple[str, ...], dict[tuple[str, ...], Node]] = {}
    for node in people:
        key = person_key(node.name)
        if len(key) > 2:
            longer.setdefault(key[-2:], {}).setdefault(key, node)
    for node in people:
        whole = longer.get(person_key(node.name), {})
        if len(person_key(node.name)) == 2 and len(whole) == 1:
            why = "both surnames of the only longer name that ends so"
            yield Join(a=node, b=next(iter(whole.values())), strength=GUESSED, rule="surname", why=why)


def same_bodies(bodies: Sequence[Node], places: frozenset[str], case: Nodes) -> Iterator[Join]:
    """Bodies that are the same institution of the same owner, or the same name but for a general word."""
    read = {node: read_body(node.name, places) for node in bodies}
    for block in by_key(bodies, [(read[node].words, read[node].owners) for node in bodies]):
        for a, b in pairwise(block):
            yield Join(a=a, b=b, strength=SAME_NAME, rule="same body", why="the same words for the same body")
    for block in by_key(bodies, [read[node].words for node in bodies]):
        if is_institution(read[block[0]]):
            yield from ownerless(block, {node: read[node].owners for node in block}, case)
    stems = [node for node in bodies if read[node].stem]
    for block in by_key(stems, [read[node].stem for node in stems]):
        for a, b in pairwise(block):
            why = "the same name but for a general word such as “units” or “forces”"
            yield Join(a=a, b=b, strength=ALIKE, rule="general word", why=why)


def ownerless(block: Sequence[Node], owners: Mapping[Node, frozenset[str]], case: Nodes) -> Iterator[Join]:
    """An institution of which it is not said whose it is joins the one of its report, or of the case."""
    times: Counter[frozenset[str]] = Counter()
    for node in block:
        times[owners[node]] += len(case.mentions[node]) if owners[node] else 0
    ranked = [owner for owner, _ in times.most_common() if owner]
    home = ranked[0] if ranked else None
    clear = home is not None and all(times[home] >= CLEARLY * times[other] for other in ranked[1:])
    for node in block:
        if owners[node]:
            continue
        here = sorted(n for n in block if owners[n] and n.report == node.report)
        pool = here if len({owners[n] for n in here}) == 1 else []
        if not pool and home is not None and clear:
            pool = [n for n in block if owners[n] == home]
        if pool:
            why = (
                "its report does not say whose; in this case only one is meant"
                if not here
                else "the only one of its report"
            )
            yield Join(a=node, b=pool[0], strength=GUESSED, rule="whose", why=why)
    bare = [node for node in block if not owners[node]]
    if not ranked:
        for a, b in pairwise(bare):
            why = "no report says whose it is"
            yield Join(a=a, b=b, strength=GUESSED, rule="whose", why=why)


def same_weapons(weapons: Sequence[Node]) -> Iterator[Join]:
    """Weapons of the same make, load and kind."""
    for block in by_key(weapons, [node.name for node in weapons]):
        for a, b in pairwise(block):
            yield Join(
                a=a, b=b, strength=SAME_NAME, rule="same words", why="the same words for the same weapon"
            )


def same_classes(classes: Sequence[Node]) -> Iterator[Join]:
    """Classes of the same sort with the same backers; one without backers joins the one of its report."""
    for block in by_key(classes, [node.name for node in classes]):
        what, _, behind = block[0].name.partition("|")
        if behind.strip() or what.strip() == "protesters":
            for a, b in pairwise(block):
                yield Join(
                    a=a, b=b, strength=SAME_NAME, rule="class", why="the same class of the same backers"
                )
    for node in classes:
        what, _, behind = node.name.partition("|")
        fuller = [
            n for n in classes if n.report == node.report and n.name.startswith(what) and n.name != node.name
        ]
        if not behind.strip() and len({n.name for n in fuller}) == 1 and what.strip() == "parties":
            yield Join(
                a=node, b=fuller[0], strength=GUESSED, rule="class", why="the only such class in the report"
            )

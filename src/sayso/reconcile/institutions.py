"""Bodies known by what they are and whose, classes by who backs them, weapons by their make."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.reconcile.aliases import by_one_name
from sayso.reconcile.bodies import is_institution, read_body
from sayso.reconcile.joins import ALIKE, GUESSED, SAME_NAME, Join, by_key
from sayso.reconcile.names import bare_name, party_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.reconcile.nodes import Node, Nodes

CLEARLY = 3
"""Times by which one owner must be named more often to be the one that goes without saying (s)."""


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


def known_names(bodies: Sequence[Node]) -> Iterator[Join]:
    """Bodies known by several names: the second is generally known for the first (see ``aliases``)."""
    plain = {node: bare_name(node.name) for node in bodies}
    first = {node: by_one_name(name, folded=True) for node, name in plain.items()}
    words = {node: tuple(sorted(party_words(name))) for node, name in first.items()}
    known = {words[node] for node in bodies if first[node] != plain[node]}
    meant = [node for node in bodies if words[node] in known]
    for block in by_key(meant, [words[node] for node in meant]):
        for a, b in pairwise(block):
            why = "names by which one organisation is generally known"
            yield Join(a=a, b=b, strength=ALIKE, rule="known name", why=why)


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

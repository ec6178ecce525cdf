"""Surnames and given names that stand alone: whose they are."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.reconcile.joins import GUESSED, Join, by_key
from sayso.reconcile.names import bare_name, person_key
from sayso.reconcile.naming import compare_names
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reconcile.nodes import Node


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
    yield from given_names(alone, people)
    given = {person_key(node.name)[0] for node in people if len(person_key(node.name)) > 1}
    unborne = [node for node in alone if (person_key(node.name)[0], None) not in bearers]
    unborne = [node for node in unborne if person_key(node.name)[0] not in given]
    yield from respelt(unborne, [node for node in people if len(person_key(node.name)) > 1])
    for block in by_key(unborne, [person_key(node.name) for node in unborne]):
        for a, b in pairwise(block):
            why = "the same surname, and no report has a full name with it"
            yield Join(a=a, b=b, strength=GUESSED, rule="surname", why=why)


def given_names(alone: Sequence[Node], people: Sequence[Node]) -> Iterator[Join]:
    """A given name alone joins the only person of all reports who bears it, if nobody has it as surname."""
    bearers: dict[str, dict[tuple[str, ...], Node]] = {}
    surnamed = set()
    for node in people:
        key = person_key(node.name)
        if len(key) > 1:
            bearers.setdefault(key[0], {}).setdefault((key[0], key[-1]), node)
            surnamed.add(key[-1])
    for node in alone:
        word = person_key(node.name)[0]
        found = bearers.get(word, {})
        if len(found) == 1 and word not in surnamed:
            why = "the only person in all reports with this given name"
            yield Join(a=node, b=next(iter(found.values())), strength=GUESSED, rule="given name", why=why)


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

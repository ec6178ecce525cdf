"""What kind of thing a name is, once all reports have been heard.

A name recogniser errs from one mention to the next. A clear majority of mentions settles the
kind of a name; without one the kinds stay apart, since a town and a man can share a name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reconcile.names import person_key
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.extraction import Mention

OTHER = "other"
MAJORITY = 2 / 3
"""Share of a name's mentions that settles its kind (s)."""


def settle_kinds(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with one kind for each name, as far as a majority or a full name settles it."""
    settled = settled_kinds(mentions)
    agreed = [replace(m, kind=settled.get(fold(m.name), m.kind)) for m in mentions]
    surnames = surnames_of(agreed)
    return [
        replace(m, kind="person") if m.kind in ("organisation", OTHER) and is_surname(m, surnames) else m
        for m in agreed
    ]


def settled_kinds(mentions: Iterable[Mention]) -> Mapping[str, str]:
    """For every name the kind that most of its mentions have; ``other`` counts for nothing."""
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.form == "name" and mention.kind != OTHER:
            votes.setdefault(fold(mention.name), Counter())[mention.kind] += 1
    found = {}
    for name, counts in votes.items():
        kind = max(sorted(counts), key=lambda one: counts[one])
        if counts[kind] >= MAJORITY * counts.total():
            found[name] = kind
    return found


def surnames_of(mentions: Iterable[Mention]) -> frozenset[tuple[str, str]]:
    """Report and surname, by its sound, of every person who is given a full name there."""
    full = [(m.span.report, person_key(m.name)) for m in mentions if m.kind == "person" and m.form == "name"]
    return frozenset((report, key[-1]) for report, key in full if len(key) > 1)


def is_surname(mention: Mention, surnames: frozenset[tuple[str, str]]) -> bool:
    """Whether a single word is the surname of somebody whom its report gives a full name."""
    key = person_key(mention.name)
    return len(key) == 1 and not mention.name.isupper() and (mention.span.report, key[0]) in surnames

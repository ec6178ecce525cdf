"""Connected components: what hangs together once pairs have been joined."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)


def find_groups(members: Sequence[Member], pairs: Iterable[tuple[Member, Member]]) -> dict[Member, Member]:
    """Every member with the representative of its group, which is its earliest member.

    The outcome does not depend on the order of the pairs.

    >>> find_groups("abcd", [("d", "b"), ("b", "c")])
    {'a': 'a', 'b': 'b', 'c': 'b', 'd': 'b'}
    """
    rank = {member: place for place, member in enumerate(members)}
    above = {member: member for member in members}

    def top(member: Member) -> Member:
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    for left, right in pairs:
        first, second = sorted((top(left), top(right)), key=rank.__getitem__)
        above[second] = first
    return {member: top(member) for member in members}


def find_members(groups: dict[Member, Member]) -> dict[Member, list[Member]]:
    """The members of each group under its representative, in the order of the members."""
    found: dict[Member, list[Member]] = {}
    for member, head in groups.items():
        found.setdefault(head, []).append(member)
    return found


def chain(members: Sequence[Member]) -> list[tuple[Member, Member]]:
    """Pairs that join all members of one block with as few pairs as possible."""
    return list(itertools.pairwise(members))

"""Two names of one kind: can they be one thing's?"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.reconcile.naming.bodies import compare_bodies
from sayso.reconcile.naming.body_names import alternatives
from sayso.reconcile.naming.persons import compare_persons

if TYPE_CHECKING:
    from sayso.reconcile.naming.model import NameComparison


def compare_names(a: str, b: str, *, kind: str) -> NameComparison:
    """Compare two names, whatever the order they are given in.

    Args:
        a: A name as printed, in any script.
        b: Another.
        kind: "person", "company", "organisation" (armed groups and parties too), "vessel", "place";
            any other is compared as an organisation is.

    >>> compare_names("Sheikh Qasim al-Bakri", "BAKRI, Kassem", kind="person").same
    True
    >>> compare_names("Port Authority of Lorvan", "Lorvan", kind="organisation").veto
    True
    """
    first, second = sorted((a, b))
    return compare_sorted(first, second, kind)


@lru_cache(maxsize=65536)
def compare_sorted(a: str, b: str, kind: str) -> NameComparison:
    """Compare two names that stand in a fixed order."""
    if kind == "person":
        return compare_persons(a, b)
    pairs = [(one, other) for one in alternatives(a) for other in alternatives(b)]
    return max((compare_bodies(one, other, kind) for one, other in pairs), key=lambda found: found.score)

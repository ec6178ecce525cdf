"""Given names: their spellings in many tongues, and their short forms."""

from __future__ import annotations

from functools import lru_cache

from nicknames import name_triplets

from sayso.reconcile.naming.tables import family_numbers


@lru_cache(maxsize=1)
def short_forms() -> dict[str, frozenset[str]]:
    """English given names with the names that each is a short, full or Spanish form of."""
    pairs: dict[str, set[str]] = {}
    for one, _, other in name_triplets():
        pairs.setdefault(one, set()).add(other)
        pairs.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in pairs.items()}


def is_known(name: str) -> bool:
    """Whether a romanised word is in the tables as a given name."""
    return name in family_numbers() or name in short_forms()


def same_given_name(a: str, b: str) -> bool:
    """Whether two romanised given names are forms of one: a translation, a spelling, a short form.

    >>> same_given_name("bill", "william"), same_given_name("juan", "ivan"), same_given_name("tim", "tom")
    (True, True, False)
    """
    families = family_numbers()
    return bool(families.get(a, frozenset()) & families.get(b, frozenset())) or b in short_forms().get(a, ())

"""Names of well-known organisations by one of them: "Daesh" and "the Islamic State group" are one party.

A translation or an acronym is no second speaker and no rival suspect. Only names of one organisation are put
together; a class is never its member, and nothing is known here of who belongs to whom (STANDARDS 3).
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

LABELS = r"(?:group|militants|fighters|jihadists|terrorists|insurgents|gunmen)"
SHORTEST = 3
"""Letters of the shortest acronym that is known inside other words; a shorter one needs a label behind it."""


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every other name with the name it is compared by."""
    table = resources.files("sayso.reconcile").joinpath("aliases.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {alias: first for first, *others in rows for alias in others}


def _key(name: str) -> str:
    return re.sub(r"['’]", "", name).casefold()


@lru_cache(maxsize=2)
def _pattern(*, folded: bool) -> re.Pattern[str]:
    parts = []
    for name in sorted(_names(), key=lambda one: (-len(one), one)):
        words = re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]?")
        if not name.isupper() or (folded and len(name) >= SHORTEST):
            parts.append(f"(?i:{words})")
        elif len(name) < SHORTEST:
            parts.append(rf"{words}(?=\s+{LABELS}\b|\s*$)")
        else:
            parts.append(words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


@lru_cache(maxsize=65536)
def by_one_name(name: str, *, folded: bool = False) -> str:
    """A wording with each organisation in it by the one name that all its names are compared by.

    Args:
        name: A name or a phrase with one.
        folded: Whether it is a name that has lost its capitals, so that they tell no acronym.

    >>> by_one_name("Daesh militants"), by_one_name("the ISIL group"), by_one_name("the Dawn Front")
    ('Islamic State militants', 'the Islamic State group', 'the Dawn Front')
    """
    return _pattern(folded=folded).sub(_first_name, name)


def _first_name(match: re.Match[str]) -> str:
    plain = " ".join(match[0].split())
    return next(first for alias, first in _names().items() if _key(alias) == _key(plain))

"""Names of bodies as they compare: what it is, and whose (STANDARDS 3: a class is no member).

"Norlandese Ministry of the Interior" and "Interior Ministry" are one office of two owners: the second
does not say whose, and is joined only where the case leaves no choice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.reconcile.names import fold_token, stem
from sayso.reconcile.phrases import without_brackets, word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

SAME = {
    "military": "army", "defence": "defense", "centre": "center", "organisation": "organization",
    "militias": "militia", "security service": "security force",
}  # fmt: skip
"""Words for one institution (s)."""
INTERCHANGEABLE = word_set("unit force group militia organization movement fighter network faction brigade")
"""General words that reporters change freely at the end of a name that tells enough without them (s)."""
INSTITUTIONS = word_set(
    "army government police ministry parliament force navy cabinet congress senate court judiciary council "
    "department president presidency committee authority apparatus squad commission"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a body's name says.

    Attributes:
        words: What it is, by sound, in any order.
        owners: Countries or places that the name gives it to, without their endings.
        stem: The words without the general one at the end, in order; empty if too little is left.
    """

    words: frozenset[str]
    owners: frozenset[str]
    stem: tuple[str, ...]


@lru_cache(maxsize=65536)
def read_body(name: str, places: frozenset[str]) -> Body:
    """Take a body's name apart.

    Args:
        name: As printed.
        places: Stems by sound (see ``place_stems``) of the places that the case names.

    >>> read_body("Norlandese Ministry of the Interior", place_stems(["Norland"])).owners
    frozenset({'nurland'})
    """
    words = [
        SAME.get(word, word) for word in word_list(re.sub(r"is(?=ations?\b)", "iz", without_brackets(name)))
    ]
    owning = [word for word in words if stem(fold_token(word)) in places]
    rest = [word for word in words if word not in owning]
    if not rest or (len(rest) == 1 and not INSTITUTIONS & set(rest)):
        owning, rest = [], words
    if "force" in rest and "armed" in rest:
        rest = [word for word in rest if word not in {"armed", "force"}] + ["army"]
    sounds = tuple(fold_token(word) for word in rest)
    general = len(rest) > 2 and rest[-1] in INTERCHANGEABLE
    return Body(
        words=frozenset(sounds),
        owners=frozenset(stem(fold_token(word)) for word in owning),
        stem=sounds[:-1] if general else (),
    )


def place_stems(names: Iterable[str]) -> frozenset[str]:
    """Names of one word without the endings of adjectives, by sound."""
    return frozenset(stem(fold_token(name)) for name in names if " " not in name and len(name) > 2)


def is_institution(body: Body) -> bool:
    """Whether a body is one that every state or town has."""
    return bool(body.words & SOUNDED)


SOUNDED = frozenset(fold_token(word) for word in INSTITUTIONS)

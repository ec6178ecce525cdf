"""How often a string, or its last word, filled a role in the reports learned from; kept as numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNKNOWN = -2.3
"""The score of what was never seen (s)."""


def key_of(kind: str, words: Sequence[str]) -> int:
    """The number under which a ``string`` or a ``last`` word is kept."""
    return crc32(f"{kind} {' '.join(words)}".encode())


def familiarity(words: Sequence[str], role: int, head: Mapping[str, np.ndarray]) -> list[float]:
    """For the string and for its last word: how often it filled the role, and whether it is known."""
    found = []
    keys = head["lexicon_keys"]
    for number in (key_of("string", words), key_of("last", words[-1:])):
        at = int(np.searchsorted(keys, number))
        known = at < len(keys) and int(keys[at]) == number
        found += [float(head["lexicon"][at, role]) if known else UNKNOWN, float(known)]
    return found

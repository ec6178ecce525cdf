"""Count how often strings, and their last words, fill a role in the reports in which they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import numpy as np

from roles import fillers, occurrences
from sayso.annotate.learned.lexicon import key_of
from sayso.annotate.learned.phrases import plain_word
from sayso.annotate.learned.role_labels import ROLES

LEAST = 3
"""Last words of fewer reports are left out."""


def lexicon(pairs: list[tuple[Any, Any]]) -> dict[str, np.ndarray]:
    """The arrays that ``sayso.annotate.learned.lexicon`` reads: numbers for strings, never the strings."""
    filled: defaultdict[tuple[str, ...], Counter[int]] = defaultdict(Counter)
    last: defaultdict[str, Counter[int]] = defaultdict(Counter)
    texts, seen = [], Counter[str]()
    for record, layers in pairs:
        words = [plain_word(token.text) for token in layers.tokens]
        kept = [word for word in words if word]
        texts.append(f" {' '.join(kept)} ")
        seen.update(set(kept))
        here = _filled(record, layers, words)
        for role, found in here:
            filled[found][role] += 1
        for role, word in {(role, found[-1]) for role, found in here}:
            last[word][role] += 1
    rows: dict[int, list[float]] = {}
    for found, counts in filled.items():
        among = sum(f" {' '.join(found)} " in text for text in texts)
        rows[key_of("string", found)] = [_share(counts[role], among) for role in range(len(ROLES))]
    for word, among in seen.items():
        if among >= LEAST:
            rows[key_of("last", [word])] = [_share(last[word][role], among) for role in range(len(ROLES))]
    keys = np.array(sorted(rows), dtype=np.uint32)
    return {"lexicon_keys": keys, "lexicon": np.array([rows[int(k)] for k in keys], dtype=np.float32)}


def _filled(record: Any, layers: Any, words: list[str]) -> set[tuple[int, tuple[str, ...]]]:
    """Roles with the strings that fill them."""
    text = record["text"].upper()
    found = {
        (ROLES.index(role), tuple(word for word in words[first:end] if word))
        for role, strings in fillers(record)
        for string in strings
        for first, end in occurrences(string, text, layers)[:1]
    }
    return {(role, string) for role, string in found if string}


def _share(count: int, among: int) -> float:
    return float(np.log((count + 0.3) / (among + 3)))

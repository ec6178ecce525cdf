"""Words cut into the pieces that the encoder knows."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VOCABULARY = Path(__file__).parent / "vocabulary.txt"
CLS, SEP, UNKNOWN = 101, 102, 100
"""Pieces that open a window, end a paragraph, and stand for what the vocabulary lacks."""
MOST_PIECES = 12
"""Pieces of one word that are read; the rest of a longer one (a web address) is passed over (s)."""
LONGEST_PIECE = 20
"""Characters that a piece has at most; only a handful of web names in the vocabulary are longer."""
PARTS = re.compile(r"\w+|[^\w\s]")


@cache
def load_pieces() -> Callable[[str], tuple[int, ...]]:
    """The function that cuts a word into numbers of pieces, case and accents set aside.

    Method: longest match first from the left over BERT's uncased vocabulary (WordPiece).
    """
    lines = VOCABULARY.read_text(encoding="utf-8").split("\n")
    numbers = {piece: number for number, piece in enumerate(lines) if piece}

    @cache
    def pieces_of(word: str) -> tuple[int, ...]:
        plain = '"' if word in {"''", "``"} else _plain(word)
        found = [number for part in PARTS.findall(plain) for number in _cut(part, numbers)]
        return tuple(found[:MOST_PIECES]) or (UNKNOWN,)

    return pieces_of


def _plain(word: str) -> str:
    parted = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in parted if unicodedata.category(c) != "Mn")


def _cut(part: str, numbers: Mapping[str, int]) -> list[int]:
    found: list[int] = []
    start = 0
    while start < len(part):
        before = "##" if start else ""
        longest = min(len(part), start + LONGEST_PIECE)
        end = next((e for e in range(longest, start, -1) if before + part[start:e] in numbers), 0)
        if not end:
            return [UNKNOWN]
        found.append(numbers[before + part[start:end]])
        start = end
    return found

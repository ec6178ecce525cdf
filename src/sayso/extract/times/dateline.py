"""The report's own date line: it dates the report, not an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.times.merge import Placed
    from sayso.model.layers import Layers, Sentence

EARLY = 4
"""Paragraphs of the body in which a date line can stand (s)."""
STAMPED = 60
"""Characters behind which no date belongs to "Published ..." any more (s)."""
LETTERS = 40
"""Letters that may stand beside the date in a line of its own: place, outlet, "Updated" (s)."""
STAMP = re.compile(
    r"^\W*(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified|date)\b)", re.IGNORECASE
)
OPENING = re.compile(
    r"^(?:\[[^\]]{0,40}\]\s*)?[\"(]?[A-Z][\w.'-]*(?:[\s,/]+(?:[A-Z][\w.'-]*|de|of|al|\(\w+\)))*[\s,:(-]*$"
)
CLOSING = re.compile(r"^\W*(?:\([^)]{1,40}\)|\[[^\]]{1,40}\])?[\s,)]*(?:--?|:|\))\s")


def find_dateline_end(layers: Layers, sentence: Sentence, placed: Sequence[Placed]) -> int:
    """Where the date line ends in a sentence; expressions that end there or before belong to it.

    Returns:
        Offset in the sentence; 0 if it holds no date line.
    """
    if not placed or not _is_opening(layers, sentence):
        return 0
    paragraph = [
        s
        for s in layers.sentences[layers.tokens[sentence.first].sentence :]
        if s.paragraph == sentence.paragraph
    ]
    text = layers.shadow[sentence.start : paragraph[-1].end]
    rest = text
    for piece in reversed(placed):
        rest = rest[: piece.start] + rest[piece.end :]
    letters = sum(c.isalpha() for c in rest)
    dated = any(piece.reading.anchored == "self" or piece.reading.clock for piece in placed)
    if dated and letters <= LETTERS and not text.rstrip().endswith((".", "!", "?")):
        return placed[-1].end
    if STAMP.match(text):
        return max((piece.end for piece in placed if piece.start <= STAMPED), default=0)
    first = placed[0]
    if OPENING.match(text[: first.start]) and CLOSING.match(text[first.end :]):
        return first.end
    return 0


def _is_opening(layers: Layers, sentence: Sentence) -> bool:
    body = next((s.paragraph for s in layers.sentences if not s.title), 0)
    return not sentence.title and sentence.paragraph - body < EARLY

"""Stretches of text as half-open pairs of offsets, and how they are trimmed and joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.layers import Layers, Quote

Stretch = tuple[int, int]
EDGE = frozenset(".,;:-–—…|/")
"""Marks that belong to no content when they stand at its edge outside quotation marks."""


def stretch_of(layers: Layers, first: int, last: int) -> Stretch | None:
    """Offsets of tokens first..last (last excluded) without marks at the edges; None if nothing is left."""
    tokens = layers.tokens
    while first < last and (_is_edge(tokens[first].text) or tokens[first].text == ")"):
        first += 1
    while first < last and (_is_edge(tokens[last - 1].text) or tokens[last - 1].text == "("):
        last -= 1
    return (tokens[first].start, tokens[last - 1].end) if first < last else None


def _is_edge(text: str) -> bool:
    return all(c in EDGE for c in text) or text.isspace()


def runs_of(indices: Iterable[int]) -> list[tuple[int, int]]:
    """Unbroken runs of token indices, last excluded.

    >>> runs_of([1, 2, 5])
    [(1, 3), (5, 6)]
    """
    runs: list[tuple[int, int]] = []
    for index in sorted(indices):
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def overlap(a: Stretch, b: Stretch) -> bool:
    """Whether two stretches share a character."""
    return a[0] < b[1] and b[0] < a[1]


def holds(outer: Stretch, inner: Stretch) -> bool:
    """Whether the inner stretch lies wholly in the outer."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def join(stretches: Iterable[Stretch], shadow: str) -> tuple[Stretch, ...]:
    """The stretches in text order, those joined that overlap or are parted by blanks alone.

    >>> join([(4, 6), (0, 3)], "one two")
    ((0, 6),)
    """
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and (start <= joined[-1][1] or not shadow[joined[-1][1] : start].strip()):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def snap(stretch: Stretch, quotes: Sequence[Quote], cue: Stretch) -> Stretch:
    """The stretch, grown to take in whole any quotation that it cuts, and clipped to one it sits in.

    A cue inside a quotation reports within it; any other never cuts one in two.
    """
    start, end = stretch
    for quote in quotes:
        if quote.start <= cue[0] and cue[1] <= quote.end:
            start, end = max(start, quote.start + 1), min(end, quote.end - 1)
        elif overlap((start, end), (quote.start, quote.end)):
            start, end = min(start, quote.start), max(end, quote.end)
    return (start, end)

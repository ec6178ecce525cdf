"""Asking whose words a place in a report is."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR, UNNAMED, SourceKind, Stance

FORESEEN = frozenset({"expected", "considered", "regarded", "set", "due"})
"""Words of belief that without a source are the author's own "probably"."""
AUTHORS_OWN = frozenset({Stance.FACTIVE, Stance.QUESTION, Stance.INSINUATE})
"""Classes of cues that without a source leave the words to the author."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.claims import Attribution, Source
    from sayso.model.spans import Span


class AttributionIndex:
    """The attributions of one report, to be asked many times whose words a place is.

    Args:
        attributions: All of one report, as found.
        judging: Whether those count too that assert nothing ("condemned the attack by the front").
    """

    def __init__(self, attributions: Sequence[Attribution], *, judging: bool = False) -> None:
        pieces = [
            (_start(attribution, span), span.end, len(attribution.chain), attribution)
            for attribution in attributions
            if (attribution.asserts or judging) and not _is_open(attribution)
            for span in attribution.content
        ]
        self._pieces = sorted(pieces, key=lambda piece: (piece[0], piece[1], piece[2], piece[3].id))
        self._starts = [piece[0] for piece in self._pieces]
        self._reach = list(accumulate((piece[1] for piece in self._pieces), max))

    def innermost(self, start: int, end: int) -> Attribution | None:
        """The innermost attribution whose content holds text[start:end]; None for the author's own voice.

        One whose source is not said ("it is believed") counts only if no other holds the
        place: the originator is a person or body (STANDARDS 2, rule 5).
        """
        at = bisect_right(self._starts, start) - 1
        best: tuple[bool, int, int] | None = None
        found: Attribution | None = None
        while at >= 0 and self._reach[at] >= end:
            first, last, depth, attribution = self._pieces[at]
            # A real source before "it is believed"; then the deepest; then the one with least around.
            rank = (
                attribution.source.kind is SourceKind.NONE or not attribution.source.spans,
                -depth,
                last - first,
            )
            if last >= end and (best is None or rank < best):
                best, found = rank, attribution
            at -= 1
        return found


def _start(attribution: Attribution, span: Span) -> int:
    """Where a piece of content starts for a look-up: with its cue if that stands right before it."""
    cue = attribution.cue[0] if attribution.cue else None
    return cue.start if cue is not None and 0 <= span.start - cue.end <= 1 else span.start


def _is_open(attribution: Attribution) -> bool:
    """Whether nobody is named and the words commit nobody else either ("were identified", "is expected").

    What is found or expected without a source is the author's own word.
    """
    words = {word for cue in attribution.cue for word in cue.text.lower().split()}
    own = attribution.stance in AUTHORS_OWN or bool(words & FORESEEN)
    return attribution.source.kind is SourceKind.NONE and own


def innermost(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The innermost attribution whose content holds text[start:end]; None for the author's own voice.

    Args:
        attributions: All of one report, as found. For many questions build an AttributionIndex once.
        start: Offset in the report, included.
        end: Offset in the report, excluded.
    """
    near = [a for a in attributions if any(s.end >= end and _start(a, s) <= start for s in a.content)]
    return AttributionIndex(near).innermost(start, end)


def speaker_string(source: Source | None) -> str:
    """A source as GOLD.md writes it: a name, ``author``, or ``unnamed: <description>``.

    >>> speaker_string(None)
    'author'
    """
    if source is None or source.kind is SourceKind.AUTHOR:
        return AUTHOR
    return source.description if source.named else UNNAMED + source.description

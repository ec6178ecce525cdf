"""Where quotation marks open and close: every style, and the common slips."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.layers import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model.layers import Sentence

DOUBLE = re.compile(r"''|\"")
SINGLE_OPENER = re.compile(
    r"(?<![\w'.,!?])'(?=[\w\"$£€])(?!\d0s\b|em\b|til\b|cause\b|n'|n\b|tis\b|twas\b|bout\b)", re.IGNORECASE
)
SINGLE_CLOSER = re.compile(r"(?<=[\w.,!?;:\-)\"])'(?![\w'])")
OPENING = frozenset("“„‟«‹")
CLOSING = frozenset("”»›")
SENTENCE_END = re.compile(r"[.!?]+(?=\s+[A-Z\"'(]|\s*$)")
LONGEST_GAP = 2
"""Blanks allowed between an opening mark and its first word in sloppy text (s)."""


def find_quotes(printed: str, shadow: str, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """All quotations of a report, in text order, not overlapping.

    Args:
        printed: The report's text; typographic marks tell their direction.
        shadow: The same length, with plain marks.
        sentences: The report's sentences; those in page furniture hold no quotations.

    A quotation over several paragraphs gives one quote for each. A mark that never closes
    ends with its sentence, or with its paragraph if it opens it.

    Method: state machine over the marks; typographic marks tell their direction, straight
    ones tell it by the blanks around them (s).
    """
    found: list[Quote] = []
    for paragraph, (start, end) in _paragraphs(sentences):
        left_open = bool(found) and not found[-1].closed and found[-1].paragraph < paragraph
        found += _paragraph_quotes(printed, shadow, (start, end), paragraph=paragraph, left_open=left_open)
    return tuple(found)


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Offsets of every paragraph that is no furniture."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        if not sentence.furniture:
            first = bounds.get(sentence.paragraph, (sentence.start, 0))[0]
            bounds[sentence.paragraph] = (first, sentence.end)
    yield from bounds.items()


def _paragraph_quotes(
    printed: str, shadow: str, bounds: tuple[int, int], *, paragraph: int, left_open: bool
) -> list[Quote]:
    start, end = bounds
    marks = _double_marks(printed, shadow, start, end)
    spans = _pair_marks(shadow, marks, start, end)
    # Single marks quote only where no double ones do: headlines, and British print.
    if not marks:
        spans = _single_quotes(shadow, start, end)
    return [
        Quote(start=a, end=b, paragraph=paragraph, continues=left_open and a == start, closed=closed)
        for a, b, closed in spans
        if any(c.isalnum() for c in shadow[a:b])
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


def _double_marks(printed: str, shadow: str, start: int, end: int) -> list[_Mark]:
    marks = []
    for match in DOUBLE.finditer(shadow, start, end):
        a, b = match.span()
        if match[0] == "''" and not _is_double(shadow, a, b):
            continue
        before, after = shadow[max(start, a - 1) : a], shadow[b : min(b + 1, end)]
        opens = (not before.strip() or before in "([{-—/") and bool(after.strip())
        closes = bool(before.strip()) and before not in "([{" and (not after or not after.isalnum())
        if printed[a] in OPENING:
            opens, closes = True, closes and not opens
        elif printed[a] in CLOSING:
            # A closing mark that opens a word is a slip of the typesetter; else it closes.
            opens, closes = opens and not closes, True
        if opens == closes:
            opens = closes = True
        marks.append(_Mark(start=a, end=b, opens=opens, closes=closes))
    return marks


def _is_double(shadow: str, start: int, end: int) -> bool:
    """Whether two apostrophes are one mark, not the end of a quotation after a possessive."""
    return shadow[start - 1 : start] != "'" and shadow[end : end + 1] != "'"


def _pair_marks(shadow: str, marks: Sequence[_Mark], start: int, end: int) -> list[tuple[int, int, bool]]:
    spans: list[tuple[int, int, bool]] = []
    opened: _Mark | None = None
    for mark in marks:
        if opened is None:
            if mark.opens:
                opened = mark
        elif mark.closes:
            spans.append((opened.start, mark.end, True))
            opened = None
        else:
            spans.append((opened.start, _unclosed_end(shadow, opened, start, mark.start), False))
            opened = mark
    if opened is not None:
        spans.append((opened.start, _unclosed_end(shadow, opened, start, end), False))
    return spans


def _unclosed_end(shadow: str, opened: _Mark, start: int, limit: int) -> int:
    """Where a quotation without a closing mark ends: with its paragraph if it opens it."""
    stop = limit
    if opened.start > start and (sentence := SENTENCE_END.search(shadow, opened.end, limit)):
        stop = sentence.end()
    return max(opened.end, opened.start + len(shadow[opened.start : stop].rstrip()))


def _single_quotes(shadow: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    spans: list[tuple[int, int, bool]] = []
    at = start
    while opener := SINGLE_OPENER.search(shadow, at, end):
        following = SINGLE_OPENER.search(shadow, opener.end(), end)
        limit = following.start() if following else end
        closer = _single_closer(shadow, opener.end(), limit)
        if closer is not None:
            spans.append((opener.start(), closer, True))
        at = max(opener.end(), closer or 0)
    return spans


def _single_closer(shadow: str, start: int, limit: int) -> int | None:
    """End of the mark that closes: the first that is no plural possessive."""
    possible = list(SINGLE_CLOSER.finditer(shadow, start, limit))
    for match in possible:
        possessive = shadow[match.start() - 1] == "s" and re.match(r" [a-z]", shadow[match.end() : limit][:2])
        if not possessive or match is possible[-1]:
            return match.end()
    return None

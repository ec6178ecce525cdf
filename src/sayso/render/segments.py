"""A report's text cut where cited words begin and end, and into its paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.reports import Report

Range = tuple[int, int]
"""Where words stand in one report: start included, end excluded."""

BLANK_LINE = re.compile(r"\n\s*\n")
LINE_END = re.compile(r"\n\s*")
LONG_LINE = 100
"""A line beyond this many characters was not wrapped by hand: each is a paragraph."""

SENTENCE_END = re.compile(r"""(?<=[.!?…])["'”’»)\]]*\s+(?=["'“‘«(\[]*[A-Z0-9])""")
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|St|Gov|Sen|Rep|No|vs|[ap]\.m)\.$"
)
CONTEXT = 160
"""So many characters of a sentence are shown on either side of the cited words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text and the cited ranges that cover it, outer before inner."""

    start: int
    end: int
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, or a part of one; kind is ``title``, ``text`` or a kind of furniture."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Cited words with the sentence round them; cut tells whether an end of it is left out."""

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


def cut(ranges: Sequence[Range], *, start: int, end: int) -> tuple[Segment, ...]:
    """Cut text[start:end] wherever a range begins or ends.

    Ranges may nest, cross and repeat. The segments touch, cover everything once, and each
    names the ranges that hold it.

    >>> [(one.start, one.end, one.ranges) for one in cut([(2, 6), (4, 8)], start=0, end=8)]
    [(0, 2, ()), (2, 4, ((2, 6),)), (4, 6, ((2, 6), (4, 8))), (6, 8, ((4, 8),))]
    """
    inside = {one for one in ranges if one[0] < end and start < one[1]}
    here = sorted(inside, key=lambda one: (one[0], -one[1]))
    edges = sorted({start, end, *(edge for one in here for edge in one if start < edge < end)})
    return tuple(
        Segment(start=left, end=right, ranges=tuple(one for one in here if one[0] < right and left < one[1]))
        for left, right in pairwise(edges)
    )


def blocks(report: Report) -> tuple[Block, ...]:
    """The paragraphs of a report, cut where furniture or the title begins and ends."""
    edges = {report.title_end, *(edge for mark in report.furniture for edge in (mark.start, mark.end))}
    found = []
    for start, end in _paragraphs(report.text):
        inner = sorted({start, end, *(edge for edge in edges if start < edge < end)})
        for left, right in pairwise(inner):
            if report.text[left:right].strip():
                found.append(Block(start=left, end=right, kind=_kind(report, left)))
    return tuple(found)


def paragraph_at(found: Sequence[Block], start: int, end: int) -> Range:
    """The bounds of the paragraphs that text[start:end] stands in, or its own."""
    first = bisect_right(found, start, key=lambda block: block.start) - 1
    last = bisect_right(found, end - 1, key=lambda block: block.start) - 1
    if first < 0:
        return start, end
    return min(start, found[first].start), max(end, found[last].end)


def find_excerpt(text: str, start: int, end: int, *, within: Range) -> Excerpt:
    """The sentence round text[start:end], each side at most `CONTEXT` characters long.

    Args:
        text: The report's text.
        start: Where the cited words begin.
        end: Where they end.
        within: The paragraph; the excerpt does not leave it.
    """
    reach = 3 * CONTEXT
    left = _sentence_start(text, start, max(within[0], start - reach))
    right = _sentence_end(text, end, min(within[1], end + reach))
    first, last = left, right
    if start - left > CONTEXT:
        first = text.find(" ", start - CONTEXT, start) + 1 or start
    if right - end > CONTEXT:
        last = max(text.rfind(" ", end, end + CONTEXT), end)
    return Excerpt(
        before=text[first:start],
        words=text[start:end],
        after=text[end:last],
        cut_before=first > left,
        cut_after=last < right,
    )


def _kind(report: Report, offset: int) -> str:
    for mark in report.furniture:
        if mark.start <= offset < mark.end:
            return mark.kind
    return "title" if offset < report.title_end else "text"


def _paragraphs(text: str) -> list[Range]:
    found = []
    for start, end in _split(text, BLANK_LINE, 0, len(text)):
        wrapped = max(map(len, text[start:end].split("\n"))) <= LONG_LINE
        found += [(start, end)] if wrapped else _split(text, LINE_END, start, end)
    return found


def _split(text: str, gap: re.Pattern[str], start: int, end: int) -> list[Range]:
    edges = [start]
    for match in gap.finditer(text, start, end):
        edges += [match.start(), match.end()]
    edges.append(end)
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(left, right) for left, right in pairs if text[left:right].strip()]


def _sentence_start(text: str, start: int, limit: int) -> int:
    found = limit
    for match in SENTENCE_END.finditer(text, limit, start + 1):
        if match.end() <= start and not ABBREVIATION.search(text, max(0, match.start() - 6), match.start()):
            found = match.end()
    return found


def _sentence_end(text: str, end: int, limit: int) -> int:
    for match in SENTENCE_END.finditer(text, max(0, end - 1), limit):
        stop = match.start() + len(match[0].rstrip())
        if stop >= end and not ABBREVIATION.search(text, max(0, match.start() - 6), match.start()):
            return stop
    return limit

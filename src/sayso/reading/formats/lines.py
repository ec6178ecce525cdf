"""Paragraphs from the lines of a printed page. Pure; knows nothing of PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
BROKEN_WORD = re.compile(r"(?P<head>[^\W\d_]{2,})-$")
HYPHENED = re.compile(r"\w-$")
CONTINUED = re.compile(r"(?P<tail>[^\W\d_]+)")
WIDER_GAP = 1.3
"""Times the usual distance of two lines, from which a gap parts paragraphs (s)."""

FEW_LINES = 5
LEADING = 1.3
"""Times the letters' size from line to line in most print (s)."""

WIDE_FOR_SIZE = 1.5
"""Times the letters' size, below which two lines belong together whatever is usual (s)."""

OTHER_SIZE = 0.12
"""Share by which the letters' size differs in a headline (s)."""

SHORT = 0.2
"""Share of the column's width that a last line leaves free, at least (s)."""

INDENT = 0.8
"""Times the letters' size by which a first line is indented, at least (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line on a page.

    Attributes:
        text: Its words.
        left, right: Where it begins and ends, in points from the left edge.
        base: Its height on the page, in points from the lower edge.
        size: Of its letters, in points.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The paragraphs of some pages; mended counts words whose hyphen at a line's end was taken out."""

    paragraphs: tuple[str, ...]
    mended: int


def join_lines(pages: Iterable[Sequence[PrintedLine]]) -> Joined:
    """Put the lines of pages together to paragraphs, also over the end of a page.

    A new paragraph begins where the letters change their size, the gap is wider than usual, a
    line is indented after the end of a sentence, or the line before ends a sentence early.
    """
    groups: list[list[str]] = []
    last: PrintedLine | None = None
    for page in pages:
        usual, right = _usual_gap(page), max((line.right for line in page), default=0.0)
        for number, line in enumerate(page):
            new = last is None or (
                _starts_page(last, line) if number == 0 else _starts(last, line, usual, right)
            )
            if new or not groups:
                groups.append([])
            groups[-1].append(line.text)
            last = line
    known = {word for group in groups for text in group for word in text.split()}
    joined = [_join(group, known) for group in groups]
    return Joined(paragraphs=tuple(text for text, _ in joined), mended=sum(count for _, count in joined))


def _usual_gap(page: Sequence[PrintedLine]) -> float:
    gaps = [gap for one, other in pairwise(page) if (gap := one.base - other.base) > 0]
    if len(gaps) < FEW_LINES:  # too few to tell what is usual: as in most print
        gaps.append(LEADING * min((line.size for line in page), default=0.0))
        return min(gaps)
    return median(gaps)


def _starts_page(last: PrintedLine, line: PrintedLine) -> bool:
    return bool(SENTENCE_END.search(last.text)) or not line.text[:1].islower()


def _starts(last: PrintedLine, line: PrintedLine, usual: float, right: float) -> bool:
    if abs(last.size - line.size) > OTHER_SIZE * max(last.size, line.size):
        return True
    gap = last.base - line.base
    if gap < 0:  # the next column
        return _starts_page(last, line)
    ended = bool(SENTENCE_END.search(last.text))
    # large letters stand further apart; but some files give a size that is not that of the print
    wide = max(WIDER_GAP * usual, min(WIDE_FOR_SIZE * line.size, 3 * usual))
    if usual and gap > wide:
        return True
    early = last.right < right - SHORT * (right - last.left)
    return ended and (early or line.left > last.left + INDENT * line.size)


def _join(texts: Sequence[str], known: set[str]) -> tuple[str, int]:
    whole, mended = "", 0
    for text in texts:
        head, tail = BROKEN_WORD.search(whole), CONTINUED.match(text)
        if head and tail and tail["tail"][0].islower():
            # a word that stands with its hyphen elsewhere keeps it
            keeps = any(word.startswith(f"{head['head']}-{tail['tail']}") for word in known)
            whole = whole + text if keeps else whole[:-1] + text
            mended += not keeps
        elif HYPHENED.search(whole):
            whole += text
        else:
            whole = f"{whole} {text}" if whole else text
    return whole, mended

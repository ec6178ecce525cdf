"""Where the paragraphs of a text begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model.reports import Dateline

BLOCK = re.compile(r"\S(?:.*\S)?")
WRAPPED = 45
"""A line at least this long that stops inside a sentence was broken by a typist or a mailer (s)."""


MARKS = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)*(?=[\"'(]?[^\W\d_])")
"""What a wire or a monitor puts in brackets before a text; square ones are round in the shadow."""


def find_paragraphs(text: str, *, title_end: int) -> tuple[tuple[int, int], ...]:
    r"""Paragraphs as half-open offsets, edges trimmed of white space.

    A line is a paragraph, unless it was plainly wrapped: long, without an end mark, and
    followed directly by a line that goes on in lower case. The headline stands alone.

    >>> find_paragraphs("One.\n\nTwo.", title_end=0)
    ((0, 4), (6, 10))
    """
    found: list[tuple[int, int]] = []
    for match in BLOCK.finditer(text):
        start, end = match.span()
        if start < title_end < end:
            # a headline that runs straight into its report
            found.append((start, title_end))
            start = title_end + len(text[title_end:end]) - len(text[title_end:end].lstrip())
        if start >= end:
            continue
        if found and start > title_end >= 0 and _continues(text, found[-1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def cut_opening(
    shadow: str, paragraph: tuple[int, int], dateline: Dateline | None
) -> tuple[tuple[int, int], ...]:
    """A paragraph, cut behind what opens it and is no part of its first sentence.

    A dateline, and marks such as ``[TEXT]`` or ``(CNN)``, have no grammar with the sentence they
    stand before: read with it, the place would be taken for its subject.

    >>> cut_opening("(Text) The bridge fell.", (0, 23), None)
    ((0, 6), (7, 23))
    """
    start, end = paragraph
    found = []
    if dateline is not None and start <= dateline.span.start and dateline.span.end < end:
        if start < dateline.span.start:
            found.append((start, dateline.span.start))
        found.append((dateline.span.start, dateline.span.end))
        start = dateline.span.end
    marks = MARKS.match(shadow, start, end)
    if marks is not None and marks.end() < end:
        if marks[0].strip():
            found.append((start, start + len(marks[0].rstrip())))
        start = marks.end()
    return (*found, (start, end))


def _continues(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    line_start = text.rfind("\n", before[0], before[1]) + 1
    long_line = before[1] - max(before[0], line_start) >= WRAPPED
    return (
        gap.count("\n") == 1 and long_line and text[before[1] - 1] not in '.!?:"”’)' and text[start].islower()
    )

"""Where the paragraphs of a text begin and end."""

from __future__ import annotations

import re

BLOCK = re.compile(r"\S(?:.*\S)?")
WRAPPED = 45
"""A line at least this long that stops inside a sentence was broken by a typist or a mailer (s)."""


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


def _continues(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    line_start = text.rfind("\n", before[0], before[1]) + 1
    long_line = before[1] - max(before[0], line_start) >= WRAPPED
    return (
        gap.count("\n") == 1 and long_line and text[before[1] - 1] not in '.!?:"”’)' and text[start].islower()
    )

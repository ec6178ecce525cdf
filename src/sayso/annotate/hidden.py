"""What of a report's text the analysis does not see: furniture, but for the words of embedded posts."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model.reports import Report

Stretches = tuple[tuple[int, int], ...]
"""Offsets in one report, sorted, none overlapping."""


def find_hidden(report: Report) -> Stretches:
    """The furniture, without what the authors of embedded posts wrote."""
    shown = sorted((span.start, span.end) for post in report.posts for span in post.content)
    found: list[tuple[int, int]] = []
    for mark in report.furniture:
        start = mark.start
        for first, last in shown:
            if start < last and first < mark.end:
                found.append((start, first))
                start = last
        found.append((start, mark.end))
    return tuple((start, end) for start, end in found if report.text[start:end].strip())


def is_hidden(hidden: Stretches, start: int, end: int) -> bool:
    """Whether all of text[start:end] is hidden."""
    place = bisect_right(hidden, start, key=lambda stretch: stretch[0]) - 1
    return place >= 0 and end <= hidden[place][1]


def blanked(text: str, hidden: Stretches) -> str:
    """The text with blanks for what is hidden; same length."""
    pieces, done = [], 0
    for start, end in hidden:
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def repaired(report: Report) -> str:
    """The text with the repairs that name their own replacements; same length."""
    edits = sorted((edit.start, edit.read) for repair in report.repairs for edit in repair.edits)
    pieces, done = [], 0
    for start, read in edits:
        if start >= done:
            pieces += [report.text[done:start], read]
            done = start + len(read)
    return "".join([*pieces, report.text[done:]])

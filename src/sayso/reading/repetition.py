"""Furniture that only shows across reports: the same block in several reports of one outlet."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.model.reports import Furniture, Report, ReportStatus
from sayso.reading.furniture import merge_furniture

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FEWEST_LETTERS = 12
"""Shorter lines recur by chance (s)."""

SHORT = 90
"""Characters; a longer line with a full stop may be background that an outlet repeats (s)."""

FEWEST_FOR_PROSE = 3
"""Prose has to stand in so many reports, at their edges, to be taken for furniture (s)."""

EDGE = 3
"""Lines from either end of a report that are its edges (s)."""

SAME_REPORT = 0.3
"""Two reports that share a larger part of the shorter one are versions of one report; what they
share says nothing (s)."""

NEIGHBOURS = 6
"""Each line is compared with so many earlier reports that hold it, which keeps the work linear."""

PROSE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    report: int
    start: int
    end: int
    letters: str
    prose: bool
    edge: bool


def mark_repeated(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, in their order, with blocks that recur in reports of one outlet marked.

    Pure, and near-linear in the length of all texts. Reports without a known outlet, versions
    of one article and what is marked already are left alone; so is prose that stands in two
    reports only, or in their middles: an outlet repeats its own background.
    """
    by_outlet: dict[str, list[int]] = {}
    for place, report in enumerate(reports):
        if report.outlet and report.status is ReportStatus.READ:
            by_outlet.setdefault(_letters(report.outlet), []).append(place)
    found: dict[int, list[Furniture]] = {}
    for places in by_outlet.values():
        if len(places) > 1:
            for line in _repeated([line for place in places for line in _lines(reports[place], place)]):
                mark = Furniture(start=line.start, end=line.end, kind="repeated")
                found.setdefault(line.report, []).append(mark)
    return tuple(_marked(report, found.get(place, ())) for place, report in enumerate(reports))


def _marked(report: Report, found: Iterable[Furniture]) -> Report:
    marks = tuple(found)
    return replace(report, furniture=merge_furniture(marks, report.furniture)) if marks else report


def _lines(report: Report, place: int) -> list[_Line]:
    matches = [
        match
        for match in re.finditer(r"\S(?:.*\S)?", report.text)
        if match.start() >= report.title_end and not report.is_furniture(match.start(), match.end())
    ]
    return [
        _Line(
            report=place,
            start=match.start(),
            end=match.end(),
            letters=_letters(match[0]),
            prose=len(match[0]) > SHORT and PROSE_END.search(match[0]) is not None,
            edge=index < EDGE or index >= len(matches) - EDGE,
        )
        for index, match in enumerate(matches)
    ]


def _repeated(lines: Sequence[_Line]) -> list[_Line]:
    postings: dict[str, list[_Line]] = {}
    for line in lines:
        postings.setdefault(line.letters, []).append(line)
    sizes = Counter[int]()
    for line in lines:
        sizes[line.report] += len(line.letters)
    versions = _versions(postings, sizes)
    found = []
    for letters, same in postings.items():
        holders = _apart(dict.fromkeys(line.report for line in same), versions)
        prose = same[0].prose
        enough = len(holders) >= (FEWEST_FOR_PROSE if prose else 2)
        if enough and len(letters) >= FEWEST_LETTERS and (not prose or all(line.edge for line in same)):
            found += same
    return sorted(found, key=lambda line: (line.report, line.start))


def _versions(postings: Mapping[str, Sequence[_Line]], sizes: Mapping[int, int]) -> set[tuple[int, int]]:
    shared, lines = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    for letters, same in postings.items():
        holders = list(dict.fromkeys(line.report for line in same))
        for place, later in enumerate(holders):
            for earlier in holders[max(0, place - NEIGHBOURS) : place]:
                shared[earlier, later] += len(letters)
                lines[earlier, later] += 1
    # one line in common, however short the reports, makes no common text
    return {
        pair
        for pair, common in shared.items()
        if lines[pair] > 1 and common > SAME_REPORT * min(sizes[one] for one in pair)
    }


def _apart(holders: Iterable[int], versions: set[tuple[int, int]]) -> list[int]:
    """One of each group of versions among the reports that hold a line."""
    kept: list[int] = []
    for report in holders:
        if not any((earlier, report) in versions for earlier in kept[-NEIGHBOURS:]):
            kept.append(report)
    return kept


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())

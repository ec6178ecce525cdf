"""Text that reports share outside quotations: copies are one witness (STANDARDS 6; METER).

Sentences are compared by their runs of five words through an inverted index. Every posting
is only compared with a few postings before it, which keeps the work near-linear; a text
that many reports copy still hangs together through its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.reconcile.groups import chain, find_groups
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.reports import Report
    from sayso.model.spans import Span

RUN = 5
"""Words in a run. Five words in a row are seldom shared by chance (METER uses 5-grams among others)."""
SENTENCE_SHARE = 0.5
"""Share of the shorter sentence's runs from which on it is taken for a copy (s)."""
REPORT_SHARE = 0.4
"""Share of the shorter report's runs from which on the two are taken for one text (s)."""
NEIGHBOURS = 6
FEWEST_RUNS = 5
"""Sentences with fewer runs say too little to show copying: "X claimed responsibility for the attack"."""
FEWEST_EDITED = 12
"""Runs of three that an edited sentence needs at least; of a short one an edit leaves too little (s)."""
FEWEST_KEPT = 3
"""Runs of five that must be left in an edited sentence (s)."""

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?=\D|$)|\n|$|[.!?]+)")
QUOTED = re.compile(r"“[^”\n]{0,600}”|\"[^\"\n]{0,600}\"|«[^»\n]{0,600}»")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence of a report, with its runs of five words outside quotations."""

    span: Span
    runs: frozenset[str]

    def threes(self) -> frozenset[str]:
        """Its runs of three words; a changed word spoils fewer of them."""
        words = (run.split() for run in self.runs)
        return frozenset(" ".join(run[first : first + 3]) for run in words for first in range(RUN - 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """Two reports with copied sentences between them, and where these stand in the first one."""

    report: str
    other: str
    spans: tuple[Span, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """What the reports share.

    Attributes:
        text_of: For every report the first report that carries the same text, itself if none.
        shared: Pairs of reports with copied sentences, by report and other.
    """

    text_of: Mapping[str, str]
    shared: tuple[SharedText, ...]
    starts: Mapping[str, tuple[int, ...]]
    copies: Mapping[str, tuple[Passage | None, ...]]

    def passage_at(self, span: Span) -> Span | None:
        """The first copy of the sentence that holds a span; None if the sentence is not copied."""
        starts = self.starts.get(span.report, ())
        place = bisect_right(starts, span.start) - 1
        found = self.copies[span.report][place] if place >= 0 else None
        return found.span if found else None


def find_passages(report: Report) -> list[Passage]:
    """The sentences of a report's own text; furniture is left out."""
    text = QUOTED.sub(
        lambda match: " | " + " " * (len(match[0]) - 3) if len(match[0]) > 3 else match[0], report.text
    )
    found = []
    for match in SENTENCE.finditer(text):
        if match[0].strip() and not report.is_furniture(match.start(), match.end()):
            span = report.span(match.start(), match.end())
            found.append(Passage(span=span, runs=runs_of(match[0])))
    return found


def runs_of(text: str) -> frozenset[str]:
    """All runs of five words within the unquoted stretches of a text."""
    runs = set()
    for stretch in fold(text).split("|"):
        words = WORD.findall(stretch)
        runs |= {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    return frozenset(runs)


def find_reuse(reports: Sequence[Report]) -> Reuse:
    """Find copied sentences and copied reports; the order of the reports does not matter."""
    ordered = sorted(reports, key=lambda report: (report.file, report.id))
    passages = {report.id: find_passages(report) for report in ordered}
    everything = [passage for report in ordered for passage in passages[report.id]]
    pairs = copied_pairs(everything)
    groups = find_groups(range(len(everything)), pairs)
    sizes = Counter(groups.values())
    heads = [everything[groups[i]] if sizes[groups[i]] > 1 else None for i in range(len(everything))]
    copies: dict[str, list[Passage | None]] = {report.id: [] for report in ordered}
    for passage, head in zip(everything, heads, strict=True):
        copies[passage.span.report].append(head)
    several = Counter((everything[a].span.report, everything[b].span.report) for a, b in pairs)
    whole = same_texts(ordered, passages, copied=several)
    return Reuse(
        text_of=find_groups([report.id for report in ordered], whole),
        shared=shared_texts(everything, pairs, set(whole)),
        starts={report: tuple(p.span.start for p in found) for report, found in passages.items()},
        copies={report: tuple(found) for report, found in copies.items()},
    )


def neighbours(postings: Iterable[Sequence[int]]) -> Counter[tuple[int, int]]:
    """How many postings each pair of neighbours in them shares."""
    common: Counter[tuple[int, int]] = Counter()
    for posting in postings:
        for place, later in enumerate(posting):
            for earlier in posting[max(0, place - NEIGHBOURS) : place]:
                common[earlier, later] += 1
    return common


def copied_pairs(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Pairs of sentences in different reports of which the shorter is at least half copied.

    A sentence in which words were changed here and there keeps few runs of five; if it keeps some, its
    runs of three decide.
    """

    @cache
    def threes(place: int) -> frozenset[str]:
        return passages[place].threes()

    def is_edited(a: int, b: int) -> bool:
        fewest = min(len(threes(a)), len(threes(b)))
        return fewest >= FEWEST_EDITED and len(threes(a) & threes(b)) / fewest >= SENTENCE_SHARE

    postings: dict[str, list[int]] = {}
    for place, passage in enumerate(passages):
        for run in passage.runs:
            postings.setdefault(run, []).append(place)
    found = []
    for (a, b), common in neighbours(postings.values()).items():
        shorter = min(len(passages[a].runs), len(passages[b].runs))
        if passages[a].span.report == passages[b].span.report or shorter < FEWEST_RUNS:
            continue
        if common / shorter >= SENTENCE_SHARE or (common >= FEWEST_KEPT and is_edited(a, b)):
            found.append((a, b))
    return sorted(found)


def same_texts(
    reports: Sequence[Report],
    passages: Mapping[str, Sequence[Passage]],
    *,
    copied: Mapping[tuple[str, str], int],
) -> list[tuple[str, str]]:
    """Pairs of reports that carry one text: word for word, or a large share of the shorter one.

    Args:
        reports: In their order.
        passages: The sentences of each report.
        copied: How many sentences each pair shares. One alone makes no common text, however
            short the reports are.
    """
    runs = [frozenset[str]().union(*(p.runs for p in passages[report.id])) for report in reports]
    postings: dict[str, list[int]] = {}
    for place, found in enumerate(runs):
        for run in found:
            postings.setdefault(run, []).append(place)
    pairs = []
    for (a, b), common in sorted(neighbours(postings.values()).items()):
        pair = (reports[a].id, reports[b].id)
        if copied.get(pair, 0) > 1 and common / min(len(runs[a]), len(runs[b])) >= REPORT_SHARE:
            pairs.append(pair)
    equal: dict[str, list[str]] = {}
    for report in reports:
        if report.text.strip():
            equal.setdefault(" ".join(WORD.findall(fold(report.text))), []).append(report.id)
    return pairs + [pair for block in equal.values() for pair in chain(block)]


def shared_texts(
    passages: Sequence[Passage], pairs: Iterable[tuple[int, int]], whole: set[tuple[str, str]]
) -> tuple[SharedText, ...]:
    """The copied sentences by pair of reports, seen from each side."""
    spans: dict[tuple[str, str], set[Span]] = {}
    for a, b in pairs:
        first, second = passages[a].span, passages[b].span
        spans.setdefault((first.report, second.report), set()).add(first)
        spans.setdefault((second.report, first.report), set()).add(second)
    return tuple(
        SharedText(
            report=report, other=other, spans=tuple(sorted(found)),
            whole=(report, other) in whole or (other, report) in whole,
        )
        for (report, other), found in sorted(spans.items())
    )  # fmt: skip

"""Figures by origin, report and time, each as a stretch on one scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sayso.model.values import Count, Measure
from sayso.render.anchors import span_anchor
from sayso.render.lookup import speaker
from sayso.render.phrases import day_words, number_words, plain, sentence_case, shortened, value_words
from sayso.render.topics import topic_of
from sayso.render.view import Link
from sayso.render.voices import published_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import Finding
    from sayso.render.lookup import Lookup
    from sayso.render.view import Point

LEFT, RIGHT = 3.0, 97.0
"""Per cent of the width between which numbers are drawn."""
OPEN = 88.0
"""Where numbers end if one is open: what lies beyond is the arrow."""
MOST_TICKS = 6
TICK_LETTER = 2.4
"""Per cent of the width that a letter on the axis takes where the picture is narrow."""
LATEST = "9999"
"""Sorts what has no date behind what has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A number on the scale and where it stands, in per cent of the width."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure in one report.

    Attributes:
        day: The day it is given for or, failing that, on which the report came out; may be empty.
        left, right: Its ends in per cent of the width.
        covered: Whether a firmer or later figure takes its place.
    """

    day: str
    outlet: Link
    words: str
    left: float
    right: float
    open_high: bool
    covered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Figures of one origin, the earliest first."""

    origin: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePlot:
    """All figures that answer one question."""

    number: int
    title: str
    ticks: tuple[Tick, ...]
    best: float | None
    best_words: str
    groups: tuple[FigureGroup, ...]


def range_plots(points: Iterable[Point], lookup: Lookup) -> tuple[RangePlot, ...]:
    """A plot for every question that is answered by two or more different numbers of one unit."""
    found = (_plot(point, lookup.findings[point.id], lookup) for point in points)
    return tuple(plot for plot in found if plot)


def _plot(point: Point, finding: Finding, lookup: Lookup) -> RangePlot | None:
    numbers = [value.value for value in finding.values if isinstance(value.value, (Count, Measure))]
    ends = sorted({end for one in numbers for end in (one.lo, one.hi) if end is not None})
    units = {getattr(one, "unit", "") for one in numbers}
    if not 1 < len(numbers) == len(finding.values) or len(units) != 1 or len(ends) < 2:
        return None
    high = OPEN if any(one.hi is None for one in numbers) else RIGHT
    place = partial(_place, low=ends[0], top=ends[-1], width=high - LEFT)
    best = finding.best if finding.best is not None and ends[0] <= finding.best <= ends[-1] else None
    return RangePlot(
        number=point.number,
        title=sentence_case(topic_of(finding)),
        ticks=tuple(Tick(at=place(end), text=number_words(end)) for end in _thinned(ends, place)),
        best=None if best is None else place(best),
        best_words="" if best is None else number_words(best),
        groups=_groups(finding, lookup, place),
    )


def _thinned(ends: Sequence[float], place: partial[float]) -> list[float]:
    """The numbers that find room on the axis; lowest and highest always do."""
    room = max(100 / (MOST_TICKS * 2), TICK_LETTER * max(len(number_words(end)) for end in ends))
    kept = [ends[0]]
    for end in ends[1:-1]:
        if place(end) - place(kept[-1]) > room and place(ends[-1]) - place(end) > room:
            kept.append(end)
    return [*kept, ends[-1]]


def _groups(finding: Finding, lookup: Lookup, place: partial[float]) -> tuple[FigureGroup, ...]:
    by_claim = {claim: origin for origin in lookup.dossier.origins for claim in origin.claims}
    groups: dict[str, list[tuple[str, Figure]]] = {}
    names: dict[str, str] = {}
    for value in finding.values:
        for claim in lookup.claims_of(value):
            origin = by_claim.get(claim.id)
            key = origin.id if origin else claim.id
            names.setdefault(key, shortened(plain(speaker(claim) or lookup.report_of(claim).name)))
            groups.setdefault(key, []).append(
                (_day(claim, lookup), _figure(claim, lookup, place, votes=value.votes))
            )
    sorted_groups = [
        (min(day for day, _ in figures), names[key], sorted(figures, key=lambda one: (one[0], one[1].left)))
        for key, figures in groups.items()
    ]
    sorted_groups.sort(key=lambda one: (one[0], one[1]))
    return tuple(
        FigureGroup(origin=name, figures=_once(figure for _, figure in figures))
        for _, name, figures in sorted_groups
    )


def _once(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures without those that a report gives again."""
    first: dict[tuple[str, str, str], Figure] = {}
    for one in figures:
        first.setdefault((one.outlet.text, one.day, one.words), one)
    return tuple(first.values())


def _day(claim: Claim, lookup: Lookup) -> str:
    published = lookup.report_of(claim).published
    return claim.as_of or (published.earliest.isoformat() if published else LATEST)


def _figure(claim: Claim, lookup: Lookup, place: partial[float], *, votes: bool) -> Figure:
    value, report = claim.value, lookup.report_of(claim)
    assert isinstance(value, (Count, Measure))  # noqa: S101 - all values of a plot are numbers
    day = f"as of {day_words(claim.as_of, claim.as_of)}" if claim.as_of else published_words(report)
    left = place(value.lo)
    return Figure(
        day=day,
        outlet=Link(text=shortened(plain(report.name)), target=span_anchor(claim.spans[0], lookup)),
        words=value_words(value, wording=claim.wording),
        left=left,
        right=RIGHT if value.hi is None else place(value.hi),
        open_high=value.hi is None,
        covered=not votes,
    )


def _place(number: float, *, low: float, top: float, width: float) -> float:
    return round(LEFT + width * (number - low) / (top - low), 2)

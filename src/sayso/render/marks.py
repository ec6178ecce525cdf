"""Cited words marked in a report's text, each with an anchor and the way back to its points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from sayso.render.anchors import range_anchor
from sayso.render.segments import Block, Range, cut
from sayso.render.utterances import quoted_spans
from sayso.render.versions import linked_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.dossier import Dossier
    from sayso.model.entities import EntityMention
    from sayso.model.spans import Span
    from sayso.render.lookup import Lookup

Notes = dict[Range, tuple[int, ...]]
"""The points that cite a stretch of one report's text; none if it is only referred to."""
CLOSE = Markup("</mark>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What to mark in one report.

    Attributes:
        anchors: For each range that is drawn, its anchor.
        notes: For each range that is drawn, the points that cite it.
    """

    anchors: Mapping[Range, str]
    notes: Mapping[Range, tuple[int, ...]]


def find_cited(lookup: Lookup, numbers: Mapping[str, int]) -> dict[str, Notes]:
    """Every stretch of text that the page leads to, by report, with the points that cite it.

    Args:
        lookup: The dossier.
        numbers: The number on the page of each finding shown.
    """
    cited: dict[str, Notes] = {report: {} for report in lookup.reports}
    for span in _referred(lookup.dossier):
        cited.get(span.report, {}).setdefault((span.start, span.end), ())
    for claim in lookup.claims.values():
        for span in claim.spans:
            cited.get(span.report, {}).setdefault((span.start, span.end), ())
    for finding in lookup.dossier.findings:
        number = numbers.get(finding.id)
        for value in finding.values if number else ():
            for claim in lookup.claims_of(value):
                span = claim.spans[0]
                notes, place = cited[span.report], (span.start, span.end)
                notes[place] = tuple(sorted({*notes[place], number or 0}))
    return cited


def make_marks(notes: Notes, number: int) -> Marks:
    """The ranges to draw in the report with this number.

    Cited words stay in one piece: what is only referred to gives way where the two cross.
    """
    cited = [one for one, points in notes.items() if points]
    drawn = {one: one for one in cited}
    for one in (one for one, points in notes.items() if not points):
        fitted = _fitted(one, cited)
        drawn[one if fitted in notes or fitted in drawn else fitted] = one
    return Marks(
        anchors={here: range_anchor(number, one) for here, one in drawn.items()},
        notes={here: notes[one] for here, one in drawn.items()},
    )


def mark_blocks(text: str, layout: Sequence[Block], marks: Marks) -> tuple[Markup, ...]:
    """The blocks of a text as escaped markup, a mark round every range, each anchored once."""
    placed: set[Range] = set()
    found = []
    for block in layout:
        found.append(_marked(text, block, marks, placed))
        placed |= {one for one in marks.notes if one[0] < block.end and block.start < one[1]}
    return tuple(found)


def _fitted(one: Range, cited: Iterable[Range]) -> Range:
    """The range without what it shares with cited ranges that cross it."""
    start, end = one
    for left, right in cited:
        if start < left < end < right:
            end = left
        elif left < start < right < end:
            start = right
    return start, end


def _referred(dossier: Dossier) -> Iterable[Span]:
    """Words that names, the timeline and borrowings lead to."""
    for entity in dossier.entities:
        yield from (mention.span for mention in _first_mentions(entity.mentions))
        yield from (span for role in entity.roles for span in role.spans[:1])
        yield from (span for relation in entity.relations for span in relation.spans[:1])
    for entry in (*dossier.timeline, *dossier.undated):
        yield from {span.report: span for span in sorted(entry.spans, key=lambda one: -one.start)}.values()
    for edge in dossier.outlets:
        yield from edge.spans
    for reaction in dossier.reactions:
        yield from reaction.spans
    yield from linked_spans(dossier)
    yield from quoted_spans(dossier)


def _first_mentions(mentions: Sequence[EntityMention]) -> Iterable[EntityMention]:
    first: dict[str, EntityMention] = {}
    for mention in sorted(mentions, key=lambda one: one.span.start):
        first.setdefault(mention.span.report, mention)
    return first.values()


def _marked(text: str, block: Block, marks: Marks, placed: set[Range]) -> Markup:
    """One block; a range that was anchored in an earlier block gets no second anchor."""
    parts: list[Markup] = []
    open_now: tuple[Range, ...] = ()
    opened = set(placed)
    due: list[int] = []
    for segment in cut(tuple(marks.notes), start=block.start, end=block.end):
        kept = _shared(open_now, segment.ranges)
        parts += [CLOSE] * (len(open_now) - kept)
        if not any(marks.notes[one] for one in segment.ranges if one in open_now):
            parts.append(_back(due))
            due = []
        for one in segment.ranges[kept:]:
            parts.append(_open(one, marks, first=one not in opened))
            due += [point for point in marks.notes[one] if one not in opened and point not in due]
            opened.add(one)
        parts.append(escape(text[segment.start : segment.end]))
        open_now = segment.ranges
    return Markup("").join([*parts, *[CLOSE] * len(open_now), _back(due)])


def _shared(open_now: Sequence[Range], wanted: Sequence[Range]) -> int:
    """How many of the open ranges, from the outside, stay open."""
    kept = 0
    while kept < min(len(open_now), len(wanted)) and open_now[kept] == wanted[kept]:
        kept += 1
    return kept


def _open(one: Range, marks: Marks, *, first: bool) -> Markup:
    kind = "cited" if marks.notes[one] else "named"
    attribute = "id" if first else "data-of"
    return Markup('<mark class="{}" {}="{}">').format(kind, attribute, marks.anchors[one])


def _back(points: Sequence[int]) -> Markup:
    """Small numbers that lead from cited words back to the points that cite them."""
    links = (
        Markup('<a href="#p{0}" aria-label="Back to point {0}">{0}</a>').format(point) for point in points
    )
    return Markup('<sup class="back">{}</sup>').format(Markup(" ").join(links)) if points else Markup("")

"""Names for the places on the page that words lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.render.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.model.spans import Span
    from sayso.render.lookup import Lookup
    from sayso.render.segments import Range


def report_anchor(number: int) -> str:
    """The anchor of the report with this place in the dossier, counted from 1."""
    return f"r{number}"


def range_anchor(number: int, found: Range) -> str:
    """The anchor of a stretch of that report's text."""
    return f"r{number}-{found[0]}-{found[1]}"


def span_anchor(span: Span, lookup: Lookup) -> str | None:
    """The anchor of the words of a span; None if its report is not in the dossier."""
    number = lookup.numbers.get(span.report)
    return range_anchor(number, (span.start, span.end)) if number else None


def outlet_links(spans: Iterable[Span], lookup: Lookup) -> tuple[Link, ...]:
    """A link to the first of these spans in each report, called by its outlet."""
    first: dict[str, Span] = {}
    for span in sorted(spans, key=lambda one: one.start):
        if span.report in lookup.reports:
            first.setdefault(span.report, span)
    order: Mapping[str, int] = lookup.numbers
    return tuple(
        Link(text=lookup.reports[report].name, target=span_anchor(span, lookup))
        for report, span in sorted(first.items(), key=lambda pair: order[pair[0]])
    )

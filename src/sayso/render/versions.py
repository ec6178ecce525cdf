"""Reports that carry one text: versions with what changed, copies, duplicates, translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.render.anchors import span_anchor
from sayso.render.phrases import plain
from sayso.render.view import Change, Link, Version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.dossier import Dossier
    from sayso.model.links import ReportLink, WordingChange
    from sayso.model.reports import Report
    from sayso.model.spans import Span
    from sayso.render.lookup import Lookup

HOW = {
    "duplicate": "is word for word the same as",
    "revision": "is an earlier version of",
    "undated": "is another version of",
    "copy": "shares most of its text with",
    "translation": "was read in the English text",
}
LONGEST = 300
"""Characters of a changed passage that the page shows."""


def versions(lookup: Lookup) -> tuple[Version, ...]:
    """The links between reports, in the dossier's order."""
    return tuple(
        _version(one, lookup)
        for one in lookup.dossier.links
        if one.a in lookup.reports and one.b in lookup.reports
    )


def linked_spans(dossier: Dossier) -> Iterable[Span]:
    """The words that the links lead to: the first shared passage in each report, and all changes."""
    for one in dossier.links:
        yield from _first(one)
        for change in one.changes:
            yield from (span for span in (change.before, change.after) if span is not None)


def _version(one: ReportLink, lookup: Lookup) -> Version:
    a, b = lookup.reports[one.a], lookup.reports[one.b]
    dated = a.published is not None and b.published is not None and a.published.latest < b.published.earliest
    changed = a.updated is not None and b.updated is not None and a.updated.latest < b.updated.earliest
    how = "undated" if one.kind == "revision" and not (dated or changed) else one.kind
    return Version(
        a=_name(a),
        how=HOW[how],
        b=_name(b),
        why=one.why,
        places=tuple(
            Link(text=lookup.reports[span.report].name, target=span_anchor(span, lookup))
            for span in _first(one)
        ),
        changes=tuple(_change(change, lookup) for change in one.changes),
    )


def _first(one: ReportLink) -> tuple[Span, ...]:
    first: dict[str, Span] = {}
    for span in one.passages:
        first.setdefault(span.report, span)
    return tuple(first.values())


def _name(report: Report) -> str:
    return f"{plain(report.name)} ({plain(report.file)})"


def _change(change: WordingChange, lookup: Lookup) -> Change:
    return Change(before=_words(change.before, lookup), after=_words(change.after, lookup))


def _words(span: Span | None, lookup: Lookup) -> Link | None:
    if span is None:
        return None
    text = plain(span.text)
    return Link(
        text=text if len(text) <= LONGEST else f"{text[:LONGEST]} …", target=span_anchor(span, lookup)
    )

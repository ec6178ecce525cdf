"""Which reports are one text: duplicates, versions of one article, copies in other outlets, translations.

Rests on the shared sentences that `reuse` finds through its index, so that nothing is compared
twice and the work stays near-linear in the number of reports.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from sayso.model.links import ReportLink, WordingChange
from sayso.reconcile.groups import chain
from sayso.reconcile.outlets import is_earlier
from sayso.reconcile.phrases import fold, word_list
from sayso.reconcile.reuse import find_passages
from sayso.reconcile.speakers import outlet_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sayso.model.reports import Report
    from sayso.model.spans import Span
    from sayso.reconcile.reuse import Reuse, SharedText

MOST_SENTENCES = 2000
"""Of longer texts only the beginnings are compared sentence by sentence."""

WHY = {
    "duplicate": "The two texts are word for word the same.",
    "revision": "One outlet, one article: most of the text is the same.",
    "address": "One address: the page was changed.",
    "copy": "Most of the shorter text stands in the other outlet's report too.",
    "translation": "An English text was supplied for this report.",
}

Pair = tuple[str, str]


def reconcile_links(reports: Sequence[Report], reuse: Reuse) -> tuple[ReportLink, ...]:
    """Links between reports that carry one text, by the files of the two.

    The earlier report comes first where that is certain from the dates of publication or
    change; else the first by file.
    """
    known = {report.id: report for report in reports}
    shared = {(one.report, one.other): one for one in reuse.shared}
    pairs = dict.fromkeys(
        _ordered(a, b, known)
        for a, b in (
            *((one.report, one.other) for one in reuse.shared if one.whole),
            *_same(reports, lambda report: _words(report.text)),
            *_same(reports, lambda report: report.url or ""),
            *((one.translated_from, one.id) for one in reports if one.translated_from in known),
        )
    )
    return tuple(
        _link(known[a], known[b], (*_spans(shared, a, b), *_spans(shared, b, a)))
        for a, b in sorted(pairs, key=lambda pair: (known[pair[0]].file, known[pair[1]].file, pair))
    )


def find_changes(a: Report, b: Report) -> tuple[WordingChange, ...]:
    """The sentences in which two versions of a text differ, in the order of the second."""
    first, second = _sentences(a), _sentences(b)
    matcher = SequenceMatcher(
        None, [_words(span.text) for span in first], [_words(span.text) for span in second], autojunk=False
    )
    return tuple(
        WordingChange(before=_joined(a, first[i:j]), after=_joined(b, second[m:n]))
        for tag, i, j, m, n in matcher.get_opcodes()
        if tag != "equal"
    )


def _link(a: Report, b: Report, passages: tuple[Span, ...]) -> ReportLink:
    kind, why = _kind(a, b)
    changes = find_changes(a, b) if kind == "revision" else ()
    return ReportLink(a=a.id, b=b.id, kind=kind, why=WHY[why], passages=passages, changes=changes)


def _kind(a: Report, b: Report) -> tuple[str, str]:
    if a.id == b.translated_from:
        return "translation", "translation"
    if _words(a.text) == _words(b.text):
        return "duplicate", "duplicate"
    if a.outlet and b.outlet and outlet_key(a.outlet) == outlet_key(b.outlet):
        return "revision", "revision"
    if a.url and a.url == b.url:
        return "revision", "address"
    return "copy", "copy"


def _ordered(a: str, b: str, known: Mapping[str, Report]) -> Pair:
    if known[b].translated_from == a:
        return a, b
    by_file = sorted((a, b), key=lambda one: (known[one].file, one))
    first, second = (known[one] for one in by_file)
    later = is_earlier(second, first) or (not is_earlier(first, second) and _is_changed_before(second, first))
    return (by_file[1], by_file[0]) if later else (by_file[0], by_file[1])


def _is_changed_before(a: Report, b: Report) -> bool:
    return a.updated is not None and b.updated is not None and a.updated.latest < b.updated.earliest


def _same(reports: Iterable[Report], key: Callable[[Report], str]) -> list[Pair]:
    found: dict[str, list[str]] = {}
    for report in reports:
        if report.text.strip() and key(report):
            found.setdefault(key(report), []).append(report.id)
    return [pair for same in found.values() for pair in chain(same)]


def _spans(shared: Mapping[Pair, SharedText], report: str, other: str) -> tuple[Span, ...]:
    found = shared.get((report, other))
    return found.spans if found else ()


def _sentences(report: Report) -> list[Span]:
    found = []
    for passage in find_passages(report)[:MOST_SENTENCES]:
        words = passage.span.text
        start = passage.span.start + len(words) - len(words.lstrip())
        found.append(report.span(start, start + len(words.strip())))
    return found


def _joined(report: Report, spans: Sequence[Span]) -> Span | None:
    return report.span(spans[0].start, spans[-1].end) if spans else None


def _words(text: str) -> str:
    return " ".join(word_list(fold(text)))

"""The reports in full, with the cited words marked and led back to their points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.reports import ReportStatus
from sayso.render.anchors import report_anchor
from sayso.render.marks import Notes, make_marks, mark_blocks
from sayso.render.phrases import plain
from sayso.render.view import FullText, Paragraph
from sayso.render.voices import published_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.model.reports import MetadataEvidence, Report
    from sayso.render.lookup import Lookup

WEB_ADDRESS = re.compile(r"https?://[\w.\-]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
EVIDENCE = {
    "supplied": "as supplied with the report",
    "metadata": "from the page’s metadata",
    "dateline": "from the dateline",
    "url": "from the address",
}
STATUS_WORDS = {
    ReportStatus.READ: "",
    ReportStatus.NOT_ANALYSED: "Kept, not analysed",
    ReportStatus.UNREADABLE: "Could not be read",
}


def full_texts(lookup: Lookup, cited: Mapping[str, Notes] | None) -> tuple[FullText, ...]:
    """Every report in the dossier's order, with its cited words marked; without its text for None."""
    return tuple(
        _full_text(report, lookup, None if cited is None else cited.get(report.id, {}))
        for report in lookup.dossier.reports
    )


def web_address(url: str | None) -> str | None:
    """The address if it is one that a browser may follow: http or https, and nothing else."""
    return url if url and WEB_ADDRESS.fullmatch(url) else None


def _full_text(report: Report, lookup: Lookup, notes: Notes | None) -> FullText:
    number = lookup.numbers[report.id]
    return FullText(
        id=report_anchor(number),
        number=number,
        name=plain(report.name),
        title=plain(report.title or "Untitled report"),
        published=_published(report),
        author=report.author,
        facts=tuple((label, text) for label, text in _facts(report, lookup) if text),
        url=web_address(report.url),
        sha256=report.raw_sha256,
        language=report.language,
        problems=report.problems,
        status=STATUS_WORDS[report.status],
        paragraphs=() if notes is None else _paragraphs(report, lookup, notes),
    )


def _published(report: Report) -> str:
    when = published_words(report)
    if report.published is None or not when:
        return "No date found"
    return f"{when} ({EVIDENCE.get(report.published.evidence, report.published.evidence)})"


def _facts(report: Report, lookup: Lookup) -> Iterable[tuple[str, str]]:
    original = lookup.reports.get(report.translated_from or "")
    english = [one.file for one in lookup.dossier.reports if one.translated_from == report.id]
    yield "Language", {"en": "English"}.get(report.language or "", report.language or "not told")
    yield "Translated from", original.file if original else ""
    yield "English text", ", ".join(english)
    yield "Updated", report.updated.value if report.updated else ""
    yield "Dateline", report.dateline.span.text if report.dateline else ""
    yield "Address", "" if web_address(report.url) else report.url or ""
    yield "File", report.file
    yield "The same file at", ", ".join(report.also_at)
    yield "What it says of itself", "; ".join(_evidence_words(one) for one in report.evidence)
    yield "Read differently", " ".join(f"{one.note} ({one.places})" for one in report.repairs)


def _evidence_words(one: MetadataEvidence) -> str:
    return f"{one.field} {one.value} ({one.found_in}{'' if one.chosen else ', not used'})"


def _paragraphs(report: Report, lookup: Lookup, notes: Notes) -> tuple[Paragraph, ...]:
    layout = lookup.paragraphs[report.id]
    marked = mark_blocks(report.text, layout, make_marks(notes, lookup.numbers[report.id]))
    return tuple(
        Paragraph(kind=block.kind, markup=markup) for block, markup in zip(layout, marked, strict=True)
    )

"""Lists what was read and what was checked: a table for people, JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.model.reports import Report
    from sayso.pipeline.verify import VerifyResult

HEADINGS = ("file", "type", "captured", "outlet", "title", "date", "lang", "furniture", "remarks")
WIDEST = (40, 24, 16, 24, 48, 21, 4, 14, 10**6)  # the remarks come last, so they need no cut
SHORT_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
    "application/vnd.oasis.opendocument.text": "OpenDocument text",
    "application/octet-stream": "-",
}
"""What media types too long for the table are called there."""

NONE = "-"  # what the table shows where nothing is known


def list_reports(reports: Sequence[Report]) -> str:
    """A table with one line for each report: what was found, and what is to be remarked.

    Remarks are what is wrong with a report, and where else the very same file stands.
    The furniture column gives how many parts of the page were set aside as not being the
    report, and their length in characters.
    """
    rows = [HEADINGS, *(_row(report) for report in reports)]
    cut = [tuple(_cut(cell, most) for cell, most in zip(row, WIDEST, strict=True)) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*cut, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cut)
    return "\n".join(line.rstrip() for line in lines)


def list_reports_as_json(reports: Iterable[Report]) -> str:
    """The same as a JSON array; None where nothing is known, the text itself left out."""
    return json.dumps([_record(report) for report in reports], ensure_ascii=False, indent=2)


def list_checks(result: VerifyResult) -> str:
    """What was checked, then one line for each thing that does not hold."""
    checked = (
        f"{result.reports} reports, {result.spans} quoted spans and {result.references} references checked: "
        f"{f'{len(result.broken)} broken' if result.broken else 'all hold'}."
    )
    return "\n".join([checked, *result.notes, *(str(broken) for broken in result.broken)])


def list_checks_as_json(result: VerifyResult) -> str:
    """The same as a JSON object."""
    return json.dumps({"holds": bool(result), **asdict(result)}, ensure_ascii=False, indent=2)


def _record(report: Report) -> dict[str, object]:
    published = report.published
    return {
        "file": report.file,
        "status": report.status.value,
        "outlet": report.outlet,
        "title": report.title,
        "author": report.author,
        "published": published and asdict(published),
        "updated": report.updated and asdict(report.updated),
        "dateline": report.dateline and asdict(report.dateline),
        "evidence": [asdict(one) for one in report.evidence],
        "url": report.url,
        "language": report.language,
        "media_type": report.media_type,
        "size": report.size,
        "captured": report.captured,
        "acquired": report.acquired,
        "container_sha256": report.container_sha256,
        "raw_sha256": report.raw_sha256,
        "text_sha256": report.text_sha256,
        "characters": len(report.text),
        "furniture": [
            {
                "start": mark.start,
                "end": mark.end,
                "kind": mark.kind,
                "text": report.text[mark.start : mark.end],
            }
            for mark in report.furniture
        ],
        "posts": [asdict(one) for one in report.posts],
        "entries": [asdict(one) for one in report.entries],
        "repairs": [asdict(one) for one in report.repairs],
        "also_at": list(report.also_at),
        "translated_from": report.translated_from,
        "problems": list(report.problems),
    }


def _row(report: Report) -> tuple[str, ...]:
    characters = sum(mark.end - mark.start for mark in report.furniture)
    return (
        report.file,
        SHORT_TYPES.get(report.media_type, report.media_type),
        report.captured or NONE,
        report.outlet or NONE,
        report.title or NONE,
        report.published.value if report.published else NONE,
        report.language or NONE,
        f"{len(report.furniture)} / {characters}",
        " ".join((*report.problems, *_copies(report))) or NONE,
    )


def _copies(report: Report) -> Iterator[str]:
    if report.also_at:
        yield f"The same file at {', '.join(report.also_at)}."


def _cut(cell: str, most: int) -> str:
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in cell).split())
    return line if len(line) <= most else f"{line[: most - 3]}..."

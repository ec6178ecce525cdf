"""Lists who says what in each report: a table for people, CSV and JSON Lines for programs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.claims import SourceKind
from sayso.pipeline.run import run_analysis, run_reading
from sayso.render.tables import write_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.model.claims import Attribution
    from sayso.model.reports import Report
    from sayso.model.spans import Span
    from sayso.pipeline.run import Analysed, Progress
    from sayso.reading import Original

COLUMNS = (
    *("file", "outlet", "speaker", "named", "speaker_kind", "speaker_words", "verb", "quotation", "kind"),
    *("stance", "tense", "speaker_holds", "author_holds", "chain", "speaker_offsets", "verb_offsets"),
    *("quotation_offsets", "rule", "id", "within"),
)
HEADINGS = ("offsets", "speaker", "verb", "quotation", "kind", "stance", "chain")
WIDEST = (13, 32, 24, 72, 8, 10, 60)
LINK = " > "
"""Stands between the links of a chain, from the outlet in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The attributions of one report.

    Attributes:
        report: With the reason among its problems if it could not be used.
        attributions: In text order; empty for a report that was not used.
    """

    report: Report
    attributions: tuple[Attribution, ...]


def run_quotations(
    originals: Sequence[Original], *, jobs: int = 1, progress: Progress | None = None
) -> tuple[Quoted, ...]:
    """Read every report and find who says what in it.

    Args:
        originals: From ``find_reports``.
        jobs: How many processes work; the result is the same for any number.
        progress: Called after each report; None to be told nothing.
    """
    return tuple(_quoted(one) for one in run_analysis(run_reading(originals), jobs=jobs, progress=progress))


def _quoted(analysed: Analysed) -> Quoted:
    found = () if analysed.extraction is None else analysed.extraction.attributions
    return Quoted(report=analysed.report, attributions=found)


def list_quotations(found: Iterable[Quoted]) -> str:
    """A table for each report, long cells cut; reports that could not be used with their reason."""
    return "\n\n".join("\n".join(_table(one)) for one in found)


def list_quotations_as_csv(found: Iterable[Quoted]) -> str:
    """One row for each attribution, all columns, nothing cut.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it; offsets
    are ``start-end`` in code points of the report's text, end excluded.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for record in _records(found):
        writer.writerow([_cell(record[column]) for column in COLUMNS])
    return out.getvalue().rstrip("\n")


def list_quotations_as_json_lines(found: Iterable[Quoted]) -> str:
    """One JSON object on a line for each attribution; offsets as pairs, None where there is nothing."""
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in _records(found))


def _records(found: Iterable[Quoted]) -> Iterator[dict[str, object]]:
    for one in found:
        by_id = {attribution.id: attribution for attribution in one.attributions}
        for attribution in one.attributions:
            yield {
                "file": one.report.file,
                "outlet": one.report.outlet,
                "speaker": _speaker(attribution),
                "named": attribution.source.named,
                "speaker_kind": attribution.source.kind.value,
                "speaker_words": _words(attribution.source.spans),
                "verb": _words(attribution.cue),
                "quotation": _words(attribution.content),
                "kind": attribution.kind,
                "stance": attribution.stance.value,
                "tense": attribution.tense.value,
                "speaker_holds": attribution.value.value,
                "author_holds": attribution.author_value.value,
                "chain": [_speaker(by_id[link]) for link in attribution.chain],
                "speaker_offsets": _offsets(attribution.source.spans),
                "verb_offsets": _offsets(attribution.cue),
                "quotation_offsets": _offsets(attribution.content),
                "rule": attribution.rule,
                "id": attribution.id,
                "within": attribution.parent,
            }


def _speaker(attribution: Attribution) -> str | None:
    """What the speaker is called; None where the text names nobody."""
    source = attribution.source
    return None if source.kind is SourceKind.NONE else source.description


def _words(spans: Sequence[Span]) -> str | None:
    return " … ".join(span.text for span in spans) or None


def _offsets(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        pairs = all(isinstance(one, list) for one in value)
        parts = ["-".join(map(str, one)) if pairs else str(one or "?") for one in value]
        return write_cell((";" if pairs else LINK).join(parts))
    return write_cell(str(value))


def _table(one: Quoted) -> Iterator[str]:
    outlet = f" ({one.report.outlet})" if one.report.outlet else ""
    yield f"{one.report.file}{outlet}: {len(one.attributions)} attributions"
    for problem in one.report.problems:
        yield f"  {problem}"
    rows = [HEADINGS, *(_row(record) for record in _records([one]))]
    if len(rows) == 1:
        return
    cut = [[_cut(cell, most) for cell, most in zip(row, WIDEST, strict=True)] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*cut, strict=True)]
    for row in cut:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(record: dict[str, object]) -> tuple[str, ...]:
    offsets = record["quotation_offsets"]
    chain = record["chain"]
    assert isinstance(offsets, list)  # noqa: S101 - tells the type checker
    assert isinstance(chain, list)  # noqa: S101 - as above
    return (
        f"{offsets[0][0]}-{offsets[-1][1]}",
        str(record["speaker"] or "(nobody named)"),
        str(record["verb"] or "-"),
        str(record["quotation"]),
        str(record["kind"]),
        str(record["stance"]),
        LINK.join(str(link or "?") for link in chain) if len(chain) > 1 else "-",
    )


def _cut(cell: str, most: int) -> str:
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in cell).split())
    return line if len(line) <= most else f"{line[: most - 3]}..."

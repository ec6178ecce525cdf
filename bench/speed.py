"""Measure the whole pipeline against the bare language model on the same texts.

    python bench/speed.py [REPORTS ...] [--reports N] [--json FILE]

REPORTS are folders of reports, or JSON Lines files whose lines hold a ``text`` or a list of
``documents`` with a ``text`` each. Without any, the clusters and incidents beside the project are
used where they are, else the invented example. Texts are repeated until there are N.

Slices of the reports go through the bare model and through sayso in turn, so that whatever else
the machine does in that minute falls on both. The bare model parses the same paragraphs with the
same components in one stream; sayso reads, annotates, extracts, reconciles and renders.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections import defaultdict
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from sayso import __version__
from sayso.annotate import load_annotator, load_language
from sayso.annotate.paragraphs import find_paragraphs
from sayso.extract import extract_report
from sayso.model.reports import ReportStatus
from sayso.reading import Original, find_originals, read_report
from sayso.reconcile import reconcile
from sayso.render import render_html, render_json, render_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sayso.model.dossier import Dossier
    from sayso.model.extraction import Extraction
    from sayso.model.layers import Layers
    from sayso.model.reports import Report

ROOT = Path(__file__).parent.parent
DATA = ROOT.parent / "shared" / "data"
DEFAULT = (DATA / "clusters", DATA / "clusters-unannotated", DATA / "incidents-us" / "dev.jsonl")
Inputs = ParamSpec("Inputs")
Result = TypeVar("Result")
SLICE = 10  # reports that go through one side before the other has its turn
STARTS = 5  # the quickest of so many starts is the program's own time


def main() -> None:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description="Time the whole pipeline against the bare language model.")
    parser.add_argument("paths", metavar="REPORTS", nargs="*", type=Path, help="folders, or JSON Lines files")
    parser.add_argument(
        "--reports", metavar="N", type=int, default=200, help="how many reports (default: 200)"
    )
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the numbers there")
    options = parser.parse_args()
    chosen = options.paths or [path for path in DEFAULT if path.exists()] or [ROOT / "examples"]
    measured = measure(find_texts(chosen, most=options.reports))
    print(f"{'reports from':24} {', '.join(path.name for path in chosen)}")
    for name, number in measured.items():
        print(f"{name:24} {number:,}")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


def find_texts(paths: Sequence[Path], *, most: int) -> list[Original]:
    """So many reports from these places, in order, the first again where there are too few."""
    found = list(islice((original for path in paths for original in _open(path)), most))
    if not found:
        sys.exit("no report was found; name a folder of .txt files or a .jsonl file")
    again = (
        Original(file=f"{lap}/{original.file}", raw=original.raw, meta=original.meta, error=None)
        for lap, original in zip(_laps(len(found)), cycle(found), strict=False)
    )
    return list(islice(again, most))


def measure(originals: Sequence[Original]) -> dict[str, float]:
    """Seconds for each stage and for the bare model, and what follows from them."""
    spent: defaultdict[str, float] = defaultdict(float)
    _timed(spent, "load", load_annotator)
    reports: list[Report] = []
    extractions: list[Extraction] = []
    for first in range(0, len(originals), SLICE):
        batch = _timed(spent, "read", _read, originals[first : first + SLICE])
        usable = [report for report in batch if report.status is ReportStatus.READ]
        _timed(spent, "bare", _parse, usable)
        layers = _timed(spent, "annotate", _annotate, usable)
        extractions += _timed(spent, "extract", _extract, layers)
        reports += batch
    dossier = _timed(spent, "reconcile", _reconcile, reports, extractions)
    _timed(spent, "render", _render, dossier)
    return _summary(spent, reports=len(reports), words=sum(len(report.text.split()) for report in reports))


def _summary(spent: defaultdict[str, float], *, reports: int, words: int) -> dict[str, float]:
    stages = ("read", "annotate", "extract", "reconcile", "render")
    whole = sum(spent[stage] for stage in stages)
    return {
        "reports": reports,
        "words": words,
        **{f"{stage}_s": round(spent[stage], 2) for stage in stages},
        "whole_s": round(whole, 2),
        "bare_model_s": round(spent["bare"], 2),
        "ratio": round(whole / spent["bare"], 2),
        "words_per_s": round(words / whole),
        "load_model_s": round(spent["load"], 2),
        "peak_memory_mib": round(_peak_memory() / 2**20),
        "start_up_s": round(min(_start() for _ in range(STARTS)), 3),
    }


def _open(path: Path) -> Iterator[Original]:
    if path.suffix != ".jsonl":
        yield from find_originals([str(path)])
        return
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            entry = json.loads(line)
            for place, document in enumerate(entry.get("documents", [entry])):
                raw = f"{document.get('title') or ''}\n\n{document['text']}".encode()
                yield Original(file=f"{number}-{place}.txt", raw=raw, meta=None, error=None)


def _laps(length: int) -> Iterator[int]:
    lap = 0
    while True:
        yield from [lap] * length
        lap += 1


def _parse(reports: Sequence[Report]) -> int:
    return sum(1 for _ in load_language().pipe(_paragraphs(reports)))


def _paragraphs(reports: Sequence[Report]) -> Iterator[str]:
    for report in reports:
        for start, end in find_paragraphs(report.text, title_end=report.title_end):
            if not report.is_furniture(start, end):
                yield report.text[start:end]


def _read(originals: Sequence[Original]) -> list[Report]:
    return [read_report(original) for original in originals]


def _annotate(reports: Sequence[Report]) -> list[Layers]:
    return [load_annotator().annotate(report) for report in reports]


def _extract(layers: Sequence[Layers]) -> list[Extraction]:
    return [extract_report(one) for one in layers]


def _reconcile(reports: Sequence[Report], extractions: Sequence[Extraction]) -> Dossier:
    return reconcile(reports, extractions, as_of=None, sayso_version=__version__)


def _render(dossier: Dossier) -> tuple[str, ...]:
    return render_html(dossier), render_json(dossier), render_markdown(dossier)


def _timed(
    spent: defaultdict[str, float],
    name: str,
    work: Callable[Inputs, Result],
    *inputs: Inputs.args,
    **named: Inputs.kwargs,
) -> Result:
    before = perf_counter()
    result = work(*inputs, **named)
    spent[name] += perf_counter() - before
    return result


def _start() -> float:
    before = perf_counter()
    subprocess.run([sys.executable, "-m", "sayso.cli", "--help"], check=True, capture_output=True)
    return perf_counter() - before


def _peak_memory() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024  # kibibytes, but on macOS bytes


if __name__ == "__main__":
    main()

"""How reconciling grows with the number of reports of one incident, on one core.

    python bench/reconcile_scale.py [CLUSTER ...] [--most N] [--profile] [--json FILE]

The reports of the clusters (the invented example, if none is named) are read, annotated and extracted
once, and then repeated until there are 100, 200, 500 and 1,000 of them. No repeat is a mere copy: in each,
figures, days, outlets and bylines are others, and every tenth word gives way to another word of the same
length, so that sentences are copied in part and quotations have several wordings. What is measured is
reconciling alone. The columns are the reports, their claims, the seconds, the seconds per report, and the
megabytes of memory at most. Growth is near-linear where seconds per report stay the same.
"""

from __future__ import annotations

import argparse
import cProfile
import dataclasses
import json
import pstats
import random
import re
import resource
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import __version__
from sayso.model.spans import Span
from sayso.model.values import Count
from sayso.pipeline.run import find_reports, run_analysis, run_reading
from sayso.reconcile import reconcile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.model.dossier import Dossier
    from sayso.model.extraction import Extraction
    from sayso.model.reports import Report

EXAMPLE = Path(__file__).parent.parent / "examples" / "lissgar-customs-house"
SIZES = (100, 200, 500, 1000)
SEED = 11
CHANGED = 0.1
"""Share of the words that a repeat has otherwise."""
TARGET = 60.0
"""Seconds for a thousand reports on one core."""
WORD = re.compile(r"\b[a-z]{4,9}\b")
Pair = tuple["Report", "Extraction"]


def read_clusters(clusters: Iterable[Path]) -> list[Pair]:
    """What the reports of these folders yield."""
    found: list[Pair] = []
    for cluster in clusters:
        meta = cluster / "meta.json"
        originals = find_reports([str(cluster)], meta=str(meta) if meta.exists() else None)
        analysed = run_analysis(run_reading(originals))
        found += [(one.report, one.extraction) for one in analysed if one.extraction is not None]
    return found


def make_case(base: list[Pair], size: int) -> list[Pair]:
    """So many reports: those given, and repeats of them with changes; the same for the same size."""
    chance = random.Random(SEED)  # noqa: S311 -- changed words, no secret
    return [vary(*base[number % len(base)], number, chance) for number in range(size)]


def vary(report: Report, found: Extraction, number: int, chance: random.Random) -> Pair:
    """A repeat of a report with other words, figures, days and outlet, and the ids of a report of its own."""
    lap = f"-{number}"
    text = other_words(report.text, chance)
    ids = {report.id: report.id + lap}
    ids |= {one.id: one.id + lap for one in found.attributions}
    ids |= {one.id: one.id + lap for one in found.events}
    ids |= {one.id: one.id + lap for one in found.claims}
    repeat = Repeat(text=text, ids=ids, chance=chance)
    published = report.published
    if published is not None:
        day = published.latest + timedelta(days=chance.randrange(3))
        published = dataclasses.replace(published, value=day.isoformat(), precision="day")
    changed = dataclasses.replace(
        repeat.rebuild(report),
        file=f"{number:05}-{report.file}",
        text=text,
        raw_sha256=f"{number:064x}",
        text_sha256=f"{number:064x}",
        outlet=f"Outlet {number // 2}",
        author=f"Author {number // 3}" if report.author else None,
        url=None,
        published=published,
    )
    return changed, repeat.rebuild(found)


def other_words(text: str, chance: random.Random) -> str:
    """The text with some words of four to nine letters exchanged for others of it that are as long."""
    stock: dict[int, list[str]] = {}
    for match in WORD.finditer(text):
        stock.setdefault(len(match[0]), []).append(match[0])
    return WORD.sub(
        lambda match: chance.choice(stock[len(match[0])]) if chance.random() < CHANGED else match[0], text
    )


@dataclasses.dataclass(frozen=True)
class Repeat:
    """Rebuilds what a report yields for another text of the same length."""

    text: str
    ids: Mapping[str, str]
    chance: random.Random

    def rebuild(self, thing: Any) -> Any:
        """The same with other spans and ids, and with other figures."""
        if isinstance(thing, Span):
            words = self.text[thing.start : thing.end]
            return Span(
                report=self.ids.get(thing.report, thing.report), start=thing.start, end=thing.end, text=words
            )
        if isinstance(thing, Count):
            more = self.chance.randrange(3)
            return Count(lo=thing.lo + more, hi=None if thing.hi is None else thing.hi + more)
        if isinstance(thing, str):
            return self.ids.get(thing, thing)
        if isinstance(thing, tuple):
            return tuple(self.rebuild(one) for one in thing)
        if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
            fields = {
                f.name: self.rebuild(getattr(thing, f.name)) for f in dataclasses.fields(thing) if f.init
            }
            return type(thing)(**fields)
        return thing


def run(pairs: list[Pair]) -> Dossier:
    """Reconcile them."""
    return reconcile(
        [report for report, _ in pairs], [found for _, found in pairs], sayso_version=__version__
    )


def peak_memory() -> float:
    """Megabytes at most so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> int:
    """Measure the clusters named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clusters", type=Path, nargs="*", default=[EXAMPLE])
    parser.add_argument("--most", type=int, default=SIZES[-1], help="reports at most")
    parser.add_argument("--profile", action="store_true", help="say where the time goes at the largest size")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    args = parser.parse_args()
    base = read_clusters(args.clusters)
    rows = []
    print(f"{'reports':>8}{'claims':>9}{'findings':>10}{'seconds':>9}{'per report':>12}{'MB':>7}")
    for size in (size for size in SIZES if size <= args.most):
        pairs = make_case(base, size)
        before = time.process_time()
        dossier = run(pairs)
        spent = time.process_time() - before
        row = {
            "reports": size, "claims": len(dossier.claims), "findings": len(dossier.findings),
            "seconds": round(spent, 2), "ms_each": round(1000 * spent / size, 2), "mb": round(peak_memory()),
        }  # fmt: skip
        rows.append(row)
        print(
            f"{size:>8}{row['claims']:>9}{row['findings']:>10}{row['seconds']:>9}"
            f"{row['ms_each']:>9} ms{row['mb']:>7}"
        )
    met = rows[-1]["seconds"] * SIZES[-1] / rows[-1]["reports"] < TARGET
    print(f"target: {SIZES[-1]} reports in under {TARGET:.0f} seconds: {'met' if met else 'missed'}")
    if args.profile:
        profile = cProfile.Profile()
        profile.runcall(run, make_case(base, int(rows[-1]["reports"])))
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

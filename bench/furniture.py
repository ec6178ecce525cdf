"""How much page furniture is marked, and how much real text is marked with it.

Usage:
    python bench/furniture.py [CLUSTER ...] [--json FILE] [--misses]

A cluster is a folder with reports, ``meta.json`` and ``gold/documents.json``, in which every
document lists its ``boilerplate`` with offsets. Prints, in characters that are not blank, how
much boilerplate is marked and how much of the rest is; then what is marked in the invented
example, for the eye.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import sayso

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.reports import Report

ROOT = Path(__file__).parent.parent
CLUSTERS = ROOT.parent / "shared" / "data" / "clusters"
Range = tuple[int, int]


def covered(text: str, ranges: Iterable[Range]) -> set[int]:
    """Places of the characters in these ranges that are not blank."""
    return {place for start, end in ranges for place in range(start, end) if not text[place].isspace()}


def score_report(report: Report, gold: Iterable[Range]) -> tuple[set[int], set[int]]:
    """Places that are boilerplate, and places that are marked."""
    marks = ((mark.start, mark.end) for mark in report.furniture)
    return covered(report.text, gold), covered(report.text, marks)


def read_gold(cluster: Path) -> dict[str, list[Range]]:
    """The annotated boilerplate of each document."""
    documents = json.loads((cluster / "gold" / "documents.json").read_text(encoding="utf-8"))["documents"]
    return {one["id"]: [(part["start"], part["end"]) for part in one["boilerplate"]] for one in documents}


def score_cluster(cluster: Path, *, misses: bool) -> dict[str, float]:
    """Print a line for each report and return the sums."""
    gold = read_gold(cluster)
    total = dict.fromkeys(("boilerplate", "marked", "text", "text_marked"), 0)
    for report in sayso.read([cluster], meta=cluster / "meta.json"):
        wanted, marked = score_report(report, gold[Path(report.file).name])
        everything = covered(report.text, [(0, len(report.text))])
        counts = (
            len(wanted),
            len(wanted & marked),
            len(everything - wanted),
            len(marked - wanted),
        )
        total = {name: total[name] + count for name, count in zip(total, counts, strict=True)}
        print(f"{report.file:44s}", *(f"{count:8d}" for count in counts))
        if misses:
            show_places(report, "missed", wanted - marked)
            show_places(report, "too much", marked - wanted)
    share = total["marked"] / max(total["boilerplate"], 1)
    lost = total["text_marked"] / max(total["text"], 1)
    print(f"{cluster.name}: {share:.1%} of boilerplate marked, {lost:.1%} of the report marked with it")
    return {**total, "share": round(share, 4), "lost": round(lost, 4)}


def show_places(report: Report, label: str, places: set[int]) -> None:
    """Print the lines that these places stand in."""
    starts = sorted({report.text.rfind("\n", 0, place) + 1 for place in places})
    for start in starts:
        print(f"    {label}: {report.text[start : start + 120].splitlines()[0]!r}")


def show_example() -> None:
    """Print what is marked in the invented example."""
    for folder in sorted(path.parent for path in (ROOT / "examples").glob("*/meta.json")):
        for report in sayso.read([folder], meta=folder / "meta.json"):
            for mark in report.furniture:
                print(f"{report.file:28s} {mark.kind:12s} {report.text[mark.start : mark.end][:80]!r}")


def main() -> int:
    """Measure the clusters named on the command line, or all that have the annotation."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clusters", type=Path, nargs="*")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was too much")
    parser.add_argument("--json", type=Path, help="write the sums to this file")
    args = parser.parse_args()
    clusters = args.clusters or sorted(path.parent.parent for path in CLUSTERS.glob("*/gold/documents.json"))
    if not clusters:
        print("skipped: no cluster with gold/documents.json (shared/data stands beside the repository)")
    print(f"{'':44s} {'boilerpl':>8s} {'marked':>8s} {'text':>8s} {'marked':>8s}")
    rows = {cluster.name: score_cluster(cluster, misses=args.misses) for cluster in clusters}
    show_example()
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

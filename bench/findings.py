"""How well sayso finds claims, sources and verdicts, by the shared scorer.

Usage:
    python bench/findings.py [CLUSTERS_FOLDER] [--misses] [--json FILE] [--out FOLDER] [--jobs N]

Writes a dossier for every cluster in the folder (and for the invented example) and prints the
tables of ``../shared/bench/score_findings.py``: precision and recall of claims, right sources,
right verdicts. A cluster is a folder with reports, ``meta.json`` and ``gold.json``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from sayso.render import render_json

if TYPE_CHECKING:
    from types import ModuleType

    from sayso.model.dossier import Dossier

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
EXAMPLES = ROOT / "examples"
COLUMNS = ("claims_precision", "claims_recall", "claims_f1", "source_accuracy", "verdict_accuracy",
           "disputed_precision", "disputed_recall", "numbers_right", "gold_claims", "our_claims")  # fmt: skip


def load_scorer(path: Path) -> ModuleType:
    """The shared scorer as a module; it is not part of this repository."""
    spec = importlib.util.spec_from_file_location("score_findings", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}; it stands beside the repository, in shared/bench")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_findings"] = module
    spec.loader.exec_module(module)
    return module


def find_clusters(folder: Path) -> list[Path]:
    """The clusters to measure: those in the folder, then the invented examples."""
    found = sorted(gold.parent for gold in folder.glob("*/gold.json")) if folder.is_dir() else []
    return [*found, *sorted(gold.parent for gold in EXAMPLES.glob("*/gold.json"))]


def prepare(cluster: Path, scratch: Path, dossier: Dossier) -> Path:
    """A copy of the cluster as the scorer reads it: every report as the text that offsets count in."""
    folder = scratch / cluster.name
    folder.mkdir(parents=True)
    for report in dossier.reports:
        if report.text:
            (folder / f"{Path(report.file).name}.txt").write_bytes(report.text.encode("utf-8"))
    gold = json.loads((cluster / "gold.json").read_text(encoding="utf-8"))
    for slot in gold["slots"]:
        for claim in slot["claims"]:
            claim["report"] += ".txt"
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def score_cluster(
    scorer: ModuleType, cluster: Path, *, scratch: Path, out: Path | None, jobs: int
) -> dict[str, Any]:
    """The scores of one cluster: over all slots, the core ones, and each family."""
    meta = cluster / "meta.json"
    dossier = sayso.dossier([str(cluster)], meta=str(meta) if meta.exists() else None, jobs=jobs)
    text = render_json(dossier)
    if out is not None:
        (out / cluster.name).mkdir(parents=True, exist_ok=True)
        (out / cluster.name / "dossier.json").write_text(text, encoding="utf-8")
    plain = json.loads(text)
    for report in plain["reports"]:
        report["file"] += ".txt"
    folder = prepare(cluster, scratch, dossier)
    return {
        "all": scorer.score(folder, plain),
        "core": scorer.score(folder, plain, core_only=True),
        **{name: scorer.score(folder, plain, family=slots) for name, slots in scorer.FAMILY.items()},
    }


def tables(scorer: ModuleType, scores: dict[str, dict[str, Any]]) -> dict[str, dict[str, float | None]]:
    """A row for each cluster, then the sums; the invented example is not in the sums."""
    rows = {name: one["all"].table() for name, one in scores.items()}
    examples = {path.parent.name for path in EXAMPLES.glob("*/gold.json")}
    for kind in ("all", "core", *scorer.FAMILY):
        total = scorer.Score()
        for name, one in scores.items():
            if name not in examples:
                total.add(one[kind])
        rows["ALL" if kind == "all" else f"ALL {kind}"] = total.table()
    return rows


def show(rows: dict[str, dict[str, float | None]]) -> None:
    """Print the rows as a table."""
    print(f"{'':26s}", *(f"{name.removeprefix('claims_'):>18s}" for name in COLUMNS))
    for name, row in rows.items():
        cells = (
            "-" if row[c] is None else f"{row[c]:.3f}" if isinstance(row[c], float) else str(row[c])
            for c in COLUMNS
        )
        print(f"{name:26s}", *(f"{cell:>18s}" for cell in cells))


def main() -> int:
    """Measure the clusters named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clusters", type=Path, nargs="?", default=SHARED / "data" / "clusters")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    parser.add_argument("--out", type=Path, help="keep the dossiers in this folder")
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    scorer_path = SHARED / "bench" / "score_findings.py"
    if not scorer_path.exists():
        print(f"skipped: the scorer is not there ({scorer_path.name} in shared/bench beside the repository)")
        return 0
    scorer = load_scorer(scorer_path)
    scratch = Path(tempfile.mkdtemp(prefix="sayso-bench-"))
    try:
        scores = {
            cluster.name: score_cluster(scorer, cluster, scratch=scratch, out=args.out, jobs=args.jobs)
            for cluster in find_clusters(args.clusters)
        }
    finally:
        shutil.rmtree(scratch)
    rows = tables(scorer, scores)
    show(rows)
    if args.misses:
        for name, one in scores.items():
            print(f"\n## {name}", *one["all"].misses, sep="\n")
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""How well incidents are found: who did what to whom, against a gold file.

Usage:
    python bench/roles.py [GOLD.jsonl] [--json FILE] [--out FILE]

Any file in the format of ``../shared/data/muc4/`` will do. Prints the table of
``../shared/bench/score_muc4.py`` and what finding incidents costs over the bare parser, the pass of
the encoder left out, since attribution needs it too.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attribution import report_of
from sayso.annotate import load_annotator, load_language
from sayso.annotate.learned.encoder import load_learned
from sayso.annotate.paragraphs import find_paragraphs
from sayso.extract.roles import find_incidents

if TYPE_CHECKING:
    from types import ModuleType

    from sayso.extract.roles import ReportedIncident

SHARED = Path(__file__).parent.parent.parent / "shared"
LINKS = {"perp_org": "perp_confidence", "victim": "victim_effect", "victim_description": "victim_effect"}


def load_scorer(path: Path) -> ModuleType:
    """The shared scorer as a module; it is not part of this repository."""
    spec = importlib.util.spec_from_file_location("score_muc4", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}; it stands beside the repository, in shared/bench")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_muc4"] = module
    spec.loader.exec_module(module)
    return module


def as_record(report: str, incidents: tuple[ReportedIncident, ...]) -> dict[str, Any]:
    """Incidents in the scorer's format."""
    return {"id": report, "incidents": [_incident(one) for one in incidents]}


def _incident(one: ReportedIncident) -> dict[str, Any]:
    slots = ("perp_individual", "perp_org", "physical_target", "victim", "weapon")
    row: dict[str, Any] = {
        "type": one.type,
        **{slot: [[f.text] for f in one.fillers if f.role == slot] for slot in slots},
        "victim_description": [
            {"value": [f.text], "of": None} for f in one.fillers if f.role == "victim_description"
        ],
        "perp_confidence": [],
        "victim_effect": [],
    }
    for filler in one.fillers:
        if filler.value:
            row[LINKS[filler.role]].append({"value": [filler.value], "of": [filler.text]})
    return row


def find_all(gold: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, float]]:
    """Our incidents for every gold text, with the seconds of the bare parser and of finding them."""
    annotator, language, learned = load_annotator(), load_language(), load_learned()
    found = []
    spent = {"parser": 0.0, "incidents": 0.0}
    for record in gold:
        report = report_of(record)
        layers = annotator.annotate(report)
        seen = learned.read(layers.tokens, layers.sentences, layers.quotes, layers.names)
        began = time.perf_counter()
        for _ in language.pipe(report.text[a:b] for a, b in find_paragraphs(report.text, title_end=0)):
            pass
        parsed = time.perf_counter()
        learned.incidents(seen, layers.tokens, sentences=len(layers.sentences))
        found.append(as_record(record["id"], find_incidents(layers)))
        spent["parser"] += parsed - began
        spent["incidents"] += time.perf_counter() - parsed
    return found, spent


def show(figures: dict[str, Any]) -> None:
    """Print the scorer's figures as a table, in percent."""
    for group, rows in figures.items():
        for name, row in rows.items() if isinstance(rows, dict) else ():
            cells = (
                f"{key} {value:6.2f}" if isinstance(value, float) else f"{key} {value}"
                for key, value in row.items()
            )
            print(f"{group:10} {name:26} {'  '.join(cells)}")


def main() -> int:
    """Measure on the file named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="?", default=SHARED / "data" / "muc4" / "dev.jsonl")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--out", type=Path, help="write what was found to this file, as JSON Lines")
    args = parser.parse_args()
    scorer_path = SHARED / "bench" / "score_muc4.py"
    if not scorer_path.exists() or not args.gold.exists():
        print(f"skipped: {args.gold.name} or the scorer is not there (shared/ beside the repository)")
        return 0
    scorer = load_scorer(scorer_path)
    gold = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    found, spent = find_all(gold)
    ours = {row["id"]: scorer.read(row, lambda _: True, merge=False) for row in found}
    figures = scorer.evaluate(scorer.load(str(args.gold), gold=True), ours)
    show(figures)
    added = spent["incidents"] / spent["parser"]
    print(f"\n{', '.join(f'{part} {seconds:.1f} s' for part, seconds in spent.items())}: ", end="")
    print(f"roles add {added:.2f} times the bare parser's time, the encoder's pass apart")
    if args.out:
        args.out.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8"
        )
    if args.json:
        rows = {"figures": figures, **{f"{part}_s": round(seconds, 2) for part, seconds in spent.items()}}
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

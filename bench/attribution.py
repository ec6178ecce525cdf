"""How well attributions are found: sources, cues and contents against a gold file.

Usage:
    python bench/attribution.py [GOLD.jsonl] [--json FILE] [--out FILE] [--alone]

Any file in the format of ``../shared/data/polnear/`` will do: JSON Lines with ``id``, ``text``,
``attributions`` and, if it has one, ``title``. Prints the table of
``../shared/bench/score_attribution.py`` and what finding attributions costs over the bare parser.
Where ``make bench`` has installed it, textacy's quotation extractor is run on the same texts and
scored beside ours.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.annotate import load_annotator, load_language
from sayso.annotate.learned.encoder import load_learned
from sayso.annotate.paragraphs import find_paragraphs
from sayso.extract.attributions import find_attributions
from sayso.model.reports import Report, ReportStatus
from sayso.reading.reports import find_dispatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from sayso.model.claims import Attribution
    from sayso.model.layers import Layers
    from sayso.model.spans import Span

SHARED = Path(__file__).parent.parent.parent / "shared"
COLUMNS = ("p", "r", "f1")
PEER = Path(__file__).parent.parent / ".venv-bench" / "bin" / "python"


def load_scorer(path: Path) -> ModuleType:
    """The shared scorer as a module; it is not part of this repository."""
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}; it stands beside the repository, in shared/bench")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_attribution"] = module
    spec.loader.exec_module(module)
    return module


def report_of(record: dict[str, Any]) -> Report:
    """A gold record's text as a report; its title is the headline if the text begins with it."""
    text, title = record["text"], record.get("title") or ""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    report = Report(
        id=record["id"],
        file=record["id"],
        outlet=record.get("outlet"),
        title=title or None,
        title_end=len(title) if title and text.startswith(title) else 0,
        author=None,
        published=None,
        url=None,
        language="en",
        media_type="text/plain",
        size=0,
        captured=None,
        acquired=None,
        container_sha256=None,
        raw_sha256=digest,
        text_sha256=digest,
        text=text,
        furniture=(),
        status=ReportStatus.READ,
        problems=(),
    )
    return replace(report, dateline=find_dispatch(report))


def as_record(report: str, attributions: Sequence[Attribution]) -> dict[str, Any]:
    """Attributions in the scorer's format; those within others are marked as nested.

    The gold standards do not take an outlet that was told something for an attribution of its
    own: where ours has such a link, the one within it stands alone.
    """
    told = {one.id for one in attributions if one.rule.startswith("outlet that was told")}

    def pairs(spans: Iterable[Span]) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    found = [
        {
            "id": one.id,
            "source": pairs(one.source.spans),
            "cue": pairs(one.cue),
            "content": pairs(one.content),
            "nested_in": None if one.parent in told else one.parent,
        }
        for one in attributions
        if one.id not in told
    ]
    return {"id": report, "attributions": found}


def bare_record(layers: Layers) -> dict[str, Any]:
    """What the labeller alone proposes, in the scorer's format."""

    def pairs(*runs: tuple[int, int] | None) -> list[list[int]]:
        tokens = layers.tokens
        return [[tokens[run[0]].start, tokens[run[1] - 1].end] for run in runs if run is not None]

    found = [
        {
            "id": str(number),
            "source": pairs(one.source),
            "cue": pairs(one.cue),
            "content": pairs(*one.content),
            "nested_in": None,
        }
        for number, one in enumerate(layers.sayings)
    ]
    return {"id": layers.report.id, "attributions": found}


def find_all(
    gold: dict[str, dict[str, Any]], *, labeller_only: bool
) -> tuple[dict[str, dict[str, Any]], dict[str, float]]:
    """Our attributions for every gold text, with the seconds of the bare parser, labeller and rules."""
    annotator, language, labeller = load_annotator(), load_language(), load_learned()
    ours: dict[str, dict[str, Any]] = {}
    spent = {"parser": 0.0, "labeller": 0.0, "rules": 0.0}
    for name, record in gold.items():
        report = report_of(record)
        layers = annotator.annotate(report)
        times = [time.perf_counter()]
        for _ in language.pipe(report.text[a:b] for a, b in find_paragraphs(report.text, title_end=0)):
            pass
        times.append(time.perf_counter())
        labeller.sayings(labeller.read(layers.tokens, layers.sentences, layers.quotes, layers.names))
        times.append(time.perf_counter())
        found = find_attributions(layers)
        times.append(time.perf_counter())
        ours[name] = bare_record(layers) if labeller_only else as_record(name, found)
        for part, (start, end) in zip(spent, pairwise(times), strict=True):
            spent[part] += end - start
    return ours, spent


def show(figures: dict[str, dict[str, Any]]) -> None:
    """Print the scorer's figures as a table, in percent."""
    print(f"{'figure':36}{'P':>7}{'R':>7}{'F1':>7}{'pred':>7}{'gold':>7}")
    for name, one in figures.items():
        shares = "".join(f"{100 * one[column]:7.1f}" for column in COLUMNS)
        print(f"{name:36}{shares}{one['pred']:7}{one['gold']:7}")


def score_peer(scorer: ModuleType, gold: dict[str, dict[str, Any]], path: Path) -> dict[str, Any] | None:
    """The figures of textacy's quotation extractor on the same texts; None if it is not installed."""
    if not PEER.exists():
        print("textacy is not installed beside ours; `make bench` installs it")
        return None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "textacy.jsonl"
        script = Path(__file__).parent / "peer_textacy.py"
        subprocess.run([str(PEER), str(script), str(path), str(out)], check=True)
        figures: dict[str, Any] = scorer.score(gold, scorer.read_jsonl(out))
    print("\ntextacy, direct quotations, same texts")
    show({name: one for name, one in figures.items() if name.endswith(("relaxed", "strict"))})
    return figures


def main() -> int:
    """Measure on the file named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="?", default=SHARED / "data" / "polnear" / "dev.jsonl")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--out", type=Path, help="write what was found to this file, as JSON Lines")
    parser.add_argument("--labeller", action="store_true", help="score the labeller without the rules")
    parser.add_argument("--alone", action="store_true", help="do not run textacy beside it")
    args = parser.parse_args()
    scorer_path = SHARED / "bench" / "score_attribution.py"
    if not scorer_path.exists() or not args.gold.exists():
        print(f"skipped: {args.gold.name} or the scorer is not there (shared/ beside the repository)")
        return 0
    scorer = load_scorer(scorer_path)
    gold = scorer.read_jsonl(args.gold)
    ours, spent = find_all(gold, labeller_only=args.labeller)
    figures = scorer.score(gold, ours)
    show(figures)
    peer = None if args.alone else score_peer(scorer, gold, args.gold)
    added = (spent["labeller"] + spent["rules"]) / spent["parser"]
    parts = ", ".join(f"{part} {seconds:.1f} s" for part, seconds in spent.items())
    print(f"\n{parts}: attribution adds {added:.2f} times the bare parser's time")
    if args.out:
        lines = (json.dumps(record, ensure_ascii=False) for record in ours.values())
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if args.json:
        rows = {
            "figures": figures,
            "textacy": peer,
            **{f"{part}_s": round(seconds, 2) for part, seconds in spent.items()},
        }
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

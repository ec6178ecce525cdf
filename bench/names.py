"""How well names alone tell one thing from two: precision, recall and F1 over labelled pairs.

Usage:
    python bench/names.py [PAIRS.csv] [--json FILE] [--misses] [--alone]

The file has the columns ``schema`` (Person, Company, Organization, LegalEntity, Vessel), ``name1``,
``name2``, ``is_match`` (true or false) and ``case_group``. Where ``make peers`` has installed it,
nomenklatura's LogicV2 scores the same pairs in the same run; from 0.7 on, its own threshold, its
score counts as a match.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sayso.reconcile.naming import block_keys, compare_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reconcile.naming import NameComparison

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
PEER = ROOT / ".venv-names" / "bin" / "python"
PEER_THRESHOLD = 0.7
"""What the peer takes for a match (its default in OpenSanctions' matching service)."""
KINDS = {"Person": "person", "Organization": "organisation", "Vessel": "vessel", "Airplane": "vessel"}


class Pair(NamedTuple):
    """Two names and whether they are one thing's."""

    schema: str
    group: str
    one: str
    other: str
    same: bool

    @property
    def kind(self) -> str:
        """What kind of thing has the names."""
        return KINDS.get(self.schema, "company")


def read_pairs(path: Path) -> list[Pair]:
    """The labelled pairs of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["schema"],
                row.get("case_group") or "",
                row["name1"],
                row["name2"],
                row["is_match"].strip().lower() == "true",
            )
            for row in csv.DictReader(file)
        ]


def score(pairs: Sequence[Pair], found: Sequence[bool]) -> dict[str, float]:
    """Precision, recall and F1 of what was found, with the counts behind them."""
    hits = sum(pair.same and one for pair, one in zip(pairs, found, strict=True))
    claimed, gold = sum(found), sum(pair.same for pair in pairs)
    precision, recall = hits / claimed if claimed else 0.0, hits / gold if gold else 0.0
    both = precision + recall
    return {
        "pairs": len(pairs),
        "gold": gold,
        "found": claimed,
        "p": round(precision, 4),
        "r": round(recall, 4),
        "f1": round(2 * precision * recall / both, 4) if both else 0.0,
    }


def score_parts(pairs: Sequence[Pair], found: Sequence[bool]) -> dict[str, dict[str, float]]:
    """The figures over all pairs, by schema and by group."""
    parts = {"all": list(range(len(pairs)))}
    for place, pair in enumerate(pairs):
        parts.setdefault(pair.schema, []).append(place)
        parts.setdefault(f"group {pair.group}", []).append(place)
    order = sorted(parts, key=lambda name: (name != "all", name.startswith("group"), name))
    return {
        name: score([pairs[place] for place in parts[name]], [found[place] for place in parts[name]])
        for name in order
    }


def show(ours: dict[str, dict[str, float]], peer: dict[str, dict[str, float]] | None) -> None:
    """Print the figures as a table, in percent."""
    head = f"{'':24}{'pairs':>6}{'same':>6}{'P':>8}{'R':>7}{'F1':>7}"
    print(head + (f"{'peer P':>10}{'R':>7}{'F1':>7}" if peer else ""))
    for name, one in ours.items():
        line = f"{name:24}{one['pairs']:6.0f}{one['gold']:6.0f} "
        line += "".join(f"{100 * one[column]:7.1f}" for column in ("p", "r", "f1"))
        if peer:
            line += "   " + "".join(f"{100 * peer[name][column]:7.1f}" for column in ("p", "r", "f1"))
        print(line)


def ask_peer(path: Path) -> tuple[list[bool], float] | None:
    """What LogicV2 takes for matches, with the seconds that takes; None if it is not installed."""
    if not PEER.exists():
        print(
            "no peer to compare with: nomenklatura is not installed in .venv-names; `make peers` installs it"
        )
        return None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "scores.json"
        script = Path(__file__).parent / "peer_logicv2.py"
        subprocess.run([str(PEER), str(script), str(path), str(out)], check=True)
        answer = json.loads(out.read_text(encoding="utf-8"))
    return [one >= PEER_THRESHOLD for one in answer["scores"]], float(answer["seconds"])


def show_misses(pairs: Sequence[Pair], found: Sequence[NameComparison]) -> None:
    """Print the pairs that were decided otherwise than labelled, with our reasons."""
    for pair, one in zip(pairs, found, strict=True):
        if one.same != pair.same:
            kind = "missed" if pair.same else "wrong"
            state = " (undecided)" if one.partial else ""
            print(f"{kind:7}{one.score:5.2f}{state} {pair.schema}: {pair.one} | {pair.other}: {one.why}")


def unblocked(pairs: Sequence[Pair], found: Sequence[NameComparison]) -> int:
    """How many pairs that can be one thing's share no key and so would never be compared."""
    return sum(
        (one.same or one.partial)
        and not block_keys(pair.one, kind=pair.kind) & block_keys(pair.other, kind=pair.kind)
        for pair, one in zip(pairs, found, strict=True)
    )


def main() -> int:
    """Measure on the file named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path, nargs="?", default=SHARED / "data" / "name-pairs" / "dev.csv")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument(
        "--misses", action="store_true", help="list the pairs decided otherwise than labelled"
    )
    parser.add_argument("--alone", action="store_true", help="do not run the peer beside it")
    args = parser.parse_args()
    if not args.pairs.exists():
        print(f"skipped: there is no {args.pairs.name} (shared/ beside the repository)")
        return 0
    pairs = read_pairs(args.pairs)
    compare_names("Anna Berg", "A. Berg", kind="person")  # the tables load on first use; not counted
    started = time.perf_counter()
    found = [compare_names(pair.one, pair.other, kind=pair.kind) for pair in pairs]
    seconds = time.perf_counter() - started
    answer = None if args.alone else ask_peer(args.pairs)
    ours = score_parts(pairs, [one.same for one in found])
    peer = score_parts(pairs, answer[0]) if answer else None
    show(ours, peer)
    cost = f"{1e6 * seconds / max(1, len(pairs)):.0f} microseconds a pair, names read anew"
    print(f"\n{cost}; {unblocked(pairs, found)} pairs that can be one thing's share no key")
    if args.misses:
        show_misses(pairs, found)
    if args.json:
        rows = {"sayso": ours, "logicv2": peer, "seconds": round(seconds, 4)}
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

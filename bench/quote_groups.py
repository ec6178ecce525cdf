"""How well renderings of one utterance in several reports are put together.

    python bench/quote_groups.py [CLUSTER] [--json FILE] [--misses]

CLUSTER is a folder of reports with ``gold/quote_groups.json``. What counts:

- a *pair* are two attributions of different reports in one group. A pair of ours is right if a group of
  gold has a pair whose words overlap the words of ours on both sides; a pair of gold is found likewise.
- a *group* of gold is found if a pair of it is; a group of ours is right if all its pairs are.

Gold says of every group whether it is one utterance: ``yes``, ``probable`` or ``uncertain``. Groups that
are uncertain are neither asked for nor counted as mistakes. The figures are given for those that are one
utterance and for those together that probably are; of the latter, most are paraphrases without any word
in common. Last comes whether the lost negation is pointed out that gold has in one translation.
"""

from __future__ import annotations

import argparse
import json
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from attribution import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.dossier import Dossier, QuoteGroup

BAGHDAD = SHARED / "data" / "clusters" / "baghdad-2021"
Place = tuple[str, int, int]
Said = tuple[Place, ...]
"""The words of one attribution: one place or several."""
Pair = tuple[Said, Said]
Group = tuple[str, str, list[Pair]]
"""Its name, how sure it is, and its pairs."""


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """The groups of the annotation."""
    found: list[dict[str, Any]] = json.loads(
        (folder / "gold" / "quote_groups.json").read_text(encoding="utf-8")
    )["groups"]
    return found


def gold_pairs(group: dict[str, Any]) -> list[Pair]:
    """The pairs of a group of gold."""
    return pairs_of(
        tuple((span["doc"], span["start"], span["end"]) for span in member["spans"])
        for member in group["members"]
    )


def our_pairs(group: QuoteGroup, dossier: Dossier) -> list[Pair]:
    """The pairs of a group of ours."""
    files = {report.id: Path(report.file).name for report in dossier.reports}
    held = {one.id: one for one in dossier.attributions}
    return pairs_of(
        tuple(
            (files[span.report], span.start, span.end)
            for span in group.spans
            if any(part.contains(span) for part in held[said].content)
        )
        for said in group.attributions
    )


def pairs_of(sayings: Iterable[Said]) -> list[Pair]:
    """All pairs of sayings in different reports."""
    return [(a, b) for a, b in combinations(sorted(sayings), 2) if a[0][0] != b[0][0]]


def is_same(a: Pair, b: Pair) -> bool:
    """Whether the words of two pairs overlap on both sides."""
    return all(any(overlap(p, q) for p in x for q in y) for x, y in zip(a, b, strict=True))


def overlap(a: Place, b: Place) -> bool:
    """Whether two places have a character in common."""
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def score(gold: list[Group], ours: list[Group], *, asked: frozenset[str]) -> dict[str, float]:
    """Precision and recall of pairs and of groups."""
    every = [pair for _, sure, pairs in gold for pair in pairs if sure in asked]
    excused = [pair for _, sure, pairs in gold for pair in pairs if sure not in asked]
    mine = [
        [pair for pair in pairs if has(every, pair) or not has(excused, pair)] for _, _, pairs in ours
    ]  # fmt: skip
    flat = [pair for pairs in mine for pair in pairs]
    wanted = [pairs for _, sure, pairs in gold if sure in asked]
    counted = [pairs for pairs in mine if pairs]
    return {
        "pairs_ours": len(flat),
        "pairs_right": sum(has(every, pair) for pair in flat),
        "pairs_gold": len(every),
        "pairs_found": sum(has(flat, pair) for pair in every),
        "groups_ours": len(counted),
        "groups_right": sum(all(has(every, pair) for pair in pairs) for pairs in counted),
        "groups_gold": len(wanted),
        "groups_found": sum(any(has(flat, pair) for pair in pairs) for pairs in wanted),
    }


def has(pairs: Iterable[Pair], pair: Pair) -> bool:
    """Whether one of the pairs is this one."""
    return any(is_same(pair, one) for one in pairs)


def lost_negations(gold: list[dict[str, Any]], dossier: Dossier) -> dict[str, int]:
    """How many groups of gold differ by a negation, and in how many of them ours say so."""
    asked = [one for one in gold if any(d["aspect"] == "negation" for d in one["wording_differences"])]
    told = [
        pair
        for group in dossier.quotes
        if any(line.startswith("A negation") for line in group.differences)
        for pair in our_pairs(group, dossier)
    ]
    return {
        "asked": len(asked),
        "told": sum(any(has(told, pair) for pair in gold_pairs(one)) for one in asked),
    }


def show(name: str, found: dict[str, float]) -> None:
    """Print one row for pairs and one for groups."""
    for kind in ("pairs", "groups"):
        right, ours = found[f"{kind}_right"], found[f"{kind}_ours"]
        met, gold = found[f"{kind}_found"], found[f"{kind}_gold"]
        print(
            f"{name:22} {kind:7} precision {right}/{ours} = {right / max(1, ours):.2f}"
            f"   recall {met}/{gold} = {met / max(1, gold):.2f}"
        )


def list_misses(gold: list[Group], ours: list[Group]) -> None:
    """Print what was missed, and what gold does not have."""
    flat = [pair for _, _, pairs in ours for pair in pairs]
    every = [pair for _, _, pairs in gold for pair in pairs]
    for name, sure, pairs in gold:
        for pair in pairs:
            if not has(flat, pair):
                print(f"missed ({sure}): {name}, {pair[0][0][0]} and {pair[1][0][0]}")
    for name, _, pairs in ours:
        for pair in pairs:
            if not has(every, pair):
                print(f"not in gold: {name}, {pair}")


def main() -> int:
    """Measure the cluster named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cluster", type=Path, nargs="?", default=BAGHDAD)
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    args = parser.parse_args()
    if not (args.cluster / "gold" / "quote_groups.json").exists():
        print("skipped: there is no gold/quote_groups.json in the cluster")
        return 0
    meta = args.cluster / "meta.json"
    dossier = sayso.dossier([str(args.cluster)], meta=str(meta) if meta.exists() else None)
    annotated = read_gold(args.cluster)
    gold = [(one["id"], one["same_utterance"], gold_pairs(one)) for one in annotated]
    ours = [(group.speaker, "yes", our_pairs(group, dossier)) for group in dossier.quotes]
    figures: dict[str, Any] = {
        "yes": score(gold, ours, asked=frozenset({"yes"})),
        "yes or probable": score(gold, ours, asked=frozenset({"yes", "probable"})),
    }
    for name, found in figures.items():
        show(name, found)
    figures["lost negations"] = lost_negations(annotated, dossier)
    print(f"{'lost negations':22} told    {figures['lost negations']['told']}"
          f" of {figures['lost negations']['asked']}")  # fmt: skip
    if args.misses:
        list_misses(gold, ours)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Explanations and accountability of one incident, against what a careful reader found.

Usage:
    python bench/explanations.py [CLUSTER_FOLDER] [--json FILE] [--misses]

The folder holds reports, ``meta.json`` and ``gold/`` with ``hypotheses.json``, ``accountability.json``
and ``entities.json``. A hypothesis of the reader's is found if one of ours has a row in the sentence of
one of its spans, and names one of its entities, or a party in the very words of the span, where it has
any. A step is found if one of ours of the
same kind (``MEANS``) rests on a claim in the sentence of one of its spans. Precision is taken over the
claims that our steps rest on: a step cannot hide a wrong claim behind a right one. Steps of older cases
among ours are counted apart, and should be none.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.dossier import AccountabilityStep, Dossier, Hypothesis

CLUSTER = Path(__file__).parent.parent.parent / "shared" / "data" / "clusters" / "baghdad-2021"
BREAK = re.compile(r"[.!?]+[\"'”’)\]]*\s+|\n\s*")
THIS = "this attack"
NOBODY = {
    "no named", "no arrest", "no charged", "no findings_presented", "suspects_known_unnamed", "stalled"
}  # fmt: skip
MEANS: dict[str, frozenset[str]] = {
    "evidence": frozenset({"evidence_collected"}),
    "inquiry": frozenset({"opened"}),
    "no result": frozenset(NOBODY),
    "offer of help": frozenset({"help_offered"}),
    "demand": frozenset({"investigation_called"}),
    "promise": frozenset({"suspects_known_unnamed"}),
    "failure": frozenset({"mishandled"}),
    "criticism": frozenset({"mishandled"}),
    "accusation": frozenset({"mishandled"}),
    "publication": frozenset({"findings_presented"}),
    "appeal": frozenset({"help_sought"}),
    "judgement": frozenset({"stalled", "no_action", "mishandled"}),
    "government action": frozenset(),
    "security": frozenset(),
}
"""The reader's kinds of steps as ours (STANDARDS 9); two kinds are no step of ours, and so never found."""
PLAIN_KINDS = {"no real attack", "open"}
"""Hypotheses that blame nobody: a sentence is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Where the sentences of each report begin, by the report's file name."""

    starts: dict[str, list[int]]

    def at(self, file: str, place: int) -> tuple[str, int]:
        """The sentence that holds an offset."""
        return file, bisect_right(self.starts[file], place)


def read_sentences(dossier: Dossier) -> Sentences:
    """The sentences of all reports, by marks and line breaks alone."""
    return Sentences(
        starts={
            Path(report.file).name: [0, *(match.end() for match in BREAK.finditer(report.text))]
            for report in dossier.reports
        }
    )


def of_gold(spans: Iterable[dict[str, Any]], sentences: Sentences) -> set[tuple[str, int]]:
    """The sentences that the reader's spans stand in, the later ones of a long span too."""
    found = set()
    for span in spans:
        first, last = (
            sentences.at(span["doc"], span["start"]),
            sentences.at(span["doc"], span["end"] - 1),
        )
        found |= {(first[0], number) for number in range(first[1], last[1] + 1)}
    return found


def of_claim(dossier: Dossier, ident: str, sentences: Sentences) -> set[tuple[str, int]]:
    """The sentences that a claim stands in."""
    files = {report.id: Path(report.file).name for report in dossier.reports}
    claim = next(one for one in dossier.claims if one.id == ident)
    return {sentences.at(files[span.report], span.start) for span in claim.spans}


def score_hypotheses(
    dossier: Dossier, gold: Sequence[dict[str, Any]], names: dict[str, set[str]], sentences: Sentences
) -> tuple[dict[str, Any], list[str]]:
    """Which of the reader's hypotheses are among ours, and which of ours answer to none."""
    ours = {h.id: h for h in dossier.hypotheses}
    places = {
        h.id: {p for row in h.rows for p in of_claim(dossier, row.claim, sentences)} for h in ours.values()
    }
    answered: set[str] = set()
    found, misses, listed = 0, [], 0
    for one in gold:
        spans = [s["span"] for side in ("advanced_by", "denied_by") for s in one[side]]
        hits = answering(one, ours.values(), places, names=names, sentences=sentences)
        answered |= hits
        if not spans:
            listed += bool(hits)
            continue
        found += bool(hits)
        if not hits:
            misses.append(f"not among ours: {one['id']}: {one['label']}")
    extra = [h.statement for h in ours.values() if h.id not in answered]
    wanted = sum(1 for one in gold if one["advanced_by"] or one["denied_by"])
    figures = {
        "hypotheses wanted": wanted,
        "hypotheses found": found,
        "hypotheses recall": found / wanted if wanted else None,
        "hypotheses of ours": len(ours),
        "answering to none": len(extra),
        "listed though nobody advances them": listed,
    }
    return figures, [*misses, *(f"answers to none: {statement}" for statement in extra)]


def answering(
    gold: dict[str, Any],
    ours: Iterable[Hypothesis],
    places: dict[str, set[tuple[str, int]]],
    *,
    names: dict[str, set[str]],
    sentences: Sentences,
) -> set[str]:
    """Ids of our hypotheses that are the reader's."""
    sides = ["advanced_by", "denied_by"]
    sides += [] if gold["advanced_by"] else ["evidence_for", "evidence_against"]
    spans = [s["span"] for side in sides for s in gold[side]]
    told = of_gold(spans, sentences)
    if gold["kind"] == "open":
        return {h.id for h in ours if not h.rows}
    forms = {form for entity in gold["entities"] for form in names.get(entity, ())}
    forms |= {fold(span["text"]) for span in spans} if forms else set()
    free = gold["kind"] in PLAIN_KINDS or not forms
    return {h.id for h in ours if places[h.id] & told and (free or is_named(h, forms))}


def is_named(hypothesis: Hypothesis, forms: set[str]) -> bool:
    """Whether a hypothesis names a party by one of these forms, or says who knows it."""
    if "somebody says they know" in hypothesis.statement:
        return True
    parties = {fold(row.party) for row in hypothesis.rows}
    return any(party in form or form in party for party in parties for form in forms)


def score_steps(
    dossier: Dossier, gold: Sequence[dict[str, Any]], sentences: Sentences
) -> tuple[dict[str, Any], list[str]]:
    """Steps found, claims of ours that answer to none, and older cases mixed in."""
    here = [one for one in gold if one["about"] == THIS]
    older = [one for one in gold if one["about"] != THIS]
    ours = list(pairs(dossier, dossier.accountability, sentences))
    apart = list(pairs(dossier, dossier.precedents, sentences))
    told = {one["id"]: of_gold(one["spans"], sentences) for one in gold}
    found, misses = 0, []
    for one in here:
        hit = any(step in MEANS[one["kind"]] and place & told[one["id"]] for step, place, _ in ours)
        found += hit
        if not hit:
            misses.append(f"not found: {one['id']} ({one['kind']}): {one['label']}")
    right = 0
    for step, place, words in ours:
        hit = any(step in MEANS[one["kind"]] and place & told[one["id"]] for one in here)
        right += hit
        if not hit:
            misses.append(f"answers to none: {step}: {words}")
    not_ours = {place for one in older for place in told[one["id"]]}
    not_ours -= {place for one in here for place in told[one["id"]]}
    mixed = [f"older case mixed in: {step}: {words}" for step, place, words in ours if place & not_ours]
    precedents = sum(any(place & told[one["id"]] for _, place, _ in apart) for one in older)
    figures = {
        "steps wanted": len(here),
        "steps found": found,
        "steps recall": found / len(here) if here else None,
        "claims of our steps": len(ours),
        "claims that are right": right,
        "steps precision": right / len(ours) if ours else None,
        "older cases wanted": len(older),
        "older cases kept apart": precedents,
        "older cases mixed in": len(mixed),
    }
    return figures, [*misses, *mixed]


def pairs(
    dossier: Dossier, steps: Iterable[AccountabilityStep], sentences: Sentences
) -> Iterable[tuple[str, set[tuple[str, int]], str]]:
    """Every step with every claim it rests on: its name, the claim's sentences, its words."""
    words = {claim.id: claim.wording for claim in dossier.claims}
    for step in steps:
        for claim in step.claims:
            yield step.step, of_claim(dossier, claim, sentences), words[claim]


def read_names(gold: Path) -> dict[str, set[str]]:
    """The forms of every entity: its names, and what else it is called."""
    entities = json.loads((gold / "entities.json").read_text(encoding="utf-8"))["entities"]
    return {
        one["id"]: {fold(form["form"]) for form in one.get("surface_forms", ())}
        | {fold(mention["text"]) for mention in one.get("nominal_mentions", ())}
        for one in entities
    }


def read_gold(gold: Path, name: str) -> list[dict[str, Any]]:
    """The list that one of the reader's files holds."""
    found: list[dict[str, Any]] = next(iter(json.loads((gold / name).read_text(encoding="utf-8")).values()))
    return found


def show(figures: dict[str, Any]) -> None:
    """Print the figures as a table."""
    for name, value in figures.items():
        cell = "-" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
        print(f"{name:36s}{cell:>8s}")


def main() -> int:
    """Measure one cluster."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cluster", type=Path, nargs="?", default=CLUSTER, metavar="CLUSTER_FOLDER")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--misses", action="store_true", help="list what is missed and what answers to none")
    args = parser.parse_args()
    gold = args.cluster / "gold"
    if not (gold / "accountability.json").exists():
        print(f"skipped: no gold/accountability.json for {args.cluster.name} (shared/ beside the repository)")
        return 0
    dossier = sayso.dossier([str(args.cluster)], meta=str(args.cluster / "meta.json"))
    sentences = read_sentences(dossier)
    explained = score_hypotheses(dossier, read_gold(gold, "hypotheses.json"), read_names(gold), sentences)
    followed = score_steps(dossier, read_gold(gold, "accountability.json"), sentences)
    figures = explained[0] | followed[0]
    show(figures)
    if args.misses:
        print(*explained[1], *followed[1], sep="\n")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""How well one richly annotated case's quotations, speakers and chains are found.

    python bench/quotations.py [CLUSTER] [--json FILE] [--misses]

CLUSTER is a folder of reports with ``gold/attributions.json``, ``gold/entities.json`` and
``gold/sources.json``. Printed are the scorer's figures for all attributions, those nested
included; how many full quotations (quoted pieces of six words or more) have the right speaker,
whoever is meant by a pronoun or a role; and how many of the nested chains are complete.
Optional gold attributions are no misses, and finding them is no mistake.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attribution import SHARED, as_record, load_scorer, show
from sayso.annotate import load_annotator
from sayso.extract.attributions import find_attributions
from sayso.model.claims import SourceKind
from sayso.pipeline.run import find_reports
from sayso.reading import read_report

if TYPE_CHECKING:
    from sayso.model.claims import Attribution

BAGHDAD = SHARED / "data" / "clusters" / "baghdad-2021"
HALF = 0.5
FULL = 6
"""Words of a full quotation at least."""
FIGURES = ("attribution/", "span/source/all", "span/cue/all", "span/content/all")
WORDS = re.compile(r"\w+")
TITLES = frozenset({"al", "el", "the", "of", "mr", "president", "minister", "prime", "s", "a", "an"})


@dataclass(frozen=True)
class Gold:
    """The annotation of one folder: attributions by report, and who each source is."""

    attributions: dict[str, list[dict[str, Any]]]
    forms: dict[str, list[frozenset[str]]]
    spans: dict[str, list[tuple[str, int, int]]]


def read_gold(folder: Path) -> Gold:
    """Attributions by report, the spellings of every entity, and where it or a source is named."""
    by_report: dict[str, list[dict[str, Any]]] = {}
    for one in _load(folder / "attributions.json")["attributions"]:
        by_report.setdefault(one["doc"], []).append(one)
    forms: dict[str, list[frozenset[str]]] = {}
    spans: dict[str, list[tuple[str, int, int]]] = {}
    for entity in _load(folder / "entities.json")["entities"]:
        forms[entity["id"]] = [
            _keys(name) for name in (entity["name"], *(form["form"] for form in entity["surface_forms"]))
        ]
        named = [*entity["mentions"], *entity.get("nominal_mentions", [])]
        spans[entity["id"]] = [(m["doc"], m["start"], m["end"]) for m in named]
    for source in _load(folder / "sources.json")["sources"]:
        spans[source["id"]] = [(m["doc"], m["start"], m["end"]) for m in source["spans"]]
    return Gold(attributions=by_report, forms=forms, spans=spans)


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _keys(name: str) -> frozenset[str]:
    return frozenset(WORDS.findall(name.lower())) - TITLES


def is_speaker(gold: Gold, one: dict[str, Any], ours: Attribution, report: str) -> bool:
    """Whether our source is one that the gold attribution names, by its words, its name or its place."""
    places = [(m["start"], m["end"]) for m in one["source_mention"]]
    for source in one["source"]:
        places += [(start, end) for doc, start, end in gold.spans.get(source, ()) if doc == report]
    if any(s.start < end and start < s.end for s in ours.source.spans for start, end in places):
        return True
    words = _keys(ours.source.description)
    forms = [form for source in one["source"] for form in gold.forms.get(source, ())]
    return bool(words) and any(form and (form <= words or words <= form) for form in forms)


def holding(ours: list[Attribution], start: int, end: int) -> Attribution | None:
    """The innermost of our attributions whose content has four fifths of these characters or more."""
    fitting = [
        a for a in ours if sum(_shared(s.start, s.end, start, end) for s in a.content) >= 0.8 * (end - start)
    ]
    return max(fitting, key=lambda a: (len(a.chain), -sum(s.end - s.start for s in a.content)), default=None)


def _shared(a: int, b: int, start: int, end: int) -> int:
    return max(0, min(b, end) - max(a, start))


def quotation_figures(gold: Gold, found: dict[str, list[Attribution]], *, misses: bool) -> dict[str, int]:
    """Full quotations with the right speaker, in all, and those we have that nobody says so."""
    right = whole = false = 0
    for report, ours in found.items():
        golds = gold.attributions.get(report, [])
        for one in golds:
            for piece in one["quoted"]:
                if len(piece["text"].split()) < FULL or one.get("optional"):
                    continue
                nested = [g for g in golds if g.get("inner_of") == one["id"]]
                nested += [{"source": g["chain"][2:-1], "source_mention": []} for g in nested]
                whole += 1
                held = holding(ours, piece["start"], piece["end"])
                said = held is not None and any(is_speaker(gold, g, held, report) for g in (one, *nested))
                right += said
                if misses and not said:
                    print(
                        "missed:", one["id"], piece["text"][:60], "| ours:", held and held.source.description
                    )
        pieces = [(p["start"], p["end"]) for one in golds for p in one["quoted"]]
        for attribution in ours:
            for span in attribution.content:
                quoted = attribution.kind == "direct" and len(span.text.split()) >= FULL
                if quoted and not any(_shared(span.start, span.end, *p) for p in pieces):
                    false += 1
                    if misses:
                        print("false:", attribution.source.description, "|", span.text[:60])
    return {"quotations": whole, "right_speaker": right, "false": false}


def speaker_figures(gold: Gold, found: dict[str, list[Attribution]], *, misses: bool) -> dict[str, float]:
    """All attributions, right if half of the words agree (Dice) and the speaker is who is meant.

    The scorer's "relaxed" asks that the words naming the source are the same; here a pronoun
    may be answered by the name it stands for. Optional gold attributions count for nothing.
    """
    right = ours_all = gold_all = 0
    for report, ours in found.items():
        golds = gold.attributions.get(report, [])
        gold_all += sum(not one.get("optional") for one in golds)
        mine = [a for a in ours if not a.rule.startswith("outlet that was told")]
        pairs = sorted(
            ((_dice(one, a), i, j) for i, one in enumerate(golds) for j, a in enumerate(mine)),
            key=lambda pair: (-pair[0], pair[1], pair[2]),
        )
        left, used = set(range(len(golds))), set()
        for dice, i, j in pairs:
            if dice < HALF or i not in left or j in used:
                continue
            left.discard(i)
            used.add(j)
            one, attribution = golds[i], mine[j]
            nobody = one["source_unspecified"] and attribution.source.kind is SourceKind.NONE
            if one.get("optional"):
                ours_all -= 1
            else:
                said = nobody or is_speaker(gold, one, attribution, report)
                right += said
                if misses and not said:
                    print("speaker:", one["id"], one["source"], "| ours:", attribution.source.description)
        ours_all += len(mine)
        if misses:
            for j in sorted(set(range(len(mine))) - used):
                cue = " / ".join(span.text for span in mine[j].cue)
                print(f"extra: [{mine[j].source.description}] <{cue}> {mine[j].content[0].text[:80]}")
            for i in sorted(left):
                cue = " / ".join(span["text"] for span in golds[i]["cue"])
                if not golds[i].get("optional"):
                    print(f"not found: {golds[i]['id']} <{cue}> {golds[i]['content'][0]['text'][:80]}")
    precision, recall = right / ours_all, right / gold_all
    return {"p": precision, "r": recall, "f1": 2 * precision * recall / (precision + recall)}


def _dice(one: dict[str, Any], ours: Attribution) -> float:
    return _likeness(
        [[c["start"], c["end"]] for c in one["content"]], [[s.start, s.end] for s in ours.content]
    )


def chain_figures(gold: Gold, found: dict[str, list[Attribution]], *, misses: bool) -> dict[str, int]:
    """Nested gold chains of which every link from the outlet in is found, and their number."""
    whole = right = 0
    for report, ours in found.items():
        by_id = {a.id: a for a in ours}
        for one in gold.attributions.get(report, []):
            links = one["chain"][1:]
            if len(links) < 2:
                continue
            whole += 1
            content = one["content"]
            held = holding(ours, content[0]["start"], content[0]["end"])
            line = [] if held is None else [by_id[i] for i in held.chain]
            fits = len(line) == len(links) and all(
                is_speaker(gold, {"source": [link], "source_mention": []}, ours_, report)
                or (link == one["source"][0] and is_speaker(gold, one, ours_, report))
                for link, ours_ in zip(links, line, strict=True)
            )
            right += fits
            if misses and not fits:
                print("chain:", one["id"], links, "| ours:", [a.source.description for a in line])
    return {"chains": whole, "chains_complete": right}


def records(gold: Gold, texts: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The gold annotation in the scorer's format; a text's optional attributions are kept apart by a mark."""

    def pairs(spans: list[dict[str, Any]]) -> list[list[int]]:
        return [[s["start"], s["end"]] for s in spans]

    out = {}
    for report, text in texts.items():
        rows = [
            {
                "id": one["id"],
                "source": pairs(one["source_mention"]),
                "cue": pairs(one["cue"]),
                "content": pairs(one["content"]),
                "nested_in": one.get("inner_of") or ("chain" if len(one["chain"]) > 2 else None),
                "optional": bool(one.get("optional")),
            }
            for one in gold.attributions.get(report, [])
        ]
        out[report] = {"id": report, "text": text, "attributions": rows}
    return out


def without_optional(
    gold: dict[str, dict[str, Any]], ours: dict[str, dict[str, Any]]
) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Both sides without the optional gold attributions and without what we have at their place."""
    kept, mine = {}, {}
    for name, record in gold.items():
        optional = [a for a in record["attributions"] if a["optional"]]
        firm = [a for a in record["attributions"] if not a["optional"]]
        kept[name] = {**record, "attributions": firm}

        def near(one: dict[str, Any], others: list[dict[str, Any]]) -> float:
            return max((_likeness(one["content"], other["content"]) for other in others), default=0.0)

        mine[name] = {
            "id": name,
            "attributions": [
                a for a in ours[name]["attributions"] if not near(a, optional) > max(0.3, near(a, firm))
            ],
        }
    return kept, mine


def _likeness(a: list[list[int]], b: list[list[int]]) -> float:
    shared = sum(_shared(*x, *y) for x in a for y in b)
    return 2 * shared / sum(end - start for start, end in (*a, *b))


def main() -> int:
    """Measure on the folder named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cluster", type=Path, nargs="?", default=BAGHDAD)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--misses", action="store_true", help="also print what was missed")
    args = parser.parse_args()
    scorer_path = SHARED / "bench" / "score_attribution.py"
    if not scorer_path.exists() or not (args.cluster / "gold" / "attributions.json").exists():
        print(f"skipped: {args.cluster.name} or the scorer is not there (shared/ beside the repository)")
        return 0
    gold = read_gold(args.cluster / "gold")
    meta = args.cluster / "meta.json"
    originals = find_reports([args.cluster], meta=meta if meta.exists() else None)
    reports = [report for report in map(read_report, originals) if report.file in gold.attributions]
    texts = {report.file: report.text for report in reports}
    annotator = load_annotator()
    found = {report.file: list(find_attributions(annotator.annotate(report))) for report in reports}
    ours = {name: as_record(name, attributions) for name, attributions in found.items()}
    figures = load_scorer(scorer_path).score(*without_optional(records(gold, texts), ours))
    show({name: one for name, one in figures.items() if name.startswith(FIGURES)})
    speakers = speaker_figures(gold, found, misses=args.misses)
    print(
        "speaker who is meant, content half right: " + " ".join(f"{k} {v:.3f}" for k, v in speakers.items())
    )
    counts = {
        **quotation_figures(gold, found, misses=args.misses),
        **chain_figures(gold, found, misses=args.misses),
    }
    print(
        f"full quotations with the right speaker {counts['right_speaker']} of {counts['quotations']}, "
        f"false {counts['false']}; nested chains complete {counts['chains_complete']} of {counts['chains']}"
    )
    if args.json:
        args.json.write_text(
            json.dumps({"figures": figures, "speakers": speakers, **counts}, indent=1) + "\n",
            encoding="utf-8",
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

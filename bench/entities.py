"""How well one thing's spellings are brought together: mention clusters against a gold file.

Usage:
    python bench/entities.py [CLUSTER_FOLDER ...] [--json FILE] [--misses]

A cluster folder holds the reports, ``meta.json``, ``gold.json`` and perhaps ``gold/entities.json``
(``entities`` with ``mentions`` and ``nominal_mentions``). With the latter it prints MUC, B-cubed and
CEAF-e, and their mean (the CoNLL average of the shared tasks on coreference), over named mentions and
over all annotated ones, and the persons that were merged. For any cluster it says whether the persons
of gold's claims on condition and responsibility are one entity each. Mentions in page furniture are
left out. A name of ours that gold does not have counts against us; a description of ours does only if
gold annotates it, since gold lists descriptions of the main actors only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.model.kinds import Kind
from sayso.pipeline.run import find_reports, run_dossier
from sayso.reconcile.naming import compare_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.dossier import Dossier

CLUSTERS = Path(__file__).parent.parent.parent / "shared" / "data" / "clusters"
KINDS: Mapping[str, frozenset[Kind]] = {
    "person": frozenset({Kind.PERSON}),
    "armed_group": frozenset({Kind.ARMED_GROUP}),
    "military": frozenset({Kind.MILITARY}),
    "political_alliance": frozenset({Kind.PARTY}),
    "party": frozenset({Kind.PARTY}),
    "political_group": frozenset({Kind.PARTY, Kind.ARMED_GROUP}),
    "network": frozenset({Kind.ORGANISATION, Kind.ARMED_GROUP}),
    "organisation": frozenset({Kind.ORGANISATION}),
    "government_body": frozenset({Kind.GOVERNMENT}),
    "media_outlet": frozenset({Kind.MEDIA}),
    "platform": frozenset({Kind.COMPANY, Kind.ORGANISATION, Kind.MEDIA}),
    "place": frozenset({Kind.PLACE}),
    "facility": frozenset({Kind.FACILITY}),
    "weapon": frozenset({Kind.WEAPON}),
}
"""Gold's types and the kinds of ours that are right for them; for all others ``other`` is."""
LEAST_OVERLAP = 0.5
"""Share of their joint letters that two spans must have in common to be one mention."""

Place = tuple[str, int, int]
Partition = dict[Place, str]


def phi(a: set[Place], b: set[Place]) -> float:
    """Similarity of two clusters (phi 4 of Luo 2005)."""
    return 2 * len(a & b) / (len(a) + len(b))


def clusters_of(partition: Mapping[Place, str]) -> list[set[Place]]:
    """The clusters of a partition."""
    found: dict[str, set[Place]] = defaultdict(set)
    for mention, entity in partition.items():
        found[entity].add(mention)
    return list(found.values())


def score_muc(key: Partition, response: Partition) -> tuple[float, float]:
    """Recall and precision by links (Vilain et al. 1995)."""

    def side(left: Partition, right: Partition) -> float:
        links = kept = 0
        for cluster in clusters_of(left):
            parts = len({right[m] for m in cluster if m in right}) + sum(m not in right for m in cluster)
            links += len(cluster) - 1
            kept += len(cluster) - parts
        return kept / links if links else 0.0

    return side(key, response), side(response, key)


def score_b3(key: Partition, response: Partition) -> tuple[float, float]:
    """Recall and precision by mentions (Bagga and Baldwin 1998); a mention without a twin scores nothing."""

    def side(left: Partition, right: Partition) -> float:
        ours, theirs = clusters_of(left), {m: c for c in clusters_of(right) for m in c}
        gained = sum(len(cluster & theirs.get(m, set())) / len(cluster) for cluster in ours for m in cluster)
        return gained / len(left) if left else 0.0

    return side(key, response), side(response, key)


def score_ceaf(key: Partition, response: Partition) -> tuple[float, float]:
    """Recall and precision by clusters matched one to one (Luo 2005)."""
    gold, ours = clusters_of(key), clusters_of(response)
    total = best_total([[phi(a, b) if a & b else 0.0 for b in ours] for a in gold])
    return total / len(gold) if gold else 0.0, total / len(ours) if ours else 0.0


def best_total(gains: Sequence[Sequence[float]]) -> float:
    """The greatest sum that a one-to-one assignment of rows to columns can reach (Kuhn and Munkres)."""
    size = max(len(gains), len(gains[0]) if gains else 0)
    cost = [
        [-(gains[i][j] if i < len(gains) and j < len(gains[i]) else 0.0) for j in range(size)]
        for i in range(size)
    ]
    row_value, column_value, row_of = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        assign_row(row, cost, (row_value, column_value, row_of))
    return -sum(cost[row_of[column] - 1][column - 1] for column in range(1, size + 1))


def assign_row(
    row: int, cost: Sequence[Sequence[float]], state: tuple[list[float], list[float], list[int]]
) -> None:
    """One step of the assignment: give a row its column along the cheapest path."""
    row_value, column_value, row_of = state
    size = len(cost)
    row_of[0], column = row, 0
    least, before, done = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    while row_of[column]:
        done[column] = True
        here, step, following = row_of[column], float("inf"), 0
        for j in range(1, size + 1):
            if done[j]:
                continue
            slack = cost[here - 1][j - 1] - row_value[here] - column_value[j]
            if slack < least[j]:
                least[j], before[j] = slack, column
            if least[j] < step:
                step, following = least[j], j
        for j in range(size + 1):
            if done[j]:
                row_value[row_of[j]] += step
                column_value[j] -= step
            else:
                least[j] -= step
        column = following
    while column:
        row_of[column] = row_of[before[column]]
        column = before[column]


MEASURES = {"MUC": score_muc, "B3": score_b3, "CEAF-e": score_ceaf}


def f1(recall: float, precision: float) -> float:
    """Harmonic mean; 0 if both are 0."""
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def score(key: Partition, response: Partition) -> dict[str, float]:
    """All measures as fractions, and their mean F1."""
    row: dict[str, float] = {}
    for name, measure in MEASURES.items():
        recall, precision = measure(key, response)
        row |= {f"{name} P": precision, f"{name} R": recall, f"{name} F1": f1(recall, precision)}
    row["CoNLL"] = sum(row[f"{name} F1"] for name in MEASURES) / len(MEASURES)
    row["mentions P"] = sum(m in key for m in response) / len(response) if response else 0.0
    row["mentions R"] = sum(m in response for m in key) / len(key) if key else 0.0
    return row


def overlap(a: Place, b: Place) -> float:
    """Share of the letters of both spans that they have in common; 0 in two files."""
    common = min(a[2], b[2]) - max(a[1], b[1])
    return common / (max(a[2], b[2]) - min(a[1], b[1])) if a[0] == b[0] and common > 0 else 0.0


def align(ours: Iterable[Place], gold: Iterable[Place]) -> dict[Place, Place]:
    """Our mentions with their twins in gold, best overlaps first, one to one."""
    by_file: dict[str, list[Place]] = defaultdict(list)
    for place in gold:
        by_file[place[0]].append(place)
    pairs = [(overlap(a, b), a, b) for a in ours for b in by_file[a[0]] if overlap(a, b) >= LEAST_OVERLAP]
    found: dict[Place, Place] = {}
    for _, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if a not in found and b not in found.values():
            found[a] = b
    return found


def read_gold(folder: Path) -> tuple[Partition, Partition, set[Place], dict[str, Any]]:
    """Named and described mentions with their entities, those in furniture, and the entities by id."""
    record = json.loads((folder / "gold" / "entities.json").read_text(encoding="utf-8"))
    named: Partition = {}
    nominal: Partition = {}
    furniture: set[Place] = set()
    for entity in record["entities"]:
        for form, found in (("mentions", named), ("nominal_mentions", nominal)):
            for mention in entity[form]:
                place = (mention["doc"], mention["start"], mention["end"])
                if "in_boilerplate" in mention:
                    furniture.add(place)
                else:
                    found[place] = entity["id"]
    return named, nominal, furniture, {entity["id"]: entity for entity in record["entities"]}


def run_cluster(folder: Path) -> Dossier:
    """The dossier of a cluster's reports."""
    meta = folder / "meta.json"
    return run_dossier(find_reports([str(path) for path in sorted(folder.glob("*.txt"))], meta=meta))


def find_ours(dossier: Dossier) -> tuple[Partition, dict[Place, str], dict[str, str]]:
    """Our mentions with their entities, the form of each, and the entities' names."""
    files = {report.id: Path(report.file).name for report in dossier.reports}
    ours: Partition = {}
    forms: dict[Place, str] = {}
    for entity in dossier.entities:
        for mention in entity.mentions:
            place = (files[mention.span.report], mention.span.start, mention.span.end)
            ours[place], forms[place] = entity.id, mention.form
    return ours, forms, {entity.id: f"{entity.name} ({entity.kind})" for entity in dossier.entities}


def share_of_kinds(folder: Path, dossier: Dossier) -> tuple[float, float]:
    """Share of gold's named mentions found whose kind is right, and of those with the right family."""
    named, nominal, furniture, gold = read_gold(folder)
    ours, _, _ = find_ours(dossier)
    kind = {entity.id: entity.kind for entity in dossier.entities}
    twins = align(ours, [*named, *nominal, *furniture])
    pairs = [
        (kind[ours[place]], KINDS.get(gold[named[twin]]["type"], frozenset({Kind.OTHER})))
        for place, twin in twins.items()
        if twin in named
    ]
    exact = sum(mine in right for mine, right in pairs)
    family = sum(mine.family in {one.family for one in right} for mine, right in pairs)
    return exact / len(pairs), family / len(pairs)


def count_named(folder: Path, dossier: Dossier) -> dict[str, int]:
    """How many entities of ours bear each person's name in gold's claims on condition and responsibility."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names = {
        claim["value"].get("person") or claim["value"].get("party") or ""
        for slot in gold["slots"]
        if slot["slot"] in {"condition", "responsibility"}
        for claim in slot["claims"]
    }
    people = [entity for entity in dossier.entities if entity.kind is Kind.PERSON]
    found = {}
    for name in sorted(names):
        bearing = [e for e in people if any(bears(spelling, name) for spelling in (e.name, *e.aliases))]
        if bearing or name in {slot["slot"].partition(":")[2] for slot in gold["slots"]}:
            found[name] = len(bearing)
    return found


def bears(spelling: str, name: str) -> bool:
    """Whether a full name, or a surname alone, is that of gold."""
    if " " in spelling and " " in name:
        return compare_names(spelling, name, kind=Kind.PERSON).same
    return spelling.casefold() == name.casefold()


def measure(folder: Path, dossier: Dossier) -> tuple[dict[str, dict[str, float]], dict[str, list[str]]]:
    """The rows of one cluster, and what went wrong, in words."""
    named, nominal, furniture, gold = read_gold(folder)
    ours, forms, names = find_ours(dossier)
    twins = align(ours, [*named, *nominal, *furniture])
    shown = {place for place in ours if twins.get(place) not in furniture}
    rows = {}
    for row, key in (("named", named), ("named and described", named | nominal)):
        response = {
            twins.get(place, place): ours[place]
            for place in shown
            if twins.get(place) in key or (forms[place] == "name" and twins.get(place) not in nominal)
        }
        rows[row] = score(key, response)
    everything = {twins[place]: ours[place] for place in shown if place in twins}
    return rows, find_misses(named, nominal, everything, gold=gold, names=names) | {
        "names that gold does not have": sorted(
            f"{place} {names[ours[place]]}"
            for place in shown
            if forms[place] == "name" and place not in twins
        )
    }


def find_misses(
    named: Partition, nominal: Partition, ours: Partition, *, gold: dict[str, Any], names: dict[str, str]
) -> dict[str, list[str]]:
    """Persons of gold merged, entities of gold split, and mentions of gold not found."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, entity in (named | nominal).items():
        parts[entity][ours.get(place, "")] += 1
        if place in ours:
            held[ours[place]][entity] += 1
    persons = {
        ours_id: [e for e in counts if gold[e]["type"] == "person"] for ours_id, counts in held.items()
    }
    return {
        "persons merged": [
            f"{names[i]}: {', '.join(gold[e]['name'] for e in es)}"
            for i, es in persons.items()
            if len(es) > 1
        ],
        "others merged": [
            f"{names[i]}: " + ", ".join(f"{gold[e]['name']} {n}" for e, n in es.items())
            for i, es in held.items()
            if len(es) > 1
        ],
        "split": [
            f"{gold[e]['name']}: " + ", ".join(f"{names.get(i, 'not found')} {n}" for i, n in counts.items())
            for e, counts in parts.items()
            if len(counts) > 1 or "" in counts
        ],
    }


def print_rows(cluster: str, rows: Mapping[str, Mapping[str, float]]) -> None:
    """The table of one cluster."""
    print(f"\n{cluster}")
    print(f"{'mentions':22}{'found P':>8}{'R':>7}" + "".join(f"{name:>9}" for name in (*MEASURES, "CoNLL")))
    for row, figures in rows.items():
        cells = [figures[f"{name} F1"] for name in MEASURES] + [figures["CoNLL"]]
        print(
            f"{row:22}{figures['mentions P']:8.3f}{figures['mentions R']:7.3f}"
            + "".join(f"{cell:9.3f}" for cell in cells)
        )


def print_named(cluster: str, named: Mapping[str, int]) -> None:
    """Whether the persons of gold's claims are one entity each."""
    one = sum(times == 1 for times in named.values())
    print(f"\n{cluster}: {one} of {len(named)} persons in condition and responsibility claims are one entity")
    for name, times in named.items():
        if times != 1:
            print(f"  {name}: {times}")


def main() -> None:
    """Measure the clusters named, or all that have gold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="CLUSTER_FOLDER")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--misses", action="store_true", help="list what was merged, split or not found")
    options = parser.parse_args()
    folders = options.folders or sorted(CLUSTERS.glob("*/")) if CLUSTERS.exists() else options.folders
    measured = {}
    for folder in folders:
        if not (folder / "gold.json").exists():
            print(f"{folder.name}: no gold.json, left out")
            continue
        dossier = run_cluster(folder)
        print_named(folder.name, count_named(folder, dossier))
        if not (folder / "gold" / "entities.json").exists():
            continue
        rows, misses = measure(folder, dossier)
        measured[folder.name] = rows
        print_rows(folder.name, rows)
        print(f"persons merged: {len(misses['persons merged'])}")
        exact, family = share_of_kinds(folder, dossier)
        print(
            f"kind right for {exact:.3f} of the named mentions found, person, body or place for {family:.3f}"
        )
        if options.misses:
            for kind, lines in misses.items():
                print(f"\n{kind}: {len(lines)}", *lines, sep="\n  ")
    if not folders:
        print("nothing to measure: name a cluster's folder")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

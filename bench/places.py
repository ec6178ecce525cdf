"""Where the places of a case are: every place name of a cluster, what it resolves to, and why.

Usage:
    python bench/places.py [CLUSTER_FOLDER...] [--records FILE.jsonl] [--json FILE]

Without folders all clusters of ``../shared/data`` are read. There is no gold standard for these: the table
is for reading, and ends with the share resolved, left open and not in the gazetteer. With ``--records`` (the
format of ``../shared/data/incidents-us``) the town and state in which a registry puts each incident are
compared with the places that its reports name beside the incident (this takes minutes).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from sayso.reconcile.gazetteer import find_candidates
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model.dossier import Dossier
    from sayso.model.entities import Entity

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
WIDTH = 60


def state_of(entity: Entity) -> str:
    """Resolved by the gazetteer, put by the text, left open, or not in the gazetteer."""
    place = entity.place
    if place is None or place.gazetteer is None:
        return "left open" if place and place.why.startswith("left open") else "not in the gazetteer"
    return "by the text" if place.gazetteer.startswith("text:") else "resolved"


def read_places(dossier: Dossier) -> list[dict[str, Any]]:
    """Every place of a dossier as a row."""
    return [
        {
            "name": entity.name,
            "aliases": list(entity.aliases),
            "kind": entity.kind,
            "mentions": len(entity.mentions),
            "state": state_of(entity),
            "chain": list(entity.place.chain) if entity.place else [],
            "precision": entity.place.precision if entity.place else None,
            "why": entity.place.why if entity.place else "",
        }
        for entity in dossier.entities
        if entity.kind in {"place", "facility"}
    ]


def print_places(name: str, rows: Iterable[dict[str, Any]]) -> None:
    """One cluster's rows, the most often named places first."""
    print(f"\n{name}")
    for row in sorted(rows, key=lambda row: (-row["mentions"], row["name"])):
        chain = " < ".join(row["chain"]) or "–"
        print(f"  {row['mentions']:3}  {row['name'][:28]:28}  {chain[:WIDTH]:{WIDTH}}  {row['why']}")


def print_shares(rows: list[dict[str, Any]]) -> dict[str, int]:
    """How many places, and how many mentions, end in which state."""
    places = Counter(row["state"] for row in rows)
    mentions: Counter[str] = Counter()
    for row in rows:
        mentions[row["state"]] += row["mentions"]
    print("\nstate                    places       mentions")
    for state, number in places.most_common():
        share, said = number / len(rows), mentions[state] / max(mentions.total(), 1)
        print(f"{state:22}  {number:4} {share:6.1%}   {mentions[state]:5} {said:6.1%}")
    return dict(places)


def write_reports(record: dict[str, Any], folder: Path) -> list[str]:
    """The documents of a registry's record as files."""
    paths = []
    for number, document in enumerate(record["documents"]):
        path = folder / f"{number:02}.txt"
        path.write_text(f"{document.get('title') or ''}\n\n{document['text']}", encoding="utf-8")
        paths.append(str(path))
    return paths


def named_places(dossier: Dossier) -> Iterator[Entity]:
    """Places in the order of how often they are named beside the focal incident."""
    focal = {event.id for event in dossier.events if event.focal}
    spans = [
        span
        for claim in dossier.claims
        if claim.slot in {"place", "target"} and claim.event in focal
        for span in claim.spans
    ]
    told: Counter[str] = Counter()
    by_id = {}
    for entity in dossier.entities:
        if entity.place is None or entity.place.gazetteer is None or entity.place.precision == "country":
            continue
        by_id[entity.id] = entity
        told[entity.id] += sum(
            span.report == mention.span.report and span.start <= mention.span.start < span.end
            for span in spans
            for mention in entity.mentions
        )
    yield from (by_id[key] for key, number in told.most_common() if number)


def compare_record(record: dict[str, Any]) -> dict[str, Any]:
    """What a registry has against what the reports' places resolve to."""
    with tempfile.TemporaryDirectory() as folder:
        dossier = sayso.dossier(write_reports(record, Path(folder)))
    told = record["record"]
    town, state = fold(told["city_or_county"]).split(" (")[0], fold(told["state"])
    chains = [[fold(name) for name in one.place.chain] for one in named_places(dossier) if one.place]
    towns = [chain for chain in chains if len(chain) > 2]
    return {
        "id": record["incident_id"],
        "town": told["city_or_county"],
        "state": told["state"],
        "in_gazetteer": bool(find_candidates(told["city_or_county"].split(" (")[0])),
        "found": chains[:5],
        "state_found": any(state in chain for chain in chains),
        "town_found": any(town in chain and state in chain for chain in chains),
        "town_first": bool(towns) and town in towns[0] and state in towns[0],
        "wrong_state": bool(towns) and state not in towns[0],
    }


def measure_records(path: Path) -> list[dict[str, Any]]:
    """All records of a file, with a line of progress on standard error."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = []
    for number, line in enumerate(lines, start=1):
        rows.append(compare_record(json.loads(line)))
        print(f"\r{number}/{len(lines)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    for key in ("in_gazetteer", "state_found", "town_found", "town_first", "wrong_state"):
        print(f"{key:14} {sum(row[key] for row in rows):4} of {len(rows)}")
    return rows


def main() -> None:
    """Print the table; write JSON if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    every = sorted(path.parent for path in DATA.glob("clusters*/*/meta.json"))
    folders = options.folders or ([] if options.records else every)
    told: dict[str, Any] = {"clusters": {}}
    for folder in folders:
        texts = sorted(str(path) for path in folder.glob("*.txt"))
        rows = read_places(sayso.dossier(texts, meta=str(folder / "meta.json")))
        print_places(folder.name, rows)
        told["clusters"][folder.name] = rows
    found = [row for rows in told["clusters"].values() for row in rows]
    if found:
        told["shares"] = print_shares(found)
    if options.records:
        told["records"] = measure_records(options.records)
    if options.json:
        options.json.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

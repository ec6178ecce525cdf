"""Who is held responsible, against a registry's record: suspects found, and nobody else blamed.

Usage:
    python bench/suspects.py INCIDENTS.jsonl [--limit N] [--json FILE] [--misses]

A line holds ``record`` (with ``participants``: name, type, status) and ``documents`` (outlet, date,
title, text). Every suspect whom the record names, and some report too, should have a claim on
responsibility; no victim may have one. Claims on others are counted and listed with --misses: a
second incident's suspect, an officer who shot, or a mistake.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.model.values import Responsibility
from sayso.reconcile.naming import compare_names
from victims import is_printed, run_incident

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.dossier import Dossier


def named(incident: dict[str, Any], kind: str) -> list[str]:
    """Names of the record's victims or suspects, of two words at least."""
    people = incident["record"]["participants"]
    found = (one.get("name", "") for one in people if kind in one.get("type", ""))
    return [" ".join(name.split()) for name in found if " " in name.strip()]


def blamed(dossier: Dossier) -> list[tuple[str, str, str]]:
    """Party, status and wording of every claim on responsibility for the incident itself."""
    focal = {event.id for event in dossier.events if event.focal}
    return [
        (c.value.party, c.value.status, c.wording)
        for c in dossier.claims
        if isinstance(c.value, Responsibility) and c.event in focal
    ]


def is_one(party: str, names: Sequence[str]) -> bool:
    """Whether a party is one of these people, by full name or by surname alone."""
    last = party.rsplit(maxsplit=1)[-1].casefold() if party.split() else ""
    return any(
        compare_names(name, party, kind="person").same
        if " " in party
        else name.rsplit(maxsplit=1)[-1].casefold() == last
        for name in names
    )


def measure(incident: dict[str, Any], counted: Counter[str], *, misses: bool) -> None:
    """Count one incident."""
    dossier = run_incident(incident)
    suspects, victims = named(incident, "Suspect"), named(incident, "Victim")
    rows = blamed(dossier)
    texts = [report.text for report in dossier.reports]
    for name in suspects:
        if is_printed(name, texts):
            counted["suspects named"] += 1
            found = any(is_one(party, [name]) for party, _, _ in rows)
            counted["suspects found"] += found
            if misses and not found:
                print(f"  {incident['incident_id']}: not found: {name}")
    for party, status, wording in rows:
        kind = "suspect" if is_one(party, suspects) else "victim" if is_one(party, victims) else "other"
        counted[f"claims on a {kind}" if kind != "other" else "claims on others"] += 1
        if misses and kind != "suspect":
            print(f"  {incident['incident_id']}: {kind}: {party} ({status}): {wording}")


def main() -> int:
    """Measure the incidents of a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("incidents", type=Path, metavar="INCIDENTS.jsonl")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N incidents")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--misses", action="store_true", help="list what is missed and who else is blamed")
    args = parser.parse_args()
    if not args.incidents.exists():
        print(f"skipped: {args.incidents} is not there (shared/ beside the repository)")
        return 0
    lines = args.incidents.read_text(encoding="utf-8").splitlines()[: args.limit]
    counted: Counter[str] = Counter()
    for line in lines:
        measure(json.loads(line), counted, misses=args.misses)
    for name in ("suspects named", "suspects found", "claims on a suspect", "claims on others"):
        print(f"{name:24} {counted[name]:5}")
    print(f"{'claims on a victim':24} {counted['claims on a victim']:5}")
    share = counted["suspects found"] / counted["suspects named"] if counted["suspects named"] else None
    print(f"{'share of suspects found':24} {share:5.2f}" if share is not None else "no suspect is named")
    if args.json:
        args.json.write_text(json.dumps({**counted, "share_found": share}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Whether named victims come out as one person each with the right condition: a registry's record.

Usage:
    python bench/victims.py INCIDENTS.jsonl [--limit N] [--json FILE] [--misses]

A line holds ``record`` (with ``participants``: name, type, status) and ``documents`` (outlet, date,
title, text). For every victim whom the record names, the dossier of the documents is asked for the
entities with that name and for the conditions stated of them. Prints the share that is found under a
single entity with the right condition, and the misses by kind.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.model.kinds import Kind
from sayso.model.values import Condition
from sayso.pipeline.run import find_reports, run_dossier
from sayso.reconcile.naming import compare_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.dossier import Dossier
    from sayso.model.entities import Entity

HURT = frozenset({"minor", "injured", "serious"})
OUTCOMES = (
    "right", "wrong condition", "no condition", "split", "joined with another", "other kind", "not found",
    "not named in the reports",
)  # fmt: skip


def run_incident(incident: dict[str, Any]) -> Dossier:
    """The dossier of an incident's documents."""
    with tempfile.TemporaryDirectory() as folder:
        meta = []
        for number, document in enumerate(incident["documents"]):
            path = Path(folder) / f"{number:02}.txt"
            path.write_text(f"{document['title']}\n\n{document['text']}", encoding="utf-8")
            meta.append({"file": path.name, "outlet": document["outlet"], "date": document["date"]})
        (Path(folder) / "meta.json").write_text(json.dumps({"documents": meta}), encoding="utf-8")
        return run_dossier(find_reports([f"{folder}/*.txt"], meta=f"{folder}/meta.json"))


def victims_of(incident: dict[str, Any]) -> list[tuple[str, str]]:
    """Name and wanted state of every victim whom the record names and whose fate it gives."""
    found = []
    for one in incident["record"]["participants"]:
        status = one.get("status", "")
        state = "killed" if "Killed" in status else "hurt" if "Injured" in status else ""
        if one.get("type") == "Victim" and " " in one.get("name", "").strip() and state:
            found.append((" ".join(one["name"].split()), state))
    return found


def is_printed(name: str, texts: Iterable[str]) -> bool:
    """Whether the surname and the given name stand near each other in some report."""
    first, last = name.split(maxsplit=1)[0].casefold(), name.rsplit(maxsplit=1)[-1].casefold().strip(".")
    return any(
        last in text.casefold()[max(0, place - 40) : place + 60]
        for text in texts
        for place in places_of(first, text.casefold())
    )


def places_of(word: str, text: str) -> list[int]:
    """Where a word begins in a text."""
    found, start = [], text.find(word)
    while start >= 0:
        found.append(start)
        start = text.find(word, start + 1)
    return found


def matches(name: str, entity: Entity) -> bool:
    """Whether an entity has a spelling of a full name."""
    return any(
        " " in spelling and compare_names(name, spelling, kind="person").same
        for spelling in (entity.name, *entity.aliases)
    )


def outcome(name: str, state: str, dossier: Dossier, others: Sequence[str]) -> str:
    """What became of one victim."""
    texts = [report.text for report in dossier.reports]
    if not is_printed(name, texts):
        return "not named in the reports"
    named = [e for e in dossier.entities if matches(name, e)]
    found = [e for e in named if e.kind is Kind.PERSON]
    if not found:
        return "other kind" if named else "not found"
    if len(found) > 1:
        return "split"
    if any(
        matches(other, found[0]) and not compare_names(name, other, kind="person").same for other in others
    ):
        return "joined with another"
    states = {
        c.value.state for c in dossier.claims if isinstance(c.value, Condition) and c.about == found[0].id
    }
    if not states:
        return "no condition"
    wanted = {"killed"} if state == "killed" else HURT
    return "right" if states & wanted and not (state == "hurt" and "killed" in states) else "wrong condition"


def main() -> None:
    """Measure the incidents of a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("incidents", type=Path, metavar="INCIDENTS.jsonl")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N incidents")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--misses", action="store_true", help="list every victim that did not come out right")
    options = parser.parse_args()
    lines = options.incidents.read_text(encoding="utf-8").splitlines()[: options.limit]
    counts: Counter[str] = Counter()
    for line in lines:
        incident = json.loads(line)
        victims = victims_of(incident)
        if not victims:
            continue
        dossier = run_incident(incident)
        for name, state in victims:
            found = outcome(name, state, dossier, [other for other, _ in victims if other != name])
            counts[found] += 1
            if options.misses and found != "right":
                print(f"{incident['incident_id']}  {name} ({state}): {found}", flush=True)
    print_table(counts)
    if options.json:
        options.json.write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")


def print_table(counts: Counter[str]) -> None:
    """The outcomes with their shares of all victims named in the reports."""
    named = counts.total() - counts["not named in the reports"]
    print(f"{'outcome':28}{'victims':>8}{'share of those named':>22}")
    for kind in OUTCOMES:
        share = f"{counts[kind] / named:22.3f}" if named and kind != "not named in the reports" else ""
        print(f"{kind:28}{counts[kind]:8}{share}")


if __name__ == "__main__":
    main()

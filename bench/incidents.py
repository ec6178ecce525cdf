"""Whether the number of dead and hurt comes out as a registry records it.

Usage:
    python bench/incidents.py INCIDENTS.jsonl [--limit N] [--json FILE] [--misses]

A line holds ``record`` (with ``num_killed``, ``num_injured`` and ``participants``: type, status) and
``documents`` (outlet, date, title, text). For every incident the dossier of its documents is asked
for low, best and high of the killed and of the injured, and each is compared with the record.

Whether a record counts the attackers too is part of the question, so three readings are shown: the
figures as they are told; without the attackers; with them. They differ only where the reports tell
of an attacker dead or hurt. The record is compared with all three, and so are its own two counts,
which tell which reading it follows. No figure at all agrees with a record of none, and only with that.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import asdict, dataclass
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.reconcile.readings import Readings, read_both
from victims import run_incident

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.model.dossier import Dossier, Finding

SLOTS = {"killed": "num_killed", "injured": "num_injured"}
STATUS = {"killed": "Killed", "injured": "Injured"}
READINGS = ("as told", "without attackers", "with attackers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Low, best and high of one reading; high None if open, best None if no report gives a figure."""

    low: float = 0
    best: float | None = None
    high: float | None = 0

    def holds(self, number: int) -> bool:
        """Whether a number lies between low and high."""
        return self.low <= number <= (inf if self.high is None else self.high)

    def gives(self, number: int) -> bool:
        """Whether a number is the best one; no figure gives none."""
        return number == (self.best or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One slot of one incident: what the registry records and what the reports give, by reading."""

    incident: str
    slot: str
    record: int
    record_attackers: int
    figures: Mapping[str, Figure]


def finding_on(dossier: Dossier, slot: str, group: str) -> Finding | None:
    """The finding on the incident itself; None if there is none."""
    focal = {event.id for event in dossier.events if event.focal}
    return next(
        (f for f in dossier.findings if f.slot == slot and f.group == group and f.event in focal), None
    )


def read_figures(dossier: Dossier, slot: str) -> dict[str, Figure]:
    """The figures of a dossier by reading.

    Where nothing tells the two readings apart, a figure stays as told in both.
    """
    told = finding_on(dossier, slot, "all")
    among = finding_on(dossier, slot, "attackers")
    if told is None or told.best is None:
        return dict.fromkeys(READINGS, Figure())
    figure = Figure(low=told.low or 0, best=told.best, high=None if told.open_high else told.high)
    both = read_both(told, among) or Readings(without=told.best, with_them=told.best)
    return {
        "as told": figure,
        "without attackers": Figure(low=figure.low, best=both.without, high=figure.high),
        "with attackers": Figure(low=figure.low, best=both.with_them, high=figure.high),
    }


def count_attackers(record: Mapping[str, Any], slot: str) -> int:
    """How many suspects the record has among the killed or injured."""
    return sum(
        "Suspect" in one.get("type", "") and STATUS[slot] in one.get("status", "")
        for one in record["participants"]
    )


def measure(incident: Mapping[str, Any]) -> list[Row]:
    """The rows of one incident."""
    dossier, record = run_incident(dict(incident)), incident["record"]
    return [
        Row(
            incident=str(incident["incident_id"]),
            slot=slot,
            record=record[field],
            record_attackers=count_attackers(record, slot),
            figures=read_figures(dossier, slot),
        )
        for slot, field in SLOTS.items()
    ]


def summarise(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """Shares by slot and reading, and against the record less its attackers."""
    table: dict[str, dict[str, float]] = {}
    for slot in SLOTS:
        mine = [row for row in rows if row.slot == slot]
        for reading in READINGS:
            table[f"{slot}, {reading}"] = shares([(row.figures[reading], row.record) for row in mine])
        other = [(row.figures["without attackers"], row.record - row.record_attackers) for row in mine]
        table[f"{slot}, both without"] = shares(other)
    return table


def shares(pairs: Sequence[tuple[Figure, int]]) -> dict[str, float]:
    """How often the record lies within, is the best figure, and how often there is no figure."""
    tally = Counter[str]()
    for figure, number in pairs:
        none = figure.best is None
        tally["within"] += figure.holds(number)
        tally["best"] += figure.gives(number)
        tally["no figure"] += none
        tally["no figure, none recorded"] += none and number == 0
    most = max(1, len(pairs))
    return {
        "incidents": len(pairs), "within": tally["within"] / most, "best": tally["best"] / most,
        "no figure": tally["no figure"], "no figure, none recorded": tally["no figure, none recorded"],
    }  # fmt: skip


def follows(rows: Sequence[Row]) -> str:
    """Which reading the record follows, in a sentence; told by the incidents where the two differ."""
    apart = [row for row in rows if row.figures[READINGS[1]].best != row.figures[READINGS[2]].best]
    without = sum(row.figures[READINGS[1]].gives(row.record) for row in apart)
    with_them = sum(row.figures[READINGS[2]].gives(row.record) for row in apart)
    if not apart or without == with_them:
        return f"Which reading the record follows is open: {len(apart)} figures tell the two apart."
    word, many = ("with", with_them) if with_them > without else ("without", without)
    return (
        f"The record follows the reading {word} the attackers: {many} of {len(apart)} that tell them apart."
    )


def show(table: Mapping[str, Mapping[str, float]]) -> None:
    """Print the shares as a table."""
    columns = ("incidents", "within", "best", "no figure", "no figure, none recorded")
    print(f"{'':28}", *(f"{column:>26}" for column in columns))
    for name, row in table.items():
        cells = (f"{row[c]:26.3f}" if c in {"within", "best"} else f"{row[c]:26}" for c in columns)
        print(f"{name:28}", *cells)


def show_miss(row: Row) -> None:
    """Print a row whose record is not the best figure as told."""
    figure = row.figures["as told"]
    if not (figure.gives(row.record) and figure.holds(row.record)):
        high = "open" if figure.high is None else f"{figure.high:g}"
        best = "none" if figure.best is None else f"{figure.best:g}"
        print(f"{row.incident}  {row.slot}: recorded {row.record}, told {figure.low:g} / {best} / {high}")


def main() -> int:
    """Measure the incidents of a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("incidents", type=Path, metavar="INCIDENTS.jsonl")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N incidents")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write figures and rows as JSON too")
    parser.add_argument(
        "--misses", action="store_true", help="list every figure that the record does not bear"
    )
    options = parser.parse_args()
    if not options.incidents.exists():
        print(f"skipped: there is no {options.incidents}")
        return 0
    lines = options.incidents.read_text(encoding="utf-8").splitlines()[: options.limit]
    rows = [row for line in lines for row in measure(json.loads(line))]
    if options.misses:
        for row in rows:
            show_miss(row)
    table = summarise(rows)
    show(table)
    print(follows(rows))
    if options.json:
        plain = {"figures": table, "follows": follows(rows), "rows": [asdict(row) for row in rows]}
        options.json.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Small invented incidents of many kinds: what any careful reader would demand, and traps.

A folder holds two or three short reports and ``expect.json``: ``meta`` (outlet and date of each
file), ``expect`` (claims), ``verdicts`` (of findings on the focal incident) and ``forbid`` (values
that belong elsewhere: earlier incidents, yearly totals, ages, house numbers, crowds, parts).

To see what is missed: ``python -m tests.incidents.test_incidents``.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sayso
from tests.incidents.matching import claims_like, focal_claims, focal_findings, stands_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.dossier import Dossier

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/expect.json"))

LEAST_FOUND = 0.7
"""Share of expected claims found, at least; raised whenever it is beaten for good."""

LEAST_VERDICTS = 0.5
"""Share of expected verdicts that are right, at least."""

MOST_FORBIDDEN = 3
"""Claims on the focal incident that belong elsewhere, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one or more incidents came to; the complaints say what was missed or wrong."""

    expected: int
    found: int
    verdicts: int
    verdicts_right: int
    forbidden: int
    complaints: tuple[str, ...]

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            expected=self.expected + other.expected,
            found=self.found + other.found,
            verdicts=self.verdicts + other.verdicts,
            verdicts_right=self.verdicts_right + other.verdicts_right,
            forbidden=self.forbidden + other.forbidden,
            complaints=self.complaints + other.complaints,
        )

    def __str__(self) -> str:
        return (
            f"claims {self.found}/{self.expected}, verdicts {self.verdicts_right}/{self.verdicts}, "
            f"forbidden {self.forbidden}"
        )


NOTHING = Tally(expected=0, found=0, verdicts=0, verdicts_right=0, forbidden=0, complaints=())


def read_expectations(folder: Path) -> dict[str, Any]:
    expectations: dict[str, Any] = json.loads((folder / "expect.json").read_text(encoding="utf-8"))
    return expectations


def places_of(wording: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(wording), text)]


def dossier_of(folder: Path, meta: Mapping[str, Mapping[str, str]]) -> Dossier:
    documents = [{"file": file, **rest} for file, rest in meta.items()]
    with tempfile.TemporaryDirectory() as scratch:
        supplied = Path(scratch) / "meta.json"
        supplied.write_text(json.dumps({"documents": documents}), encoding="utf-8")
        return sayso.dossier(sorted(folder.glob("*.txt")), meta=supplied)


def is_found(wanted: Mapping[str, Any], folder: Path, dossier: Dossier) -> bool:
    text = (folder / wanted["report"]).read_bytes().decode()
    places = places_of(wanted["wording"], text)
    candidates = claims_like(focal_claims(dossier), wanted)
    return any(stands_in(claim, dossier, wanted["report"], places) for claim in candidates)


def has_verdict(wanted: Mapping[str, str], dossier: Dossier) -> bool:
    findings = focal_findings(dossier, wanted["slot"], wanted["group"])
    return any(finding.verdict == wanted["verdict"] for finding in findings)


def tally(folder: Path) -> Tally:
    wanted = read_expectations(folder)
    dossier = dossier_of(folder, wanted["meta"])
    missed = [one for one in wanted["expect"] if not is_found(one, folder, dossier)]
    wrong = [one for one in wanted["verdicts"] if not has_verdict(one, dossier)]
    trapped = [one for one in wanted["forbid"] if claims_like(focal_claims(dossier), one)]
    complaints = [
        *(f"missed     {one['slot']}/{one['group']} {one['value']} {one['wording']!r}" for one in missed),
        *(f"verdict    {one['slot']}/{one['group']} not {one['verdict']}" for one in wrong),
        *(f"forbidden  {one['slot']}/{one['group']} {one['value']}: {one['why']}" for one in trapped),
    ]
    return Tally(
        expected=len(wanted["expect"]),
        found=len(wanted["expect"]) - len(missed),
        verdicts=len(wanted["verdicts"]),
        verdicts_right=len(wanted["verdicts"]) - len(wrong),
        forbidden=len(trapped),
        complaints=tuple(f"{folder.name}: {complaint}" for complaint in complaints),
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_expected_wording_stands_in_its_report(folder: Path) -> None:
    wanted = read_expectations(folder)
    assert set(wanted["meta"]) == {path.name for path in folder.glob("*.txt")}
    for one in wanted["expect"]:
        assert places_of(one["wording"], (folder / one["report"]).read_bytes().decode()), one["wording"]


def test_claims_that_any_careful_reader_demands_are_found() -> None:
    total = sum(map(tally, FOLDERS), start=NOTHING)
    told = "\n".join((str(total), *total.complaints))
    assert total.found >= LEAST_FOUND * total.expected, told
    assert total.verdicts_right >= LEAST_VERDICTS * total.verdicts, told
    assert total.forbidden <= MOST_FORBIDDEN, told


def main() -> None:
    """Print what came of each incident, and all that was missed or wrong."""
    total = NOTHING
    for folder in FOLDERS:
        if len(sys.argv) == 1 or folder.name in sys.argv[1:]:
            one = tally(folder)
            total += one
            sys.stdout.write("\n".join((f"{folder.name}: {one}", *one.complaints, "")))
    sys.stdout.write(f"ALL: {total}\n")


if __name__ == "__main__":
    main()

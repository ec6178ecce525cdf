"""The bench that compares figures with a registry's record, on two invented incidents."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def document(title: str, text: str, *, outlet: str) -> dict[str, str]:
    return {"outlet": outlet, "date": "2031-04-02", "title": title, "text": text}


def run_bench(*arguments: str) -> str:
    command = [sys.executable, str(ROOT / "bench" / "incidents.py"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def incident(
    name: str, *documents: dict[str, str], killed: int, injured: int, **people: str
) -> dict[str, Any]:
    participants = [{"type": kind.replace("_", "-"), "status": status} for kind, status in people.items()]
    record = {"num_killed": killed, "num_injured": injured, "participants": participants}
    return {"incident_id": name, "record": record, "documents": documents}


def test_both_readings_are_compared_with_the_record(tmp_path: Path) -> None:
    told = incident(
        "1",
        document(
            "Five dead in shooting at Orvel mill, gunman among them",
            "Five people were killed, including the gunman, in a shooting at the Orvel mill on Tuesday, "
            "police said. Two others were wounded.",
            outlet="Orvel Post",
        ),
        document(
            "Gunman kills four at mill in Orvel",
            "A gunman killed four people at the Orvel mill on Tuesday before he shot himself dead.",
            outlet="Daily Lantern",
        ),
        killed=5,
        injured=2,
        Subject_Suspect="Killed",
    )
    silent = incident(
        "2",
        document("Shots fired in Tarn", "Shots were fired in Tarn on Monday. Nobody was hurt.", outlet="Sun"),
        killed=0,
        injured=0,
    )
    data = tmp_path / "incidents.jsonl"
    data.write_text("\n".join(json.dumps(one) for one in (told, silent)) + "\n", encoding="utf-8")
    printed = run_bench(str(data), "--json", str(tmp_path / "out.json"))
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    first = next(row for row in found["rows"] if row["incident"] == "1" and row["slot"] == "killed")
    assert first["figures"]["without attackers"]["best"] == 4
    assert first["figures"]["with attackers"]["best"] == 5
    assert found["figures"]["killed, with attackers"]["best"] == 1
    assert found["figures"]["injured, as told"]["within"] == 1
    assert "The record follows the reading with the attackers" in printed


def test_absent_data_is_one_clear_line(tmp_path: Path) -> None:
    assert run_bench(str(tmp_path / "none.jsonl")).startswith("skipped: there is no ")

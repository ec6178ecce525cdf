"""Measure reading saved pages against the extraction library alone.

    python bench/reading.py [--pages N] [--json FILE]

The pages are generated: each an invented report with navigation, related links, a caption and a
script, some kilobytes in all, no two alike. Both sides get the same files from disk, in slices by
turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from pathlib import Path
from time import perf_counter

from trafilatura import bare_extraction

from sayso.model.reports import ReportStatus
from sayso.pipeline.run import run_reading
from sayso.reading import find_originals

SLICE = 20
MOST = 1.5
"""Times the library's time that reading may take (issue: read whatever is saved)."""

NAMES = ("Zelin", "Ostrel", "Port Ansel", "Lissgar", "Marrow Bay", "Tellan", "Upper Quay", "Vessin")
SAID = ("police said", "the mayor said", "a witness told reporters", "the harbour office said")
DID = (
    "Two people were killed when a bridge fell in the town of {place} on Friday",
    "The road through {place} had been closed for repairs since the spring",
    "Crews worked through the night to clear the rubble from the river at {place}",
    "Nobody from the county could be reached for comment about {place} on Saturday",
    "At least {number} people were taken to the hospital in {place} with light injuries",
)


def main() -> None:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description="Time reading against the extraction library alone.")
    parser.add_argument("--pages", metavar="N", type=int, default=1000, help="how many (default: 1000)")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the numbers there")
    options = parser.parse_args()
    measured = measure(options.pages)
    for name, number in measured.items():
        print(f"{name:16} {number:,}")
    print(f"{'at most':16} {MOST}")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


def measure(pages: int) -> dict[str, float]:
    """Seconds for both sides, and their ratio."""
    chance, alone, ours, read = random.Random(1), 0.0, 0.0, 0  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.html" for number in range(pages)]
        for path in paths:
            path.write_text(make_page(chance), encoding="utf-8")
        _read_ours(paths[:1]), _read_alone(paths[:1])  # what is loaded once is not counted
        for first in range(0, pages, SLICE):
            batch = paths[first : first + SLICE]
            began = perf_counter()
            _read_alone(batch)
            between = perf_counter()
            read += _read_ours(batch)
            alone, ours = alone + between - began, ours + perf_counter() - between
    return {
        "pages": pages, "read": read, "library_s": round(alone, 2), "sayso_s": round(ours, 2),
        "ratio": round(ours / alone, 2),
    }  # fmt: skip


def make_page(chance: random.Random) -> str:
    """A page of an invented outlet."""
    place = chance.choice(NAMES)
    paragraphs = "\n".join(f"<p>{_paragraph(chance)}</p>" for _ in range(chance.randrange(8, 25)))
    links = "\n".join(f'<li><a href="/{number}">{_sentence(chance)}</a></li>' for number in range(12))
    title = f"Bridge falls in {place}, {chance.randrange(1000)} see it"
    day = f"2031-11-{chance.randrange(1, 29):02}"
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Lantern</title>
<meta property="og:site_name" content="The Lantern"><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="{day}T10:00:00Z"><style>p {{ color: black }}</style></head>
<body><nav><ul>{links}</ul></nav><article><h1>{title}</h1><figure><img src="a.jpg" alt="">
<figcaption>A view of the river at {place}.</figcaption></figure>{paragraphs}</article>
<aside><h2>Related</h2><ul>{links}</ul></aside><script>let page = {{"id": {chance.randrange(10**9)}}};</script>
<footer><p>Copyright The Lantern. All rights reserved.</p></footer></body></html>"""


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randrange(2, 5)))


def _sentence(chance: random.Random) -> str:
    words = chance.choice(DID).format(place=chance.choice(NAMES), number=chance.randrange(2, 90))
    return f"{words}, {chance.choice(SAID)}."


def _read_alone(paths: list[Path]) -> int:
    return sum(bare_extraction(path.read_bytes(), with_metadata=True) is not None for path in paths)


def _read_ours(paths: list[Path]) -> int:
    reports = run_reading(find_originals([str(path) for path in paths]))
    return sum(report.status is ReportStatus.READ for report in reports)


if __name__ == "__main__":
    main()

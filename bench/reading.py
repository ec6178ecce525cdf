"""Measure reading saved pages against the extraction library alone.

    python bench/reading.py [--pages N] [--json FILE]

The pages are generated: each an invented report with navigation, related links, a caption and a
script, some kilobytes in all, no two alike. Both sides get the same files from disk, in slices by
turns, so that whatever else the machine does falls on both. The library is measured as it comes,
which the ratio is about, and with the settings with which sayso calls it, which are quicker.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from pathlib import Path
from time import perf_counter

from trafilatura import bare_extraction
from trafilatura.settings import use_config

from sayso.model.reports import ReportStatus
from sayso.pipeline.run import run_reading
from sayso.reading import find_originals
from sayso.reading.html import NO_CLOCK

SLICE = 20
MOST = 1.5
"""Times the library's time that reading may take (issue: read whatever is saved)."""

NAMES = ("Zelin", "Ostrel", "Port Ansel", "Lissgar", "Marrow Bay", "Tellan", "Upper Quay", "Vessin")
SAID = ("police said", "the mayor said", "a witness told reporters", "the harbour office said")
SYLLABLES = (
    "ar",
    "bel",
    "con",
    "der",
    "en",
    "fal",
    "gor",
    "hin",
    "is",
    "lan",
    "mer",
    "nor",
    "ol",
    "per",
    "ran",
)
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
        print(f"{name:28} {number:,}")
    print(f"{'ratio at most':28} {MOST}")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


def measure(pages: int) -> dict[str, float]:
    """Seconds for both sides, and their ratio."""
    chance, read = random.Random(1), 0  # noqa: S311 - no secret
    alone = bare = ours = 0.0
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.html" for number in range(pages)]
        for path in paths:
            path.write_text(make_page(chance), encoding="utf-8")
        (
            _read_ours(paths[:1]),
            _read_alone(paths[:1]),
            _read_bare(paths[:1]),
        )  # what is loaded once is not counted
        for first in range(0, pages, SLICE):
            batch = paths[first : first + SLICE]
            began = perf_counter()
            _read_alone(batch)
            alone += perf_counter() - began
            began = perf_counter()
            _read_bare(batch)
            bare += perf_counter() - began
            began = perf_counter()
            read += _read_ours(batch)
            ours += perf_counter() - began
    return {
        "pages": pages, "read": read, "sayso_s": round(ours, 2), "library_s": round(alone, 2),
        "library_with_our_settings_s": round(bare, 2), "ratio": round(ours / alone, 2),
        "ratio_to_our_settings": round(ours / bare, 2),
    }  # fmt: skip


def make_page(chance: random.Random) -> str:
    """A page of an invented outlet."""
    place = chance.choice(NAMES)
    paragraphs = "\n".join(f"<p>{_paragraph(chance)}</p>" for _ in range(chance.randrange(8, 25)))
    links = "\n".join(f'<li><a href="/{number}">{_sentence(chance)}</a></li>' for number in range(12))
    title = f"Bridge falls in {place}, {chance.randrange(1000)} see it"
    day = f"2031-11-{chance.randrange(1, 29):02}"
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{title} - The Lantern</title>
<meta property="og:site_name" content="The Lantern"><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="{day}T10:00:00Z"><style>p {{ color: black }}</style></head>
<body><nav><ul>{links}</ul></nav><article><h1>{title}</h1><figure><img src="a.jpg" alt="">
<figcaption>A view of the river at {place}.</figcaption></figure>{paragraphs}</article>
<aside><h2>Related</h2><ul>{links}</ul></aside>
<script>let page = {{"id": {chance.randrange(10**9)}}};</script>
<footer><p>Copyright The Lantern. All rights reserved.</p></footer></body></html>"""


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randrange(2, 5)))


def _sentence(chance: random.Random) -> str:
    words = chance.choice(DID).format(place=chance.choice(NAMES), number=chance.randrange(2, 90))
    return f"{words} {_clause(chance)}, {chance.choice(SAID)}."


def _clause(chance: random.Random) -> str:
    # words that differ from sentence to sentence, as in print; else the search for pull quotes finds copies
    made = ("".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(1, 4))) for _ in range(12))
    return " ".join(made)


def _read_alone(paths: list[Path]) -> int:
    return sum(bare_extraction(path.read_bytes(), with_metadata=True) is not None for path in paths)


def _read_bare(paths: list[Path]) -> int:
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    return sum(
        bare_extraction(
            path.read_bytes(),
            config=config,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=dict(NO_CLOCK),
        )
        is not None
        for path in paths
    )


def _read_ours(paths: list[Path]) -> int:
    reports = run_reading(find_originals([str(path) for path in paths]))
    return sum(report.status is ReportStatus.READ for report in reports)


if __name__ == "__main__":
    main()

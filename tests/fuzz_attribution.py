"""Mixes quotation marks, lines and reporting words at random and looks for what finding must never do: raise.

    python tests/fuzz_attribution.py [--seconds N] [--seed N]

Not part of the tests: it runs as long as it is told, a minute by `make fuzz`. Texts that break it are
written to ``out/fuzz``.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from sayso.annotate import load_annotator
from sayso.extract.attributions import find_attributions
from tests.extract.attributions.test_attribution_robustness import BLANKS, MARKS, WORDS
from tests.reports import bare_report

FOUND = Path("out") / "fuzz"
LONGEST = 400


def main() -> int:
    """Fuzz for so many seconds; 1 if anything was found."""
    parser = argparse.ArgumentParser(description="Mix marks, lines and reporting words at random.")
    parser.add_argument("--seconds", type=float, default=60, metavar="N", help="how long (default: 60)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the mixtures (default: 1)")
    options = parser.parse_args()
    chance, tried, failed = random.Random(options.seed), 0, 0  # noqa: S311 - no secret
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        tried += 1
        failed += not holds(mixture(chance), titled=chance.random() < 0.5)
    sys.stdout.write(f"attribution {tried:7} tried, {failed} found\n")
    return min(failed, 1)


def mixture(chance: random.Random) -> str:
    """Up to some hundred marks, blanks and words, now and then without blanks between them."""
    pieces = [chance.choice((*MARKS, *BLANKS, *WORDS)) for _ in range(chance.randrange(LONGEST))]
    return chance.choice((" ", " ", "")).join(pieces)


def holds(text: str, *, titled: bool) -> bool:
    """Whether all is found without an error, and every span has the words it says it has."""
    try:
        found = find_attributions(load_annotator().annotate(bare_report(text, titled=titled)))
        ids = {one.id for one in found}
        broken: list[object] = [
            span
            for one in found
            for span in (*one.cue, *one.content, *one.source.spans)
            if text[span.start : span.end] != span.text or not set(one.chain) <= ids
        ]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        broken = [error]
    if not broken:
        return True
    FOUND.mkdir(parents=True, exist_ok=True)
    (FOUND / f"attribution-{abs(hash(text)):x}.txt").write_text(text, encoding="utf-8")
    sys.stdout.write(f"    {broken[0]!r}\n")
    return False


if __name__ == "__main__":
    raise SystemExit(main())

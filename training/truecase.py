"""Build the case lexicon that true-casing uses, from news text in ordinary case.

Usage:
    python training/truecase.py ../shared/data/polnear/train.jsonl src/sayso/annotate/case.tsv

For every word that stands at least three times inside a sentence (not at its start, and not
in a line of capitals) the lexicon keeps the form it has most often: ``l`` lower case, ``t``
capitalised, ``u`` capitals. No text can be rebuilt from it: it is a sorted list of single words.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

INSIDE = re.compile(r"(?<=[a-z,;] )([A-Za-z][A-Za-z'’-]*)")
FEWEST = 3
"""A word seen less often tells too little about its case."""


def form_of(word: str) -> str:
    """``l``, ``t`` or ``u``: the case of one word."""
    if word.islower():
        return "l"
    return "u" if word.isupper() and len(word) > 1 else "t"


def count_forms(texts: list[str]) -> dict[str, Counter[str]]:
    """How often every word stands in each form inside sentences."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for word in INSIDE.findall(text):
            forms[word.lower()][form_of(word)] += 1
    return forms


def main() -> None:
    """Read the texts named on the command line and write the lexicon."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, help="JSON Lines with a field text")
    parser.add_argument("lexicon", type=Path)
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.texts.read_text(encoding="utf-8").splitlines()]
    forms = count_forms(texts)
    lines = [
        f"{word}\t{counts.most_common(1)[0][0]}\n"
        for word, counts in sorted(forms.items())
        if counts.total() >= FEWEST
    ]
    args.lexicon.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} words")


if __name__ == "__main__":
    main()

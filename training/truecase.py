"""Build the case lexicon that true-casing uses, from news text in ordinary case.

Usage:
    python training/truecase.py ../shared/data/polnear/train.jsonl src/sayso/annotate/case.tsv

For every word that stands at least three times inside a sentence (not at its start, and not
in a line of capitals) the lexicon keeps the form it has most often: ``l`` lower case, ``t``
capitalised, ``u`` capitals. Where a capitalised neighbour changes that, a third column says how:
``<t`` after a capitalised word, ``>t`` before one, ``=t`` between two, ``-l`` beside none.
Lines with two words give pairs that are capitalised together although each alone is not
("supreme court"). No text can be rebuilt from it: it is a sorted list of single words and a
few pairs.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
FEWEST = 3
"""A word seen less often tells too little about its case."""
SURE = 0.7
"""Share of its places in which a word has another form beside a capitalised neighbour."""

SIDES = {(True, False): "<", (False, True): ">", (True, True): "=", (False, False): "-"}

Forms = dict[str, Counter[str]]


def form_of(word: str) -> str:
    """``l``, ``t`` or ``u``: the case of one word."""
    if word.islower():
        return "l"
    return "u" if word.isupper() and len(word) > 1 else "t"


def sentence_words(text: str) -> list[list[tuple[str, bool]]]:
    """The words of each stretch without a full stop or line end; True if the word is not its first."""
    stretches = re.split(r"[.!?:;\n\"“”()\[\]—]+|--|(?<=\s)[-–]\s", text)
    found = []
    for stretch in stretches:
        words = [match[0] for match in WORD.finditer(stretch)]
        if sum(word.islower() for word in words) > 0.4 * len(words):  # no headline, no line of capitals
            found.append([(word, place > 0) for place, word in enumerate(words)])
    return found


def count_forms(texts: list[str]) -> tuple[Forms, dict[str, Forms], Forms]:
    """How often every word stands in each form: in all, by its neighbours' case, and in pairs."""
    forms: Forms = defaultdict(Counter)
    beside: dict[str, Forms] = defaultdict(lambda: defaultdict(Counter))
    pairs: Forms = defaultdict(Counter)
    for text in texts:
        for words in sentence_words(text):
            for place, (word, inside) in enumerate(words):
                if not inside:
                    continue
                before, was_inside = words[place - 1]
                after = words[place + 1][0] if place + 1 < len(words) else ""
                forms[word.lower()][form_of(word)] += 1
                risen = form_of(before) != "l" and was_inside, bool(after) and form_of(after) != "l"
                beside[SIDES[risen]][word.lower()][form_of(word)] += 1
                if was_inside:
                    pairs[f"{before.lower()} {word.lower()}"][form_of(before) + form_of(word)] += 1
    return forms, beside, pairs


def lexicon_lines(forms: Forms, beside: dict[str, Forms], pairs: Forms) -> list[str]:
    """The lines of the lexicon, sorted."""
    usual = {word: counts.most_common(1)[0][0] for word, counts in forms.items() if counts.total() >= FEWEST}
    lines = []
    for word, form in sorted(usual.items()):
        others = [
            side + best
            for side, found in sorted(beside.items())
            if (best := sure(found.get(word, Counter()))) and best != form
        ]
        lines.append("\t".join([word, form, *([" ".join(others)] if others else [])]))
    lines += [
        f"{pair}\t{form}"
        for pair, counts in sorted(pairs.items())
        if (form := sure(counts)) == "tt" and any(usual.get(word) == "l" for word in pair.split())
    ]
    return lines


def sure(counts: Counter[str]) -> str | None:
    """The form that prevails; None if there is too little to tell."""
    if counts.total() < FEWEST:
        return None
    form, number = counts.most_common(1)[0]
    return form if number >= SURE * counts.total() else None


def main() -> None:
    """Read the texts named on the command line and write the lexicon."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, help="JSON Lines with a field text")
    parser.add_argument("lexicon", type=Path)
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.texts.read_text(encoding="utf-8").splitlines()]
    lines = lexicon_lines(*count_forms(texts))
    args.lexicon.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} lines")


if __name__ == "__main__":
    main()

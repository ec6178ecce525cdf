"""How well true-casing undoes capitals: names found before and after, and words with the right case.

Usage:
    python bench/casing.py [TEXTS.jsonl ...] [--upper DEV.jsonl] [--limit N] [--json FILE]

Takes reports in ordinary case, puts them in capitals, lets sayso guess the case again, and
compares the named mentions that are found in both, and the case of every word. With --upper it
also counts the mentions found in texts that only exist in capitals, as printed and true-cased.
Without arguments: the development texts of PolNeAR and all clusters beside the repository.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.annotate import load_annotator
from sayso.annotate.shadow import is_capitals
from sayso.extract.mentions import find_mentions
from sayso.pipeline.run import run_reading
from sayso.reading import Original

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.reports import Report

ROOT = Path(__file__).parent.parent
DATA = ROOT.parent / "shared" / "data"
WORD = re.compile(r"[^\W\d_]+")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts over some texts.

    Attributes:
        names: Mentions in the original, after true-casing, and at the same place in both.
        words: Words, and those whose case is the original's again.
    """

    names: tuple[int, int, int]
    words: tuple[int, int]


def report_of(text: str, name: str) -> Report:
    """The text as a report of its own, without metadata."""
    (report,) = run_reading([Original(file=f"{name}.txt", raw=text.encode(), meta=None, error=None)])
    return report


def names_in(report: Report) -> Counter[Place]:
    """Where the named mentions of a report stand."""
    layers = load_annotator().annotate(report)
    return Counter((mention.span.start, mention.span.end) for mention in find_mentions(layers))


def score_text(text: str, name: str, wrong: Counter[str]) -> Score:
    """Compare one text with itself in capitals; ``wrong`` counts the words that went wrong."""
    raised = "".join(char.upper() if len(char.upper()) == 1 else char for char in text)
    original = report_of(text, name)
    # the same title and furniture, so that nothing but the case is measured
    capitals = replace(original, text=raised, id=f"{original.id}-upper")
    before, after = names_in(original), names_in(capitals)
    shadow = load_annotator().annotate(capitals).shadow
    words = [
        match
        for match in WORD.finditer(text)
        if len(match[0]) > 1 and not original.is_furniture(match.start(), match.end())
    ]
    right = 0
    for match in words:
        found = shadow[match.start() : match.end()]
        right += found == match[0]
        if found != match[0]:
            wrong[f"{match[0]} > {found}"] += 1
    return Score(names=(before.total(), after.total(), (before & after).total()), words=(len(words), right))


def texts_in(path: Path) -> Iterable[tuple[str, str]]:
    """Names and texts of a JSON Lines file, or of the reports in a folder."""
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield file.stem, file.read_text(encoding="utf-8")
    else:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            yield f"{path.stem}-{number}", json.loads(line)["text"]


def total(scores: Iterable[Score]) -> Score:
    """The sums."""
    kept = list(scores)
    return Score(
        names=tuple(sum(one.names[i] for one in kept) for i in range(3)),  # type: ignore[arg-type]
        words=(sum(one.words[0] for one in kept), sum(one.words[1] for one in kept)),
    )


def show(name: str, score: Score) -> dict[str, float]:
    """Print one line, and return it as a record."""
    before, after, same = score.names
    record = {
        "names_original": before,
        "names_truecased": after,
        "gap": round(abs(after - before) / max(before, 1), 3),
        "same_place": round(same / max(before, 1), 3),
        "words_right": round(score.words[1] / max(score.words[0], 1), 3),
    }
    print(f"{name:24s}", *(f"{key} {value}" for key, value in record.items()), sep="  ")
    return record


def show_upper(path: Path, limit: int) -> None:
    """Mentions in texts that only exist in capitals: as printed, and true-cased."""
    printed = cased = 0
    language = load_annotator()
    for name, text in list(texts_in(path))[:limit]:
        report = report_of(text, name)
        cased += names_in(report).total()
        printed += len(find_mentions(language.annotate_as_printed(report)))
    print(f"{path.stem}: {printed} names found as printed, {cased} true-cased")


def main() -> int:
    """Measure the texts named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--upper", type=Path)
    parser.add_argument("--limit", type=int, default=40, help="texts of each file or folder")
    parser.add_argument("--wrong", type=int, default=0, help="list so many of the commonest wrong words")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    args = parser.parse_args()
    paths = args.texts or [DATA / "polnear" / "dev.jsonl", *sorted(DATA.glob("clusters*/*/"))]
    if not any(path.exists() for path in paths):
        print("skipped: no texts there (shared/data stands beside the repository)")
        return 0
    wrong: Counter[str] = Counter()
    rows, scores = {}, []
    for path in paths:
        texts = [(name, text) for name, text in texts_in(path) if not is_capitals(text)][: args.limit]
        if texts:
            scores.append(total(score_text(text, name, wrong) for name, text in texts))
            rows[path.stem] = show(path.stem, scores[-1])
    rows["all"] = show("all", total(scores))
    if args.upper:
        show_upper(args.upper, args.limit)
    print(*(f"{count:5d} {words}" for words, count in wrong.most_common(args.wrong)), sep="\n")
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

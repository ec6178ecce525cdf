"""How well time expressions are found and read: TempEval-3's measures on TimeML files.

Usage: python bench/times.py FOLDER [--json FILE] [--misses]

FOLDER holds ``*.tml`` files (TimeML with a DCT). A match is relaxed if the two spans
overlap, strict if they are equal; value F1 is relaxed F1 times the share of right
values among relaxed matches (UzZaman et al. 2013). dateparser's ``search_dates`` runs
beside ours where it is installed.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import sys
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from sayso.annotate import load_annotator
from sayso.extract.times import find_times
from sayso.model.reports import Published, Report, ReportStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One time expression: offsets in the text, and its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A TimeML file's text, its publication date and its gold expressions."""

    name: str
    text: str
    published: str
    gold: tuple[Timex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Counts and F1 scores over all articles; seconds leave the parser out."""

    system: str
    gold: int
    found: int
    strict: float
    relaxed: float
    value: float
    seconds: float


def read_article(path: Path) -> Article:
    """Read one TimeML file.

    Raises:
        SystemExit: It has no text or no publication date.
    """
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    body, created = root.find(".//TEXT"), root.find(".//DCT//TIMEX3")
    if body is None or created is None:
        raise SystemExit(f"no TEXT or no DCT in {path}; give a folder of TimeML files")
    pieces: list[str] = []
    gold: list[Timex] = []
    _collect(body, pieces, gold)
    return Article(
        name=path.stem, text="".join(pieces), published=created.get("value", "")[:10], gold=tuple(gold)
    )


def _collect(element: etree._Element, pieces: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        gold.append(Timex(start=start, end=sum(map(len, pieces)), value=element.get("value", "")))


def read_ours(article: Article) -> tuple[tuple[Timex, ...], float]:
    """What sayso finds, and the seconds it takes beside the parser."""
    published = Published(value=article.published, precision="day", evidence="metadata")
    report = Report(
        id=article.name, file=article.name, outlet=None, title=None, title_end=0, author=None,
        published=published, url=None, language="en", media_type="text/plain", size=0, captured=None,
        acquired=None, container_sha256=None, raw_sha256="", text_sha256="", text=article.text, furniture=(),
        status=ReportStatus.READ, problems=(),
    )  # fmt: skip
    layers = load_annotator().annotate(report)
    began = time.perf_counter()
    found = tuple(Timex(start=t.start, end=t.end, value=t.value) for t in find_times(layers))
    return found, time.perf_counter() - began


def read_dateparser(article: Article) -> tuple[tuple[Timex, ...], float]:
    """What dateparser's ``search_dates`` finds."""
    search_dates = importlib.import_module("dateparser.search").search_dates
    base = datetime.fromisoformat(article.published)
    began = time.perf_counter()
    hits = search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    found, at = [], 0
    for words, moment in hits:
        start = article.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Timex(start=start, end=at, value=moment.date().isoformat()))
    return tuple(found), time.perf_counter() - began


def pairs(gold: Iterable[Timex], found: Iterable[Timex]) -> list[tuple[Timex, Timex]]:
    """Gold and found expressions that overlap, each used once, in text order."""
    free, matched = list(found), []
    for mark in gold:
        hit = next((f for f in free if f.start < mark.end and mark.start < f.end), None)
        if hit:
            free.remove(hit)
            matched.append((mark, hit))
    return matched


def _f1(hits: int, gold: int, found: int) -> float:
    return 2 * hits / (gold + found) if gold + found else 0.0


def score(
    name: str, articles: Iterable[Article], read: Callable[[Article], tuple[tuple[Timex, ...], float]]
) -> tuple[Scores, list[str]]:
    """Scores of one system over all articles, and what it got wrong."""
    counts = dict.fromkeys(("gold", "found", "relaxed", "strict", "right"), 0)
    seconds, misses = 0.0, []
    for article in articles:
        found, took = read(article)
        matched = pairs(article.gold, found)
        seconds += took
        counts["gold"] += len(article.gold)
        counts["found"] += len(found)
        counts["relaxed"] += len(matched)
        counts["strict"] += sum((a.start, a.end) == (b.start, b.end) for a, b in matched)
        counts["right"] += sum(a.value == b.value for a, b in matched)
        misses += _misses(article, found, matched)
    gold, all_found = counts["gold"], counts["found"]
    relaxed = _f1(counts["relaxed"], gold, all_found)
    return Scores(
        system=name,
        gold=gold,
        found=all_found,
        strict=_f1(counts["strict"], gold, all_found),
        relaxed=relaxed,
        value=relaxed * counts["right"] / max(1, counts["relaxed"]),
        seconds=seconds,
    ), misses


def _misses(article: Article, found: Iterable[Timex], matched: list[tuple[Timex, Timex]]) -> list[str]:
    text = article.text
    hit_gold, hit_found = {a for a, _ in matched}, {b for _, b in matched}
    lines = [
        f"{article.name}  value  {text[a.start : a.end]!r} {a.value} / {text[b.start : b.end]!r} {b.value}"
        for a, b in matched
        if a.value != b.value
    ]
    lines += [
        f"{article.name}  missed {text[a.start : a.end]!r} {a.value}"
        for a in article.gold
        if a not in hit_gold
    ]
    lines += [
        f"{article.name}  extra  {text[b.start : b.end]!r} {b.value}" for b in found if b not in hit_found
    ]
    return lines


def main() -> int:
    """Print the table; write it as JSON if asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("folder", type=Path, help="folder of TimeML files (*.tml)")
    options.add_argument("--json", type=Path, help="write the scores to this file")
    options.add_argument("--misses", action="store_true", help="list what sayso got wrong")
    given = options.parse_args()
    articles = [read_article(path) for path in sorted(given.folder.glob("*.tml"))]
    if not articles:
        print(f"no *.tml files in {given.folder}; give a folder of TimeML files", file=sys.stderr)
        return 1
    ours, misses = score("sayso", articles, read_ours)
    rows = [ours]
    if importlib.util.find_spec("dateparser"):
        rows.append(score("dateparser search_dates", articles, read_dateparser)[0])
    print(f"{'system':<26}{'gold':>6}{'found':>7}{'strict':>8}{'relaxed':>9}{'value':>7}{'seconds':>9}")
    for row in rows:
        scores = f"{row.strict:>8.3f}{row.relaxed:>9.3f}{row.value:>7.3f}{row.seconds:>9.3f}"
        print(f"{row.system:<26}{row.gold:>6}{row.found:>7}{scores}")
    if given.misses:
        print("\n".join(misses))
    if given.json:
        given.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

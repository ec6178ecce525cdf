"""How bringing spellings together grows with the case: pairs compared and seconds, on one core.

Usage:
    python bench/entities_scale.py [--reports N] [--json FILE]

Reports are made up: each speaks of thirty people, bodies and places drawn from a stock that grows with
the case, as real cases do, some in other romanisations, some by surname alone, some by acronym. The
columns are the reports, their mentions, the distinct spellings, the pairs of spellings compared, pairs
per mention, and seconds.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from hashlib import sha256
from pathlib import Path

from sayso.model.extraction import Mention
from sayso.model.kinds import Kind
from sayso.model.reports import Report, ReportStatus
from sayso.reconcile.entities import reconcile_entities

SYLLABLES = (
    "ba", "bel", "dor", "fen", "gal", "hir", "jas", "kol", "lem", "mar", "nor", "osk", "pet", "qad", "rul",
    "sab", "tar", "ulm", "vel", "wen", "zad",
)  # fmt: skip
ENDINGS = ["an", "ek", "i", "in", "is", "o", "ov", "sen", "ski", "ud"]
GENERAL = ("Front", "League", "Ministry", "Council", "Union", "Brigade", "Agency", "Watch")
EACH = 30
"""Mentions in a report."""
SEED = 5


def make_word(chance: random.Random) -> str:
    """A word that could be a name."""
    return (chance.choice(SYLLABLES) + chance.choice(SYLLABLES) + chance.choice(ENDINGS)).title()


def make_stock(size: int, chance: random.Random) -> list[tuple[Kind, str]]:
    """People, bodies and places, twice as many people as others."""
    stock: list[tuple[Kind, str]] = []
    for place in range(size):
        if place % 4 < 2:
            stock.append((Kind.PERSON, f"{make_word(chance)} {make_word(chance)}"))
        elif place % 4 == 2:
            stock.append((Kind.ORGANISATION, f"{make_word(chance)} {chance.choice(GENERAL)}"))
        else:
            stock.append((Kind.PLACE, make_word(chance)))
    return stock


def respell(name: str, chance: random.Random) -> str:
    """Another romanisation of a name, now and then."""
    if chance.random() < 0.8:
        return name
    for old, new in chance.sample([("q", "k"), ("k", "q"), ("i", "ee"), ("u", "ou"), ("j", "dj")], 2):
        name = name.replace(old, new)
    return name


def make_case(reports: int) -> tuple[dict[str, Report], list[Mention]]:
    """Reports with their mentions; the stock grows with the square root of the case and a floor."""
    chance = random.Random(SEED)  # noqa: S311 -- invented names, no secret
    stock = make_stock(200 + 8 * reports, chance)
    known, mentions = {}, []
    for number in range(reports):
        chosen = [
            stock[min(int(chance.expovariate(1 / (len(stock) / 5))), len(stock) - 1)] for _ in range(EACH)
        ]
        words = [(kind, short(kind, respell(name, chance), chance)) for kind, name in chosen]
        text = ". ".join(name for _, name in words) + "."
        report = bare_report(f"rep-{number:05}", text)
        known[report.id] = report
        start = 0
        for kind, name in words:
            span = report.span(start, start + len(name))
            mentions.append(Mention(span=span, name=name, kind=kind, form="name", role=None))
            start += len(name) + 2
    return known, mentions


def short(kind: Kind, name: str, chance: random.Random) -> str:
    """A person's surname alone, half the time."""
    return name.rpartition(" ")[2] if kind is Kind.PERSON and chance.random() < 0.5 else name


def bare_report(made: str, text: str) -> Report:
    """A report with nothing but a text."""
    digest = sha256(text.encode()).hexdigest()
    return Report(
        id=made, file=f"{made}.txt", outlet=None, title=None, title_end=0, author=None, published=None,
        url=None, language="en", media_type="text/plain", size=len(text), captured=None, acquired=None,
        container_sha256=None, raw_sha256=digest, text_sha256=digest, text=text, furniture=(),
        status=ReportStatus.READ, problems=(),
    )  # fmt: skip


def measure(reports: int) -> dict[str, float]:
    """One row of the table."""
    known, mentions = make_case(reports)
    start = time.process_time()
    index = reconcile_entities(mentions, known)
    seconds = time.process_time() - start
    return {
        "reports": reports, "mentions": len(mentions), "spellings": len({m.name for m in mentions}),
        "entities": len(index.entities), "pairs": index.compared,
        "pairs per mention": index.compared / len(mentions), "seconds": seconds,
    }  # fmt: skip


def main() -> None:
    """Measure cases of growing size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=1000, metavar="N", help="size of the largest case")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    rows = [measure(max(1, options.reports // part)) for part in (16, 8, 4, 2, 1)]
    print("".join(f"{name:>18}" for name in rows[0]))
    for row in rows:
        print("".join(f"{value:18.5g}" for value in row.values()))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

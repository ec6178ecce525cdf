"""Writes a dossier into a folder, together with the reports it was made from."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sayso.errors import ConfigError, InputError
from sayso.render import (
    render_brief_html,
    render_brief_markdown,
    render_claims_table,
    render_entities_table,
    render_findings_table,
    render_html,
    render_incident_table,
    render_json,
    render_markdown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from os import PathLike

    from sayso.model.dossier import Dossier
    from sayso.model.reports import Report
    from sayso.reading import Original

REPORTS = "reports"
"""The subfolder that holds the bytes of every report."""

RENDERERS: Mapping[str, Mapping[str, Callable[[Dossier], str]]] = {
    "html": {"dossier.html": render_html},
    "json": {"dossier.json": render_json},
    "md": {"dossier.md": render_markdown},
    "csv": {
        "incident.csv": render_incident_table,
        "claims.csv": render_claims_table,
        "findings.csv": render_findings_table,
        "entities.csv": render_entities_table,
    },
    "brief": {"brief.html": render_brief_html, "brief.md": render_brief_markdown},
}
"""The files of a dossier in each format."""

PAGES = {name: render for files in RENDERERS.values() for name, render in files.items()}
"""Every file of a dossier, by its name."""

MANIFEST = "SHA256SUMS"
"""Lists the stored bytes with their hashes, as ``sha256sum -c`` checks them."""

EMPTY = hashlib.sha256(b"").hexdigest()
LONGEST_NAME = 120  # file systems allow 255 bytes a name; a code point takes up to four, less in practice
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')  # not allowed in a name on some system a USB stick meets


def write_dossier(
    dossier: Dossier,
    originals: Sequence[Original],
    directory: str | PathLike[str],
    *,
    formats: Sequence[str] = ("html", "json", "md", "csv"),
) -> tuple[str, ...]:
    """Write the dossier's files, the bytes of its reports below ``reports/``, and their manifest.

    Each file is written under another name and then renamed, so that a crash leaves no half
    file. Nothing is deleted, and nothing is overwritten but an earlier dossier.

    Args:
        dossier: What to write.
        originals: The reports' bytes; those the dossier does not list are left out.
        directory: Made if it is missing.
        formats: Keys of RENDERERS.

    Returns:
        The paths of the dossier's files, in the order of the formats.

    Raises:
        ConfigError: An unknown format, or the folder cannot be written to or holds other files
            of the same names.
        InputError: The bytes of a report are missing, or are not those that were read.
    """
    folder = Path(directory)
    written = {name: render_file(dossier, name) for name in find_files(formats)}
    stored = _report_files(dossier.reports, originals)
    try:
        files = {**stored, **written, **({MANIFEST: render_manifest(stored)} if stored else {})}
        _check_folder(folder, files)
        for name, content in files.items():
            _write_whole(folder / name, content)
    except OSError as error:
        raise ConfigError(
            f"cannot write ({error.strerror or error})", where=str(error.filename or folder)
        ) from error
    return tuple(str(folder / name) for name in written)


def find_files(formats: Sequence[str]) -> tuple[str, ...]:
    """The names of a dossier's files in these formats, in their order.

    Raises:
        ConfigError: There is no such format.
    """
    for name in formats:
        if name not in RENDERERS:
            raise ConfigError(f"unknown format {name!r}", remedy=f"use any of {', '.join(RENDERERS)}")
    return tuple(file for name in formats for file in RENDERERS[name])


def render_file(dossier: Dossier, name: str) -> bytes:
    """The bytes of one file of a dossier; ``name`` is a key of PAGES."""
    # A name with a lone surrogate, from a file system or a broken page, must not stop the writing.
    return PAGES[name](dossier).encode("utf-8", "backslashreplace")


def is_stored(report: Report) -> bool:
    """Whether there are bytes to store: not of an empty file, nor of one too large to be read."""
    return report.raw_sha256 != EMPTY


def render_manifest(stored: Mapping[str, bytes]) -> bytes:
    """The manifest of some files: a line with SHA-256 and name for each, sorted by name.

    ``sha256sum -c SHA256SUMS`` in the dossier's folder checks it without sayso.
    """
    lines = (f"{hashlib.sha256(stored[name]).hexdigest()}  {name}\n" for name in sorted(stored))
    return "".join(lines).encode("utf-8", "replace")


def find_stored_paths(reports: Iterable[Report]) -> dict[str, str]:
    """Where below ``reports/`` each report's bytes are stored.

    Args:
        reports: All reports of a dossier; their order changes nothing.

    Returns:
        For each report id a relative path, ``/`` between folders: the report's file without
        anything that leads out of the folder or that a file system may refuse. Where two come
        out the same, whatever the case of their letters, the later one carries its id. The same
        bytes under two names are stored once, under the first.
    """
    paths: dict[str, str] = {}
    taken: set[str] = set()
    first: dict[str, str] = {}
    for report in sorted(reports, key=lambda report: (report.file, report.id)):
        if is_stored(report) and report.raw_sha256 in first:
            paths[report.id] = first[report.raw_sha256]
            continue
        path = _safe_path(report.file)
        if _clashes(path, taken):
            path = path.with_name(f"{report.id}-{path.name}")
        if _clashes(path, taken):
            path = PurePosixPath(report.id)
        taken.update(_with_parents(path))
        paths[report.id] = first[report.raw_sha256] = str(path)
    return paths


def _report_files(reports: Sequence[Report], originals: Sequence[Original]) -> dict[str, bytes]:
    raw = {hashlib.sha256(original.raw).hexdigest(): original.raw for original in originals}
    paths = find_stored_paths(reports)
    stored = [report for report in reports if is_stored(report)]
    for report in stored:
        if report.raw_sha256 not in raw:
            raise InputError(
                "a report's bytes are not those that were read", where=report.file, remedy="run again"
            )
    return {f"{REPORTS}/{paths[report.id]}": raw[report.raw_sha256] for report in stored}


def _safe_path(file: str) -> PurePosixPath:
    parts = [part for part in file.split("/") if part not in {"", ".", ".."}]
    return PurePosixPath(*[_safe_name(part) for part in parts] or ["report"])


def _safe_name(part: str) -> str:
    safe = UNSAFE.sub("_", part.encode("utf-8", "replace").decode("utf-8"))
    if len(safe) <= LONGEST_NAME and not safe.endswith((".", " ")):
        return safe
    # The end of a name tells how to read it, so the cut is made in front of the suffix.
    mark = hashlib.sha256(part.encode("utf-8", "replace")).hexdigest()[:8]
    suffix = PurePosixPath(safe).suffix[:12].rstrip(". ")
    return f"{safe[: LONGEST_NAME - 24].rstrip('. ')}-{mark}{suffix}"


def _clashes(path: PurePosixPath, taken: set[str]) -> bool:
    # A file may not stand where a folder is wanted, nor the other way round.
    whole, *above = _with_parents(path)
    return whole in taken or f"{whole}/" in taken or any(mark.rstrip("/") in taken for mark in above)


def _with_parents(path: PurePosixPath) -> list[str]:
    return [str(path).casefold(), *(f"{parent}/".casefold() for parent in path.parents if parent.name)]


def _check_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    if any(_is_dossier(folder / name) for name in PAGES if name.startswith("dossier.")):
        return
    for name, content in files.items():
        target = folder / name
        if target.exists() and (not target.is_file() or not _is_like(target, content)):
            raise ConfigError(
                f"{target} is there already and not part of a dossier",
                remedy="choose another folder, or a new one",
            )


def _is_dossier(path: Path) -> bool:
    return path.is_file() and b"sayso" in path.read_bytes()


def _is_like(target: Path, content: bytes) -> bool:
    """Whether a file is the one to be written, an earlier brief, or a table with the same headings."""
    there = target.read_bytes()
    if target.name in RENDERERS["brief"]:
        return b"sayso" in there
    heading = content.partition(b"\r\n")[0]
    is_table = target.name in RENDERERS["csv"]
    return there == content or (is_table and there.partition(b"\r\n")[0] == heading)


def _write_whole(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name[:LONGEST_NAME]}.part")
    try:
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)

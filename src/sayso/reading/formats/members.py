"""What lies in a container, and which of it may be reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.formats.kinds import SUFFIXES, find_format
from sayso.reading.meta import Meta

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING_STATED = Meta()
TEXTS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
METADATA = frozenset(
    {"meta.json", "gold.json", "metadata.json", "meta.csv", "metadata.csv", "readme.md", "readme.txt"}
)
"""Never reports: they tell of reports, or of the folder."""

KNOWN = (*TEXTS, *SUFFIXES)
"""What a folder or an archive is searched for, beside what shows by its first bytes to be a report."""

BESIDE_PAGES = re.compile(r"(?:_files|\.files|_fichiers|-Dateien|_archivos|_bestanden)$")
"""What browsers call the folder of a saved page's pictures and frames, in their languages."""

PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
FIRST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One thing in a container.

    Attributes:
        name: As the container gives it; not to be trusted.
        raw: Its bytes; empty if it could not be read.
        stated: What the container says about it.
        notes: What a reader should know, in plain sentences.
        error: Why it cannot be read, ending the sentence "It ..."; None if it can.
    """

    name: str
    raw: bytes
    stated: Meta = NOTHING_STATED
    notes: tuple[str, ...] = ()
    error: str | None = None


def may_be_report(name: str, head: bytes) -> bool:
    """Whether this file is one to read: its name has a known suffix, or its first bytes show it.

    Hidden files, metadata and what systems leave behind are passed over.
    """
    *folders, last = name.replace("\\", "/").split("/")
    if last.startswith(".") or last.lower() in METADATA or "__MACOSX" in folders:
        return False
    if last.lower().endswith(KNOWN):
        return True
    return find_format(head, file=last) is not None or bool(PAGE.search(head[:FIRST]))


def find_page_folders(names: Iterable[str]) -> frozenset[str]:
    """Folders that hold the pictures and frames of a saved page beside them; no reports are in there.

    Args:
        names: Of files, ``/`` between folders.

    >>> sorted(find_page_folders(["a.html", "a_files/frame.html", "b_files/x.html"]))
    ['a_files']
    """
    listed = list(names)
    pages = {name.rpartition(".")[0] for name in listed if name.lower().endswith((".html", ".htm", ".xhtml"))}
    folders = {parent for name in listed for parent in _parents(name)}
    return frozenset(
        folder
        for folder in folders
        if (match := BESIDE_PAGES.search(folder)) and folder[: match.start()] in pages
    )


def is_beside_page(name: str, folders: frozenset[str]) -> bool:
    """Whether this file lies in one of these folders, however deep."""
    return any(parent in folders for parent in _parents(name))


def _parents(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]

"""English texts supplied beside reports in other languages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.errors import ConfigError, InputError
from sayso.model.reports import MetadataEvidence, Report, ReportStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TAKEN = ("outlet", "author", "url")
"""What an English text takes over from its original where it says nothing itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The name of a report's file, and the path of the English text for it."""

    original: str
    english: str


def read_translations(pairs: Iterable[str]) -> tuple[Translation, ...]:
    """Read pairs such as ``original.html=english.txt``.

    Raises:
        ConfigError: One of them is no such pair.
    """
    found = []
    for pair in pairs:
        original, mark, english = pair.partition("=")
        if not (mark and original and english):
            raise ConfigError(f"{pair!r} is no pair", remedy="write ORIGINAL=ENGLISH, two files")
        found.append(Translation(original=original, english=english))
    return tuple(found)


def link_translations(reports: Sequence[Report], translations: Iterable[Translation]) -> tuple[Report, ...]:
    """The reports with English texts tied to their originals.

    The English text is analysed in place of the original, whose outlet, author, address and date
    it takes over where it gives none. The original is kept and shown.

    Raises:
        InputError: A file that is named is not among the reports, or both are in English.
    """
    known = {report.id: report for report in reports}
    for pair in translations:
        original, english = (_find(name, reports) for name in (pair.original, pair.english))
        if original.status is ReportStatus.READ and original.language == "en":
            raise InputError(
                "the original is in English", where=original.file, remedy="put the English text behind the ="
            )
        known[english.id] = _translated(known[english.id], original)
        known[original.id] = _told(known[original.id], english)
    return tuple(known[report.id] for report in reports)


def _find(name: str, reports: Sequence[Report]) -> Report:
    plain = name.replace("\\", "/").removeprefix("./")
    exact = [report for report in reports if plain in (report.file, *report.also_at)]
    tails = [report for report in reports if f"/{plain}".endswith(f"/{report.file}")]
    bases = [report for report in reports if report.file.rpartition("/")[2] == plain.rpartition("/")[2]]
    for found in (exact, tails, bases):
        if len(found) == 1:
            return found[0]
    what = "several reports are called" if bases else "no report is called"
    raise InputError(f"{what} {name}", remedy="name a file as `sayso read` lists it")


def _translated(english: Report, original: Report) -> Report:
    missing = [
        name
        for name in (*TAKEN, "published")
        if getattr(english, name) is None and getattr(original, name) is not None
    ]
    taken = {name: getattr(original, name) for name in missing}
    evidence = tuple(
        MetadataEvidence(
            field=name,
            value=taken[name].value if name == "published" else taken[name],
            found_in="original",
            precision=taken[name].precision if name == "published" else "exact",
            chosen=True,
        )
        for name in missing
    )
    return replace(english, **taken, evidence=(*english.evidence, *evidence), translated_from=original.id)


def _told(original: Report, english: Report) -> Report:
    note = f"Its English text, supplied as {english.file}, is analysed in its place."
    return replace(original, status=ReportStatus.NOT_ANALYSED, problems=(*original.problems, note))

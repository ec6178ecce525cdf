"""Proves that a written dossier still says what its reports say."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import __version__
from sayso.errors import InputError
from sayso.pipeline.store import MANIFEST, PAGES, REPORTS, find_stored_paths, is_stored, render_file
from sayso.reading import Original, read_report
from sayso.render import lint_wording, read_dossier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from sayso.model.dossier import Dossier
    from sayso.model.reports import Report

REFERENCES = {
    "report": "reports",
    "translated_from": "reports",
    "a": "reports",
    "b": "reports",
    "entity": "entities",
    "entities": "entities",
    "other": "entities",
    "attribution": "attributions",
    "attributions": "attributions",
    "parent": "attributions",
    "chain": "attributions",
    "event": "events",
    "claim": "claims",
    "claims": "claims",
    "finding": "findings",
    "evidence_for": "findings",
    "evidence_against": "findings",
    "origins": "origins",
}
"""Fields that hold ids, and the top-level list in which each id must stand (DESIGN 4)."""

SPAN_FIELDS = {"report", "start", "end", "text"}
LONGEST_QUOTE = 80  # characters of a quote that a message shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """One thing that no longer holds.

    Attributes:
        where: Which part of the dossier, such as ``claims[3] clm-1234 spans[0]``.
        report: The file of the report concerned; None if none is.
        what: What is wrong, in one sentence.
        expected: What the dossier says; None if that is not a matter of words.
        found: What was found instead; None if nothing was.
    """

    where: str
    report: str | None
    what: str
    expected: str | None = None
    found: str | None = None

    def __str__(self) -> str:
        """One line: where, in which report, what, and both wordings."""
        place = f"{self.where} ({self.report})" if self.report else self.where
        if self.expected is None:
            return f"{place}: {self.what}"
        return f"{place}: {self.what}; expected {_short(self.expected)}, found {_short(self.found)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyResult:
    """What was checked and what does not hold; true if everything holds.

    Attributes:
        reports: How many reports were read again.
        spans: How many quoted spans were compared.
        references: How many ids were followed.
        broken: All that does not hold, in the order of the dossier.
        notes: What could not be checked, and why, in plain sentences.
    """

    reports: int
    spans: int
    references: int
    broken: tuple[Broken, ...]
    notes: tuple[str, ...]

    def __bool__(self) -> bool:
        return not self.broken


def verify_dossier(directory: str | PathLike[str], *, wording: bool = False) -> VerifyResult:
    """Read the stored reports again and check every hash, span, id and page of a dossier.

    Checked are: the SHA-256 of each report's bytes and text, also as the manifest gives it; that
    reading the bytes again gives the same text; that every span slices to its words; that every
    claim's wording is the words of its first span; that every id leads somewhere; that the dossier
    was made from these reports; and that the pages beside it say what ``dossier.json`` says.

    Args:
        directory: A folder that ``sayso dossier`` wrote.
        wording: Whether to check too that our own voice accuses and judges nobody (STANDARDS 11).

    Raises:
        InputError: There is no ``dossier.json`` in it, or it is not one of ours.
    """
    folder = Path(directory)
    written = _read_bytes(folder / "dossier.json")
    dossier = read_dossier(written)
    tree = json.loads(written)
    texts = {report.id: report.text for report in dossier.reports}
    files = {report.id: report.file for report in dossier.reports}
    pages, notes = _check_pages(dossier, folder)
    spans = list(_find_spans(tree, where=""))
    references = list(_find_references(tree, where=""))
    return VerifyResult(
        reports=len(dossier.reports),
        spans=len(spans),
        references=len(references),
        broken=(
            *_check_reports(dossier, folder / REPORTS),
            *(broken for where, span in spans for broken in _check_span(span, where, texts, files)),
            *_check_wordings(dossier, files),
            *_check_references(tree, references),
            *pages,
            *_check_manifest(dossier, folder),
            *(_check_voice(dossier) if wording else ()),
        ),
        notes=notes,
    )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"there is no readable {path.name}",
            where=str(path.parent),
            remedy="name a folder that `sayso dossier` wrote with the format json",
        ) from error


def _check_reports(dossier: Dossier, folder: Path) -> Iterator[Broken]:
    paths = find_stored_paths(dossier.reports)
    for report in dossier.reports:
        if is_stored(report):
            yield from _check_report(report, folder / paths[report.id])
        elif report.text:
            yield Broken(where=f"report {report.id}", report=report.file, what="it has a text but no bytes")
    if dossier.generated_from.reports != tuple(sorted({report.raw_sha256 for report in dossier.reports})):
        yield Broken(where="generated_from", report=None, what="these are not the hashes of the reports")


def _check_manifest(dossier: Dossier, folder: Path) -> Iterator[Broken]:
    paths = find_stored_paths(dossier.reports)
    wanted = {
        f"{REPORTS}/{paths[report.id]}": report.raw_sha256 for report in dossier.reports if is_stored(report)
    }
    if not wanted:
        return
    if not (folder / MANIFEST).is_file():
        yield Broken(where=MANIFEST, report=None, what="the manifest of the stored reports is missing")
        return
    text = (folder / MANIFEST).read_bytes().decode("utf-8", "replace")
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in text.splitlines())}
    for name in sorted({*wanted, *listed}):
        if listed.get(name) != wanted.get(name):
            yield Broken(
                where=MANIFEST,
                report=name,
                what="the manifest does not list this file as the dossier does",
                expected=wanted.get(name) or "nothing",
                found=listed.get(name),
            )


def _check_report(report: Report, path: Path) -> Iterator[Broken]:
    where = f"report {report.id}"
    if not path.is_file():
        yield Broken(where=where, report=report.file, what=f"its bytes are missing: {path}")
        return
    raw = path.read_bytes()
    if (found := hashlib.sha256(raw).hexdigest()) != report.raw_sha256:
        yield Broken(
            where=where,
            report=report.file,
            what="the stored file has changed (SHA-256 of its bytes)",
            expected=report.raw_sha256,
            found=found,
        )
    if (found := _hash_text(report.text)) != report.text_sha256:
        yield Broken(
            where=where,
            report=report.file,
            what="the text in dossier.json has changed (SHA-256 of the text)",
            expected=report.text_sha256,
            found=found,
        )
    yield from _check_reading(report, raw, where)


def _check_reading(report: Report, raw: bytes, where: str) -> Iterator[Broken]:
    again = read_report(Original(file=report.file, raw=raw, meta=None, error=None))
    if again.text != report.text:
        first = next(
            (
                index
                for index, (old, new) in enumerate(zip(report.text, again.text, strict=False))
                if old != new
            ),
            min(len(report.text), len(again.text)),
        )
        context = slice(max(0, first - 20), first + 20)
        yield Broken(
            where=where,
            report=report.file,
            what=f"read again, the text differs from character {first} on",
            expected=report.text[context],
            found=again.text[context],
        )


def _check_span(
    span: dict[str, Any], where: str, texts: dict[str, str], files: dict[str, str]
) -> Iterator[Broken]:
    if span["report"] not in texts:
        return  # told by the check of ids
    found = texts[span["report"]][span["start"] : span["end"]]
    if found != span["text"]:
        yield Broken(
            where=where,
            report=files[span["report"]],
            what=f"the words at {span['start']}..{span['end']} are others",
            expected=span["text"],
            found=found,
        )


def _check_wordings(dossier: Dossier, files: dict[str, str]) -> Iterator[Broken]:
    for claim in dossier.claims:
        if not claim.spans:
            yield Broken(where=f"claim {claim.id}", report=None, what="it cites no words")
        elif claim.wording != claim.spans[0].text:
            yield Broken(
                where=f"claim {claim.id}",
                report=files.get(claim.spans[0].report),
                what="its wording is not what it cites",
                expected=claim.wording,
                found=claim.spans[0].text,
            )


def _check_references(tree: dict[str, Any], references: list[tuple[str, str, str]]) -> Iterator[Broken]:
    known = {name: {entry["id"] for entry in tree[name]} for name in set(REFERENCES.values())}
    for where, target, name in references:
        if name not in known[target]:
            yield Broken(where=where, report=None, what=f"no such id among the {target}: {name}")


def _check_voice(dossier: Dossier) -> Iterator[Broken]:
    """Sentences of our own that accuse or judge."""
    for slip in lint_wording(dossier):
        yield Broken(where=slip.where, report=None, what=slip.rule, expected=None, found=slip.words)


def _check_pages(dossier: Dossier, folder: Path) -> tuple[list[Broken], tuple[str, ...]]:
    pages = [name for name in PAGES if (folder / name).is_file()]
    if dossier.sayso_version != __version__:
        note = f"The dossier was made by sayso {dossier.sayso_version}; its pages were not compared."
        return [], (note,)
    broken = [
        Broken(where=name, report=None, what="it does not say what dossier.json says")
        for name in pages
        if not _is_same(name, (folder / name).read_bytes(), render_file(dossier, name))
    ]
    return broken, ()


def _is_same(name: str, written: bytes, rendered: bytes) -> bool:
    # Read back, a whole number in a field for any number has changed its looks, not its value.
    return json.loads(written) == json.loads(rendered) if name == "dossier.json" else written == rendered


def _find_spans(node: Any, *, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        if node.keys() >= SPAN_FIELDS:
            yield where, node
        for key, child in node.items():
            yield from _find_spans(child, where=f"{where} {key}".strip())
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from _find_spans(child, where=_name_entry(where, index, child))


def _find_references(node: Any, *, where: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(node, dict):
        for key, child in node.items():
            if key in REFERENCES and "gazetteer" not in node:  # the chain of a place holds names
                for name in child if isinstance(child, list) else [child]:
                    if isinstance(name, str):
                        yield f"{where} {key}".strip(), REFERENCES[key], name
            yield from _find_references(child, where=f"{where} {key}".strip())
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from _find_references(child, where=_name_entry(where, index, child))


def _name_entry(where: str, index: int, child: Any) -> str:
    name = f" {child['id']}" if isinstance(child, dict) and "id" in child else ""
    return f"{where}[{index}]{name}"


def _hash_text(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _short(words: str | None) -> str:
    if words is None:
        return "nothing"
    return repr(words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}...")

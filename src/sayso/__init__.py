"""On whose say-so do we know this? Many reports on one incident, one sourced account.

The same four jobs as on the command line::

    import sayso

    dossier = sayso.dossier(["a.txt", "b.html"], meta="meta.json")
    reports = sayso.read(["a.txt", "b.html"])
    quotes = sayso.quotes(["a.txt", "b.html"])
    result = sayso.verify("out/dossier")

Importing this module loads neither the language model nor any stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from os import PathLike

    from sayso.model.dossier import Dossier
    from sayso.model.reports import Report
    from sayso.pipeline.quotations import Quoted
    from sayso.pipeline.run import Progress
    from sayso.pipeline.verify import VerifyResult

__all__ = ["__version__", "dossier", "quotes", "read", "verify", "write"]

__version__ = "0.1.0"


def dossier(  # noqa: PLR0913 - each is one option of the command, and has its own name
    paths: Iterable[str | PathLike[str]],
    *,
    meta: str | PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    acquired: str | None = None,
    as_of: str | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    translations: Mapping[str, str] | None = None,
    judgements: str | PathLike[str] | None = None,
) -> Dossier:
    r"""Reconcile reports on one incident into one sourced account.

    Args:
        paths: Files, folders or globs; their order changes nothing.
        meta: A CSV or JSON file with what the pages lack (outlet, author, title, date, url).
        columns: For tables: which of their columns stands for text, title, outlet and so on.
        acquired: ISO time at which the files were obtained; None if not said.
        as_of: ISO date for which the account is given; None for none.
        jobs: How many processes analyse reports; more than one changes the time, not the
            result. A script that asks for more needs the ``if __name__ == "__main__"`` guard.
        progress: Called with (reports done, reports in all, file) after each report.
        translations: For reports in other languages the path of an English text.
        judgements: A log of rulings, as ``sayso judge`` writes it; None for none.

    Returns:
        The dossier. A report that cannot be used is listed in it with its reason.

    Raises:
        InputError: No report was found, or an option or the metadata cannot be used.

    >>> import pathlib, tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> report = pathlib.Path(folder.name) / "gazette.txt"
    >>> _ = report.write_text("Blast in Port Ansel\n\nA bomb killed three people on Monday, police said.")
    >>> account = dossier([report])
    >>> [claim.value for claim in account.claims if claim.slot == "killed"]
    [Count(lo=3, hi=3)]
    >>> folder.cleanup()
    """
    from sayso.pipeline.judgements import read_judgements  # noqa: PLC0415 - keeps the import fast
    from sayso.pipeline.run import find_reports, run_dossier  # noqa: PLC0415 - as above
    from sayso.pipeline.translations import Translation  # noqa: PLC0415 - as above

    pairs = tuple(Translation(original=one, english=two) for one, two in (translations or {}).items())
    originals = find_reports(paths, meta=meta, columns=columns, acquired=acquired, translations=pairs)
    return run_dossier(
        originals,
        as_of=as_of,
        jobs=jobs,
        progress=progress,
        translations=pairs,
        judgements=read_judgements(judgements) if judgements is not None else (),
    )


def read(
    paths: Iterable[str | PathLike[str]],
    *,
    meta: str | PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    acquired: str | None = None,
) -> tuple[Report, ...]:
    """Read reports without analysing them: text, metadata, furniture, problems.

    Args:
        paths: Files, folders or globs.
        meta: A CSV or JSON file with what the pages lack.
        columns: For tables: which of their columns stands for text, title, outlet and so on.
        acquired: ISO time at which the files were obtained; None if not said.

    Returns:
        One report for each file, unreadable ones with their reason.

    Raises:
        InputError: No report was found, or the metadata cannot be used.
    """
    from sayso.pipeline.run import find_reports, run_reading  # noqa: PLC0415 - keeps the import fast

    return run_reading(find_reports(paths, meta=meta, columns=columns, acquired=acquired))


def quotes(
    paths: Iterable[str | PathLike[str]],
    *,
    meta: str | PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> tuple[Quoted, ...]:
    r"""Find who says what in each report, with or without quotation marks, and whom they have it from.

    Args:
        paths: Files, folders or globs.
        meta: A CSV or JSON file with what the pages lack.
        columns: For tables: which of their columns stands for text, title, outlet and so on.
        jobs: How many processes analyse reports; see ``dossier``.
        progress: Called with (reports done, reports in all, file) after each report.

    Returns:
        For each report its attributions in text order: source, cue and content with their
        spans, kind, stance and chain. An unreadable report has none, and its reason.

    Raises:
        InputError: No report was found, or the metadata cannot be used.

    >>> import pathlib, tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> report = pathlib.Path(folder.name) / "gazette.txt"
    >>> _ = report.write_text('"We heard it at ten," Mayor Ada Torvik said on Monday.')
    >>> [(one.source.description, one.content[0].text) for one in quotes([report])[0].attributions]
    [('Mayor Ada Torvik', '"We heard it at ten,"')]
    >>> folder.cleanup()
    """
    from sayso.pipeline.quotations import run_quotations  # noqa: PLC0415 - keeps the import fast
    from sayso.pipeline.run import find_reports  # noqa: PLC0415 - keeps the import fast

    return run_quotations(find_reports(paths, meta=meta, columns=columns), jobs=jobs, progress=progress)


def verify(directory: str | PathLike[str], *, wording: bool = False) -> VerifyResult:
    """Prove that a written dossier still matches the reports stored beside it.

    Args:
        directory: The folder that ``write`` or ``sayso dossier`` filled.
        wording: Whether to check too that nothing in our own voice accuses or judges anybody.

    Returns:
        What was checked and what is broken; it is true if nothing is.

    Raises:
        InputError: There is no dossier in the folder, or it cannot be read.
    """
    from sayso.pipeline.verify import verify_dossier  # noqa: PLC0415 - keeps the import fast

    return verify_dossier(directory, wording=wording)


def write(
    dossier: Dossier,
    paths: Iterable[str | PathLike[str]],
    directory: str | PathLike[str],
    *,
    columns: Mapping[str, str] | None = None,
    formats: Sequence[str] = ("html", "json", "md", "csv"),
) -> tuple[str, ...]:
    """Write a dossier, with the reports it was made from, into a folder.

    Args:
        dossier: What ``dossier(paths)`` returned.
        paths: The same files, folders or globs again, and those of English texts: their bytes
            are stored beside the dossier.
        directory: Made if it is missing. Only files of an earlier dossier are overwritten.
        columns: The same mapping again, if one was given.
        formats: Any of ``html``, ``json``, ``md``, ``csv`` and ``brief``.

    Returns:
        The paths of the dossier's files, in the order of the formats.

    Raises:
        InputError: A report has changed or is missing, or the folder cannot be written to.
    """
    from sayso.pipeline.run import find_reports  # noqa: PLC0415 - keeps the import fast
    from sayso.pipeline.store import write_dossier  # noqa: PLC0415 - keeps the import fast

    return write_dossier(dossier, find_reports(paths, columns=columns), directory, formats=formats)

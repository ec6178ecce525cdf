"""Runs the stages in order: the first three over each report alone, the last over all."""

from __future__ import annotations

import hashlib
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO, Protocol, TextIO

from sayso import __version__
from sayso.annotate import load_annotator
from sayso.errors import ConfigError, InputError
from sayso.extract import extract_report
from sayso.model.ids import content_id
from sayso.model.reports import Report, ReportStatus
from sayso.pipeline.translations import Translation, link_translations
from sayso.reading import Original, find_originals, mark_repeated, read_meta, read_report
from sayso.reconcile import reconcile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from os import PathLike

    from sayso.model.dossier import Dossier
    from sayso.model.extraction import Extraction
    from sayso.model.judgements import Judgement


class Progress(Protocol):
    """Told after each report how far the run is."""

    def __call__(self, done: int, total: int, file: str) -> None:
        """Take note that this file was the done-th of total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """A report with what it yields; extraction None if it was not, or could not be, analysed."""

    report: Report
    extraction: Extraction | None


def find_reports(
    paths: Iterable[str | PathLike[str]],
    *,
    meta: str | PathLike[str] | None = None,
    stdin: BinaryIO | TextIO | None = None,
    columns: Mapping[str, str] | None = None,
    acquired: str | None = None,
    translations: Sequence[Translation] = (),
) -> tuple[Original, ...]:
    """The files that the paths name, as bytes, with the metadata supplied for each.

    Args:
        paths: Files, folders or globs; ``-`` for JSON Lines on standard input.
        meta: A CSV or JSON file with what the pages lack; None for none.
        stdin: Where ``-`` is read from; None if it is not to be read.
        columns: Which column of a table stands for which of ours (text, title, outlet, ...); None
            to look for names that are known.
        acquired: ISO time at which the files were obtained; None if that is not said.
        translations: Their English texts are opened too.

    Raises:
        InputError: No report was found, or the metadata, columns or time cannot be used.
    """
    check_acquired(acquired)
    supplied = {} if meta is None else read_meta(meta)
    named = (*(str(path) for path in paths), *(one.english for one in translations))
    originals = find_originals(named, meta=supplied, stdin=stdin, columns=columns or {}, acquired=acquired)
    if not originals:
        raise InputError("no report was found", remedy="name files, folders or globs that hold reports")
    return originals


def run_reading(
    originals: Sequence[Original], *, translations: Sequence[Translation] = ()
) -> tuple[Report, ...]:
    """Read all reports, each once however often it was named, sorted by file.

    Args:
        originals: From ``find_reports``.
        translations: Which of them are English texts of others.

    Raises:
        InputError: A translation names a report that is not there.
    """
    reports = mark_repeated(_unique(_read(original) for original in originals))
    return link_translations(reports, translations)


def run_dossier(
    originals: Sequence[Original],
    *,
    as_of: str | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    translations: Sequence[Translation] = (),
    judgements: Sequence[Judgement] = (),
) -> Dossier:
    """Read, annotate and extract every report by itself, then reconcile them all.

    A report that makes a stage fail is listed with the reason, and the run goes on.

    Args:
        originals: From ``find_reports``.
        as_of: ISO date for which the account is given: reports published later are listed and
            left out; None for no such day.
        jobs: How many processes work; the result is the same for any number.
        progress: Called after each report; None to be told nothing.
        translations: Which of the originals are English texts of others.
        judgements: An analyst's rulings, in the order of their log.

    Raises:
        ConfigError: as_of is no ISO date, or jobs is below one.
        InputError: A translation names a report that is not there.
    """
    check_as_of(as_of)
    if jobs < 1:
        raise ConfigError(f"{jobs} is no number of jobs", remedy="give one or more")
    reports = leave_out_later(run_reading(originals, translations=translations), as_of)
    analysed = run_analysis(reports, jobs=jobs, progress=progress)
    return reconcile(
        tuple(one.report for one in analysed),
        tuple(one.extraction for one in analysed if one.extraction is not None),
        as_of=as_of,
        judgements=judgements,
        sayso_version=__version__,
    )


def run_analysis(
    reports: Sequence[Report], *, jobs: int = 1, progress: Progress | None = None
) -> tuple[Analysed, ...]:
    """Annotate and extract every report, in the order given.

    Args:
        reports: Those with another status than ``read`` are passed through.
        jobs: How many processes work.
        progress: Called after each report, in the order in which they are done.
    """
    waiting = [index for index, report in enumerate(reports) if report.status is ReportStatus.READ]
    found = [Analysed(report=report, extraction=None) for report in reports]
    results = _in_processes if min(jobs, len(waiting)) > 1 else _in_turn
    done = len(reports) - len(waiting)
    for index, analysed in results(reports, waiting, jobs):
        found[index] = analysed
        done += 1
        if progress is not None:
            progress(done, len(reports), analysed.report.file)
    return tuple(found)


def leave_out_later(reports: Sequence[Report], as_of: str | None) -> tuple[Report, ...]:
    """The reports, those published after a day marked as not analysed; undated ones stay in."""
    if as_of is None:
        return tuple(reports)
    return tuple(_left_out(report, as_of) if _is_later(report, as_of) else report for report in reports)


def _is_later(report: Report, as_of: str) -> bool:
    published = report.published
    read = report.status is ReportStatus.READ
    return read and published is not None and published.earliest > date.fromisoformat(as_of)


def _left_out(report: Report, as_of: str) -> Report:
    why = f"Published after {as_of}, for which the account is given; not analysed."
    return replace(report, status=ReportStatus.NOT_ANALYSED, problems=(*report.problems, why))


def check_as_of(as_of: str | None) -> None:
    """Complain if this is neither None nor an ISO date.

    Raises:
        ConfigError: It is neither.
    """
    if as_of is None:
        return
    try:
        date.fromisoformat(as_of)
    except ValueError as error:
        raise ConfigError(f"{as_of!r} is no date", remedy="write it as YYYY-MM-DD") from error


def check_acquired(acquired: str | None) -> None:
    """Complain if this is neither None nor an ISO date or time.

    Raises:
        ConfigError: It is neither.
    """
    if acquired is None:
        return
    try:
        datetime.fromisoformat(acquired)
    except ValueError as error:
        remedy = "write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS+HH:MM"
        raise ConfigError(f"{acquired!r} is no time", remedy=remedy) from error


def analyse_report(report: Report) -> Analysed:
    """Annotate and extract one report; if a stage fails, say so on the report."""
    try:
        return Analysed(report=report, extraction=extract_report(load_annotator().annotate(report)))
    except Exception as error:  # noqa: BLE001 - one bad report never sinks the case (DESIGN 3); it is listed
        return Analysed(report=_failed(report, f"{type(error).__name__}: {error}"), extraction=None)


def _read(original: Original) -> Report:
    try:
        return read_report(original)
    except Exception as error:  # noqa: BLE001 - one bad report never sinks the case (DESIGN 3); it is listed
        return _unreadable(original, f"{type(error).__name__}: {error}")


def _unreadable(original: Original, why: str) -> Report:
    raw_sha256 = hashlib.sha256(original.raw).hexdigest()
    return Report(
        id=content_id("rep", raw_sha256, original.file),
        file=original.file,
        outlet=None,
        title=None,
        title_end=0,
        author=None,
        published=None,
        url=None,
        language=None,
        media_type="application/octet-stream",
        size=len(original.raw),
        captured=original.stated.captured,
        acquired=original.acquired,
        container_sha256=original.container,
        raw_sha256=raw_sha256,
        text_sha256=hashlib.sha256(b"").hexdigest(),
        text="",
        furniture=(),
        status=ReportStatus.UNREADABLE,
        problems=(_blame_ourselves(why),),
    )


def _unique(reports: Iterable[Report]) -> tuple[Report, ...]:
    # The same bytes under the same name in two folders are one report, known by the first path;
    # so are the same bytes under two names, unless a person describes the files one by one.
    kept: dict[str, Report] = {}
    for report in sorted(reports, key=lambda report: (report.file, report.id)):
        key = report.id if _is_described(report) or not report.text else report.raw_sha256
        if key not in kept:
            kept[key] = report
        elif report.file not in (kept[key].file, *kept[key].also_at):
            kept[key] = replace(kept[key], also_at=(*kept[key].also_at, report.file))
    return tuple(kept.values())


def _is_described(report: Report) -> bool:
    return any(one.found_in == "supplied" for one in report.evidence)


def _failed(report: Report, why: str) -> Report:
    problems = (*report.problems, _blame_ourselves(why))
    return replace(report, status=ReportStatus.NOT_ANALYSED, problems=problems)


def _blame_ourselves(why: str) -> str:
    return f"sayso failed on this report ({why}); please report it."


def _in_turn(reports: Sequence[Report], waiting: Sequence[int], _jobs: int) -> Iterator[tuple[int, Analysed]]:
    for index in waiting:
        yield index, analyse_report(reports[index])


def _in_processes(
    reports: Sequence[Report], waiting: Sequence[int], jobs: int
) -> Iterator[tuple[int, Analysed]]:
    # spawn rather than fork: the same on every system, and no thread of a numeric library is copied.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=min(jobs, len(waiting)), mp_context=context) as pool:
        futures = {pool.submit(analyse_report, reports[index]): index for index in waiting}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BrokenProcessPool as error:
            raise ConfigError(
                "a working process was stopped from outside, perhaps for want of memory",
                remedy="run again with fewer --jobs",
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

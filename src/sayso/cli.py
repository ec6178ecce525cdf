"""The command line: parses, calls one library function, prints.

Standard output is data, standard error is talk. Exit codes: 0 done, 1 sayso's own error or a
dossier that does not hold, 2 wrong usage, 130 stopped by the keyboard, 141 nobody reads on.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.arguments import make_parser
from sayso.errors import ConfigError, SaysoError

# Stages are imported inside the commands: `sayso --help` must not wait for a language model.

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sayso.pipeline.run import Progress
    from sayso.pipeline.translations import Translation
    from sayso.reading import Original


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments without the program's name; None for those of this process.

    Returns:
        The exit code.
    """
    options = make_parser().parse_args(argv)
    try:
        code = COMMANDS[options.command](options)
        sys.stdout.flush()
    except SaysoError as error:
        _say(f"sayso: {error}")
        return 1
    except KeyboardInterrupt:
        _say("sayso: stopped")
        return 130
    except BrokenPipeError:
        # Whoever read us has left; what Python still wants to flush goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return code


def run_dossier(options: argparse.Namespace) -> int:
    """Read the reports, reconcile them, write the dossier, print the summary."""
    from sayso.pipeline.judgements import read_judgements  # noqa: PLC0415
    from sayso.pipeline.run import run_dossier  # noqa: PLC0415
    from sayso.pipeline.store import write_dossier  # noqa: PLC0415
    from sayso.pipeline.translations import read_translations  # noqa: PLC0415
    from sayso.render import render_json, render_summary  # noqa: PLC0415

    translations = read_translations(options.translation)
    originals = _find_reports(options, translations)
    with _progress(len(originals), quiet=options.quiet) as progress:
        dossier = run_dossier(
            originals,
            as_of=options.as_of,
            jobs=options.jobs,
            progress=progress,
            translations=translations,
            judgements=read_judgements(options.judgements) if options.judgements else (),
        )
    formats = (*options.format, "brief") if options.brief else options.format
    written = write_dossier(dossier, originals, options.output, formats=formats)
    if not options.quiet:
        _say("".join(f"wrote {path}\n" for path in written).rstrip())
    print((render_json(dossier) if options.json else render_summary(dossier)).rstrip("\n"))
    if options.open:
        import webbrowser  # noqa: PLC0415

        webbrowser.open(Path(written[0]).resolve().as_uri())
    return 0


def run_read(options: argparse.Namespace) -> int:
    """Print what was read."""
    from sayso.pipeline.listing import list_reports, list_reports_as_json  # noqa: PLC0415
    from sayso.pipeline.run import run_reading  # noqa: PLC0415
    from sayso.pipeline.translations import read_translations  # noqa: PLC0415

    translations = read_translations(options.translation)
    reports = run_reading(_find_reports(options, translations), translations=translations)
    print(list_reports_as_json(reports) if options.json else list_reports(reports))
    return 0


def run_quotes(options: argparse.Namespace) -> int:
    """Print who says what."""
    from sayso.pipeline import quotations  # noqa: PLC0415

    originals = _find_reports(options, ())
    with _progress(len(originals), quiet=options.quiet) as progress:
        found = quotations.run_quotations(originals, jobs=options.jobs, progress=progress)
    lists = {
        "table": quotations.list_quotations,
        "csv": quotations.list_quotations_as_csv,
        "jsonl": quotations.list_quotations_as_json_lines,
    }
    print(lists[options.format](found))
    if options.format != "table":
        for one in found:
            for problem in one.report.problems:
                _say(f"{one.report.file}: {problem}")
    return 0


def _find_reports(options: argparse.Namespace, translations: Sequence[Translation]) -> tuple[Original, ...]:
    from sayso.pipeline.run import find_reports  # noqa: PLC0415
    from sayso.reading import read_columns  # noqa: PLC0415

    return find_reports(
        options.reports,
        meta=options.meta,
        stdin=sys.stdin.buffer,
        columns=read_columns(options.columns) if options.columns else None,
        acquired=options.acquired,
        translations=translations,
    )


def run_who(options: argparse.Namespace) -> int:
    """Print who somebody is by all reports, or why two spellings are or are not one."""
    from sayso.pipeline.who import open_dossier, tell_who, tell_why  # noqa: PLC0415

    with _progress(len(options.reports), quiet=options.quiet) as progress:
        dossier = open_dossier(
            options.reports,
            meta=options.meta,
            jobs=options.jobs,
            progress=progress,
            judgements=options.judgements,
        )
    if options.why:
        print(tell_why(dossier, options.name, options.why), end="")
    else:
        print(tell_who(dossier, options.name, as_json=options.json), end="")
    return 0


def run_judge(options: argparse.Namespace) -> int:
    """Add a ruling to a log of judgements."""
    from sayso.model.judgements import Named, Ruling  # noqa: PLC0415
    from sayso.pipeline.judgements import add_judgement, make_judgement, make_weighed  # noqa: PLC0415
    from sayso.pipeline.run import check_acquired  # noqa: PLC0415

    at = options.at or datetime.now(UTC).isoformat(timespec="seconds")
    check_acquired(at)
    ruling = Ruling(options.ruling)
    if len(options.names) != WORDS[options.ruling]:
        raise ConfigError(f"{len(options.names)} names for “{ruling}”", remedy=REMEDIES[options.ruling])
    made = make_judgement(
        ruling,
        *(Named(name=n, file=options.file) for n in options.names if ruling.on_names),
        by=options.by,
        at=at,
        why=options.reason,
        withdraws=options.names[0] if ruling is Ruling.WITHDRAWN else None,
        weighed=make_weighed(
            ruling, options.names, credibility=options.credibility, relevance=options.relevance
        ),
    )
    add_judgement(options.log, made)
    print(made.id)
    return 0


WORDS: Mapping[str, int] = {"same": 2, "apart": 2, "cell": 3, "weight": 1, "withdrawn": 1}
"""How many names each ruling takes."""
REMEDIES: Mapping[str, str] = {
    "same": "give two names",
    "apart": "give two names",
    "cell": "give the row, the explanation and the mark, each as the dossier writes it",
    "weight": "give the row as the dossier writes it",
    "withdrawn": "give the id of one judgement to withdraw",
}


def run_verify(options: argparse.Namespace) -> int:
    """Check a written dossier; 1 if anything does not hold."""
    from sayso.pipeline.listing import list_checks, list_checks_as_json  # noqa: PLC0415
    from sayso.pipeline.verify import verify_dossier  # noqa: PLC0415

    result = verify_dossier(options.directory, wording=options.wording)
    print(list_checks_as_json(result) if options.json else list_checks(result))
    if result:
        return 0
    more = f" (and {len(result.broken) - 1} more)" if len(result.broken) > 1 else ""
    _say(f"sayso: {result.broken[0]}{more}")
    return 1


def run_schema(_options: argparse.Namespace) -> int:
    """Print the schema."""
    from sayso.render import dossier_schema  # noqa: PLC0415

    print(json.dumps(dossier_schema(), ensure_ascii=False, indent=1))
    return 0


def run_version(_options: argparse.Namespace) -> int:
    """Print the version."""
    print(f"sayso {__version__}")
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "dossier": run_dossier,
    "read": run_read,
    "quotes": run_quotes,
    "who": run_who,
    "judge": run_judge,
    "verify": run_verify,
    "schema": run_schema,
    "version": run_version,
}


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Progress | None]:
    """A bar on a terminal, a line for each report elsewhere, nothing when quiet."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        from tqdm import tqdm  # noqa: PLC0415

        with tqdm(total=total, unit="report", file=sys.stderr, leave=False) as bar:

            def advance(done: int, total: int, file: str) -> None:
                bar.total, bar.n = total, done
                bar.set_postfix_str(file[-40:])

            yield advance
    else:
        yield lambda done, total, file: _say(f"{done}/{total} {file}")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())

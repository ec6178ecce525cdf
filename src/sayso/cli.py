"""The command line: parses, calls one library function, prints.

Standard output is data, standard error is talk. Exit codes: 0 done, 1 sayso's own error or a
dossier that does not hold, 2 wrong usage, 130 stopped by the keyboard, 141 nobody reads on.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.errors import ConfigError, SaysoError

# Stages are imported inside the commands: `sayso --help` must not wait for a language model.

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sayso.pipeline.run import Progress
    from sayso.pipeline.translations import Translation
    from sayso.reading import Original

FORMATS = ("html", "json", "md")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments without the program's name; None for those of this process.

    Returns:
        The exit code.
    """
    options = make_parser().parse_args(argv)
    try:
        code: int = options.run(options)
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


def make_parser() -> argparse.ArgumentParser:
    """The grammar of the command line; ``docs/cli.md`` is made from it."""
    parser = argparse.ArgumentParser(
        prog="sayso",
        description="On whose say-so do we know this? Reads many reports on one incident and reconciles "
        "them into one sourced account. Nothing leaves this machine.",
    )
    parser.add_argument("--version", action="version", version=f"sayso {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_dossier(commands)
    _add_read(commands)
    _add_quotes(commands)
    _add_who(commands)
    _add_judge(commands)
    _add_verify(commands)
    _add_command(commands, "schema", run_schema, "Print the JSON Schema of dossier.json.")
    _add_command(commands, "version", run_version, "Print the version.")
    return parser


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
    written = write_dossier(dossier, originals, options.output, formats=options.format)
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
    from sayso.pipeline.judgements import add_judgement, make_judgement  # noqa: PLC0415
    from sayso.pipeline.run import check_acquired  # noqa: PLC0415

    at = options.at or datetime.now(UTC).isoformat(timespec="seconds")
    check_acquired(at)
    ruling = Ruling(options.ruling)
    names = (
        () if ruling is Ruling.WITHDRAWN else tuple(Named(name=n, file=options.file) for n in options.names)
    )
    withdraws = options.names[0] if ruling is Ruling.WITHDRAWN else None
    if len(options.names) != (1 if withdraws else 2):
        raise ConfigError(
            f"{len(options.names)} names for “{ruling}”",
            remedy="give two names, or the id of one judgement to withdraw",
        )
    made = make_judgement(ruling, *names, by=options.by, at=at, why=options.reason, withdraws=withdraws)
    add_judgement(options.log, made)
    print(made.id)
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Check a written dossier; 1 if anything does not hold."""
    from sayso.pipeline.listing import list_checks, list_checks_as_json  # noqa: PLC0415
    from sayso.pipeline.verify import verify_dossier  # noqa: PLC0415

    result = verify_dossier(options.directory)
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


def _add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    help_text: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.set_defaults(run=run)
    return parser


def _add_dossier(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands, "dossier", run_dossier, "Reconcile reports on one incident into one sourced account."
    )
    _add_reports(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        required=True,
        help="folder for dossier.html, dossier.json, dossier.md and the reports they cite",
    )
    parser.add_argument(
        "--format",
        metavar="LIST",
        type=_formats,
        default=FORMATS,
        help="which files to write, with commas between: html, json, md (default: all three)",
    )
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=_iso_date,
        help="leave out reports published later, YYYY-MM-DD (default: none; the clock is never read)",
    )
    _add_judgements(parser)
    _add_jobs(parser)
    parser.add_argument("--open", action="store_true", help="open the first file written in the web browser")
    parser.add_argument("--quiet", action="store_true", help="say nothing on standard error but errors")
    parser.add_argument("--json", action="store_true", help="print dossier.json instead of the summary")


def _add_read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "read",
        run_read,
        "Show what is read from each report: outlet, title, date, furniture, problems, copies.",
    )
    _add_reports(parser)
    parser.add_argument("--json", action="store_true", help="print a JSON array instead of the table")


def _add_quotes(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "quotes",
        run_quotes,
        "List who says what in each report, in or without quotation marks, and whom they have it from.",
    )
    _add_inputs(parser)
    parser.add_argument(
        "--format",
        choices=("table", "csv", "jsonl"),
        default="table",
        help="a table for reading, or all columns as CSV or JSON Lines (default: table)",
    )
    _add_jobs(parser)
    parser.add_argument("--quiet", action="store_true", help="say nothing on standard error but errors")


def _add_who(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "who",
        run_who,
        "Tell who or what a name means: spellings, roles, ties, what it says and what is said of it.",
    )
    parser.add_argument("name", metavar="NAME", help="a name in any of its spellings, or an entity's id")
    parser.add_argument(
        "reports", metavar="REPORT", nargs="+", help="a folder that `sayso dossier` wrote, or reports to read"
    )
    parser.add_argument(
        "--why",
        metavar="OTHER",
        help="tell instead why NAME and this other name are or are not taken for one",
    )
    parser.add_argument("--meta", metavar="FILE", help="what the pages lack, as for `sayso dossier`")
    _add_judgements(parser)
    _add_jobs(parser)
    parser.add_argument("--json", action="store_true", help="print the entities as JSON")
    parser.add_argument("--quiet", action="store_true", help="say nothing on standard error but errors")


def _add_judgements(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--judgements",
        metavar="LOG",
        help="rulings on who is who, as `sayso judge` writes them; they win over the machine (default: none)",
    )


def _add_judge(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "judge",
        run_judge,
        "Add your ruling to a log: two names are the same, or apart, or an earlier ruling is withdrawn.",
    )
    parser.add_argument(
        "log", metavar="LOG", help="a file of JSON Lines; made if it is missing, only added to"
    )
    parser.add_argument(
        "ruling", choices=("same", "apart", "withdrawn"), help="one thing, two things, or no longer so"
    )
    parser.add_argument(
        "names", metavar="NAME", nargs="+", help="two names; for withdrawn the id of the earlier ruling"
    )
    parser.add_argument("--by", metavar="PERSON", required=True, help="who rules")
    parser.add_argument("--reason", metavar="WORDS", required=True, help="why")
    parser.add_argument(
        "--file", metavar="REPORT", help="the one report in which the names are meant (default: all)"
    )
    parser.add_argument("--at", metavar="TIME", help="when, in ISO form (default: now)")


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=_positive,
        default=1,
        help="processes that analyse reports; changes the time, never the result (default: 1)",
    )


def _add_verify(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "verify",
        run_verify,
        "Prove every quoted word and hash of a dossier against its stored reports.",
    )
    parser.add_argument("directory", metavar="DIR", help="a folder that `sayso dossier` wrote")
    parser.add_argument("--json", action="store_true", help="print what was checked as JSON")


def _add_reports(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    parser.add_argument(
        "--translation",
        metavar="ORIGINAL=ENGLISH",
        action="append",
        default=[],
        help="an English text for a report in another language: both files, with = between; may be repeated",
    )


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "reports",
        metavar="REPORT",
        nargs="+",
        help="files, folders or globs: text, Markdown, web pages, PDF, DOCX, ODT, mail, web archives, feeds, "
        "tables, and archives of these; - reads JSON Lines from standard input",
    )
    parser.add_argument(
        "--meta",
        metavar="FILE",
        help="what the pages lack (outlet, author, title, date, url for each file), as CSV or JSON",
    )
    parser.add_argument(
        "--columns",
        metavar="MAP",
        help="which column of a table is which of ours, such as text=body,title=headline (default: by name)",
    )
    parser.add_argument(
        "--acquired",
        metavar="TIME",
        help="when you got hold of the files, in ISO form; kept with each report (default: not said)",
    )


def _formats(words: str) -> tuple[str, ...]:
    asked = [word.strip().lower() for word in words.split(",")]
    if not set(asked) <= set(FORMATS):
        raise argparse.ArgumentTypeError(f"{words!r} is no list of {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in asked)


def _iso_date(words: str) -> str:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no date; write it as YYYY-MM-DD") from None


def _positive(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is not a whole number from 1 up")
    return int(words)


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

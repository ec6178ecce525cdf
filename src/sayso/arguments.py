"""What the commands take: the grammar of the command line."""

from __future__ import annotations

import argparse
from datetime import date

from sayso import __version__

FORMATS = ("html", "json", "md", "csv")


def make_parser() -> argparse.ArgumentParser:
    """The grammar of the command line; ``docs/cli.md`` is made from it.

    What is parsed names its command as ``command``.
    """
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
    _add_command(commands, "schema", "Print the JSON Schema of dossier.json.")
    _add_command(commands, "version", "Print the version.")
    return parser


def _add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help_text: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.set_defaults(command=name)
    return parser


def _add_dossier(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(commands, "dossier", "Reconcile reports on one incident into one sourced account.")
    _add_reports(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        required=True,
        help="folder for dossier.html, dossier.json, dossier.md, tables as CSV, and the reports they cite",
    )
    parser.add_argument(
        "--format",
        metavar="LIST",
        type=_formats,
        default=FORMATS,
        help="which files to write, with commas between: html, json, md, csv (default: all four)",
    )
    parser.add_argument(
        "--brief",
        action="store_true",
        help="write one page too, brief.html and brief.md: what is said, disputed, unknown, and to be asked",
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
        "Show what is read from each report: outlet, title, date, furniture, problems, copies.",
    )
    _add_reports(parser)
    parser.add_argument("--json", action="store_true", help="print a JSON array instead of the table")


def _add_quotes(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "quotes",
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
        help="your rulings, as `sayso judge` writes them; they win over the machine (default: none)",
    )


def _add_judge(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "judge",
        "Add your ruling to a log: on who is who, on a cell or a row of the matrix, or to take one back.",
    )
    parser.add_argument(
        "log", metavar="LOG", help="a file of JSON Lines; made if it is missing, only added to"
    )
    parser.add_argument(
        "ruling",
        choices=("same", "apart", "cell", "weight", "withdrawn"),
        metavar="RULING",
        help="same, apart (two names), cell, weight (of the matrix), or withdrawn (an earlier ruling)",
    )
    parser.add_argument(
        "names",
        metavar="NAME",
        nargs="+",
        help="for same and apart two names; for cell the row, the explanation and CC, C, N, I, II or NA; "
        "for weight the row; for withdrawn the id of the earlier ruling",
    )
    for name in ("credibility", "relevance"):
        parser.add_argument(
            f"--{name}",
            choices=("low", "medium", "high"),
            metavar="WEIGHT",
            default="medium",
            help=f"for weight: the row's {name}: low, medium or high (default: medium)",
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
        "Prove every quoted word and hash of a dossier against its stored reports.",
    )
    parser.add_argument("directory", metavar="DIR", help="a folder that `sayso dossier` wrote")
    parser.add_argument("--json", action="store_true", help="print what was checked as JSON")
    parser.add_argument(
        "--wording",
        action="store_true",
        help="also check that nothing in the account's own voice accuses or judges anybody",
    )


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

"""The documents tell the truth: their commands run, and every command stands in them."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from sayso.arguments import make_parser
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENTS = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
REFERENCE = ROOT / "docs" / "cli.md"
BLOCK = re.compile(
    r"^<!-- tested(?P<fails>: fails)? -->\n```(?P<language>sh|python)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")


class Block(NamedTuple):
    """A piece of code in a document, with what it is expected to do."""

    language: str
    code: str
    fails: bool


def find_blocks(path: Path) -> list[Block]:
    return [
        Block(found["language"], found["code"], found["fails"] is not None)
        for found in BLOCK.finditer(path.read_text(encoding="utf-8"))
    ]


def find_commands() -> Iterator[argparse.ArgumentParser]:
    for action in make_parser()._actions:  # noqa: SLF001 - argparse tells it nowhere else
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            yield from action.choices.values()


def render_reference() -> str:
    """The page on all commands, made from the parser; independent of argparse's own layout."""
    lines = ["# All commands", "", make_parser().description or "", ""]
    lines += ["Standard output is data, standard error is talk.", ""]
    for command in find_commands():
        lines += [f"## {command.prog}", "", command.description or "", ""]
        arguments = [argument for argument in command._actions if argument.dest != "help"]  # noqa: SLF001
        if arguments:
            lines += ["| argument | meaning |", "|---|---|"]
            lines += [f"| {_name(argument)} | {argument.help} |" for argument in arguments]
            lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def _name(argument: argparse.Action) -> str:
    value = f" {argument.metavar}" if argument.nargs != 0 and argument.option_strings else ""
    names = argument.option_strings or [str(argument.metavar)]
    return ", ".join(f"`{name}{value}`" for name in names)


def test_the_command_reference_fixture_is_what_the_parser_says() -> None:
    if os.environ.get("SAYSO_WRITE_FIXTURES"):
        REFERENCE.write_text(render_reference(), encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == render_reference(), "run `make fixtures`"


def test_every_command_and_every_argument_has_help() -> None:
    commands = list(find_commands())
    assert [command.prog for command in commands] == [
        "sayso dossier",
        "sayso read",
        "sayso quotes",
        "sayso who",
        "sayso judge",
        "sayso verify",
        "sayso schema",
        "sayso version",
    ]
    for command in commands:
        assert command.description
        assert all(argument.help for argument in command._actions)  # noqa: SLF001


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_in_a_document_leads_to_a_file(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize(
    "document",
    [document for document in DOCUMENTS if find_blocks(document)],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_the_commands_in_a_document_do_what_it_says(document: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for block in find_blocks(document):
        command = [sys.executable, "-c"] if block.language == "python" else ["bash", "-e", "-c"]
        done = subprocess.run(
            [*command, block.code],
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode != 0) == block.fails, f"{block.code}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr


def test_the_readme_names_both_commands_and_the_limits() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for words in (
        "make demo",
        "sayso dossier",
        "sayso verify",
        "accuses nobody",
        "nothing leaves it",
        "Limits",
    ):
        assert words in text

"""The log of an analyst's rulings on who is who: a file of JSON Lines that is only ever added to."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import ConfigError
from sayso.model.judgements import Judgement, Named, Ruling
from sayso.reconcile.judging import make_judgement

if TYPE_CHECKING:
    from os import PathLike

__all__ = ["add_judgement", "make_judgement", "read_judgements"]

FIELDS = {"id", "ruling", "names", "withdraws", "by", "at", "why"}


def read_judgements(path: str | PathLike[str]) -> tuple[Judgement, ...]:
    """The rulings in a log, in its order; a last line broken off by a crash was never acknowledged.

    Raises:
        ConfigError: The file cannot be read, or a line is no judgement.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            "the log of judgements cannot be read", where=str(path), remedy=str(error)
        ) from error
    whole = text[: text.rfind("\n") + 1]
    lines = enumerate(whole.splitlines(), start=1)
    return tuple(read_line(line, f"{path}, line {number}") for number, line in lines if line.strip())


def read_line(line: str, where: str) -> Judgement:
    """One judgement from its line.

    Raises:
        ConfigError: The line is no judgement.
    """
    remedy = "see docs/formats.md, and write new rulings with `sayso judge`"
    try:
        record: dict[str, Any] = json.loads(line)
        names = tuple(read_name(name) for name in record["names"])
        made = make_judgement(
            Ruling(record["ruling"]), *names, by=str(record["by"]), at=str(record["at"]),
            why=str(record["why"]), withdraws=record.get("withdraws"),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError("this is no judgement", where=where, remedy=remedy) from error
    if len(names) != (0 if made.ruling is Ruling.WITHDRAWN else 2) or set(record) - FIELDS:
        raise ConfigError("this is no judgement", where=where, remedy=remedy)
    return made


def read_name(record: Any) -> Named:
    """A name in a judgement: a string, or a name with the file of the report in which it is meant."""
    if isinstance(record, str):
        return Named(name=record)
    return Named(name=str(record["name"]), file=record.get("file"))


def add_judgement(path: str | PathLike[str], judgement: Judgement) -> None:
    """Add a ruling to the log; once this returns it is on the disk.

    Raises:
        ConfigError: The file cannot be written.
    """
    record = {
        "id": judgement.id,
        "ruling": judgement.ruling,
        "names": [{"name": n.name, "file": n.file} if n.file else n.name for n in judgement.names],
        "withdraws": judgement.withdraws,
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
    }
    line = json.dumps(record, ensure_ascii=False) + "\n"
    try:
        with Path(path).open("ab+") as log:
            log.truncate(end_of_last_line(log.seek(0, os.SEEK_END), Path(path)))
            log.write(line.encode())
            log.flush()
            os.fsync(log.fileno())
    except OSError as error:
        raise ConfigError(
            "the log of judgements cannot be written", where=str(path), remedy=str(error)
        ) from error


def end_of_last_line(size: int, path: Path) -> int:
    """Where the last whole line ends; what follows it was broken off by a crash."""
    return path.read_bytes()[:size].rfind(b"\n") + 1

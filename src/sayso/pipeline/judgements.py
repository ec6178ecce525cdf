"""The log of an analyst's rulings: a file of JSON Lines that is only ever added to."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import ConfigError
from sayso.model.judgements import Judgement, Named, Ruling, Weighed
from sayso.model.matrix import Mark, Weight
from sayso.reconcile.judging import make_judgement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

__all__ = ["add_judgement", "make_judgement", "make_weighed", "read_judgements"]

FIELDS = {"id", "ruling", "names", "withdraws", "by", "at", "why"}
CELL = {"row", "hypothesis", "mark"}
WEIGHT = {"row", "credibility", "relevance"}
NAMES = {Ruling.SAME: 2, Ruling.APART: 2}
MORE = {Ruling.CELL: CELL, Ruling.WEIGHT: WEIGHT}
"""Fields that a ruling on the matrix has beside those that all have."""


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
        ruling = Ruling(record["ruling"])
        names = tuple(read_name(name) for name in record.get("names", ()))
        made = make_judgement(
            ruling, *names, by=str(record["by"]), at=str(record["at"]),
            why=str(record["why"]), withdraws=record.get("withdraws"), weighed=read_weighed(record, ruling),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError("this is no judgement", where=where, remedy=remedy) from error
    if len(names) != NAMES.get(ruling, 0) or set(record) - FIELDS - MORE.get(ruling, set()):
        raise ConfigError("this is no judgement", where=where, remedy=remedy)
    return made


def read_name(record: Any) -> Named:
    """A name in a judgement: a string, or a name with the file of the report in which it is meant."""
    if isinstance(record, str):
        return Named(name=record)
    return Named(name=str(record["name"]), file=record.get("file"))


def read_weighed(record: dict[str, Any], ruling: Ruling) -> Weighed | None:
    """What a ruling sets in the matrix; None if it rules on something else."""
    if ruling is Ruling.CELL:
        return Weighed(
            row=str(record["row"]), hypothesis=str(record["hypothesis"]), mark=Mark(record["mark"])
        )
    if ruling is Ruling.WEIGHT:
        return Weighed(
            row=str(record["row"]),
            credibility=Weight(record["credibility"]),
            relevance=Weight(record["relevance"]),
        )
    return None


def make_weighed(
    ruling: Ruling, words: Sequence[str], *, credibility: str = "medium", relevance: str = "medium"
) -> Weighed | None:
    """What a ruling sets in the matrix; None if it rules on something else.

    Args:
        ruling: Of any kind.
        words: For a cell its row, its explanation and its mark; for a weight its row.
        credibility: Of a row.
        relevance: Of a row.

    Raises:
        ConfigError: The mark is none of the matrix's, or a weight none of its weights.
    """
    try:
        if ruling is Ruling.CELL:
            row, hypothesis, mark = words
            return Weighed(row=row, hypothesis=hypothesis, mark=Mark(mark.upper()))
        if ruling is Ruling.WEIGHT:
            return Weighed(row=words[0], credibility=Weight(credibility), relevance=Weight(relevance))
    except ValueError as error:
        remedy = "mark a cell CC, C, N, I, II or NA, and weigh a row low, medium or high"
        raise ConfigError(f"{words[-1]!r} is no mark", remedy=remedy) from error
    return None


def add_judgement(path: str | PathLike[str], judgement: Judgement) -> None:
    """Add a ruling to the log; once this returns it is on the disk.

    Raises:
        ConfigError: The file cannot be written.
    """
    record: dict[str, Any] = {
        "id": judgement.id,
        "ruling": judgement.ruling,
        "names": [{"name": n.name, "file": n.file} if n.file else n.name for n in judgement.names],
        "withdraws": judgement.withdraws,
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
    }
    if judgement.weighed is not None:
        told = {name: getattr(judgement.weighed, name) for name in sorted(MORE[judgement.ruling])}
        record |= told
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

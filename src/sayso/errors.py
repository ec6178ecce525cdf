"""Everything sayso raises on purpose.

SaysoError
  InputError        the user can fix it
    ReadingError    a report cannot be read
    ConfigError     an option or a metadata file is wrong
  StageError        stages out of order, a layer is missing
  VerifyError       a dossier no longer matches its reports
  InternalError     our bug; says so

A message says what is wrong, where, and what to do. Its parts are kept as attributes.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors that sayso raises on purpose."""


class InputError(SaysoError):
    """Something the user gave cannot be used.

    Attributes:
        what: What is wrong.
        where: The file, option or line concerned; None if there is no such place.
        remedy: What to do about it; None if nothing helps.
    """

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        place = f" in {where}" if where else ""
        advice = f"; {remedy}" if remedy else ""
        super().__init__(f"{what}{place}{advice}")


class ReadingError(InputError):
    """A report cannot be read; the run goes on without it."""


class ConfigError(InputError):
    """An option or a metadata file cannot be used."""


class StageError(SaysoError):
    """A stage was called before the one it builds on."""


class VerifyError(SaysoError):
    """A dossier no longer matches the reports it cites."""


class InternalError(SaysoError):
    """A mistake of ours. Please report it."""

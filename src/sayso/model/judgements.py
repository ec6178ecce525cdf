"""An analyst's rulings on who is who. They are added to a log, never changed in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ruling(StrEnum):
    """What a judgement says: one thing, two things, or that an earlier judgement no longer holds."""

    SAME = "same"
    APART = "apart"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that a judgement is about.

    Attributes:
        name: As printed; case, accents and titles are ignored.
        file: The report in which it is meant, by its file name; None for all reports.
    """

    name: str
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One ruling.

    Attributes:
        id: Made from all the rest.
        names: The two that are ruled to be one thing or two; empty in a withdrawal.
        withdraws: Id of the judgement that no longer holds; None otherwise.
        by: Who ruled.
        at: When, as an ISO time.
        why: The reason given.
    """

    id: str
    ruling: Ruling
    names: tuple[Named, ...]
    withdraws: str | None
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A judgement with what became of it in this analysis.

    Attributes:
        status: ``applied``; ``orphaned`` if a name it is about stands in no report; ``replaced`` by a
            later one on the same names, or ``withdrawn``.
    """

    judgement: Judgement
    status: str

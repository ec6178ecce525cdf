"""An analyst's rulings: who is who, and how a finding weighs on an explanation.

They are added to a log, never changed in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.matrix import Mark, Weight


class Ruling(StrEnum):
    """What a judgement says.

    ``same`` and ``apart`` rule on two names, ``cell`` and ``weight`` on the matrix of explanations
    (STANDARDS 8), and ``withdrawn`` takes an earlier judgement back.
    """

    SAME = "same"
    APART = "apart"
    CELL = "cell"
    WEIGHT = "weight"
    WITHDRAWN = "withdrawn"

    @property
    def on_names(self) -> bool:
        """Whether it rules on who is who."""
        return self in {Ruling.SAME, Ruling.APART}

    @property
    def on_matrix(self) -> bool:
        """Whether it rules on the matrix."""
        return self in {Ruling.CELL, Ruling.WEIGHT}


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
class Weighed:
    """What a judgement sets in the matrix.

    Attributes:
        row: The row's address.
        hypothesis: The column's address; None if the row itself is weighed.
        mark: Of the cell; None if the row itself is weighed.
        credibility, relevance: Of the row; None if a cell is marked.
    """

    row: str
    hypothesis: str | None = None
    mark: Mark | None = None
    credibility: Weight | None = None
    relevance: Weight | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One ruling.

    Attributes:
        id: Made from all the rest.
        names: The two that are ruled to be one thing or two; empty in all other rulings.
        withdraws: Id of the judgement that no longer holds; None otherwise.
        by: Who ruled.
        at: When, as an ISO time.
        why: The reason given.
        weighed: What it sets in the matrix; None if it rules on something else.
    """

    id: str
    ruling: Ruling
    names: tuple[Named, ...]
    withdraws: str | None
    by: str
    at: str
    why: str
    weighed: Weighed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A judgement with what became of it in this analysis.

    Attributes:
        status: ``applied``; ``orphaned`` if what it is about is in no report any more; ``replaced`` by a
            later one on the same names, cell or row, or ``withdrawn``.
    """

    judgement: Judgement
    status: str

"""Who answers what: the findings by the reports."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from sayso.model.claims import Modality
from sayso.model.values import Responsibility
from sayso.render.anchors import report_anchor, span_anchor
from sayso.render.phrases import plain, shortened
from sayso.render.view import Link
from sayso.render.wording import answer_words, by_support

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.dossier import FindingValue
    from sayso.render.lookup import Lookup
    from sayso.render.view import Point

MOST_LETTERS = len(ascii_uppercase)
"""Answers to one question that get a letter; what lies beyond shares the last one."""
MOST_KEYS = 6
"""Answers whose meaning stands beside the question; the point itself lists all."""
SIGNS = {Modality.ALLEGED: ("?", "as an allegation"), Modality.SPECULATED: ("?", "as a possibility"),
         Modality.DENIED: ("×", "denied")}  # fmt: skip
"""What stands behind a letter that is not simply said; × for a denial."""
LONGEST_KEY = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An answer that a report gives: its letter, a sign for how it is put, and the same in words.

    Attributes:
        leading: Whether it is the answer with most origins behind it.
    """

    letter: str
    sign: str
    told: str
    target: str | None
    leading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A question: what its letters mean, and the letters of each report, none where it is silent."""

    number: int
    question: str
    verdict: str
    label: str
    keys: tuple[tuple[str, str], ...]
    more: int
    cells: tuple[tuple[Letter, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """What only this report answers, and what all others answer and it does not; as numbers and questions."""

    report: Link
    tells: tuple[tuple[int, str], ...]
    lacks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The questions that two or more reports answer, by reports; and what sets single reports apart."""

    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    alone: tuple[Alone, ...]


def make_matrix(points: Iterable[Point], lookup: Lookup) -> Matrix | None:
    """The matrix of these points; None where there are no two reports to set side by side."""
    reports = lookup.read
    rows = tuple(_row(point, lookup) for point in points)
    if len(reports) < 2 or not rows:
        return None
    columns = tuple(
        Link(text=shortened(plain(report.name)), target=report_anchor(lookup.numbers[report.id]))
        for report in reports
    )
    shared = tuple(row for row in rows if sum(map(bool, row.cells)) > 1)
    return Matrix(columns=columns, rows=shared, alone=tuple(_alone(columns, rows)))


def _alone(columns: tuple[Link, ...], rows: tuple[MatrixRow, ...]) -> Iterable[Alone]:
    """The reports that alone answer a question, or alone of three or more leave one out."""
    for place, report in enumerate(columns):
        tells, lacks = [], []
        for row in rows:
            answers = sum(map(bool, row.cells))
            asked = (row.number, row.question)
            if row.cells[place] and answers == 1:
                tells.append(asked)
            elif not row.cells[place] and answers == len(columns) - 1 > 1:
                lacks.append(asked)
        if tells or lacks:
            yield Alone(report=report, tells=tuple(tells), lacks=tuple(lacks))


def _row(point: Point, lookup: Lookup) -> MatrixRow:
    finding = lookup.findings[point.id]
    values = by_support(finding)
    lettered = {id(value): ascii_uppercase[min(n, MOST_LETTERS - 1)] for n, value in enumerate(values)}
    letters: dict[str, dict[tuple[str, str], Letter]] = {report.id: {} for report in lookup.read}
    for value in values:
        for report, letter in _letters(value, lettered[id(value)], lookup):
            letters.get(report, {}).setdefault((letter.letter, letter.sign), letter)
    keys = [(lettered[id(value)], _key(value, lookup)) for value in values[:MOST_KEYS]]
    return MatrixRow(
        number=point.number,
        question=point.question,
        verdict=point.verdict,
        label=point.label,
        keys=tuple(keys),
        more=max(0, len(values) - MOST_KEYS),
        cells=tuple(tuple(found.values()) for found in letters.values()),
    )


def _letters(value: FindingValue, letter: str, lookup: Lookup) -> Iterable[tuple[str, Letter]]:
    """The letter of one answer for each claim that gives it, with the report."""
    words = answer_words(value, lookup)
    for claim in lookup.claims_of(value):
        # An answer on responsibility says itself whether it is an accusation or a denial.
        told = isinstance(claim.value, Responsibility)
        sign, how = ("", "") if told else SIGNS.get(claim.modality, ("", ""))
        made = Letter(
            letter=letter,
            sign=sign,
            told=f"{words}, {how}" if how else words,
            target=span_anchor(claim.spans[0], lookup),
            leading=letter == "A",
        )
        yield claim.spans[0].report, made


def _key(value: FindingValue, lookup: Lookup) -> str:
    words = shortened(answer_words(value, lookup))
    return words if len(words) <= LONGEST_KEY else f"{words[:LONGEST_KEY].rpartition(' ')[0]} …"

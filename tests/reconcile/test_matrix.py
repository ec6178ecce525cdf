"""Explanations weighed: cells are an analyst's, rows proposed, sums as in STANDARDS 8, none is crowned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claims import Modality
from sayso.model.judgements import Judgement, Ruling, Weighed
from sayso.model.matrix import Mark, Weight
from sayso.model.values import Answer, Claimed, Responsibility, Text
from sayso.reconcile import reconcile
from sayso.reconcile.judging import make_judgement
from sayso.reconcile.matrix.sums import diagnosticity, inconsistency, least_contradicted, row_weight

from .factory import exactly, extract, make_claim, make_report

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier, Hypothesis
    from sayso.model.extraction import Extraction
    from sayso.model.matrix import MatrixRow
    from sayso.model.reports import Report

ONE = make_report(
    "The mayor blamed the Harbour Front. The Harbour Front denied it. Six guards were hurt. "
    "A drone was used.",
    outlet="Lorvan Post",
)
TWO = make_report(
    "Some said it was staged. The Mountain Council had threatened him. Nobody has claimed it. "
    "Six guards hurt.",
    outlet="Norland Times",
)
LATER = make_report(
    "Six guards were hurt, and the Harbour Front was blamed by the mayor.", outlet="Harbour Radio"
)
STAGED = "fact:was the attack staged"
SUSPECTED, DENIED, MENTIONED = "suspected_by_authorities", "denied", "mentioned"


def party(report: Report, words: str, name: str, status: str, source: str) -> Extraction:
    modality = Modality.DENIED if status == DENIED else Modality.ALLEGED
    claim = make_claim(
        report, words, Responsibility(party=name, status=status), slot="responsibility", source=source,
        modality=modality,
    )  # fmt: skip
    return extract(report, claim)


def told(report: Report) -> Extraction:
    hurt = "Six guards hurt" if report is TWO else "Six guards were hurt"
    claims = [make_claim(report, hurt, exactly(6), slot="injured", group="guards")]
    if report is TWO:
        claims += [
            make_claim(report, "it was staged", Answer(answer="yes"), slot=STAGED, source="unnamed: some"),
            make_claim(report, "Nobody has claimed it", Claimed(answer="no", party=None), slot="claimed"),
            *party(report, "The Mountain Council", "Mountain Council", MENTIONED, "author").claims,
        ]
    else:
        blame = "blamed the Harbour Front" if report is ONE else "Harbour Front was blamed"
        claims += party(report, blame, "Harbour Front", SUSPECTED, "mayor").claims
    if report is ONE:
        claims += party(
            report, "The Harbour Front denied it", "Harbour Front", DENIED, "Harbour Front"
        ).claims
        claims.append(make_claim(report, "A drone", Text(text="drone"), slot="weapon"))
    return extract(report, *claims)


def make(*rulings: Judgement, reports: tuple[Report, ...] = (ONE, TWO)) -> Dossier:
    return reconcile(reports, [told(one) for one in reports], judgements=rulings, sayso_version="0")


def cell(row: str, column: str, mark: Mark, *, at: str = "2031-05-05") -> Judgement:
    weighed = Weighed(row=row, hypothesis=column, mark=mark)
    return make_judgement(Ruling.CELL, by="A. Lyst", at=at, why="seen", weighed=weighed)


def weight(row: str, credibility: Weight, relevance: Weight, *, at: str = "2031-05-05") -> Judgement:
    weighed = Weighed(row=row, credibility=credibility, relevance=relevance)
    return make_judgement(Ruling.WEIGHT, by="A. Lyst", at=at, why="seen", weighed=weighed)


def column(dossier: Dossier, address: str) -> Hypothesis:
    return next(one for one in dossier.hypotheses if one.address == address)


def total(dossier: Dossier, address: str) -> float | None:
    found = column(dossier, address).id
    return next(one.inconsistency for one in dossier.matrix.columns if one.hypothesis == found)


def row(dossier: Dossier, address: str) -> MatrixRow:
    return next(one for one in dossier.matrix.rows if one.address == address)


def least(dossier: Dossier) -> list[str]:
    return [one.address for one in dossier.hypotheses if one.id in dossier.matrix.least]


def status(dossier: Dossier) -> list[str]:
    return [one.status for one in dossier.judgements]


def test_a_columns_inconsistency_is_the_sum_of_weight_times_one_or_two() -> None:
    marks = [(Mark.II, 1.0), (Mark.I, 1.414), (Mark.CC, 1.414), (Mark.N, 1.0), (Mark.NA, 1.0)]
    assert inconsistency(marks) == pytest.approx(3.414)


@pytest.mark.parametrize(
    ("credibility", "relevance", "factor"),
    [
        (Weight.LOW, Weight.LOW, 0.499849),
        (Weight.MEDIUM, Weight.MEDIUM, 1.0),
        (Weight.HIGH, Weight.MEDIUM, 1.414),
        (Weight.HIGH, Weight.HIGH, 1.999396),
        (Weight.LOW, Weight.HIGH, 0.999698),
    ],
)
def test_a_rows_weight_is_credibility_times_relevance(
    credibility: Weight, relevance: Weight, factor: float
) -> None:
    assert row_weight(credibility, relevance) == pytest.approx(factor)


@pytest.mark.parametrize(
    ("marks", "spread"),
    [
        ((Mark.CC, Mark.II), 4),
        ((Mark.C, Mark.C, Mark.C), 0),
        ((Mark.N, Mark.I), 1),
        ((Mark.NA, Mark.C), None),
        ((), None),
    ],
)
def test_a_row_tells_columns_apart_by_its_largest_less_its_smallest_mark(
    marks: tuple[Mark, ...], spread: int | None
) -> None:
    assert diagnosticity(marks) == spread


def test_columns_that_tie_are_all_least_contradicted() -> None:
    marks = {("a", "x"): Mark.I, ("a", "y"): Mark.I, ("a", "z"): Mark.II}
    assert least_contradicted(marks, {"a": 1.0}, ("x", "y", "z")) == ("x", "y")


def test_the_machine_marks_nothing_but_a_partys_own_word() -> None:
    dossier = make()
    cells = [cell for one in dossier.hypotheses for cell in one.matrix]
    assert [(one.mark, one.set_by) for one in cells] == [(Mark.N, "machine")]
    assert cells[0].row == row(dossier, "own word / Harbour Front").id
    assert not dossier.matrix.least
    assert all(one.inconsistency is None for one in dossier.matrix.columns)


def test_there_is_always_an_open_explanation_and_staging_where_somebody_raises_it() -> None:
    addresses = [one.address for one in make().hypotheses]
    assert {"Harbour Front", "Mountain Council", "staged", "other"} <= set(addresses)


def test_rows_are_proposed_with_a_reason_and_copies_count_once() -> None:
    dossier = make()
    guards = row(dossier, "injured / guards")
    assert [one.hypothesis for one in guards.bearings] == [column(dossier, "staged").id]
    assert all(one.why for one in guards.bearings)
    assert {one.hypothesis for one in row(dossier, "claimed").bearings} >= {
        column(dossier, "Harbour Front").id, column(dossier, "Mountain Council").id
    }  # fmt: skip
    assert len([one for one in dossier.matrix.rows if one.address == "injured / guards"]) == 1


RULINGS = (
    cell("injured / guards", "staged", Mark.II),
    cell("injured / guards", "Harbour Front", Mark.C),
    cell("weapon", "harbour front", Mark.I),
    cell("weapon", "staged", Mark.C),
    weight("injured / guards", Weight.HIGH, Weight.MEDIUM),
)


def test_cells_and_weights_give_the_sums_and_the_least_contradicted() -> None:
    dossier = make(*RULINGS)
    assert total(dossier, "staged") == pytest.approx(2.828)
    assert total(dossier, "Harbour Front") == pytest.approx(1.0)
    assert total(dossier, "Mountain Council") is None
    assert least(dossier) == ["Harbour Front"]
    assert row(dossier, "injured / guards").diagnosticity == 3
    assert row(dossier, "injured / guards").set_by == "analyst"


def test_a_row_that_alone_decides_is_named_with_what_would_come_instead() -> None:
    dossier = make(*RULINGS)
    assert row(dossier, "injured / guards").without == (column(dossier, "staged").id,)
    assert row(dossier, "weapon").without == ()


def test_what_an_analyst_put_for_and_against_is_listed() -> None:
    dossier = make(*RULINGS)
    front = column(dossier, "Harbour Front")
    assert front.evidence_for == (row(dossier, "injured / guards").finding,)
    assert front.evidence_against == (row(dossier, "weapon").finding,)


def test_an_analyst_may_overrule_the_neutral_mark_of_an_own_word() -> None:
    dossier = make(cell("own word / Harbour Front", "Harbour Front", Mark.I))
    (one,) = column(dossier, "Harbour Front").matrix
    assert (one.mark, one.set_by, one.why) == (Mark.I, "analyst", "seen")


def test_a_ruling_holds_when_a_report_is_added() -> None:
    dossier = make(*RULINGS, reports=(ONE, TWO, LATER))
    assert set(status(dossier)) == {"applied"}
    assert total(dossier, "staged") == pytest.approx(2.828)


def test_a_ruling_whose_row_or_explanation_is_gone_is_orphaned_and_kept() -> None:
    dossier = make(*RULINGS, cell("injured / cooks", "staged", Mark.I), reports=(ONE,))
    assert status(dossier) == ["orphaned", "applied", "applied", "orphaned", "applied", "orphaned"]
    assert len(dossier.judgements) == 6


def test_the_later_ruling_on_a_cell_replaces_the_earlier_and_can_be_withdrawn() -> None:
    first, then = cell("weapon", "staged", Mark.II), cell("weapon", "staged", Mark.C, at="2031-05-06")
    assert status(make(first, then)) == ["replaced", "applied"]
    back = make_judgement(Ruling.WITHDRAWN, by="A. Lyst", at="2031-05-07", why="no", withdraws=then.id)
    dossier = make(first, then, back)
    assert status(dossier) == ["applied", "withdrawn", "applied"]
    assert [one.mark for one in column(dossier, "staged").matrix] == [Mark.II]


def test_withdrawing_every_ruling_restores_exactly_what_was() -> None:
    backs = [
        make_judgement(Ruling.WITHDRAWN, by="A. Lyst", at="2031-05-07", why="no", withdraws=one.id)
        for one in RULINGS
    ]
    dossier = make(*RULINGS, *backs)
    assert (dossier.matrix, dossier.hypotheses) == (make().matrix, make().hypotheses)


TIMED = (
    *RULINGS,
    cell("weapon", "staged", Mark.I, at="2031-05-06T10:00:00+02:00"),
    cell("weapon", "staged", Mark.CC, at="2031-05-06T09:00:00+00:00"),
)


@given(st.permutations(TIMED), st.permutations([ONE, TWO, LATER]))
def test_neither_the_order_of_reports_nor_that_of_the_log_matters_only_time_does(
    rulings: list[Judgement], reports: list[Report]
) -> None:
    plain = make(*TIMED, reports=(ONE, TWO, LATER))
    dossier = make(*rulings, reports=tuple(reports))
    assert (dossier.matrix, dossier.hypotheses) == (plain.matrix, plain.hypotheses)
    assert [one.mark for one in column(dossier, "staged").matrix if one.row == row(dossier, "weapon").id] == [
        Mark.CC
    ]

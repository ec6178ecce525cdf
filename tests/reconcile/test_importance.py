"""What an editor with one minute sees first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sayso.model.values import Answer, Measure

from .factory import exactly, extract, main_event, make_claim, make_dossier, make_report

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier
    from sayso.model.values import Value

OUTLETS = ("Lorvan Post", "Norland Times", "Harbour Radio", "Lorvan Echo")
STAGED, SOLD, SEEN = "fact:was the attack staged", "fact:was fish sold on the market", "count:gulls"
YES, NO = Answer(answer="yes"), Answer(answer="no")


def told(*said: tuple[tuple[str, Value], ...], linked: tuple[str, ...] = ()) -> Dossier:
    """One report for each outlet with what it says on each slot; linked slots are of another event."""
    pairs = []
    for outlet, rows in zip(OUTLETS, said, strict=False):
        report = make_report(f"{outlet} prints a sentence of its own.", outlet=outlet)
        other = replace(
            main_event(report), id=f"evm-other-{report.id}", main=False, type="protest", label="protest"
        )
        claims = [
            make_claim(
                report, "sentence", value, slot=slot.removeprefix("linked "),
                event=other.id if slot in linked else None,
            )
            for slot, value in rows
        ]  # fmt: skip
        pairs.append((report, extract(report, *claims, events=(other,) if linked else ())))
    return make_dossier(*pairs)


def disputed(dossier: Dossier) -> list[str]:
    """The slots of the disputes, the first question first."""
    findings = {finding.id: finding for finding in dossier.findings}
    return [findings[q.finding].slot for q in dossier.questions if q.finding]


def test_the_dead_come_before_a_distance_and_a_staging_before_what_was_sold() -> None:
    far, near = (Measure(lo=n, hi=n, unit="km") for n in (90, 2))
    dossier = told(
        (
            ("measure:distance from the town", far), (SOLD, YES), (STAGED, YES),
            ("missing", exactly(7)), ("killed", exactly(4)), (SEEN, exactly(40)),
        ),
        (
            ("measure:distance from the town", near), (SOLD, NO), (STAGED, NO),
            ("missing", exactly(8)), ("killed", exactly(5)), (SEEN, exactly(4)),
        ),
    )  # fmt: skip
    order = disputed(dossier)
    assert order[:3] == ["killed", STAGED, "missing"]
    assert order.index("measure:distance from the town") > order.index("missing")
    assert order.index(SOLD) > order.index("missing")


def test_of_two_disputes_on_equal_questions_the_wider_comes_first() -> None:
    dossier = told(
        (("count:boats sunk", exactly(4)), ("count:carts burnt", exactly(3))),
        (("count:boats sunk", exactly(5)), ("count:carts burnt", exactly(30))),
    )
    assert disputed(dossier) == ["count:carts burnt", "count:boats sunk"]


def test_of_two_as_wide_the_one_in_which_neither_side_stands_alone_comes_first() -> None:
    dossier = told(
        (("count:boats sunk", exactly(4)), ("count:carts burnt", exactly(4))),
        (("count:boats sunk", exactly(5)), ("count:carts burnt", exactly(5))),
        (("count:carts burnt", exactly(4)),),
        (("count:carts burnt", exactly(5)),),
    )
    assert disputed(dossier) == ["count:carts burnt", "count:boats sunk"]


def test_a_dispute_on_the_incident_comes_before_a_graver_one_on_an_event_beside_it() -> None:
    dossier = told(
        (("linked killed", exactly(4)), ("count:boats sunk", exactly(4))),
        (("linked killed", exactly(40)), ("count:boats sunk", exactly(5))),
        linked=("linked killed",),
    )
    assert disputed(dossier)[:1] == ["count:boats sunk"]


@pytest.mark.parametrize(("kind", "asked"), [("bombing", True), ("crash", False), ("quake", False)])
def test_nobody_is_asked_who_takes_responsibility_for_a_crash(kind: str, *, asked: bool) -> None:
    report = make_report("Fifteen died.", outlet="Lorvan Post")
    found = extract(report, make_claim(report, "Fifteen", exactly(15)))
    found = replace(found, events=(replace(found.events[0], type=kind, told_as=kind),))
    questions = " ".join(question.text for question in make_dossier((report, found)).questions)
    assert ("taken responsibility" in questions) is asked
    assert ("held responsible" in questions) is (kind != "quake")

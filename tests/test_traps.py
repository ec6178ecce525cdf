"""Differences that are no disputes, from invented reports to findings (what must not fire)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import sayso
from sayso.model.dossier import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sayso.model.dossier import Dossier, Finding

Told = tuple[str, str, str]
"""Outlet, day and text (headline, blank line, body) of a report."""


@pytest.fixture
def dossier_of(tmp_path: Path) -> Callable[..., Dossier]:
    def run(*told: Told) -> Dossier:
        meta = []
        for place, (outlet, day, text) in enumerate(told):
            (tmp_path / f"{place}.txt").write_text(text, encoding="utf-8")
            meta.append({"file": f"{place}.txt", "outlet": outlet, "date": day})
        (tmp_path / "meta.json").write_text(json.dumps({"documents": meta}), encoding="utf-8")
        return sayso.dossier([f"{tmp_path}/*.txt"], meta=str(tmp_path / "meta.json"))

    return run


def found(dossier: Dossier, slot: str, group: str = "all") -> list[Finding]:
    focal = {event.id for event in dossier.events if event.focal}
    return [f for f in dossier.findings if f.slot == slot and f.group == group and f.event in focal]


def disputed(dossier: Dossier) -> list[tuple[str, str]]:
    return [(f.slot, f.group) for f in dossier.findings if f.verdict is Verdict.DISPUTED]


def test_noon_gmt_and_three_in_the_afternoon_local_are_no_dispute(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06", "Bombs fall on Orvel\n\nBombs fell on Orvel at 1200 GMT on Monday."),
        ("Sun", "2031-05-06", "Camp in Orvel bombed\n\nPlanes bombed Orvel at 3 p.m. local time on Monday."),
    )
    assert ("time", "all") not in disputed(dossier)


def test_arrests_on_two_nights_are_no_dispute(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06",
         ("Bombing in Orvel\n\nA bomb killed four people in Orvel on Sunday. "
          "Police arrested two men on Monday night.")),
        ("Sun", "2031-05-07",
         ("Orvel mourns\n\nA bomb killed four people in Orvel on Sunday. "
          "Police arrested three men on Tuesday night.")),
    )  # fmt: skip
    assert ("arrested", "all") not in disputed(dossier)


def test_a_yearly_total_beside_the_days_toll_is_no_dispute(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06", "Four dead in Orvel\n\nA bomb killed four people in Orvel on Monday."),
        ("Sun", "2031-05-06",
         ("Orvel bombed\n\nA bomb killed four people in Orvel on Monday. "
          "So far in 2031, 60 people have been killed in bombings.")),
    )  # fmt: skip
    (toll,) = found(dossier, "killed")
    assert (toll.low, toll.best, toll.high) == (4, 4, 4)
    assert toll.verdict is Verdict.CORROBORATED


def test_twelve_of_one_group_and_twelve_of_another_are_two_findings(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06", "Bombing in Orvel\n\nThe bombing in Orvel on Monday injured twelve guards."),
        ("Sun", "2031-05-06", "Orvel bombed\n\nThe bombing in Orvel on Monday injured twelve passengers."),
    )
    assert len(found(dossier, "injured", "guards")) == 1
    assert len(found(dossier, "injured", "passengers")) == 1
    assert not disputed(dossier)


def test_a_headline_that_rounds_is_no_rival_to_its_report(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06",
         "Dozens killed in Orvel bombing\n\nA bomb killed 27 people in Orvel on Monday, police said."),
        ("Sun", "2031-05-06", "Orvel bombed\n\nA bomb killed 27 people in Orvel on Monday, a doctor said."),
    )  # fmt: skip
    (toll,) = found(dossier, "killed")
    assert toll.verdict is not Verdict.DISPUTED
    assert (toll.low, toll.best, toll.high) == (27, 27, 27)


def test_at_least_twelve_beside_fifteen_is_no_dispute(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06", "Orvel bombed\n\nA bomb killed at least 12 people in Orvel on Monday."),
        ("Sun", "2031-05-06", "Orvel bombing\n\nA bomb killed 15 people in Orvel on Monday, police said."),
    )
    (toll,) = found(dossier, "killed")
    assert toll.verdict is Verdict.CORROBORATED
    assert toll.best == 15


def test_a_corrected_figure_is_superseded_and_not_disputed(dossier_of: Callable[..., Dossier]) -> None:
    text = "Orvel bombed\n\nA bomb in Orvel on Monday killed {} people, Governor Dana Walker said."
    dossier = dossier_of(
        ("Post", "2031-05-06", text.format(15)), ("Sun", "2031-05-08", text.format(12)),
    )  # fmt: skip
    (toll,) = found(dossier, "killed")
    assert toll.verdict is Verdict.SUPERSEDED
    assert toll.best == 12


def test_one_wire_copy_in_nine_outlets_is_one_origin(dossier_of: Callable[..., Dossier]) -> None:
    text = (
        "Nine dead in Orvel\n\nA bomb killed nine people in the market of Orvel on Monday as stalls opened. "
        "The blast tore the roof off a bakery, broke windows along the river, and smoke hung over the bridge."
    )
    dossier = dossier_of(*((f"Outlet {place}", "2031-05-06", text) for place in range(9)))
    (toll,) = found(dossier, "killed")
    assert toll.verdict is Verdict.SINGLE_ORIGIN


def test_a_gunman_among_the_dead_gives_two_readings(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06",
         "Five dead\n\nFive people were killed, including the gunman, in a shooting in Orvel on Monday."),
        ("Sun", "2031-05-06",
         "Gunman kills four\n\nA gunman killed four people in Orvel on Monday before he was shot dead."),
    )  # fmt: skip
    (toll,) = found(dossier, "killed")
    assert "Without the attackers it is 4, with them 5." in toll.why


def test_a_point_that_two_reports_answer_differently_is_opened(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06",
         "Man dies\n\nPolice shot a man in Orvel on Monday. The suspect was handcuffed, a neighbour said."),
        ("Sun", "2031-05-06",
         "Raid\n\nPolice shot a man in Orvel on Monday. The suspect was not handcuffed, the sheriff said."),
    )  # fmt: skip
    (point,) = found(dossier, "fact:was the suspect handcuffed")
    assert point.verdict is Verdict.DISPUTED
    assert point.why.endswith("Asked because reports answer it differently.")


def test_a_point_of_one_report_alone_is_not_opened(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06",
         "Man dies after raid\n\nPolice shot a man in Orvel on Monday. The suspect was not handcuffed."),
        ("Sun", "2031-05-06", "Raid in Orvel\n\nPolice shot a man in Orvel on Monday."),
    )  # fmt: skip
    assert not [claim for claim in dossier.claims if "handcuffed" in claim.slot]
    assert not [claim for claim in dossier.claims if claim.slot.startswith("open:")]


def test_counts_that_differ_by_a_synonym_are_one_question(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        ("Post", "2031-05-06", "Shooting in Orvel\n\nIn the attack on Monday 40 rounds were fired in Orvel."),
        ("Sun", "2031-05-06", "Orvel attacked\n\nIn the attack on Monday 60 shots were fired in Orvel."),
    )
    (count,) = [f for f in dossier.findings if f.slot.startswith("count:")]
    assert count.verdict is Verdict.DISPUTED
    assert "Counted together, as words for one thing" in count.why


def test_what_a_plane_does_in_a_headline_is_no_weapon(dossier_of: Callable[..., Dossier]) -> None:
    text = "Plane bombs Orvel refugee camp\n\nA plane dropped two bombs on a camp in Orvel on Monday."
    dossier = dossier_of(("Post", "2031-05-06", text))
    assert not [claim for claim in dossier.claims if claim.slot == "weapon" and "lane" in claim.wording]

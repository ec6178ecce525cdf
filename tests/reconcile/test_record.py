"""The incident as a row of the field's tables: what is said is coded, what is not is left empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import sayso
from sayso.model.incident import COLUMNS
from sayso.reconcile.natures import compare_natures
from sayso.reconcile.record.tables import codes_of, target_type, weapon_type

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.model.incident import RecordValue


def record_of(folder: Path, *texts: str) -> dict[str, RecordValue]:
    """The cells of the incident that these reports tell of; every filled cell cites claims or counts."""
    files = []
    for number, text in enumerate(texts):
        file = folder / f"{number:02}_outlet{number}.txt"
        file.write_text(text, encoding="utf-8")
        files.append(str(file))
    dossier = sayso.dossier(files)
    known = {claim.id for claim in dossier.claims}
    for cell in dossier.incidents[0].cells:
        assert set(cell.claims) <= known
        counted = cell.column in {"incident_id", "n_reports", "actor_export"}
        assert cell.value is None or cell.claims or counted, cell.column
    return {cell.column: cell.value for cell in dossier.incidents[0].cells}


def test_a_bombing_is_coded_and_nobody_is_named_who_did_not_claim_it(tmp_path: Path) -> None:
    found = record_of(
        tmp_path,
        "Bomb kills four\n\nA car bomb killed four people at the market in Orvel on 9 November 2031. "
        "Police blamed the Harbour Front.",
        "Orvel bombing\n\nA car bomb exploded at a market in Orvel on 9 November 2031, killing four people. "
        "The Harbour Front denied any involvement.",
    )
    assert tuple(found) == COLUMNS
    assert found["kind"] == "bombing"
    assert found["event_type"] == "Explosions/Remote violence"
    assert (found["attack_type"], found["weapon_type"]) == ("Bombing", "Explosives")
    assert found["stage"] == "accomplished"
    assert (found["date_start"], found["date_precision"]) == ("2031-11-09", "day")
    assert (found["killed_low"], found["killed_best"], found["killed_high"]) == (4, 4, 4)
    assert found["injured_best"] is None
    assert str(found["actor_export"]).startswith("Unidentified Armed Group")
    assert "denies it" in str(found["perpetrators"])
    assert "suspected by authorities" in str(found["perpetrators"])


def test_a_claim_that_nobody_disputes_may_be_exported(tmp_path: Path) -> None:
    found = record_of(
        tmp_path,
        "Shooting in Orvel\n\nGunmen shot dead two guards in Orvel on 9 November 2031. "
        "The Harbour Front claimed responsibility for the shooting.",
    )
    assert found["actor_export"] == "Harbour Front"
    assert (found["claimed"], found["claimed_by"]) == ("yes", "Harbour Front")
    assert (found["kind"], found["attack_type"]) == ("shooting", "Armed Assault")


def test_an_attempt_on_a_life_is_attempted(tmp_path: Path) -> None:
    found = record_of(
        tmp_path,
        "Mayor survives assassination attempt\n\nMayor Ines Varga survived an assassination attempt in Orvel "
        "on 9 November 2031. Gunmen shot at her car. A second assassination attempt is feared.",
    )
    assert (found["attack_type"], found["stage"]) == ("Assassination", "attempted")


def test_a_quake_has_no_attacker_and_no_attack(tmp_path: Path) -> None:
    found = record_of(
        tmp_path,
        "Quake hits Orvel\n\nAn earthquake struck Orvel on 9 November 2031, killing ten people. "
        "The quake destroyed forty houses.",
    )
    assert found["kind"] == "earthquake"
    for column in ("event_type", "attack_type", "stage", "perpetrators", "actor_export", "claimed"):
        assert found[column] is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [("truck bomb", "Explosives"), ("a rifle", "Firearms"), ("kitchen knife", "Melee"),
     ("petrol bombs", "Incendiary"), ("chlorine gas", "Chemical"), ("a van", "Vehicle"), ("rage", None)],
)  # fmt: skip
def test_weapons_have_their_types(words: str, kind: str | None) -> None:
    assert weapon_type(words) == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [("the army barracks", "Military"), ("a girls' school", "Educational Institution"),
     ("the embassy", "Government (Diplomatic)"), ("a village", "Private Citizens & Property"),
     ("the idea", None)],
)  # fmt: skip
def test_targets_have_their_types(words: str, kind: str | None) -> None:
    assert target_type(words) == kind


def test_every_kind_of_attack_has_codes() -> None:
    assert codes_of("suicide bombing")[1] == "Suicide bomb"
    assert codes_of("earthquake") == (None, None, None)


def test_kinds_refine_and_chance_conflicts_with_purpose() -> None:
    assert compare_natures("bombing", "attack").relation == "refines"
    assert compare_natures("crash", "bombing").relation == "conflicts"
    assert compare_natures("shooting", "bombing").relation == "incomparable"

"""Who did it stays the word of whoever says so, whatever else is taken for the author's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import sayso
from sayso.extract.responsibility import find_responsibility
from sayso.extract.scene import read_scene
from sayso.model.values import Responsibility

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sayso.model.layers import Layers


@pytest.mark.parametrize(
    "said",
    [
        "The minister said the attack by the Dockers League had killed six people.",
        "The minister condemned the attack by the Dockers League.",
    ],
)
def test_an_accusation_stays_with_its_accuser(tmp_path: Path, said: str) -> None:
    report = tmp_path / "gazette.txt"
    report.write_text(f"Blast in Orvel\n\nA bomb exploded in Orvel on Monday. {said}", encoding="utf-8")
    claims = [c for c in sayso.dossier([report]).claims if isinstance(c.value, Responsibility)]
    assert {claim.source for claim in claims} == {"unnamed: minister"}
    assert "stated_by_author" not in {c.value.status for c in claims if isinstance(c.value, Responsibility)}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two in Dravik on Monday. Karl Benning was charged with the repeated attacks on Selby.",
        "A bomb killed two in Dravik on Monday. Police accused Karl Benning of an earlier bombing.",
    ],
)
def test_a_charge_for_other_deeds_is_none_for_this_one(layers_of: Callable[..., Layers], text: str) -> None:
    rows = find_responsibility(read_scene(layers_of(text)))
    assert [row.value for row in rows if "Benning" in str(row.value)] == []

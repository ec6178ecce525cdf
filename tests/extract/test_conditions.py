"""How named persons came out of it. Nobody in these texts is real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract.conditions import find_conditions
from sayso.extract.scene import read_scene
from sayso.model.values import Condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers


def states(layers: Layers) -> list[tuple[str, str]]:
    values = [draft.value for draft in find_conditions(read_scene(layers))]
    found = [(value.person, value.state) for value in values if isinstance(value, Condition)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police identified the dead as Anna Torvik, 6; Karl Torvik, 7; and Ilse Berg, 50.",
            [("Anna Torvik", "killed"), ("Karl Torvik", "killed"), ("Ilse Berg", "killed")],
        ),
        (
            "Three people were killed: 19-year-old Karl Benning, 17-year-old Jonas Berg and Ilse Stahl.",
            [("Karl Benning", "killed"), ("Jonas Berg", "killed"), ("Ilse Stahl", "killed")],
        ),
        ("The blast took the life of Anna Torvik.", [("Anna Torvik", "killed")]),
        ("The gunman killed his sister, Anna Torvik, on Monday.", [("Anna Torvik", "killed")]),
        ("Karl Benning, 22, was also shot and killed that night.", [("Karl Benning", "killed")]),
        ("Karl Benning was shot in the leg.", [("Karl Benning", "injured")]),
        ("Karl Benning remains in critical but stable condition.", [("Karl Benning", "serious")]),
        ('"I was not hurt," Karl Benning said.', [("\N{BULLET}speaker", "unharmed")]),
    ],
)
def test_states_of_named_people_are_read(
    layers_of: Callable[..., Layers], text: str, expected: list[tuple[str, str]]
) -> None:
    assert states(layers_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One of the dead was a night guard, Benning said.",
        "Many could profit from the death of Karl Benning.",
        "Karl Benning, who is accused of killing six people, was in court.",
        "The killers wanted to shoot Karl Benning.",
    ],
)
def test_nobody_dies_who_only_speaks_is_accused_or_threatened(
    layers_of: Callable[..., Layers], text: str
) -> None:
    assert states(layers_of(f"Karl Benning came late. {text}")) == []


def test_kin_with_one_surname_are_told_apart(layers_of: Callable[..., Layers]) -> None:
    text = "David Torvik was arrested. Jonas Torvik, who was killed on Sunday, was his son."
    assert states(layers_of(text)) == [("Jonas Torvik", "killed")]

"""What the text states beside the name of a place. What happens there is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract.containers import find_contexts, find_peoples
from sayso.extract.mentions import find_mentions

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers


@pytest.mark.parametrize(
    ("text", "place", "containers", "noun"),
    [
        ("A silo burned down in Hesston, Kansas, on Thursday.", "Hesston", ["Kansas"], None),
        ("A silo burned down in Newton, Kan., on Thursday.", "Newton", ["Kan"], None),
        ("The barge left the town of Juba in South Sudan.", "Juba", ["South Sudan"], "town"),
        ("The mill stands in Mosul, a city in northern Iraq.", "Mosul", ["Iraq"], "city"),
        ("They met in Baghdad's heavily fortified Green Zone.", "Green Zone", ["Baghdad"], None),
        ("They came from the Iraqi city of Mosul.", "Mosul", ["Iraqi"], "city"),
        ("Snow fell in the state of Kansas on Monday.", "Kansas", [], "state"),
        ("A MILL BURNED DOWN IN MEDELLIN, COLOMBIA, ON MONDAY.", "MEDELLIN", ["COLOMBIA"], None),
        ("The paper mill in Munich (Germany) burned down.", "Munich", ["Germany"], None),
    ],
)
def test_a_container_is_read_from_the_words_beside_the_name(
    layers_of: Callable[..., Layers], text: str, place: str, containers: list[str], noun: str | None
) -> None:
    layers = layers_of(text)
    found = {one.span.text: one for one in find_contexts(layers, find_mentions(layers))}
    assert [span.text.rstrip(".") for span in found[place].containers] == containers
    assert found[place].noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "He has offices in Paris, Berlin and Madrid.",
        "Rain fell in Paris. Germany stayed dry.",
        "He flew from Paris to Germany.",
    ],
)
def test_names_side_by_side_are_no_containers(layers_of: Callable[..., Layers], text: str) -> None:
    layers = layers_of(text)
    assert [one for one in find_contexts(layers, find_mentions(layers)) if one.containers] == []


def test_words_for_peoples_are_found_with_their_place(layers_of: Callable[..., Layers]) -> None:
    layers = layers_of("Two Iraqi engineers and a German nurse met.")
    assert [span.text for span in find_peoples(layers)] == ["Iraqi", "German"]

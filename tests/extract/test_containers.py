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
        ("A silo burned down in Wahoo, Nebraska, on Thursday.", "Wahoo", ["Nebraska"], None),
        ("A silo burned down in Ashland, Neb., on Thursday.", "Ashland", ["Neb"], None),
        ("The barge left the town of Galle in Sri Lanka.", "Galle", ["Sri Lanka"], "town"),
        ("The mill stands in Chiclayo, a city in northern Peru.", "Chiclayo", ["Peru"], "city"),
        ("They met in Lisbon's sparsely furnished Fish Hall.", "Fish Hall", ["Lisbon"], None),
        ("They came from the Peruvian city of Trujillo.", "Trujillo", ["Peruvian"], "city"),
        ("Snow fell in the state of Nebraska on Monday.", "Nebraska", [], "state"),
        ("A MILL BURNED DOWN IN NAIROBI, KENYA, ON MONDAY.", "NAIROBI", ["KENYA"], None),
        ("The paper mill in Graz (Austria) burned down.", "Graz", ["Austria"], None),
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
        "He has offices in Paris, Vienna and Madrid.",
        "Rain fell in Paris. Austria stayed dry.",
        "He flew from Paris to Austria.",
    ],
)
def test_names_side_by_side_are_no_containers(layers_of: Callable[..., Layers], text: str) -> None:
    layers = layers_of(text)
    assert [one for one in find_contexts(layers, find_mentions(layers)) if one.containers] == []


def test_words_for_peoples_are_found_with_their_place(layers_of: Callable[..., Layers]) -> None:
    layers = layers_of("Two Peruvian engineers and an Austrian nurse met.")
    assert [span.text for span in find_peoples(layers)] == ["Peruvian", "Austrian"]

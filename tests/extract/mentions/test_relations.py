"""Ties that a report states. What happens in these texts is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract.mentions import find_mentions
from sayso.extract.mentions.relations import find_relations

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Karl Benning, the leader of the Dawn Union, spoke.", ("Karl Benning", "leader_of", "Dawn Union")),
        ("Dawn Union spokesman Karl Benning left.", ("Karl Benning", "speaks_for", "Dawn Union")),
        ("The Dawn Union was founded by Norland.", ("Dawn Union", "founded_by", "Norland")),
        ("The Velun Brigade is part of the Dawn Union.", ("Velun Brigade", "part_of", "Dawn Union")),
    ],
)
def test_a_stated_tie_is_found_with_its_words(
    layers_of: Callable[..., Layers], text: str, tie: tuple[str, str, str]
) -> None:
    layers = layers_of(text)
    mentions = find_mentions(layers)
    name = {m.span: (m.reference.to.text if m.reference else m.span.text) for m in mentions}
    found = [(name[t.subject], t.kind, name[t.other]) for t in find_relations(layers, mentions)]
    assert found == [tie]


def test_what_somebody_was_is_told_as_past(layers_of: Callable[..., Layers]) -> None:
    layers = layers_of("Karl Benning was commander of the Velun Brigade.")
    assert [t.former for t in find_relations(layers, find_mentions(layers))] == [True]


def test_names_side_by_side_are_no_tie(layers_of: Callable[..., Layers]) -> None:
    layers = layers_of("Karl Benning met the Dawn Union in Norland.")
    assert find_relations(layers, find_mentions(layers)) == ()

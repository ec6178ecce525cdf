"""Who reacted, and how; and what only looks like a reaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract import extract_report
from sayso.extract.lexicon import read_words
from sayso.reconcile.reactions import KINDS
from sayso.render.reactions import TITLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

LEAD = "A bomb killed four people at the market in Orvel on Monday.\n\n"


def reactions(layers: Layers) -> set[tuple[str, str]]:
    return {(one.kind, one.source.description) for one in extract_report(layers).reactions}


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Governor Ilva Tarrin strongly condemned the attack.", "condemned", "Governor Ilva Tarrin"),
        ('"We condemn this bombing," said Mayor Osk Brandel.', "condemned", "Mayor Osk Brandel"),
        ('Mayor Osk Brandel called it "a cowardly act".', "condemned", "Mayor Osk Brandel"),
        ("The bombing drew condemnation from Governor Ilva Tarrin.", "condemned", "Governor Ilva Tarrin"),
        ("Governor Ilva Tarrin sent condolences to the families.", "mourned", "Governor Ilva Tarrin"),
        ("The Reed Front denied any part in the bombing.", "denied", "Reed Front"),
        ("The Reed Front rejected the accusation.", "denied", "Reed Front"),
        ("The Reed Front vowed to avenge the dead.", "threatened", "Reed Front"),
        ('"We will retaliate," said Mayor Osk Brandel.', "threatened", "Mayor Osk Brandel"),
        ("Mayor Osk Brandel mocked the police.", "mocked", "Mayor Osk Brandel"),
        ("Velmora offered medical help to the wounded.", "offered_help", "Velmora"),
        ("Velmora urged both sides to show restraint.", "called_for_restraint", "Velmora"),
        ("The Harbour Guild called for an independent investigation.", "called_for_inquiry", "Harbour Guild"),
        ("Mayor Osk Brandel vowed to bring the killers to justice.", "promised_justice", "Mayor Osk Brandel"),
    ],
)
def test_a_reaction_has_a_kind_and_whoever_reacted(
    layers_of: Callable[..., Layers], text: str, kind: str, who: str
) -> None:
    assert (kind, who) in reactions(layers_of(LEAD + text))


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ilva Tarrin did not condemn the attack.",
        "Governor Ilva Tarrin may condemn the attack.",
        "The court denied the request.",
        "Both men hail from Estry.",
        "Heavy rain fell on Tuesday, threatening to delay the rescue.",
        "Mayor Osk Brandel urged drivers to help the investigation.",
        "The attack was condemned.",
        '"The Reed Front threatened us," said Mayor Osk Brandel.',
        "Other unions called the cuts harsh.",
    ],
)
def test_what_is_no_reaction_yields_none(layers_of: Callable[..., Layers], text: str) -> None:
    assert reactions(layers_of(LEAD + text)) == set()


def test_page_furniture_reacts_to_nothing(layers_of: Callable[..., Layers]) -> None:
    caption = "Governor Ilva Tarrin condemned the attack."
    layers = layers_of(LEAD + caption, furniture=(len(LEAD), len(LEAD) + len(caption)))
    assert reactions(layers) == set()


def test_every_kind_of_the_word_list_has_an_order_and_a_heading() -> None:
    known = {entry.partition(":")[0] for entries in _entries() for entry in entries}
    assert known == set(KINDS) == set(TITLES)


def _entries() -> list[tuple[str, ...]]:
    return list(read_words("reactions").values())

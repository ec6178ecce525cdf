"""How responsibility is put, sentence by sentence: who is held responsible, how surely, and who is not."""

# ruff: noqa: E501 - a table of sentences reads best unbroken

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract import extract_report
from sayso.model.values import Claimed, Responsibility

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.claims import Claim
    from sayso.model.layers import Layers

LEAD = "A bomb killed four people at the market in Orvel on Sunday. "


def rows(layers: Layers) -> set[tuple[str, str]]:
    """Party and status of every claim on responsibility."""
    claims: tuple[Claim, ...] = extract_report(layers).claims
    return {(c.value.party, c.value.status) for c in claims if isinstance(c.value, Responsibility)}


@pytest.mark.parametrize(
    ("said", "party", "status"),
    [
        ("The Harbour Front claimed responsibility for the attack.", "Harbour Front", "claimed"),
        ("The Harbour Front sent a letter claiming responsibility for the bombing.", "Harbour Front", "claimed"),
        ("The Harbour Front said it had bombed the market.", "Harbour Front", "claimed"),
        ("A group calling itself the Dawn Brigade claimed the attack.", "Dawn Brigade", "claimed"),
        ("The attack was claimed by the Harbour Front.", "Harbour Front", "claimed"),
        ("Police accused the Harbour Front of the bombing.", "Harbour Front", "suspected_by_authorities"),
        ("The attack is attributed to the Harbour Front.", "Harbour Front", "blamed_unsourced"),
        ("Shopkeepers blamed the bombing on the Harbour Front.", "Harbour Front", "accused_by_other"),
        ("Relatives are furious with Karl Benning over the bombing.", "Karl Benning", "accused_by_other"),
        ("The mayor urged the Harbour Front to stop the attacks.", "Harbour Front", "suspected_by_authorities"),
        ("The government said the Harbour Front carried out the attack.", "Harbour Front", "suspected_by_authorities"),
        ("Members of the Harbour Front took part in the attack.", "Members of the Harbour Front", "stated_by_author"),
        ("The Harbour Front may have bombed the market.", "Harbour Front", "mentioned"),
        ("The attack bears the hallmarks of the Harbour Front.", "Harbour Front", "mentioned"),
        ("The Harbour Front denied any involvement.", "Harbour Front", "denied"),
        ("The Harbour Front distanced itself from the attack.", "Harbour Front", "denied"),
        ("Karl Benning was charged with the bombing.", "Karl Benning", "suspected_by_authorities"),
        ("Karl Benning faces four counts of murder.", "Karl Benning", "suspected_by_authorities"),
        ("Karl Benning pleaded guilty to the bombing.", "Karl Benning", "claimed"),
        ("Karl Benning pleaded not guilty to the bombing.", "Karl Benning", "denied"),
        ("Karl Benning was convicted of the bombing.", "Karl Benning", "convicted"),
        ("Karl Benning was acquitted of the bombing.", "Karl Benning", "cleared"),
        ("Police identified the bomber as Karl Benning.", "Karl Benning", "suspected_by_authorities"),
        ("Suspected members of the Harbour Front carried out the attack.", "members of the Harbour Front", "blamed_unsourced"),
    ],
)  # fmt: skip
def test_the_scale_is_read_from_the_words(
    layers_of: Callable[..., Layers], said: str, party: str, status: str
) -> None:
    assert (party, status) in rows(layers_of(LEAD + said))


@pytest.mark.parametrize("case", [str, str.upper])
def test_the_scale_is_read_in_capitals_too(
    layers_of: Callable[..., Layers], case: Callable[[str], str]
) -> None:
    text = case("ORVEL, 9 NOV 31 (NEWSREEL) -- [TEXT] " + LEAD + "The Harbour Front claimed responsibility.")
    assert {(party.lower(), status) for party, status in rows(layers_of(text))} == {
        ("harbour front", "claimed")
    }


@pytest.mark.parametrize(
    "said",
    [
        "No group has claimed responsibility.",
        "Sheriff Dana Holt said no suspect was named.",
        "No suspect was named, Holt said.",
        "Police are looking for the gunman, Sheriff Dana Holt said.",
        "Mayor Ines Varga and police chief Dana Holt address the Orvel bombing.",
        "Police from Selby took part in the investigation.",
        "The council accused the Harbour Front of hiding its accounts.",
        "Judge Dana Holt dismissed the charges.",
        "The ministry dismissed concerns that the bombing would keep visitors away.",
        "Ines Varga, 21, who was shot in the leg, is in hospital.",
        "Ines Varga shot repeatedly in the leg is in hospital.",
        "Any official who hides the truth will be held responsible.",
        "Orvel bombing victim Ines Varga went home.",
        "Experts do not believe the Harbour Front carried out the attack.",
        "If the Harbour Front bombs the bridge, the road will be closed.",
        "Did the Harbour Front carry out the attack?",
        "The quake of 2019 is blamed on nobody.",
    ],
)
def test_nobody_is_blamed_who_is_not_said_to_have_done_it(
    layers_of: Callable[..., Layers], said: str
) -> None:
    found = {row for row in rows(layers_of(LEAD + said)) if row[1] not in {"denied", "mentioned", "cleared"}}
    assert found == set()


def test_a_denial_and_its_accusation_stand_side_by_side(layers_of: Callable[..., Layers]) -> None:
    said = "Police blamed the Harbour Front for the attack. The Harbour Front denied the accusation."
    assert rows(layers_of(LEAD + said)) == {
        ("Harbour Front", "suspected_by_authorities"),
        ("Harbour Front", "denied"),
    }


def test_a_class_lends_nothing_to_its_members(layers_of: Callable[..., Layers]) -> None:
    said = "Militias backed by Norland were widely blamed. The Harbour Front, a militia, met the mayor."
    assert {party for party, _ in rows(layers_of(LEAD + said))} <= {"Militias backed by Norland"}


def test_that_nobody_claims_is_an_answer_of_its_own(layers_of: Callable[..., Layers]) -> None:
    claims = extract_report(layers_of(LEAD + "No group has claimed responsibility for the attack.")).claims
    assert [c.value.answer for c in claims if isinstance(c.value, Claimed)] == ["no"]

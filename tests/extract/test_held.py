from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract.held import how_held

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

    Lay = Callable[..., Layers]

PARTY = "Red Dawn Front"


def held(lay: Lay, text: str) -> str:
    layers = lay(text)
    words = PARTY.split()
    texts = [token.text.lower() for token in layers.tokens]
    wanted = [word.lower() for word in words]
    places = [(i, i + len(words)) for i in range(len(texts)) if texts[i : i + len(words)] == wanted]
    return how_held(layers, places).value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Red Dawn Front claimed responsibility for the bombing of the bank.", "CLAIMED OR ADMITTED"),
        ("Responsibility for the bombing was claimed by the Red Dawn Front.", "CLAIMED OR ADMITTED"),
        ("Police seek the Red Dawn Front, which claimed responsibility for it.", "CLAIMED OR ADMITTED"),
        (
            "Speaking on behalf of the Red Dawn Front, a woman called to claim responsibility for it.",
            "CLAIMED OR ADMITTED",
        ),
        ("The Red Dawn Front admitted that it had killed the mayor.", "CLAIMED OR ADMITTED"),
        ("The Red Dawn Front bombed a bank in Orvala on Monday.", "REPORTED AS FACT"),
        ("The mayor was killed by members of the Red Dawn Front.", "REPORTED AS FACT"),
        ("A student accused the Red Dawn Front of the murder of the mayor.", "SUSPECTED OR ACCUSED"),
        ("The mayor was killed by alleged Red Dawn Front members.", "SUSPECTED OR ACCUSED"),
        ("The police blamed the Red Dawn Front for the bombing.", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        (
            "The bombing was attributed to the Red Dawn Front by the army.",
            "SUSPECTED OR ACCUSED BY AUTHORITIES",
        ),
        ("It may have been the Red Dawn Front, neighbours said.", "POSSIBLE"),
        ("The Red Dawn Front was acquitted of the bombing.", "ACQUITTED"),
        ("Two persons died near an office of the Red Dawn Front.", "REPORTED AS FACT"),
    ],
)
def test_the_words_about_a_party_say_how_surely_it_is_held(lay: Lay, text: str, value: str) -> None:
    assert held(lay, text) == value


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn Front did not claim responsibility for the bombing.",
        "The Green Dusk Army claimed responsibility for a bombing near the Red Dawn Front's office.",
    ],
)
def test_a_claim_that_is_not_the_partys_own_is_none(lay: Lay, text: str) -> None:
    assert held(lay, text) != "CLAIMED OR ADMITTED"


def test_a_claim_outweighs_what_others_say(lay: Lay) -> None:
    text = "The police blamed the Red Dawn Front. On Monday the Red Dawn Front claimed responsibility."
    assert held(lay, text) == "CLAIMED OR ADMITTED"


def test_capitals_are_read_alike(lay: Lay) -> None:
    text = "[TEXT] THE POLICE BLAMED THE RED DAWN FRONT FOR THE BOMBING OF A BANK IN ORVALA ON MONDAY."
    assert held(lay, text) == "SUSPECTED OR ACCUSED BY AUTHORITIES"


def test_every_value_comes_with_a_reason(lay: Lay) -> None:
    layers = lay("The Red Dawn Front bombed a bank.")
    found = how_held(layers, [(1, 4)])
    assert found.reason
    assert found.at is not None
    assert layers.tokens[found.at].text == "bombed"

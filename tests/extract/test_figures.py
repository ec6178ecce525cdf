"""How many were killed and hurt: what one report's wordings say (STANDARDS 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract import extract_report
from sayso.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

Figure = tuple[str, str, int, int | None]


def figures(layers: Layers, *, main: bool = True) -> set[Figure]:
    """Slot, group and interval of every figure on the report's own incident, or on other events."""
    extraction = extract_report(layers)
    mains = {event.id for event in extraction.events if event.main}
    return {
        (claim.slot, claim.group, claim.value.lo, claim.value.hi)
        for claim in extraction.claims
        if isinstance(claim.value, Count) and (claim.event in mains) is main
    }


def harm(layers: Layers) -> set[Figure]:
    return {figure for figure in figures(layers) if figure[0] in {"killed", "injured"}}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two men and a woman were wounded in the shooting in Orvel on Monday.", ("injured", "all", 3, 3)),
        ("Gunfire in Orvel injured a police officer and two others.", ("injured", "all", 3, 3)),
        ("A 3-month-old baby and four other people were injured in the attack.", ("injured", "all", 5, 5)),
        ("The shooting left one man dead and a 5-year-old girl injured.", ("injured", "all", 1, 1)),
        ("The bombing left a man in critical condition.", ("injured", "all", 1, 1)),
        ("A gunman killed a boy and critically wounded his father.", ("injured", "all", 1, 1)),
        ("A shooting in Orvel sent four teenagers to the hospital.", ("injured", "all", 4, 4)),
        ("A gunman killed three people and then himself on Monday.", ("killed", "attackers", 1, 1)),
        ("Two women were killed in the shooting on Monday.", ("killed", "all", 2, 2)),
    ],
)  # fmt: skip
def test_a_wording_gives_a_figure(layers_of: Callable[..., Layers], text: str, wanted: Figure) -> None:
    assert wanted in figures(layers_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "She was found with multiple gunshot wounds after the attack.",
        "No one else was hurt in the shooting, police said.",
        "No one was seriously hurt in the shooting, police said.",
        "Two officers were indicted on murder charges on Friday.",
        "Prosecutors charged three men with murder after the attack.",
        "Because Lanik was 17 when the killings occurred, he is not eligible.",
    ],
)
def test_what_counts_no_people_harmed_gives_no_figure(layers_of: Callable[..., Layers], text: str) -> None:
    assert not {figure for figure in harm(layers_of(text)) if figure[3] is not None or figure[2] > 2}


def test_those_shot_are_hurt_where_nobody_is_said_to_be_dead(layers_of: Callable[..., Layers]) -> None:
    assert ("injured", "all", 4, 4) in harm(layers_of("Four people were shot in Orvel on Monday."))


def test_of_those_shot_the_dead_are_taken_off(layers_of: Callable[..., Layers]) -> None:
    found = harm(layers_of("Seven people were shot in Orvel on Monday. Three people died at the scene."))
    assert found == {("killed", "all", 3, 3), ("injured", "all", 4, 4)}


def test_others_shot_are_beside_the_dead(layers_of: Callable[..., Layers]) -> None:
    found = harm(layers_of("Two people were killed in Orvel on Monday. Four others were shot."))
    assert found == {("killed", "all", 2, 2), ("injured", "all", 4, 4)}


def test_a_stated_number_of_injured_outweighs_those_shot(layers_of: Callable[..., Layers]) -> None:
    found = harm(layers_of("Seven people were shot in Orvel. Two people were injured, police said."))
    assert found == {("injured", "all", 2, 2)}


def test_one_of_the_four_is_no_four(layers_of: Callable[..., Layers]) -> None:
    text = "One of the four was pronounced dead at the scene of the shooting."
    assert not {f for f in harm(layers_of(text)) if f[2] == 4}


def test_some_of_the_injured_are_not_all_of_them(layers_of: Callable[..., Layers]) -> None:
    text = "Three of the five people who were injured in the attack had been discharged."
    assert harm(layers_of(text)) == {("injured", "all", 5, 5)}


def test_whoever_was_wounded_and_died_is_dead(layers_of: Callable[..., Layers]) -> None:
    found = harm(layers_of("A man wounded in a shooting in Orvel earlier this month has died."))
    assert found == {("killed", "all", 1, 1)}


def test_names_alone_are_no_total(layers_of: Callable[..., Layers]) -> None:
    text = "Anna Berg and Tomas Velk were killed in the shooting on Monday."
    assert not {f for f in harm(layers_of(text)) if f[1] == "all"}


def test_one_wounded_and_one_dead_are_not_two_wounded(layers_of: Callable[..., Layers]) -> None:
    found = harm(layers_of("After the shooting there is currently one wounded and one deceased."))
    assert found == {("injured", "all", 1, 1), ("killed", "all", 1, 1)}


@pytest.mark.parametrize(
    "running",
    [
        "So far in 2031, 150 people have been murdered.",
        "Since January 1, 2030, there have been 40 shootings and 133 people have been killed.",
        "Seven other people were wounded in shootings across Orvel.",
        "Last year 4,300 people were killed in the state.",
    ],
)
def test_a_running_total_stands_apart_from_the_days_toll(
    layers_of: Callable[..., Layers], running: str
) -> None:
    text = f"Two people were killed in a shooting in Orvel on Monday. {running}"
    assert harm(layers_of(text)) == {("killed", "all", 2, 2)}


def test_a_suicide_alone_is_no_attackers_death(layers_of: Callable[..., Layers]) -> None:
    found = figures(layers_of("The bank was robbed on Monday. Its manager once tried to kill himself."))
    assert not {figure for figure in found if figure[1] == "attackers"}


def test_the_day_of_an_arrest_is_not_the_day_of_the_deed(layers_of: Callable[..., Layers]) -> None:
    text = (
        "Two suspects were arrested Monday in the killing of a man in Orvel. "
        "He died after a shooting there last month."
    )
    extraction = extract_report(layers_of(text, published="2031-11-12"))
    main = next(event for event in extraction.events if event.main)
    assert main.date is None or main.date.end < "2031-11-01"


def test_dozens_of_people_are_no_share(layers_of: Callable[..., Layers]) -> None:
    found = harm(layers_of("Scores of people were killed and injured in the attack on Monday."))
    assert found == {("killed", "all", 20, None), ("injured", "all", 20, None)}


def test_no_dead_or_wounded_is_none_of_either(layers_of: Callable[..., Layers]) -> None:
    found = harm(layers_of("There were no dead or wounded in the attack, the group confirmed."))
    assert found == {("killed", "all", 0, 0), ("injured", "all", 0, 0)}


def test_a_massacre_elsewhere_brought_up_for_comparison_stays_there(layers_of: Callable[..., Layers]) -> None:
    text = (
        "Planes bombed a camp near Orvel on Monday and killed four people. The town lies on the border. "
        "Refugees live there. They came in May. Many are old. Some are ill. Tents are few. "
        "The world must not watch as it did in Atlantis, where close to a million people were massacred."
    )
    assert harm(layers_of(text)) == {("killed", "all", 4, 4)}

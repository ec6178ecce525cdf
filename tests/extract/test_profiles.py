"""What an attacker was, who clashed with whom, and how many went to which hospital."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract import extract_report
from sayso.model.values import Answer

from .test_figures import figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

SHOOTING = "A shooting at a mill in Orvel killed two people on Sunday. "


def answers(layers: Layers) -> dict[str, str]:
    claims = extract_report(layers).claims
    return {claim.slot: claim.value.answer for claim in claims if isinstance(claim.value, Answer)}


@pytest.mark.parametrize(
    ("text", "slot", "answer"),
    [
        ("The gunman, a former Brell Mills employee, fled.", "a former brell mills employee", "yes"),
        ("The gunman was not a student.", "a student", "no"),
        ("The gunman, a 20-year-old college student, fled.", "a college student", "yes"),
        ("The gunman was identified as Omar Reed. Reed was a Brell soldier.", "a brell soldier", "yes"),
    ],
)
def test_what_the_attacker_was_is_a_question(
    layers_of: Callable[..., Layers], text: str, slot: str, answer: str
) -> None:
    assert answers(layers_of(SHOOTING + text)).get(f"fact:was the attacker {slot}") == answer


def test_what_anybody_else_was_is_no_question(layers_of: Callable[..., Layers]) -> None:
    text = "Ada Quill, a Brell Mills employee, was killed. The mayor was a soldier."
    assert not any(slot.startswith("fact:was the attacker") for slot in answers(layers_of(SHOOTING + text)))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Clashes between marchers and police left two dead in Orvel.", "marchers and police"),
        ("Police clashed with marchers in Orvel on Sunday, and two died.", "Police and marchers"),
        ("Two died in Orvel as police fought battles with striking miners.", "police and striking miners"),
        ("Clashes broke out in Orvel between supporters of the mayor and those of Reed; two died.",
         "supporters of the mayor and those of Reed"),
    ],
)  # fmt: skip
def test_both_sides_of_a_clash_are_told(layers_of: Callable[..., Layers], text: str, sides: str) -> None:
    assert answers(layers_of(text)).get("fact:who clashed with whom") == sides


def test_a_clash_that_is_only_feared_has_no_sides(layers_of: Callable[..., Layers]) -> None:
    text = "The killing of two men in Orvel raised the risk of clashes between marchers and police."
    assert "fact:who clashed with whom" not in answers(layers_of(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Six victims were transported to Orvel General Hospital.", ("count:people at orvel general", 6)),
        ("Orvel Medical Center received four patients.", ("count:people at orvel medical center", 4)),
        ("Seven more people were treated at OMC for injuries.", ("count:people at omc", 7)),
        ("Area hospitals received 12 victims.", ("count:people hospitalized", 12)),
    ],
)
def test_those_at_a_hospital_are_counted_by_hospital(
    layers_of: Callable[..., Layers], text: str, wanted: tuple[str, int]
) -> None:
    found = figures(layers_of(f"{SHOOTING}Another 14 were injured. {text}"))
    assert wanted in {(slot, lo) for slot, _, lo, _ in found}
    assert {lo for slot, _, lo, _ in found if slot == "injured"} == {14}


def test_both_before_and_counts_nobody(layers_of: Callable[..., Layers]) -> None:
    found = figures(layers_of("Clashes in Orvel between both marchers and soldiers left six people dead."))
    assert {slot for slot, *_ in found} == {"killed"}


@pytest.mark.parametrize(
    ("text", "group", "number"),
    [
        ("Two of the victims are in critical condition.", "critical", 2),
        ("Three victims are in serious condition at Orvel General Hospital.", "serious at orvel general", 3),
        (
            "Six victims were taken to Mercy Hospital. Officials say three are critical.",
            "critical at mercy",
            3,
        ),
        ("Police said 14 were hurt, 5 critically.", "critical", 5),
    ],
)
def test_those_in_a_grave_state_are_a_part_of_the_hurt(
    layers_of: Callable[..., Layers], text: str, group: str, number: int
) -> None:
    assert ("injured", group, number, number) in figures(layers_of(SHOOTING + text))


def test_lives_saved_are_no_deaths(layers_of: Callable[..., Layers]) -> None:
    text = "Sheriff Reed said the officer who killed the suspect saved multiple, multiple lives."
    assert not any(lo == 2 and hi is None for _, _, lo, hi in figures(layers_of(SHOOTING + text)))


@pytest.mark.parametrize(
    "text",
    [
        "One of the bombs landed in a school yard, but the bomb did not explode.",
        "Two bombs fell. The other landed next to the school building, but it did not explode.",
        "An unexploded bomb was wedged in the side of a school building.",
        "One bomb hit a schoolhouse but did not explode; another bomb hit the marketplace.",
    ],
)
def test_which_of_the_bombs_failed_is_told_by_its_site(layers_of: Callable[..., Layers], text: str) -> None:
    layers = layers_of(f"Planes bombed a camp near Orvel on Sunday. {text}")
    assert answers(layers).get("fact:which bomb did not explode") == "the one at the school"


@pytest.mark.parametrize(
    ("text", "second", "bombs"),
    [
        ("The blast detonated a nearby fuel container, officials said.",
         "fuel container set off by the first blast", 1),
        ("The explosion caused a gas tank to explode.", "gas tank set off by the first blast", 1),
        ("A truck bomb went off at the gate, followed by an explosives-packed motorcycle.",
         "explosives-packed motorcycle", 2),
    ],
)  # fmt: skip
def test_a_second_explosion_was_a_device_or_was_set_off(
    layers_of: Callable[..., Layers], text: str, second: str, bombs: int
) -> None:
    layers = layers_of(f"A bombing killed nine people in Orvel on Sunday. {text}")
    assert answers(layers).get("fact:what was the second explosion") == second
    assert ("count:bombs", "all", bombs, bombs) in figures(layers)


def test_medics_who_pronounce_others_dead_are_not_dead(layers_of: Callable[..., Layers]) -> None:
    found = figures(layers_of(f"{SHOOTING}Medics pronounced two of them dead at the scene."))
    assert not any(group == "doctors" for _, group, *_ in found)


def test_the_dead_with_and_without_the_attacker_are_two_figures(layers_of: Callable[..., Layers]) -> None:
    text = "Reed, 38, a clerk, who allegedly killed three people before police killed him, had lost his job."
    found = figures(layers_of(f"Four dead, including the gunman, in Orvel on Sunday. Omar {text}"))
    assert ("killed", "victims", 3, 3) in found
    assert ("killed", "attackers", 1, 1) in found
    assert ("killed", "all", 4, 4) in found


def test_where_no_attacker_died_the_dead_are_counted_once(layers_of: Callable[..., Layers]) -> None:
    found = figures(layers_of("A gunman killed three people in Orvel on Sunday. He fled."))
    assert [(group, lo) for slot, group, lo, _ in found if slot == "killed"] == [("all", 3)]


def test_a_man_whom_police_killed_is_no_attacker_where_nobody_else_died(
    layers_of: Callable[..., Layers],
) -> None:
    found = figures(layers_of("Protesters marched in Orvel on Sunday after police killed him in a raid."))
    assert not any(group == "attackers" for _, group, *_ in found)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Early on Sunday police killed the gunman.", "police"),
        ("Two Brell County deputies shot and killed the gunman.", "Two Brell County deputies"),
    ],
)
def test_who_killed_the_gunman_is_told_without_the_day(
    layers_of: Callable[..., Layers], text: str, answer: str
) -> None:
    assert answers(layers_of(SHOOTING + text)).get("fact:who killed the gunman") == answer

"""Parts of counts by place and fate, people at a site, which-one points, times with their day, witnesses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract import extract_report
from sayso.model.values import Answer, Days, TimeOfDay

from .test_figures import figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.claims import Claim
    from sayso.model.layers import Layers

LEAD = "Planes bombed a camp near Orvel on Monday. "


def claims(layers: Layers, slot: str) -> list[Claim]:
    return [claim for claim in extract_report(layers).claims if claim.slot == slot]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two of the bombs fell inside the camp.", ("count:bombs", "inside the camp", 2, 2)),
        ("Three other bombs exploded outside the camp.", ("count:bombs", "outside the camp", 3, 3)),
        ("Four bombs fell; one hit a school.", ("count:bombs", "at the school", 1, 1)),
        ("Soldiers found an unexploded bomb.", ("count:bombs", "unexploded", 1, 1)),
        ("One bomb landed on a market but did not explode.", ("count:bombs", "unexploded", 1, 1)),
        ("The attack was carried out with three drones, of which only one was not shot down.",
         ("count:drones shot down", "all", 2, 2)),
        ("The camp is home to more than 900 refugees.", ("count:refugees in the camp", "all", 901, None)),
    ],
)  # fmt: skip
def test_a_part_has_a_group_or_slot_of_its_own(
    layers_of: Callable[..., Layers], text: str, wanted: tuple[str, str, int, int | None]
) -> None:
    assert wanted in figures(layers_of(LEAD + text))


def test_a_part_is_not_the_whole(layers_of: Callable[..., Layers]) -> None:
    found = figures(layers_of(LEAD + "Four bombs were dropped: two landed inside the camp."))
    assert ("count:bombs", "all", 4, 4) in found
    assert ("count:bombs", "all", 2, 2) not in found


@pytest.mark.parametrize(
    ("text", "slot", "answer"),
    [
        ("It was the deadliest attack on the town since the war.", "how does the attack rank", "deadliest"),
        ("Rescue workers were still pulling victims from the rubble after the bombing.",
         "were victims still being recovered", "yes"),
        ("The bombing left the police station partially destroyed.",
         "how badly was the building damaged", "partially destroyed"),
        ("Officers killed the gunman after the shooting.", "who killed the gunman", "Officers"),
        ("Investigators would not say who carried out the attack.",
         "has any official body named the attackers", "no"),
        ("After the bombing a commission of inquiry was formed.", "has an inquiry been announced", "yes"),
        ("White planes bombed the camp and were seen flying north.",
         "which way did the aircraft fly", "north"),
        ("The group claimed the bombing in a statement posted on its website.",
         "where did the claim appear", "its website"),
    ],
)  # fmt: skip
def test_a_point_is_answered_in_the_reports_words(
    layers_of: Callable[..., Layers], text: str, slot: str, answer: str
) -> None:
    values = [claim.value for claim in claims(layers_of(LEAD + text), f"fact:{slot}")]
    assert any(isinstance(value, Answer) and answer in value.answer for value in values)


def test_what_a_witness_saw_is_the_witnesss(layers_of: Callable[..., Layers]) -> None:
    text = "A Lantern correspondent heard a large explosion, then saw an unexploded bomb in a school yard."
    found = claims(layers_of(LEAD + text), "count:bombs")
    assert [claim.source for claim in found if claim.group == "unexploded"] == [
        "unnamed: Lantern correspondent"
    ]


def test_a_clock_time_with_its_day_gives_both(layers_of: Callable[..., Layers]) -> None:
    layers = layers_of("Planes attacked a camp at 2:53 p.m. local time today.", published="2031-11-09")
    assert [c.value for c in claims(layers, "date")] == [Days(start="2031-11-09", end="2031-11-09")]
    assert any(isinstance(c.value, TimeOfDay) for c in claims(layers, "time"))


def test_a_vague_time_gives_way_to_a_clock_time(layers_of: Callable[..., Layers]) -> None:
    text = "A bomb exploded in Orvel on Monday afternoon. The blast came at 4.40 p.m., police said."
    texts = [c.value.text for c in claims(layers_of(text), "time") if isinstance(c.value, TimeOfDay)]
    assert len(texts) == 1
    assert "4.40" in texts[0]


def test_a_town_told_with_its_kind_is_the_town(layers_of: Callable[..., Layers]) -> None:
    found = claims(layers_of("A bomb exploded in the hill town of Orvel on Monday."), "place")
    assert [str(claim.value) for claim in found] == ["Text(text='Orvel')"]


def test_open_counts_are_of_the_incident_alone(layers_of: Callable[..., Layers]) -> None:
    found = figures(layers_of(LEAD + "Last year 40 bombs fell on the district."))
    assert not {figure for figure in found if figure[0] == "count:bombs" and figure[2] == 40}

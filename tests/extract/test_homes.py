"""Other places, days and aftershocks; what is too general; whose numbers, names and times they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract import extract_report
from sayso.model.values import Condition, Text, TimeOfDay

from .test_figures import figures
from .test_parts_and_points import claims

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

QUAKE = "An earthquake shook Orvel in Norland on Sunday, killing 10 people. Residents of Orvel fled. "
FIRE = "A fire killed four people at a mill in Orvel, Norland, on Sunday. "


def homes(layers: Layers) -> set[tuple[str, str]]:
    """Slot and kind of every claim's event, with "main" for the incident."""
    extraction = extract_report(layers)
    kinds = {event.id: "main" if event.main else event.type for event in extraction.events}
    return {(claim.slot, kinds[claim.event]) for claim in extraction.claims}


def test_an_event_of_another_day_and_place_is_another_event(layers_of: Callable[..., Layers]) -> None:
    layers = layers_of(f"{QUAKE}\n\nOn Saturday, more than a dozen people died in a quake in eastern Sudria.")
    assert ("killed", "all", 10, 10) in figures(layers)
    assert ("killed", "quake") in homes(layers)


def test_those_who_died_when_something_else_happened_another_day_are_of_another_event(
    layers_of: Callable[..., Layers],
) -> None:
    text = "Gunmen attacked a market in Orvel on Saturday, killing nine people.\n\n"
    text += "Three officers were killed on Friday when their helicopter crashed near the market."
    layers = layers_of(text, published="2031-11-08")
    assert ("killed", "crash") in homes(layers)


def test_an_aftershock_with_its_own_day_is_not_the_day_of_the_quake(layers_of: Callable[..., Layers]) -> None:
    text = f"{QUAKE}\n\nAn aftershock shook the island again on Monday."
    layers = layers_of(text, published="2031-11-11")
    assert ("date", "quake") in homes(layers)


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 7 quake can bring down walls.",
        "The region has at least one slight quake every day.",
    ],
)
def test_what_is_told_of_all_quakes_is_no_figure_of_this_one(
    layers_of: Callable[..., Layers], text: str
) -> None:
    found = {slot for slot, *_ in figures(layers_of(QUAKE + text))}
    assert not found & {"measure:magnitude", "count:quakes"}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Fires are common in many large cities of the world.", "cities"),
        ("Marchers attacked a bank in Orvel and marchers stormed the hall.", "and"),
        ("The blaze spread in an earthquake zone.", "zone"),
        ("There were no reported injuries in Sudby.", "Sudby"),
        ("Rioters torched a mill in protest against new taxes and a decision to close it.", "protest"),
    ],
)
def test_words_that_name_no_place_stay_out_of_places_and_targets(
    layers_of: Callable[..., Layers], text: str, never: str
) -> None:
    layers = layers_of(FIRE + text)
    values = [c.value for slot in ("place", "target") for c in claims(layers, slot)]
    assert not any(isinstance(v, Text) and never in v.text.split() for v in values)


def test_a_number_counts_the_end_of_a_compound(layers_of: Callable[..., Layers]) -> None:
    text = "A channel reports that the 3 bank employees were burnt to death in the fire in Orvel."
    found = figures(layers_of(text))
    assert ("killed", "all", 3, 3) in {(slot, "all", lo, hi) for slot, _, lo, hi in found}
    assert not any(slot == "count:banks" for slot, *_ in found)


def test_a_pregnant_woman_is_a_part_of_the_women(layers_of: Callable[..., Layers]) -> None:
    found = figures(layers_of("Three people, one of them a pregnant woman, were killed in a blast in Orvel."))
    assert ("killed", "pregnant women", 1, 1) in found
    assert not any(group == "women" for _, group, *_ in found)


def test_the_time_of_a_statement_is_not_that_of_the_incident(layers_of: Callable[..., Layers]) -> None:
    text = f"{FIRE}The owner of the mill issued a statement on the fire on Sunday evening."
    assert not claims(layers_of(text), "time")


def test_what_stands_before_a_time_that_owns_the_event_is_not_of_the_time(
    layers_of: Callable[..., Layers],
) -> None:
    text = "Four people died in Orvel, Norland. I am sad to learn about last night's fire in Orvel."
    found = [c.value for c in claims(layers_of(text), "time")]
    assert all(isinstance(v, TimeOfDay) and not v.text.startswith("about") for v in found)


def test_where_a_dead_man_lived_and_who_took_the_picture_are_no_victims(
    layers_of: Callable[..., Layers],
) -> None:
    text = f"{FIRE}Police identified the dead man as Omar Reed, 27, of Winton Mills. The Courier/Ada Quill"
    values = [c.value for c in claims(layers_of(text), "condition")]
    assert {v.person for v in values if isinstance(v, Condition)} <= {"Omar Reed"}


@pytest.mark.parametrize(
    "source",
    ["Brellian television", "the Brell Geological Survey", "the official PQR news agency and Norda radio"],
)
def test_a_body_told_by_its_nation_or_name_is_named(layers_of: Callable[..., Layers], source: str) -> None:
    text = f"{source[0].upper()}{source[1:]} said the earthquake in Orvel killed 12 people."
    found = list(claims(layers_of(text), "killed"))
    assert found
    assert not found[0].source.startswith("unnamed")


@pytest.mark.parametrize(
    ("text", "staged"),
    [
        ("The attack was staged by ten gunmen.", False),
        ("Gunmen staged the attack at dawn.", False),
        ("Critics said the attack was staged to win votes.", True),
        ("The party staged its own attack, Omar Reed said.", True),
    ],
)
def test_an_attack_that_was_carried_out_was_not_therefore_staged(
    layers_of: Callable[..., Layers], text: str, *, staged: bool
) -> None:
    layers = layers_of(f"A bombing killed four people in Orvel on Sunday. {text}")
    slots = {claim.slot for claim in extract_report(layers).claims}
    assert any("staged" in slot for slot in slots) is staged


def test_four_digits_with_a_zero_are_no_count(layers_of: Callable[..., Layers]) -> None:
    found = figures(layers_of("Fighting hit Orvel on Sunday. As of 0700 clashes went on in Orvel."))
    assert not any(lo == 700 for _, _, lo, _ in found)


def test_the_distance_of_another_place_is_none_of_this_one(layers_of: Callable[..., Layers]) -> None:
    text = "Planes bombed a camp near Orvel in Norland on Sunday. After the bombing people crossed into "
    found = figures(layers_of(f"{text}Sudby, nine kilometres from the border."))
    assert not any(slot.startswith("measure:distance") for slot, *_ in found)


def test_a_time_set_apart_from_the_incident_is_not_its_time(layers_of: Callable[..., Layers]) -> None:
    text = f"{FIRE}The order was served at the mill about 90 minutes before the fire, about 3:30 p.m."
    assert not claims(layers_of(text), "time")


def test_a_bomb_stuck_in_a_wall_of_a_school_is_one_at_the_school(layers_of: Callable[..., Layers]) -> None:
    text = "Planes bombed a camp near Orvel on Sunday. A bomb was wedged in the side of a school building."
    assert ("count:bombs", "at the school", 1, 1) in figures(layers_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Omar Reed harshly attacked President Ada Quill, who is ill.",
        "Omar Reed attacked the minister over the price of bread.",
        "Omar Reed verbally attacked the mayor.",
    ],
)
def test_an_attack_with_words_is_no_deed(layers_of: Callable[..., Layers], text: str) -> None:
    layers = layers_of(f"A bombing killed four people in Orvel on Sunday. {text}")
    assert not claims(layers, "responsibility")


def test_nobody_who_speaks_is_dead_by_a_pronoun(layers_of: Callable[..., Layers]) -> None:
    text = """Ada Quill held his hand before he died in the shooting at a mill in Orvel on Sunday.

"They killed him for no reason," said Quill. "I am so hurt," Quill said. Quill was gunned down, he said."""
    assert not claims(layers_of(text), "condition")


def test_one_who_died_by_his_full_name_is_dead_though_he_is_quoted(layers_of: Callable[..., Layers]) -> None:
    text = "Omar Reed was killed in a shooting in Orvel on Sunday. In May Reed said he feared for his life."
    values = [c.value for c in claims(layers_of(text), "condition")]
    assert values == [Condition(person="Omar Reed", state="killed")]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("He was putting his weapon away in a safe, Captain Omar Reed said.", "condition"),
        ("An arrest warrant was issued on Tuesday.", "arrested"),
        ("The shooting happened on the 700 block of Mill Street.", "count:blocks"),
        ("Reed fired to save himself and two others.", "rescued"),
        ("No gun was found in the car, and a gun was not found at home, police said.", "weapon"),
        ("The gunman said that he meant no harm.", "injured"),
        ("At last report, Few was listed in critical condition.", "injured"),
        ("Whether or not the host will face charges is a question.", "fact:has anyone been charged"),
    ],
)
def test_words_that_only_look_like_an_answer(layers_of: Callable[..., Layers], text: str, slot: str) -> None:
    assert not claims(layers_of(f"A shooting at a mill in Orvel killed two people on Sunday. {text}"), slot)


def test_a_hospital_where_somebody_died_is_not_the_place(layers_of: Callable[..., Layers]) -> None:
    text = "A shooting at a mill in Orvel killed a boy on Sunday. He was pronounced dead at a hospital."
    values = [c.value for slot in ("place", "target") for c in claims(layers_of(text), slot)]
    assert not any(isinstance(v, Text) and "hospital" in v.text for v in values)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Bar shot at", "It is amazing that more people weren’t hurt or killed."),
        ("Cops: boy, 16, shot dead", "A boy died in Orvel."),
    ],
)
def test_nobody_is_counted_among_the_dead_by_mistake(
    layers_of: Callable[..., Layers], title: str, text: str
) -> None:
    found = figures(layers_of(f"{title}\n\nShots were fired at a bar in Orvel on Sunday. {text}"))
    assert not any(slot == "killed" and lo > 1 for slot, _, lo, _ in found)


def test_whoever_tells_that_a_gunman_fired_did_not_fire(layers_of: Callable[..., Layers]) -> None:
    text = (
        "A shooting hit a motel in Orvel on Sunday. The Brell Bureau revealed the shooter was armed with two "
    )
    found = claims(layers_of(f"{text}guns and was firing shots at the motel."), "responsibility")
    assert not any("Bureau" in getattr(claim.value, "party", "") for claim in found)


def test_a_running_total_is_no_toll_of_an_event(layers_of: Callable[..., Layers]) -> None:
    text = "Planes bombed a market in Orvel on Sunday, killing nine people.\n\n"
    text += "More than 280,000 people have been killed since the conflict in Norland broke out."
    assert ("killed", "total") in homes(layers_of(text))


def test_a_thing_to_be_looked_into_is_no_state_of_the_inquiry(layers_of: Callable[..., Layers]) -> None:
    text = "Parts of a bomb were taken to be investigated, an official with knowledge of the attack said."
    found = claims(
        layers_of(f"A bombing hit Orvel on Sunday. {text}"), "fact:how far has the investigation got"
    )
    assert not found

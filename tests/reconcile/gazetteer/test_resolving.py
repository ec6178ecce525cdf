"""Which place a name means. The places are real, what happens in them is made up."""

from __future__ import annotations

from itertools import permutations

import pytest

from sayso.reconcile.gazetteer import (
    PlaceName,
    Resolution,
    contains,
    find_candidates,
    resolve_places,
    source,
)

NAMES = (
    "Kutaissi|Erfoud|Bougie|Philippeville|al-Hudaydah|HUDAYDAH|Hudaideh|ASUNCION|the UK|U.S.|USA|DRC|Zaire"
    "|Burma|Czechoslovakia|Qwrtzvil|Springfield|Ashland|Neb.|Nebraska|Illinois|Missouri|Paris|Texas|Ifo|Kenya"
    "|Trujillo|Peru|Rocky Hill|United States|Nevada|Oregon|Georgia|Atlanta|Ga.|Taiz|Yemen|Gretna"
    "|Wahoo|Dublin|Warsaw|Old Granary|Batumi|South|Lake|Town Hall|cologne|Omaha|Saunders County"
    "|Westmoreland|Jamaica"
)


@pytest.fixture(scope="module", autouse=True)
def _one_pass() -> None:
    """All names are looked up at once: each pass over the world's towns takes a second."""
    source.find_matches(frozenset(NAMES.split("|")))


def named(name: str, *containers: str, report: str = "a", noun: str | None = None) -> PlaceName:
    return PlaceName(name=name, report=report, containers=containers, noun=noun)


def resolve(*names: PlaceName, peoples: str = "") -> dict[str, Resolution]:
    told = {word: frozenset({"a"}) for word in peoples.split()}
    return {f"{one.name}/{one.report}": found for one, found in resolve_places(names, peoples=told).items()}


def chain(found: Resolution) -> tuple[str, ...]:
    return found.place.chain if found.place else ()


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Kutaissi", "Kutaisi"),
        ("Erfoud", "Arfoud"),
        ("Bougie", "Béjaïa"),
        ("Philippeville", "Skikda"),
        ("al-Hudaydah", "Al Ḩudaydah"),
        ("HUDAYDAH", "Al Ḩudaydah"),
        ("Hudaideh", "Al Ḩudaydah"),
        ("ASUNCION", "Asunción"),
        ("the UK", "United Kingdom"),
        ("U.S.", "United States"),
        ("USA", "United States"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Zaire", "Democratic Republic of the Congo"),
        ("Burma", "Myanmar"),
        ("Czechoslovakia", "Czechoslovakia"),
    ],
)
def test_a_place_is_found_by_other_spellings(printed: str, meant: str) -> None:
    assert meant in [place.name for place in find_candidates(printed)]


def test_a_name_the_world_does_not_have_has_no_candidates() -> None:
    assert find_candidates("Qwrtzvil") == ()
    assert resolve(named("Qwrtzvil"))["Qwrtzvil/a"].why == "not in the gazetteer"


def test_of_many_towns_of_a_name_none_is_guessed() -> None:
    found = resolve(named("Springfield"))["Springfield/a"]
    assert found.place is None
    assert len(found.open) > 20
    assert found.why.startswith("left open: ")
    assert found.why.endswith("places are called Springfield and nothing in the case tells them apart")


def test_what_stands_beside_the_name_in_one_report_holds_for_the_others() -> None:
    found = resolve(
        named("Ashland", "Neb."), named("Ashland", report="b"), named("Ashland", "Nebraska", report="c")
    )
    assert {chain(one) for one in found.values()} == {
        ("Ashland", "Saunders County", "Nebraska", "United States")
    }
    assert {one.why for one in found.values()} == {"named with “Neb.” and “Nebraska” in 2 reports"}


def test_reports_that_put_a_name_in_two_states_mean_two_places() -> None:
    found = resolve(
        named("Springfield", "Illinois"),
        named("Springfield", "Missouri", report="b"),
        named("Springfield", report="c"),
    )
    assert chain(found["Springfield/a"])[2] == "Illinois"
    assert chain(found["Springfield/b"])[2] == "Missouri"
    assert found["Springfield/c"].place is None


def test_a_stated_container_goes_before_a_larger_city_elsewhere() -> None:
    found = resolve(named("Paris", "Texas"))["Paris/a"]
    assert chain(found) == ("Paris", "Lamar County", "Texas", "United States")


def test_a_town_the_gazetteer_lacks_is_not_taken_for_one_in_another_country() -> None:
    found = resolve(named("Ifo", "Kenya"))["Ifo/a"]
    assert chain(found) == ("Ifo", "Kenya")
    assert found.place is not None
    assert found.place.lat is None
    assert found.why == "not in the gazetteer; the text puts it in “Kenya”"


def test_the_countries_that_the_reports_name_tell_towns_apart() -> None:
    found = resolve(named("Trujillo"), named("Peru", report="b"))["Trujillo/a"]
    assert chain(found)[-1] == "Peru"
    assert found.why == "the only place of that name in Peru, which one report names"


def test_a_word_for_a_people_is_no_place_but_tells_the_country() -> None:
    assert chain(resolve(named("Philippeville"), peoples="Algerian")["Philippeville/a"])[-1] == "Algeria"
    assert resolve(named("Philippeville"))["Philippeville/a"].place is None


def test_a_small_town_of_the_us_needs_its_state() -> None:
    found = resolve(named("Rocky Hill"), named("Oregon"), named("United States"))["Rocky Hill/a"]
    assert found.place is None


def test_a_state_is_not_taken_for_a_village_of_its_name() -> None:
    found = resolve(named("Nevada"), named("Oregon"), named("United States"))
    assert chain(found["Nevada/a"]) == ("Nevada", "United States")


def test_a_division_of_a_country_that_nobody_names_is_left_open() -> None:
    assert resolve(named("Westmoreland"))["Westmoreland/a"].place is None
    assert chain(resolve(named("Westmoreland"), named("Jamaica"))["Westmoreland/a"])[-1] == "Jamaica"


def test_a_country_and_a_state_of_one_name_are_told_apart_by_an_abbreviation() -> None:
    assert chain(resolve(named("Georgia"))["Georgia/a"]) == ("Georgia",)
    found = resolve(named("Georgia"), named("Atlanta", "Ga."))
    assert chain(found["Georgia/a"]) == ("Georgia", "United States")


def test_the_noun_beside_the_name_tells_town_from_province() -> None:
    found = resolve(named("Taiz", noun="province"), named("Taiz", report="b"), named("Yemen"))
    assert chain(found["Taiz/a"]) == ("Taiz Governorate", "Yemen")
    assert chain(found["Taiz/b"]) == ("Taiz", "Taiz Governorate", "Yemen")


def test_nearness_to_a_known_place_tells_towns_apart() -> None:
    found = resolve(named("Gretna"), named("Wahoo", "Neb."))["Gretna/a"]
    assert chain(found)[2] == "Nebraska"
    assert "Nebraska" in found.why or "near Wahoo" in found.why


def test_the_last_resort_is_size_and_the_reason_says_so() -> None:
    found = resolve(named("Dublin"))["Dublin/a"]
    assert chain(found)[-1] == "Ireland"
    assert found.why.startswith("by its size alone: ")


def test_a_large_city_abroad_is_not_taken_for_a_village_of_the_country_at_hand() -> None:
    found = resolve(named("Warsaw"), named("United States"))["Warsaw/a"]
    assert chain(found)[-1] == "Poland"


def test_a_site_is_placed_by_the_text_alone() -> None:
    found = resolve(named("Old Granary", "Batumi", noun="site"), named("Batumi", "Georgia"))["Old Granary/a"]
    assert chain(found) == ("Old Granary", "Batumi", "Ajaria", "Georgia")
    assert found.place is not None
    assert found.place.precision == "town"
    assert found.why.endswith("; the position is that of Batumi")


@pytest.mark.parametrize("word", ["South", "Lake", "Town Hall", "cologne"])
def test_a_common_word_is_no_place(word: str) -> None:
    assert resolve(named(word), named("United States"))[f"{word}/a"].why == "not in the gazetteer"


def test_the_order_of_the_names_changes_nothing() -> None:
    names = [named("Ashland", "Neb."), named("Ashland", report="b"), named("Omaha"), named("Peru")]
    assert (
        len(
            {
                tuple(sorted((str(k), str(v)) for k, v in resolve(*each).items()))
                for each in permutations(names)
            }
        )
        == 1
    )


def test_a_county_contains_its_town_and_towns_far_apart_contain_neither() -> None:
    found = resolve(
        named("Wahoo", "Nebraska"), named("Saunders County"), named("Omaha", "Nebraska"), named("Nebraska")
    )
    town, county, other, state = (
        found[f"{name}/a"].place for name in ("Wahoo", "Saunders County", "Omaha", "Nebraska")
    )
    assert town is not None
    assert county is not None
    assert other is not None
    assert state is not None
    assert contains(county, town)
    assert contains(state, town)
    assert contains(town, state) is False
    assert contains(town, other) is contains(other, town) is False


def test_without_the_libraries_places_stay_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "find_spec", lambda _: None)
    assert resolve(named("Peru"))["Peru/a"].why == "no gazetteer is installed"

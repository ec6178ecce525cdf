"""One organisation under several well-known names is one party and one speaker; a branch is another."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from sayso.reconcile.aliases import by_one_name
from sayso.reconcile.names import related_party, same_party


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the ISIL terrorist group", "Daesh militants"),
        ("IS group", "the Islamic State of Iraq and Syria"),
        ("FARC rebels", "Revolutionary Armed Forces of Colombia"),
        ("Taleban fighters", "the Taliban"),
    ],
)
def test_well_known_names_of_one_organisation_are_one_party(one: str, other: str) -> None:
    assert same_party(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pakistani Taliban", "the Taliban"),
        ("Islamic State West Africa Province", "Islamic State"),
        ("al-Qaeda in the Islamic Maghreb", "al-Qaeda"),
        ("Dawn Front", "Dusk Front"),
    ],
)
def test_a_branch_is_not_the_whole(one: str, other: str) -> None:
    assert not same_party(one, other)


def test_words_that_only_look_like_an_acronym_are_left_alone() -> None:
    assert by_one_name("what IS known of the era, says Ira") == "what IS known of the era, says Ira"
    assert not related_party("the army", "ETA")


def test_no_name_stands_for_two_organisations() -> None:
    table = resources.files("sayso.reconcile").joinpath("aliases.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    names = [name for row in rows for name in {re.sub(r"\W", "", each).casefold() for each in row}]
    assert all(len(row) > 1 for row in rows)
    assert len(names) == len(set(names))

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.kinds import Kind
from sayso.reconcile.entities import EntityIndex, reconcile_entities
from sayso.reconcile.groups import find_groups
from sayso.reconcile.names import related_party, same_party
from sayso.reconcile.naming import compare_names

from .factory import make_mention, make_report

if TYPE_CHECKING:
    from sayso.model.entities import Entity
    from sayso.model.extraction import Mention
    from sayso.model.reports import Report

ONE = make_report(
    "Prime Minister Omar al-Tariq met Anna Berg of the Norland Harbour Authority (NHA). Tariq left. "
    "The Front and the Dawn Front met.",
    outlet="Lorvan Post",
)
TWO = make_report(
    "Umar Al Tariq spoke. NHA did not. Maria Berg was there, and so was Berg.", outlet="Norland Times"
)


def cluster(*mentions: Mention, reports: tuple[Report, ...] = (ONE, TWO)) -> EntityIndex:
    return reconcile_entities(mentions, {report.id: report for report in reports})


def names(index: EntityIndex) -> list[set[str]]:
    return [{entity.name, *entity.aliases} for entity in index.entities]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Yousef Karim", "Yusif Kareem", True),
        ("Qadir al-Haddad", "Kadeer Al Haddad", True),
        ("Mohammed Tariq", "Muhammad Tareq", True),
        ("José Ibarra", "JOSE IBARRA", True),
        ("Prime Minister Omar al-Tariq", "Omar Tariq", True),
        ("Anna Lindqvist", "Anna Lindqvits", True),
        ("A. Berg", "Anna Berg", True),
        ("Berg", "Anna Berg", True),
        ("Anna Berg", "Maria Berg", False),
        ("Ahmed Ali Haddad", "Ahmed Omar Haddad", False),
        ("Anna Berg", "Anna Borg", False),
        ("Mahmoud Tariq", "Mohammed Tariq", False),
    ],
)
def test_spellings_of_one_name_match_and_given_names_veto(a: str, b: str, *, same: bool) -> None:
    found = compare_names(a, b, kind="person")
    assert (found.same or found.partial) is same


@pytest.mark.parametrize(
    ("a", "b", "same", "related"),
    [
        ("the Dawn Front", "Dawn Front group", True, True),
        ("Norland-backed militias", "Norland-backed paramilitary groups (militias)", True, True),
        ("Norland-backed militias", "Dawn Front", False, False),
        ("Norland", "the Norlandian army", False, True),
        ("Norland", "Sudmark", False, False),
    ],
)
def test_a_party_is_told_from_others_by_its_words(a: str, b: str, *, same: bool, related: bool) -> None:
    assert same_party(a, b) is same
    assert related_party(a, b) is related


def test_a_person_is_one_entity_across_spellings_and_reports() -> None:
    index = cluster(
        make_mention(ONE, "Omar al-Tariq", role="Prime Minister"), make_mention(ONE, ["Tariq", "left"][0]),
        make_mention(TWO, "Umar Al Tariq"),
    )  # fmt: skip
    assert names(index) == [{"Omar al-Tariq", "Tariq", "Umar Al Tariq"}]
    assert [role.text for role in index.entities[0].roles] == ["Prime Minister"]
    assert len(index.entities[0].mentions) == 3


def test_a_surname_that_fits_two_people_stays_alone() -> None:
    other = make_report("Berg said so.", outlet="Harbour Radio")
    index = cluster(
        make_mention(ONE, "Anna Berg"), make_mention(TWO, "Maria Berg"), make_mention(other, "Berg"),
        reports=(ONE, TWO, other),
    )  # fmt: skip
    assert names(index) == [{"Anna Berg"}, {"Berg"}, {"Maria Berg"}]


def test_an_acronym_joins_the_name_it_follows_in_brackets() -> None:
    index = cluster(
        make_mention(ONE, "Norland Harbour Authority", kind="organisation"),
        make_mention(TWO, "NHA", kind="organisation"),
    )
    assert names(index) == [{"Norland Harbour Authority", "NHA"}]
    assert index.find("NHA") == index.find("the Norland Harbour Authority") == index.entities[0].id


def test_a_body_never_merges_with_a_longer_name_that_holds_it() -> None:
    index = cluster(
        make_mention(ONE, "Front", kind="organisation"), make_mention(ONE, "Dawn Front", kind="organisation")
    )
    assert len(index.entities) == 2


def test_kinds_never_merge() -> None:
    man = make_report("Anna Berg spoke. Berg left.", outlet="Harbour Radio")
    town = make_report("It happened in Berg.", outlet="Norland Times")
    index = cluster(
        make_mention(man, "Anna Berg"), make_mention(town, "Berg", kind="place"), reports=(man, town)
    )
    assert sorted(entity.kind for entity in index.entities) == ["person", "place"]


def test_a_name_looked_up_with_its_title_is_found() -> None:
    index = cluster(make_mention(ONE, "Omar al-Tariq"))
    assert index.find("Prime Minister Omar al-Tariq", report=TWO.id) == index.entities[0].id
    assert index.find("Nobody Known") is None


ALL = (
    make_mention(ONE, "Omar al-Tariq"), make_mention(TWO, "Umar Al Tariq"), make_mention(ONE, "Anna Berg"),
    make_mention(TWO, "Maria Berg"), make_mention(TWO, "NHA", kind="organisation"),
    make_mention(ONE, "Norland Harbour Authority", kind="organisation"),
)  # fmt: skip


@given(st.permutations(ALL))
def test_merging_does_not_depend_on_the_order_of_mentions(mentions: list[Mention]) -> None:
    def seen(index: EntityIndex) -> tuple[Entity, ...]:
        return index.entities

    assert seen(cluster(*mentions)) == seen(cluster(*ALL))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20).flatmap(
    lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))
))  # fmt: skip
def test_groups_do_not_depend_on_the_order_of_pairs(
    orders: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    assert find_groups(range(10), orders[0]) == find_groups(range(10), orders[1])


def test_a_clear_majority_settles_what_kind_a_name_is() -> None:
    report = make_report("Lorvan. Lorvan. Lorvan is a town.", outlet="Harbour Radio")
    wrong = make_mention(report, "Lorvan")
    spans = [report.span(start, start + 6) for start in (8, 16)]
    right = [replace(wrong, span=span, kind=Kind.PLACE) for span in spans]
    index = cluster(wrong, *right, reports=(report,))
    assert [(entity.kind, len(entity.mentions)) for entity in index.entities] == [("place", 3)]


def test_a_body_is_known_within_longer_words_and_by_a_part_of_its_name() -> None:
    report = make_report("The Norland Harbour Watch counted. The watch left.", outlet="Lorvan Post")
    index = cluster(make_mention(report, "Norland Harbour Watch", kind="organisation"), reports=(report,))
    watch = index.entities[0].id
    assert index.find_speaker("the Lorvan-based Norland Harbour Watch", report=report.id) == watch
    assert index.find_speaker("the watch", report=report.id) == watch
    assert index.find_speaker("militias backed by Norland Harbour Watch", report=report.id) is None
    assert index.find_speaker("the watch", report=TWO.id) is None


def test_the_government_of_a_country_is_not_that_of_its_southern_neighbour() -> None:
    report = make_report("The Government of South Norland denied it.", outlet="Lorvan Post")
    index = cluster(
        make_mention(report, "Government of South Norland", kind="government body"), reports=(report,)
    )
    assert index.find_speaker("the government of Norland", report=report.id) is None
    assert index.find_speaker("the government", report=report.id) is not None


def test_two_surnames_join_the_full_name_that_ends_so() -> None:
    report = make_report("Luis Roca Ferrer resigned. General Roca Ferrer said why.", outlet="Lorvan Post")
    index = cluster(
        make_mention(report, "Luis Roca Ferrer"),
        make_mention(report, "General Roca Ferrer"),
        reports=(report,),
    )
    assert names(index) == [{"Luis Roca Ferrer", "General Roca Ferrer"}]
    assert index.entities[0].name == "Luis Roca Ferrer"

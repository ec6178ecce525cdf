"""Names of companies, organisations, vessels and places."""

from __future__ import annotations

import pytest

from sayso.reconcile.naming import compare_names


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Lorvan Shipping Ltd.", "Lorvan Shipping Limited", "company"),
        ("Lorvan Stahl AG", "Lorvan Stahl Aktiengesellschaft", "company"),
        ("Lorvan Stahl Aktiengeselschaft", "Lorvan Stahl AG", "company"),
        ("OAO Lorvan", "Lorvan JSC", "company"),
        ("ООО Ромашка", "Romashka LLC", "company"),
        ("L.V.S. Trading", "LVS Trading", "company"),
        ("Carter & Sons", "Carter and Sons", "company"),
        ("Gold Water Company", "Goldwater Co.", "company"),
        ("the Dawn Front", "Dawn Front group", "organisation"),
        ("Hizb al-Fajr", "Hezb el-Fajr", "organisation"),
        ("al-Shabaab", "Al Shabab", "organisation"),
        ("Jund al-Nasr", "Jond an-Nasr", "organisation"),
        ("Interior Ministry", "Ministry of the Interior", "organisation"),
        ("Ministry of Defence", "Defense Ministry", "organisation"),
        ("Norland Red Crescent", "Norlandese Red Crescent", "organisation"),
        ("Norland Harbour Authority", "NHA", "organisation"),
        ("U.N.", "United Nations", "organisation"),
        ("First Brigade", "1st Brigade", "organisation"),
        ("44th Brigade", "Brigade Forty-Four", "organisation"),
        ("Dawn Front/Jabhat Fajr", "Dawn Front", "organisation"),
        ("MV Lorvan Star", "Lorvan Star", "vessel"),
        ("Lorvan Star 2", "Lorvan Star II", "vessel"),
        ("M/T Lorvan", "MT Lorvan", "vessel"),
        ("Lissgar City", "Lissgar", "place"),
        ("Kyiv", "Kiev", "place"),
        ("St. Anna", "Saint Anna", "place"),
        ("Qyzylorda", "Kizilorda", "place"),
    ],
)
def test_spellings_of_one_bodys_name_are_one(a: str, b: str, kind: str) -> None:
    found = compare_names(a, b, kind=kind)
    assert found.same, found.why


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Jund Fajrallah", "Fajrallah", "organisation"),
        ("Popular Front", "Popular Front - General Command", "organisation"),
        ("Northern Front", "Southern Front", "organisation"),
        ("Bank of Bali", "Bank of Mali", "organisation"),
        ("1st Brigade", "2nd Brigade", "organisation"),
        ("Lorvan Shipping", "Lorvan Trading", "company"),
        ("Lorvan AG", "Lorvan GmbH", "company"),
        ("Lorvan Shipping (Norland) Ltd", "Lorvan Shipping Ltd", "company"),
        ("Lorvan Fund III LP", "Lorvan Fund IV LP", "company"),
        ("Lorvan Star 2", "Lorvan Star 3", "vessel"),
        ("Port Ellery", "Ellery", "place"),
        ("North Norland", "Norland", "place"),
    ],
)
def test_a_word_or_a_number_tells_bodies_apart(a: str, b: str, kind: str) -> None:
    found = compare_names(a, b, kind=kind)
    assert (found.same, found.partial, found.veto) == (False, False, True), found.why


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Norland Interior Ministry", "Interior Ministry", "organisation"),
        ("Bank of Norland", "BN", "organisation"),
        ("Lorvan Star", "Lorvan Star 3", "vessel"),
    ],
)
def test_what_the_names_alone_cannot_tell_stays_open(a: str, b: str, kind: str) -> None:
    found = compare_names(a, b, kind=kind)
    assert (found.same, found.partial, found.veto) == (False, True, False), found.why


def test_an_acronym_counts_only_as_printed_in_capitals() -> None:
    assert not compare_names("Nha", "Norland Harbour Authority", kind="organisation").same

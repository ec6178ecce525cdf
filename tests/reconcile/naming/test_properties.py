"""What holds for any two names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.naming import block_keys, compare_names

KINDS = st.sampled_from(["person", "company", "organisation", "vessel", "place", "weapon"])
WORDS = """
Haddad Karimi Bakri Sokolov Sokolova Petrovich Berg Lindqvist Torres Wang Xiaoming Tse-tung Hsiao Kim Min-su
al-Basri el-Jabouri Abd al-Rahman Abdulrahman Nur ad-Din Noureddine Mohammed Qasem José Pepe William Bill
Jr. II Dr. Gen. bin Abu J. A.B. 王小明 محمد خالد Дмитрий דוד ანა バラク de la Khan Haji Lorvan 44
Dawn Front Group the of Bank Norland Norlandese Authority NHA Ltd. GmbH OOO JSC 1st Second Brigade Ministry
MV Port North (Norland) UN United Nations & S.A. / aka
"""
NAMES = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=5).map(" ".join)


@st.composite
def near_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A name, and the same with its words in another order, one of them gone, and a slip in it."""
    name = draw(NAMES)
    words = draw(st.permutations(name.split()))
    other = " ".join(words[draw(st.integers(0, 1)) :]) or name
    place = draw(st.integers(0, len(other)))
    typed = draw(st.sampled_from(["", "", "a", "e", "h", "k", " ", "-"]))
    return name, other[:place] + typed + other[place + draw(st.integers(0, 1)) :]


@given(a=st.text(max_size=40), b=st.text(max_size=40), kind=KINDS)
def test_any_text_can_be_compared_in_either_order(a: str, b: str, kind: str) -> None:
    found = compare_names(a, b, kind=kind)
    assert found == compare_names(b, a, kind=kind)
    assert 0 <= found.score <= 1
    assert not (found.veto and (found.same or found.partial))
    assert not (found.same and found.partial)


@given(pair=near_pairs(), kind=KINDS)
def test_names_that_can_be_one_share_a_key(pair: tuple[str, str], kind: str) -> None:
    found = compare_names(*pair, kind=kind)
    assert found == compare_names(pair[1], pair[0], kind=kind)
    if found.same or found.partial:
        assert block_keys(pair[0], kind=kind) & block_keys(pair[1], kind=kind), found.why


@given(name=st.one_of(NAMES, st.text(min_size=1, max_size=40)), kind=KINDS)
def test_a_name_is_the_same_as_itself(name: str, kind: str) -> None:
    found = compare_names(name, name, kind=kind)
    assert found.same, found.why
    assert found.why
    assert block_keys(name, kind=kind)


@pytest.mark.parametrize(("a", "b"), [("Anna Berg", "Omar Haddad"), ("Lorvan Shipping", "Dawn Front")])
def test_names_with_nothing_in_common_share_no_key(a: str, b: str) -> None:
    assert not block_keys(a, kind="person") & block_keys(b, kind="person")

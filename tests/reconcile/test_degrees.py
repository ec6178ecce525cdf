"""Answers that lie on a scale are compared by it."""

from __future__ import annotations

import pytest

from sayso.model.values import Answer
from sayso.reconcile.relations import compare_values

DAMAGE = "fact:how badly was the building damaged"
RANK = "fact:how does the attack rank"
SECOND = "fact:what was the second explosion"


@pytest.mark.parametrize(
    ("slot", "one", "other", "relation"),
    [
        (DAMAGE, "destroyed", "partially destroyed", "conflicts"),
        (DAMAGE, "severe damage", "destroyed", "refines"),
        (DAMAGE, "damaged", "slightly damaged", "refines"),
        (DAMAGE, "minor damage", "extensive damage", "conflicts"),
        (RANK, "the deadliest since the war", "one of the deadliest in the city", "refines"),
        (RANK, "the bloodiest ever", "the deadliest since the war", "equal"),
        (RANK, "the largest in years", "the deadliest in years", "incomparable"),
        (SECOND, "gas tank set off by the first blast", "explosives-packed cart", "conflicts"),
        (SECOND, "gas tank set off by the first blast", "fuel container set off by the first blast", "equal"),
    ],
)
def test_answers_on_a_scale(slot: str, one: str, other: str, relation: str) -> None:
    found = compare_values(slot, Answer(answer=one), Answer(answer=other))
    assert found.relation.value == relation
    assert found.why
    turned = compare_values(slot, Answer(answer=other), Answer(answer=one))
    assert turned.relation is found.relation

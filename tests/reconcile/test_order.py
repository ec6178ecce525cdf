"""Properties: the order of the inputs and copies of a report change nothing."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.extraction import Extraction
from sayso.model.reports import Report
from sayso.model.values import Condition, Count, Responsibility, Text, Value
from sayso.reconcile import reconcile

from .factory import (
    copied_to,
    exactly,
    extract,
    make_claim,
    make_dossier,
    make_mention,
    make_quote,
    make_report,
)

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier

Part = TypeVar("Part")
OUTLETS = ("Lorvan Post", "Norland Times", None, "Harbour Radio")
SOURCES = ("author", "Ines Valk", "Harbour Ministry", "unnamed: officials", "unnamed: not specified")
VALUES: tuple[tuple[str, Value], ...] = (
    ("killed", exactly(15)), ("killed", Count(lo=12, hi=None)), ("killed", exactly(18)),
    ("injured", exactly(6)),
    ("weapon", Text(text="truck bomb")), ("weapon", Text(text="a bus")), ("weapon", Text(text="car bomb")),
    ("place", Text(text="the centre of Lorvan")), ("place", Text(text="western Lorvan")),
    ("condition", Condition(person="Ines Valk", state="minor")),
    ("condition", Condition(person="Inés Valk", state="unharmed")),
    ("responsibility", Responsibility(party="Dawn Front", status="accused_by_other")),
    ("responsibility", Responsibility(party="the Dawn Front", status="denied")),
)  # fmt: skip
TEXT = "Ines Valk said “we will rebuild every stall”, and the Harbour Ministry said number {} was over."

DAYS = (None, "2031-05-05", "2031-05-06")

claim_rows = st.lists(
    st.tuples(st.sampled_from(VALUES), st.sampled_from(SOURCES), st.sampled_from(DAYS)),
    min_size=1, max_size=5, unique_by=lambda row: (row[0][0], repr(row[0][1]), row[1]),
)  # fmt: skip
Pair = tuple[Report, Extraction]


def build(number: int, outlet: str | None, rows: list[tuple[tuple[str, Value], str, str | None]]) -> Pair:
    report = make_report(
        TEXT.format(number), outlet=outlet, file=f"{number}.txt", day=f"2031-05-{4 + number:02}"
    )
    claims = [
        make_claim(report, "number", value, slot=slot, source=source, as_of=as_of)
        for (slot, value), source, as_of in rows
    ]
    mentions = (
        make_mention(report, "Ines Valk"),
        make_mention(report, "Harbour Ministry", kind="organisation"),
    )
    said = (make_quote(report, "Ines Valk", "we will rebuild every stall"),)
    return report, extract(report, *claims, mentions=mentions, said=said)


clusters = st.lists(st.tuples(st.sampled_from(OUTLETS), claim_rows), min_size=1, max_size=4).map(
    lambda rows: [build(number, outlet, claims) for number, (outlet, claims) in enumerate(rows)]
)


def mixed(parts: tuple[Part, ...], chance: random.Random) -> tuple[Part, ...]:
    return tuple(chance.sample(parts, len(parts)))


def shuffled(found: Extraction, chance: random.Random) -> Extraction:
    return replace(
        found,
        claims=mixed(found.claims, chance),
        mentions=mixed(found.mentions, chance),
        attributions=mixed(found.attributions, chance),
    )


def told(dossier: Dossier) -> list[tuple[object, ...]]:
    """All that a reader is told of the findings, without the ids of claims and origins."""
    return [
        (f.slot, f.group, f.question, f.verdict, f.low, f.best, f.high, f.open_high, f.weight,
         tuple((v.text, v.votes, len(v.origins)) for v in f.values),
         tuple((r.a, r.b, r.relation) for r in f.relations))
        for f in dossier.findings
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(clusters, st.integers(0, 1000))
def test_the_order_of_reports_and_claims_changes_nothing(pairs: list[Pair], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- no secret, only an order
    reports = chance.sample([report for report, _ in pairs], len(pairs))
    found = chance.sample([shuffled(found, chance) for _, found in pairs], len(pairs))
    assert reconcile(reports, found, sayso_version="0") == make_dossier(*pairs)


@settings(max_examples=60, deadline=None)
@given(clusters, st.integers(0, 3))
def test_a_report_added_twice_changes_no_finding(pairs: list[Pair], place: int) -> None:
    report, found = pairs[place % len(pairs)]
    copy = copied_to(report, found, file="again.txt")
    assert told(make_dossier(*pairs, copy)) == told(make_dossier(*pairs))
    assert make_dossier(*pairs, (report, found)) == make_dossier(*pairs)


def test_no_reports_give_an_empty_dossier() -> None:
    dossier = reconcile([], [], sayso_version="0")
    assert (dossier.reports, dossier.findings, dossier.claims) == ((), (), ())


@pytest.mark.parametrize("as_of", [None, "2031-06-01"])
def test_the_day_asked_for_is_kept(as_of: str | None) -> None:
    assert reconcile([], [], as_of=as_of, sayso_version="0").as_of == as_of

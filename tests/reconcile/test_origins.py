from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.model.dossier import Verdict
from sayso.reconcile.reuse import find_reuse

from .factory import (
    at_least,
    exactly,
    extract,
    finding_of,
    make_claim,
    make_dossier,
    make_mention,
    make_quote,
    make_report,
)

if TYPE_CHECKING:
    from sayso.model.reports import Report

WIRE = """\
A blast tore through the covered market of Lorvan shortly after noon, killing 15 people and wounding many \
others, in the worst attack on the harbour town for a decade.
Firefighters carried the hurt out through a side gate while smoke rose above the tiled roofs of the quarter.
"""
LEAD = WIRE.split("\n", maxsplit=1)[0]
STREETS = """
People in the streets spoke of a flash and of two loud bangs that shook the windows of the school.
Five fishing boats sank at their moorings that night.
"""
COUNCIL = """
The town council met behind closed doors and cancelled the regatta and the lantern walk.
Five fishing boats sank at the pier.
"""


def test_the_same_wire_copy_in_nine_outlets_is_one_origin() -> None:
    pairs = []
    for number in range(9):
        report = make_report(f"Outlet {number} opens in its own way here.\n{WIRE}", outlet=f"Outlet {number}")
        pairs.append((report, extract(report, make_claim(report, "15 people", exactly(15)))))
    dossier = make_dossier(*pairs)
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN
    assert len(dossier.origins) == 1
    assert "The reports carry the same text." in dossier.origins[0].why


def test_one_copied_sentence_joins_the_claims_in_it_and_nothing_else() -> None:
    pairs = []
    for name, text in (("Lorvan Post", STREETS), ("Norland Times", COUNCIL)):
        report = make_report(LEAD + text, outlet=name)
        boats = make_claim(report, "Five fishing boats", exactly(5), slot="count:boats sunk")
        pairs.append((report, extract(report, make_claim(report, "15 people", exactly(15)), boats)))
    dossier = make_dossier(*pairs)
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN
    assert finding_of(dossier, "count:boats sunk").verdict is Verdict.CORROBORATED
    assert {edge.how for edge in dossier.outlets} == {"shares text"}


def test_one_speaker_in_two_outlets_is_one_origin() -> None:
    first = make_report("Fifteen died, Mayor Ines Valk said.", outlet="Lorvan Post")
    second = make_report("Mayor Inés Valk spoke of 15 dead.", outlet="Norland Times")
    dossier = make_dossier(
        (first, extract(first, make_claim(first, "Fifteen", exactly(15), source="Ines Valk"))),
        (second, extract(second, make_claim(second, "15 dead", exactly(15), source="Mayor Inés Valk"))),
    )
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN
    assert dossier.origins[0].why == ("The same speaker: Ines Valk.",)


def test_a_report_that_cites_an_outlet_has_it_from_there() -> None:
    post = make_report("Seven porters were hurt.", outlet="Lorvan Post")
    times = make_report("Seven porters were hurt, The Lorvan Post reported.", outlet="Norland Times")
    said = make_quote(times, "The Lorvan Post", "Seven porters were hurt")
    dossier = make_dossier(
        (post, extract(post, make_claim(post, "Seven", exactly(7), slot="injured"))),
        (
            times,
            extract(
                times,
                make_claim(times, "Seven", exactly(7), slot="injured", source="The Lorvan Post"),
                said=(said,),
            ),
        ),
    )
    assert finding_of(dossier, "injured").verdict is Verdict.SINGLE_ORIGIN
    assert [(edge.cites, edge.how) for edge in dossier.outlets] == [("Lorvan Post", "cites")]


@pytest.mark.parametrize("outlets", [("Lorvan Post", "Lorvan Post"), ("lorvanpost.com", "The Lorvan Post")])
def test_two_bare_statements_of_one_publisher_are_one_origin(outlets: tuple[str, str]) -> None:
    texts = ("Fifteen people died.", "The toll stands at fifteen.")
    reports = [
        make_report(text, outlet=outlet, file=f"{place}.txt")
        for place, (text, outlet) in enumerate(zip(texts, outlets, strict=True))
    ]
    claims = [
        make_claim(report, words, exactly(15))
        for report, words in zip(reports, ("Fifteen", "fifteen"), strict=True)
    ]
    dossier = make_dossier(*((r, extract(r, c)) for r, c in zip(reports, claims, strict=True)))
    assert len(dossier.origins) == 1


def test_a_spokesman_speaks_for_the_body() -> None:
    first = make_report("The Harbour Ministry counted seven hurt.", outlet="Lorvan Post")
    second = make_report("Seven were hurt, a harbour ministry spokesman said.", outlet="Norland Times")
    ministry = make_mention(first, "Harbour Ministry", kind="organisation")
    dossier = make_dossier(
        (
            first,
            extract(
                first, make_claim(first, "seven", exactly(7), source="Harbour Ministry"), mentions=(ministry,)
            ),
        ),
        (
            second,
            extract(
                second, make_claim(second, "Seven", exactly(7), source="unnamed: harbour ministry spokesman")
            ),
        ),
    )
    assert len(dossier.origins) == 1


def test_unnamed_sources_corroborate_nothing_among_themselves() -> None:
    first = make_report("Officials said 15 had died.", outlet="Lorvan Post")
    second = make_report("Witnesses counted 15 dead.", outlet="Norland Times")
    dossier = make_dossier(
        (first, extract(first, make_claim(first, "15", exactly(15), source="unnamed: officials"))),
        (second, extract(second, make_claim(second, "15", exactly(15), source="unnamed: witnesses"))),
    )
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN


def test_unnamed_sources_can_contradict_each_other() -> None:
    first = make_report("Officials said 15 had died.", outlet="Lorvan Post")
    second = make_report("Witnesses counted 30 dead.", outlet="Norland Times")
    dossier = make_dossier(
        (first, extract(first, make_claim(first, "15", exactly(15), source="unnamed: officials"))),
        (second, extract(second, make_claim(second, "30", exactly(30), source="unnamed: witnesses"))),
    )
    assert finding_of(dossier, "killed").verdict is Verdict.DISPUTED


def test_a_rounded_headline_adds_no_origin_and_ties_no_sources_together() -> None:
    report = make_report(
        "Dozens killed\nThe Harbour Ministry counted 37 dead. The Red Lantern clinic counted 41.",
        outlet="Lorvan Post",
    )
    dossier = make_dossier((
        report,
        extract(
            report,
            make_claim(report, "Dozens", at_least(12)),
            make_claim(report, "37 dead", exactly(37), source="Harbour Ministry"),
            make_claim(report, "41", exactly(41), source="Red Lantern clinic"),
        ),
    ))  # fmt: skip
    finding = finding_of(dossier, "killed")
    assert len(dossier.origins) == 2
    assert finding.verdict is Verdict.DISPUTED
    assert (finding.low, finding.high) == (37, 41)
    assert [value.votes for value in finding.values] == [True, True, False]


def test_quoted_words_show_no_copying() -> None:
    quote = "“We heard one long roll of thunder and then nothing at all for a whole minute,” a baker said."
    reports = [make_report(f"{quote} {end}", outlet=end) for end in ("Lorvan Post", "Norland Times")]
    assert find_reuse(reports).shared == ()


def test_a_lone_report_shares_nothing() -> None:
    report: Report = make_report(WIRE, outlet="Lorvan Post")
    assert find_reuse([report]).text_of == {report.id: report.id}

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
    from sayso.model.dossier import Dossier
    from sayso.model.extraction import Extraction
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


def bare(outlet: str, text: str, *, author: str | None = None) -> tuple[Report, Extraction]:
    """A report that says in its own voice that 15 people died."""
    report = make_report(text, outlet=outlet, author=author)
    return report, extract(report, make_claim(report, "15 people", exactly(15)))


EDITED = LEAD.replace("tore through", "ripped through").replace("wounding many others", "hurting many more")


def test_a_sentence_with_a_word_changed_here_and_there_is_still_a_copy() -> None:
    dossier = make_dossier(bare("Lorvan Post", LEAD + STREETS), bare("Norland Times", EDITED + COUNCIL))
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN
    assert "The sentences are copies of one text." in dossier.origins[0].why


def test_reports_of_one_thing_in_words_of_their_own_are_no_copies() -> None:
    own = "In Lorvan 15 people lost their lives when the covered market went up after noon, wardens said."
    reports = [
        make_report(LEAD, outlet="Lorvan Post"), make_report(own, outlet="Norland Times")
    ]  # fmt: skip
    assert find_reuse(reports).shared == ()


def test_a_short_formula_that_everybody_uses_shows_no_copying() -> None:
    texts = (
        "The Dawn Front claimed responsibility for the attack.",
        "A group claimed responsibility for the attack.",
    )
    reports = [make_report(text, outlet=f"Outlet {place}") for place, text in enumerate(texts)]
    assert find_reuse(reports).shared == ()


def test_one_author_in_two_outlets_is_one_origin() -> None:
    dossier = make_dossier(
        bare("Lorvan Post", "15 people died by the gate.", author="Mara Quist"),
        bare("Norland Times", "We counted 15 people dead.", author="Mara Quist"),
    )
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN
    assert "The same author: Mara Quist." in dossier.origins[0].why


def test_two_reports_with_one_agencys_byline_are_one_origin_by_any_of_its_names() -> None:
    dossier = make_dossier(
        bare("Lorvan Post", "15 people died by the gate.", author="Mara Quist and AP"),
        bare("Norland Times", "We counted 15 people dead.", author="The Associated Press"),
    )
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN


def said_by(*sources: str, mentions: bool = False) -> Dossier:
    """One report for each source, which says that 15 people died."""
    pairs = []
    for place, source in enumerate(sources):
        named = source.removeprefix("unnamed: ")
        report = make_report(f"15 people died, {named} said.", outlet=f"Outlet {place}")
        held = (make_mention(report, named, kind="media outlet"),) if mentions else ()
        claim = make_claim(report, "15 people", exactly(15), source=source)
        pairs.append((report, extract(report, claim, mentions=held)))
    return make_dossier(*pairs)


@pytest.mark.parametrize(
    "sources",
    [
        ("unnamed: Sumarian state television", "Sumaria's state-run Lorvan News Agency"),
        ("unnamed: Sumarian state television", "unnamed: state media"),
        ("the official Xinhua news agency", "unnamed: Chinese state media"),
    ],
)
def test_two_media_of_one_state_are_one_origin(sources: tuple[str, str]) -> None:
    dossier = said_by(*sources)
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN
    assert any("media of one state" in why for origin in dossier.origins for why in origin.why)


@pytest.mark.parametrize(
    "sources",
    [
        ("unnamed: Sumarian state television", "unnamed: Norland state television"),
        ("unnamed: Sumarian state television", "Lorvan Post"),
        ("unnamed: Sumarian state television", "unnamed: witnesses"),
    ],
)
def test_media_of_two_states_and_others_are_two_origins(sources: tuple[str, str]) -> None:
    assert finding_of(said_by(*sources), "killed").verdict is Verdict.CORROBORATED


def test_two_translations_of_one_statement_are_one_origin_though_one_gives_it_to_the_group() -> None:
    words = "We counted 15 people dead beside the northern lantern of the harbour wall"
    other = "We have counted 15 people dead beside the northern lantern of this harbour wall"
    pairs = []
    for outlet, speaker, said in (
        ("Lorvan Post", "Ines Valk", words),
        ("Norland Times", "Dawn Guild", other),
    ):
        report = make_report(f"{speaker} said: “{said}.”", outlet=outlet)
        quote = make_quote(report, speaker, said)
        claim = make_claim(report, "15 people", exactly(15), source=speaker)
        pairs.append((report, extract(report, claim, said=(quote,))))
    dossier = make_dossier(*pairs)
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN
    assert "The words render one statement." in dossier.origins[0].why


def misspelt(*names: str) -> Dossier:
    """One report for each spelling of a name, each of which says in its own words that 15 people died."""
    words = (
        "15 people died with",
        "Among the 15 people dead is",
        "The blast killed 15 people, and",
        "We know of 15 people:",
        "Mourned with 15 people is",
    )
    pairs = []
    for place, name in enumerate(names):
        report = make_report(f"{words[place]} {name}.", outlet=f"Outlet {place}")
        claim = make_claim(report, "15 people", exactly(15))
        pairs.append((report, extract(report, claim, mentions=(make_mention(report, name),))))
    return make_dossier(*pairs)


def test_the_same_slip_in_a_name_beside_the_same_figure_is_one_origin() -> None:
    right, wrong = "Anselm Lindqvist", "Anselm Lindqvits"
    dossier = misspelt(right, wrong, wrong)
    assert len(dossier.origins) == 3, "more have it than the other spelling, so it is not the error"
    dossier = misspelt(right, wrong, wrong, right, right)
    assert len(dossier.origins) == 4
    assert any("They share an error" in why for origin in dossier.origins for why in origin.why)


def test_who_has_it_from_whom_knows_agencies_by_their_initials_and_leaves_out_a_reports_own_outlet() -> None:
    post = make_report("Seven were hurt, AFP reported. The Lorvan Post said so too.", outlet="lorvanpost.com")
    said = (make_quote(post, "AFP", "Seven were hurt"), make_quote(post, "Lorvan Post", "said so too"))
    dossier = make_dossier((post, extract(post, said=said)))
    assert [(edge.cites, edge.how, [s.text for s in edge.spans]) for edge in dossier.outlets] == [
        ("AFP", "cites", ["AFP"])
    ]


def test_a_description_of_nobody_is_no_outlet() -> None:
    post = make_report("Seven were hurt, the news agency reported.", outlet="Lorvan Post")
    dossier = make_dossier(
        (post, extract(post, said=(make_quote(post, "the news agency", "Seven were hurt"),)))
    )
    assert dossier.outlets == ()


def test_copies_within_one_outlet_are_no_edge() -> None:
    pairs = [bare("Lorvan Post", WIRE + end) for end in (STREETS, COUNCIL)]
    reports = [make_report(r.text, outlet="Lorvan Post", file=f"{n}.txt") for n, (r, _) in enumerate(pairs)]
    dossier = make_dossier(*((report, extract(report)) for report in reports))
    assert dossier.outlets == ()
    assert len(dossier.links) == 1


def test_an_office_of_a_country_is_the_one_person_who_is_said_to_hold_it() -> None:
    one = make_report("Norlandese President Omar Reed said that 7 people died.", outlet="Lorvan Post")
    two = make_report("Norland's president said that 7 people died.", outlet="Harbour Radio")
    named = make_claim(one, "7 people", exactly(7), source="Omar Reed")
    described = make_claim(two, "7 people", exactly(7), source="unnamed: Norland's president")
    holder = make_mention(one, "Omar Reed", role="Norlandese President")
    dossier = make_dossier((one, extract(one, named, mentions=(holder,))), (two, extract(two, described)))
    finding = finding_of(dossier, "killed")
    assert len({origin for value in finding.values for origin in value.origins}) == 1
    assert finding.verdict is Verdict.SINGLE_ORIGIN

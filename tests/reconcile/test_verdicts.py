from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model.claims import Modality
from sayso.model.dossier import Dossier, Relation, Verdict
from sayso.model.extraction import EventMention
from sayso.model.values import Claimed, Condition, Days, Responsibility, Text, TimeOfDay, Value
from sayso.reconcile import reconcile

from .factory import (
    at_least,
    exactly,
    extract,
    finding_of,
    main_event,
    make_claim,
    make_dossier,
    make_mention,
    make_report,
)

Row = tuple[str, Value, str]


def said_by_outlets(slot: str, *rows: Row, days: tuple[str, ...] = ()) -> Dossier:
    """One report for each row of outlet, value and source; the sentence does not matter."""
    pairs = []
    for place, (outlet, value, source) in enumerate(rows):
        day = days[place] if days else "2031-05-04"
        report = make_report(
            f"{outlet} prints sentence {place}.", outlet=outlet, file=f"{place}.txt", day=day
        )
        modality = Modality.DENIED if source.startswith("denied by ") else None
        claim = make_claim(
            report, "sentence", value, slot=slot, source=source.removeprefix("denied by "), modality=modality
        )
        pairs.append((report, extract(report, claim)))
    return make_dossier(*pairs)


def test_two_origins_that_agree_corroborate() -> None:
    finding = finding_of(
        said_by_outlets("killed", ("Post", exactly(15), "author"), ("Times", exactly(15), "Ines Valk")),
        "killed",
    )
    assert finding.verdict is Verdict.CORROBORATED
    assert (
        finding.why
        == "2 independent origins agree or say the same more closely: Ines Valk and Post (own voice)."
    )


def test_at_least_twelve_is_no_rival_to_fifteen() -> None:
    dossier = said_by_outlets(
        "killed", ("Post", at_least(12), "Ines Valk"), ("Times", exactly(15), "Red Lantern clinic")
    )
    finding = finding_of(dossier, "killed")
    assert finding.verdict is Verdict.CORROBORATED
    assert (finding.low, finding.best, finding.high, finding.open_high) == (15, 15, 15, False)
    assert [(value.text, value.votes) for value in finding.values] == [("15", True), ("at least 12", False)]
    assert finding.relations[0].relation is Relation.REFINES


def test_figures_of_two_origins_with_nothing_in_common_are_disputed() -> None:
    dossier = said_by_outlets(
        "killed", ("Post", exactly(37), "State Agency"), ("Times", exactly(41), "Harbour Watch")
    )
    finding = finding_of(dossier, "killed")
    assert finding.verdict is Verdict.DISPUTED
    assert (
        finding.why
        == "Accounts differ: 37, according to State Agency (Post); 41, according to Harbour Watch (Times)."
    )
    assert (finding.low, finding.best, finding.high) == (37, 37, 41)
    assert dossier.questions[0].finding == finding.id


def test_best_goes_by_the_most_recent_report() -> None:
    dossier = said_by_outlets(
        "killed", ("Post", exactly(37), "State Agency"), ("Times", exactly(41), "Harbour Watch"),
        days=("2031-05-04", "2031-05-06"),
    )  # fmt: skip
    assert finding_of(dossier, "killed").best == 41


def test_a_corrected_figure_of_the_same_speaker_supersedes() -> None:
    first = make_report("By Monday 86 had died, the Harbour Ministry said.", outlet="Post", day="2031-05-05")
    second = make_report("The Harbour Ministry now counts 83.", outlet="Times", day="2031-05-07")
    dossier = make_dossier(
        (
            first,
            extract(
                first, make_claim(first, "86", exactly(86), source="Harbour Ministry", as_of="2031-05-05")
            ),
        ),
        (
            second,
            extract(
                second, make_claim(second, "83", exactly(83), source="Harbour Ministry", as_of="2031-05-07")
            ),
        ),
    )
    finding = finding_of(dossier, "killed")
    assert finding.verdict is Verdict.SUPERSEDED
    assert (finding.low, finding.best, finding.high) == (83, 83, 83)
    later = finding.relations[0]
    assert later.relation is Relation.SUPERSEDES
    assert finding.values[later.a].text == "83"


def test_a_later_figure_of_somebody_else_does_not_supersede() -> None:
    first = make_report("By Monday 86 had died, the Harbour Ministry said.", outlet="Post")
    second = make_report("The Red Lantern clinic counts 83.", outlet="Times")
    dossier = make_dossier(
        (
            first,
            extract(
                first, make_claim(first, "86", exactly(86), source="Harbour Ministry", as_of="2031-05-05")
            ),
        ),
        (
            second,
            extract(
                second, make_claim(second, "83", exactly(83), source="Red Lantern clinic", as_of="2031-05-07")
            ),
        ),
    )
    assert finding_of(dossier, "killed").verdict is Verdict.DISPUTED


def test_a_yearly_total_stays_with_its_own_event() -> None:
    report = make_report("The blast killed 15. This year 240 people died in such attacks.", outlet="Post")
    year = EventMention(
        id="evm-year", report=report.id, type="attack", told_as="attack", main=False,
        label="attacks of the year",
        date=Days(start="2031-01-01", end="2031-05-04"), places=(), triggers=(report.span(42, 46),),
    )  # fmt: skip
    total = make_claim(report, "240 people", exactly(240), event=year.id)
    dossier = make_dossier(
        (report, extract(report, make_claim(report, "15", exactly(15)), total, events=(year,)))
    )
    finding = finding_of(dossier, "killed")
    assert finding.verdict is Verdict.SINGLE_ORIGIN
    assert finding.high == 15


def test_a_denial_disputes_what_it_denies() -> None:
    dossier = said_by_outlets(
        "condition",
        ("Post", Condition(person="Ines Valk", state="minor"), "unnamed: people near the mayor"),
        ("Times", Condition(person="Inés Valk", state="minor"), "denied by Norland government"),
    )
    finding = finding_of(dossier, "condition")
    assert finding.verdict is Verdict.DISPUTED
    assert finding.why.endswith("Norland government (Times) denies it.")
    assert finding.question == "How did Ines Valk come out of it?"


def test_people_have_findings_of_their_own() -> None:
    dossier = said_by_outlets(
        "condition",
        ("Post", Condition(person="Ines Valk", state="unharmed"), "author"),
        ("Times", Condition(person="Bo Lind", state="killed"), "author"),
    )
    assert [finding.verdict for finding in dossier.findings] == [Verdict.SINGLE_ORIGIN, Verdict.SINGLE_ORIGIN]


def test_a_death_takes_the_place_of_an_earlier_injury() -> None:
    dossier = said_by_outlets(
        "condition",
        ("Post", Condition(person="Bo Lind", state="serious"), "author"),
        ("Times", Condition(person="Bo Lind", state="killed"), "Red Lantern clinic"),
        days=("2031-05-04", "2031-05-06"),
    )
    assert finding_of(dossier, "condition").verdict is Verdict.SUPERSEDED


def test_no_claim_so_far_gives_way_to_a_claim() -> None:
    dossier = said_by_outlets(
        "claimed",
        ("Post", Claimed(answer="no", party=None), "author"),
        ("Times", Claimed(answer="yes", party="Dawn Front"), "author"),
    )
    assert finding_of(dossier, "claimed").verdict is Verdict.SUPERSEDED


def test_guesses_corroborate_nothing() -> None:
    first = make_report("Fifteen may have died.", outlet="Post")
    second = make_report("Fifteen died.", outlet="Times")
    guess = make_claim(first, "Fifteen", exactly(15), modality=Modality.SPECULATED)
    dossier = make_dossier(
        (first, extract(first, guess)), (second, extract(second, make_claim(second, "Fifteen", exactly(15))))
    )
    assert finding_of(dossier, "killed").verdict is Verdict.SINGLE_ORIGIN
    assert finding_of(make_dossier((first, extract(first, guess))), "killed").verdict is Verdict.UNSOURCED


def test_places_at_different_depths_agree() -> None:
    dossier = said_by_outlets(
        "place",
        ("Post", Text(text="the covered market, Lorvan"), "author"),
        ("Times", Text(text="Lorvan"), "author"),
    )
    assert finding_of(dossier, "place").verdict is Verdict.CORROBORATED


def test_answers_that_can_all_hold_are_compatible() -> None:
    dossier = said_by_outlets(
        "target",
        ("Post", Text(text="a school"), "author"),
        ("Times", Text(text="customs officers"), "author"),
    )
    assert finding_of(dossier, "target").verdict is Verdict.COMPATIBLE


def test_two_weapons_named_side_by_side_by_one_speaker_are_no_dispute() -> None:
    both = make_report("A rifle was used. So was a knife.", outlet="Post")
    one = make_report("It was a knife.", outlet="Times")
    dossier = make_dossier(
        (
            both,
            extract(
                both,
                make_claim(both, "rifle", Text(text="rifle"), slot="weapon"),
                make_claim(both, "knife", Text(text="knife"), slot="weapon"),
            ),
        ),
        (one, extract(one, make_claim(one, "knife", Text(text="knife"), slot="weapon"))),
    )
    assert finding_of(dossier, "weapon").verdict is Verdict.CORROBORATED


FRONT, HAND = "Dawn Front", "Red Hand"
POLICE = "suspected_by_authorities"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ((FRONT, "accused_by_other", "Ines Valk"), (FRONT, "denied", FRONT), Verdict.DISPUTED),
        ((FRONT, "accused_by_other", "Ines Valk"), (FRONT, "mentioned", "author"), Verdict.SINGLE_ORIGIN),
        ((FRONT, "mentioned", "author"), (HAND, "mentioned", "author"), Verdict.UNSOURCED),
        ((FRONT, "stated_by_author", "author"), (FRONT, "claimed", FRONT), Verdict.SINGLE_ORIGIN),
        (
            (FRONT, "accused_by_other", "Ines Valk"),
            ("Ines Valk", "accused_by_other", FRONT),
            Verdict.DISPUTED,
        ),
        (
            (HAND, "accused_by_other", "Ines Valk"),
            ("Sudmark", "accused_by_other", "Bo Lind"),
            Verdict.DISPUTED,
        ),
        ((HAND, POLICE, "Norland police"), (HAND, "accused_by_other", "Bo Lind"), Verdict.CORROBORATED),
        ((HAND, POLICE, "Norland police"), ("Ole Dahl", POLICE, "Bo Lind"), Verdict.COMPATIBLE),
    ],
)
def test_responsibility_is_a_set_of_rows(
    one: tuple[str, str, str], other: tuple[str, str, str], verdict: Verdict
) -> None:
    (party, status, source), (second, its_status, its_source) = one, other
    dossier = said_by_outlets(
        "responsibility",
        ("Post", Responsibility(party=party, status=status), source),
        ("Times", Responsibility(party=second, status=its_status), its_source),
    )
    assert finding_of(dossier, "responsibility").verdict is verdict


def test_hypotheses_are_neutral_and_always_hold_an_open_one() -> None:
    dossier = said_by_outlets(
        "responsibility",
        ("Post", Responsibility(party="Dawn Front", status="accused_by_other"), "Ines Valk"),
        ("Times", Responsibility(party="the Dawn Front", status="denied"), "Dawn Front"),
    )
    first, last = dossier.hypotheses
    assert first.statement == "Responsibility of the Dawn Front, as put by the reports"
    assert [row.status for row in first.rows] == ["accused_by_other", "denied"]
    assert last.rows == ()


def test_nobody_is_asked_for_what_is_answered() -> None:
    dossier = said_by_outlets("killed", ("Post", exactly(15), "author"))
    texts = [question.text for question in dossier.questions]
    assert "The one report does not say whether anyone was hurt." in texts
    assert not any("killed" in text for text in texts)


def test_no_arrests_as_of_a_day_is_a_step_and_silence_is_none() -> None:
    dossier = said_by_outlets("arrested", ("Post", exactly(0), "Norland police"))
    (step,) = dossier.accountability
    assert (step.step, step.as_of, step.body) == ("no arrest", "2031-05-04", "Norland police")
    assert said_by_outlets("killed", ("Post", exactly(1), "author")).accountability == ()


def test_the_account_covers_only_the_reports_that_are_there() -> None:
    report = make_report("Fifteen died.", outlet="Post")
    gone = make_report("Sixteen died.", outlet="Times")
    stray = extract(gone, make_claim(gone, "Sixteen", exactly(16)))
    found = extract(report, make_claim(report, "Fifteen", exactly(15)))
    dossier = reconcile([report], [stray, found], sayso_version="0")
    assert len(dossier.claims) == 1
    assert dossier.claims[0].event == dossier.events[0].id
    assert replace(main_event(report), id=dossier.claims[0].event).main


def test_a_voice_that_gives_both_figures_contradicts_nobody() -> None:
    radio = make_report("It was at 6.05. Or at 6.15.", outlet="Radio")
    post = make_report("It was at 6.05.", outlet="Post")
    dossier = make_dossier(
        (
            radio,
            extract(
                radio,
                make_claim(radio, "6.05", TimeOfDay(text="6.05 a.m.", zone=None), slot="time"),
                make_claim(radio, "6.15", TimeOfDay(text="6.15 a.m.", zone=None), slot="time"),
            ),
        ),
        (post, extract(post, make_claim(post, "6.05", TimeOfDay(text="6.05 a.m.", zone=None), slot="time"))),
    )
    assert finding_of(dossier, "time").verdict is Verdict.CORROBORATED


def test_a_short_word_for_a_party_is_understood_within_its_report() -> None:
    post = make_report("The Norland-backed armed groups are blamed. The groups denied it.", outlet="Post")
    blamed = Responsibility(party="Norland-backed armed groups", status="blamed_unsourced")
    denied = Responsibility(party="the groups", status="denied")
    dossier = make_dossier((
        post,
        extract(
            post,
            make_claim(post, "blamed", blamed, slot="responsibility"),
            make_claim(post, "denied", denied, slot="responsibility", source="The groups"),
        ),
    ))  # fmt: skip
    assert finding_of(dossier, "responsibility").verdict is Verdict.DISPUTED


def test_a_party_by_its_surname_and_its_full_name_is_one() -> None:
    post = make_report("Ole Dahl did it, Bo Lind said.", outlet="Post")
    times = make_report("Dahl did it, the police said.", outlet="Times")
    accused = Responsibility(party="Ole Dahl", status="accused_by_other")
    again = Responsibility(party="Dahl", status="accused_by_other")
    dossier = make_dossier(
        (
            post,
            extract(
                post,
                make_claim(post, "did it", accused, slot="responsibility", source="Bo Lind"),
                mentions=(make_mention(post, "Ole Dahl"),),
            ),
        ),
        (
            times,
            extract(
                times,
                make_claim(times, "did it", again, slot="responsibility", source="Norland police"),
                mentions=(make_mention(times, "Dahl"),),
            ),
        ),
    )
    finding = finding_of(dossier, "responsibility")
    assert [value.text for value in finding.values] == ["Ole Dahl: accused by another"]
    assert finding.verdict is Verdict.CORROBORATED


def killed_in(*rows: tuple[str, str, str, int]) -> Dossier:
    """One report for each row of outlet, day, wording and number killed."""
    pairs = []
    for place, (outlet, day, words, number) in enumerate(rows):
        report = make_report(f"{outlet}: {words}.", outlet=outlet, file=f"{place}.txt", day=day)
        pairs.append((report, extract(report, make_claim(report, words, exactly(number)))))
    return make_dossier(*pairs)


def test_one_death_brought_up_is_no_rival_to_a_toll() -> None:
    rows = (("Post", "2031-05-04", "three people died", 3), ("Times", "2031-05-09", "a man died", 1))
    finding = finding_of(killed_in(*rows), "killed")
    assert finding.verdict is Verdict.CORROBORATED
    assert (finding.low, finding.best, finding.high) == (3, 3, 3)


def test_one_death_counted_is_a_rival_to_a_toll() -> None:
    rows = (("Post", "2031-05-04", "three people died", 3), ("Times", "2031-05-04", "only one man died", 1))
    assert finding_of(killed_in(*rows), "killed").verdict is Verdict.DISPUTED


def test_one_death_alone_is_a_toll_of_one() -> None:
    rows = (("Post", "2031-05-04", "a man died", 1), ("Times", "2031-05-04", "a teacher died", 1))
    finding = finding_of(killed_in(*rows), "killed")
    assert (finding.low, finding.best, finding.high) == (1, 1, 1)


def hurt_then_dead(killed_first: int, killed_later: int, words: str) -> Dossier:
    first = make_report("Two people were hurt. One died.", outlet="Post", file="0.txt", day="2031-05-04")
    later = make_report(f"Times: {words}.", outlet="Times", file="1.txt", day="2031-05-09")
    hurt = make_claim(first, "Two people were hurt", exactly(2), slot="injured")
    dead = [make_claim(first, "One died", exactly(killed_first))] if killed_first else []
    return make_dossier(
        (first, extract(first, hurt, *dead)),
        (later, extract(later, make_claim(later, words, exactly(killed_later)))),
    )


def test_of_the_injured_those_who_died_since_may_be_fewer() -> None:
    finding = finding_of(hurt_then_dead(0, 1, "one man died"), "injured")
    assert (finding.low, finding.best, finding.high) == (1, 2, 2)


def test_deaths_told_of_again_leave_the_injured_as_they_were() -> None:
    assert finding_of(hurt_then_dead(1, 1, "one man died"), "injured").low == 2
    assert finding_of(hurt_then_dead(1, 3, "three were killed at once"), "injured").low == 2


def test_a_toll_with_the_gunman_and_one_without_are_two_readings() -> None:
    first = make_report("Five people died. So did the gunman.", outlet="Post", file="0.txt")
    later = make_report("Four people died.", outlet="Times", file="1.txt")
    finding = finding_of(
        make_dossier(
            (
                first,
                extract(
                    first,
                    make_claim(first, "Five people died", exactly(5)),
                    make_claim(first, "the gunman", exactly(1), group="attackers"),
                ),
            ),
            (later, extract(later, make_claim(later, "Four people died", exactly(4)))),
        ),
        "killed",
    )
    assert finding.why.endswith("Without the attackers it is 4, with them 5.")

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sayso.model.claims import Modality
from sayso.model.dossier import Finding, Verdict
from sayso.model.values import (
    Answer,
    Claimed,
    Condition,
    Count,
    Days,
    Measure,
    Responsibility,
    Text,
    TimeOfDay,
    Value,
)
from sayso.render import render_markdown, render_summary
from sayso.render.headline import headline, in_brief
from sayso.render.lookup import Lookup
from sayso.render.phrases import ISOLATE, LOADED, plain, value_words
from sayso.render.voices import chain_words
from sayso.render.wording import sentence_for
from tests.render.factory import BY_ID, R1, make_claim, make_dossier

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier

BANNED = re.compile(
    r"\b(terroris\w*|murder\w*|guilty|admitted|claimed|confirmed|clearly|allegedly)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^”]*”")


def _finding(dossier: Dossier, finding: str) -> Finding:
    return next(one for one in dossier.findings if one.id == finding)


def _sentence(finding: str, dossier: Dossier | None = None) -> str:
    dossier = dossier or make_dossier()
    return sentence_for(_finding(dossier, finding), Lookup.of(dossier))


@pytest.mark.parametrize(
    ("value", "wording", "words"),
    [
        (Count(lo=6, hi=6), "six", "6"),
        (Count(lo=0, hi=0), "no one", "none"),
        (Count(lo=12, hi=None), "at least 12", "at least 12"),
        (Count(lo=12, hi=None), "dozens of people", "dozens (12 or more)"),
        (Count(lo=2, hi=None), "guards", "several (2 or more)"),
        (Count(lo=2, hi=None), "At least two people", "at least 2"),
        (Count(lo=10_000, hi=None), "tens of thousands", "tens of thousands (10,000 or more)"),
        (Count(lo=40, hi=None), "40 or more, some of them guards", "at least 40"),
        (Count(lo=3, hi=5), "3 to 5", "between 3 and 5"),
        (Count(lo=0, hi=9), "up to 9", "up to 9"),
        (Count(lo=12000, hi=12000), "12,000", "12,000"),
        (Measure(lo=6.1, hi=6.1, unit="magnitude"), "6.1", "6.1 magnitude"),
        (Days(start="2031-03-03", end="2031-03-03"), "Monday", "3 March 2031"),
        (Days(start="2031-02-27", end="2031-03-02"), "late", "27 February to 2 March 2031"),
        (Days(start="2030-12-30", end="2031-01-02"), "turn", "30 December 2030 to 2 January 2031"),
        (Days(start="2031-01-01", end="2031-12-31"), "2031", "2031"),
        (Days(start="2031-03-01", end="2031-03-31"), "March", "March 2031"),
        (Days(start="2020-01-01", end="2029-12-31"), "the 2020s", "2020 to 2029"),
        (Days(start="0001-01-01", end="9999-12-31"), "ever", "1 January 1 to 31 December 9999"),
        (Days(start="soon", end="soon"), "soon", "soon"),
        (TimeOfDay(text="at noon", zone="UTC"), "at noon", "at noon (UTC)"),
        (Text(text="lorry"), "a lorry", "lorry"),
        (Text(text="terrorist hideout"), "the terrorist hideout", "“the terrorist hideout”"),
        (Condition(person="Ilva Tarrin", state="minor"), "hurt", "Ilva Tarrin: slightly hurt"),
        (Responsibility(party="The Reed Front", status="denied"), "denied", "denial by The Reed Front"),
        (Claimed(answer="no", party=None), "nobody", "nobody has taken responsibility"),
        (Claimed(answer="yes", party="The Reed Front"), "we", "The Reed Front took responsibility"),
        (Answer(answer="no"), "is false", "no"),
    ],
)
def test_a_value_is_told_in_plain_words(value: Value, wording: str, words: str) -> None:
    assert value_words(value, wording=wording) == words


def test_a_dispute_names_every_side_and_says_neither_but_nor_who_is_right() -> None:
    told = _sentence("fnd-killed-blast")
    assert told.startswith("Accounts differ on the number of people killed: ")
    assert (
        "unnamed interior ministry spokesman (The Daily Bell, 4 March 2031; Norda, 3 March 2031) says 6"
        in told
    )
    assert "unnamed security official (Norda, 3 March 2031) says at least 9" in told
    assert " but " not in told


def test_what_one_origin_says_is_given_to_it() -> None:
    assert _sentence("fnd-time-blast") == (
        "According to Norda (3 March 2031), the time of day is about 5.10 pm."
    )


def test_agreed_harm_and_place_are_told_outright_and_agreed_weapons_are_not() -> None:
    assert _sentence("fnd-killed-march") == "1 person was killed."
    assert _sentence("fnd-place-blast") == "The place is Ostrel, Velmora."
    dossier = make_dossier()
    weapon = replace(_finding(dossier, "fnd-weapon-blast"), verdict=Verdict.CORROBORATED)
    told = sentence_for(weapon, Lookup.of(dossier))
    assert told == "On the weapon independent accounts agree: Norda (3 March 2031) says bomb."


def test_blame_is_always_somebodys_and_comes_with_the_denial() -> None:
    assert _sentence("fnd-responsibility-blast") == (
        "Osk Brandel (The Daily Bell, 4 March 2031) accused The Reed Front; "
        "The Reed Front (The Daily Bell, 4 March 2031) denied it."
    )


def test_blame_without_a_denial_says_that_the_party_is_not_heard() -> None:
    dossier = make_dossier()
    finding = _finding(dossier, "fnd-responsibility-blast")
    alone = replace(finding, values=finding.values[:1], verdict=Verdict.SINGLE_ORIGIN)
    assert sentence_for(alone, Lookup.of(dossier)).endswith(
        "No response from The Reed Front in these reports."
    )


@pytest.mark.parametrize(
    "status",
    [
        "convicted",
        "claimed",
        "accused_by_other",
        "suspected_by_authorities",
        "blamed_unsourced",
        "stated_by_author",
        "mentioned",
        "denied",
        "cleared",
    ],
)
def test_every_status_of_blame_is_told_by_its_speaker_in_words_that_judge_nobody(status: str) -> None:
    dossier = make_dossier()
    claim = replace(BY_ID["clm-accuse"], value=Responsibility(party="The Reed Front", status=status))
    lookup = Lookup.of(replace(dossier, claims=(claim,)))
    finding = _finding(dossier, "fnd-responsibility-blast")
    value = replace(finding.values[0], value=claim.value)
    told = sentence_for(replace(finding, values=(value,)), lookup)
    assert told.startswith("Osk Brandel (The Daily Bell, 4 March 2031) ")
    assert "The Reed Front" in told
    assert not BANNED.search(told)


def test_what_nobody_reports_is_not_called_absent() -> None:
    assert _sentence("fnd-arrested-blast") == "None of the 3 reports gives the number of people arrested."


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_a_sentence_that_names_who_says_so(verdict: Verdict) -> None:
    dossier = make_dossier()
    told = sentence_for(replace(_finding(dossier, "fnd-measure-blast"), verdict=verdict), Lookup.of(dossier))
    assert told.endswith(".")
    assert "Dov Merel (Norda, 3 March 2031)" in told or verdict is Verdict.NOT_REPORTED


@pytest.mark.parametrize(
    ("modality", "words"),
    [(Modality.SPECULATED, "put it as a possibility"), (Modality.DENIED, "denied it")],
)
def test_a_doubt_or_denial_is_not_told_as_an_assertion(modality: Modality, words: str) -> None:
    dossier = make_dossier()
    doubtful = replace(BY_ID["clm-charge"], modality=modality)
    lookup = Lookup.of(replace(dossier, claims=(doubtful,)))
    finding = replace(_finding(dossier, "fnd-measure-blast"), verdict=Verdict.SINGLE_ORIGIN)
    assert words in sentence_for(finding, lookup)


def test_a_chain_runs_from_the_outlet_inward() -> None:
    words = chain_words(BY_ID["clm-six-bell"], Lookup.of(make_dossier()))
    assert words == "The Daily Bell ← Norda ← unnamed interior ministry spokesman"


def test_a_bare_claim_has_the_outlet_alone_for_a_chain() -> None:
    assert chain_words(BY_ID["clm-weapon"], Lookup.of(make_dossier())) == "Norda"


def test_the_headline_tells_what_is_agreed() -> None:
    assert headline(Lookup.of(make_dossier())) == "Bombing in Ostrel, Velmora, 3 March 2031"


def _without(*slots: str) -> Lookup:
    dossier = make_dossier()
    kept = tuple(
        replace(one, verdict=Verdict.SINGLE_ORIGIN) if one.slot in slots else one for one in dossier.findings
    )
    return Lookup.of(replace(dossier, findings=kept))


def test_the_headline_gives_what_is_not_agreed_as_reported() -> None:
    assert headline(_without("place")) == "Bombing reported in Ostrel, 3 March 2031"
    assert headline(_without("place", "date")) == ("Reports of bombing in Ostrel, 3 March 2031")


def test_the_headline_of_one_report_is_that_reports() -> None:
    dossier = replace(make_dossier(), reports=(R1,))
    assert headline(Lookup.of(dossier)).startswith("According to The Daily Bell: bombing")


def test_a_dossier_without_an_incident_says_so() -> None:
    empty = replace(make_dossier(), events=(), findings=(), claims=(), reports=())
    assert headline(Lookup.of(empty)) == "No incident was found in these reports"
    assert in_brief(Lookup.of(empty))[0].startswith("0 reports from 0 outlets")


def test_own_voice_uses_no_word_that_judges() -> None:
    dossier = make_dossier()
    lookup = Lookup.of(dossier)
    texts = [sentence_for(finding, lookup) for finding in dossier.findings]
    texts += [render_summary(dossier), *in_brief(lookup), headline(lookup)]
    texts += [
        line for line in render_markdown(dossier).splitlines() if "clm-" not in line and "post" not in line
    ]
    for text in texts:
        own = QUOTED.sub("", text)
        assert not BANNED.search(own), own
        assert not re.search(r"\balleged", own), own


def test_direction_controls_of_a_name_do_not_reach_our_sentences() -> None:
    assert plain("a\u202eb\u2066c") == "abc"
    assert plain("שלום").startswith(ISOLATE)


def test_loaded_words_are_known_in_any_case() -> None:
    assert LOADED.search("TERRORISTS")
    assert not LOADED.search("terrace")


def test_a_vague_number_in_a_sentence_needs_no_explanation() -> None:
    guards = make_claim("dozens", "injured", Count(lo=12, hi=None), R1.span(0, 5), group="guards")
    dossier = make_dossier()
    finding = _finding(dossier, "fnd-injured-blast")
    value = replace(finding.values[0], value=guards.value, claims=(guards.id,))
    lookup = Lookup.of(replace(dossier, claims=(replace(guards, wording="dozens of guards"),)))
    told = sentence_for(replace(finding, values=(value,), verdict=Verdict.SINGLE_ORIGIN), lookup)
    assert told == "According to The Daily Bell (4 March 2031), dozens of guards were injured."

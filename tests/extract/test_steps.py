"""What was done about an incident is read by grammar, and other cases stay apart (STANDARDS 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.annotate import load_annotator
from sayso.extract.report import extract_report
from tests.reports import bare_report

if TYPE_CHECKING:
    from sayso.model.extraction import Extraction, StepMention

LEAD = "Bomb kills three at Orvel market\n\nA bomb killed three people at a market in Orvel on Monday.\n\n"
DAY = "2031-05-07"


def extract(sentence: str) -> Extraction:
    return extract_report(load_annotator().annotate(bare_report(LEAD + sentence, titled=True, day=DAY)))


def steps(sentence: str) -> list[StepMention]:
    return [step for step in extract(sentence).steps if step.span.start >= len(LEAD)]


def told(sentence: str) -> set[str]:
    """The steps that a sentence tells of the incident itself."""
    found = extract(sentence)
    main = {event.id for event in found.events if event.main}
    return {
        f"{'' if step.taken else 'no '}{step.step}"
        for step in found.steps
        if step.event in main and step.span.start >= len(LEAD)
    }


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("The opposition called for an independent investigation into the bombing.", "investigation_called"),
        ("The bombing must be investigated, the mayor said.", "investigation_called"),
        ("Norland offered to help with the investigation.", "help_offered"),
        ("Police have launched an investigation into the bombing.", "opened"),
        ("A commission was formed on Tuesday to look into it.", "opened"),
        ("The attack is being investigated by federal agents.", "opened"),
        ("Anyone with information about the attack is asked to call the police.", "help_sought"),
        ("Investigators recovered fragments of the device from the roof.", "evidence_collected"),
        ("Several shell casings were recovered at the scene.", "evidence_collected"),
        ("Critics called it a sloppy investigation.", "mishandled"),
        ("The squad failed to collect fingerprints from the car.", "mishandled"),
        ("The lawyer accused the police of obstructing the investigation.", "mishandled"),
        ("The interior minister presented the findings on Wednesday.", "findings_presented"),
        ("An autopsy found that all three had died of burns.", "findings_presented"),
        ("The president said he knew who had ordered the attack.", "suspects_known_unnamed"),
        ("Police identified the suspect as Anton Velk.", "named"),
        ("The police have yet to name any suspects.", "no named"),
        ("An arrest warrant was issued for a second man.", "warrant"),
        ("A suspect was taken into custody without incident.", "arrest"),
        ("No arrests have been made.", "no arrest"),
        ("Anton Velk was released on bail.", "release"),
        ("Anton Velk has been charged with murder.", "charged"),
        ("Nobody has been charged.", "no charged"),
        ("Anton Velk pleaded not guilty on Tuesday.", "trial"),
        ("Anton Velk was convicted of the bombing.", "convicted"),
        ("Anton Velk was acquitted.", "acquitted"),
        ("Prosecutors dropped all charges against him.", "dismissed"),
        ("His lawyers appealed against the verdict.", "appeal"),
        ("The police closed the case.", "closed"),
        ("The investigation has made little progress.", "stalled"),
        ("Nobody has been held to account.", "no_action"),
    ],
)
def test_each_step_is_read_from_a_plain_sentence(sentence: str, step: str) -> None:
    assert step in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anyone who is arrested will be charged.",
        "If convicted, he faces life in prison.",
        "A reward leading to the arrest of the bombers was offered.",
        "All the wounded were treated and released from hospital.",
        "The station showed footage of the burning market.",
        "He found the gun in a drawer, his sister said.",
        "The minister vowed that the crime would not go unpunished.",
        "Anton Velk, who has a criminal record, was arrested twice.",
        "Norland opposes the extradition of bankers charged with fraud.",
    ],
)
def test_what_is_planned_supposed_or_another_matter_is_no_step(sentence: str) -> None:
    assert not told(sentence) & {
        "arrest", "charged", "convicted", "release", "findings_presented", "evidence_collected", "no_action"
    }  # fmt: skip


def test_upper_case_dispatches_are_read_too() -> None:
    text = "BOMB KILLS THREE AT MARKET\n\nA BOMB KILLED THREE PEOPLE AT A MARKET ON MONDAY. "
    more = "POLICE ARRESTED TWO MEN. THE INVESTIGATION CONTINUES. NO CHARGES HAVE BEEN FILED."
    found = extract_report(load_annotator().annotate(bare_report(text + more, titled=True, day=DAY)))
    names = {f"{'' if step.taken else 'no '}{step.step}" for step in found.steps}
    assert {"arrest", "opened", "no charged"} <= names


def test_who_takes_a_step_and_whom_it_is_about_are_told_apart() -> None:
    (step,) = (one for one in steps("Orvel police arrested Anton Velk on Tuesday.") if one.step == "arrest")
    assert (step.body, step.person) == ("Orvel police", "Anton Velk")
    assert step.date is not None
    assert step.date.start == "2031-05-06"


def test_a_pronoun_never_says_of_somebody_that_they_were_charged() -> None:
    found = steps("“He is being charged with murder,” said Sergeant Otto Brand.")
    assert all(step.person is None for step in found)


def test_the_earlier_arrest_of_somebody_else_is_another_case() -> None:
    found = extract(
        "In March 2029 the army arrested the militia commander Ruben Karst. "
        "Karst was also charged with attacks on a base, with bombs identical to the one used at the market "
        "on Monday."
    )
    main = {event.id for event in found.events if event.main}
    held = [step for step in found.steps if step.step in {"arrest", "charged"}]
    assert held
    assert not [step for step in held if step.event in main]


def test_a_step_taken_later_belongs_to_the_incident() -> None:
    assert "charged" in told("On Wednesday Anton Velk was charged with the bombing.")


def test_a_number_of_people_arrested_is_not_told_twice() -> None:
    found = extract("Police arrested three men.")
    assert [claim.slot for claim in found.claims if "arrest" in claim.slot] == ["arrested"]


def test_what_was_gathered_is_told_by_its_things() -> None:
    claims = extract("Investigators recovered fragments of a timer from the roof.").claims
    answers = [c.value.answer for c in claims if c.slot == "fact:what evidence was collected"]  # type: ignore[attr-defined]
    assert answers == ["fragments of a timer"]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Officials said the blast was an accident caused by a gas leak.", "yes"),
        ("The blast was no accident, the mayor said.", "no"),
        ("Police do not believe that the blast was intentional.", "yes"),
    ],
)
def test_talk_of_an_accident_is_kept_with_its_answer(sentence: str, answer: str) -> None:
    claims = [claim for claim in extract(sentence).claims if claim.slot == "fact:was it an accident"]
    assert [claim.value.answer for claim in claims] == [answer]  # type: ignore[attr-defined]


def test_an_open_release_follows_the_arrest_told_last_and_none_without_one() -> None:
    assert "release" not in told("The docks were quiet. All but two have been released.")
    assert "release" in told("Police arrested four men on Tuesday. All of them have been released.")


def test_a_surname_that_a_victim_shares_does_not_say_that_the_victim_was_charged() -> None:
    found = steps("Anton Velk shot his brother Emil Marek Velk, police said. Velk was charged with murder.")
    assert [step.person for step in found if step.step == "charged"] == ["Velk"]


def test_what_followed_that_case_is_no_step_of_this_one() -> None:
    assert not told("A gunman killed two in Lorvan in 2028. Ruben Karst was convicted in that case.")

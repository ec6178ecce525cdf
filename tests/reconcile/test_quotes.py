from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.claims import SourceKind

from .factory import extract, make_dossier, make_mention, make_quote, make_report

if TYPE_CHECKING:
    from sayso.model.claims import Attribution
    from sayso.model.dossier import Dossier
    from sayso.model.reports import Report

POST = make_report("“We did not order the gate closed that night,” Ines Valk said.", outlet="Lorvan Post")
TIMES = make_report(
    "Valk said: “We ordered the gate closed that night.” Ines Valk is mayor.", outlet="Norland Times"
)
RADIO = make_report("“The bridge opens again on Friday,” Ines Valk said.", outlet="Harbour Radio")


def test_two_renderings_of_one_utterance_are_matched_and_a_lost_negation_pointed_out() -> None:
    dossier = make_dossier(
        (
            POST,
            extract(
                POST, said=(make_quote(POST, "Ines Valk", "We did not order the gate closed that night"),)
            ),
        ),
        (
            TIMES,
            extract(TIMES, said=(make_quote(TIMES, "Ines Valk", "We ordered the gate closed that night"),)),
        ),
        (RADIO, extract(RADIO, said=(make_quote(RADIO, "Ines Valk", "The bridge opens again on Friday"),))),
    )
    (group,) = dossier.quotes
    assert group.speaker == "Ines Valk"
    assert len(group.attributions) == 2
    assert group.differences[0] == (
        "A negation (“not”) stands in Lorvan Post and not in Norland Times:"
        " “We did not order the gate” beside “We ordered the gate closed”."
    )
    assert "Only in Norland Times: ordered." in group.differences
    assert {span.text for span in group.spans} == {
        "We did not order the gate closed that night", "We ordered the gate closed that night"
    }  # fmt: skip


def make_unattributed(report: Report, words: str) -> Attribution:
    """A quotation that the report gives in its own name."""
    made = make_quote(report, "our own translation", words)
    return replace(made, source=replace(made.source, description="author", kind=SourceKind.AUTHOR))


def quote_in_each(*said: tuple[str, str, str]) -> Dossier:
    """One report for each outlet, speaker and words; the words stand in quotation marks."""
    pairs = []
    for outlet, speaker, words in said:
        report = make_report(f"{speaker} said this in {outlet}: “{words}”", outlet=outlet)
        pairs.append((report, extract(report, said=(make_quote(report, speaker, words),))))
    return make_dossier(*pairs)


def test_a_negation_lost_beside_another_that_is_kept_is_pointed_out() -> None:
    dossier = quote_in_each(
        ("Lorvan Post", "Ines Valk", "The storm will not frighten the pilots, and no beacon will be dimmed"),
        ("Norland Times", "Ines Valk", "The storm will not frighten the pilots and will dim a beacon"),
    )
    (group,) = dossier.quotes
    assert [line for line in group.differences if "negation" in line] == [
        (
            "A negation (“no”) stands in Lorvan Post and not in Norland Times:"
            " “the pilots, and no beacon will be” beside “will dim a beacon”."
        )
    ]


def test_nothing_less_than_and_not_only_deny_nothing() -> None:
    dossier = quote_in_each(
        ("Lorvan Post", "Ines Valk", "Nothing less than the future of the harbour is at stake"),
        ("Norland Times", "Ines Valk", "The future of the harbour is at stake"),
    )
    (group,) = dossier.quotes
    assert not any("negation" in line for line in group.differences)


def test_two_excerpts_of_different_parts_of_one_sentence_are_two_utterances() -> None:
    dossier = quote_in_each(
        ("Lorvan Post", "Ines Valk", "the bakers lit their ovens"),
        ("Norland Times", "Ines Valk", "every lantern was carried home"),
        (
            "Harbour Radio",
            "Ines Valk",
            "The bakers lit their ovens at four, and every lantern was carried home",
        ),
    )
    assert [len(group.attributions) for group in dossier.quotes] == [2, 2]
    assert {span.text for group in dossier.quotes for span in group.spans} >= {
        "bakers lit their ovens", "every lantern was carried home"
    }  # fmt: skip


def test_a_long_sentence_is_one_utterance_though_reports_differ_on_the_speaker_and_that_is_told() -> None:
    dossier = quote_in_each(
        (
            "Lorvan Post",
            "Ines Valk",
            "No baker of this town would trade a brick oven for the lantern of a stranger",
        ),
        (
            "Norland Times",
            "Bo Lind",
            "no baker in this town would swap a brick oven for the lantern of a stranger",
        ),
    )
    (group,) = dossier.quotes
    assert group.differences[0] == "Given to Ines Valk in Lorvan Post and Bo Lind in Norland Times."


def test_words_given_in_the_reports_own_translation_are_those_of_whom_the_paragraph_names() -> None:
    first = make_report(
        "Ines Valk said: “I was not hurt. I do not know the porter, and I will not guess."
        " Let the wardens search.”",
        outlet="Lorvan Post",
    )
    second = make_report(
        "Ines Valk's statement is given in our own translation:"
        " “I was not harmed. I know the porter, and I will not guess. The wardens must search.”",
        outlet="Norland Times",
    )
    words = "I was not hurt. I do not know the porter, and I will not guess. Let the wardens search"
    ours = "I was not harmed. I know the porter, and I will not guess. The wardens must search"
    dossier = make_dossier(
        (first, extract(
            first, said=(make_quote(first, "Ines Valk", words),), mentions=(make_mention(first, "Ines Valk"),)
        )),
        (second, extract(
            second, said=(make_unattributed(second, ours),), mentions=(make_mention(second, "Ines Valk"),)
        )),
    )  # fmt: skip
    (group,) = dossier.quotes
    assert group.speaker == "Ines Valk"
    assert any(line.startswith("A negation (“not”) stands in Lorvan Post") for line in group.differences)


def test_order_and_number_of_copies_change_nothing_but_the_members() -> None:
    said = [
        (f"Outlet {number}", "Ines Valk", "The ferry left the old pier before the bells rang")
        for number in range(30)
    ]
    (group,) = quote_in_each(*said).quotes
    (turned,) = quote_in_each(*reversed(said)).quotes
    assert group == turned
    assert len(group.attributions) == 30
    assert group.differences == ()


def test_the_same_words_of_two_speakers_are_two_utterances() -> None:
    first = make_report("“We will rebuild every stall,” Ines Valk said.", outlet="Lorvan Post")
    second = make_report("“We will rebuild every stall,” Bo Lind said.", outlet="Norland Times")
    words = "We will rebuild every stall"
    dossier = make_dossier(
        (first, extract(first, said=(make_quote(first, "Ines Valk", words),))),
        (second, extract(second, said=(make_quote(second, "Bo Lind", words),))),
    )
    assert dossier.quotes == ()


def test_a_phrase_anybody_may_use_is_no_match() -> None:
    words = "a cowardly attack"
    pairs = []
    for outlet in ("Lorvan Post", "Norland Times"):
        report = make_report(f"Ines Valk spoke of “{words}” in {outlet}.", outlet=outlet)
        pairs.append((report, extract(report, said=(make_quote(report, "Ines Valk", words),))))
    assert make_dossier(*pairs).quotes == ()

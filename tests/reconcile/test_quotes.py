from __future__ import annotations

from .factory import extract, make_dossier, make_quote, make_report

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
    assert group.differences[0] == "A negation (“not”) stands in Lorvan Post and not in Norland Times."
    assert "Only in Norland Times: ordered." in group.differences


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

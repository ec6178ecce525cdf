from __future__ import annotations

import pytest

from sayso.annotate import load_annotator
from sayso.annotate.shadow import true_case
from tests.reports import bare_report


@pytest.mark.parametrize(
    "text",
    [
        "Police in Vienna said on Thursday that two people were killed.",
        "The villages on the river were flooded, and the casualties are not known.",
        "President Harper met the Kenyan delegation in Lisbon.",
        "The Supreme Court and the White House declined to comment.",
        "He said that Mr. Carson had left Nairobi with his children.",
    ],
)
def test_capitals_are_undone(text: str) -> None:
    is_word = load_annotator().is_word
    assert true_case(text.upper(), is_word=is_word, acronyms=frozenset()) == text


def test_an_acronym_in_brackets_raises_the_words_it_stands_for() -> None:
    text = "THE HARBOUR RESCUE SERVICE (HRS) WAS CALLED."
    cased = true_case(text, is_word=load_annotator().is_word, acronyms=frozenset({"HRS"}))
    assert cased == "The Harbour Rescue Service (HRS) was called."


def test_a_word_in_brackets_is_no_acronym() -> None:
    cased = true_case("HE SAW (THE) BRIDGE.", is_word=load_annotator().is_word, acronyms=frozenset({"THE"}))
    assert cased == "He saw (the) bridge."


def test_a_gloss_in_square_brackets_breaks_no_sentence() -> None:
    body = "REBELS OF THE HARBOUR FRONT [HF] RAIDED THE TOWN OF ORVEL [DESSA PROVINCE] ON MONDAY."
    text = f"RAID IN DESSA\n\n{body}\n"
    layers = load_annotator().annotate(bare_report(text))
    assert body in [text[one.start : one.end].strip() for one in layers.sentences]

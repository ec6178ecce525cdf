"""What stands before a report's first sentence is no part of its grammar."""

from __future__ import annotations

import pytest

from sayso.annotate import load_annotator
from sayso.reading.reports import find_dispatch
from tests.reports import bare_report


@pytest.mark.parametrize(
    "opening", ["ZELIN, 7 NOV 31 (NEWSREEL) -- [TEXT] ", "ORVEL (Reuters) - ", "[TEXT] ", "(NWN) "]
)
def test_the_first_sentence_has_its_own_subject(opening: str) -> None:
    text = f"{opening}The Harbour Front attacked a warehouse on Monday."
    report = bare_report(text)
    layers = load_annotator().annotate(bare_report(text, dateline=find_dispatch(report)))
    verb = next(i for i, token in enumerate(layers.tokens) if token.text == "attacked")
    subject = next(layers.tokens[i] for i in layers.children[verb] if layers.tokens[i].dep == "nsubj")
    assert subject.text == "Front"
    assert layers.sentences[-1].start == text.index("The Harbour")


def test_a_parenthesis_that_is_a_sentence_stays_in_its_paragraph() -> None:
    text = "(He was not hurt.) She was."
    layers = load_annotator().annotate(bare_report(text))
    assert {sentence.paragraph for sentence in layers.sentences} == {0}
    assert "".join(t.text for t in layers.tokens) == text.replace(" ", "")

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sayso.annotate.learned.phrases import FACTS, LONGEST, facts_of, find_phrases, noun_phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.annotate.learned.phrases import Phrase
    from sayso.model.layers import Layers

    Lay = Callable[..., Layers]

TEXT = (
    "A group of ten heavily armed men of the Red Dawn Front killed Mayor Luis Ordaz with a car bomb. "
    "The Red Dawn Front said that Ordaz was warned."
)


def phrases(layers: Layers) -> list[Phrase]:
    order = np.arange(len(layers.tokens))
    rows = np.array([token.sentence for token in layers.tokens], dtype=np.int64)
    return find_phrases(order, rows, layers.tokens)


@pytest.mark.parametrize("text", [TEXT, TEXT.upper()])
@pytest.mark.parametrize(
    "wanted",
    [
        "group",
        "group of ten heavily armed men",
        "armed men",
        "men",
        "red dawn front",
        "luis ordaz",
        "car bomb",
    ],
)
def test_long_and_short_readings_of_noun_phrases_are_found(lay: Lay, text: str, wanted: str) -> None:
    assert wanted in {" ".join(one.words) for one in phrases(lay(text))}


def test_a_string_is_one_phrase_wherever_it_stands(lay: Lay) -> None:
    found = phrases(lay(TEXT))
    names = [one.words for one in found]
    assert len(names) == len(set(names))
    (front,) = [one for one in found if one.words == ("red", "dawn", "front")]
    assert len(front.runs) == 2


def test_phrases_are_not_too_long_and_hold_a_word(lay: Lay) -> None:
    layers = lay(TEXT)
    assert all(0 < last - first <= LONGEST for first, last in noun_phrases(layers.tokens))
    assert all(one.words and all(one.words) for one in phrases(layers))


def test_every_phrase_has_its_facts(lay: Lay) -> None:
    layers = lay(TEXT)
    found = phrases(layers)
    order = np.arange(len(layers.tokens))
    rows = np.array([token.sentence for token in layers.tokens], dtype=np.int64)
    facts = facts_of(found, order, rows, layers.tokens)
    assert facts.shape == (len(found), FACTS)
    assert np.isfinite(facts).all()


def test_a_text_without_nouns_has_no_phrases(lay: Lay) -> None:
    assert phrases(lay("And then?")) == []

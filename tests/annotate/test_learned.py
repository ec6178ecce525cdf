from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.annotate.learned.decoding import LABELS, best_labels, find_groups, runs_by_role
from sayso.annotate.learned.encoder import load_learned
from sayso.annotate.learned.features import SIZES
from sayso.annotate.learned.pieces import MOST_PIECES, UNKNOWN, load_pieces
from sayso.annotate.learned.windows import LONGEST, cut_windows

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

    Lay = Callable[..., Layers]

LONG = "Dana Walker said that six people, among them a baker and his sister, had been hurt at the mill. "
SENTENCE = "The baker ran and the mill burned and the mayor came "


@pytest.mark.parametrize(
    "text",
    [LONG, LONG * 40, f"{LONG}\n\n" * 40, SENTENCE * 80, "", "x" * 4000, "https://a.example/" + "a1-" * 300],
)
def test_every_word_is_in_one_window_and_no_window_is_too_long(lay: Lay, text: str) -> None:
    layers = lay(text)
    windows = cut_windows(layers.tokens, layers.sentences, layers.quotes, layers.names)
    assert [i for window in windows for i in window.tokens] == list(range(len(layers.tokens)))
    for window in windows:
        assert len(window.pieces) <= LONGEST
        assert len(window.pieces) == len(window.features)
        assert (window.features < np.array(SIZES)).all()


def test_furniture_is_in_no_window(lay: Lay) -> None:
    layers = lay("Dana Walker said so.")
    furniture = tuple(
        type(s)(**{name: getattr(s, name) for name in s.__slots__} | {"furniture": True})
        for s in layers.sentences
    )
    assert cut_windows(layers.tokens, furniture, (), ()) == []


def test_words_are_cut_into_known_pieces_whatever_their_case_and_accents() -> None:
    pieces_of = load_pieces()
    assert pieces_of("Café") == pieces_of("cafe") == pieces_of("CAFE")
    assert pieces_of("''") == pieces_of('"')
    assert pieces_of("\u200f") == (UNKNOWN,)
    assert len(pieces_of("x1" * 100)) == MOST_PIECES


def test_a_label_inside_a_span_follows_only_its_own_beginning() -> None:
    head = load_learned()._attribution  # noqa: SLF001 - the shipped weights themselves
    for to, name in enumerate(LABELS):
        if name.startswith("I-"):
            others = [i for i, other in enumerate(LABELS) if other[2:] != name[2:]]
            assert (head["transitions"][others, to] < head["transitions"][to, to]).all()


@given(
    scores=st.lists(st.lists(st.floats(-5, 5), min_size=7, max_size=7), min_size=1, max_size=6),
    steps=st.lists(st.lists(st.floats(-5, 5), min_size=7, max_size=7), min_size=7, max_size=7),
)
def test_the_best_labels_are_no_worse_than_the_best_ones_one_by_one(
    scores: list[list[float]], steps: list[list[float]]
) -> None:
    head = {"transitions": np.array(steps), "first": np.zeros(7), "last": np.zeros(7)}
    table = np.array(scores)

    def worth(labels: list[int]) -> float:
        moves = sum(steps[a][b] for a, b in pairwise(labels))
        return float(sum(table[i, label] for i, label in enumerate(labels)) + moves)

    greedy = [int(row.argmax()) for row in table]
    alone = best_labels([table], head)
    assert worth(alone[0]) >= worth(greedy) - 1e-9
    assert best_labels([table[:1], table, table[:2]], head)[1] == alone[0]


@given(labels=st.lists(st.integers(0, 6), max_size=30))
def test_runs_hold_every_labelled_word_once(labels: list[int]) -> None:
    runs = [run for found in runs_by_role(labels).values() for run in found]
    inside = sorted(i for first, last in runs for i in range(first, last))
    assert inside == [i for i, label in enumerate(labels) if label]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.integers(1, 20), seed=st.integers(0, 99))
def test_any_states_give_groups_within_the_window(words: int, seed: int) -> None:
    head = load_learned()._attribution  # noqa: SLF001 - the shipped weights themselves
    chance = np.random.default_rng(seed)
    states = chance.normal(scale=3, size=(words, len(head["label_weight"]))).astype(np.float32)
    (groups,) = find_groups([states], head)
    for group in groups:
        for run in (group.source, group.cue, *group.content):
            assert run is None or 0 <= run[0] < run[1] <= words
        assert 0 <= group.certainty <= 1


def test_reading_a_report_twice_gives_the_same(lay: Lay) -> None:
    assert lay(LONG * 5).sayings == lay(LONG * 5).sayings


def test_a_verb_that_no_list_has_is_seen(lay: Lay) -> None:
    text = "Dana Walker quipped that the mill had never looked better."
    (saying,) = lay(text).sayings
    tokens = lay(text).tokens
    assert saying.cue is not None
    assert tokens[saying.cue[0]].text == "quipped"

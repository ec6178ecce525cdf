from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.render.segments import blocks, cut, find_excerpt, paragraph_at
from tests.render.factory import R1, R2, find, make_report

RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=8,
)


@given(RANGES)
def test_segments_cover_the_text_once_and_name_what_covers_them(ranges: list[tuple[int, int]]) -> None:
    segments = cut(ranges, start=0, end=45)
    assert segments[0].start == 0
    assert segments[-1].end == 45
    assert all(left.end == right.start for left, right in pairwise(segments))
    for segment in segments:
        holding = {one for one in ranges if one[0] <= segment.start and segment.end <= one[1]}
        assert set(segment.ranges) == holding
        assert list(segment.ranges) == sorted(segment.ranges, key=lambda one: (one[0], -one[1]))


def test_a_range_that_crosses_the_edge_is_cut_there() -> None:
    assert [(one.start, one.end) for one in cut([(0, 4)], start=2, end=6)] == [(2, 4), (4, 6)]


def test_paragraphs_are_kept_and_furniture_is_told_apart() -> None:
    found = blocks(R1)
    assert [block.kind for block in found] == ["title", *["text"] * 4, "caption"]
    assert R1.text[found[-1].start : found[-1].end].startswith("Photo: ")


def test_a_text_without_blank_lines_has_a_paragraph_for_each_long_line() -> None:
    line = "The ferry had left the quay an hour before the blast was heard across the whole harbour there. "
    report = make_report("flat.txt", f"Blast heard\n{line * 2}\n{line * 3}")
    assert len(blocks(report)) == 3


def test_lines_wrapped_by_hand_stay_one_paragraph() -> None:
    report = make_report("wrapped.txt", "Blast\n\nThe ferry had left the quay\nan hour before.\n")
    assert [report.text[one.start : one.end] for one in blocks(report)] == [
        "Blast",
        "The ferry had left the quay\nan hour before.\n",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("slightly hurt", "Governor Ilva Tarrin was slightly hurt, her office said."),
        ("Nobody has claimed", "Nobody has claimed responsibility."),
        ("The Reed Front did this", '"The Reed Front did this," said Mayor Osk Brandel.'),
    ],
)
def test_an_excerpt_is_the_sentence_round_the_words(words: str, sentence: str) -> None:
    span = find(R1, words)
    bounds = paragraph_at(blocks(R1), span.start, span.end)
    found = find_excerpt(R1.text, span.start, span.end, within=bounds)
    assert found.before + found.words + found.after == sentence
    assert found.words == words


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "The charge went off at 5.10 p.m. Norda time, said Dr. Ulm of the harbour. It was loud."
    found = find_excerpt(text, 4, 10, within=(0, len(text)))
    assert found.after.endswith("said Dr. Ulm of the harbour.")


def test_a_long_sentence_is_cut_between_words_and_says_so() -> None:
    text = "word " * 100 + "six dead" + " word" * 100
    found = find_excerpt(text, 500, 508, within=(0, len(text)))
    assert found.words == "six dead"
    assert found.cut_before
    assert found.cut_after
    assert len(found.before) <= 161
    assert found.before.startswith("word")


def test_an_excerpt_never_leaves_its_paragraph() -> None:
    span = find(R2, "Several guards")
    bounds = paragraph_at(blocks(R2), span.start, span.end)
    assert R2.text[bounds[0] : bounds[1]].startswith("Tarrin was unharmed")

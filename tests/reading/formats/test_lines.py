"""Paragraphs from printed lines: what parts them, and what does not."""

from __future__ import annotations

import pytest

from sayso.reading.formats.lines import PrintedLine, join_lines

STORY = "The mayor said on Friday that the bridge over the river had been closed"


def make_line(
    text: str, *, base: float, left: float = 72, right: float = 500, size: float = 11
) -> PrintedLine:
    return PrintedLine(text=text, left=left, right=right, base=base, size=size)


def test_a_headline_of_two_lines_in_large_letters_is_one_paragraph() -> None:
    head = [make_line("Bridge falls in", base=700, size=24), make_line("Zelin", base=672, size=24, right=150)]
    body = [make_line(f"{STORY},", base=640 - 14 * number) for number in range(6)]
    assert join_lines([[*head, *body]]).paragraphs[0] == "Bridge falls in Zelin"


def test_an_indented_line_after_the_end_of_a_sentence_begins_a_paragraph() -> None:
    lines = [
        make_line(STORY, base=700),
        make_line("for repairs.", base=686),
        make_line(STORY, base=672, left=90),
    ]
    assert len(join_lines([lines]).paragraphs) == 2


def test_a_sentence_goes_on_in_the_next_column() -> None:
    lines = [make_line(STORY, base=100), make_line("by the county.", base=700, left=300)]
    assert join_lines([lines]).paragraphs == (f"{STORY} by the county.",)


@pytest.mark.parametrize(
    ("lines", "whole", "mended"),
    [
        (("The mi-", "nister said"), "The minister said", 1),
        (("The well-", "known man, well-known here"), "The well-known man, well-known here", 0),
        (("From 1914-", "1918"), "From 1914-1918", 0),
        (("The Anglo-", "Irish talks"), "The Anglo-Irish talks", 0),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_taken_out_only_where_it_breaks_a_word(
    lines: tuple[str, str], whole: str, mended: int
) -> None:
    printed = [make_line(text, base=700 - 14 * number) for number, text in enumerate(lines)]
    joined = join_lines([printed])
    assert (joined.paragraphs, joined.mended) == ((whole,), mended)


def test_no_lines_make_no_paragraphs() -> None:
    assert join_lines([[], []]).paragraphs == ()

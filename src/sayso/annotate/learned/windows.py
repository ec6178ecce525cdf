"""Reports cut into windows that the encoder reads at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.learned.features import SIZES, features_of
from sayso.annotate.learned.pieces import CLS, SEP, load_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model.layers import NamedSpan, Quote, Sentence, Token

LONGEST = 192
"""Word pieces in a window at most; more context does not help, and costs (s)."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of whole sentences.

    Attributes:
        tokens: Indices of the report's tokens, in order.
        pieces: Vocabulary numbers of the word pieces, opening and ends of paragraphs included.
        starts: For every token the index of its first piece.
        features: A row of value numbers for every piece.
    """

    tokens: tuple[int, ...]
    pieces: np.ndarray
    starts: np.ndarray
    features: np.ndarray


def cut_windows(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    names: Sequence[NamedSpan],
    *,
    longest: int = LONGEST,
) -> list[Window]:
    """Windows over all sentences that are no page furniture, in text order.

    Paragraphs stay whole where they fit; a longer one is cut between sentences, and a
    sentence that is longer still between words.
    """
    pieces_of = load_pieces()
    pieces = [pieces_of(token.text) for token in tokens]
    rows = features_of(tokens, quotes, names)
    lengths = [len(each) for each in pieces]
    return [
        _window(group, pieces, rows, tokens, sentences)
        for group in _groups(sentences, lengths, longest=longest)
    ]


def _groups(sentences: Sequence[Sentence], lengths: Sequence[int], *, longest: int) -> Iterator[list[int]]:
    """Indices of the tokens of every window."""
    room = longest - 2
    held: list[int] = []
    size = 0
    for unit in _units(sentences, lengths, room=room):
        cost = sum(lengths[i] for i in unit) + 1
        if held and size + cost > room:
            yield held
            held, size = [], 0
        held, size = held + unit, size + cost
    if held:
        yield held


def _units(sentences: Sequence[Sentence], lengths: Sequence[int], *, room: int) -> Iterator[list[int]]:
    """What is not parted: paragraphs; where one is too long, sentences; where those are, runs of words."""
    paragraphs: dict[int, list[list[int]]] = {}
    for sentence in sentences:
        if not sentence.furniture:
            paragraphs.setdefault(sentence.paragraph, []).append(list(range(sentence.first, sentence.last)))
    for paragraph in paragraphs.values():
        whole = [i for sentence in paragraph for i in sentence]
        if sum(lengths[i] for i in whole) < room:
            yield whole
            continue
        for words in paragraph:
            yield from _cut(words, lengths, room=room)


def _cut(sentence: list[int], lengths: Sequence[int], *, room: int) -> Iterator[list[int]]:
    held: list[int] = []
    size = 1
    for index in sentence:
        if held and size + lengths[index] > room:
            yield held
            held, size = [], 1
        held.append(index)
        size += lengths[index]
    if held:
        yield held


def _window(
    group: Sequence[int],
    pieces: Sequence[tuple[int, ...]],
    rows: Sequence[tuple[int, ...]],
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
) -> Window:
    blank = (0,) * len(SIZES)
    numbers, features, starts = [CLS], [blank], []
    paragraph = sentences[tokens[group[0]].sentence].paragraph
    for index in group:
        here = sentences[tokens[index].sentence].paragraph
        if here != paragraph:
            numbers.append(SEP)
            features.append(blank)
            paragraph = here
        starts.append(len(numbers))
        numbers += pieces[index]
        features += [rows[index]] * len(pieces[index])
    numbers.append(SEP)
    features.append(blank)
    return Window(
        tokens=tuple(group),
        pieces=np.array(numbers, dtype=np.int64),
        starts=np.array(starts, dtype=np.int64),
        features=np.array(features, dtype=np.int64),
    )

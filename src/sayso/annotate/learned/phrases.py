"""Strings of a report that may name who or what fills a role: noun phrases, long and short, by the parse."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.annotate.learned.roles import Run
    from sayso.model.layers import Token

ARTICLES = frozenset({"a", "an", "the"})
BEFORE = frozenset(
    {
        "det", "amod", "compound", "nummod", "poss", "nmod", "advmod", "quantmod", "case", "punct", "predet",
        "npadvmod", "appos",
    }
)  # fmt: skip
"""How words before the head of a phrase hang on it."""
FILLS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos", "ROOT"})
"""Places of a sentence where an adjective or a number may stand for a noun."""
LONGEST, DEEPEST = 14, 3
"""Words in a phrase, and "of" within "of", at most (s)."""
FACTS = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """A string of the report.

    Attributes:
        words: In lower case, without marks and articles.
        runs: Places in the order of the words read where it stands, in text order.
        proposed: How many of them are noun phrases.
    """

    words: tuple[str, ...]
    runs: tuple[Run, ...]
    proposed: int


def plain_word(word: str) -> str:
    """A word in lower case without marks; nothing for articles and for marks alone."""
    low = "".join(c for c in word.lower() if c.isalnum())
    return "" if low in ARTICLES else low


def find_phrases(order: np.ndarray, rows: np.ndarray, tokens: Sequence[Token]) -> list[Phrase]:
    """All noun phrases of a report as strings with all their places, in the order of first places.

    Args:
        order: For every word that was read its token.
        rows: For every word that was read a number of its sentence.
        tokens: All tokens of the report.
    """
    place = {int(token): at for at, token in enumerate(order)}
    plain = [plain_word(tokens[i].text) for i in order]
    found: dict[tuple[str, ...], set[Run]] = {}
    for a, b in noun_phrases(tokens):
        if a not in place or b - 1 not in place:
            continue
        run = (place[a], place[b - 1] + 1)
        whole = run[1] - run[0] == b - a and rows[run[0]] == rows[run[1] - 1]
        if not whole or not plain[run[0]] or not plain[run[1] - 1]:
            continue
        words = tuple(word for word in plain[slice(*run)] if word)
        found.setdefault(words, set()).add(run)
    return _with_all_places(found, plain, rows)


def _with_all_places(
    found: Mapping[tuple[str, ...], set[Run]], plain: Sequence[str], rows: np.ndarray
) -> list[Phrase]:
    """Every other place where the same words follow each other in a sentence is a mention, too."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(plain):
        if word:
            places[word].append(at)
    phrases = []
    for words, runs in found.items():
        every = set(runs)
        firsts = {first for first, _ in runs}
        for at in places[words[0]]:
            end = at + len(words)
            if at not in firsts and tuple(plain[at:end]) == words and rows[at] == rows[end - 1]:
                every.add((at, end))
        phrases.append(Phrase(words, tuple(sorted(every)), len(runs)))
    return sorted(phrases, key=lambda one: (one.runs[0], one.words))


def noun_phrases(tokens: Sequence[Token]) -> set[Run]:
    """Token numbers of noun phrases, each with fewer and fewer words before the head and behind it.

    "a group of ten heavily armed men" also gives "group", "armed men", "men"; runs of proper nouns
    give all their parts.
    """
    kids: defaultdict[int, list[int]] = defaultdict(list)
    for number, token in enumerate(tokens):
        if token.head != number:
            kids[token.head].append(number)
    found: set[Run] = set()
    for number, token in enumerate(tokens):
        if token.pos in {"NOUN", "PROPN"} or (token.pos in {"NUM", "ADJ"} and token.dep in FILLS):
            first = _leftmost(number, tokens, kids)
            ends = {number + 1} | _ends(number, tokens, kids, 0)
            found.update((a, b) for a in range(first, number + 1) for b in ends if number < b <= a + LONGEST)
    return found | _proper(tokens)


def _leftmost(head: int, tokens: Sequence[Token], kids: Mapping[int, Sequence[int]]) -> int:
    before = [kid for kid in kids.get(head, ()) if kid < head and tokens[kid].dep in BEFORE]
    return min([head, *(_leftmost(kid, tokens, kids) for kid in before)])


def _ends(head: int, tokens: Sequence[Token], kids: Mapping[int, Sequence[int]], depth: int) -> set[int]:
    """Where phrases that hang on the head by a preposition end."""
    found: set[int] = set()
    for kid in kids.get(head, ()):
        if kid > head and tokens[kid].dep == "prep" and depth < DEEPEST:
            for inner in kids.get(kid, ()):
                if tokens[inner].dep == "pobj":
                    found |= {inner + 1} | _ends(inner, tokens, kids, depth + 1)
    return found


def _proper(tokens: Sequence[Token]) -> set[Run]:
    """All parts of runs of proper nouns."""
    found: set[Run] = set()
    start = 0
    for at in range(len(tokens) + 1):
        goes_on = at < len(tokens) and tokens[at].pos == "PROPN"
        if goes_on and at > start and tokens[at].sentence == tokens[at - 1].sentence:
            continue
        found.update((a, b) for a in range(start, at) for b in range(a + 1, min(at, a + LONGEST) + 1))
        start = at if goes_on else at + 1
    return found


def facts_of(
    phrases: Sequence[Phrase], order: np.ndarray, rows: np.ndarray, tokens: Sequence[Token]
) -> np.ndarray:
    """For every phrase what a look at it and its places tells, as a row of ``FACTS`` numbers."""
    holding: defaultdict[str, set[int]] = defaultdict(set)
    sizes = [len(set(one.words)) for one in phrases]
    for number, one in enumerate(phrases):
        for word in one.words:
            holding[word].add(number)
    last = float(rows.max()) + 1
    facts = np.zeros((len(phrases), FACTS), dtype=np.float32)
    for number, one in enumerate(phrases):
        first, end = one.runs[0]
        held = [tokens[i] for i in order[first:end]]
        facts[number] = (
            math.log1p(len(one.runs)),
            math.log1p(one.proposed),
            float(rows[first]) / last,
            math.log1p(rows[first]) / 2,
            math.log(len(one.words)),
            sum(token.pos == "PROPN" for token in held) / len(held),
            any(token.pos == "NUM" for token in held),
            held[-1].tag in {"NNS", "NNPS"},
            max(sizes[i] for i in set.intersection(*(holding[word] for word in one.words))) > sizes[number],
        )
    return facts

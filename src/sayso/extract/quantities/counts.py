"""Stated numbers of a whole report, in text order, never overlapping."""

from __future__ import annotations

import re
from math import ceil, floor
from typing import TYPE_CHECKING

from sayso.extract.quantities.bounds import bound_interval
from sayso.extract.quantities.heads import find_head, is_harmed
from sayso.extract.quantities.kinds import COUNT, ORDINALS, find_kind
from sayso.extract.quantities.numerals import EDGES, FIRST, NONE, NUMERAL, PAIRS, VAGUE, read_number
from sayso.extract.quantities.readings import Quantity
from sayso.extract.times import TimeExpression, find_times

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.layers import Layers, Sentence


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


_first_words = sorted({w.split()[0] for w in (*NONE, *ORDINALS, *VAGUE, *PAIRS, "between")})
FORMS = re.compile(
    rf"(?:{FIRST}|(?=(?:{'|'.join(_first_words)})\b))(?:"
    rf"(?P<none>\b(?:{_any(NONE)})\b(?!\s*[.-]\s*\d|\s+(?:longer|matter|more\s+than|less\s+than|fewer\s+than)\b))"
    rf"|(?P<between>\bbetween\s+(?P<b1>(?>{NUMERAL}))\s+and\s+(?P<b2>{NUMERAL}){EDGES[1]})"
    rf"|(?P<range>(?<!\bfrom\s){EDGES[0]}(?P<r1>(?>{NUMERAL}))(?:\s+(?:to|or)\s+|\s?-\s?)(?P<r2>{NUMERAL}){EDGES[1]}(?!-\d))"
    rf"|(?P<ordinal>(?<![\w.])\d+(?:st|nd|rd|th)\b|\b(?:{_any(ORDINALS)})\b)"
    rf"|(?P<round>(?<![\w.,])\d0{{2,}}s\b)"
    rf"|(?P<vague>\b(?<!\bhow\s)(?<!\bas\s)(?<!\bso\s)(?:{_any(VAGUE)})\b(?!-))"
    rf"|(?P<pair>\b(?:{_any(PAIRS)})\b(?!\s+(?:\d|few\b|several\b|dozens?\b|{NUMERAL}\b)))"
    rf"|(?P<number>{EDGES[0]}(?<!\w-){NUMERAL}{EDGES[1]}))",
    re.IGNORECASE,
)
"""Every form a number takes; where several begin at one place the first in this order wins."""


def find_quantities(
    layers: Layers, *, times: tuple[TimeExpression, ...] | None = None
) -> tuple[Quantity, ...]:
    """All stated numbers of one report, with the intervals they allow (STANDARDS 4).

    Args:
        layers: The report's layers.
        times: Its time expressions, if the caller has them; found anew if None.

    Returns:
        Quantities in text order. Numbers that count neither people nor things are there
        too, told by their kind. Furniture yields nothing.
    """
    spans = find_times(layers) if times is None else times
    found: list[Quantity] = []
    for sentence in layers.sentences:
        if not sentence.furniture:
            here = tuple(t for t in spans if t.start < sentence.end and t.end > sentence.start)
            found += _read_sentence(layers, sentence, here)
    return tuple(found)


def _read_sentence(layers: Layers, sentence: Sentence, times: tuple[TimeExpression, ...]) -> list[Quantity]:
    text = layers.shadow[sentence.start : sentence.end]
    found: list[Quantity] = []
    for match in FORMS.finditer(text):
        quantity = _read(layers, sentence, text, match, times)
        if quantity and (not found or quantity.start >= found[-1].end):
            found.append(quantity)
    covered = [(q.first, q.last) for q in found]
    articles = [
        _article(layers, index)
        for index in range(sentence.first, sentence.last)
        if _counts_as_article(layers, index, times) and not any(a <= index < b for a, b in covered)
    ]
    return sorted([*found, *articles], key=lambda q: q.start)


def _read(
    layers: Layers, sentence: Sentence, text: str, match: re.Match[str], times: tuple[TimeExpression, ...]
) -> Quantity | None:
    form = match.lastgroup or "number"
    if re.fullmatch(r"0\d{3}", match[0]):
        return None  # a time of day without its colon
    start, end, interval, bounded = READERS[form](match, text) or (0, 0, (0.0, None), False)
    if end == 0:
        return None
    first, last = _tokens(layers, sentence.start + match.start(), sentence.start + match.end())
    if not _stands(layers, first, last, form):
        return None
    kind = "ordinal" if form == "ordinal" else find_kind(layers, sentence, match.span(), times=times)
    head = find_head(layers, first, last) if kind in WITH_HEAD else None
    if head is None and (form == "pair" or (match[0].lower() == "no" and not is_harmed(layers, last))):
        return None
    low, high = interval
    wording = _tokens(layers, sentence.start + start, sentence.start + end)
    lo = ceil(low - ROUNDING)
    return Quantity(
        start=sentence.start + start,
        end=sentence.start + end,
        lo=lo,
        hi=None if high is None else max(lo, floor(high + ROUNDING)),
        first=wording[0],
        last=wording[1],
        head=head,
        noun=None if head is None else layers.tokens[head].lemma,
        exact=not bounded and high == low and kind == COUNT,
        kind=kind,
    )


ROUNDING = 1e-6
"""Guards whole numbers against binary fractions; "about 25" is 23 to 27 whole people."""
WITH_HEAD = frozenset({COUNT, "ordinal", "percent"})
Found = tuple[int, int, tuple[float, float | None], bool]


def _read_none(match: re.Match[str], _text: str) -> Found:
    return match.start(), match.end(), (0, 0), False


def _read_between(match: re.Match[str], text: str) -> Found | None:
    low, high = read_number(match["b1"]), read_number(match["b2"])
    return bound_interval(text, match.start(), match.end(), lo=low, hi=high) if low < high else None


def _read_range(match: re.Match[str], text: str) -> Found | None:
    low, high = read_number(match["r1"]), read_number(match["r2"])
    if low >= high:
        return bound_interval(text, match.start(), match.end("r1"), lo=low, hi=None)
    return bound_interval(text, match.start(), match.end(), lo=low, hi=high)


def _read_ordinal(match: re.Match[str], _text: str) -> Found:
    word = match[0].lower()
    number = float(re.sub(r"\D", "", word)) if word[0].isdigit() else float(ORDINALS[word])
    return match.start(), match.end(), (number, number), False


def _read_round(match: re.Match[str], _text: str) -> Found:
    return match.start(), match.end(), (float(match[0][:-1]), None), False


def _read_vague(match: re.Match[str], text: str) -> Found:
    low = float(VAGUE[re.sub(r"\s+", " ", match[0].lower())])
    start, end, interval, bounded = bound_interval(text, match.start(), match.end(), lo=low, hi=None)
    floor = 0 if bounded and interval[0] == 0 else low
    return start, end, (floor, None), True


def _read_pair(match: re.Match[str], text: str) -> Found:
    number = float(PAIRS[re.sub(r"\s+", " ", match[0].lower())])
    return bound_interval(text, match.start(), match.end(), lo=number, hi=None)


def _read_number(match: re.Match[str], text: str) -> Found:
    return bound_interval(text, match.start(), match.end(), lo=read_number(match[0]), hi=None)


READERS = {
    "none": _read_none, "between": _read_between, "range": _read_range, "ordinal": _read_ordinal,
    "round": _read_round, "vague": _read_vague, "pair": _read_pair, "number": _read_number,
}  # fmt: skip


def _tokens(layers: Layers, start: int, end: int) -> tuple[int, int]:
    first, last = layers.token_at(start), layers.token_at(end - 1)
    if first is None or last is None:
        return 0, 0
    return first, last + 1


def _stands(layers: Layers, first: int, last: int, form: str) -> bool:
    """Whether the words are a number here: not the "scores" of a match, the "second" of a clock."""
    token = layers.tokens[first]
    if form == "vague" and token.tag == "NNP" and token.text.istitle() and _is_named(layers, first):
        return False
    if form == "vague" and token.text.lower() in {"scores", "tens"}:
        below = [layers.tokens[i] for i in layers.children[first] if i < first]
        return token.pos == "NOUN" and not any(
            t.dep in {"compound", "poss", "amod", "nummod", "det"} for t in below
        )
    if form == "none" and token.text.lower() == "no" and not is_harmed(layers, last):
        return token.dep == "det" or layers.tokens[last - 1].text.lower() != "no"
    if form == "pair" and _joins(layers, first):
        return False  # "both marchers and police" counts nobody
    if form == "none" and token.text.lower() == "zero":
        return token.pos != "VERB"
    return not (form == "number" and token.text.lower() == "one" and token.tag == "PRP")


def _joins(layers: Layers, index: int) -> bool:
    """Whether "both" stands before two things joined by "and"."""
    token = layers.tokens[index]
    joined = any(layers.tokens[c].dep == "conj" for c in layers.children[token.head])
    return token.lemma == "both" and (token.dep == "preconj" or joined)


def _is_named(layers: Layers, index: int) -> bool:
    """Whether a word with a capital stands inside a sentence in small letters: somebody's name."""
    before = layers.tokens[index - 1] if index else None
    inside = before is not None and before.sentence == layers.tokens[index].sentence
    return before is not None and inside and (before.text.islower() or before.text == ",")


def _counts_as_article(layers: Layers, index: int, times: tuple[TimeExpression, ...]) -> bool:
    token = layers.tokens[index]
    return (
        token.text.lower() in {"a", "an"}
        and token.dep == "det"
        and layers.tokens[token.head].tag == "NN"
        and not any(t.start <= token.start < t.end for t in times)
    )


def _article(layers: Layers, index: int) -> Quantity:
    token = layers.tokens[index]
    return Quantity(
        start=token.start, end=token.end, lo=1, hi=1, first=index, last=index + 1, head=token.head,
        noun=layers.tokens[token.head].lemma, exact=True, kind="article",
    )  # fmt: skip

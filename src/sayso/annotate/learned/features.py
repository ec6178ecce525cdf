"""What the encoder is told of every word beside its letters: marks, syntax, case, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.layers import NamedSpan, Quote, Token

QUOTE = ("out", "opening", "in", "closing", "goes on", "left open")
SHAPE = ("mark", "lower", "capital", "capitals", "mixed", "digits")
NAME = ("none", "PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "DATE", "CARDINAL", "other")
TAG = (
    "other", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN", "JJ",
    "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR",
    "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
    "``",
)  # fmt: skip
DEP = (
    "other", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass",
    "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl",
    "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis",
    "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
POS = ("other", "ADJ", "ADP", "ADV", "AUX", "NOUN", "NUM", "PRON", "PROPN", "SCONJ", "VERB")
GOVERNOR = ("root", *(f"{side} {pos}" for side in ("left", "right") for pos in POS))
SIZES = tuple(len(values) for values in (QUOTE, SHAPE, NAME, TAG, DEP, GOVERNOR))
"""How many values each feature has, in the order of a row."""

_TAG, _DEP, _NAME = ({value: i for i, value in enumerate(values)} for values in (TAG, DEP, NAME))
_GOVERNOR = {value: i for i, value in enumerate(GOVERNOR)}


def features_of(
    tokens: Sequence[Token], quotes: Sequence[Quote], names: Sequence[NamedSpan]
) -> list[tuple[int, ...]]:
    """One row of value numbers for every token, in the order of ``SIZES``."""
    marks, kinds = _quote_states(tokens, quotes), _name_kinds(tokens, names)
    return [
        (
            marks[i],
            _shape(token.text),
            kinds[i],
            _TAG.get(token.tag, 0),
            _DEP.get(token.dep, 0),
            _governor(tokens, i),
        )
        for i, token in enumerate(tokens)
    ]


def _quote_states(tokens: Sequence[Token], quotes: Sequence[Quote]) -> list[int]:
    states, at = [], 0
    for token in tokens:
        while at < len(quotes) and quotes[at].end <= token.start:
            at += 1
        quote = quotes[at] if at < len(quotes) and quotes[at].start < token.end else None
        if quote is None:
            states.append(0)
        elif token.start <= quote.start:
            states.append(4 if quote.continues else 1)
        elif token.end >= quote.end:
            states.append(3 if quote.closed else 5)
        else:
            states.append(2)
    return states


def _name_kinds(tokens: Sequence[Token], names: Sequence[NamedSpan]) -> list[int]:
    kinds = [0] * len(tokens)
    for name in names:
        kinds[name.first : name.last] = [_NAME.get(name.kind, len(NAME) - 1)] * (name.last - name.first)
    return kinds


def _shape(word: str) -> int:
    if word.isalpha():
        if word.islower():
            return 1
        if word.isupper():
            return 3 if len(word) > 1 else 2
        return 2 if word[0].isupper() and word[1:].islower() else 4
    if any(c.isalpha() for c in word):
        return 4
    return 5 if any(c.isdigit() for c in word) else 0


def _governor(tokens: Sequence[Token], index: int) -> int:
    """The part of speech of the word above, and on which side it stands."""
    head = tokens[index].head
    if head == index:
        return 0
    side = "left" if head < index else "right"
    pos = tokens[head].pos
    return _GOVERNOR[f"{side} {pos if pos in POS else 'other'}"]

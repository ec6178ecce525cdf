"""What a number counts: the noun it stands with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model.layers import Layers

NOUNS = frozenset({"NOUN", "PROPN"})
MODIFIES = frozenset(
    {"nummod", "amod", "det", "quantmod", "compound", "nmod", "predet", "npadvmod", "poss", "advmod"}
)
BETWEEN = frozenset({"ADJ", "ADV", "NUM", "PUNCT", "DET"})
AHEAD = 6
"""Words over which the counted noun is looked for where the syntax does not tell (s)."""
HARMED = frozenset(
    {"dead", "hurt", "wounded", "injured", "killed", "missing", "shot", "trapped", "die", "homeless"}
)
"""What happened to the counted, which a parser may take for a noun ("80 hurt")."""
MORE = frozenset({"more", "others", "other", "further", "additional"})


def is_harmed(layers: Layers, index: int) -> bool:
    """Whether a token says what happened to people, as in "no dead or wounded"."""
    tokens = layers.tokens
    return (
        index < len(tokens) and tokens[index].text.lower() in HARMED and _together(layers, index - 1, index)
    )


def find_head(layers: Layers, first: int, last: int) -> int | None:
    """Index of the noun that the number in these tokens counts; None for a bare number."""
    root = _root(layers, first, last)
    partitive = _of_phrase(layers, last)
    if partitive is not None:
        return partitive
    token = layers.tokens[root]
    governor = layers.tokens[token.head]
    if governor.text.lower() in HARMED:
        return None
    if (
        token.dep in MODIFIES
        and token.head >= last
        and governor.pos in NOUNS
        and _same_phrase(layers, last, token.head)
    ):
        return token.head if _ends_in_hyphen(layers, last - 1) else _end_of_compound(layers, token.head)
    return _next_noun(layers, last)


def _root(layers: Layers, first: int, last: int) -> int:
    return next(
        (i for i in reversed(range(first, last)) if not first <= layers.tokens[i].head < last), last - 1
    )


def _of_phrase(layers: Layers, last: int) -> int | None:
    """The noun or pronoun of "12 of the drones", "three of them", "dozens more of its men"."""
    tokens = layers.tokens
    at = last + (last < len(tokens) and tokens[last].text.lower() in MORE)
    if tokens[at - 1].text.lower() == "of":
        at -= 1
    if at >= len(tokens) or tokens[at].text.lower() != "of" or not _together(layers, last - 1, at):
        return None
    children = [i for i in layers.children[at] if tokens[i].dep == "pobj" and i > at]
    found = children[0] if children else None
    return (
        found if found is not None and tokens[found].pos in {*NOUNS, "PRON"} else _next_noun(layers, at + 1)
    )


def _together(layers: Layers, one: int, two: int) -> bool:
    return layers.tokens[one].sentence == layers.tokens[two].sentence


def _same_phrase(layers: Layers, first: int, head: int) -> bool:
    """Whether number and noun have no verb and no preposition between them, save in "off-duty"."""
    return not any(_parts_phrases(layers, index) for index in range(first, head))


def _parts_phrases(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    if token.tag in {"VBN", "VBG"} or _ends_in_hyphen(layers, index) or _ends_in_hyphen(layers, index - 1):
        return False
    return token.pos in {"VERB", "ADP"}


def _ends_in_hyphen(layers: Layers, index: int) -> bool:
    """Whether a token is the first part of a compound with hyphens, or the hyphen in it."""
    end = layers.tokens[index].end
    return layers.shadow[end : end + 1] == "-" or layers.shadow[end - 1 : end] == "-"


def _next_noun(layers: Layers, last: int) -> int | None:
    """The next noun, if only adjectives and participles before a noun stand between."""
    for at in range(last, min(last + AHEAD, len(layers.tokens))):
        token = layers.tokens[at]
        if not _together(layers, last - 1, at):
            return None
        if _ends_in_hyphen(layers, at):
            continue
        if token.pos in NOUNS:
            end = _end_of_compound(layers, at)
            return None if layers.tokens[end].text.lower() in HARMED else end
        if token.pos not in BETWEEN or token.text in STOPS:
            return None
    return None


STOPS = frozenset({",", ";", ":", "(", ")", '"', "."})


def _end_of_compound(layers: Layers, at: int) -> int:
    token = layers.tokens[at]
    while token.dep == "compound" and at < token.head < at + AHEAD:
        at = token.head
        token = layers.tokens[at]
    return at


def bare_plural(layers: Layers, index: int) -> bool:
    """Whether a plural noun stands without number, article or other determiner ("drones were shot down").

    Such a plural says "two or more" (STANDARDS 4), though no word says how many.
    """
    token = layers.tokens[index]
    if token.tag not in {"NNS", "NNPS"}:
        return False
    below = (layers.tokens[i] for i in layers.children[index] if i < index)
    return not any(
        t.dep in {"nummod", "det", "poss", "predet", "quantmod"} or t.pos in {"NUM", "DET"} for t in below
    )

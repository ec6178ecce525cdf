"""Turning a phrase of a report into the few words that a value is compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import phrase
from sayso.extract.event_words import families_of
from sayso.extract.lexicon import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.layers import Layers

CARRYING = tuple(sorted(vocabulary("carrying")))
"""Endings of adjectives that tell one kind of thing from another; praise and size do not."""
COMPASS = ("north", "south", "east", "west", "central")
STOPS = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "appos", "parataxis"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
PURPOSES = vocabulary("purposes")
BORES = frozenset({"caliber", "calibre", "gauge", "millimeter", "millimetre", "mm"})
"""Words that say nothing without the number before them."""
LONGEST = 14
"""Tokens of the longest place or target that is still a name for it (s)."""


def kind_words(layers: Layers, head: int) -> tuple[str, int, int]:
    """A noun with the modifiers that say what kind of thing it is, and where they stand.

    Returns:
        The words joined by blanks, and half-open offsets from the first of them to the noun's end.
    """
    first, _ = phrase(layers, head)
    kept = [i for i in range(first, head) if _tells_kind(layers, i)] + [head]
    start = _hyphenated(layers, kept[0])
    if start and layers.tokens[kept[0]].lemma in BORES and layers.tokens[start - 1].pos == "NUM":
        start -= 1
    kept = [*range(start, kept[0]), *kept]
    return joined(layers, kept), layers.tokens[start].start, layers.tokens[head].end


def _hyphenated(layers: Layers, index: int) -> int:
    """The first part of a word written with hyphens ("explosives" of "explosives-laden")."""
    while index > 1 and layers.tokens[index - 1].text == "-" and _touches(layers, index - 1):
        index -= 2
    return index


def _touches(layers: Layers, index: int) -> bool:
    """Whether a token stands without blanks between its neighbours."""
    before, token, behind = layers.tokens[index - 1 : index + 2]
    return before.end == token.start and token.end == behind.start


def joined(layers: Layers, indices: Iterable[int]) -> str:
    """Words with a blank between them, except where the report has none ("al-Amin", "Leyla's")."""
    text, end = "", -1
    for index in sorted(set(indices)):
        token = layers.tokens[index]
        text += token.text if token.start == end or not text else " " + token.text
        end = token.end
    return text


def _tells_kind(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    if token.dep == "compound" or token.pos == "PROPN":
        return token.text[:1].islower() or token.pos == "PROPN" or token.dep == "compound"
    return token.pos in {"ADJ", "VERB", "NOUN"} and token.text.lower().endswith(CARRYING)


def full_phrase(layers: Layers, head: int) -> tuple[str, int, int]:
    """A noun phrase with the "of", "in" and "near" phrases behind it, described by its nouns.

    Returns:
        The phrase without what only adorns it, and the offsets of the whole phrase.
    """
    first, last = phrase(layers, head)
    last = _extend(layers, head, last)
    timed = {i for n in layers.names if n.kind in {"DATE", "TIME"} for i in range(n.first, n.last)}
    kept = [i for i in range(first, last) if _names_place(layers, i) and i not in timed]
    links = [i for i in range(kept[0], kept[-1]) if _links(layers, i)] if kept else []
    return joined(layers, [*kept, *links]), layers.tokens[first].start, layers.tokens[last - 1].end


def _links(layers: Layers, index: int) -> bool:
    """Whether a small word or hyphen inside a phrase holds its nouns together."""
    token = layers.tokens[index]
    if token.text == "-":
        return _touches(layers, index)
    return token.pos in {"ADP", "DET", "PART", "CCONJ"} and token.tag != "RP"


def _extend(layers: Layers, head: int, last: int) -> int:
    """The end of the unbroken run of prepositional phrases behind a noun."""
    limit = min(layers.sentences[layers.tokens[head].sentence].last, head + LONGEST)
    inside = {i for i in layers.subtree(head) if i >= last}
    cut = {i for i in inside if layers.tokens[i].dep in STOPS and layers.tokens[i].pos in {"VERB", "AUX"}}
    end = last
    for index in range(last, limit):
        if (
            index not in inside
            or index in cut
            or layers.tokens[index].text in {"(", "--", ";", ":", '"'}
            or layers.tokens[index].tag in RELATIVE
            or _breaks_off(layers, head, index)
        ):
            break
        if layers.tokens[index].pos not in {"PUNCT", "DET", "ADP", "PART"}:
            end = index + 1
    return end


def _breaks_off(layers: Layers, head: int, index: int) -> bool:
    """Whether a word behind a noun begins something else than a part of its name.

    As in "the square in protest at ..."; "the bank in Orvel and marchers", "the hall and the rioting":
    what is joined behind a prepositional phrase must be a name, and what happened is nowhere.
    """
    token = layers.tokens[index]
    if token.pos == "ADP":
        return any(layers.tokens[c].lemma in PURPOSES for c in layers.children[index])
    if token.pos != "CCONJ":
        return False
    end = layers.sentences[token.sentence].last
    following = next(
        (i for i in range(index + 1, end) if layers.tokens[i].pos in {"NOUN", "PROPN", "VERB"}), None
    )
    if following is None:
        return True
    parted = any(layers.tokens[i].pos == "ADP" for i in range(head + 1, index))
    name = layers.tokens[following].pos == "PROPN"
    return (
        (parted and not name)
        or bool(families_of(layers, following))
        or layers.tokens[following].pos == "VERB"
    )


def _names_place(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    if token.pos in {"NOUN", "PROPN", "NUM"} or token.tag == "NN":
        return True
    return token.pos == "ADJ" and (token.text[:1].isupper() or token.text.lower().startswith(COMPASS))

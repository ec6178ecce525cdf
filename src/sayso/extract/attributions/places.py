"""Where a quotation stands: the words around it, and whether it stands free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.extract.attributions.scene import Scene
    from sayso.model.layers import Layers, Quote

LEAST_UTTERANCE = 3
"""Words that a free-standing quotation has at least; fewer are a term (s)."""
LINKS = frozenset({"and", "but", "or", "that", ",", "nor", "then", "also", "as", "well"})
INTRODUCED_BY = frozenset({",", ":", ";", "-", "--", "—", "–"})
STOPS = frozenset({".", "!", "?"})
LONGEST_BETWEEN = 40
"""Words between two quotations of one paragraph that may belong to one speaker (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A quotation in tokens.

    Attributes:
        index: Of the quotation in its scene.
        first, last: Its tokens, last excluded.
        before, after: The words beside it outside quotations, up to the end of the sentence.
        embedded: Whether it is a piece of the reporter's own sentence, not free-standing speech.
        inner: The quoted words, without the marks.
    """

    quote: Quote
    index: int
    first: int
    last: int
    before: tuple[int, int]
    after: tuple[int, int]
    embedded: bool
    inner: str


def find_places(scene: Scene) -> list[Place]:
    """All quotations with their places, in text order."""
    layers, places = scene.layers, []
    at = 0
    for index, quote in enumerate(scene.quotes):
        while at < len(layers.tokens) and layers.tokens[at].start < quote.start:
            at += 1
        first = at
        while at < len(layers.tokens) and layers.tokens[at].start < quote.end:
            at += 1
        if first < at:
            places.append(_place(scene, index, first, at))
    return places


def _place(scene: Scene, index: int, first: int, last: int) -> Place:
    """The quotation with its gaps: the words outside quotations up to the next quotation or sentence."""
    layers, quote = scene.layers, scene.quotes[index]
    before = first
    while before > 0 and scene.quote_of[before - 1] < 0 and _same_line(scene, before - 1, first):
        before -= 1
    after = last
    while after < len(layers.tokens) and scene.quote_of[after] < 0 and _same_line(scene, after, last - 1):
        after += 1
    place = Place(
        quote=quote, index=index, first=first, last=last,
        before=(before, first), after=(last, after), embedded=False,
        inner=layers.shadow[quote.start : quote.end].strip("\"' "),
    )  # fmt: skip
    return replace(place, embedded=_is_embedded(scene, place))


def _same_line(scene: Scene, index: int, near: int) -> bool:
    """Whether a token is parted from another by no end of a sentence outside quotations."""
    layers = scene.layers
    if paragraph_of(layers, index) != paragraph_of(layers, near):
        return False
    stop = index if index < near else index - 1
    return scene.quote_of[stop] >= 0 or layers.tokens[stop].text not in STOPS or _goes_on(layers, stop)


def paragraph_of(layers: Layers, index: int) -> int:
    """Index of the paragraph that holds a token."""
    return layers.sentences[layers.tokens[index].sentence].paragraph


def _goes_on(layers: Layers, index: int) -> bool:
    """Whether the parse goes on after a full stop, as it does after an abbreviation."""
    return index + 1 < layers.sentences[layers.tokens[index].sentence].last


def _is_embedded(scene: Scene, place: Place) -> bool:
    words = place.inner
    if len(words.split()) < LEAST_UTTERANCE and not words.endswith((".", "!", "?", ",")):
        return True
    if place.before[0] == place.before[1]:
        return False
    previous = scene.layers.tokens[place.first - 1]
    if previous.text in INTRODUCED_BY:
        return words[:1].islower() and previous.text == "," and not _ends_in_cue(scene, place)
    if is_cue(scene, place.first - 1):
        return False
    return not words[:1].isupper() or previous.pos in {"DET", "ADJ", "PRON", "ADP"} or previous.tag == "POS"


def _ends_in_cue(scene: Scene, place: Place) -> bool:
    return any(is_cue(scene, index) for index in range(*place.before))


def is_cue(scene: Scene, index: int) -> bool:
    """Whether a token is a verb that reports quotations."""
    token = scene.layers.tokens[index]
    entry = scene.lexicon.verbs.get(token.lemma)
    return entry is not None and token.pos in {"VERB", "AUX"} and "quote" in entry.frames


def fills_paragraph(scene: Scene, place: Place) -> bool:
    """Whether a quotation is all there is in its paragraph, so that its speaker may be named in the next."""
    layers, paragraph = scene.layers, place.quote.paragraph
    opens = place.first == 0 or paragraph_of(layers, place.first - 1) != paragraph
    shuts = place.last >= len(layers.tokens) or paragraph_of(layers, place.last) != paragraph
    return opens and shuts and not place.embedded


def joins(earlier: Place, later: Place) -> bool:
    """Whether a quotation that opens a paragraph goes on from the one that fills the paragraph before."""
    return later.quote.paragraph == earlier.quote.paragraph + 1 and later.before[0] == later.before[1]


def coordinates(scene: Scene, place: Place) -> bool:
    """Whether only "and", "and that" or the like parts a quotation from the one before it."""
    low, high = place.before
    words = {scene.layers.tokens[i].text.lower() for i in range(low, high)}
    return 0 < high - low <= 3 and words <= LINKS and bool(words - {","})


def follows_on(scene: Scene, place: Place) -> bool:
    """Whether a quotation without words of its own goes on from the one before."""
    before = scene.quotes[place.index - 1]
    quote = place.quote
    if quote.continues:
        return True
    between = scene.layers.shadow[before.end : quote.start].strip()
    if quote.paragraph == before.paragraph:
        return place.before[0] == place.before[1] and len(between.split()) <= LONGEST_BETWEEN
    return quote.paragraph == before.paragraph + 1 and (not between or fills_paragraph(scene, place))

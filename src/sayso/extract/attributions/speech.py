"""Who says a quotation: the words beside it, before it, or in the paragraph before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.asides import according_head
from sayso.extract.attributions.geometry import holds, join, overlap
from sayso.extract.attributions.roles import is_source_noun
from sayso.extract.attributions.scene import Draft
from sayso.extract.attributions.stance import stance_of
from sayso.extract.attributions.syntax import (
    agent_of,
    child,
    cue_tokens,
    is_passive,
    noun_stretch,
    phrase,
    speaker_of,
    subject_of,
)
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.extract.attributions.quotes import Quote
    from sayso.extract.attributions.scene import Scene
    from sayso.model.layers import Token

LEAST_UTTERANCE = 3
"""Words that a free-standing quotation has at least; fewer are a term (s)."""
LINKS = frozenset({"and", "but", "or", "that", ",", "nor", "then", "also", "as", "well"})
INTRODUCED_BY = frozenset({",", ":", ";", "-", "--", "—", "–"})
ENDINGS = (",", "?", "!", "-", "—", "…")
OPEN_CLASS_REACH = 8
"""Tokens after a quotation within which any verb with a person as subject reports it (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A quotation in tokens: its own, and those of the gaps before and after it."""

    quote: Quote
    index: int
    first: int
    last: int
    before: tuple[int, int]
    after: tuple[int, int]
    embedded: bool


def find_speech_drafts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """All drafts, each quotation given to the cue that reports it.

    A draft of the parse whose cue reports a quotation takes the quotation as its content.
    New drafts are made for cues without one, and for quotations that go on without any cue.
    """
    by_anchor = {draft.anchor: draft for draft in drafts if draft.rule not in {"noun", "adverb"}}
    others = [draft for draft in drafts if by_anchor.get(draft.anchor) is not draft]
    owners: dict[int, int] = {}
    waiting: list[_Place] = []
    for place in _places(scene):
        owner = _owner(scene, place, by_anchor, owners)
        if owner is None:
            waiting = [*waiting, place] if _fills_paragraph(scene, place) else []
            continue
        if waiting and _joins(waiting[-1], place):
            spans = [(p.quote.start, p.quote.end) for p in waiting]
            owner = replace(owner, content=join([*spans, *owner.content], scene.layers.shadow))
        waiting = []
        owners[place.index] = owner.anchor
        by_anchor[owner.anchor] = owner
    return [*by_anchor.values(), *others]


def _fills_paragraph(scene: Scene, place: _Place) -> bool:
    """Whether a quotation is all there is in its paragraph, so that its speaker may be named in the next."""
    tokens, sentences = scene.layers.tokens, scene.layers.sentences
    paragraph = place.quote.paragraph
    opens = place.first == 0 or sentences[tokens[place.first - 1].sentence].paragraph != paragraph
    shuts = place.last >= len(tokens) or sentences[tokens[place.last].sentence].paragraph != paragraph
    return opens and shuts and not place.embedded


def _joins(earlier: _Place, later: _Place) -> bool:
    """Whether a quotation that opens a paragraph goes on from the one that fills the paragraph before."""
    return later.quote.paragraph == earlier.quote.paragraph + 1 and later.before[0] == later.before[1]


def _places(scene: Scene) -> list[_Place]:
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


def _place(scene: Scene, index: int, first: int, last: int) -> _Place:
    """The quotation with its gaps: the words outside quotations up to the next quotation or sentence."""
    tokens = scene.layers.tokens
    before = first
    while before > 0 and scene.quote_of[before - 1] < 0 and _same_line(scene, before - 1, first):
        before -= 1
    after = last
    while after < len(tokens) and scene.quote_of[after] < 0 and _same_line(scene, after, last - 1):
        after += 1
    place = _Place(
        quote=scene.quotes[index], index=index, first=first, last=last,
        before=(before, first), after=(last, after), embedded=False,
    )  # fmt: skip
    return replace(place, embedded=_is_embedded(scene, place))


def _same_line(scene: Scene, index: int, near: int) -> bool:
    """Whether a token is parted from another by no end of a sentence outside quotations."""
    layers = scene.layers
    a, b = sorted((index, near))
    if (
        layers.sentences[layers.tokens[a].sentence].paragraph
        != layers.sentences[layers.tokens[b].sentence].paragraph
    ):
        return False
    if index < near:
        return layers.tokens[index].text not in {".", "!", "?"} or _is_inside_sentence(scene, index)
    previous = layers.tokens[index - 1]
    return not (
        scene.quote_of[index - 1] < 0
        and previous.text in {".", "!", "?"}
        and not _is_inside_sentence(scene, index - 1)
    )


def _is_inside_sentence(scene: Scene, index: int) -> bool:
    """Whether the parse goes on after a full stop, as it does after an abbreviation."""
    layers = scene.layers
    return index + 1 < layers.sentences[layers.tokens[index].sentence].last


def _is_embedded(scene: Scene, place: _Place) -> bool:
    """Whether the quotation is a piece of the reporter's own sentence, not free-standing speech."""
    layers, quote = scene.layers, place.quote
    words = layers.shadow[quote.start : quote.end].strip("\"' ")
    if len(words.split()) < LEAST_UTTERANCE and not words.endswith((".", "!", "?", ",")):
        return True
    if place.before[0] == place.before[1]:
        return False
    previous = layers.tokens[place.first - 1]
    if previous.text in INTRODUCED_BY:
        return words[:1].islower() and previous.text == "," and not _ends_in_cue(scene, place)
    entry = scene.lexicon.verbs.get(previous.lemma)
    if entry is not None and previous.pos == "VERB" and "quote" in entry.frames:
        return False
    return not words[:1].isupper() or previous.pos in {"DET", "ADJ", "PRON", "ADP"} or previous.tag == "POS"


def _ends_in_cue(scene: Scene, place: _Place) -> bool:
    tokens = scene.layers.tokens
    return any(
        tokens[i].lemma in scene.lexicon.verbs and "quote" in scene.lexicon.verbs[tokens[i].lemma].frames
        for i in range(*place.before)
    )


def _owner(
    scene: Scene, place: _Place, by_anchor: Mapping[int, Draft], owners: Mapping[int, int]
) -> Draft | None:
    """The draft that reports this quotation, with the quotation in its content; None if nobody says it."""
    span = (place.quote.start, place.quote.end)
    held = [
        d for d in by_anchor.values()
        if d.anchor not in range(place.first, place.last) and any(holds(c, span) for c in d.content)
    ]  # fmt: skip
    previous = owners.get(place.index - 1)
    if previous is not None and _coordinates(scene, place):
        draft = by_anchor[previous]
        return replace(draft, content=join([*draft.content, span], scene.layers.shadow))
    if place.embedded:
        return min(held, key=lambda d: abs(d.anchor - place.first)) if held else None
    cue = _cue_after(scene, place, by_anchor)
    if cue is None:
        cue = _cue_before(scene, place, by_anchor)
    if cue is not None:
        return _quoting(scene, place, cue, by_anchor.get(cue))
    if held:
        return min(held, key=lambda d: abs(d.anchor - place.first))
    alone = _speaker_alone(scene, place)
    if alone is None and previous is not None and _follows_on(scene, place):
        draft = by_anchor[previous]
        return replace(draft, content=join([*draft.content, span], scene.layers.shadow))
    cue = _cue_of_previous_paragraph(scene, place)
    return alone if cue is None else _quoting(scene, place, cue, by_anchor.get(cue))


def _coordinates(scene: Scene, place: _Place) -> bool:
    """Whether only "and", "and that" or the like parts a quotation from the one before it."""
    low, high = place.before
    words = {scene.layers.tokens[i].text.lower() for i in range(low, high)}
    return 0 < high - low <= 3 and words <= LINKS and bool(words - {","})


def _speaker_alone(scene: Scene, place: _Place) -> Draft | None:
    """A quotation that ends in a comma and is followed by a source without any verb."""
    layers = scene.layers
    low, high = place.after
    inner = layers.shadow[place.quote.start : place.quote.end].rstrip("\"' ")
    if not inner.endswith(",") or low >= high:
        return None
    for head in range(low, min(high, low + 4)):
        if is_source_noun(layers.tokens[head]) or layers.tokens[head].pos == "PROPN":
            while layers.tokens[head].dep == "compound" and layers.tokens[head].head < high:
                head = layers.tokens[head].head
            return Draft(
                anchor=head, cue=None, source=noun_stretch(layers, head), head=head,
                content=((place.quote.start, place.quote.end),), stance=Stance.REPORT, rule="speech",
            )  # fmt: skip
    return None


def _quoting(scene: Scene, place: _Place, cue: int, draft: Draft | None) -> Draft:
    span = (place.quote.start, place.quote.end)
    shadow = scene.layers.shadow
    if draft is not None:
        quoted = [
            c for c in draft.content
            if draft.rule == "speech" or c[0] < span[0] < span[1] <= c[1]
            or not (overlap(c, span) or _inside_quotes(scene, c))
        ]  # fmt: skip
        kept = [c for c in quoted if draft.rule == "speech" or _is_that_clause(scene, draft, c)]
        return replace(draft, content=join([*kept, span], shadow), rule="speech")
    layers = scene.layers
    if layers.tokens[cue].lemma == "accord":
        return _according(scene, cue, span)
    passive = is_passive(layers, cue)
    head = agent_of(layers, cue) if passive else speaker_of(layers, cue)
    if head is None and not passive:
        head = _neighbour(scene, cue, place)
    source = None if head is None else noun_stretch(layers, head, barrier=cue)
    first, last = cue_tokens(layers, cue)
    if (
        place.before[0] <= cue < place.before[1]
        and layers.tokens[place.first - 1].text == ":"
        and place.first - 1 == last
    ):
        last += 1
    entry = scene.lexicon.verbs.get(layers.tokens[cue].lemma)
    return Draft(
        anchor=cue,
        cue=(layers.tokens[first].start, layers.tokens[last - 1].end),
        source=source,
        head=head if source is not None else None,
        content=(span,),
        stance=Stance.REPORT if entry is None else stance_of(layers, cue, entry),
        rule="speech",
    )


def _according(scene: Scene, index: int, span: tuple[int, int]) -> Draft:
    layers = scene.layers
    head = according_head(layers, index)
    source = None if head is None else noun_stretch(layers, head)
    return Draft(
        anchor=index, cue=(layers.tokens[index].start, layers.tokens[index + 1].end), source=source,
        head=head if source is not None else None, content=(span,), stance=Stance.REPORT, rule="according to",
    )  # fmt: skip


def _inside_quotes(scene: Scene, content: tuple[int, int]) -> bool:
    return any(holds((q.start - 1, q.end + 1), content) for q in scene.quotes_in(*content))


def _is_that_clause(scene: Scene, draft: Draft, content: tuple[int, int]) -> bool:
    """Whether a piece of content found by the parse is more than an addressee or a leftover."""
    return draft.rule == "that" and draft.cue is not None and content[0] >= draft.cue[1]


def _neighbour(scene: Scene, cue: int, place: _Place) -> int | None:
    """A noun beside a cue that the parse gave no subject."""
    tokens = scene.layers.tokens
    low, high = place.after if place.after[0] <= cue < place.after[1] else place.before
    for index in [*range(cue + 1, min(high, cue + 6)), *range(cue - 1, max(low, cue - 6) - 1, -1)]:
        if tokens[index].pos in {"PROPN", "PRON"} or tokens[index].dep in {"nsubj", "nsubjpass"}:
            while tokens[index].dep == "compound" and low <= tokens[index].head < high:
                index = tokens[index].head
            return index
    return None


def _cue_after(scene: Scene, place: _Place, by_anchor: Mapping[int, Draft]) -> int | None:
    """The verb after the quotation that reports it."""
    tokens, quote = scene.layers.tokens, place.quote
    low, high = place.after
    if low >= high:
        return None
    inner = scene.layers.shadow[quote.start : quote.end].rstrip("\"' ")
    starts_new = (
        tokens[low].text[:1].isupper() and inner.endswith((".", "!", "?")) and tokens[low].pos not in {"PRON"}
    )
    if inner.endswith(".") and (starts_new or tokens[low].text[:1].isupper()):
        return None
    if (
        not quote.closed
        or tokens[low].dep == "cc"
        or tokens[low].text.lower() in {"and", "but", "or", "that", "which", "who"}
    ):
        return None
    if (
        not inner.endswith(ENDINGS)
        and tokens[low].text not in {",", "-", "--", "—", "–"}
        and not _is_cue(scene, low)
    ):
        return None
    quoted = range(place.first, place.last)
    if low in by_anchor and by_anchor[low].rule == "according to":
        return low
    candidates = [
        i for i in range(low, high)
        if _is_cue(scene, i) and _opens_gap(scene, i, low) and child(scene.layers, i, "ccomp") in {None, *quoted}
    ]  # fmt: skip
    plain = [i for i in candidates if tokens[i].dep not in {"relcl", "acl", "advcl"}]
    if candidates:
        found = (plain or candidates)[0]
        # A full stop or a question mark ends the speech: what follows may be the next sentence.
        return found if not starts_new or found - low <= OPEN_CLASS_REACH else None
    near = range(low, min(high, low + OPEN_CLASS_REACH))
    return next((i for i in near if inner.endswith(ENDINGS) and _person_acts(scene, i)), None)


def _opens_gap(scene: Scene, cue: int, low: int) -> bool:
    """Whether a cue, or the words that say who, stand at the very beginning of the words after a quotation."""
    layers = scene.layers
    first = cue_tokens(layers, cue)[0]
    subject = subject_of(layers, cue, depth=0)
    if subject is not None and subject < cue:
        first = min(first, phrase(layers, subject, barrier=cue)[0])
    return first - low <= 3


def _cue_before(scene: Scene, place: _Place, by_anchor: Mapping[int, Draft]) -> int | None:
    """The verb before the quotation that leads over to it."""
    tokens = scene.layers.tokens
    low, high = place.before
    if low >= high:
        return None
    candidates = [
        i for i in range(low, high)
        if _is_cue(scene, i) or (i in by_anchor and by_anchor[i].rule == "according to")
    ]  # fmt: skip
    plain = [i for i in candidates if tokens[i].dep != "relcl"]
    if plain or candidates:
        return (plain or candidates)[-1]
    return None


def _is_cue(scene: Scene, index: int) -> bool:
    token = scene.layers.tokens[index]
    entry = scene.lexicon.verbs.get(token.lemma)
    return entry is not None and token.pos in {"VERB", "AUX"} and "quote" in entry.frames


def _person_acts(scene: Scene, index: int) -> bool:
    """Whether this is a verb, in any sense, with a person or a pronoun beside it as subject."""
    tokens = scene.layers.tokens
    if tokens[index].pos != "VERB" or tokens[index].tag not in {"VBD", "VBZ", "VBP"}:
        return False
    subject = subject_of(scene.layers, index, depth=0)
    return subject is not None and abs(subject - index) <= 4 and tokens[subject].pos in {"PROPN", "PRON"}


def _follows_on(scene: Scene, place: _Place) -> bool:
    """Whether a quotation without words of its own goes on from the one before."""
    before = scene.quotes[place.index - 1]
    quote = place.quote
    if quote.continues:
        return True
    between = scene.layers.shadow[before.end : quote.start].strip()
    if quote.paragraph == before.paragraph:
        return place.before[0] == place.before[1] and len(between.split()) <= 40
    return quote.paragraph == before.paragraph + 1 and (not between or _fills_paragraph(scene, place))


def _cue_of_previous_paragraph(scene: Scene, place: _Place) -> int | None:
    """The verb of a sentence that ends its paragraph with a colon or a comma before the quotation."""
    layers = scene.layers
    first = place.first
    if place.before[0] != place.before[1] or first == 0:
        return None
    previous: Token = layers.tokens[first - 1]
    if previous.text not in {":", ","} or scene.quote_of[first - 1] >= 0:
        return None
    sentence = layers.sentences[previous.sentence]
    candidates = [
        i for i in range(sentence.first, first)
        if scene.quote_of[i] < 0 and (_is_cue(scene, i) or according_head(layers, i) is not None)
    ]  # fmt: skip
    return candidates[-1] if candidates else None

"""Who says a quotation: the words beside it, before it, or in the paragraph before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.asides import according_head
from sayso.extract.attributions.beside import (
    cue_after,
    cue_before,
    cue_of_previous_paragraph,
    head_of_compound,
    neighbour_of,
)
from sayso.extract.attributions.fitting import words_at
from sayso.extract.attributions.geometry import holds, join, overlap
from sayso.extract.attributions.places import (
    Place,
    coordinates,
    fills_paragraph,
    find_places,
    follows_on,
    joins,
)
from sayso.extract.attributions.roles import is_source_noun
from sayso.extract.attributions.scene import Draft
from sayso.extract.attributions.stance import stance_of
from sayso.extract.attributions.syntax import agent_of, cue_tokens, is_passive, noun_stretch, speaker_of
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Scene

SPEAKER_REACH = 4
"""Tokens after a quotation within which a source without a verb stands (s)."""


def find_speech_drafts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """All drafts, each quotation given to the cue that reports it.

    A draft of the parse whose cue reports a quotation takes the quotation as its content.
    New drafts are made for cues without one, and for quotations that go on without any cue.
    """
    by_anchor = {draft.anchor: draft for draft in drafts if draft.rule not in {"noun", "adverb"}}
    others = [draft for draft in drafts if by_anchor.get(draft.anchor) is not draft]
    owners: dict[int, int] = {}
    waiting: list[Place] = []
    for place in find_places(scene):
        owner = _owner(scene, place, by_anchor, owners)
        if owner is None:
            waiting = [*waiting, place] if fills_paragraph(scene, place) else []
            continue
        if waiting and joins(waiting[-1], place):
            spans = [(p.quote.start, p.quote.end) for p in waiting]
            owner = _with(scene, owner, spans)
        waiting = []
        owners[place.index] = owner.anchor
        by_anchor[owner.anchor] = owner
    return [*by_anchor.values(), *others]


def _with(scene: Scene, draft: Draft, spans: Sequence[Stretch]) -> Draft:
    """The draft with more quotations in its content."""
    return replace(draft, content=join([*draft.content, *spans], scene.layers.shadow))


def _owner(
    scene: Scene, place: Place, by_anchor: Mapping[int, Draft], owners: Mapping[int, int]
) -> Draft | None:
    """The draft that reports this quotation, with the quotation in its content; None if nobody says it."""
    span = (place.quote.start, place.quote.end)
    previous = owners.get(place.index - 1)
    if previous is not None and coordinates(scene, place):
        return _with(scene, by_anchor[previous], [span])
    holder = _holder(place, by_anchor)
    if place.embedded:
        return holder
    cue = cue_after(scene, place, by_anchor)
    cue = cue_before(scene, place, by_anchor) if cue is None else cue
    if cue is not None:
        return _quoting(scene, place, cue, by_anchor.get(cue))
    alone = holder or _speaker_alone(scene, place)
    if alone is None and previous is not None and follows_on(scene, place):
        return _with(scene, by_anchor[previous], [span])
    cue = None if holder else cue_of_previous_paragraph(scene, place)
    return alone if cue is None else _quoting(scene, place, cue, by_anchor.get(cue))


def _holder(place: Place, by_anchor: Mapping[int, Draft]) -> Draft | None:
    """The nearest draft from outside the quotation whose content holds it."""
    span = (place.quote.start, place.quote.end)
    held = [
        draft
        for draft in by_anchor.values()
        if any(holds(c, span) for c in draft.content) and not place.first <= draft.anchor < place.last
    ]
    return min(held, key=lambda draft: abs(draft.anchor - place.first)) if held else None


def _speaker_alone(scene: Scene, place: Place) -> Draft | None:
    """A quotation that ends in a comma and is followed by a source without any verb."""
    layers = scene.layers
    low, high = place.after
    if not place.inner.endswith(","):
        return None
    for index in range(low, min(high, low + SPEAKER_REACH)):
        if is_source_noun(layers.tokens[index]) or layers.tokens[index].pos == "PROPN":
            head = head_of_compound(scene, index, high)
            return Draft(
                anchor=head,
                cue=None,
                source=noun_stretch(layers, head),
                head=head,
                content=((place.quote.start, place.quote.end),),
                stance=Stance.REPORT,
                rule="speech",
            )
    return None


def _quoting(scene: Scene, place: Place, cue: int, draft: Draft | None) -> Draft:
    """The draft of a cue with the quotation as its content."""
    span = (place.quote.start, place.quote.end)
    if draft is None:
        return _new_draft(scene, place, cue)
    kept = [c for c in draft.content if draft.rule == "speech" or _stays(scene, draft, c, span)]
    return replace(draft, content=join([*kept, span], scene.layers.shadow), rule="speech")


def _stays(scene: Scene, draft: Draft, content: Stretch, span: Stretch) -> bool:
    """Whether content found by the parse stays beside a quotation: a clause that is no part of it."""
    clause = draft.rule == "that" and draft.cue is not None and content[0] >= draft.cue[1]
    around = content[0] < span[0] and span[1] <= content[1]
    quoted = any(holds((q.start - 1, q.end + 1), content) for q in scene.quotes_in(*content))
    return clause and (around or not (overlap(content, span) or quoted))


def _new_draft(scene: Scene, place: Place, cue: int) -> Draft:
    layers = scene.layers
    according = according_head(layers, cue)
    entry = scene.lexicon.verbs.get(layers.tokens[cue].lemma)
    head = _speaker(scene, place, cue) if according is None else according
    source = None if head is None else noun_stretch(layers, head, barrier=cue)
    return Draft(
        anchor=cue,
        cue=_cue_words(scene, place, cue) if according is None else words_at(scene, cue, cue + 2),
        source=source,
        head=head if source is not None else None,
        content=((place.quote.start, place.quote.end),),
        stance=Stance.REPORT if entry is None else stance_of(layers, cue, entry),
        rule="speech" if according is None else "according to",
    )


def _speaker(scene: Scene, place: Place, cue: int) -> int | None:
    if is_passive(scene.layers, cue):
        return agent_of(scene.layers, cue)
    head = speaker_of(scene.layers, cue)
    return neighbour_of(scene, cue, place) if head is None else head


def _cue_words(scene: Scene, place: Place, cue: int) -> Stretch:
    """The cue, with the colon between it and the quotation (PolNeAR)."""
    first, last = cue_tokens(scene.layers, cue)
    colon = place.first - 1 == last and scene.layers.tokens[last].text == ":"
    return words_at(scene, first, last + colon)

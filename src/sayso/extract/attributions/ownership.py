"""Whose quotation it is where the rules and the labeller differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.geometry import holds, join, overlap
from sayso.extract.attributions.places import paragraph_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Draft, Scene

SPEECH = "speech"
BESIDE = frozenset({SPEECH, "headline"})
"""Rules that find who speaks a quotation by what stands right beside it."""
LEAST_REST = 10
"""Characters before a quotation that make it the end of something longer (s)."""


def speaks_apart(draft: Draft, merged: Sequence[Draft]) -> bool:
    """Whether a quotation with its own cue beside it was given to another quotation's speaker."""
    if draft.rule not in BESIDE or draft.via is not None or draft.cue is None or draft.source is None:
        return False
    around = [
        (other, piece)
        for other in merged
        for piece in other.content
        if any(holds(piece, quoted) for quoted in draft.content)
    ]
    return bool(around) and all(
        not any(holds(each, draft.cue) for each in other.content)
        and (len(other.content) > 1 or _says_more(draft, piece))
        for other, piece in around
    )


def _says_more(draft: Draft, piece: Stretch) -> bool:
    """Whether a quotation with its cue right behind it is only the end of a longer piece."""
    quoted = draft.content[0]
    behind = draft.cue is not None and draft.cue[0] >= quoted[1]
    return behind and quoted[0] - piece[0] > LEAST_REST


def without_quotations(draft: Draft, own: Sequence[Draft]) -> Draft:
    """The draft without the pieces that are another speaker's."""
    quoted = [piece for other in own for piece in other.content]
    left = [part for piece in draft.content for part in _cut(piece, quoted)]
    return replace(draft, content=tuple(left)) if left else draft


def _cut(piece: Stretch, holes: Sequence[Stretch]) -> list[Stretch]:
    """What is left of a stretch without others."""
    parts = [piece]
    for start, end in holes:
        parts = [
            part
            for first, last in parts
            for part in ((first, min(last, start)), (max(first, end), last))
            if part[0] < part[1]
        ]
    return parts


def without_far_quotations(scene: Scene, merged: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """The drafts without quotations of other paragraphs that the rules give to another cue."""
    owned = [(piece, draft.anchor) for draft in rules if draft.rule == SPEECH for piece in draft.content]
    left = []
    for draft in merged:
        near = tuple(
            piece
            for piece in draft.content
            if _is_near(scene, piece, draft)
            or not any(overlap(piece, other) and anchor != draft.anchor for other, anchor in owned)
        )
        left.append(replace(draft, content=near) if near else draft)
    return left


def _is_near(scene: Scene, piece: Stretch, draft: Draft) -> bool:
    """Whether a piece stands in its cue's paragraph, and the cue in no clause that only tells of somebody."""
    layers = scene.layers
    if draft.head is not None and layers.tokens[draft.head].tag in {"WP", "WDT"}:
        return False
    sentence = layers.sentence_at(piece[0])
    return sentence is not None and sentence.paragraph == paragraph_of(layers, draft.anchor)


def with_more_quotations(scene: Scene, merged: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with the quotations that the rules give to its cue and that nobody else has."""
    speech = {draft.anchor: draft for draft in rules if draft.rule == SPEECH}
    held = [piece for draft in merged for piece in draft.content]
    grown = []
    for draft in merged:
        rule = speech.get(draft.anchor)
        more = [] if rule is None else [c for c in rule.content if not any(overlap(c, h) for h in held)]
        content = join((*draft.content, *more), scene.layers.shadow) if more else draft.content
        grown.append(replace(draft, content=content))
    return grown

"""Content in offsets, fitted to quotation marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.geometry import join, snap, stretch_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Draft, Scene

Run = tuple[int, int]
"""Token indices, last excluded."""


def fit_draft(scene: Scene, draft: Draft, runs: Sequence[Run]) -> Draft | None:
    """The draft with runs of tokens as its content; None if nothing is said or its source has no words."""
    if draft.cue is None or (draft.head is not None and draft.source is None):
        return None
    content = fit_content(scene, runs, cue=draft.cue)
    return replace(draft, content=content) if content else None


def fit_content(scene: Scene, runs: Sequence[Run], *, cue: Stretch) -> tuple[Stretch, ...]:
    """Runs of tokens as stretches that cut no quotation and take in no part of the cue."""
    fitted = []
    for first, last in runs:
        stretch = stretch_of(scene.layers, first, last)
        if stretch is None:
            continue
        start, end = snap(stretch, scene.quotes_in(*stretch), cue)
        if start < cue[1] and cue[0] < end:
            start, end = (start, cue[0]) if stretch[0] < cue[0] else (cue[1], end)
        piece = scene.layers.shadow[start:end]
        if start < end and piece.strip():
            fitted.append((end - len(piece.lstrip()), start + len(piece.rstrip())))
    return join(fitted, scene.layers.shadow)


def words_at(scene: Scene, first: int, last: int) -> Stretch:
    """Offsets of tokens first..last, last excluded, marks and all."""
    return scene.layers.tokens[first].start, scene.layers.tokens[last - 1].end

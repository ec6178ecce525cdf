"""Attributions within attributions, from the outermost to the originator (STANDARDS 2)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from sayso.extract.attributions.commitment import asserts, compose, tense_of
from sayso.extract.attributions.geometry import holds
from sayso.extract.attributions.stance import explain
from sayso.model.claims import Attribution, Commitment
from sayso.model.ids import content_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.scene import Draft, Scene
    from sayso.model.claims import Source

DIRECT, MIXED, INDIRECT = "direct", "mixed", "indirect"


def link_drafts(scene: Scene, drafts: Sequence[Draft], sources: Sequence[Source]) -> tuple[Attribution, ...]:
    """Finished attributions in text order, with parents and chains.

    An attribution is the child of the smallest one in whose content its cue and content
    lie, or of the one that it is cited in.
    """
    bare = [_attribution(scene, draft, source) for draft, source in zip(drafts, sources, strict=True)]
    parents = _parents(drafts)
    finished = []
    for index, attribution in enumerate(bare):
        line = _line(index, parents)
        linked = replace(
            attribution,
            parent=bare[line[-2]].id if len(line) > 1 else None,
            chain=tuple(bare[i].id for i in line),
        )
        finished.append(compose(scene, [drafts[i] for i in line], linked))
    return tuple(sorted(finished, key=lambda a: (min(s.start for s in (*a.cue, *a.content)), a.id)))


def _attribution(scene: Scene, draft: Draft, source: Source) -> Attribution:
    layers = scene.layers
    cue = () if draft.cue is None else (draft.cue,)
    return Attribution(
        id=content_id("att", layers.report.id, cue or (draft.source,), draft.content),
        report=layers.report.id,
        kind=kind_of_content(scene, draft),
        source=source,
        cue=tuple(layers.span(*c) for c in cue),
        content=tuple(layers.span(*c) for c in draft.content),
        stance=draft.stance,
        parent=None,
        chain=(),
        rule=explain(scene, draft),
        asserts=asserts(scene, draft),
        tense=tense_of(scene, draft),
        value=Commitment.NONE,
        author_value=Commitment.NONE,
    )


def kind_of_content(scene: Scene, draft: Draft) -> str:
    """``direct`` if all words of the content are quoted, ``mixed`` if some are, else ``indirect``."""
    quoted = words = 0
    for start, end in draft.content:
        text = scene.layers.shadow
        words += sum(c.isalnum() for c in text[start:end])
        for quote in scene.quotes_in(start, end):
            quoted += sum(c.isalnum() for c in text[max(start, quote.start) : min(end, quote.end)])
    return INDIRECT if not quoted else DIRECT if quoted == words else MIXED


def _parents(drafts: Sequence[Draft]) -> list[int | None]:
    by_anchor = {draft.anchor: index for index, draft in enumerate(drafts)}
    pieces = sorted(
        ((start, end, index) for index, draft in enumerate(drafts) for start, end in draft.content),
        key=lambda piece: (piece[0], -piece[1]),
    )
    reach = list(accumulate((end for _, end, _ in pieces), max))
    found: list[int | None] = []
    for index, draft in enumerate(drafts):
        cited = None if draft.via is None else by_anchor.get(draft.via)
        found.append(_around(drafts, index, pieces, reach) if cited in (None, index) else cited)
    return found


def _around(
    drafts: Sequence[Draft], index: int, pieces: Sequence[tuple[int, int, int]], reach: Sequence[int]
) -> int | None:
    """The draft with the smallest piece of content around this one."""
    inner = drafts[index].cue or drafts[index].content[0]
    at = bisect_right(pieces, inner[0], key=lambda piece: piece[0]) - 1
    best: tuple[int, int] | None = None
    while at >= 0 and reach[at] >= inner[1]:
        start, end, other = pieces[at]
        size = (end - start, other)
        smaller = best is None or size < best
        if smaller and other != index and holds((start, end), inner) and _nests(drafts[other], drafts[index]):
            best = size
        at -= 1
    return None if best is None else best[1]


def _nests(outer: Draft, inner: Draft) -> bool:
    """Whether cue and content of the one lie inside the content of the other."""
    if outer.via == inner.anchor:
        return False
    own = [stretch for stretch in (inner.cue, *inner.content) if stretch is not None]
    return all(any(holds(c, stretch) for c in outer.content) for stretch in own)


def _line(index: int, parents: Sequence[int | None]) -> list[int]:
    """Indices from the outermost attribution to this one. A circle, were there one, is cut."""
    line = [index]
    while (above := parents[line[0]]) is not None and above not in line:
        line.insert(0, above)
    return line

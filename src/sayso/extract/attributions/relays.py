"""Sources behind sources: "quoted Y as saying", "citing Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.fitting import fit_content
from sayso.extract.attributions.geometry import holds
from sayso.extract.attributions.scene import Draft
from sayso.extract.attributions.syntax import child, noun_stretch, phrase
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.extract.attributions.scene import Scene
    from sayso.model.layers import Layers

QUOTING = frozenset({"quote", "cite"})


def find_relay_drafts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """All drafts, with one more for every source that another one quotes or cites.

    In "N quoted Y as saying P" and in "X said P, citing Y" the originator is Y; N and X
    are links of the chain (STANDARDS 2, composition rules 1 and 5).
    """
    by_anchor = {draft.anchor: draft for draft in drafts}
    by_anchor.update({draft.anchor: draft for draft in _thrown_in(scene, drafts)})
    inner = list(_relays(scene, by_anchor))
    taken = {draft.anchor for draft in inner}
    return [*(draft for draft in by_anchor.values() if draft.anchor not in taken), *inner]


def _thrown_in(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The two drafts of "X said, according to N, that P", changed so that N is the outer link."""
    said = {draft.cue[1]: draft for draft in drafts if draft.cue is not None and draft.rule == "that"}
    shadow = scene.layers.shadow
    for draft in drafts:
        if draft.rule != "according to" or draft.cue is None or draft.source is None:
            continue
        before = draft.cue[0] - 1
        while before > 0 and shadow[before - 1] in ", ":
            before -= 1
        outer = said.get(before)
        if outer is None or outer.cue is None or outer.source is None:
            continue
        rest = (draft.source[1], max(end for _, end in outer.content))
        start = min(outer.source[0], outer.cue[0])
        if start < outer.cue[1] <= draft.cue[0] and rest[0] < rest[1]:
            yield replace(draft, content=((start, outer.cue[1]), rest))
            yield replace(outer, content=(rest,))


def _relays(scene: Scene, by_anchor: Mapping[int, Draft]) -> Iterator[Draft]:
    layers = scene.layers
    by_source = {draft.head: draft for draft in by_anchor.values() if draft.head is not None}
    for sentence in layers.sentences:
        if sentence.furniture:
            continue
        for verb in range(sentence.first, sentence.last):
            token = layers.tokens[verb]
            if token.lemma in QUOTING and token.pos == "VERB":
                told = child(layers, verb, "dobj", "nsubjpass")
                yield from _as_saying(scene, verb, told, by_anchor)
                outer = by_anchor.get(token.head) or by_source.get(token.head)
                if token.dep in {"advcl", "acl"} and outer is not None and told is not None:
                    yield from _citing(scene, verb, told, outer)


def _as_saying(scene: Scene, verb: int, told: int | None, by_anchor: Mapping[int, Draft]) -> Iterator[Draft]:
    """Drafts for "N quoted Y as saying P": N's, whose content is all of it, and Y's."""
    layers = scene.layers
    saying = _saying(layers, verb)
    if told is None or saying is None:
        return
    outer, own = by_anchor.get(verb), by_anchor.get(saying)
    content = own.content if own is not None else None
    if content is None and outer is not None and outer.content[0][0] < layers.tokens[verb].start:
        content = tuple(c for c in outer.content if c[0] < layers.tokens[verb].start)
    if not content:
        return
    source = noun_stretch(layers, told, barrier=verb)
    first = saying - 1 if layers.tokens[saying - 1].lemma == "as" else saying
    cue = (layers.tokens[first].start, layers.tokens[saying].end)
    if source is None:
        return
    passive = layers.tokens[told].dep == "nsubjpass"
    yield Draft(
        anchor=saying, cue=cue, source=source, head=told, content=content, stance=Stance.REPORT,
        rule="speech", via=verb if outer is not None and outer.head is not None else None,
    )  # fmt: skip
    if outer is not None:
        about = () if passive else _words_about(scene, outer, told, saying)
        yield replace(outer, content=tuple(sorted({*content, *about})))


def _words_about(scene: Scene, outer: Draft, told: int, saying: int) -> tuple[tuple[int, int], ...]:
    runs = [(phrase(scene.layers, told)[0], saying + 1)]
    return () if outer.cue is None or told > saying else fit_content(scene, runs, cue=outer.cue)


def _saying(layers: Layers, verb: int) -> int | None:
    """The verb in "as saying", hanging from a verb of quoting."""
    for below in layers.children[verb]:
        if layers.tokens[below].lemma == "as":
            found = child(layers, below, "pcomp", "pobj")
            if found is not None and layers.tokens[found].tag == "VBG":
                return found
        if layers.tokens[below].tag == "VBG" and layers.tokens[below - 1].lemma == "as":
            return below
    return None


def _citing(scene: Scene, verb: int, told: int, outer: Draft) -> Iterator[Draft]:
    """The draft of Y in "X said P, citing Y"."""
    source = noun_stretch(scene.layers, told)
    token = scene.layers.tokens[verb]
    if source is not None and outer.cue is not None:
        yield Draft(
            anchor=verb, cue=(token.start, token.end), source=source, head=told, content=outer.content,
            stance=Stance.REPORT, rule="speech", via=outer.anchor,
        )  # fmt: skip


def turn_citing(scene: Scene, merged: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of "X said P, citing Y" that have Y for what is said turned round: Y says P."""
    said = {draft.anchor: draft for draft in merged}
    return [_turned(scene, draft, said) if draft.via is None else draft for draft in merged]


def _turned(scene: Scene, draft: Draft, said: Mapping[int, Draft]) -> Draft:
    layers = scene.layers
    token = layers.tokens[draft.anchor]
    told = child(layers, draft.anchor, "dobj")
    outer = said.get(token.head) or next(
        (o for o in said.values() if o.source == draft.source and o.anchor != draft.anchor), None
    )
    if token.lemma not in QUOTING or told is None or outer is None or outer.cue is None:
        return draft
    source = noun_stretch(layers, told)
    apart = layers.tokens[outer.anchor].sentence != token.sentence
    if source is None or apart or not any(holds(source, piece) for piece in draft.content):
        return draft
    return replace(
        draft, source=source, head=told, content=outer.content, rule="speech", via=outer.anchor, learned=False
    )

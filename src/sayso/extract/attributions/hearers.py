"""Outlets that a source spoke to: "told the agency", "in an interview with", links of the chain."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.geometry import holds, overlap
from sayso.extract.attributions.scene import Draft
from sayso.extract.attributions.syntax import child, noun_stretch
from sayso.extract.lexicon import vocabulary
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Scene
    from sayso.model.layers import Layers

RULE = "told to"
TELLING = frozenset({"tell", "inform"})
SPEAKING = frozenset({"say", "speak", "talk", "write", "confirm", "add", "explain", "reveal"})
CONVERSATIONS = frozenset({"interview", "comment", "statement", "remark", "conversation", "email"})
MEDIA, AGENCIES, REPORTERS = (vocabulary(name) for name in ("media", "agencies", "reporters"))
REACH = 5
"""Tokens after a verb within which a reporter is named (s)."""
TO = frozenset({"to", "the", "a", "with", "told"})
PLAIN = re.compile(r"\W|^the\s")


@dataclass(frozen=True, slots=True)
class _Hearer:
    """An outlet or reporter: the head of its words, and their offsets."""

    head: int
    words: Stretch


def link_hearers(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """All drafts, with one more around each for the outlet that its source spoke to.

    What "a doctor told the agency" is known through the agency (STANDARDS 2, rule 1). An
    unnamed source keeps the outlet it first spoke to: "the doctor" speaks to it again. The
    report's own outlet is no link.
    """
    first: list[tuple[Draft, _Hearer]] = []
    cited = [(piece, draft.source) for draft in drafts for piece in draft.content if draft.source]
    linked: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.anchor):
        hearer = None
        if draft.via is None and draft.source is not None:
            hearer = None if draft.cue is None else _hearer(scene, draft)
            hearer = _same_source(scene, draft, first) if hearer is None else hearer
        if hearer is None or any(overlap(hearer.words, piece) for piece in draft.content):
            linked.append(draft)
            continue
        first.append((draft, hearer))
        near = scene.layers.tokens[draft.anchor].sentence == scene.layers.tokens[hearer.head].sentence
        if near and any(_repeats(scene, hearer, piece, source) for piece, source in cited):
            linked.append(draft)
            continue
        # Every link has an anchor of its own: an outlet may have been told several things.
        anchor = -1 - draft.anchor
        outer = Draft(
            anchor=anchor, cue=None, source=hearer.words, head=hearer.head, content=draft.content,
            stance=Stance.REPORT, rule=RULE,
        )  # fmt: skip
        linked += [outer, replace(draft, via=anchor)]
    return linked


def _repeats(scene: Scene, hearer: _Hearer, piece: Stretch, source: Stretch) -> bool:
    """Whether the words stand in what the same outlet is already quoted with."""
    shadow = scene.layers.shadow
    return holds(piece, hearer.words) and shadow[slice(*hearer.words)] in shadow[slice(*source)]


def _hearer(scene: Scene, draft: Draft) -> _Hearer | None:
    """The outlet or reporter that the source spoke to; None if it is none or not said."""
    layers = scene.layers
    verb = layers.tokens[draft.anchor]
    found: list[int] = []
    if verb.lemma in TELLING:
        found += [c for c in layers.children[draft.anchor] if layers.tokens[c].dep in {"dobj", "dative"}]
    for below in layers.children[draft.anchor]:
        token = layers.tokens[below]
        if token.dep in {"prep", "dative"} and token.lemma in {"to", "with", "in"}:
            inner = child(layers, below, "pobj")
            spoken = inner is not None and token.lemma == "to" and verb.lemma in SPEAKING
            if inner is not None and spoken:
                found.append(inner)
            elif inner is not None and layers.tokens[inner].lemma in CONVERSATIONS:
                found += _partner(layers, inner)
    for head in found:
        words = noun_stretch(layers, head)
        if words is not None and is_outlet(layers, head) and not _is_own(scene, words):
            return _Hearer(head, words)
    return _named_reporter(layers, draft.anchor)


def _named_reporter(layers: Layers, verb: int) -> _Hearer | None:
    """One reporter by name right after the verb, often lost in the parse ("said to journalist A B that")."""
    tokens = layers.tokens
    last = min(len(tokens), verb + REACH)
    at = next((i for i in range(verb + 1, last) if tokens[i].text.lower() in REPORTERS), None)
    if at is None or any(tokens[i].text.lower() not in TO for i in range(verb + 1, at)):
        return None
    end = at + 1
    while end < len(tokens) and (tokens[end].text[:1].isupper() or tokens[end].text == "-"):
        end += 1
    return _Hearer(end - 1, (tokens[at].start, tokens[end - 1].end)) if end > at + 1 else None


def _partner(layers: Layers, conversation: int) -> Iterator[int]:
    for below in layers.children[conversation]:
        inner = child(layers, below, "pobj")
        if layers.tokens[below].lemma in {"with", "to", "for"} and inner is not None:
            yield inner


def is_outlet(layers: Layers, head: int) -> bool:
    """Whether a noun phrase names a news outlet or agency, or one reporter by name."""
    stretch = noun_stretch(layers, head)
    inside = {layers.tokens[i].pos for i in (head, *layers.children[head])}
    if stretch is None or "PROPN" not in inside:
        return False
    words = re.findall(r"[\w']+", layers.shadow[slice(*stretch)].lower())
    if REPORTERS & set(words):
        return True
    if layers.tokens[head].pos != "PROPN":
        return False
    return bool(AGENCIES & {*words, " ".join(words[-2:])}) or bool(MEDIA & set(words[-2:]))


def _is_own(scene: Scene, words: Stretch) -> bool:
    """Whether the outlet is the one that publishes the report."""
    report = scene.layers.report
    agency = report.dateline.agency if report.dateline is not None else None
    own = [report.outlet or "", "" if agency is None else agency.text]
    name = PLAIN.sub("", scene.layers.shadow[slice(*words)].lower())
    others = [PLAIN.sub("", one.lower()) for one in own if one]
    return any(one and (one in name or name in one) for one in others)


def _same_source(scene: Scene, draft: Draft, first: Sequence[tuple[Draft, _Hearer]]) -> _Hearer | None:
    """The outlet to which "the doctor" spoke before as "a doctor"; None for any other source."""
    layers = scene.layers
    if draft.head is None or layers.tokens[draft.head].pos != "NOUN":
        return None
    own = _words(layers, draft.head)
    if "the" not in own:
        return None
    for earlier, hearer in reversed(first):
        if earlier.head is None or layers.tokens[earlier.head].lemma != layers.tokens[draft.head].lemma:
            continue
        if own - {"the"} <= _words(layers, earlier.head):
            return hearer
    return None


def _words(layers: Layers, head: int) -> set[str]:
    before = [c for c in layers.children[head] if c < head]
    return {layers.tokens[i].lemma for i in (head, *before)}

"""What the rules find and what the labeller proposes, put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.commitment import asserts
from sayso.extract.attributions.geometry import holds, join, overlap
from sayso.extract.attributions.learned import RULE
from sayso.extract.attributions.ownership import (
    SPEECH,
    speaks_apart,
    with_more_quotations,
    without_far_quotations,
    without_quotations,
)
from sayso.extract.attributions.relays import turn_citing
from sayso.extract.attributions.stance import entry_at
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Draft, Scene

NAMING = frozenset({SPEECH, "according to"})
"""Rules that are believed about who speaks where the labeller names nobody."""
SAFE = frozenset({"according to", "headline", "speech", "adverb"})
"""Rules that are believed where the labeller sees nothing."""
SURE, SURE_TELLING = 0.55, 0.4
"""How sure the labeller must be of words outside the lexicon; less where they tell of a fact (dev)."""
BREAKS = frozenset(',;:-–—()"')
"""Marks that part one phrase from the next."""
PLAIN = frozenset({"that", "aside"})
"""Frames that are believed there of a word that does little else than report."""
SOURCELESS = frozenset({Stance.HEARSAY, Stance.ACCUSE, Stance.DISTANCE, Stance.REPORT})
"""Classes in which somebody else speaks within what is said, though nobody is named."""
DOUBTED = frozenset({Stance.ACCUSE, Stance.DENY, Stance.DISTANCE, Stance.HEARSAY})
"""Classes of cues without which the author would seem to say it ("was accused of", "allegations that")."""
COMMON = frozenset({"STANDARDS 2", "PolNeAR train, n >= 50"})
"""Origins of the entries for such words."""
TOLD_OF = frozenset({"report", "claim", "toll"})
"""Nouns and objects with which something is reported without a clause ("reports of casualties")."""


def merge_learned(scene: Scene, rules: Sequence[Draft], learned: Sequence[Draft]) -> list[Draft]:
    """Both together: the labeller says where an attribution is, the rules what it is.

    A draft of the rules at the cue of a learned one lends it its class, its place in a chain
    and the quotations that go on elsewhere. Where the labeller gives two quotations to one
    speaker and the rules know another speaker beside the second, the rules are believed. A
    draft of the rules within what somebody says stays, for chains; any other only if its
    rule is safe.
    """
    taken: set[int] = set()
    merged: list[Draft] = []
    for draft in learned:
        if draft.cue is None:
            continue
        partner = _partner(rules, draft, taken)
        if partner is None:
            # without a source the labeller alone is right in one case of four
            merged += [draft] if draft.source is not None and _is_sure(scene, draft) else []
        else:
            taken.add(id(partner))
            merged.append(_joined(scene, draft, partner))
    merged = _with_denials(scene, merged, rules)
    rest = [draft for draft in rules if id(draft) not in taken]
    own = [draft for draft in rest if speaks_apart(draft, merged)]
    merged = [without_quotations(draft, own) for draft in merged]
    merged = without_far_quotations(scene, merged, rules)
    merged = with_more_quotations(scene, merged, [d for d in rules if id(d) in taken])
    kept = [draft for draft in rest if draft not in own and _stays(scene, draft, merged)]
    return _with_relayed(turn_citing(scene, merged), [*own, *kept])


def _with_denials(scene: Scene, merged: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """The drafts, a denial reaching as far as either side says, and no guess that takes it for a statement.

    To find less is a miss; to have somebody say what he denies is an accusation of our own.
    """
    denied = {draft.anchor: draft for draft in rules if draft.stance is Stance.DENY and draft.content}
    kept = []
    for draft in merged:
        rule = denied.get(draft.anchor)
        if rule is not None:
            kept.append(replace(draft, content=join((*draft.content, *rule.content), scene.layers.shadow)))
        elif draft.rule != RULE or not any(_shared(draft, other) for other in denied.values()):
            kept.append(draft)
    return kept


def _with_relayed(merged: Sequence[Draft], kept: Sequence[Draft]) -> list[Draft]:
    """All of them, those cited by another with the other's content as it is now ("X said, citing Y")."""
    content = {draft.anchor: draft.content for draft in merged if draft.learned}
    return [
        replace(draft, content=content.get(draft.via, draft.content)) if draft.via is not None else draft
        for draft in [*merged, *kept]
    ]


def _is_sure(scene: Scene, draft: Draft) -> bool:
    """Whether the labeller is sure enough of reporting words that the lexicon does not know.

    Words that are all in quotation marks are somebody's in any case.
    """
    quoted = all(
        any(holds((q.start, q.end), piece) for q in scene.quotes_in(*piece)) for piece in draft.content
    )
    if quoted or entry_at(scene, draft.anchor) is not None:
        return True
    return draft.certainty >= (SURE_TELLING if asserts(scene, draft) else SURE)


def _partner(rules: Sequence[Draft], draft: Draft, taken: set[int]) -> Draft | None:
    """The draft of the rules that has this draft's cue."""
    if draft.cue is None:
        return None
    same = [
        other
        for other in rules
        if other.cue is not None and overlap(other.cue, draft.cue) and id(other) not in taken
    ]
    return max(same, key=lambda other: _shared(other, draft), default=None)


def _shared(a: Draft, b: Draft) -> int:
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a.content for y in b.content)


def _joined(scene: Scene, draft: Draft, rule: Draft) -> Draft:
    named = draft.source is not None and rule.source is not None and overlap(draft.source, rule.source)
    if rule.via is not None or (rule.rule == "according to" and not named):
        return rule  # whoever is cited in so many words is no guess
    source, head = draft.source, draft.head
    if source is None and rule.rule in NAMING:
        source, head = rule.source, rule.head
    elif rule.head is not None and source is not None:
        token = scene.layers.tokens[rule.head]
        if holds(source, (token.start, token.end)):
            head = rule.head
    content = _content(scene, draft, rule)
    if _is_swapped(draft, rule):
        return replace(rule, learned=True)
    return replace(
        draft,
        anchor=rule.anchor,
        stance=rule.stance,
        rule=rule.rule,
        via=rule.via,
        source=source,
        head=head,
        content=content,
    )


def _content(scene: Scene, draft: Draft, rule: Draft) -> tuple[Stretch, ...]:
    """The learned content; to the edge of the parse's clause where the labeller stops within a phrase."""
    if rule.rule != "that" or len(draft.content) != 1 or len(rule.content) != 1:
        return draft.content
    (start, end), (first, last) = draft.content[0], rule.content[0]
    if not overlap(draft.content[0], rule.content[0]):
        return draft.content
    text = scene.layers.shadow
    if first < start and not any(c in BREAKS for c in text[first:start]):
        start = first
    if end < last and text[end:last].strip()[:1].isalnum():
        end = last
    return ((start, end),)


def _is_swapped(draft: Draft, rule: Draft) -> bool:
    """Whether the labeller takes what is said for who says it, and the other way round."""
    if draft.source is None or rule.source is None:
        return False
    said = any(overlap(rule.source, piece) for piece in draft.content)
    return said and any(overlap(draft.source, piece) for piece in rule.content)


def _stays(scene: Scene, draft: Draft, merged: Sequence[Draft]) -> bool:
    """Whether a draft of the rules alone is kept."""
    own = draft.cue or draft.content[0]
    if draft.via is not None:
        return True
    if any(holds(piece, own) for other in merged for piece in other.content):
        return draft.source is not None or draft.stance in SOURCELESS
    doubted = draft.stance in DOUBTED
    if draft.rule == "according to" or doubted:  # it may stand around what somebody else says
        return not any(
            overlap(own, s) for other in merged for s in (other.cue, other.source) if s is not None
        )
    return _is_safe(scene, draft) and not any(_meets(draft, other) for other in merged)


def _is_safe(scene: Scene, draft: Draft) -> bool:
    if draft.rule in SAFE:
        return True
    entry = entry_at(scene, draft.anchor)
    if draft.rule in PLAIN and entry is not None and entry.origin in COMMON:
        return True
    tokens = scene.layers.tokens
    told = [tokens[draft.anchor].lemma, *(tokens[c].lemma for c in scene.layers.children[draft.anchor])]
    return draft.rule in {"noun", "obj"} and any(lemma in TOLD_OF for lemma in told)


def _meets(a: Draft, b: Draft) -> bool:
    def stretches(draft: Draft) -> list[Stretch]:
        return [s for s in (draft.cue, draft.source, *draft.content) if s is not None]

    return any(overlap(x, y) for x in stretches(a) for y in stretches(b))

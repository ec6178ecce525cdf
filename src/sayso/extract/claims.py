"""From drafts to claims: whose words they stand in, how surely they are put, of which event."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions import AttributionIndex, speaker_string
from sayso.extract.clauses import first_child, is_negated, phrase
from sayso.extract.conditions import SPEAKER
from sayso.extract.event_words import families_of
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.parties import is_authority, is_of_here, is_of_party
from sayso.extract.responsibility.rows import HELD
from sayso.extract.totals import settle_totals
from sayso.model.claims import AUTHOR, UNNAMED, Attribution, Claim, Modality, SourceKind, Stance
from sayso.model.ids import content_id
from sayso.model.values import Condition, Responsibility, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.extract.scene import Draft, Scene
    from sayso.model.layers import Layers

BY_STANCE: Mapping[Stance, Modality] = {
    Stance.REPORT: Modality.REPORTED, Stance.FACTIVE: Modality.REPORTED, Stance.HEARSAY: Modality.REPORTED,
    Stance.DISTANCE: Modality.ALLEGED, Stance.ACCUSE: Modality.ALLEGED, Stance.DENY: Modality.DENIED,
    Stance.BELIEF: Modality.SPECULATED, Stance.INSINUATE: Modality.SPECULATED,
    Stance.QUESTION: Modality.SPECULATED,
}  # fmt: skip
"""STANDARDS 2, read as GOLD.md's modality."""
STEPWISE = frozenset({"arrested"})
"""Counts of what is done on one day and again on another, so that each holds for its own day."""
SEEING = vocabulary("seeing")
WITNESSES = vocabulary("witnesses")
BLAMING_SLOTS = frozenset({"responsibility", "claimed"})
STEPS = 8
"""Steps up the tree over which it is looked for who saw it (s)."""
LEAD = 2
"""Sentences of the body that tell what a report is about (s)."""
HEDGES = vocabulary("possible") | vocabulary("probable") | {"fear"}
DOUBTED = frozenset({Stance.ACCUSE, Stance.DENY, Stance.DISTANCE, Stance.HEARSAY})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
DOING = frozenset({"carry", "commit", "perpetrate", "stage", "launch", "conduct", "execute", "mount"})
"""Verbs with which somebody tells of an attack as a deed, whatever the article."""
NOBODY_MUCH = vocabulary("vague_speakers")
"""Speakers who are no identified ones (STANDARDS 3, ``blamed_unsourced``)."""
ARTICLES = re.compile(r"\b(?:the|a|an|of|in|at|on|near|and|his|their|its)\b")


def build_claims(
    scene: Scene, drafts: Sequence[Draft], attributions: Sequence[Attribution]
) -> tuple[Claim, ...]:
    """The claims of one report, one for each slot, group, event, value and source."""
    merged: dict[tuple[object, ...], list[Claim]] = {}
    index = AttributionIndex(attributions)
    # who did it is never moved from whoever says so to the author, however it is put
    blaming = AttributionIndex(attributions, judging=True)
    for draft in drafts:
        if draft.slot:
            claim = _claim(scene, draft, blaming if draft.slot == "responsibility" else index)
            merged.setdefault(
                (claim.event, claim.slot, claim.group, claim.source, claim.modality == Modality.DENIED), []
            ).append(claim)
    distinct = [claim for claims in merged.values() for claim in _merge(claims)]
    found = settle_totals(distinct, lead=_lead(scene))
    return tuple(sorted(found, key=lambda claim: (claim.spans[0].start, claim.slot, claim.id)))


def _lead(scene: Scene) -> int:
    """The offset at which headline and lead end."""
    body = [sentence for sentence in scene.sentences() if not sentence.title][:LEAD]
    return body[-1].end if body else 0


def _attribution(layers: Layers, draft: Draft, index: AttributionIndex) -> Attribution | None:
    """Whose words a draft stands in; None for the author's, also where its own words are the cue."""
    token = layers.tokens[draft.at]
    said = index.innermost(draft.start, draft.end) or index.innermost(token.start, token.end)
    hint = isinstance(draft.value, Responsibility) and draft.value.status == "mentioned"
    if (
        (draft.slot == "claimed" or hint)
        and said is not None
        and any(cue.start < draft.end and draft.start < cue.end for cue in said.cue)
    ):
        return None
    blames = draft.slot == "responsibility" or (said is not None and said.stance in DOUBTED)
    return None if said is not None and not blames and _is_presupposed(layers, draft.at, said) else said


def _is_presupposed(layers: Layers, index: int, said: Attribution) -> bool:
    """Whether words stand within "the attack on ..." that a speaker only speaks of, unquoted.

    What a definite description takes for granted is the author's word (STANDARDS 2, rule 6); not
    who did it, and nothing that is doubted or denied: an accusation stays with its accuser.
    """
    at = layers.tokens[index]
    if said.kind == "direct" or any(q.start <= at.start < q.end for q in layers.quotes):
        return False
    below = here = index
    while layers.tokens[here].head != here:
        token = layers.tokens[here]
        if below != here and token.pos == "NOUN" and families_of(layers, here):
            counted = below == index and layers.tokens[below].dep in {"nummod", "amod"}
            done = token.dep == "dobj" and layers.tokens[token.head].lemma in DOING
            words = {layers.tokens[c].lemma for c in layers.children[here]}
            if words & DEFINITE and not counted and not done:
                return True
        if token.pos in {"VERB", "AUX"} and token.dep not in {"relcl", "acl"}:
            return False
        below, here = here, token.head
    return False


def _claim(scene: Scene, draft: Draft, index: AttributionIndex) -> Claim:
    layers = scene.layers
    said = _attribution(layers, draft, index)
    source = draft.source or (speaker_string(said.source) if said is not None else _witness(scene, draft))
    value = draft.value
    if isinstance(value, Responsibility) and draft.source is None and is_of_party(source, value.party):
        source, said = AUTHOR, None  # nobody is blamed, or hinted at, on its own word
    if isinstance(value, Condition) and value.person == SPEAKER:
        value = replace(
            value, person=scene.people.full_name(said.source.description) if said is not None else AUTHOR
        )
    if isinstance(value, Responsibility):
        known = f"{source} {scene.people.role_of(source)}"
        official = is_authority(known) or is_of_here(scene, source)
        value = _by_speaker(value, said, authority=official, source=known)
    span = layers.span(draft.start, draft.end)
    modality = Modality(draft.modality) if draft.modality else _modality(scene, draft, said)
    return Claim(
        id="", event=_event(scene, draft), slot=draft.slot, group=draft.group, value=value,
        wording=span.text, spans=(span,), source=source, attribution=said.id if said is not None else None,
        modality=modality, polarity="negated" if modality == Modality.DENIED else "affirmed",
        as_of=_day(scene, draft) if draft.slot in STEPWISE else None, set_by="machine",
    )  # fmt: skip


def _day(scene: Scene, draft: Draft) -> str | None:
    """The day that a draft's own clause gives; None if it gives none, or several."""
    clause = scene.clause(draft.at)
    days = {
        time.days.start
        for time in scene.times
        if time.days is not None
        and time.days.start == time.days.end
        and (index := scene.layers.token_at(time.start)) is not None
        and scene.clause(index) == clause
    }
    return days.pop() if len(days) == 1 else None


def _witness(scene: Scene, draft: Draft) -> str:
    """Who is said to have seen or heard it, as an unnamed source; else the author."""
    layers = scene.layers
    here = draft.at
    for _ in range(STEPS if draft.slot not in BLAMING_SLOTS else 0):
        token = layers.tokens[here]
        if token.pos == "VERB" and token.lemma in SEEING:
            subject = _who_saw(layers, here)
            if subject is not None and layers.tokens[subject].lemma in WITNESSES:
                words = range(phrase(layers, subject)[0], subject + 1)
                kept = [layers.tokens[i].text for i in words if layers.tokens[i].dep != "det"]
                return f"{UNNAMED}{' '.join(kept)}"
        if token.head == here:
            break
        here = token.head
    return AUTHOR


def _who_saw(layers: Layers, verb: int) -> int | None:
    """The subject of a verb of seeing, also where it shares that of another: "heard a blast, then saw"."""
    beside = [c for c in layers.children[verb] if layers.tokens[c].lemma in SEEING and c < verb]
    verbs = [verb, *([layers.tokens[verb].head] if layers.tokens[verb].dep == "conj" else []), *beside]
    return next((found for v in verbs if (found := first_child(layers, v, "nsubj")) is not None), None)


def _event(scene: Scene, draft: Draft) -> str:
    if draft.event is not None:
        return draft.event
    mention = scene.events.main if draft.of_incident else scene.events.event_of(draft.at)
    return mention.id


def _by_speaker(
    value: Responsibility, said: Attribution | None, *, authority: bool, source: str
) -> Responsibility:
    """A deed in somebody's mouth is an accusation by that somebody (STANDARDS 3)."""
    if value.status == "accused_by_other" and said is not None and authority:
        return replace(value, status="suspected_by_authorities")
    if value.status not in {"stated_by_author", HELD}:
        return value
    if said is None:
        return replace(value, status="blamed_unsourced") if value.status == HELD else value
    vague = said.source.kind is SourceKind.NONE or set(source.lower().split()) & NOBODY_MUCH
    if said.stance is Stance.HEARSAY or vague:
        return replace(value, status="blamed_unsourced")
    return replace(value, status="suspected_by_authorities" if authority else "accused_by_other")


def _modality(scene: Scene, draft: Draft, said: Attribution | None) -> Modality:
    near = {scene.layers.tokens[i].lemma for i in (draft.at, *scene.layers.children[scene.clause(draft.at)])}
    if near & HEDGES and not is_negated(scene.layers, draft.at):
        return Modality.SPECULATED
    return BY_STANCE[said.stance] if said is not None else Modality.STATED


def _merge(claims: list[Claim]) -> list[Claim]:
    """One claim for each value; a vaguer wording of a place, weapon or target joins the fuller one."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (-len(_words(c)), c.spans[0].start)):
        home = next((group for group in groups if _joins(claim, group[0])), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return [_joined(group) for group in groups]


def _joins(claim: Claim, fuller: Claim) -> bool:
    if isinstance(claim.value, Text) and isinstance(fuller.value, Text):
        return _words(claim) <= _words(fuller)
    if isinstance(claim.value, Responsibility) and isinstance(fuller.value, Responsibility):
        return (
            claim.value.status == fuller.value.status
            and claim.value.party.lower() == fuller.value.party.lower()
        )
    return claim.value == fuller.value


def _words(claim: Claim) -> frozenset[str]:
    """The words a place, weapon or target is compared by; empty for other values."""
    if not isinstance(claim.value, Text):
        return frozenset()
    words = re.findall(r"\w+", ARTICLES.sub(" ", claim.value.text.lower()))
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)


def _joined(group: list[Claim]) -> Claim:
    fullest = group[0]
    others = sorted(
        {span for claim in group for span in claim.spans} - {fullest.spans[0]}, key=lambda s: (s.start, s.end)
    )
    spans = (fullest.spans[0], *others)
    ident = content_id(
        "clm",
        fullest.event,
        fullest.slot,
        fullest.group,
        fullest.value,
        fullest.source,
        fullest.modality,
        spans[0].start,
        spans[0].end,
    )
    return replace(fullest, id=ident, spans=spans)

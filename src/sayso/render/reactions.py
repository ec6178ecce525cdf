"""Who reacted to the incident, and how, in the words of the reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.render.anchors import span_anchor
from sayso.render.lookup import speaker_words
from sayso.render.phrases import plain, shortened
from sayso.render.utterances import groups_of
from sayso.render.view import Link

if TYPE_CHECKING:
    from sayso.model.happenings import Reacting
    from sayso.model.spans import Span
    from sayso.render.lookup import Lookup

TITLES = {
    "condemned": "Condemned it",
    "mourned": "Mourned, or sent condolences",
    "voiced_concern": "Voiced concern",
    "denied": "Denied a part, or an account",
    "mocked": "Mocked",
    "threatened": "Threatened",
    "promised_justice": "Promised to find those responsible",
    "called_for_inquiry": "Called for an inquiry",
    "called_for_restraint": "Called for restraint",
    "offered_help": "Offered help",
    "praised": "Praised or welcomed something",
    "apologised": "Apologised",
}
"""Headings of the kinds of reaction, in their order."""
QUOTES = '”"'
BEFORE, AFTER = 90, 110
"""Characters of a sentence shown before and behind the word that tells of a reaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A passage that tells of a reaction: its outlet, and the words round the word for it."""

    outlet: Link
    before: str
    cue: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What one speaker did, with the passages that tell of it.

    Attributes:
        quoted: Anchor of the utterance, if several reports quote it; else None.
    """

    speaker: str
    told: tuple[Told, ...]
    quoted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionGroup:
    """Reactions of one kind."""

    title: str
    reactions: tuple[Reaction, ...]


def reaction_groups(lookup: Lookup) -> tuple[ReactionGroup, ...]:
    """Reactions by kind, each speaker once in a kind; passages of one report once."""
    anchors = {
        name: f"u{number}" for number, group in enumerate(groups_of(lookup), 1) for name in group.attributions
    }
    made: dict[str, list[Reaction]] = {}
    for one in lookup.dossier.reactions:
        made.setdefault(one.kind, []).append(_reaction(one, anchors, lookup))
    return tuple(
        ReactionGroup(title=title, reactions=tuple(made[kind]))
        for kind, title in TITLES.items()
        if kind in made
    )


def _reaction(one: Reacting, anchors: dict[str, str], lookup: Lookup) -> Reaction:
    first: dict[str, tuple[Span, Span]] = {}
    for cue, span in zip(one.cues, one.spans, strict=True):
        if span.report in lookup.reports:
            first.setdefault(span.report, (cue, span))
    return Reaction(
        speaker=shortened(plain(speaker_words(one.speaker))),
        told=tuple(_told(cue, span, lookup) for cue, span in first.values()),
        quoted=next((anchors[name] for name in one.attributions if name in anchors), None),
    )


def _told(cue: Span, span: Span, lookup: Lookup) -> Told:
    before, after = span.text[: cue.start - span.start], span.text[cue.end - span.start :]
    if len(before) > BEFORE:
        before = f"… {before[-BEFORE:].partition(' ')[2]}"
    if len(after) > AFTER:
        after = f"{after[:AFTER].rpartition(' ')[0]} …"
    if _closes_too_much(before + cue.text + after):
        after = after.rstrip().rstrip(QUOTES)
    return Told(
        outlet=Link(
            text=shortened(plain(lookup.reports[span.report].name)), target=span_anchor(span, lookup)
        ),
        before=_spaced(before, end=True),
        cue=plain(cue.text),
        after=_spaced(after, end=False),
    )


def _closes_too_much(words: str) -> bool:
    """Whether a passage ends in a quotation mark whose opening one lies outside it."""
    ends = words.rstrip()[-1:]
    return (ends == "”" and words.count("”") > words.count("“")) or (
        ends == '"' and words.count('"') % 2 == 1
    )


def _spaced(words: str, *, end: bool) -> str:
    """Words on one line that keep the space towards the cue, if there is one."""
    flat = plain(words)
    if end:
        return f"{flat} " if words[-1:].isspace() else flat
    return f" {flat}" if words[:1].isspace() else flat

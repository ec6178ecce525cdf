"""What one report yields by itself, before it meets the others."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.claims import Attribution, Claim
from sayso.model.spans import Span
from sayso.model.values import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to a person, body, place or other named thing.

    Attributes:
        span: The words.
        name: The words as they compare: no article, no possessive ending.
        kind: ``person``, ``organisation``, ``place``, ``facility`` or ``other``.
        form: ``name``, ``nominal`` or ``pronoun``.
        role: Title or description that stands beside the name; None if none.
    """

    span: Span
    name: str
    kind: str
    form: str
    role: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """An event as one report tells it; several passages may belong to it.

    Attributes:
        id: Made from the report and the event's place in it.
        type: The family of its words: ``attack``, ``quake``, ``fighting``, ``arrest``, ...
        told_as: Its type; of an attack that the report is about, ``explosion`` or ``incident`` where
            no word of the report says that somebody did it on purpose (STANDARDS 11, rule 1).
        main: Whether it is the incident that the report is about.
        label: Words for it, from the report.
        date: The days the report allows for it; None if unresolved.
        places: Names of places that the report gives for it, inner first.
        triggers: The words that tell of it.
    """

    id: str
    report: str
    type: str
    told_as: str
    main: bool
    label: str
    date: Days | None
    places: tuple[str, ...]
    triggers: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """What the text states beside the name of a place.

    Attributes:
        span: The name.
        containers: Words for what it lies in, inner first: names, or words for a people ("Iraqi").
        noun: What the text calls it (``city``, ``province``, ...), in lower case; None if nothing.
    """

    span: Span
    containers: tuple[Span, ...]
    noun: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one report yields; the unit that is cached and passed between machines.

    Attributes:
        contexts: Of the places among the mentions, those beside whose name something is stated.
        peoples: Words for nationalities.
    """

    report: str
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[EventMention, ...]
    claims: tuple[Claim, ...]
    contexts: tuple[PlaceContext, ...] = ()
    peoples: tuple[Span, ...] = ()

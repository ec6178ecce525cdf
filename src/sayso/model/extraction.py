"""What one report yields by itself, before it meets the others."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.claims import Attribution, Claim, Source
from sayso.model.kinds import Kind
from sayso.model.spans import Span
from sayso.model.steps import Step
from sayso.model.values import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a mention points to within its report, and why.

    Attributes:
        to: The span of another mention of the same report; never in a circle.
        rule: Which rule decided: ``surname``, ``acronym``, ``role``, ``pronoun``, ...
        why: One clause in plain words.
    """

    to: Span
    rule: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to a person, body, place or other thing. Mentions may stand within mentions.

    Attributes:
        span: The words.
        name: The words as they compare: no article, no possessive ending. For a description
            that stands for a thing without a name, what tells it from others ("police | Norland").
        kind: What kind of thing it is.
        form: ``name``, ``nominal`` or ``pronoun``.
        role: Title or description that stands beside the name; None if none.
        head: The word that carries the meaning; None if that is the last one.
        reference: The mention that it points to; None if it stands for itself.
        doubt: Why nothing is said of whom a description or pronoun means; None where that is
            said, or where it points to nobody.
    """

    span: Span
    name: str
    kind: Kind
    form: str
    role: Span | None
    head: Span | None = None
    reference: Reference | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A tie that a report states between two mentions.

    Attributes:
        kind: See ``EntityRelation.kind``.
        subject, other: Spans of the mentions.
        span: The words that say so.
        former: Whether it is said of the past.
    """

    kind: str
    subject: Span
    other: Span
    span: Span
    former: bool


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
        containers: Words for what it lies in, inner first: names, or words for a people ("Peruvian").
        noun: What the text calls it (``city``, ``province``, ...), in lower case; None if nothing.
    """

    span: Span
    containers: tuple[Span, ...]
    noun: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A passage that says when something happened or was said, or tells of an event without a date.

    Attributes:
        span: The words: a clause, or a noun with what hangs on it.
        at: The word that heads the clause; among the triggers of the event it tells of.
        time: The words that say when; None if nothing does.
        days: The days they allow; None if nothing says when.
        clock: Time of day as ``HH:MM``; None if none is given.
        kind: The family of event that its own words name (``attack``, ``arrest``, ...), ``harm`` for
            mere deaths or injuries; empty for anything else.
        said: Id of the attribution if it dates a statement; None if it dates an event.
    """

    span: Span
    at: Span
    time: Span | None
    days: Days | None
    clock: str | None
    kind: str
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What somebody did or said in answer to something.

    Attributes:
        kind: ``condemned``, ``mourned``, ``denied``, ``threatened``, ``offered_help``, ...; all in
            ``words/reactions.tsv``.
        cue: The word that tells of it.
        span: The sentence.
        at: The word that heads the clause; among the triggers of the event it belongs to.
        source: Who reacted.
        said: Id of the attribution it is told or done by; None if it is none.
    """

    kind: str
    cue: Span
    span: Span
    at: Span
    source: Source
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMention:
    """A step of an investigation as one sentence tells it (STANDARDS 9).

    Attributes:
        taken: False if the sentence says that it was not taken.
        span: The words that tell of it.
        sentence: The sentence they stand in.
        event: Id of the event mention it belongs to: the incident, or another case.
        body: Who takes it, as worded, pronouns resolved; None if that is not said.
        person: Whom it is about, by name, or as worded; None if that is not said.
        date: The days on which it was taken; None if they are not said.
    """

    step: Step
    taken: bool
    span: Span
    sentence: Span
    event: str
    body: str | None
    person: str | None
    date: Days | None


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
    ties: tuple[Tie, ...] = ()
    moments: tuple[Moment, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    steps: tuple[StepMention, ...] = ()

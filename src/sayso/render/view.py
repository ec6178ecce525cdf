"""What the page shows, as typed values: the templates read nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.render.following import Following
    from sayso.render.outlets import Voice
    from sayso.render.pictures import Pictures
    from sayso.render.reactions import ReactionGroup
    from sayso.render.utterances import Utterance
    from sayso.render.weighing import Weighing


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to a place on the page; target None if there is no such place."""

    text: str
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A claim as the page shows it: the way it came, how it is put, and the sentence.

    Attributes:
        links: From the outlet inward to whoever is said to say it first.
        target: Anchor of the words in the full text.
        translated: If the words are a translation, of what; None if they are the outlet's own.
    """

    id: str
    links: tuple[str, ...]
    modality: str
    as_of: str | None
    by_analyst: bool
    target: str | None
    before: str
    words: str
    after: str
    language: str | None
    translated: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A value on the scale of its finding, in per cent of the width; open at the upper end or not."""

    left: float
    right: float
    open_high: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A scale that a finding's numbers share, and where on it the best one stands."""

    best: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One value of a finding."""

    text: str
    target: str | None
    reports: str
    origins: str
    votes: bool
    bar: Bar | None
    readings: tuple[Reading, ...]
    speakers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A finding as the page shows it.

    Attributes:
        number: Its place on the page, for people to refer to.
        verdict: Key of the verdict's shape.
        relations: How the values stand to each other, a sentence each.
    """

    number: int
    id: str
    question: str
    verdict: str
    label: str
    sentence: str
    why: str
    answers: tuple[Answer, ...]
    relations: tuple[str, ...]
    scale: Scale | None
    low: str
    best: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Points under one heading."""

    id: str
    title: str
    short: str
    note: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEvent:
    """Another event that reports tell of; what is said of it is kept apart.

    Attributes:
        words: Words of a report that tell of it; empty if the timeline has none.
    """

    id: str
    label: str
    theirs: bool
    words: str
    when: str
    place: str | None
    relation: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlameRow:
    """Who says what of a party, and where."""

    speaker: str
    act: str
    status: str
    outlet: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class BlameTable:
    """Everything said of one candidate answer to who did it."""

    statement: str
    rows: tuple[BlameRow, ...]
    silence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person, group or place: its spellings, what reports call it, and where it stands.

    Attributes:
        kind: What kind of thing it is, where the heading does not say so; empty if it does.
        ties: What reports say ties it to others.
        joins: Why its spellings are taken for one thing's.
    """

    name: str
    aliases: tuple[str, ...]
    roles: tuple[Link, ...]
    places: tuple[Link, ...]
    mentions: int
    kind: str
    ties: tuple[Link, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """Names of one kind; those named once, and in one report only, stand apart."""

    title: str
    main: tuple[Name, ...]
    rest: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An entry of the timeline; when is empty if no report dates it.

    Attributes:
        theirs: Whether the label is a report's own words.
        speaker: Who made a statement; empty for anything else.
    """

    when: str
    iso: str
    label: str
    theirs: bool
    linked: str
    places: tuple[Link, ...]
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowing:
    """A report has something from somewhere else."""

    report: str
    how: str
    cites: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A changed passage; None where one of the two versions lacks it."""

    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Two reports that carry one text, how they stand to each other, and what changed."""

    a: str
    how: str
    b: str
    why: str
    places: tuple[Link, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOrigin:
    """Statements that count as one, and why."""

    originator: str
    statements: int
    reports: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a report as finished, escaped markup; kind as in `segments.Block`."""

    kind: str
    markup: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FullText:
    """A report: what is known of it, and its text.

    Attributes:
        facts: What else is known, as labels and texts.
        url: Only if it is a web address; anything else is among the facts, as text.
    """

    id: str
    number: int
    name: str
    title: str
    published: str
    author: str | None
    facts: tuple[tuple[str, str], ...]
    url: str | None
    sha256: str
    language: str | None
    problems: tuple[str, ...]
    status: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """Columns of the incident's record that belong together, in words, and where they stand."""

    heading: str
    value: str
    links: tuple[Link, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the page, in order."""

    headline: str
    brief: tuple[str, ...]
    as_of: str | None
    version: str
    glance: tuple[Point, ...]
    groups: tuple[Group, ...]
    unanswered: tuple[str, ...]
    numbers: tuple[Point, ...]
    blame: tuple[BlameTable, ...]
    record: tuple[RecordLine, ...]
    names: tuple[NameGroup, ...]
    timeline: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    borrowings: tuple[Borrowing, ...]
    versions: tuple[Version, ...]
    origins: tuple[SharedOrigin, ...]
    single_origins: int
    linked: tuple[LinkedEvent, ...]
    weighing: Weighing | None
    following: Following | None
    reports: tuple[FullText, ...]
    pictures: Pictures | None
    voices: tuple[Voice, ...]
    reactions: tuple[ReactionGroup, ...]
    utterances: tuple[Utterance, ...]
    unnamed: tuple[Point, ...]

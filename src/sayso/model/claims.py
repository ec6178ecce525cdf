"""Who says what: attributions, and the claims that rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.spans import Span
from sayso.model.values import Value

AUTHOR = "author"
"""The innermost source of a report's bare voice (GOLD.md)."""

UNNAMED = "unnamed: "
"""What the source string of an unnamed source begins with (GOLD.md)."""


class SourceKind(StrEnum):
    """STANDARDS 2, rule 8."""

    PERSON = "person"
    BODY = "body"
    UNNAMED_OFFICIAL = "unnamed official"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    CROWD = "crowd"
    AUTHOR = "author"
    NONE = "none"


class Stance(StrEnum):
    """The class of a cue (STANDARDS 2, first column)."""

    REPORT = "report"
    DISTANCE = "distance"
    ACCUSE = "accuse"
    DENY = "deny"
    FACTIVE = "factive"
    BELIEF = "belief"
    INSINUATE = "insinuate"
    QUESTION = "question"
    HEARSAY = "hearsay"


class Commitment(StrEnum):
    """How surely somebody holds that something is so (FactBank, in STANDARDS 2)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLE_NOT = "PR-"
    POSSIBLE_NOT = "PS-"
    NONE = "Uu"


class Tense(StrEnum):
    """To when what is said refers; only the past, the present included, supports it (PLOVER)."""

    PAST = "past"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


class Modality(StrEnum):
    """How a claim is put (GOLD.md)."""

    STATED = "stated"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    SPECULATED = "speculated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whoever is said to say something.

    Attributes:
        entity: Id of the entity, once reconciled; None if not one.
        description: The words for it: a name, or what an unnamed source is called.
            Pronouns and roles are resolved where that is safe.
        named: Whether it is a named person or body.
        spans: Where the words naming it stand; empty for a sourceless report ("reportedly").
    """

    entity: str | None
    description: str
    named: bool
    kind: SourceKind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One source, cue and content (PARC 3.0; PolNeAR), possibly inside another.

    Attributes:
        kind: ``direct``, ``mixed`` or ``indirect``.
        cue: The reporting words.
        content: What is said, in one or more pieces.
        parent: Id of the attribution whose content holds this one; None if outermost.
        chain: Ids from the outermost attribution to this one, this one included.
        rule: Which rule found it, and which entry of the lexicon its stance rests on.
        asserts: Whether the source puts forward that something is so, rather than judging it,
            wishing it or asking about it.
        tense: To when what is said refers.
        value: What the source holds of it, lowered by any hedge on the chain; ``Uu`` where it
            asserts nothing.
        author_value: What the report's author holds of it; ``Uu`` where the author only relays.
    """

    id: str
    report: str
    kind: str
    source: Source
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    parent: str | None
    chain: tuple[str, ...]
    rule: str
    asserts: bool
    tense: Tense
    value: Commitment
    author_value: Commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attributed answer to one slot of one event.

    Attributes:
        event: Id of an event mention while extracting, of a dossier's event afterwards.
        slot: The question, as in GOLD.md (``killed``, ``count:drones``, ``weapon``, ...).
        group: The part counted (``all``, ``guards``, ``children``, ...).
        wording: The words of the first span.
        spans: Where the report says so; the words that state the value come first.
        source: Innermost source: a name, ``author``, or ``unnamed: <description>``.
        attribution: Id of the innermost attribution; None for the bare voice.
        polarity: ``affirmed`` or ``negated`` (a denial negates what it denies).
        as_of: ISO date for which the figure is given; None if not said.
        set_by: ``machine`` or ``analyst``.
        about: Id of the entity that the value names: the person of a condition, the party held
            responsible; None if it names none, or none that is known.
    """

    id: str
    event: str
    slot: str
    group: str
    value: Value
    wording: str
    spans: tuple[Span, ...]
    source: str
    attribution: str | None
    modality: Modality
    polarity: str
    as_of: str | None
    set_by: str
    about: str | None = None

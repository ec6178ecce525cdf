"""The sourced account of one incident: the contract of ``dossier.json`` (DESIGN 4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claims import Attribution, Claim
from sayso.model.entities import Entity, KeptApart, OpenMention
from sayso.model.happenings import Reacting, TimelineEntry
from sayso.model.incident import IncidentRecord
from sayso.model.judgements import Applied
from sayso.model.links import ReportLink
from sayso.model.matrix import Matrix, MatrixCell
from sayso.model.reports import Report
from sayso.model.spans import Span
from sayso.model.values import Days, Value


class Relation(StrEnum):
    """How two values of one slot stand to each other (STANDARDS 4)."""

    EQUAL = "equal"
    REFINES = "refines"
    OVERLAPS = "overlaps"
    CONFLICTS = "conflicts"
    SUPERSEDES = "supersedes"
    INCOMPARABLE = "incomparable"


class Verdict(StrEnum):
    """What can be said of a finding (STANDARDS 6)."""

    CORROBORATED = "corroborated"
    COMPATIBLE = "compatible"
    ONE_SIDE = "one_side"
    SINGLE_ORIGIN = "single_origin"
    DISPUTED = "disputed"
    UNSOURCED = "unsourced"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    REFUTED = "refuted"
    STATED_UNKNOWN = "stated_unknown"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedFrom:
    """What a dossier was made from.

    Attributes:
        reports: SHA-256 of the raw bytes of every report, sorted.
        judgements: Head of the judgement log; None if there are no judgements.
    """

    reports: tuple[str, ...]
    judgements: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event happened: the narrowest interval that stands, with its wording."""

    start: str
    end: str
    precision: str
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An entity's part in an event, as reported; never an accused perpetrator (STANDARDS 11)."""

    entity: str
    role: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The focal incident or an event linked to it.

    Attributes:
        relation_to_focal: ``focal``, ``linked`` (its figures are kept apart) or ``context``
            (an earlier or other incident; lends the focal one nothing, STANDARDS (c)).
    """

    id: str
    type: str
    label: str
    focal: bool
    date: EventDate | None
    place: str | None
    participants: tuple[Participant, ...]
    mentions: tuple[Span, ...]
    relation_to_focal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingValue:
    """One distinct answer, who gives it, and how many independent origins stand behind it.

    Attributes:
        value: The answer; where wordings differ, the fullest.
        text: The answer in words.
        claims: Ids of the claims that give it.
        origins: Ids of the origins those claims trace back to.
        votes: False if a firmer value of the same origin or a later figure takes its place.
    """

    value: Value
    text: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    votes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRelation:
    """How value a stands to value b (indices into the finding's values), and why."""

    a: int
    b: int
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A slot with its distinct values, the claims and origins behind each, and a verdict.

    Attributes:
        question: The slot in plain words.
        low, best, high: For numbers (STANDARDS 4); None where nothing is said or no number.
        open_high: Whether a source leaves the upper end open.
        why: One plain sentence that gives the reason for the verdict and names outlets or speakers.
        weight: Consequence for an editor, higher first; orders disputes and questions.
    """

    id: str
    event: str
    slot: str
    group: str
    question: str
    values: tuple[FindingValue, ...]
    relations: tuple[ValueRelation, ...]
    verdict: Verdict
    low: float | None
    best: float | None
    high: float | None
    open_high: bool
    why: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteGroup:
    """Attributions that render one utterance, with what differs in the wording.

    Attributes:
        spans: The words of the attributions that render it, by file and place; the rest of what an
            attribution holds may be something else that was said.
    """

    id: str
    speaker: str
    attributions: tuple[str, ...]
    differences: tuple[str, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Claims that trace back to the same say-so (STANDARDS 6).

    Attributes:
        originator: Whose say-so it is, in words.
        why: One sentence for every reason that joined claims.
    """

    id: str
    originator: str
    claims: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletEdge:
    """One report has something from another outlet, agency or document.

    Attributes:
        report: Id of the citing report.
        cites: Name of the outlet cited, or of the one whose text it shares.
        how: ``cites`` or ``shares text``.
    """

    report: str
    cites: str
    how: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """How one report puts one party's responsibility, on whose say-so (STANDARDS 3)."""

    party: str
    speaker: str
    report: str
    status: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """A candidate answer to who did it, with who advances and who denies it.

    Attributes:
        statement: In neutral words; never sayso's own accusation.
        evidence_for, evidence_against: Ids of findings that an analyst marked as consistent, or as
            inconsistent, with it; what bears on it, whichever way, is in ``Matrix``.
        matrix: Its marked cells.
        address: How a ruling names it: the party in any of its spellings, or one word for an explanation
            without one.
    """

    id: str
    statement: str
    rows: tuple[StatusRow, ...]
    evidence_for: tuple[str, ...]
    evidence_against: tuple[str, ...]
    matrix: tuple[MatrixCell, ...]
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountabilityStep:
    """A step of the investigation (STANDARDS 9).

    Attributes:
        id: Made from all the rest.
        event: Id of the event that it follows up.
        step: Its name; ``no <step>`` if somebody says that it was not taken.
        date: The days on which it was taken; None if that is not said.
        as_of: ISO date for which it is told: the claims' own, or else the last day on which their report
            can have been published; None if neither is known.
        body: Who takes it, as worded; None if that is not said.
        person: Whom it is about, by name or as worded; None if that is not said.
    """

    id: str
    event: str
    step: str
    date: Days | None
    as_of: str | None
    body: str | None
    person: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """How far the incident has been followed up, as ids of steps (STANDARDS 9).

    Attributes:
        furthest: The steps highest on the ladder; several if told for several days, bodies or people.
        latest: The steps last in time, by their own date or else by the day for which they are told.
        faulted: Where the handling of the investigation is faulted.
        untaken: Steps that somebody says have not been taken ("no arrests as of D").
        silent: Arrest, charge and trial, as far as no report says anything of them; silence is no denial.
    """

    furthest: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
    faulted: tuple[str, ...] = ()
    untaken: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What no report says, or what is disputed, most consequential first.

    Attributes:
        kind: ``not_reported`` or ``disputed``.
        finding: Id of the finding concerned; None if no report answers.
    """

    text: str
    kind: str
    finding: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything about one incident. Same reports, same judgements, same bytes (DESIGN 3).

    Attributes:
        as_of: ISO date for which the account is given; None if none was asked for.
        links: Which reports carry one text: duplicates, revisions, copies, translations.
        apart: Entities with like names that were kept apart, and why.
        unresolved: Descriptions and pronouns left open.
        judgements: An analyst's rulings, each with what became of it.
        precedents: Steps that followed other cases, which reports bring up beside this one; they lend it
            nothing (STANDARDS (c) and 9).
        ladder: How far the incident has been followed up.
        matrix: The explanations weighed against each other.
        incidents: The incident, then the events linked to it, as rows of the field's tables.
        reactions: Who condemned, denied, threatened, offered help, ..., by kind and speaker.
    """

    schema_version: str
    sayso_version: str
    generated_from: GeneratedFrom
    as_of: str | None
    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    quotes: tuple[QuoteGroup, ...]
    origins: tuple[Origin, ...]
    outlets: tuple[OutletEdge, ...]
    hypotheses: tuple[Hypothesis, ...]
    accountability: tuple[AccountabilityStep, ...]
    timeline: tuple[TimelineEntry, ...]
    undated: tuple[TimelineEntry, ...]
    questions: tuple[Question, ...]
    links: tuple[ReportLink, ...] = ()
    apart: tuple[KeptApart, ...] = ()
    unresolved: tuple[OpenMention, ...] = ()
    judgements: tuple[Applied, ...] = ()
    incidents: tuple[IncidentRecord, ...] = ()
    reactions: tuple[Reacting, ...] = ()
    precedents: tuple[AccountabilityStep, ...] = ()
    matrix: Matrix = Matrix()  # noqa: RUF009 -- frozen and empty: safe to share
    ladder: Ladder = Ladder()

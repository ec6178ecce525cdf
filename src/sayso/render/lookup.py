"""A dossier with its ids looked up: what every format asks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from sayso.model.claims import AUTHOR, UNNAMED, Attribution, Claim
from sayso.model.reports import Report, ReportStatus
from sayso.render.segments import Block, blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.dossier import Dossier, Event, Finding, FindingValue, Origin
    from sayso.model.entities import Entity

NO_DESCRIPTION = frozenset({"", "not specified", "unspecified", "unknown", "source", "none"})
ARTICLE = re.compile(r"^(an?|the|unnamed)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """A dossier and, by id, its parts. Ids that lead nowhere are left out, not raised.

    Attributes:
        numbers: The place of each report in the dossier, counted from 1.
        paragraphs: The text of each report, cut into its paragraphs.
    """

    dossier: Dossier
    reports: Mapping[str, Report]
    numbers: Mapping[str, int]
    paragraphs: Mapping[str, tuple[Block, ...]]
    claims: Mapping[str, Claim]
    attributions: Mapping[str, Attribution]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    findings: Mapping[str, Finding]
    origins: Mapping[str, Origin]

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """Look up the ids of this dossier."""
        reports = {report.id: report for report in dossier.reports}
        return cls(
            dossier=dossier,
            reports=reports,
            numbers={report: number for number, report in enumerate(reports, start=1)},
            paragraphs={report.id: blocks(report) for report in dossier.reports},
            claims={claim.id: claim for claim in dossier.claims if _report(claim) in reports},
            attributions={attribution.id: attribution for attribution in dossier.attributions},
            entities={entity.id: entity for entity in dossier.entities},
            events={event.id: event for event in dossier.events},
            findings={finding.id: finding for finding in dossier.findings},
            origins={origin.id: origin for origin in dossier.origins},
        )

    @property
    def read(self) -> tuple[Report, ...]:
        """The reports that were read and analysed."""
        return tuple(report for report in self.dossier.reports if report.status is ReportStatus.READ)

    @property
    def focal(self) -> Event | None:
        """The incident itself; None if no report tells of one."""
        return next((event for event in self.dossier.events if event.focal), None)

    def is_focal(self, finding: Finding) -> bool:
        """Whether a finding is about the incident itself; so it is if its event is not known."""
        event = self.events.get(finding.event)
        return event is None or event.focal

    def claims_of(self, value: FindingValue) -> tuple[Claim, ...]:
        """The claims that give this value, in the order of the reports."""
        found = (self.claims[claim] for claim in value.claims if claim in self.claims)
        return tuple(sorted(found, key=lambda claim: (self.numbers[_report(claim)], claim.spans[0].start)))

    def report_of(self, claim: Claim) -> Report:
        """The report a claim stands in."""
        return self.reports[_report(claim)]

    def count_reports(self, values: Iterable[FindingValue]) -> int:
        """How many reports give any of these values."""
        return len({_report(claim) for value in values for claim in self.claims_of(value)})

    def links(self, claim: Claim) -> tuple[str, ...]:
        """Who hands a claim on, from the outlet inward to whoever is said to say it first.

        An unnamed source is called so, with its description. A bare
        claim has one link, the outlet.
        """
        names = [self.report_of(claim).name]
        attribution = self.attributions.get(claim.attribution or "")
        if attribution:
            steps = (self.attributions[step] for step in attribution.chain if step in self.attributions)
            names += [self._called(step) for step in steps]
        if claim.source != AUTHOR:
            names[max(1, len(names) - 1) :] = [speaker(claim)]
        return (names[0], *_without_echoes(names[1:]))

    def _called(self, step: Attribution) -> str:
        source = step.source
        if source.named:
            entity = self.entities.get(source.entity or "")
            return entity.name if entity else source.description
        return not_named(source.description)


def not_named(description: str) -> str:
    """What to call a source that the report does not name.

    >>> not_named("a security official")
    'unnamed security official'
    """
    words = ARTICLE.sub("", description.removeprefix(UNNAMED).strip())
    return f"unnamed {words}" if words.casefold() not in NO_DESCRIPTION else "unnamed source"


def speaker(claim: Claim) -> str:
    """Whose say-so a claim is; the empty string for the report's own voice."""
    if claim.source == AUTHOR:
        return ""
    return speaker_words(claim.source)


def speaker_words(source: str) -> str:
    """What to call a source; one that the report does not name is called so."""
    return not_named(source) if source.startswith(UNNAMED) else source


def _without_echoes(names: Sequence[str]) -> tuple[str, ...]:
    """Links without those that only shorten their neighbour, as a surname does a full name."""
    kept: list[str] = []
    for name in names:
        if kept and f" {kept[-1]}".endswith(f" {name}"):
            continue
        if kept and f" {name}".endswith(f" {kept[-1]}"):
            kept.pop()
        kept.append(name)
    return tuple(kept)


def _report(claim: Claim) -> str:
    return claim.spans[0].report

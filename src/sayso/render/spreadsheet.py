"""The account as tables for spreadsheets: a row for each claim, finding and entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.values import Count, Days, Measure
from sayso.render.lookup import Lookup
from sayso.render.phrases import plain
from sayso.render.points import heading
from sayso.render.tables import join_lines, render_table
from sayso.render.voices import chain_words, translated_words
from sayso.render.who import TIES
from sayso.render.wording import answer_words, sentence_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.claims import Claim
    from sayso.model.dossier import Dossier, Finding, FindingValue
    from sayso.model.entities import Entity
    from sayso.render.tables import Cell

CLAIMS = (
    *("claim", "finding", "event", "relation", "slot", "group", "question", "answer", "low", "high", "unit"),
    *("first_day", "last_day", "wording", "source", "via", "modality", "polarity", "as_of", "origin"),
    *("verdict", "outlet", "file", "published_from", "published_to", "start", "end", "translated"),
    *("set_by", "raw_sha256"),
)
FINDINGS = (
    *("finding", "event", "relation", "slot", "group", "question", "verdict", "low", "best", "high"),
    *("open_high", "answers", "reports", "origins", "sentence", "why", "weight", "claims"),
)
ENTITIES = (
    *("entity", "kind", "name", "named", "aliases", "roles", "ties", "mentions", "reports", "place"),
    *("place_within", "country", "lat", "lon", "geo_precision", "gazetteer"),
)


def render_claims_table(dossier: Dossier) -> str:
    """``claims.csv``: who says what, in which words, where; a row for each claim."""
    lookup = Lookup.of(dossier)
    places = {claim: (finding, value) for finding, value, claim in _answers(dossier)}
    origins = {claim: origin.id for origin in dossier.origins for claim in origin.claims}
    claims = (claim for claim in dossier.claims if claim.id in lookup.claims)
    return render_table(CLAIMS, (_claim(claim, lookup, places, origins) for claim in claims))


def render_findings_table(dossier: Dossier) -> str:
    """``findings.csv``: each question with its answers, their standing and range."""
    lookup = Lookup.of(dossier)
    return render_table(FINDINGS, (_finding(finding, lookup) for finding in dossier.findings))


def render_entities_table(dossier: Dossier) -> str:
    """``entities.csv``: people, groups, bodies, places and things, with every spelling."""
    lookup = Lookup.of(dossier)
    return render_table(ENTITIES, (_entity(entity, lookup) for entity in dossier.entities))


def _answers(dossier: Dossier) -> list[tuple[Finding, FindingValue, str]]:
    return [
        (finding, value, claim)
        for finding in dossier.findings
        for value in finding.values
        for claim in value.claims
    ]


def _claim(
    claim: Claim,
    lookup: Lookup,
    places: Mapping[str, tuple[Finding, FindingValue]],
    origins: Mapping[str, str],
) -> tuple[Cell, ...]:
    report, span = lookup.report_of(claim), claim.spans[0]
    finding, value = places.get(claim.id, (None, None))
    number = claim.value if isinstance(claim.value, (Count, Measure)) else None
    days = claim.value if isinstance(claim.value, Days) else None
    published = report.published
    return (
        *(claim.id, finding.id if finding else None, claim.event, _relation(claim.event, lookup)),
        *(claim.slot, claim.group, heading(finding) if finding else None),
        answer_words(value, lookup) if value else None,
        *((number.lo, number.hi) if number else (None, None)),
        claim.value.unit if isinstance(claim.value, Measure) else None,
        *((days.start, days.end) if days else (None, None)),
        *(claim.wording, claim.source, chain_words(claim, lookup)),
        *(claim.modality.value, claim.polarity, claim.as_of, origins.get(claim.id)),
        *(finding.verdict.value if finding else None, report.outlet, report.file),
        *((published.earliest.isoformat(), published.latest.isoformat()) if published else (None, None)),
        *(span.start, span.end, translated_words(report, lookup), claim.set_by, report.raw_sha256),
    )


def _finding(finding: Finding, lookup: Lookup) -> tuple[Cell, ...]:
    answers = join_lines(
        f"{answer_words(value, lookup)} ({len(value.origins)})" for value in finding.values if value.votes
    )
    return (
        *(finding.id, finding.event, _relation(finding.event, lookup), finding.slot, finding.group),
        *(heading(finding), finding.verdict.value, finding.low, finding.best, finding.high),
        *(finding.open_high, answers, lookup.count_reports(finding.values)),
        len({origin for value in finding.values for origin in value.origins}),
        *(plain(sentence_for(finding, lookup)), plain(finding.why), finding.weight),
        join_lines(claim for value in finding.values for claim in value.claims),
    )


def _entity(entity: Entity, lookup: Lookup) -> tuple[Cell, ...]:
    place = entity.place
    ties = (
        f"{'formerly ' if one.former else ''}{TIES.get(one.kind, one.kind.replace('_', ' '))} "
        f"{lookup.entities[one.other].name}"
        for one in entity.relations
        if one.other in lookup.entities
    )
    return (
        *(entity.id, entity.kind.value, plain(entity.name), entity.named),
        *(join_lines(entity.aliases), join_lines(role.text for role in entity.roles), join_lines(ties)),
        *(len(entity.mentions), len({mention.span.report for mention in entity.mentions})),
        *((place.chain[0] if place.chain else None, ", ".join(place.chain[1:])) if place else (None, None)),
        *((place.country, place.lat, place.lon) if place else (None, None, None)),
        *((place.precision, place.gazetteer) if place else (None, None)),
    )


def _relation(event: str, lookup: Lookup) -> str | None:
    found = lookup.events.get(event)
    return found.relation_to_focal if found else None

"""All reports' extractions in, one dossier out: counting origins, keeping disagreement (STANDARDS 3-6).

Pure: no clock, no chance, no input or output, and the order of the inputs changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.dossier import Dossier, Event, Finding, GeneratedFrom, Origin
from sayso.model.ids import content_id
from sayso.model.values import Condition
from sayso.reconcile.accountability import (
    make_ladder,
    reconcile_accountability,
    step_of,
    steps_by_report,
)
from sayso.reconcile.casualties import answer_casualties
from sayso.reconcile.entities import EntityIndex, reconcile_entities
from sayso.reconcile.events import align_events
from sayso.reconcile.findings import claim_order, reconcile_findings
from sayso.reconcile.hypotheses import reconcile_hypotheses
from sayso.reconcile.links import reconcile_links
from sayso.reconcile.matrix import weigh_explanations
from sayso.reconcile.open_slots import open_slots
from sayso.reconcile.outlets import reconcile_outlets
from sayso.reconcile.questions import rank_findings, reconcile_questions
from sayso.reconcile.quotes import reconcile_quotes
from sayso.reconcile.reactions import reconcile_reactions
from sayso.reconcile.readings import tell_readings
from sayso.reconcile.record import make_records
from sayso.reconcile.reuse import find_reuse
from sayso.reconcile.speakers import Case, make_case
from sayso.reconcile.ties import relate
from sayso.reconcile.timeline import reconcile_timeline
from sayso.reconcile.translations import cite_original
from sayso.reconcile.whereabouts import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Attribution, Claim
    from sayso.model.extraction import Extraction
    from sayso.model.judgements import Judgement
    from sayso.model.reports import Report

__all__ = ["reconcile"]

SCHEMA_VERSION = "1.3"


def reconcile(
    reports: Sequence[Report],
    extractions: Sequence[Extraction],
    *,
    as_of: str | None = None,
    judgements: Sequence[Judgement] = (),
    sayso_version: str,
) -> Dossier:
    """Bring what the reports yield together into one sourced account.

    Args:
        reports: In any order; the same report twice counts once.
        extractions: Of these reports; those of other reports are left out.
        as_of: ISO date for which the account is given; kept in the dossier, not read.
        judgements: The analyst's rulings, in the order of their log.
        sayso_version: Of the program, for the record.

    Returns:
        A dossier whose lists are ordered thus: reports by file; entities by kind and name;
        attributions and claims by file and place; findings and questions by weight; origins
        in the order of their findings; timeline by day; the rest as its module says.
    """
    known = {report.id: report for report in sorted(reports, key=lambda report: (report.file, report.id))}
    told = {extraction.report: extraction for extraction in extractions if extraction.report in known}
    ordered = [told[report] for report in known if report in told]
    reuse = find_reuse(list(known.values()))
    mentions = [mention for found in ordered for mention in found.mentions]
    index = reconcile_entities(mentions, known, judgements=judgements)
    said = link_sources(
        [attribution for found in ordered for attribution in found.attributions], known, index
    )
    quotes = reconcile_quotes(said, known, index=index)
    case = make_case(known.values(), index=index, reuse=reuse, said=said, quotes=quotes)
    alignment = align_events(tuple(known.values()), tuple(ordered))
    every = [claim for found in ordered for claim in found.claims]
    placed = place_claims(every, alignment.event_of, case)
    aside = place_claims([claim for claim in every if step_of(claim) is not None], alignment.aside_of, case)
    opened = open_slots(answer_casualties(placed))
    claims = tuple(sorted((*opened.claims, *aside), key=lambda claim: claim_order(claim, case)))
    moments = [moment for found in ordered for moment in found.moments]
    timeline, undated = reconcile_timeline(moments, alignment.events, {each.id: each for each in said})
    dossier = Dossier(
        schema_version=SCHEMA_VERSION,
        sayso_version=sayso_version,
        generated_from=GeneratedFrom(
            reports=tuple(sorted({r.raw_sha256 for r in known.values()})), judgements=log_head(judgements)
        ),
        as_of=as_of,
        reports=tuple(known.values()),
        entities=relate(
            locate(index.entities, ordered, known),
            [tie for found in ordered for tie in found.ties],
            entity_at=index.by_place,
            reports=known,
        ),
        attributions=said,
        events=told_of(alignment.events, claims),
        claims=claims,
        findings=(),
        quotes=quotes,
        origins=(),
        outlets=reconcile_outlets(said, case),
        links=reconcile_links(tuple(known.values()), reuse),
        hypotheses=(),
        accountability=(),
        timeline=timeline,
        undated=undated,
        questions=(),
        apart=index.apart,
        unresolved=index.unresolved,
        judgements=index.judgements,
        reactions=reconcile_reactions(
            [reaction for found in ordered for reaction in found.reactions],
            moments,
            alignment.events,
            index=index,
            reports=known,
        ),
    )
    with_steps = follow_up(dossier, case, ordered)
    return with_findings(with_steps, case, reasons=opened.reasons)


def follow_up(dossier: Dossier, case: Case, extractions: Iterable[Extraction]) -> Dossier:
    """The dossier with what was done about the incident, and apart from it about other cases."""
    focal = claims_on_focal(dossier.claims, dossier.events)
    main = {event.id for event in dossier.events if event.focal}
    others = [claim for claim in dossier.claims if claim.event not in main]
    mentions = steps_by_report(extractions)
    steps = reconcile_accountability(focal, case, mentions)
    return replace(
        dossier,
        accountability=steps,
        precedents=reconcile_accountability(others, case, mentions),
        ladder=make_ladder(steps),
    )


def told_of(events: Sequence[Event], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """The events of which a day is known or something is claimed; a word alone tells of none."""
    claimed = {claim.event for claim in claims}
    return tuple(e for e in events if e.focal or e.date is not None or e.id in claimed)


def log_head(judgements: Sequence[Judgement]) -> str | None:
    """A hash over the whole log of judgements, in its order; None if it is empty."""
    return content_id("log", *(judgement.id for judgement in judgements)) if judgements else None


def with_findings(dossier: Dossier, case: Case, *, reasons: Mapping[tuple[str, str], str]) -> Dossier:
    """The dossier with all that rests on its claims and events; reasons say why a slot was opened."""
    compared = claims_compared(dossier.claims, dossier.events)
    found = reconcile_findings(compared, case, events=dossier.events)
    findings = rank_findings(tell_readings(with_reason(one.finding, reasons) for one in found))
    focal = claims_on_focal(dossier.claims, dossier.events)
    whole = replace(
        dossier,
        findings=findings,
        origins=distinct_origins(origin for one in found for origin in one.origins),
        hypotheses=reconcile_hypotheses(focal, case),
        questions=reconcile_questions(findings, events=dossier.events, reports=len(dossier.reports)),
    )
    weighed = weigh_explanations(whole, case)
    return replace(weighed, incidents=make_records(weighed, case))


def with_reason(finding: Finding, reasons: Mapping[tuple[str, str], str]) -> Finding:
    """A finding with the reason for which its slot was opened behind that of its verdict."""
    reason = reasons.get((finding.event, finding.slot))
    return replace(finding, why=f"{finding.why} {reason}") if reason else finding


def distinct_origins(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Origins in their order, each once."""
    return tuple({origin.id: origin for origin in origins}.values())


def claims_on_focal(claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Claim, ...]:
    """The claims on the focal incident alone."""
    focal = {event.id for event in events if event.focal}
    return tuple(claim for claim in claims if claim.event in focal)


def claims_compared(claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Claim, ...]:
    """The claims that findings are made of: all but those on mere context."""
    context = {event.id for event in events if event.relation_to_focal == "context"}
    return tuple(claim for claim in claims if claim.event not in context)


def link_sources(
    attributions: Sequence[Attribution], reports: Mapping[str, Report], index: EntityIndex
) -> tuple[Attribution, ...]:
    """Attributions by file and place, with the entity of every named source."""
    ordered = sorted(attributions, key=lambda a: (reports[a.report].file, a.report, a.cue, a.content, a.id))
    return tuple(link_source(attribution, index) for attribution in ordered)


def link_source(attribution: Attribution, index: EntityIndex) -> Attribution:
    """An attribution with its source's entity, if the source is named and one entity fits."""
    source = attribution.source
    entity = index.find_speaker(source.description, report=attribution.report) if source.named else None
    return replace(attribution, source=replace(source, entity=entity)) if entity else attribution


def about(claim: Claim, index: EntityIndex) -> str | None:
    """The entity that a claim's value names; None if it names none, or none that is known."""
    value = claim.value
    name = value.person if isinstance(value, Condition) else getattr(value, "party", None)
    if not name:
        return None
    report = claim.spans[0].report
    return index.find(name, report=report) or index.find_described(name, claim.spans)


def place_claims(claims: Sequence[Claim], event_of: Mapping[str, str], case: Case) -> tuple[Claim, ...]:
    """Claims by file and place, under their dossier events; claims on mere context are left out."""
    placed = {
        claim.id: cite_original(
            replace(claim, event=event_of[claim.event], about=about(claim, case.index)), case.reports
        )
        for claim in claims
        if claim.event in event_of
    }
    return tuple(sorted(placed.values(), key=lambda claim: claim_order(claim, case)))

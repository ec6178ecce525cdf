"""Reports, claims and extractions of invented incidents, built by hand for the reconcile tests."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.claims import (
    AUTHOR,
    Attribution,
    Claim,
    Commitment,
    Modality,
    Source,
    SourceKind,
    Stance,
    Tense,
)
from sayso.model.extraction import EventMention, Extraction, Mention
from sayso.model.ids import content_id
from sayso.model.kinds import Kind
from sayso.model.values import Count, Value
from sayso.reconcile import reconcile
from tests.reports import bare_report

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier, Finding
    from sayso.model.reports import Report
    from sayso.model.spans import Span

DAY = "2031-05-04"


def make_report(
    text: str,
    *,
    outlet: str | None = None,
    file: str | None = None,
    day: str | None = DAY,
    author: str | None = None,
) -> Report:
    digest = hashlib.sha256(text.encode()).hexdigest()
    name = file or f"{(outlet or digest[:6]).lower().replace(' ', '-')}.txt"
    return bare_report(
        text, day=day, id=content_id("rep", digest, name), file=name, outlet=outlet, author=author
    )


def find_span(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return report.span(start, start + len(words))


def main_event(report: Report) -> EventMention:
    return EventMention(
        id=content_id("evm", report.id, "main"),
        report=report.id,
        type="bombing",
        told_as="bombing",
        main=True,
        label="the blast",
        date=None,
        places=(),
        triggers=(report.span(0, 1),),
    )


def make_claim(  # noqa: PLR0913 -- a factory names all that a test may want to set
    report: Report,
    words: str,
    value: Value,
    *,
    slot: str = "killed",
    group: str = "all",
    source: str = AUTHOR,
    modality: Modality | None = None,
    as_of: str | None = None,
    event: str | None = None,
) -> Claim:
    span = find_span(report, words)
    chosen = modality or (Modality.STATED if source == AUTHOR else Modality.REPORTED)
    return Claim(
        id=content_id("clm", report.id, span.start, slot, group, value, source),
        event=event or main_event(report).id,
        slot=slot,
        group=group,
        value=value,
        wording=words,
        spans=(span,),
        source=source,
        attribution=None,
        modality=chosen,
        polarity="negated" if chosen is Modality.DENIED else "affirmed",
        as_of=as_of,
        set_by="machine",
    )


def exactly(number: int) -> Count:
    return Count(lo=number, hi=number)


def at_least(number: int) -> Count:
    return Count(lo=number, hi=None)


def make_mention(report: Report, words: str, *, kind: str = "person", role: str | None = None) -> Mention:
    return Mention(
        span=find_span(report, words),
        name=words,
        kind=Kind(kind),
        form="name",
        role=find_span(report, role) if role else None,
    )


def make_quote(report: Report, speaker: str, words: str) -> Attribution:
    source = Source(
        entity=None,
        description=speaker,
        named=True,
        kind=SourceKind.PERSON,
        spans=(find_span(report, speaker),),
    )
    made = content_id("att", report.id, speaker, words)
    return Attribution(
        id=made,
        report=report.id,
        kind="direct",
        source=source,
        cue=(),
        content=(find_span(report, words),),
        stance=Stance.REPORT,
        parent=None,
        chain=(made,),
        rule="",
        asserts=True,
        tense=Tense.PAST,
        value=Commitment.CERTAIN,
        author_value=Commitment.NONE,
    )


def extract(
    report: Report,
    *claims: Claim,
    mentions: tuple[Mention, ...] = (),
    said: tuple[Attribution, ...] = (),
    events: tuple[EventMention, ...] = (),
) -> Extraction:
    return Extraction(
        report=report.id,
        mentions=mentions,
        attributions=said,
        events=(main_event(report), *events),
        claims=claims,
    )


def make_dossier(*pairs: tuple[Report, Extraction]) -> Dossier:
    return reconcile([report for report, _ in pairs], [found for _, found in pairs], sayso_version="0")


def finding_of(dossier: Dossier, slot: str, *, group: str = "all") -> Finding:
    focal = next(event.id for event in dossier.events if event.focal)
    found = [f for f in dossier.findings if (f.event, f.slot, f.group) == (focal, slot, group)]
    assert len(found) == 1
    return found[0]


def copied_to(report: Report, found: Extraction, *, file: str) -> tuple[Report, Extraction]:
    """The same text and all it yields once more, as another file."""
    other = make_report(report.text, outlet=report.outlet, file=file, author=report.author)
    other = replace(other, published=report.published)
    claims = tuple(
        replace(
            claim,
            id=content_id("clm", other.id, claim.id),
            event=main_event(other).id,
            spans=tuple(other.span(span.start, span.end) for span in claim.spans),
        )
        for claim in found.claims
    )
    return other, extract(other, *claims)

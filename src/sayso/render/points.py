"""Findings as the page shows them: each value with who says it, via whom, in which words."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from sayso.model.dossier import Verdict
from sayso.render.anchors import span_anchor
from sayso.render.phrases import RELATIONS, VERDICTS, counted, day_words, number_words, plain, sentence_case
from sayso.render.plots import find_scale
from sayso.render.segments import find_excerpt, paragraph_at
from sayso.render.topics import topic_of
from sayso.render.view import Answer, Bar, Group, Point, Reading
from sayso.render.voices import translated_words
from sayso.render.wording import MODALITIES, answer_words, sentence_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model.claims import Claim
    from sayso.model.dossier import Finding, FindingValue
    from sayso.render.lookup import Lookup

GROUPS: tuple[tuple[str, str, str, str, tuple[Verdict, ...]], ...] = (
    (
        "disputed",
        "Disputed",
        "Disputed",
        "Answers that cannot all hold, or that the party concerned denies. Most consequential first.",
        (Verdict.DISPUTED,),
    ),
    (
        "agreed",
        "Agreed",
        "Agreed",
        "Two or more independent origins say the same, or what they say fits together.",
        (Verdict.CORROBORATED, Verdict.COMPATIBLE),
    ),
    (
        "single",
        "Said by one origin only",
        "One origin",
        "It may well be so. Nothing in these reports bears it out independently.",
        (
            Verdict.SINGLE_ORIGIN,
            Verdict.ONE_SIDE,
            Verdict.UNSOURCED,
            Verdict.SUPERSEDED,
            Verdict.RETRACTED,
            Verdict.REFUTED,
        ),
    ),
    (
        "unknown",
        "Said to be unknown",
        "Unknown",
        "Here the sources themselves say that they do not know.",
        (Verdict.STATED_UNKNOWN,),
    ),
)
"""Anchor, heading, short heading, note and verdicts of each part of the account."""

ALL_VERDICTS = tuple(verdict for *_, verdicts in GROUPS for verdict in verdicts)
"""The verdicts that a finding with values can have, in the order of the account."""

MOST_SPEAKERS = 4
MOST_RELATIONS = 40
"""Pairs of answers that are told; two dozen answers make hundreds of pairs."""


def group_findings(lookup: Lookup, *, numbers: Iterator[int] | None = None) -> tuple[Group, ...]:
    """The findings on the incident itself, in the parts of the account, numbered through."""
    numbers = numbers or count(1)
    focal = [finding for finding in lookup.dossier.findings if lookup.is_focal(finding)]
    return tuple(
        Group(
            id=anchor,
            title=title,
            short=short,
            note=note,
            points=make_points(focal, verdicts, lookup, numbers),
        )
        for anchor, title, short, note, verdicts in GROUPS
    )


def make_points(
    findings: Iterable[Finding],
    verdicts: tuple[Verdict, ...],
    lookup: Lookup,
    numbers: Iterator[int],
) -> tuple[Point, ...]:
    """The findings that have values and one of these verdicts, weightiest first."""
    kept = [finding for finding in findings if finding.verdict in verdicts and finding.values]
    kept.sort(key=lambda one: (verdicts.index(one.verdict), -one.weight, one.slot, one.group, one.id))
    return tuple(_point(finding, next(numbers), lookup) for finding in kept)


def heading(finding: Finding) -> str:
    """The question of a finding; made from its slot if it has none."""
    return plain(finding.question) or sentence_case(topic_of(finding))


def relation_sentences(finding: Finding, lookup: Lookup) -> tuple[str, ...]:
    """How each pair of values stands to each other, in words, with the reason."""
    words = [answer_words(value, lookup) for value in finding.values]
    told = tuple(
        f"{sentence_case(words[one.a])} {RELATIONS[one.relation]} {words[one.b]}"
        + (f": {plain(one.why)}" if one.why else ".")
        for one in finding.relations
        if one.a < len(words) and one.b < len(words)
    )
    more = len(told) - MOST_RELATIONS
    return (*told[:MOST_RELATIONS], f"{counted(more, 'further pair')} in the JSON.") if more > 0 else told


def _point(finding: Finding, number: int, lookup: Lookup) -> Point:
    scale, bars = find_scale(finding)
    low, best, high = (
        number_words(end) if end is not None else "" for end in (finding.low, finding.best, finding.high)
    )
    return Point(
        number=number,
        id=finding.id,
        question=heading(finding),
        verdict=finding.verdict.value,
        label=VERDICTS[finding.verdict],
        sentence=sentence_for(finding, lookup),
        why=finding.why,
        answers=tuple(_answer(value, bar, lookup) for value, bar in zip(finding.values, bars, strict=True)),
        relations=relation_sentences(finding, lookup),
        scale=scale,
        low=low,
        best=best,
        high=f"{high} or more" if high and finding.open_high else high,
    )


def _answer(value: FindingValue, bar: Bar | None, lookup: Lookup) -> Answer:
    claims = lookup.claims_of(value)
    speakers = tuple(dict.fromkeys(plain(lookup.links(claim)[-1]) for claim in claims))
    more = len(speakers) - MOST_SPEAKERS
    return Answer(
        text=answer_words(value, lookup),
        target=span_anchor(claims[0].spans[0], lookup) if claims else None,
        reports=counted(lookup.count_reports((value,)), "report"),
        origins=counted(len(value.origins), "origin"),
        votes=value.votes,
        bar=bar,
        readings=tuple(_reading(claim, lookup) for claim in claims),
        speakers="; ".join(speakers[:MOST_SPEAKERS]) + (f" and {more} more" if more > 0 else ""),
    )


def _reading(claim: Claim, lookup: Lookup) -> Reading:
    span, report = claim.spans[0], lookup.report_of(claim)
    bounds = paragraph_at(lookup.paragraphs[report.id], span.start, span.end)
    excerpt = find_excerpt(report.text, span.start, span.end, within=bounds)
    return Reading(
        id=claim.id,
        links=lookup.links(claim),
        modality=MODALITIES[claim.modality],
        as_of=day_words(claim.as_of, claim.as_of) if claim.as_of else None,
        by_analyst=claim.set_by == "analyst",
        target=span_anchor(span, lookup),
        before=("… " if excerpt.cut_before else "") + excerpt.before,
        words=excerpt.words,
        after=excerpt.after + (" …" if excerpt.cut_after else ""),
        language=report.language,
        translated=translated_words(report, lookup),
    )

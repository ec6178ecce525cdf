"""How each outlet speaks: on whose word, how surely, in which loaded words; what nobody named stands for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR, UNNAMED, Modality
from sayso.render.anchors import report_anchor
from sayso.render.phrases import LOADED, plain, shortened
from sayso.render.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.claims import Claim
    from sayso.model.reports import Report
    from sayso.render.lookup import Lookup
    from sayso.render.view import Point

QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»|„[^“”]*[“”]|‘[^’]*’(?!\w)")
"""Words that a text puts in quotation marks: another's, not its own."""
HEDGED = frozenset({Modality.ALLEGED, Modality.SPECULATED})
OWN = frozenset({"text", "title"})
"""Blocks of a page that are the report."""
MOST_LOADED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a report speaks.

    Attributes:
        statements: How many claims on the incident it makes; of these
        bare: in its own voice, with nobody to answer for them;
        named: on the word of a named source;
        unnamed: on the word of one that is not named;
        hedged: put as an allegation or a possibility.
        loaded: Words that judge, outside quotation marks, with how often each stands there.
    """

    report: Link
    statements: int
    bare: int
    named: int
    unnamed: int
    hedged: int
    loaded: tuple[tuple[str, int], ...]


def outlet_voices(lookup: Lookup) -> tuple[Voice, ...]:
    """The voice of every report that says anything of the incident, in their order."""
    own: dict[str, list[Claim]] = {report.id: [] for report in lookup.read}
    for claim in lookup.claims.values():
        event = lookup.events.get(claim.event)
        if event is None or event.focal:
            own.get(claim.spans[0].report, []).append(claim)
    return tuple(_voice(report, own[report.id], lookup) for report in lookup.read if own[report.id])


def rests_on_unnamed(points: Iterable[Point], lookup: Lookup) -> tuple[Point, ...]:
    """The points that nobody answers for by name: every claim comes from an unnamed source."""
    return tuple(
        point
        for point in points
        if (claims := [c for value in lookup.findings[point.id].values for c in lookup.claims_of(value)])
        and all(claim.source.startswith(UNNAMED) for claim in claims)
    )


def find_loaded(report: Report, lookup: Lookup) -> tuple[tuple[str, int], ...]:
    """Words that judge (STANDARDS 11.5), in a report's own voice, the most frequent first."""
    texts = (report.text[one.start : one.end] for one in lookup.paragraphs[report.id] if one.kind in OWN)
    found = [match[0] for text in texts for match in LOADED.finditer(QUOTED.sub(" ", text))]
    first = {word.lower(): word for word in reversed(found)}
    words = Counter(word.lower() for word in found)
    ranked = sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_LOADED]
    return tuple((first[word], times) for word, times in ranked)


def _voice(report: Report, claims: list[Claim], lookup: Lookup) -> Voice:
    bare = sum(claim.source == AUTHOR for claim in claims)
    unnamed = sum(claim.source.startswith(UNNAMED) for claim in claims)
    return Voice(
        report=Link(text=shortened(plain(report.name)), target=report_anchor(lookup.numbers[report.id])),
        statements=len(claims),
        bare=bare,
        named=len(claims) - bare - unnamed,
        unnamed=unnamed,
        hedged=sum(claim.modality in HEDGED for claim in claims),
        loaded=find_loaded(report, lookup),
    )

"""Who says it: speakers, the outlets they speak through, and the way a claim came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.render.lookup import speaker
from sayso.render.phrases import day_words, listing, plain, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.claims import Claim
    from sayso.model.reports import Report
    from sayso.render.lookup import Lookup

MOST_NAMED = 2
"""A sentence names so many of those who say the same; the page lists all."""

MOST_OUTLETS = 2
"""It names so many of the outlets that carry a speaker's words."""


def who_says(claims: Sequence[Claim], lookup: Lookup) -> str:
    """Whose say-so the claims of one speaker are, with the outlets and their dates in brackets."""
    return _source_words(speaker(claims[0]), [lookup.report_of(claim) for claim in claims])


def chain_words(claim: Claim, lookup: Lookup) -> str:
    """The way a claim came, from the outlet inward to whoever is said to say it first."""
    return " ← ".join(plain(link) for link in lookup.links(claim))


def one_per_speaker(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """One claim for each speaker in each report.

    What a report says in its own voice is left out where it also says who told it.
    """
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        first.setdefault((speaker(claim), claim.spans[0].report), claim)
    told = {report for who, report in first if who}
    return tuple(claim for (who, report), claim in first.items() if who or report not in told)


def names_of(claims: Sequence[Claim], lookup: Lookup) -> str:
    """The first few of those who say the same, and how many more there are."""
    told: dict[str, list[Report]] = {}
    for claim in claims:
        report = lookup.report_of(claim)
        told.setdefault(speaker(claim) or f"\0{report.id}", []).append(report)
    names = [_source_words(who, reports) for who, reports in told.items()]
    more = len(names) - MOST_NAMED
    return listing([*names[:MOST_NAMED], f"{more} more"] if more > 0 else names)


def _source_words(who: str, reports: Sequence[Report]) -> str:
    """A speaker with the outlets; for a report's own voice the outlet itself."""
    dated = [(plain(report.name), published_words(report)) for report in reports]
    if not who or who.startswith("\0"):
        name, when = dated[0]
        return name + (f" ({when})" if when else "")
    outlets = [", ".join(filter(None, one)) for one in dict.fromkeys(dated)]
    more = len(outlets) - MOST_OUTLETS
    rest = [f"{more} more"] if more > 0 else []
    return f"{shortened(plain(who))} ({'; '.join([*outlets[:MOST_OUTLETS], *rest])})"


def published_words(report: Report) -> str:
    """When a report was published, in words; empty if unknown."""
    known = report.published
    return day_words(known.earliest.isoformat(), known.latest.isoformat()) if known else ""


def translated_words(report: Report, lookup: Lookup) -> str | None:
    """Of what a report is the translation ("translated from r.html"); None if of nothing."""
    original = lookup.reports.get(report.translated_from or "")
    return f"translated; original in {plain(original.file)}" if original else None

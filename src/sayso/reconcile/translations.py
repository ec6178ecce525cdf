"""Claims from an English text cite the original beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.claims import Claim
    from sayso.model.reports import Report
    from sayso.model.spans import Span

LINE = re.compile(r"\S(?:.*\S)?")


def cite_original(claim: Claim, reports: Mapping[str, Report]) -> Claim:
    """The claim with the original's paragraph as a further span, if it rests on a translation.

    The paragraphs are taken to answer each other one by one if there are equally many; if not,
    which words of the original a claim rests on is not guessed, and the link between the two
    reports must do.
    """
    english = reports[claim.spans[0].report]
    original = reports.get(english.translated_from or "")
    if original is None:
        return claim
    span = find_counterpart(claim.spans[0], english, original)
    return replace(claim, spans=(*claim.spans, span)) if span else claim


def find_counterpart(span: Span, english: Report, original: Report) -> Span | None:
    """The paragraph of the original that answers the one in which a span stands; None if unknown."""
    here, there = (list(LINE.finditer(report.text)) for report in (english, original))
    place = bisect_right(here, span.start, key=lambda match: match.start()) - 1
    if len(here) != len(there) or place < 0:
        return None
    return original.span(*there[place].span())

"""The same unusual error in several reports: what is wrong alike was copied (STANDARDS 6).

That two reports give the same true value shows nothing. That they misspell a name alike, which most
reports spell otherwise, shows that what stands beside it has one source [Dong 2009]. Only slips of the
typist count; another romanisation is no error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.model.entities import Entity
    from sayso.model.spans import Span

A_SLIP = "can be a slip"
"""By what the comparison of two names says (see ``naming``)."""


def find_slips(entities: Iterable[Entity]) -> Mapping[str, tuple[tuple[Span, str], ...]]:
    """For every report the misspelt names in it that another report misspells alike, each with a reason.

    Of two spellings that differ by a slip the one that fewer reports have is the error; if as many have
    the one as the other, neither is.
    """
    found: dict[str, list[tuple[Span, str]]] = {}
    for entity in entities:
        spans: dict[str, list[Span]] = {}
        for mention in entity.mentions:
            if mention.form == "name":
                spans.setdefault(fold(mention.span.text), []).append(mention.span)
        reports = {name: {span.report for span in held} for name, held in spans.items()}
        for join in entity.joins:
            a, b = sorted((fold(name) for name in join.names), key=lambda name: len(reports.get(name, ())))
            if A_SLIP in join.why and 1 < len(reports.get(a, ())) < len(reports.get(b, ())):
                for span in spans[a]:
                    why = f"They share an error: “{a}” for “{b}”."
                    found.setdefault(span.report, []).append((span, why))
    return {report: tuple(dict.fromkeys(held)) for report, held in found.items()}

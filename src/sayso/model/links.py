"""Reports that carry one text, and what differs between them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingChange:
    """A passage that differs between two versions of a text; None where one lacks it."""

    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLink:
    """Two reports that carry one text.

    Attributes:
        a, b: Ids of the reports; the earlier first where that is known.
        kind: ``duplicate`` (word for word), ``revision`` (versions of one article), ``copy``
            (another outlet's) or ``translation`` (b is the English text of a).
        passages: What the two share, in both.
        changes: What a revision changed, in the order of b.
    """

    a: str
    b: str
    kind: str
    why: str
    passages: tuple[Span, ...]
    changes: tuple[WordingChange, ...]

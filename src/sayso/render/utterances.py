"""One utterance as several reports quote it, side by side, and how their wordings differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.render.anchors import span_anchor
from sayso.render.phrases import plain, shortened
from sayso.render.view import Link
from sayso.render.voices import translated_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model.claims import Attribution
    from sayso.model.dossier import Dossier, QuoteGroup
    from sayso.model.spans import Span
    from sayso.render.lookup import Lookup

LETTERS = re.compile(r"\w+")
SAME = "The same words in all."
PARTLY = "A sentence of it has the same words in all; the rest may differ."
LONGEST_QUOTE = 260
"""Characters of a quotation that are shown; the link leads to all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The words in one report.

    Attributes:
        translated: If they are a translation, of what; None if they are the outlet's own.
    """

    outlet: str
    quote: Link
    translated: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said once.

    Attributes:
        differences: How the wordings differ, a sentence each; at least one.
    """

    speaker: str
    renderings: tuple[Rendering, ...]
    differences: tuple[str, ...]


def utterances(lookup: Lookup) -> tuple[Utterance, ...]:
    """Utterances that two or more reports quote, each once, those in most reports first."""
    return tuple(_utterance(group, lookup) for group in groups_of(lookup))


def groups_of(lookup: Lookup) -> tuple[QuoteGroup, ...]:
    """The groups of quotations behind the utterances, in their order."""
    groups: dict[frozenset[str], QuoteGroup] = {}
    for group in lookup.dossier.quotes:
        groups.setdefault(frozenset(group.attributions), group)
    sizes = {}
    for group in groups.values():
        known = [lookup.attributions[one] for one in group.attributions if one in lookup.attributions]
        found = [one for one in known if one.content and one.report in lookup.reports]
        if len({lookup.reports[one.report].name for one in found}) > 1:
            sizes[group.id] = len(found)
    kept = [group for group in groups.values() if group.id in sizes]
    return tuple(sorted(kept, key=lambda group: (-sizes[group.id], plain(group.speaker))))


def quoted_spans(dossier: Dossier) -> Iterator[Span]:
    """The places that the renderings lead to."""
    attributions = {one.id: one for one in dossier.attributions}
    for group in dossier.quotes:
        for one in _known(group, attributions.values()):
            yield one.content[0]


def _known(group: QuoteGroup, attributions: Iterable[Attribution]) -> list[Attribution]:
    wanted = {name: place for place, name in enumerate(group.attributions)}
    found = [one for one in attributions if one.id in wanted and one.content]
    return sorted(found, key=lambda one: wanted[one.id])


def _utterance(group: QuoteGroup, lookup: Lookup) -> Utterance:
    known = [lookup.attributions[one] for one in group.attributions if one in lookup.attributions]
    renderings = []
    for one in _known(group, known):
        report = lookup.reports.get(one.report)
        if report is not None:
            words = plain(" … ".join(span.text for span in one.content))
            cut = words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rpartition(' ')[0]} …"
            renderings.append(
                Rendering(
                    outlet=shortened(plain(report.name)),
                    quote=Link(text=cut, target=span_anchor(one.content[0], lookup)),
                    translated=translated_words(report, lookup),
                )
            )
    return Utterance(
        speaker=shortened(plain(group.speaker)),
        renderings=tuple(renderings),
        differences=tuple(plain(one) for one in group.differences) or (_alike(known),),
    )


def _alike(known: Iterable[Attribution]) -> str:
    """What to say where no difference is told: a quotation may be longer than what is the same."""
    wordings = {" ".join(LETTERS.findall(" ".join(span.text for span in one.content))) for one in known}
    return SAME if len(wordings) == 1 else PARTLY

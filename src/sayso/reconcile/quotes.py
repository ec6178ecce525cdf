"""Quotations of one speaker that render one utterance, and how their wordings differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.model.dossier import QuoteGroup
from sayso.model.ids import content_id
from sayso.reconcile.groups import find_groups, find_members
from sayso.reconcile.names import bare_name, body_key
from sayso.reconcile.phrases import SMALL_WORDS, fold, singular, word_set
from sayso.reconcile.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Attribution
    from sayso.model.reports import Report
    from sayso.reconcile.entities import EntityIndex

ALIKE = 0.6
"""Share of the shorter sentence's telling words from which two render one utterance (s)."""
FEWEST_WORDS = 3
"""With fewer telling words in common, sentences may be phrases that anybody uses."""
NEGATIONS = word_set("no not never none nobody nothing neither nor cannot without")
FILLERS = word_set(
    "i we you he she they it is are was were be been have has had do did does will would can could may might"
    " who what which there here also very just all them us me my your so as but if when than more"
)
SENTENCE_END = re.compile(r"[.!?;\n]+")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quoted sentence: its attribution, its speaker's key and name, and the words."""

    attribution: Attribution
    speaker: str
    name: str
    words: tuple[str, ...]

    @property
    def telling(self) -> frozenset[str]:
        """The words that tell this sentence from others."""
        return frozenset(singular(word) for word in self.words) - NEGATIONS - SMALL_WORDS - FILLERS


def reconcile_quotes(
    attributions: Iterable[Attribution], reports: Mapping[str, Report], *, index: EntityIndex
) -> tuple[QuoteGroup, ...]:
    """Groups of quotations in different reports that render one utterance, by speaker and id."""
    by_speaker: dict[str, list[Quotation]] = {}
    ordered = sorted(attributions, key=lambda a: (reports[a.report].file, a.content, a.id))
    for attribution in ordered:
        for quotation in read_quotations(attribution, index):
            by_speaker.setdefault(quotation.speaker, []).append(quotation)
    groups = [group for spoken in by_speaker.values() for group in matched(spoken)]
    made = [make_group(group, reports) for group in groups]
    return tuple(sorted(made, key=lambda group: (group.speaker, group.id)))


def read_quotations(attribution: Attribution, index: EntityIndex) -> list[Quotation]:
    """The quoted sentences of an attribution; none if it quotes nothing, too little, or nobody."""
    if attribution.kind not in ("direct", "mixed") or not attribution.source.description:
        return []
    name = bare_name(attribution.source.description)
    known = attribution.source.entity or index.find(name, report=attribution.report)
    speaker = known or " ".join(body_key(name))
    quoted = "\n".join(span.text for span in attribution.content)
    found = []
    for sentence in SENTENCE_END.split(fold(quoted).replace("n't", " not")):
        words = tuple(WORD.findall(sentence))
        quotation = Quotation(attribution=attribution, speaker=speaker, name=name, words=words)
        if len(quotation.telling) >= FEWEST_WORDS:
            found.append(quotation)
    return found


def matched(spoken: Sequence[Quotation]) -> list[list[Quotation]]:
    """The quotations of one speaker that render one utterance, two reports or more at a time."""
    places = range(len(spoken))
    pairs = [(a, b) for a, b in combinations(places, 2) if one_utterance(spoken[a], spoken[b])]
    groups = find_members(find_groups(places, pairs)).values()
    found = [[spoken[place] for place in members] for members in groups]
    return [group for group in found if len({quotation.attribution.report for quotation in group}) > 1]


def one_utterance(a: Quotation, b: Quotation) -> bool:
    """Whether two quotations in different reports share most of their telling words.

    A shorter quotation may be a part of a longer one, as long as it is no mere phrase.
    """
    if a.attribution.report == b.attribution.report:
        return False
    shared = a.telling & b.telling
    shorter = min(len(a.telling), len(b.telling))
    return len(shared) >= FEWEST_WORDS and len(shared) / shorter >= ALIKE


def make_group(group: Sequence[Quotation], reports: Mapping[str, Report]) -> QuoteGroup:
    """A group with what differs between its first quotation and the others."""
    ids = tuple(dict.fromkeys(quotation.attribution.id for quotation in group))
    told = [line for other in group[1:] for line in differences(group[0], other, reports)]
    return QuoteGroup(
        id=content_id("quo", *sorted(ids), *group[0].words),
        speaker=max(sorted({quotation.name for quotation in group}), key=len),
        attributions=ids,
        differences=tuple(dict.fromkeys(told)),
    )


def differences(a: Quotation, b: Quotation, reports: Mapping[str, Report]) -> list[str]:
    """Words that stand in only one of two quotations; a lost negation is pointed out first."""
    names = [reports[quotation.attribution.report].name for quotation in (a, b)]
    if names[0] == names[1]:
        names = [reports[quotation.attribution.report].file for quotation in (a, b)]
    only = [[word for word in x.words if word not in set(y.words)] for x, y in ((a, b), (b, a))]
    denied = [sorted(NEGATIONS & set(quotation.words)) for quotation in (a, b)]
    found = []
    for mine, theirs in ((0, 1), (1, 0)):
        if denied[mine] and not denied[theirs]:
            found.append(
                f"A negation (“{denied[mine][0]}”) stands in {names[mine]} and not in {names[theirs]}."
            )
    for mine in (0, 1):
        words = list(dict.fromkeys(only[mine]))
        if words:
            found.append(f"Only in {names[mine]}: {listed(words, most=12)}.")
    return found

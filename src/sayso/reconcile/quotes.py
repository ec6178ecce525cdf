"""Renderings of one utterance in several reports, and how their wordings differ (STANDARDS 6).

Every stretch is compared with the leaders of its speaker, the fullest stretch of each utterance, and
finds these through an index of their words; only where no leader fits, with all that the speaker said.
So the work grows with the reports and not with their square, however often a sentence is repeated.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from sayso.model.claims import SourceKind
from sayso.model.dossier import QuoteGroup
from sayso.model.ids import content_id
from sayso.reconcile.differences import tell_differences
from sayso.reconcile.groups import find_groups, find_members
from sayso.reconcile.names import bare_name, body_key
from sayso.reconcile.quoted import Place, Stretch, read_stretches
from sayso.reconcile.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Attribution
    from sayso.model.reports import Report
    from sayso.model.spans import Span
    from sayso.reconcile.entities import EntityIndex

ALIKE = 0.6
"""Share of the shorter stretch's telling words from which two render one utterance (s)."""
FEWEST_WORDS = 3
"""With fewer telling words in common, stretches may be phrases that anybody uses, if they share no run."""
FEWEST_OF_SEVERAL = 4
"""Telling words in common at least of stretches of several sentences."""
SURELY_ALIKE = 0.75
SURELY_WORDS = 6
"""So many words are hardly found twice by chance, whoever is said to have spoken them (s)."""
NOBODY = (SourceKind.AUTHOR, SourceKind.NONE, SourceKind.UNNAMED)
"""Kinds of sources that say nothing of whose the words are."""


@dataclass(frozen=True, kw_only=True)
class Edge:
    """Two stretches that render one utterance, and the stems that they share."""

    a: Stretch
    b: Stretch
    shared: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch that renders an utterance, and the stems that the others share with it."""

    stretch: Stretch
    shared: frozenset[str]


def reconcile_quotes(
    attributions: Iterable[Attribution], reports: Mapping[str, Report], *, index: EntityIndex
) -> tuple[QuoteGroup, ...]:
    """Groups of quotations in different reports that render one utterance, by speaker and id.

    A paraphrase joins a group of its speaker's quotations, and makes none. Words that a report gives
    without saying whose they are join those of a speaker whom their paragraph names.
    """
    ordered = sorted(attributions, key=lambda a: (reports[a.report].file, a.content, a.id))
    stretches = innermost([one for said in ordered for one in stretches_of(said, index)])
    alike: dict[tuple[str, ...], list[list[Part]]] = {}
    for parts in grouped(find_edges(stretches, Beside(reports, index))):
        if len({part.stretch.attribution.report for part in parts if part.stretch.quoted}) > 1:
            parts.sort(key=lambda part: (reports[part.stretch.attribution.report].file, part.stretch.place))
            members = sorted({part.stretch.attribution.id for part in parts})
            alike.setdefault(tuple(members), []).append(parts)
    made = [make_group(several, reports) for several in alike.values()]
    return tuple(sorted(made, key=lambda group: (group.speaker, group.id)))


def stretches_of(attribution: Attribution, index: EntityIndex) -> list[Stretch]:
    """What an attribution holds; none if it tells nothing of its words."""
    source = attribution.source
    name = bare_name(source.description) if source.description else ""
    if source.kind in (SourceKind.AUTHOR, SourceKind.NONE) or not name:
        speaker, name = "", ""
    else:
        known = source.entity or index.find(name, report=attribution.report)
        speaker = known or " ".join(body_key(name))
    found = read_stretches(attribution, speaker=speaker, name=name)
    return [one for one in found if len(one.telling) >= FEWEST_WORDS or one.runs]


def innermost(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches, those that several attributions hold given to the innermost speaker."""
    held: dict[tuple[str, int, int], Stretch] = {}
    for one in stretches:
        best = held.setdefault(one.place, one)
        depths = [(len(x.attribution.chain), x.quoted, x.speaker != "") for x in (one, best)]
        if depths[0] > depths[1]:
            held[one.place] = one
    return list(held.values())


class Beside:
    """Whom the paragraph of a stretch mentions before it."""

    def __init__(self, reports: Mapping[str, Report], index: EntityIndex) -> None:
        """Sort the mentions by report."""
        self._reports = reports
        self._mentions: dict[str, list[tuple[int, str]]] = {}
        for span, entity in index.by_place.items():
            self._mentions.setdefault(span.report, []).append((span.start, entity))

    def entities(self, one: Stretch) -> frozenset[str]:
        """Ids of the entities that are mentioned."""
        report, start, _ = one.place
        opens = self._reports[report].text.rfind("\n", 0, start) + 1
        return frozenset(entity for at, entity in self._mentions.get(report, ()) if opens <= at < start)


class Leaders:
    """The fullest stretch of every utterance so far, found again by the rarer of its words."""

    def __init__(self, common: Mapping[str, int]) -> None:
        """Start with none; common says how often each stem is used."""
        self.all: list[Stretch] = []
        self._common = common
        self._by_stem: dict[str, list[int]] = {}

    def add(self, one: Stretch) -> None:
        """Take up a stretch that renders none of the utterances so far."""
        for stem in one.telling:
            self._by_stem.setdefault(stem, []).append(len(self.all))
        self.all.append(one)

    def near(self, one: Stretch, share: float) -> list[Stretch]:
        """The leaders that may hold this share of a stretch's telling words.

        Whatever holds it holds one of its rarest words, as many as may be missing and one more.
        """
        rarest = sorted(one.telling, key=lambda stem: (self._common[stem], stem))
        enough = len(rarest) - ceil(share * len(rarest)) + 1
        places = {place for stem in rarest[:enough] for place in self._by_stem.get(stem, ())}
        return [self.all[place] for place in sorted(places)]

    def like(self, one: Stretch) -> list[Stretch]:
        """The leaders that render the same utterance of the same speaker."""
        return [led for led in self.near(one, ALIKE) if is_one_utterance(one, led)]


def find_edges(stretches: Sequence[Stretch], beside: Beside) -> list[Edge]:
    """Pairs of stretches that render one utterance, enough of them to tie each utterance together."""
    common = Counter(stem for one in stretches for stem in one.telling)
    edges: list[Edge] = []
    for several in (False, True):
        fullest = sorted(
            (one for one in stretches if (one.sentences > 1) is several), key=lambda one: -len(one.telling)
        )
        spoken: dict[str, tuple[Leaders, Leaders]] = {}
        nobody: list[Stretch] = []
        for one in fullest:
            if not one.speaker:
                nobody.append(one)
                continue
            own, told = spoken.setdefault(one.speaker, (Leaders(common), Leaders(common)))
            met = own.like(one) or told.like(one)[:1]
            edges += [make_edge(other, one) for other in met]
            told.add(one)
            if not met and one.quoted:
                own.add(one)
        edges += across([led for own, _ in spoken.values() for led in own.all], nobody, common, beside)
    return edges


def across(
    leaders: Iterable[Stretch], nobody: Sequence[Stretch], common: Mapping[str, int], beside: Beside
) -> list[Edge]:
    """Edges between utterances of two speakers, and to words of which it is not said whose they are."""
    every = Leaders(common)
    edges = []
    for one in sorted(leaders, key=lambda one: -len(one.telling)):
        edges += [make_edge(led, one) for led in every.near(one, SURELY_ALIKE) if are_same_words(one, led)]
        every.add(one)
    for one in nobody:
        named = beside.entities(one) if one.quoted else frozenset()
        for led in every.near(one, 0):
            told = led.speaker in named and is_one_utterance(one, led)
            if one.quoted and (told or are_same_words(one, led)):
                edges.append(make_edge(led, one))
    return edges


def is_one_utterance(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches of one speaker share most of the shorter one's telling words.

    A short one may be a part of the other, as long as it is no mere phrase.
    """
    shared = one.telling & other.telling
    fewest = FEWEST_OF_SEVERAL if one.sentences > 1 else FEWEST_WORDS
    enough = len(shared) >= fewest or bool(one.runs & other.runs)
    return enough and len(shared) / min(len(one.telling), len(other.telling)) >= ALIKE


def are_same_words(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches in different reports are the same, whoever is said to have spoken them."""
    shared = len(one.telling & other.telling)
    alike = shared / min(len(one.telling), len(other.telling)) >= SURELY_ALIKE
    elsewhere = one.attribution.report != other.attribution.report
    return elsewhere and shared >= SURELY_WORDS and alike


def make_edge(one: Stretch, other: Stretch) -> Edge:
    """An edge between two stretches."""
    return Edge(a=one, b=other, shared=one.telling & other.telling)


def grouped(edges: Sequence[Edge]) -> list[list[Part]]:
    """The stretches of each utterance.

    Two edges that meet in one stretch belong together only if they share words of it: two excerpts of
    one long sentence may be of different parts.
    """
    first: dict[tuple[Place, str], int] = {}
    pairs = []
    for number, edge in enumerate(edges):
        for end in (edge.a, edge.b):
            pairs += [(first.setdefault((end.place, stem), number), number) for stem in sorted(edge.shared)]
    found = []
    for numbers in find_members(find_groups(range(len(edges)), pairs)).values():
        parts: dict[Place, Part] = {}
        for edge in (edges[number] for number in numbers):
            for end in (edge.a, edge.b):
                before = parts[end.place].shared if end.place in parts else frozenset[str]()
                parts[end.place] = Part(stretch=end, shared=before | edge.shared)
        found.append(list(parts.values()))
    return found


def make_group(several: Sequence[Sequence[Part]], reports: Mapping[str, Report]) -> QuoteGroup:
    """A group from the sentences that the same attributions render, with what differs in the wording."""
    single = [parts for parts in several if parts[0].stretch.sentences == 1]
    told: list[str] = []
    spans: set[Span] = set()
    for parts in single or several:
        quoted = [part.stretch for part in parts if part.stretch.quoted]
        told += speakers_differ(quoted, reports)
        told += [line for other in quoted[1:] for line in tell_differences(quoted[0], other, reports)]
        spans.update(span for part in parts for span in rendering(part, reports))
    names = sorted({part.stretch.name for parts in several for part in parts})
    ids = tuple(dict.fromkeys(part.stretch.attribution.id for parts in several for part in parts))
    ordered = sorted(spans, key=lambda span: (reports[span.report].file, span))
    return QuoteGroup(
        id=content_id("quo", *sorted(ids), *sorted(span.text for span in ordered)),
        speaker=max(names, key=len),
        attributions=ids,
        spans=tuple(ordered),
        differences=tuple(dict.fromkeys(told)),
    )


def rendering(part: Part, reports: Mapping[str, Report]) -> list[Span]:
    """The words of a stretch that render the utterance: all, or from the first that is shared to the last."""
    report, start, end = part.stretch.place
    if len(part.shared) < ALIKE * len(part.stretch.telling):
        shared = [word for word in part.stretch.words if word.stem in part.shared]
        start, end = shared[0].start, shared[-1].end
    held = ((max(start, span.start), min(end, span.end)) for span in part.stretch.attribution.content)
    return [reports[report].span(first, last) for first, last in held if first < last]


def speakers_differ(quoted: Sequence[Stretch], reports: Mapping[str, Report]) -> list[str]:
    """A sentence where reports give the words to different speakers, or one does not say whose they are."""
    names: dict[str, tuple[str, str]] = {}
    for one in quoted:
        names.setdefault(
            one.speaker, (one.name or "nobody named there", reports[one.attribution.report].name)
        )
    if len(names) < 2:
        return []
    return [f"Given to {listed([f'{name} in {report}' for name, report in names.values()])}."]

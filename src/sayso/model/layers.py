"""What annotation lays over a report's text; extraction reads nothing else.

Another annotator can stand in for the shipped one by giving the same layers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.model.reports import Report
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark.

    Attributes:
        start, end: Code-point offsets in the report's text.
        text: The word in the shadow text: true case, plain quotation marks.
        lemma: Dictionary form, lower case.
        pos: Universal part of speech (``VERB``, ``NOUN``, ...).
        tag: Penn Treebank tag.
        dep: Dependency label of the English model (ClearNLP style).
        head: Index of the head token; its own index for the root of a sentence.
        sentence: Index of the sentence it stands in.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A run of tokens.

    Attributes:
        first, last: Token indices, last excluded.
        paragraph: Index of the paragraph.
        title: Whether it is (part of) the headline.
        furniture: Whether it stands in page furniture and yields nothing.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    title: bool
    furniture: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSpan:
    """A name as the entity recogniser saw it.

    Attributes:
        first, last: Token indices, last excluded.
        kind: OntoNotes type: ``PERSON``, ``ORG``, ``GPE``, ``NORP``, ``FAC``, ``LOC``, ...
    """

    start: int
    end: int
    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words between quotation marks, the marks included.

    Attributes:
        start, end: Offsets in the report.
        paragraph: Index of the paragraph it stands in.
        continues: Whether it takes up a quotation that the paragraph before left open.
        closed: Whether its closing mark is there.
    """

    start: int
    end: int
    paragraph: int
    continues: bool
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Words that a trained labeller takes for one attribution; extraction decides what becomes of it.

    Attributes:
        source: Tokens that name who says it, last excluded; None where nobody is named.
        cue: Tokens of the reporting words, last excluded; None where there are none.
        content: Runs of tokens with what is said, in text order; never empty.
        certainty: How sure the labeller is of the cue, from 0 to 1; 0 without a cue.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSpan:
    """Words that a trained labeller takes for a filler of a role in an incident; a proposal, no finding.

    Attributes:
        first, last: Token indices, last excluded.
        role: ``perp_individual``, ``perp_org``, ``physical_target``, ``victim`` (by name),
            ``victim_description`` or ``weapon``.
        score: How likely these words fill the role, all their mentions in the report judged together.
        here: How likely this mention does, judged by its own sentence.
        values: For an organisation how surely it is held responsible, for a victim what became of
            it: MUC-4's values with their shares, likeliest first; empty for the other roles.
    """

    first: int
    last: int
    role: str
    score: float
    here: float
    values: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentScores:
    """How likely a report, or a sentence of it, tells of politically motivated violence.

    Attributes:
        relevance: From 0 to 1.
        types: Every kind of incident of MUC-4 with its likelihood, each by itself.
    """

    relevance: float
    types: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class Layers:
    """Everything annotation knows about one report.

    Attributes:
        shadow: The report's text, same length, in the form that was analysed.
        quotes: Words between quotation marks, in text order, not overlapping.
        sayings: Attributions as the trained labeller sees them, none within another.
        roles: Who did what to whom, as the trained labeller sees it, in text order; spans of
            unlike roles, and a long and a short reading of one, may overlap.
        incident: Whether the report tells of an incident; None where nothing was read.
        sentence_incidents: The same for every sentence; None for one in page furniture.
    """

    report: Report
    shadow: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NamedSpan, ...]
    quotes: tuple[Quote, ...]
    sayings: tuple[Saying, ...]
    roles: tuple[RoleSpan, ...] = ()
    incident: IncidentScores | None = None
    sentence_incidents: tuple[IncidentScores | None, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of the report's own text at these offsets."""
        return self.report.span(start, end)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For every token the indices of its dependents, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                below[token.head].append(index)
        return tuple(tuple(indices) for indices in below)

    def subtree(self, index: int) -> tuple[int, ...]:
        """The token and all that hangs from it, in text order."""
        found, waiting = [], [index]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting.extend(self.children[here])
        return tuple(sorted(found))

    def token_at(self, offset: int) -> int | None:
        """Index of the first token that ends after this offset; None behind the last."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.tokens) else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset, or the next one; None behind the last."""
        index = self.token_at(offset)
        return None if index is None else self.sentences[self.tokens[index].sentence]

"""All that the finders of claims look at in one report, read once; and what they hand back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.acronyms import find_acronyms
from sayso.extract.clauses import clause_of
from sayso.extract.events import find_events
from sayso.extract.mentions import find_mentions
from sayso.extract.persons import People
from sayso.extract.quantities import find_quantities
from sayso.extract.times import find_times

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.extract.events import EventMap
    from sayso.extract.quantities import Quantity
    from sayso.extract.times import TimeExpression
    from sayso.model.extraction import Mention
    from sayso.model.layers import Layers, Sentence
    from sayso.model.values import Value


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One report with everything read from it that claims are made of."""

    layers: Layers
    mentions: tuple[Mention, ...]
    people: People
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    events: EventMap
    acronyms: Mapping[str, str]

    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that may yield claims: all but page furniture."""
        return tuple(s for s in self.layers.sentences if not s.furniture)

    def clause(self, index: int) -> int:
        """The token that heads a token's clause."""
        return clause_of(self.layers, index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before it is known who says it and of which event.

    Attributes:
        start, end: Offsets of the words that state the value.
        at: The token whose clause decides the event and the attribution.
        source: Set where the claim itself names its source ("X denied ..."); else None.
        modality: Set where the wording decides it; else None.
        denied: Whether the claim is a denial of its value.
        of_incident: Whether it bears on the incident though its clause tells of other events, as
            past acts do (STANDARDS 3, "mentioned").
        event: Id of the event mention that it belongs to; None for that of its clause.
    """

    slot: str
    group: str
    value: Value
    start: int
    end: int
    at: int
    source: str | None = None
    modality: str | None = None
    denied: bool = False
    of_incident: bool = False
    event: str | None = None


def read_scene(layers: Layers) -> Scene:
    """Read names, numbers, times and events from the layers of one report."""
    mentions = find_mentions(layers)
    times = find_times(layers)
    return Scene(
        layers=layers,
        mentions=mentions,
        people=People(layers=layers, mentions=mentions),
        quantities=find_quantities(layers, times=times),
        times=times,
        events=find_events(layers, times),
        acronyms=find_acronyms(layers.report.text),
    )

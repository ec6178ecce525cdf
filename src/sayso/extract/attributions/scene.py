"""What every finder works on, and what it hands on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.lexicon import Lexicon
    from sayso.model.claims import Stance
    from sayso.model.layers import Layers, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A report's layers with its quotations and the reporting words.

    Attributes:
        quote_of: For every token the index of the quotation it stands in; -1 for none.
    """

    layers: Layers
    lexicon: Lexicon
    quotes: tuple[Quote, ...]
    quote_of: tuple[int, ...]
    starts: tuple[int, ...] = field(default=())

    def quotes_in(self, start: int, end: int) -> Sequence[Quote]:
        """Quotations that share a character with text[start:end]."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_right(self.starts, end)
        return [q for q in self.quotes[first:last] if q.start < end and start < q.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution before its source is resolved and its place in a chain is known.

    Attributes:
        anchor: Token index of the head of the cue.
        cue: The reporting words; None for a quotation that goes on without any.
        source: The words naming the source; None if nobody is named.
        head: Token index of the head of these words; None with them.
        content: What is said, in text order.
        rule: Which rule found it, for explaining and for settling overlaps.
        via: Anchor of the attribution that this one is cited in though its content holds
            no less ("X said, citing Y"); None for none.
        learned: Whether the trained labeller proposes it, whatever rule it then falls under.
        certainty: How sure the labeller is, from 0 to 1; 1 for the rules' own.
    """

    anchor: int
    cue: Stretch | None
    source: Stretch | None
    head: int | None
    content: tuple[Stretch, ...]
    stance: Stance
    rule: str
    via: int | None = None
    learned: bool = False
    certainty: float = 1.0


def build_scene(layers: Layers, lexicon: Lexicon) -> Scene:
    """Put a report's layers and the reporting words together."""
    quotes = layers.quotes
    quote_of, at = [], 0
    for token in layers.tokens:
        while at < len(quotes) and quotes[at].end <= token.start:
            at += 1
        inside = at < len(quotes) and quotes[at].start <= token.start
        quote_of.append(at if inside else -1)
    return Scene(
        layers=layers,
        lexicon=lexicon,
        quotes=quotes,
        quote_of=tuple(quote_of),
        starts=tuple(quote.start for quote in quotes),
    )

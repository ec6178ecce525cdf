"""Words that refer, as runs of tokens, before they become mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.extraction import Mention

if TYPE_CHECKING:
    from sayso.model.extraction import Reference
    from sayso.model.kinds import Kind
    from sayso.model.layers import Layers

ELIDED = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A run of tokens that refers to something.

    Attributes:
        first, last: Token indices, last excluded.
        head: The token that carries the meaning.
        name: See ``Mention.name``.
        form: ``name``, ``nominal`` or ``pronoun``.
        role: Tokens of the title or description beside a name; None if none.
    """

    first: int
    last: int
    head: int
    name: str
    kind: Kind
    form: str
    role: tuple[int, int] | None = None

    def sentence(self, layers: Layers) -> int:
        """Index of the sentence it stands in."""
        return layers.tokens[self.head].sentence

    def holds(self, index: int) -> bool:
        """Whether a token is one of its words."""
        return self.first <= index < self.last


def words_of(layers: Layers, first: int, last: int) -> str:
    """The words of a token run as the shadow spells them, last excluded."""
    return " ".join(layers.shadow[layers.tokens[first].start : layers.tokens[last - 1].end].split())


def as_mention(
    layers: Layers, phrase: Phrase, *, reference: Reference | None = None, doubt: str | None = None
) -> Mention:
    """A phrase as the mention that leaves extraction."""
    tokens = layers.tokens
    role = phrase.role
    return Mention(
        span=layers.span(tokens[phrase.first].start, tokens[phrase.last - 1].end),
        name=phrase.name,
        kind=phrase.kind,
        form=phrase.form,
        role=None if role is None else layers.span(tokens[role[0]].start, tokens[role[1] - 1].end),
        head=layers.span(tokens[phrase.head].start, tokens[phrase.head].end),
        reference=reference,
        doubt=doubt,
    )


def head_of(layers: Layers, first: int, last: int) -> int:
    """The token of a run on which the others hang; the last such one."""
    inside = range(first, last)
    return next((i for i in reversed(inside) if layers.tokens[i].head not in inside), last - 1)

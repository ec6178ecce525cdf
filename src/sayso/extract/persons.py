"""Who a name, a role or a pronoun stands for inside one report. Unresolved is a valid answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from sayso.model.extraction import Mention
    from sayso.model.layers import Layers
    from sayso.model.spans import Span


@dataclass(frozen=True, kw_only=True)
class People:
    """The persons of a report by the words that mean them.

    Attributes:
        mentions: All mentions of the report.
    """

    layers: Layers
    mentions: tuple[Mention, ...]

    @cached_property
    def persons(self) -> tuple[Mention, ...]:
        """Mentions of persons by name, in text order."""
        return tuple(m for m in self.mentions if m.kind is Kind.PERSON and m.form == "name")

    @cached_property
    def _by_place(self) -> dict[Span, Mention]:
        return {m.span: m for m in sorted(self.mentions, key=lambda m: m.form == "name")}

    @cached_property
    def _by_head(self) -> dict[int, Mention]:
        ordered = sorted(self.mentions, key=lambda m: m.form == "name")
        return {(m.head or m.span).start: m for m in ordered}

    @cached_property
    def fullest(self) -> dict[str, str]:
        """For every surname the fullest name the report gives with it."""
        best: dict[str, str] = {}
        for person in self.persons:
            surname = person.name.split()[-1].lower()
            if len(person.name.split()) > len(best.get(surname, "").split()):
                best[surname] = person.name
        return best

    def full_name(self, description: str) -> str:
        """The fullest name for a description that ends in a known surname; else the description."""
        words = description.split()
        fullest = self.fullest.get(words[-1].lower(), description) if words else description
        return fullest if self._may_be(description, fullest) else description

    def _may_be(self, name: str, fullest: str) -> bool:
        """Whether a name's words leave it open that it is the fuller one: kin share a surname only."""
        given = [word for word in name.split()[:-1] if word.lower() in self._given]
        return all(word in fullest.split() for word in given)

    @cached_property
    def _given(self) -> frozenset[str]:
        return frozenset(word.lower() for person in self.persons for word in person.name.split()[:-1])

    def role_of(self, name: str) -> str:
        """The titles that the report gives to a person, by surname; empty if it gives none."""
        surname = name.lower().rpartition(" ")[2]
        return " ".join(p.role.text for p in self.persons if p.role and p.name.split()[-1].lower() == surname)

    def name_at(self, index: int) -> str | None:
        """The full name of the person that a token's phrase names; None if it names none."""
        token = self.layers.tokens[index]
        for person in self.persons:
            if person.span.start <= token.start < person.span.end:
                return self._named(person)
        return None

    def resolve(self, index: int) -> str | None:
        """The full name of whoever a noun or pronoun stands for; None if that is not safe to say."""
        if (name := self.name_at(index)) is not None:
            return name
        mention = self._name_behind(index)
        return self._named(mention) if mention is not None and mention.kind is Kind.PERSON else None

    def body_at(self, index: int) -> Mention | None:
        """The mention of a body by name that a token belongs to; None if to none."""
        start = self.layers.tokens[index].start
        return next((m for m in self._bodies if m.span.start <= start < m.span.end), None)

    @cached_property
    def _bodies(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.kind.is_body and m.form == "name")

    def body_meant(self, index: int) -> str | None:
        """The name of the body that a noun such as "the group" stands for; None if that is not safe."""
        mention = self._name_behind(index)
        acts = mention is not None and mention.kind.is_body and mention.kind is not Kind.MEDIA
        return mention.name if mention is not None and acts else None

    def _name_behind(self, index: int) -> Mention | None:
        """The mention by name that the mention at a token leads to; None if it leads to none."""
        mention = self._by_head.get(self.layers.tokens[index].start)
        seen = set()
        while mention is not None and mention.form != "name" and mention.span not in seen:
            seen.add(mention.span)
            mention = None if mention.reference is None else self._by_place.get(mention.reference.to)
        return mention if mention is not None and mention.form == "name" else None

    def _named(self, person: Mention) -> str:
        """The fullest name of a person mentioned by some name."""
        if person.reference is not None and (other := self._by_place.get(person.reference.to)) is not None:
            return other.name
        fullest = self.fullest.get(person.name.split()[-1].lower(), person.name)
        return fullest if set(person.name.split()) <= set(fullest.split()) else person.name

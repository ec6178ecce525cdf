"""Who a pronoun, a surname or a role stands for inside one report. Unresolved is a valid answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.clauses import phrase
from sayso.extract.lexicon import vocabulary

if TYPE_CHECKING:
    from sayso.model.extraction import Mention
    from sayso.model.layers import Layers

PRONOUNS = vocabulary("pronouns")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REACH = 3
"""How many sentences back a pronoun may find its person (s)."""


@dataclass(frozen=True, kw_only=True)
class People:
    """The persons named in a report, for resolving other words for them."""

    layers: Layers
    persons: tuple[Mention, ...]

    @property
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
        return self.fullest.get(words[-1].lower(), description) if words else description

    def role_of(self, name: str) -> str:
        """The titles that the report gives to a person, by surname; empty if it gives none."""
        surname = name.lower().rpartition(" ")[2]
        return " ".join(p.role.text for p in self.persons if p.role and p.name.split()[-1].lower() == surname)

    def name_at(self, index: int) -> str | None:
        """The full name of the person that a token's phrase names; None if it names none."""
        token = self.layers.tokens[index]
        for person in self.persons:
            if person.span.start <= token.start < person.span.end:
                return self.fullest.get(person.name.split()[-1].lower(), person.name)
        return None

    def resolve(self, index: int) -> str | None:
        """The full name of whoever a noun or pronoun stands for; None if that is not safe to say."""
        token = self.layers.tokens[index]
        if (name := self.name_at(index)) is not None:
            return name
        if token.lemma in PRONOUNS or token.text.lower() in PRONOUNS:
            return self._of_pronoun(index)
        return self._of_role(index)

    def _of_pronoun(self, index: int) -> str | None:
        """The nearest person before it, subjects first, within a few sentences and the paragraphs between."""
        here = self.layers.tokens[index]
        before = [p for p in self.persons if p.span.end <= here.start]
        for back in range(REACH + 1):
            near = [p for p in before if self._sentence(p) == here.sentence - back]
            subjects = [p for p in near if self._is_subject(p)]
            pool = subjects or near
            if len({p.name.split()[-1] for p in pool}) == 1 or (pool and back == 0):
                return self.fullest.get(pool[0].name.split()[-1].lower(), pool[0].name)
            if pool:
                return None
        return None

    def _of_role(self, index: int) -> str | None:
        """The one person whose title in this report holds the words of a definite phrase."""
        first, last = phrase(self.layers, index)
        words = [t.text.lower() for t in self.layers.tokens[first:last] if t.pos in {"NOUN", "PROPN"}]
        if not words or self.layers.tokens[first].text.lower() not in {"the", "his", "her", "its"}:
            return None
        pattern = re.compile(r"\b" + r"\s+".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
        held = {p.name.split()[-1].lower() for p in self.persons if p.role and pattern.search(p.role.text)}
        return self.fullest.get(next(iter(held))) if len(held) == 1 else None

    def _sentence(self, person: Mention) -> int:
        index = self.layers.token_at(person.span.start)
        return -1 if index is None else self.layers.tokens[index].sentence

    def _is_subject(self, person: Mention) -> bool:
        index = self.layers.token_at(person.span.end - 1)
        return index is not None and self.layers.tokens[index].dep in SUBJECTS

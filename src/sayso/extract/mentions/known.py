"""What a report has named so far, and what it says beside the names; the memory of the resolver."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.extract.attributions.roles import FEMALE, MALE
from sayso.extract.clauses import first_child
from sayso.extract.mentions.roles import Office, read_office
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.extract.mentions.phrases import Phrase
    from sayso.model.layers import Layers

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a description or pronoun means: another phrase and why, or why that is left open."""

    to: Phrase | None
    rule: str
    why: str


@dataclass(slots=True, kw_only=True)
class Known:
    """What has been named so far, and what each thing is.

    Attributes:
        thing: For every phrase the thing it means, by the words of its fullest name.
        offices: For every person all that the report says he or she is.
    """

    layers: Layers
    named: Sequence[Phrase]
    thing: dict[Phrase, str]
    offices: dict[str, list[Office]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    told: list[Phrase] = field(default_factory=list)

    def people_before(self, index: int, *, sentences: int) -> list[Phrase]:
        """Mentions of persons before a token within so many sentences back, in text order."""
        return [p for p in self.before(index, sentences=sentences) if p.kind is Kind.PERSON]

    def before(self, index: int, *, sentences: int) -> list[Phrase]:
        """Mentions before a token within so many sentences back, in text order."""
        here = self.layers.tokens[index].sentence
        both = [*self.named, *self.told]
        near = [p for p in both if p.last <= index and here - p.sentence(self.layers) <= sentences]
        return sorted(near, key=lambda p: (p.head, p.first))

    def note(self, phrase: Phrase, thing: str) -> None:
        """Take note that a phrase means a thing."""
        self.thing[phrase] = thing
        self.told.append(phrase)

    def is_subject(self, phrase: Phrase) -> bool:
        """Whether a phrase is the subject of its clause."""
        return self.layers.tokens[phrase.head].dep in SUBJECTS


def know(layers: Layers, named: Sequence[Phrase], thing: dict[Phrase, str]) -> Known:
    """The named things of a report with all that is said beside their names."""
    known = Known(layers=layers, named=named, thing=thing)
    for phrase in named:
        if phrase.kind is Kind.PERSON:
            offices = known.offices.setdefault(thing[phrase], [])
            offices += [read_office(layers, *run) for run in said_beside(layers, phrase)]
            note_gender(known, phrase)
    return known


def said_beside(layers: Layers, phrase: Phrase) -> list[tuple[int, int]]:
    """Token runs that say what a named person is: title, apposition before or behind, "X is the ..."."""
    tokens, runs = layers.tokens, [] if phrase.role is None else [phrase.role]
    head = tokens[phrase.head]
    if head.dep == "appos" and not phrase.holds(head.head):
        runs.append((min(layers.subtree(head.head)), phrase.first))
    beside = first_child(layers, phrase.head, "appos")
    if beside is not None and not phrase.holds(beside):
        runs.append((min(layers.subtree(beside)), max(layers.subtree(beside)) + 1))
    if head.dep in SUBJECTS and tokens[head.head].lemma == "be":
        attribute = first_child(layers, head.head, "attr")
        if attribute is not None:
            runs.append((min(layers.subtree(attribute)), with_owner(layers, attribute)))
    return [run for run in runs if run[0] < run[1]]


def with_owner(layers: Layers, index: int) -> int:
    """Where a noun's words end, "of X" right behind it included; last excluded."""
    of = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of" and c == index + 1), None)
    far = first_child(layers, of, "pobj") if of is not None else None
    return index + 1 if far is None else far + 1


def note_gender(known: Known, phrase: Phrase) -> None:
    """Take note of a title that tells a man from a woman."""
    words = {
        known.layers.tokens[i].text.lower().rstrip(".")
        for run in said_beside(known.layers, phrase)
        for i in range(*run)
    }
    for gender, marks in (("m", MALE), ("f", FEMALE)):
        if words & marks and not words & (FEMALE if gender == "m" else MALE):
            known.genders[known.thing[phrase]] = gender


def first_of(known: Known, thing: str) -> Phrase:
    """The first mention by name of a thing."""
    return next(p for p in known.named if known.thing[p] == thing)


def things_of(phrases: Iterable[Phrase], full: dict[str, str], layers: Layers) -> dict[Phrase, str]:
    """For every named phrase the fullest name of its thing."""
    found = {}
    for phrase in phrases:
        words = " ".join(layers.tokens[i].text for i in range(phrase.first, phrase.last)).lower()
        seen = {words}
        while words in full and full[words] not in seen:
            words = full[words]
            seen.add(words)
        found[phrase] = words
    return found

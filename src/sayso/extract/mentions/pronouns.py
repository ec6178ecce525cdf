"""Whom "he" and "she" mean in one report. No rule guesses between two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child
from sayso.extract.lexicon import vocabulary
from sayso.extract.mentions.descriptions import OWNING
from sayso.extract.mentions.known import Answer
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from sayso.extract.mentions.known import Known
    from sayso.extract.mentions.phrases import Phrase
    from sayso.model.layers import Layers

NEAR = 2
"""Sentences that a pronoun looks back at most (s)."""
OF_BODIES = vocabulary("of_bodies")
HE = vocabulary("pronouns") | {"his", "hers"}


def resolve_pronoun(known: Known, index: int) -> Answer:
    """Whom "he" or "she" means: the only person near enough, or the subject of the clause before."""
    token = known.layers.tokens[index]
    gender = gender_of(token.text)
    for back in range(NEAR + 1):
        near = [
            p for p in known.people_before(index, sentences=back)
            if known.genders.get(known.thing[p], gender) == gender and not is_argument(known, p, index)
        ]  # fmt: skip
        if not near:
            continue
        things = {known.thing[p] for p in near}
        if len(things) == 1:
            return Answer(to=near[-1], rule="pronoun", why="the only person spoken of nearby")
        last = max(p.sentence(known.layers) for p in near)
        there = [p for p in near if p.sentence(known.layers) == last]
        subjects = [p for p in there if known.is_subject(p)]
        if len({known.thing[p] for p in subjects}) == 1 and not any(is_object(known, p) for p in there):
            return Answer(to=subjects[-1], rule="pronoun", why="the subject of the words before")
        return Answer(to=None, rule="", why="several people nearby fit")
    return Answer(to=None, rule="", why="nobody nearby fits")


def gender_of(word: str) -> str:
    """The gender of a pronoun."""
    return "f" if word.lower().startswith(("she", "her")) else "m"


def is_object(known: Known, phrase: Phrase) -> bool:
    """Whether a person is acted upon, and so may be meant as well as whoever acts."""
    return known.layers.tokens[phrase.head].dep in {"dobj", "dative", "nsubjpass"}


def resolve_its(known: Known, index: int) -> Answer | None:
    """Whose leader or fighters "its leader" means: the body that is subject here or in the sentence before.

    None for any other word and where more than one body comes into question.
    """
    layers, token = known.layers, known.layers.tokens[index]
    if token.text.lower() != "its" or layers.tokens[token.head].lemma.lower() not in OF_BODIES:
        return None
    for back in range(2):
        near = [p for p in known.before(index, sentences=back) if p.kind.is_body and known.is_subject(p)]
        if len({known.thing[p] for p in near}) == 1:
            return Answer(to=near[-1], rule="pronoun", why="the body that acts in the words before")
        if near:
            return None
    return None


def is_argument(known: Known, phrase: Phrase, index: int) -> bool:
    """Whether a name and a pronoun fill two places of one verb, so that they cannot be one person."""
    tokens = known.layers.tokens
    if tokens[index].tag == "PRP$":
        return False
    return tokens[phrase.head].head == tokens[index].head and tokens[phrase.head].dep != "poss"


def owner_of(known: Known, phrase: Phrase) -> str | None:
    """The name of the person whose dwelling a description means; None if nobody is said or sure."""
    layers = known.layers
    whose = first_child(layers, phrase.head, "poss")
    if whose is None:
        of = next((c for c in layers.children[phrase.head] if layers.tokens[c].lemma == "of"), None)
        whose = first_child(layers, of, "pobj") if of is not None else None
    if whose is None:
        return None
    if layers.tokens[whose].text.lower() in OWNING:
        answer = resolve_pronoun(known, whose)
        return None if answer.to is None else known.thing[answer.to]
    found = next((p for p in [*known.named, *known.told] if p.holds(whose) and p.kind is Kind.PERSON), None)
    return None if found is None else known.thing[found]


def is_pronoun(layers: Layers, index: int) -> bool:
    """Whether a token is a pronoun for one person."""
    return layers.tokens[index].text.lower() in HE and layers.tokens[index].pos == "PRON"

"""Who takes a step, and whom it is about, by grammar alone (STANDARDS 9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import clause_of, first_child, phrase, words_between
from sayso.extract.groups import is_person_noun, singular
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.parties import is_authority
from sayso.model.steps import Step

if TYPE_CHECKING:
    from sayso.extract.scene import Scene
    from sayso.model.layers import Layers

OFFICIAL = re.compile(
    r"\b(?:police|officers?|investigators?|detectives?|deput(?:y|ies)|agents?|authorities|officials?"
    r"|forces|experts?"
    r"|crews?|troops|soldiers|squad|sheriff|prosecutors?|divers|teams?|technicians|examiners?"
    r"|inspectors?|marines"
    r"|guards?|committee|commission|panel|ministr(?:y|ies)|ministers?|government|army|military"
    r"|department|bureau"
    r"|jury|judge|laborator(?:y|ies)|coroner|adviser|advisor|attorney|court|FBI|ATF|navy|patrol"
    r"|sappers|firefighters)\b",
    re.IGNORECASE,
)
"""Who gathers and shows evidence."""
LEADING = frozenset(
    {"head", "leader", "member", "chief", "family", "relative", "ministry", "department", "bureau"}
)
"""Nouns that need what stands behind "of"."""
JOINED = 3
"""How many joined verbs may share a subject (s)."""
FIRST = frozenset({"i", "we"})
PRONOUNS = frozenset(
    {"he", "she", "they", "it", "who", "which", "that", "him", "her", "them", "this", "there"}
)
ON_PEOPLE = frozenset(
    {
        Step.SUSPECTS_KNOWN_UNNAMED, Step.NAMED, Step.WARRANT, Step.ARREST, Step.RELEASE, Step.CHARGED,
        Step.TRIAL, Step.CONVICTED, Step.ACQUITTED, Step.DISMISSED, Step.APPEAL,
    }
)  # fmt: skip
"""Steps that are about somebody."""
ANYBODYS = frozenset({Step.INVESTIGATION_CALLED, Step.HELP_OFFERED, Step.HELP_SOUGHT, Step.MISHANDLED})
"""Steps that others than official bodies take."""
UNDERGONE = frozenset({Step.TRIAL, Step.APPEAL})
"""Steps whose subject is whom they are about."""
NOBODY = re.compile(
    r"^(?:no|nobody|none|anyone|anybody|everyone|everybody|zero|any|one|individual)\b", re.IGNORECASE
)
SUSPECTS = vocabulary("suspects") | {"militiaman", "detainee", "driver", "prisoner", "defendant", "militant"}
PANELS = frozenset({"committee", "commission", "panel", "team", "tribunal"})
"""Bodies whose very being is the step."""
FAULTING = frozenset(
    {"criticise", "criticize", "fault", "slam", "denounce", "accuse", "blame", "question", "decision"}
)
FACING = frozenset({"face", "appear", "plead", "surrender", "turn", "post"})
"""Verbs for what the one who acts undergoes."""


def body_of(scene: Scene, index: int, step: Step) -> str | None:
    """Who takes the step at a word: the subject of its verb, or whoever stands behind "by".

    Whoever finds fault with an inquiry does not conduct it. "we" stays as it is: it is whoever speaks.
    """
    if step in UNDERGONE or scene.layers.tokens[index].lemma in FAULTING:
        return None
    if scene.layers.tokens[index].lemma in PANELS:
        return _worded(scene, index)
    verb = _verb(scene.layers, index)
    agent = _agent(scene.layers, verb)
    if agent is None and not _is_passive(scene.layers, verb):
        agent = _subject(scene.layers, verb)
    if agent is not None and scene.layers.tokens[agent].lemma == "we":
        return "we"
    named = _worded(scene, agent) if agent is not None else None
    if named is None or agent is None or is_official(scene, named):
        return named
    known = scene.people.resolve(agent) or scene.people.body_at(agent) or is_person_noun(scene.layers, agent)
    return named if known and step in ANYBODYS else None


def person_of(scene: Scene, index: int, step: Step) -> str | None:
    """Whom the step at a word is about; None unless grammar says so plainly (STANDARDS 11).

    A pronoun is not resolved here: a wrong antecedent would say of somebody that they were charged.

    That is the object of its verb, the subject of a passive one or of one that is undergone ("faces
    charges", "pleaded"), or what stands behind "arrest of".
    """
    if step not in ON_PEOPLE:
        return None
    layers, verb = scene.layers, _verb(scene.layers, index)
    of = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of"), None)
    if layers.tokens[index].pos == "NOUN":
        whom = first_child(layers, of, "pobj") if of is not None else None
    elif _is_passive(layers, verb) or step in UNDERGONE or layers.tokens[verb].lemma in FACING:
        whom = _subject(layers, verb)
    else:
        whom = first_child(layers, verb, "dobj")
    return _person(scene, whom) if whom is not None else None


def _person(scene: Scene, index: int) -> str | None:
    """A person, or people, as named or worded; None for anything else."""
    layers, token = scene.layers, scene.layers.tokens[index]
    for place in (index, first_child(layers, index, "appos"), _set_off(layers, index)):
        name = _printed_name(scene, place) if place is not None else None
        if name is not None:
            return name
    of = first_child(layers, index, "prep") if token.lemma == "one" else None
    if of is not None and layers.tokens[of].lemma == "of":
        among = first_child(layers, of, "pobj")
        return _person(scene, among) if among is not None else None
    folk = is_person_noun(layers, index) or token.lemma in SUSPECTS or singular(token.lemma) in SUSPECTS
    words = _worded(scene, index) if folk else None
    if words is None or NOBODY.search(words):
        return None
    return words.rpartition(" - ")[2].removeprefix("A ").strip() or None


def _printed_name(scene: Scene, index: int) -> str | None:
    """The full name of a person named at a word; a surname that two people of the report share stays one."""
    name = scene.people.name_at(index)
    if name is None:
        return None
    surname = scene.layers.tokens[index].text.lower()
    shared = {p.name for p in scene.people.persons if " " in p.name and p.name.lower().split()[-1] == surname}
    printed = next(
        p.name for p in scene.people.persons if p.span.start <= scene.layers.tokens[index].start < p.span.end
    )
    return printed if " " not in printed and len(shared) > 1 else name


def _set_off(layers: Layers, index: int) -> int | None:
    """The word right behind a noun and a comma, where a name may stand that the parse has lost."""
    after = index + 2
    comma = after < len(layers.tokens) and layers.tokens[index + 1].text == ","
    return after if comma and layers.tokens[after].sentence == layers.tokens[index].sentence else None


def things_at(layers: Layers, index: int) -> str:
    """The things that a phrase names, with what stands behind "of": "remains of a small drone"."""
    head = index
    while layers.tokens[head].dep in {"compound", "amod", "nmod"} and layers.tokens[head].head > head:
        head = layers.tokens[head].head
    first, last = phrase(layers, head)
    while first < last - 1 and layers.tokens[first].pos in {"DET", "PRON"}:
        first += 1
    of = first_child(layers, head, "prep")
    if of is not None and of == last and layers.tokens[of].lemma == "of":
        inner = first_child(layers, of, "pobj")
        last = phrase(layers, inner)[1] if inner is not None else last
    return words_between(layers, first, last)


def is_official(scene: Scene, words: str) -> bool:
    """Whether words, or the titles of the person they name, are those of an official body."""
    known = f"{words} {scene.people.role_of(words)}"
    return OFFICIAL.search(known) is not None or is_authority(known)


def is_unofficial(scene: Scene, index: int) -> bool:
    """Whether somebody acts at a verb who is neither an official body nor a person with a title.

    An open "we" or "they" may be an official body.
    """
    layers, verb = scene.layers, _verb(scene.layers, index)
    agent = _agent(layers, verb)
    if agent is None and not _is_passive(layers, verb):
        agent = _subject_above(layers, verb)
    if agent is None:
        return False
    words = _worded(scene, agent)
    if words is None:
        return layers.tokens[agent].lemma not in FIRST | {"they"}
    return not is_official(scene, words)


def _verb(layers: Layers, index: int) -> int:
    """The verb that carries a step: the word itself, or the one that it hangs on."""
    token = layers.tokens[index]
    if token.pos in {"VERB", "AUX"}:
        return index
    clause = clause_of(layers, index)
    return clause if layers.tokens[clause].pos in {"VERB", "AUX"} else index


def _is_passive(layers: Layers, verb: int) -> bool:
    kids = layers.children[verb]
    if any(layers.tokens[c].dep in {"nsubjpass", "auxpass", "agent"} for c in kids):
        return True
    return layers.tokens[verb].tag == "VBN" and layers.tokens[verb].dep == "acl"


def _agent(layers: Layers, verb: int) -> int | None:
    """Whoever stands behind "by"."""
    by = next((c for c in layers.children[verb] if layers.tokens[c].lemma == "by" and c > verb), None)
    return first_child(layers, by, "pobj") if by is not None else None


def _subject(layers: Layers, verb: int) -> int | None:
    """The subject of a verb, or of the one it is joined to; for "charged" behind a noun, that noun."""
    here = verb
    for _ in range(JOINED):
        found, token = first_child(layers, here, "nsubj", "nsubjpass"), layers.tokens[here]
        if found is not None:
            relative = token.dep == "relcl" and layers.tokens[found].lemma in {"who", "which", "that"}
            return token.head if relative else found
        if token.dep == "acl" and layers.tokens[token.head].pos in {"NOUN", "PROPN"}:
            return token.head
        if token.dep != "conj" or token.head == here:
            return None
        here = token.head
    return None


def _subject_above(layers: Layers, verb: int) -> int | None:
    """The subject of a verb, or of the nearest verb above it that has one: "after finding it, he left"."""
    here = verb
    while (found := _subject(layers, here)) is None and layers.tokens[here].head != here:
        here = layers.tokens[here].head
    return found


def _worded(scene: Scene, index: int) -> str | None:
    """A phrase as a name: the person or body it means, or its words; None for an open pronoun."""
    layers, token = scene.layers, scene.layers.tokens[index]
    name = scene.people.resolve(index) or scene.people.body_meant(index)
    if name is not None:
        return name
    if token.pos == "PRON" or token.lemma in PRONOUNS | FIRST:
        return None
    body = scene.people.body_at(index)
    if body is not None:
        return body.name
    first, last = phrase(layers, index)
    while first < last - 1 and (
        layers.tokens[first].pos in {"DET", "PRON"} or layers.tokens[first].text == '"'
    ):
        first += 1
    return words_between(layers, first, last).strip("\"'“”‘’ ") or None

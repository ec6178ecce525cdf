"""How named persons came out of it: none < minor < injured < serious < killed (STANDARDS 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, with_conjuncts
from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import vocabulary
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real, slot_of, victims_of
from sayso.model.values import Condition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model.layers import Sentence

UNHARMED = vocabulary("unharmed")
FINE = vocabulary("fine")
SLIGHT = vocabulary("slight")
GRAVE = vocabulary("grave")
DEAD_NOUNS = re.compile(
    r"\b(?:deceased|dead|those (?:killed|slain)|slain|(?:murder|homicide|fatal) victims?|who died)\b",
    re.IGNORECASE,
)
VICTIM_NOUNS = re.compile(r"\bvictims?\b", re.IGNORECASE)
"""Who is only called a victim may be dead or hurt."""
SURVIVING = frozenset(
    {"injure", "injured", "injury", "wound", "wounded", "survive", "survivor", "hospitalize"}
)
LISTED = re.compile(r"\b(?:killed|slain|shot dead|dead|died)\b[^.]{0,60}?(?:--|–|—|:)\s*$", re.IGNORECASE)
OTHER_NAME = re.compile(
    r"(?:\d{1,3}-year-old )?\b[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
    r"(?:, \d{1,3})?(?: years old)?[;,]? ?(?:and )?$"
)
"""A name with its age that stands before another in a list."""
AGED = re.compile(r",? ?\(?\d{1,3}\b|,? and |;")
AGE = re.compile(r"\d{1,3}-year-old $")
NOT_LISTED = re.compile(r"(?:\d,? of|/) ?$")
"""Before a place of residence taken for a name ("A, 27, of Orvel Hills") and a credit ("The Courier/B")."""
REACH = 240
"""Letters before a name in which the beginning of its list is looked for (s)."""
SAYING = vocabulary("saying")
BODY_PARTS = vocabulary("body_parts")
WOUNDED = re.compile(
    r"\b(?:(?:those|people|persons|victims) (?:wounded|injured|hurt)|the (?:wounded|injured))\b",
    re.IGNORECASE,
)
BAD = frozenset({"critical", "serious", "grave", "guarded"})
HOLDING = frozenset({"stable", "fair", "good", "satisfactory", "improving"})
"""How hospitals put it: the first are serious, of the second it is only said that they were hurt."""
NAMING = frozenset({"identify", "name"})
SET_BEHIND = frozenset({"appos", "conj"})
SPEAKER = "\N{BULLET}speaker"
"""Stands for whoever speaks, until it is known who does."""


def find_conditions(scene: Scene) -> tuple[Draft, ...]:
    """What the report says of the bodily state of named persons, in text order."""
    found: list[Draft] = []
    living = _living(scene)
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            found += _of_harm(scene, index, living)
            found += _unharmed(scene, index)
            found += _in_hospital(scene, index)
            found += _shot(scene, index)
        found += _identified(scene, sentence)
    return tuple(_without_survivors(found))


def _without_survivors(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without mere shots of people who, the same report says, died."""
    dead = {d.value.person for d in drafts if isinstance(d.value, Condition) and d.value.state == "killed"}
    for draft in drafts:
        value = draft.value
        if not (isinstance(value, Condition) and value.state == "injured" and value.person in dead):
            yield draft


def _draft(scene: Scene, person: str, state: str, first: int, last: int) -> Draft:
    ends = sorted((first, last))
    tokens = scene.layers.tokens
    return Draft(
        slot="condition",
        group=EVERYONE,
        value=Condition(person=person, state=state),
        at=first,
        start=tokens[ends[0]].start,
        end=tokens[ends[1]].end,
    )


def _living(scene: Scene) -> frozenset[str]:
    """The names of those who speak in the report: nobody is dead by a pronoun or a bare surname who does."""
    tokens = scene.layers.tokens
    heads = ((p, scene.layers.token_at(p.span.end - 1)) for p in scene.people.persons)
    return frozenset(
        scene.people.name_at(at) or p.name
        for p, at in heads
        if at is not None and tokens[at].dep == "nsubj" and tokens[tokens[at].head].lemma in SAYING
    )


def _is_alive(scene: Scene, victim: int, person: str, living: frozenset[str]) -> bool:
    """Whether somebody of the victim's name speaks, so that another one must be meant."""
    at = scene.layers.tokens[victim].start
    full = any(p.span.start <= at < p.span.end and len(p.span.text.split()) > 1 for p in scene.people.persons)
    return person in living and not full


def _of_harm(scene: Scene, index: int, living: frozenset[str]) -> Iterator[Draft]:
    """Named persons whom a word of harm has as its victims."""
    layers = scene.layers
    slot = slot_of(layers, index)
    if slot not in {"killed", "injured"} or not is_real(layers, index):
        return
    negated = _is_negated(scene, index)
    if slot == "killed" and negated:
        return
    state = "killed" if slot == "killed" else "unharmed" if negated else _degree(scene, index)
    for victim in victims_of(layers, index):
        if layers.tokens[victim].text.lower() == "i":
            if state == "killed" or _is_sad(scene, index):  # who speaks is alive
                continue
            yield _draft(scene, SPEAKER, state, index, victim)
            continue
        person = scene.people.resolve(victim)
        if person is not None and not (state == "killed" and _is_alive(scene, victim, person, living)):
            yield _draft(scene, person, state, index, victim)
        for name, at in _named_behind(scene, victim):
            yield _draft(scene, name, state, at, at)


def _is_sad(scene: Scene, index: int) -> bool:
    """Whether whoever speaks is hurt by what happened, not in it: "I am so hurt"."""
    layers = scene.layers
    below = (
        layers.tokens[c].text.lower() for i in (index, layers.tokens[index].head) for c in layers.children[i]
    )
    now = {"am", "'m", "’m", "feel"} & {*below, layers.tokens[layers.tokens[index].head].text.lower()}
    return layers.tokens[index].lemma == "hurt" and bool(now)


def _named_behind(scene: Scene, index: int) -> Iterator[tuple[str, int]]:
    """Persons set behind a noun or name: "his sister, A B", "three others, A, 28; B, 20; and C"."""
    layers = scene.layers
    waiting = [c for c in layers.children[index] if c > index and layers.tokens[c].dep in SET_BEHIND]
    while waiting:
        here = waiting.pop(0)
        waiting += [c for c in layers.children[here] if c > here and layers.tokens[c].dep in SET_BEHIND]
        name = scene.people.name_at(here)
        if name is not None and not _speaks(scene, layers.tokens[here].start, layers.tokens[here].end):
            yield name, here


def _in_hospital(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "X is in critical condition", "X remains hospitalized in stable condition"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma != "condition" or token.dep != "pobj" or layers.tokens[token.head].lemma != "in":
        return
    words = {layers.tokens[i].lemma for i in layers.subtree(index)}
    state = "serious" if words & BAD else "injured" if words & HOLDING else None
    above = layers.tokens[token.head].head
    subject = first_child(layers, above, "nsubj", "nsubjpass")
    if subject is None and (remaining := first_child(layers, above, "auxpass")) is not None:
        subject = first_child(layers, remaining, "nsubj", "nsubjpass")
    for whose in with_conjuncts(layers, above if subject is None else subject):
        person = scene.people.resolve(whose)
        if state is not None and person is not None:
            yield _draft(scene, person, state, whose, index)


def _shot(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "X was shot in the leg": hurt, and no more is said than that."""
    layers, token = scene.layers, scene.layers.tokens[index]
    passive = first_child(layers, index, "nsubjpass")
    if token.lemma != "shoot" or passive is None or slot_of(layers, index) or not is_real(layers, index):
        return
    where = (first_child(layers, c, "pobj") for c in layers.children[index] if layers.tokens[c].lemma == "in")
    if not any(part is not None and layers.tokens[part].lemma in BODY_PARTS for part in where):
        return
    relative = token.dep in {"relcl", "acl"} and layers.tokens[passive].lemma in {"who", "that"}
    for whose in with_conjuncts(layers, token.head if relative else passive):
        person = scene.people.resolve(whose)
        if person is not None and not is_negated(layers, index):
            yield _draft(scene, person, "injured", index, whose)


def _speaks(scene: Scene, start: int, end: int) -> bool:
    """Whether a name is that of whoever says it: "one of the dead was a guard, X said"."""
    layers = scene.layers
    behind, before = layers.token_at(end), layers.token_at(start)
    near = [i for i in (behind, None if not before else before - 1) if i is not None]
    return any(layers.tokens[i].lemma in SAYING and layers.tokens[i].pos == "VERB" for i in near)


def _is_negated(scene: Scene, index: int) -> bool:
    """Whether the harm is denied, also through the verb it hangs on ("did not suffer any injury")."""
    layers, token = scene.layers, scene.layers.tokens[index]
    return is_negated(layers, index) or (
        token.dep in {"dobj", "acomp", "oprd", "attr"} and is_negated(layers, token.head)
    )


def _degree(scene: Scene, index: int) -> str:
    layers = scene.layers
    near = {
        layers.tokens[i].lemma for i in (*layers.children[index], *layers.children[layers.tokens[index].head])
    }
    return "minor" if near & SLIGHT else "serious" if near & GRAVE else "injured"


def _unharmed(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "Escaped unhurt", "is fine", and "I am fine" of whoever says it."""
    layers, token = scene.layers, scene.layers.tokens[index]
    word = token.text.lower()
    if word == "safe" and token.pos != "ADJ":
        return  # put away in a safe
    if word not in UNHARMED | FINE or token.pos not in {"ADJ", "ADV", "NOUN", "VERB", "PROPN"}:
        return
    here = index
    while here != layers.tokens[here].head and first_child(layers, here, "nsubj", "nsubjpass") is None:
        here = layers.tokens[here].head
    subject = first_child(layers, here, "nsubj", "nsubjpass")
    if subject is None or is_negated(layers, here):
        return
    me = layers.tokens[subject].text.lower() == "i"
    if word not in UNHARMED and not (me and token.dep == "acomp"):
        return
    person = SPEAKER if me else scene.people.resolve(subject)
    if person is not None:
        yield _draft(scene, person, "unharmed", index, subject)


def _identified(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """Names in a list of the dead.

    As in "the victims were identified as A, B and C"; "identified the dead as A, 6; B, 7"; "the
    victims were A and B"; "killed three people -- A, 30; B, 31".
    """
    layers = scene.layers
    text = layers.shadow[sentence.start : sentence.end]
    hurt = WOUNDED.search(text) is not None
    dead = DEAD_NOUNS.search(text) or (VICTIM_NOUNS.search(text) and not _tells_of_wounded(scene))
    naming = _naming(scene, sentence) if hurt or dead else None
    for person in scene.people.persons:
        if not sentence.start <= person.span.start < sentence.end:
            continue
        index = layers.token_at(person.span.start)
        if index is None or _speaks(scene, person.span.start, person.span.end):
            continue
        if NOT_LISTED.search(layers.shadow, sentence.start, person.span.start):
            continue
        named = naming is not None and layers.tokens[naming].start < person.span.start
        before = _before_list(layers.shadow[sentence.start : person.span.start][-REACH:])
        behind = layers.shadow[person.span.end : sentence.end]
        listed = LISTED.search(before)
        if named or (listed is not None and (listed[0].rstrip().endswith(":") or AGED.match(behind))):
            name = scene.people.name_at(index) or person.name
            state = "injured" if named and hurt else "killed"
            yield _draft(scene, name, state, index, layers.token_at(person.span.end - 1) or index)


def _tells_of_wounded(scene: Scene) -> bool:
    """Whether a report tells of people hurt, so that a victim need not be dead."""
    return any(token.lemma in SURVIVING for token in scene.layers.tokens)


def _before_list(text: str) -> str:
    """What stands before the first of the names that a text ends with."""
    text = AGE.sub("", text)
    while (name := OTHER_NAME.search(text)) is not None:
        text = text[: name.start()]
    return text


def _naming(scene: Scene, sentence: Sentence) -> int | None:
    """The verb that says who the dead are; None if the sentence does not list them.

    It has the dead as its subject ("the victims were", "have been identified as") or object
    ("identified the dead as").
    """
    layers = scene.layers
    for index in range(sentence.first, sentence.last):
        token = layers.tokens[index]
        verb = token.lemma in NAMING and token.pos == "VERB"
        copula = token.lemma == "be" and first_child(layers, index, "attr") is not None
        if not verb and not copula:
            continue
        arguments = [
            c for c in layers.children[index] if layers.tokens[c].dep in {"nsubj", "nsubjpass", "dobj"}
        ]
        if copula:
            arguments = [c for c in arguments if layers.tokens[c].dep == "nsubj"]
        words = " ".join(layers.tokens[i].text for c in arguments for i in layers.subtree(c))
        if (
            DEAD_NOUNS.search(words)
            or VICTIM_NOUNS.search(words)
            or WOUNDED.search(words)
            or (verb and token.tag == "VBN")
        ):
            return index
    return None

"""Where it happened and what was attacked (STANDARDS 1 "place" and "target", 5 "Places")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, with_conjuncts
from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE, is_person_noun
from sayso.extract.headlines import struck_in_headline
from sayso.extract.lexicon import site_nouns, vocabulary, weapon_nouns
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import slot_of
from sayso.extract.wording import full_phrase
from sayso.model.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sayso.model.layers import Sentence

PLACE_PREPOSITIONS = vocabulary("place_prepositions")
PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
SPEAKING = vocabulary("places_speaking")
STRIKING = vocabulary("striking")
SHAKEN = vocabulary("shaken")
POINTING = frozenset({"the", "this", "that", "same", "its", "his", "her", "their"})
SETTLEMENTS = vocabulary("settlements")
EDGES = frozenset({"border", "coast", "edge", "outskirts"})
"""What lies about a settlement and has no name of its own."""
CARE = frozenset({"hospital", "clinic", "infirmary", "center", "centre", "morgue"})
CARED_FOR = frozenset(
    {"pronounce", "die", "succumb", "treat", "recover", "admit", "declare", "hospitalize", "stay"}
)
"""Where somebody died later or is treated is not where it happened."""
QUANTIFIERS = frozenset({"many", "most", "other", "several", "some", "various"})
CLOCK = frozenset({"p.m.", "a.m.", "pm", "am", "gmt", "hours"})
NO_SITES = vocabulary("no_sites")
AREAS = vocabulary("areas")
"""Nouns so general that alone they name no place."""
NATURE = vocabulary("nature")


def find_places(scene: Scene) -> tuple[Draft, ...]:
    """Places and targets named in clauses that tell of the incident, in text order.

    A bare "the house" or "the camp" stands for the fuller phrase with that noun elsewhere in
    the report; where there is none it says nothing and is left out.
    """
    found = _read_places(scene)
    fuller: dict[str, Text] = {}
    for draft in sorted(found, key=lambda each: (len(_words(each)), -each.start)):
        if len(_words(draft)) > 1:
            fuller[scene.layers.tokens[draft.at].lemma] = Text(text=" ".join(_words(draft)))
    named = [_in_full(scene, draft, fuller) for draft in found]
    return tuple(draft for draft in named if draft is not None)


def _words(draft: Draft) -> list[str]:
    return draft.value.text.split() if isinstance(draft.value, Text) else []


def _in_full(scene: Scene, draft: Draft, fuller: Mapping[str, Text]) -> Draft | None:
    """A draft whose bare definite noun is filled up from elsewhere; None if that cannot be done."""
    layers, head = scene.layers, draft.at
    lemma = layers.tokens[head].lemma
    determiners = {
        layers.tokens[c].lemma for c in layers.children[head] if layers.tokens[c].dep in {"det", "poss"}
    }
    bare = _words(draft) == [layers.tokens[head].text] and layers.tokens[head].pos == "NOUN"
    if not bare or not (determiners & POINTING or lemma in AREAS):
        return draft
    return replace(draft, value=fuller[lemma]) if lemma in fuller and lemma not in AREAS else None


def _read_places(scene: Scene) -> tuple[Draft, ...]:
    """All places and targets as worded; of other events than the incident, named places alone."""
    found: list[Draft] = []
    for sentence in scene.sentences():
        clauses = _telling_clauses(scene, sentence)
        for index in range(sentence.first, sentence.last):
            if scene.clause(index) not in clauses:
                continue
            here = [*_of_preposition(scene, index), *_of_verb(scene, index)]
            if scene.events.is_main(index):
                found += here
                found += _of_headline(scene, index) if sentence.title else ()
            else:
                found += (draft for draft in here if draft.slot == "place" and _is_named(scene, draft))
    return tuple(found)


def _is_named(scene: Scene, draft: Draft) -> bool:
    """Whether a place is told by a name: of other events no more than that is kept."""
    inside = scene.layers.subtree(draft.at)
    return any(scene.layers.tokens[i].pos == "PROPN" for i in inside)


def _of_headline(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "Army bombs village": a headline's verb that the parser took for a noun."""
    struck = struck_in_headline(scene.layers, index)
    if struck is not None and _can_be_target(scene, struck):
        yield _draft(scene, "target", struck)


def _telling_clauses(scene: Scene, sentence: Sentence) -> frozenset[int]:
    """Clauses with a word for the incident or for harm done in it."""
    layers = scene.layers
    return frozenset(
        scene.clause(i)
        for i in range(sentence.first, sentence.last)
        if families_of(layers, i) or slot_of(layers, i) in {"killed", "injured", "missing", "casualty"}
    )


def _of_preposition(scene: Scene, index: int) -> Iterator[Draft]:
    layers, token = scene.layers, scene.layers.tokens[index]
    if (
        token.pos != "ADP"
        or layers.tokens[token.head].lemma in SPEAKING
        or layers.tokens[token.head].tag == "JJS"
    ):
        return
    inner = first_child(layers, index, "pobj")
    if inner is None:
        return
    word, head = token.lemma, layers.tokens[token.head]
    if _is_beside(scene, token.head, inner):
        return
    on_event = head.pos in {"NOUN", "PROPN"} and bool(families_of(layers, token.head))
    if head.pos in {"NOUN", "PROPN"} and not on_event and not _may_carry_place(scene, token.head):
        return
    if on_event and word in {"on", "against", "of", "at", "upon"} and scene.events.family not in NATURE:
        for each in with_conjuncts(layers, inner):
            if _can_be_target(scene, each) and not (word == "of" and not _is_site(scene, each)):
                yield _draft(scene, "target", each)
    if (
        word in PLACE_PREPOSITIONS
        and not _is_nowhere(scene, inner)
        and (_is_site(scene, inner) or _is_any_site(scene, index, inner))
        and not _is_speaker_place(scene, index)
    ):
        yield _draft(scene, "place", inner)
        if (
            word in {"at", "outside", "near", "inside"}
            and scene.events.family not in NATURE
            and not _is_settlement(scene, inner)
        ):
            yield _draft(scene, "target", inner)


def _of_verb(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "Attacked the depot", "a quake shook the province"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.pos != "VERB" or token.lemma not in STRIKING:
        return
    struck = first_child(layers, index, "dobj")
    if struck is None and any(layers.tokens[c].dep == "auxpass" for c in layers.children[index]):
        struck = first_child(layers, index, "nsubjpass")
    if struck is None:
        return
    for each in with_conjuncts(layers, struck):
        if (
            _is_site(scene, each)
            and not _is_nowhere(scene, each)
            and (
                token.lemma in SHAKEN
                or scene.events.family in NATURE
                or token.lemma in {"hit", "strike", "attack", "bomb", "target"}
            )
        ):
            yield _draft(scene, "place", each)
        deadly = token.lemma in {"kill", "murder", "assassinate"}
        attempted = layers.tokens[token.head].lemma in {"try", "attempt"} or token.lemma == "assassinate"
        if (
            scene.events.family not in NATURE
            and _can_be_target(scene, each)
            and (not deadly or attempted)
            and token.lemma not in SHAKEN
        ):
            yield _draft(scene, "target", each)


def _is_site(scene: Scene, index: int) -> bool:
    """Whether a noun names a place: by the name recogniser or as a noun for a site."""
    token = scene.layers.tokens[index]
    if token.text[:1].isdigit():
        return False
    if scene.people.name_at(index) is not None:
        return False
    if any(n.first <= index < n.last and n.kind in PLACE_NAMES for n in scene.layers.names):
        return True
    return token.pos in {"NOUN", "PROPN"} and token.lemma in site_nouns()


def _is_beside(scene: Scene, head: int, inner: int) -> bool:
    """Whether a place is told of something else: "no injuries in Orvel", "died at a hospital"."""
    layers = scene.layers
    cared_for = layers.tokens[inner].lemma in CARE and layers.tokens[head].lemma in CARED_FOR
    return cared_for or any(layers.tokens[c].lemma == "no" for c in layers.children[head])


def _is_nowhere(scene: Scene, index: int) -> bool:
    """Whether words are too general for a place: "many cities", "a quake zone", "five villages"."""
    layers = scene.layers
    first, last = layers.subtree(index)[0], layers.subtree(index)[-1] + 1
    if any(layers.tokens[i].pos == "PROPN" for i in range(first, last)):
        return False
    below = [layers.tokens[c] for c in layers.children[index] if c < index]
    counted = any(t.dep == "nummod" or t.lemma in QUANTIFIERS for t in below)
    ahead = [i for c in layers.children[index] if c < index for i in layers.subtree(c)]
    kind = layers.tokens[index].lemma in AREAS and any(families_of(layers, i) for i in ahead)
    return counted or kind


def _is_settlement(scene: Scene, index: int) -> bool:
    """Whether a noun names a town or an area rather than a site in it."""
    named = any(n.first <= index < n.last and n.kind in {"GPE", "LOC"} for n in scene.layers.names)
    return named or scene.layers.tokens[index].lemma in SETTLEMENTS


def _can_be_target(scene: Scene, index: int) -> bool:
    token = scene.layers.tokens[index]
    named = any(
        n.first <= index < n.last and n.kind in {"PERSON", "ORG", "FAC", "GPE"} for n in scene.layers.names
    )
    return (
        token.pos in {"NOUN", "PROPN"}
        and token.lemma != "life"
        and (named or token.lemma in site_nouns() or is_person_noun(scene.layers, index))
    )


def _may_carry_place(scene: Scene, index: int) -> bool:
    """Whether a noun can have the place of the incident hang on it: harm, weapons, sites."""
    layers, token = scene.layers, scene.layers.tokens[index]
    harmed = slot_of(layers, index) is not None or token.lemma in weapon_nouns() | {"people", "person"}
    return harmed or token.lemma in site_nouns() or _is_site(scene, index)


def _is_any_site(scene: Scene, index: int, inner: int) -> bool:
    """As in "A shooting at an ice rink": whatever noun stands behind at, inside or outside an event."""
    layers, token = scene.layers, scene.layers.tokens[inner]
    if layers.tokens[index].lemma not in {"at", "inside", "outside"} or token.pos not in {"NOUN", "PROPN"}:
        return False
    if (
        any(n.first <= inner < n.last and n.kind in {"TIME", "DATE"} for n in layers.names)
        or token.lemma in CLOCK
    ):
        return False
    if not families_of(layers, layers.tokens[index].head) or token.lemma in NO_SITES:
        return False
    return not (is_person_noun(layers, inner) or families_of(layers, inner) or slot_of(layers, inner))


def _is_speaker_place(scene: Scene, index: int) -> bool:
    """Whether a prepositional phrase hangs on a person or a body rather than on what happened."""
    layers = scene.layers
    head = layers.tokens[index].head
    return any(
        n.first <= head < n.last and n.kind in {"PERSON", "ORG"} for n in layers.names
    ) and not families_of(layers, head)


def _draft(scene: Scene, slot: str, head: int) -> Draft:
    words, start, end = full_phrase(scene.layers, head)
    named = _called(scene, head) if slot == "place" else None
    if named is not None:
        words = full_phrase(scene.layers, named)[0]
    return Draft(slot=slot, group=EVERYONE, value=Text(text=words), start=start, end=end, at=head)


def _called(scene: Scene, head: int) -> int | None:
    """The name of a place that is told with its kind: "the hill town of Orvel" is Orvel."""
    layers = scene.layers
    if layers.tokens[head].lemma not in SETTLEMENTS - EDGES:
        return None
    link = next((c for c in layers.children[head] if layers.tokens[c].lemma == "of"), None)
    name = first_child(layers, link, "pobj") if link is not None else None
    return name if name is not None and layers.tokens[name].pos == "PROPN" else None

"""Who is brought into connection with the incident without being blamed for it (STANDARDS 3, ``mentioned``).

A threat made before, a grudge against the victim, a concern about a group, the hallmarks of one:
each says why a party may be thought of, none that it did it. Motive and threat count only if
they are against whom the report's headline or lead has as its victim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, phrase, with_conjuncts, words_between
from sayso.extract.event_words import families_of
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.parties import ARMED, GROUPS, party_at
from sayso.extract.responsibility.rows import LAW, as_hint, row, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.scene import Draft, Scene

ANGRY = vocabulary("motive_adjectives")
GRUDGES = vocabulary("motive_nouns")
THREATENING = vocabulary("threatening")
UNFORGIVING = vocabulary("unforgiving")
WORRIES = vocabulary("worries")
HALLMARKS = vocabulary("hallmarks")
CAPABLE = vocabulary("capable")
GUESSING = vocabulary("guessing")
HIDDEN = vocabulary("hidden_hands")
LEADERS = vocabulary("leaders")
DOING = vocabulary("doing")
DEEDS = vocabulary("weapon_objects")
ABOUT = frozenset({"about", "over", "of", "on"})
ON_PURPOSE = frozenset({"attack", "kidnapping", "coup", "robbery", "fire"})
"""Families of incidents for which somebody may be thought to have had a reason."""
LEAD = 3
"""Sentences of the body in which the victim is named (s)."""


def find_hints(scene: Scene) -> tuple[Draft, ...]:
    """Parties that a report connects with the incident by motive, threat, suspicion or manner."""
    if scene.events.family not in ON_PURPOSE:
        return ()
    against = _victims(scene)
    return tuple(
        as_hint(row(scene, party, "mentioned", index))
        for sentence in scene.sentences()
        for index in range(sentence.first, sentence.last)
        for who in _connected(scene, index, against)
        for each in with_conjuncts(scene.layers, who)
        if (party := party_at(scene, each, loose=True)) is not None
        and not LAW.search(party[0])
        and scene.people.resolve(each) not in against
    )


def _victims(scene: Scene) -> frozenset[str]:
    """Persons whom headline and lead name: whom the incident befell is among them."""
    layers = scene.layers
    body = [s for s in scene.sentences() if not s.title][:LEAD]
    opening = [s for s in scene.sentences() if s.title] + body
    named = (scene.people.name_at(i) for s in opening for i in range(s.first, s.last))
    return frozenset(name for name in named if name is not None) if layers.tokens else frozenset()


def _connected(scene: Scene, index: int, against: frozenset[str]) -> Iterator[int]:
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.pos == "ADJ" and token.lemma in ANGRY:
        yield from _angry(scene, index, against)
    elif token.pos == "NOUN" and token.lemma in GRUDGES:
        yield from _between(scene, index, against)
    elif token.pos == "NOUN" and token.lemma in WORRIES:
        yield from _feared(scene, index)
    elif token.pos == "NOUN" and token.lemma in HALLMARKS:
        yield from _marked(scene, index)
    elif token.pos == "ADJ" and token.lemma in CAPABLE:
        yield from _capable(scene, index)
    elif token.lemma in GUESSING:
        yield from _guessed(scene, index)
    elif token.pos == "VERB" and token.lemma in UNFORGIVING and is_negated(layers, index):
        yield from _subject(scene, index)
    elif token.pos == "VERB" and token.lemma in THREATENING:
        whom = first_child(layers, index, "dobj")
        aimed = whom is not None and scene.people.resolve(whom) in against
        if aimed and not is_negated(layers, index):
            yield from _subject(scene, index)
            yield from _led_by_subject(scene, index)


def _subject(scene: Scene, verb: int) -> Iterator[int]:
    who = subject_of(scene, verb)
    if who is not None:
        yield who


def _led_by_subject(scene: Scene, verb: int) -> Iterator[int]:
    """The body whose leader makes a threat: "the commander of X threatened ..."."""
    layers = scene.layers
    who = subject_of(scene, verb)
    if who is None or layers.tokens[who].lemma not in LEADERS:
        return
    body = _behind(scene, who, frozenset({"of"}))
    if body is not None:
        yield body


def _capable(scene: Scene, index: int) -> Iterator[int]:
    """Who is able, or willing, to do such a thing; whose agents are."""
    layers = scene.layers
    what = first_child(layers, index, "xcomp")
    alone = what is None or layers.tokens[what].lemma not in DOING
    inside = layers.subtree(index)
    if alone or not any(families_of(layers, i) or layers.tokens[i].lemma in DEEDS for i in inside):
        return
    verb = layers.tokens[index].head
    while layers.tokens[verb].pos == "ADJ" and layers.tokens[verb].head != verb:
        verb = layers.tokens[verb].head
    who = subject_of(scene, verb)
    if who is None:
        return
    above = layers.tokens[who].head
    if layers.tokens[who].dep == "dobj" and layers.tokens[above].lemma == "have":
        who = subject_of(scene, above)
    if who is not None:
        of = _behind(scene, who, frozenset({"of"})) if layers.tokens[who].pos in {"DET", "PRON"} else None
        yield of if of is not None else who


def _guessed(scene: Scene, index: int) -> Iterator[int]:
    """A hidden hand that is guessed at: "could suggest a larger player at work", "perhaps a regime ..."."""
    layers, token = scene.layers, scene.layers.tokens[index]
    who = first_child(layers, index, "dobj") if token.pos == "VERB" else token.head
    bare = token.pos == "VERB" or (who is not None and layers.tokens[who].dep == "ROOT")
    if who is not None and bare and layers.tokens[who].lemma in HIDDEN:
        yield who


def _angry(scene: Scene, index: int, against: frozenset[str]) -> Iterator[int]:
    """Who is "upset with the minister"; the word order may be turned round."""
    layers = scene.layers
    whom = _behind(scene, index, frozenset({"with", "at", "against", "toward", "towards"}))
    if whom is None or scene.people.resolve(whom) not in against:
        return
    verb = layers.tokens[index].head
    who = first_child(layers, verb, "nsubj") if layers.tokens[verb].lemma == "be" else None
    who = who if who is not None else first_child(layers, verb, "attr")
    if who is None and layers.tokens[verb].pos in {"NOUN", "PROPN"}:
        who = verb
    be = next((c for c in layers.children[index] if layers.tokens[c].lemma == "be"), None)
    if be is not None:  # "Also upset with him is P"
        who = first_child(layers, be, "nsubj", "attr")
    if who is not None and layers.tokens[who].lemma in {"who", "which", "that"}:
        who = layers.tokens[verb].head
    if who is not None:
        yield who


def _accused_in_anger(scene: Scene, index: int) -> tuple[int, int] | None:
    """With whom somebody is angry over the deed, and who is; None if nobody is."""
    layers = scene.layers
    whom = _behind(scene, index, frozenset({"with", "at"}))
    over = _behind(scene, index, frozenset({"over", "about", "for", "after"}))
    verb = layers.tokens[index].head
    who = first_child(layers, verb, "nsubj")
    named = over is not None and families_of(layers, over)
    return (whom, who) if whom is not None and who is not None and named else None


def find_angry(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "Families are furious with P over the bombing": they blame P."""
    if scene.layers.tokens[index].lemma not in ANGRY or scene.layers.tokens[index].pos != "ADJ":
        return
    found = _accused_in_anger(scene, index)
    if found is None:
        return
    party = party_at(scene, found[0], loose=True)
    first, last = phrase(scene.layers, found[1])
    angry = words_between(scene.layers, first, last)
    if party is not None:
        yield row(scene, party, "accused_by_other", index, source=f"unnamed: {angry}")


def _between(scene: Scene, index: int, against: frozenset[str]) -> Iterator[int]:
    """The other side of a grudge "between X and the minister", or whose it is "against the minister"."""
    layers = scene.layers
    verb = layers.tokens[index].head
    for here in (index, verb):
        link = next((c for c in layers.children[here] if layers.tokens[c].lemma == "between"), None)
        if link is None:
            continue
        side = first_child(layers, link, "pobj")
        sides = with_conjuncts(layers, side) if side is not None else ()
        if any(scene.people.resolve(i) in against for i in sides):
            yield from (i for i in sides if scene.people.resolve(i) not in against)
    whom = _behind(scene, index, frozenset({"against", "with", "toward", "towards"}))
    if whom is not None and scene.people.resolve(whom) in against and layers.tokens[verb].pos == "VERB":
        yield from _subject(scene, verb)


def _feared(scene: Scene, index: int) -> Iterator[int]:
    """Armed groups about which there are concerns."""
    after = index + 1  # the parser hangs it on any of several nouns joined by "and"
    link = after if after < len(scene.layers.tokens) and scene.layers.tokens[after].lemma in ABOUT else None
    about = first_child(scene.layers, link, "pobj") if link is not None else None
    if about is None or not scene.events.is_main(index):
        return
    words = {scene.layers.tokens[i].lemma for i in scene.layers.children[about]}
    if scene.layers.tokens[about].lemma in GROUPS and words & ARMED:
        yield about


def _marked(scene: Scene, index: int) -> Iterator[int]:
    """Whose hallmarks the deed bears."""
    whose = _behind(scene, index, frozenset({"of"}))
    whose = whose if whose is not None else first_child(scene.layers, index, "poss")
    if whose is None:
        return
    by = next((c for c in scene.layers.children[whose] if scene.layers.tokens[c].dep == "compound"), None)
    yield by if families_of(scene.layers, whose) and by is not None else whose


def _behind(scene: Scene, index: int, links: frozenset[str]) -> int | None:
    """What a preposition behind a word governs; None if there is no such preposition."""
    layers = scene.layers
    link = next((c for c in layers.children[index] if layers.tokens[c].lemma in links and c > index), None)
    return first_child(layers, link, "pobj") if link is not None else None

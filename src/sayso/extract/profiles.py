"""Who clashed with whom, and what an attacker was: an employee, a former pupil (GOLD.md, ``fact:``).

What somebody is or was is told by a copula or beside the name ("the gunman, an employee of the mill").
Nothing is added to what stands there: no origin, no belief (STANDARDS 11, rule 8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, phrase, with_conjuncts, words_between
from sayso.extract.groups import EVERYONE, group_of, is_person_noun
from sayso.extract.lexicon import vocabulary
from sayso.extract.responsibility.suspects import find_suspect
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real
from sayso.model.values import Answer, Responsibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.layers import Layers

POSTS = vocabulary("posts_held")
"""What an attacker may have been at the place attacked or before (s)."""
CLASHES = vocabulary("clashes")
UNREAL = frozenset({"danger", "fear", "potential", "possibility", "prospect", "risk", "threat"})
SIDES = "fact:who clashed with whom"
SIDE_NOUNS = vocabulary("clashing_sides")
KEPT = frozenset({"compound", "amod", "nmod", "poss"})


def find_profiles(scene: Scene) -> tuple[Draft, ...]:
    """Answers on what the attackers were and on the sides of clashes, in text order."""
    found: list[Draft] = []
    accused: frozenset[str] | None = None
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            token = scene.layers.tokens[index]
            if token.lemma in CLASHES:
                found += _sides(scene, index)
            elif token.lemma in POSTS and scene.events.is_main(index):
                accused = _accused(scene) if accused is None else accused
                found += _post(scene, index, accused)
    return tuple(found)


def _accused(scene: Scene) -> frozenset[str]:
    """The names of those called the attacker."""
    rows = (row for i in range(len(scene.layers.tokens)) for row in find_suspect(scene, i))
    return frozenset(row.value.party for row in rows if isinstance(row.value, Responsibility))


def _post(scene: Scene, index: int, accused: frozenset[str]) -> Iterator[Draft]:
    """As in "the gunman, an Orvel Mills employee", "Reed was a former employee"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.dep == "appos":
        holder, verb = token.head, None
    elif token.dep == "attr" and layers.tokens[token.head].lemma == "be":
        verb = token.head
        subject = first_child(layers, verb, "nsubj")
        if subject is None or not is_real(layers, verb):
            return
        holder = subject
    else:
        return
    attacker = group_of(layers, holder) == "attackers" or scene.people.resolve(holder) in accused
    if not attacker:
        return
    words = [c for c in layers.children[index] if c < index and layers.tokens[c].dep in KEPT]
    aged = [i for i in range(layers.subtree(index)[0], index) if layers.tokens[i].lemma == "old"]
    after = max(aged, default=-1)
    first = min([max(layers.subtree(c)[0], after + 1) for c in words if c > after], default=index)
    what = words_between(layers, first, index + 1).removesuffix("'s")
    article = "an" if what[:1].lower() in "aeiou" else "a"
    yield Draft(
        slot=f"fact:was the attacker {article} {what.lower()}",
        group=EVERYONE,
        value=Answer(answer="no" if verb is not None and is_negated(layers, verb) else "yes"),
        start=layers.tokens[first].start,
        end=token.end,
        at=index,
    )


def _sides(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "clashes between marchers and police", "marchers clashed with police"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if layers.tokens[layers.tokens[token.head].head].lemma in UNREAL or not is_real(layers, index):
        return
    between = first_child(layers, _link(layers, index, "between"), "pobj")
    if between is None and token.pos == "NOUN":
        # "clashes broke out in the square between ..."
        between = first_child(layers, _link(layers, layers.tokens[index].head, "between"), "pobj")
    if between is not None:
        sides = with_conjuncts(layers, between)
    else:
        # "police clashed with marchers", "police fought battles with marchers"
        verb = index if token.pos == "VERB" else token.head if token.dep == "dobj" else None
        one = first_child(layers, verb, "nsubj") if verb is not None else None
        other = first_child(layers, _link(layers, index, "with", "against"), "pobj")
        if one is None or other is None:
            return
        sides = (one, other)
    if len(sides) != 2 or not all(_is_side(layers, side) for side in sides):
        return
    names = [_called(layers, side) for side in sides]
    places = sorted((index, *sides))
    yield Draft(
        slot=SIDES,
        group=EVERYONE,
        value=Answer(answer=" and ".join(names)),
        start=layers.tokens[places[0]].start,
        end=layers.tokens[places[-1]].end,
        at=index,
    )


def _link(layers: Layers, index: int, *words: str) -> int:
    """The preposition below a word; the word itself, which has no object, if there is none."""
    return next((c for c in layers.children[index] if layers.tokens[c].lemma in words), index)


def _is_side(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    return token.pos == "PROPN" or is_person_noun(layers, index) or token.lemma in SIDE_NOUNS


def _called(layers: Layers, index: int) -> str:
    """A side by its noun, with what stands before it and whose it is ("supporters of the union")."""
    first, _ = phrase(layers, index)
    while first < index and layers.tokens[first].pos in {"DET", "NUM", "CCONJ", "PUNCT", "ADV"}:
        first += 1
    of = first_child(layers, _link(layers, index, "of"), "pobj")
    return words_between(layers, first, index + 1 if of is None else of + 1)

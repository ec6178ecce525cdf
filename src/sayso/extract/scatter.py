"""Where the parts of a count fell, and which of them failed: "two landed inside the camp".

A part has the group of its place or of its fate, so that it is never taken for the whole (STANDARDS 4,
parts and wholes): ``count:bombs`` of the group ``inside the camp``, ``outside the camp``, ``unexploded``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import site_nouns, vocabulary, weapon_nouns
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real
from sayso.model.values import Answer, Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Layers, Sentence

FALLING = vocabulary("falling")
STRIKING = vocabulary("hitting")
EXPLODING = frozenset({"explode", "detonate"})
FAILING = frozenset({"fail"})
WHERE = {
    "in": "inside", "inside": "inside", "into": "inside", "within": "inside", "on": "on", "onto": "on",
    "at": "at", "outside": "outside", "beyond": "outside", "near": "near", "by": "near", "beside": "near",
    "to": "near", "around": "near",
}  # fmt: skip
"""Prepositions with the word under which a part is grouped; "close to" and "next to" are near."""
EDGES = frozenset({"outskirt", "outskirts", "vicinity", "edge", "perimeter"})
"""What lies about a site and not in it."""
PARTS = frozenset({"side", "wall", "roof", "middle", "centre", "center", "front", "back", "corner"})
"""What is part of a site and has no name of its own."""
ENCLOSING = frozenset({"base", "camp", "city", "compound", "enclave", "town", "village", "zone"})
"""Sites so large that inside and outside are told apart."""
SAME_SITE = {"schoolhouse": "school", "schoolyard": "school", "marketplace": "market"}
BACK = 2
"""Sentences in which the noun is looked for that a bare number stands for (s)."""
BESIDE = frozenset({"other", "another", "more", "further"})
REST = frozenset({"one", "other", "others", "another", "more", "it", "that", "which"})


def find_scatter(scene: Scene) -> tuple[Draft, ...]:
    """Parts of counted weapons by where they fell or struck, and those that did not go off."""
    return tuple(
        draft
        for sentence in scene.sentences()
        for index in range(sentence.first, sentence.last)
        if scene.events.is_main(index)
        for draft in (*_fallen(scene, index, sentence), *_failed(scene, index), *_which_failed(scene, index))
    )


def part_at(scene: Scene, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number counts only a part, told of by its place, and is no number of the whole."""
    layers = scene.layers
    for index in range(sentence.first, sentence.last):
        subject = _subject(layers, index)
        if subject is not None and (quantity.head == subject or quantity.first <= subject < quantity.last):
            rest = any(layers.tokens[i].lemma in BESIDE for i in layers.children[subject])
            bare = layers.tokens[subject].pos == "NUM"
            return (rest or bare) and _tells(layers, index) and _group(layers, index, sentence) is not None
    return False


def _tells(layers: Layers, index: int) -> bool:
    """Whether a verb tells of things that fell or struck."""
    return layers.tokens[index].pos == "VERB" and layers.tokens[index].lemma in FALLING | STRIKING


def _fallen(scene: Scene, index: int, sentence: Sentence) -> Iterator[Draft]:
    layers = scene.layers
    if not _tells(layers, index) or is_negated(layers, index):
        return
    subject, group = _subject(layers, index), _group(layers, index, sentence)
    if subject is None or group is None or not is_real(layers, index):
        return
    yield from _part(scene, subject, group, index)


def _failed(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "an unexploded bomb", "the bomb did not explode", "failed to go off"."""
    subject = _dud(scene.layers, index)
    if subject is not None:
        yield from _part(scene, subject, "unexploded", index)


def _dud(layers: Layers, index: int) -> int | None:
    """What is said not to have gone off; None for any other word."""
    token = layers.tokens[index]
    if token.text.lower() == "unexploded" and token.head != index:
        return token.head
    if token.lemma not in EXPLODING or token.pos != "VERB":
        return None
    failed = layers.tokens[token.head].lemma in FAILING and token.dep == "xcomp"
    top = token.head if failed else index
    subject = _subject(layers, top)
    while subject is None and layers.tokens[top].dep == "conj":
        top = layers.tokens[top].head
        subject = _subject(layers, top)
    return subject if failed or is_negated(layers, index) else None


def _which_failed(scene: Scene, index: int) -> Iterator[Draft]:
    """Which of the weapons did not go off, where its site is told: "the one at the school"."""
    layers, subject = scene.layers, _dud(scene.layers, index)
    noun = None if subject is None else _weapon(scene, subject)
    if subject is None or noun is None or _number(scene, subject) != Count(lo=1, hi=1):
        return
    site = _site_of(scene, subject, index)
    if site is not None:
        ends = sorted((subject, index))
        yield Draft(
            slot=f"fact:which {noun.removesuffix('s')} did not explode",
            group=EVERYONE,
            value=Answer(answer=f"the one at {site}"),
            start=layers.tokens[ends[0]].start,
            end=layers.tokens[ends[1]].end,
            at=index,
        )


def _site_of(scene: Scene, subject: int, index: int) -> str | None:
    """Where a weapon fell: by its own verb, else by what was said last of a single one; None if not told."""
    layers, number = scene.layers, scene.layers.tokens[index].sentence
    for sentence in reversed(layers.sentences[max(0, number - BACK) : number + 1]):
        verbs = (i for i in range(sentence.first, sentence.last) if layers.tokens[i].lemma not in EXPLODING)
        fallen = [i for i in verbs if _tells(layers, i) and _falls_alone(scene, i)]
        own = [i for i in fallen if _subject(layers, i) == subject]
        for verb in own or [i for i in reversed(fallen) if i < index]:
            group = _group(layers, verb, sentence)
            return None if group is None or group.startswith("outside") else group.partition(" ")[2]
    return None


def _falls_alone(scene: Scene, index: int) -> bool:
    """Whether a verb tells where a single weapon fell."""
    subject = _subject(scene.layers, index)
    return subject is not None and _number(scene, subject) == Count(lo=1, hi=1)


def _part(scene: Scene, subject: int, group: str, index: int) -> Iterator[Draft]:
    layers = scene.layers
    noun, value = _weapon(scene, subject), _number(scene, subject)
    if noun is None or value is None or value.hi == 0:
        return
    at, counted = layers.tokens[index], layers.tokens[subject]
    yield Draft(
        slot=f"count:{noun}", group=group, value=value, start=min(at.start, counted.start),
        end=max(at.end, counted.end), at=index,
    )  # fmt: skip


def _subject(layers: Layers, index: int) -> int | None:
    """What fell, struck or was dropped; "a bomb that fell" is the bomb."""
    found = first_child(layers, index, "nsubj", "nsubjpass")
    token = layers.tokens[index]
    if found is not None and layers.tokens[found].tag in {"WDT", "WP"} and token.dep == "relcl":
        return token.head
    return token.head if found is None and token.dep == "acl" else found


def _weapon(scene: Scene, subject: int) -> str | None:
    """The weapon, as slots name it; for a bare number the last one named before it."""
    layers, token = scene.layers, scene.layers.tokens[subject]
    if token.lemma in weapon_nouns():
        return _plural(token.lemma)
    inner = _of(layers, subject)
    if inner is not None:
        return _plural(layers.tokens[inner].lemma) if layers.tokens[inner].lemma in weapon_nouns() else None
    if token.pos != "NUM" and token.lemma not in REST:
        return None
    first = layers.sentences[max(0, token.sentence - BACK)].first
    named = (layers.tokens[i].lemma for i in reversed(range(first, subject)))
    return next((_plural(lemma) for lemma in named if lemma in weapon_nouns()), None)


def _of(layers: Layers, index: int) -> int | None:
    link = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of"), None)
    return first_child(layers, link, "pobj") if link is not None else None


def _plural(lemma: str) -> str:
    return lemma if lemma.endswith("s") else f"{lemma}s"


def _number(scene: Scene, subject: int) -> Count | None:
    """How many; None where a plural has no number."""
    token = scene.layers.tokens[subject]
    for quantity in scene.quantities:
        if quantity.kind == "count" and quantity.first <= subject < quantity.last:
            return Count(lo=quantity.lo, hi=quantity.hi)
        if quantity.kind == "count" and quantity.head == subject:
            return Count(lo=quantity.lo, hi=quantity.hi)
    one = token.tag in {"NN", "PRP", "WDT"} or token.lemma in {"one", "other", "another"}
    if one and token.tag not in {"NNS", "NNPS"}:
        return Count(lo=1, hi=1)
    return Count(lo=2, hi=None) if token.lemma == "several" else None


def _group(layers: Layers, index: int, sentence: Sentence) -> str | None:
    """Where it fell: a preposition with a site; None if no site is named."""
    struck = first_child(layers, index, "dobj") if layers.tokens[index].lemma in STRIKING else None
    if struck is not None:
        return _named(layers, struck, "at")
    for child in layers.children[index]:
        word = layers.tokens[child].lemma
        link = child if word in WHERE else first_child(layers, child, "prep")
        place = first_child(layers, link, "pobj") if link is not None else None
        if link is None or place is None or layers.tokens[link].lemma not in WHERE:
            continue
        if layers.tokens[place].pos == "PRON":
            sites = [i for i in range(sentence.first, place) if layers.tokens[i].lemma in site_nouns()]
            place = sites[-1] if sites else place
        found = _named(layers, place, WHERE[layers.tokens[link].lemma])
        if found is not None:
            return found
    return None


def _named(layers: Layers, place: int, where: str) -> str | None:
    """The group for a site: its own noun, or the one of which it is part ("a school yard")."""
    edge = layers.tokens[place].lemma in EDGES
    near = [place, *(c for c in layers.children[place] if layers.tokens[c].dep == "compound")]
    part = layers.tokens[place].lemma in PARTS
    if (edge or part) and (inner := _of(layers, place)) is not None:
        near = [inner, *(c for c in layers.children[inner] if layers.tokens[c].dep == "compound")]
        place = inner
    compound = [i for i in near if i != place and layers.tokens[i].lemma in site_nouns()]
    own = [i for i in near if layers.tokens[i].lemma in site_nouns() or layers.tokens[i].lemma in SAME_SITE]
    site = next(iter(compound[-1:] or own), None)
    if site is None:
        return None
    noun = SAME_SITE.get(layers.tokens[site].lemma, layers.tokens[site].lemma)
    if where in {"inside", "on"} and noun not in ENCLOSING:
        where = "at"
    return f"{'outside' if edge else where} the {noun}"

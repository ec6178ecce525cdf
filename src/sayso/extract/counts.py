"""Open counts and measures: any other number about the incident that two reports could compare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE, group_of
from sayso.extract.hospitals import counts_some_at_hospital
from sayso.extract.lexicon import people_groups, site_nouns, vocabulary, weapon_nouns
from sayso.extract.quantities import find_measures
from sayso.extract.scatter import part_at
from sayso.extract.scene import Draft, Scene
from sayso.extract.shares import wholes_of
from sayso.extract.suffering import is_real, slot_of
from sayso.model.values import Count, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Layers, Sentence

PLAIN_VERBS = vocabulary("plain_verbs")
"""Predicates that count the things themselves and set no part of them apart (s)."""
PEOPLE_PREDICATES = vocabulary("people_predicates")
LASTING = frozenset({"last", "continue", "go"})
GATHERED = frozenset(
    {
        "refugees",
        "students",
        "passengers",
        "hostages",
        "protesters",
        "workers",
        "crew",
        "pilgrims",
        "prisoners",
        "migrants",
    }
)
REACH = 10
"""Words behind a measure in which it is told what is measured; another unit may stand between (s)."""
FAR_POINTS = site_nouns() | {"epicentre", "epicenter", "scene"}
HARMING = frozenset(
    {
        "damage",
        "destroy",
        "flatten",
        "collapse",
        "burn",
        "injure",
        "shoot",
        "evacuate",
        "flee",
        "release",
        "down",
        "treat",
        "trap",
        "rescue",
        "hospitalize",
    }
)
DOWNING = vocabulary("downing")
MULTIPLES = {"twin": 2, "double": 2, "triple": 3, "dual": 2}
BOMBS = {"bomb": "bombs", "bombing": "bombs", "blast": "explosions", "explosion": "explosions"}
IDLE_UNITS = frozenset({"years", "months", "weeks", "days", "seconds"})
HITTING = vocabulary("hitting")
RATE = re.compile(r"\s+(?:every|each|per|an?)\s+(?:second|minute|hour|day|night|week|month|year)\b")
NO_COUNT = vocabulary("no_count")


def find_counts(scene: Scene) -> tuple[Draft, ...]:
    """Counts of things and of people not harmed, and measures, in clauses about the incident."""
    found: list[Draft] = []
    wholes = wholes_of(scene)
    for sentence in scene.sentences():
        for quantity in scene.quantities:
            if sentence.first <= quantity.first < sentence.last and scene.events.is_main(quantity.first):
                found += _of_quantity(scene, quantity, sentence, wholes)
        for index in range(sentence.first, sentence.last - 1):
            if scene.events.is_main(index):
                found += _doubled(scene, index)
    return tuple(found) + _measures(scene)


def _doubled(scene: Scene, index: int) -> Iterator[Draft]:
    """As in "Twin bombings", "a double car bomb": the number of bombs or explosions in an adjective."""
    layers = scene.layers
    number = MULTIPLES.get(layers.tokens[index].text.lower())
    if number is None:
        return
    for here in range(index + 1, min(index + 4, layers.sentences[layers.tokens[index].sentence].last)):
        noun = next((noun for lemma, noun in BOMBS.items() if layers.tokens[here].lemma == lemma), None)
        if noun is not None:
            yield Draft(
                slot=f"count:{noun}",
                group=EVERYONE,
                value=Count(lo=number, hi=number),
                start=layers.tokens[index].start,
                end=layers.tokens[here].end,
                at=here,
            )
            return


def _of_quantity(
    scene: Scene, quantity: Quantity, sentence: Sentence, wholes: frozenset[int]
) -> Iterator[Draft]:
    layers = scene.layers
    part = _is_partitive(layers, quantity) or part_at(scene, quantity, sentence)
    part = part or counts_some_at_hospital(scene, quantity) or _counts_the_hurt(layers, quantity)
    if quantity.kind != "count" or quantity.head is None or part:
        return
    head = _antecedent(scene, quantity, sentence)
    token = layers.tokens[head]
    if (
        token.pos not in {"NOUN", "PROPN"}
        or token.lemma in NO_COUNT
        or slot_of(layers, head)
        or not token.lemma.isalpha()
        or RATE.match(layers.shadow[token.end : token.end + 20])
    ):
        return
    if not _belongs(scene, head, quantity.first) and not _is_aboard(layers, quantity):
        return
    verb = _predicate(layers, quantity.head)
    if verb is not None and layers.tokens[verb].head == quantity.head and quantity.first in wholes:
        verb = None  # it says something of a part
    if verb is not None and (slot_of(layers, verb) or not is_real(layers, verb)):
        return
    value = Count(lo=quantity.lo, hi=quantity.hi)
    if verb is not None and is_negated(layers, verb) and quantity.hi != 0:
        return
    slot = "count:people on board" if _is_aboard(layers, quantity) else _slot(layers, head, verb)
    if slot is None or (quantity.hi == 1 and slot.count(" ") == 0):
        return
    end = max(quantity.end, layers.tokens[quantity.head].end)
    yield Draft(
        slot=slot,
        group=EVERYONE,
        value=value,
        start=quantity.start,
        end=end,
        at=quantity.first,
    )


def _belongs(scene: Scene, head: int, index: int) -> bool:
    """Whether a count has to do with the incident: by its noun, or by what its clause tells of."""
    layers = scene.layers
    lemma = layers.tokens[head].lemma
    if lemma in weapon_nouns() or families_of(layers, head):
        return True
    if people_groups().get(lemma, EVERYONE) in GATHERED:
        return True
    sentence = layers.sentences[layers.tokens[index].sentence]
    clause = scene.clause(index)
    return any(
        scene.clause(i) == clause
        and (families_of(layers, i) or slot_of(layers, i) or layers.tokens[i].lemma in HARMING)
        for i in range(sentence.first, sentence.last)
    )


def _is_aboard(layers: Layers, quantity: Quantity) -> bool:
    """As in "75 people on board", "79 aboard"."""
    behind = layers.shadow[quantity.end : quantity.end + 40]
    return re.match(r"(?:\s+\w+)?\s+(?:on board|aboard)\b", behind) is not None


def _is_partitive(layers: Layers, quantity: Quantity) -> bool:
    """Whether only a part is told of ("two of the bombs"): no count of the whole."""
    following = layers.tokens[quantity.last : quantity.last + 2]
    return [token.lemma for token in following[:1]] == ["of"] or any(
        layers.tokens[i].lemma == "of" for i in range(quantity.first, quantity.last)
    )


def _counts_the_hurt(layers: Layers, quantity: Quantity) -> bool:
    """As in "three others injured": whatever "others" stands for, they are counted as hurt."""
    behind = quantity.last if quantity.head is None else quantity.head + 1
    return behind < len(layers.tokens) and slot_of(layers, behind) is not None


def _antecedent(scene: Scene, quantity: Quantity, sentence: Sentence) -> int:
    """The noun counted; for "two others" the noun counted before it in the sentence."""
    layers, head = scene.layers, quantity.head if quantity.head is not None else quantity.first
    if (
        layers.tokens[head].lemma not in {"other", "one", "more", "another", "that"}
        and layers.tokens[head].pos != "PRON"
    ):
        return head
    earlier = [
        q.head for q in scene.quantities if sentence.first <= q.first < quantity.first and q.head is not None
    ]
    return earlier[-1] if earlier else head


def _predicate(layers: Layers, head: int) -> int | None:
    """The verb that says what was done with the counted; None if there is none."""
    token = layers.tokens[head]
    if token.dep in {"nsubjpass", "nsubj", "dobj"}:
        return token.head
    return first_child(layers, head, "acl", "relcl")


def _slot(layers: Layers, head: int, verb: int | None) -> str | None:
    lemma = layers.tokens[head].lemma
    group = group_of(layers, head) if lemma in people_groups() else None
    noun = "people" if group == EVERYONE else group or plural(layers, head)
    if group == EVERYONE and verb is not None and layers.tokens[verb].lemma not in PEOPLE_PREDICATES:
        return None
    if verb is None:
        return None if group == EVERYONE else f"count:{noun}"
    predicate = layers.tokens[verb]
    passive = first_child(layers, verb, "nsubjpass") is not None or predicate.tag == "VBN"
    if predicate.lemma in DOWNING and lemma in weapon_nouns() | {"plane", "helicopter", "aircraft", "jet"}:
        return f"count:{noun} shot down"
    if predicate.lemma in HITTING and first_child(layers, verb, "nsubj") == head:
        return f"count:{noun} that hit"
    if predicate.lemma in PLAIN_VERBS or not passive:
        return None if group == EVERYONE else f"count:{noun}"
    return f"count:{noun} {predicate.text.lower()}"


def plural(layers: Layers, head: int) -> str:
    """The plural of a noun, lower case, as slots are named."""
    token = layers.tokens[head]
    if token.tag in {"NNS", "NNPS"}:
        return token.text.lower()
    lemma = token.lemma
    if lemma.endswith(("s", "x", "ch", "sh")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"


def _measures(scene: Scene) -> tuple[Draft, ...]:
    found = []
    for reading in find_measures(scene.layers):
        index = scene.layers.token_at(reading.start)
        if (
            index is None
            or (reading.start and scene.layers.shadow[reading.start - 1] == "(")
            or reading.unit in IDLE_UNITS
            or _is_general(scene.layers, index)
            or not scene.events.is_main(index)
            or scene.layers.sentences[scene.layers.tokens[index].sentence].furniture
        ):
            continue
        what = _measured(scene, reading.unit, reading.what, index)
        if what is None:
            continue
        value = Measure(lo=reading.lo, hi=reading.hi, unit=reading.unit)
        found.append(
            Draft(
                slot=f"measure:{what}",
                group=EVERYONE,
                value=value,
                start=reading.start,
                end=reading.end,
                at=index,
            )
        )
    return tuple(found)


def _is_general(layers: Layers, index: int) -> bool:
    """Whether something is told of all of its kind: "a magnitude 6 quake can bring down walls"."""
    here = index
    while layers.tokens[here].pos not in {"VERB", "AUX"} and layers.tokens[here].head != here:
        here = layers.tokens[here].head
    return any(layers.tokens[c].lemma in {"can", "could", "would"} for c in layers.children[here])


def _measured(scene: Scene, unit: str, what: str | None, index: int) -> str | None:
    """What a measure is of: only what reports of an incident can be compared by; None for anything else."""
    if unit == "magnitude":
        return "magnitude"
    layers = scene.layers
    sentence = layers.sentences[layers.tokens[index].sentence]
    near = [layers.tokens[i].lemma for i in range(index, min(index + REACH, sentence.last))]
    if unit in {"kg", "lb", "tonnes", "tons", "g"}:
        return "explosive weight" if weapon_nouns().intersection(near) else None
    if unit in {"hours", "minutes"}:
        return "duration" if _lasts(layers, index) else None
    crater = any(layers.tokens[i].lemma == "crater" for i in range(sentence.first, sentence.last))
    if crater and (what in {"wide", "deep"} or {"wide", "deep"} & set(near)):
        return "crater depth" if "deep" in (what, *near) and "wide" not in near[:4] else "crater width"
    return _distance(scene, index, sentence)


def _lasts(layers: Layers, index: int) -> bool:
    """Whether a length of time says how long it lasted, at whatever depth ("lasted a span of about ...")."""
    here = index
    for _ in range(REACH):
        here = layers.tokens[here].head
        if layers.tokens[here].pos in {"VERB", "AUX"}:
            return layers.tokens[here].lemma in LASTING
    return False


def _is_of_elsewhere(scene: Scene, index: int) -> bool:
    """Whether a distance is that of another named place ("into the village of Orvel, nine km from ...")."""
    layers = scene.layers
    before = [n for n in layers.names if n.kind in {"GPE", "LOC", "FAC"} and n.last < index <= n.last + 4]
    words = {layers.tokens[i].text.lower() for n in before[-1:] for i in range(n.first, n.last)}
    parted = bool(before) and any(t.text == "," for t in layers.tokens[before[-1].last : index])
    return parted and bool(scene.events.places) and not words & scene.events.places


def _distance(scene: Scene, index: int, sentence: Sentence) -> str | None:
    """As in "Ten miles south of the border": the distance from what is named; None without such a word."""
    layers = scene.layers
    if _is_of_elsewhere(scene, index):
        return None
    for here in range(index, min(index + REACH, sentence.last)):
        if layers.tokens[here].lemma in {"of", "from"} and layers.tokens[here].dep == "prep":
            far = first_child(layers, here, "pobj")
            if far is not None and layers.tokens[far].lemma in FAR_POINTS:
                return f"distance from the {layers.tokens[far].text.lower()}"
    return None

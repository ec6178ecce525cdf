"""How many people were killed, hurt, missing, arrested, rescued or displaced (STANDARDS 4).

"Casualties" are the dead and the hurt together, so that only "no casualties" says something
of each.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attackers import find_attackers_among, find_felled, find_self_killed, find_victims
from sayso.extract.clauses import is_negated, phrase, with_conjuncts
from sayso.extract.event_words import harm_slots
from sayso.extract.groups import EVERYONE, group_of, is_aged, is_kin, is_person_noun
from sayso.extract.hospitals import counts_some_at_hospital
from sayso.extract.jointly import find_joint
from sayso.extract.lexicon import vocabulary
from sayso.extract.nearby import counted_head, harm_beside, stands_before_age
from sayso.extract.scene import Draft, Scene
from sayso.extract.shots import counts_wounds, tells_of_shots
from sayso.extract.suffering import is_real, slot_of, victims_of
from sayso.extract.tolls import (
    find_bodies,
    find_ordinals,
    find_parts,
    find_saved,
    find_tolls,
)
from sayso.model.values import Count

if TYPE_CHECKING:
    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Layers, Sentence

LABELLED = vocabulary("labelled")
COUNTED_SLOTS = frozenset({"killed", "injured", "missing", "arrested", "rescued", "displaced"})
SOME_OF = frozenset({"victim", "those", "patient", "they", "whom"})
SINGLE_SLOTS = frozenset({"killed", "injured"})
BARE_HARM = {"death": "killed", "fatality": "killed", "injury": "injured"}
TELLING = frozenset({"report", "confirm", "cause", "announce"})
JOINED = 2
"""How near the second word of "killed and injured" stands (s)."""
GRAVE = vocabulary("grave") - {"badly"}
BESIDES = frozenset({"else", "other", "others", "further", "additional", "more"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
COUNTING = frozenset({"count", "article"})


def find_harm(scene: Scene) -> tuple[Draft, ...]:
    """Counts of people harmed, in text order."""
    found: list[Draft] = []
    for sentence in scene.sentences():
        tolls = find_tolls(scene, sentence)
        taken = {draft.end for draft in tolls}
        numbers = [q for q in _numbers(scene, sentence) if q.end not in taken]
        joint, joined = find_joint(scene, sentence, numbers)
        numbers = [q for q in numbers if q not in joined]
        beside, used = _counts_beside(scene, sentence, numbers)
        victims = _counts_of_victims(
            scene, sentence, [q for q in numbers if q not in used], joint=frozenset(d.at for d in joint)
        )
        found += [
            *tolls,
            *joint,
            *beside,
            *victims,
            *find_saved(scene, sentence),
            *find_bodies(scene, sentence),
        ]
        harmed = tuple(found)
        found += find_parts(scene, sentence, harmed)
        found += find_attackers_among(scene, sentence, harmed)
        found += [*find_self_killed(scene, sentence), *find_ordinals(scene, sentence)]
        found += [*find_felled(scene, sentence), *find_victims(scene, sentence, harmed)]
        found += _bare_deaths(scene, sentence)
    return tuple(found)


def _numbers(scene: Scene, sentence: Sentence) -> list[Quantity]:
    """The numbers of a sentence that can count people as a whole."""
    return [
        quantity
        for quantity in scene.quantities
        if sentence.first <= quantity.first < sentence.last
        and quantity.kind in COUNTING
        and not _is_label(scene.layers, quantity)
        and not _is_share(scene.layers, quantity)
        and not counts_wounds(scene.layers, quantity)
        and not counts_some_at_hospital(scene, quantity)
    ]


def _is_label(layers: Layers, quantity: Quantity) -> bool:
    """Whether a number names something ("Flat 91") instead of counting."""
    before = layers.tokens[quantity.first - 1] if quantity.first else None
    if before is None or before.lemma in LABELLED:
        return before is not None
    return before.tag in {"NN", "NNP"} and layers.tokens[quantity.first].head == quantity.first - 1


def _is_share(layers: Layers, quantity: Quantity) -> bool:
    """Whether only some of those harmed are told of ("two of the dead", "three of them children")."""
    if quantity.last >= len(layers.tokens) or layers.tokens[quantity.last].lemma != "of":
        return False
    following = list(range(quantity.last + 1, min(quantity.last + 4, len(layers.tokens))))
    verb = next(
        (i for i in following if layers.tokens[i].pos == "AUX" or layers.tokens[i].tag in FINITE), None
    )
    if verb == quantity.last + 1:
        return True  # words are missing: "73 of died"
    following = following if verb is None else [i for i in following if i < verb]
    if any(layers.tokens[i].pos == "NUM" for i in following[:2]):
        return True  # "three of the five people who were hurt"
    return any(harm_slots(layers, i) or layers.tokens[i].lemma in SOME_OF for i in following)


def _counts_beside(
    scene: Scene, sentence: Sentence, numbers: list[Quantity]
) -> tuple[list[Draft], list[Quantity]]:
    """Numbers with a word of harm right beside them ("44 people were killed"), and the numbers used."""
    drafts: list[Draft] = []
    used: list[Quantity] = []
    for quantity in numbers:
        index = harm_beside(scene, quantity, sentence)
        if index is None or not is_real(scene.layers, index) or tells_of_shots(scene.layers, index):
            continue
        head = counted_head(scene.layers, quantity, index)
        group = EVERYONE if slot_of(scene.layers, index) == "arrested" else group_of(scene.layers, head)
        if group is None or not _holds(scene, quantity, index, head=head):
            continue
        single = quantity.kind == "article" and group not in {EVERYONE, "attackers"}
        found = _count_drafts(scene, quantity, index, EVERYONE if single else group)
        drafts += found
        used += [quantity] if found else []
    return drafts, used


def _holds(scene: Scene, quantity: Quantity, index: int, *, head: int | None) -> bool:
    """Whether an article has somebody to count, who is not said to be hurt and then to have died."""
    if head is None:
        return quantity.kind != "article" or stands_before_age(scene, quantity)
    return slot_of(scene.layers, index) != "injured" or not _has_died(scene.layers, index, head)


def _count_drafts(scene: Scene, quantity: Quantity, index: int, group: str) -> list[Draft]:
    layers, zero = scene.layers, quantity.hi == 0
    if (is_negated(layers, index) and not zero) or (zero and _is_unknown(layers, index)):
        return []
    if zero and _is_of_some(layers, quantity, index):
        return []
    ordinal = _as_ordinal(scene, quantity)
    if ordinal is not None and slot_of(layers, index) != "killed":
        return []  # a third person hurt may come after two dead
    value = ordinal or Count(lo=quantity.lo, hi=quantity.hi)
    last = index if index >= quantity.last or quantity.head is None else quantity.head
    end = max(quantity.end, layers.tokens[last].end)
    start = min(quantity.start, layers.tokens[index].start)
    return [
        Draft(slot=slot, group=group, value=value, start=start, end=end, at=index)
        for slot in _slots(layers, index, zero=zero, joined=quantity.hi is None and not quantity.exact)
    ]


def _is_of_some(layers: Layers, quantity: Quantity, index: int) -> bool:
    """Whether nobody *else* came to harm, or nobody *seriously*: some did, or may have."""
    near = range(min(quantity.first, index), max(quantity.last, index) + 2)
    words = {layers.tokens[i].lemma for i in near if i < len(layers.tokens)}
    return bool(words & BESIDES) or bool(words & GRAVE)


def _as_ordinal(scene: Scene, quantity: Quantity) -> Count | None:
    """As in "A third person died": the toll is three; None for any other wording."""
    if quantity.kind != "article":
        return None
    near = (
        q for q in scene.quantities if q.kind == "ordinal" and quantity.last <= q.first <= quantity.last + 1
    )
    return next((Count(lo=q.lo, hi=q.lo) for q in near), None)


def _slots(layers: Layers, index: int, *, zero: bool, joined: bool) -> tuple[str, ...]:
    """The slots a count fills; "no one was killed or injured" fills those of both words.

    Of casualties only none is none of each (STANDARDS 4).
    """
    near = [i for i in with_conjuncts(layers, index) if i - index <= JOINED]
    behind = index + JOINED
    if behind < len(layers.tokens) and layers.tokens[index + 1].lemma in {"or", "and"} and behind not in near:
        near += [behind] if slot_of(layers, behind) else []
    indices = near if zero or joined else [index]
    found: list[str] = []
    for slot in (slot_of(layers, i) for i in indices):
        if slot == "casualty":
            found += ["killed", "injured"] if zero else ["count:casualties"]
        elif slot:
            found.append(slot)
    return tuple(dict.fromkeys(found))


def _is_unknown(layers: Layers, index: int) -> bool:
    """Whether "no casualties" only means that none is known: none confirmed, no reports of any."""
    head = layers.tokens[index].head
    below = [c for i in (index, head) for c in layers.children[i] if layers.tokens[c].dep != "conj"]
    near = {layers.tokens[i].lemma for i in (index, head, *below)}
    return bool(near & {"confirm", "report", "verify", "know", "immediate", "see"})


def _counts_of_victims(
    scene: Scene, sentence: Sentence, numbers: list[Quantity], *, joint: frozenset[int]
) -> list[Draft]:
    """Counts that stand further off, by the grammar: subjects and objects of words of harm."""
    layers = scene.layers
    found: list[Draft] = []
    for index in range(sentence.first, sentence.last):
        slot = slot_of(layers, index)
        if slot is None or index in joint or not is_real(layers, index) or tells_of_shots(layers, index):
            continue
        for victim in victims_of(layers, index):
            group = group_of(layers, victim)
            if slot == "injured" and _has_died(layers, index, victim):
                continue
            if slot == "arrested" and layers.tokens[index].pos == "VERB" and _is_one_person(scene, victim):
                found += _one(layers, slot, index=index, victim=victim)
                continue
            quantity = next((q for q in numbers if _counts(layers, q, victim)), None)
            if quantity is not None and group is not None:
                found += _count_drafts(scene, quantity, index, group)
            elif group == "attackers" and slot in SINGLE_SLOTS and layers.tokens[victim].tag == "NN":
                found += [
                    replace(draft, group=group) for draft in _one(layers, slot, index=index, victim=victim)
                ]
            elif group is not None and slot in SINGLE_SLOTS and _is_single(scene, victim, sentence):
                found += _one(layers, slot, index=index, victim=victim)
            elif group is not None and slot in COUNTED_SLOTS and _is_bare_plural(scene, victim):
                found += _bare(layers, slot, group, index=index, victim=victim)
    return found


def _has_died(layers: Layers, index: int, victim: int) -> bool:
    """Whether the clause says that whoever is called hurt died: "a man wounded in May has died"."""
    verb = layers.tokens[victim].head
    return layers.tokens[index].head == victim and slot_of(layers, verb) == "killed"


def _is_one_person(scene: Scene, index: int) -> bool:
    """Whether a noun stands for one definite or named person: "the captain", "Captain X"."""
    layers, token = scene.layers, scene.layers.tokens[index]
    definite = any(layers.tokens[c].lemma in {"the", "a", "an"} for c in layers.children[index])
    noun = token.tag == "NN" and token.pos == "NOUN" and definite and is_person_noun(layers, index)
    return noun or (token.pos == "PROPN" and scene.people.name_at(index) is not None)


def _is_single(scene: Scene, index: int, sentence: Sentence) -> bool:
    """Whether a noun brings up one person: "a teenager", or in a headline "Teenager"; no attacker."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if (token.tag != "NN" and not is_aged(layers, index)) or group_of(layers, index) == "attackers":
        return False
    determiners = {
        layers.tokens[c].lemma for c in layers.children[index] if layers.tokens[c].dep in {"det", "poss"}
    }
    if determiners and is_kin(token.lemma) and not determiners & {"no", "any"}:
        return True
    return bool(determiners & {"a", "an", "one", "another"}) or (sentence.title and not determiners)


def _one(layers: Layers, slot: str, *, index: int, victim: int) -> list[Draft]:
    if is_negated(layers, index):
        return []
    start = min(layers.tokens[index].start, layers.tokens[victim].start)
    end = max(layers.tokens[index].end, layers.tokens[victim].end)
    return [Draft(slot=slot, group=EVERYONE, value=Count(lo=1, hi=1), start=start, end=end, at=index)]


def _counts(layers: Layers, quantity: Quantity, victim: int) -> bool:
    """Whether a number counts this noun: as its modifier or as the noun itself."""
    if quantity.first <= victim < quantity.last or quantity.head == victim:
        return True
    return any(quantity.first <= child < quantity.last for child in layers.children[victim]
               if layers.tokens[child].dep in {"nummod", "det", "quantmod"})  # fmt: skip


def _bare_deaths(scene: Scene, sentence: Sentence) -> list[Draft]:
    """As in "reported deaths", "caused injuries": two or more, without a number."""
    layers = scene.layers
    found = []
    for index in range(sentence.first, sentence.last):
        token = layers.tokens[index]
        if token.lemma not in BARE_HARM or token.tag != "NNS" or token.dep not in {"dobj", "nsubjpass"}:
            continue
        verb = layers.tokens[token.head]
        counted = any(
            layers.tokens[c].dep in {"det", "nummod", "amod", "poss"} for c in layers.children[index]
        )
        if (
            verb.lemma in TELLING
            and not counted
            and not is_negated(layers, token.head)
            and is_real(layers, token.head)
        ):
            slot = BARE_HARM[token.lemma]
            span = sorted((token.start, token.end, verb.start, verb.end))
            value = Count(lo=2, hi=None)
            found.append(Draft(slot=slot, group=EVERYONE, value=value, start=span[0], end=span[-1], at=index))
    return found


def _is_bare_plural(scene: Scene, index: int) -> bool:
    layers, token = scene.layers, scene.layers.tokens[index]
    definite = any(layers.tokens[c].dep in {"det", "poss"} for c in layers.children[index])
    if index + 1 < len(layers.tokens) and layers.tokens[index + 1].text == ":":
        return False  # "Cops: boy killed": they tell it
    counted = any(_counts(layers, quantity, index) for quantity in scene.quantities)
    counted = counted or "number" in {layers.tokens[i].lemma for i in range(max(0, index - 3), index)}
    return token.tag in {"NNS", "NNPS"} and is_person_noun(layers, index) and not definite and not counted


def _bare(layers: Layers, slot: str, group: str, *, index: int, victim: int) -> list[Draft]:
    """As in "Killing civilians": two or more."""
    if is_negated(layers, index):
        return []
    first, last = phrase(layers, victim)
    start, end = layers.tokens[first].start, layers.tokens[last - 1].end
    token = layers.tokens[index]
    value = Count(lo=2, hi=None)
    return [
        Draft(
            slot=slot,
            group=group,
            value=value,
            start=min(start, token.start),
            end=max(end, token.end),
            at=index,
        )
    ]

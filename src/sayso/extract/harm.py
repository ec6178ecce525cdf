"""Harm to people: how many were killed, hurt, missing, arrested (STANDARDS 4).

Wishes, attempts and threats are no harm done; "casualties" are the dead and the hurt together, so that only "no
casualties" says something of each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated, phrase, with_conjuncts
from sayso.extract.events import harm_slots
from sayso.extract.groups import EVERYONE, group_of, is_person_noun
from sayso.extract.lexicon import vocabulary
from sayso.extract.scene import Draft, Scene
from sayso.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Layers, Sentence

BRIDGE_POS = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "PRON", "AUX", "ADV", "DET", "PART", "NUM", "SCONJ"})
"""What may stand between a number and the word of harm that belongs to it."""
BRIDGE_VERBS = vocabulary("bridge_verbs")
TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:the )?(?:dead|deaths|fatalities|victims|killed|(?P<hurt>injured|wounded|injuries)))"
    r"\b[^.;,\d]{0,50}?\b(?:to|at|of|is|was|reach(?:es|ed)|pass(?:es|ed)|hits?|exceed(?:s|ed))\s*$",
    re.IGNORECASE,
)
BRIDGE = 8
"""Words that may stand between (s)."""
UNREAL_VERBS = vocabulary("unreal_verbs")
UNREAL_MODALS = vocabulary("unreal_modals")
DYING = vocabulary("dying")
NOUNS_OF_HARM = vocabulary("nouns_of_harm")
COUNTED_SLOTS = frozenset({"killed", "injured", "missing", "arrested", "rescued", "displaced"})


def slot_of(layers: Layers, index: int) -> str | None:
    """The slot that a word of harm fills; None for any other word."""
    slots = harm_slots(layers, index)
    return slots[0] if slots and not _is_part_of_name(layers, index) else None


def find_harm(scene: Scene) -> tuple[Draft, ...]:
    """Counts of people harmed, in text order."""
    found: list[Draft] = []
    for sentence in scene.sentences():
        counted: set[int] = set()
        found += _tolls(scene, sentence, counted)
        found += _counts_beside(scene, sentence, counted)
        for index in range(sentence.first, sentence.last):
            slot = slot_of(scene.layers, index)
            if slot is not None and is_real(scene.layers, index):
                found += _harm_of(scene, index, slot, counted)
    return tuple(found)


def is_real(layers: Layers, index: int) -> bool:
    """Whether a predicate is put as done: no attempt, wish, threat, possibility or condition."""
    here, token = index, layers.tokens[index]
    if token.pos == "VERB" and any(layers.tokens[c].lemma in UNREAL_MODALS for c in layers.children[index]
                                   if layers.tokens[c].dep == "aux"):  # fmt: skip
        return False
    for _ in range(3):
        token = layers.tokens[here]
        head = layers.tokens[token.head]
        if token.dep in {"xcomp", "pcomp", "advcl", "acl", "relcl", "prep"} and head.lemma in UNREAL_VERBS:
            return False
        if (
            token.dep == "acl"
            and token.tag == "VB"
            and head.lemma in {"attempt", "plan", "plot", "bid", "threat", "effort"}
        ):
            return False
        if any(
            layers.tokens[c].text.lower() == "if"
            for c in layers.children[here]
            if layers.tokens[c].dep == "mark"
        ):
            return False
        if token.head == here or token.dep not in {"xcomp", "conj", "pcomp", "prep"}:
            return True
        here = token.head
    return True


def _tolls(scene: Scene, sentence: Sentence, counted: set[int]) -> Iterator[Draft]:
    """ "The death toll rose to 27", "the number of wounded stands at 90"."""
    layers = scene.layers
    for number, quantity in enumerate(scene.quantities):
        if not (sentence.first <= quantity.first < sentence.last) or quantity.kind != "count":
            continue
        match = TOLL.search(layers.shadow[: quantity.start], sentence.start)
        if match is None or not is_real(layers, quantity.first):
            continue
        counted.add(number)
        yield Draft(
            slot="injured" if match["hurt"] else "killed",
            group=EVERYONE,
            value=Count(lo=quantity.lo, hi=quantity.hi),
            start=match.start(),
            end=quantity.end,
            at=quantity.first,
        )


def _is_part_of_name(layers: Layers, index: int) -> bool:
    """Whether a word stands inside a name ("Missing Persons Bureau")."""
    token = layers.tokens[index]
    return token.pos == "PROPN" and any(
        name.first <= index < name.last and name.last - name.first > 1 for name in layers.names
    )


def _counts_beside(scene: Scene, sentence: Sentence, counted: set[int]) -> Iterator[Draft]:
    """Numbers with a word of harm right beside them: "44 people were killed", "killing 12"."""
    for number, quantity in enumerate(scene.quantities):
        if not (sentence.first <= quantity.first < sentence.last) or quantity.kind not in {
            "count",
            "article",
            "none",
        }:
            continue
        index = None if _is_label(scene.layers, quantity) else _harm_beside(scene, quantity, sentence)
        if index is None or _is_share(scene.layers, quantity) or not is_real(scene.layers, index):
            continue
        group = group_of(scene.layers, _counted_head(scene.layers, quantity, index))
        if group is None or (
            quantity.kind == "article" and _counted_head(scene.layers, quantity, index) is None
        ):
            continue
        drafts = list(_count_drafts(scene, quantity, index, group))
        if drafts:
            counted.add(number)
        yield from drafts


def _counted_head(layers: Layers, quantity: Quantity, index: int) -> int | None:
    """The noun counted; a word of harm itself ("12 deaths") counts people."""
    head = quantity.head
    if head is None or head == index or layers.tokens[head].lemma in NOUNS_OF_HARM:
        return None
    return None if slot_of(layers, head) else head


def _is_label(layers: Layers, quantity: Quantity) -> bool:
    """Whether a number names something ("Flat 91") instead of counting."""
    before = layers.tokens[quantity.first - 1] if quantity.first else None
    return (
        before is not None
        and before.tag in {"NN", "NNP"}
        and layers.tokens[quantity.first].head == quantity.first - 1
    )


def _is_share(layers: Layers, quantity: Quantity) -> bool:
    """Whether only some of those harmed are told of ("two of the dead", "one of those killed")."""
    if quantity.last >= len(layers.tokens) or layers.tokens[quantity.last].lemma != "of":
        return False
    following = range(quantity.last + 1, min(quantity.last + 4, len(layers.tokens)))
    return any(
        harm_slots(layers, i) or layers.tokens[i].lemma in {"victim", "those", "patient"} for i in following
    )


def _harm_beside(scene: Scene, quantity: Quantity, sentence: Sentence) -> int | None:
    """The token of the word of harm that a number belongs to; None if there is none beside it."""
    layers = scene.layers
    if (behind := _directly_behind(layers, quantity, sentence)) is not None:
        return behind
    before = quantity.first - 1
    while before >= sentence.first and layers.tokens[before].lemma in {"of", "over", "another", "a", "some"}:
        before -= 1
    if before >= sentence.first and (slot := slot_of(layers, before)):
        token = layers.tokens[before]
        if (token.pos == "VERB" and token.tag != "VBN") or (
            token.lemma in NOUNS_OF_HARM and before < quantity.first - 1
        ):
            return before
        active = not any(layers.tokens[c].dep in {"auxpass", "nsubjpass"} for c in layers.children[before])
        if token.pos == "VERB" and slot and active and first_child(layers, before, "dobj") is not None:
            return before
    return _harm_behind(scene, quantity, sentence)


def _directly_behind(layers: Layers, quantity: Quantity, sentence: Sentence) -> int | None:
    """ "44 killed dozens injured": the word right behind a number wins over one before it."""
    here = quantity.last
    return (
        here
        if here < sentence.last and layers.tokens[here].tag in {"VBN", "VBD", "JJ"} and slot_of(layers, here)
        else None
    )


def _harm_behind(scene: Scene, quantity: Quantity, sentence: Sentence) -> int | None:
    layers = scene.layers
    for index in range(quantity.last, min(quantity.last + BRIDGE, sentence.last)):
        token = layers.tokens[index]
        if slot_of(layers, index):
            return index if _may_end_bridge(layers, index, quantity) else None
        if any(
            q.first <= index < q.last for q in scene.quantities if q is not quantity and q.kind == "count"
        ):
            return None
        if token.pos == "VERB" and token.lemma not in BRIDGE_VERBS:
            return None
        if token.pos not in BRIDGE_POS | {"VERB"} and token.text.lower() not in {"and", "or", "'"}:
            return None
    return None


def _may_end_bridge(layers: Layers, index: int, quantity: Quantity) -> bool:
    """Whether the harm is what the counted suffer, not what they do ("two men killed a guard")."""
    token = layers.tokens[index]
    if token.pos != "VERB" or token.lemma in DYING:
        return True
    passive = any(layers.tokens[c].dep in {"auxpass", "nsubjpass"} for c in layers.children[index])
    active = first_child(layers, index, "dobj", "dative") is not None and not passive
    return passive or not active or quantity.head is None


def _count_drafts(scene: Scene, quantity: Quantity, index: int, group: str) -> Iterator[Draft]:
    slot = slot_of(scene.layers, index)
    zero = quantity.hi == 0
    if (is_negated(scene.layers, index) and not zero) or (zero and _is_unknown(scene.layers, index)):
        return
    slots = (
        ("killed", "injured")
        if slot == "casualty" and zero
        else ("count:casualties",)
        if slot == "casualty"
        else (slot,)
    )
    end = (
        max(quantity.end, scene.layers.tokens[index].end)
        if index >= quantity.last
        else _phrase_end(scene, quantity)
    )
    start = min(quantity.start, scene.layers.tokens[index].start)
    also = () if not zero else tuple(slot_of(scene.layers, i) for i in _joined_words(scene.layers, index))
    for name in (*slots, *also):
        if name:
            yield Draft(
                slot=name,
                group=group,
                value=Count(lo=quantity.lo, hi=quantity.hi),
                start=start,
                end=end,
                at=index,
            )


def _joined_words(layers: Layers, index: int) -> tuple[int, ...]:
    """Words of harm joined to this one: "no one was killed or injured"."""
    return with_conjuncts(layers, index)[1:]


def _is_unknown(layers: Layers, index: int) -> bool:
    """Whether "no casualties" only means that none is known: none confirmed, no reports of any."""
    head = layers.tokens[index].head
    near = {layers.tokens[i].lemma for i in (index, head, *layers.children[index], *layers.children[head])}
    return bool(near & {"confirm", "report", "verify", "know", "immediate", "see"})


def _phrase_end(scene: Scene, quantity: Quantity) -> int:
    return (
        max(quantity.end, scene.layers.tokens[quantity.head].end)
        if quantity.head is not None
        else quantity.end
    )


def _harm_of(scene: Scene, index: int, slot: str, counted: set[int]) -> Iterator[Draft]:
    """What a word of harm says of those who stand in its sentence as its victims."""
    for victim in victims_of(scene.layers, index):
        yield from _of_victim(scene, index, slot, victim, counted)


def victims_of(layers: Layers, index: int) -> tuple[int, ...]:
    """The nouns for those harmed: objects of active verbs, subjects of passive and dying ones."""
    token = layers.tokens[index]
    passive = first_child(layers, index, "nsubjpass")
    subject = first_child(layers, index, "nsubj")
    if token.pos == "VERB":
        found = (
            passive
            if passive is not None
            else subject
            if token.lemma in DYING
            else first_child(layers, index, "dobj")
        )
        if found is None and token.dep in {"relcl", "acl"} and token.tag in {"VBN", "VBD"}:
            found = (
                token.head
                if subject is None or layers.tokens[subject].lemma in {"who", "that", "which"}
                else None
            )
        if (
            passive is not None
            and layers.tokens[passive].lemma in {"who", "that", "which"}
            and token.dep == "relcl"
        ):
            found = token.head
    elif token.lemma in {"death", "killing", "arrest"}:
        link = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of"), None)
        found = first_child(layers, link, "pobj") if link is not None else None
    elif token.dep in {"acomp", "attr", "oprd", "dobj", "ROOT"}:
        head = token.head
        found = (
            first_child(layers, head, "nsubj", "nsubjpass", "dobj")
            if token.dep != "dobj"
            else _sufferer(layers, index)
        )
    else:
        found = None
    return with_conjuncts(layers, found) if found is not None and found != index else ()


def _sufferer(layers: Layers, index: int) -> int | None:
    """Who "suffered injuries"; None for any other verb."""
    verb = layers.tokens[index].head
    if layers.tokens[verb].lemma not in {"suffer", "sustain", "receive"}:
        return None
    subject = first_child(layers, verb, "nsubj")
    if subject is None and layers.tokens[verb].dep in {"acl", "relcl", "pcomp"}:
        return layers.tokens[verb].head
    return subject


def _of_victim(scene: Scene, index: int, slot: str, victim: int, counted: set[int]) -> Iterator[Draft]:
    layers = scene.layers
    quantity = next(((n, q) for n, q in enumerate(scene.quantities) if _counts(layers, q, victim)), None)
    if quantity is not None:
        number, found = quantity
        group = group_of(layers, victim)
        if number not in counted and group is not None and found.kind in {"count", "article", "none"}:
            counted.add(number)
            yield from _count_drafts(scene, found, index, group)
        return
    if slot in COUNTED_SLOTS and _is_bare_plural(layers, victim) and not is_negated(layers, index):
        group = group_of(layers, victim)
        first, last = phrase(layers, victim)
        start, end = layers.tokens[first].start, layers.tokens[last - 1].end
        if group is not None:
            yield Draft(
                slot=slot, group=group, value=Count(lo=2, hi=None), at=index,
                start=min(start, layers.tokens[index].start), end=max(end, layers.tokens[index].end),
            )  # fmt: skip


def _counts(layers: Layers, quantity: Quantity, victim: int) -> bool:
    """Whether a number counts this noun: as its modifier or as the noun itself."""
    if quantity.first <= victim < quantity.last or quantity.head == victim:
        return True
    return any(quantity.first <= child < quantity.last for child in layers.children[victim]
               if layers.tokens[child].dep in {"nummod", "det", "quantmod"})  # fmt: skip


def _is_bare_plural(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    definite = any(layers.tokens[c].dep in {"det", "poss"} for c in layers.children[index])
    return token.tag in {"NNS", "NNPS"} and is_person_noun(layers, index) and not definite

"""Several counted together: "two men and a woman were wounded" are three.

One speaker adds them up in one sentence; figures of different sentences, speakers or reports are
never added (STANDARDS 4). A list of names alone is no total, unless the report says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import is_negated, phrase
from sayso.extract.groups import EVERYONE, group_of, is_aged, is_kin
from sayso.extract.scene import Draft, Scene
from sayso.extract.shots import add_counts, headlined, tells_of_shots
from sayso.extract.suffering import is_real, slot_of, victims_of
from sayso.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Layers, Sentence

SLOTS = frozenset({"killed", "injured", "missing"})
JOINED = 2
"""How many there must be to add up."""
DETERMINERS = frozenset({"a", "an", "one", "another"})


def find_joint(
    scene: Scene, sentence: Sentence, numbers: Sequence[Quantity]
) -> tuple[list[Draft], list[Quantity]]:
    """Sums of counts that one word of harm joins, with their parts, and the numbers used up."""
    drafts: list[Draft] = []
    used: list[Quantity] = []
    for index in range(sentence.first, sentence.last):
        slot = slot_of(scene.layers, index)
        if slot not in SLOTS or not is_real(scene.layers, index) or tells_of_shots(scene.layers, index):
            continue
        victims = victims_of(scene.layers, index)
        if sentence.title:
            victims = (*headlined(scene.layers, victims), *victims)
        if (
            len(victims) < JOINED
            or is_negated(scene.layers, index)
            or not _is_list(scene.layers, victims, at=index)
        ):
            continue
        counts = [_count(scene, victim, numbers, title=sentence.title) for victim in victims]
        known = [count for count in counts if count is not None]
        names = [scene.people.name_at(victim) is not None for victim in victims]
        if len(known) < len(victims) or all(names):
            continue
        drafts += _sum(scene, slot, index, victims=victims, counts=known)
        used += [q for q in numbers if any(_counts(q, victim) for victim in victims)]
    return drafts, used


def _is_list(layers: Layers, victims: Sequence[int], *, at: int) -> bool:
    """Whether nouns are all meant, with nothing said of one alone: no "three or four", no clause between."""
    between = layers.tokens[victims[0] : victims[-1]]
    if any(
        slot_of(layers, i) for i in range(victims[0], min(victims[-1] + 2, len(layers.tokens) - 1)) if i != at
    ):
        return False  # "one wounded and one dead"
    return not any(t.lemma in {"or", "nor"} or t.dep == "relcl" or t.tag in {"VBD", "VBZ"} for t in between)


def _counts(quantity: Quantity, victim: int) -> bool:
    return quantity.kind == "count" and (quantity.head == victim or quantity.first <= victim < quantity.last)


def _count(scene: Scene, victim: int, numbers: Sequence[Quantity], *, title: bool) -> Count | None:
    """How many a noun stands for; None if it is not for people, does not say, or stands for none."""
    layers, token = scene.layers, scene.layers.tokens[victim]
    quantity = next((q for q in numbers if _counts(q, victim)), None)
    group = group_of(layers, victim) if token.pos != "NUM" else EVERYONE
    if quantity is not None:
        return Count(lo=quantity.lo, hi=quantity.hi) if group and quantity.hi != 0 else None
    if scene.people.name_at(victim) is not None:
        return Count(lo=1, hi=1)
    if group in {None, "attackers"} or (token.tag != "NN" and not is_aged(layers, victim)):
        return None
    words = {
        layers.tokens[c].lemma for c in layers.children[victim] if layers.tokens[c].dep in {"det", "poss"}
    }
    one = words & DETERMINERS or (words and is_kin(token.lemma)) or (title and not words)
    return Count(lo=1, hi=1) if one else None


def _sum(
    scene: Scene, slot: str, index: int, *, victims: Sequence[int], counts: Sequence[Count]
) -> list[Draft]:
    layers = scene.layers
    at = layers.tokens[index]
    first, last = phrase(layers, victims[0])[0], victims[-1]
    start, end = min(at.start, layers.tokens[first].start), max(at.end, layers.tokens[last].end)
    total = add_counts(counts)
    parts = [
        Draft(
            slot=slot, group=group, value=count, start=layers.tokens[phrase(layers, victim)[0]].start,
            end=layers.tokens[victim].end, at=index,
        )
        for victim, count in zip(victims, counts, strict=True)
        if (group := group_of(layers, victim)) not in {EVERYONE, None} and group is not None
    ]  # fmt: skip
    return [Draft(slot=slot, group=EVERYONE, value=total, start=start, end=end, at=index), *parts]

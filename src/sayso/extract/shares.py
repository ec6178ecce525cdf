"""What is said of a part of a count: "three drones, of which only one was not shot down" says two were.

The rest of the whole is reckoned only where one sentence gives both numbers (STANDARDS 4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import vocabulary, weapon_nouns
from sayso.extract.quantities import find_partitions, remainder
from sayso.extract.scene import Draft, Scene
from sayso.model.values import Count

if TYPE_CHECKING:
    from sayso.extract.quantities import Partition, Quantity
    from sayso.model.layers import Layers

DOWNING = vocabulary("downing")
STRIKING = vocabulary("hitting")
FLYING = weapon_nouns() | {"plane", "helicopter", "aircraft", "jet"}


def find_shares(scene: Scene) -> tuple[Draft, ...]:
    """Parts of counted weapons that were brought down or that struck, in text order."""
    found = []
    for partition in find_partitions(scene.layers, scene.quantities):
        draft = _share(scene, partition)
        if draft is not None and scene.events.is_main(draft.at):
            found.append(draft)
    return tuple(found)


def wholes_of(scene: Scene) -> frozenset[int]:
    """The first tokens of numbers of which a part is told apart."""
    return frozenset(
        partition.whole.first
        for partition in find_partitions(scene.layers, scene.quantities)
        if partition.relation == "part"
    )


def _share(scene: Scene, partition: Partition) -> Draft | None:
    layers, part = scene.layers, partition.part
    verb, negated = _said_of(layers, partition)
    noun = partition.whole.noun
    if verb is None or noun not in FLYING or partition.relation not in {"part", "rest"}:
        return None
    fate = _fate(layers.tokens[verb].lemma)
    if fate is None or (negated and partition.relation != "part"):
        return None
    low, high = remainder(partition.whole, part) if negated else (part.lo, part.hi)
    start = min(partition.whole.start, part.start) if negated else part.start
    plural = noun if noun.endswith(("s", "craft")) else f"{noun}s"
    return Draft(
        slot=f"count:{plural} {fate}", group=EVERYONE, value=Count(lo=low, hi=high), start=start,
        end=layers.tokens[verb].end, at=verb,
    )  # fmt: skip


def _fate(lemma: str) -> str | None:
    if lemma in DOWNING:
        return "shot down"
    return "that hit" if lemma in STRIKING else None


def _said_of(layers: Layers, partition: Partition) -> tuple[int | None, bool]:
    """The verb that says something of the part, its own clause first, and whether it denies it."""
    own = _clause_of(layers, partition.part)
    if own is not None:
        return own, any(layers.tokens[c].dep == "neg" for c in layers.children[own])
    index = partition.predicate_token
    return (index, partition.negated) if index >= 0 else (None, False)


def _clause_of(layers: Layers, part: Quantity) -> int | None:
    """The verb of "two that were downed"."""
    token = part.last - 1
    return next((c for c in layers.children[token] if layers.tokens[c].dep in {"relcl", "acl"}), None)

"""Parts and wholes: "three drones, of which only one was not shot down", "the other two", "another 15"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.quantities.kinds import COUNT
from sayso.extract.quantities.readings import Partition, Quantity

if TYPE_CHECKING:
    from sayso.model.layers import Layers

OF_WHICH = re.compile(
    r"\bof\s+(?:which|whom)\s+(?:only\s+|just\s+|at\s+least\s+|all\s+but\s+|the\s+)*$", re.IGNORECASE
)
INCLUDING = re.compile(
    r"\b(?:including|among\s+(?:them|whom|which)|counting|comprising)\b[^.;]*$", re.IGNORECASE
)
BEHIND_OF = re.compile(r"\s+(?:more\s+)?of\s+(?:them|whom|which|these|those)\b", re.IGNORECASE)
OF_THE = re.compile(r"\s+of\s+(?:the|those|these|its|their|his|her|our)\b", re.IGNORECASE)
OTHER = re.compile(r"\b(?:the|its|their)\s+(?:other|remaining)\s+$", re.IGNORECASE)
OTHERS = re.compile(r"\s+(?:others|other)\b", re.IGNORECASE)
MORE = re.compile(r"\s+(?:more|further|additional)\b", re.IGNORECASE)
ANOTHER = re.compile(r"\b(?:another|an\s+additional|a\s+further|additional|further)\s+$", re.IGNORECASE)
REST = re.compile(
    r"\b(?:the\s+(?:rest|remainder|others|remaining)|the\s+other(?=\s+(?:was|is|had|did|one|landed|hit|fell|exploded|failed)\b))\b",
    re.IGNORECASE,
)
NEAR = 2
"""Sentences back in which the whole of a part is looked for (s)."""
STEPS = 5


def remainder(whole: Quantity, part: Quantity) -> tuple[int, int | None]:
    """The interval for what is left of a whole without its part; high None if open."""
    low = 0 if part.hi is None else max(0, whole.lo - part.hi)
    return low, None if whole.hi is None else max(low, whole.hi - part.lo)


def find_partitions(layers: Layers, quantities: tuple[Quantity, ...]) -> tuple[Partition, ...]:
    """Which quantities are parts of others, or stand beside them, in text order.

    Args:
        layers: The report's layers.
        quantities: What ``find_quantities`` gave for them.
    """
    counts = tuple(q for q in quantities if q.kind in {COUNT, "article"})
    found: list[Partition] = []
    for number in range(len(counts)):
        partition = _partition(layers, counts, number, found)
        if partition:
            found.append(partition)
    return tuple(sorted([*found, *_rests(layers, found)], key=lambda p: p.part.start))


def _partition(
    layers: Layers, counts: tuple[Quantity, ...], number: int, found: list[Partition]
) -> Partition | None:
    part = counts[number]
    if part.kind != COUNT:
        return None
    sentence = layers.sentences[layers.tokens[part.first].sentence]
    before = layers.shadow[sentence.start : part.start]
    behind = layers.shadow[part.end : sentence.end]
    earlier = [
        q for q in counts[:number] if q.kind == COUNT and q.hi != 0 and _distance(layers, q, part) <= NEAR
    ]
    same = [q for q in earlier if q.start >= sentence.start]
    if OF_WHICH.search(before) or BEHIND_OF.match(behind):
        return _made(layers, _larger(same, part) or _larger(earlier, part), part, "part")
    if OF_THE.match(behind):
        inner = next((q for q in counts[number + 1 :] if q.head == part.head and q.kind == COUNT), None)
        alike = [q for q in earlier if part.noun is not None and q.noun == part.noun]
        return _made(layers, inner or _larger(alike, part), part, "part")
    if (
        (included := INCLUDING.search(before))
        and same
        and not _verb_between(layers, sentence.start + included.start(), part)
    ):
        wholes = [q for q in same if q.end <= sentence.start + included.start()]
        return _made(layers, _larger(wholes, part), part, "part")
    return _beside(layers, earlier, part, found)


def _verb_between(layers: Layers, start: int, part: Quantity) -> bool:
    """Whether a list begun by "including" has ended before the part."""
    first = layers.token_at(start)
    between = layers.tokens[(first or 0) + 1 : part.first]
    return any(t.pos in {"VERB", "AUX"} and t.tag not in {"VBN", "VBG"} for t in between)


def _beside(
    layers: Layers, earlier: list[Quantity], part: Quantity, found: list[Partition]
) -> Partition | None:
    """Read "the other two", "two others", "another 15", "15 more"."""
    parts = {p.part for p in found if p.relation == "part"}
    free = [q for q in earlier if q not in parts]
    sentence = layers.sentences[layers.tokens[part.first].sentence]
    before = layers.shadow[sentence.start : part.start]
    behind = layers.shadow[part.end : sentence.end]
    if OTHER.search(before) and (whole := _larger(free, part)):
        return _made(layers, whole, part, "rest")
    further = OTHERS.match(behind) or MORE.match(behind) or ANOTHER.search(before) or OTHER.search(before)
    if (further or layers.tokens[part.first].text.lower() == "another") and earlier:
        return _made(layers, (free or earlier)[-1], part, "further")
    return None


def _distance(layers: Layers, one: Quantity, two: Quantity) -> int:
    return layers.tokens[two.first].sentence - layers.tokens[one.first].sentence


def _larger(candidates: list[Quantity], part: Quantity) -> Quantity | None:
    """The nearest quantity before it that can hold it: larger, and of the same thing if one is."""
    fitting = [q for q in candidates if q.hi is None or q.hi > part.lo]
    named = [q for q in fitting if part.noun is not None and q.noun == part.noun]
    choice = named or fitting
    return choice[-1] if choice else None


def _made(layers: Layers, whole: Quantity | None, part: Quantity, relation: str) -> Partition | None:
    if whole is None:
        return None
    verb = _verb(layers, part)
    negated = verb is not None and any(layers.tokens[i].dep == "neg" for i in layers.children[verb])
    return Partition(
        whole=whole,
        part=part,
        negated=negated,
        predicate_token=_predicate(layers, part, verb),
        relation=relation,
    )


def _verb(layers: Layers, part: Quantity) -> int | None:
    """The verb that has the part as subject or object."""
    index = (
        part.last - 1 if part.head is None or not part.last <= part.head < part.last + STEPS else part.head
    )
    for _ in range(STEPS):
        token = layers.tokens[index]
        if token.pos in {"VERB", "AUX"} and token.text.lower() not in {"including", "counting", "comprising"}:
            return index
        if token.head == index:
            return None
        index = token.head
    return None


def _predicate(layers: Layers, part: Quantity, verb: int | None) -> int:
    """The word that says something of the part: "four of them children", "were children", or a verb."""
    if (
        part.head is not None
        and layers.tokens[part.head].pos == "PRON"
        and part.head + 1 < len(layers.tokens)
    ):
        beside = layers.tokens[part.head + 1]
        if beside.tag in {"NN", "NNS"} and beside.sentence == layers.tokens[part.head].sentence:
            return part.head + 1
    if verb is None:
        return -1
    if layers.tokens[verb].lemma == "be":
        return next((i for i in layers.children[verb] if layers.tokens[i].dep in {"attr", "acomp"}), verb)
    return verb


def _rests(layers: Layers, found: list[Partition]) -> list[Partition]:
    rests = []
    for match in REST.finditer(layers.shadow):
        known = [p for p in found if p.part.end <= match.start() and p.relation == "part"]
        first, last = layers.token_at(match.start()), layers.token_at(match.end() - 1)
        if not known or first is None or last is None or layers.tokens[first].start > match.start():
            continue
        before = known[-1]
        if layers.tokens[first].sentence - layers.tokens[before.part.first].sentence > NEAR:
            continue
        low, high = remainder(before.whole, before.part)
        rest = replace(
            before.part, start=match.start(), end=match.end(), lo=low, hi=high, first=first, last=last + 1,
            head=None, noun=before.whole.noun, exact=False, kind="rest",
        )  # fmt: skip
        made = _made(layers, before.whole, rest, "rest")
        if made:
            rests.append(made)
    return rests

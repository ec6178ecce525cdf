"""Attackers among the dead, and the dead without them (STANDARDS 4; GOLD.md, "Slots")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.event_words import OPEN
from sayso.extract.groups import EVERYONE, group_of
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real, slot_of
from sayso.extract.tolls import PARTS
from sayso.model.values import Count

if TYPE_CHECKING:
    from sayso.model.layers import Layers, Sentence

SELF_KILLED = re.compile(
    r"\b(?:(?P<both>murder[-\s]suicide)"
    r"|kill(?:s|ed|ing)? (?:him|her)self|(?:and |then )+(?:him|her)self\b(?=[^.;]{0,60}$| in | on |,|\.)"
    r"|sho(?:t|ots?|oting) (?:him|her)self (?:dead|fatally|to death)|fatally sho(?:t|oting) (?:him|her)self"
    r"|(?:took|takes|taking|take) (?:his|her) own life|turn(?:s|ed|ing) the gun on (?:him|her)self"
    r"|(?:died|dead) (?:of|from|by) (?:an apparent |a )?(?:self-inflicted|suicide)[^.;]{0,20})",
    re.IGNORECASE,
)
FELLED = re.compile(
    r"\b(?:police|officers?|deput(?:y|ies)|troopers?|soldiers?|guards?|agents?|law enforcement"
    r"|security forces)"
    r"(?: (?:then|later|also|had|have|eventually))?"
    r" (?P<how>shot (?:dead|and killed)|killed|fatally shot)"
    r" (?:(?P<him>him|her)|(?:the )?(?:\w+ )?(?:gunman|shooter|attacker|assailant|bomber|suspect))\b",
    re.IGNORECASE,
)
VICTIMS = "victims"


def find_attackers_among(scene: Scene, sentence: Sentence, harmed: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """As in "four dead, including the gunman": one of those counted is an attacker."""
    layers = scene.layers
    found = []
    for index in range(sentence.first, sentence.last):
        if layers.tokens[index].lemma not in {"include", "including"}:
            continue
        whole = [
            d for d in harmed if d.slot in PARTS and sentence.start <= d.start < layers.tokens[index].start
        ]
        reach = range(index + 1, min(index + 4, sentence.last))
        head = next(
            (i for i in reach if layers.tokens[i].tag == "NN" and group_of(layers, i) == "attackers"), None
        )
        if head is not None and whole:
            nearest = max(whole, key=lambda draft: draft.end)
            start, end = layers.tokens[index].start, layers.tokens[head].end
            value = Count(lo=1, hi=1)
            found.append(
                Draft(slot=nearest.slot, group="attackers", value=value, start=start, end=end, at=nearest.at)
            )
    return tuple(found)


def find_self_killed(scene: Scene, sentence: Sentence) -> tuple[Draft, ...]:
    """As in "killed three and then himself", "a murder-suicide": whoever attacked is among the dead.

    Only where the sentence tells of others harmed, or an attacker is named as one: anybody else's
    suicide is none of this.
    """
    text = scene.layers.shadow[sentence.start : sentence.end]
    match = SELF_KILLED.search(text)
    index = scene.layers.token_at(sentence.start + match.start()) if match is not None else None
    if match is None or index is None or not is_real(scene.layers, index) or OPEN.search(text):
        return ()
    others = match["both"] or any(
        slot_of(scene.layers, i) == "killed" or group_of(scene.layers, i) == "attackers"
        for i in range(sentence.first, sentence.last)
        if not match.start() <= scene.layers.tokens[i].start - sentence.start < match.end()
        and not is_negated(scene.layers, i)
    )
    start, end = sentence.start + match.start(), sentence.start + match.end()
    one = Draft(slot="killed", group="attackers", value=Count(lo=1, hi=1), start=start, end=end, at=index)
    return (one,) if others else ()


def find_felled(scene: Scene, sentence: Sentence) -> tuple[Draft, ...]:
    """As in "killed three people before police killed him": whoever attacked is dead.

    A pronoun is an attacker only beside others who were killed.
    """
    text = scene.layers.shadow[sentence.start : sentence.end]
    match = FELLED.search(text)
    index = scene.layers.token_at(sentence.start + match.start("how")) if match is not None else None
    if match is None or index is None or not is_real(scene.layers, index) or is_negated(scene.layers, index):
        return ()
    others = any(slot_of(scene.layers, i) == "killed" for i in range(sentence.first, index))
    if match["him"] and not others:
        return ()
    start, end = sentence.start + match.start("how"), sentence.start + match.end()
    return (Draft(slot="killed", group="attackers", value=Count(lo=1, hi=1), start=start, end=end, at=index),)


def find_victims(scene: Scene, sentence: Sentence, harmed: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The dead other than the attackers: those whom an attacker killed, those called victims.

    Read beside the toll, and kept only where the report tells of an attacker's death too: then a toll
    with and one without the attackers are two figures (GOLD.md, ``victims``).
    """
    layers = scene.layers
    found = []
    for draft in harmed:
        if draft.slot != "killed" or draft.group != EVERYONE or not isinstance(draft.value, Count):
            continue
        if not sentence.first <= draft.at < sentence.last or not draft.value.lo:
            continue
        killer = _killer(layers, draft.at)
        suspect = killer is not None and (
            group_of(layers, killer) == "attackers" or scene.people.resolve(killer) is not None
        )
        called = any(
            t.lemma == "victim" and t.dep != "compound" for t in layers.tokens[sentence.first : sentence.last]
            if draft.start <= t.start < draft.end
        )  # fmt: skip
        if suspect or called:
            found.append(replace(draft, group=VICTIMS))
    return tuple(found)


def _killer(layers: Layers, index: int) -> int | None:
    """Who kills, by the grammar; the one a relative clause is about; None if it is not said."""
    token = layers.tokens[index]
    if token.pos != "VERB" or first_child(layers, index, "nsubjpass") is not None:
        return None
    subject = first_child(layers, index, "nsubj")
    if subject is not None and layers.tokens[subject].lemma in {"who", "that"} and token.dep == "relcl":
        beside = layers.tokens[token.head]
        return beside.head if beside.dep == "appos" and beside.pos == "NOUN" else token.head
    return subject

"""Who takes, denies or is given responsibility for a deed (STANDARDS 3).

Every row keeps its speaker. A deed in somebody's mouth is an accusation by that somebody;
``stated_by_author`` is left for the report's bare voice (claims.py decides, since only there
it is known who speaks).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child
from sayso.extract.groups import is_person_noun
from sayso.extract.harm import find_harm
from sayso.extract.responsibility.accusing import (
    find_accusing,
    find_headline_party,
    find_prosecuting,
)
from sayso.extract.responsibility.claiming import find_claiming, find_denying
from sayso.extract.responsibility.deeds import find_answerable, find_doing, find_past_acts
from sayso.extract.responsibility.hints import find_angry, find_hints
from sayso.extract.responsibility.rows import as_alleged, as_hint
from sayso.extract.responsibility.suspects import find_suspect
from sayso.model.values import Count, Responsibility

if TYPE_CHECKING:
    from sayso.extract.scene import Draft, Scene

__all__ = ["find_hints", "find_past_acts", "find_responsibility"]


OF_INCIDENT = (find_doing, find_prosecuting, find_answerable, find_suspect, find_headline_party)
"""What is read only where a clause tells of the incident."""
BY_THEMSELVES = (find_claiming, find_denying, find_accusing, find_angry)
"""What says itself whether it is of the incident."""


def find_responsibility(scene: Scene) -> tuple[Draft, ...]:
    """Rows of responsibility, and claims of it or their absence, in text order."""
    found: list[Draft] = []
    single: bool | None = None  # counted only if somebody's killing is told of
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            told = scene.events.is_main(index)
            if told and _kills_one(scene, index):
                single = _toll(scene) <= 1 if single is None else single
                told = single
            for find in (*BY_THEMSELVES, *(OF_INCIDENT if told else ())):
                found += find(scene, index)
    rows = (as_alleged(scene, draft) for draft in found)
    return tuple(as_hint(draft) if _is_asked(scene, draft) else draft for draft in rows)


def _is_asked(scene: Scene, draft: Draft) -> bool:
    """Whether a row stands in a question, which accuses nobody (STANDARDS 2)."""
    layers = scene.layers
    sentence = layers.sentences[layers.tokens[draft.at].sentence]
    row = isinstance(draft.value, Responsibility) and draft.value.status not in {"claimed", "denied"}
    return row and layers.shadow[: sentence.end].rstrip(" \"')").endswith("?")


def _toll(scene: Scene) -> int:
    """The largest count of dead that the report gives for the incident."""
    counts = (d.value.lo for d in find_harm(scene) if d.slot == "killed" and isinstance(d.value, Count)
              and scene.events.is_main(d.at))  # fmt: skip
    return max(counts, default=0)


def _kills_one(scene: Scene, index: int) -> bool:
    """Whether a verb tells of one person's killing, which is not the deed where many died."""
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.lemma not in {"kill", "execute", "murder", "behead"} or token.pos != "VERB":
        return False
    victim = first_child(layers, index, "dobj", "nsubjpass")
    return victim is not None and layers.tokens[victim].tag == "NN" and is_person_noun(layers, victim)

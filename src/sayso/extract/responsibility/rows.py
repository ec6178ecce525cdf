"""A row of responsibility, and the grammar it is read from: who does, by whom it is done."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, phrase, with_conjuncts
from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import vocabulary
from sayso.extract.scene import Draft, Scene
from sayso.model.kinds import Kind
from sayso.model.values import Responsibility

if TYPE_CHECKING:
    from sayso.model.layers import Layers

HELD = "held"
"""Status of a party that is held responsible by nobody named here: claims.py turns it by who speaks."""
DOUBTED = vocabulary("doubted_parties")
"""Words before a party that leave open whether it is one."""
FIGHTING = frozenset({Kind.ARMED_GROUP, Kind.MILITARY})
"""Bodies whose name before "attack" tells who did it; any other may be where it happened."""
ALLEGED = re.compile(r"\b(?:allegedly|reportedly|apparently|supposedly|purportedly)\b", re.IGNORECASE)
LAW = re.compile(
    r"\b(?:police|sheriff|officers?|deput(?:y|ies)|troopers?|guards?|security forces?|firefighters?"
    r"|bomb (?:disposal )?squads?|sappers?)\b",
    re.IGNORECASE,
)
"""Those who shoot or storm to end an incident, and are no party to it."""


def row(
    scene: Scene, party: tuple[str, int, int], status: str, at: int, *, source: str | None = None
) -> Draft:
    """One row: the party, how it stands to the incident, and the word that says so."""
    token = scene.layers.tokens[at]
    modality = {"denied": "denied", "accused_by_other": "alleged", "suspected_by_authorities": "alleged",
                "blamed_unsourced": "alleged", HELD: "alleged"}.get(status)  # fmt: skip
    return Draft(
        slot="responsibility", group=EVERYONE, value=Responsibility(party=party[0], status=status), at=at,
        start=min(token.start, party[1]), end=max(token.end, party[2]), source=source, modality=modality,
        denied=status == "denied",
    )  # fmt: skip


def as_hint(draft: Draft) -> Draft:
    """The row of a party that is merely mentioned in connection with the incident (STANDARDS 3)."""
    value = draft.value
    if isinstance(value, Responsibility) and value.status != "denied":
        value = replace(value, status="mentioned")
    return replace(draft, value=value, of_incident=True, modality="speculated")


def as_alleged(scene: Scene, draft: Draft) -> Draft:
    """The row as blame without a source where a headline leaves it open: "Bombed, allegedly by army"."""
    value = draft.value
    sentence = scene.layers.sentences[scene.layers.tokens[draft.at].sentence]
    if not isinstance(value, Responsibility) or value.status != "stated_by_author" or not sentence.title:
        return draft
    if not ALLEGED.search(scene.layers.shadow, draft.start, draft.end):
        return draft
    return replace(draft, value=replace(value, status="blamed_unsourced"), modality="alleged")


def is_doubted(layers: Layers, head: int) -> bool:
    """Whether the words before a party leave open whether it is one: "suspected members of ..."."""
    first, last = phrase(layers, head)
    words = {layers.tokens[i].text.lower() for i in range(first, last)}
    return bool(words & DOUBTED)


def joined_parties(layers: Layers, index: int) -> tuple[int, ...]:
    """A party and those joined to it by "and"; a place only beside a place, for lists run into one."""
    places = {i for n in layers.names if n.kind in {"GPE", "LOC", "FAC"} for i in range(n.first, n.last)}
    found = with_conjuncts(layers, index)
    return found if index in places else tuple(i for i in found if i not in places)


def agent_of(scene: Scene, verb: int) -> int | None:
    """The noun behind "by"; None if there is none."""
    for child in scene.layers.children[verb]:
        if scene.layers.tokens[child].lemma == "by":
            return first_child(scene.layers, child, "pobj")
    return None


def subject_of(scene: Scene, verb: int, *, participles: bool = False) -> int | None:
    """Who does what a verb says, also where the verb shares its subject; None if that is not said.

    Args:
        scene: The report.
        verb: Its token.
        participles: Whether a participle ("..., denying any part in it") may share it. Not for
            deeds: in "P accused them of the raid, killing ten" it is not P that kills.
    """
    layers = scene.layers
    found = _nearest_subject(layers, verb)
    while found is None and _shares_subject(layers, verb, participles=participles):
        verb = layers.tokens[verb].head
        found = _nearest_subject(layers, verb)
    if (
        found is not None
        and layers.tokens[found].lemma in {"who", "which", "that"}
        and layers.tokens[verb].dep == "relcl"
    ):
        return layers.tokens[verb].head
    return found


def _nearest_subject(layers: Layers, verb: int) -> int | None:
    """The subject next to the verb: what stands before a colon in a headline is another's."""
    found = [c for c in layers.children[verb] if layers.tokens[c].dep == "nsubj"]
    before = [c for c in found if c < verb]
    return before[-1] if before else next(iter(found), None)


def _shares_subject(layers: Layers, verb: int, *, participles: bool) -> bool:
    token = layers.tokens[verb]
    if token.dep == "conj" and any(
        layers.tokens[c].dep == "ccomp" and c < verb for c in layers.children[token.head]
    ):
        return False  # "P revealed that the gunman was armed and was firing": it was not P who fired
    hung = token.dep == "advcl" and token.tag == "VBG" and layers.tokens[token.head].pos == "VERB"
    return token.head != verb and (token.dep in {"conj", "xcomp"} or (participles and hung))

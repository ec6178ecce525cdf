"""A row of responsibility, and the grammar it is read from: who does, by whom it is done."""

from __future__ import annotations

import re

from sayso.extract.clauses import first_child
from sayso.extract.groups import EVERYONE
from sayso.extract.scene import Draft, Scene
from sayso.model.values import Responsibility

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
                "blamed_unsourced": "alleged"}.get(status)  # fmt: skip
    return Draft(
        slot="responsibility", group=EVERYONE, value=Responsibility(party=party[0], status=status), at=at,
        start=min(token.start, party[1]), end=max(token.end, party[2]), source=source, modality=modality,
        denied=status == "denied",
    )  # fmt: skip


def agent_of(scene: Scene, verb: int) -> int | None:
    """The noun behind "by"; None if there is none."""
    for child in scene.layers.children[verb]:
        if scene.layers.tokens[child].lemma == "by":
            return first_child(scene.layers, child, "pobj")
    return None


def subject_of(scene: Scene, verb: int) -> int | None:
    """Who does what a verb says, also where the verb shares its subject; None if that is not said."""
    layers = scene.layers
    found = first_child(layers, verb, "nsubj")
    while found is None and layers.tokens[verb].dep in {"conj", "xcomp"} and layers.tokens[verb].head != verb:
        verb = layers.tokens[verb].head
        found = first_child(layers, verb, "nsubj")
    if (
        found is not None
        and layers.tokens[found].lemma in {"who", "which", "that"}
        and layers.tokens[verb].dep == "relcl"
    ):
        return layers.tokens[verb].head
    return found

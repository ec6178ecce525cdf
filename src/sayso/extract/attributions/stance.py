"""The class of a cue in its place: negation and questioning change it (STANDARDS 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.syntax import child
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from sayso.extract.attributions.lexicon import CueEntry
    from sayso.model.layers import Layers

REFUSALS = frozenset({"decline", "refuse", "unable", "fail"})
WHETHER = frozenset({"whether", "if"})


def stance_of(layers: Layers, cue: int, entry: CueEntry) -> Stance:
    """The class of a reporting word as it is used here.

    "Did not say P" and "declined to say P" leave P open, as does "whether" (STANDARDS 2,
    composition rule 4).
    """
    tokens = layers.tokens
    head = tokens[cue].head
    negated = child(layers, cue, "neg") is not None
    refused = tokens[cue].dep in {"xcomp", "acomp"} and tokens[head].lemma in REFUSALS
    if (negated or refused) and entry.unit == "verb":
        return Stance.QUESTION
    clause = child(layers, cue, "ccomp")
    mark = None if clause is None else child(layers, clause, "mark")
    if mark is not None and tokens[mark].lemma in WHETHER:
        return Stance.QUESTION
    return entry.stance

"""The class of a cue in its place: negation and questioning change it (STANDARDS 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.syntax import child
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from sayso.extract.attributions.lexicon import CueEntry
    from sayso.extract.attributions.scene import Draft, Scene
    from sayso.model.layers import Layers

REFUSALS = frozenset({"decline", "refuse", "unable", "fail"})
RULES = {
    "that": "clause of a reporting verb",
    "aside": "clause around a reporting verb",
    "to": "infinitive of a reporting verb",
    "obj": "object of a reporting verb",
    "speech": "quotation beside a reporting verb",
    "noun": "reporting noun",
    "adverb": "adverb of hearsay",
    "headline": "colon",
    "according to": "according to",
    "learned": "trained labeller",
    "told to": "outlet that was told",
}
"""What the rules are called where a person reads them; any other is the frame of a reporting verb."""
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


def entry_at(scene: Scene, anchor: int) -> CueEntry | None:
    """The lexicon's entry for a token as it stands; None if it has none, or for no token (below 0)."""
    if anchor < 0:
        return None
    token = scene.layers.tokens[anchor]
    verb = scene.lexicon.verbs.get(token.lemma)
    if token.pos in {"VERB", "AUX"} and verb is not None:
        return verb
    # a verb that the parse takes for a noun ("the ministry state") is still one of the lexicon's
    return scene.lexicon.nouns.get(token.lemma) or scene.lexicon.adverbs.get(token.text.lower()) or verb


def explain(scene: Scene, draft: Draft) -> str:
    """Which rule found a draft, and on which entry of the lexicon its stance rests."""
    found = RULES.get(draft.rule, f"reporting verb with {draft.rule.lstrip('+')}")
    entry = entry_at(scene, draft.anchor)
    if entry is None:
        return f"{found}; {draft.stance}: no entry in the lexicon"
    changed = "" if entry.stance is draft.stance else f", changed from {entry.stance} by its place"
    return f"{found}; {draft.stance}: {entry.lemma!r} ({entry.origin}){changed}"

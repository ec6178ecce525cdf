"""Attributions whose cue is a verb, found in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.fitting import fit_draft, words_at
from sayso.extract.attributions.frames import OBJECTS, content_of
from sayso.extract.attributions.roles import CARRIERS, CHANNELS, WITNESSES
from sayso.extract.attributions.scene import Draft
from sayso.extract.attributions.stance import stance_of
from sayso.extract.attributions.syntax import (
    agent_of,
    child,
    cue_tokens,
    is_passive,
    noun_stretch,
    phrase,
    speaker_of,
    subject_of,
)
from sayso.extract.attributions.tails import inverted_subject
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.attributions.lexicon import CueEntry
    from sayso.extract.attributions.scene import Scene
    from sayso.model.layers import Layers

SPOKEN = frozenset({"that", "aside", "quote", "to"})
"""Frames in which even an infinitive tells what is said ("went on to say that")."""
TOLLS = frozenset({"toll", "figure", "number", "count", "estimate", "total"})
TOLL_VERBS = frozenset({"put", "give", "raise", "set", "revise", "place", "lower"})


def find_verb_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every reporting verb that has content in its own clause."""
    tokens = scene.layers.tokens
    for sentence in scene.layers.sentences:
        if sentence.furniture:
            continue
        for index in range(sentence.first, sentence.last):
            if tokens[index].pos in {"VERB", "AUX"}:
                draft = _draft(scene, index) or _toll(scene, index)
                if draft is not None:
                    yield draft


def _draft(scene: Scene, verb: int) -> Draft | None:
    layers = scene.layers
    entry = scene.lexicon.verbs.get(layers.tokens[verb].lemma)
    if entry is None:
        return None
    frame, runs = content_of(layers, verb, entry)
    if not runs or (frame == "to" and _says_below(scene, verb)):
        return None
    passive = is_passive(layers, verb)
    head = agent_of(layers, verb) if passive else _speaker(layers, verb, frame)
    if (head is None and not passive) or not _may_say(layers, verb, head, frame, entry):
        return None
    first, last = cue_tokens(layers, verb)
    carrier = _carrier(layers, verb, head)
    if carrier is not None:
        head, first = subject_of(layers, carrier), cue_tokens(layers, carrier)[0]
    draft = Draft(
        anchor=verb,
        cue=words_at(scene, first, last),
        source=None if head is None else noun_stretch(layers, head, barrier=verb),
        head=head,
        content=(),
        stance=stance_of(layers, verb, entry),
        rule=frame,
    )
    return fit_draft(scene, draft, runs)


def _may_say(layers: Layers, verb: int, head: int | None, frame: str, entry: CueEntry) -> bool:
    """Whether seeing is a witness's, and an infinitive more than a purpose."""
    if "witness" in entry.frames and (head is None or layers.tokens[head].lemma not in WITNESSES):
        return False
    return frame in SPOKEN or not _is_purpose(layers, verb)


def _toll(scene: Scene, verb: int) -> Draft | None:
    """A draft for "put the death toll at six", "gave a toll of six"."""
    layers = scene.layers
    if layers.tokens[verb].lemma not in TOLL_VERBS:
        return None
    number, head = child(layers, verb, *OBJECTS), child(layers, verb, "nsubj")
    if number is None or head is None or layers.tokens[number].lemma not in TOLLS:
        return None
    tail = [c for c in layers.children[verb] if layers.tokens[c].dep in {"dobj", "prep"}]
    draft = Draft(
        anchor=verb,
        cue=words_at(scene, *cue_tokens(layers, verb)),
        source=noun_stretch(layers, head, barrier=verb),
        head=head,
        content=(),
        stance=Stance.REPORT,
        rule="obj",
    )
    last = max(layers.subtree(c)[-1] for c in [number, *tail])
    return fit_draft(scene, draft, [(phrase(layers, number)[0], last + 1)])


def _says_below(scene: Scene, verb: int) -> bool:
    """Whether the infinitive itself reports something, as in "declined to say who fired"."""
    below = child(scene.layers, verb, "xcomp")
    entry = None if below is None else scene.lexicon.verbs.get(scene.layers.tokens[below].lemma)
    return below is not None and entry is not None and content_of(scene.layers, below, entry)[0] in SPOKEN


def _is_purpose(layers: Layers, verb: int) -> bool:
    """Whether the verb is an infinitive of purpose ("met to discuss it"), which need not have happened."""
    auxiliary = child(layers, verb, "aux")
    purpose = layers.tokens[verb].dep in {"advcl", "acl", "relcl", "xcomp", "ccomp"}
    return purpose and auxiliary is not None and layers.tokens[auxiliary].lemma == "to"


def _speaker(layers: Layers, verb: int, frame: str) -> int | None:
    turned = inverted_subject(layers, verb) if frame == "aside" else None
    return speaker_of(layers, verb) if turned is None else turned


def _carrier(layers: Layers, verb: int, head: int | None) -> int | None:
    """The verb of "issued a statement saying": the statement is no source, its issuer is."""
    tokens = layers.tokens
    if head is None or tokens[verb].dep != "acl" or tokens[head].lemma not in CHANNELS:
        return None
    above = tokens[head].head
    carries = tokens[head].dep == "dobj" and tokens[above].lemma in CARRIERS
    return above if carries and subject_of(layers, above) is not None else None

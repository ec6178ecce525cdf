"""What the trained labeller proposes, as drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.fitting import words_at
from sayso.extract.attributions.geometry import join
from sayso.extract.attributions.places import paragraph_of
from sayso.extract.attributions.roles import BODIES, OFFICIALS
from sayso.extract.attributions.scene import Draft
from sayso.extract.attributions.stance import entry_at, stance_of
from sayso.extract.lexicon import event_families, vocabulary, weapon_nouns
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.fitting import Run
    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Scene
    from sayso.model.layers import Layers, Saying

RULE = "learned"


def find_learned_drafts(scene: Scene) -> list[Draft]:
    """One draft for everything that the labeller takes for an attribution."""
    return [_draft(scene, saying) for saying in scene.layers.sayings]


def _draft(scene: Scene, saying: Saying) -> Draft:
    layers = scene.layers
    pieces = [words_at(scene, *run) for run in _near(scene, saying)]
    if saying.cue is not None:
        cue = words_at(scene, *saying.cue)
        pieces = [_whole(scene, piece, cue) for piece in pieces]
    content = join(pieces, layers.shadow)
    anchor = saying.content[0][0] if saying.cue is None else _anchor(scene, *saying.cue)
    speaker = None if saying.source is None or _is_thing(layers, *saying.source) else saying.source
    return Draft(
        anchor=anchor,
        cue=None if saying.cue is None else words_at(scene, *saying.cue),
        source=None if speaker is None else words_at(scene, *speaker),
        head=None if speaker is None else _head(layers, *speaker),
        content=content,
        stance=Stance.REPORT if saying.cue is None else _stance(scene, anchor),
        rule=RULE,
        learned=True,
        certainty=saying.certainty,
    )


def _is_thing(layers: Layers, first: int, last: int) -> bool:
    """Whether words are for a weapon, a vehicle or an event, which say nothing."""
    head = layers.tokens[_head(layers, first, last)]
    happens = head.lemma not in OFFICIALS | BODIES and bool(event_families().get(head.lemma))
    return head.pos == "NOUN" and (happens or head.lemma in weapon_nouns() | vocabulary("vehicles"))


def _whole(scene: Scene, piece: Stretch, cue: Stretch) -> Stretch:
    """The piece, to the end of a quotation that it opens; a cue within the quotation leaves it as it is."""
    for quote in scene.quotes_in(*piece):
        inside = quote.start <= cue[0] < quote.end
        if quote.start == piece[0] and piece[1] < quote.end and not inside:
            return (piece[0], quote.end)
    return piece


def _near(scene: Scene, saying: Saying) -> Sequence[Run]:
    """The content without unquoted runs of another paragraph than the cue's; all of it if none is left."""
    if saying.cue is None:
        return saying.content
    layers = scene.layers
    paragraph = paragraph_of(layers, saying.cue[0])
    near = [
        run
        for run in saying.content
        if paragraph_of(layers, run[0]) == paragraph == paragraph_of(layers, run[1] - 1)
        or scene.quote_of[run[0]] >= 0
    ]
    return near or saying.content


def _anchor(scene: Scene, first: int, last: int) -> int:
    """The reporting word of a cue: the last that the lexicon knows, else the head of its words."""
    known = [i for i in range(first, last) if entry_at(scene, i) is not None]
    return known[-1] if known else _head(scene.layers, first, last)


def _head(layers: Layers, first: int, last: int) -> int:
    """The word of a run that hangs from outside it; of several the first noun or verb."""
    inside = range(first, last)
    tops = [i for i in inside if layers.tokens[i].head not in inside or layers.tokens[i].head == i]
    telling = [i for i in tops if layers.tokens[i].pos in {"NOUN", "PROPN", "PRON", "VERB", "AUX"}]
    return telling[0] if telling else tops[-1]


def _stance(scene: Scene, anchor: int) -> Stance:
    entry = entry_at(scene, anchor)
    return Stance.REPORT if entry is None else stance_of(scene.layers, anchor, entry)

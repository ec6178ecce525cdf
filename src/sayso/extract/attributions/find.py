"""From layers to attributions: the one entry of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.asides import find_aside_drafts
from sayso.extract.attributions.chains import link_drafts
from sayso.extract.attributions.hearers import link_hearers
from sayso.extract.attributions.learned import find_learned_drafts
from sayso.extract.attributions.lexicon import load_lexicon
from sayso.extract.attributions.merging import merge_learned
from sayso.extract.attributions.nouns import find_noun_drafts
from sayso.extract.attributions.posts import attribute_posts
from sayso.extract.attributions.relays import find_relay_drafts
from sayso.extract.attributions.scene import build_scene
from sayso.extract.attributions.settle import settle_drafts
from sayso.extract.attributions.speakers import resolve_sources
from sayso.extract.attributions.speech import find_speech_drafts
from sayso.extract.attributions.verbs import find_verb_drafts

if TYPE_CHECKING:
    from sayso.model.claims import Attribution
    from sayso.model.layers import Layers


def find_attributions(layers: Layers) -> tuple[Attribution, ...]:
    """All attributions of a report: who says what, in which words, via whom.

    Args:
        layers: The report's layers. Sentences in page furniture yield nothing.

    Returns:
        Attributions in the order of their first words, those within others linked to them.
        The author's own voice is none.

    Method: STANDARDS 2; cues from ``cues.tsv`` with their frames in the parse, quotations
    by their marks and place.
    """
    scene = build_scene(layers, load_lexicon())
    drafts = [*find_verb_drafts(scene), *find_noun_drafts(scene), *find_aside_drafts(scene)]
    drafts = find_relay_drafts(scene, find_speech_drafts(scene, drafts))
    drafts = merge_learned(scene, drafts, find_learned_drafts(scene))
    drafts = settle_drafts(scene, link_hearers(scene, drafts))
    return attribute_posts(layers, link_drafts(scene, drafts, resolve_sources(scene, drafts)))

"""The whole of extraction for one report. Pure: layers in, extraction out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.accidents import find_accidents
from sayso.extract.answers import find_answers
from sayso.extract.attributions import find_attributions
from sayso.extract.claims import build_claims
from sayso.extract.conditions import find_conditions
from sayso.extract.containers import find_contexts, find_peoples
from sayso.extract.counts import find_counts
from sayso.extract.facts import find_facts
from sayso.extract.grave import find_grave
from sayso.extract.harm import find_harm
from sayso.extract.hospitals import find_hospitals
from sayso.extract.mentions.relations import find_relations
from sayso.extract.moments import find_moments
from sayso.extract.natures import find_natures
from sayso.extract.places import find_places
from sayso.extract.profiles import find_profiles
from sayso.extract.propositions import find_propositions
from sayso.extract.reactions import find_reactions
from sayso.extract.residents import find_residents
from sayso.extract.responsibility import find_hints, find_past_acts, find_responsibility
from sayso.extract.scatter import find_scatter
from sayso.extract.scene import read_scene
from sayso.extract.secondary import find_secondary
from sayso.extract.shares import find_shares
from sayso.extract.shots import find_shots
from sayso.extract.steps import draft_steps, find_steps
from sayso.extract.weapons import find_weapons
from sayso.extract.when import find_when
from sayso.model.extraction import Extraction

if TYPE_CHECKING:
    from sayso.model.layers import Layers

FINDERS = (
    find_natures,
    find_when,
    find_places,
    find_harm,
    find_shots,
    find_hospitals,
    find_grave,
    find_conditions,
    find_weapons,
    find_responsibility,
    find_past_acts,
    find_hints,
    find_facts,
    find_accidents,
    find_answers,
    find_profiles,
    find_counts,
    find_scatter,
    find_secondary,
    find_shares,
    find_residents,
    find_propositions,
)


def extract_report(layers: Layers) -> Extraction:
    """Everything one report yields: names, attributions, events and claims.

    Args:
        layers: Of one report, from any annotator.
    """
    scene = read_scene(layers)
    attributions = find_attributions(layers)
    drafts = [draft for find in FINDERS for draft in find(scene)]
    steps = find_steps(scene)
    drafts += draft_steps(steps, drafts)
    return Extraction(
        report=layers.report.id,
        mentions=scene.mentions,
        attributions=attributions,
        events=tuple(scene.events.mentions[key] for key in scene.events.mentions),
        claims=build_claims(scene, drafts, attributions),
        contexts=find_contexts(layers, scene.mentions),
        peoples=find_peoples(layers),
        ties=find_relations(layers, scene.mentions),
        moments=find_moments(scene, attributions),
        reactions=find_reactions(scene, attributions),
        steps=tuple(step.mention for step in steps),
    )

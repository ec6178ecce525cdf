"""Whether a report tells of an incident, and of which kind, by all that was found in it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.learned.role_labels import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.annotate.learned.candidates import Candidate
    from sayso.annotate.learned.roles import Scene
    from sayso.model.layers import Token

CUES = {
    "kidnap": ("kidnap", "abduct", "hostage", "ransom"),
    "bomb": ("bomb", "explo", "dynamit", "detonat", "blast", "blew", "grenade", "mortar"),
    "fire": ("arson", "burn", "fire", "torch"),
    "rob": ("rob", "loot", "stole", "steal"),
    "stoppage": ("strike", "stoppage"),
    "kill": ("kill", "murder", "assassin", "massacre", "slay", "slain"),
    "attack": ("attack", "ambush", "shot", "shoot", "fired", "raid"),
    "clash": ("clash", "combat", "fighting", "offensive", "casualt"),
    "talk": ("dialogue", "negotiat", "election", "congress", "talks", "trial", "extradit", "speech"),
}
"""Beginnings of words that speak of kinds of incident, and of other things (s)."""


def facts_of(
    scene: Scene, tokens: Sequence[Token], candidates: Sequence[Candidate], likely: Sequence[float]
) -> np.ndarray:
    """One row for a report: its scores, those of its sentences, its likeliest fillers, words, length."""
    ranked = np.sort(scene.sentences, axis=0)
    best, several = np.zeros(len(ROLES)), np.zeros(len(ROLES))
    for one, score in zip(candidates, likely, strict=True):
        best[one.role] = max(best[one.role], score)
        several[one.role] += score
    length = float(np.log(len(scene.tokens)))
    parts = [[1.0], scene.report, ranked[-1], ranked[-3:].mean(axis=0), best, np.sqrt(several), [length]]
    parts += _cues(scene, tokens)
    return np.concatenate(parts).astype(np.float32)


def _cues(scene: Scene, tokens: Sequence[Token]) -> list[np.ndarray]:
    """How often each group of words occurs, in the report and in its most relevant sentence."""
    top = scene.sentences[:, 0].argmax()
    often, there = np.zeros(len(CUES)), np.zeros(len(CUES))
    for at, row in zip(scene.tokens.tolist(), scene.rows.tolist(), strict=True):
        for number in _groups(tokens[at].text.lower()):
            often[number] += 1
            there[number] = max(there[number], row == top)
    return [np.log1p(often), there]


@lru_cache(maxsize=10_000)
def _groups(low: str) -> tuple[int, ...]:
    """The groups of cues that a word belongs to."""
    return tuple(number for number, group in enumerate(CUES.values()) if low.startswith(group))


def decide(facts: np.ndarray, head: Mapping[str, np.ndarray]) -> np.ndarray:
    """Scores of relevance and of each kind of incident for a report."""
    scores: np.ndarray = ((facts - head["verdict_mean"]) / head["verdict_scale"]) @ head["verdict"]
    return scores

"""What a comparison of two names says."""

from __future__ import annotations

import math
from dataclasses import dataclass

BIAS = -1.8
"""Points that two names start from: two things rather than one until something speaks for it."""

CONFLICT = -6.0
"""Points of what shuts out one thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing that speaks for or against two names being one thing's.

    Attributes:
        name: What was looked at, such as "surname" or "acronym".
        weight: Points (log-odds) it adds or takes; positive speaks for one thing.
        why: One plain clause.
    """

    name: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameComparison:
    """What two names say about being one thing's, without any context.

    Attributes:
        same: The decision on names alone.
        score: From 0 to 1; from 0.5 on they are taken for one thing's unless partial.
        partial: One is a part of the other, such as a surname of a full name: they can be one
            thing's, which the names alone cannot decide.
        veto: Something shuts out that they are one thing's.
        features: What the decision rests on, weightiest first.
    """

    same: bool
    score: float
    partial: bool
    veto: bool
    features: tuple[Feature, ...]

    @property
    def why(self) -> str:
        """The features as one sentence."""
        return "; ".join(feature.why for feature in self.features)


def conclude(
    features: list[Feature], *, partial: bool = False, veto: bool = False, supported: bool = True
) -> NameComparison:
    """Weigh the features.

    Args:
        features: What was found.
        partial: See NameComparison.
        veto: See NameComparison; it keeps the score under 0.2.
        supported: Whether something other than slips of the pen is shared; without it, never the same.
    """
    points = BIAS + sum(feature.weight for feature in features)
    score = 1 / (1 + math.exp(-max(-20.0, min(20.0, points))))
    if veto:
        score = min(score, 0.1)
    elif partial or not supported:
        score = min(score, 0.49)
    ordered = sorted(features, key=lambda feature: (-abs(feature.weight), feature.name, feature.why))
    return NameComparison(
        same=score >= 0.5,
        score=round(score, 4),
        partial=partial and not veto,
        veto=veto,
        features=tuple(ordered),
    )

"""The roles head at work: from what the encoder makes of a report to the layers of its incidents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.learned.candidates import features_of, find_candidates, judge
from sayso.annotate.learned.role_labels import CONFIDENCE, EFFECT, INCIDENT, ROLES
from sayso.annotate.learned.roles import kinds_of, likelihood, read_scene, shares
from sayso.annotate.learned.verdict import decide, facts_of
from sayso.model.layers import IncidentScores, RoleSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np

    from sayso.annotate.learned.candidates import Candidate
    from sayso.annotate.learned.roles import Scene
    from sayso.annotate.learned.windows import Window
from sayso.model.layers import Token

LEAST = 0.02
"""Strings that are less likely to fill a role are not kept (s)."""
PLACES = 4
"""Decimal places of a score."""


@dataclass(frozen=True, slots=True)
class IncidentLayers:
    """The layers of one report; see ``Layers``."""

    roles: tuple[RoleSpan, ...]
    report: IncidentScores | None
    sentences: tuple[IncidentScores | None, ...]


def find_incidents(
    windows: Sequence[Window],
    states: Sequence[np.ndarray],
    tokens: Sequence[Token],
    head: Mapping[str, np.ndarray],
    *,
    sentences: int,
) -> IncidentLayers:
    """Roles and kinds of incident in a report of at least one window and so many sentences."""
    return lay(read_scene(windows, states, tokens, head), tokens, head, sentences=sentences)


def lay(
    scene: Scene, tokens: Sequence[Token], head: Mapping[str, np.ndarray], *, sentences: int
) -> IncidentLayers:
    """The layers over what the head makes of a report."""
    candidates = find_candidates(scene, tokens, head)
    likely = judge(features_of(scene, tokens, candidates, head), head) if candidates else ()
    found = [
        span
        for one, score in zip(candidates, likely, strict=True)
        if score >= LEAST
        for span in _spans(scene, one, float(score), _values(scene, one, head))
    ]
    by_sentence: list[IncidentScores | None] = [None] * sentences
    for number, row in zip(scene.numbers, scene.sentences, strict=True):
        by_sentence[number] = _scores(row)
    found.sort(key=lambda one: (one.first, one.last, ROLES.index(one.role)))
    report = decide(facts_of(scene, tokens, candidates, [float(score) for score in likely]), head)
    return IncidentLayers(tuple(found), _scores(report), tuple(by_sentence))


def _spans(
    scene: Scene, one: Candidate, score: float, values: tuple[tuple[str, float], ...]
) -> Iterator[RoleSpan]:
    inside = 1 - scene.tags[:, one.role, 0]
    for first, last in one.runs:
        yield RoleSpan(
            first=int(scene.tokens[first]),
            last=int(scene.tokens[last - 1]) + 1,
            role=ROLES[one.role],
            score=round(score, PLACES),
            here=round(float(inside[first:last].mean()), PLACES),
            values=values,
        )


def _values(scene: Scene, one: Candidate, head: Mapping[str, np.ndarray]) -> tuple[tuple[str, float], ...]:
    """What is said of a filler, all its mentions taken together."""
    names: tuple[str, ...]
    if ROLES[one.role] == "perp_org":
        kind, names = "confidence", CONFIDENCE
    elif ROLES[one.role].startswith("victim"):
        kind, names = "effect", EFFECT
    else:
        return ()
    said = shares(kinds_of(scene, one.runs, kind, head).mean(axis=0))
    ranked = sorted(zip(names, said, strict=True), key=lambda pair: -pair[1])
    return tuple((name, round(float(share), PLACES)) for name, share in ranked)


def _scores(row: np.ndarray) -> IncidentScores:
    relevance, *types = (round(float(score), PLACES) for score in likelihood(row))
    return IncidentScores(relevance=relevance, types=tuple(zip(INCIDENT, types, strict=True)))

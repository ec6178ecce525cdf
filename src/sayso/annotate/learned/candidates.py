"""Strings of a report that may fill a role, each judged by all its mentions together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.learned.lexicon import familiarity
from sayso.annotate.learned.phrases import facts_of, find_phrases
from sayso.annotate.learned.role_labels import ROLES
from sayso.annotate.learned.roles import fills_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.annotate.learned.phrases import Phrase
    from sayso.annotate.learned.roles import Run, Scene
    from sayso.model.layers import Token

LEAST = -4.5
"""Strings with a lower score for a role are not looked at again (s)."""
NAMES = (
    "bias", "fills", "elsewhere", "best", "mean", "or", "first", "opens", "before", "after", "mentions",
    "report", "sentence", "sentence mean", "place", "sentence number", "length", "proper", "digits", "plural",
    "rank", "behind", "within", "holds", "rivals", "string", "string known", "last", "last known",
    *ROLES,
)  # fmt: skip
"""What is known of a candidate, in the order of a row."""
RANK, BEHIND, WITHIN, HOLDS, RIVALS = (
    NAMES.index(name) for name in ("rank", "behind", "within", "holds", "rivals")
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that may fill a role.

    Attributes:
        role: Index into ``ROLES``.
        words: The string in lower case, without marks and articles.
        runs: Places where it stands, in text order.
        score: The head's score that it fills the role, and its highest for any other.
    """

    role: int
    words: tuple[str, ...]
    runs: tuple[Run, ...]
    score: tuple[float, float]


def find_candidates(scene: Scene, tokens: Sequence[Token], head: Mapping[str, np.ndarray]) -> list[Candidate]:
    """All noun phrases that may fill a role, role by role, in text order."""
    phrases = find_phrases(scene.tokens, scene.rows, tokens)
    if not phrases:
        return []
    facts = facts_of(phrases, scene.tokens, scene.rows, tokens)
    scores = fills_of(scene, phrases, facts, head)
    return [one for role in range(len(ROLES)) for one in _of_role(phrases, scores, role)]


def _of_role(phrases: Sequence[Phrase], scores: np.ndarray, role: int) -> Iterator[Candidate]:
    others = np.delete(scores, role, axis=1).max(axis=1)
    for number in np.flatnonzero(scores[:, role] >= LEAST).tolist():
        one = phrases[number]
        yield Candidate(role, one.words, one.runs, (float(scores[number, role]), float(others[number])))


def features_of(
    scene: Scene, tokens: Sequence[Token], candidates: Sequence[Candidate], head: Mapping[str, np.ndarray]
) -> np.ndarray:
    """A row for every candidate, in the order of ``NAMES``."""
    rows = np.array([_row(scene, tokens, one, head) for one in candidates], dtype=np.float32)
    rows = rows.reshape(len(candidates), len(NAMES))
    for role in range(len(ROLES)):
        same = [i for i, one in enumerate(candidates) if one.role == role]
        scores = {i: candidates[i].score[0] for i in same}
        sets = {i: set(candidates[i].words) for i in same}
        for i in same:
            higher = [j for j in same if scores[j] > scores[i]]
            kin = [scores[j] for j in same if j != i and (sets[j] <= sets[i] or sets[i] <= sets[j])]
            rows[i, RANK] = min(len(higher), 8) / 2
            rows[i, BEHIND] = max(scores.values()) - scores[i]
            rows[i, WITHIN] = max((scores[j] - scores[i] for j in same if sets[i] < sets[j]), default=-6.0)
            rows[i, HOLDS] = max((scores[j] - scores[i] for j in same if sets[j] < sets[i]), default=-6.0)
            rows[i, RIVALS] = np.log1p(np.exp(kin).sum()) if kin else 0.0
    return rows


def _row(
    scene: Scene, tokens: Sequence[Token], one: Candidate, head: Mapping[str, np.ndarray]
) -> list[float]:
    tags = scene.tags[:, one.role]
    inside = 1 - tags[:, 0]
    here = [float(inside[slice(*run)].mean()) for run in one.runs]
    top = one.runs[int(np.argmax(here))]
    relevant = scene.sentences[scene.rows[[run[0] for run in one.runs]], 0]
    first = one.runs[0][0]
    held = [tokens[scene.tokens[at]] for at in range(*top)]
    either = -sum(math.log1p(-min(0.999, share)) for share in here)
    return [
        1.0,
        *one.score,
        _score(max(here)),
        float(np.mean([_score(share) for share in here])),
        math.log(max(math.expm1(min(either, 20.0)), 1e-4)),
        _score(here[0]),
        float(max(tags[run[0], 1] for run in one.runs)),
        float(inside[top[0] - 1]) if top[0] else 0.0,
        float(tags[top[1], 2]) if top[1] < len(tags) else 0.0,
        math.log1p(len(one.runs)),
        float(scene.report[0]),
        float(relevant.max()),
        float(relevant.mean()),
        float(scene.rows[first]) / len(scene.numbers),
        math.log1p(scene.rows[first]),
        math.log1p(len(one.words)),
        sum(token.pos == "PROPN" for token in held) / len(held),
        float(any(token.text[0].isdigit() or token.pos == "NUM" for token in held)),
        float(held[-1].tag in {"NNS", "NNPS"}),
        *(0.0,) * 5,  # what only a look at the others tells
        *familiarity(one.words, one.role, head),
        *(float(role == one.role) for role in range(len(ROLES))),
    ]


def _score(share: float) -> float:
    share = min(max(share, 1e-3), 1 - 1e-3)
    return math.log(share / (1 - share))


def judge(rows: np.ndarray, head: Mapping[str, np.ndarray]) -> np.ndarray:
    """How likely each candidate fills its role, from 0 to 1: the mean of several small networks."""
    scaled = (rows - head["choice_mean"]) / head["choice_scale"]
    hidden = np.tanh(np.einsum("nf,kfh->knh", scaled, head["choice_in"]) + head["choice_in_bias"][:, None])
    scores = np.einsum("knh,kh->kn", hidden, head["choice_out"]) + head["choice_out_bias"][:, None]
    found: np.ndarray = (1 / (1 + np.exp(-scores))).mean(axis=0)
    return found

"""Strings of a report that may fill a role, each judged by all its mentions together."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.learned.lexicon import familiarity
from sayso.annotate.learned.role_labels import INCIDENT, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.annotate.learned.roles import Run, Scene
    from sayso.model.layers import Token

LEVELS = (0.1, 0.5)
"""Words at least so likely inside are proposed; two levels give a long and a short reading (s)."""
BREAKS = frozenset("[]();")
LETTERS = re.compile(r"\w")
ARTICLES = frozenset({"a", "an", "the"})
TYPES = len(INCIDENT)
NAMES = (
    "bias", "best", "mean", "or", "first", "opens", "before", "after", "mentions", "occurrences", "rival",
    "report", "sentence", "sentence mean", "place", "sentence number", "length", "proper", "digits", "plural",
    "rank", "behind", "within", "holds", "string", "string known", "last", "last known",
    *(f"type {i}" for i in range(TYPES)), *ROLES,
)  # fmt: skip
"""What is known of a candidate, in the order of a row."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that may fill a role.

    Attributes:
        role: Index into ``ROLES``.
        words: The string in lower case, without marks and articles.
        runs: Where it was proposed, in text order.
        others: Where else it stands.
    """

    role: int
    words: tuple[str, ...]
    runs: tuple[Run, ...]
    others: tuple[Run, ...]


def find_candidates(scene: Scene, tokens: Sequence[Token]) -> list[Candidate]:
    """All strings that the tags propose, role by role, in text order."""
    plain = [plain_word(tokens[i].text) for i in scene.tokens]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(plain):
        places[word].append(at)
    found = []
    for role in range(len(ROLES)):
        groups: defaultdict[tuple[str, ...], list[Run]] = defaultdict(list)
        for run in proposed(scene, tokens, role):
            words = tuple(word for word in plain[slice(*run)] if word)
            if words:
                groups[words].append(run)
        found += [
            Candidate(role, words, tuple(runs), tuple(_elsewhere(words, runs, plain, places)))
            for words, runs in groups.items()
        ]
    return found


def proposed(scene: Scene, tokens: Sequence[Token], role: int) -> list[Run]:
    """Runs of words that are likely enough to fill the role, marks and articles at the edges left out."""
    tags = scene.tags[:, role]
    opens = tags[:, 1] > tags[:, 2]
    found: dict[Run, None] = {}
    for level in LEVELS:
        inside = (1 - tags[:, 0] >= level).tolist()
        start: int | None = None
        for at in range(len(inside) + 1):
            goes_on = at < len(inside) and inside[at] and tokens[scene.tokens[at]].text not in BREAKS
            fresh = goes_on and at > 0 and (opens[at] or _apart(scene, at))
            if start is not None and (not goes_on or fresh):
                found[_trimmed((start, at), scene, tokens)] = None
                start = None
            if goes_on and start is None:
                start = at
    return sorted(run for run in found if run[0] < run[1])


def _apart(scene: Scene, at: int) -> bool:
    return bool(scene.rows[at] != scene.rows[at - 1] or scene.tokens[at] != scene.tokens[at - 1] + 1)


def _trimmed(run: Run, scene: Scene, tokens: Sequence[Token]) -> Run:
    first, last = run
    while first < last and not plain_word(tokens[scene.tokens[first]].text):
        first += 1
    while first < last and not LETTERS.search(tokens[scene.tokens[last - 1]].text):
        last -= 1
    return first, last


def plain_word(word: str) -> str:
    """A word in lower case without marks; nothing for articles and for marks alone."""
    low = "".join(c for c in word.lower() if c.isalnum())
    return "" if low in ARTICLES else low


def _elsewhere(
    words: tuple[str, ...], runs: Sequence[Run], plain: Sequence[str], places: Mapping[str, Sequence[int]]
) -> Iterator[Run]:
    known = {first for first, _ in runs}
    for at in places[words[0]]:
        end = at + len(words)
        if at not in known and tuple(plain[at:end]) == words:
            yield at, end


def features_of(
    scene: Scene, tokens: Sequence[Token], candidates: Sequence[Candidate], head: Mapping[str, np.ndarray]
) -> np.ndarray:
    """A row for every candidate, in the order of ``NAMES``."""
    rows = np.array([_row(scene, tokens, one, head) for one in candidates], dtype=np.float32)
    rows = rows.reshape(len(candidates), len(NAMES))
    best = rows[:, NAMES.index("best")]
    for number, one in enumerate(candidates):
        same = [i for i, other in enumerate(candidates) if other.role == one.role]
        higher = [i for i in same if best[i] > best[number]]
        rows[number, NAMES.index("rank")] = min(len(higher), 5)
        rows[number, NAMES.index("behind")] = max((best[i] for i in same), default=0.0) - best[number]
        words = set(one.words)
        rows[number, NAMES.index("within")] = any(words < set(candidates[i].words) for i in same)
        rows[number, NAMES.index("holds")] = any(words > set(candidates[i].words) for i in same)
    return rows


def _row(
    scene: Scene, tokens: Sequence[Token], one: Candidate, head: Mapping[str, np.ndarray]
) -> list[float]:
    tags = scene.tags[:, one.role]
    inside = 1 - tags[:, 0]
    here = [_score(float(inside[slice(*run)].mean())) for run in one.runs]
    everywhere = here + [_score(float(inside[slice(*run)].mean())) for run in one.others]
    runs = (*one.runs, *one.others)
    top = one.runs[int(np.argmax(here))]
    rivals = np.delete(1 - scene.tags[slice(*top), :, 0], one.role, axis=1).mean(axis=0)
    relevant = scene.sentences[scene.rows[[run[0] for run in runs]], 0]
    first = min(run[0] for run in runs)
    held = [tokens[scene.tokens[at]] for at in range(*top)]
    either = -sum(float(np.log1p(-min(0.999, inside[slice(*run)].mean()))) for run in one.runs)
    return [
        1.0,
        max(here),
        float(np.mean(everywhere)),
        float(np.log(max(np.expm1(min(either, 20.0)), 1e-4))),
        here[0],
        float(max(tags[run[0], 1] for run in one.runs)),
        float(inside[top[0] - 1]) if top[0] else 0.0,
        float(tags[top[1], 2]) if top[1] < len(tags) else 0.0,
        float(np.log1p(len(one.runs))),
        float(np.log1p(len(runs))),
        _score(float(rivals.max())),
        float(scene.report[0]),
        float(relevant.max()),
        float(relevant.mean()),
        float(scene.rows[first]) / len(scene.numbers),
        float(np.log1p(scene.rows[first])),
        float(np.log1p(len(one.words))),
        float(np.mean([token.pos == "PROPN" for token in held])),
        float(any(token.text[0].isdigit() or token.pos == "NUM" for token in held)),
        float(held[-1].tag in {"NNS", "NNPS"}),
        *(0.0,) * 4,  # what only a look at the others tells
        *familiarity(one.words, one.role, head),
        *(float(score) for score in scene.report[1:]),
        *(float(role == one.role) for role in range(len(ROLES))),
    ]


def _score(share: float) -> float:
    share = min(max(share, 1e-3), 1 - 1e-3)
    return float(np.log(share / (1 - share)))


def judge(rows: np.ndarray, head: Mapping[str, np.ndarray]) -> np.ndarray:
    """How likely each candidate fills its role, from 0 to 1: the mean of several small networks."""
    scaled = (rows - head["choice_mean"]) / head["choice_scale"]
    hidden = np.tanh(np.einsum("nf,kfh->knh", scaled, head["choice_in"]) + head["choice_in_bias"][:, None])
    scores = np.einsum("knh,kh->kn", hidden, head["choice_out"]) + head["choice_out_bias"][:, None]
    found: np.ndarray = (1 / (1 + np.exp(-scores))).mean(axis=0)
    return found

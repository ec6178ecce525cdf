"""From the states of words to sources, cues and contents, and which belongs to which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))
"""What a word is labelled with: outside, first of a span, inside it."""
Run = tuple[int, int]
"""Places in a window, last excluded."""


@dataclass(frozen=True, slots=True)
class Found:
    """What belongs together in one window, in places of its words.

    Attributes:
        cue: None for content whose cue was not found.
        source: None where none is named.
        content: Empty for a cue without any.
        certainty: How sure the labels of the cue are, from 0 to 1; 0 without a cue.
    """

    source: Run | None
    cue: Run | None
    content: tuple[Run, ...]
    certainty: float


def best_labels(windows: Sequence[np.ndarray], head: Mapping[str, np.ndarray]) -> list[list[int]]:
    """The likeliest sequence of labels for each window.

    Args:
        windows: For each one row for a word, one column for a label; none empty.
        head: ``transitions`` from row to column, ``first`` and ``last`` labels.

    Method: Viterbi over a linear-chain conditional random field, all windows at once.
    """
    if not windows:
        return []
    lengths = np.array([len(scores) for scores in windows])
    whole = np.zeros((len(windows), lengths.max(), len(LABELS)), dtype=windows[0].dtype)
    for row, scores in zip(whole, windows, strict=True):
        row[: len(scores)] = scores
    steps = head["transitions"][None]
    best = head["first"] + whole[:, 0]
    back = np.empty((lengths.max(), len(windows), len(LABELS)), dtype=np.int64)
    for at in range(1, lengths.max()):
        reached = best[:, :, None] + steps
        back[at] = reached.argmax(axis=1)
        going = (at < lengths)[:, None]
        best = np.where(going, reached.max(axis=1) + whole[:, at], best)
    ends = (best + head["last"]).argmax(axis=1)
    return [
        _traced(back, number, int(end), int(length))
        for number, (end, length) in enumerate(zip(ends, lengths, strict=True))
    ]


def _traced(back: np.ndarray, window: int, label: int, length: int) -> list[int]:
    """The labels of one window, from its last one back."""
    labels = [label]
    for at in range(length - 1, 0, -1):
        label = int(back[at, window, label])
        labels.append(label)
    return labels[::-1]


def runs_by_role(labels: Sequence[int]) -> dict[str, list[Run]]:
    """The spans that a sequence of labels spells, by role.

    >>> runs_by_role([1, 2, 3, 0, 5, 6, 5])
    {'source': [(0, 2)], 'cue': [(2, 3)], 'content': [(4, 6), (6, 7)]}
    """
    runs: dict[str, list[Run]] = {role: [] for role in ROLES}
    before = 0
    for at, label in enumerate(labels):
        if label:
            role = ROLES[(label - 1) // 2]
            held = runs[role]
            if label % 2 == 0 and before and (before - 1) // 2 == (label - 1) // 2:
                held[-1] = (held[-1][0], at + 1)
            else:
                held.append((at, at + 1))
        before = label
    return runs


def find_groups(windows: Sequence[np.ndarray], head: Mapping[str, np.ndarray]) -> list[list[Found]]:
    """Sources, cues and contents of each window, put together.

    Args:
        windows: For each one row for a word: what the encoder makes of its first piece.
        head: The arrays of the trained head, by name.
    """
    scores = [states @ head["label_weight"] + head["label_bias"] for states in windows]
    labels = best_labels(scores, head)
    return [
        _groups(states, head, found, _shares(each)[np.arange(len(found)), found])
        for states, each, found in zip(windows, scores, labels, strict=True)
    ]


def _groups(
    states: np.ndarray, head: Mapping[str, np.ndarray], labels: Sequence[int], sure: np.ndarray
) -> list[Found]:
    runs = runs_by_role(labels)
    cues, sources = runs["cue"], runs["source"]
    said: dict[int | None, list[Run]] = {}
    owners = _choose(states, head, "content", runs["content"], cues)
    for content, owner in zip(runs["content"], owners, strict=True):
        said.setdefault(owner, []).append(content)
    speakers = _choose(states, head, "source", cues, sources)
    found = [
        Found(
            source=None if speaker is None else sources[speaker],
            cue=cue,
            content=tuple(said.get(number, ())),
            certainty=round(float(sure[slice(*cue)].mean()), 3),
        )
        for number, (cue, speaker) in enumerate(zip(cues, speakers, strict=True))
    ]
    return found + [
        Found(source=None, cue=None, content=(content,), certainty=0.0) for content in said.get(None, ())
    ]


def _shares(scores: np.ndarray) -> np.ndarray:
    """Scores as shares of one in every row (softmax)."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return shares


def _choose(
    states: np.ndarray,
    head: Mapping[str, np.ndarray],
    name: str,
    askers: Sequence[Run],
    choices: Sequence[Run],
) -> list[int | None]:
    """For every asker the number of the choice that fits it best; None where nothing fits better."""
    if not askers:
        return []
    asking = _ends(states, askers) @ head[f"{name}_ask"]
    none = asking @ head[f"{name}_none"]
    if not choices:
        return [None] * len(askers)
    fits = asking @ (_ends(states, choices) @ head[f"{name}_answer"]).T
    return [
        int(row.argmax()) if row.max() > nothing else None for row, nothing in zip(fits, none, strict=True)
    ]


def _ends(states: np.ndarray, runs: Sequence[Run]) -> np.ndarray:
    """The states of the first and the last word of every run, side by side."""
    return np.stack([np.concatenate([states[first], states[last - 1]]) for first, last in runs])

"""From the states of words to who did what to whom: tags, kinds of incident, what is said of a filler."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.learned.role_labels import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.annotate.learned.phrases import Phrase
    from sayso.annotate.learned.windows import Window
    from sayso.model.layers import Token

Run = tuple[int, int]
"""Places in the order of the words read, last excluded."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the head makes of one report.

    Attributes:
        tokens: For every word that was read its token, in text order.
        states: A row for every word.
        rows: For every word the row of its sentence below.
        numbers: For every row below the index of the sentence in the report.
        tags: For every word and role the shares of outside, first word, inside.
        sentences: For every sentence scores of relevance and of each kind of incident.
        report: The same scores for the whole report.
        sentence_vectors, report_vector: What the scores were made from.
    """

    tokens: np.ndarray
    states: np.ndarray
    rows: np.ndarray
    numbers: np.ndarray
    tags: np.ndarray
    sentences: np.ndarray
    report: np.ndarray
    sentence_vectors: np.ndarray
    report_vector: np.ndarray


def read_scene(
    windows: Sequence[Window],
    states: Sequence[np.ndarray],
    tokens: Sequence[Token],
    head: Mapping[str, np.ndarray],
) -> Scene:
    """The head's view of a report.

    Args:
        windows: At least one.
        states: For every window a row for each of its words.
        tokens: All tokens of the report.
        head: The arrays of the trained head, by name.
    """
    order = np.array([i for window in windows for i in window.tokens])
    words = np.concatenate(states)
    numbers, rows = np.unique([tokens[i].sentence for i in order], return_inverse=True)
    seen = _gelu(words @ head["middle"] + head["middle_bias"])
    sentences = np.full((len(numbers), seen.shape[1]), -1.0, dtype=seen.dtype)
    np.maximum.at(sentences, rows, seen)
    whole = np.concatenate([sentences.max(axis=0), sentences.mean(axis=0)])
    context = sentences @ head["tag_sentence"] + whole @ head["tag_report"]
    scores = words @ head["tag"] + head["tag_bias"] + context[rows]
    return Scene(
        tokens=order,
        states=words,
        rows=rows,
        numbers=numbers,
        tags=shares(scores.reshape(len(words), len(ROLES), 3)),
        sentences=sentences @ head["sentence"] + head["sentence_bias"],
        report=whole @ head["report"] + head["report_bias"],
        sentence_vectors=sentences,
        report_vector=whole,
    )


def kinds_of(scene: Scene, runs: Sequence[Run], name: str, head: Mapping[str, np.ndarray]) -> np.ndarray:
    """For every run of words scores of the values of ``confidence`` or ``effect``."""
    first = np.array([run[0] for run in runs])
    last = np.array([run[1] - 1 for run in runs])
    whole = np.broadcast_to(scene.report_vector, (len(runs), len(scene.report_vector)))
    parts = [scene.states[first], scene.states[last], scene.sentence_vectors[scene.rows[first]], whole]
    seen = _gelu(np.concatenate(parts, axis=1) @ head[f"mention_{name}"] + head[f"mention_{name}_bias"])
    scores: np.ndarray = seen @ head[f"kind_{name}"] + head[f"kind_{name}_bias"]
    return scores


def fills_of(
    scene: Scene, phrases: Sequence[Phrase], facts: np.ndarray, head: Mapping[str, np.ndarray]
) -> np.ndarray:
    """For every phrase (at least one) and role a score: does it fill the role, all its places together."""
    runs = np.array([run for one in phrases for run in one.runs])
    counts = np.array([len(one.runs) for one in phrases])
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    first, end = runs.T
    width = scene.states.shape[1]
    sums = np.concatenate([np.zeros((1, width), np.float32), np.cumsum(scene.states, axis=0)])
    mean = (sums[end] - sums[first]) / (end - first)[:, None].astype(np.float32)
    place = head["place"]
    seen = _gelu(
        _projected(scene.states, first, place[:width])
        + _projected(scene.states, end - 1, place[width : 2 * width])
        + mean @ place[2 * width : 3 * width]
        + _projected(scene.sentence_vectors, scene.rows[first], place[3 * width :])
        + (head["place_bias"] + scene.report_vector @ head["place_report"])
    )
    most = np.maximum.reduceat(seen, starts, axis=0)
    average = np.add.reduceat(seen, starts, axis=0) / counts[:, None].astype(np.float32)
    hidden = _gelu(np.concatenate([most, average, facts], axis=1) @ head["string"] + head["string_bias"])
    scores: np.ndarray = hidden @ head["fills"] + head["fills_bias"]
    return scores


def _projected(rows: np.ndarray, wanted: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The product for the wanted rows; each is computed once, however often it is wanted."""
    numbers, back = np.unique(wanted, return_inverse=True)
    found: np.ndarray = (rows[numbers] @ weight)[back]
    return found


def shares(scores: np.ndarray) -> np.ndarray:
    """Scores as shares of one along the last axis (softmax)."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: np.ndarray = raised / raised.sum(axis=-1, keepdims=True)
    return found


def likelihood(score: np.ndarray) -> np.ndarray:
    """Scores as numbers from 0 to 1, each by itself (logistic function)."""
    found: np.ndarray = 1 / (1 + np.exp(-score))
    return found


def _gelu(x: np.ndarray) -> np.ndarray:
    """The rectifier that the head was trained with, in its usual approximation by tanh."""
    found: np.ndarray = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return found

"""How surely a report holds an organisation responsible: the head's view and the words around."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sayso.annotate.learned.roles import kinds_of, shares

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.annotate.learned.roles import Run, Scene
    from sayso.model.layers import Token

CUES = {
    "claim": ("claim", "responsib", "admit", "credit", "vindicat"),
    "message": (
        "communique", "telephone", "call", "statement", "letter", "pamphlet", "note", "message", "leaflet",
    ),
    "accuse": ("accus", "blam", "attribut", "charg", "denounc", "responsible", "guilt", "condemn"),
    "suspect": (
        "suspect", "believ", "presum", "alleg", "apparent", "possib", "probab", "suppos", "think", "assum",
        "likely", "could", "may", "might", "seem",
    ),
    "authority": (
        "police", "army", "military", "authorit", "government", "official", "minister", "president", "armed",
        "colonel", "general", "spokes", "battalion", "brigade", "troop", "judge", "intelligence", "security",
        "commander",
    ),
    "hidden": ("clandest", "venceremos"),
    "say": ("said", "say", "report", "accord", "stated", "add", "reveal", "announc"),
    "threaten": ("threat", "warn", "vow", "plan", "intend"),
    "deny": ("deny", "denied", "reject", "acquit", "innocent"),
    "member": ("member", "guerrilla", "rebel", "terrorist", "subversive", "commando", "group", "column"),
    "act": (
        "kill", "murder", "attack", "assassinat", "kidnap", "bomb", "destroy", "blew", "dynamit", "shot",
        "abduct", "machinegun", "ambush", "set", "place", "explod", "carri",
    ),
}  # fmt: skip
"""Beginnings of words by what they say of responsibility (s)."""
OWN = frozenset({"we", "our", "us", "ours"})
CLAIMING = ("claim", "accept", "assum", "admit", "took", "taken", "taking", "acknowledg")
GROUPS = len(CUES) + 2
NEAR = 7
"""So many words to either side are near (s)."""


def cue_table(scene: Scene, tokens: Sequence[Token]) -> np.ndarray:
    """For every word that was read which groups of cues it belongs to."""
    lows = [tokens[i].text.lower() for i in scene.tokens]
    rows = [
        [*(low.startswith(group) for group in CUES.values()), low in OWN, _claims(lows, at)]
        for at, low in enumerate(lows)
    ]
    return np.array(rows, dtype=bool)


def _claims(lows: Sequence[str], at: int) -> bool:
    """Whether this word is the responsibility that somebody claims."""
    if not lows[at].startswith(("responsib", "credit")):
        return False
    return any(low.startswith(CLAIMING) for low in lows[max(0, at - NEAR) : at])


def facts_of(scene: Scene, tokens: Sequence[Token], runs: Sequence[Run], cues: np.ndarray) -> np.ndarray:
    """What stands around the mentions of an organisation: a row of numbers."""
    sentences = np.zeros((len(scene.numbers), GROUPS), dtype=bool)
    np.logical_or.at(sentences, scene.rows, cues)
    rows = scene.rows[[first for first, _ in runs]]
    near = np.array([_near(scene, run, cues) for run in runs])
    around = [sentences[max(0, row - 1) : row + 2].any(axis=0) for row in rows]
    deps = [tokens[scene.tokens[last - 1]].dep for _, last in runs]
    parts = [
        [1.0],
        sentences[rows].mean(axis=0),
        sentences[rows].any(axis=0),
        np.any(around, axis=0),
        near.any(axis=0),
        near.mean(axis=0),
        sentences.any(axis=0),
        [np.log1p(len(runs)), rows.min() / len(scene.numbers)],
        [np.mean([dep.startswith("nsubj") for dep in deps]), np.mean([dep == "pobj" for dep in deps])],
    ]
    return np.concatenate(parts).astype(np.float32)


def _near(scene: Scene, run: Run, cues: np.ndarray) -> np.ndarray:
    """Cues shortly before and shortly behind a mention, in its sentence."""
    first, last = run
    same = scene.rows == scene.rows[first]
    before = slice(max(0, first - NEAR), first)
    behind = slice(last, last + NEAR)
    return np.concatenate([(cues[part] & same[part, None]).any(axis=0) for part in (before, behind)])


def confidence_of(
    scene: Scene,
    tokens: Sequence[Token],
    runs: Sequence[Run],
    cues: np.ndarray,
    head: Mapping[str, np.ndarray],
) -> np.ndarray:
    """Shares of the values of ``CONFIDENCE`` for an organisation with these mentions."""
    seen = shares(kinds_of(scene, runs, "confidence", head).mean(axis=0))
    facts = (facts_of(scene, tokens, runs, cues) - head["cue_mean"]) / head["cue_scale"]
    said = shares(facts @ head["cue"])
    return shares(np.log(said) + head["cue_mix"][0] * np.log(seen + 1e-6))

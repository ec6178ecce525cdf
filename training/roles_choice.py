"""Fit the last step of the roles head: which of the proposed strings fill a role.

    python training/roles_choice.py --train MUC.jsonl --cache FOLDER --held FOLD CHECKPOINT.pt ARRAYS.npz

It must see reports that the checkpoint was not trained on, since the tags of others are too sure:
CHECKPOINT.pt was trained without FOLD, and the candidates of FOLD are what is learned from. The
arrays of the choice are written; ``training/export.py`` puts them beside those of the head.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from attribution import Example, load_articles, padded, word_states
from encoder import WIDTH, Encoder
from roles import FOLDS, Key, fillers, plain
from roles_head import RolesHead
from roles_lexicon import lexicon
from sayso.annotate.learned.candidates import Candidate, features_of, find_candidates, judge
from sayso.annotate.learned.role_labels import ROLES
from sayso.annotate.learned.roles import Scene, read_scene
from sayso.annotate.learned.verdict import facts_of
from sayso.annotate.learned.windows import cut_windows

NETWORKS, HIDDEN, STEPS = 8, 24, 400


def scenes(
    checkpoint: Path, pairs: list[tuple[Any, Any]]
) -> tuple[list[Scene | None], dict[str, np.ndarray]]:
    """What encoder and head make of some reports, and the head's arrays."""
    state = torch.load(checkpoint)
    encoder, head = Encoder(), RolesHead(WIDTH)
    for part, name in ((encoder, "encoder."), (head, "roles.")):
        part.load_state_dict({k.removeprefix(name): v for k, v in state.items() if k.startswith(name)})
        part.eval()
    arrays = {name: value.numpy() for name, value in head.arrays().items()}
    found: list[Scene | None] = []
    for _, layers in pairs:
        windows = cut_windows(layers.tokens, layers.sentences, layers.quotes, layers.names)
        if not windows:
            found.append(None)
            continue
        with torch.no_grad():
            states = word_states(encoder, padded([Example(w, []) for w in windows], None, 0.0)).numpy()
        rows = [row[: len(w.tokens)] for row, w in zip(states, windows, strict=True)]
        found.append(read_scene(windows, rows, layers.tokens, arrays))
    return found, arrays


def right(record: dict[str, Any], candidates: list[Candidate]) -> np.ndarray:
    """For every candidate whether the key has it."""
    known = {(ROLES.index(role), plain(s)) for role, strings in fillers(record) for s in strings}
    return np.array([(one.role, "".join(one.words)) in known for one in candidates], dtype=np.float32)


def fit(rows: np.ndarray, known: np.ndarray, seed: int = 7) -> dict[str, np.ndarray]:
    """Several small networks from different beginnings; their mean is the judgement."""
    torch.manual_seed(seed)
    mean, scale = rows.mean(0), rows.std(0) + 1e-3
    mean[0] = 0.0
    scale[0] = 1.0
    x, y = torch.from_numpy((rows - mean) / scale), torch.from_numpy(known)
    width = rows.shape[1]
    into = nn.Parameter(torch.randn(NETWORKS, width, HIDDEN) * width**-0.5)
    into_bias = nn.Parameter(torch.zeros(NETWORKS, HIDDEN))
    out = nn.Parameter(torch.randn(NETWORKS, HIDDEN) * HIDDEN**-0.5)
    out_bias = nn.Parameter(torch.zeros(NETWORKS))
    optimizer = torch.optim.AdamW([into, into_bias, out, out_bias], lr=1e-2, weight_decay=1.0)
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = 1e-2 * (1 - step / STEPS)
        picked = torch.randint(len(x), (min(len(x), 2048),))
        hidden = torch.tanh(torch.einsum("nf,kfh->knh", x[picked], into) + into_bias[:, None])
        hidden = functional.dropout(hidden, 0.2)
        scores = torch.einsum("knh,kh->kn", hidden, out) + out_bias[:, None]
        loss = functional.binary_cross_entropy_with_logits(scores, y[picked].expand(NETWORKS, -1))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    parts = {"in": into, "in_bias": into_bias, "out": out, "out_bias": out_bias}
    found = {f"choice_{name}": value.detach().numpy() for name, value in parts.items()}
    return {**found, "choice_mean": mean, "choice_scale": scale}


def fit_verdict(facts: np.ndarray, known: np.ndarray, strength: float = 0.04) -> dict[str, np.ndarray]:
    """A linear judgement of the whole report, held near zero."""
    mean, scale = facts.mean(0), facts.std(0) + 1e-3
    mean[0], scale[0] = 0.0, 1.0
    x, y = torch.from_numpy((facts - mean) / scale), torch.from_numpy(known)
    weight = torch.zeros(facts.shape[1], known.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([weight], max_iter=100)

    def loss() -> Any:
        optimizer.zero_grad()
        misfit = functional.binary_cross_entropy_with_logits(x @ weight, y)
        whole = misfit + strength * (weight[1:] ** 2).sum() / known.shape[1]
        whole.backward()
        return whole

    optimizer.step(loss)
    return {"verdict": weight.detach().numpy(), "verdict_mean": mean, "verdict_scale": scale}


def main() -> None:
    """Fit on the reports that were held out; write the arrays."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--held", type=int, default=0)
    options = parser.parse_args()
    pairs = load_articles(options.train, options.cache)
    held = [p for i, p in enumerate(pairs) if i % FOLDS == options.held]
    rest = [p for i, p in enumerate(pairs) if i % FOLDS != options.held]
    found, head = scenes(options.checkpoint, held)
    arrays = choose(held, found, {**head, **lexicon(rest)})
    np.savez(options.out, **arrays, **lexicon(pairs))


def choose(
    pairs: list[tuple[Any, Any]], found: list[Scene | None], head: dict[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """The arrays of both judgements; the second learns from what the first says of unseen reports."""
    read = [(pair, scene) for pair, scene in zip(pairs, found, strict=True) if scene is not None]
    candidates = [find_candidates(scene, layers.tokens, head) for (_, layers), scene in read]
    rows = [
        features_of(scene, layers.tokens, here, head)
        for ((_, layers), scene), here in zip(read, candidates, strict=True)
    ]
    known = [right(record, here) for ((record, _), _), here in zip(read, candidates, strict=True)]

    def fitted(part: int | None) -> dict[str, np.ndarray]:
        kept = [i for i in range(len(read)) if i % FOLDS != part]
        return fit(np.concatenate([rows[i] for i in kept]), np.concatenate([known[i] for i in kept]))

    heads = [fitted(part) for part in range(FOLDS)]
    facts = []
    for number, ((_, layers), scene) in enumerate(read):
        likely = judge(rows[number], heads[number % FOLDS]) if len(rows[number]) else np.zeros(0)
        facts.append(facts_of(scene, layers.tokens, candidates[number], likely.tolist()))
    labels = np.stack([Key(*pair).labels for pair, _ in read])
    print({"candidates": sum(map(len, rows)), "right": int(sum(k.sum() for k in known))})
    return {**fitted(None), **fit_verdict(np.stack(facts), labels)}


if __name__ == "__main__":
    main()

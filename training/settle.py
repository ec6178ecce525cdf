"""Let the attribution head settle on an encoder that has since learned roles too.

    python training/settle.py CHECKPOINT.pt OUT.pt --attributions POLNEAR.jsonl --cache FOLDER

The encoder stays as it is, so its states are computed once. The head learns from the labels and
from what the teachers said, which ``training/roles.py`` left in the cache.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from attribution import Example, gold_runs, load_articles, load_teacher, padded, word_states
from roles import soft
from sayso.annotate.learned.windows import cut_windows

EPOCHS, RATE, BATCH, SEED = 4, 4e-4, 24, 7
Row = tuple[Example, Tensor, Tensor]


def read_all(encoder: Any, articles: list[Any], taught: Any) -> list[Row]:
    """Every window with the states of its words and what the teachers said of them."""
    found: list[Row] = []
    for (record, layers), shares in zip(articles, taught, strict=True):
        windows = cut_windows(layers.tokens, layers.sentences, layers.quotes, layers.names)
        if not windows:
            continue
        examples = [Example(window, gold_runs(record, layers)) for window in windows]
        with torch.no_grad():
            states = word_states(encoder, padded(examples, None, 0.0))
        for example, row in zip(examples, states, strict=True):
            tokens = list(example.window.tokens)
            found.append((example, row[: len(tokens)].half(), torch.from_numpy(shares[tokens])))
    return found


def loss_of(head: Any, rows: list[Row]) -> Tensor:
    """The losses of ``training/attribution.py`` together."""
    lengths = torch.tensor([len(states) for _, states, _ in rows])
    states = torch.nn.utils.rnn.pad_sequence([states.float() for _, states, _ in rows], batch_first=True)
    states = functional.dropout(states, 0.1)
    labels = torch.nn.utils.rnn.pad_sequence(
        [torch.from_numpy(example.labels) for example, _, _ in rows], batch_first=True, padding_value=-1
    )
    links, asked = torch.zeros(()), 1
    for i, (example, _, _) in enumerate(rows):
        for name, (askers, choices, right) in example.links.items():
            parts = (torch.from_numpy(part) for part in (askers, choices, right))
            links = links + head.link_loss(states[i], name, *parts)
            asked += len(right)
    taught = soft(head.label(states)[labels >= 0], torch.cat([shares for _, _, shares in rows]))
    whole: Tensor = head.label_loss(states, labels, lengths) + taught + 0.1 * links / asked
    return whole


def main() -> None:
    """Settle the head of the checkpoint named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--attributions", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    encoder, head = load_teacher(options.checkpoint)
    taught = np.load(options.cache / "taught.npz", allow_pickle=True)["taught"]
    rows = read_all(encoder, load_articles(options.attributions, options.cache), taught)
    rows.sort(key=lambda row: len(row[1]))
    batches = [rows[i : i + BATCH] for i in range(0, len(rows), BATCH)]
    optimizer = torch.optim.AdamW(head.train().parameters(), lr=RATE, weight_decay=0.01)
    for epoch in range(EPOCHS):
        rng.shuffle(batches)
        told = 0.0
        for number, batch in enumerate(batches):
            for group in optimizer.param_groups:
                group["lr"] = RATE * (1 - (epoch + number / len(batches)) / EPOCHS)
            loss = loss_of(head, batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            told += loss.item()
        print(f"epoch {epoch} {told / len(batches):.4f}", flush=True)
    state = torch.load(options.checkpoint)
    torch.save({**state, **head.state_dict(prefix="head.")}, options.out)


if __name__ == "__main__":
    main()

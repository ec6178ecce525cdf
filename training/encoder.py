"""The encoder in torch, for training only: BERT's layers over word pieces and what is known of each word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.annotate.learned.features import SIZES

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, LAYERS, HEADS, VOCABULARY, PLACES = 384, 6, 12, 30522, 512


class Dropout(nn.Module):
    """Dropout from numpy's bytes: on a processor torch's own spends half the time of training on chance."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.below = round(256 * share)
        self.chance = np.random.default_rng(torch.initial_seed())

    def forward(self, x: Tensor) -> Tensor:
        """Zero about ``share`` of the numbers and raise the rest, while training."""
        if not self.training or not self.below:
            return x
        drawn = torch.frombuffer(bytearray(self.chance.bytes(x.numel())), dtype=torch.uint8)
        keep = (drawn >= self.below).view(x.shape)
        return x * (keep.to(x.dtype) * (256 / (256 - self.below)))


class Layer(nn.Module):
    """Self-attention and two dense layers, each with a short cut and a norm after it (BERT)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """One layer; the mask, if any, is added to the scores of attention."""
        batch, length, _ = x.shape
        asked, keys, values = (
            part.view(batch, length, HEADS, -1).transpose(1, 2) for part in self.mix(x).chunk(3, -1)
        )
        scores = (asked @ keys.transpose(2, 3)) * (WIDTH // HEADS) ** -0.5
        if mask is not None:
            scores = scores + mask.to(asked.dtype)
        seen = scores.softmax(3).to(values.dtype) @ values
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        dense = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + self.drop(dense))


class Encoder(nn.Module):
    """MiniLM with a learned vector for each value of each feature, added to the word pieces'."""

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in SIZES)
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.drop = Dropout(dropout)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """States of all pieces; ``mask`` is 1 for a piece and 0 for filling, None if nothing is filled."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.places(places)[None]
        for number, table in enumerate(self.features):
            x = x + table(features[:, :, number])
        x = self.drop(self.norm(x))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_base(self, path: Path) -> None:
        """Take over the weights of a packaged MiniLM (names as in BERT)."""
        base = load_file(path)
        base = {name.removeprefix("bert."): value for name, value in base.items()}
        embed = "embeddings."
        with torch.no_grad():
            self.words.weight.copy_(base[f"{embed}word_embeddings.weight"])
            self.places.weight.copy_(
                base[f"{embed}position_embeddings.weight"] + base[f"{embed}token_type_embeddings.weight"][0]
            )
            _norm(self.norm, base, f"{embed}LayerNorm")
            for number, layer in enumerate(self.layers):
                name = f"encoder.layer.{number}."
                parts = [f"{name}attention.self.{part}" for part in ("query", "key", "value")]
                for kind in ("weight", "bias"):
                    whole = torch.cat([base[f"{part}.{kind}"] for part in parts])
                    getattr(layer.mix, kind).copy_(whole)
                    getattr(layer.out, kind).copy_(base[f"{name}attention.output.dense.{kind}"])
                    getattr(layer.up, kind).copy_(base[f"{name}intermediate.dense.{kind}"])
                    getattr(layer.down, kind).copy_(base[f"{name}output.dense.{kind}"])
                _norm(layer.norm1, base, f"{name}attention.output.LayerNorm")
                _norm(layer.norm2, base, f"{name}output.LayerNorm")


def _norm(norm: nn.LayerNorm, base: dict[str, Tensor], name: str) -> None:
    norm.weight.copy_(base[f"{name}.weight"])
    norm.bias.copy_(base[f"{name}.bias"])

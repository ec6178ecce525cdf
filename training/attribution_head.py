"""The head that labels sources, cues and contents and says which belong together, in torch."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.annotate.learned.decoding import LABELS

ASKED = 128


class AttributionHead(nn.Module):
    """A linear layer with a conditional random field for the labels, and two choices for the links."""

    def __init__(self, width: int) -> None:
        super().__init__()
        size = len(LABELS)
        self.label = nn.Linear(width, size)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.first = nn.Parameter(torch.zeros(size))
        self.last = nn.Parameter(torch.zeros(size))
        self.ask = nn.ModuleDict(
            {name: nn.Linear(2 * width, ASKED, bias=False) for name in ("source", "content")}
        )
        self.answer = nn.ModuleDict(
            {name: nn.Linear(2 * width, ASKED, bias=False) for name in ("source", "content")}
        )
        self.none = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(ASKED)) for name in ("source", "content")}
        )
        with torch.no_grad():  # inside follows only its own first or inside
            for to, name in enumerate(LABELS):
                if name.startswith("I-"):
                    self.first[to] = -4.0
                    for before, other in enumerate(LABELS):
                        if other[2:] != name[2:]:
                            self.transitions[before, to] = -4.0

    def label_loss(self, states: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """Mean over words of the negative log-likelihood of the labels; -1 fills short windows."""
        scores = self.label(states)
        known = labels.clamp(min=0)
        inside = labels >= 0
        gold = scores.gather(2, known[:, :, None])[:, :, 0]
        steps = self.transitions[known[:, :-1], known[:, 1:]]
        last = known.gather(1, (lengths - 1)[:, None])[:, 0]
        path = (
            (gold * inside).sum(1)
            + (steps * inside[:, 1:]).sum(1)
            + self.first[known[:, 0]]
            + self.last[last]
        )
        reach = self.first + scores[:, 0]
        for at in range(1, scores.shape[1]):
            onward = torch.logsumexp(reach[:, :, None] + self.transitions, 1) + scores[:, at]
            reach = torch.where(inside[:, at, None], onward, reach)
        whole = torch.logsumexp(reach + self.last, 1)
        return (whole - path).sum() / inside.sum()

    def link_loss(self, states: Tensor, name: str, askers: Tensor, choices: Tensor, right: Tensor) -> Tensor:
        """Cross-entropy of choosing, for runs of one window, the right choice (0: none)."""
        asking = self.ask[name](_ends(states, askers))
        scores = asking @ self.none[name][:, None]
        if len(choices):
            scores = torch.cat([scores, asking @ self.answer[name](_ends(states, choices)).T], 1)
        return functional.cross_entropy(scores, right, reduction="sum")

    def arrays(self) -> dict[str, Tensor]:
        """All weights under the names that ``sayso.annotate.learned.decoding`` reads."""
        found = {
            "label_weight": self.label.weight.T,
            "label_bias": self.label.bias,
            "transitions": self.transitions,
            "first": self.first,
            "last": self.last,
        }
        for name in ("source", "content"):
            found[f"{name}_ask"] = self.ask[name].weight.T
            found[f"{name}_answer"] = self.answer[name].weight.T
            found[f"{name}_none"] = self.none[name]
        return {name: value.detach().float().contiguous() for name, value in found.items()}


def _ends(states: Tensor, runs: Tensor) -> Tensor:
    return torch.cat([states[runs[:, 0]], states[runs[:, 1] - 1]], 1)

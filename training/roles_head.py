"""The head that finds who did what to whom in a report, in torch."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu as exact_gelu

from sayso.annotate.learned.phrases import FACTS
from sayso.annotate.learned.role_labels import CONFIDENCE, EFFECT, INCIDENT, ROLES

MIDDLE, MENTION = 128, 192
KINDS = {"confidence": len(CONFIDENCE), "effect": len(EFFECT)}


@dataclass(frozen=True)
class Reports:
    """Whole reports as the head reads them: their words in one row after the other.

    Attributes:
        words: States of all words.
        sentence: For every word the number of its sentence.
        report: For every sentence the number of its report.
    """

    words: Tensor
    sentence: Tensor
    report: Tensor


@dataclass(frozen=True)
class Strings:
    """Strings of reports that may fill a role.

    Attributes:
        runs: Places of all their mentions in the row of words, last excluded.
        owner: For every mention the number of its string.
        facts: A row of ``sayso.annotate.learned.phrases.facts_of`` for every string.
    """

    runs: Tensor
    owner: Tensor
    facts: Tensor


@dataclass(frozen=True)
class Views:
    """What the head makes of reports, of their sentences and of themselves."""

    tags: Tensor
    sentences: Tensor
    reports: Tensor
    sentence_vectors: Tensor
    report_vectors: Tensor


class RolesHead(nn.Module):
    """Tags for the words, with the sentence and the report in view; kinds of incident for both."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.middle = nn.Linear(width, MIDDLE)
        self.tag = nn.Linear(width, 3 * len(ROLES))
        self.tag_sentence = nn.Linear(MIDDLE, 3 * len(ROLES), bias=False)
        self.tag_report = nn.Linear(2 * MIDDLE, 3 * len(ROLES), bias=False)
        self.sentence = nn.Linear(MIDDLE, 1 + len(INCIDENT))
        self.report = nn.Linear(2 * MIDDLE, 1 + len(INCIDENT))
        self.mention = nn.ModuleDict({name: nn.Linear(2 * width + 3 * MIDDLE, 64) for name in KINDS})
        self.kind = nn.ModuleDict({name: nn.Linear(64, size) for name, size in KINDS.items()})
        self.place = nn.Linear(3 * width + MIDDLE, MENTION)
        self.place_report = nn.Linear(2 * MIDDLE, MENTION, bias=False)
        self.string = nn.Linear(2 * MENTION + FACTS, MENTION)
        self.fills = nn.Linear(MENTION, len(ROLES))
        self.drop = nn.Dropout(0.2)
        with torch.no_grad():  # hardly any word fills a role
            self.tag.bias.view(len(ROLES), 3)[:, 0] = 5.0
            self.fills.bias[:] = -4.0

    def forward(self, reports: Reports) -> Views:
        """All scores of some reports."""
        seen = gelu(self.middle(self.drop(reports.words)))
        sentences = _highest(seen, reports.sentence, len(reports.report))
        count = int(reports.report.max()) + 1
        most = _highest(sentences, reports.report, count)
        total = torch.zeros(count, MIDDLE).index_add(0, reports.report, sentences)
        mean = total / torch.bincount(reports.report, minlength=count)[:, None]
        whole = torch.cat([most, mean], 1)
        here, around = self.drop(sentences), self.drop(whole)
        context = self.tag_sentence(here) + self.tag_report(around)[reports.report]
        tags = self.tag(self.drop(reports.words)) + context[reports.sentence]
        return Views(
            tags=tags.view(len(tags), len(ROLES), 3),
            sentences=self.sentence(here),
            reports=self.report(around),
            sentence_vectors=sentences,
            report_vectors=whole,
        )

    def kinds(self, name: str, reports: Reports, views: Views, runs: Tensor) -> Tensor:
        """Scores for what is said of the mentions at these runs of words."""
        sentence = reports.sentence[runs[:, 0]]
        parts = [
            reports.words[runs[:, 0]],
            reports.words[runs[:, 1] - 1],
            views.sentence_vectors[sentence],
            views.report_vectors[reports.report[sentence]],
        ]
        scores: Tensor = self.kind[name](gelu(self.mention[name](self.drop(torch.cat(parts, 1)))))
        return scores

    def strings(self, reports: Reports, views: Views, strings: Strings) -> Tensor:
        """For every string and role a score: does it fill the role, all its places seen together."""
        first, end = strings.runs[:, 0], strings.runs[:, 1]
        sums = torch.cat([torch.zeros(1, reports.words.shape[1]), reports.words.cumsum(0)])
        mean = (sums[end] - sums[first]) / (end - first)[:, None]
        sentence = reports.sentence[first]
        parts = [reports.words[first], reports.words[end - 1], mean, views.sentence_vectors[sentence]]
        whole = self.place_report(self.drop(views.report_vectors))[reports.report[sentence]]
        seen = gelu(self.place(self.drop(torch.cat(parts, 1))) + whole)
        count = len(strings.facts)
        most = _highest(seen, strings.owner, count)
        total = torch.zeros(count, MENTION).index_add(0, strings.owner, seen)
        both = torch.cat([most, total / torch.bincount(strings.owner, minlength=count)[:, None]], 1)
        scores: Tensor = self.fills(
            self.drop(gelu(self.string(torch.cat([self.drop(both), strings.facts], 1))))
        )
        return scores

    def arrays(self) -> dict[str, Tensor]:
        """All weights under the names that ``sayso.annotate.learned.roles`` reads."""
        found = {}
        for name, value in self.state_dict().items():
            plain = name.replace(".", "_").removesuffix("_weight")
            found[plain] = value.T if value.ndim == 2 else value
        return {name: value.detach().float().contiguous() for name, value in found.items()}


def _highest(rows: Tensor, group: Tensor, count: int) -> Tensor:
    """For every group the highest value of each column."""
    where = group[:, None].expand_as(rows)
    return torch.full((count, rows.shape[1]), -1.0).scatter_reduce(0, where, rows, "amax")


def gelu(x: Tensor) -> Tensor:
    """The rectifier in the approximation that numpy computes at run time."""
    return exact_gelu(x, approximate="tanh")

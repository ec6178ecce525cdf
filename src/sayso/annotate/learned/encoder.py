"""The encoder at work: once over a report, then each head upon its states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.annotate.learned.decoding import find_groups
from sayso.annotate.learned.incidents import IncidentLayers, find_incidents
from sayso.annotate.learned.windows import cut_windows
from sayso.model.layers import Saying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.annotate.learned.decoding import Run
    from sayso.annotate.learned.windows import Window
    from sayso.model.layers import NamedSpan, Quote, Sentence, Token

FOLDER = Path(__file__).parent
ENCODER = FOLDER / "encoder.onnx"
ATTRIBUTION = FOLDER / "attribution.npz"
ROLES = FOLDER / "roles.npz"


@dataclass(frozen=True, slots=True)
class Seen:
    """A report's windows, and for each what the encoder makes of its words."""

    windows: list[Window]
    states: list[np.ndarray]


class LearnedLayers:
    """One encoder and the heads that read its states.

    A report's windows are read one by one, so that no window depends on another. Further
    heads read the same states; the encoder never runs twice over a report.
    """

    def __init__(
        self, session: Any, attribution: dict[str, np.ndarray], roles: dict[str, np.ndarray]
    ) -> None:
        self._session = session
        self._attribution = attribution
        self._roles = roles

    def read(
        self,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        quotes: Sequence[Quote],
        names: Sequence[NamedSpan],
    ) -> Seen:
        """Runs the encoder over a report; every head reads what comes out."""
        windows = cut_windows(tokens, sentences, quotes, names)
        return Seen(windows, [self.states(window) for window in windows])

    def states(self, window: Window) -> np.ndarray:
        """One row of numbers for every word of a window: the state of its first piece."""
        inputs = {"pieces": window.pieces[None], "features": window.features[None]}
        states: np.ndarray = self._session.run(["states"], inputs)[0][0][window.starts]
        return states

    def sayings(self, seen: Seen) -> tuple[Saying, ...]:
        """What the attribution head finds in a report, in text order; see ``Saying``."""
        found = []
        groups = find_groups(seen.states, self._attribution)
        for window, here in zip(seen.windows, groups, strict=True):
            for group in here:
                content = tuple(_in_report(run, window) for run in group.content)
                if content:
                    source = None if group.source is None else _in_report(group.source, window)
                    cue = None if group.cue is None else _in_report(group.cue, window)
                    found.append(Saying(source=source, cue=cue, content=content, certainty=group.certainty))
        return tuple(found)

    def incidents(self, seen: Seen, tokens: Sequence[Token], *, sentences: int) -> IncidentLayers:
        """What the roles head finds in a report of so many sentences; see ``RoleSpan``."""
        if not seen.windows:
            return IncidentLayers((), None, (None,) * sentences)
        return find_incidents(seen.windows, seen.states, tokens, self._roles, sentences=sentences)


def _in_report(run: Run, window: Window) -> Run:
    return window.tokens[run[0]], window.tokens[run[1] - 1] + 1


@cache
def load_learned() -> LearnedLayers:
    """The packaged encoder and heads, loaded once in a process; they use one core."""
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415 - commands that do not analyse never need it

    # its Windows builds report use to their maker unless told not to; nothing leaves this machine
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(ENCODER), options, providers=["CPUExecutionProvider"])
    return LearnedLayers(session, _arrays(ATTRIBUTION), _arrays(ROLES))


def _arrays(path: Path) -> dict[str, np.ndarray]:
    with np.load(path) as arrays:
        return {
            name: array if array.dtype == np.uint32 else array.astype(np.float32)
            for name, array in arrays.items()
        }

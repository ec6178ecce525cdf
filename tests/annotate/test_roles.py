from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.annotate.learned.candidates import NAMES, features_of, find_candidates, judge
from sayso.annotate.learned.encoder import ENCODER, FOLDER, load_learned
from sayso.annotate.learned.role_labels import CONFIDENCE, EFFECT, INCIDENT, ROLES
from sayso.annotate.learned.roles import read_scene
from sayso.annotate.learned.windows import cut_windows

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

    Lay = Callable[..., Layers]

ATTACK = (
    "Guerrillas of the Red Dawn Front attacked the home of Mayor Luis Ordaz with dynamite in Santa Rita, "
    "El Salvador, on Friday. The mayor and two peasants were killed. The Red Dawn Front claimed "
    "responsibility in a call to a radio station."
)
BAKING = "Dana Walker opened a bakery by the river. She sells bread, and on Sundays she sells cake."
MOST = 30_000_000


def found(layers: Layers, role: str, least: float) -> set[str]:
    return {
        layers.report.text[layers.tokens[one.first].start : layers.tokens[one.last - 1].end].lower()
        for one in layers.roles
        if one.role == role and one.score >= least
    }


@pytest.mark.parametrize("text", [ATTACK, ATTACK.upper()])
def test_roles_are_found_in_either_case(lay: Lay, text: str) -> None:
    layers = lay(text)
    assert layers.incident is not None
    assert layers.incident.relevance > 0.5
    assert any("red dawn front" in one for one in found(layers, "perp_org", 0.3))
    assert "luis ordaz" in found(layers, "victim", 0.3)
    assert "dynamite" in found(layers, "weapon", 0.3)


def test_a_report_of_something_else_is_not_relevant(lay: Lay) -> None:
    layers = lay(BAKING)
    assert layers.incident is not None
    assert layers.incident.relevance < 0.3


def test_a_report_without_words_has_no_incident(lay: Lay) -> None:
    layers = lay("")
    assert layers.incident is None
    assert layers.roles == ()


def test_every_sentence_has_its_scores_and_every_span_lies_in_one(lay: Lay) -> None:
    layers = lay(f"{ATTACK}\n\n{BAKING}\n\n{ATTACK}")
    assert len(layers.sentence_incidents) == len(layers.sentences)
    for one in layers.sentence_incidents:
        assert one is not None
        assert [name for name, _ in one.types] == list(INCIDENT)
    for span in layers.roles:
        assert span.first < span.last
        assert layers.tokens[span.first].sentence == layers.tokens[span.last - 1].sentence


def test_values_are_said_of_organisations_and_victims_only_and_sum_to_one(lay: Lay) -> None:
    for span in lay(ATTACK).roles:
        names = {name for name, _ in span.values}
        if span.role == "perp_org":
            assert names == set(CONFIDENCE)
        elif span.role.startswith("victim"):
            assert names == set(EFFECT)
        else:
            assert not span.values
        assert not span.values or sum(share for _, share in span.values) == pytest.approx(1, abs=1e-2)


def test_reading_a_report_twice_gives_the_same_roles(lay: Lay) -> None:
    assert lay(ATTACK * 3).roles == lay(ATTACK * 3).roles


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.integers(0, 99), scale=st.sampled_from([0.1, 1.0, 5.0]))
def test_any_states_give_candidates_within_the_report(lay: Lay, seed: int, scale: float) -> None:
    layers, head = lay(ATTACK), load_learned()._roles  # noqa: SLF001 - the shipped weights themselves
    windows = cut_windows(layers.tokens, layers.sentences, layers.quotes, layers.names)
    chance = np.random.default_rng(seed)
    states = [
        chance.normal(scale=scale, size=(len(w.tokens), len(head["middle"]))).astype(np.float32)
        for w in windows
    ]
    scene = read_scene(windows, states, layers.tokens, head)
    candidates = find_candidates(scene, layers.tokens, head)
    for one in candidates:
        assert 0 <= one.role < len(ROLES)
        assert all(0 <= first < last <= len(scene.tokens) for first, last in one.runs)
    rows = features_of(scene, layers.tokens, candidates, head)
    assert rows.shape == (len(candidates), len(NAMES))
    assert np.isfinite(rows).all()
    if candidates:
        likely = judge(rows, head)
        assert ((likely >= 0) & (likely <= 1)).all()


def test_the_weights_are_small_enough_to_ship() -> None:
    assert ENCODER.exists()
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.suffix in {".onnx", ".npz"}) < MOST

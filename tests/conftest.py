"""What all tests share: where things are, and one dossier of the invented example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier
    from sayso.reading import Original

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "lissgar-customs-house"


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def example_originals() -> tuple[Original, ...]:
    """The invented example's reports, as bytes."""
    from sayso.pipeline.run import find_reports

    return find_reports([EXAMPLE], meta=EXAMPLE / "meta.json")


@pytest.fixture(scope="session")
def example_dossier(example_originals: tuple[Original, ...]) -> Dossier:
    """The invented example's dossier; made once, since it takes seconds."""
    from sayso.pipeline.run import run_dossier

    return run_dossier(example_originals)

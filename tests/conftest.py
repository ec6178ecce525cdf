"""What all tests share: where things are, and one dossier of the invented example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.annotate import load_annotator
from tests.reports import bare_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.dossier import Dossier
    from sayso.model.layers import Layers
    from sayso.model.reports import Furniture
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


@pytest.fixture
def lay() -> Callable[..., Layers]:
    """Annotate a text; its first line is the headline if ``title``."""

    def laid(text: str, *, title: bool = False, furniture: tuple[Furniture, ...] = ()) -> Layers:
        return load_annotator().annotate(bare_report(text, titled=title, furniture=furniture))

    return laid

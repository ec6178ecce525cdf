from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.annotate import load_annotator
from sayso.extract.attributions import find_attributions
from tests.reports import bare_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.claims import Attribution
    from sayso.model.layers import Layers
    from sayso.model.reports import Furniture


@pytest.fixture
def lay() -> Callable[..., Layers]:
    def laid(text: str, *, title: bool = False, furniture: tuple[Furniture, ...] = ()) -> Layers:
        return load_annotator().annotate(bare_report(text, titled=title, furniture=furniture))

    return laid


@pytest.fixture
def attribute(lay: Callable[..., Layers]) -> Callable[..., tuple[Attribution, ...]]:
    def attributed(text: str, *, title: bool = False) -> tuple[Attribution, ...]:
        return find_attributions(lay(text, title=title))

    return attributed

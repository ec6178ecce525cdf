from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract.attributions import find_attributions

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.claims import Attribution
    from sayso.model.layers import Layers


@pytest.fixture
def attribute(lay: Callable[..., Layers]) -> Callable[..., tuple[Attribution, ...]]:
    def attributed(text: str, *, title: bool = False) -> tuple[Attribution, ...]:
        return find_attributions(lay(text, title=title))

    return attributed

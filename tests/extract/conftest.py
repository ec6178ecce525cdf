"""Layers over a short text with a date of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.annotate import load_annotator
from sayso.model.reports import Furniture
from tests.reports import bare_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers


@pytest.fixture(scope="session")
def layers_of() -> Callable[..., Layers]:
    """Annotate a text, published on a day, between two days (``a/b``), or at an unknown time (None)."""

    def annotate(
        text: str, *, published: str | None = "2031-11-09", furniture: tuple[int, int] | None = None
    ) -> Layers:
        marks = (Furniture(start=furniture[0], end=furniture[1], kind="caption"),) if furniture else ()
        report = bare_report(text, day=published, furniture=marks)
        return load_annotator().annotate(report)

    return annotate

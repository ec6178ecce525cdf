"""Layers over a short text with a date of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.annotate import load_annotator
from sayso.model.reports import Furniture, Published, Report, ReportStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers


@pytest.fixture(scope="session")
def layers_of() -> Callable[..., Layers]:
    """Annotate a text, published on a day, between two days (``a/b``), or at an unknown time (None)."""

    def annotate(
        text: str, *, published: str | None = "2031-11-09", furniture: tuple[int, int] | None = None
    ) -> Layers:
        when = Published(value=published, precision="day", evidence="supplied") if published else None
        marks = (Furniture(start=furniture[0], end=furniture[1], kind="caption"),) if furniture else ()
        report = Report(
            id="r", file="r.txt", outlet=None, title=None, title_end=0, author=None, published=when,
            url=None, language="en", media_type="text/plain", size=0, captured=None, acquired=None,
            container_sha256=None, raw_sha256="", text_sha256="", text=text, furniture=marks,
            status=ReportStatus.READ, problems=(),
        )  # fmt: skip
        return load_annotator().annotate(report)

    return annotate

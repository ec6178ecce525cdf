from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from sayso.annotate import load_annotator
from sayso.extract.attributions import find_attributions
from sayso.model.reports import Furniture, Report, ReportStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.claims import Attribution
    from sayso.model.layers import Layers


def report_of(text: str, *, title: bool = False, furniture: tuple[Furniture, ...] = ()) -> Report:
    """A report with this text; its first line is the headline if title is set."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(
        id="rep-test",
        file="test.txt",
        outlet=None,
        title=text.partition("\n")[0] if title else None,
        title_end=len(text.partition("\n")[0]) if title else 0,
        author=None,
        published=None,
        url=None,
        language="en",
        media_type="text/plain",
        size=0,
        captured=None,
        acquired=None,
        container_sha256=None,
        raw_sha256=digest,
        text_sha256=digest,
        text=text,
        furniture=furniture,
        status=ReportStatus.READ,
        problems=(),
    )


@pytest.fixture
def lay() -> Callable[..., Layers]:
    def laid(text: str, *, title: bool = False, furniture: tuple[Furniture, ...] = ()) -> Layers:
        return load_annotator().annotate(report_of(text, title=title, furniture=furniture))

    return laid


@pytest.fixture
def attribute(lay: Callable[..., Layers]) -> Callable[..., tuple[Attribution, ...]]:
    def attributed(text: str, *, title: bool = False) -> tuple[Attribution, ...]:
        return find_attributions(lay(text, title=title))

    return attributed

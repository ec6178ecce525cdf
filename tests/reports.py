"""A report that is nothing but its text, for tests that need one without reading a file."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from sayso.model.reports import Published, Report, ReportStatus

BARE = Report(
    id="rep-test", file="test.txt", outlet=None, title=None, title_end=0, author=None, published=None,
    url=None, language="en", media_type="text/plain", size=0, captured=None, acquired=None,
    container_sha256=None, raw_sha256="", text_sha256="", text="", furniture=(),
    status=ReportStatus.READ, problems=(),
)  # fmt: skip


def bare_report(text: str, *, titled: bool = False, day: str | None = None, **more: object) -> Report:
    """The text as a report; its first line is the headline if titled; more sets any other field."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    title = text.partition("\n")[0] if titled else ""
    report = replace(
        BARE,
        title=title or None,
        title_end=len(title),
        published=Published(value=day, precision="day", evidence="supplied") if day else None,
        raw_sha256=digest,
        text_sha256=digest,
        text=text,
    )
    return replace(report, **more)  # type: ignore[arg-type]

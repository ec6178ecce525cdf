"""The day on which a report speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model.reports import Report


def day_of(report: Report) -> str | None:
    """The day on which a report was published, as ISO; None if it is not known to the day."""
    published = report.published
    if published is None or published.earliest != published.latest:
        return None
    return published.earliest.isoformat()

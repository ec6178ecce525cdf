"""When: time expressions in a report, resolved against the report's own date (STANDARDS 5)."""

from sayso.extract.times.expressions import TimeExpression
from sayso.extract.times.find import find_times, find_wording

__all__ = ["TimeExpression", "find_times", "find_wording"]

"""Where words stand in a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of one report's text, never empty, with the words it holds.

    Offsets count code points of the stored text: start included, end excluded.
    ``text`` repeats the words, so that a reader of the JSON, and ``sayso verify``,
    can tell whether the report has changed since.

    Raises:
        ValueError: Not 0 <= start < end, or the words have another length.
    """

    report: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"words of length {len(self.text)} for span {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character of the same report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end

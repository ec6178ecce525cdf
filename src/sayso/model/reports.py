"""A published text, as read: what every later stage builds on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.spans import Span


class ReportStatus(StrEnum):
    """How far a report got."""

    READ = "read"
    NOT_ANALYSED = "not_analysed"
    """Kept and shown, but its language is not one sayso analyses."""
    UNREADABLE = "unreadable"
    """Listed with the reason; it has no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report was published, as far as is known.

    Attributes:
        value: An ISO date (``2021-11-07``) or an interval of two (``2021-11-07/2021-11-09``).
        precision: ``day`` or ``range``.
        evidence: Where the date was found: ``supplied``, ``metadata``, ``dateline``, ``url``.
    """

    value: str
    precision: str
    evidence: str

    @property
    def earliest(self) -> date:
        """The first day it can have been published."""
        return date.fromisoformat(self.value.partition("/")[0])

    @property
    def latest(self) -> date:
        """The last day it can have been published."""
        first, _, last = self.value.partition("/")
        return date.fromisoformat(last or first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A part of the page that is not the report; never a source of claims.

    Attributes:
        kind: ``caption``, ``advert``, ``newsletter``, ``poll``, ``related``, ``biography``,
            ``navigation``, ``credit``, ``pull_quote`` or ``embed``.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text. Its text never changes after reading.

    For a plain-text file the text is the file as decoded: no newline translation, no
    normalisation. For HTML and Markdown it is the extracted article, the headline as its
    first line. Every offset in a dossier counts code points of this text.

    Attributes:
        id: Made from the text's hash and the file name.
        file: The file as the user named it, ``/`` between folders.
        outlet: The publisher; None if unknown. Never called a source.
        title: The headline; None if unknown. May come from outside the text.
        title_end: Offset where the headline ends in the text; 0 if it does not stand there.
        published: When; None if unknown.
        language: ISO 639-1 code; None if too short to tell.
        media_type: Of the file's bytes, by their content (IANA).
        size: Of the file in bytes; 0 if it was not read.
        captured: ISO time at which this copy was made, as it records it itself (web archive, saved
            page, PDF); None if it does not. Never the time of publication.
        acquired: ISO time at which the file was obtained, as the user says; None if not said.
        container_sha256: Of the archive, mailbox, feed or table that it was taken from; None if it
            is a file of its own.
        raw_sha256: Of the file's bytes.
        text_sha256: Of the text in UTF-8.
        problems: What a reader should know about this report, in plain sentences.
    """

    id: str
    file: str
    outlet: str | None
    title: str | None
    title_end: int
    author: str | None
    published: Published | None
    url: str | None
    language: str | None
    media_type: str
    size: int
    captured: str | None
    acquired: str | None
    container_sha256: str | None
    raw_sha256: str
    text_sha256: str
    text: str
    furniture: tuple[Furniture, ...]
    status: ReportStatus
    problems: tuple[str, ...]

    @property
    def name(self) -> str:
        """What to call it in a sentence: the outlet, or else the file's name."""
        return self.outlet or self.file.rpartition("/")[2]

    def span(self, start: int, end: int) -> Span:
        """The span of text[start:end].

        Raises:
            ValueError: The offsets do not lie in the text.
        """
        return Span(report=self.id, start=start, end=end, text=self.text[start:end])

    def is_furniture(self, start: int, end: int) -> bool:
        """Whether any of text[start:end] is marked as furniture."""
        return any(start < mark.end and mark.start < end for mark in self.furniture)

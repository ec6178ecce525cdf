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
    """When a report was published or updated, as far as is known.

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
class MetadataEvidence:
    """One thing that a file, a page or a person says of a report beside its text.

    Attributes:
        field: ``outlet``, ``title``, ``author``, ``published``, ``updated``, ``url`` or ``language``.
        value: As found there; dates as an ISO day, or two with ``/`` between.
        found_in: ``supplied`` (by a person), ``json-ld``, ``opengraph``, ``meta tag``, ``page
            markup``, ``front matter``, ``byline``, ``dateline``, ``url``, ``file`` or ``text``.
        precision: For dates ``second``, ``minute``, ``day`` or ``range``; else ``exact``.
        chosen: Whether this is what the report's own field says.
    """

    field: str
    value: str
    found_in: str
    precision: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The opening of a dispatch: ``ZELIN, Nov 7 (Newsreel) -``.

    Attributes:
        span: All of it.
        place: Where it was filed; no place of the event (MUC-4). None if none is given.
        date: ISO day on which it was filed; None if none is given, or if its year is not known.
        agency: Whose dispatch it is; that agency counts as cited. None if none is given.
    """

    span: Span
    place: Span | None
    date: str | None
    agency: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A part of the page that is not the report; never a source of claims in its own voice.

    Attributes:
        kind: ``caption``, ``advert``, ``newsletter``, ``poll``, ``related``, ``biography``,
            ``navigation``, ``credit``, ``pull_quote``, ``embed``, ``comments``, ``time`` (the
            time of a live blog's entry) or ``repeated`` (the same in several reports of one
            outlet).
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post of somebody else that stands embedded in a report.

    It is marked as furniture of kind ``embed``, so that nothing in it is the report's voice,
    but its words are kept as a quotation of its author.

    Attributes:
        content: What the author wrote, paragraph by paragraph.
        author: The words that name the author.
    """

    content: tuple[Span, ...]
    author: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a live blog, from its time to the next one's.

    Attributes:
        start, end: Where it stands, its time included.
        time: As it is printed.
        clock: Hour and minute of the day as ``HH:MM``, in the outlet's own time zone.
    """

    start: int
    end: int
    time: str
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words that the analysis reads as others of the same length.

    Attributes:
        start: Where the printed words stand in the report's text.
    """

    start: int
    printed: str
    read: str

    def __post_init__(self) -> None:
        if len(self.printed) != len(self.read):
            raise ValueError(f"{self.printed!r} cannot be read as {self.read!r}: the lengths differ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One kind of sloppiness in a text, and what is made of it. The stored text stays.

    Attributes:
        kind: ``encoding``, ``marks``, ``spaces``, ``capitals``, ``hyphenation``, ``commas``,
            ``paragraphs``, ``headline`` or ``invisible``.
        places: In how many places.
        note: What is read instead, or that it is left as it is, in a plain sentence.
        edits: The single replacements where these do not follow from a fixed table.
    """

    kind: str
    places: int
    note: str
    edits: tuple[Edit, ...] = ()


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
        published: When; None if unknown, or if what is said about it cannot be reconciled.
        updated: When it was last changed, as the page says; None if it does not say so.
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
        dateline: The dispatch's opening; None if there is none.
        evidence: Everything found about outlet, title, author, dates, address and language.
        repairs: What is sloppy in the text, and what the analysis reads instead.
        posts: Embedded posts, as quotations of their authors.
        entries: The entries of a live blog; empty for any other report.
        also_at: Other files that hold the same bytes and were collapsed into this report.
        translated_from: Id of the report that this is the English translation of.
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
    updated: Published | None = None
    dateline: Dateline | None = None
    evidence: tuple[MetadataEvidence, ...] = ()
    repairs: tuple[Repair, ...] = ()
    posts: tuple[Post, ...] = ()
    entries: tuple[Entry, ...] = ()
    also_at: tuple[str, ...] = ()
    translated_from: str | None = None

    @property
    def name(self) -> str:
        """What to call it in a sentence: the outlet, or else the file's name."""
        return self.outlet or self.file.rpartition("/")[2]

    @property
    def anchor(self) -> Published | None:
        """The day that relative dates are read against: of publication, else of the last change."""
        return self.published or self.updated

    def span(self, start: int, end: int) -> Span:
        """The span of text[start:end].

        Raises:
            ValueError: The offsets do not lie in the text.
        """
        return Span(report=self.id, start=start, end=end, text=self.text[start:end])

    def is_furniture(self, start: int, end: int) -> bool:
        """Whether any of text[start:end] is marked as furniture."""
        return any(start < mark.end and mark.start < end for mark in self.furniture)

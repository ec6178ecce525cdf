"""What a file of any format yields: the text, and what the page itself says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.meta import Meta

if TYPE_CHECKING:
    from sayso.model.reports import MetadataEvidence

NOTHING_STATED = Meta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text taken from a file.

    Attributes:
        text: What becomes the report's text; empty if there is none.
        stated: What the page's own metadata says.
        stated_in: Where that was found: ``file`` or ``front matter``.
        statements: Every single statement of the page about itself, most believed first.
        captions: Texts that the page marks as captions of pictures.
        parts: Kinds and texts of what the page's code sets apart from the report.
        posts: Texts of embedded posts, each with the words that name its author.
        problems: What a reader should know, in plain sentences.
        failure: Why there is no text; None if there is one.
    """

    text: str
    stated: Meta = NOTHING_STATED
    stated_in: str = "file"
    statements: tuple[MetadataEvidence, ...] = ()
    captions: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    posts: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    failure: str | None = None

"""What a file of any format yields: the text, and what the page itself says about it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.meta import Meta

NOTHING_STATED = Meta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text taken from a file.

    Attributes:
        text: What becomes the report's text; empty if there is none.
        stated: What the page's own metadata says.
        captions: Texts that the page marks as captions of pictures.
        problems: What a reader should know, in plain sentences.
        failure: Why there is no text; None if there is one.
    """

    text: str
    stated: Meta = NOTHING_STATED
    captions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    failure: str | None = None

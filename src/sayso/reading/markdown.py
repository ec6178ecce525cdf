"""The text of a Markdown file, and the metadata that may stand before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.reading.dates import read_date
from sayso.reading.meta import Meta
from sayso.reading.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markdown_it.token import Token

FRONT_MATTER = re.compile(
    r"\s*---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
ENTRY = re.compile(r"(?P<key>[A-Za-z_-]+)\s*:\s*(?P<value>.*?)\s*$")
LONGEST_FRONT_MATTER = 20_000
KEYS = {
    "outlet": ("outlet", "publisher", "publication", "source", "site", "site_name"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "date": ("date", "published", "publish_date", "pubdate"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "language": ("language", "lang"),
}
"""What site generators call each of our fields."""


def read_markdown(text: str) -> Page:
    """Headline, blank line, paragraphs parted by blank lines; front matter becomes metadata.

    Link addresses, images and raw HTML are left out, and raw HTML is reported.
    """
    stated, body = _front_matter(text)
    tokens = _tokens(body)
    raw = any(token.type == "html_block" and token.content.strip() for token in tokens)
    problems = ("Raw HTML in this Markdown file was left out.",) if raw else ()
    paragraphs = [words for words in map(_words, tokens) if words]
    return Page(
        text="\n\n".join(paragraphs),
        stated=stated,
        stated_in="front matter",
        captions=_image_lines(tokens),
        problems=problems,
    )


def _front_matter(text: str) -> tuple[Meta, str]:
    match = FRONT_MATTER.match(text[:LONGEST_FRONT_MATTER])
    if match is None:
        return Meta(), text
    entries = _entries(match["body"].splitlines())
    if not entries:
        return Meta(), text
    found = {
        field: next((entries[key] for key in keys if key in entries), None) for field, keys in KEYS.items()
    }
    day = read_date(found.pop("date") or "")
    return Meta(**found, published_start=day, published_end=day), text[match.end() :]


def _entries(lines: Iterable[str]) -> Mapping[str, str]:
    # of YAML only what front matter is in practice: one plain value, or a short list, a line
    found: dict[str, str] = {}
    for line in lines:
        entry = ENTRY.fullmatch(line)
        if entry:
            values = (
                entry["value"].strip("[]").split(",") if entry["value"].startswith("[") else [entry["value"]]
            )
            value = ", ".join(part.strip().strip("\"'").strip() for part in values)
            if value:
                found[entry["key"].lower().replace("-", "_")] = value
    return found


def _tokens(text: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - start-up time

    return MarkdownIt("commonmark").parse(text)


def _words(token: Token) -> str:
    if token.type == "inline":
        return " ".join("".join(map(_inline, token.children or ())).split())
    return token.content.strip() if token.type in {"fence", "code_block"} else ""


def _inline(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"text", "code_inline", "text_special"} else ""


def _image_lines(tokens: Iterable[Token]) -> tuple[str, ...]:
    # words in the same paragraph as a picture, as many editors write captions
    return tuple(
        _words(token)
        for token in tokens
        if token.type == "inline"
        and any(child.type == "image" for child in token.children or ())
        and _words(token)
    )

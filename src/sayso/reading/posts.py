"""Embedded posts: somebody else's words inside a report, with the name of whoever wrote them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sayso.model.reports import Furniture, Post

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model.reports import Report

EMBEDS = re.compile(
    r"(?:twitter|instagram|tiktok|facebook|telegram|mastodon|bluesky|threads|x|social)[-_](?:tweet|media|embed|post|video)"
)
SIGNATURE = re.compile(
    r"^(?:[—–-]{1,3}\s*)(?P<author>[^()\n]{2,60}?\s*\((?:@|u/)[\w.@-]{2,40}\))(?P<rest>[^\n]{0,60})$"
)
"""What the common embed codes print below a post: a dash, name, handle, date."""

INSIDE = re.compile(
    r"(?<=\s)[—–-]{1,3}\s*(?P<author>[^()\n—–]{2,60}?\s*\((?:@|u/)[\w.@-]{2,40}\))(?P<rest>[^\n]{0,60})$"
)
MOST_PARAGRAPHS = 6
"""No post in common use has more (s)."""

LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/)\S+$")


def find_posts(tree: Any) -> tuple[tuple[str, str], ...]:
    """The embedded posts of a parsed page: each one's text, and the words that name its author.

    Only posts that the page carries as text can be found; one that is a mere frame cannot.
    """
    found = []
    for quote in tree.iter("blockquote"):
        if EMBEDS.search(f"{quote.get('class') or ''} {quote.get('cite') or ''}"):
            whole = " ".join(quote.text_content().split())
            match = INSIDE.search(whole)
            if match:
                found.append((whole[: match.start()].strip(), match["author"].strip()))
    return tuple(found)


def place_posts(report: Report, marked: Iterable[tuple[str, str]]) -> tuple[Post, ...]:
    """Where the posts stand in the report's text.

    Args:
        report: The report they stand in.
        marked: Texts and authors that the page's code marks as posts; others are found by
            the signature that embed codes print.
    """
    lines = [(match.start(), match.end()) for match in re.finditer(r"\S(?:.*\S)?", report.text)]
    known = [_letters(text) for text, _ in marked]
    found = []
    for index, (start, end) in enumerate(lines):
        line = report.text[start:end]
        match = SIGNATURE.match(line) or INSIDE.search(line)
        if match is None or start < report.title_end:
            continue
        own = [(start, start + match.start())] if line[: match.start()].strip() else []
        pieces = own or _above(report, lines[:index], known)
        trimmed = (_trim(report.text, *piece) for piece in pieces)
        content = tuple(report.span(a, b) for a, b in trimmed if a < b)
        if content:
            author = report.span(start + match.start("author"), start + match.end("author"))
            found.append(Post(content=content, author=author))
    return tuple(found)


def post_furniture(text: str, posts: Iterable[Post]) -> tuple[Furniture, ...]:
    """The posts as furniture: their words, and the line that names the author, to its end."""
    found = []
    for post in posts:
        stop = text.find("\n", post.author.end)
        end = len(text[: stop if stop >= 0 else len(text)].rstrip())
        found.append(Furniture(start=post.content[0].start, end=end, kind="embed"))
    return tuple(found)


def _above(report: Report, lines: list[tuple[int, int]], known: list[str]) -> list[tuple[int, int]]:
    # the page's code tells how far a post reaches; without it, only the paragraph above is sure
    taken: list[tuple[int, int]] = []
    for start, end in reversed(lines[-MOST_PARAGRAPHS:]):
        letters = _letters(report.text[start:end])
        if start < report.title_end:
            break
        if letters and any(letters in text for text in known):
            taken.insert(0, (start, end))
        else:
            break
    return taken or [line for line in lines[-1:] if line[0] >= report.title_end]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while match := LINK.search(text[start:end].rstrip()):
        end = start + match.start()
    return start, start + len(text[start:end].rstrip())


def _letters(text: str) -> str:
    return "".join(_alphanumeric(text))


def _alphanumeric(text: str) -> Iterator[str]:
    return (char for char in text.casefold() if char.isalnum())

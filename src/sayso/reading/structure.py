"""What the code of a web page marks as no part of its report."""

# ruff: noqa: E501 - a table of patterns reads best unbroken
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = tuple(
    (kind, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])"))
    for kind, words in (
        ("newsletter", r"newsletters?|signup|sign-up|subscribe|subscription|mailing|cookies?|consent|gdpr"),
        ("poll", r"polls?|quiz|survey"),
        ("biography", r"bio|author-bio|about-author|author-box|author-info|author-card|byline-bio"),
        ("comments", r"comments?|comment-list|disqus|respond"),
        ("advert", r"ads?|advert|adverts|advertisement|sponsored|sponsor|promo|promotion|dfp|taboola|outbrain"),
        ("related", r"related|recommended|recirc|read-more|readmore|more-stories|more-on|also-read|most-read|trending|popular"),
        ("navigation", r"share|sharing|social-share|breadcrumbs?|tags|nav|menu|pagination|toolbar"),
        ("pull_quote", r"pullquote|pull-quote"),
        ("caption", r"caption|wp-caption-text|photo-credit|image-credit"),
    )
)  # fmt: skip
"""Words that page builders use in class names and ids, with what they mean."""

TAGS = {"nav": "navigation", "footer": "navigation", "aside": "related", "figcaption": "caption"}
BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "label")
MOST_OF_PAGE = 0.4
"""An element that holds more of the page's text than this holds its report, however it is named (s)."""


def find_structure(tree: Any) -> tuple[tuple[str, str], ...]:
    """Kinds and texts of the blocks that the page's own code sets apart from its report.

    Of nested parts the outermost decides; the work is linear in the size of the page.
    """
    lengths = _lengths(tree)
    body = tree.find(".//body")
    most = MOST_OF_PAGE * lengths[tree if body is None else body]
    found: list[tuple[str, str]] = []
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        kind = _kind(element) if isinstance(element.tag, str) else None
        if kind and lengths[element] <= most:
            found += [(kind, words) for words in _blocks(element) if len(words) > 1]
        else:
            waiting += reversed(element)
    return tuple(dict.fromkeys(found))


def _lengths(tree: Any) -> dict[Any, int]:
    """Characters of text in every element."""
    lengths: dict[Any, int] = {}
    for element in reversed(list(tree.iter())):
        below = sum(lengths[child] + len(child.tail or "") for child in element)
        lengths[element] = len(element.text or "") + below
    return lengths


def _kind(element: Any) -> str | None:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if element.tag in {"body", "html", "article", "main"} or (len(named) <= 1 and element.tag not in TAGS):
        return None
    for kind, pattern in KINDS:
        if pattern.search(named):
            return kind
    return TAGS.get(element.tag)


def _blocks(element: Any) -> Iterator[str]:
    inner = [
        below
        for below in element.iter(*BLOCKS)
        if below is not element and next(below.iterdescendants(*BLOCKS), None) is None
    ]
    for below in inner or [element]:
        yield " ".join(below.text_content().split())

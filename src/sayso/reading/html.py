"""Article text and metadata of a web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sayso.reading.headline import is_same_wording
from sayso.reading.meta import Meta
from sayso.reading.page import Page
from sayso.reading.posts import find_posts
from sayso.reading.statements import find_statements, first_value
from sayso.reading.structure import find_structure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.reports import MetadataEvidence

OPENING = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
HEAD = 2000
BLOCK_TAG = re.compile(
    r"<(?:p|div|article|section|h[1-6]|ul|ol|li|br|table|span|script|style|body|html)(?=[\s/>])",
    re.IGNORECASE,
)
TAG = re.compile(r"<[A-Za-z](?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+")
WEB = (".html", ".htm", ".xhtml")
LOOKED_AT = 20_000
FEWEST_TAGS = 2

MOST_TAGS = 50_000
"""A long news page has some thousand; a page of this many takes seconds (measured)."""

MOST_ATTRIBUTE_WORK = 200_000_000
"""The parser's time grows with the square of the words in one tag; this much takes seconds (measured)."""

NO_CLOCK = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1950-01-01",
    "max_date": "2150-12-31",
}
"""Without a fixed end the date search would ask the clock, and its result change from day to day;
without the extensive search it reads no date out of running prose."""

CAPTIONS = "//figcaption | //*[contains(@class, 'caption')]"
REMEDY = "save the full page, or give its text as .txt"


def is_html(text: str, *, file: str) -> bool:
    """Whether this is a web page: it opens as one, or has block tags; in a file named so, one will do.

    >>> is_html("<p>One.</p><p>Two.</p>", file="a.txt")
    True
    >>> is_html("if a < b and b > c: fine", file="a.html")
    False
    """
    if OPENING.search(text[:HEAD]):
        return True
    tags = len(BLOCK_TAG.findall(text[:LOOKED_AT]))
    return tags >= (1 if file.lower().endswith(WEB) else FEWEST_TAGS)


def read_html(text: str, *, file: str) -> Page:
    """The article in a web page: headline, blank line, paragraphs parted by blank lines.

    Scripts, styles and attributes never enter the text.

    Args:
        text: The page, decoded.
        file: Its name, for messages.

    Returns:
        A page with ``failure`` if there is no article, or if it is too big or too deeply nested.
    """
    hostile = _hostile(text)
    if hostile:
        return Page(text="", failure=f"{file} {hostile}; {REMEDY}.")
    tree, too_deep = _parse(text)
    if too_deep:
        return Page(
            text="", failure=f"the tags of {file} are nested deeper than the parser follows; {REMEDY}."
        )
    if tree is None:
        return Page(text="", failure=f"no article text in {file} (0 paragraphs); {REMEDY}.")
    count, captions, statements = len(tree.findall(".//p")), _captions(tree), find_statements(tree)
    posts, parts = find_posts(tree), find_structure(tree)
    article = _extract(tree)
    paragraphs = _paragraphs(article.text or "") if article else []
    if not paragraphs:
        return Page(text="", failure=f"no article text in {file} ({count} paragraphs); {REMEDY}.")
    stated = _stated(article, statements)
    return Page(
        text=_compose(stated.title, paragraphs),
        stated=stated,
        stated_in="page markup",
        statements=statements,
        captions=captions,
        posts=posts,
        parts=parts,
    )


def _hostile(text: str) -> str | None:
    tags = TAG.findall(text)
    if len(tags) > MOST_TAGS:
        return f"has {len(tags)} tags, far more than a page of news"
    work = sum(
        words * words for tag in tags if (words := tag.count(" ") + tag.count("\n") + tag.count("=")) > 50
    )
    if work > MOST_ATTRIBUTE_WORK:
        return "has tags with thousands of attributes, as no page of news does"
    return None


def _parse(text: str) -> tuple[Any, bool]:
    from lxml import etree, html  # noqa: PLC0415 - start-up time

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return tree, any("xcessive depth" in entry.message for entry in parser.error_log)


def _extract(tree: Any) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415 - start-up time
    from trafilatura.settings import use_config  # noqa: PLC0415 - start-up time

    config = use_config()
    # the library takes a short report for a failed extraction and then runs its paragraphs together
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    return bare_extraction(
        tree,
        config=config,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dict(NO_CLOCK),
    )


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.split()).removeprefix("- ") for line in text.splitlines())
    return [line for line in lines if line and line != "-"]


def _captions(tree: Any) -> tuple[str, ...]:
    found: Iterable[str] = (" ".join(element.text_content().split()) for element in tree.xpath(CAPTIONS))
    return tuple(dict.fromkeys(caption for caption in found if caption))


def _compose(title: str | None, paragraphs: list[str]) -> str:
    if title is None:
        return "\n\n".join(paragraphs)
    # a headline that stands in the body too is told once
    rest = paragraphs[1:] if is_same_wording(paragraphs[0], title) else paragraphs
    return "\n\n".join([title, *rest]) if rest else title


def _stated(article: Any, statements: tuple[MetadataEvidence, ...]) -> Meta:
    # no dates: the library guesses one from almost anything, and a wrong day is worse than none
    outlet = first_value(statements, "outlet") or _clean(article.sitename)
    title = _clean(article.title)
    if title and outlet:
        title = re.sub(rf"\s+[-–—|:]\s+{re.escape(outlet)}$", "", title) or title
    author = _clean(article.author)
    return Meta(
        outlet=outlet,
        title=title,
        author=author.replace("; ", ", ") if author else None,
        url=first_value(statements, "url") or _clean(article.url),
    )


def _clean(words: str | None) -> str | None:
    return (" ".join(words.split()) or None) if words else None

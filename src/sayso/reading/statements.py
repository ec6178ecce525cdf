"""What a web page says about itself: linked data, OpenGraph, meta tags and marked-up dates."""

# ruff: noqa: E501 - a table of patterns reads best unbroken
from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.model.reports import MetadataEvidence
from sayso.reading.dateline import is_date_line
from sayso.reading.dates import find_dates, read_date
from sayso.reading.headline import is_same_wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

META_TAGS = {
    "published": (
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
        "publishdate", "publish-date", "publish_date", "publication_date", "published", "published_at", "dc.date",
        "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date",
        "sailthru.date", "article.published", "article_date_original", "originalpublicationdate",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "iso-8601-publish-date", "displaydate",
    ),
    "updated": (
        "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "last-modified", "lastmod",
        "dc.date.modified", "dcterms.modified", "article.updated", "revision_date",
    ),
    "outlet": ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher", "article:publisher"),
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline", "parsely-title"),
    "author": ("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author",
               "sailthru.author"),
    "url": ("og:url", "parsely-link"),
    "language": ("og:locale", "dc.language", "content-language", "language"),
}  # fmt: skip
"""Names that pages in the wild give each of our fields, lower case."""

FIELD_OF = {name: field for field, names in META_TAGS.items() for name in names}
ARTICLE = re.compile(r"(?:Article|Posting|Report|NewsItem|Reportage)$")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?P<seconds>:\d{2})?.*)?$")
DATE_CLASS = re.compile(
    r"(?:^|[-_\s])(?:date|time|timestamp|published|pubdate|posted|dateline)(?:$|[-_\s])|publish"
)
ELSEWHERE = re.compile(
    r"relat|recommend|sidebar|popular|trending|latest|comment|footer|teaser|promo|more-|also|widget"
)
UPDATED = re.compile(r"updat|modif|chang", re.IGNORECASE)
LARGEST_SCRIPT = 2_000_000
MOST_ARTICLES = 100
"""A page that describes more of them is a list of links (s)."""


def find_statements(tree: Any) -> tuple[MetadataEvidence, ...]:
    """Everything a page states of itself, in the order in which we believe it; none chosen yet.

    Args:
        tree: The parsed page, before anything is taken out of it.
    """
    found = (*_linked(tree), *_tagged(tree), *_addresses(tree), *_marked_dates(tree))
    return tuple(dict.fromkeys(found))


def state(field: str, value: object, *, found_in: str) -> MetadataEvidence | None:
    """One statement; None if the value is empty, or a date that names no single day."""
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if not words or len(words) > 500:
        return None
    if field not in {"published", "updated"}:
        # profile addresses are no names, and a handle is no outlet
        usable = field not in {"author", "outlet"} or not re.match(r"(?:https?:|www\.|@|/)", words)
        return _evidence(field, words, found_in, "exact") if usable else None
    day = read_date(words)
    if day is None:
        return None
    iso = ISO.match(words)
    if iso and len(words) > 10:
        return _evidence(field, words, found_in, "second" if iso["seconds"] else "minute")
    return _evidence(field, day.isoformat(), found_in, "day")


def _evidence(field: str, value: str, found_in: str, precision: str) -> MetadataEvidence:
    return MetadataEvidence(field=field, value=value, found_in=found_in, precision=precision, chosen=False)


def _kept(*statements: MetadataEvidence | None) -> Iterator[MetadataEvidence]:
    yield from (one for one in statements if one is not None)


def _linked(tree: Any) -> Iterator[MetadataEvidence]:
    scripts = tree.xpath("//script[@type='application/ld+json']")
    articles = list(islice((node for script in scripts for node in _articles(script)), MOST_ARTICLES))
    chosen = _own_article(articles, tree)
    if chosen is None:
        return
    for field, key in (
        ("published", "datePublished"), ("updated", "dateModified"), ("title", "headline"), ("url", "url"),
        ("language", "inLanguage"),
    ):  # fmt: skip
        yield from _kept(state(field, chosen.get(key), found_in="json-ld"))
    yield from _kept(
        state("outlet", _names(chosen.get("publisher")), found_in="json-ld"),
        state("author", _names(chosen.get("author")), found_in="json-ld"),
    )


def _articles(script: Any) -> Iterator[dict[str, Any]]:
    text = script.text or ""
    try:
        waiting: list[Any] = [json.loads(text, strict=False)] if len(text) <= LARGEST_SCRIPT else []
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            waiting += (node[key] for key in ("mainEntity", "@graph") if key in node)
            kinds = node.get("@type")
            if any(ARTICLE.search(kind) for kind in _listed(kinds) if isinstance(kind, str)):
                yield node


def _own_article(articles: list[dict[str, Any]], tree: Any) -> dict[str, Any] | None:
    # a page may describe those it links to as well; its own bears its headline
    titles = [*tree.xpath("//meta[@property='og:title']/@content"), *map(_text, tree.xpath("//h1"))]
    for node in articles:
        headline = node.get("headline")
        if isinstance(headline, str) and any(is_same_wording(headline, title) for title in titles):
            return node
    return articles[0] if len(articles) == 1 else None


def _names(node: Any) -> str:
    names = [one.get("name") if isinstance(one, dict) else one for one in _listed(node)]
    return ", ".join(name for name in names if isinstance(name, str))


def _listed(node: Any) -> list[Any]:
    return node if isinstance(node, list) else [] if node is None else [node]


def _tagged(tree: Any) -> Iterator[MetadataEvidence]:
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        field = FIELD_OF.get(name.strip().lower())
        if field:
            graph = name.lower().startswith(("og:", "article:"))
            value = tag.get("content") or ""
            if field == "language":
                value = value.replace("_", "-").partition("-")[0].lower()
            yield from _kept(state(field, value, found_in="opengraph" if graph else "meta tag"))


def _addresses(tree: Any) -> Iterator[MetadataEvidence]:
    for value in tree.xpath("//link[@rel='canonical']/@href")[:1]:
        if value.startswith(("http://", "https://")):
            yield from _kept(state("url", value, found_in="meta tag"))
    language = (tree.get("lang") or "").partition("-")[0].lower()
    yield from _kept(state("language", language, found_in="page markup"))


def _marked_dates(tree: Any) -> Iterator[MetadataEvidence]:
    found: dict[str, list[MetadataEvidence]] = {"published": [], "updated": []}
    for element in tree.iter():
        if isinstance(element.tag, str) and _marks_date(element) and not _stands_elsewhere(element):
            one = _date_of(element)
            if one is not None:
                found[one.field].append(one)
    for statements in found.values():
        # several days at one rank: nothing tells which is the page's own
        if len({one.value[:10] for one in statements}) == 1:
            yield statements[0]


def _marks_date(element: Any) -> bool:
    if element.tag == "meta":
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    return element.tag == "time" or (
        len(named) > 2
        and bool(DATE_CLASS.search(named.lower()) or "datePublished" in named or "dateModified" in named)
    )


def _stands_elsewhere(element: Any) -> bool:
    if any(above.tag in {"aside", "footer", "nav", "blockquote", "li"} for above in element.iterancestors()):
        return True
    return any(
        ELSEWHERE.search(f"{above.get('class') or ''} {above.get('id') or ''}".lower())
        for above in element.iterancestors()
        if above.tag not in {"body", "html"}
    )


def _date_of(element: Any) -> MetadataEvidence | None:
    words = _text(element)
    stamp = element.get("datetime") or element.get("content") or ""
    if not stamp and (len(words) > 80 or not is_date_line(words)):
        return None
    days = find_dates(words)
    day = days[0].days[0].isoformat() if len(days) == 1 and len(days[0].days) == 1 else ""
    told = " ".join(filter(None, (words, element.get("class"), element.get("itemprop"), _before(element))))
    field = "updated" if UPDATED.search(told) else "published"
    return state(field, stamp or day, found_in="page markup")


def _before(element: Any) -> str:
    earlier = element.getprevious()
    above = element.getparent()
    return str((earlier.tail if earlier is not None else above.text if above is not None else "") or "")


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


def first_value(statements: Iterable[MetadataEvidence], field: str) -> str | None:
    """The value that is believed first; None if the page does not state the field."""
    return next((one.value for one in statements if one.field == field), None)

"""From the bytes of one file to one report. Pure, and never raises for bad input."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict

from sayso.model.ids import content_id
from sayso.model.reports import Dateline, Furniture, Report, ReportStatus
from sayso.reading.binary import find_binary_kind
from sayso.reading.dateline import find_dateline
from sayso.reading.decoding import decode
from sayso.reading.entries import entry_furniture, find_entries
from sayso.reading.evidence import Known, settle
from sayso.reading.formats import find_media_type, read_document
from sayso.reading.furniture import find_furniture, merge_furniture
from sayso.reading.furniture_lines import find_line_kind
from sayso.reading.headline import find_byline, find_headline, find_title_end
from sayso.reading.html import LOOKED_AT, WEB, is_html, read_html
from sayso.reading.language import find_language, language_name
from sayso.reading.markdown import read_markdown
from sayso.reading.meta import Meta
from sayso.reading.page import Page
from sayso.reading.posts import place_posts, post_furniture
from sayso.reading.repairs import find_glued_headline, list_repairs
from sayso.reading.wire import find_opening, resolve_day

if TYPE_CHECKING:
    from sayso.reading.original import Original

LONGEST = 500_000
"""Code points; longer texts are collections, not reports (s)."""

MARKDOWN = (".md", ".markdown")
NEVER_HEADLINES = {"caption", "navigation", "embed", "newsletter", "advert"}


class _Custody(TypedDict):
    media_type: str
    size: int
    captured: str | None
    acquired: str | None
    container_sha256: str | None


def read_report(original: Original) -> Report:
    """Decode a file, take its text, and find headline, date, language and furniture.

    Whether it is a web page is told by its content, not by its name.

    Returns:
        A report with status ``unreadable`` and the reason among its problems if there is no
        text; ``not_analysed`` if it is too long or not in English; else ``read``.
    """
    if original.error:
        return _unreadable(original, original.error)
    document = read_document(original.raw, file=original.file)
    if document is not None:
        return _finish(original, document)
    kind = find_binary_kind(original.raw)
    if kind:
        return _unreadable(
            original, f"{original.file} is not text: it looks like {kind}; save it as .txt or .html."
        )
    decoded = decode(original.raw)
    if not decoded.text.strip():
        return _unreadable(original, f"{original.file} is empty; save the report again.")
    page = _read_page(decoded.text, file=original.file)
    return _finish(original, page, problems=decoded.problems)


def _finish(original: Original, page: Page, *, problems: tuple[str, ...] = ()) -> Report:
    stated = page.stated.or_else(original.stated)
    if page.failure or not page.text.strip():
        failure = page.failure or f"{original.file} is empty but for its metadata; save the report again."
        return _unreadable(original, *problems, failure, stated=stated)
    found = replace(page, stated=stated)
    return _compose(original, found, problems=(*original.notes, *problems, *page.problems))


def _read_page(text: str, *, file: str) -> Page:
    named = file.lower()
    if named.endswith(MARKDOWN) and not _opens_as_html(text):
        return read_markdown(text) if len(text) <= LONGEST else Page(text=text)
    if is_html(text, file=file):
        page = read_html(text, file=file)
        odd = (
            () if named.endswith(WEB) else (f"{file} holds HTML whatever its name says; read as a web page.",)
        )
        return replace(page, problems=odd)
    odd = (
        (f"{file} holds no HTML whatever its name says; read as plain text.",) if named.endswith(WEB) else ()
    )
    return Page(text=text, problems=odd)


def _opens_as_html(text: str) -> bool:
    return text.lstrip()[:15].lower().startswith(("<!doctype html", "<html"))


def _compose(original: Original, page: Page, *, problems: tuple[str, ...]) -> Report:
    text, supplied = page.text, original.meta or Meta()
    known = supplied.or_else(page.stated)
    headline = find_headline(text)
    if headline and find_line_kind(headline.title) in NEVER_HEADLINES:
        headline = None
    title = known.title or (headline.title if headline else None)
    end = find_title_end(text, title=title) if title else 0
    title_end = end or (headline.end if headline else 0) or find_glued_headline(text)
    title = title or text[:title_end].strip() or None
    dateline = find_dateline(text, title_end=title_end)
    detected = find_language(text[title_end:]) or find_language(text)
    byline = Meta(author=find_byline(text, title_end=title_end))
    chosen = Meta(
        outlet=known.outlet or (dateline.agency if dateline else None),
        title=title,
        author=known.author or byline.author,
        url=known.url,
        language=known.language or detected,
    )
    settled = settle(
        Known(supplied=supplied, page=page, printed=byline, dateline=dateline, detected=detected),
        chosen=chosen,
    )
    status, reasons = _judge(text, language=chosen.language)
    report = Report(
        **_identity(original, text),
        **_custody(original, known),
        outlet=chosen.outlet,
        title=title,
        title_end=title_end,
        author=chosen.author,
        published=settled.published,
        updated=settled.updated,
        evidence=settled.evidence,
        url=chosen.url,
        language=chosen.language,
        text=text,
        furniture=(),
        status=status,
        problems=(*problems, *settled.problems, *reasons),
    )
    return _with_parts(report, page) if status is ReportStatus.READ else report


def _with_parts(report: Report, page: Page) -> Report:
    """The report with its furniture, dateline, embedded posts, live-blog entries and repairs."""
    posts = place_posts(report, page.posts)
    entries = find_entries(report.text, title_end=report.title_end)
    furniture = merge_furniture(
        _furniture(page, title_end=report.title_end),
        post_furniture(report.text, posts),
        entry_furniture(entries, report.text),
    )
    return replace(
        report,
        furniture=furniture,
        dateline=find_dispatch(report),
        posts=posts,
        entries=entries,
        repairs=list_repairs(report.text, title_end=report.title_end),
    )


def find_dispatch(report: Report) -> Dateline | None:
    """The opening of a report as a dispatch; None if it does not open as one."""
    opening = find_opening(report.text, title_end=report.title_end)
    if opening is None:
        return None
    day = resolve_day(opening, report.published)
    return Dateline(
        span=report.span(opening.start, opening.end),
        place=report.span(*opening.place) if opening.place else None,
        date=day.isoformat() if day else None,
        agency=report.span(*opening.agency) if opening.agency else None,
    )


def _identity(original: Original, text: str) -> dict[str, Any]:
    raw_sha256 = hashlib.sha256(original.raw).hexdigest()
    # a file whose bytes were not read has nothing but its full name to tell it from others
    name = original.file.rpartition("/")[2] if original.raw else original.file
    return {
        "id": content_id("rep", raw_sha256, name),
        "file": original.file,
        "raw_sha256": raw_sha256,
        "text_sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def _custody(original: Original, known: Meta) -> _Custody:
    return {
        "media_type": find_media_type(original.raw, file=original.file) or _text_type(original),
        "size": len(original.raw),
        "captured": known.captured,
        "acquired": original.acquired,
        "container_sha256": original.container,
    }


def _text_type(original: Original) -> str:
    if not original.raw:
        return "application/octet-stream"
    text = original.raw[:LOOKED_AT].replace(b"\0", b"").decode("utf-8", "replace")  # UTF-16, too
    if original.file.lower().endswith(MARKDOWN) and not _opens_as_html(text):
        return "text/markdown"
    return "text/html" if is_html(text, file=original.file) else "text/plain"


def _unreadable(original: Original, *problems: str, stated: Meta | None = None) -> Report:
    known = (original.meta or Meta()).or_else(stated or Meta())
    page = Page(text="", stated=stated or Meta())
    settled = settle(
        Known(supplied=original.meta or Meta(), page=page, printed=Meta(), dateline=None, detected=None),
        chosen=known,
    )
    return Report(
        **_identity(original, ""),
        **_custody(original, known),
        outlet=known.outlet,
        title=known.title,
        title_end=0,
        author=known.author,
        published=settled.published,
        updated=settled.updated,
        evidence=settled.evidence,
        url=known.url,
        language=None,
        text="",
        furniture=(),
        status=ReportStatus.UNREADABLE,
        problems=problems,
    )


def _judge(text: str, *, language: str | None) -> tuple[ReportStatus, tuple[str, ...]]:
    if len(text) > LONGEST:
        why = f"Its text has {len(text)} characters, more than {LONGEST}; split it into single reports."
        return ReportStatus.NOT_ANALYSED, (why,)
    if language not in {None, "en"}:
        why = f"Its language is {language_name(language or '')}, and only English is analysed."
        return ReportStatus.NOT_ANALYSED, (why,)
    return ReportStatus.READ, ()


def _furniture(page: Page, *, title_end: int) -> tuple[Furniture, ...]:
    by_words = find_furniture(page.text, title_end=title_end)
    parts = {
        **{words: kind for kind, words in reversed(page.parts)},
        **dict.fromkeys(page.captions, "caption"),
    }
    by_code, start = [], 0
    for line in page.text.split("\n"):
        end = start + len(line)
        if start >= title_end and (kind := parts.get(line)):
            by_code.append(Furniture(start=start, end=end, kind=kind))
        start = end + 1
    return merge_furniture(tuple(by_code), by_words)

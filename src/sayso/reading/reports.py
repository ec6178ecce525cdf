"""From the bytes of one file to one report. Pure, and never raises for bad input."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

from sayso.model.ids import content_id
from sayso.model.reports import Furniture, Published, Report, ReportStatus
from sayso.reading.binary import find_binary_kind
from sayso.reading.dateline import Dateline, find_dateline
from sayso.reading.dates import find_url_date
from sayso.reading.decoding import decode
from sayso.reading.formats import find_media_type, read_document
from sayso.reading.furniture import find_furniture
from sayso.reading.furniture_lines import find_line_kind
from sayso.reading.headline import find_byline, find_headline, find_title_end
from sayso.reading.html import LOOKED_AT, WEB, is_html, read_html
from sayso.reading.language import find_language, language_name
from sayso.reading.markdown import read_markdown
from sayso.reading.meta import Meta
from sayso.reading.page import Page

if TYPE_CHECKING:
    from sayso.reading.original import Original

LONGEST = 500_000
"""Code points; longer texts are collections, not reports (s)."""

MARKDOWN = (".md", ".markdown")
NEVER_HEADLINES = {"caption", "navigation", "embed", "newsletter", "advert"}
FAR_APART = 3
"""Days between two dates of publication from which a reader should know (s)."""


class _Custody(TypedDict):
    media_type: str
    size: int
    captured: str | None
    acquired: str | None
    container_sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    published: Published | None
    problems: tuple[str, ...] = ()


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
        return Page(
            text=page.text, stated=page.stated, captions=page.captions, problems=odd, failure=page.failure
        )
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
    title_end = end or (headline.end if headline else 0)
    dateline = find_dateline(text, title_end=title_end)
    dated = _find_published(supplied, page.stated, dateline, url=known.url)
    language = known.language or find_language(text[title_end:]) or find_language(text)
    status, reasons = _judge(text, language=language)
    return Report(
        **_identity(original, text),
        **_custody(original, known),
        outlet=known.outlet or (dateline.agency if dateline else None),
        title=title,
        title_end=title_end,
        author=known.author or find_byline(text, title_end=title_end),
        published=dated.published,
        url=known.url,
        language=language,
        text=text,
        furniture=_furniture(page, title_end=title_end) if status is ReportStatus.READ else (),
        status=status,
        problems=(*problems, *dated.problems, *reasons),
    )


def _identity(original: Original, text: str) -> dict[str, str]:
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
    dated = _find_published(original.meta or Meta(), stated or Meta(), None, url=known.url)
    return Report(
        **_identity(original, ""),
        **_custody(original, known),
        outlet=known.outlet,
        title=known.title,
        title_end=0,
        author=known.author,
        published=dated.published,
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
    found = find_furniture(page.text, title_end=title_end)
    captions, start = set(page.captions), 0
    for line in page.text.split("\n"):
        end = start + len(line)
        if (
            line in captions
            and start >= title_end
            and not any(mark.start <= start < mark.end for mark in found)
        ):
            found = (*found, Furniture(start=start, end=end, kind="caption"))
        start = end + 1
    return tuple(sorted(found, key=lambda mark: mark.start))


def _find_published(supplied: Meta, stated: Meta, dateline: Dateline | None, *, url: str | None) -> _Dated:
    in_url = find_url_date(url) if url else None
    candidates = [
        published
        for published in (
            _published(supplied, evidence="supplied"),
            _published(stated, evidence="metadata"),
            _from_dateline(dateline),
            Published(value=in_url.isoformat(), precision="day", evidence="url") if in_url else None,
        )
        if published
    ]
    best = candidates[0] if candidates else None
    in_text = next((one for one in candidates if one.evidence == "dateline"), None)
    problems = []
    if best and in_text and _days_apart(best, in_text) > FAR_APART:
        problems.append(
            f"Its date is given as {best.value} ({best.evidence}), "
            f"but its own date line says {in_text.value}; check it."
        )
    if best and best is in_text and best.precision == "range":
        problems.append(
            f"Its date line can be read as {best.value.replace('/', ' or ')}; supply the right date."
        )
    return _Dated(published=best, problems=tuple(problems))


def _published(meta: Meta, *, evidence: str) -> Published | None:
    start, end = meta.published_start, meta.published_end
    if start is None or end is None:
        return None
    if start == end:
        return Published(value=start.isoformat(), precision="day", evidence=evidence)
    return Published(value=f"{start.isoformat()}/{end.isoformat()}", precision="range", evidence=evidence)


def _from_dateline(dateline: Dateline | None) -> Published | None:
    if dateline is None:
        return None
    days = Meta(published_start=dateline.days[0], published_end=dateline.days[-1])
    return _published(days, evidence="dateline")


def _days_apart(one: Published, other: Published) -> int:
    return max((one.earliest - other.latest).days, (other.earliest - one.latest).days)

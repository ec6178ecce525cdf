"""RSS and Atom. Run as a program, it reads a feed on standard input, within limits."""

from __future__ import annotations

import html
import io
import json
import re
import sys
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from sayso.errors import ReadingError
from sayso.reading.formats.confined import confine, run_confined
from sayso.reading.formats.limits import LARGEST
from sayso.reading.formats.members import Member
from sayso.reading.formats.names import name_address
from sayso.reading.formats.xml import check_entities
from sayso.reading.meta import Meta

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.formats.limits import Budget

TAG = re.compile(r"<[^>]*>")
PAGE = (
    '<!doctype html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n'
    "<body><article>\n<h1>{title}</h1>\n{content}\n</article></body></html>\n"
)
SUMMARY = "Its text is the feed's summary, which may be shorter than the report."
MALFORMED = "The feed is not well-formed; look whether its reports are whole."
AGAIN = "fetch the feed again, or save its reports as pages"


def open_feed(raw: bytes, *, file: str, budget: Budget) -> Iterator[Member]:
    """Every entry of a feed as a web page of its own, with its title, address, author and day.

    The bytes of an entry are its content inside a plain page, without anything that runs.

    Raises:
        ReadingError: It defines XML entities, or takes too long.
        TooMuchError: More comes out than may.
    """
    if len(raw) > LARGEST:
        raise ReadingError(f"{file} is too large for a feed", remedy="save its reports as pages")
    check_entities(raw, file=file)
    answer = json.loads(run_confined(__name__, raw, file=file, remedy=AGAIN))
    for entry in answer["entries"]:
        budget.take_member()
        member = _member(entry, outlet=answer["outlet"], malformed=answer["malformed"])
        budget.take(len(member.raw))
        yield member


def _member(entry: dict[str, Any], *, outlet: str | None, malformed: bool) -> Member:
    title, content = entry["title"] or "", entry["content"]
    if not TAG.search(content):
        lines = (line.strip() for line in content.splitlines())
        content = "\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)
    page = PAGE.format(title=html.escape(title, quote=False), content=content)
    day = read_day(entry["published"] or "")
    notes = (*((SUMMARY,) if entry["summary_only"] else ()), *((MALFORMED,) if malformed else ()))
    return Member(
        name=name_address(entry["url"] or f"entry-{entry['number']}"),
        raw=page.encode("utf-8", "replace"),
        stated=Meta(
            outlet=outlet,
            title=title or None,
            author=entry["author"],
            url=entry["url"],
            published_start=day,
            published_end=day,
        ),
        notes=notes,
    )


def read_day(words: str) -> date | None:
    """The day in a feed's date, in the time zone it is given in; None if it is no full date.

    >>> read_day("Fri, 07 Nov 2031 23:30:00 +0300").isoformat()
    '2031-11-07'
    """
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, OverflowError):
        return None


def main() -> None:
    """Read a feed on standard input and print its entries as JSON."""
    raw = sys.stdin.buffer.read()
    confine()
    print(json.dumps(parse_feed(raw)))  # noqa: T201 - this is how the answer gets to the other process


def parse_feed(raw: bytes) -> dict[str, Any]:
    """The feed's name and its entries, as plain values."""
    import feedparser  # noqa: PLC0415 - start-up time

    # a stream, since bytes or words might be taken for the name of a file or an address
    feed = feedparser.parse(io.BytesIO(raw), resolve_relative_uris=False, sanitize_html=True)
    entries = [_entry(entry, number) for number, entry in enumerate(feed.entries, start=1)]
    return {"outlet": _plain(feed.feed.get("title")), "malformed": bool(feed.bozo), "entries": entries}


def _entry(entry: Any, number: int) -> dict[str, Any]:
    whole = [str(part.get("value") or "") for part in entry.get("content", ())]
    content = max(whole, key=len, default="")
    url = str(entry.get("link") or "")
    return {
        "number": number,
        "title": _plain(entry.get("title")),
        "author": _plain(entry.get("author")),
        "url": url if url.startswith(("http://", "https://")) else None,
        "published": entry.get("published") or entry.get("updated"),
        "content": content or str(entry.get("summary") or ""),
        "summary_only": not content,
    }


def _plain(words: Any) -> str | None:
    return " ".join(html.unescape(TAG.sub("", str(words or ""))).split()) or None


if __name__ == "__main__":
    main()

"""The text layer of a PDF. Run as a program, it reads one on standard input, within limits."""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from sayso.reading.formats.confined import confine, run_confined
from sayso.reading.formats.lines import PrintedLine, join_lines
from sayso.reading.meta import Meta
from sayso.reading.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 500
"""Pages of one report (s)."""

MOST_LETTERS = 100_000
"""On one page; a page of a newspaper has thirty thousand (s)."""

FEWEST_LETTERS = 20
"""On all pages together; with fewer there is no text but a scanner's stamp (s)."""

REMEDY = "save its text as .txt"
NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document\d*$|layout \d|slide \d)|\.\w{2,5}$", re.IGNORECASE
)
"""What programs put where the title belongs: their own name, or that of the file."""

WHEN = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?|Z)?")
HYPHENS = frozenset({"\x02", "\ufffe"})
"""What the library gives for a hyphen that breaks a word at the end of a line."""


def read_pdf(raw: bytes, *, file: str) -> Page:
    """The text layer of a PDF, its lines put together to paragraphs.

    When the file was made is its capture, never its publication: a page that somebody prints
    to PDF carries the day of printing.

    Returns:
        A page with ``failure`` and the number of pages if there is no text in it.

    Raises:
        ReadingError: It is damaged, needs a password, or takes too much time or memory.
    """
    remedy = f"open it, and {REMEDY}"
    answer = json.loads(run_confined(__name__, raw, file=file, remedy=remedy))
    count, failure = answer["count"], answer["failure"]
    if failure:
        return Page(text="", failure=f"{file} {failure}; {remedy}.")
    pages = [[PrintedLine(**line) for line in page] for page in answer["pages"]]
    pages_told = f"{count} page{'s' * (count != 1)}"
    stated = _stated(answer["about"])
    if sum(len(line.text) for page in pages for line in page) < FEWEST_LETTERS:
        why = f"{file} holds no text ({pages_told}, as scanned); have its text recognised, and {REMEDY}."
        return Page(text="", stated=stated, failure=why)
    joined = join_lines(pages)
    return Page(
        text="\n\n".join(joined.paragraphs),
        stated=stated,
        problems=tuple(_notes(pages, count=count, mended=joined.mended)),
    )


def _notes(pages: list[list[PrintedLine]], *, count: int, mended: int) -> Iterator[str]:
    empty = sum(not page for page in pages)
    if empty:
        yield f"{empty} of its {count} pages hold no text; they may be scanned pictures."
    if count > len(pages):
        yield f"It has {count} pages, of which the first {len(pages)} were read."
    if mended:
        yield f"{mended} word{'s' * (mended > 1)} broken at the end of a line were put together."


def _stated(about: dict[str, str]) -> Meta:
    title, author = (" ".join(about.get(key, "").split()) or None for key in ("Title", "Author"))
    if title and NO_TITLE.search(title):
        title = None
    return Meta(title=title, author=author, captured=read_pdf_time(about.get("CreationDate", "")))


def read_pdf_time(words: str) -> str | None:
    """A PDF's time as ISO 8601; None if it is none.

    >>> read_pdf_time("D:20311107093000+03'00'")
    '2031-11-07T09:30:00+03:00'
    """
    match = WHEN.match(words)
    if match is None:
        return None
    year, *rest = (int(part) if part else None for part in match.groups()[:6])
    month, day, hour, minute, second = (
        part or lowest for part, lowest in zip(rest, (1, 1, 0, 0, 0), strict=True)
    )
    sign, hours, minutes = match.groups()[6:]
    away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        zone = timezone(-away if sign == "-" else away)
        return datetime(year or 0, month, day, hour, minute, second, tzinfo=zone).isoformat()
    except ValueError:
        return None


def main() -> None:
    """Read a PDF on standard input and print what is in it as JSON."""
    raw = sys.stdin.buffer.read()
    confine()
    print(json.dumps(open_pdf(raw)))  # noqa: T201 - this is how the answer gets to the other process


def open_pdf(raw: bytes) -> dict[str, Any]:
    """The lines of each page, the number of pages, and what the file says about itself.

    Returns:
        count, pages, about, and failure: what is wrong, ending the sentence "It ..."; None if nothing.
    """
    import pypdfium2  # noqa: PLC0415 - start-up time

    try:
        document = pypdfium2.PdfDocument(raw)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        failure = "needs a password" if locked else f"is a damaged PDF ({error})"
        return {"count": 0, "pages": [], "about": {}, "failure": failure}
    pages = [_read_page(document, number) for number in range(min(count, MOST_PAGES))]
    about = {key: document.get_metadata_value(key) for key in ("Title", "Author", "CreationDate")}
    return {"count": count, "pages": pages, "about": about, "failure": None}


def _read_page(document: Any, number: int) -> list[dict[str, Any]]:
    import pypdfium2  # noqa: PLC0415 - start-up time

    try:
        page = document[number]
        letters = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    lines = list(_lines(letters))
    letters.close()
    page.close()
    return lines


def _lines(letters: Any) -> Iterator[dict[str, Any]]:
    from pypdfium2 import raw as library  # noqa: PLC0415 - start-up time

    found: list[tuple[int, str]] = []
    for index in range(min(letters.count_chars(), MOST_LETTERS)):
        number = library.FPDFText_GetUnicode(letters, index)
        letter = chr(number) if number < 0xD800 or 0xDFFF < number < 0x110000 else "\N{REPLACEMENT CHARACTER}"
        if letter in HYPHENS:
            found.append((index, "-"))
        if letter in HYPHENS or letter in "\r\n":
            yield from _line(letters, found)
            found = []
        else:
            found.append((index, letter))
    yield from _line(letters, found)


def _line(letters: Any, found: list[tuple[int, str]]) -> Iterator[dict[str, Any]]:
    from pypdfium2 import raw as library  # noqa: PLC0415 - start-up time

    text = " ".join("".join(letter for _, letter in found).split())
    if not text:
        return
    seen = [index for index, letter in found if not letter.isspace()]
    left, base, _, _ = letters.get_charbox(seen[0], loose=True)
    _, _, right, _ = letters.get_charbox(seen[-1], loose=True)
    size = library.FPDFText_GetFontSize(letters, seen[0])
    yield {"text": text, "left": left, "right": right, "base": base, "size": size}


if __name__ == "__main__":
    main()

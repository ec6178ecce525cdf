"""Furniture that is more or less than one line: sections under a heading, and parts of a line."""

# ruff: noqa: E501 - a table of patterns reads best unbroken
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.reports import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence

    from sayso.reading.furniture import Line

COMMENTS = re.compile(
    r"^(?:(?:\d+|all|reader|readers['’]|user|view|top) )?(?:comments?|replies|responses)(?: ?\(\d+\)| on this \w+)?\s*:?$"
    r"|^(?:join the (?:conversation|discussion)|have your say|what do you think\??|discussion|\d+ thoughts on\b.{0,120})$",
    re.IGNORECASE,
)
COMMENTS_FROM = 0.3
"""Share of the text before which no comment section opens; it may be longer than its report (s)."""

LINK_HEADING = re.compile(
    r"^(?:read|see|check|also|watch)[ -](?:also|too|more|next|read)|^(?:related|recommended|more on this|more stories|don['’]t miss"
    r"|you may also like|also read|check also|in other news)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
MOST_LINKS = 6
"""Lines below a heading of links that can be links; a longer row is the report again (s)."""

LINK_LONGEST = 140
ABOUT = re.compile(
    r"^(?:about|meet) (?:the )?(?:authors?|writers?|reporters?|contributors?|us)\b", re.IGNORECASE
)
PROSE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
TIMES_OPEN = re.compile(r"^\d{1,2}[:.]\d{2}\b")

INLINE = (
    (
        "advert",
        re.compile(
            r"(?:(?<=^)|(?<=[.!?:”\"’)]\s)|(?<=\s[-–—]\s))(?:ADVERTISEMENTS?|Advertisements?|SPONSORED|Sponsored)"
            r"(?:\s*[-–—:]?\s*(?:scroll to continue|story continues below|continue reading below))?\s*[:.]?(?=\s+[\"“‘A-Z\d]|\s*$)",
            re.MULTILINE,
        ),
    ),
    (
        "advert",
        re.compile(
            r"[(\[]?\b(?:(?:story|article|report) continues (?:below|after)(?: (?:this|the)?\s?(?:advertisement|ad|video|photo|gallery))?"
            r"|continue reading below|scroll (?:down )?to continue(?: reading)?)[)\]]?\.?",
            re.IGNORECASE,
        ),
    ),
    (
        "related",
        re.compile(
            r"[(\[]\s*(?:read(?: more| also| next)?|see also|related(?: story| article)?|also read|watch(?: also)?)\s?[:|»–—-][^()\[\]\n]{3,160}[)\]]",
            re.IGNORECASE,
        ),
    ),
    (
        "related",
        re.compile(
            r"(?<=[.!?”\"’]\s)(?:READ (?:MORE|ALSO|NEXT)|Read (?:more|also|next)|SEE ALSO|See also|ALSO READ|Also read|RELATED|Related|WATCH|CHECK ALSO|Check also)"
            r"\s?[:|»][ ][^.!?\n]{3,160}$",
            re.MULTILINE,
        ),
    ),
    ("related", re.compile(r"(?<=[.!?”\"’…]\s)(?:Read more|Learn more|Click here|Full story)\s*[.»>]*$", re.MULTILINE)),
)  # fmt: skip
"""Parts of a line, each with its kind: what page builders drop into a running paragraph."""


def find_inline(text: str, *, title_end: int) -> tuple[Furniture, ...]:
    """Furniture within lines of the report, sorted, none overlapping; the rest of the line stays."""
    found: list[Furniture] = []
    for kind, pattern in INLINE:
        for match in pattern.finditer(text, title_end):
            start, end = match.span()
            if not any(mark.start < end and start < mark.end for mark in found):
                found.append(Furniture(start=start, end=end, kind=kind))
    return tuple(sorted(found, key=lambda mark: mark.start))


def mark_sections(lines: Sequence[Line], kinds: MutableMapping[int, str], *, length: int) -> None:
    """Mark what stands under headings: links, notes on the author, and comments to the end.

    Args:
        lines: The report's lines.
        kinds: Kind by index of each line marked so far; added to.
        length: Of the text, in characters.
    """
    for index, line in enumerate(lines):
        if ABOUT.match(line.text):
            kinds[index] = "biography"
            if len(line.text) < LINK_LONGEST and index + 1 < len(lines) and not PROSE_END.search(line.text):
                kinds.setdefault(index + 1, "biography")
        elif LINK_HEADING.match(line.text) and len(line.text) <= LINK_LONGEST:
            kinds[index] = "related"
            for below in _links_below(lines, index):
                kinds.setdefault(below, "related")
        elif COMMENTS.match(line.text) and line.start > COMMENTS_FROM * length:
            for later in range(index, len(lines)):
                kinds[later] = "comments"
            return


def _links_below(lines: Sequence[Line], heading: int) -> Iterator[int]:
    # a heading that carries its link in its own line heads nothing
    if re.search(r"[:|»]\s*\S", lines[heading].text):
        return
    for index in range(heading + 1, min(len(lines), heading + 1 + MOST_LINKS)):
        text = lines[index].text
        if len(text) > LINK_LONGEST or PROSE_END.search(text) or TIMES_OPEN.match(text):
            return
        yield index

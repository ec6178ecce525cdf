"""What a page sets around its headline and before its first sentence.

The site's name, a date, the headline again: saved pages run these together with the report ("NWN 2 Jul
2031 Three die in flood Three people ..."), so they are marked within their line.
"""

from __future__ import annotations

import re

from sayso.model.reports import Furniture
from sayso.reading.dates import DATE, WEEKDAY

LATEST = 120
"""Characters of the first line within which the headline is printed again (s)."""
SHORTEST = 20
"""Characters of the shortest headline that is known again (s)."""
SEPARATOR = re.compile(r"\s+[|–—-]{1,2}\s+|\s*::\s*")
OUTLET_WORD = re.compile(
    r"\b(?:news|tv|times|post|herald|online|radio|daily|journal|tribune|gazette|guardian|chronicle|telegraph|press"
    r"|courier|mail|mirror|observer|star|sun|today|weekly|magazine|network|channel|agency|wire|newspaper)\b"
    r"|\.(?:com|org|net|info|co\.\w\w)\b|^[A-Z]{2,5}\d{0,2}$",
    re.IGNORECASE,
)
TAIL_LONGEST = 60
STAMP = re.compile(
    rf"(?:(?:published|posted|updated?)(?:\s+on)?:?\s+)?(?-i:(?:[A-Z]{{2,6}}\s+)?)(?:{WEEKDAY},?\s+)?{DATE}"
    r"(?:,?\s+\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?-i:\s[A-Z]{2,4}\b)?)?(?:\s+[|–—-]{1,2})?\s+(?-i:(?=[A-Z“\"']))",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+")
PARTING = re.compile(r"\s*(?:[|–—-]{1,2}\s+|[.:]\s+)?")


def find_opening_furniture(text: str, *, title_end: int) -> tuple[Furniture, ...]:
    """The site's name behind the headline, and what stands before the report's first words.

    Args:
        text: The report's text.
        title_end: Offset where the headline ends; 0 if there is none.
    """
    tail = _site_name(text[:title_end])
    found = [] if tail is None else [Furniture(start=tail, end=title_end, kind="navigation")]
    titles = [text[:title_end], text[: title_end if tail is None else tail]]
    lines = (m for m in re.compile(r"\S.*").finditer(text, title_end) if not _is_title(m[0], titles))
    line = next(lines, None)
    if line is not None:
        end = max(*(_second_headline(line[0], title) for title in titles), 0) or _stamp(line[0])
        if end and line[0][end:].strip():
            found.append(Furniture(start=line.start(), end=line.start() + end, kind="navigation"))
    return tuple(found)


def _is_title(line: str, titles: list[str]) -> bool:
    """Whether a line is the headline and nothing else."""
    return any(WORD.findall(line.casefold()) == WORD.findall(title.casefold()) for title in titles)


def _site_name(title: str) -> int | None:
    """Where the name of the site begins in a headline; None if it has none."""
    start = None
    for mark in reversed(list(SEPARATOR.finditer(title))):
        tail = title[mark.end() : start].strip(" |–—-\n")
        words = re.findall(r"[^\W\d_][\w'’.]*", tail)
        plain = bool(words) and all(w[0].isupper() or len(w) < 4 for w in words)
        if not plain or len(tail) > TAIL_LONGEST or not OUTLET_WORD.search(tail):
            break
        start = mark.start()
    return start or None


def _second_headline(line: str, title: str) -> int:
    """Where the headline, printed again at the head of the first line, ends; 0 if it is not there."""
    words = WORD.findall(title)
    if len(title) < SHORTEST or not words:
        return 0
    pattern = r"\W+".join(map(re.escape, words))
    again = re.search(rf"\b{pattern}\b['’”\"]*", line[: LATEST + 2 * len(title)], re.IGNORECASE)
    if again is None or again.start() > LATEST or re.search(r"[.!?]\s", line[: again.start()]):
        return 0
    end = again.end()
    following = PARTING.match(line, end)
    end = following.end() if following else end
    return end if re.match(r"[A-Z“\"'(\d]", line[end:]) else 0


def _stamp(line: str) -> int:
    """Where a date before the first word ends, without the dash of a dispatch; 0 if there is none."""
    match = STAMP.match(line)
    return match.end() if match else 0

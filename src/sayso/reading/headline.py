"""Where the headline stands in a text, and who signed it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reading.dateline import find_wire_dateline, is_date_line

LONGEST = 200
"""Characters; longer first lines are a first paragraph (s)."""

TAIL = 60
"""Characters that may follow the known headline in its line: an outlet's name, mostly (s)."""

NAME = r"[^\W\d_][\w'’.-]*"
BYLINE = re.compile(
    r"\(?(?:[Bb]y|BY)[:\s]\s*(?P<names>(?:[A-Z][\w'’.-]*|de|van|von|al|bin)(?:\s(?:[A-Z][\w'’.-]*|de|van|von|der|la|al|bin|ben|and|&))*"
    r"(?:,\s(?:and\s)?[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*)+)*)"
    r"(?:\s*[,|–—-]\s*(?P<role>.{0,60}))?\)?\.?"
)
CITY_LINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+)*(?:,\s[\w.]+(?:\s\w+)?)?,?\s*(?:\([^)]{2,40}\)\s*)?[-–—]{1,2}\s"
)
"""An agency's opening, ``ZELIN, Norland (Newsreel) - ``: what follows is the first paragraph."""

BYLINE_REGION = 600
"""A byline stands this near to the headline, or in the last lines (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A headline in a text: its words, and the offset where they end."""

    title: str
    end: int


def find_headline(text: str) -> Headline | None:
    """The headline if the text opens with one; None if it opens with its first paragraph.

    A headline is short, stands alone before a longer text, and has no full stop, unless its
    words come again right below. A wire's dateline, a byline and a date line are none.
    """
    first = re.search(r"\S.*", text)
    if first is None:
        return None
    line = first[0].rstrip()
    rest = text[first.end() :]
    if len(line) > LONGEST or not _is_followed(line, rest) or _is_something_else(line, rest):
        return None
    if line.endswith((".", ",", ":", ";", '."', ".”")) and not (_repeats(line, rest) and line.endswith(".")):
        return None
    return Headline(title=" ".join(line.split()), end=first.start() + len(line))


def find_title_end(text: str, *, title: str) -> int:
    r"""Offset where this headline ends if the text opens with it, compared loosely; else 0.

    Case, white space, quotation marks and punctuation are ignored. A few more words in the
    same line, such as the outlet's name, belong to it.

    >>> find_title_end("“Two die” in Zelin\n\nTwo people died.", title='"Two Die" in Zelin')
    18
    """
    end = _match_loosely(text, title)
    if end:
        line_end = _line_end(text, end)
        return line_end if line_end - end <= TAIL else end
    # the page's title may be the line and more ("... - Outlet")
    first = re.search(r"\S.*", text)
    if first and len(_letters(first[0])) >= 0.6 * len(_letters(title)) and _match_loosely(title, first[0]):
        return first.start() + len(first[0].rstrip())
    return 0


def is_same_wording(one: str, other: str) -> bool:
    """Whether two lines have the same letters and digits, whatever their case and punctuation.

    >>> is_same_wording("“Two die”", "TWO DIE.")
    True
    """
    return _letters(one) == _letters(other) != ""


def find_byline(text: str, *, title_end: int) -> str | None:
    """The name in a "By NAME" line near the headline or at the end; None if there is none."""
    lines = [(match.start(), match[0].strip()) for match in re.finditer(r"\S.*", text)]
    near = [line for start, line in lines if title_end <= start < title_end + BYLINE_REGION]
    for line in (*near, *(line for start, line in lines[-4:] if start >= title_end)):
        names = read_byline(line)
        if names:
            return names
    return None


def read_byline(line: str) -> str | None:
    """The names in a line that is nothing but a byline; None if it is something else.

    >>> read_byline("By Ada Quill and Ben Roe")
    'Ada Quill and Ben Roe'
    >>> read_byline("By Monday the fire was out.") is None
    True
    """
    if len(line) > 120 or line.endswith((".", "?", "!")):
        return None
    match = BYLINE.fullmatch(line)
    if match is None or not 1 <= len(match["names"].split()) <= 12:
        return None
    named = match["names"].removesuffix(" and").strip()
    role = match["role"]
    return named if len(named.split()) >= 2 and (role is None or len(role.split()) <= 8) else None


def _is_followed(line: str, rest: str) -> bool:
    paragraphs = [part for part in rest.split("\n") if part.strip()]
    if not paragraphs:
        return False
    if re.match(r"[ \t\r]*\n[ \t\r]*\n", rest):
        return len(paragraphs) > 1 or len(paragraphs[0]) > len(line) // 2
    return len(paragraphs[0]) > len(line)


def _is_something_else(line: str, rest: str) -> bool:
    if find_wire_dateline(line) or is_date_line(line) or read_byline(line) or CITY_LINE.match(line):
        return True
    words = line.split()
    # two capitalised words alone are more often the author than the headline, unless the
    # report uses them as words
    two_names = len(words) == 2 and all(word.istitle() for word in words)
    return two_names and not any(_is_used(word, rest) for word in words)


def _is_used(word: str, rest: str) -> bool:
    stem = word.lower()[: max(4, len(word) - 2)]
    return len(word) > 3 and re.search(rf"\b{re.escape(stem)}[a-z]{{0,4}}\b", rest) is not None


def _repeats(line: str, rest: str) -> bool:
    return _letters(line) in _letters(rest[: 2 * LONGEST])


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _match_loosely(text: str, words: str) -> int:
    wanted, at = _letters(words), 0
    if not wanted:
        return 0
    for offset, char in enumerate(text):
        for folded in char.casefold():
            if not folded.isalnum():
                continue
            if wanted[at] != folded:
                return 0
            at += 1
            if at == len(wanted):
                return _close(text, offset + 1)
    return 0


def _close(text: str, end: int) -> int:
    while end < len(text) and text[end] in "\"'”’»)].?!":
        end += 1
    return end


def _line_end(text: str, end: int) -> int:
    stop = text.find("\n", end)
    return end + len(text[end : len(text) if stop < 0 else stop].rstrip())

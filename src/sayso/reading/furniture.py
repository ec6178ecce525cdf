"""Finds what on a saved page is not the report: marked, never deleted.

Works by line and paragraph: whole lines are marked, so that no sentence of the report is cut.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from sayso.model.reports import Furniture
from sayso.reading.furniture_blocks import find_inline, mark_sections
from sayso.reading.furniture_lines import LONGEST_LINE, TO_THE_END, find_line_kind
from sayso.reading.furniture_opening import find_opening_furniture

LAST_PART = 0.6
"""Share of the text after which a heading may close the report (s)."""

PULL_QUOTE_WORDS = range(8, 61)
MOST_LINES = 500
"""Above this the text is a collection, and comparing every line with every other takes too long (s)."""

PULL_QUOTE_LIKENESS = 90
"""Of 100; a pull quote is shortened here and there, a second mention of a fact differs more (s)."""

CAPTION_LONGEST = 200
LINKS_IN_A_ROW = 4
"""So many unpunctuated short lines are a list of links; fewer may be headings (s)."""

LINK_LONGEST = 110
OPEN_END = re.compile(
    r"\b(?:a|an|the|of|in|on|at|by|to|and|or|with|for|from|upon|into|as|is|was|are|were|his|her|their|its|after|during|near)$"
)
END_MARK = re.compile(r"[.!?:;,…][\"'”’)\]]*$|[\"”]$")
TRADE = (
    r"(?:journalist|reporter|writer|correspondent|editor|columnist|author|analyst|photographer|fellow|contributor"
    r"|producer|commentator|researcher|blogger|broadcaster|freelancer)"
)
BIOGRAPHY = re.compile(
    rf"^(?:About the author\b|[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|al|bin|de|van|von)){{1,4}},?\s"
    r"(?:is|was|has been|works as)\s"
    rf"(?:an?|the|our|currently|senior|chief|also|\w+['’]s)\b[^.]{{0,120}}\b{TRADE}\b)"
)
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text, without the white space around it."""

    start: int
    end: int
    text: str


def find_furniture(text: str, *, title_end: int) -> tuple[Furniture, ...]:
    """The parts of the text that are not the report, sorted, none overlapping.

    Args:
        text: The report's text.
        title_end: Offset where the headline ends; before it only the site's own name is marked.
    """
    lines = tuple(
        Line(start=match.start(), end=match.end(), text=match[0])
        for match in re.finditer(r"\S(?:.*\S)?", text)
        if match.start() >= title_end
    )
    kinds: dict[int, str] = {}
    capitals = _is_capitals(text)
    for index, line in enumerate(lines):
        kind = find_line_kind(line.text)
        if kind is None and not capitals and _is_bracketed_link(line.text):
            kind = "related"
        if kind:
            kinds[index] = kind
    _mark_wrapped_captions(lines, kinds)
    _mark_repetitions(lines, kinds, title=text[:title_end])
    _mark_pull_quotes(lines, kinds)
    _mark_links(lines, kinds)
    _mark_second_headline(lines, kinds, title=text[:title_end])
    _mark_tail(lines, kinds, length=len(text))
    mark_sections(lines, kinds, length=len(text))
    opening = find_opening_furniture(text, title_end=title_end)
    return merge_furniture(opening, find_inline(text, title_end=title_end), _spans(lines, kinds))


def merge_furniture(*layers: tuple[Furniture, ...]) -> tuple[Furniture, ...]:
    """Marks of several kinds of evidence as one row without overlaps; the later layers win.

    Args:
        layers: Each sorted, none overlapping itself.
    """
    found: tuple[Furniture, ...] = ()
    for layer in layers:
        below = [piece for old in found for piece in _outside(old, layer)]
        found = tuple(sorted((*below, *layer), key=lambda mark: mark.start))
    return found


def _outside(old: Furniture, layer: tuple[Furniture, ...]) -> list[Furniture]:
    pieces, start = [], old.start
    for new in layer[bisect_right(layer, old.start, key=lambda mark: mark.end) :]:
        if new.start >= old.end:
            break
        pieces.append((start, new.start))
        start = new.end
    pieces.append((start, old.end))
    return [Furniture(start=a, end=b, kind=old.kind) for a, b in pieces if a < b]


def _mark_wrapped_captions(lines: tuple[Line, ...], kinds: dict[int, str]) -> None:
    for index, kind in tuple(kinds.items()):
        before = index - 1
        # a caption that a page broke in two: its first half stops in the middle of a phrase
        if kind == "caption" and before >= 0 and before not in kinds and OPEN_END.search(lines[before].text):
            kinds[before] = "caption"


def _mark_repetitions(lines: tuple[Line, ...], kinds: dict[int, str], *, title: str) -> None:
    seen = {_letters(title): -2} if title.strip() else {}
    for index, line in enumerate(lines):
        letters = _letters(line.text)
        if len(letters) < 12:
            continue
        first = seen.setdefault(letters, index)
        if first == index or index in kinds:
            continue
        if first == index - 1 and len(line.text) <= CAPTION_LONGEST and not END_MARK.search(line.text):
            kinds[first] = "caption"
        kinds[index] = "navigation" if first == -2 else "caption" if first == index - 1 else "pull_quote"


def _mark_pull_quotes(lines: tuple[Line, ...], kinds: dict[int, str]) -> None:
    if len(lines) > MOST_LINES:
        return
    words = [frozenset(WORD.findall(line.text.lower())) for line in lines]
    for index, line in enumerate(lines):
        count = len(line.text.split())
        if index in kinds or count not in PULL_QUOTE_WORDS:
            continue
        for other, longer in enumerate(lines):
            if other == index or other in kinds or len(longer.text) < 1.3 * len(line.text):
                continue
            # most words in common, before the slower comparison of the wording
            if len(words[index] & words[other]) >= 0.8 * len(words[index]) and _quotes(
                line.text, longer.text
            ):
                kinds[index] = "pull_quote"
                break


def _quotes(short: str, long: str) -> bool:
    one, other = (" ".join(WORD.findall(text.lower())) for text in (short, long))
    return fuzz.partial_ratio(one, other) >= PULL_QUOTE_LIKENESS


def _mark_links(lines: tuple[Line, ...], kinds: dict[int, str]) -> None:
    body = sum(len(line.text) for line in lines)
    runs = groupby(
        range(len(lines)), key=lambda index: _is_link(lines[index].text) or kinds.get(index) == "related"
    )
    for is_link, run in runs:
        indices = list(run)
        length = sum(len(lines[index].text) for index in indices)
        # an unpunctuated list may be the report's own; among links some betray themselves
        known = sum(index in kinds for index in range(indices[0] - 1, indices[-1] + 2))
        if is_link and known >= 2 and len(indices) >= LINKS_IN_A_ROW and length < 0.3 * body:
            for index in indices:
                kinds.setdefault(index, "related")


def _is_link(line: str) -> bool:
    return (
        len(line) <= LINK_LONGEST
        and not line.startswith(("-", "•", "*", "“", '"'))
        and not re.search(r"[.…,;:][\"'”’)\]]*$|[”\"]$", line)
    )


def _mark_second_headline(lines: tuple[Line, ...], kinds: dict[int, str], *, title: str) -> None:
    # some pages print a second, longer headline (for search engines) between standfirst and report
    told = {word.lower() for word in WORD.findall(title) if len(word) > 3 or word.isupper()}
    for index, line in enumerate(lines[:4]):
        if index in kinds or END_MARK.search(line.text) or len(line.text) > CAPTION_LONGEST:
            continue
        words = [word for word in WORD.findall(line.text) if len(word) > 3]
        shared = {word.lower() for word in WORD.findall(line.text)} & told
        if (
            len(words) >= 5
            and len(shared) >= 3
            and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
        ):
            kinds[index] = "navigation"


def _mark_tail(lines: tuple[Line, ...], kinds: dict[int, str], *, length: int) -> None:
    for index, line in enumerate(lines):
        if line.start > LAST_PART * length and TO_THE_END.match(line.text):
            for later in range(index, len(lines)):
                kinds.setdefault(later, "related")
            break
    for index, line in enumerate(lines):
        # a note on the author closes the report, whatever a page puts below it
        near_end = line.start > LAST_PART * length and len(line.text) <= 2 * LONGEST_LINE
        if index not in kinds and near_end and BIOGRAPHY.match(line.text) and not _is_told(lines, index):
            kinds[index] = "biography"
    last = len(lines) - 1
    while last >= 0 and (last in kinds or _joins_tail(lines, kinds, last)):
        last -= 1


def _is_told(lines: tuple[Line, ...], index: int) -> bool:
    """Whether the report itself goes on to speak of the person: a journalist may be a victim."""
    name = lines[index].text.split()[:2]
    after = " ".join(line.text for line in lines[index + 1 :])
    return index + 3 < len(lines) or (len(name) == 2 and name[1] in after)


def _joins_tail(lines: tuple[Line, ...], kinds: dict[int, str], index: int) -> bool:
    line = lines[index]
    if len(line.text) <= 2 * LONGEST_LINE and BIOGRAPHY.match(line.text):
        kinds[index] = "biography"
    elif index in range(1, len(lines) - 1) and index - 1 in kinds and len(line.text.split()) <= 12:
        kinds[index] = "poll" if line.text.endswith("?") else kinds[index - 1]
    else:
        return False
    return True


def _spans(lines: tuple[Line, ...], kinds: dict[int, str]) -> tuple[Furniture, ...]:
    found: list[Furniture] = []
    previous = -2
    for index in sorted(kinds):
        line, kind = lines[index], kinds[index]
        if found and previous == index - 1 and found[-1].kind == kind:
            found[-1] = Furniture(start=found[-1].start, end=line.end, kind=kind)
        else:
            found.append(Furniture(start=line.start, end=line.end, kind=kind))
        previous = index
    return tuple(found)


def _is_bracketed_link(line: str) -> bool:
    return bool(re.fullmatch(r"\[[^\[\]]{15,200}\]", line)) and len(line.split()) >= 3


def _is_capitals(text: str) -> bool:
    sample = text[:5000]
    return sum(map(str.isupper, sample)) > 0.8 * sum(map(str.isalpha, sample))


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())

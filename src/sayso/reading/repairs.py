"""What is sloppy in a text, and what the analysis reads instead.

The stored text never changes. A repair keeps its length, so that offsets hold; what cannot be
repaired that way is listed and left.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.reports import Edit, Repair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUSPECT = re.compile(
    r"[\x80-\x9f\u0152-\u0192\u02c6\u02dc\u2013-\u2122\u00a0-\u00ff]*[\x80-\x9fÂÃâãäåçèéêïðâÐÑØÙ]"
    r"[\x80-\x9f\u0152-\u0192\u02c6\u02dc\u2013-\u2122\u00a0-\u00ff]+"
)
"""Runs in which bytes of UTF-8 may have been taken for Windows-1252 letters."""

CONTROL_MARKS = {
    "\x82": "'", "\x84": '"', "\x85": ".", "\x91": "'", "\x92": "'", "\x93": '"', "\x94": '"',
    "\x96": "-", "\x97": "-",
}  # fmt: skip
"""Windows-1252 marks that were decoded as control characters of Latin-1."""

MARKS = re.compile(r"[“”„‟«»‹›〝〞＂❝❞‘’‚‛ʼ`´＇❛❜′″‐‑–—−―]")
SPACES = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
INVISIBLE = re.compile(r"[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
HYPHENATION = re.compile(r"\b[^\W\d_]{2,}-(?:[ \t]*\r?\n[ \t]*|[ \t])(?!(?:and|or|to|und|nor)\b)[a-z]{2,}\b")
ENTITY = re.compile(r"&(?:amp|quot|lt|gt|nbsp|apos|[lr][sd]quo|[mn]dash|hellip|#\d{1,5}|#x[0-9a-fA-F]{1,4});")
LISTED = 3
FEWEST_WORDS = 150
"""In so many words of English there is a comma (s)."""

LONGEST_PARAGRAPH = 2500
"""Characters; longer runs without a break have lost theirs (s)."""

CAPITALS = 0.7
FEWEST_LETTERS = 40
GLUE = re.compile(
    r"(?<=[a-z\d’'?!\"”)])(?=(?:The|A|An|At|In|On|As|After|It|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
    r"|Police|Officials|Authorities|Several|Dozens|Hundreds|Nearly|About|More|At least|Unidentified|Gunmen"
    r"|Residents|Witnesses|By)\s)"
)
"""Where a headline runs straight into its report: a word that opens reports, without a blank before it."""

HEADLINE = range(20, 201)


def list_repairs(text: str, *, title_end: int) -> tuple[Repair, ...]:
    """Every kind of sloppiness in the text, each with what is done about it."""
    body = text[title_end:]
    return tuple(repair for find in FINDERS for repair in find(text)) + tuple(
        repair for find in BODY_FINDERS for repair in find(body)
    )


def find_glued_headline(text: str) -> int:
    """Offset where a headline ends that runs straight into the first sentence; 0 if none does.

    >>> text = "Bridge falls in the town of ZelinTwo people were killed on Friday, police said."
    >>> text[: find_glued_headline(text)]
    'Bridge falls in the town of Zelin'
    """
    first = re.search(r"\S.*", text)
    if first is None or len(first[0]) < 2 * HEADLINE.start:
        return 0
    glue = GLUE.search(text, first.start() + HEADLINE.start, min(first.end(), first.start() + HEADLINE.stop))
    if glue is None or "." in text[first.start() : glue.start()]:
        return 0
    return glue.start()


def _find_encoding(text: str) -> Iterator[Repair]:
    edits, left = [], []
    for match in SUSPECT.finditer(text):
        fixed = _fix(match[0])
        if fixed != match[0]:
            edit = _edit(text, match.start(), match.end(), fixed)
            if edit:
                edits.append(edit)
            else:
                left.append(match[0])
    edits += [
        Edit(start=place, printed=char, read=CONTROL_MARKS[char])
        for place, char in enumerate(text)
        if char in CONTROL_MARKS and not any(one.start <= place < one.start + len(one.read) for one in edits)
    ]
    if edits:
        sample = _sample(one.printed for one in edits)
        note = f"Wrongly decoded marks, such as {sample}, are read as what they were."
        edits.sort(key=lambda one: one.start)
        yield Repair(kind="encoding", places=len(edits), note=note, edits=tuple(edits))
    if left:
        note = f"Wrongly decoded letters, such as {_sample(left)}, are left as they are."
        yield Repair(kind="encoding", places=len(left), note=note)


def _fix(run: str) -> str:
    import ftfy  # noqa: PLC0415 - start-up time

    return ftfy.fix_encoding(run)


def _edit(text: str, start: int, end: int, fixed: str) -> Edit | None:
    """The repair if it can keep the length: marks beside a word leave room for blanks."""
    printed = text[start:end]
    if len(fixed) == len(printed):
        return Edit(start=start, printed=printed, read=fixed)
    before, after = text[start - 1 : start], text[end : end + 1]
    inside = before.isalnum() and after.isalnum()
    if len(fixed) > len(printed) or inside or any(char.isalnum() for char in fixed):
        return None
    blanks = " " * (len(printed) - len(fixed))
    return Edit(start=start, printed=printed, read=blanks + fixed if after.isalnum() else fixed + blanks)


def _find_entities(text: str) -> Iterator[Repair]:
    import html  # noqa: PLC0415 - seldom needed

    edits, left = [], 0
    for match in ENTITY.finditer(text):
        plain = html.unescape(match[0])
        edit = (
            _edit(text, match.start(), match.end(), " " if plain == "\xa0" else plain)
            if len(plain) == 1
            else None
        )
        if edit:
            edits.append(edit)
        else:
            left += 1
    if edits:
        note = "Character references of web pages (such as &amp;) are read as the characters they stand for."
        yield Repair(kind="encoding", places=len(edits), note=note, edits=tuple(edits))
    if left:
        note = "Character references of web pages within words are left as they are."
        yield Repair(kind="encoding", places=left, note=note)


def _find_marks(text: str) -> Iterator[Repair]:
    yield from _counted(
        text, MARKS, "marks", "Typographic quotation marks, apostrophes and dashes are read as plain ones."
    )


def _find_spaces(text: str) -> Iterator[Repair]:
    yield from _counted(text, SPACES, "spaces", "Non-breaking and other wide spaces are read as blanks.")


def _find_invisible(text: str) -> Iterator[Repair]:
    note = "Invisible characters (soft hyphens, zero-width spaces, marks of direction) stand in the text."
    yield from _counted(text, INVISIBLE, "invisible", note)


def _find_hyphenation(text: str) -> Iterator[Repair]:
    found = HYPHENATION.findall(text)
    if found:
        note = f"Words broken at a line's end, such as {_sample(found)}, are left as they are."
        yield Repair(kind="hyphenation", places=len(found), note=note)


def _find_capitals(text: str) -> Iterator[Repair]:
    lines = [line for line in text.split("\n") if _is_capitals(line)]
    if lines:
        note = "Passages in capitals are read in ordinary case, guessed word by word."
        yield Repair(kind="capitals", places=len(lines), note=note)


def _is_capitals(line: str) -> bool:
    letters, upper = sum(map(str.isalpha, line)), sum(map(str.isupper, line))
    return letters >= FEWEST_LETTERS and upper > CAPITALS * letters


def _find_commas(body: str) -> Iterator[Repair]:
    words = len(body.split())
    if words >= FEWEST_WORDS and not any(mark in body for mark in ",،，"):
        note = f"There is no comma in its {words} words: names and clauses in a row may be run together."
        yield Repair(kind="commas", places=1, note=note)


def _find_paragraphs(body: str) -> Iterator[Repair]:
    long = [line for line in body.split("\n") if len(line) > LONGEST_PARAGRAPH]
    if long:
        note = f"Paragraphs of over {LONGEST_PARAGRAPH} characters: breaks seem to be missing; none is added."
        yield Repair(kind="paragraphs", places=len(long), note=note)


def _counted(text: str, pattern: re.Pattern[str], kind: str, note: str) -> Iterator[Repair]:
    places = sum(1 for _ in pattern.finditer(text))
    if places:
        yield Repair(kind=kind, places=places, note=note)


def _sample(words: Iterator[str] | list[str]) -> str:
    flat = dict.fromkeys(" ".join(word.split()) for word in words)
    return ", ".join(f"“{word}”" for word in list(flat)[:LISTED])


FINDERS: tuple[Callable[[str], Iterator[Repair]], ...] = (
    _find_encoding,
    _find_entities,
    _find_marks,
    _find_spaces,
    _find_invisible,
    _find_hyphenation,
    _find_capitals,
)
BODY_FINDERS: tuple[Callable[[str], Iterator[Repair]], ...] = (_find_commas, _find_paragraphs)

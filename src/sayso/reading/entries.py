"""The entries of a live blog, each with its own time."""

from __future__ import annotations

import re

from sayso.model.reports import Entry, Furniture

STAMP = re.compile(
    r"(?:(?:updated|posted|published)?\s*(?:at\s+)?)(?P<time>(?P<hour>\d{1,2})\s?[:.h]\s?(?P<minute>[0-5]\d)\s?(?P<half>[ap]\.?m\.?)?"
    r"|(?P<hour2>\d{1,2})\s?(?P<half2>[ap]\.?m\.?))"
    r"(?:\s*\(?(?:GMT|UTC|[A-Z]{2,4}T|local time)(?:\s?[+-]\d{1,2})?\)?)?(?P<sep>\s*(?:[-–—:|]\s|$))",
    re.IGNORECASE,
)
FEWEST = 3
"""So many lines that open with a time make a live blog; fewer may be a chronology of the event (s)."""

LINES_EACH = 12
"""Entries of more lines on average are no live blog (s)."""


def find_entries(text: str, *, title_end: int) -> tuple[Entry, ...]:
    r"""The entries of a live blog in text order; empty if the text is none.

    A time counts if it stands in a line of its own: one that opens a sentence is the report's
    own chronology. The day is not guessed.

    >>> found = find_entries("A\n14:05\nOne.\n13:50\nTwo.\n13:10\nThree.", title_end=1)
    >>> [entry.clock for entry in found]
    ['14:05', '13:50', '13:10']
    """
    stamps = []
    lines = 0
    for line in re.finditer(r"\S(?:.*\S)?", text):
        lines += 1
        match = STAMP.fullmatch(line[0])
        clock = _clock(match) if match else None
        if match and clock and line.start() >= title_end:
            stamps.append((line.start(), match["time"].strip(), clock))
    clocks = [clock for _, _, clock in stamps]
    ordered = clocks in (sorted(clocks), sorted(clocks, reverse=True))
    if len(stamps) < FEWEST or not ordered or lines > LINES_EACH * len(stamps):
        return ()
    ends = [start for start, _, _ in stamps[1:]] + [len(text)]
    return tuple(
        Entry(start=start, end=start + len(text[start:end].rstrip()), time=time, clock=clock)
        for (start, time, clock), end in zip(stamps, ends, strict=True)
    )


def entry_furniture(entries: tuple[Entry, ...], text: str) -> tuple[Furniture, ...]:
    """The lines that hold nothing but an entry's time."""
    marks = []
    for entry in entries:
        stop = text.find("\n", entry.start)
        end = len(text[: stop if stop >= 0 else len(text)].rstrip())
        marks.append(Furniture(start=entry.start, end=end, kind="time"))
    return tuple(marks)


def _clock(match: re.Match[str]) -> str | None:
    hour = int(match["hour"] or match["hour2"])
    half = (match["half"] or match["half2"] or "").lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{int(match['minute'] or 0):02d}" if hour < 24 else None

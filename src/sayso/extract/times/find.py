"""Time expressions of a whole report, in text order, never overlapping."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from sayso.extract.times import absolute, apart, clock, durations, parts, relative, years
from sayso.extract.times.dateline import find_dateline_end
from sayso.extract.times.expressions import Form, Reading, Scene, TimeExpression
from sayso.extract.times.merge import Placed, join_neighbours, lend_days
from sayso.extract.times.tense import is_other_word, points_ahead
from sayso.model.values import Days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sayso.model.layers import Layers, Sentence

FORMS: tuple[Form, ...] = (
    *clock.FORMS,
    *absolute.FORMS,
    *years.FORMS,
    *parts.FORMS,
    *relative.FORMS,
    *apart.FORMS,
    *durations.FORMS,
)
REACH = 3
"""Paragraphs over which "the next day" looks back for its day (s)."""
BESIDE = 80
"""Characters before an expression that a form may look at."""
LEAD = re.compile(
    r"\b(?:(?:at|on|in|by|around|about|approximately|roughly|almost|nearly|just|shortly|exactly|until|since|"
    r"from|after|before)\s+){1,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """Sentences of one paragraph, read together: a parser may end a sentence behind "a.m."."""

    layers: Layers
    sentences: tuple[Sentence, ...]

    @property
    def start(self) -> int:
        return self.sentences[0].start

    @property
    def text(self) -> str:
        return self.layers.shadow[self.start : self.sentences[-1].end]

    @property
    def breaks(self) -> tuple[int, ...]:
        """Offsets in the passage where its sentences end."""
        return tuple(sentence.end - self.start for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Memory:
    """The last single day named, and the paragraph it stands in."""

    day: date | None = None
    paragraph: int = 0


def find_times(layers: Layers, *, context: bool = True) -> tuple[TimeExpression, ...]:
    """All time expressions of one report, resolved as far as the report allows.

    Args:
        layers: The report's layers; its own publication date is the only anchor.
        context: Whether "the next day" and the like, and clock times, take their day from
            another date in the same report.

    Returns:
        Expressions in text order. Those in furniture are left out. Unresolved ones have
        ``days`` None.

    Method: own grammar after TIMEX3 (TimeML 1.2.1); anchoring by STANDARDS 5 (MUC-4).
    """
    found: list[TimeExpression] = []
    memory = _Memory()
    for passage in _passages(layers):
        paragraph = passage.sentences[0].paragraph
        if memory.day and paragraph - memory.paragraph > REACH:
            memory = _Memory()
        reference = memory.day if context else None
        text = passage.text
        joined = join_neighbours(text, _read_passage(passage, text, reference=reference, context=context))
        dated = lend_days(joined, breaks=passage.breaks, reference=_near(layers, reference), context=context)
        line = find_dateline_end(layers, passage.sentences[0], dated)
        for piece in dated:
            found.append(_expression(piece, offset=passage.start, dateline=piece.end <= line))
            day = piece.reading.day
            if day and piece.end > line:
                memory = _Memory(day=day, paragraph=paragraph)
    return tuple(found)


def find_wording(layers: Layers, time: TimeExpression) -> tuple[int, int]:
    """Offsets of an expression with the small words that are its own: "at about", "on", "just after"."""
    if layers.shadow.startswith(("'s", "’s"), time.end):
        return time.start, time.end  # "word of Monday's fire": what stands before belongs to the fire
    lead = LEAD.search(layers.shadow, max(0, time.start - 40), time.start)
    return (lead.start() if lead else time.start), time.end


def _passages(layers: Layers) -> Iterator[_Passage]:
    for (_, furniture), group in groupby(layers.sentences, key=lambda s: (s.paragraph, s.furniture)):
        if not furniture:
            yield _Passage(layers=layers, sentences=tuple(group))


def _near(layers: Layers, day: date | None) -> date | None:
    """The day, if it is near the report's own: only such a day is lent to a clock time (s)."""
    published = layers.report.anchor
    if day is None or published is None or abs((published.latest - day).days) <= 31:
        return day
    return None


def _read_passage(passage: _Passage, text: str, *, reference: date | None, context: bool) -> list[Placed]:
    placed: list[Placed] = []
    end = 0
    for match, form in _candidates(text):
        start = match.start()
        if start < end or is_other_word(passage.layers, passage.start + start, passage.start + match.end()):
            continue
        reading = form.read(match, _scene(passage, text, match, reference=reference))
        if reading is None:
            continue
        end = match.end()
        placed.append(Placed(start=start, end=end, reading=reading))
        if context:
            reference = reading.day or reference
    return placed


def _scene(passage: _Passage, text: str, match: re.Match[str], *, reference: date | None) -> Scene:
    published = passage.layers.report.anchor
    return Scene(
        earliest=published.earliest if published else None,
        latest=published.latest if published else None,
        ahead=partial(points_ahead, passage.layers, passage.start + match.start()),
        before=text[max(0, match.start() - BESIDE) : match.start()],
        after=text[match.end() : match.end() + BESIDE],
        reference=reference,
    )


def _candidates(text: str) -> list[tuple[re.Match[str], Form]]:
    """All matches of all forms, leftmost first, then longest, then first in the tables."""
    lower = text.lower()
    found = [
        (match, form)
        for form in FORMS
        if not form.needs or any(word in lower for word in form.needs)
        for match in form.pattern.finditer(text)
    ]
    return sorted(found, key=lambda hit: (hit[0].start(), -hit[0].end()))


def _expression(piece: Placed, *, offset: int, dateline: bool) -> TimeExpression:
    reading: Reading = piece.reading
    stretch = reading.stretch
    return TimeExpression(
        start=offset + piece.start,
        end=offset + piece.end,
        kind="dateline" if dateline else reading.kind,
        days=Days(start=stretch.first.isoformat(), end=stretch.last.isoformat()) if stretch else None,
        precision=reading.precision,
        value=reading.value,
        clock=reading.clock,
        zone=reading.zone,
        anchored=reading.anchored if stretch else "unresolved",
    )

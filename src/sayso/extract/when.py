"""The day and the time of day that a report gives for its events (STANDARDS 5, "Dates")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE
from sayso.extract.incident import is_of_speaking, names_day
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import slot_of
from sayso.extract.times import find_wording
from sayso.model.values import TimeOfDay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.times import TimeExpression
    from sayso.model.values import Value


AGO = re.compile(r"\bago\b", re.IGNORECASE)
PART_OF_DAY = re.compile(
    r"\b(?:morning|afternoon|evening|night|noon|midnight|dawn|dusk|overnight|early|late)\b", re.IGNORECASE
)


LEADING = re.compile(r"^(?:at|on|in|by|around(?= the))\s+", re.IGNORECASE)
DAY_WORD = re.compile(
    r"\b(?:today|yesterday|tonight|last night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)
FULL_DATE = re.compile(r"^(?=.*[a-z]{3})(?=.*\b\d{1,2}\b).*\b(?:19|20)\d\d$", re.IGNORECASE)
OPENING = 3
"""Words at the head of a paragraph within which a printed date stands (s)."""
REMOVED = re.compile(r"\b(?:minutes?|hours?)\s+(?:before|after|earlier|later)\b[^.;]*$")
REACH = 60
"""Letters before a time in which it may be set apart: "90 minutes before the attack, about 3 p.m." (s)."""
DAYLIKE = frozenset({"day", "month", "part of day"})


def find_when(scene: Scene) -> tuple[Draft, ...]:
    """Dates and times of day in clauses that tell of an event, in text order."""
    found: list[tuple[TimeExpression, Draft]] = []
    for time in scene.times:
        index = scene.layers.token_at(time.start)
        if index is None or scene.layers.sentences[scene.layers.tokens[index].sentence].furniture:
            continue
        found += [(time, draft) for draft in _of_time(scene, time, index)]
    clocked = any(draft.slot == "time" and time.clock is not None for time, draft in found)
    # "Thursday afternoon" says no more than "about 5 p.m." further down
    return tuple(
        draft for time, draft in found if draft.slot != "time" or time.clock is not None or not clocked
    )


def _of_time(scene: Scene, time: TimeExpression, index: int) -> Iterator[Draft]:
    if time.anchored == "dateline" or not _tells(scene, index) or is_of_speaking(scene.layers, index):
        return
    if _is_printed(scene, time, index) or REMOVED.search(scene.layers.shadow, time.start - REACH, time.start):
        return
    main = scene.events.is_main(index)
    if (names_day(time) or _has_day(scene, time)) and time.days is not None and time.precision in DAYLIKE:
        day = scene.events.date
        if not main or day is None or (time.days.start <= day.end and day.start <= time.days.end):
            yield _draft("date", time.days, time, index)
    if (
        main
        and _on_the_day(scene, time)
        and not AGO.search(scene.layers.shadow, time.start, time.end)
        and (time.clock is not None or PART_OF_DAY.search(scene.layers.shadow, time.start, time.end))
    ):
        yield _time_of_day(scene, time, index)


def _has_day(scene: Scene, time: TimeExpression) -> bool:
    """Whether a clock time comes with its day: "2.50 p.m. local time today"."""
    words = scene.layers.shadow[time.start : time.end]
    return time.kind == "time" and time.clock is not None and DAY_WORD.search(words) is not None


def _is_printed(scene: Scene, time: TimeExpression, index: int) -> bool:
    """Whether a full date opens its paragraph without a preposition: when the page was printed."""
    sentence = scene.layers.sentences[scene.layers.tokens[index].sentence]
    before = scene.layers.tokens[index - 1].pos if index > sentence.first else ""
    words = scene.layers.shadow[time.start : time.end]
    return index - sentence.first < OPENING and before != "ADP" and FULL_DATE.search(words) is not None


def _on_the_day(scene: Scene, time: TimeExpression) -> bool:
    """Whether a time of day can be that of the incident: not if it belongs to another day."""
    day = scene.events.date
    if time.clock is not None and time.anchored == "context":
        return True  # a bare clock time keeps to the event that its clause tells of
    return day is None or time.days is None or (time.days.start <= day.end and day.start <= time.days.end)


def _draft(slot: str, value: Value, time: TimeExpression, index: int) -> Draft:
    return Draft(slot=slot, group=EVERYONE, value=value, start=time.start, end=time.end, at=index)


def _time_of_day(scene: Scene, time: TimeExpression, index: int) -> Draft:
    start, end = find_wording(scene.layers, time)
    words = scene.layers.report.text[start:end]
    text = LEADING.sub("", words)
    value = TimeOfDay(text=text or words, zone=time.zone)
    return Draft(slot="time", group=EVERYONE, value=value, start=start, end=end, at=index)


def _tells(scene: Scene, index: int) -> bool:
    """Whether the clause, or the one above it, has a word for an event or for harm."""
    layers = scene.layers
    sentence = layers.sentences[layers.tokens[index].sentence]
    clause = scene.clause(index)
    above = scene.clause(layers.tokens[clause].head)
    near = {clause, above}
    words = [
        i
        for i in range(sentence.first, sentence.last)
        if families_of(layers, i) or slot_of(layers, i) is not None
    ]
    if any(scene.clause(i) in near for i in words):
        return True
    # "the carnage began about 5 p.m. when the gunman opened fire"
    return any(
        layers.tokens[scene.clause(i)].dep == "advcl"
        and any(layers.tokens[c].lemma in {"when", "as"} for c in layers.children[scene.clause(i)])
        and scene.clause(layers.tokens[scene.clause(i)].head) == clause
        for i in words
    )

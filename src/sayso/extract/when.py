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
DAYLIKE = frozenset({"day", "month", "part of day"})


def find_when(scene: Scene) -> tuple[Draft, ...]:
    """Dates and times of day in clauses that tell of an event, in text order."""
    found: list[Draft] = []
    for time in scene.times:
        index = scene.layers.token_at(time.start)
        if index is None or scene.layers.sentences[scene.layers.tokens[index].sentence].furniture:
            continue
        found += _of_time(scene, time, index)
    return tuple(found)


def _of_time(scene: Scene, time: TimeExpression, index: int) -> Iterator[Draft]:
    if time.anchored == "dateline" or not _tells(scene, index) or is_of_speaking(scene.layers, index):
        return
    main = scene.events.is_main(index)
    if names_day(time) and time.days is not None and time.precision in DAYLIKE:
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


def _on_the_day(scene: Scene, time: TimeExpression) -> bool:
    """Whether a time of day can be that of the incident: not if it belongs to another day."""
    day = scene.events.date
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
    return any(
        scene.clause(i) in {clause, above} and (families_of(layers, i) or slot_of(layers, i) is not None)
        for i in range(sentence.first, sentence.last)
    )

"""The day and the time of day that a report gives for its events (STANDARDS 5, "Dates")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.events import families_of, is_of_speaking
from sayso.extract.groups import EVERYONE
from sayso.extract.harm import slot_of
from sayso.extract.scene import Draft, Scene
from sayso.model.values import TimeOfDay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.times import TimeExpression


PART_OF_DAY = re.compile(
    r"\b(?:morning|afternoon|evening|night|noon|midnight|dawn|dusk|overnight|early|late)\b", re.IGNORECASE
)


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
    if (
        time.days is not None
        and time.precision in {"day", "part of day", "month"}
        and time.kind in {"date", "time"}
    ):
        day = scene.events.date
        if not main or day is None or (time.days.start <= day.end and day.start <= time.days.end):
            yield Draft(
                slot="date", group=EVERYONE, value=time.days, start=time.start, end=time.end, at=index
            )
    if main and (time.clock is not None or PART_OF_DAY.search(scene.layers.shadow, time.start, time.end)):
        words = scene.layers.report.text[time.start : time.end]
        yield Draft(
            slot="time",
            group=EVERYONE,
            value=TimeOfDay(text=words, zone=_zone(words)),
            start=time.start,
            end=time.end,
            at=index,
        )


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


def _zone(words: str) -> str | None:
    return next((word for word in ("GMT", "UTC", "local") if word.lower() in words.lower()), None)

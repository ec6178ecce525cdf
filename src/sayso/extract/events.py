"""Which event each clause of a report tells of: the incident, or another one.

An incident is one place and one continuous time (STANDARDS (c)); earlier clashes, past
attacks and old cases are other events and lend it no casualties. A clause belongs to another
event if it carries an earlier date, a word that sets it apart ("previous", "in recent
years"), or only words of another family of events; what a clause does not say it takes from
the clause above it, then from the sentence before it in the paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.extract.clauses import clause_of
from sayso.extract.lexicon import event_families, vocabulary
from sayso.model.extraction import EventMention
from sayso.model.ids import content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.extract.times import TimeExpression
    from sayso.model.layers import Layers, Sentence
    from sayso.model.values import Days

ALONGSIDE: Mapping[str, frozenset[str]] = {
    "attack": frozenset({"attack", "robbery", "kidnapping", "fire", "crash"}),
    "quake": frozenset({"quake", "flood", "fire"}),
    "fire": frozenset({"fire", "attack", "crash"}),
    "flood": frozenset({"flood", "crash"}),
    "crash": frozenset({"crash", "fire", "flood", "attack"}),
    "protest": frozenset({"protest", "attack", "fire", "fighting", "robbery"}),
    "coup": frozenset({"coup", "attack", "fighting", "protest"}),
    "fighting": frozenset({"fighting", "attack", "war"}),
    "kidnapping": frozenset({"kidnapping", "attack", "robbery", "fighting"}),
    "robbery": frozenset({"robbery", "attack", "kidnapping", "crash"}),
}
"""Families of events that a report on an incident of the first kind uses for the same incident (s)."""
APART = re.compile(
    r"\b(previous(?:ly)?|prior|past|similar|earlier (?=\w+s\b)|in recent (?:months|years|decades)"
    r"|(?:months?|years?|decades?) (?:ago|earlier|before)|last year|this year|so far this|since the (?:start|beginning)"
    r"|over the (?:past|last) \w+|in the (?:past|last) \w+ (?:months|years)|history|historical(?:ly)?|a year (?:ago|earlier|after)"
    r"|used to|once|repeatedly|often|routinely|in other|elsewhere|another [a-z]+ (?:attack|bombing|blast|shooting|quake))\b",
    re.IGNORECASE,
)
BACKWARD = vocabulary("backward")
LEAD = 6
"""Sentences of the body that count as the lead (s)."""
TITLE_WEIGHT, LEAD_WEIGHT, BODY_WEIGHT = 4.0, 2.0, 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What tells one event of a report from another; main has neither family nor date."""

    main: bool
    family: str
    date: Days | None


@dataclass(frozen=True, kw_only=True)
class EventMap:
    """The events of one report and the clause each token's event follows from."""

    layers: Layers
    family: str
    date: Days | None
    by_clause: Mapping[int, Key]
    mentions: Mapping[Key, EventMention]

    def event_of(self, index: int) -> EventMention:
        """The event that a token's clause tells of."""
        return self.mentions[self.by_clause[clause_of(self.layers, index)]]

    def is_main(self, index: int) -> bool:
        """Whether a token's clause tells of the incident that the report is about."""
        return self.by_clause[clause_of(self.layers, index)].main


def families_of(layers: Layers, index: int) -> tuple[str, ...]:
    """The families of events that a word can tell of; empty for any other word."""
    token = layers.tokens[index]
    if token.pos not in {"NOUN", "PROPN", "VERB"}:
        return ()
    return event_families().get(token.lemma, ()) or event_families().get(token.text.lower(), ())


def find_events(layers: Layers, times: tuple[TimeExpression, ...]) -> EventMap:
    """Assign every clause of a report to an event.

    Args:
        layers: Of one report.
        times: Its time expressions, resolved against its own date.
    """
    family = main_family(layers)
    dated = {index: time for time in times if (index := _date_token(layers, time)) is not None}
    day = main_date(layers, family, dated)
    by_clause = _assign(layers, family=family, day=day, dated=dated)
    return EventMap(
        layers=layers, family=family, date=day, by_clause=by_clause,
        mentions=_mentions(layers, by_clause, family=family, day=day),
    )  # fmt: skip


def main_family(layers: Layers) -> str:
    """The family of the incident a report is about: the one its headline and lead speak of most."""
    scores: Counter[str] = Counter()
    body = 0
    for sentence in layers.sentences:
        if sentence.furniture:
            continue
        weight = (
            TITLE_WEIGHT if sentence.title else LEAD_WEIGHT / (1 + body / 2) if body < LEAD else BODY_WEIGHT
        )
        body += not sentence.title
        for index in range(sentence.first, sentence.last):
            for family in families_of(layers, index):
                scores[family] += weight
    ranked = [(score, family) for family, score in scores.items() if family in ALONGSIDE]
    return max(ranked, default=(0.0, "attack"), key=lambda pair: (pair[0], pair[1] == "attack", pair[1]))[1]


def main_date(layers: Layers, family: str, dated: Mapping[int, TimeExpression]) -> Days | None:
    """The day of the incident by this report: the date that its own sentences on it give first and most."""
    scores: dict[Days, float] = {}
    for index, time in sorted(dated.items()):
        sentence = layers.sentences[layers.tokens[index].sentence]
        words = range(sentence.first, sentence.last)
        if time.days is None or time.precision not in {"day", "part of day"}:
            continue
        if not any(set(families_of(layers, i)) & ALONGSIDE[family] for i in words):
            continue
        place = layers.tokens[index].sentence
        apart = APART.search(layers.shadow, sentence.start, sentence.end) is not None
        scores[time.days] = scores.get(time.days, 0.0) + (0.2 if apart else 1.0) / (1 + place / 4)
    return max(scores, key=lambda days: (scores[days], days.start), default=None)


def _date_token(layers: Layers, time: TimeExpression) -> int | None:
    """The token a date hangs on; None for durations and for the far end of "since" and "until"."""
    index = layers.token_at(time.start)
    if index is None or time.days is None or time.kind not in {"date", "time"}:
        return None
    before = layers.tokens[index - 1].text.lower() if index else ""
    first = layers.tokens[index].text.lower()
    return None if before in BACKWARD or first in BACKWARD else index


def _excludes(main: Days | None, days: Days) -> bool:
    """Whether a date lies wholly before the incident, with a day to spare for time zones."""
    if main is None:
        return False
    return date.fromisoformat(days.end) < date.fromisoformat(main.start) - timedelta(days=1)


def _includes(main: Days | None, days: Days) -> bool:
    return main is not None and days.start <= main.end and main.start <= days.end


@dataclass(frozen=True, kw_only=True)
class _Evidence:
    """What the tokens of one clause say about its event."""

    dates: tuple[Days, ...]
    families: frozenset[str]
    apart: bool


def _assign(
    layers: Layers, *, family: str, day: Days | None, dated: Mapping[int, TimeExpression]
) -> dict[int, Key]:
    main = Key(main=True, family=family, date=None)
    keys: dict[int, Key] = {}
    before, paragraph = main, -1
    for sentence in layers.sentences:
        if sentence.paragraph != paragraph:
            before, paragraph = main, sentence.paragraph
        evidence = _evidence(layers, sentence, dated)
        decided = {clause: _decide(found, family=family, day=day) for clause, found in evidence.items()}
        for clause in evidence:
            keys[clause] = _inherit(layers, clause, decided) or before
        top = [keys[clause] for clause in evidence if decided[clause] is not None]
        before = top[0] if top else before
    return keys


def _evidence(
    layers: Layers, sentence: Sentence, dated: Mapping[int, TimeExpression]
) -> dict[int, _Evidence]:
    members: dict[int, list[int]] = {}
    for index in range(sentence.first, sentence.last):
        members.setdefault(clause_of(layers, index), []).append(index)
    return {clause: _weigh(layers, indices, dated) for clause, indices in members.items()}


def _weigh(layers: Layers, indices: list[int], dated: Mapping[int, TimeExpression]) -> _Evidence:
    spans = [(layers.tokens[i].start, layers.tokens[i].end) for i in indices]
    apart = any(
        APART.search(layers.shadow, start, end)
        for start, end in _runs(spans)
    )  # fmt: skip
    return _Evidence(
        dates=tuple(days for i in indices if i in dated and (days := dated[i].days) is not None),
        families=frozenset(family for i in indices for family in families_of(layers, i)),
        apart=apart,
    )


def _runs(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring words joined into stretches."""
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        if runs and start - runs[-1][1] <= 1:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _decide(found: _Evidence, *, family: str, day: Days | None) -> Key | None:
    """The event that a clause names by itself; None if it names none."""
    alongside = found.families & ALONGSIDE[family]
    other = sorted(found.families - ALONGSIDE[family] - {"arrest"})
    if any(_includes(day, days) for days in found.dates) and not (other and not alongside):
        return Key(main=True, family=family, date=None)
    earlier = [days for days in found.dates if _excludes(day, days)]
    if earlier:
        kind = other[0] if other and not alongside else next(iter(sorted(found.families)), family)
        return Key(main=False, family=kind, date=earlier[0])
    if other and not alongside:
        return Key(main=False, family=other[0], date=None)
    if found.apart:
        return Key(main=False, family=next(iter(sorted(found.families)), family), date=None)
    return Key(main=True, family=family, date=None) if alongside else None


def _inherit(layers: Layers, clause: int, decided: Mapping[int, Key | None]) -> Key | None:
    """A clause's own event, or else the nearest one up the tree."""
    here = clause
    while True:
        key = decided.get(here)
        if key is not None:
            return key
        head = layers.tokens[here].head
        above = clause_of(layers, head)
        if here in (head, above):
            return None
        here = above


def _mentions(
    layers: Layers, by_clause: Mapping[int, Key], *, family: str, day: Days | None
) -> dict[Key, EventMention]:
    clauses: dict[Key, list[int]] = {Key(main=True, family=family, date=None): []}
    for clause, key in sorted(by_clause.items()):
        clauses.setdefault(key, []).append(clause)
    return {key: _mention(layers, key, heads, day=day) for key, heads in clauses.items()}


def _mention(layers: Layers, key: Key, heads: list[int], *, day: Days | None) -> EventMention:
    triggers = tuple(
        layers.span(layers.tokens[i].start, layers.tokens[i].end)
        for i in heads
        if not layers.sentences[layers.tokens[i].sentence].furniture
    )
    title = next((s for s in layers.sentences if s.title), None)
    words = layers.report.title or (layers.report.text[title.start : title.end] if title else key.family)
    days = day if key.main else key.date
    label = words if key.main else f"{key.family}, {days.start}" if days else f"{key.family}, undated"
    return EventMention(
        id=content_id("evm", layers.report.id, key.main, key.family, days),
        report=layers.report.id,
        type=key.family,
        main=key.main,
        label=label,
        date=days,
        places=(),
        triggers=triggers,
    )

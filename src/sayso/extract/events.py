"""Which event each clause of a report tells of: the incident, or another one.

An incident is one place and one continuous time (STANDARDS (c)); earlier clashes, past
attacks and old cases are other events and lend it no casualties. A clause belongs to another
event if it carries an earlier date, a word that sets it apart ("previous", "in recent
years"), or only words of another family of events; what a clause does not say it takes from
the clause above it, then from the sentence before it in the paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.extract.clauses import clause_of
from sayso.extract.event_words import ALONGSIDE, harm_slots, told_as
from sayso.extract.evidence import Evidence, find_evidence
from sayso.extract.incident import Incident, date_token, read_incident, recent
from sayso.model.extraction import EventMention
from sayso.model.ids import content_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.extract.times import TimeExpression
    from sayso.model.layers import Layers, Sentence
    from sayso.model.values import Days


TOTAL = "total"
"""The kind of what is told of a whole war or year."""
LOOK_BACK = 4
"""Sentences that a look back may run without giving a date (s)."""


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
    places: frozenset[str]
    by_clause: Mapping[int, Key]
    mentions: Mapping[Key, EventMention]

    @property
    def main(self) -> EventMention:
        """The incident that the report is about."""
        return self.mentions[Key(main=True, family=self.family, date=None)]

    def event_of(self, index: int) -> EventMention:
        """The event that a token's clause tells of."""
        return self.mentions[self._keys[index]]

    def is_main(self, index: int) -> bool:
        """Whether a token's clause tells of the incident that the report is about."""
        return self._keys[index].main

    @cached_property
    def _keys(self) -> tuple[Key, ...]:
        """The event of every token; asked so often that it is looked up once."""
        return tuple(self.by_clause[clause_of(self.layers, i)] for i in range(len(self.layers.tokens)))


def find_events(layers: Layers, times: tuple[TimeExpression, ...]) -> EventMap:
    """Assign every clause of a report to an event.

    Args:
        layers: Of one report.
        times: Its time expressions, resolved against its own date.
    """
    dated = {index: time for time in times if (index := date_token(layers, time)) is not None}
    incident = read_incident(layers, dated)
    by_clause = _assign(layers, replace(incident, day=incident.day or recent(layers)), dated)
    return EventMap(
        layers=layers,
        family=incident.family,
        date=incident.day,
        places=incident.places,
        by_clause=by_clause,
        mentions=_mentions(layers, by_clause, incident),
    )


def _excludes(main: Days | None, days: Days) -> bool:
    """Whether a date lies wholly before the incident, with a day to spare for time zones."""
    if main is None:
        return False
    return date.fromisoformat(days.end) < date.fromisoformat(main.start) - timedelta(days=1)


def _includes(main: Days | None, days: Days) -> bool:
    return main is not None and days.start <= main.end and main.start <= days.end


def _is_day_of(main: Days | None, days: Days) -> bool:
    """Whether a date given to the week or closer includes the incident."""
    return main is not None and _includes(main, days) and _length(days) < timedelta(days=7)


def _length(days: Days) -> timedelta:
    return date.fromisoformat(days.end) - date.fromisoformat(days.start)


def _assign(layers: Layers, incident: Incident, dated: Mapping[int, TimeExpression]) -> dict[int, Key]:
    main = Key(main=True, family=incident.family, date=None)
    keys: dict[int, Key] = {}
    told: list[_Told] = []
    before, last, paragraph = main, main, -1
    for sentence in layers.sentences:
        if sentence.paragraph != paragraph:
            last, paragraph = before, sentence.paragraph
            before = last if _goes_on(layers, sentence) else main
        evidence = find_evidence(layers, sentence, dated, incident)
        if before.main and any(found.pointing for found in evidence.values()):
            before = last  # "those raids" may point over the break of a paragraph
        decided = {clause: _decide(found, incident, before=before) for clause, found in evidence.items()}
        decided |= {
            clause: None for clause, found in evidence.items() if _is_swayed(layers, clause, decided, found)
        }
        decided |= {
            clause: cause
            for clause in evidence
            if decided[clause] is None
            and (cause := _cause(layers, clause, decided, evidence, incident)) is not None
        }
        for clause in evidence:
            keys[clause] = _inherit(layers, clause, decided) or next(
                iter(filter(None, decided.values())), before
            )
        top = [keys[clause] for clause in evidence if decided[clause] is not None]
        before = top[0] if top else before
        sure = any(
            found.definite or any(_is_day_of(incident.day, days) for days in found.dates)
            for found in evidence.values()
        )
        told.append(_Told(clauses=tuple(evidence), key=before, sure=sure))
    return keys | _between_dated(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One sentence as assigned; sure if it points at the incident by its day or by "the attack"."""

    clauses: tuple[int, ...]
    key: Key
    sure: bool

    @property
    def elsewhere(self) -> bool:
        """Whether it tells of another event and gives its date."""
        return not self.key.main and self.key.date is not None


def _between_dated(told: list[_Told]) -> dict[int, Key]:
    """Undated sentences between two dated ones of other events tell on with the first: a look back.

    A sentence that points at the incident ends the look back.
    """
    changed: dict[int, Key] = {}
    start: int | None = None
    for place, one in enumerate(told):
        if one.elsewhere:
            between = told[start + 1 : place] if start is not None and place - start <= LOOK_BACK else []
            for other in between:
                if other.key.main:
                    changed |= dict.fromkeys(other.clauses, told[start or 0].key)
            start = place
        elif one.sure:
            start = None
    return changed


def _goes_on(layers: Layers, sentence: Sentence) -> bool:
    """Whether a paragraph opens with a pronoun for what the last one told of ("It killed nine")."""
    token = layers.tokens[sentence.first]
    return token.text.lower() in {"it", "that", "this"} and token.dep in {"nsubj", "nsubjpass"}


def _is_swayed(layers: Layers, clause: int, decided: Mapping[int, Key | None], found: Evidence) -> bool:
    """Whether a clause that only by its words tells of the incident hangs on one dated otherwise."""
    own = decided[clause]
    if own is None or not own.main or found.definite or found.dates:
        return False
    here = clause
    while (above := clause_of(layers, layers.tokens[here].head)) != here:
        here = above
        over = decided.get(here)
        if over is not None and not over.main:
            return over.date is not None
    return False


def _decide(found: Evidence, incident: Incident, *, before: Key) -> Key | None:
    """The event that a clause names by itself; None if it names none."""
    alongside = found.families & ALONGSIDE[incident.family]
    other = sorted(found.families - ALONGSIDE[incident.family] - {"arrest"})
    kind = other[0] if other and not alongside else next(iter(sorted(found.families)), incident.family)
    earlier = [days for days in found.dates if _excludes(incident.day, days)]
    today = any(_is_day_of(incident.day, days) for days in found.dates)
    when = next(iter(found.dates), None)
    other_day = bool(found.dates) and incident.day is not None and not today
    if (earlier and not today) or (other_day and (found.alien or found.aftershock)):
        return Key(main=False, family=kind, date=earlier[0] if earlier else when)
    if other == ["fighting"] and incident.family == "attack" and found.definite and not found.dates:
        return None  # "the clash" is the attack just told of
    if found.total:
        return Key(main=False, family=TOTAL, date=None)
    if (other and not alongside) or found.apart:
        return Key(main=False, family=kind, date=None if found.apart and not other else when)
    if not before.main and (found.pointing or (alongside and not found.definite and not found.dates)):
        return before
    main = not (alongside and found.foreign and (other_day or not found.definite))
    key = (
        Key(main=True, family=incident.family, date=None) if main else Key(main=False, family=kind, date=when)
    )
    return key if alongside or today else None


def _cause(
    layers: Layers,
    clause: int,
    decided: Mapping[int, Key | None],
    evidence: Mapping[int, Evidence],
    incident: Incident,
) -> Key | None:
    """The other event in which those hurt in a clause came to harm: "two died when their bus crashed".

    None if the clause tells of no harm, or of harm in the incident.
    """
    if not harm_slots(layers, clause):
        return None
    dates = evidence[clause].dates
    another_day = bool(dates) and not any(_is_day_of(incident.day, days) for days in dates)
    for below in layers.children[clause]:
        joined = any(layers.tokens[c].lemma in {"when", "as"} for c in layers.children[below])
        key = decided.get(below)
        if layers.tokens[below].dep != "advcl" or not joined or below not in evidence:
            continue
        if key is not None and not key.main:
            return key
        kinds = sorted(evidence[below].families)
        if another_day and kinds and not evidence[below].definite:
            return Key(main=False, family=kinds[0], date=dates[0])
    return None


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


def _mentions(layers: Layers, by_clause: Mapping[int, Key], incident: Incident) -> dict[Key, EventMention]:
    clauses: dict[Key, list[int]] = {Key(main=True, family=incident.family, date=None): []}
    for clause, key in sorted(by_clause.items()):
        clauses.setdefault(key, []).append(clause)
    return {key: _mention(layers, key, heads, day=incident.day) for key, heads in clauses.items()}


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
        told_as=told_as(layers, key.family) if key.main else key.family,
        main=key.main,
        label=label,
        date=days,
        places=(),
        triggers=triggers,
    )

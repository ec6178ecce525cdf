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
from sayso.extract.lexicon import event_families, read_words, vocabulary
from sayso.model.extraction import EventMention
from sayso.model.ids import content_id
from sayso.model.values import Days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.extract.times import TimeExpression
    from sayso.model.layers import Layers, Sentence

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
PLACES = frozenset({"GPE", "LOC", "FAC"})
NATURE = frozenset({"quake", "flood", "fire", "crash"})
CLEAR_ATTACKS = vocabulary("clear_attacks")
BACKWARD = vocabulary("backward")
SPEAKING = vocabulary("when_speaking")
FRESH = timedelta(days=45)
"""How long before publication a report's own incident usually lies (s)."""
ASTRAY = timedelta(days=10)
"""How long before publication an undated incident may lie (s)."""
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
    places: frozenset[str]
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
    found = event_families().get(token.lemma, ())
    return found or (event_families().get(token.text.lower(), ()) if token.pos != "VERB" else ())


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
        layers=layers, family=family, date=day, places=_opening_places(layers), by_clause=by_clause,
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
    """The day of the incident by this report: the one that its sentences on it give first and most.

    A date that hangs on the word for the incident counts most, one in the same sentence less;
    a date long before publication, or set apart by its wording, hardly at all.
    """
    scores: dict[Days, float] = {}
    for index, time in sorted(dated.items()):
        if time.days is None or time.precision not in {"day", "part of day"} or is_of_speaking(layers, index):
            continue
        weight = _closeness(layers, index, ALONGSIDE[family]) / (1 + layers.tokens[index].sentence / 4)
        if weight:
            scores[time.days] = scores.get(time.days, 0.0) + weight * _freshness(layers, time.days)
    return max(scores, key=lambda days: (scores[days], days.start), default=None)


def _closeness(layers: Layers, index: int, families: frozenset[str]) -> float:
    """How closely a date belongs to words for the incident: 0 where its sentence has none."""
    sentence = layers.sentences[layers.tokens[index].sentence]
    words = [i for i in range(sentence.first, sentence.last) if tells(layers, i, families)]
    if not words or sentence.furniture:
        return 0.0
    near = clause_of(layers, governor(layers, index))
    own = any(clause_of(layers, i) == near or i == near for i in words)
    apart = APART.search(layers.shadow, sentence.start, sentence.end) is not None
    direct = bool(families_of(layers, governor(layers, index)))
    return (2.0 if direct else 1.0 if own else 0.3) * (0.2 if apart else 1.0)


def _freshness(layers: Layers, days: Days) -> float:
    """One for a date not long before publication, little for an older one."""
    published = layers.report.published
    if published is None:
        return 1.0
    age = published.latest - date.fromisoformat(days.start)
    return 1.0 if timedelta(0) <= age <= FRESH else 0.1


def governor(layers: Layers, index: int) -> int:
    """The verb, or the noun for an event, that a date hangs on."""
    here = layers.tokens[index].head
    while layers.tokens[here].head != here:
        if layers.tokens[here].pos in {"VERB", "AUX"} or families_of(layers, here):
            return here
        here = layers.tokens[here].head
    return here


def is_of_speaking(layers: Layers, index: int) -> bool:
    """Whether a date says when somebody spoke, not when it happened."""
    return layers.tokens[governor(layers, index)].lemma in SPEAKING


def tells(layers: Layers, index: int, families: frozenset[str]) -> bool:
    """Whether a word tells of an event of these families or of harm done."""
    return bool(families.intersection(families_of(layers, index))) or bool(harm_slots(layers, index))


def harm_slots(layers: Layers, index: int) -> tuple[str, ...]:
    """The slots of harm that a word can fill, by the word alone; empty for any other word."""
    token = layers.tokens[index]
    if token.pos in {"PUNCT", "DET", "PRON", "ADP"}:
        return ()
    return read_words("harm").get(token.lemma, ()) or read_words("harm").get(token.text.lower(), ())


def names_day(time: TimeExpression) -> bool:
    """Whether a time expression itself tells the day: not a mere clock time, nor a dateline."""
    if time.days is None or time.anchored == "dateline":
        return False
    return time.kind == "date" or (
        time.kind == "time" and time.anchored in {"self", "published"} and time.clock is None
    )


def _date_token(layers: Layers, time: TimeExpression) -> int | None:
    """The token a date hangs on; None for durations and for the far end of "since" and "until"."""
    index = layers.token_at(time.start)
    if index is None or not names_day(time):
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
    """What the tokens of one clause say about its event.

    Attributes:
        definite: Whether it points at a known event ("the attack").
        pointing: Whether it points back at the one just told of ("that attack", "those raids").
        foreign: Whether it names a place that the report did not open with.
    """

    dates: tuple[Days, ...]
    families: frozenset[str]
    apart: bool
    definite: bool
    pointing: bool
    foreign: bool


@dataclass(frozen=True, kw_only=True)
class _Incident:
    """What the report's incident is known by."""

    family: str
    day: Days | None
    places: frozenset[str]


def _assign(
    layers: Layers, *, family: str, day: Days | None, dated: Mapping[int, TimeExpression]
) -> dict[int, Key]:
    incident = _Incident(family=family, day=day or _recent(layers), places=_opening_places(layers))
    main = Key(main=True, family=family, date=None)
    keys: dict[int, Key] = {}
    before, paragraph = main, -1
    for sentence in layers.sentences:
        if sentence.paragraph != paragraph:
            before, paragraph = main, sentence.paragraph
        evidence = _evidence(layers, sentence, dated, incident)
        decided = {clause: _decide(found, incident, before=before) for clause, found in evidence.items()}
        for clause in evidence:
            keys[clause] = _inherit(layers, clause, decided) or next(
                iter(filter(None, decided.values())), before
            )
        top = [keys[clause] for clause in evidence if decided[clause] is not None]
        before = top[0] if top else before
    return keys


def _recent(layers: Layers) -> Days | None:
    """The days before publication: what a report without a date of its own is taken to tell of."""
    published = layers.report.published
    if published is None:
        return None
    start = published.earliest - ASTRAY
    return Days(start=start.isoformat(), end=published.latest.isoformat())


def _opening_places(layers: Layers) -> frozenset[str]:
    """Words of the place names in headline and lead."""
    names: set[str] = set()
    body = 0
    for sentence in layers.sentences:
        body += not sentence.title
        if body > LEAD:
            break
        names |= {
            token.text.lower()
            for name in layers.names
            if name.kind in PLACES and sentence.first <= name.first < sentence.last
            for token in layers.tokens[name.first : name.last]
        }
    return frozenset(names)


def _evidence(
    layers: Layers, sentence: Sentence, dated: Mapping[int, TimeExpression], incident: _Incident
) -> dict[int, _Evidence]:
    members: dict[int, list[int]] = {}
    for index in range(sentence.first, sentence.last):
        members.setdefault(clause_of(layers, index), []).append(index)
    return {
        clause: _weigh(layers, clause, indices, dated=dated, incident=incident)
        for clause, indices in members.items()
    }


def _weigh(
    layers: Layers,
    clause: int,
    indices: list[int],
    *,
    dated: Mapping[int, TimeExpression],
    incident: _Incident,
) -> _Evidence:
    spans = _runs((layers.tokens[i].start, layers.tokens[i].end) for i in indices)
    apart = any(APART.search(layers.shadow, start, end) for start, end in spans)
    perfect = any(layers.tokens[c].lemma == "have" for c in layers.children[clause])
    sentence = layers.sentences[layers.tokens[clause].sentence]
    since = perfect and any(layers.tokens[i].lemma == "since" for i in range(clause, sentence.last))
    determiners = {
        layers.tokens[c].lemma
        for i in indices
        if families_of(layers, i) and layers.tokens[i].pos == "NOUN"
        for c in layers.children[i]
        if layers.tokens[c].dep in {"det", "poss", "amod"}
    }
    places = {n for n in layers.names if n.kind in PLACES and any(n.first <= i < n.last for i in indices)}
    names = [{t.text.lower() for t in layers.tokens[n.first : n.last]} for n in places]
    return _Evidence(
        dates=_dates(layers, clause, indices, dated),
        families=frozenset(family for i in indices for family in _clear_families(layers, i, incident.family)),
        apart=apart or since,
        definite=bool(determiners & {"the", "this"}),
        pointing=bool(determiners & {"that", "those", "these"}),
        foreign=bool(incident.places) and any(not words & incident.places for words in names),
    )


def _dates(
    layers: Layers, clause: int, indices: list[int], dated: Mapping[int, TimeExpression]
) -> tuple[Days, ...]:
    """The dates of a clause, and the one it hangs on ("in 2019, when five people died")."""
    above = layers.tokens[clause].head
    hung = (
        [above]
        if layers.tokens[clause].dep in {"relcl", "advcl", "acl"} and layers.tokens[above].tag == "CD"
        else []
    )
    years = [_year(layers, i) for i in hung]
    found = [days for i in indices if i in dated and (days := dated[i].days) is not None]
    return tuple([*found, *(year for year in years if year is not None)])


def _year(layers: Layers, index: int) -> Days | None:
    words = layers.tokens[index].text
    return (
        Days(start=f"{words}-01-01", end=f"{words}-12-31") if re.fullmatch(r"(?:19|20)\d\d", words) else None
    )


def _clear_families(layers: Layers, index: int, family: str) -> tuple[str, ...]:
    """The families a word tells of; a quake that strikes and a fire that hits are no attacks."""
    found = families_of(layers, index)
    if family not in NATURE or layers.tokens[index].lemma in CLEAR_ATTACKS:
        return found
    return tuple(each for each in found if each != "attack")


def _runs(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring words joined into stretches."""
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        if runs and start - runs[-1][1] <= 1:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _decide(found: _Evidence, incident: _Incident, *, before: Key) -> Key | None:
    """The event that a clause names by itself; None if it names none."""
    main = Key(main=True, family=incident.family, date=None)
    alongside = found.families & ALONGSIDE[incident.family]
    other = sorted(found.families - ALONGSIDE[incident.family] - {"arrest"})
    kind = other[0] if other and not alongside else next(iter(sorted(found.families)), incident.family)
    earlier = [days for days in found.dates if _excludes(incident.day, days)]
    if earlier and not any(_is_day_of(incident.day, days) for days in found.dates):
        return Key(main=False, family=kind, date=earlier[0])
    if other == ["fighting"] and incident.family == "attack" and found.definite and not found.dates:
        return None  # "the clash" is the attack just told of
    if other and not alongside:
        return Key(main=False, family=kind, date=next(iter(found.dates), None))
    if found.apart:
        return Key(main=False, family=kind, date=None)
    if not before.main and (found.pointing or (alongside and not found.definite and not found.dates)):
        return before
    if alongside and found.foreign and not found.definite:
        return Key(main=False, family=kind, date=next(iter(found.dates), None))
    return main if alongside or any(_is_day_of(incident.day, days) for days in found.dates) else None


def _is_day_of(main: Days | None, days: Days) -> bool:
    """Whether a date given to the week or closer includes the incident."""
    return main is not None and _includes(main, days) and _length(days) < timedelta(days=7)


def _length(days: Days) -> timedelta:
    return date.fromisoformat(days.end) - date.fromisoformat(days.start)


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

"""The incident a report is about: its kind, its day, and the places the report opens with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.extract.clauses import clause_of
from sayso.extract.event_words import ALONGSIDE, APART, families_of, tells
from sayso.extract.lexicon import site_nouns, vocabulary
from sayso.model.values import Days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.extract.times import TimeExpression
    from sayso.model.layers import Layers, Sentence

PLACES = frozenset({"GPE", "LOC", "FAC"})
BACKWARD = vocabulary("backward")
SPEAKING = vocabulary("when_speaking")
ISSUING = frozenset({"deliver", "give", "hold", "issue", "make", "post", "publish"})
STATEMENTS = frozenset(
    {
        "address",
        "announcement",
        "appeal",
        "briefing",
        "comment",
        "conference",
        "interview",
        "remark",
        "speech",
    }
    | {"statement", "tweet", "video"}
)
"""With the verbs above: "issued a statement on Monday" gives the day of the statement."""
PROCEEDINGS = vocabulary("proceedings")
"""Steps of the law, which come on days of their own."""
FRESH = timedelta(days=45)
"""How long before publication a report's own incident usually lies (s)."""
ASTRAY = timedelta(days=10)
"""How long before publication an undated incident may lie (s)."""
DYING = vocabulary("dying")
SETTLEMENTS = vocabulary("settlements")
DATING = {"day": 1.0, "part of day": 1.0, "week": 0.4, "month": 0.2}
"""How much a date counts by its precision in telling the incident's day (s)."""
FOREIGN = 0.1
"""How much a date counts that stands with the name of another place (s)."""
LEAD = 6
"""Sentences of the body that count as the lead (s)."""
TITLE_WEIGHT, LEAD_WEIGHT, BODY_WEIGHT = 4.0, 2.0, 0.25


@dataclass(frozen=True, kw_only=True)
class Incident:
    """What the report's incident is known by."""

    family: str
    day: Days | None
    places: frozenset[str]
    lead_end: int
    sites: frozenset[str] = frozenset()


def read_incident(layers: Layers, dated: Mapping[int, TimeExpression]) -> Incident:
    """What headline and lead say the report is about."""
    family = main_family(layers)
    places = _opening_places(layers)
    return Incident(
        family=family,
        day=_main_date(layers, family, dated, places=places),
        places=places,
        lead_end=_lead_end(layers),
        sites=_opening_sites(layers),
    )


def main_family(layers: Layers) -> str:
    """The family of the incident a report is about: the one its headline and lead speak of most."""
    scores: dict[str, float] = {}
    body = 0
    for sentence in layers.sentences:
        if sentence.furniture:
            continue
        weight = _weight(sentence, body)
        body += not sentence.title
        for index in range(sentence.first, sentence.last):
            for family in families_of(layers, index):
                scores[family] = scores.get(family, 0.0) + weight
    ranked = [(score, family) for family, score in scores.items() if family in ALONGSIDE]
    return max(ranked, default=(0.0, "attack"), key=lambda pair: (pair[0], pair[1] == "attack", pair[1]))[1]


def _weight(sentence: Sentence, body: int) -> float:
    """How much a sentence counts in telling what a report is about; body is its place behind the headline."""
    if sentence.title:
        return TITLE_WEIGHT
    return LEAD_WEIGHT / (1 + body / 2) if body < LEAD else BODY_WEIGHT


def _main_date(
    layers: Layers, family: str, dated: Mapping[int, TimeExpression], *, places: frozenset[str]
) -> Days | None:
    """The day of the incident by this report: the one that its sentences on it give first and most.

    A date that hangs on the word for the incident counts most, one in the same sentence less;
    a date long before publication, or set apart by its wording, hardly at all.
    """
    scores: dict[Days, float] = {}
    for index, time in sorted(dated.items()):
        if time.days is None or time.precision not in DATING or is_of_speaking(layers, index):
            continue
        weight = DATING[time.precision] * _closeness(layers, index, ALONGSIDE[family])
        weight /= 1 + layers.tokens[index].sentence / 4
        near = clause_of(layers, index)
        words = [i for i in _sentence_of(layers, index) if clause_of(layers, i) == near]
        if is_foreign(layers, words, places):
            weight *= FOREIGN
        if weight:
            scores[time.days] = scores.get(time.days, 0.0) + weight * _freshness(layers, time.days)
    if not scores:
        return None
    best = max(scores, key=lambda days: (scores[days], days.start))
    inside = [d for d in scores if d.start == d.end and best.start <= d.start <= best.end]
    return max(inside or [best], key=lambda days: (scores[days], days.start))


def _sentence_of(layers: Layers, index: int) -> range:
    sentence = layers.sentences[layers.tokens[index].sentence]
    return range(sentence.first, sentence.last)


def is_foreign(
    layers: Layers, indices: Iterable[int], places: frozenset[str], *, sites: frozenset[str] = frozenset()
) -> bool:
    """Whether words name a place that the report did not open with.

    A name before "city", "province" and the like counts whatever the name recogniser says. The
    name of a site that the report opened with ("a camp", later "the Orvel camp") is none other.
    """
    within = frozenset(indices)
    named = {i for n in layers.names if n.kind in PLACES for i in range(n.first, n.last) if i in within}
    area = {i for i in within if layers.tokens[i].dep == "compound" and layers.tokens[i].pos == "PROPN"
            and layers.tokens[layers.tokens[i].head].lemma in SETTLEMENTS}  # fmt: skip
    groups = [{layers.tokens[i].text.lower() for i in range(n.first, n.last)} for n in layers.names
              if n.kind in PLACES and named.intersection(range(n.first, n.last))
              and not _names_site(layers, n.last - 1, sites)]  # fmt: skip
    groups += [{layers.tokens[i].text.lower()} for i in area]
    return bool(places) and any(not words & places for words in groups)


def _names_site(layers: Layers, last: int, sites: frozenset[str]) -> bool:
    """Whether a name, ending with this token, is the name of one of these sites."""
    token = layers.tokens[last]
    return token.dep == "compound" and layers.tokens[token.head].lemma in sites


def _opening_sites(layers: Layers) -> frozenset[str]:
    """The nouns for sites in headline and lead."""
    return frozenset(layers.tokens[i].lemma for i in range(_lead_end(layers))) & site_nouns()


def _closeness(layers: Layers, index: int, families: frozenset[str]) -> float:
    """How closely a date belongs to words for the incident: 0 where its sentence has none."""
    sentence = layers.sentences[layers.tokens[index].sentence]
    words = [i for i in range(sentence.first, sentence.last) if tells(layers, i, families)]
    if not words or sentence.furniture:
        return 0.0
    near = clause_of(layers, governor(layers, index))
    own = any(clause_of(layers, i) == near or i == near for i in words)
    apart = APART.search(layers.shadow, sentence.start, sentence.end) is not None
    hung = governor(layers, index)
    if layers.tokens[hung].lemma in DYING:
        return 0.2  # a later death has a day of its own
    if layers.tokens[hung].lemma in PROCEEDINGS:
        return 0.0
    direct = bool(families_of(layers, hung))
    return (2.0 if direct else 1.0 if own else 0.3) * (0.2 if apart else 1.0)


def _freshness(layers: Layers, days: Days) -> float:
    """One for a date not long before publication, little for an older one."""
    published = layers.report.anchor
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
    verb = governor(layers, index)
    if layers.tokens[verb].lemma in SPEAKING:
        return True
    words = (layers.tokens[c] for c in layers.children[verb])
    return layers.tokens[verb].lemma in ISSUING and any(
        w.dep == "dobj" and w.lemma in STATEMENTS for w in words
    )


def names_day(time: TimeExpression) -> bool:
    """Whether a time expression itself tells the day: not a mere clock time, nor a dateline."""
    if time.days is None or time.anchored == "dateline":
        return False
    return time.kind == "date" or (
        time.kind == "time" and time.anchored in {"self", "published"} and time.clock is None
    )


def date_token(layers: Layers, time: TimeExpression) -> int | None:
    """The token a date hangs on; None for durations and for the far end of "since" and "until"."""
    index = layers.token_at(time.start)
    if index is None or not names_day(time):
        return None
    before = layers.tokens[index - 1].text.lower() if index else ""
    first = layers.tokens[index].text.lower()
    return None if before in BACKWARD or first in BACKWARD else index


def recent(layers: Layers) -> Days | None:
    """The days before publication: what a report without a date of its own is taken to tell of."""
    published = layers.report.anchor
    if published is None:
        return None
    start = published.earliest - ASTRAY
    return Days(start=start.isoformat(), end=published.latest.isoformat())


def _lead_end(layers: Layers) -> int:
    """The token behind the lead: places named before it are the report's own."""
    body = [sentence for sentence in layers.sentences if not sentence.title][:LEAD]
    return body[-1].last if body else len(layers.tokens)


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

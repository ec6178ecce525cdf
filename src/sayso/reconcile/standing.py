"""Which claims of a finding stand, on whose say-so, and how the distinct values relate."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.model.claims import Claim, Modality
from sayso.model.dossier import Origin, Relation
from sayso.model.values import Claimed, Condition, Count, Measure, Responsibility, TimeOfDay, Value
from sayso.reconcile.comparison import Comparison, incomparable
from sayso.reconcile.groups import find_groups, find_members
from sayso.reconcile.relations import BLAMING, compare_values
from sayso.reconcile.speakers import Case, is_hearsay, speaker_of
from sayso.reconcile.wording import value_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


ONE = re.compile(r"\b(?:one|1|single|only|sole|lone|first)\b", re.IGNORECASE)
"""Words by which a wording counts to one."""
STEPWISE = frozenset({"arrested"})
"""Slots on which more comes day by day; figures of different days neither agree nor conflict (s)."""
OTHER_DAY = incomparable("they are figures of different days")
SEVERAL = Count(lo=2, hi=None)
"""What a bare plural says."""
TOLLS = frozenset({"killed", "injured", "missing", "arrested", "rescued", "displaced"})
OPINION_SLOTS = ("responsibility", "motive", "intent")
"""Where a report's own voice is no origin (STANDARDS 6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One claim as it counts in its finding.

    Attributes:
        value: Place of its value among the finding's distinct values.
        speaker: Key of the speaker; tells unnamed sources of one origin apart.
        day: ISO date of the figure or of its report; None if unknown.
        denied: Whether it denies its value instead of affirming it.
        superseded: Whether its own speaker has since revised it.
        hearsay: Whether nobody stands behind it; it corroborates nothing, and can contradict.
        guess: Whether it is put below probable (STANDARDS 2); it neither corroborates nor contradicts.
        counts: Whether its speaker is an origin for this slot at all.
    """

    claim: Claim
    value: int
    origin: str
    speaker: str
    day: str | None
    denied: bool
    superseded: bool
    hearsay: bool
    guess: bool
    counts: bool

    @property
    def weak(self) -> bool:
        """Whether it lends no support."""
        return self.hearsay or self.guess

    @property
    def stands(self) -> bool:
        """Whether it affirms its value still."""
        return not self.denied and not self.superseded


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A finding's distinct values, their relations and the voices behind them."""

    slot: str
    values: tuple[Value, ...]
    relations: Mapping[tuple[int, int], Comparison]
    voices: tuple[Voice, ...]

    def relation(self, a: int, b: int) -> Relation:
        """How two values stand to each other; a value is equal to itself."""
        return Relation.EQUAL if a == b else self.relations[min(a, b), max(a, b)].relation

    def refined(self) -> frozenset[int]:
        """Values within which a closer value stands; they do not vote (STANDARDS 4)."""
        living = {voice.value for voice in self.voices if voice.stands}
        outer = set()
        for (a, b), comparison in self.relations.items():
            if comparison.relation is Relation.REFINES:
                inner, wide = (b, a) if comparison.flipped else (a, b)
                if inner in living:
                    outer.add(wide)
        return frozenset(outer)


def make_standing(claims: Sequence[Claim], origins: Sequence[Origin], case: Case) -> Standing:
    """Sort the claims of one finding by value and tell which of them stand.

    Distinct values are in the order of their words; relations hold each pair once, a < b.
    """
    slot = claims[0].slot
    told = {claim.id: settled_value(claim, case) for claim in claims}
    values, place_of = distinct_values(slot, without_single_mentions(claims, told))
    days = days_of(claims, place_of)
    relations = {
        (a, b): compare_values(slot, values[a], values[b]) if not apart(days[a], days[b]) else OTHER_DAY
        for a in range(len(values))
        for b in range(a + 1, len(values))
    }
    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    speakers = {claim.id: speaker_of(claim, case).key for claim in claims}
    outdated = find_outdated(claims, speakers, case)
    voices = tuple(
        Voice(
            claim=claim,
            value=place_of[claim.id],
            origin=origin_of[claim.id],
            speaker=speakers[claim.id],
            day=day_of(claim, case),
            denied=is_denial(claim),
            superseded=claim.id in outdated,
            hearsay=is_hearsay(claim, case),
            guess=claim.modality is Modality.SPECULATED,
            counts=lends_origin(claim, case),
        )
        for claim in claims
    )
    return Standing(slot=slot, values=values, relations=relations, voices=voices)


def days_of(claims: Sequence[Claim], place_of: Mapping[str, int]) -> dict[int, set[str | None]]:
    """For each value the days for which its claims give it; None among them where one gives none."""
    days: dict[int, set[str | None]] = {}
    for claim in claims:
        stepwise = claim.slot in STEPWISE
        days.setdefault(place_of[claim.id], set()).add(claim.as_of if stepwise else None)
    return days


def apart(a: set[str | None], b: set[str | None]) -> bool:
    """Whether two values hold for different days: arrests of two nights do not exclude each other."""
    return None not in a and None not in b and not a & b


def settled_value(claim: Claim, case: Case) -> Value:
    """A claim's value with the person or party under the name of the entity, if it is one.

    So "Berg" in one report and "Anna Berg" in another are one person in the finding. The
    claims keep their own words.
    """
    value = claim.value
    if isinstance(value, Condition):
        return replace(value, person=entity_name(value.person, claim, case))
    if isinstance(value, Responsibility):
        return replace(value, party=entity_name(value.party, claim, case))
    if isinstance(value, Claimed) and value.party:
        return replace(value, party=entity_name(value.party, claim, case))
    return value


def without_single_mentions(claims: Sequence[Claim], told: Mapping[str, Value]) -> Mapping[str, Value]:
    """The values, with one person brought up as "at least one" where anybody gives a higher figure.

    "A man died" tells of a death, not of how many there were; "one man died" does, and so does "a man"
    where nobody knows of more.
    """
    higher = any(isinstance(v, Count) and v.lo > 1 and v != SEVERAL for v in told.values())
    if claims[0].slot not in TOLLS or not higher:
        return told
    single = {c.id for c in claims if c.value == Count(lo=1, hi=1) and not ONE.search(c.wording)}
    return {claim: Count(lo=1, hi=None) if claim in single else value for claim, value in told.items()}


def entity_name(name: str, claim: Claim, case: Case) -> str:
    """The name of the entity that a claim's report means by a name; the name itself if none fits."""
    entity = case.index.find(name, report=claim.spans[0].report)
    return case.index.by_id[entity].name if entity else name


def distinct_values(slot: str, told: Mapping[str, Value]) -> tuple[tuple[Value, ...], dict[str, int]]:
    """The different answers, the fullest wording of each, and the answer of each claim by id."""
    spelled = sorted(set(told.values()), key=lambda value: (value_text(value), repr(value)))
    same = [
        (a, b)
        for place, a in enumerate(spelled)
        for b in spelled[place + 1 :]
        if compare_values(slot, a, b).relation is Relation.EQUAL
    ]
    groups = find_groups(spelled, same)
    fullest = {
        head: min(members, key=lambda value: (-len(value_text(value)), value_text(value), repr(value)))
        for head, members in find_members(groups).items()
    }
    heads = sorted(fullest, key=lambda head: (sort_key(fullest[head]), value_text(fullest[head])))
    place = {head: index for index, head in enumerate(heads)}
    return tuple(fullest[head] for head in heads), {
        claim: place[groups[value]] for claim, value in told.items()
    }


def sort_key(value: Value) -> tuple[float, float]:
    """Numbers by size, all else by its words."""
    if isinstance(value, Count | Measure):
        return value.lo, float("inf") if value.hi is None else value.hi
    return 0, 0


def is_denial(claim: Claim) -> bool:
    """Whether a claim denies its value; rows on responsibility carry denial in their status."""
    if isinstance(claim.value, Responsibility | Claimed):
        return False
    return claim.modality is Modality.DENIED or claim.polarity == "negated"


def lends_origin(claim: Claim, case: Case) -> bool:
    """Whether a claim's speaker counts as an origin: never the author on who did it and why."""
    if isinstance(claim.value, Responsibility) and claim.value.status not in BLAMING:
        return False
    opinion = any(word in claim.slot for word in OPINION_SLOTS)
    return not (opinion and speaker_of(claim, case).kind == "author")


def day_of(claim: Claim, case: Case) -> str | None:
    """The day a claim holds for: as stated, else its report's; None if neither is known."""
    published = case.report_of(claim).published
    return claim.as_of or (published.latest.isoformat() if published else None)


def find_outdated(claims: Sequence[Claim], speakers: Mapping[str, str], case: Case) -> frozenset[str]:
    """Ids of the claims that a later one takes the place of (STANDARDS 4, supersedes).

    A figure gives way only to a later one of its own speaker, both dated. "Nobody has taken
    responsibility yet" gives way to a report that somebody did, and harm to a later death.
    """
    first = claims[0].value
    if isinstance(first, Claimed):
        return unclaimed_so_far(claims, case)
    if isinstance(first, TimeOfDay | Responsibility) or claims[0].slot in STEPWISE:
        return frozenset()
    latest: dict[str, str] = {}
    days = {claim.id: figure_day(claim, case) for claim in claims}
    for claim in claims:
        if day := days[claim.id]:
            latest[speakers[claim.id]] = max(day, latest.get(speakers[claim.id], ""))
    by_speaker = {c.id for c in claims if (day := days[c.id]) and day < latest[speakers[c.id]]}
    return frozenset(by_speaker) | later_deaths(claims, case)


def figure_day(claim: Claim, case: Case) -> str | None:
    """The day a figure holds for: as stated; for a toll, which grows, else the day of its report."""
    if claim.as_of or claim.slot not in TOLLS:
        return claim.as_of
    published = case.report_of(claim).published
    known = published is not None and published.earliest == published.latest
    return published.latest.isoformat() if published is not None and known else None


def unclaimed_so_far(claims: Sequence[Claim], case: Case) -> frozenset[str]:
    """Claims that nobody took responsibility, unless they are all later than the claim that somebody did."""
    taken = [day_of(claim, case) or "" for claim in claims if answer_of(claim) == "yes"]
    if not taken:
        return frozenset()
    none = [(day_of(claim, case) or "", claim.id) for claim in claims if answer_of(claim) == "no"]
    return frozenset(claim for day, claim in none if day <= max(taken))


def answer_of(claim: Claim) -> str | None:
    """Yes or no, on whether responsibility was taken."""
    return claim.value.answer if isinstance(claim.value, Claimed) else None


def later_deaths(claims: Sequence[Claim], case: Case) -> frozenset[str]:
    """Claims of harm short of death, made before the day of a claim of death (STANDARDS 5)."""
    states = [(c, c.value.state) for c in claims if isinstance(c.value, Condition)]
    deaths = [day_of(claim, case) or "" for claim, state in states if state == "killed"]
    if not deaths:
        return frozenset()
    earlier = [
        (claim, day_of(claim, case)) for claim, state in states if state in ("minor", "injured", "serious")
    ]
    return frozenset(claim.id for claim, day in earlier if day and day < max(deaths))

"""What a case tells of its places: what stands beside each name, and the areas that reports name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.reconcile.gazetteer.source import MAIN, OTHER, SOUND, Match, find_country, find_state
from sayso.reconcile.gazetteer.spelling import bare_key, key_of
from sayso.reconcile.gazetteer.words import AREA_WORDS, COUNTRY_OF, NO_NAMES, SITES, SIZES, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.reconcile.gazetteer.entries import Place

LARGE = 250_000
"""Inhabitants from which on a city may be known by its size alone (s)."""
SOUND_TOWN = 10_000
"""Inhabitants from which on a town is meant by a name that only sounds like its own (s)."""
AREA_KINDS = frozenset({"admin1", "admin2"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A place's name in one report, with what stands beside it there.

    Attributes:
        name: As printed.
        report: Id of the report.
        containers: What the text says it lies in, inner first: names, or words for a people ("Peruvian").
        noun: What the text calls it (``city``, ``province``, ``river``, ...); None if nothing.
        dateline: Whether it only says where a report was filed.
    """

    name: str
    report: str
    containers: tuple[str, ...] = ()
    noun: str | None = None
    dateline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a name means, or why that is left open.

    Attributes:
        place: None if left open or not in the gazetteer.
        open: The entries it can still mean; empty if it is resolved or not in the gazetteer.
        why: The reason, in words for the reader.
    """

    place: Place | None
    open: tuple[Place, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Countries and divisions that the reports name, by id, with the reports that do."""

    by_id: Mapping[str, frozenset[str]]
    places: Mapping[str, Place]

    def supporting(self, place: Place) -> tuple[Place, frozenset[str]] | None:
        """The smallest named area that a place lies in, with the reports that name it."""
        for each in place.within:
            if each in self.by_id:
                return self.places[each], self.by_id[each]
        return None


def order_of(one: PlaceName) -> tuple[str, str, tuple[str, ...], str]:
    """A fixed order of names, whatever order they come in."""
    return one.name, one.report, one.containers, one.noun or ""


def level_of(one: PlaceName) -> str | None:
    """What the noun beside a name says it is: ``area``, ``city`` or ``site``; None for no noun."""
    last = key_of(one.name).split(" ")[-1]
    noun = one.noun or (last if last in AREA_WORDS else None)
    if noun is None:
        return None
    return "area" if noun in AREA_WORDS else "city" if noun in SIZES else "site" if noun in SITES else None


def fitting(one: PlaceName, matches: Sequence[Match]) -> list[Match]:
    """The entries of the kind that the noun beside the name says, main names before others."""
    level = level_of(one)
    words = frozenset(key_of(one.name).split())
    if level == "site" or words <= NO_NAMES or one.name.islower():
        return []
    if level == "area":
        areas = [match for match in matches if match.place.kind in AREA_KINDS]
        return areas or [
            Match(place=area, fit=match.fit) for match in matches for area in around(match.place)
        ]
    if level == "city":
        return [match for match in matches if match.place.kind == "city"]
    matches = [one for one in matches if one.fit != SOUND or one.place.population >= SOUND_TOWN]
    towns = [promoted(match, matches) for match in matches if match.place.kind != "admin2"]
    return towns if any(match.fit == MAIN for match in towns) else list(matches)


def promoted(match: Match, matches: Sequence[Match]) -> Match:
    """A town by another name of its own is as good as its second-level area by its main name."""
    areas = {other.place.id for other in matches if other.fit == MAIN and other.place.kind == "admin2"}
    return replace(match, fit=MAIN) if match.fit == OTHER and areas & set(match.place.within) else match


def around(town: Place) -> list[Place]:
    """The first-level division that is named after a town in it, in whatever spelling the town is found."""
    if len(town.within) < 2 or bare_key(town.chain[-2]) != bare_key(town.name):
        return []
    return [
        replace(
            town, id=town.within[-2], name=town.chain[-2], kind="admin1", chain=town.chain[-2:],
            within=town.within[-1:], lat=None, lon=None, precision="admin1", population=0,
        )
    ]  # fmt: skip


def areas_of(text: str, matches: Mapping[str, tuple[Match, ...]]) -> tuple[Place, ...]:
    """What a stated container can mean."""
    state = state_of(text)
    if state is not None:
        return (state,)
    people = COUNTRY_OF.get(text.title() if text.isupper() else text)
    country = find_country(people) if people else None
    if country is not None:
        return (country,)
    return tuple(match.place for match in matches.get(text, ()) if match.fit <= OTHER)


def state_of(text: str) -> Place | None:
    """The state of the US that an abbreviation stands for."""
    short = text.rstrip(".").lower()
    return find_state(STATES[short]) if short in STATES and text[:1].isupper() else None


def area_meant(text: str, matches: Mapping[str, tuple[Match, ...]]) -> Place | None:
    """The country or first-level division that a text can only mean."""
    areas = areas_of(text, matches)
    tops = [place for place in areas if place.kind in {"country", "admin1"}]
    others = [place for place in areas if place.kind == "city" and place.population >= LARGE]
    return tops[0] if len(tops) == 1 and not others else None


def find_named(
    names: Iterable[PlaceName],
    matches: Mapping[str, tuple[Match, ...]],
    peoples: Mapping[str, frozenset[str]],
) -> Named:
    """The countries and divisions that reports name, by whatever words."""
    told: dict[str, set[str]] = {}
    for one in names:
        for text in (one.name, *one.containers):
            told.setdefault(text, set()).add(one.report)
    for word, reports in peoples.items():
        if word in COUNTRY_OF:
            told.setdefault(word, set()).update(reports)
    by_id: dict[str, frozenset[str]] = {}
    places: dict[str, Place] = {}
    for text in sorted(told):
        area = area_meant(text, matches)
        if area is not None:
            places[area.id] = area
            by_id[area.id] = by_id.get(area.id, frozenset()) | told[text]
    return Named(by_id=by_id, places=places)

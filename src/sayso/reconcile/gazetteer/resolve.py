"""Which place a name means, as the case tells: never guessed without saying so.

What tells, in this order: what the text states beside the name; the divisions and countries that the
reports name; nearness to places already known; and, last, that it is a country or a city much larger
than all others of its name. Whatever these leave open stays open.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sayso.reconcile.gazetteer.entries import Place, contains
from sayso.reconcile.gazetteer.evidence import (
    LARGE,
    Named,
    PlaceName,
    Resolution,
    areas_of,
    find_named,
    fitting,
    level_of,
    order_of,
    state_of,
)
from sayso.reconcile.gazetteer.fallback import LARGER, by_size, known, resolve_by_nearness, within_stated
from sayso.reconcile.gazetteer.source import MAIN, OTHER, SOUND, Match, find_matches, is_installed
from sayso.reconcile.gazetteer.spelling import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BY_STATE = frozenset({"US", "CA", "AU"})
"""Countries whose towns news names with their state, unless they are well known."""
KNOWN_TOWN = 100_000
"""Inhabitants from which on a town there is well known (s)."""


def find_candidates(name: str) -> tuple[Place, ...]:
    """All entries that a name can mean, other spellings included, most plausible first.

    >>> [place.chain for place in find_candidates("Kutaissi")][:1]
    [('Kutaisi', 'Imereti', 'Georgia')]
    """
    return tuple(match.place for match in find_matches(frozenset({name})).get(name, ()))


def resolve_places(
    names: Sequence[PlaceName], *, peoples: Mapping[str, frozenset[str]] | None = None
) -> Mapping[PlaceName, Resolution]:
    """What every name of a case means.

    Args:
        names: Of all reports.
        peoples: Words for a country's people in the reports, with the reports: no places, but they tell
            which countries the case is about.
    """
    if not is_installed():
        return dict.fromkeys(names, Resolution(place=None, open=(), why="no gazetteer is installed"))
    stated = {text for one in names for text in one.containers}
    matches = find_matches(frozenset({one.name for one in names} | stated))
    named = find_named(names, matches, peoples or {})
    groups: dict[tuple[str, str | None], list[PlaceName]] = {}
    for one in sorted(set(names), key=order_of):
        groups.setdefault((key_of(one.name), level_of(one)), []).append(one)
    found: dict[PlaceName, Resolution] = {}
    for group in groups.values():
        found |= resolve_group(group, matches, named)
    found |= {one: state_resolution(one) for one in found if one.name in stated and state_of(one.name)}
    found |= resolve_by_nearness(found)
    found = {one: by_size(one.name, resolution) for one, resolution in found.items()}
    settled: dict[str, list[PlaceName]] = {}
    for one, resolution in found.items():
        if resolution.place is not None:
            settled.setdefault(key_of(one.name), []).append(one)
    return found | {
        one: within_stated(one, found, settled, matches)
        for one, resolution in found.items()
        if not known(resolution)
    }


def state_resolution(one: PlaceName) -> Resolution:
    """An abbreviation that stands behind the name of a place."""
    return Resolution(
        place=state_of(one.name), open=(), why="the abbreviation of a state, behind a place’s name"
    )


def resolve_group(
    group: Sequence[PlaceName], matches: Mapping[str, tuple[Match, ...]], named: Named
) -> dict[PlaceName, Resolution]:
    """One name in all reports: what is stated beside it in one of them holds for the others."""
    candidates = {one: fitting(one, matches.get(one.name, ())) for one in group}
    stated = {one: by_containers(one, candidates[one], matches) for one in group if one.containers}
    settled = {one: places for one, places in stated.items() if places}
    meant = {place.id: place for places in settled.values() for place in places if len(places) == 1}
    found = {}
    for one in group:
        if one in settled and len(settled[one]) == 1:
            place = settled[one][0]
            found[one] = Resolution(place=place, open=(), why=stated_reason(place, settled, group))
        elif len(meant) == 1 and not (one in stated and not stated[one]):
            place = next(iter(meant.values()))
            found[one] = Resolution(place=place, open=(), why=stated_reason(place, settled, group))
        elif one in stated and not stated[one]:
            found[one] = Resolution(place=None, open=(), why="")
        else:
            kept = [match for match in candidates[one] if not meant or match.place.id in meant]
            if one in settled:
                kept = [match for match in kept if match.place in settled[one]]
            found[one] = by_case(one, kept, named)
    return found


def by_containers(
    one: PlaceName, candidates: Sequence[Match], matches: Mapping[str, tuple[Match, ...]]
) -> tuple[Place, ...] | None:
    """The entries that lie in what the text says the name lies in.

    Returns:
        None if the text says nothing that helps; empty if no entry of the name lies there.
    """
    areas = [found for text in one.containers if (found := areas_of(text, matches))]
    if not areas or any(match.place.kind in {"country", "region"} for match in candidates):
        return None
    held: Counter[Place] = Counter()
    for match in candidates:
        held[match.place] = sum(
            any(area.id != match.place.id and contains(area, match.place) for area in found)
            for found in areas
        )
    most = max(held.values(), default=0)
    if most == 0:
        tops = [area for found in areas for area in found[:1] if area.kind in {"country", "admin1"}]
        return () if tops else None
    best = min(match.fit for match in candidates if held[match.place] == most)
    kept = [match.place for match in candidates if held[match.place] == most and match.fit == best]
    return tuple(one_of_nested(kept))


def one_of_nested(places: Sequence[Place]) -> list[Place]:
    """Of a town and the areas of its name around it only the town."""
    towns = [place for place in places if place.kind == "city"]
    around = {each for town in towns for each in town.within}
    left = [place for place in places if place.id not in around]
    return [place for place in left if not any(contains(other, place) for other in left if other != place)]


def stated_reason(
    place: Place, settled: Mapping[PlaceName, tuple[Place, ...]], group: Sequence[PlaceName]
) -> str:
    """Which words beside the name told, and in how many reports."""
    telling = [one for one in group if settled.get(one) == (place,)]
    words = sorted({one.containers[0] for one in telling})
    reports = len({one.report for one in telling})
    quoted = " and ".join(f"“{word}”" for word in words[:2])
    return f"named with {quoted} in {count(reports, 'report')}"


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "report"), count(3, "report")
    ('one report', '3 reports')
    """
    return f"one {noun}" if number == 1 else f"{number} {noun}s"


def by_case(one: PlaceName, candidates: Sequence[Match], named: Named) -> Resolution:
    """By the countries and divisions that the reports name."""
    if not candidates:
        return Resolution(place=None, open=(), why="")
    countries = [match.place for match in candidates if match.place.kind in {"country", "region"}]
    divisions = [match.place for match in candidates if match.place.kind == "admin1" and match.fit == MAIN]
    if countries and not divisions:
        return Resolution(
            place=countries[0], open=(), why=f"“{one.name}” is the name of a {countries[0].kind}"
        )
    besides = [place for place in countries + divisions if place.id in named.by_id]
    if countries and len(besides) == 1:
        return Resolution(place=besides[0], open=(), why="the reports name this one by another word, too")
    supported = supported_places(candidates, named)
    ranked = [place for place in by_rank(candidates) if not countries and is_told(place, candidates, named)]
    for places in (ranked, supported):
        if len(places) == 1:
            return settle(places[0], candidates, named)
    if countries and not any(place in supported for place in divisions):
        return Resolution(place=countries[0], open=(), why=f"“{one.name}” is the name of a country")
    return left_open(one.name, supported or tuple(match.place for match in candidates))


def by_rank(candidates: Sequence[Match]) -> tuple[Place, ...]:
    """The only division of the first level, if no other place of its name but those in it is large."""
    tops = [match.place for match in candidates if match.place.kind == "admin1" and match.fit == MAIN]
    towns = [match.place for match in candidates if match.place.kind == "city"]
    if any(
        match.fit == MAIN and match.place.within[-2:-1] == (top.id,) for match in candidates for top in tops
    ):
        return ()
    outside = [town.population for town in towns if not any(top.id in town.within for top in tops)]
    return tuple(tops) if len(tops) == 1 and max(outside, default=0) < LARGE else ()


def is_told(division: Place, candidates: Sequence[Match], named: Named) -> bool:
    """Whether a division is meant though its country is not beside it: named, usual, or the only entry."""
    usual = division.country in BY_STATE or len(candidates) == 1
    return usual or named.supporting(division) is not None


def supported_places(candidates: Sequence[Match], named: Named) -> tuple[Place, ...]:
    """The entries in the smallest areas that reports name, main names before others."""
    for fit in (MAIN, OTHER, SOUND):
        here = [match.place for match in candidates if match.fit == fit]
        for level in ("admin2", "admin1", "country"):
            told = [place for place in here if is_supported(place, named, level=level, main=fit == MAIN)]
            kept = one_of_nested(told)
            if kept and not is_outgrown(kept, candidates):
                return tuple(kept)
    return ()


def is_supported(place: Place, named: Named, *, level: str, main: bool) -> bool:
    """Whether the smallest area that reports name around a place is of this level, and enough to tell."""
    found = named.supporting(place)
    if found is None or found[0].kind != level:
        return False
    by_state = level == "country" and place.country in BY_STATE and place.kind == "city"
    return not by_state or (main and place.population >= KNOWN_TOWN)


def is_outgrown(kept: Sequence[Place], candidates: Sequence[Match]) -> bool:
    """Whether a city of the name elsewhere is so much larger that the reports rather mean that."""
    size = max(place.population for place in kept)
    beyond = [match.place.population for match in candidates if match.fit == MAIN and match.place not in kept]
    most = max(beyond, default=0)
    return most >= LARGE and most > size * LARGER and not any(place.kind == "admin1" for place in kept)


def settle(place: Place, candidates: Sequence[Match], named: Named) -> Resolution:
    """A place told by the areas that reports name, or the only one there is."""
    supported = named.supporting(place)
    if supported is not None:
        area, reports = supported
        told = f"the only place of that name in {area.name}, which {count(len(reports), 'report')} name"
        return Resolution(place=place, open=(), why=told + ("s" if len(reports) == 1 else ""))
    if place.kind == "admin1" and len(candidates) > 1:
        return Resolution(
            place=place,
            open=(),
            why="a country’s division; no other place of that name is large, but those in it",
        )
    return left_open(place.name, (place,))


def left_open(name: str, places: Sequence[Place]) -> Resolution:
    """Several entries, or one that nothing in the case speaks for."""
    if len(places) == 1:
        where = f"the gazetteer has one such place, in {places[0].chain[-1]}"
        why = f"left open: {where}, and nothing in the case points there"
    else:
        told = f"{len(places)} places are called {name}"
        why = f"left open: {told} and nothing in the case tells them apart"
    return Resolution(place=None, open=tuple(places), why=why)

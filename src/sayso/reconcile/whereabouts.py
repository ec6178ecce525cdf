"""Where the places of a case are: each entity's names resolved against the gazetteer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.kinds import Kind
from sayso.model.places import PlaceRecord
from sayso.reconcile.gazetteer import Place, PlaceName, Resolution, contains, resolve_places
from sayso.reconcile.phrases import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.entities import Entity
    from sayso.model.extraction import Extraction, PlaceContext
    from sayso.model.reports import Report
    from sayso.model.spans import Span

KINDS = frozenset({Kind.PLACE, Kind.FACILITY})


def locate(
    entities: Sequence[Entity], extractions: Sequence[Extraction], reports: Mapping[str, Report]
) -> tuple[Entity, ...]:
    """The entities in their order, places and facilities with where they are.

    Args:
        entities: Of the case.
        extractions: Of the same reports; they hold what the texts state beside the names.
        reports: By id; their datelines are no places of the event, but are places.
    """
    contexts = {one.span: one for found in extractions for one in found.contexts}
    names = {
        entity.id: tuple(names_of(entity, contexts, reports)) for entity in entities if entity.kind in KINDS
    }
    resolved = resolve_places(
        [one for found in names.values() for one in found], peoples=peoples_of(extractions)
    )
    return tuple(
        replace(entity, place=record([resolved[one] for one in names[entity.id]]))
        if names.get(entity.id)
        else entity
        for entity in entities
    )


def names_of(
    entity: Entity, contexts: Mapping[Span, PlaceContext], reports: Mapping[str, Report]
) -> Iterable[PlaceName]:
    """The names of a place, with what stands beside each."""
    for mention in entity.mentions:
        if mention.form != "name":
            continue
        span, context = mention.span, contexts.get(mention.span)
        name, *inside = [part.strip() for part in span.text.split(",") if part.strip()] or [span.text]
        stated = [*inside, *(one.text for one in context.containers)] if context else inside
        noun = context.noun if context else None
        line = reports[span.report].dateline
        yield PlaceName(
            name=" ".join(name.split()), report=span.report, containers=tuple(stated),
            noun=noun or ("site" if entity.kind is Kind.FACILITY else None),
            dateline=line is not None and line.span.start <= span.start < line.span.end,
        )  # fmt: skip


def peoples_of(extractions: Iterable[Extraction]) -> dict[str, frozenset[str]]:
    """Words for nationalities, with the reports that have them."""
    found: dict[str, frozenset[str]] = {}
    for one in extractions:
        for span in one.peoples:
            word = span.text.title() if span.text.isupper() else span.text
            found[word] = found.get(word, frozenset()) | {one.report}
    return found


def record(resolutions: Sequence[Resolution]) -> PlaceRecord:
    """What all names of one entity come to: the one place they mean, else the reason why not."""
    places = {one.place.id: one for one in resolutions if one.place is not None}
    known = {key: one for key, one in places.items() if not key.startswith("text:")}
    best = list((known or places).values())
    if len(best) == 1 and best[0].place is not None:
        return record_of(best[0].place, best[0].why)
    around = [one for one in best if holds_all(one, best)]
    if len(best) > 1 and around and around[0].place is not None:
        return record_of(around[0].place, "a town and the area of its name, both meant; the area is given")
    if len(best) > 1:
        chains = sorted(", ".join(one.place.chain) for one in best if one.place is not None)
        return left_open(f"left open: its names mean different places: {'; '.join(chains)}")
    return left_open(next((one.why for one in resolutions if one.open), resolutions[0].why))


def holds_all(outer: Resolution, others: Sequence[Resolution]) -> bool:
    """Whether all the others lie in one."""
    return outer.place is not None and all(one.place and contains(outer.place, one.place) for one in others)


def record_of(place: Place, why: str) -> PlaceRecord:
    """A place as the dossier has it."""
    return PlaceRecord(
        gazetteer=place.id, chain=place.chain, country=place.country, lat=place.lat, lon=place.lon,
        precision=place.precision, why=why,
    )  # fmt: skip


def left_open(why: str) -> PlaceRecord:
    """A place that nothing decides."""
    return PlaceRecord(gazetteer=None, chain=(), country=None, lat=None, lon=None, precision=None, why=why)


def atlas_of(entities: Iterable[Entity]) -> dict[str, Place]:
    """The resolved places of a case by all their names, as ``places.compare_places`` takes them.

    A name of two places is left out.
    """
    found: dict[str, dict[str, Place]] = {}
    for entity in entities:
        if entity.place is not None and entity.place.chain:
            place = place_of(entity.place)
            for name in (entity.name, *entity.aliases):
                words = " ".join(WORD.findall(fold(name)))
                found.setdefault(words, {})[place.id] = place
    return {name: next(iter(places.values())) for name, places in found.items() if len(places) == 1}


def place_of(found: PlaceRecord) -> Place:
    """A record as a place again; its chain stands for the ids of what it lies in."""
    kinds = {"town": "city", "none": "region", None: "site"}
    site = found.gazetteer is None or found.gazetteer.startswith("text:")
    kind = "site" if site else kinds.get(found.precision, found.precision or "site")
    ids = [" < ".join(found.chain[number:]) for number in range(len(found.chain))]
    return Place(
        id=ids[0], name=found.chain[0], kind=kind,
        chain=found.chain, within=tuple(ids[1:]), country=found.country, lat=found.lat, lon=found.lon,
        precision=found.precision or "none", population=0,
    )  # fmt: skip

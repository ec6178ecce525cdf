"""Entities of the invented incident that pictures draw: places with a position, and ties."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.entities import Entity, EntityMention, EntityRelation
from sayso.model.kinds import Kind
from sayso.model.places import PlaceRecord
from tests.render.factory import R1, find

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier


def make_entity(name: str, kind: Kind, words: str, **more: object) -> Entity:
    """An entity that the first report mentions once, in these words."""
    mention = EntityMention(span=find(R1, words), form="name")
    known = {"aliases": (), "roles": (), "relations": ()} | more
    return Entity(id=f"ent-{words}", kind=kind, name=name, mentions=(mention,), **known)  # type: ignore[arg-type]


def make_place(name: str, words: str, lat: float | None, lon: float | None, precision: str) -> Entity:
    record = PlaceRecord(
        gazetteer=None, chain=(name,), country="XX", lat=lat, lon=lon, precision=precision, why=""
    )
    return make_entity(name, Kind.PLACE, words, place=record)


def make_tied() -> tuple[Entity, Entity]:
    """A group and whoever is said to lead it."""
    front = make_entity("The Reed Front", Kind.ARMED_GROUP, "Reed Front")
    tie = EntityRelation(kind="leader_of", other=front.id, spans=(find(R1, "Osk Brandel"),))
    return front, make_entity("Osk Brandel", Kind.PERSON, "Brandel", relations=(tie,))


def with_all_pictures(dossier: Dossier) -> Dossier:
    """The dossier with something to draw in every picture."""
    near, far = (
        make_place("Ostrel", "Ostrel", 47.0, 8.0, "town"),
        make_place("Sela", "OSTREL", 1.0, 30.0, "site"),
    )
    assert far.place
    abroad = replace(far, place=replace(far.place, country="YY"))
    return replace(dossier, entities=(*dossier.entities, *make_tied(), near, abroad))

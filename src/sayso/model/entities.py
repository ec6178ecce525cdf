"""Who and what reports speak of: one entity for all the words that mean one thing, and why."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.kinds import Kind
from sayso.model.places import PlaceRecord
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Words that say what an entity is, with where they stand.

    Attributes:
        as_of: For every span the day for which its report says so: its publication; None if that
            is not known.
    """

    text: str
    spans: tuple[Span, ...]
    as_of: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """One place that refers to an entity; form is ``name``, ``nominal`` or ``pronoun``.

    Attributes:
        why: For a description, a pronoun or a short name, why it is taken to mean the entity; None
            where the name itself says so.
    """

    span: Span
    form: str
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRelation:
    """A tie to another entity as reports state it; reports may disagree.

    Attributes:
        kind: ``leader_of``, ``member_of``, ``part_of``, ``backed_by``, ``founded_by``,
            ``speaks_for``, ``also_known_as``, ...
        other: Id of the other entity.
        as_of: For every span the day for which its report says so; None if that is not known.
        former: Whether it is said of the past.
    """

    kind: str
    other: str
    spans: tuple[Span, ...]
    as_of: tuple[str | None, ...] = ()
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityJoin:
    """Why two spellings are taken for one entity's.

    Attributes:
        names: The two spellings.
        rule: ``same name``, ``compared``, ``surname``, ``explained``, ``judgement``, ...
        why: One clause in plain words.
        spans: A place of each spelling.
        set_by: ``machine`` or ``analyst``.
    """

    names: tuple[str, str]
    rule: str
    why: str
    spans: tuple[Span, ...]
    set_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptApart:
    """Two entities with names so alike that it is worth saying why they are two.

    Attributes:
        entities: Their ids.
        names: The spellings that were compared.
        set_by: ``machine`` or ``analyst``.
    """

    entities: tuple[str, str]
    names: tuple[str, str]
    why: str
    set_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMention:
    """A description or pronoun of which it is not said whom it means, and why not."""

    span: Span
    form: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """The one thing that mentions refer to, across spellings and reports.

    Attributes:
        kind: What kind of thing it is, by most of its mentions.
        name: The fullest spelling in use; for a thing without a name, the words for it.
        aliases: All other spellings.
        named: Whether it has a name at all.
        joins: What brought the spellings together.
        place: Where it is; None for what is no place or facility.
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: tuple[EntityMention, ...]
    relations: tuple[EntityRelation, ...]
    named: bool = True
    joins: tuple[EntityJoin, ...] = ()
    place: PlaceRecord | None = None

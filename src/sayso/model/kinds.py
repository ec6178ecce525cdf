"""What kind of thing a mention or an entity is."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Kinds of things that reports refer to.

    A ``CLASS`` is a number of people or bodies spoken of by what they have in common ("militias
    backed by X"); it is its own entity and never one of its members (STANDARDS 3).
    """

    PERSON = "person"
    ARMED_GROUP = "armed group"
    MILITARY = "military unit"
    GOVERNMENT = "government body"
    PARTY = "political party"
    COMPANY = "company"
    MEDIA = "media outlet"
    ORGANISATION = "organisation"
    CLASS = "class"
    PLACE = "place"
    FACILITY = "facility"
    WEAPON = "weapon"
    OTHER = "other"

    @property
    def is_body(self) -> bool:
        """Whether things of this kind act as one body: groups, forces, parties, firms, outlets."""
        return self in BODIES

    @property
    def family(self) -> Kind:
        """The kind under which names are compared: bodies of all kinds are one family."""
        return Kind.ORGANISATION if self.is_body else self


BODIES = frozenset(
    {
        Kind.ARMED_GROUP,
        Kind.MILITARY,
        Kind.GOVERNMENT,
        Kind.PARTY,
        Kind.COMPANY,
        Kind.MEDIA,
        Kind.ORGANISATION,
    }
)

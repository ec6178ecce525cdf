"""The answers that claims give, one type for each kind of slot (GOLD.md, "Slots")."""

from __future__ import annotations

from dataclasses import dataclass


class Value:
    """Any answer to a slot. Two values of one type are equal if their fields are."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Value):
    """Whole numbers of people or things: an interval, bounds included; hi None if open.

    Raises:
        ValueError: lo is above hi.
    """

    lo: int
    hi: int | None

    def __post_init__(self) -> None:
        if self.hi is not None and self.lo > self.hi:
            raise ValueError(f"not an interval: {self.lo}..{self.hi}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Value):
    """A measured amount in the unit as first given; bounds included, hi None if open."""

    lo: float
    hi: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Days(Value):
    """A date as the days it allows, ISO, bounds included."""

    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay(Value):
    """A time of day as worded; zone None if the report gives none."""

    text: str
    zone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Value):
    """A place, weapon or target in words."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Value):
    """How one named person came out of it.

    Attributes:
        state: ``unharmed`` < ``minor`` < ``injured`` < ``serious`` < ``killed`` (STANDARDS 5).
    """

    person: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Value):
    """How one party is said to stand to the incident (STANDARDS 3)."""

    party: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed(Value):
    """Whether a party has taken responsibility: answer ``yes`` or ``no``."""

    answer: str
    party: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Value):
    """The answer to a free question."""

    answer: str


VALUE_TYPES: tuple[type[Value], ...] = (
    Count,
    Measure,
    Days,
    TimeOfDay,
    Text,
    Condition,
    Responsibility,
    Claimed,
    Answer,
)
"""All value types; each is told from the others by its field names."""

"""What reading a time expression yields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sayso.model.values import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that say when, how long or how often, with what they mean.

    Attributes:
        start, end: Code-point offsets in the report's text, end excluded; prepositions and
            "about" stay outside, "early", "late" and time zones inside (TimeML 1.2.1).
        kind: ``date``, ``time`` (part of a day), ``duration``, ``set`` (how often), or
            ``dateline``: the report's own date line, never the time of an event.
        days: The days it allows, bounds included; None if unresolved or no date at all.
        precision: ``day``, ``days`` (2-6), ``week``, ``month``, ``year``, ``longer`` or
            ``part of day`` (STANDARDS 1, date_precision).
        value: Normalised as TIMEX3 has it: ``2031-11-07``, ``2031-W45``, ``PT30M``,
            ``2031-11-07TMO``; X stands for what is not known.
        clock: Time of day as ``HH:MM``; None if none is given.
        zone: Time zone as worded, ``GMT`` or ``local``; None if none is given.
        anchored: What the days rest on: ``self`` (the words alone), ``published`` (the
            report's date), ``context`` (another date in the report) or ``unresolved``.
    """

    start: int
    end: int
    kind: str
    days: Days | None
    precision: str
    value: str
    clock: str | None
    zone: str | None
    anchored: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days from first to last, both included, as one reading of some words gives them."""

    first: date
    last: date
    value: str
    precision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the words around an expression, and the report's date, add to its meaning.

    Attributes:
        earliest, latest: The days on which the report can have been published; both None
            if that is unknown.
        ahead: Tells whether the sentence speaks of the future.
        before: The text of the sentence up to the expression.
        after: The text of the sentence behind it.
        reference: The last single day that the report named; None if none, or not wanted.
    """

    earliest: date | None
    latest: date | None
    ahead: Callable[[], bool]
    before: str
    after: str
    reference: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a form makes of its words; stretch None if the days cannot be told."""

    kind: str
    value: str
    precision: str
    stretch: Stretch | None = None
    anchored: str = "unresolved"
    clock: str | None = None
    zone: str | None = None

    @property
    def day(self) -> date | None:
        """The single day it stands for; None if it is no single day."""
        stretch = self.stretch
        return stretch.first if stretch and stretch.first == stretch.last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form that times are printed in.

    Attributes:
        pattern: Finds it.
        read: Says what a match means; None if it is no time after all.
        needs: The pattern is only tried on a text that holds one of these, in lower case;
            empty to try it always. Looking for a plain string costs next to nothing.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Scene], Reading | None]
    needs: tuple[str, ...]


def form(
    read: Callable[[re.Match[str], Scene], Reading | None], *pieces: str, needs: tuple[str, ...] = ()
) -> Form:
    """A form from the pieces of its pattern."""
    return Form(pattern=re.compile("".join(pieces)), read=read, needs=needs)

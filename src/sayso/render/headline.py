"""The first words of a dossier: a careful headline and three lines on what it rests on (STANDARDS 11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.dossier import Verdict
from sayso.render.phrases import counted, day_words, plain, sentence_case
from sayso.render.wording import AGREED, leading, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.dossier import Event
    from sayso.model.reports import Report
    from sayso.render.lookup import Lookup


PREPOSITIONS = frozenset({"at", "in", "near", "off", "on", "outside", "between", "along", "north", "south"})


def headline(lookup: Lookup) -> str:
    """What happened, where and when, each only as far as independent reports agree on it.

    What fewer than two origins support is given as reported, and one report's word to its outlet.
    """
    event = lookup.focal
    if event is None:
        return "No incident was found in these reports"
    where, when = _agreed(lookup, "place"), _agreed(lookup, "date")
    attributed = _attributed(event, lookup, agreed=bool(where or when))
    told = f"{_what(event)}{_where(where, event, attributed)}{_when(when, event, lookup, attributed)}"
    return f"{attributed}{told}" if attributed else sentence_case(told)


def _attributed(event: Event, lookup: Lookup, *, agreed: bool) -> str:
    """What to put before a headline that independent reports do not bear out; else empty."""
    names = {lookup.reports[span.report].name for span in event.mentions if span.report in lookup.reports}
    names = names or {report.name for report in lookup.read}
    if len(names) == 1:
        return f"According to {plain(min(names))}: "
    return "" if agreed else "Reports of "


def in_brief(lookup: Lookup) -> tuple[str, str, str]:
    """Three lines: what was read, what came of it, and what that rests on."""
    read, dossier = lookup.read, lookup.dossier
    outlets = sorted({plain(report.name) for report in read}, key=str.casefold)
    unread = len(dossier.reports) - len(read)
    left = f"; {counted(unread, 'file')} could not be used" if unread else ""
    first = f"{counted(len(read), 'report')} from {counted(len(outlets), 'outlet')}{_period(read)}{left}."
    told = (finding for finding in dossier.findings if finding.values and lookup.is_focal(finding))
    verdicts = [finding.verdict for finding in told]
    disputed, agreed = verdicts.count(Verdict.DISPUTED), sum(verdict in AGREED for verdict in verdicts)
    second = (
        f"Accounts differ on {counted(disputed, 'point')}. Independent origins agree, or fit together, "
        f"on {agreed:,}. {len(verdicts) - disputed - agreed:,} rest on one origin or side, or on none that "
        "can be traced."
    )
    origins = counted(len(dossier.origins), "origin")
    third = (
        f"{counted(len(dossier.claims), 'statement')}, traced back to {origins}: copies of one statement "
        "count once."
    )
    return first, second, third


def _what(event: Event) -> str:
    kind = plain(event.type).replace("_", " ").strip()
    return kind if kind and kind not in {"other", "event", "incident"} else "incident"


def _agreed(lookup: Lookup, slot: str) -> str | None:
    focal = (finding for finding in lookup.dossier.findings if lookup.is_focal(finding))
    found = next((one for one in focal if one.slot == slot and one.verdict in AGREED and one.values), None)
    return value_of(leading(found), lookup) if found else None


def _where(where: str | None, event: Event, attributed: str) -> str:
    place = where or (plain(event.place) if event.place else "")
    if not place:
        return ""
    return f" {'' if where or attributed else 'reported '}{_preposition(place)}{place}"


def _preposition(place: str) -> str:
    """What joins an event to a place: "at the" for a building or site, told by its common noun."""
    words = place.partition(",")[0].split()
    if words[0].lower() in PREPOSITIONS:
        return ""
    if not any(word.islower() and len(word) > 3 for word in words):
        return "in "
    return "at " if words[0].lower() in {"a", "an", "the", "his", "her", "their"} else "at the "


def _when(when: str | None, event: Event, lookup: Lookup, attributed: str) -> str:
    if when:
        return f", {when}"
    dates = (one for one in lookup.dossier.findings if one.slot == "date" and lookup.is_focal(one))
    if any(finding.verdict is Verdict.DISPUTED for finding in dates):
        return ", date disputed"
    if event.date is None:
        return ""
    return f", {'' if attributed else 'reported for '}{day_words(event.date.start, event.date.end)}"


def _period(read: Sequence[Report]) -> str:
    dated = [report.published for report in read if report.published]
    if not dated:
        return ", none of them dated"
    first, last = min(one.earliest for one in dated), max(one.latest for one in dated)
    undated = len(read) - len(dated)
    return f", {day_words(first.isoformat(), last.isoformat())}" + (
        f" ({undated} undated)" if undated else ""
    )

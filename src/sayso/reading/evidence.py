"""Who says what about a report itself, and which of it is believed.

A report's day anchors every relative date in it, so a wrong one is worse than none: where the
statements cannot be reconciled the field stays empty, and all of them are kept.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.model.reports import MetadataEvidence, Published
from sayso.reading.dateline import Dateline, Rank
from sayso.reading.dates import find_url_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sayso.reading.meta import Meta
    from sayso.reading.page import Page

FAR_APART = 3
"""Days between two dates of publication from which a reader should know (s)."""

TIME_ZONE = 1
"""Days that a time zone can explain (STANDARDS 5)."""

OWN_LINE = {"dispatch": "its own date line", "dateline": "its own date line"}
COARSE = {"supplied": "supplied", "dateline": "dateline", "url": "url"}
FIELDS = ("outlet", "title", "author", "url", "language")
COMPARED = ("outlet", "author", "language")
DATED = {"published", "updated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What can be said about a report, for each of its fields.

    Attributes:
        printed: What the text itself gives: its byline, and its date line's agency as outlet.
        dateline: The printed date line; None if there is none.
        detected: The language that the text is in; None if too short to tell.
    """

    supplied: Meta
    page: Page
    printed: Meta
    dateline: Dateline | None
    detected: str | None

    @property
    def url(self) -> str | None:
        """The address: as supplied, or as the page states it."""
        return self.supplied.url or self.page.stated.url


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Dates and evidence as the report keeps them, with what a reader should know."""

    published: Published | None
    updated: Published | None
    evidence: tuple[MetadataEvidence, ...]
    problems: tuple[str, ...]


def settle(known: Known, *, chosen: Meta) -> Settled:
    """Choose the dates, and say of everything found whether it was chosen.

    Args:
        known: What can be said.
        chosen: What the report's other fields say.
    """
    found = gather(known)
    published, problems = choose_published(found)
    updated = _choose_updated(found, published)
    marked = tuple(_marked(one, chosen, published=published, updated=updated) for one in found)
    problems += tuple(_disagreement(marked, field) for field in COMPARED if _disagree(marked, field))
    if published and published.precision == "range" and published.evidence == "dateline":
        either = published.value.replace("/", " or ")
        problems += (f"Its date line can be read as {either}; supply the right date.",)
    return Settled(published=published, updated=updated, evidence=marked, problems=problems)


def gather(known: Known) -> tuple[MetadataEvidence, ...]:
    """All statements, most believed first: a person's, the page's, the text's, the address's."""
    in_url = find_url_date(known.url) if known.url else None
    found = [*_from_meta(known.supplied, found_in="supplied"), *known.page.statements]
    # what the extraction library took from a tag is that tag's word, and told once
    told = {(one.field, one.value) for one in known.page.statements}
    stated = _from_meta(known.page.stated, found_in=known.page.stated_in)
    found += [one for one in stated if (one.field, one.value) not in told]
    found += [*_from_meta(known.printed, found_in="byline"), *_from_dateline(known.dateline)]
    if in_url:
        found.append(_evidence("published", in_url.isoformat(), "url", "day"))
    if known.detected:
        found.append(_evidence("language", known.detected, "text", "exact"))
    return tuple(dict.fromkeys(found))


def choose_published(
    found: Sequence[MetadataEvidence],
) -> tuple[Published | None, tuple[str, ...]]:
    """The day of publication, and what is odd about it.

    Supplied dates win. Otherwise one day on which all agree; a day's difference that a time
    zone explains is no disagreement; else the day that most kinds of evidence give; else none.
    """
    dated = [one for one in found if one.field == "published"]
    supplied = next((one for one in dated if one.found_in == "supplied"), None)
    # a dispatch is filed before it is published; it only speaks where nothing else does
    others = [one for one in dated if one.found_in not in {"supplied", "dispatch"}]
    dispatch = next((one for one in dated if one.found_in == "dispatch"), None)
    if supplied:
        return _published(supplied), _far(supplied, [*others, *([dispatch] if dispatch else [])])
    if not others:
        return (_published(dispatch), ()) if dispatch else (None, ())
    best = _agreed(_without_updates(others, found))
    if best is None:
        told = listed(f"{one.value} ({one.found_in})" for one in others)
        return None, (f"Its date of publication is not clear: {told}; supply the right one.",)
    return _published(best), _far(best, [*others, *([dispatch] if dispatch else [])])


def listed(words: Iterable[str]) -> str:
    """Words in a row with commas, each once, in their order."""
    return ", ".join(dict.fromkeys(words))


def _from_meta(meta: Meta, *, found_in: str) -> Iterable[MetadataEvidence]:
    for name in FIELDS:
        value = getattr(meta, name)
        if value:
            yield _evidence(name, value, found_in, "exact")
    if meta.published_start and meta.published_end:
        yield _dated((meta.published_start, meta.published_end), found_in=found_in)


def _from_dateline(line: Dateline | None) -> Iterable[MetadataEvidence]:
    if line is not None:
        where = "dispatch" if line.rank is Rank.DISPATCH else "dateline"
        days = (line.days[0], line.days[-1])
        yield replace(
            _dated(days, found_in=where), field="updated" if line.rank is Rank.UPDATED else "published"
        )


def _dated(days: tuple[date, date], *, found_in: str) -> MetadataEvidence:
    first, last = (day.isoformat() for day in days)
    value, precision = (first, "day") if first == last else (f"{first}/{last}", "range")
    return _evidence("published", value, found_in, precision)


def _evidence(field: str, value: str, found_in: str, precision: str) -> MetadataEvidence:
    return MetadataEvidence(field=field, value=value, found_in=found_in, precision=precision, chosen=False)


def _without_updates(
    others: Sequence[MetadataEvidence], found: Sequence[MetadataEvidence]
) -> list[MetadataEvidence]:
    # page builders put the time of the last change where the first publication belongs
    changed = {one.value[:10] for one in found if one.field == "updated"}
    first = [one for one in others if one.value[:10] not in changed]
    earlier = [one for one in first if all(one.value[:10] < day for day in changed)]
    return earlier or list(others)


def _agreed(others: Sequence[MetadataEvidence]) -> MetadataEvidence | None:
    kinds: dict[str, set[str]] = {}
    for one in others:
        kinds.setdefault(_day(one), set()).add(one.found_in)
    votes = Counter({day: len(where) for day, where in kinds.items()})
    (best, most), *rest = votes.most_common()
    apart = [_published(one) for one in others]
    if not rest or all(days_apart(one, two) <= TIME_ZONE for one in apart for two in apart):
        return _printed_first(others) if rest and rest[0][1] == most else _first(others, best)
    return _first(others, best) if most > rest[0][1] else None


def _printed_first(others: Sequence[MetadataEvidence]) -> MetadataEvidence:
    # what readers saw at the time, or a clock with its own offset, before a day told in UTC
    local = [one for one in others if one.found_in == "dateline" or re.search(r"[+-]\d\d:?\d\d$", one.value)]
    return (local or list(others))[0]


def _first(others: Sequence[MetadataEvidence], day: str) -> MetadataEvidence:
    return next(one for one in others if _day(one) == day)


def _day(one: MetadataEvidence) -> str:
    return one.value if one.precision == "range" else one.value[:10]


def _published(one: MetadataEvidence) -> Published:
    precision = "range" if one.precision == "range" else "day"
    where = "dateline" if one.found_in == "dispatch" else one.found_in
    return Published(value=_day(one), precision=precision, evidence=COARSE.get(where, "metadata"))


def _choose_updated(found: Sequence[MetadataEvidence], published: Published | None) -> Published | None:
    changed = [_published(one) for one in found if one.field == "updated"]
    later = [one for one in changed if published is None or one.latest >= published.earliest]
    return max(later, key=lambda one: one.latest, default=None)


def _far(best: MetadataEvidence, others: Iterable[MetadataEvidence]) -> tuple[str, ...]:
    said = _published(best)
    problems = []
    for one in others:
        allowed = FAR_APART if one.found_in == "dispatch" else TIME_ZONE
        if days_apart(said, _published(one)) > allowed:
            where = OWN_LINE.get(one.found_in, one.found_in)
            told = f"Its date is given as {said.value} ({best.found_in})"
            problems.append(f"{told}, but {where} says {_day(one)}; check it.")
    return tuple(dict.fromkeys(problems))


def days_apart(one: Published, other: Published) -> int:
    """Whole days between two dates; 0 or less if they overlap."""
    return max((one.earliest - other.latest).days, (other.earliest - one.latest).days)


def _marked(
    one: MetadataEvidence, chosen: Meta, *, published: Published | None, updated: Published | None
) -> MetadataEvidence:
    if one.field in DATED:
        date_chosen = published if one.field == "published" else updated
        return replace(one, chosen=date_chosen is not None and _day(one) == date_chosen.value)
    return replace(one, chosen=one.value == getattr(chosen, one.field))


def _disagree(found: Iterable[MetadataEvidence], field: str) -> bool:
    values = [one.value for one in found if one.field == field]
    if field == "author":
        # the same people in another order, or some of them, are no contradiction
        people = [frozenset(re.findall(r"\w+", value.casefold())) - {"and", "by"} for value in values]
        return any(not (one <= two or two <= one) for one in people for two in people)
    plain = [_letters(value) for value in values]
    if field == "language":
        return len(set(plain)) > 1
    return any(one not in two and two not in one for one in plain for two in plain)


def _disagreement(found: Sequence[MetadataEvidence], field: str) -> str:
    told = listed(f"{one.value} ({one.found_in})" for one in found if one.field == field)
    return f"Its {field} is given differently: {told}."


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum()).removeprefix("the")

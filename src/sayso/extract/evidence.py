"""What the words of a clause say of the event it tells of: dates, kinds of event, places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.clauses import clause_of
from sayso.extract.event_words import APART, clear_families, families_of
from sayso.extract.incident import Incident, is_foreign
from sayso.model.values import Days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.extract.times import TimeExpression
    from sayso.model.layers import Layers, Sentence

PLACES = frozenset({"GPE", "LOC"})
PRESENT_PERFECT = frozenset({"have", "has", "'ve", "'s"})


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What the tokens of one clause say about its event.

    Attributes:
        definite: Whether it points at a known event ("the attack").
        pointing: Whether it points back at the one just told of ("that attack", "those raids").
        foreign: Whether it names a place that the report did not open with.
        alien: Whether it brings up an event at a place that the report names nowhere else.
        total: Whether it gives a running total ("have died since ..."), which is mere context.
        aftershock: Whether it tells of an aftershock, which on a day of its own is another event.
    """

    dates: tuple[Days, ...]
    families: frozenset[str]
    apart: bool
    definite: bool
    pointing: bool
    foreign: bool
    alien: bool
    aftershock: bool
    total: bool


def find_evidence(
    layers: Layers, sentence: Sentence, dated: Mapping[int, TimeExpression], incident: Incident
) -> dict[int, Evidence]:
    """The evidence of every clause of a sentence, by the token that heads the clause."""
    members: dict[int, list[int]] = {}
    for index in range(sentence.first, sentence.last):
        members.setdefault(clause_of(layers, index), []).append(index)
    return {
        clause: _weigh(layers, clause, indices, dated=dated, incident=incident)
        for clause, indices in members.items()
    }


def _weigh(
    layers: Layers,
    clause: int,
    indices: list[int],
    *,
    dated: Mapping[int, TimeExpression],
    incident: Incident,
) -> Evidence:
    spans = _runs((layers.tokens[i].start, layers.tokens[i].end) for i in indices)
    apart = any(APART.search(layers.shadow, start, end) for start, end in spans)
    perfect = any(layers.tokens[c].text.lower() in PRESENT_PERFECT for c in layers.children[clause])
    sentence = layers.sentences[layers.tokens[clause].sentence]
    since = perfect and any(layers.tokens[i].lemma == "since" for i in range(sentence.first, sentence.last))
    determiners = {
        layers.tokens[c].lemma
        for i in indices
        if families_of(layers, i) and layers.tokens[i].pos == "NOUN"
        for c in layers.children[i]
        if layers.tokens[c].dep in {"det", "poss", "amod"}
    }
    return Evidence(
        dates=_dates(layers, clause, indices, dated),
        families=frozenset(family for i in indices for family in clear_families(layers, i, incident.family)),
        apart=apart or since or (clause >= incident.lead_end and _is_of_another(layers, clause)),
        definite=bool(determiners & {"the", "this"}),
        pointing=bool(determiners & {"that", "those", "these"}),
        foreign=clause >= incident.lead_end
        and is_foreign(layers, _with_place(layers, indices), incident.places, sites=incident.sites),
        alien=_is_alien(layers, sentence, indices),
        total=since,
        aftershock=any(layers.tokens[i].lemma == "aftershock" for i in indices),
    )


def _is_alien(layers: Layers, sentence: Sentence, indices: list[int]) -> bool:
    """Whether behind the opening an event is brought up as new, at a place named nowhere else in the report.

    As in "a quake in the Orvel islands killed nine": a short report has no end of its lead.
    """
    opening = [s for s in layers.sentences if not s.title and not s.furniture][:1]
    brought_up = any(
        families_of(layers, i) and any(layers.tokens[c].lemma in {"a", "an"} for c in layers.children[i])
        for i in indices
    )
    if not brought_up or sentence.title or sentence in opening:
        return False
    elsewhere = {t.text.lower() for t in layers.tokens if t.sentence != layers.tokens[indices[0]].sentence}
    names = [n for n in layers.names if n.kind in PLACES and n.first in indices]
    return any(
        all(layers.tokens[i].text.lower() not in elsewhere for i in range(n.first, n.last)) for n in names
    )


def _with_place(layers: Layers, indices: list[int]) -> list[int]:
    """The words of a clause, and the place it is said of: "in Orvel, where nine people were killed"."""
    where = next((i for i in sorted(indices) if layers.tokens[i].lemma == "where"), None)
    if where is None or where == 0:
        return indices
    before = where - 1 - (where > 1 and layers.tokens[where - 1].text == ",")
    towns = (n for n in layers.names if n.kind == "GPE")
    name = next((n for n in towns if n.first <= before < n.last), None)
    return [*indices, *range(name.first, name.last)] if name is not None else indices


def _is_of_another(layers: Layers, clause: int) -> bool:
    """Whether a clause belongs to an event brought up behind the lead: "a quake that killed many"."""
    head = layers.tokens[clause].head
    if layers.tokens[clause].dep not in {"relcl", "acl"} or layers.tokens[head].pos != "NOUN":
        return False
    return bool(families_of(layers, head)) and any(
        layers.tokens[c].lemma in {"a", "an", "another"} for c in layers.children[head]
    )


def _dates(
    layers: Layers, clause: int, indices: list[int], dated: Mapping[int, TimeExpression]
) -> tuple[Days, ...]:
    """The dates of a clause, and the one it hangs on ("in 2019, when five people died")."""
    found = [days for i in indices if i in dated and (days := dated[i].days) is not None]
    if layers.tokens[clause].dep not in {"relcl", "acl"} or found:
        return tuple(found)
    return _dates_above(layers, clause, dated)


def _dates_above(layers: Layers, clause: int, dated: Mapping[int, TimeExpression]) -> tuple[Days, ...]:
    """Dates in the phrase a clause hangs on: "the flood of May 2019, in which ten people drowned"."""
    head = layers.tokens[clause].head
    if not families_of(layers, head) and _year(layers, head) is None:
        return ()
    inside = sorted(set(layers.subtree(head)) - set(layers.subtree(clause)))
    found = [days for i in inside if i in dated and (days := dated[i].days) is not None]
    years = [year for i in inside if (year := _year(layers, i)) is not None]
    return tuple(found or years)


def _year(layers: Layers, index: int) -> Days | None:
    words = layers.tokens[index].text
    return (
        Days(start=f"{words}-01-01", end=f"{words}-12-31") if re.fullmatch(r"(?:19|20)\d\d", words) else None
    )


def _runs(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring words joined into stretches."""
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        if runs and start - runs[-1][1] <= 1:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs

"""From the trained labeller's proposals to the incidents a report tells of: who, whom, with what.

What comes out are guesses about what is *reported*, in the form of MUC-4's answer keys. None is a
finding, and none says that anybody did anything.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.extract.held import how_held

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.model.layers import Layers, RoleSpan


SMALL = frozenset({"of", "the", "for", "and", "de", "la", "del", "el", "los", "y"})


LEAST = {
    "perp_individual": 0.2,
    "perp_org": 0.25,
    "physical_target": 0.2,
    "victim": 0.2,
    "victim_description": 0.4,
    "weapon": 0.35,
}
"""From which score on a string is taken to fill each role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """From which likelihood on something is believed; chosen on reports held out of training.

    Attributes:
        relevant: That the report tells of an incident at all.
        roles: That a string fills a role.
        further: That there is an incident of a further type.
        belongs: That a filler belongs to an incident, as a share of the best of them.
    """

    relevant: float = 0.35
    roles: Mapping[str, float] = field(default_factory=lambda: dict(LEAST))
    further: float = 0.5
    belongs: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Who or what fills a role.

    Attributes:
        role: As in ``RoleSpan``.
        text: The words of the report that name it best.
        mentions: All spans of all strings taken for it, in text order.
        score: How likely it fills the role.
        value: How surely an organisation is held responsible (by rules, ``held``), what became of a
            victim (the labeller's likeliest); None for the other roles.
        reason: Why an organisation is held so; None for other roles.
    """

    role: str
    text: str
    mentions: tuple[RoleSpan, ...]
    score: float
    value: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedIncident:
    """An incident as a report tells it: its kind in MUC-4's words, and its fillers."""

    type: str
    fillers: tuple[Filler, ...]


def find_incidents(layers: Layers, cuts: Cuts | None = None) -> tuple[ReportedIncident, ...]:
    """All incidents of a report, likeliest type first; none if it is not relevant."""
    cuts = cuts or Cuts()
    if layers.incident is None or layers.incident.relevance < cuts.relevant:
        return ()
    fillers = [one for role in cuts.roles for one in find_fillers(layers, role, least=cuts.roles[role])]
    ranked = sorted(layers.incident.types, key=lambda pair: -pair[1])
    types = [ranked[0][0], *(name for name, score in ranked[1:] if score >= cuts.further)]
    return tuple(
        ReportedIncident(
            type=name,
            fillers=tuple(f for f in fillers if _belongs(layers, f, name, types, least=cuts.belongs)),
        )
        for name in types
    )


def find_fillers(layers: Layers, role: str, *, least: float) -> list[Filler]:
    """Who or what fills a role, each once, likeliest first."""
    strings: defaultdict[str, list[RoleSpan]] = defaultdict(list)
    for span in layers.roles:
        if span.role == role and span.score >= least:
            strings[_words(layers, span).lower()].append(span)
    text = " ".join(layers.report.text.split())
    ranked = sorted(strings.items(), key=lambda pair: (-pair[1][0].score, pair[1][0].first))
    groups: list[list[tuple[str, list[RoleSpan]]]] = []
    for name, spans in ranked:
        home = next((g for g in groups if any(_same(role, name, other, text) for other, _ in g)), None)
        if home is None:
            groups.append([(name, spans)])
        else:
            home.append((name, spans))
    return [_filler(layers, role, group) for group in groups]


def _filler(layers: Layers, role: str, group: Sequence[tuple[str, list[RoleSpan]]]) -> Filler:
    best = group[0][1][0]
    mentions = sorted((span for _, spans in group for span in spans), key=lambda s: (s.first, s.last))
    held = how_held(layers, [(s.first, s.last) for s in mentions]) if role == "perp_org" else None
    value = held.value if held else best.values[0][0] if best.values else None
    return Filler(
        role=role,
        text=_words(layers, best),
        mentions=tuple(mentions),
        score=best.score,
        value=value,
        reason=held.reason if held else None,
    )


def _words(layers: Layers, span: RoleSpan) -> str:
    tokens = layers.tokens
    return " ".join(layers.report.text[tokens[span.first].start : tokens[span.last - 1].end].split())


def _same(role: str, name: str, other: str, text: str) -> bool:
    """Whether two strings that fill one role are taken for one and the same."""
    short, long = sorted((_words_of(name), _words_of(other)), key=len)
    if set(short) <= set(long):
        return True
    if role == "perp_org" and len(short) == 1 and len(long) > 1:
        return _abbreviates(short[0], long) or _glossed(name, other, text)
    return role == "perp_individual" and short[-1].rstrip("s") == long[-1].rstrip("s")


def _words_of(name: str) -> list[str]:
    return re.findall(r"\w+", name.lower()) or [name]


def _abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of a word are, in whatever order, initials of the others.

    The order is that of another language as often as not ("Frente ... de Liberación Nacional").
    """
    initials = Counter(word[0] for word in words if word not in SMALL)
    return len(short) > 2 and not Counter(short) - initials


def _glossed(name: str, other: str, text: str) -> bool:
    """Whether one stands in brackets behind the other."""
    return any(
        re.search(rf"{re.escape(one)}[\s,\"']*[\[(]\s*{re.escape(two)}\s*[\])]", text, re.IGNORECASE)
        for one, two in ((name, other), (other, name))
    )


def _belongs(layers: Layers, filler: Filler, name: str, types: Sequence[str], *, least: float) -> bool:
    """Whether a filler's sentences speak of an incident of this type rather than of the others."""
    if len(types) == 1:
        return True
    best = dict.fromkeys(types, 0.0)
    for span in filler.mentions:
        sentence = layers.sentence_incidents[layers.tokens[span.first].sentence]
        for kind, score in sentence.types if sentence else ():
            if kind in best:
                best[kind] = max(best[kind], score)
    return best[name] >= least * max(best.values())

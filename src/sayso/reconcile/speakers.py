"""Whose say-so a claim is: the speaker behind its source, told apart across reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR, UNNAMED, Attribution, Claim, SourceKind
from sayso.reconcile.names import bare_name, party_words
from sayso.reconcile.phrases import fold, word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.model.reports import Report
    from sayso.reconcile.entities import EntityIndex
    from sayso.reconcile.reuse import Reuse

DOMAIN = re.compile(r"^(?:https?://)?(?:www\d*\.)?(?P<host>[\w.-]+\.[a-z]{2,})(?:/.*)?$")
SECOND_LEVEL = word_set("co com org net gov ac edu or ne")
MEDIA_WORDS = word_set(
    "news newspaper times post press tv television radio channel daily herald tribune journal "
    "gazette broadcaster media wire magazine observer guardian telegraph chronicle network weekly "
    "paper"
)
MOST_WORDS = 5
"""A longer description is no outlet's name."""
SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|men|woman|women|person|people)|press office|press release|statement|communique)\b"
    r"(?:\s+(?:for|of|from|by))?"
)
OWN_STAFF = re.compile(r"\b(?:correspondent|reporter|journalist|crew|team|photographer|witness)s?\b")
OWN_REPORTER = frozenset({"reporter", "correspondent", "a reporter", "our correspondent", "a correspondent"})
NO_SOURCE = word_set(
    "not specified unspecified unknown report reports reportedly rumour rumor source sources"
)
GENERIC_BODIES = word_set(
    "ministry police army military government official officer authority department office service "
    "force hospital court prosecutor parliament navy fire brigade agency council"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whoever a claim's say-so is traced to.

    Attributes:
        kind: ``author``, ``named`` or ``unnamed``.
        key: The same for the same speaker in any report.
        name: What to call it in a sentence.
    """

    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is known across reports when claims are compared.

    Attributes:
        outlets: The reports' outlets by their keys (see outlet_key).
    """

    reports: Mapping[str, Report]
    index: EntityIndex
    reuse: Reuse
    attributions: Mapping[str, Attribution]
    outlets: Mapping[str, str]

    def report_of(self, claim: Claim) -> Report:
        """The report that holds a claim."""
        return self.reports[claim.spans[0].report]


def make_case(
    reports: Iterable[Report], *, index: EntityIndex, reuse: Reuse, said: Iterable[Attribution]
) -> Case:
    """Gather what is known across reports, with the reports' outlets by their keys."""
    known = {report.id: report for report in reports}
    named = sorted(report.outlet for report in known.values() if report.outlet)
    return Case(
        reports=known,
        index=index,
        reuse=reuse,
        attributions={attribution.id: attribution for attribution in said},
        outlets={outlet_key(name): name for name in reversed(named)},
    )


def outlet_key(name: str) -> str:
    """An outlet's name as it compares: no article, no web address around it.

    >>> outlet_key("The Lorvan Post"), outlet_key("www.lorvanpost.co.uk")
    ('lorvanpost', 'lorvanpost')
    """
    plain = fold(name).strip()
    if match := DOMAIN.match(plain):
        labels = match["host"].split(".")[:-1]
        while len(labels) > 1 and labels[-1] in SECOND_LEVEL:
            labels.pop()
        return re.sub(r"\W", "", labels[-1])
    return re.sub(r"\W|^the\s", "", plain)


def is_media(name: str) -> bool:
    """Whether a name is that of a news outlet, by its words.

    >>> is_media("Norland News Agency"), is_media("TV"), is_media("the refugee agency")
    (True, False, False)
    """
    words = set(word_list(name))
    return bool(words & MEDIA_WORDS) and 2 <= len(words) <= MOST_WORDS


def publisher_of(report: Report, case: Case) -> str:
    """One key for all reports of an outlet, and for copies of one text."""
    first = case.reports[case.reuse.text_of.get(report.id, report.id)]
    return f"outlet:{outlet_key(first.outlet)}" if first.outlet else f"report:{first.id}"


def speaker_of(claim: Claim, case: Case) -> Speaker:
    """The speaker behind a claim's innermost source (STANDARDS 2, rule 5)."""
    report = case.report_of(claim)
    if claim.source == AUTHOR:
        return Speaker(kind="author", key=publisher_of(report, case), name=report.name)
    if claim.source.startswith(UNNAMED):
        return unnamed_speaker(claim.source.removeprefix(UNNAMED).strip(), report, case)
    return named_speaker(claim.source, report, case)


def named_speaker(source: str, report: Report, case: Case) -> Speaker:
    """A named person or body; a spokesman speaks for the body."""
    outlets = case.outlets
    plain = bare_name(source)
    if outlet_key(plain) in outlets:
        return Speaker(kind="named", key=f"outlet:{outlet_key(plain)}", name=plain)
    body = SPEAKS_FOR.sub(" ", fold(plain)).strip(" ,.") if SPEAKS_FOR.search(fold(plain)) else ""
    entity = case.index.find_speaker(body or plain, report=report.id)
    if entity:
        return Speaker(kind="named", key=f"entity:{entity}", name=plain)
    return Speaker(kind="named", key="name:" + " ".join(sorted(party_words(body or plain))), name=plain)


def unnamed_speaker(words: str, report: Report, case: Case) -> Speaker:
    """An unnamed source; one that speaks for a named body or outlet is that body or outlet."""
    plain = fold(words)
    body = SPEAKS_FOR.sub(" ", plain).strip(" ,.") if SPEAKS_FOR.search(plain) else ""
    if body and set(word_list(body)) - GENERIC_BODIES - {"unnamed", "senior", "person"}:
        return named_speaker(body, report, case)
    staff = OWN_STAFF.sub(" ", plain).strip() if OWN_STAFF.search(plain) else ""
    if staff and outlet_key(staff) in case.outlets:
        return Speaker(kind="named", key=f"outlet:{outlet_key(staff)}", name=words)
    if plain in OWN_REPORTER:
        return Speaker(kind="named", key=publisher_of(report, case), name=report.name)
    return Speaker(kind="unnamed", key="unnamed:" + " ".join(sorted(set(word_list(words)))), name=words)


def roles_for(speaker: Speaker, case: Case) -> list[str]:
    """Keys of the bodies that a named person is said to speak for, by the title beside the name."""
    entity = case.index.by_id.get(speaker.key.removeprefix("entity:"))
    if entity is None or entity.kind != "person":
        return []
    bodies = [
        SPEAKS_FOR.sub(" ", fold(role.text)) for role in entity.roles if SPEAKS_FOR.search(fold(role.text))
    ]
    found = [case.index.find(bare_name(body)) for body in bodies if body.strip()]
    return [f"entity:{body}" for body in found if body]


def agency_of(report: Report) -> str | None:
    """The agency that a report's dateline credits; None if it is the outlet itself, or none is."""
    if report.dateline is None or report.dateline.agency is None:
        return None
    agency = report.dateline.agency.text
    return None if report.outlet and outlet_key(report.outlet) == outlet_key(agency) else agency


def via_outlets(claim: Claim, case: Case) -> list[str]:
    """Keys of the outlets and agencies that stand between the report and the speaker."""
    if claim.attribution is None or claim.attribution not in case.attributions:
        return []
    chain = case.attributions[claim.attribution].chain
    between = [case.attributions[link].source.description for link in chain if link in case.attributions]
    outlets = case.outlets
    return [f"outlet:{outlet_key(name)}" for name in between if outlet_key(name) in outlets or is_media(name)]


def is_hearsay(claim: Claim, case: Case) -> bool:
    """Whether nobody stands behind a claim: a crowd, or "reportedly" (STANDARDS 2)."""
    if claim.attribution in case.attributions:
        kind = case.attributions[claim.attribution].source.kind  # type: ignore[index]
        if kind in (SourceKind.CROWD, SourceKind.NONE):
            return True
    if not claim.source.startswith(UNNAMED):
        return False
    return not set(word_list(claim.source.removeprefix(UNNAMED))) - NO_SOURCE

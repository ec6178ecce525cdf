"""Whose say-so a claim is: the speaker behind its source, told apart across reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR, UNNAMED, Attribution, Claim, SourceKind
from sayso.reconcile.names import bare_name, party_words, stem
from sayso.reconcile.phrases import fold, word_list, word_set
from sayso.reconcile.press import FULL_NAMES, MEDIA_WORDS, agency_name, is_press, owning_state
from sayso.reconcile.slips import find_slips

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.model.dossier import QuoteGroup
    from sayso.model.entities import Entity
    from sayso.model.reports import Report
    from sayso.model.spans import Span
    from sayso.reconcile.entities import EntityIndex
    from sayso.reconcile.reuse import Reuse

SHORTEST_STEM = 4
"""Letters of a name's shortest stem by which its adjective is known (s)."""
DOMAIN = re.compile(r"^(?:https?://)?(?:www\d*\.)?(?P<host>[\w.-]+\.[a-z]{2,})(?:/.*)?$")
SECOND_LEVEL = word_set("co com org net gov ac edu or ne")
SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|men|woman|women|person|people)|press office|press release|statement|communique)\b"
    r"(?:\s+(?:for|of|from|by))?"
)
BYLINE = re.compile(r",|/|\||\band\b")
"""What stands between the names of a byline."""
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
        quoted: For every report the words in it that render what others quote too, each with the id of
            the group of quotations.
        slips: For every report the misspelt names that it has in common with others (see ``slips``).
        offices: The one person of the case who is said to hold an office of somebody's, by its words.
    """

    reports: Mapping[str, Report]
    index: EntityIndex
    reuse: Reuse
    attributions: Mapping[str, Attribution]
    outlets: Mapping[str, str]
    quoted: Mapping[str, tuple[tuple[Span, str], ...]]
    slips: Mapping[str, tuple[tuple[Span, str], ...]]
    offices: Mapping[frozenset[str], str]

    def report_of(self, claim: Claim) -> Report:
        """The report that holds a claim."""
        return self.reports[claim.spans[0].report]


def make_case(
    reports: Iterable[Report],
    *,
    index: EntityIndex,
    reuse: Reuse,
    said: Iterable[Attribution],
    quotes: Iterable[QuoteGroup] = (),
) -> Case:
    """Gather what is known across reports, with the reports' outlets by their keys."""
    known = {report.id: report for report in reports}
    named = sorted(report.outlet for report in known.values() if report.outlet)
    quoted: dict[str, list[tuple[Span, str]]] = {}
    for group in quotes:
        for span in group.spans:
            quoted.setdefault(span.report, []).append((span, group.id))
    return Case(
        reports=known,
        index=index,
        reuse=reuse,
        attributions={attribution.id: attribution for attribution in said},
        outlets={outlet_key(name): name for name in reversed(named)},
        quoted={report: tuple(found) for report, found in quoted.items()},
        slips=find_slips(index.entities),
        offices=find_offices(index.entities),
    )


def find_offices(entities: Iterable[Entity]) -> dict[frozenset[str], str]:
    """For the words of an office, with whose it is, the one person said to hold it: "Norland's president"."""
    holders: dict[frozenset[str], set[str]] = {}
    for entity in entities:
        for role in entity.roles if entity.kind == "person" else ():
            holders.setdefault(office_key(role.text), set()).add(entity.id)
    return {key: min(held) for key, held in holders.items() if len(held) == 1 and len(key) > 1}


def office_key(words: str) -> frozenset[str]:
    """The words of an office; a country and its adjective are one.

    >>> office_key("Norland's president") == office_key("Norlandese President")
    True
    """
    stems = ((word, stem(word.removesuffix("ese"))) for word in word_list(words))
    return frozenset(short if len(short) >= SHORTEST_STEM else word for word, short in stems)


def outlet_key(name: str) -> str:
    """An outlet's name as it compares: no article, no web address around it, agencies by their full name.

    >>> outlet_key("The Lorvan Post"), outlet_key("www.lorvanpost.co.uk")
    ('lorvanpost', 'lorvanpost')
    >>> outlet_key("AP") == outlet_key("The Associated Press")
    True
    """
    plain = fold(name).strip()
    if match := DOMAIN.match(plain):
        labels = match["host"].split(".")[:-1]
        while len(labels) > 1 and labels[-1] in SECOND_LEVEL:
            labels.pop()
        plain = labels[-1]
    key = re.sub(r"\W|^the\s", "", plain)
    return FULL_NAMES.get(key, key)


def outlet_meant(name: str, outlets: Mapping[str, str]) -> str | None:
    """The key of the case's outlet that a name means; None if it means none.

    An outlet known by its address is meant by a longer name too: "Lorvan News" is lorvan.example.
    """
    key = outlet_key(name)
    if key in outlets:
        return key
    telling = (word for word in word_list(name) if word in outlets and word not in MEDIA_WORDS)
    return next(telling, None) if is_press(name) else None


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
        words = claim.source.removeprefix(UNNAMED).strip()
        return body_meant(claim, words, case) or unnamed_speaker(words, report, case)
    return named_speaker(claim.source, report, case)


def named_speaker(source: str, report: Report, case: Case) -> Speaker:
    """A named person or body; a spokesman speaks for the body."""
    outlets = case.outlets
    plain = bare_name(source)
    if meant := outlet_meant(plain, outlets):
        return Speaker(kind="named", key=f"outlet:{meant}", name=plain)
    body = SPEAKS_FOR.sub(" ", fold(plain)).strip(" ,.") if SPEAKS_FOR.search(fold(plain)) else ""
    entity = case.index.find_speaker(body or plain, report=report.id)
    if entity:
        return Speaker(kind="named", key=f"entity:{entity}", name=plain)
    return Speaker(kind="named", key="name:" + " ".join(sorted(party_words(body or plain))), name=plain)


def body_meant(claim: Claim, words: str, case: Case) -> Speaker | None:
    """The named body that a description such as "the group" stands for, or a medium of a state."""
    if owning_state(words) is not None:
        return Speaker(kind="named", key="name:" + " ".join(sorted(party_words(words))), name=words)
    said = case.attributions.get(claim.attribution or "")
    for span in said.source.spans if said else ():
        entity = case.index.by_id.get(case.index.by_place.get(span, ""))
        if entity and entity.named and entity.kind.is_body:
            return Speaker(kind="named", key=f"entity:{entity.id}", name=entity.name)
    return None


def unnamed_speaker(words: str, report: Report, case: Case) -> Speaker:
    """An unnamed source; one that speaks for a named body or outlet is that body or outlet."""
    plain = fold(words)
    body = SPEAKS_FOR.sub(" ", plain).strip(" ,.") if SPEAKS_FOR.search(plain) else ""
    if body and set(word_list(body)) - GENERIC_BODIES - {"unnamed", "senior", "person"}:
        return named_speaker(body, report, case)
    owned = any(word[:1].isupper() for word in words.split())
    if owned and (holder := case.offices.get(office_key(plain))) is not None:
        return Speaker(kind="named", key=f"entity:{holder}", name=case.index.by_id[holder].name)
    staff = OWN_STAFF.sub(" ", plain).strip() if OWN_STAFF.search(plain) else ""
    if staff and (meant := outlet_meant(staff, case.outlets)):
        return Speaker(kind="named", key=f"outlet:{meant}", name=words)
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


def owner_of(speaker: Speaker, case: Case) -> str | None:
    """The key of the state that owns a medium (see ``owning_state``), by its name or what it is called."""
    entity = case.index.by_id.get(speaker.key.removeprefix("entity:"))
    called = [speaker.name, *((entity.name, *(role.text for role in entity.roles)) if entity else ())]
    owners = [owner for words in called if (owner := owning_state(words)) is not None]
    return next((owner for owner in owners if owner), owners[0] if owners else None)


def agency_of(report: Report) -> str | None:
    """The agency that a report's dateline or byline credits; None if it is the outlet itself, or none is."""
    byline = [part.strip() for part in BYLINE.split(report.author or "")]
    agency = next((part for part in byline if agency_name(part)), None)
    if report.dateline is not None and report.dateline.agency is not None:
        agency = report.dateline.agency.text
    if agency is None or (report.outlet and outlet_key(report.outlet) == outlet_key(agency)):
        return None
    return agency


def via_outlets(claim: Claim, case: Case) -> list[str]:
    """Keys of the outlets and agencies that stand between the report and the speaker."""
    if claim.attribution is None or claim.attribution not in case.attributions:
        return []
    chain = case.attributions[claim.attribution].chain
    between = [case.attributions[link].source.description for link in chain if link in case.attributions]
    return [
        f"outlet:{outlet_key(name)}" for name in between if outlet_key(name) in case.outlets or is_press(name)
    ]


def is_hearsay(claim: Claim, case: Case) -> bool:
    """Whether nobody stands behind a claim: a crowd, or "reportedly" (STANDARDS 2)."""
    if claim.attribution in case.attributions:
        kind = case.attributions[claim.attribution].source.kind  # type: ignore[index]
        if kind in (SourceKind.CROWD, SourceKind.NONE):
            return True
    if not claim.source.startswith(UNNAMED):
        return False
    return not set(word_list(claim.source.removeprefix(UNNAMED))) - NO_SOURCE

"""The rows of the matrix: findings that bear on an explanation, and how a ruling names them.

A ruling must hold when reports are added, so it names a finding by what it asks and not by its id: slot,
then group or person; before them the label of an event other than the incident.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.ids import content_id
from sayso.model.matrix import Bearing
from sayso.model.values import Condition, Responsibility
from sayso.reconcile.hypotheses import party_key
from sayso.reconcile.matrix.bearings import Setting, is_party, why_it_bears
from sayso.reconcile.names import bare_name, party_words
from sayso.reconcile.phrases import fold
from sayso.reconcile.wording import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.model.dossier import Dossier, Finding, Hypothesis, StatusRow

OWN_WORD, SAID = "own word", "responsibility"
OWN_REASON = "a party's own denial or claim: neutral unless you rule otherwise, since its word proves nothing"
SAID_REASON = "it is what others say of its part"
EVENT, PART = " > ", " / "
MOST_TOLD = 6
"""Answers that a row gives in words (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row before anybody has weighed it.

    Attributes:
        names: All addresses by which a ruling may name it, folded.
        own: Id of the explanation whose party speaks for itself here; None for any other row.
    """

    id: str
    address: str
    names: frozenset[str]
    finding: str
    text: str
    told: tuple[str, ...]
    origins: int
    bearings: tuple[Bearing, ...]
    own: str | None = None


def find_rows(dossier: Dossier, setting: Setting) -> tuple[Candidate, ...]:
    """Every finding as a candidate row, those on responsibility split by party; in the findings' order.

    Those on which no rule proposes a bearing are there too, since an analyst may see one.
    """
    focal = {event.id for event in dossier.events if event.focal}
    labels = {event.id: event.label for event in dossier.events}
    found: list[Candidate] = []
    for finding in dossier.findings:
        label = "" if finding.event in focal else labels.get(finding.event, "")
        if finding.slot == "responsibility" and not label:
            found += said_of_parties(finding, dossier, setting)
        else:
            found.append(plain_row(finding, dossier.hypotheses if not label else (), setting, label=label))
    return tuple({row.id: row for row in reversed(found)}.values())[::-1]


def plain_row(
    finding: Finding, hypotheses: Sequence[Hypothesis], setting: Setting, *, label: str
) -> Candidate:
    """A finding as one row."""
    names = sorted(people_of(finding)) or [finding.group]
    addresses = [address_of(finding.slot, name, label=label) for name in names]
    proposed = ((one.id, why_it_bears(finding, one, setting)) for one in hypotheses)
    longest = max(addresses, key=lambda address: (len(address), address))
    return Candidate(
        id=content_id("row", fold(longest)),
        address=longest,
        names=frozenset(fold(address) for address in addresses),
        finding=finding.id,
        text=finding.question if not label else f"{label}: {finding.question}",
        told=tuple(value.text for value in finding.values if value.votes)[:MOST_TOLD],
        origins=len({origin for value in finding.values for origin in value.origins}),
        bearings=tuple(Bearing(hypothesis=one, why=why) for one, why in proposed if why is not None),
    )


def people_of(finding: Finding) -> set[str]:
    """The names of the person whom a finding on harm is about; empty for any other finding."""
    return {bare_name(v.value.person) for v in finding.values if isinstance(v.value, Condition)}


def address_of(slot: str, part: str, *, label: str = "") -> str:
    """How a ruling names a finding.

    >>> address_of("injured", "guards"), address_of("killed", "all", label="protest, 5 May 2031")
    ('injured / guards', 'protest, 5 May 2031 > killed')
    """
    plain = slot if part == "all" else f"{slot}{PART}{part}"
    return f"{label}{EVENT}{plain}" if label else plain


def said_of_parties(finding: Finding, dossier: Dossier, setting: Setting) -> Iterator[Candidate]:
    """Two rows for each party: its own word, and what others say of its part."""
    origins = {
        claim: origin for value in finding.values for claim in value.claims for origin in value.origins
    }
    values = {
        claim: value
        for value in finding.values
        for claim in value.claims
        if isinstance(value.value, Responsibility)
    }
    for hypothesis in (one for one in dossier.hypotheses if is_party(one)):
        own = [row for row in hypothesis.rows if is_own_word(row, setting)]
        others = [row for row in hypothesis.rows if row not in own]
        for name, rows, why in ((OWN_WORD, own, OWN_REASON), (SAID, others, SAID_REASON)):
            if rows:
                behind = {origins[row.claim] for row in rows if row.claim in values}
                yield party_row(finding.id, hypothesis, rows, name=name, why=why, origins=len(behind))


def is_own_word(row: StatusRow, setting: Setting) -> bool:
    """Whether a row is the party's own denial or claim."""
    if row.status in {"denied", "claimed"}:
        return True
    return party_key(row.speaker, setting.case) == party_key(row.party, setting.case)


def party_row(
    finding: str, hypothesis: Hypothesis, rows: Sequence[StatusRow], *, name: str, why: str, origins: int
) -> Candidate:
    """What is said of one party's part, by itself or by others, as a row."""
    parties = sorted({row.party for row in hypothesis.rows})
    told = dict.fromkeys(
        f"{row.speaker}: {STATUSES.get(row.status, row.status)}" if name == SAID else STATUSES[row.status]
        for row in rows
        if row.status in STATUSES
    )
    party = hypothesis.address
    return Candidate(
        id=content_id("row", name, hypothesis.id),
        address=address_of(name, party),
        names=frozenset(fold(address_of(name, spelling)) for spelling in (*parties, party)),
        finding=finding,
        text=f"Own word of {party}" if name == OWN_WORD else f"What others say of the part of {party}",
        told=tuple(told)[:MOST_TOLD],
        origins=origins,
        bearings=(Bearing(hypothesis=hypothesis.id, why=why),),
        own=hypothesis.id if name == OWN_WORD else None,
    )


def match_row(address: str, rows: Iterable[Candidate]) -> Candidate | None:
    """The row that a ruling names: by its address in any spelling, or by id; None unless one alone fits."""
    wanted = fold(address)
    fitting = [row for row in rows if wanted in row.names or address in {row.id, row.finding}]
    return fitting[0] if len(fitting) == 1 else None


def match_column(address: str, hypotheses: Iterable[Hypothesis], setting: Setting) -> Hypothesis | None:
    """The explanation that a ruling names: by its address, its party in any spelling, or its id.

    None if none, or several, fit: a ruling is never laid on the nearest.
    """
    every = list(hypotheses)
    wanted = fold(bare_name(address))
    plain = [one for one in every if address == one.id or wanted == fold(one.address)]
    named = plain or [one for one in every if wanted in {fold(bare_name(row.party)) for row in one.rows}]
    if not named:
        entity = setting.case.index.find(address)
        words = party_words(address)
        named = [
            one
            for one in every
            if is_party(one)
            and any(
                (entity is not None and setting.case.index.find(row.party) == entity)
                or party_words(row.party) == words
                for row in one.rows
            )
        ]
    return named[0] if len(named) == 1 else None

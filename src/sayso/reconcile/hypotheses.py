"""Who did it, as the reports put it: a row for each party, speaker and report (STANDARDS 3 and 8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR, Claim, Modality
from sayso.model.dossier import Hypothesis, StatusRow
from sayso.model.ids import content_id
from sayso.model.values import Answer, Responsibility
from sayso.reconcile.groups import find_groups, find_members
from sayso.reconcile.names import party_words
from sayso.reconcile.phrases import fold
from sayso.reconcile.wording import source_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.reconcile.speakers import Case

BACKED = re.compile(
    r"\b([A-Z]\w+)[- ](?i:backed|linked|aligned|affiliated|supported|sponsored|allied)\b"
    r"|\b(?i:backed|linked|aligned|affiliated|supported|sponsored|allied) (?:to|by|with) (?:the )?([A-Z]\w+)"
)
"""Whose a class of groups is."""
EXPLANATIONS = {
    "fact:was the attack staged": "That it was staged, as put by the reports",
    "fact:does anyone say they know who did it": "People whom somebody says they know and does not name",
    "fact:did the attack happen": "That it did not happen, or not as told, as put by the reports",
    "fact:was it an accident": "That it was an accident, as put by the reports",
}
"""Questions whose answer explains the incident without a perpetrator, and the hypothesis each makes."""
STAGED, KNOWN, NOT_SO, ACCIDENT = "staged", "known unnamed", "did not happen", "accident"
OTHER = "other"
ADDRESSES = dict(zip(EXPLANATIONS, (STAGED, KNOWN, NOT_SO, ACCIDENT), strict=True))
"""How a ruling names the explanations without a party."""
OPEN = "Responsibility of somebody else, or of nobody known"
ARMED = re.compile(
    r"\b(?:militias?|groups?|factions?|paramilitar(?:y|ies)|forces?|fighters?|militants?|rebels?|prox(?:y|ies))\b",
    re.IGNORECASE,
)
STATUS_ORDER = (
    "convicted", "claimed", "suspected_by_authorities", "accused_by_other", "stated_by_author",
    "blamed_unsourced", "mentioned", "denied", "cleared",
)  # fmt: skip


def reconcile_hypotheses(claims: Iterable[Claim], case: Case) -> tuple[Hypothesis, ...]:
    """One hypothesis for each party that is blamed, mentioned or cleared, and always an open one.

    Without any claim on responsibility there is none. Parties with most rows come first;
    no evidence is weighed here: a party's own word proves nothing (STANDARDS 8).
    """
    every = list(claims)
    told = [(claim, claim.value) for claim in every if isinstance(claim.value, Responsibility)]
    explained = explanations(every, case)
    if not told and not explained:
        return ()
    parties = sorted({value.party for _, value in told})
    key_of = {party: party_key(party, case) for party in parties}
    by_key: dict[str, str] = {}
    pairs = [(by_key.setdefault(key_of[party], party), party) for party in parties]
    groups = find_groups(parties, pairs)
    made = []
    for head, members in find_members(groups).items():
        rows = [make_row(claim, value, case) for claim, value in told if value.party in members]
        statement = f"Responsibility of {fullest(members)}, as put by the reports"
        made.append(make_hypothesis(statement, rows, key=key_of[head], case=case, address=fullest(members)))
    made.sort(key=lambda hypothesis: (-len(hypothesis.rows), hypothesis.statement))
    return (*made, *explained, make_hypothesis(OPEN, (), key="", case=case, address=OTHER))


def explanations(claims: Sequence[Claim], case: Case) -> tuple[Hypothesis, ...]:
    """Hypotheses that blame no perpetrator: that it was staged, that it did not happen.

    Whoever says so is kept on the scale of STANDARDS 3, and so is whoever says it was not.
    """
    found = []
    for slot, statement in EXPLANATIONS.items():
        answers = [(c, c.value) for c in claims if c.slot == slot and isinstance(c.value, Answer)]
        rows = [explaining_row(claim, value, case) for claim, value in answers]
        if any(row.status != "denied" for row in rows):
            found.append(make_hypothesis(statement, rows, key=slot, case=case, address=ADDRESSES[slot]))
    return tuple(found)


def explaining_row(claim: Claim, value: Answer, case: Case) -> StatusRow:
    """How one report puts such an explanation, on whose say-so."""
    doubts_it = "happen" in claim.slot
    holds = value.answer in {"no", "doubted"} if doubts_it else value.answer == "yes"
    if not holds or claim.modality is Modality.DENIED:
        status = "denied"
    elif claim.modality is Modality.SPECULATED or value.answer == "doubted" or "know" in claim.slot:
        status = "mentioned"
    else:
        status = "stated_by_author" if claim.source == AUTHOR else "accused_by_other"
    return row_of(claim, claim.slot.removeprefix("fact:"), status, case)


def party_key(party: str, case: Case) -> str:
    """The same for one party in any spelling; a class never has the key of its member.

    A class is known by whose it is: "X-backed militias" and "armed groups linked to X" are one.
    """
    backed = BACKED.search(party)
    if backed is not None and ARMED.search(party):
        return f"class of {fold(backed[1] or backed[2])}"
    return case.index.find(party) or " ".join(sorted(party_words(party)))


def fullest(names: Sequence[str]) -> str:
    """The longest wording of a party."""
    return max(sorted(names), key=len)


def make_row(claim: Claim, value: Responsibility, case: Case) -> StatusRow:
    """How one report puts a party's part, on whose say-so."""
    return row_of(claim, value.party, value.status, case)


def row_of(claim: Claim, party: str, status: str, case: Case) -> StatusRow:
    """A row with the report's name as its speaker where the report says so in its own voice."""
    report = case.report_of(claim)
    speaker = report.name if claim.source == AUTHOR else source_text(claim.source)
    return StatusRow(party=party, speaker=speaker, report=report.id, status=status, claim=claim.id)


def make_hypothesis(
    statement: str, rows: Sequence[StatusRow], *, key: str, case: Case, address: str
) -> Hypothesis:
    """A hypothesis in neutral words; rows by status, file and claim."""
    ordered = sorted(rows, key=lambda row: row_order(row, case))
    return Hypothesis(
        id=content_id("hyp", key), statement=statement, rows=tuple(ordered),
        evidence_for=(), evidence_against=(), matrix=(), address=address,
    )  # fmt: skip


def row_order(row: StatusRow, case: Case) -> tuple[int, str, str]:
    """Rows go from the firmest status to the denials."""
    rank = STATUS_ORDER.index(row.status) if row.status in STATUS_ORDER else len(STATUS_ORDER)
    return rank, case.reports[row.report].file, row.claim

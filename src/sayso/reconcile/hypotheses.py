"""Who did it, as the reports put it: a row for each party, speaker and report (STANDARDS 3 and 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR, Claim
from sayso.model.dossier import Hypothesis, StatusRow
from sayso.model.ids import content_id
from sayso.model.values import Responsibility
from sayso.reconcile.groups import find_groups, find_members
from sayso.reconcile.names import party_words
from sayso.reconcile.wording import source_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.reconcile.speakers import Case

OPEN = "Responsibility of somebody else, or of nobody known"
STATUS_ORDER = (
    "convicted", "claimed", "suspected_by_authorities", "accused_by_other", "stated_by_author",
    "blamed_unsourced", "mentioned", "denied", "cleared",
)  # fmt: skip


def reconcile_hypotheses(claims: Iterable[Claim], case: Case) -> tuple[Hypothesis, ...]:
    """One hypothesis for each party that is blamed, mentioned or cleared, and always an open one.

    Without any claim on responsibility there is none. Parties with most rows come first;
    no evidence is weighed here: a party's own word proves nothing (STANDARDS 8).
    """
    told = [(claim, claim.value) for claim in claims if isinstance(claim.value, Responsibility)]
    if not told:
        return ()
    parties = sorted({value.party for _, value in told})
    key_of = {party: party_key(party, case) for party in parties}
    by_key: dict[str, str] = {}
    pairs = [(by_key.setdefault(key_of[party], party), party) for party in parties]
    groups = find_groups(parties, pairs)
    made = []
    for head, members in find_members(groups).items():
        rows = [make_row(claim, value, case) for claim, value in told if value.party in members]
        made.append(make_hypothesis(fullest(members), rows, key=key_of[head], case=case))
    made.sort(key=lambda hypothesis: (-len(hypothesis.rows), hypothesis.statement))
    return (*made, make_hypothesis(None, (), key="", case=case))


def party_key(party: str, case: Case) -> str:
    """The same for one party in any spelling; a class never has the key of its member."""
    return case.index.find(party) or " ".join(sorted(party_words(party)))


def fullest(names: Sequence[str]) -> str:
    """The longest wording of a party."""
    return max(sorted(names), key=len)


def make_row(claim: Claim, value: Responsibility, case: Case) -> StatusRow:
    """How one report puts a party's part, on whose say-so."""
    report = case.report_of(claim)
    speaker = report.name if claim.source == AUTHOR else source_text(claim.source)
    return StatusRow(
        party=value.party, speaker=speaker, report=report.id, status=value.status, claim=claim.id
    )


def make_hypothesis(party: str | None, rows: Sequence[StatusRow], *, key: str, case: Case) -> Hypothesis:
    """A hypothesis in neutral words; rows by status, file and claim."""
    statement = f"Responsibility of {party}, as put by the reports" if party else OPEN
    ordered = sorted(rows, key=lambda row: row_order(row, case))
    return Hypothesis(
        id=content_id("hyp", key), statement=statement, rows=tuple(ordered),
        evidence_for=(), evidence_against=(), matrix=(),
    )  # fmt: skip


def row_order(row: StatusRow, case: Case) -> tuple[int, str, str]:
    """Rows go from the firmest status to the denials."""
    rank = STATUS_ORDER.index(row.status) if row.status in STATUS_ORDER else len(STATUS_ORDER)
    return rank, case.reports[row.report].file, row.claim

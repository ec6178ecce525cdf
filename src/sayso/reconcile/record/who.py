"""Who is held responsible, as columns: the whole scale, never one status; and who may be named in exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.values import Claimed
from sayso.reconcile.hypotheses import EXPLANATIONS, OPEN
from sayso.reconcile.names import party_words
from sayso.reconcile.wording import NOBODY_NAMED, STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import Hypothesis, StatusRow
    from sayso.model.reports import Report

UNKNOWN = "Unidentified Armed Group"
"""What exports name where nobody may be named (STANDARDS 3)."""


def parties(hypotheses: Sequence[Hypothesis]) -> tuple[Hypothesis, ...]:
    """The hypotheses that name a party."""
    others = {*EXPLANATIONS.values(), OPEN}
    return tuple(one for one in hypotheses if one.statement not in others and one.rows)


def put(
    hypotheses: Sequence[Hypothesis], reports: Mapping[str, Report]
) -> tuple[str | None, tuple[str, ...]]:
    """Every party with all its rows in words, one a line, and the claims; None if nobody is named.

    As in "Harbour Front: denies it (Harbour Front, in Gazette)". No row cancels another (STANDARDS 3).
    """
    lines = [
        f"{one.rows[0].party}: {'; '.join(dict.fromkeys(_row(row, reports) for row in one.rows))}"
        for one in parties(hypotheses)
    ]
    claims = tuple(dict.fromkeys(row.claim for one in parties(hypotheses) for row in one.rows))
    return ("\n".join(lines) or None), claims


def _row(row: StatusRow, reports: Mapping[str, Report]) -> str:
    outlet = reports[row.report].name
    nobody = row.speaker in {outlet, NOBODY_NAMED}
    said = f"in {outlet}" if nobody else f"{row.speaker}, in {outlet}"
    return f"{STATUSES.get(row.status, row.status)} ({said})"


def exported(hypotheses: Sequence[Hypothesis], country: str | None) -> tuple[str, tuple[str, ...], str]:
    """The actor that an export may name, the claims for it, and why (STANDARDS 3).

    A party only if a court convicted it, or if it alone takes responsibility and nobody disputes that.
    """
    named = parties(hypotheses)
    convicted = [one for one in named if any(row.status == "convicted" for row in one.rows)]
    claiming = [one for one in named if any(row.status == "claimed" for row in one.rows)]
    chosen = convicted or (claiming if len(claiming) == 1 else [])
    contested = any(row.status in {"denied", "cleared"} for one in chosen for row in one.rows)
    if chosen and not contested:
        rows = [row for one in chosen for row in one.rows if row.status in {"convicted", "claimed"}]
        why = "convicted by a court" if convicted else "takes responsibility, and nobody disputes it"
        return "; ".join(one.rows[0].party for one in chosen), tuple(row.claim for row in rows), why
    where = f" ({country})" if country else ""
    return f"{UNKNOWN}{where}", (), "nobody is convicted, and no claim of responsibility stands alone"


def claimed(claims: Sequence[Claim]) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    """Whether responsibility is claimed, by which parties, and the claims that say so.

    None for what no report says; a "no" gives way to a "yes" (STANDARDS 3).
    """
    told = [(claim, claim.value) for claim in claims if isinstance(claim.value, Claimed)]
    yes = [(claim, value) for claim, value in told if value.answer == "yes"]
    chosen = yes or told
    by = {" ".join(sorted(party_words(v.party))): v.party for _, v in yes if v.party}
    answer = chosen[0][1].answer if chosen else None
    return answer, tuple(sorted(by.values())), tuple(claim.id for claim, _ in chosen)

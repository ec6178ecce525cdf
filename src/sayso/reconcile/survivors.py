"""Who was hurt may have died since: what later deaths leave of an earlier number of injured.

A figure of injured holds for the day of its report. Where nobody has given one since, and deaths are
reported later that the reports up to that day did not have, so many fewer may have lived (s).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.claims import Modality
from sayso.model.values import Count
from sayso.reconcile.standing import day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.claims import Claim
    from sayso.reconcile.speakers import Case

DYING = re.compile(r"\b(?:dies?|died|dying|succumb\w*|pass(?:es|ed) away|deceased)\b", re.IGNORECASE)
"""Words for a death that may come days after the harm."""


def deaths_since(claims: Sequence[Claim], case: Case) -> int:
    """How many deaths are reported after the last day on which a number of injured is.

    Args:
        claims: Of one event, on all slots.
        case: What is known across reports.

    Returns:
        Zero where any report is undated, or where the later deaths may be told of anew only.
    """
    hurt, killed = _figures(claims, "injured"), _figures(claims, "killed")
    days = [day_of(claim, case) for claim, _ in (*hurt, *killed)]
    if not hurt or None in days:
        return 0
    last = max(day_of(claim, case) or "" for claim, _ in hurt)
    before = max((count for claim, count in killed if (day_of(claim, case) or "") <= last), default=0)
    after = [
        count
        for claim, count in killed
        if (day_of(claim, case) or "") > last and (before == 0 or DYING.search(claim.wording))
    ]
    return max(0, max(after, default=0) - before)


def _figures(claims: Sequence[Claim], slot: str) -> list[tuple[Claim, int]]:
    """The numbers affirmed of all."""
    return [
        (claim, claim.value.lo)
        for claim in claims
        if claim.slot == slot
        and claim.group == "all"
        and isinstance(claim.value, Count)
        and claim.value.hi != 0
        and claim.modality is not Modality.DENIED
    ]

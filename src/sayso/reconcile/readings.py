"""Two readings of a toll: with the attackers among the dead or hurt, and without them.

Registries differ in whether they count whoever attacked; reports do not always say (STANDARDS 1,
"killed ... per group"). So both readings are shown wherever the figures tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.dossier import Finding

SLOTS = ("killed", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """The best figure without the attackers and with them."""

    without: float
    with_them: float


def read_both(told: Finding, attackers: Finding | None) -> Readings | None:
    """The two readings of a finding on all; None if its figures do not tell them apart.

    The best figure counts the attackers if another report gives the same less them; it leaves them
    out if another gives the same and them. Nothing is added up that no report has.
    """
    if told.best is None or attackers is None or not attackers.best:
        return None
    stated = {v.value.lo for v in told.values if isinstance(v.value, Count) and v.value.lo == v.value.hi}
    if told.best + attackers.best in stated:
        return Readings(without=told.best, with_them=told.best + attackers.best)
    if told.best - attackers.best in stated:
        return Readings(without=told.best - attackers.best, with_them=told.best)
    return None


def tell_readings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, with both readings in the reason of every toll that has two."""
    known = tuple(findings)
    return tuple(told_with_readings(finding, known) for finding in known)


def told_with_readings(finding: Finding, known: Sequence[Finding]) -> Finding:
    """A finding with its two readings in its reason, if it has two."""
    if finding.slot not in SLOTS or finding.group != "all":
        return finding
    among = next(
        (f for f in known if (f.event, f.slot, f.group) == (finding.event, finding.slot, "attackers")), None
    )
    both = read_both(finding, among)
    if both is None:
        return finding
    words = f"Without the attackers it is {both.without:g}, with them {both.with_them:g}."
    return replace(finding, why=f"{finding.why} {words}")

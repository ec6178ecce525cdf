"""Why a finding has its verdict, in one plain sentence that names speakers and outlets (STANDARDS 11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.claims import AUTHOR
from sayso.model.dossier import Origin, Verdict
from sayso.reconcile.wording import listed, source_text, value_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reconcile.speakers import Case
    from sayso.reconcile.standing import Standing, Voice
    from sayso.reconcile.verdicts import Dispute


NOBODY = "Only hearsay, hints or a report's own opinion; no named source or body stands behind it."
REASONS = {
    Verdict.CORROBORATED: "{number} independent origins agree or say the same more closely: {origins}.",
    Verdict.COMPATIBLE: "{number} origins whose answers can all hold, without agreeing: {origins}.",
    Verdict.SINGLE_ORIGIN: "It all rests on one origin, {origins}, in {reports}.",
    Verdict.STATED_UNKNOWN: "The sources say that it is not known: {origins}.",
}


def verdict_reason(
    verdict: Verdict, standing: Standing, *, origins: Sequence[Origin], dispute: Dispute | None, case: Case
) -> str:
    """The reason for a verdict, as one sentence."""
    if dispute:
        return dispute_reason(dispute, standing, case)
    if verdict is Verdict.SUPERSEDED:
        return revision_reason(standing, case)
    names = {origin.id: origin.originator for origin in origins}
    behind = sorted({names[voice.origin] for voice in counting(standing)})
    reports = len({voice.claim.spans[0].report for voice in counting(standing)})
    return REASONS.get(verdict, NOBODY).format(
        number=len({voice.origin for voice in counting(standing)}),
        origins=listed(behind),
        reports=counted(reports, "report"),
    )


def counting(standing: Standing) -> list[Voice]:
    """The voices that lend an origin; all of them where none does."""
    strong = [voice for voice in standing.voices if not voice.superseded and not voice.weak and voice.counts]
    return strong or list(standing.voices)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "report"), counted(3, "report")
    ('1 report', '3 reports')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def who(voice: Voice, case: Case) -> str:
    """The speaker and the outlet that carries the words; the outlet alone for its own voice."""
    outlet = case.report_of(voice.claim).name
    source = voice.claim.source
    return f"{outlet}, in its own voice" if source == AUTHOR else f"{source_text(source)} ({outlet})"


def dispute_reason(dispute: Dispute, standing: Standing, case: Case) -> str:
    """What two voices say that cannot both hold; "differ", never a word that takes sides."""
    first, second = dispute.one, dispute.other
    one, other = (value_text(standing.values[voice.value]) for voice in (first, second))
    if second.denied:
        return f"Accounts differ: {one}, according to {who(first, case)}; {who(second, case)} denies it."
    return (
        f"Accounts differ: {one}, according to {who(first, case)}; {other}, according to {who(second, case)}."
    )


def revision_reason(standing: Standing, case: Case) -> str:
    """Which answers were replaced, and by which."""
    gone = [voice for voice in standing.voices if voice.superseded]
    left = [voice for voice in standing.voices if voice.stands]
    before = sorted({value_text(standing.values[voice.value]) for voice in gone})
    after = sorted({value_text(standing.values[voice.value]) for voice in left})
    speakers = sorted({who(voice, case) for voice in left})
    change = f"{listed(before)} before, {listed(after)} now"
    return f"Later word takes the place of earlier: {change}, from {listed(speakers)}."

"""The steps by which an incident is followed up, and how far each goes (STANDARDS 9)."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """What was done about an incident, in the order of the ladder.

    STANDARDS 9 names all but ``help_offered`` and ``help_sought``, which are ours: offers to help an
    investigation, and appeals to witnesses or others to help it.
    """

    INVESTIGATION_CALLED = "investigation_called"
    HELP_OFFERED = "help_offered"
    OPENED = "opened"
    HELP_SOUGHT = "help_sought"
    EVIDENCE_COLLECTED = "evidence_collected"
    MISHANDLED = "mishandled"
    FINDINGS_PRESENTED = "findings_presented"
    SUSPECTS_KNOWN_UNNAMED = "suspects_known_unnamed"
    NAMED = "named"
    WARRANT = "warrant"
    ARREST = "arrest"
    RELEASE = "release"
    CHARGED = "charged"
    TRIAL = "trial"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    DISMISSED = "dismissed"
    APPEAL = "appeal"
    CLOSED = "closed"
    STALLED = "stalled"
    NO_ACTION = "no_action"

    @property
    def rank(self) -> int:
        """How far up the ladder it is; 0 for what is no step upwards (a release, a stall, an offer)."""
        return RANKS.get(self, 0)

    @property
    def slot(self) -> str:
        """The slot of the claims that tell of it (GOLD.md, ``fact:``)."""
        return SLOTS[self]


RANKS: dict[Step, int] = {
    Step.INVESTIGATION_CALLED: 1, Step.OPENED: 2, Step.EVIDENCE_COLLECTED: 3, Step.FINDINGS_PRESENTED: 4,
    Step.SUSPECTS_KNOWN_UNNAMED: 5, Step.NAMED: 6, Step.WARRANT: 7, Step.ARREST: 8, Step.CHARGED: 9,
    Step.TRIAL: 10, Step.CONVICTED: 11, Step.ACQUITTED: 11, Step.DISMISSED: 11, Step.APPEAL: 12,
}  # fmt: skip
"""Steps upwards (s); a verdict is as far as its opposite."""
SLOTS: dict[Step, str] = {
    Step.INVESTIGATION_CALLED: "fact:has an investigation been called for",
    Step.HELP_OFFERED: "fact:has help with the investigation been offered",
    Step.OPENED: "fact:how far has the investigation got",
    Step.HELP_SOUGHT: "fact:have others been asked to help the investigation",
    Step.EVIDENCE_COLLECTED: "fact:what evidence was collected",
    Step.MISHANDLED: "fact:is the handling of the investigation faulted",
    Step.FINDINGS_PRESENTED: "fact:have findings of the investigation been shown",
    Step.SUSPECTS_KNOWN_UNNAMED: "fact:does anyone say they know who did it",
    Step.NAMED: "fact:has any official body named the attackers",
    Step.WARRANT: "fact:has a warrant been issued",
    Step.ARREST: "fact:has anyone been arrested",
    Step.RELEASE: "fact:has anyone held been released",
    Step.CHARGED: "fact:has anyone been charged",
    Step.TRIAL: "fact:has anyone come before a court",
    Step.CONVICTED: "fact:has anyone been convicted",
    Step.ACQUITTED: "fact:has anyone been acquitted",
    Step.DISMISSED: "fact:has a case been dismissed",
    Step.APPEAL: "fact:has a ruling been appealed",
    Step.CLOSED: "fact:how far has the investigation got",
    Step.STALLED: "fact:is the investigation said to have stalled",
    Step.NO_ACTION: "fact:is it said that nobody was held to account",
}
"""The question that each step answers."""
GATHERED = "fact:have investigators gathered anything"
"""Where a report says that evidence was collected, and not what."""

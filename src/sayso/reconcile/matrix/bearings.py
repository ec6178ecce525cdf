"""Which findings bear on which explanation, and why: proposals by rule, never a mark (STANDARDS 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.steps import GATHERED, Step
from sayso.model.values import Answer, Claimed, Count, Text
from sayso.reconcile.hypotheses import ACCIDENT, EXPLANATIONS, KNOWN, NOT_SO, OTHER, STAGED, party_key
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.dossier import AccountabilityStep, Finding, Hypothesis
    from sayso.model.entities import Entity
    from sayso.reconcile.speakers import Case

HARM = frozenset({"killed", "injured", "condition", "missing"})
SEEN = re.compile(
    r"\b(?:shot down|downed|intercepted|unexploded|exploded|landed|that hit|hit|fired|defused)\b"
)
"""Counts of what weapons were seen to do."""
NAMED_STEPS = frozenset({Step.WARRANT, Step.ARREST, Step.CHARGED, Step.TRIAL, Step.CONVICTED, Step.ACQUITTED})
TIES = frozenset({"member_of", "leader_of", "part_of", "commander_of", "speaks_for"})
"""Ties by which what is done about somebody bears on a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the rules look at beside finding and explanation.

    Attributes:
        steps: Steps of the investigation by the claims that tell of them.
        entities: By id.
    """

    case: Case
    steps: Mapping[str, AccountabilityStep]
    entities: Mapping[str, Entity]


def why_it_bears(finding: Finding, hypothesis: Hypothesis, setting: Setting) -> str | None:
    """Why a finding bears on an explanation, in plain words; None if no rule says that it does."""
    for rule in RULES:
        why = rule(finding, hypothesis, setting)
        if why is not None:
            return why
    return None


def is_party(hypothesis: Hypothesis) -> bool:
    """Whether an explanation says who did it."""
    return hypothesis.address not in {STAGED, KNOWN, NOT_SO, ACCIDENT, OTHER}


def claiming(finding: Finding, hypothesis: Hypothesis, setting: Setting) -> str | None:
    """Whether somebody took responsibility bears on everyone, since a claimant stands for itself."""
    if finding.slot != "claimed" or hypothesis.address in {OTHER, KNOWN}:
        return None
    parties = {v.value.party for v in finding.values if isinstance(v.value, Claimed) and v.value.party}
    own = {party_key(row.party, setting.case) for row in hypothesis.rows}
    if is_party(hypothesis) and any(party_key(party, setting.case) in own for party in parties):
        return "it is said to take responsibility, or not to"
    if parties:
        return "somebody is said to take responsibility"
    return "nobody is said to have taken responsibility"


def weapons(finding: Finding, hypothesis: Hypothesis, _setting: Setting) -> str | None:
    """What was used bears on who could have used it, and on whether it was an attack."""
    if finding.slot == "weapon" and hypothesis.address not in {OTHER, KNOWN}:
        return "what was used may tell who could have used it" if is_party(hypothesis) else IN_EARNEST
    if finding.slot.startswith("count:") and SEEN.search(finding.slot) and not is_party(hypothesis):
        return "what was seen of the weapons" if hypothesis.address in DOUBTS else None
    return None


IN_EARNEST = "it bears on whether it was an attack at all"
DOUBTS = frozenset({STAGED, NOT_SO, ACCIDENT})


def harm(finding: Finding, hypothesis: Hypothesis, _setting: Setting) -> str | None:
    """Harm done bears on whether it took place, and was meant."""
    if finding.slot.partition(":")[0] in HARM and hypothesis.address in {STAGED, NOT_SO}:
        return "who came to harm, and how badly, bears on whether it took place as told"
    return None


def kind(finding: Finding, hypothesis: Hypothesis, _setting: Setting) -> str | None:
    """What kind of incident it is called bears on whether somebody meant it."""
    if finding.slot in {"type", "stage"} and hypothesis.address in DOUBTS:
        return "what kind of incident it is called, and by whom"
    return None


def aim(finding: Finding, hypothesis: Hypothesis, setting: Setting) -> str | None:
    """What was meant, and the reason given for it, bear on who would want that."""
    if not is_party(hypothesis):
        return None
    if finding.slot == "target":
        return "whom or what it was aimed at may tell who would want that"
    if finding.slot in {"motive", "fact:what reason does the claim give"}:
        texts = [
            v.value.text if isinstance(v.value, Text) else getattr(v.value, "answer", "")
            for v in finding.values
        ]
        named = any(fold(row.party) in fold(text) for row in hypothesis.rows for text in texts)
        return "a reason is given that names it" if named else "a reason is given"
    del setting
    return None


def traces(finding: Finding, hypothesis: Hypothesis, _setting: Setting) -> str | None:
    """What investigators gathered and showed bears on everything but the open explanation."""
    slots = {Step.EVIDENCE_COLLECTED.slot, GATHERED, Step.FINDINGS_PRESENTED.slot}
    if finding.slot in slots and hypothesis.address not in {OTHER, KNOWN}:
        return "what investigators gathered or showed may speak for or against it"
    if re.match(r"fact:who shot the \w+ down", finding.slot) and hypothesis.address in DOUBTS:
        return "what was seen of the weapons"
    return None


def telling_of_it(finding: Finding, hypothesis: Hypothesis, _setting: Setting) -> str | None:
    """What is said of an explanation itself bears on it."""
    own = {slot for slot, statement in EXPLANATIONS.items() if statement == hypothesis.statement}
    return "it is what is said of this explanation itself" if finding.slot in own else None


def naming(finding: Finding, hypothesis: Hypothesis, _setting: Setting) -> str | None:
    """That no official body has named anyone bears on every party, and on the open explanation."""
    if finding.slot != Step.NAMED.slot or hypothesis.address in {STAGED, NOT_SO, ACCIDENT}:
        return None
    said = {v.value.answer for v in finding.values if isinstance(v.value, Answer)}
    return (
        "whether an official body has named anyone" if "no" in said or hypothesis.address == OTHER else None
    )


def holding(finding: Finding, hypothesis: Hypothesis, setting: Setting) -> str | None:
    """A step against somebody bears on that person, and on the body that the reports tie them to."""
    told = [setting.steps[c] for v in finding.values for c in v.claims if c in setting.steps]
    told = [step for step in told if step.step in NAMED_STEPS]
    if any(isinstance(v.value, Count) and v.value.hi == 0 for v in finding.values) and not told:
        return None
    people = {step.person for step in told if step.person}
    own = {party_key(row.party, setting.case) for row in hypothesis.rows}
    for person in sorted(people):
        key = party_key(person, setting.case)
        if key in own:
            return "a step of the investigation is about it"
        entity = setting.entities.get(key)
        ties = entity.relations if entity is not None else ()
        if any(tie.kind in TIES and tie.other in own for tie in ties):
            return "a step of the investigation is about somebody whom reports tie to it"
    return None


RULES = (telling_of_it, claiming, weapons, harm, kind, aim, traces, naming, holding)

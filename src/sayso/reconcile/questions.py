"""Slots as questions in plain words, their weight, and what nobody answers."""

from __future__ import annotations

import re
from dataclasses import replace
from math import log2
from typing import TYPE_CHECKING

from sayso.model.dossier import Question, Relation, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.dossier import Event, Finding

WORDS: dict[str, str] = {
    "killed": "How many {people} were killed?",
    "injured": "How many {people} were hurt?",
    "missing": "How many {people} are missing?",
    "arrested": "How many {people} were arrested?",
    "rescued": "How many {people} were rescued?",
    "displaced": "How many {people} had to leave their homes?",
    "date": "On what day did it happen?",
    "time": "At what time of day did it happen?",
    "place": "Where did it happen?",
    "weapon": "What was used?",
    "type": "What kind of incident was it?",
    "stage": "Was it carried out, or only tried?",
    "target": "Who or what was hit or meant?",
    "responsibility": "Who is said to be responsible, and by whom?",
    "claimed": "Has anyone taken responsibility?",
    "motive": "What reason is given, and by whom?",
}
WEIGHTS: dict[str, int] = {
    "killed": 100, "responsibility": 95, "condition": 90, "injured": 85, "claimed": 80, "missing": 75,
    "weapon": 60, "target": 55, "place": 50, "date": 50, "arrested": 48, "charged": 48, "motive": 46,
    "type": 45, "stage": 45, "rescued": 40, "displaced": 40, "time": 35, "fact": 30, "count": 25,
    "measure": 20,
}  # fmt: skip
"""What a mistake would cost an editor, higher first (s)."""
FACT_WEIGHTS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"\b(?:staged|faked|happen|take place|took place)\b"), 94),
    (re.compile(r"\bcasualt|\banyone (?:killed|hurt|injured|die)"), 88),
    (re.compile(r"\b(?:who did it|know who|responsib|behind it|ordered)"), 78),
    (re.compile(r"\b(?:charged|convicted|accused|suspect|arrested|warned|warning)\b"), 62),
    (re.compile(r"\b(?:suicide|toll|claim|investigation|shot|bomb|weapon)"), 42),
)
"""A free question weighs by what it asks: whether it happened at all, whom it hurt, who did it (s)."""
DISPUTED_WEIGHT = 200
LINKED_DISPUTED = 30
PART_OF_WHOLE = 15
LINKED_EVENT = 40
MOST_APART = 6
"""Most that the distance of disputed figures adds: less than lies between the dead and the hurt."""
MOST_SIDES = 3
"""Most that several origins on both sides of a dispute add."""

STANDARD_SLOTS = (
    "killed",
    "injured",
    "responsibility",
    "claimed",
    "date",
    "place",
    "weapon",
    "target",
    "arrested",
    "time",
)
"""What every reader asks first."""

UNANSWERED: dict[str, str] = {
    "killed": "whether anyone was killed",
    "injured": "whether anyone was hurt",
    "responsibility": "who is held responsible",
    "claimed": "whether anyone has taken responsibility",
    "date": "on what day it happened",
    "place": "where it happened",
    "weapon": "what was used",
    "target": "who or what was meant",
    "arrested": "whether anyone was arrested",
    "time": "at what time of day it happened",
}
NOBODYS = frozenset({"claimed", "weapon", "target"})
NOT_ASKED = {
    "quake": NOBODYS | {"responsibility", "arrested"}, "flood": NOBODYS | {"responsibility", "arrested"},
    "fire": NOBODYS, "crash": NOBODYS,
}  # fmt: skip
"""What is not asked of a kind of incident: who did it of a quake, who claims it of a fire (s)."""


def question_text(slot: str, group: str, *, person: str | None = None) -> str:
    """A slot as a question.

    Args:
        slot: As in GOLD.md.
        group: The part counted; ``all`` for the whole.
        person: The person concerned, for harm to a named person.

    >>> question_text("injured", "guards")
    'How many guards were hurt?'
    >>> question_text("count:drones shot down", "all")
    'How many drones shot down?'
    """
    kind, _, rest = slot.partition(":")
    part = "" if group == "all" else f" ({group})"
    if kind == "condition":
        return f"How did {person or rest or 'the person'} come out of it?"
    if kind == "count":
        return f"How many {rest}{part}?"
    if kind == "measure":
        return f"How much: {rest}{part}?"
    if kind == "fact":
        return f"{rest[:1].upper()}{rest[1:].rstrip('?')}{part}?"
    wanted = WORDS.get(kind, f"{kind[:1].upper()}{kind[1:]}?")
    if "{people}" in wanted:
        return wanted.replace("{people}", "people" if group == "all" else group)
    return f"{wanted[:-1]}{part}?"


def weight_of(slot: str, group: str, *, disputed: bool, focal: bool) -> int:
    """How much a finding matters: by its slot, more if disputed, less for a part or a linked event.

    >>> dead = weight_of("killed", "all", disputed=True, focal=True)
    >>> dead > weight_of("fact:was it staged", "all", disputed=True, focal=True)
    True
    """
    kind, _, asked = slot.partition(":")
    weight = WEIGHTS.get(kind, 10)
    if kind == "fact":
        weight = next((found for words, found in FACT_WEIGHTS if words.search(asked)), weight)
    weight -= 0 if group == "all" else PART_OF_WHOLE
    weight -= 0 if focal else LINKED_EVENT
    extra = DISPUTED_WEIGHT if focal else LINKED_DISPUTED
    return max(0, weight) + (extra if disputed else 0)


def rank_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by weight, with how far apart the sides of a dispute are and how many origins stand by each.

    So of two disputes on equally grave questions the wider one comes first, and of two that are as wide
    the one in which neither side stands alone.
    """
    weighed = [replace(one, weight=one.weight + stakes_of(one)) for one in findings]
    return tuple(sorted(weighed, key=lambda one: (-one.weight, one.slot, one.group, one.id)))


def stakes_of(finding: Finding) -> int:
    """What a dispute adds to the weight of its finding; nothing where nobody disagrees."""
    if finding.verdict is not Verdict.DISPUTED:
        return 0
    apart = 0
    if finding.low is not None and finding.high is not None:
        apart = min(MOST_APART, round(2 * log2((finding.high + 1) / (finding.low + 1))))
    both = [
        min(len(finding.values[pair.a].origins), len(finding.values[pair.b].origins))
        for pair in finding.relations
        if pair.relation is Relation.CONFLICTS
    ]
    return max(0, apart) + min(MOST_SIDES, max(0, max(both, default=1) - 1))


def reconcile_questions(
    findings: Sequence[Finding], *, events: Iterable[Event], reports: int
) -> tuple[Question, ...]:
    """What is disputed and what no report says, most consequential first.

    A quake or a flood is not asked who did it, an accident not who claims it.
    Without an incident there is nothing to ask.
    """
    focal = [event for event in events if event.focal]
    asked = [
        (finding.weight, Question(text=finding.question, kind="disputed", finding=finding.id))
        for finding in findings
        if finding.verdict is Verdict.DISPUTED
    ]
    if focal:
        answered = {
            finding.slot.partition(":")[0] for finding in findings if finding.event in {e.id for e in focal}
        }
        idle = frozenset[str]().union(*(NOT_ASKED.get(event.type, ()) for event in focal))
        left = [slot for slot in STANDARD_SLOTS if slot not in answered | idle]
        asked += [(WEIGHTS[slot], nobody_says(slot, reports)) for slot in left]
    ordered = sorted(asked, key=lambda entry: (-entry[0], entry[1].text, entry[1].finding or ""))
    return tuple(question for _, question in ordered)


def nobody_says(slot: str, reports: int) -> Question:
    """That no report answers a slot (STANDARDS 11, rule 2)."""
    heard = "The one report does not say" if reports == 1 else f"None of the {reports} reports says"
    return Question(text=f"{heard} {UNANSWERED[slot]}.", kind="not_reported", finding=None)

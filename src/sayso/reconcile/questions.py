"""Slots as questions in plain words, their weight, and what nobody answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.dossier import Question, Verdict

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
DISPUTED_WEIGHT = 200
PART_OF_WHOLE = 15
LINKED_EVENT = 40

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
NATURAL = frozenset({"quake", "flood"})
HUMAN_SLOTS = frozenset({"responsibility", "claimed", "weapon", "target", "arrested"})


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
    """How much a finding matters: by its slot, more if disputed, less for a part or a linked event."""
    weight = WEIGHTS.get(slot.partition(":")[0], 10)
    weight -= 0 if group == "all" else PART_OF_WHOLE
    weight -= 0 if focal else LINKED_EVENT
    extra = DISPUTED_WEIGHT if focal else DISPUTED_WEIGHT // 2
    return max(0, weight) + (extra if disputed else 0)


def reconcile_questions(
    findings: Sequence[Finding], *, events: Iterable[Event], reports: int
) -> tuple[Question, ...]:
    """What is disputed and what no report says, most consequential first.

    A quake or a flood is not asked who did it. Without an incident there is nothing to ask.
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
        natural = any(event.type in NATURAL for event in focal)
        left = [
            slot for slot in STANDARD_SLOTS if slot not in answered and not (natural and slot in HUMAN_SLOTS)
        ]
        asked += [(WEIGHTS[slot], nobody_says(slot, reports)) for slot in left]
    ordered = sorted(asked, key=lambda entry: (-entry[0], entry[1].text, entry[1].finding or ""))
    return tuple(question for _, question in ordered)


def nobody_says(slot: str, reports: int) -> Question:
    """That no report answers a slot (STANDARDS 11, rule 2)."""
    heard = "The one report does not say" if reports == 1 else f"None of the {reports} reports says"
    return Question(text=f"{heard} {UNANSWERED[slot]}.", kind="not_reported", finding=None)

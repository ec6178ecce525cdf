"""What a slot asks for, as a noun phrase for the middle of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.values import Condition
from sayso.render.phrases import plain

if TYPE_CHECKING:
    from sayso.model.dossier import Finding

HARMS = {
    "killed": ("was killed", "were killed"),
    "injured": ("was injured", "were injured"),
    "missing": ("was missing", "were missing"),
    "arrested": ("was arrested", "were arrested"),
    "rescued": ("was rescued", "were rescued"),
    "displaced": ("was displaced", "were displaced"),
}
TOPICS = {
    "date": "the date",
    "time": "the time of day",
    "place": "the place",
    "weapon": "the weapon",
    "type": "the kind of incident",
    "stage": "whether it was carried out",
    "target": "the target",
    "condition": "how one person came out of it",
    "responsibility": "who is held responsible",
    "claimed": "whether anyone has taken responsibility",
}


def topic(slot: str, group: str = "all") -> str:
    """What a slot asks for, as a noun phrase.

    >>> topic("killed", "guards"), topic("count:drones"), topic("date")
    ('the number of guards killed', 'the number of drones', 'the date')
    """
    head, _, rest = slot.partition(":")
    whose = "" if group in {"all", ""} else f" ({plain(group)})"
    if head in HARMS:
        return f"the number of {plain(group) if whose else 'people'} {head}"
    if head == "count":
        return f"the number of {plain(rest)}{whose}"
    if head == "measure":
        return f"the {plain(rest)}{whose}"
    if head == "fact":
        return f"the question: {plain(rest)}?"
    if head == "condition" and rest:
        return f"how {plain(rest)} came out of it"
    return TOPICS.get(head, plain(rest or head).replace("_", " ")) + whose


def topic_of(finding: Finding) -> str:
    """What a finding is about, as a noun phrase; a person is called by the longest spelling."""
    people = [value.value.person for value in finding.values if isinstance(value.value, Condition)]
    if people:
        return f"how {plain(max(people, key=len))} came out of it"
    return topic(finding.slot, finding.group)

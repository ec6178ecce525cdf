"""The field's code lists, read once: kinds of incident, weapons, targets (STANDARDS 1)."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from sayso.reconcile.phrases import fold
from sayso.reconcile.weapons import concepts_of

NONE = "-"
WEAPON_TYPES = (
    ("gun", "Firearms"), ("explosive", "Explosives"), ("aircraft", "Explosives"), ("fire", "Incendiary"),
    ("blade", "Melee"), ("vehicle", "Vehicle"),
)  # fmt: skip
"""Concepts of weapons by GTD's types, most telling first: a truck bomb is an explosive."""
AGENTS = (
    (r"\b(?:sarin|chlorine|mustard gas|nerve (?:agent|gas)|poison gas|chemical)\b", "Chemical"),
    (r"\b(?:anthrax|ricin|biological)\b", "Biological"),
    (r"\b(?:radioactive|dirty bomb|radiological)\b", "Radiological"),
    (r"\b(?:fake|toy|replica) (?:gun|pistol|weapon|bomb)\b", "Fake Weapons"),
    (r"\b(?:club|stick|hammer|axe|stone|rock|fists?|rope)\b", "Melee"),
)
"""Weapons that the concepts do not tell apart."""


@cache
def _lines(name: str) -> tuple[tuple[str, ...], ...]:
    text = resources.files("sayso.reconcile.record").joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


def codes_of(nature: str) -> tuple[str | None, str | None, str | None]:
    """ACLED's event and sub-event type and GTD's attack type for a kind of incident; None for none.

    >>> codes_of("drone strike")
    ('Explosions/Remote violence', 'Air/drone strike', 'Bombing')
    """
    for name, *codes in _lines("codes.tsv"):
        if name == nature:
            event, sub, attack = (None if code == NONE else code for code in codes)
            return event, sub, attack
    return None, None, None


def weapon_type(words: str) -> str | None:
    """GTD's weapon type for a wording; None if its words tell none.

    >>> weapon_type("truck loaded with explosives"), weapon_type("a knife"), weapon_type("something")
    ('Explosives', 'Melee', None)
    """
    plain = fold(words)
    for pattern, kind in AGENTS:
        if re.search(pattern, plain):
            return kind
    concepts = concepts_of(words)
    return next((kind for concept, kind in WEAPON_TYPES if concept in concepts), None)


def target_type(words: str) -> str | None:
    """GTD's target type for a wording; None if its words tell none.

    >>> target_type("the customs house"), target_type("a school bus")
    ('Government (General)', 'Educational Institution')
    """
    plain = fold(words)
    return next((kind for kind, pattern in _lines("targets.tsv") if re.search(pattern, plain)), None)

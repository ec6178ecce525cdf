"""Talk of an accident: that nobody meant it, or that it was no accident, as an explanation (STANDARDS 8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.facts import Question, answers_in

if TYPE_CHECKING:
    from sayso.extract.scene import Draft, Scene

MEANT = frozenset({"attack", "fire", "fighting", "kidnapping", "robbery", "coup", "protest"})
"""Families of incidents of which it can be asked; a quake or a crash is not asked who meant it."""
DONE = (
    r"(?:shooting|shot|discharge[ds]?|explosion|exploded|blast|fire|fired|detonation|detonated|set off|death"
    r"|killing|killed|shoots?|struck)"
)
NOT_MEANT = re.compile(
    r"\b(?:not|\w+n['’]t|never)\b[^.;]{0,40}\b(?:deliberate|intentional)(?:ly)?\b", re.IGNORECASE
)
NOT_SO = re.compile(
    r"\b(?:no|not|never|\w+n['’]t|rul(?:ed|es|ing) out|hardly)\b[^.;]{0,25}\b(?:accident|accidental(?:ly)?)\b"
    r"|\b(?:rather|more) than an accident\b|\b(?:was|were) (?:clearly )?(?:deliberate|intentional)\b",
    re.IGNORECASE,
)
SO = re.compile(
    r"\b(?:was|were|is|be|been|as|appears?|seems?|believed|ruled|called|apparent)(?: to be| to have been)?"
    r"(?: an?)?(?: \w+)? accident(?:al)?\b(?! (?:and emergency|site|scene|victims?))"
    rf"|\b(?:accidental(?:ly)?|unintentional(?:ly)?|by accident)\b[^.;,]{{0,20}}\b{DONE}\b"
    rf"|\b{DONE} by accident\b"
    r"|\b(?:caused by|due to|result of|blamed on|because of) (?:an? )?(?:\w+ )?"
    r"(?:gas leak|short[- ]circuit|electrical fault|technical (?:fault|failure)|misfire|malfunction)\b",
    re.IGNORECASE,
)
ACCIDENT = Question(slot="fact:was it an accident", answers=((NOT_MEANT, "yes"), (NOT_SO, "no"), (SO, "yes")))


def find_accidents(scene: Scene) -> tuple[Draft, ...]:
    """Whether it was an accident, once a sentence, as the reports put it."""
    if scene.events.family not in MEANT:
        return ()
    return tuple(
        draft for sentence in scene.sentences() for draft in answers_in(scene, sentence, (ACCIDENT,))
    )

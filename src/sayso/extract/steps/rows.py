"""What a wording that tells of a step of an investigation is made of (STANDARDS 9).

Patterns run over the plain, true-cased sentence. Their group ``at`` holds the word that carries the
step: on it are decided whose words it stands in, who acts, whom it is about, and whether it is so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model.steps import Step

INQUIRY = r"(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|inquests?|manhunt)"
LOOK_INTO = r"(?:investigat(?:e|es|ed|ing|ion|ions|ive|or|ors)|inquir(?:y|ies)|probe|probes|probing)"
SUSPECTS = (
    r"(?:suspects?|gunm[ae]n|shooters?|attackers?|bombers?|assailants?|perpetrators?|culprits?|killers?"
    r"|arsonists?|persons? of interest|people of interest)"
)
TRACES = (
    r"(?:evidence|clues|remains of|(?:shell |bullet |spent )?casings?|fingerprints?|DNA|(?:blood"
    r"|soil) samples"
    r"|(?:surveillance |security |CCTV |dashcam )?(?:footage|videos?|tapes?|recordings?)"
    r"|(?:hand)?guns?|pistols?|rifles?|firearms?|weapons?|ammunition|fragments?|debris|wreckage|parts of"
    r"|flight recorders?|black box(?:es)?|documents|(?:cell)?phones?|laptops?|computers?)"
)
NEAR = r"[^.;:]{0,60}?"
CLOSE = r"[^.;:,]{0,35}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One wording.

    Attributes:
        answer: What it answers to the step's question; None if its group ``answer`` holds the words.
        unless: Words in the sentence that make it another matter.
        needs: Words that the sentence must hold.
        official: Whether somebody other than an official body who does it makes it another matter.
        real: Whether it must have happened: nothing wished for, planned or supposed.
        taken: False if the wording itself says that the step was not taken.
    """

    step: Step
    pattern: re.Pattern[str]
    answer: str | None = "yes"
    unless: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None
    official: bool = False
    real: bool = True
    taken: bool = True


def words(pattern: str) -> re.Pattern[str]:
    """A pattern that ignores case."""
    return re.compile(pattern, re.IGNORECASE)


TREATED = words(
    r"\b(?:hospitals?|treated|treatment|patients?|hostages?|captives?|statement|album|information"
    r"|names?|description|photos?|sketch)\b"
)
SEARCHING = words(r"\bwarrants? to search\b|\bsearch warrants?\b|\boutstanding\b|\bwithout a warrant\b")
ARMED = words(
    r"\barmed with\b|\bgunshot\b|\byour\b|\bsearch warrants?\b|\bfound to (?:be|have)\b|\bsuffering\b"
)
"""Words that tell of a weapon, or of a search, and not of what was gathered."""
REWARD = r"(?<!to the )(?<!for the )(?<!resisting )(?<!house )"

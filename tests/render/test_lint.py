"""Our own voice accuses nobody, whatever reports say and however they put it (STANDARDS 11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import sayso
from sayso.model.values import Responsibility
from sayso.render import lint_wording
from sayso.render.lint import lint_text

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "Blast in Orvel\n\nA bomb killed four people at the market in Orvel on 9 November 2031. "
TRICKS = (
    "Oh sure, the Harbour Front had nothing to do with it, as if anybody believed that.",
    "Who but the Harbour Front would bomb a market?",
    "Did the Harbour Front do it?",
    "“The minister told me: ‘The Harbour Front are terrorists and they murdered my son,’” Ines Varga said.",
    "Terrorist Harbour Front clearly guilty of murder, says nobody in particular.",
    "The murderer Karl Benning admitted everything, according to a post that was later deleted.",
    "If the Harbour Front did this, they are monsters.",
    "Karl Benning, the alleged killer, was seen near the market.",
    "The so-called freedom fighters of the Harbour Front, confirmed murderers all, were silent.",
    "Police said that the mayor said that a caller said that the Harbour Front had bombed the market.",
    "HARBOUR FRONT KILLERS STRIKE AGAIN",
    "It was, of course, “an accident”, as the army would have it.",
    "Nobody accuses Karl Benning. Yet.",
)


@pytest.mark.parametrize("words", TRICKS)
def test_no_wording_of_a_report_makes_us_accuse(tmp_path: Path, words: str) -> None:
    report = tmp_path / "01_gazette.txt"
    report.write_text(LEAD + words, encoding="utf-8")
    assert lint_wording(sayso.dossier([str(report)])) == ()


def test_all_tricks_together_from_three_outlets_make_us_accuse_nobody(tmp_path: Path) -> None:
    for number in range(3):
        told = TRICKS[number::3]
        (tmp_path / f"{number:02}_outlet{number}.txt").write_text(LEAD + " ".join(told), encoding="utf-8")
    dossier = sayso.dossier([str(tmp_path)])
    assert lint_wording(dossier) == ()


@pytest.mark.parametrize(
    "words",
    ["Who but the Harbour Front would bomb a market?", "Did the Harbour Front bomb the market?",
     "If the Harbour Front did this, they are monsters.", "Nobody accuses Karl Benning."],
)  # fmt: skip
def test_questions_and_conditions_accuse_nobody(tmp_path: Path, words: str) -> None:
    report = tmp_path / "01_gazette.txt"
    report.write_text(LEAD + words, encoding="utf-8")
    claims = sayso.dossier([str(report)]).claims
    rows = {c.value.status for c in claims if isinstance(c.value, Responsibility)}
    assert rows <= {"mentioned", "denied", "cleared"}


def pattern(*names: str) -> re.Pattern[str]:
    return re.compile("|".join(names))


@pytest.mark.parametrize(
    "sentence",
    ["The Harbour Front bombed the market.", "Karl Benning is guilty.", "The murderer fled.",
     "The suspected bomber was clearly angry.", "The Harbour Front is behind the attack."],
)  # fmt: skip
def test_the_lint_finds_what_it_looks_for(sentence: str) -> None:
    assert list(lint_text(sentence, "page", None, pattern("Harbour Front", "Karl Benning")))


@pytest.mark.parametrize(
    "sentence",
    ["Police say that the Harbour Front bombed the market.", "The Gazette calls it “terrorism”.",
     "Four people were killed.", "The Harbour Front denies that it bombed the market."],
)  # fmt: skip
def test_the_lint_lets_attributed_words_pass(sentence: str) -> None:
    assert not list(lint_text(sentence, "page", None, pattern("Harbour Front")))

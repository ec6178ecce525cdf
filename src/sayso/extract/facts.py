"""Yes-or-no points that analysts ask of nearly every incident (GOLD.md, ``fact:``).

Each question is a row of a table: words that raise it, and words that answer it. A question
nobody raises stays unasked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.groups import EVERYONE
from sayso.extract.scene import Draft, Scene
from sayso.model.values import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model.layers import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with the wordings that answer it, tried in order.

    Attributes:
        answers: Pairs of a pattern over the plain, true-cased sentence and the answer it gives.
    """

    slot: str
    answers: tuple[tuple[re.Pattern[str], str], ...]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


ATTACK = r"(?:attack|bombing|shooting|incident|blast|explosion|strike|assault|raid|attempt)"
DEED = r"(?:attack|bombing|shooting|incident|blast|explosion|raid|attempt)"
STUNT = r"(?:great )?(?:false[- ]flag(?: \w+)?|publicity stunt|pr stunt|hoax)"
CARRIED_OUT = (
    r"(?:by|at|in|on|from|near|with|against|during|before|after|outside|inside|last|yesterday|today|early"
    r"|late|simultaneously)\b"
)
"""What follows "was staged" where that only means that it was carried out: by whom, where, when."""
STAGED = "fact:was the attack staged"
TOOK_PLACE = r"(?:taken place|took place|happened|occurred)"
WHO_DID_IT = (
    r"(?:them(?: (?:very )?well)?\b|(?:exactly )?who (?:\w+ ){0,2}(?:did|launched|ordered|planted|carried"
    r"|was behind|killed|is responsible|they are)"
    r"|the (?:identity|identities|names?|perpetrators?|culprits?|attackers?|killers?))"
)
"""What somebody may know."""
KNOWERS = r"(?:we|i|he|she|they|police|authorities)"
HAPPENED = "fact:did the attack happen"
MERE_TALK = _words(
    r"\b(?:that|this|it|which|such (?:claims|talk))\b[^.;]{0,15}"
    r"\b(?:no more than|nothing but|merely|mere|just|only)\b"
    r"[^.;]{0,20}\b(?:gossip|rumou?rs?|speculation|conspiracy theor(?:y|ies)|talk)\b"
)
HARM = r"(?:casualt(?:y|ies)|deaths?|fatalities|injuries|victims)"
QUESTIONS = (
    Question(
        slot="fact:were there casualties",
        answers=(
            (_words(rf"\bno (?:immediate |initial |early )?reports? of (?:any )?{HARM}"), "none reported"),
            (_words(rf"\bno {HARM}[^.;]{{0,30}}\b(?:confirmed|reported)\b"), "none confirmed"),
            (
                _words(
                    rf"\b{HARM}\b[^.;]{{0,40}}\b(?:unconfirmed|none could be confirmed|unclear|unknown)\b"
                ),
                "unconfirmed",
            ),
            (_words(rf"\b(?:not|n't|never) see(?:n)? any {HARM}"), "none seen"),
        ),
    ),
    Question(
        slot=STAGED,
        answers=(
            (_words(rf"\b(?:denied|denies|not|never|no)\b[^.]{{0,40}}\bstaged\b[^.]{{0,30}}{ATTACK}"), "no"),
            (_words(r"\b(?:nor|not|n't|never|no)\b[^.;]{0,60}\b(?:staged|faked)\b"), "no"),
            (_words(rf"\b(?:more|other|deeper|bigger)\b[^.;]{{0,40}} than (?:just )?an? {STUNT}"), "no"),
            (_words(rf"\b(?:no|not|hardly)(?: an?)? (?:mere )?{STUNT}"), "no"),
            (
                _words(
                    rf"\b(?:{DEED}|it|this|that|all)\b[^.;,]{{0,25}}"
                    r"\b(?:was|were|been|is|had) (?:itself |all )?(?:faked|self-inflicted"
                    rf"|staged(?! {CARRIED_OUT}))\b"
                ),
                "yes",
            ),
            (
                _words(
                    rf"\b(?:faked (?:the|this)|(?:staged|faked|orchestrated) (?:its|his|their) own)"
                    rf" (?:\w+ )?{ATTACK}"
                ),
                "yes",
            ),
            (_words(r"\bplay(?:ed|ing|s)? (?:the |a )?(?:role of (?:the |a )?)?victim\b"), "yes"),
            (_words(rf"\b{STUNT}\b"), "yes"),
        ),
    ),
    Question(
        slot=HAPPENED,
        answers=(
            (
                _words(
                    rf"\b(?:question\w*|doubt\w*|ask(?:ed|s|ing)?|unclear|disput\w+) (?:whether|if|that)\b"
                    rf"[^.;]{{0,40}}{ATTACK}[^.;]{{0,30}}\b{TOOK_PLACE}\b"
                ),
                "doubted",
            ),
            (_words(rf"\b{ATTACK} (?:had |has )?never {TOOK_PLACE}\b"), "no"),
            (_words(rf"\bno (?:such )?{ATTACK} (?:had |has |ever )*{TOOK_PLACE}\b"), "no"),
        ),
    ),
    Question(
        slot="fact:does anyone say they know who did it",
        answers=(
            (_words(rf"\b(?:not|n't|never) (?:yet )?know(?:n)?\b[^.;]{{0,20}}{WHO_DID_IT}"), "no"),
            (_words(rf"\b{KNOWERS}\b[^.;]{{0,12}}\bkn[oe]w\w?\b {WHO_DID_IT}"), "yes"),
        ),
    ),
    Question(
        slot="fact:was it a suicide attack",
        answers=(
            (_words(r"\bnot a suicide\b"), "no"),
            (_words(r"\bsuicide (?:\w+ )?(?:bomb|bomber|bombing|attack|attacker|blast|explosion)\b"), "yes"),
        ),
    ),
    Question(
        slot="fact:has anyone been charged",
        answers=(
            (
                _words(
                    r"(?<!whether or )\b(?:no|not|nobody|no one|without)\b[^.;]{0,40}"
                    r"\b(?:charged|charges|indicted)\b"
                ),
                "no",
            ),
            (_words(r"\b(?:was|were|been|is|are) (?:formally )?(?:charged|indicted)\b"), "yes"),
        ),
    ),
    Question(
        slot="fact:is the death toll expected to rise",
        answers=(
            (
                _words(r"\btoll\b[^.;]{0,40}\bnot (?:expected|likely)\b[^.;]{0,20}\b(?:rise|increase|climb)"),
                "no",
            ),
            (
                _words(
                    r"\b(?:toll|number of (?:dead|victims|casualties)|fatalities)\b[^.;]{0,60}"
                    r"\b(?:expected|likely|could|may|might|will|feared|possible)\b[^.;]{0,40}"
                    r"\b(?:rise|increase|climb|grow|higher)"
                ),
                "yes",
            ),
        ),
    ),
    Question(
        slot="fact:how far has the investigation got",
        answers=(
            (
                _words(
                    r"\b(?:investigation|inquiry|probe)\b[^.;]{0,40}\b(?:closed|concluded|completed|ended)\b"
                ),
                "closed",
            ),
            (
                _words(
                    r"\b(?:investigat(?:ions?|ing|e|ed)|inquiry|probe)\b[^.;,]{0,60}"
                    r"\b(?:under ?way|ongoing|continu\w+|launched|opened|began|begun|ordered"
                    r"|attack|bombing|shooting|fire)\b"
                ),
                "under way",
            ),
            (_words(r"\b(?:are|is|were|was|be) (?:still )?investigating\b"), "under way"),
        ),
    ),
)


def find_facts(scene: Scene) -> tuple[Draft, ...]:
    """Answers to the standing questions, one a sentence and question, in text order."""
    found: list[Draft] = []
    raised = -1
    for sentence in scene.sentences():
        drafts = list(answers_in(scene, sentence, QUESTIONS))
        if raised == sentence.paragraph:
            drafts += _rejected(scene, sentence)
        raised = sentence.paragraph if any(draft.slot == STAGED for draft in drafts) else raised
        found += drafts
    return tuple(found)


def _rejected(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """That what was just said of staging is mere talk: "that remains no more than gossip"."""
    match = MERE_TALK.search(scene.layers.shadow[sentence.start : sentence.end])
    index = scene.layers.token_at(sentence.start + match.start()) if match else None
    if match is not None and index is not None:
        start, end = sentence.start + match.start(), sentence.start + match.end()
        yield Draft(slot=STAGED, group=EVERYONE, value=Answer(answer="no"), start=start, end=end, at=index)


def answers_in(scene: Scene, sentence: Sentence, questions: Iterable[Question]) -> Iterator[Draft]:
    """The first answer that a sentence gives to each question, where it speaks of the main incident."""
    text = scene.layers.shadow[sentence.start : sentence.end]
    for question in questions:
        for pattern, answer in question.answers:
            match = pattern.search(text)
            if match is None:
                continue
            start, end = sentence.start + match.start(), sentence.start + match.end()
            index = scene.layers.token_at(start)
            if index is not None and scene.events.is_main(index):
                yield Draft(
                    slot=question.slot,
                    group=EVERYONE,
                    value=Answer(answer=answer),
                    start=start,
                    end=end,
                    at=index,
                )
            break

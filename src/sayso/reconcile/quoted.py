"""What reports quote of somebody, taken apart so that two renderings of it can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.reconcile.phrases import SMALL_WORDS, fold, singular, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.claims import Attribution

Place = tuple[str, int, int]
"""Report, first and last character."""
NEGATIONS = word_set("no not never none nobody nothing neither nor cannot without")
FILLERS = word_set(
    "i we you he she they it is are was were be been have has had do did does will would can could may might"
    " who what which there here also very just all them us me my your so as but if when than more must should"
)
ENDINGS = re.compile(r"(?:ations?|ances?|ions?|ings?|ments?|ed|en|ly|e)$")
SHORTEST_STEM = 4
SENTENCE = re.compile(r"[^.!?;\n]+")
MARKED = re.compile(r"“[^”]+”?|\"[^\"]+\"?|«[^»]+»?")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
SHORTENED = {"can't": "can not", "won't": "will not", "shan't": "shall not", "cannot": "can not"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a quotation as it compares, and where it stands in the report."""

    text: str
    start: int
    end: int

    @property
    def stem(self) -> str:
        """The word without its ending: "shaken" and "shake" are one."""
        plain = singular(self.text)
        bare = ENDINGS.sub("", plain)
        return bare if len(bare) >= SHORTEST_STEM else plain


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Words of one report that somebody is said to have said: a sentence, or all that is quoted together.

    Attributes:
        speaker: Key of whoever said it; empty where the report does not say who that is.
        name: What the report calls the speaker.
        quoted: Whether the words stand in quotation marks, and are no paraphrase.
        sentences: How many sentences it holds.
    """

    attribution: Attribution
    speaker: str
    name: str
    quoted: bool
    words: tuple[Word, ...]
    sentences: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.attribution.report, self.words[0].start, self.words[-1].end

    @cached_property
    def text(self) -> str:
        """The words, one after another."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The stems that tell this stretch from others."""
        plain = (word for word in self.words if word.text not in UNTELLING)
        return frozenset(word.stem for word in plain)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Three words in a row of which the first and the last tell something ("calm and restraint")."""
        threes = (self.words[place : place + 3] for place in range(len(self.words) - 2))
        return frozenset(
            tuple(word.stem for word in three)
            for three in threes
            if three[0].text not in UNTELLING and three[2].text not in UNTELLING
        )


UNTELLING = NEGATIONS | SMALL_WORDS | FILLERS


def read_stretches(attribution: Attribution, *, speaker: str, name: str) -> list[Stretch]:
    """The sentences of an attribution, and all of them together where they are several.

    Of a sentence that is quoted in part only the quoted words count; of indirect speech the whole.
    """
    sentences = [
        tuple(read_words(match[0], start + match.start()))
        for start, text in pieces(attribution)
        for match in SENTENCE.finditer(text)
    ]
    told = [words for words in sentences if words]
    whole = tuple(word for words in told for word in words)
    sized = [(words, 1) for words in told] + ([(whole, len(told))] if len(told) > 1 else [])
    return [
        Stretch(
            attribution=attribution,
            speaker=speaker,
            name=name,
            quoted=attribution.kind != "indirect",
            words=words,
            sentences=size,
        )
        for words, size in sized
    ]


def pieces(attribution: Attribution) -> Iterator[tuple[int, str]]:
    """What is compared of an attribution, each with the place where it starts."""
    for span in attribution.content:
        marked = list(MARKED.finditer(span.text)) if attribution.kind == "mixed" else []
        for match in marked:
            yield span.start + match.start(), match[0]
        if not marked:
            yield span.start, span.text


def read_words(text: str, start: int) -> Iterator[Word]:
    """The words of a text that starts at this place of a report; "didn't" is two."""
    for match in WORD.finditer(text):
        plain = fold(match[0])
        whole = SHORTENED.get(plain) or (f"{plain[:-3]} not" if plain.endswith("n't") else plain)
        for part in whole.split():
            yield Word(text=part, start=start + match.start(), end=start + match.end())

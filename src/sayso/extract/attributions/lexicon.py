"""The reporting words, from ``cues.tsv``: what they take as content and how they commit their source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTINUOUS_SLIPS = {"hop": "hope", "retweete": "retweet", "tweete": "tweet", "insiste": "insist"}
"""Lemmas that the language model gets wrong, with the word that is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueEntry:
    """One reporting word.

    Attributes:
        lemma: Dictionary form.
        unit: ``verb``, ``noun`` or ``adverb``.
        stance: Its class in STANDARDS 2.
        frames: What stands for the content: ``that`` (a clause), ``quote``, ``to``, ``ing``,
            ``obj``, ``oprd``, a preposition, or ``+`` and one of these if an object that
            belongs to the content comes before it. ``hearer`` says that the object is who
            was told.
        origin: Where the entry comes from.
    """

    lemma: str
    unit: str
    stance: Stance
    frames: frozenset[str]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All reporting words, by unit and lemma."""

    verbs: Mapping[str, CueEntry]
    nouns: Mapping[str, CueEntry]
    adverbs: Mapping[str, CueEntry]


def read_lexicon(table: str) -> Lexicon:
    """The lexicon in a table of tab-separated lines: lemma, unit, class, frames, origin.

    Empty lines and lines that begin with ``#`` are passed over.

    Raises:
        ValueError: A line has not five fields, or names an unknown class.
    """
    entries = [_entry(line) for line in table.splitlines() if line and not line.startswith("#")]
    by_unit = {unit: {e.lemma: e for e in entries if e.unit == unit} for unit in ("verb", "noun", "adverb")}
    return Lexicon(verbs=by_unit["verb"], nouns=by_unit["noun"], adverbs=by_unit["adverb"])


def _entry(line: str) -> CueEntry:
    lemma, unit, stance, frames, origin = line.split("\t")
    return CueEntry(
        lemma=lemma, unit=unit, stance=Stance(stance), frames=frozenset(frames.split()), origin=origin
    )


@cache
def load_lexicon() -> Lexicon:
    """The shipped lexicon, read once in a process."""
    return read_lexicon(
        resources.files("sayso.extract.attributions").joinpath("cues.tsv").read_text(encoding="utf-8")
    )

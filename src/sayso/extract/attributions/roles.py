"""Nouns for those who can say something, and their kinds (STANDARDS 2, rule 8)."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sayso.model.claims import SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.layers import Token


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """The groups of nouns in ``roles.tsv``, read once in a process."""
    table = resources.files("sayso.extract.attributions").joinpath("roles.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {group: frozenset(words.split()) for group, words in lines}


OFFICIALS = _groups()["officials"]
BODIES = _groups()["bodies"]
ALWAYS_UNNAMED_BODIES = _groups()["always_unnamed_bodies"]
"""Bodies that a bare word does not name: which police?"""
DOCUMENTS = _groups()["documents"]
CROWD = _groups()["crowd"]
UNNAMED_ONES = _groups()["unnamed_ones"]
MALE = _groups()["male"]
FEMALE = _groups()["female"]
CHANNELS = _groups()["channels"]
"""What one says something in; belongs to the cue (PolNeAR)."""
STATEMENTS = _groups()["statements"]
"""Documents that speak for whoever issued them."""
LIGHT = _groups()["light"]
"""Verbs that only carry a noun: "made the claim that"."""
CARRIERS = _groups()["carriers"]
"""Verbs of "issued a statement saying"."""
DAYS = _groups()["days"]
POINTING = _groups()["pointing"]
"""Bodies that "the" points back to whatever they are called."""
WITNESSES = _groups()["witnesses"]
"""Those whose seeing and hearing is told as their account."""
SOURCELESS = frozenset({"report", "rumor", "rumour", "word", "speculation"})
"""Nouns that name nobody when they stand alone: "reports say"."""
PERSON_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "ant",
    "ee",
    "crat",
    "eer",
)
"""Endings of nouns for people (s)."""
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def is_source_noun(token: Token) -> bool:
    """Whether a common noun means someone or something that can say something."""
    lemma = token.lemma
    return token.pos in {"NOUN", "PROPN"} and (
        lemma in OFFICIALS or lemma in BODIES or lemma in DOCUMENTS or lemma in CROWD or lemma in UNNAMED_ONES
        or token.text.lower() in OFFICIALS or token.text.lower() in BODIES or token.text.lower() in CROWD
    )  # fmt: skip


def kind_of_noun(token: Token) -> SourceKind:
    """The kind of source that a common noun means."""
    lemma, plural = token.lemma, token.tag in PLURAL_TAGS
    word = token.text.lower()
    if lemma in OFFICIALS or word in OFFICIALS:
        return SourceKind.UNNAMED_OFFICIAL
    if lemma in BODIES or word in BODIES:
        return SourceKind.BODY
    if lemma in DOCUMENTS or word in DOCUMENTS:
        return SourceKind.DOCUMENT
    if lemma in CROWD or word in CROWD:
        return (
            SourceKind.CROWD
            if plural or lemma in {"many", "people", "crowd", "public"}
            else SourceKind.UNNAMED
        )
    return SourceKind.UNNAMED


def can_say(token: Token) -> bool:
    """Whether a noun means someone or something that can say something, judging by its ending if need be."""
    return is_source_noun(token) or token.lemma.endswith(PERSON_ENDINGS)

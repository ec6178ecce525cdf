"""Numbers that count neither people nor things: ages, dates, money, measures, parts of names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.quantities.units import UNIT

if TYPE_CHECKING:
    from sayso.extract.times import TimeExpression
    from sayso.model.layers import Layers, Sentence

COUNT = "count"
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
OLDEST = 115
MONEY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b(?:US|A|C)\$|\b(?:Rs|USD|EUR|GBP|INR)\.?)\s?$")
MONEY_BEHIND = re.compile(
    r"[\s-]*(?:dollars?|euros?|pounds?\s+sterling|rupees?|dinars?|pesos?|francs?|yen|yuan|riyals?|dirhams?|roubles?|rubles?|"
    r"shillings?|naira|lira|kronor|kroner|cents?|USD|EUR|GBP)\b",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"\s?(?:%|percent\b|per\s+cent\b|percentage\s+points?\b|pc\b)|-(?:percent|per\s+cent)\b", re.IGNORECASE
)
AGE_BEHIND = re.compile(r"[\s-]+(?:years?|months?)[\s-]+olds?\b|\s+years?\s+of\s+age\b", re.IGNORECASE)
AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|aged\s+between|between\s+the\s+ages\s+of)(?:\s+(?:of|from|about|around|between|\d+\s+(?:and|to)))?\s*:?\s*$",
    re.IGNORECASE,
)
AGE_THEN = re.compile(r"\b(?:was|is|were|turned|being)\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
AGE_THEN_BEHIND = re.compile(r"\s+(?:when|at\s+the\s+time)\b", re.IGNORECASE)
"""As in "he was 17 when ..."."""
APPOSED_AGE = re.compile(r"\s?(?:[,.;)]|and\b|$)")
MAGNITUDE_BEFORE = re.compile(
    r"\bmagnitude(?:\s+of)?[\s-]+$|\bmeasur(?:ed|ing)\s+$|\bregister(?:ed|ing)\s+$", re.IGNORECASE
)
MAGNITUDE_BEHIND = re.compile(r"[\s-]+magnitude\b|\s+on\s+the\s+Richter\b", re.IGNORECASE)
LABEL = re.compile(
    r"(?:\b(?:No|Nos|Nr|Route|Highway|Flight|Room|Article|Section|Unit|Line|Gate|Terminal|Channel|Camp|Sector|Zone|District|"
    r"Precinct|Ward|Block|Apartment|Apt|Suite|Building|School|Interstate|Exit|Page|Chapter|Psalm|Resolution|Level|Phase|"
    r"Stage|Grade|Category|Group|Part|Act|Bill|Case|Number|number|numbered|phone|tel|call|Call|dial|Boeing|Airbus|Type|Mark|Mk)\.?|#)\s?$"
)
STREET = re.compile(
    r"\s+(?:[NSEW]\.?\s+)?(?:[A-Z0-9][\w.'-]*\s+){0,3}"
    r"(?i:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Court|Way|Highway|Place|Terrace|Crescent)\b"
)
SCORE = re.compile(r"\d\s?-\s?\d")
SCORE_WORD = re.compile(
    r"\b(?:won|win|wins|beat|beats|lost|lose|defeat|defeated|score|scored|draw|drew|victory|vote|voted|ruling)\b",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"[\s-]+(?:thirds?|quarters?|fifths?|tenths?|halves)\b|\s+(?:out\s+of|in)\s+(?:\d+|ten|five|four|three|two)\b|-(?:way|time|sided|party|off)\b",
    re.IGNORECASE,
)
OTHER_NAMES = frozenset({"PRODUCT", "FAC", "LAW", "WORK_OF_ART", "EVENT", "ORG"})


def find_kind(
    layers: Layers, sentence: Sentence, span: tuple[int, int], *, times: tuple[TimeExpression, ...]
) -> str:
    """What a number is the number of; ``count`` unless something speaks against it.

    Args:
        layers: The report's layers.
        sentence: The sentence it stands in.
        span: Offsets of the number in the sentence, without bound words.
        times: The time expressions of the sentence.
    """
    text = layers.shadow[sentence.start : sentence.end]
    before, behind = text[: span[0]], text[span[1] :]
    number = text[span[0] : span[1]]
    if _is_age(layers, sentence, span, before, behind):
        return "age"
    if PERCENT.match(behind):
        return "percent"
    if MONEY_BEFORE.search(before) or MONEY_BEHIND.match(behind):
        return "money"
    start, end = sentence.start + span[0], sentence.start + span[1]
    time = next((t for t in times if t.start < end and start < t.end), None)
    if time and time.kind != "duration":
        return "date"
    if time or UNIT.match(behind) or MAGNITUDE_BEHIND.match(behind) or MAGNITUDE_BEFORE.search(before):
        return "measure"
    alone = re.fullmatch(r"\d+\.\d+", number) is not None
    return "other" if alone or _is_label(layers, start, number, before, behind) else COUNT


def _is_age(layers: Layers, sentence: Sentence, span: tuple[int, int], before: str, behind: str) -> bool:
    if AGE_BEHIND.match(behind) or AGE_BEFORE.search(before):
        return True
    if AGE_THEN.search(before) and AGE_THEN_BEHIND.match(behind):
        return True
    number = layers.shadow[sentence.start + span[0] : sentence.start + span[1]]
    if not number.isdigit() or int(number) > OLDEST or not APPOSED_AGE.match(behind):
        return False
    mark = re.search(r"([A-Z][\w'-]+)(?:,?\s+(?:Jr|Sr)\.)?\s?([,(])\s?$", before)
    if mark is None or (mark[2] == "(" and not behind.lstrip().startswith(")")):
        return False
    name = layers.token_at(sentence.start + mark.start(1))
    return name is not None and layers.tokens[name].pos == "PROPN" and not _is_place(layers, name)


def _is_place(layers: Layers, index: int) -> bool:
    return any(n.first <= index < n.last and n.kind in {"GPE", "LOC", "DATE"} for n in layers.names)


def _is_label(layers: Layers, start: int, number: str, before: str, behind: str) -> bool:
    if LABEL.search(before) or PART_OF.match(behind):
        return True
    if number[0].isdigit() and STREET.match(behind):
        return True
    if SCORE.search(number) and SCORE_WORD.search(before[-40:] + behind[:20]):
        return True
    if re.fullmatch(r"\d{3}-\d{4}|\d{4,}-\d+", number) or re.match(r"-\d{3,}", behind):
        return True
    return number[0].isdigit() and _inside_name(layers, start)


def _inside_name(layers: Layers, start: int) -> bool:
    """Whether a number follows or stands inside a name: "Boeing 737", "Studio 9"."""
    index = layers.token_at(start)
    if index is None:
        return False
    within = any(n.first < index < n.last and n.kind in OTHER_NAMES for n in layers.names)
    before = layers.tokens[index - 1] if index else None
    return (
        within
        and before is not None
        and before.pos == "PROPN"
        and before.sentence == layers.tokens[index].sentence
    )

"""What a text states beside the name of a place: what it lies in, and what it is called.

"X, Y", "X in Y", "X (Y)", "Y's X", "the town of X in northern Y", "the Yian town of X". Only marks and
words that join the two names may stand between them, so neither case nor a full parse is needed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.extraction import PlaceContext
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.model.extraction import Mention
    from sayso.model.layers import Layers
    from sayso.model.spans import Span

LONGEST = 80
"""Letters between a name and its container, at most."""
DEEPEST = 4
"""Links of a chain of containers, at most."""
NOUNS = (
    r"(?:cit(?:y|ies)|towns?|villages?|hamlet|suburb|township|settlement|provinces?|governorate|state|region"
    r"|district|county|department|prefecture|municipality|parish|area|neighbou?rhood|quarter|capital|camp|base"
    r"|compound|island|river|valley|airport|port|enclave|border (?:town|city))"
)
SIDE = (
    r"(?:(?:far|extreme)[ -])?(?:north|south|east|west|central|cent(?:er|re))(?:[ -]?(?:east|west))?(?:ern)?"
)
LOOKS = (
    r"(?:mainly|mostly|predominantly|heavily|small|rural|remote|held|besieged|ancient|capital|fortified"
    r"|\w+-(?:held|controlled|majority|run|rich)|\w+ern)"
)
AREAS = (
    r"(?:provinces?|governorate|state|region|district|county|department|prefecture|municipality|parish|area)"
)
SETTLED = (
    r"(?:(?:border|port|capital|resort|mining) )?"
    r"(?:cit(?:y|ies)|towns?|villages?|hamlet|suburb|township|settlement|island|capital|port)"
)
BEFORE = (
    rf"(?:(?:the|an?|its)\s+)?(?:(?:{SIDE}|{LOOKS}|\w+ian|\w+ish|part|edge|outskirts|of)\s+)*"
    rf"(?:(?:{NOUNS})\s+(?:of\s+)?)?"
)
FORWARD = (
    re.compile(r",\s+", re.IGNORECASE),
    re.compile(
        rf",?\s+(?:(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}{NOUNS}\s+)?(?:located\s+)?in\s+{BEFORE}", re.IGNORECASE
    ),
    re.compile(rf"\s+{NOUNS},?\s+in\s+{BEFORE}", re.IGNORECASE),
    re.compile(rf"\s+{AREAS}\s+of\s+{BEFORE}", re.IGNORECASE),
    re.compile(r"\s*\(\s*", re.IGNORECASE),
    re.compile(rf",\s+(?:in\s+)?(?:the\s+)?{SIDE}\s+", re.IGNORECASE),
)
"""Between a name and the container behind it."""
BACKWARD = (
    re.compile(rf"['’]s?\s+(?:{BEFORE}|(?:[\w-]+\s+){{1,2}})", re.IGNORECASE),
    re.compile(rf"\s+(?:{SIDE}\s+)?{SETTLED}\s+of\s+(?:the\s+)?", re.IGNORECASE),
)
"""Between a container and the name behind it."""
PEOPLE = re.compile(
    rf"\s+(?:(?:{SIDE}|border|capital|coastal|port)\s+)*{NOUNS}\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE
)
"""Between a word for a people and the name behind it."""
LIST = re.compile(r"(?:,\s+|,?\s+and\s+)", re.IGNORECASE)
AHEAD = re.compile(rf"({NOUNS})\s+of\s+(?:the\s+)?$|\b({NOUNS})\s+$", re.IGNORECASE)
BEHIND = re.compile(rf"(?:\s+|,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?)({NOUNS})\b(?!\s+of\b)", re.IGNORECASE)
STATE = re.compile(
    r",\s+((?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev"
    r"|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|N\.H|N\.J|N\.M|N\.Y|N\.C|N\.D|R\.I|S\.C|S\.D|W\.Va|D\.C)\.)"
)
SINGULAR = {"cities": "city", "capital": "city", "border town": "town", "border city": "city"}
PLACES = frozenset({Kind.PLACE, Kind.FACILITY})
NAMED = PLACES | {Kind.ORGANISATION}
"""Recognisers take many a division ("X Department") for a body."""


def find_contexts(layers: Layers, mentions: Sequence[Mention]) -> tuple[PlaceContext, ...]:
    """Containers and kind words of all places named in a report, where there are any."""
    names = sorted(
        (one for one in mentions if one.kind.family in NAMED and one.form == "name"), key=lambda m: m.span
    )
    direct = dict(_pairs(layers, [one.span for one in names]))
    found = []
    for place in (one for one in names if one.kind in PLACES):
        chain = tuple(_chain(place.span, direct))
        noun = _noun(layers.shadow, place.span)
        if chain or noun:
            found.append(PlaceContext(span=place.span, containers=chain, noun=noun))
    return tuple(found)


def find_peoples(layers: Layers) -> tuple[Span, ...]:
    """Words for nationalities outside page furniture, in text order."""
    return tuple(
        layers.span(named.start, named.end)
        for named in layers.names
        if named.kind == "NORP" and not layers.report.is_furniture(named.start, named.end)
    )


def _chain(span: Span, direct: Mapping[Span, Span]) -> Iterator[Span]:
    """A container, what that lies in, and so on."""
    seen = {span}
    while (outer := direct.get(span)) is not None and outer not in seen and len(seen) <= DEEPEST:
        yield outer
        seen.add(outer)
        span = outer


def _pairs(layers: Layers, spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Names with what they lie in by the words between the two; of several the last one found holds.

    In "Y's X in Z" that is Y, in "X, Y" it is Y: what stands nearer is found later.
    """
    text = layers.shadow
    for number, span in enumerate(spans):
        if (state := STATE.match(text, span.end)) is not None:
            yield span, layers.span(state.start(1), state.end(1))
        for other in spans[number + 1 : number + 2]:
            between = text[span.end : other.start]
            if len(between) > LONGEST or "\n\n" in between:
                continue
            if any(one.fullmatch(between) for one in FORWARD) and not _is_list(text, spans, number):
                yield span, other
            elif any(one.fullmatch(between) for one in BACKWARD):
                yield other, span
    yield from _of_peoples(layers, spans)


def _is_list(text: str, spans: Sequence[Span], number: int) -> bool:
    """Whether a comma between two names only lists them: "X, Y and Z", "W, X and Y"."""
    joints = [
        text[a.end : b.start]
        for a, b in zip(spans[max(number - 1, 0) :], spans[max(number - 1, 0) + 1 : number + 3], strict=False)
    ]
    here = text[spans[number].end : spans[number + 1].start]
    return here.strip() == "," and any(
        re.fullmatch(r",?\s+(?:and|or)\s+", one, re.IGNORECASE) for one in joints
    )


def _of_peoples(layers: Layers, spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """As in "the Peruvian city of X"."""
    peoples = [(named.start, named.end) for named in layers.names if named.kind == "NORP"]
    for start, end in peoples:
        behind = next((span for span in spans if span.start >= end), None)
        if behind is None or behind.start - end > LONGEST:
            continue
        if PEOPLE.fullmatch(layers.shadow[end : behind.start]):
            yield behind, layers.span(start, end)


def _noun(text: str, span: Span) -> str | None:
    """The kind word beside a name."""
    behind = BEHIND.match(text, span.end)
    ahead = AHEAD.search(text[max(span.start - LONGEST, 0) : span.start])
    found = behind[1] if behind else (ahead[1] or ahead[2]) if ahead else None
    word = found.lower() if found else None
    return SINGULAR.get(word, word.removesuffix("s")) if word else None

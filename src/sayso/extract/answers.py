"""Which-one points that reports answer in their own words (GOLD.md, ``fact:``).

Beside the yes-or-no points of ``facts``: each row of the table is a question, the words that raise
it, and where the answer stands in them. The answer is as worded, so that two reports can be compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.groups import EVERYONE
from sayso.extract.scene import Draft, Scene
from sayso.model.values import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.layers import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A question and a wording that answers it.

    Attributes:
        pattern: Over the plain, true-cased sentence; its group ``answer`` is the answer, with that
            called ``scope`` behind it, unless ``fixed`` gives one.
        needs: Words that the sentence or the one before it must hold; None for none.
        family: The kind of incident to which the question belongs; None for any.
    """

    slot: str
    pattern: re.Pattern[str]
    fixed: str | None = None
    needs: re.Pattern[str] | None = None
    family: str | None = None


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


ATTACK = r"(?:attack|bombing|shooting|blast|explosion|strike|assault|raid|disaster|massacre)"
AIRCRAFT = r"(?:aircraft|airplanes?|planes?|bombers?|jets?|warplanes?|helicopters?|gunships?)"
WAY = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern|wards?)?"
TRAILING = re.compile(r"(?:\s+(?:and|or|but|with|as|in|of|to|at|for|when|that|the|a))+$", re.IGNORECASE)
"""Small words at the end of an answer that a limit of words has cut."""
CLAIMING = _words(
    r"\b(?:claim\w*|took|taken|taking|accept\w*|assum\w*) (?:\w+ ){0,2}"
    rf"(?:responsibility|credit|{ATTACK})\b"
)
MOST = r"(?:deadliest|worst|largest|biggest|bloodiest|heaviest|strongest)"
POINTS = (
    Point(
        slot="fact:how does the attack rank",
        pattern=_words(
            rf"\b(?P<answer>(?:(?:one of|among) )?(?:the )?(?:{MOST}(?: and )?)+)\b[^.;,]{{0,60}}?"
            r"(?P<scope>\b(?:since|for|ever|on record|of (?:the|its) (?:war|conflict|kind|year)"
            r"|in (?:the|its)|in \w+['’]s)\b"
            r"(?: [\w'’]+){0,6})"
        ),
        needs=_words(rf"\b(?:{ATTACK}|for years|since|ever|history)\b"),
    ),
    Point(
        slot="fact:where did the claim appear",
        pattern=_words(
            r"\bin an? (?:\w+ )?(?:statement|message|video|post|communiqu\w+|recording)[^.;,]{0,15}"
            r"\b(?:published|circulated|posted|released|carried|issued|broadcast|shared|distributed)"
            r"(?: online)? (?:by|on|via|through|in)"
            r" (?P<answer>[^.;,]{3,60}?)(?= (?:it|saying|that|which|where|on|but)\b|[.;,\"]|$)"
        ),
        needs=CLAIMING,
    ),
    Point(
        slot="fact:what reason does the claim give",
        pattern=_words(
            r"\b(?P<answer>(?:a|in) (?:response|retaliation|revenge|reprisal|answer) (?:to|for)[^.;]{5,90})"
        ),
        needs=_words(r"\b(?:claim\w*|responsibility|credit|statement|communiqu\w+)\b"),
    ),
    Point(
        slot="fact:were victims still being recovered",
        pattern=_words(
            r"\b(?:still|continu\w+|working|work|trying|struggling|racing|digging|searching)\b[^.;]{0,40}"
            r"\b(?:retriev\w+|recover\w*|pull\w*|dig\w*|search\w*|rescue)\b[^.;]{0,40}"
            r"\b(?:victims|bodies|survivors|people|rubble|debris|wreckage)\b"
        ),
        fixed="yes",
        needs=_words(r"\b(?:rescue|rescuers|workers|teams|crews|firefighters|volunteers|residents|rubble)\b"),
    ),
    Point(
        slot="fact:how badly was the building damaged",
        pattern=_words(
            r"\b(?:building|headquarters|house|facade|front|structure|offices?|station|church|mosque|hotel)\b"
            r"[^.;]{0,40}?\b(?P<answer>(?:(?:partially|partly|completely|totally|badly|severely|heavily|slightly"
            r"|extensively) )?(?:destroyed|damaged|levell?ed|flattened|gutted|collapsed))\b"
        ),
    ),
    Point(
        slot="fact:how badly was the building damaged",
        pattern=_words(
            r"\b(?P<answer>(?:partial(?:ly)?|total|complete|severe|considerable|extensive|heavy|minor|slight"
            r"|serious|significant|massive) (?:damage|destruction))\b[^.;]{0,60}"
            r"\b(?:building|headquarters|house|facade|structure|offices?|station|church|mosque|hotel)\b"
        ),
    ),
    Point(
        slot="fact:how badly was the building damaged",
        pattern=_words(
            r"\b(?P<answer>destroyed|levell?ed|flattened|gutted|damaged) (?:the|a|an|its|their) (?:\w+ ){0,2}"
            r"(?:building|headquarters|house|structure|station|church|mosque|hotel)\b"
        ),
    ),
    Point(
        slot="fact:has any official body named the attackers",
        pattern=_words(
            r"\b(?:yet to|not|n['’]t|(?:refus|declin|struggl|fail)\w+ to|premature|too early|unable to)"
            r"\b[^.;]{0,30}\b(?:name|named|names|identif\w+|say who|who (?:was|were) behind)\b[^.;]{0,40}"
            r"\b(?:group|groups|attackers?|perpetrators?|gunm[ae]n|bombers?|party|names|carried|behind|individual)"
        ),
        fixed="no",
    ),
    Point(
        slot="fact:has an inquiry been announced",
        pattern=_words(
            r"\b(?:commission|committee|panel|board|inquiry|tribunal)\b[^.;]{0,30}"
            r"\b(?:formed|set up|established|appointed|created|announced|ordered)\b"
        ),
        fixed="yes",
    ),
    Point(
        slot="fact:what aircraft dropped the bombs",
        pattern=_words(
            r"\b(?P<answer>(?:(?!(?:the|that|this|and|but|or|as|when)\b)[\w'-]+) "
            rf"(?:(?!(?:said|says|saw|that|when|as|and|the)\b)[\w'-]+ ){{0,3}}{AIRCRAFT}"
            r"(?: from [A-Z]\w+)?)\b[^.;]{0,30}"
            r"\b(?:dropp\w+|bomb(?:ed|ing)|attack(?:ed|ing)|str(?:uck|iking)|raided"
            r"|hit|fl(?:ew|ying)|circl\w+|fir(?:ed|ing))\b"
        ),
        needs=_words(r"\b(?:bomb\w*|dropp\w+|explosions?|air ?strikes?|raid\w*)\b"),
        family="attack",
    ),
    Point(
        slot="fact:which way did the aircraft fly",
        pattern=_words(
            rf"\b{AIRCRAFT}\b[^.;]{{0,40}}\b(?:fl(?:ew|ying)|head(?:ed|ing)|turn(?:ed|ing)|com(?:e|ing) from)"
            rf"(?: back| away| off| in)?(?: to(?:wards?)?)?(?: the)? (?P<answer>{WAY})\b"
        ),
    ),
)
DOWNED = re.compile(
    r"\b(?P<what>drones|missiles|rockets|planes|helicopters|jets|aircraft)\b[^.;]{0,60}?"
    r"\b(?:shot down|intercepted|downed|brought down)[^.;]{0,25}?"
    r"\bby (?:the |an? |its |their )?(?P<answer>[^.;,]{3,40}?)"
    r"(?=[.;,]| while| and| as| in | on | over | near |$)",
    re.IGNORECASE,
)
SUSPECTS = r"(?:gunman|gunmen|shooter|suspect|attacker|assailant|bomber|him)"
FELLED = re.compile(
    r"\b(?P<answer>(?:(?:the|an?|one|two|three|four|several|local|state|federal|riot|border|military|armed"
    r"|off-duty|responding) ){0,2}(?:(?-i:(?!\w+day )[A-Z][\w.]+ )){0,3}"
    r"(?:(?:police|law enforcement) officers?|police|officers?|deput(?:y|ies)|troopers?|soldiers?"
    r"|guards?|agents?|law enforcement|security forces))\b"
    r"(?: who)?(?: (?:then|later|also|had|have|eventually))?"
    r" (?:shot (?:dead|and killed)|killed|fatally shot)"
    rf" (?:the )?(?:\w+ )?{SUSPECTS}\b",
    re.IGNORECASE,
)


def find_answers(scene: Scene) -> tuple[Draft, ...]:
    """Answers to the which-one points, one a sentence and point, in text order."""
    found: list[Draft] = []
    before = ""
    for sentence in scene.sentences():
        text = scene.layers.shadow[sentence.start : sentence.end]
        found += _of_sentence(scene, sentence, text, before)
        found += _agents(scene, sentence, text)
        before = text
    return tuple(found)


def _of_sentence(scene: Scene, sentence: Sentence, text: str, before: str) -> Iterator[Draft]:
    answered: set[str] = set()
    for point in POINTS:
        if point.slot in answered or point.family not in {None, scene.events.family}:
            continue
        match = point.pattern.search(text)
        if match is None or (point.needs is not None and not point.needs.search(f"{before} {text}")):
            continue
        draft = _draft(scene, sentence, point.slot, match, fixed=point.fixed)
        if draft is not None:
            answered.add(point.slot)
            yield draft


def _agents(scene: Scene, sentence: Sentence, text: str) -> Iterator[Draft]:
    """Who brought the drones down, and who killed the gunman."""
    downed, felled = DOWNED.search(text), FELLED.search(text)
    if downed is not None:
        slot = f"fact:who shot the {downed['what'].lower()} down"
        yield from filter(None, [_draft(scene, sentence, slot, downed)])
    if felled is not None:
        yield from filter(None, [_draft(scene, sentence, "fact:who killed the gunman", felled)])


def _draft(
    scene: Scene, sentence: Sentence, slot: str, match: re.Match[str], *, fixed: str | None = None
) -> Draft | None:
    """The answer where it stands; None where its clause tells of another event."""
    first, last = match.span() if fixed is not None else match.span("answer")
    start, end = sentence.start + first, sentence.start + last
    index = scene.layers.token_at(start)
    if index is None or not scene.events.is_main(index):
        return None
    words = fixed or match["answer"]
    scope = match.groupdict().get("scope")
    answer = TRAILING.sub("", f"{words} {scope}" if scope else words)
    return Draft(
        slot=slot, group=EVERYONE, value=Answer(answer=answer.strip(" \"'”’")), start=start, end=end, at=index
    )

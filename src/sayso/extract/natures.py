"""What kind of incident a report tells of, and whether it was carried out (STANDARDS 1)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import read_words
from sayso.extract.scene import Draft, Scene
from sayso.model.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE_WEIGHT = 3
"""So much a word in the headline counts (s)."""
LEAST = 2
"""What a kind must weigh to be told of at all: one word in the headline, or two in the text (s)."""
AIMS = frozenset({"assassination"})
"""Kinds that tell what was meant; how it was done is told beside them."""
GENERAL = frozenset({"attack", "explosion"})
"""Kinds that say little; a closer one takes their place if it weighs half as much (s)."""
PHRASES = (
    (re.compile(r"\bair[ -](?:strike|raid|attack)s?\b|\baerial bomb\w+\b", re.IGNORECASE), "air strike"),
    (re.compile(r"\bsuicide (?:\w+ )?(?:bomb\w*|attack|blast)\b", re.IGNORECASE), "suicide bombing"),
    (re.compile(r"\bopened fire\b|\bdrive-by\b", re.IGNORECASE), "shooting"),
    (re.compile(r"\bset (?:\w+ ){0,3}(?:on fire|ablaze|alight)\b|\bset fire to\b", re.IGNORECASE), "arson"),
)  # fmt: skip
"""Kinds told by several words."""
UNFINISHED = re.compile(
    r"\b(?:assassination|murder|kidnap(?:ping)?|bomb(?:ing)?|coup|robbery) (?:attempt|bid|plot)\b"
    r"|\battempt(?:s|ed)?\b[^.;]{0,30}\b(?:assassinat\w+|kill\w*|murder\w*|kidnap\w*|abduct\w*|bomb\w*|hijack\w*"
    r"|li(?:fe|ves))\b"
    r"|\b(?:tried|trying) to (?:assassinate|kill|murder|kidnap|abduct|blow up|bomb|hijack)\b"
    r"|\b(?:foiled|thwarted|averted|prevented|failed)\b[^.;]{0,40}\b(?:attack|bombing|attempt|plot|assassination)\b",
    re.IGNORECASE,
)
"""Wordings of a deed that was not finished."""
DUD = re.compile(
    r"\b(?:bomb|device|explosives?|package)\b[^.;]{0,40}\b(?:(?:was|were) (?:safely )?(?:defused|disarmed)"
    r"|did not (?:explode|go off|detonate)|failed to (?:explode|detonate|go off))\b",
    re.IGNORECASE,
)
"""Wordings of a device that did no harm; where others went off, it is only one of them."""
WENT_OFF = re.compile(r"\b(?:exploded|went off|blew up|detonated|explosions?|blasts?)\b", re.IGNORECASE)


def find_natures(scene: Scene) -> tuple[Draft, ...]:
    """At most two claims on the kind of the incident, aim and manner, and one that it was only tried."""
    weights: defaultdict[str, int] = defaultdict(int)
    first: dict[str, tuple[int, int, int]] = {}
    for nature, index, start, end, title in _told(scene):
        weights[nature] += TITLE_WEIGHT if title else 1
        first.setdefault(nature, (index, start, end))
    chosen = [nature for nature in _chosen(weights) if weights[nature] >= LEAST]
    found = [_draft("type", nature, *first[nature]) for nature in chosen]
    return (*found, *_unfinished(scene))


def _draft(slot: str, words: str, index: int, start: int, end: int) -> Draft:
    return Draft(slot=slot, group=EVERYONE, value=Text(text=words), start=start, end=end, at=index)


def _told(scene: Scene) -> Iterator[tuple[str, int, int, int, bool]]:
    """Kinds named in clauses on the incident: kind, token, offsets, whether in the headline."""
    layers, known = scene.layers, read_words("natures")
    for sentence in scene.sentences():
        covered: set[int] = set()
        for pattern, nature in PHRASES:
            for match in pattern.finditer(layers.shadow, sentence.start, sentence.end):
                index = layers.token_at(match.start())
                if index is not None and scene.events.is_main(index):
                    covered |= {i for i in range(sentence.first, sentence.last)
                                if match.start() <= layers.tokens[i].start < match.end()}  # fmt: skip
                    yield nature, index, match.start(), match.end(), sentence.title
        for index in range(sentence.first, sentence.last):
            token = layers.tokens[index]
            natures = (
                () if index in covered else known.get(token.lemma, ()) or known.get(token.text.lower(), ())
            )
            if natures and token.pos in {"NOUN", "VERB", "PROPN"} and scene.events.is_main(index):
                yield natures[0], index, token.start, token.end, sentence.title


def _chosen(weights: dict[str, int]) -> list[str]:
    """The aim and the manner that a report speaks of most; a closer word beats a general one."""
    aims = sorted((n for n in weights if n in AIMS), key=lambda n: (-weights[n], n))
    manners = sorted((n for n in weights if n not in AIMS), key=lambda n: (-weights[n], n))
    close = [n for n in manners if n not in GENERAL]
    if close and manners[0] in GENERAL and 2 * weights[close[0]] >= weights[manners[0]]:
        manners = close
    return [*aims[:1], *manners[:1]]


def _unfinished(scene: Scene) -> Iterator[Draft]:
    layers = scene.layers
    spared = WENT_OFF.search(layers.shadow) is None
    for sentence in scene.sentences():
        match = UNFINISHED.search(layers.shadow, sentence.start, sentence.end)
        if match is None and spared:
            match = DUD.search(layers.shadow, sentence.start, sentence.end)
        index = layers.token_at(match.start()) if match is not None else None
        if match is not None and index is not None and scene.events.is_main(index):
            yield _draft("stage", "attempted", index, match.start(), match.end())
            return

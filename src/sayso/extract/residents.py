"""How many people a struck place holds: "home to more than 22,000 refugees", "a camp of 900 people".

Such a number says what the place was, not what happened, so it is read whatever else its clause tells
of; but only of a site that the report opens with.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.groups import EVERYONE, group_of
from sayso.extract.lexicon import site_nouns
from sayso.extract.scene import Draft, Scene
from sayso.model.values import Count

if TYPE_CHECKING:
    from sayso.extract.quantities import Quantity
    from sayso.model.layers import Sentence

HOLDING = re.compile(
    r"\b(?:home to|hosts?|hosting|houses?|housing|shelters?|sheltering|holds?|holding|accommodat\w+"
    r"|(?P<site>[a-z]+) (?:of|with|for))\s*$",
    re.IGNORECASE,
)
AT = re.compile(
    r"^[^.;,]{0,60}?\b(?:in|at|inside|staying in|living in)"
    r" (?:the |this |that )?(?:\w+ ){0,2}?(?P<site>[a-z]+)\b"
)
LEAD = 6
"""Sentences of the body that count as the lead (s)."""
MANY = 50
"""Fewer are people at the site on the day, who are counted elsewhere (s)."""


def find_residents(scene: Scene) -> tuple[Draft, ...]:
    """Numbers of people whom a site holds that headline or lead name, in text order."""
    sites = _sites(scene)
    found = []
    for sentence in scene.sentences():
        for quantity in scene.quantities:
            if sentence.first <= quantity.first < sentence.last and quantity.lo >= MANY:
                draft = _held(scene, sentence, quantity, sites)
                found += [draft] if draft is not None else []
    return tuple(found)


def _sites(scene: Scene) -> frozenset[str]:
    """The nouns for sites in headline and lead."""
    layers = scene.layers
    body = [sentence for sentence in scene.sentences() if not sentence.title][:LEAD]
    end = body[-1].last if body else len(layers.tokens)
    return frozenset(layers.tokens[i].lemma for i in range(end)) & site_nouns()


def _held(scene: Scene, sentence: Sentence, quantity: Quantity, sites: frozenset[str]) -> Draft | None:
    layers = scene.layers
    if quantity.kind != "count" or quantity.head is None or quantity.head >= sentence.last:
        return None
    group, noun = group_of(layers, quantity.head), layers.tokens[quantity.head]
    if group is None or noun.tag not in {"NNS", "NNPS"}:
        return None
    before = HOLDING.search(layers.shadow[sentence.start : quantity.start])
    behind = AT.match(layers.shadow[noun.end : sentence.end]) if before is None else None
    found = before or behind
    if found is None:
        return None
    site = (found["site"] or "").lower()
    end = sentence.start + before.start() if before is not None else quantity.start
    before_it = (
        layers.tokens[i].lemma
        for i in reversed(range(sentence.first, quantity.first))
        if layers.tokens[i].end <= end
    )
    where = site or next((lemma for lemma in before_it if lemma in sites), min(sites, default=""))
    if where not in sites:
        return None
    people = "people" if group == EVERYONE else group
    return Draft(
        slot=f"count:{people} in the {where}", group=EVERYONE, value=Count(lo=quantity.lo, hi=quantity.hi),
        start=quantity.start, end=max(quantity.end, noun.end), at=quantity.first, of_incident=True,
    )  # fmt: skip

"""Which verb beside a quotation reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.asides import according_head
from sayso.extract.attributions.places import is_cue
from sayso.extract.attributions.syntax import child, cue_tokens, phrase, subject_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.extract.attributions.places import Place
    from sayso.extract.attributions.scene import Draft, Scene

ENDINGS = (",", "?", "!", "-", "—", "…")
"""What quoted words end in when the words after them say who speaks."""
DASHES = frozenset({",", "-", "--", "—", "–"})
NOT_FIRST = frozenset({"and", "but", "or", "that", "which", "who"})
"""Words after a quotation that go on with the reporter's sentence."""
REACH = 8
"""Tokens after a quotation within which any verb with a person as subject reports it (s)."""
PERHAPS_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def cue_after(scene: Scene, place: Place, by_anchor: Mapping[int, Draft]) -> int | None:
    """The verb, or "according", after the quotation that reports it; None if nothing there does."""
    tokens = scene.layers.tokens
    low, high = place.after
    if low >= high or not _leads_on(scene, place):
        return None
    if low in by_anchor and by_anchor[low].rule == "according to":
        return low
    candidates = [i for i in range(low, high) if is_cue(scene, i) and _reports_back(scene, place, i)]
    plain = [i for i in candidates if tokens[i].dep not in {"relcl", "acl", "advcl"}]
    if candidates:
        return (plain or candidates)[0]
    near = range(low, min(high, low + REACH)) if place.inner.endswith(ENDINGS) else ()
    return next((i for i in near if _person_acts(scene, i)), None)


def _leads_on(scene: Scene, place: Place) -> bool:
    """Whether the words after a quotation may say who speaks it, by the marks between them."""
    first = scene.layers.tokens[place.after[0]]
    if not place.quote.closed or first.dep == "cc" or first.text.lower() in NOT_FIRST:
        return False
    if place.inner.endswith(".") and first.text[:1].isupper():
        return False
    return place.inner.endswith(ENDINGS) or first.text in DASHES or is_cue(scene, place.after[0])


def _reports_back(scene: Scene, place: Place, cue: int) -> bool:
    """Whether a cue, or its subject, opens the words after a quotation, without a clause of its own."""
    layers = scene.layers
    first = cue_tokens(layers, cue)[0]
    subject = subject_of(layers, cue, depth=0)
    if subject is not None and subject < cue:
        first = min(first, phrase(layers, subject, barrier=cue)[0])
    clause = child(layers, cue, "ccomp")
    return first - place.after[0] <= 3 and (clause is None or place.first <= clause < place.last)


def _person_acts(scene: Scene, index: int) -> bool:
    """Whether this is a verb, in any sense, with a person or a pronoun beside it as subject."""
    tokens = scene.layers.tokens
    if tokens[index].pos != "VERB" or tokens[index].tag not in {"VBD", "VBZ", "VBP"}:
        return False
    subject = subject_of(scene.layers, index, depth=0)
    return subject is not None and abs(subject - index) <= 4 and tokens[subject].pos in {"PROPN", "PRON"}


def cue_before(scene: Scene, place: Place, by_anchor: Mapping[int, Draft]) -> int | None:
    """The verb, or "according", before the quotation that leads over to it; None if nothing there does."""
    tokens = scene.layers.tokens
    candidates = [
        i
        for i in range(*place.before)
        if is_cue(scene, i) or (i in by_anchor and by_anchor[i].rule == "according to")
    ]
    plain = [i for i in candidates if tokens[i].dep != "relcl"]
    chosen = plain or candidates
    return chosen[-1] if chosen else None


def cue_of_previous_paragraph(scene: Scene, place: Place) -> int | None:
    """The verb of a sentence that ends its paragraph with a colon or a comma before the quotation."""
    layers, first = scene.layers, place.first
    if place.before[0] != place.before[1] or first == 0:
        return None
    previous = layers.tokens[first - 1]
    if previous.text not in {":", ","} or scene.quote_of[first - 1] >= 0:
        return None
    outside = [i for i in range(layers.sentences[previous.sentence].first, first) if scene.quote_of[i] < 0]
    candidates = [i for i in outside if is_cue(scene, i) or according_head(layers, i) is not None]
    return candidates[-1] if candidates else None


def neighbour_of(scene: Scene, cue: int, place: Place) -> int | None:
    """A noun beside a cue that the parse gave no subject; None if there is none."""
    tokens = scene.layers.tokens
    low, high = place.after if place.after[0] <= cue < place.after[1] else place.before
    for index in [*range(cue + 1, min(high, cue + 6)), *range(cue - 1, max(low, cue - 6) - 1, -1)]:
        if tokens[index].pos in {"PROPN", "PRON"} or tokens[index].dep in PERHAPS_SUBJECT:
            return head_of_compound(scene, index, high)
    return None


def head_of_compound(scene: Scene, index: int, limit: int) -> int:
    """The noun that a token is part of, not past a limit."""
    tokens = scene.layers.tokens
    while tokens[index].dep == "compound" and index < tokens[index].head < limit:
        index = tokens[index].head
    return index

"""Which drafts stay when several want the same words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.geometry import join, overlap
from sayso.extract.attributions.roles import can_say
from sayso.extract.attributions.sources import FIRST_PERSON
from sayso.extract.attributions.syntax import RELATIVE, antecedent_of
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Draft, Scene

NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
LABELS = frozenset(
    {"breaking", "breaking news", "update", "updated", "exclusive", "video", "watch", "live", "analysis"}
    | {"opinion", "photos", "in pictures", "alert", "urgent", "developing", "read more", "related"}
)
"""What stands before a colon in a headline and says nothing."""
POINTERS = frozenset({"it", "he", "she", "him", "her", "they", "them", "this", "that", "these", "so", "as"})
QUESTION_WORDS = frozenset({"what", "which", "who", "whom", "that", "how", "so"})
SECOND_PERSON = frozenset({"you", "your"})


def settle_drafts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in text order, each with content clear of its own source and cue.

    A speaker's own "I think" within a quotation is no further source. Of two drafts with
    one cue the first stays.
    """
    kept: dict[object, Draft] = {}
    cues: dict[int | None, list[int]] = {draft.head: [] for draft in drafts}
    for draft in drafts:
        if draft.cue is not None and draft.head is not None:
            cues[draft.head].append(draft.cue[0])
    for draft in sorted(drafts, key=_order):
        trimmed = _clear(scene, draft if draft.learned else _mended(scene, draft, cues))
        if trimmed is None or _is_own_voice(scene, trimmed) or _is_nobody(scene, trimmed):
            continue
        if (
            _only_points(scene, trimmed)
            or _only_names(scene, trimmed)
            or (not draft.learned and not _can_say(scene, trimmed))
        ):
            continue
        # what has no cue of its own is told apart by its words
        kept.setdefault(trimmed.cue or (trimmed.source, trimmed.content), trimmed)
    return list(kept.values())


def _mended(scene: Scene, draft: Draft, cues: Mapping[int | None, Sequence[int]]) -> Draft:
    """A draft of the rules without what they are known to take in by mistake."""
    ended = _ended(draft, cues[draft.head]) if draft.head is not None and draft.rule == "that" else draft
    return _without_empty_it(scene, ended)


def _order(draft: Draft) -> tuple[int, int, int]:
    return draft.anchor, draft.content[0][0], draft.content[-1][1]


def _ended(draft: Draft, cues: Sequence[int]) -> Draft:
    """The draft with its content ended where the same words go on with "adding that"."""
    start, end = draft.content[-1]
    later = [cue for cue in cues if start < cue < end and draft.cue is not None and cue > draft.cue[0]]
    return replace(draft, content=(*draft.content[:-1], (start, min(later)))) if later else draft


def _without_empty_it(scene: Scene, draft: Draft) -> Draft:
    """The draft without a source if that is the "it" of "it is too early to say"."""
    if draft.head is None:
        return draft
    token = scene.layers.tokens[draft.head]
    linked = scene.layers.tokens[token.head].lemma in {"be", "seem", "remain", "become", "appear"}
    empty = token.lemma in {"it", "there"} and linked and draft.rule != "speech"
    return replace(draft, head=None, source=None, stance=Stance.QUESTION) if empty else draft


def _is_own_voice(scene: Scene, draft: Draft) -> bool:
    if draft.head is None:
        return False
    word = scene.layers.tokens[draft.head].text.lower()
    return scene.quote_of[draft.head] >= 0 and word in FIRST_PERSON | SECOND_PERSON


def _is_nobody(scene: Scene, draft: Draft) -> bool:
    """Whether the words say that nobody said it ("no group claimed it"), or are a headline's label."""
    layers = scene.layers
    if draft.head is None:
        noun = layers.tokens[draft.anchor].pos == "NOUN"
        return noun and any(layers.tokens[c].lemma == "no" for c in layers.children[draft.anchor])
    start = layers.tokens[draft.head].start if draft.source is None else draft.source[0]
    if layers.shadow[max(0, start - 1) : start] == "[":
        return True  # an editor's note: "[words indistinct]"
    words = {layers.tokens[c].lemma for c in (draft.head, *layers.children[draft.head])}
    return bool(words & (NOBODY | {"no", "not"})) or (
        draft.source is not None and layers.shadow[slice(*draft.source)].lower() in LABELS
    )


def _only_points(scene: Scene, draft: Draft) -> bool:
    """Whether what is said is no more than "it" or "them": nothing to quote."""
    words = {word for piece in draft.content for word in scene.layers.shadow[slice(*piece)].lower().split()}
    return words <= POINTERS


def _only_names(scene: Scene, draft: Draft) -> bool:
    """Whether nobody says it and it tells nothing: "known as the Lantern", "the panel charged with it"."""
    around = scene.layers.tokens[draft.anchor].start if draft.anchor >= 0 else -1
    quotes = [quote for piece in draft.content for quote in scene.quotes_in(*piece)]
    if draft.source is not None or any(not q.start <= around < q.end for q in quotes):
        return False
    tasked = scene.layers.tokens[draft.anchor].lemma in {"charge", "task", "entrust"}
    return draft.rule in {"oprd", "+oprd"} or (tasked and draft.rule in {"with", "+with"})


def _can_say(scene: Scene, draft: Draft) -> bool:
    """Whether the source is one that can say, believe or show something.

    Speech in quotation marks and plain reporting is believed of anything; a thing that
    "shows" or "suggests" is only a source if it is a document, a body or a person. "No
    group claimed it" has no source, nor has "who did it".
    """
    if draft.head is None:
        return True
    layers = scene.layers
    head = draft.head
    token = layers.tokens[head]
    if token.text.lower() in RELATIVE:
        antecedent = antecedent_of(layers, head)
        if antecedent is None:
            return False
        head, token = antecedent, layers.tokens[antecedent]
    if draft.rule in {"speech", "that", "aside", "headline"} and draft.stance not in {
        Stance.FACTIVE,
        Stance.INSINUATE,
    }:
        return True
    return token.pos in {"PRON", "PROPN", "NUM", "ADJ", "DET"} or can_say(token)


def _clear(scene: Scene, draft: Draft) -> Draft | None:
    """The draft with its source and cue cut out of its content; None if nothing is left."""
    content = list(draft.content)
    for own in (draft.cue, draft.source):
        if own is not None:
            content = [piece for c in content for piece in _without(c, own)]
    pieces = [p for c in content if (p := _trimmed(scene, c)) is not None]
    if not pieces:
        return None
    return replace(draft, content=join(pieces, scene.layers.shadow))


def _without(stretch: Stretch, hole: Stretch) -> list[Stretch]:
    if not overlap(stretch, hole):
        return [stretch]
    return [(a, b) for a, b in ((stretch[0], hole[0]), (hole[1], stretch[1])) if a < b]


def _trimmed(scene: Scene, stretch: Stretch) -> Stretch | None:
    start, end = stretch
    text = scene.layers.shadow
    while start < end and (text[start].isspace() or text[start] in ",;:-–—"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:-–—"):
        end -= 1
    said = text[start:end].lower() not in QUESTION_WORDS and any(c.isalnum() for c in text[start:end])
    return (start, end) if said else None

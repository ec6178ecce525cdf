"""What the source and the author commit themselves to, and to when (STANDARDS 2)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.stance import entry_at
from sayso.extract.lexicon import vocabulary
from sayso.model.claims import Attribution, Commitment, Stance, Tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Draft, Scene
    from sayso.model.layers import Layers, Token

FUTURE, POSSIBLE, PROBABLE = (vocabulary(name) for name in ("future", "possible", "probable"))
CONDITIONAL, PERHAPS, REACTIONS = (vocabulary(name) for name in ("conditional", "only_possible", "reactions"))
VERBAL = frozenset({"VERB", "AUX"})
DEED = re.compile(r"(?:not )?to (?!be |have |being )", re.IGNORECASE)
"""What is ordered, promised or refused is not said to have happened ("ordered them to fire")."""
ASKED = re.compile(r"(?:who|whom|what|how|why|where|when|which)\b", re.IGNORECASE)
"""An indirect question takes for granted what it does not ask ("asked who had fired")."""
HELD = {
    Stance.DENY: Commitment.CERTAIN_NOT,
    Stance.BELIEF: Commitment.PROBABLE,
    Stance.INSINUATE: Commitment.POSSIBLE,
    Stance.QUESTION: Commitment.NONE,
}
"""What a source holds by the class of its cue; for any other class, that it is so."""
LOWER = {
    Commitment.CERTAIN: (Commitment.PROBABLE, Commitment.POSSIBLE),
    Commitment.PROBABLE: (Commitment.POSSIBLE, Commitment.POSSIBLE),
    Commitment.CERTAIN_NOT: (Commitment.PROBABLE_NOT, Commitment.POSSIBLE_NOT),
    Commitment.PROBABLE_NOT: (Commitment.POSSIBLE_NOT, Commitment.POSSIBLE_NOT),
}
"""What is left of a value under a probable and under a possible hedge; other values stay."""


def asserts(scene: Scene, draft: Draft) -> bool:
    """Whether the source puts forward that something is so, rather than judging, wishing or asking about it.

    The attack in "condemned the attack" is the author's word, not the source's (STANDARDS 2, rule 6).
    """
    pieces = [scene.layers.shadow[slice(*piece)] for piece in draft.content]
    if any(DEED.match(piece) for piece in pieces):
        return False
    if any(scene.quotes_in(*piece) for piece in draft.content):
        return True
    cue = "" if draft.cue is None else scene.layers.shadow[slice(*draft.cue)].lower()
    if any(word.startswith(tuple(REACTIONS)) for word in cue.split()) or ASKED.match(pieces[0]):
        return False
    words = draft.rule == "learned" and entry_at(scene, draft.anchor) is None
    return not words or any(token.pos in VERBAL for token in _words_in(scene.layers, draft.content))


def tense_of(scene: Scene, draft: Draft) -> Tense:
    """To when the source refers what it says: only what is past or present may have happened."""
    tokens = _words_in(scene.layers, draft.content)
    head = next((token for token in tokens if token.pos in VERBAL), None)
    if head is None:
        return Tense.PAST
    if any(token.lemma in CONDITIONAL for token in tokens if token.dep in {"mark", "aux", "advmod"}):
        return Tense.HYPOTHETICAL
    first = scene.layers.shadow[slice(*draft.content[0])]
    clause = tokens[: tokens.index(head) + 4]
    if DEED.match(first) or any(t.lemma in FUTURE and t.pos == "AUX" for t in clause):
        return Tense.FUTURE
    return Tense.PAST


def own_value(scene: Scene, draft: Draft) -> Commitment:
    """What the source holds of its own words, by the class of the cue and any hedge in them."""
    value = HELD.get(draft.stance, Commitment.CERTAIN)
    if (
        draft.stance is Stance.BELIEF
        and draft.anchor >= 0
        and scene.layers.tokens[draft.anchor].lemma in PERHAPS
    ):
        value = Commitment.POSSIBLE
    return lowered(value, _main_clause(_words_in(scene.layers, draft.content)))


def lowered(value: Commitment, words: Sequence[Token]) -> Commitment:
    """A value under the hedges among some words."""
    lemmas = {word.lemma for word in words}
    if lemmas & POSSIBLE:
        return LOWER.get(value, (value, value))[1]
    return LOWER.get(value, (value, value))[0] if lemmas & PROBABLE else value


def compose(scene: Scene, line: Sequence[Draft], made: Attribution) -> Attribution:
    """The attribution with what the originator and the author hold of its content.

    The originator's value is lowered by a hedge on any link; it passes outward only through
    factive cues, else the author is committed to nothing (composition rules 1 to 4).
    """
    value = own_value(scene, line[-1]) if made.asserts else Commitment.NONE
    for link in line:
        if link.cue is not None:
            value = lowered(value, _words_in(scene.layers, (link.cue,)))
    factive = made.asserts and all(link.stance is Stance.FACTIVE for link in line)
    return replace(made, value=value, author_value=value if factive else Commitment.NONE)


def _main_clause(words: Sequence[Token]) -> Sequence[Token]:
    """The words up to the first verb and a little beyond, where a hedge bears on all that is said."""
    first = next((place for place, token in enumerate(words) if token.pos == "VERB"), len(words))
    return [w for w in words[: first + 1] if w.pos in {"AUX", "ADV", "VERB", "ADJ"}]


def _words_in(layers: Layers, pieces: Sequence[Stretch]) -> list[Token]:
    found = []
    for start, end in pieces:
        index = layers.token_at(start)
        while index is not None and index < len(layers.tokens) and layers.tokens[index].start < end:
            found.append(layers.tokens[index])
            index += 1
    return found

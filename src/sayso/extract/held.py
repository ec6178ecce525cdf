"""How surely a report holds an organisation responsible, by rules over the places that name it.

The values are MUC-4's. They say how the *report* speaks, never what is so; each comes with the
word that decided and a reason (STANDARDS 3 and 11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child
from sayso.extract.lexicon import event_families, read_words, vocabulary
from sayso.extract.responsibility.parties import is_authority

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.layers import Layers

FACT, CLAIMED, POSSIBLE = "REPORTED AS FACT", "CLAIMED OR ADMITTED", "POSSIBLE"
ACCUSED, BY_AUTHORITIES = "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES"
ACQUITTED = "ACQUITTED"

TAKING = frozenset({"accept", "acknowledge", "admit", "assume", "claim", "take", "vindicate"})
"""What one does with responsibility."""
RESPONSIBILITY = vocabulary("claiming")
SPEAKING_FOR = frozenset({"behalf", "name", "representative", "spokesman", "spokesperson", "spokeswoman"})
OWNING = frozenset({"acknowledge", "admit", "claim", "confess", "vindicate"})
"""What one does with a deed."""
HOLDING = frozenset(
    {
        "accuse", "attribute", "blame", "denounce", "fault", "hold", "implicate", "incriminate", "link",
        "pin", "responsible", "suspect",
    }
)  # fmt: skip
DOUBTING = vocabulary("probable") | {
    "allege", "alleged", "allegedly", "apparent", "assume", "believe", "presume", "presumed", "probable",
    "reportedly", "suppose", "supposed", "supposedly", "suspect", "suspected", "think",
}  # fmt: skip
POSSIBLY = vocabulary("possible") | {"hypothesis", "if", "possibility", "possible", "whether"}
DOING = vocabulary("doing") | frozenset(read_words("harm")) | {
    "cause", "destroy", "dynamite", "machinegun", "place", "sabotage", "seize", "set", "throw",
}  # fmt: skip
CLEARED = vocabulary("cleared")
NAMING = frozenset({"amod", "appos", "compound", "conj", "det", "nmod", "nummod", "poss"})
REACH, WITHIN = 10, 8
"""Steps up the parse; words between taking and responsibility (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How a report holds a party responsible.

    Attributes:
        value: One of MUC-4's values.
        at: The token that decided; None for what holds where nothing else is said.
        reason: Why, in a few words.
    """

    value: str
    at: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Place:
    """What is said at one mention: the deciding tokens, None where there is none."""

    claims: int | None
    acquits: int | None
    holds: int | None
    doubts: int | None
    possible: int | None
    does: int | None
    authority: bool


def how_held(layers: Layers, mentions: Sequence[tuple[int, int]]) -> Held:
    """How surely a report holds a party responsible.

    The first rule that fits decides: the party claims it; it is cleared; it is the doer in plain
    words where it is first named; the deed is only possible there; somebody accuses or doubts, and
    nowhere is it told in plain words; else the report tells it as fact.

    Args:
        layers: Of the report.
        mentions: Tokens that name the party, last excluded, in text order; at least one.
    """
    places = [_place(layers, first, last) for first, last in mentions]
    top = places[0]
    for place in places:
        if place.claims is not None:
            return Held(value=CLAIMED, at=place.claims, reason="it takes responsibility")
    for place in places:
        if place.acquits is not None:
            return Held(value=ACQUITTED, at=place.acquits, reason="it is cleared")
    held = next((one.holds for one in places if one.holds is not None), None)
    doubted = next((one.doubts for one in places if one.doubts is not None), None)
    if top.does is not None and top.doubts is None and held is None:
        return Held(value=FACT, at=top.does, reason="told as its deed where it is first named")
    told = any(one.does is not None and one.doubts is None and one.possible is None for one in places)
    if top.possible is not None and not told:
        return Held(value=POSSIBLE, at=top.possible, reason="only possible where it is first named")
    reason = held if held is not None else doubted
    if reason is not None and not told:
        value = BY_AUTHORITIES if any(one.authority for one in places) else ACCUSED
        return Held(
            value=value, at=reason, reason="somebody accuses or suspects it, and nothing is told as fact"
        )
    return Held(value=FACT, at=None, reason="no uncertainty is expressed")


def _place(layers: Layers, first: int, last: int) -> _Place:
    """What one mention's words and the words above them say."""
    tokens = layers.tokens
    head = _party(layers, last - 1)
    above = _above(layers, head)
    beside = {kid for index in (head, last - 1) for kid in layers.children[index]}
    near = {*above, *beside, *(kid for index in above for kid in layers.children[index])}

    def find(words: frozenset[str], among: set[int]) -> int | None:
        hits = (i for i in among if tokens[i].lemma in words or tokens[i].text.lower() in words)
        return min(hits, default=None)

    holds = find(HOLDING, set(above))
    doubts = find(DOUBTING, near)
    cause = holds if holds is not None else doubts
    return _Place(
        claims=_claims(layers, head),
        acquits=find(CLEARED, set(above[:2])),
        holds=holds,
        doubts=doubts,
        possible=find(POSSIBLY, near - beside),
        does=_does(layers, head),
        authority=cause is not None and _by_authority(layers, first, cause),
    )


def _party(layers: Layers, index: int) -> int:
    """The head of the phrase whose part names the party ("members of X", "X guerrillas")."""
    tokens, here = layers.tokens, index
    for _ in range(REACH):
        token = tokens[here]
        above = token.head
        if token.dep == "pobj" and tokens[above].lemma in {"of", "from", "with"}:
            above = tokens[above].head
            if tokens[above].pos not in {"NOUN", "PROPN"} or _is_deed(layers, above):
                break
        elif token.dep not in NAMING or tokens[above].pos not in {"NOUN", "PROPN"}:
            break
        here = above
    return here


def _is_deed(layers: Layers, index: int) -> bool:
    return layers.tokens[index].lemma in event_families()


def _above(layers: Layers, index: int) -> list[int]:
    """The words that a word hangs on, nearest first."""
    found: list[int] = []
    here = index
    while layers.tokens[here].head != here and len(found) < REACH:
        here = layers.tokens[here].head
        found.append(here)
    return found


def _does(layers: Layers, head: int) -> int | None:
    """The word for a deed that a party does, as its subject or behind "by"; None if it does none."""
    tokens = layers.tokens
    token, verb = tokens[head], tokens[head].head
    if token.dep == "nsubj" and tokens[verb].lemma in DOING:
        return verb
    if token.dep == "pobj" and tokens[verb].lemma == "by":
        deeds = [i for i in _above(layers, verb)[:2] if tokens[i].lemma in DOING or _is_deed(layers, i)]
        return deeds[0] if deeds else None
    return None


def _claims(layers: Layers, head: int) -> int | None:
    """The word by which a party takes responsibility for the deed; None if it does not."""
    tokens = layers.tokens
    token, verb = tokens[head], tokens[head].head
    if (taking := _claims_further_on(layers, head)) is not None:
        return taking
    if token.dep == "pobj" and tokens[verb].lemma == "by":
        verb = tokens[verb].head
    elif token.dep != "nsubj":
        return None
    if _denied(layers, verb):
        return None
    sentence = layers.sentences[tokens[verb].sentence]
    if tokens[verb].lemma in TAKING:
        behind = range(verb, min(sentence.last, verb + WITHIN))
        before = range(max(sentence.first, verb - WITHIN), verb)
        if any(tokens[i].lemma in RESPONSIBILITY for i in (*behind, *before)):
            return verb
    passive = token.dep == "pobj" and tokens[verb].lemma == "claim"
    owned = [kid for kid in layers.subtree(verb) if kid > verb and tokens[kid].lemma in DOING]
    return verb if passive or (tokens[verb].lemma in OWNING - {"claim"} and owned) else None


def _claims_further_on(layers: Layers, head: int) -> int | None:
    """A claim of responsibility behind the party: in a clause about it, or spoken in its name.

    "X, which has claimed responsibility"; "on behalf of X a woman called to claim responsibility".
    """
    tokens, sentence = layers.tokens, layers.sentences[layers.tokens[head].sentence]
    before = range(max(sentence.first, head - WITHIN), head + 1)
    spoken = any(tokens[i].lemma in SPEAKING_FOR for i in before)
    for verb in range(head, sentence.last):
        near = range(verb, min(sentence.last, verb + WITHIN))
        about = tokens[verb].dep == "relcl" and tokens[verb].head == head
        if (
            (about or spoken)
            and tokens[verb].lemma in TAKING
            and any(tokens[i].lemma in RESPONSIBILITY for i in near)
            and not _denied(layers, verb)
        ):
            return verb
    return None


def _denied(layers: Layers, verb: int) -> bool:
    return any(layers.tokens[kid].dep == "neg" for kid in layers.children[verb])


def _by_authority(layers: Layers, first: int, cause: int) -> bool:
    """Whether an authority accuses or suspects: as subject or agent, or by whom the words are said."""
    tokens = layers.tokens
    speakers = [first_child(layers, cause, "nsubj"), _agent(layers, cause)]
    spans = [layers.subtree(index) for index in speakers if index is not None]
    spans = [tuple(i for i in span if i < cause or span[0] > cause) for span in spans]
    said = [
        tuple(range(*one.source))
        for one in layers.sayings
        if one.source is not None and any(a <= first < b for a, b in one.content)
    ]
    return any(
        span and first not in span and is_authority(" ".join(tokens[i].text for i in span))
        for span in (*spans, *said)
    )


def _agent(layers: Layers, index: int) -> int | None:
    by = first_child(layers, index, "agent")
    return None if by is None else first_child(layers, by, "pobj")

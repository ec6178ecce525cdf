"""Questions to the parse that all finders ask: who does it, how far does it reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.geometry import stretch_of
from sayso.extract.attributions.roles import CHANNELS, can_say

if TYPE_CHECKING:
    from sayso.extract.attributions.geometry import Stretch
    from sayso.model.layers import Layers

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg", "advmod"})
SHARED = frozenset({"conj", "xcomp", "advcl", "dep"})
"""Relations through which a verb without a subject has that of the verb above it."""
DASHES = frozenset({"-", "--", "—", "–", "---"})
CONTINUING = frozenset(
    {"add", "stress", "note", "emphasize", "emphasise", "reiterate", "underline", "continue", "insist"}
)
"""Verbs whose participle goes on with what the main speaker says."""
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})


def child(layers: Layers, index: int, *deps: str) -> int | None:
    """The first dependent with one of these relations; None if there is none."""
    tokens = layers.tokens
    for below in layers.children[index]:
        if tokens[below].dep in deps:
            return below
    return None


def is_passive(layers: Layers, verb: int) -> bool:
    """Whether a verb is passive, or a past participle that modifies a noun."""
    token = layers.tokens[verb]
    if child(layers, verb, "nsubjpass", "auxpass") is not None:
        return True
    return token.tag == "VBN" and token.dep in {"acl", "amod"}


def own_subject(layers: Layers, verb: int) -> int | None:
    """Head of a verb's own subject: of several before it the nearest, for the parse may keep a headline's."""
    subjects = [c for c in layers.children[verb] if layers.tokens[c].dep in SUBJECTS]
    before = [c for c in subjects if c < verb]
    return before[-1] if before else subjects[0] if subjects else None


def subject_of(layers: Layers, verb: int, *, depth: int = 4) -> int | None:
    """Head of the words that say who does it, through shared subjects; None if nobody is said to.

    An infinitive, participle or second verb has the subject of the verb above it, a
    participle after a noun has the noun.
    """
    subject = own_subject(layers, verb)
    token = layers.tokens[verb]
    if subject is not None or depth == 0 or token.head == verb:
        return subject
    head = layers.tokens[token.head]
    if token.dep == "acl" and head.pos in {"NOUN", "PROPN", "PRON"}:
        return (
            token.head
            if token.tag != "VB"
            else subject_of(layers, clause_head(layers, token.head), depth=depth - 1)
        )
    if token.dep == "pcomp" and head.pos in {"ADP", "SCONJ"}:
        return subject_of(layers, head.head, depth=depth - 1) if head.head != token.head else None
    if token.dep in SHARED and head.pos in {"VERB", "AUX"}:
        return subject_of(layers, token.head, depth=depth - 1)
    return None


def speaker_of(layers: Layers, verb: int) -> int | None:
    """Head of the words for who says it: the subject, or for "came out after the raid to say" that of "came".

    A thing that the parse takes for the subject of an infinitive or a participle gives way
    to the subject of the clause above.
    """
    subject = subject_of(layers, verb)
    token = layers.tokens[verb]
    if token.lemma in CONTINUING and token.tag == "VBG" and child(layers, verb, *SUBJECTS) is None:
        return _first_speaker(layers, verb) or subject
    if subject is None or token.tag not in {"VB", "VBG"} or token.head == verb:
        return subject
    noun = layers.tokens[subject]
    if noun.pos != "NOUN" or can_say(noun) or noun.lemma in CHANNELS:
        return subject
    above = subject_of(layers, clause_head(layers, token.head))
    return subject if above is None or above == subject else above


def _first_speaker(layers: Layers, verb: int) -> int | None:
    """The subject of the topmost verb above that stands before ("said ..., adding that")."""
    tokens, index, found = layers.tokens, verb, None
    while tokens[index].head != index:
        index = tokens[index].head
        if index < verb and tokens[index].pos == "VERB" and child(layers, index, "nsubj") is not None:
            found = child(layers, index, "nsubj")
    return found


def agent_of(layers: Layers, verb: int) -> int | None:
    """Head of the words after "by" with a passive; None if there is none."""
    for below in layers.children[verb]:
        token = layers.tokens[below]
        if token.dep == "agent" or (token.dep == "prep" and token.lemma == "by"):
            return child(layers, below, "pobj")
    return None


def phrase(layers: Layers, head: int, *, barrier: int | None = None) -> tuple[int, int]:
    """The unbroken run of tokens around a head that hang from it, last excluded.

    Args:
        layers: The report's layers.
        head: The head.
        barrier: A token that the phrase must not take in, such as the verb it is subject of.
    """
    below = set(layers.subtree(head))
    if barrier is not None and barrier in below:
        below -= set(layers.subtree(barrier))
        below.add(head)
    first, last = head, head + 1
    while first - 1 in below and not _opens_clause(layers, first - 1, below):
        first -= 1
    while last in below:
        last += 1
    return first, last


def _opens_clause(layers: Layers, index: int, below: set[int]) -> bool:
    """Whether a comma before a noun only parts it from a clause that the parser hung on it."""
    if layers.tokens[index].text != ",":
        return False
    here = index - 1
    while here in below:
        if layers.tokens[here].tag in {"VBZ", "VBD", "VBP", "MD"}:
            return True
        here -= 1
    return False


def glue(layers: Layers, first: int, last: int) -> tuple[int, int]:
    """A run of tokens grown over parts of hyphened words at its edges ("al-Omari" is three tokens)."""
    tokens = layers.tokens
    while first > 0 and _hyphened(layers, first - 1):
        first -= 1
    while last < len(tokens) and _hyphened(layers, last - 1):
        last += 1
    return first, last


def _hyphened(layers: Layers, index: int) -> bool:
    """Whether a token and the next are parts of one hyphened word."""
    here, following = layers.tokens[index], layers.tokens[index + 1]
    return here.end == following.start and "-" in {here.text, following.text}


def noun_stretch(layers: Layers, head: int, *, barrier: int | None = None) -> Stretch | None:
    """Offsets of the noun phrase around a head, without a dateline or a clause thrown in after a comma."""
    first, last = phrase(layers, head, barrier=barrier)
    tokens = layers.tokens
    dashes = [i for i in range(first, head) if tokens[i].text in DASHES]
    first = dashes[-1] + 1 if dashes else first
    while first < head and tokens[first].dep in {"cc", "mark"}:
        first += 1
    for below in layers.children[head]:
        if tokens[below].dep == "relcl" and head < below < last:
            start = layers.subtree(below)[0]
            if start > head and tokens[start - 1].text == ",":
                last = min(last, start)
    if barrier is not None and last < barrier <= last + 4:
        # The parse leaves a name outside its description: "a member of the armed group Norda Front said".
        last = barrier if all(tokens[i].pos == "PROPN" for i in range(last, barrier)) else last
    return stretch_of(layers, *glue(layers, first, last))


def cue_tokens(layers: Layers, verb: int) -> tuple[int, int]:
    """A reporting verb with its auxiliaries, adverbs, negation and channel, last excluded (PolNeAR)."""
    tokens, children = layers.tokens, layers.children
    auxiliaries = {c for c in children[verb] if tokens[c].dep in AUXILIARIES}
    first = verb
    while first - 1 in auxiliaries:
        first -= 1
    above = tokens[verb].head
    if tokens[verb].dep == "xcomp" and above == first - 1 and tokens[first].lemma == "to":
        first = cue_tokens(layers, above)[0]
    last = verb + 1
    particle = child(layers, verb, "prt")
    if particle == last:
        last += 1
    return first, _with_channel(layers, verb, last)


def _with_channel(layers: Layers, verb: int, last: int) -> int:
    for below in layers.children[verb]:
        token = layers.tokens[below]
        if below == last and token.dep == "prep" and token.lemma in {"in", "on", "at", "during", "via"}:
            noun = child(layers, below, "pobj")
            if noun is not None and layers.tokens[noun].lemma in CHANNELS:
                return phrase(layers, noun)[1]
    return last


def clause_head(layers: Layers, index: int) -> int:
    """The verb of the smallest clause that holds a token; the sentence's root if no verb is above."""
    tokens = layers.tokens
    while tokens[index].head != index and not (
        tokens[index].pos in {"VERB", "AUX"}
        and tokens[index].dep in {"ccomp", "conj", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj"}
    ):
        index = tokens[index].head
    return index


def antecedent_of(layers: Layers, pronoun: int) -> int | None:
    """The noun that the relative clause of a pronoun modifies; None if it modifies none."""
    index = pronoun
    while layers.tokens[index].head != index:
        if layers.tokens[index].dep in {"relcl", "acl"}:
            return layers.tokens[index].head
        index = layers.tokens[index].head
    return None

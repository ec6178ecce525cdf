"""Reporting clauses that the parse hides: at the end, turned round, thrown in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.geometry import runs_of
from sayso.extract.attributions.roles import DAYS, can_say
from sayso.extract.attributions.syntax import child, clause_head, own_subject, phrase

if TYPE_CHECKING:
    from sayso.extract.attributions.fitting import Run
    from sayso.model.layers import Layers, Token

SHORTEST_TAIL = 3
"""Tokens that what is said has at least before a speaker at the end of the sentence (s)."""
LONGEST_WAY = 14
"""Tokens between a verb and the "that" of its clause at most (s)."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
AFTER_VERB = frozenset({"on", "late", "early", "also"}) | DAYS
"""Words that may follow "the ministry said" at the end of a sentence."""
PARTING = frozenset({",", '"', "''"})


def tail_run(layers: Layers, verb: int) -> Run | None:
    """All that stands before "..., the ministry said" at the end of a sentence; None if it ends otherwise.

    Needed where the parse does not see it: headlines, and texts that lost their commas.
    """
    tokens = layers.tokens
    sentence = layers.sentences[tokens[verb].sentence]
    if inverted_subject(layers, verb) is not None:
        return (sentence.first, verb) if verb - sentence.first > SHORTEST_TAIL else None
    subject = own_subject(layers, verb)
    closing = all(_is_closing(tokens[i]) for i in range(verb + 1, sentence.last))
    if subject is None or subject > verb or not closing or tokens[subject].tag in {"WP", "WDT"}:
        return None
    first = phrase(layers, subject, barrier=verb)[0]
    long_enough = first - sentence.first >= SHORTEST_TAIL
    return (sentence.first, first) if long_enough and tokens[verb].tag != "VBG" else None


def _is_closing(token: Token) -> bool:
    return token.pos == "PUNCT" or token.lemma in AFTER_VERB


def inverted_subject(layers: Layers, verb: int) -> int | None:
    """Head of the speaker in ", says the mayor." at the end of a sentence; None if it ends otherwise."""
    tokens = layers.tokens
    subject = child(layers, verb, "nsubj", "dobj")
    if subject is None or subject < verb or tokens[verb].tag not in FINITE:
        return None
    parted = verb > 0 and tokens[verb - 1].text in PARTING
    known = can_say(tokens[subject]) and child(layers, verb, "nsubj") in (None, subject)
    plain = known and tokens[verb].lemma in {"say", "add"}
    if not (parted or plain) or child(layers, verb, "ccomp") is not None:
        return None
    first, last = phrase(layers, subject)
    rest = range(last, layers.sentences[tokens[verb].sentence].last)
    closed = all(_is_closing(tokens[i]) for i in rest)
    return subject if closed and first == verb + 1 else None


def lost_clause(layers: Layers, verb: int) -> Run | None:
    """From "that" to the end in "confirmed at a meeting that six died", where the parse loses the clause."""
    tokens = layers.tokens
    sentence = layers.sentences[tokens[verb].sentence]
    if child(layers, verb, "nsubj", "nsubjpass") is None:
        return None
    thrown_in = [t.text.lower() for t in tokens[verb + 1 : verb + 3]] == [",", "according"]
    allowed = {"NOUN", "PROPN", "NUM"} | ({"PUNCT"} if thrown_in else set())
    for index in range(verb + (3 if thrown_in else 1), min(verb + LONGEST_WAY, sentence.last)):
        token = tokens[index]
        clause = token.dep == "mark" or (thrown_in and tokens[index - 1].text == ",")
        if token.lemma == "that" and clause and tokens[index - 1].pos in allowed:
            return index, sentence.last
        if token.pos in {"VERB", "AUX"} or (token.text in {",", ";", ":"} and not thrown_in):
            return None
    return None


def aside_runs(layers: Layers, verb: int) -> list[Run]:
    """The clause into which "police said" or "as police said" is thrown; empty if it is none such."""
    token = layers.tokens[verb]
    if token.head == verb or child(layers, verb, "nsubj") is None or child(layers, verb, "dobj") is not None:
        return []
    mark = child(layers, verb, "mark", "advmod", "prep")
    as_clause = token.dep == "advcl" and mark is not None and layers.tokens[mark].lemma == "as"
    if token.dep != "parataxis" and not as_clause:
        return []
    return _around(layers, token.head, verb)


def _around(layers: Layers, head: int, aside: int) -> list[Run]:
    """The runs of tokens of the clause around a head, without those that hang from the aside."""
    top = clause_head(layers, head)
    return runs_of(set(layers.subtree(top)) - set(layers.subtree(aside)))

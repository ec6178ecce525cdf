"""Finding one's way in a parsed sentence: clauses, phrases, the words around a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.lexicon import vocabulary

if TYPE_CHECKING:
    from sayso.model.layers import Layers

CLAUSE_LINKS = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp"})
PHRASE_LINKS = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "case",
        "quantmod",
        "nmod",
        "advmod",
        "punct",
        "predet",
        "neg",
    }
)
NEGATIONS = vocabulary("negations")


def clause_of(layers: Layers, index: int) -> int:
    """The token that heads the clause a token stands in."""
    here = index
    while layers.tokens[here].head != here:
        token = layers.tokens[here]
        verb_in_series = token.dep == "conj" and token.pos in {"VERB", "AUX"}
        if verb_in_series or (token.dep in CLAUSE_LINKS and token.pos in {"VERB", "AUX", "ADJ", "NOUN"}):
            return here
        here = token.head
    return here


def phrase(layers: Layers, head: int) -> tuple[int, int]:
    """The noun phrase around its head: token indices, last excluded.

    Modifiers before the noun only; what follows it (of-phrases, clauses) is left out.
    """
    first = head
    for child in layers.children[head]:
        if child < head and layers.tokens[child].dep in PHRASE_LINKS:
            first = min(first, *layers.subtree(child))
    breaks = [i for i in range(first, head) if layers.tokens[i].text in {":", ";", "(", ")", "--"}]
    first = breaks[-1] + 1 if breaks else first
    while first < head and layers.tokens[first].pos in {"PUNCT", "CCONJ", "ADP"}:
        first += 1
    return first, head + 1


def is_negated(layers: Layers, index: int) -> bool:
    """Whether a predicate is negated: by itself, its auxiliaries, its subject or its object.

    A predicate that shares its subject with the one it is joined to by "or" shares the denial.
    """
    token = layers.tokens[index]
    joined = token.dep == "conj" and not {"nsubj", "nsubjpass"} & {
        layers.tokens[c].dep for c in layers.children[index]
    }
    if (
        joined
        and any(layers.tokens[c].lemma == "or" for c in layers.children[token.head])
        and token.head < index
    ):
        return is_negated(layers, token.head)
    near = [index, *layers.children[index]]
    arguments = (c for c in layers.children[index] if layers.tokens[c].dep in {"nsubj", "nsubjpass", "dobj"})
    near += [deeper for child in arguments for deeper in layers.children[child]]
    return any(
        layers.tokens[i].lemma in NEGATIONS or layers.tokens[i].dep == "neg" for i in near if i != index
    )


def first_child(layers: Layers, index: int, *deps: str) -> int | None:
    """The first dependent with one of these labels; None if there is none."""
    return next((child for child in layers.children[index] if layers.tokens[child].dep in deps), None)


def with_conjuncts(layers: Layers, index: int) -> tuple[int, ...]:
    """A token and the nouns joined to it by "and" or "or"."""
    found, here = [index], index
    while (further := first_child(layers, here, "conj")) is not None:
        found.append(further)
        here = further
    return tuple(found)


def words_between(layers: Layers, first: int, last: int) -> str:
    """The shadow's words of a token range, last excluded."""
    return layers.shadow[layers.tokens[first].start : layers.tokens[last - 1].end]

"""What a source is called and of which kind it is, from its own words alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.attributions.names import (
    NameIndex,
    bearer_of,
    is_person,
    name_at,
    names_bearer,
    person_bounds,
    title_start,
)
from sayso.extract.attributions.roles import (
    ALWAYS_UNNAMED_BODIES,
    BODIES,
    CROWD,
    DOCUMENTS,
    OFFICIALS,
    PLURAL_TAGS,
    SOURCELESS,
    STATEMENTS,
    kind_of_noun,
)
from sayso.extract.attributions.syntax import child
from sayso.extract.attributions.wording import text_of, words_of
from sayso.model.claims import AUTHOR, SourceKind

if TYPE_CHECKING:
    from sayso.model.layers import Layers

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
BODY_KINDS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
SOMEBODY = frozenset({"one", "someone", "somebody"}) | CROWD
"""Pronouns to the parser that are sources by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A source by its own words.

    Attributes:
        name: The bare name of a person, without title; empty for anything else.
        role: The nouns that say what the source is, lower case.
        plural: Whether several are meant.
        pronoun: The pronoun, lower case, that must still be resolved; empty for none.
        definite: Whether the words point back ("the minister").
    """

    description: str
    named: bool
    kind: SourceKind
    name: str = ""
    role: frozenset[str] = frozenset()
    plural: bool = False
    pronoun: str = ""
    definite: bool = False


def describe_source(layers: Layers, names: NameIndex, head: int, *, depth: int = 2) -> Described:
    """Name and kind of the source whose words have this head.

    Args:
        layers: The report's layers.
        names: The names of the same report.
        head: Token index of the head noun or pronoun.
        depth: How many documents deep their issuer is looked for.
    """
    token = layers.tokens[head]
    shared = _pointing(layers, head) or _coordinated(layers, head)
    if shared is not None:
        return shared
    apposed = bearer_of(layers, names, head) or child(layers, head, "appos")
    if token.text[:1].islower() and apposed is not None and names_bearer(layers, names, head, apposed):
        return _person(layers, names, apposed, role=_role_words(layers, head))
    if is_person(layers, names, head):
        role = _role_words(layers, head) | (frozenset() if apposed is None else _role_words(layers, apposed))
        return _person(layers, names, head, role=role)
    issuer = _issuer(layers, head) if token.lemma in STATEMENTS and depth else None
    if issuer is not None:
        return describe_source(layers, names, issuer, depth=depth - 1)
    return _other(layers, names, head)


def _pointing(layers: Layers, head: int) -> Described | None:
    """A pronoun; None if the words are none."""
    token = layers.tokens[head]
    if _is_partitive_relative(layers, head):
        return _pronoun("whom")
    pronoun = token.tag in PRONOUN_TAGS or (token.pos == "PRON" and token.lemma not in SOMEBODY)
    return _pronoun(token.text.lower()) if pronoun else None


def _is_partitive_relative(layers: Layers, head: int) -> bool:
    """Whether this is "all of whom", "one of which"."""
    tokens = layers.tokens
    return any(
        tokens[c].dep == "prep" and any(tokens[i].tag in {"WP", "WDT"} for i in layers.children[c])
        for c in layers.children[head]
    )


def _pronoun(word: str) -> Described:
    if word in FIRST_PERSON:
        return Described(description=AUTHOR, named=False, kind=SourceKind.AUTHOR)
    return Described(
        description="not specified", named=False, kind=SourceKind.UNNAMED, pronoun=word,
        plural=word in {"they", "them", "their", "these", "those"},
    )  # fmt: skip


def _coordinated(layers: Layers, head: int) -> Described | None:
    """Several sources joined by "and"; None for one alone."""
    if child(layers, head, "conj") is None:
        return None
    words, definite = words_of(layers, head)
    token = layers.tokens[head]
    kind = SourceKind.BODY if token.pos == "PROPN" else kind_of_noun(token)
    named = token.pos == "PROPN" or (
        kind is SourceKind.BODY and _names_a_body(layers, head, definite=definite)
    )
    return Described(description=words, named=named, kind=kind, plural=True, definite=definite)


def _person(layers: Layers, names: NameIndex, head: int, *, role: frozenset[str]) -> Described:
    first, last = person_bounds(layers, names, head)
    title = title_start(layers, first)
    name = text_of(layers, first, last)
    return Described(
        description=text_of(layers, title, last), named=True, kind=SourceKind.PERSON, name=name,
        role=role | frozenset(layers.tokens[i].text.lower().rstrip(".") for i in range(title, first)),
    )  # fmt: skip


def _issuer(layers: Layers, head: int) -> int | None:
    """Head of whoever issued a statement; None if it is not said."""
    owner = child(layers, head, "poss")
    if owner is not None:
        return owner
    for below in layers.children[head]:
        token = layers.tokens[below]
        if token.dep in {"prep", "agent"} and token.lemma in {"by", "from"}:
            return child(layers, below, "pobj")
        if token.dep == "acl" and token.tag == "VBN" and below > head:
            agent = child(layers, below, "agent")
            if agent is not None:
                return child(layers, agent, "pobj")
    return None


def _other(layers: Layers, names: NameIndex, head: int) -> Described:
    token, name = layers.tokens[head], name_at(layers, names, head)
    words, definite = words_of(layers, head)
    plural = token.tag in PLURAL_TAGS
    role = _role_words(layers, head)
    if token.lemma in SOURCELESS and not definite:
        return Described(description=words, named=False, kind=SourceKind.NONE, plural=plural)
    titled = token.lemma in OFFICIALS or (token.lemma in DOCUMENTS and (name is None or name.kind != "ORG"))
    if token.pos == "PROPN" and token.text[:1].isupper() and not titled:
        # Not known as a person, and no title beside it: taken as a body unless the recogniser objects.
        body = name is None or name.kind in BODY_KINDS or token.lemma in BODIES
        kind = SourceKind.BODY if body else SourceKind.PERSON
        return Described(
            description=words, named=True, kind=kind, role=role, plural=plural, definite=definite
        )
    kind = kind_of_noun(token)
    named = kind is SourceKind.BODY and _names_a_body(layers, head, definite=definite)
    return Described(description=words, named=named, kind=kind, role=role, plural=plural, definite=definite)


def _names_a_body(layers: Layers, head: int, *, definite: bool) -> bool:
    """Whether words for a body say which one: the army, the interior ministry, Norda state television."""
    tokens = layers.tokens
    if any(tokens[c].pos == "PROPN" for c in layers.children[head]):
        return True
    told_apart = definite or any(_is_of_a_nation(layers, c) for c in layers.children[head])
    return told_apart and tokens[head].lemma not in ALWAYS_UNNAMED_BODIES


def _is_of_a_nation(layers: Layers, index: int) -> bool:
    """Whether this is the adjective of a people or state, with its capital: "Brellian television"."""
    token = layers.tokens[index]
    people = any(n.first <= index < n.last and n.kind in {"NORP", "GPE"} for n in layers.names)
    return token.pos == "ADJ" and token.text[:1].isupper() and people


def _role_words(layers: Layers, head: int) -> frozenset[str]:
    """The nouns and adjectives of a phrase, lower case, its head included."""
    tokens = layers.tokens
    below = [
        c for c in layers.children[head] if tokens[c].dep in {"compound", "amod", "nmod", "poss", "appos"}
    ]
    deeper = [g for c in below for g in layers.children[c] if tokens[g].dep in {"compound", "amod", "nmod"}]
    return frozenset(tokens[i].text.lower().rstrip(".") for i in [head, *below, *deeper])

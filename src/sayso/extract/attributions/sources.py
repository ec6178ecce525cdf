"""What a source is called and of which kind it is, from its own words alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.attributions.geometry import stretch_of
from sayso.extract.attributions.roles import (
    ALWAYS_UNNAMED_BODIES,
    BODIES,
    CROWD,
    DAYS,
    DOCUMENTS,
    OFFICIALS,
    PLURAL_TAGS,
    SOURCELESS,
    STATEMENTS,
    kind_of_noun,
)
from sayso.extract.attributions.syntax import child, glue, phrase
from sayso.model.claims import AUTHOR, SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.layers import Layers, NamedSpan

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
BODY_KINDS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"})
TITLE_TAGS = frozenset({"NNP", "NNPS"})
MOST_TITLE_WORDS = 5
"""Capitalised words before a name that are taken as its title at most (s)."""
AFTERTHOUGHTS = frozenset({",", ":", "(", "--", "—", "–"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})


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


class NameIndex:
    """The names of a report by token."""

    def __init__(self, layers: Layers) -> None:
        self._of: Mapping[int, NamedSpan] = {
            index: name for name in layers.names for index in range(name.first, name.last)
        }

    def at(self, index: int) -> NamedSpan | None:
        """The name that holds a token; None if none does."""
        return self._of.get(index)


def describe_source(layers: Layers, names: NameIndex, head: int, *, depth: int = 2) -> Described:
    """Name and kind of the source whose words have this head.

    Args:
        layers: The report's layers.
        names: The names of the same report.
        head: Token index of the head noun or pronoun.
        depth: How many documents deep their issuer is looked for.
    """
    token = layers.tokens[head]
    if _is_partitive_relative(layers, head):
        return _pronoun("whom")
    if token.tag in PRONOUN_TAGS or (
        token.pos == "PRON" and token.lemma not in CROWD | {"one", "someone", "somebody"}
    ):
        return _pronoun(token.text.lower())
    shared = _coordinated(layers, head)
    if shared is not None:
        return shared
    apposed = child(layers, head, "appos")
    if token.text[:1].islower() and apposed is not None and _names_bearer(layers, names, head, apposed):
        return _person(layers, names, apposed, role=_role_words(layers, head))
    if _is_person(layers, names, head):
        role = _role_words(layers, head) | (frozenset() if apposed is None else _role_words(layers, apposed))
        return _person(layers, names, head, role=role)
    issuer = _issuer(layers, head) if token.lemma in STATEMENTS and depth else None
    if issuer is not None:
        return describe_source(layers, names, issuer, depth=depth - 1)
    return _other(layers, names, head)


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
    named = token.pos == "PROPN"
    kind = kind_of_noun(token) if not named else SourceKind.BODY
    return Described(description=words, named=named, kind=kind, plural=True, definite=definite)


def _is_person(layers: Layers, names: NameIndex, head: int) -> bool:
    name = name_at(layers, names, head)
    token = layers.tokens[head]
    if name is not None and name.kind == "PERSON" and not _has_body_word(layers, name) and token.tag != "NNS":
        return True
    if token.pos not in {"PROPN", "NOUN", "ADJ"} or token.lemma in BODIES or not token.text[:1].isupper():
        return False
    if name is not None:
        return False
    return token.pos == "PROPN" and _has_title(layers, head)


def _names_bearer(layers: Layers, names: NameIndex, head: int, apposed: int) -> bool:
    """Whether an apposition is the name of the official before it: "the minister, Omar Reed"."""
    tokens = layers.tokens
    full = tokens[apposed].pos == "PROPN" and any(tokens[c].pos == "PROPN" for c in layers.children[apposed])
    parted = tokens[phrase(layers, apposed)[0] - 1].text in AFTERTHOUGHTS
    return parted and (_is_person(layers, names, apposed) or (full and tokens[head].lemma in OFFICIALS))


def name_at(layers: Layers, names: NameIndex, head: int) -> NamedSpan | None:
    """The name that holds a token, or another part of its hyphened word."""
    return next(
        (name for i in range(*glue(layers, head, head + 1)) if (name := names.at(i)) is not None), None
    )


def _has_body_word(layers: Layers, name: NamedSpan) -> bool:
    return any(layers.tokens[i].lemma in BODIES for i in range(name.first, name.last))


def _has_title(layers: Layers, head: int) -> bool:
    return any(
        layers.tokens[c].dep in {"compound", "nmod"}
        and layers.tokens[c].text.lower().rstrip(".") in OFFICIALS
        for c in layers.children[head]
    )


def _person(layers: Layers, names: NameIndex, head: int, *, role: frozenset[str]) -> Described:
    first, last = person_bounds(layers, names, head)
    title = first
    while title > 0 and first - title < MOST_TITLE_WORDS and _is_title(layers, title - 1):
        title -= 1
    name = text_of(layers, first, last)
    return Described(
        description=text_of(layers, title, last), named=True, kind=SourceKind.PERSON, name=name,
        role=role | frozenset(layers.tokens[i].text.lower().rstrip(".") for i in range(title, first)),
    )  # fmt: skip


def person_bounds(layers: Layers, names: NameIndex, head: int) -> tuple[int, int]:
    """The tokens of a person's bare name, last excluded: the recognised name, or the proper nouns at the head."""
    tokens = layers.tokens
    name = name_at(layers, names, head)
    first, last = (name.first, name.last) if name is not None else (head, head + 1)
    sentence = layers.sentences[tokens[head].sentence]
    if name is None:
        while (
            first > sentence.first and tokens[first - 1].tag in TITLE_TAGS and tokens[first - 1].head == head
        ):
            first -= 1
    while last - first > 1 and tokens[last - 1].text in {"'s", "'", ",", "."}:
        last -= 1
    while last - first > 1 and tokens[first].text.lower().rstrip(".") in OFFICIALS | {
        "the",
        "mr",
        "mrs",
        "ms",
        "dr",
    }:
        first += 1
    return glue(layers, first, last)


def _is_title(layers: Layers, index: int) -> bool:
    token = layers.tokens[index]
    following = layers.tokens[index + 1]
    return (
        token.sentence == following.sentence
        and token.text[:1].isupper()
        and token.pos in {"PROPN", "NOUN", "ADJ"}
        and token.tag not in {"POS"}
        and token.dep in {"compound", "nmod", "amod"}
    )


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
    token, name = layers.tokens[head], names.at(head)
    words, definite = words_of(layers, head)
    plural = token.tag in PLURAL_TAGS
    role = _role_words(layers, head)
    if token.lemma in SOURCELESS and not definite:
        return Described(description=words, named=False, kind=SourceKind.NONE, plural=plural)
    if token.pos == "PROPN" and token.text[:1].isupper() and token.lemma not in OFFICIALS | DOCUMENTS:
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
    proper = any(tokens[c].pos == "PROPN" for c in layers.children[head])
    return proper or (definite and tokens[head].lemma not in ALWAYS_UNNAMED_BODIES)


def _role_words(layers: Layers, head: int) -> frozenset[str]:
    """The nouns and adjectives of a phrase, lower case, its head included."""
    tokens = layers.tokens
    below = [
        c for c in layers.children[head] if tokens[c].dep in {"compound", "amod", "nmod", "poss", "appos"}
    ]
    deeper = [g for c in below for g in layers.children[c] if tokens[g].dep in {"compound", "amod", "nmod"}]
    return frozenset(tokens[i].text.lower().rstrip(".") for i in [head, *below, *deeper])


def words_of(layers: Layers, head: int) -> tuple[str, bool]:
    """The words of a noun phrase without article and afterthoughts, and whether they point back."""
    tokens = layers.tokens
    first, last = phrase(layers, head)
    below = [c for c in layers.children[head] if c > head]
    cuts = [layers.subtree(c)[0] for c in below if _is_afterthought(layers, c)]
    first, last = glue(layers, first, min([last, *(cut for cut in cuts if cut > head)]))
    definite = False
    while first < head and tokens[first].pos in {"DET", "PUNCT", "CCONJ", "ADV", "SCONJ"}:
        definite = definite or tokens[first].lemma in {"the", "this", "that", "these", "those"}
        if tokens[first].lemma in {"some", "many", "several"}:
            break
        first += 1
    owner = child(layers, head, "poss")
    return text_of(layers, first, last), definite or owner is not None


def _is_afterthought(layers: Layers, index: int) -> bool:
    """Whether a part of a noun phrase tells more about a source that is already named."""
    token = layers.tokens[index]
    start = layers.subtree(index)[0]
    if token.dep in {"relcl", "advcl"} or token.text in AFTERTHOUGHTS:
        return True
    if token.dep == "prep":
        inner = child(layers, index, "pobj", "pcomp")
        clause = inner is not None and (
            layers.tokens[inner].dep == "pcomp" or layers.tokens[inner].tag == "WP"
        )
        return clause or (inner is not None and layers.tokens[inner].lemma in {"condition", "time"} | DAYS)
    return token.dep in {"appos", "acl"} and layers.tokens[start - 1].text in AFTERTHOUGHTS


def text_of(layers: Layers, first: int, last: int) -> str:
    """The words of tokens first..last in true case on one line, without marks at the edges."""
    stretch = stretch_of(layers, first, last)
    if stretch is None:
        return " ".join(layers.shadow[layers.tokens[first].start : layers.tokens[last - 1].end].split())
    words = " ".join(layers.shadow[stretch[0] : stretch[1]].split())
    return words.removesuffix("'s").removesuffix("'").strip("\"' ") or words

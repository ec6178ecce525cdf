"""Descriptions in one report: "the premier", "the group", "his house", "militias backed by X".

Each is found with the words that tell what it can mean; ``resolve`` says what it does mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.roles import OFFICIALS
from sayso.extract.clauses import first_child, phrase
from sayso.extract.lexicon import vocabulary, weapon_nouns
from sayso.extract.mentions.kinds import kind_of_noun
from sayso.extract.mentions.phrases import Phrase
from sayso.extract.mentions.roles import PEOPLE_OF_RANK, SAME, stem
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.mentions.names import Run
    from sayso.model.layers import Layers

DWELLINGS = vocabulary("dwellings")
INSTITUTIONS = vocabulary("institutions")
ARMED = vocabulary("armed")
CROWDS = vocabulary("crowds")
TIES = vocabulary("ties")
POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our"})
OWNING = frozenset({"his", "her", "its", "their"})
OWNERS = frozenset({"GPE", "NORP", "LOC"})
VAGUE = vocabulary("vague_institutions")
"""Nouns that alone name no institution."""
MADE = vocabulary("made")
OF_WEAPONS = vocabulary("states_of_weapons")
OTHER_TIMES = vocabulary("other_bodies")
WHICH = vocabulary("which_body")
FOR = frozenset({"for", "to", "with", "by", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A noun phrase that is no name.

    Attributes:
        phrase: Its tokens; the name is what tells it from others of its kind.
        sort: ``person``, ``body``, ``institution``, ``class`` or ``dwelling``.
        definite: Whether it points to something known.
        plural: Whether several are meant.
    """

    phrase: Phrase
    sort: str
    definite: bool
    plural: bool


def find_descriptions(
    layers: Layers, runs: Sequence[Run], *, bodies: frozenset[int] = frozenset()
) -> Iterator[Description]:
    """All descriptions that can be followed, in text order.

    Args:
        layers: The report's layers.
        runs: Its names.
        bodies: The last tokens of those that name bodies; "X militias" says no more than X.
    """
    named = {index for first, last in runs for index in range(first, last)}
    for index, token in enumerate(layers.tokens):
        if token.pos not in {"NOUN", "PROPN"} or layers.sentences[token.sentence].furniture:
            continue
        if index in named or (token.dep in {"compound", "nmod", "amod"} and not speaks_for(layers, index)):
            continue
        if layers.report.is_furniture(token.start, token.end):
            continue
        found = None if token.tag == "NNS" and index - 1 in bodies else describe(layers, index)
        if found is not None:
            yield found


def speaks_for(layers: Layers, index: int) -> bool:
    """Whether a noun says for which body somebody acts: "interior ministry spokesman", "police chief"."""
    token = layers.tokens[index]
    return token.lemma.lower() in INSTITUTIONS and layers.tokens[token.head].lemma.lower() in OFFICIALS


def describe(layers: Layers, index: int) -> Description | None:
    """The description with this head; None for nouns that are not followed."""
    token = layers.tokens[index]
    lemma = token.lemma.lower()
    plural = token.tag in {"NNS", "NNPS"}
    if lemma in CROWDS or (plural and (is_armed(layers, index) or is_party(layers, index))):
        return of_class(layers, index)
    if lemma in weapon_nouns():
        return of_weapon(layers, index)
    if lemma in INSTITUTIONS and (not plural or token.text.lower() == "forces"):
        found = of_institution(layers, index)
        return found if found is not None or lemma not in VAGUE else of_one(layers, index)
    return None if plural else of_one(layers, index)


def of_one(layers: Layers, index: int) -> Description | None:
    """A single person, home or body; None for nouns that name none of these."""
    lemma = layers.tokens[index].lemma.lower()
    if lemma in PEOPLE_OF_RANK | set(SAME):
        return make(layers, index, sort="person", kind=Kind.PERSON, name="")
    if lemma in DWELLINGS:
        return of_dwelling(layers, index)
    kind = kind_of_noun(lemma)
    return None if kind is None else make(layers, index, sort="body", kind=kind, name="")


def make(layers: Layers, index: int, *, sort: str, kind: Kind, name: str) -> Description:
    """A description with this head and the words before it."""
    first, last = phrase(layers, index)
    tokens = layers.tokens
    words = {tokens[i].text.lower() for i in range(first, index)}
    owned = any(tokens[c].dep == "poss" for c in layers.children[index])
    return Description(
        phrase=Phrase(first=first, last=last, head=index, name=name, kind=kind, form="nominal"),
        sort=sort,
        definite=bool(words & POINTING) or owned,
        plural=tokens[index].tag in {"NNS", "NNPS"},
    )


def of_dwelling(layers: Layers, index: int) -> Description:
    """A home, with "of X" behind it."""
    found = make(layers, index, sort="dwelling", kind=Kind.FACILITY, name="residence")
    of = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of" and c == index + 1), None)
    far = first_child(layers, of, "pobj") if of is not None else None
    if far is None:
        return found
    return replace(found, phrase=replace(found.phrase, last=far + 1), definite=True)


def is_armed(layers: Layers, index: int) -> bool:
    """Whether a plural noun means armed groups: "militias", "armed groups", "groups backed by X"."""
    lemma = layers.tokens[index].lemma.lower()
    if lemma == "proxy":
        return True
    kind = kind_of_noun(lemma)
    if kind is Kind.ARMED_GROUP and lemma not in {"gunman", "fighter", "militiaman", "militant"}:
        return True
    if lemma not in {"group", "organization", "organisation", "faction"}:
        return False
    inside = {layers.tokens[i].lemma.lower() for i in layers.subtree(index) if i <= index + 3}
    return (
        bool(inside & (ARMED | {"militia"}))
        or bool(sponsors(layers, index))
        or "the" in inside
        or "these" in inside
    )


def is_party(layers: Layers, index: int) -> bool:
    """Whether a plural noun means political parties."""
    token = layers.tokens[index]
    inside = {layers.tokens[c].lemma.lower() for c in layers.children[index]}
    return token.lemma.lower() == "party" and bool(inside & {"political", "opposition", "ruling"})


def of_class(layers: Layers, index: int) -> Description:
    """People or bodies spoken of by what they have in common, told apart by who stands behind them."""
    lemma = layers.tokens[index].lemma.lower()
    what = "protesters" if lemma in CROWDS else "parties" if lemma == "party" else "armed groups"
    behind = sponsors(layers, index)
    found = make(layers, index, sort="class", kind=Kind.CLASS, name=f"{what} | {' '.join(behind)}".strip())
    last = max([found.phrase.last, *(i + 1 for i in tail(layers, index))])
    longer = Phrase(
        first=found.phrase.first,
        last=last,
        head=index,
        name=found.phrase.name,
        kind=Kind.CLASS,
        form="nominal",
    )
    return Description(phrase=longer, sort="class", definite=found.definite, plural=True)


def sponsors(layers: Layers, index: int) -> list[str]:
    """Stems of the names that a class is tied to: "X-backed", "pro-X", "linked to X", "close to X"."""
    tokens = layers.tokens
    named = {i for n in layers.names if n.kind in OWNERS | {"ORG", "PERSON"} for i in range(n.first, n.last)}
    before = range(phrase(layers, index)[0], index)
    tied = [i for i in before if i in named and is_tied(layers, i, index)]
    tied += [i for i in tail(layers, index) if i in named]
    return sorted(
        {stem(tokens[i].text.lower()) for i in tied if tokens[i].text.isalnum() and tokens[i].pos != "DET"}
    )


def is_tied(layers: Layers, index: int, head: int) -> bool:
    """Whether a name before a noun says who stands behind what the noun means."""
    tokens = layers.tokens
    if tokens[head].lemma.lower() == "proxy":
        return True
    if (
        index
        and tokens[index - 1].text.lower() in {"pro", "pro-", "-"}
        and "pro" in tokens[max(0, index - 2)].text.lower() + tokens[index - 1].text.lower()
    ):
        return True
    return any(tokens[i].lemma.lower() in TIES for i in range(index + 1, min(index + 4, head)))


def tail(layers: Layers, index: int) -> list[int]:
    """The tokens behind a noun that say to whom it is tied: "linked to X", "close to X"."""
    for child in layers.children[index]:
        token = layers.tokens[child]
        if child > index and (token.lemma.lower() in TIES or token.lemma == "close"):
            link = first_child(layers, child, "prep", "agent")
            far = first_child(layers, link, "pobj") if link is not None else None
            if link is not None and far is not None and layers.tokens[link].lemma in FOR:
                return [*range(index + 1, far + 1), *tail(layers, far)]
    return []


def of_weapon(layers: Layers, index: int) -> Description | None:
    """A weapon that the words tell from others: "explosive-laden drones", "107mm rockets"."""
    tokens = layers.tokens
    inside = [
        i for i in range(phrase(layers, index)[0], index) if tokens[i].pos not in {"DET", "NUM", "PUNCT"}
    ]
    marks = sorted({mark for i in inside if (mark := mark_of(layers, i)) is not None})
    if not marks:
        return None
    name = f"{' '.join(marks)} {tokens[index].lemma.lower()}"
    first = min(inside)
    inner = Phrase(first=first, last=index + 1, head=index, name=name, kind=Kind.WEAPON, form="nominal")
    return Description(phrase=inner, sort="weapon", definite=False, plural=tokens[index].tag == "NNS")


def mark_of(layers: Layers, index: int) -> str | None:
    """What a word before a weapon's noun says of its make, load or calibre; None if nothing."""
    tokens, token = layers.tokens, layers.tokens[index]
    word = token.lemma.lower()
    behind = (
        tokens[index + 2].lemma.lower() if tokens[index + 1].text == "-" else tokens[index + 1].lemma.lower()
    )
    if behind in MADE and word not in MADE:
        return re.sub(r"s$", "", word)
    return word if word in OF_WEAPONS or re.search(r"\d\s?mm$|^\d+mm", token.text) else None


def of_institution(layers: Layers, index: int) -> Description | None:
    """A body of a state named by what it is; the name says which, as far as the words do.

    "A new government" and "the previous parliament" are not the body of today, and are not followed.
    """
    tokens = layers.tokens
    first, _ = phrase(layers, index)
    lemma = tokens[index].lemma.lower()
    before = [tokens[i] for i in range(first, index)]
    if any(t.lemma.lower() in OTHER_TIMES for t in before):
        return None
    inside = [i for i in range(first, index) if tells_which(layers, i)]
    if lemma == "office" and not any(
        tokens[c].dep == "poss" and tokens[c].tag != "PRP$" for c in layers.children[index]
    ):
        return None
    if lemma in VAGUE and not inside:
        return None
    if any(t.lemma.lower() in {"a", "an", "some", "any", "no", "every", "each"} for t in before) and not any(
        tokens[i].pos == "PROPN" or i in owners_in(layers) for i in inside
    ):
        return None
    found = make(layers, index, sort="institution", kind=kind_of_noun(lemma) or Kind.GOVERNMENT, name="")
    begin = inside[0] if inside else index
    name = " ".join([*(tokens[i].text for i in inside), tokens[index].text])
    inner = Phrase(first=begin, last=index + 1, head=index, name=name, kind=found.phrase.kind, form="nominal")
    return Description(phrase=inner, sort="institution", definite=found.definite, plural=False)


def owners_in(layers: Layers) -> frozenset[int]:
    """Tokens of the names of countries, peoples and places."""
    return frozenset(i for n in layers.names if n.kind in OWNERS for i in range(n.first, n.last))


def tells_which(layers: Layers, index: int) -> bool:
    """Whether a word before an institution's noun says which one it is, and not what it is like."""
    token = layers.tokens[index]
    if token.pos in {"DET", "PRON", "PUNCT", "PART", "CCONJ", "NUM", "ADV"}:
        return False
    return token.pos in {"NOUN", "PROPN"} or token.text[:1].isupper() or token.lemma.lower() in WHICH

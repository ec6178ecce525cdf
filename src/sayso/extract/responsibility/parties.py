"""Who a phrase names as a party to the incident, and whether a speaker counts as an authority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, phrase
from sayso.extract.groups import singular
from sayso.extract.lexicon import people_groups, site_nouns, vocabulary, weapon_nouns
from sayso.extract.responsibility.rows import DOUBTED

if TYPE_CHECKING:
    from sayso.extract.scene import Scene
    from sayso.model.layers import Layers

PARTY_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
GROUP_NOUNS = vocabulary("group_nouns")
MACHINES = vocabulary("machines")
GENERAL = vocabulary("loose_bodies")
"""Nouns for bodies that say nothing of whose they are."""
GROUPS = vocabulary("groups")
ARMED = vocabulary("armed_adjectives")
BARE = vocabulary("bare_parties")
CALLING = frozenset({"call", "know", "name", "style", "dub"})
LINKING = frozenset({"link", "back", "ally", "affiliate", "align", "support"})
SPOKESMAN = re.compile(r"spokes(?:man|woman|person)")
NO_PARTIES = vocabulary("no_parties")
SUSPECTS = vocabulary("suspects")
STANDING = vocabulary("standing_bodies")
"""Bodies that a country has one of, so that the bare word names them where it is blamed."""
SOME = frozenset({"several", "many", "some", "various", "most", "perhaps", "maybe", "numerous"})
"""What may stand before a party and is no part of its name."""
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?")
REACH = 5
"""How many sentences back "the group" may point (s)."""
NOBODY = re.compile(r"\b(?:no|nobody|none|not a single|not one|neither)\b", re.IGNORECASE)
AUTHORITY = re.compile(
    r"\b(?:police|sheriff|prosecutors?|attorney|minist(?:er|ry)|government|officials?|authorit(?:y|ies)|army|military|president"
    r"|governor|mayor|fbi|interior|security|chief|commissioner|judge|court|investigators?|spokes(?:man|woman|person)|general"
    r"|colonel|captain|lieutenant|sergeant|detective|officers?|forces|department|bureau|director|troops|state|prime)\b",
    re.IGNORECASE,
)


def is_authority(speaker: str) -> bool:
    """Whether a speaker's description is that of police, military, court or government (STANDARDS 3)."""
    return AUTHORITY.search(speaker) is not None


def is_of_party(speaker: str, party: str) -> bool:
    """Whether a speaker is the party itself, by the words alone."""
    said, named = (set(re.findall(r"\w+", words.lower())) for words in (speaker, party))
    return bool(named) and named == said


def is_of_here(scene: Scene, speaker: str) -> bool:
    """Whether a speaker is the country or town that the report is about, which speaks through its rulers."""
    words = re.findall(r"\w+", speaker.lower())
    here = bool(words) and all(word in scene.events.places for word in words)
    lands = (n for n in scene.layers.names if n.kind in {"GPE", "LOC"})
    text = scene.layers.report.text
    return here and any(text[n.start : n.end].lower() == speaker.lower() for n in lands)


def party_at(scene: Scene, index: int, *, loose: bool = False) -> tuple[str, int, int] | None:
    """The party that a noun phrase names, with the offsets of its words; None if it names none.

    A class ("militias backed by X") stays a class: its words are kept as printed. A pronoun
    is never resolved here, since a wrong antecedent would accuse the wrong person.

    Args:
        scene: The report.
        index: Head of the phrase.
        loose: Whether any proper noun will do, since the verb shows that it names a party.
    """
    found = _party(scene, index, loose=loose)
    if found is None:
        return None
    words, start, end = found
    return scene.acronyms.get(words) or _in_full(scene, words), start, end


def _in_full(scene: Scene, words: str) -> str:
    """A one-word name of a body ("the Union") as the report gives it in full ("Carters' Union")."""
    if " " in words or not words[:1].isupper() or not words.isalpha():
        return words
    fuller = re.search(rf"\b(?!The\b)((?:[A-Z][\w'’-]+\s+){{1,4}}{words})\b", scene.layers.report.text)
    return " ".join(fuller[1].split()) if fuller and words.lower() in GROUP_NOUNS else words


def _party(scene: Scene, index: int, *, loose: bool) -> tuple[str, int, int] | None:
    layers, token = scene.layers, scene.layers.tokens[index]
    if token.pos == "PRON" or token.lemma in NO_PARTIES | SUSPECTS:
        return None
    if token.lemma in MACHINES | weapon_nouns():
        owner = _owner(scene, index)
        return _worded(scene, owner) if owner is not None else None
    if (body := _spoken_for(scene, index)) is not None:
        return body
    if (name := scene.people.name_at(index)) is not None:
        first, last = phrase(layers, index)
        return name, layers.tokens[first].start, layers.tokens[last - 1].end
    return _group_at(scene, index, loose=loose)


def _group_at(scene: Scene, index: int, *, loose: bool) -> tuple[str, int, int] | None:
    """A body, or a class of people, as printed; None for any other noun."""
    layers, token = scene.layers, scene.layers.tokens[index]
    named = _is_named(scene, index) or (loose and token.pos == "PROPN" and _may_be_body(layers, index))
    member = singular(token.lemma) in people_groups() and _of_name(scene, index) is not None
    if not named and not member and not _is_group(layers, index):
        return None
    called = None if named else _called(scene, index)
    if called is not None:
        return party_at(scene, called, loose=True)
    words, start, end = _worded(scene, index)
    body = scene.people.body_at(index)
    if body is not None and start > body.span.start:
        words, start = layers.report.text[body.span.start : end], body.span.start
    meant = None if named else _meant_by(scene, index)
    if meant is not None:
        words = meant
    elif not named and not member and words.lower() in BARE and not (loose and _is_one(layers, index, words)):
        return None
    return words, start, end


def _is_group(layers: Layers, index: int) -> bool:
    lemma = layers.tokens[index].lemma
    return lemma in GROUP_NOUNS or lemma.removesuffix("s") in GROUP_NOUNS


def _is_one(layers: Layers, index: int, words: str) -> bool:
    """Whether a bare noun ("the army", "four officers") tells who is meant: the only one, or so many."""
    counted = any(layers.tokens[c].dep == "nummod" for c in layers.children[index])
    return counted or words.lower() in STANDING


def _called(scene: Scene, index: int) -> int | None:
    """The name that a noun for a body is given beside it: "a group calling itself X", "the unit, X".

    None if it is given none.
    """
    layers = scene.layers
    beside = first_child(layers, index, "appos")
    place = beside is not None and any(
        n.first <= beside < n.last and n.kind in {"GPE", "LOC", "FAC"} for n in layers.names
    )
    named = beside is not None and (_is_named(scene, beside) or _is_printed_as_name(layers, beside))
    if named and not place:
        return beside
    said = next((c for c in layers.children[index] if layers.tokens[c].lemma in CALLING and c > index), None)
    if said is None:
        return None
    link = next((c for c in layers.children[said] if layers.tokens[c].lemma == "as"), None)
    name = first_child(layers, link, "pobj") if link is not None else None
    for relation in ("oprd", "dobj"):
        name = name if name is not None else first_child(layers, said, relation)
    known = name is not None and (_is_named(scene, name) or _is_printed_as_name(layers, name))
    return name if known else None


def _is_printed_as_name(layers: Layers, index: int) -> bool:
    """Whether a noun is a proper one, or the last word of a name in quotation marks."""
    first, last = phrase(layers, index)
    quoted = any(q.start <= layers.tokens[last - 1].start < q.end for q in layers.quotes)
    raised = [i for i in range(first, last) if layers.tokens[i].text[:1].isupper()]
    return layers.tokens[index].pos == "PROPN" or (quoted and bool(raised))


def _may_be_body(layers: Layers, index: int) -> bool:
    """Whether a proper noun that the name recogniser missed can be a body's name."""
    counted = any(layers.tokens[c].dep == "nummod" for c in layers.children[index])
    return not counted and layers.tokens[index].lemma not in site_nouns()


def _is_named(scene: Scene, index: int) -> bool:
    """Whether a token is part of a name that can be a party's, by the recogniser or by our own reading."""
    named = any(n.first <= index < n.last and n.kind in PARTY_NAMES for n in scene.layers.names)
    return named or scene.people.body_at(index) is not None


def _is_date(layers: Layers, index: int) -> bool:
    return any(n.first <= index < n.last and n.kind in {"DATE", "TIME"} for n in layers.names)


def _owner(scene: Scene, index: int) -> int | None:
    """Whose planes or rockets: the name before the noun or behind "from"; None if none is given."""
    layers = scene.layers
    for child in layers.children[index]:
        if layers.tokens[child].dep in {"poss", "compound", "nmod", "amod"} and _is_named(scene, child):
            return child
        if layers.tokens[child].lemma == "from":
            far = first_child(layers, child, "pobj")
            return far if far is not None and _is_named(scene, far) else None
    return None


def _of_name(scene: Scene, index: int) -> int | None:
    """The name behind "of": "a member of X", "the state of X"; None without one."""
    layers = scene.layers
    link = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of" and c > index), None)
    whose = first_child(layers, link, "pobj") if link is not None else None
    if whose is None:
        return None
    inside = [i for i in (whose, *layers.children[whose]) if _is_named(scene, i)]
    return whose if inside or layers.tokens[whose].lemma in GROUP_NOUNS - GENERAL else None


def _worded(scene: Scene, index: int) -> tuple[str, int, int]:
    """The words of a party: its phrase, with "of X" or "linked to X" behind it, without article."""
    layers = scene.layers
    first, last = phrase(layers, index)
    while first < last - 1 and (
        layers.tokens[first].pos in {"DET", "PRON", "PUNCT", "NUM"}
        or _is_date(layers, first)
        or MONTH.fullmatch(layers.tokens[first].text)
        or layers.tokens[first].lemma in DOUBTED
        or layers.tokens[first].text.lower() in DOUBTED | SOME
    ):
        first += 1
    span = next((n for n in layers.names if n.first <= index < n.last and n.kind in PARTY_NAMES), None)
    last = max(last, span.last) if span is not None else last
    whose = None if span is not None else _of_name(scene, index)
    linked = first_child(layers, index, "acl")
    if linked is not None and layers.tokens[linked].lemma in LINKING:
        by = first_child(layers, linked, "prep", "agent")
        whose = first_child(layers, by, "pobj") if by is not None else None
    if whose is not None:
        ends = [n.last for n in layers.names if n.first <= whose < n.last]
        last = max(last, whose + 1, *ends)
    start, end = layers.tokens[first].start, layers.tokens[last - 1].end
    return layers.report.text[start:end], start, end


def _spoken_for(scene: Scene, index: int) -> tuple[str, int, int] | None:
    """The body that a spokesman speaks for, from the words before his title; None for anyone else."""
    layers = scene.layers
    sentence = layers.sentences[layers.tokens[index].sentence]
    title = next(
        (
            i
            for i in range(index, max(sentence.first, index - 4) - 1, -1)
            if SPOKESMAN.fullmatch(layers.tokens[i].lemma)
        ),
        None,
    )
    if title is None:
        return None
    first, _ = phrase(layers, title)
    while first < title and layers.tokens[first].pos in {"DET", "PRON", "PUNCT"}:
        first += 1
    last = title - 1 if layers.tokens[title - 1].text in {"'s", "'"} else title
    if first >= last:
        return None
    start, end = layers.tokens[first].start, layers.tokens[last - 1].end
    return layers.report.text[start:end], start, end


def _meant_by(scene: Scene, index: int) -> str | None:
    """The words of the body, or the fuller phrase, that a bare "the group" or "the groups" points back to."""
    layers, token = scene.layers, scene.layers.tokens[index]
    inside = {layers.tokens[c].lemma for c in layers.children[index] if c < index}
    if token.lemma not in GROUPS or "the" not in inside or inside - ARMED - {"the"}:
        return None
    if token.tag != "NNS":
        return scene.people.body_meant(index)
    reach = layers.sentences[max(0, token.sentence - REACH)].first
    for here in range(index - 1, reach - 1, -1):
        other = layers.tokens[here]
        modified = any(layers.tokens[c].dep in {"amod", "compound"} for c in layers.children[here])
        if other.tag == "NNS" and other.lemma in GROUPS and modified:
            return _worded(scene, here)[0]
    return None


def names_nobody(scene: Scene, index: int) -> bool:
    """Whether a subject says "no group", "nobody", "not a single organisation"."""
    layers = scene.layers
    inside = layers.subtree(index)
    return (
        NOBODY.search(layers.shadow, layers.tokens[inside[0]].start, layers.tokens[inside[-1]].end)
        is not None
    )

"""Words of harm: which slot they fill, whether they are put as done, and whom they befell.

Wishes, attempts, threats and possibilities are no harm done (STANDARDS 2: only what is put as
past supports "it happened").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, with_conjuncts
from sayso.extract.event_words import harm_slots
from sayso.extract.lexicon import vocabulary

if TYPE_CHECKING:
    from sayso.model.layers import Layers

UNREAL_VERBS = vocabulary("unreal_verbs")
UNREAL_MODALS = vocabulary("unreal_modals")
UNREAL_NOUNS = vocabulary("unreal_nouns")
DYING = vocabulary("dying")
POSSIBILITIES = frozenset(
    {"possibility", "speculation", "theory", "suspicion", "hypothesis", "likelihood", "chance"}
)
LIFE_VERBS = frozenset({"lose", "claim", "cost", "take"})
DOWNING = frozenset({"gun", "mow"})
"""Verbs that kill together with "down"."""
SHOOTING = frozenset({"shoot", "stab"})
RELATIVE = frozenset({"who", "that", "which"})
SUFFERERS = ("nsubj", "nsubjpass", "dobj")
CHARGES = vocabulary("charges")
CHARGING = vocabulary("charging")
CRIMES = frozenset({"murder", "killing", "death", "homicide"})
FAR = 4
"""Steps up the tree from a participle to the noun it belongs to (s)."""
PAPERS = frozenset(
    {"warrant", "order", "record", "report", "affidavit", "team", "attempt", "log", "operation"}
)
"""With "arrest" before them they tell of no arrest."""
RESCUING = frozenset({"save", "rescue"})
MANAGING = frozenset({"manage", "able", "help", "use"})
LEAVING = frozenset({"leave", "pronounce", "declare", "find", "presume"})
"""Verbs whose object is the one who is dead or hurt."""
CHAIN = 3
"""Steps up the tree over which a charge is looked for (s)."""
PLANNED_LINKS = frozenset({"xcomp", "pcomp", "advcl", "acl", "relcl", "prep"})


def slot_of(layers: Layers, index: int) -> str | None:
    """The slot that a word of harm fills; None for any other word."""
    if layers.tokens[index].lemma in LIFE_VERBS and layers.tokens[index].pos == "VERB":
        lost = first_child(layers, index, "dobj")
        return "killed" if lost is not None and layers.tokens[lost].lemma == "life" else None
    if layers.tokens[index].lemma == "hold" and layers.tokens[index].tag == "VBN":
        return "arrested" if _is_custody(layers, index) else None
    if layers.tokens[index].lemma in SHOOTING and layers.tokens[index].pos == "VERB":
        how = {layers.tokens[c].lemma for c in layers.children[index]}
        return "killed" if how & {"fatally", "dead"} else None
    if layers.tokens[index].lemma in DOWNING and first_child(layers, index, "prt") is not None:
        return "killed"
    slots = harm_slots(layers, index)
    if (
        not slots
        or _is_part_of_name(layers, index)
        or _is_charge(layers, index)
        or _is_only_meant(layers, index)
    ):
        return None
    return slots[0]


def _is_only_meant(layers: Layers, index: int) -> bool:
    """Whether it is only ordered or meant: "an arrest warrant", "fired to save him", "meant no harm"."""
    token, head = layers.tokens[index], layers.tokens[layers.tokens[index].head]
    if token.lemma == "arrest":
        return token.dep in {"compound", "amod"} and head.lemma in PAPERS
    to = token.tag == "VB" and any(layers.tokens[c].lemma == "to" for c in layers.children[index])
    if token.lemma == "harm" and token.pos == "NOUN":
        return head.lemma in {"mean", "intend", "wish"}
    return to and token.lemma in RESCUING and head.lemma not in MANAGING


def _is_charge(layers: Layers, index: int) -> bool:
    """Whether a noun is what somebody is charged with ("on murder charges", "charged with murder")."""
    token = layers.tokens[index]
    if token.lemma not in CRIMES or token.pos not in {"NOUN", "PROPN"}:
        return False
    here = index
    for _ in range(CHAIN):
        head = layers.tokens[layers.tokens[here].head]
        if head.lemma in CHARGES or head.lemma in CHARGING:
            return True
        if layers.tokens[here].dep not in {"compound", "pobj", "prep", "conj", "amod", "nmod"}:
            return False
        here = layers.tokens[here].head
    return False


def _is_custody(layers: Layers, index: int) -> bool:
    """Whether somebody is held by the police, in custody or for questioning."""
    passive = any(layers.tokens[c].dep == "auxpass" for c in layers.children[index])
    near = {layers.tokens[i].lemma for i in layers.subtree(index)}
    return passive and bool(near & {"police", "custody", "questioning", "jail", "suspicion"})


def _is_part_of_name(layers: Layers, index: int) -> bool:
    """Whether a word stands inside a name ("Missing Persons Bureau")."""
    return layers.tokens[index].pos == "PROPN" and any(
        name.first <= index < name.last and name.last - name.first > 1 for name in layers.names
    )


def is_real(layers: Layers, index: int) -> bool:
    """Whether a predicate is put as done: no attempt, wish, threat, possibility or condition."""
    pos = layers.tokens[index].pos
    if (pos == "VERB" and _has(layers, index, "aux", UNREAL_MODALS)) or (
        pos == "NOUN" and _is_only_imagined(layers, index)
    ):
        return False
    here = index
    for _ in range(3):
        token, head = layers.tokens[here], layers.tokens[layers.tokens[here].head]
        if token.dep in PLANNED_LINKS and head.lemma in UNREAL_VERBS:
            return False
        if token.dep == "acl" and token.tag == "VB" and head.lemma in UNREAL_NOUNS:
            return False
        if _has(layers, here, "mark", frozenset({"if", "unless"})):
            return False
        if token.head == here or token.dep not in {"xcomp", "conj", "pcomp", "prep"}:
            return True
        here = token.head
    return True


def is_possible(layers: Layers, index: int) -> bool:
    """Whether a predicate is put as what may have been done: "may have bombed", "the possibility that"."""
    token = layers.tokens[index]
    auxiliaries = {layers.tokens[c].lemma for c in layers.children[index] if layers.tokens[c].dep == "aux"}
    if auxiliaries & {"may", "might", "could"} and "have" in auxiliaries:
        return True
    return token.dep in {"acl", "ccomp"} and layers.tokens[token.head].lemma in POSSIBILITIES


def _is_only_imagined(layers: Layers, index: int) -> bool:
    """Whether a noun of harm is what a verb of possibility is about: "could gain from the death of X".

    As its subject it is a fact: "the death of X could lead to ...".
    """
    here = index
    while layers.tokens[here].dep in {"pobj", "dobj", "prep", "pcomp"}:
        here = layers.tokens[here].head
        if layers.tokens[here].pos == "VERB":
            return _has(layers, here, "aux", UNREAL_MODALS)
    return False


def _has(layers: Layers, index: int, dep: str, lemmas: frozenset[str]) -> bool:
    return any(
        layers.tokens[c].dep == dep and layers.tokens[c].lemma in lemmas for c in layers.children[index]
    )


def victims_of(layers: Layers, index: int) -> tuple[int, ...]:
    """The nouns for those harmed: objects of active verbs, subjects of passive and dying ones."""
    token = layers.tokens[index]
    among = layers.tokens[token.head].head
    if (
        token.dep == "acl"
        and layers.tokens[token.head].lemma == "those"
        and layers.tokens[among].lemma == "among"
    ):
        found = first_child(layers, layers.tokens[among].head, "nsubj", "nsubjpass")
    elif token.pos == "VERB":
        found = _of_verb(layers, index)
    elif token.lemma in {"death", "killing", "arrest"}:
        link = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of"), None)
        found = first_child(layers, link, "pobj") if link is not None else first_child(layers, index, "poss")
    elif token.dep == "dobj":
        found = _sufferer(layers, index)
    elif token.dep in {"acomp", "attr", "oprd", "ROOT"}:
        left = layers.tokens[token.head].lemma in LEAVING
        found = first_child(layers, token.head, *(("nsubjpass", "dobj") if left else SUFFERERS))
    else:
        found = None
    if found is None or found == index:
        return ()
    saved = layers.tokens[found].lemma == "life" and token.lemma not in LIFE_VERBS
    return () if saved else with_conjuncts(layers, found)


def _of_verb(layers: Layers, index: int) -> int | None:
    token = layers.tokens[index]
    passive, subject = first_child(layers, index, "nsubjpass"), first_child(layers, index, "nsubj")
    relative = token.dep in {"relcl", "acl"}
    if passive is not None:
        return token.head if relative and layers.tokens[passive].lemma in RELATIVE else passive
    if token.lemma in LIFE_VERBS and (lost := _whose_life(layers, index)) is not None:
        return lost
    if token.dep == "conj" and token.tag == "VBN" and subject is None:
        shared = first_child(layers, token.head, "nsubjpass")
        if shared is not None and first_child(layers, index, "dobj") is None:
            return shared
    found = subject if token.lemma in DYING or token.lemma == "lose" else first_child(layers, index, "dobj")
    if found is not None and not (relative and layers.tokens[found].lemma in RELATIVE):
        return found
    bare = subject is None or (token.lemma in DYING and layers.tokens[subject].lemma in RELATIVE)
    if relative and bare and token.tag in {"VBN", "VBD"}:
        return token.head
    return _far_head(layers, index) if token.tag == "VBN" and subject is None else None


def _far_head(layers: Layers, index: int) -> int | None:
    """The counted noun of a participle behind a comma: "50 people, hit by glass, injured in ..."."""
    if layers.tokens[index - 1].text != "," or layers.tokens[index].dep not in {"advcl", "conj", "acl"}:
        return None
    here = index
    for _ in range(FAR):
        token = layers.tokens[here]
        noun = layers.tokens[token.head]
        counted = any(layers.tokens[c].dep == "nummod" for c in layers.children[token.head])
        if token.dep == "acl" and noun.tag == "NNS" and counted:
            return token.head
        here = token.head
    return None


def _whose_life(layers: Layers, index: int) -> int | None:
    """Whose life is taken: "took the life of X", "claimed X's life"; None if nobody is named."""
    life = first_child(layers, index, "dobj")
    if life is None or layers.tokens[life].lemma != "life":
        return None
    of = next((c for c in layers.children[life] if layers.tokens[c].lemma == "of"), None)
    return first_child(layers, of, "pobj") if of is not None else first_child(layers, life, "poss")


def _sufferer(layers: Layers, index: int) -> int | None:
    """Who "suffered injuries"; None for any other verb."""
    verb = layers.tokens[index].head
    if layers.tokens[verb].lemma not in {"suffer", "sustain", "receive"}:
        return None
    subject = first_child(layers, verb, "nsubj")
    if subject is None and layers.tokens[verb].dep in {"acl", "relcl", "pcomp"}:
        return layers.tokens[verb].head
    return subject

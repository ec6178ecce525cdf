"""Predicates that hold somebody responsible, and who and what stands where beside them (STANDARDS 3).

``words/blame.tsv`` lists them: "accuse" has the party as its object and the deed behind "of",
"attribute" the party behind "to" and the deed as its object.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child
from sayso.extract.event_words import families_of
from sayso.extract.lexicon import read_words, vocabulary
from sayso.extract.responsibility.rows import agent_of, subject_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.extract.scene import Scene

LIGHT = vocabulary("light")
OTHER_DEEDS = vocabulary("other_deeds")
POINTING = vocabulary("pointing_deeds")
"""Words that stand for the deed without telling what it was ("it", "the crime", "involvement")."""
BLAMELESS = frozenset({"arrest", "election", "protest", "quake"})
"""Families of events that are no deed for which somebody is blamed."""
RELATIONS = {
    "obj": ("dobj", "nsubjpass"),
    "subj": ("nsubj", "nsubjpass"),
    "oprd": ("oprd", "acomp", "xcomp", "ccomp"),
    "xcomp": ("xcomp", "ccomp"),
}
"""Labels of the parser for what may be needed beside a predicate."""
RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A predicate, and where it has whom it holds responsible and for what.

    Attributes:
        party, deed: ``obj``, ``subj`` or prepositions; an empty deed needs none.
        needed: Relation and words of which one must stand in it; None for no such need.
        says: ``accused``, ``charged``, ``admitted``, ``done`` or ``mentioned``; with ``-for`` only if
            the deed is named, with ``-to`` only if what is asked for is the end of the deed.
    """

    party: tuple[str, ...]
    deed: tuple[str, ...]
    needed: tuple[str, frozenset[str]] | None
    says: str


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """The frames of every predicate, by lemma."""
    return {verb: tuple(map(_frame, rows)) for verb, rows in read_words("blame").items()}


def _frame(row: str) -> Frame:
    party, deed, needed, says = row.split("\t")
    relation, _, words = needed.partition("=")
    return Frame(
        party=tuple(party.split(",")),
        deed=() if deed == "-" else tuple(deed.split(",")),
        needed=None if needed == "-" else (relation, frozenset(words.split(","))),
        says=says,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A frame found in a report: tokens of party, deed and accuser.

    Attributes:
        party: Head of the phrase for whom is held responsible.
        deed: Head of what stands for the deed; None if nothing does.
        accuser: Head of the phrase for who does so; None if nobody is said to.
        says: As in ``Frame``, without what was asked of the deed.
    """

    party: int
    deed: int | None
    accuser: int | None
    says: str


def find_charges(scene: Scene, verb: int) -> tuple[Charge, ...]:
    """All frames that a verb fills."""
    if scene.layers.tokens[verb].pos != "VERB":
        return ()
    known = frames().get(scene.layers.tokens[verb].lemma, ())
    found = [(frame, charge) for frame in known if (charge := _filled(scene, verb, frame)) is not None]
    behind = [charge for frame, charge in found if frame.party[0] not in {"obj", "subj"}]
    return tuple(behind or [charge for _, charge in found])  # in "blamed it on P" the object is no party


def _filled(scene: Scene, verb: int, frame: Frame) -> Charge | None:
    layers = scene.layers
    says, _, how = frame.says.partition("-")
    ending = _needed(scene, verb, frame)
    party = _at(scene, verb, frame.party)
    if ending is None or party is None or _is_deed(scene, party) or _is_only_to_come(scene, verb, party):
        return None
    deed = _at(scene, verb, frame.deed) if frame.deed else None
    if how == "to":
        deed = first_child(layers, ending, "dobj")
    named = deed is not None and (_is_deed(scene, deed) if how else _names_deed(scene, deed))
    if (how and not named) or (says != "accused" and not named):
        return None
    by_subject = frame.party != ("subj",) and not _is_passive(scene, verb)
    accuser = subject_of(scene, verb) if by_subject else agent_of(scene, verb)
    if says == "accused" and frame.needed is not None and frame.needed[0] == "subj":
        accuser = None  # fingers point, nobody is said to point them
    return Charge(party=party, deed=deed, accuser=accuser, says=says)


def _is_only_to_come(scene: Scene, verb: int, party: int) -> bool:
    """Whether it is said of whoever may do it in time to come: "any official will be held responsible"."""
    tokens, layers = scene.layers.tokens, scene.layers
    helping = {tokens[c].lemma for c in layers.children[verb] if tokens[c].dep == "aux"}
    anyone = any(tokens[c].lemma in {"any", "whoever", "anyone"} for c in layers.children[party])
    return bool(helping & {"will", "shall"}) or anyone


def _needed(scene: Scene, verb: int, frame: Frame) -> int | None:
    """The token of the further word that a frame asks for; the verb itself if it asks for none."""
    if frame.needed is None:
        return verb
    relation, words = frame.needed
    tokens = scene.layers.tokens
    inside = [c for c in scene.layers.children[verb] if tokens[c].dep in RELATIONS[relation]]
    deeper = [d for c in inside for d in scene.layers.children[c] if relation == "oprd"]
    return next((i for i in (*inside, *deeper) if tokens[i].lemma in words), None)


def _at(scene: Scene, verb: int, where: tuple[str, ...]) -> int | None:
    layers = scene.layers
    if where == ("obj",):
        found = first_child(layers, verb, "nsubjpass", "dobj")
        if found is None and layers.tokens[verb].tag == "VBN" and _is_passive(scene, verb):
            found = layers.tokens[verb].head
        relative = found is not None and layers.tokens[found].lemma in RELATIVE
        return layers.tokens[verb].head if relative and layers.tokens[verb].dep == "relcl" else found
    if where == ("subj",):
        return subject_of(scene, verb)
    for child in (*layers.children[verb], *_of_object(scene, verb)):
        if layers.tokens[child].lemma in where and layers.tokens[child].dep in {"prep", "dative", "agent"}:
            return first_child(layers, child, "pobj", "pcomp")
    return None


def _of_object(scene: Scene, verb: int) -> tuple[int, ...]:
    """What hangs on the object: "put the blame on P", "took part in the raid"."""
    thing = first_child(scene.layers, verb, "dobj", "nsubjpass", "oprd", "acomp")
    return scene.layers.children[thing] if thing is not None else ()


def _is_passive(scene: Scene, verb: int) -> bool:
    layers, token = scene.layers, scene.layers.tokens[verb]
    if first_child(layers, verb, "nsubjpass") is not None:
        return True
    return (
        token.tag == "VBN"
        and token.dep in {"acl", "relcl", "amod"}
        and not first_child(layers, verb, "nsubj")
    )


def _names_deed(scene: Scene, index: int) -> bool:
    layers = scene.layers
    return any(
        families_of(layers, i)
        or layers.tokens[i].lemma in POINTING
        or layers.tokens[i].text.lower() in POINTING
        for i in layers.subtree(index)
    )


def _is_deed(scene: Scene, index: int) -> bool:
    """Whether words name the deed itself, not only something about it ("for using the raid to ...")."""
    layers = scene.layers
    thing = first_child(layers, index, "dobj") if layers.tokens[index].lemma in LIGHT else None
    return any(deed_families(scene, i) for i in (index, thing) if i is not None)


def deed_families(scene: Scene, index: int) -> tuple[str, ...]:
    """The families of events that a word can tell of and somebody can be blamed for."""
    return tuple(family for family in families_of(scene.layers, index) if family not in BLAMELESS)


def is_of_other_deeds(scene: Scene, index: int | None) -> bool:
    """Whether what somebody is accused of, or charged with, is something else than the incident.

    As in "charged with the repeated attacks on X", "accused of an earlier bombing", "accused of
    backing the rebels". A deed that cannot be told from the incident is taken for it.

    Args:
        scene: The report.
        index: Head of the words for the deed; None if there are none.
    """
    if index is None:
        return False
    layers = scene.layers
    inside = layers.subtree(index)
    deeds = [i for i in inside if families_of(layers, i)]
    if not deeds:
        return not _names_deed(scene, index)
    if any(layers.tokens[i].text.lower() in OTHER_DEEDS for i in inside):
        return True
    return not any(scene.events.is_main(i) for i in deeds)

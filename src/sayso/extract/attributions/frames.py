"""What a reporting verb takes as its content: the frames that its dependents fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.roles import CHANNELS, DAYS
from sayso.extract.attributions.syntax import agent_of, child, is_passive, phrase
from sayso.extract.attributions.tails import aside_runs, lost_clause, tail_run

if TYPE_CHECKING:
    from sayso.extract.attributions.fitting import Run
    from sayso.extract.attributions.lexicon import CueEntry
    from sayso.model.layers import Layers

OBJECTS = frozenset({"dobj", "dative"})
INTRODUCERS = frozenset({"nsubj", "aux", "neg", "advmod", "prep", "npadvmod", "dobj", "mark", "prt"})
"""Dependents of a reporting verb that belong to "the ministry said in a note", not to what is said."""
Argument = tuple[str, int]
"""A frame's name and the token at the head of what fills it."""


def content_of(layers: Layers, verb: int, entry: CueEntry) -> tuple[str, list[Run]]:
    """Which frame of the entry is filled, and the runs of tokens that fill it; no runs if none is."""
    found = arguments(layers, verb)
    frames = entry.frames
    tail = tail_run(layers, verb) if "quote" in frames and all(name == "obj" for name, _ in found) else None
    if tail is not None:
        return "aside", [tail]
    clause = next((i for name, i in found if name == "that"), None)
    if clause is not None and "that" in frames:
        return "that", _clause_runs(layers, verb, clause)
    aside = aside_runs(layers, verb) if frames & {"that", "quote"} else []
    if aside:
        return "aside", aside
    lost = lost_clause(layers, verb) if "that" in frames else None
    return ("that", [lost]) if lost is not None else _phrase_content(layers, verb, entry, found)


def _phrase_content(
    layers: Layers, verb: int, entry: CueEntry, found: list[Argument]
) -> tuple[str, list[Run]]:
    """Content that is no clause: an object, an infinitive, a phrase with a preposition."""
    passive = is_passive(layers, verb)
    if passive and "obj" in entry.frames and agent_of(layers, verb) is not None:
        undergoer = child(layers, verb, "nsubjpass")
        return "obj", [] if undergoer is None else [phrase(layers, undergoer, barrier=verb)]
    for name, index in found:
        if name in entry.frames and not _is_empty(layers, name, index):
            return name, _argument_runs(layers, verb, name, index)
    return "", []


def arguments(layers: Layers, verb: int) -> list[Argument]:
    """All frames that the verb's dependents fill, the most telling first.

    An object followed by another complement counts as one frame, ``+of`` in "accuse X of Y";
    so does the subject of a passive.
    """
    tokens = layers.tokens
    has_object = is_passive(layers, verb) or child(layers, verb, *OBJECTS) is not None
    found: list[Argument] = []
    for below in layers.children[verb]:
        name = _frame(layers, below)
        if name and not (name == "that" and below < verb and tokens[verb].dep in {"acl", "relcl"}):
            found.append((name, below))
            if has_object and name not in {"that", "obj"} and below > verb:
                found.append(("+" + name, below))
    return sorted(found, key=lambda each: (each[0] != "that", not each[0].startswith("+"), each[0] == "obj"))


def _frame(layers: Layers, index: int) -> str:
    token = layers.tokens[index]
    if token.dep == "ccomp":
        return "that"
    if token.dep == "xcomp":
        return "to" if token.tag == "VB" else "ing" if token.tag == "VBG" else "oprd"
    if token.dep in {"oprd", "attr"}:
        return "oprd"
    if token.dep in OBJECTS:
        return "obj"
    if token.dep == "prep" and child(layers, index, "pobj", "pcomp") is not None:
        return token.lemma
    return ""


def _is_empty(layers: Layers, name: str, index: int) -> bool:
    """Whether an object says nothing: a day that the parse took for one, or a bare question word."""
    token = layers.tokens[index]
    return name == "obj" and (token.lemma in DAYS or token.tag in {"WP", "WDT"})


def _clause_runs(layers: Layers, verb: int, clause: int) -> list[Run]:
    """A clause that is said, without the words that say who says it if it surrounds them."""
    below = layers.subtree(clause)
    first, last = below[0], below[-1] + 1
    if clause > verb and first > verb:
        return [(first, _second_clause(layers, last))]
    core = _core(layers, verb, set(below))
    last = max(last, core[0]) if clause < verb else last
    return [run for run in ((first, min(last, core[0])), (max(first, core[1]), last)) if run[0] < run[1]]


def _second_clause(layers: Layers, last: int) -> int:
    """Where what is said ends if "and that ..." goes on with it though the parse has lost the thread."""
    tokens = layers.tokens
    at = last
    while at < len(tokens) and tokens[at].text in {",", '"', "''"}:
        at += 1
    linked = at + 1 < len(tokens) and tokens[at].dep == "cc" and tokens[at + 1].lemma == "that"
    if not linked or tokens[at].sentence != tokens[last - 1].sentence:
        return last
    return layers.sentences[tokens[at].sentence].last


def _core(layers: Layers, verb: int, said: set[int]) -> tuple[int, int]:
    """The run of tokens with the verb, its subject and helpers, that parts what is said."""
    own = [
        i
        for c in layers.children[verb]
        if layers.tokens[c].dep in INTRODUCERS
        for i in layers.subtree(c)
        if i not in said
    ]
    first = last = verb
    for index in sorted((i for i in own if i < verb), reverse=True):
        if index >= first - 2:
            first = index
    for index in sorted(i for i in own if i > verb):
        if index <= last + 2:
            last = index
    return first, last + 1


def _argument_runs(layers: Layers, verb: int, name: str, index: int) -> list[Run]:
    first, last = phrase(layers, index)
    if name == "obj":
        cut = _before_afterthought(layers, index, last)
        return [(first, cut if cut < last else _with_phrases(layers, verb, last))]
    if not name.startswith("+"):
        linked = name not in {"to", "ing", "oprd"} and first == verb + 1
        return [(first + linked, _with_infinitive(layers, verb, last))]
    if is_passive(layers, verb):
        subject = child(layers, verb, "nsubjpass")
        before = [] if subject is None else [phrase(layers, subject, barrier=verb)]
        return [*before, (first, last)]
    target = child(layers, verb, *OBJECTS)
    return [(first if target is None or target > index else phrase(layers, target)[0], last)]


def _with_infinitive(layers: Layers, verb: int, last: int) -> int:
    """Where content ends with the infinitive right after it: "called on them to stop"."""
    infinitive = child(layers, verb, "xcomp", "advcl")
    if infinitive is None or layers.tokens[infinitive].tag != "VB":
        return last
    below = layers.subtree(infinitive)
    return below[-1] + 1 if below[0] == last else last


def _with_phrases(layers: Layers, verb: int, last: int) -> int:
    """Where an object ends with the phrases that follow it at once: "any role in the blast"."""
    tokens = layers.tokens
    for below in layers.children[verb]:
        inner = child(layers, below, "pobj", "pcomp")
        if below != last or tokens[below].dep != "prep" or inner is None or _is_setting(layers, inner):
            continue
        last = phrase(layers, below)[1]
    return last


def _is_setting(layers: Layers, noun: int) -> bool:
    """Whether a noun after a preposition tells when or in what something was said."""
    token = layers.tokens[noun]
    return token.lemma in DAYS | CHANNELS or token.pos == "NUM"


def _before_afterthought(layers: Layers, index: int, last: int) -> int:
    """Where an object ends before ", which ...": such a clause is the author's (STANDARDS 2, rule 6)."""
    tokens = layers.tokens
    for below in layers.children[index]:
        start = layers.subtree(below)[0]
        if tokens[below].dep == "relcl" and start > index and tokens[start - 1].text == ",":
            last = min(last, start)
    return last

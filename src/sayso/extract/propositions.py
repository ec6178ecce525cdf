"""Yes-or-no points that no list foresaw: what is said of a known thing, and whether it is denied.

"The suspect was not handcuffed" answers a question that another report may answer otherwise. From one
report alone nobody can tell, so such claims have a provisional slot (``open:``); reconciliation keeps
those on which two reports speak and differ, and drops the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, is_negated
from sayso.extract.event_words import OPEN
from sayso.extract.groups import EVERYONE
from sayso.extract.lexicon import vocabulary
from sayso.extract.scene import Draft, Scene
from sayso.extract.suffering import is_real, slot_of
from sayso.model.values import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.layers import Layers, Sentence

PROVISIONAL = "open:"
"""What the slot of such a claim begins with while only its own report is known."""
KNOWN = frozenset({"the", "his", "her", "its", "their", "this", "that", "both"})
"""Words by which a thing is known and not brought up anew."""
IDLE_VERBS = vocabulary("idle_verbs")
HAVING = frozenset({"have", "wear", "carry", "hold"})


def find_propositions(scene: Scene) -> tuple[Draft, ...]:
    """What the incident's clauses say of known things, yes or no, in text order."""
    return tuple(draft for sentence in scene.sentences() for draft in _of_sentence(scene, sentence))


def _of_sentence(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    layers = scene.layers
    for index in range(sentence.first, sentence.last):
        token = layers.tokens[index]
        past = token.tag in {"VBN", "VBD"} or _has_did(layers, index)
        if token.pos != "VERB" or not past or token.lemma in IDLE_VERBS or slot_of(layers, index):
            continue
        if not scene.events.is_main(index) or not is_real(layers, index):
            continue
        question = _question(layers, index)
        if question is None:
            continue
        slot, first, last = question
        answer = "no" if is_negated(layers, index) else "yes"
        start, end = layers.tokens[first].start, layers.tokens[last].end
        if answer == "yes" and OPEN.search(layers.shadow, start, end):
            continue
        value = Answer(answer=answer)
        yield Draft(slot=PROVISIONAL + slot, group=EVERYONE, value=value, start=start, end=end, at=index)


def _has_did(layers: Layers, index: int) -> bool:
    return any(
        layers.tokens[c].lemma == "do" and layers.tokens[c].tag == "VBD" for c in layers.children[index]
    )


def _question(layers: Layers, index: int) -> tuple[str, int, int] | None:
    """The question that a clause answers, and its outermost words; None if its subject is not known."""
    token = layers.tokens[index]
    passive = first_child(layers, index, "nsubjpass")
    subject = passive if passive is not None else first_child(layers, index, "nsubj")
    if subject is None or not _is_known(layers, subject):
        return None
    noun = layers.tokens[subject].text.lower()
    many = layers.tokens[subject].tag == "NNS"
    if passive is not None:
        be = "were" if many else "was"
        return f"{be} the {noun} {token.text.lower()}", min(subject, index), max(subject, index)
    thing = first_child(layers, index, "dobj")
    if thing is None:
        return f"did the {noun} {token.lemma}", min(subject, index), max(subject, index)
    if layers.tokens[thing].pos != "NOUN" or (token.lemma in HAVING and not _is_thing(layers, thing)):
        return None
    what = layers.tokens[thing].text.lower()
    return f"did the {noun} {token.lemma} {what}", min(subject, thing, index), max(subject, thing, index)


def _is_known(layers: Layers, index: int) -> bool:
    """Whether a common noun stands for something already known."""
    token = layers.tokens[index]
    if token.pos != "NOUN" or token.tag not in {"NN", "NNS"}:
        return False
    return any(layers.tokens[c].lemma in KNOWN for c in layers.children[index])


def _is_thing(layers: Layers, index: int) -> bool:
    return layers.tokens[index].tag in {"NN", "NNS"}

"""Steps of an investigation in one report: what was done, by whom, about whom, when (STANDARDS 9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.clauses import NEGATIONS, clause_of
from sayso.extract.event_words import families_of
from sayso.extract.groups import EVERYONE
from sayso.extract.scene import Draft, Scene
from sayso.extract.steps import rows
from sayso.extract.steps.actors import SUSPECTS, body_of, is_unofficial, person_of, things_at
from sayso.extract.steps.courts import COURTS, ENDING
from sayso.extract.steps.inquiry import CALLING, HANDLING, INQUIRING
from sayso.model.extraction import StepMention
from sayso.model.steps import GATHERED, Step
from sayso.model.values import Answer, Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.extract.steps.rows import Row
    from sayso.model.extraction import EventMention
    from sayso.model.layers import Layers, Sentence
    from sayso.model.values import Days

ROWS: tuple[Row, ...] = (*CALLING, *INQUIRING, *HANDLING, *COURTS, *ENDING)
MODALS = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "shall", "'ll", "'d"})
SUPPOSING = frozenset({"if", "until", "unless", "whether", "before"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
ANYBODY = frozenset({"anyone", "anybody", "whoever", "those", "everyone", "somebody", "someone"})
"""Of whom it is said in general."""
HOLDING = frozenset({"hold", "give", "convene"})
"""What one does with a meeting."""
NONE = frozenset({"no", "nor", "any", "zero", "without", "neither", "nobody", "none"})
RECORD = re.compile(
    r"\b(?:criminal (?:record|history|past|background)|rap sheet|prior (?:arrests?|convictions?|charges?)"
    r"|previous (?:arrests?|convictions?|charges?)"
    r"|previously (?:been )?(?:arrested|charged|convicted|jailed|sentenced)"
    r"|history of|lengthy record|on parole|on probation|unrelated)\b",
    re.IGNORECASE,
)
"""Words for what a person did before: no step of this case, and no case held up beside it."""
NO_CASES = frozenset({"war", "election"})
"""What reports bring up beside the incident without its being a case of its own."""
ELSEWHERE = re.compile(
    r"\b(?:in|over|for|from|after) (?:that|those)"
    r" (?:case|attack|shooting|bombing|incident|crime|killing|blast|murder)s?\b",
    re.IGNORECASE,
)
"""What points back at another case just told of."""
REACH = 6
"""Steps up the tree over which a condition is looked for (s)."""
HELD = re.compile(
    rf"\b(?:{rows.SUSPECTS}|suspected|arrested|detain\w+|bail|bond|custody|jail|prison|charges?|prisoners?)\b",
    re.IGNORECASE,
)
"""Words by which a release is one from custody."""
HOLDING_STEPS = frozenset({Step.ARREST, Step.CHARGED, Step.WARRANT})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
VAGUE = frozenset(
    {"", "evidence", "clues", "physical evidence", "all evidence", "new evidence", "more evidence"}
)
"""What says that something was gathered, and not what."""
COUNTED = Step.ARREST
"""The step that claims on a number tell of too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A step with the claim that it makes."""

    mention: StepMention
    draft: Draft


def find_steps(scene: Scene) -> tuple[Found, ...]:
    """All steps that a report tells of, each wording once a sentence, in text order.

    Those of other cases are found too: their event tells them apart.
    """
    found: list[Found] = []
    told = [row for row in ROWS if row.pattern.search(scene.layers.shadow)]
    for sentence in scene.sentences() if told else ():
        if any(
            words.search(scene.layers.shadow, sentence.start, sentence.end) for words in (RECORD, ELSEWHERE)
        ):
            continue
        taken: dict[tuple[Step, bool], Found] = {}
        for row in told:
            for one in _of_row(scene, sentence, row):
                taken.setdefault((one.mention.step, one.mention.taken), one)
        found += taken.values()
    return tuple(_of_one_case(scene, found))


def _of_one_case(scene: Scene, found: Sequence[Found]) -> Iterator[Found]:
    """The steps, each person's in the case in which that person is first brought up.

    Whoever was arrested over something earlier is not then charged over this, though the sentence names
    this; and whoever was arrested over this is charged over it where nothing gives another date. An open
    "they were released" follows whatever arrest was told last; without one it is left out.
    """
    events = {event.id: event for event in scene.events.mentions.values()}
    main = scene.events.main.id
    first: dict[str, str] = {}
    last: str | None = None
    for one in found:
        told, case = one.mention, one.mention.event
        if told.person is not None:
            case = _case_of_person(
                first.setdefault(_surname(told.person), told.event), told.event, events, main
            )
        elif told.step is Step.RELEASE and not HELD.search(told.span.text):
            if last is None:
                continue
            case = last
        last = case if told.step in HOLDING_STEPS and told.taken else last
        yield Found(mention=replace(told, event=case), draft=replace(one.draft, event=case))


def _case_of_person(first: str, own: str, events: Mapping[str, EventMention], main: str) -> str:
    """The case of a step about somebody: that in which they were first brought up, if dates allow it."""
    if first == own or first not in events or own not in events:
        return own
    if own == main:
        return first if events[first].date is not None else own
    return main if first == main and events[own].date is None else own


def _surname(person: str) -> str:
    """The last word of a name by which a report goes on speaking of somebody."""
    words = [word for word in person.lower().replace(".", "").split() if word not in SUFFIXES]
    return words[-1] if words else person


def draft_steps(found: Sequence[Found], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The claims that steps make, but for an arrest that a number in its sentence tells of already."""
    counted = [(one.start, one.end) for one in drafts if one.slot == "arrested"]
    for one in found:
        sentence = one.mention.sentence
        told = any(sentence.start <= start and end <= sentence.end for start, end in counted)
        if one.mention.step is not COUNTED or not told:
            yield one.draft


def _of_row(scene: Scene, sentence: Sentence, row: Row) -> Iterator[Found]:
    """The steps that a wording tells of in a sentence; one that fails may overlap one that holds."""
    text = scene.layers.shadow[sentence.start : sentence.end]
    if (row.unless is not None and row.unless.search(text)) or (
        row.needs is not None and not row.needs.search(text)
    ):
        return
    start = 0
    while (match := row.pattern.search(text, start)) is not None:
        place = next(number for name, number in _places(row) if match[name] is not None)
        index = scene.layers.token_at(sentence.start + match.start(place))
        made = _make(scene, sentence, row, match, index) if index is not None else None
        start = match.start(place) + 1 if made is None else match.end()
        if made is not None:
            yield made


def _places(row: Row) -> list[tuple[str, int]]:
    """The groups that may hold the word that carries the step, by name and number."""
    return [(name, number) for name, number in row.pattern.groupindex.items() if name.startswith("at")]


def _make(scene: Scene, sentence: Sentence, row: Row, match: re.Match[str], index: int) -> Found | None:
    """The step at a word; None if it did not happen, or somebody does it who takes no such steps."""
    layers = scene.layers
    taken = row.taken and not (row.real and _is_denied(layers, index))
    if row.real and (_is_supposed(layers, index) or _is_general(layers, index)):
        return None
    if row.official and (not taken or layers.tokens[index].pos != "VERB" or is_unofficial(scene, index)):
        return None
    if not taken and row.step in {Step.OPENED, Step.CLOSED, Step.NAMED} and row.taken:
        return None
    start, end = sentence.start + match.start(), sentence.start + match.end()
    slot, value = _answer(scene, sentence, row, match, taken=taken)
    mention = StepMention(
        step=row.step, taken=taken, span=layers.span(start, end),
        sentence=layers.span(sentence.start, sentence.end), event=_case_of(scene, index),
        body=body_of(scene, index, row.step), person=person_of(scene, index, row.step),
        date=_day_of(scene, index),
    )  # fmt: skip
    return Found(
        mention=mention,
        draft=Draft(
            slot=slot, group=EVERYONE, value=value, start=start, end=end, at=index, event=mention.event
        ),
    )


def _answer(
    scene: Scene, sentence: Sentence, row: Row, match: re.Match[str], *, taken: bool
) -> tuple[str, Answer | Count]:
    """The slot and the answer of a step; of what was gathered the things, if the report tells them."""
    if not taken:
        counted = row.step is COUNTED
        return ("arrested", Count(lo=0, hi=0)) if counted else (row.step.slot, Answer(answer="no"))
    if row.answer is not None:
        return row.step.slot, Answer(answer=row.answer)
    index = scene.layers.token_at(sentence.start + match.start("answer"))
    things = things_at(scene.layers, index) if index is not None else ""
    told = things.lower() not in VAGUE
    return (row.step.slot, Answer(answer=things)) if told else (GATHERED, Answer(answer="yes"))


def _case_of(scene: Scene, index: int) -> str:
    """The event whose following-up a word tells of.

    Steps lie after what they follow up, so a later day is no other case; a war without a date is none.
    """
    event, main = scene.events.event_of(index), scene.events.main
    aside = event.type in NO_CASES and event.date is None
    later = event.date is not None and main.date is not None and event.date.start >= main.date.start
    return main.id if aside or later else event.id


def _is_denied(layers: Layers, index: int) -> bool:
    """Whether it is said not to be so: "has not been charged", "no arrests", "nobody was convicted".

    "Held without incident" denies nothing, nor does "pleaded not guilty".
    """
    token = layers.tokens[index]
    if token.lemma in {"plead", "pled"}:
        return False
    above = token.head if token.pos in {"VERB", "AUX"} else clause_of(layers, index)
    if layers.tokens[above].lemma in NONE:
        return True
    near = [i for i in (index, above) if i == index or layers.tokens[i].pos in {"VERB", "AUX"}]
    beside = [c for i in (index, above) for c in layers.children[i] if abs(c - i) <= REACH]
    arguments = [c for i in near for c in layers.children[i] if layers.tokens[c].dep in ARGUMENTS]
    words = [*beside, *(c for argument in arguments for c in layers.children[argument])]
    return any(
        layers.tokens[i].lemma in (NEGATIONS | NONE) - {"without"} or layers.tokens[i].dep == "neg"
        for i in words
        if i != index
    )


def _is_supposed(layers: Layers, index: int) -> bool:
    """Whether it lies ahead or is only supposed: "will be charged", "if convicted", "to arrest"."""
    here = index
    for _ in range(REACH):
        token = layers.tokens[here]
        kids = [layers.tokens[c] for c in layers.children[here]]
        if token.pos in {"VERB", "AUX"}:
            if any(kid.lemma in MODALS and kid.dep == "aux" for kid in kids):
                return True
            if any(kid.lemma in SUPPOSING and kid.dep in {"mark", "advmod"} for kid in kids):
                return True
            if any(kid.lemma == "to" and kid.tag == "TO" for kid in kids):
                return not _is_held(layers, here)
            return False
        if token.head == here:
            return False
        here = token.head
    return False


def _is_general(layers: Layers, index: int) -> bool:
    """Whether it is said of a kind of people: "the extradition of bankers charged with fraud"."""
    token, head = layers.tokens[index], layers.tokens[layers.tokens[index].head]
    if token.dep in {"acl", "relcl"} and head.lemma in ANYBODY:
        return True
    if token.dep != "acl" or head.tag not in {"NNS", "NNPS"} or layers.sentences[token.sentence].title:
        return False
    told = {"det", "nummod", "poss", "amod", "compound"}
    return head.lemma not in SUSPECTS and not any(
        layers.tokens[c].dep in told for c in layers.children[token.head]
    )


def _is_held(layers: Layers, verb: int) -> bool:
    """Whether an infinitive tells what was done at a meeting that was held: "held a briefing to present"."""
    return layers.tokens[clause_of(layers, layers.tokens[verb].head)].lemma in HOLDING


def _day_of(scene: Scene, index: int) -> Days | None:
    """When the step was taken: the one date of its clause that hangs on no other event."""
    layers = scene.layers
    clause = scene.clause(index)
    found = set()
    for time in scene.times:
        at = layers.token_at(time.start)
        if time.days is None or at is None or scene.clause(at) != clause:
            continue
        here, other = at, False
        while here != clause and not other:
            here = layers.tokens[here].head
            other = here not in {index, clause} and bool(set(families_of(layers, here)) - {"arrest"})
        if not other:
            found.add(time.days)
    return found.pop() if len(found) == 1 else None

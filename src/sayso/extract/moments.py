"""Passages that say when something happened or was said, each with its own words; and undated events.

A date belongs to the verb or to the word for an event that it hangs on: "the raid of 3 May" is
dated, "founded after the raid of 3 May" says nothing of the founding (STANDARDS 5: dates of events
and of statements stay apart).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.attributions.lexicon import load_lexicon
from sayso.extract.clauses import clause_of, first_child
from sayso.extract.event_words import clear_families, families_of, harm_slots
from sayso.extract.lexicon import vocabulary
from sayso.extract.times.tense import points_ahead
from sayso.model.extraction import Moment
from sayso.model.values import Days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.extract.scene import Scene
    from sayso.extract.times import TimeExpression
    from sayso.model.claims import Attribution
    from sayso.model.layers import Layers

BACKWARD = vocabulary("backward")
DEEDS = vocabulary("deeds_told")
"""Reporting words that name a deed on a day, not only words: "ordered a curfew on Sunday"."""
SPEAKING = vocabulary("when_speaking")
VERBAL = frozenset({"VERB", "AUX"})
TRIMMED = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "and", "but", "or"})
SAME_TIME = frozenset({"in", "during", "at", "on"})
"""Words that give a verb the time of what they introduce."""
MEANS = frozenset({"with", "by", "in", "during"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
MARKS = frozenset({"that", "when", "as", "where", "because", "while", "since", "after", "before", "and"})
PAST = frozenset({"VBD", "VBN", "VBG"})
TOLD_BY_ANOTHER = re.compile(
    r"(?:that|the|the same) (?:night|day|morning|evening|afternoon|weekend)", re.IGNORECASE
)
NOT_TOLD = re.compile(r"(?:this (?:report|story|article|post|page|video)|if|whether|unless)\b", re.IGNORECASE)
"""How words begin that tell of the report itself, or ask."""
LABEL = 3
"""Words before a date that make up the head of a post with it ("Norda Monday 3 March")."""
MONTH = timedelta(days=31)
NAMING = frozenset({"know", "call", "name", "dub", "describe", "base"})
"""What is "known as" something is so on all days: a date behind it belongs to the verb above."""
STRETCH = re.compile(r"\s*(?:to|and|-|–|—)\s*(?:the )?", re.IGNORECASE)
OPEN = frozenset({"may", "might", "could", "would", "should", "can", "will", "shall", "must"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
ONE = frozenset({"a", "an", "another", "one", "second", "third", "fourth", "first"})
"""Words before a noun for one happening, not for happenings in general."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """What dates hang on: a verb or a word for an event, with the times told of it."""

    head: int
    times: tuple[TimeExpression, ...]


def find_moments(scene: Scene, attributions: Iterable[Attribution]) -> tuple[Moment, ...]:
    """Every passage of a report that dates something past, and every other event it gives no date for.

    Left out are headlines, page furniture, plans, possibilities, and the ends of stretches ("since
    May"). A passage stands once, however many time expressions it holds.
    """
    cues = {(span.start, span.end): one for one in attributions for span in one.cue}
    dated = _by_head(scene)
    found = {
        moment.span: moment
        for one in reversed(dated)
        if (moment := _dated_moment(scene, one, cues)) is not None
    }
    taken = {scene.layers.tokens[one.head].sentence for one in dated}
    return tuple(sorted((*found.values(), *_undated(scene, taken)), key=lambda one: (one.span, one.at)))


def _by_head(scene: Scene) -> list[_Dated]:
    layers = scene.layers
    heads: dict[int, list[TimeExpression]] = {}
    for time in scene.times:
        index = _datable(layers, time)
        head = None if index is None else _dated_word(layers, _top(layers, index, time.end))
        if head is not None and not points_ahead(layers, time.start):
            heads.setdefault(head, []).append(time)
    return [_Dated(head=head, times=tuple(times)) for head, times in sorted(heads.items())]


def _datable(layers: Layers, time: TimeExpression) -> int | None:
    """The first token of a time expression that can date something past; None if it cannot."""
    index = layers.token_at(time.start)
    if index is None or time.days is None or time.kind not in {"date", "time"}:
        return None
    sentence = layers.sentences[layers.tokens[index].sentence]
    words = layers.shadow[time.start : time.end]
    before = {layers.tokens[index].lemma, layers.tokens[index - 1].lemma if index else ""}
    if sentence.furniture or sentence.title or before & BACKWARD:
        return None
    if TOLD_BY_ANOTHER.fullmatch(words) or _heads_a_line(layers, index):
        return None
    known = layers.report.anchor
    return None if known is not None and _is_running(time.days, known.latest) else index


def _heads_a_line(layers: Layers, index: int) -> bool:
    """Whether a date opens a post or a report rather than telling of anything in it."""
    sentence = layers.sentences[layers.tokens[index].sentence]
    before = layers.tokens[sentence.first : index]
    return any(token.text == ")" for token in before[-1:]) or (
        0 < len(before) <= LABEL and all(token.pos in {"PROPN", "PUNCT", "NUM"} for token in before)
    )


def _is_running(days: Days, published: date) -> bool:
    """Whether days lie ahead, or are a long stretch that was not over when the report came out."""
    first, last = date.fromisoformat(days.start), date.fromisoformat(days.end)
    return first > published or (last >= published and last - first > MONTH)


def _top(layers: Layers, index: int, end: int) -> int:
    """The word of a time expression, begun at a token, that hangs on a word outside it."""
    here, first = index, layers.tokens[index].start
    while layers.tokens[here].head != here and first <= layers.tokens[layers.tokens[here].head].start < end:
        here = layers.tokens[here].head
    return here


def _dated_word(layers: Layers, index: int) -> int | None:
    """The verb, or the word for an event, whose time an expression gives; None if there is none."""
    here = index
    while True:
        token = layers.tokens[here]
        head = token.head
        if head == here:
            return here if token.pos in VERBAL else None
        above = layers.tokens[head]
        if above.pos in VERBAL and not (above.lemma in NAMING and above.dep in {"acl", "relcl"}):
            return _finite(layers, head)
        if above.pos in {"NOUN", "PROPN"}:
            if families_of(layers, head):
                return _around(layers, head)
            if token.dep in {"compound", "amod", "nmod", "nummod", "poss"} and here == index:
                return None  # "the 2031 treaty": nothing is said to have happened then
        here = head


def _around(layers: Layers, noun: int) -> int:
    """The verb that tells of a dated event ("the blast of 3 May killed six"), or the noun itself."""
    token = layers.tokens[noun]
    above = layers.tokens[token.head]
    if token.dep in {*SUBJECTS, "dobj"} and above.pos in VERBAL:
        return _finite(layers, token.head)
    if token.dep == "pobj" and above.lemma in SAME_TIME and layers.tokens[above.head].pos in VERBAL:
        return _finite(layers, above.head)
    return noun


def _finite(layers: Layers, verb: int) -> int:
    """The verb that an infinitive completes ("tried to storm it"), or the verb itself."""
    here = verb
    while layers.tokens[here].dep == "xcomp" and layers.tokens[layers.tokens[here].head].pos in VERBAL:
        here = layers.tokens[here].head
    return here


def _dated_moment(scene: Scene, one: _Dated, cues: dict[tuple[int, int], Attribution]) -> Moment | None:
    layers, token = scene.layers, scene.layers.tokens[one.head]
    said = _said(layers, one.head, cues)
    telling = token.pos in VERBAL and token.lemma in SPEAKING and said is None
    telling = telling or NOT_TOLD.match(layers.shadow, _words(layers, one.head)[0]) is not None
    if telling or _is_open(layers, one.head):
        return None
    clock = next((time.clock for time in one.times if time.clock and "X" not in time.clock), None)
    return _moment(scene, one.head, days=_days(layers, one.times), clock=clock, said=said, time=one.times[0])


def _days(layers: Layers, times: Sequence[TimeExpression]) -> Days | None:
    """The narrowest of the days; a stretch from one to the next where they stand so ("2028 to 2030")."""
    for one, other in pairwise(times):
        between = layers.shadow[one.end : other.start]
        if one.days and other.days and one.days.end < other.days.start and STRETCH.fullmatch(between):
            return Days(start=one.days.start, end=other.days.end)
    return min((time.days for time in times if time.days), key=_length)


def _moment(
    scene: Scene, head: int, *, days: Days | None, clock: str | None, said: Attribution | None,
    time: TimeExpression | None,
) -> Moment:  # fmt: skip
    layers = scene.layers
    start, end = _words(layers, head)
    at = layers.tokens[clause_of(layers, head)]
    return Moment(
        span=layers.span(start, end),
        at=layers.span(at.start, at.end),
        time=layers.span(time.start, time.end) if time else None,
        days=days,
        clock=clock,
        kind=_kind(layers, head, scene.events.family),
        said=said.id if said else None,
    )


def _undated(scene: Scene, taken: set[int]) -> Iterator[Moment]:
    """Single events beside the incident that no date hangs on ("a second blast hit the depot")."""
    layers = scene.layers
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            event = scene.events.event_of(index)
            if sentence.title or event.main or event.date is not None or not _tells_one(layers, index):
                continue
            clause, place = clause_of(layers, index), layers.tokens[index].sentence
            if place not in taken and layers.tokens[clause].tag == "VBD" and not _is_open(layers, clause):
                taken.add(place)
                yield _moment(scene, clause, days=None, clock=None, said=None, time=None)


def _tells_one(layers: Layers, index: int) -> bool:
    """Whether a word is the subject of its clause and stands for one event that is new to the reader."""
    token = layers.tokens[index]
    if token.tag != "NN" or token.dep not in SUBJECTS or not families_of(layers, index):
        return False
    return any(layers.tokens[child].lemma in ONE for child in layers.children[index])


def _is_open(layers: Layers, head: int) -> bool:
    """Whether a verb tells what is, may be, will be or would be, rather than what was."""
    if layers.tokens[head].pos not in VERBAL:
        return False
    children = [layers.tokens[child] for child in layers.children[head]]
    perfect = any(child.lemma == "have" and child.dep == "aux" for child in children)
    helped = any(child.dep == "aux" and (child.lemma in OPEN or child.tag == "TO") for child in children)
    present = layers.tokens[head].tag not in PAST or any(
        child.dep in {"aux", "auxpass"} and child.tag in {"VBZ", "VBP"} for child in children
    )
    asked = any(child.lemma in {"if", "unless"} for child in children)
    return asked or ((helped or present) and not perfect)


def _said(layers: Layers, head: int, cues: dict[tuple[int, int], Attribution]) -> Attribution | None:
    """The statement whose reporting word this is; None if it is none, or a deed."""
    token = layers.tokens[head]
    if token.pos not in VERBAL or token.lemma in DEEDS or token.lemma not in load_lexicon().verbs:
        return None
    return next((one for (start, end), one in cues.items() if start <= token.start < end), None)


def _kind(layers: Layers, head: int, family: str) -> str:
    """The family of event that the head, its subject, its objects or its means name; else ``harm``."""
    deps = {*SUBJECTS, "dobj", "attr", "xcomp", "conj"} if layers.tokens[head].pos in VERBAL else set()
    near = [head, *(child for child in layers.children[head] if layers.tokens[child].dep in deps)]
    near += [
        below
        for index in [head, *near[1:]]
        for child in layers.children[index]
        if layers.tokens[child].lemma in MEANS or layers.tokens[index].dep in {"xcomp", "attr"}
        for below in (child, *layers.children[child])
        if layers.tokens[below].dep in {"pobj", "dobj"}
    ]
    told = next((found for index in near if (found := _family(layers, index, family))), "")
    harmed = any({"killed", "injured"} & set(harm_slots(layers, index)) for index in near)
    return told or ("harm" if harmed else "")


def _family(layers: Layers, index: int, family: str) -> str:
    """The family a word tells of; a noun that is also a kind of weather is that ("the January storm")."""
    found = clear_families(layers, index, family)
    if "flood" in found and layers.tokens[index].pos != "VERB":
        return "flood"
    return found[0] if found else ""


def _words(layers: Layers, head: int) -> tuple[int, int]:
    """Offsets of the words for it: a clause that can stand by itself, or a noun with what hangs on it."""
    inside = _clause(layers, head)
    if layers.tokens[head].pos in VERBAL:
        here = head
        while not _has_subject(layers, here) and layers.tokens[here].dep != "ROOT":
            here = layers.tokens[here].head
            inside = _clause(layers, here)
    run = _around_head(inside, head)
    while len(run) > 1 and layers.tokens[run[-1]].text in TRIMMED:
        run = run[:-1]
    while len(run) > 1 and (layers.tokens[run[0]].text in TRIMMED or _is_mark(layers, run[0])):
        run = run[1:]
    return layers.tokens[run[0]].start, layers.tokens[run[-1]].end


def _clause(layers: Layers, head: int) -> list[int]:
    """The tokens under a word, without a clause joined to it that has a subject of its own."""
    cut = {
        below
        for child in layers.children[head]
        if child > head
        and layers.tokens[child].dep == "conj"
        and first_child(layers, child, *SUBJECTS) is not None
        for below in layers.subtree(child)
    }
    return [index for index in layers.subtree(head) if index not in cut]


def _has_subject(layers: Layers, index: int) -> bool:
    """Whether a word is a noun, or a verb with a subject that is no relative pronoun."""
    if layers.tokens[index].pos not in VERBAL:
        return layers.tokens[index].pos in {"NOUN", "PROPN", "PRON"}
    subject = first_child(layers, index, *SUBJECTS)
    return subject is not None and layers.tokens[subject].lemma not in RELATIVE


def _is_mark(layers: Layers, index: int) -> bool:
    """Whether a word only hangs a clause on another."""
    token = layers.tokens[index]
    return token.lemma in MARKS and token.dep in {"mark", "advmod", "cc"}


def _around_head(inside: Sequence[int], head: int) -> list[int]:
    """The unbroken run of tokens that holds the head."""
    runs: list[list[int]] = []
    for index in sorted(inside):
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return next(run for run in runs if head in run)


def _length(days: Days) -> tuple[int, str]:
    return (date.fromisoformat(days.end) - date.fromisoformat(days.start)).days, days.start

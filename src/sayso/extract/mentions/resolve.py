"""Whom descriptions and pronouns of one report mean, with the reason; unresolved is a valid answer.

Rules from the surest to the least sure; the first that speaks decides. No rule guesses between two
candidates: what fits both stays open and says so.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, with_conjuncts
from sayso.extract.lexicon import vocabulary
from sayso.extract.mentions.kinds import kind_of_noun
from sayso.extract.mentions.known import SUBJECTS, Answer, Known, first_of, with_owner
from sayso.extract.mentions.phrases import Phrase, words_of
from sayso.extract.mentions.roles import bears, is_other, read_office
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from sayso.extract.mentions.descriptions import Description
    from sayso.model.layers import Layers

NEAR = 2
"""Sentences that "the group" looks back at most (s)."""
CLEARLY = 3
"""Times by which one bearer of an office must be named more often than the next (s)."""
GENERAL = vocabulary("general_bodies")


def resolve_description(known: Known, each: Description) -> Answer:
    """What a description means."""
    for rule in RULES[each.sort]:
        answer = rule(known, each)
        if answer is not None:
            return answer
    return Answer(to=None, rule="", why="")


def apposed(known: Known, each: Description) -> Answer | None:
    """The name that a description is set beside: "the minister, X", "X, the leader of Y", "X is a cleric"."""
    tokens, head = known.layers.tokens, each.phrase.head
    other = first_child(known.layers, head, "appos")
    token = tokens[head]
    candidates = [] if other is None else [other]
    for joined in with_conjuncts(known.layers, head)[1:]:
        beyond = first_child(known.layers, joined, "appos")
        candidates += [] if beyond is None else [beyond]
    if token.dep == "appos":
        candidates.append(token.head)
    if token.dep == "attr" and tokens[token.head].lemma == "be":
        subject = first_child(known.layers, token.head, *SUBJECTS)
        candidates += [] if subject is None else [subject]
    for index in candidates:
        found = next((p for p in known.named if p.holds(index)), None)
        if found is not None and found.kind.family is each.phrase.kind.family:
            name = words_of(known.layers, found.first, found.last)
            return Answer(to=found, rule="apposition", why=f"stands beside the name “{name}”")
    following = next((p for p in known.named if p.first == each.phrase.last), None)
    if following is not None and following.kind.family is each.phrase.kind.family and token.dep != "ROOT":
        name = words_of(known.layers, following.first, following.last)
        return Answer(to=following, rule="apposition", why=f"stands right before the name “{name}”")
    return None


def by_office(known: Known, each: Description) -> Answer | None:
    """The one person of the report who is said to hold the office."""
    layers, phrase = known.layers, each.phrase
    title = layers.sentences[phrase.sentence(layers)].title
    if not each.definite and not title:
        return None
    asked = read_office(layers, phrase.first, with_owner(layers, phrase.head))
    holders = sorted(t for t, offices in known.offices.items() if any(bears(o, asked) for o in offices))
    if not holders:
        return None
    words = words_of(layers, phrase.first, phrase.last)
    if len(holders) == 1:
        why = f"the only person in the report with the office “{words}”"
        return Answer(to=first_of(known, holders[0]), rule="office", why=why)
    times = Counter(known.thing[p] for p in known.named if known.thing[p] in holders)
    best = max(holders, key=lambda holder: (times[holder], holder))
    rest = max(times[holder] for holder in holders if holder != best)
    if times[best] >= CLEARLY * rest:
        why = f"of {len(holders)} people with that office by far the one whom the report names most"
        return Answer(to=first_of(known, best), rule="office", why=why)
    return Answer(to=None, rule="", why=f"{len(holders)} people in the report hold that office")


def only_person(known: Known, each: Description) -> Answer | None:
    """For "the former general" whoever alone is spoken of in this sentence and the one before."""
    if not each.definite or known.layers.tokens[each.phrase.first].text.lower() not in {"the", "this"}:
        return None
    asked = read_office(known.layers, each.phrase.first, with_owner(known.layers, each.phrase.head))
    for back, where in ((0, "in this sentence"), (1, "here and in the sentence before")):
        near = known.people_before(each.phrase.head, sentences=back)
        things = {known.thing[p] for p in near}
        subjects = [p for p in near if known.is_subject(p)]
        if len(things) == 1 and any(
            is_other(office, asked) for office in known.offices.get(next(iter(things)), [])
        ):
            return Answer(to=None, rule="", why="the person spoken of nearby holds another rank")
        if len(things) == 1 and subjects:
            return Answer(to=subjects[-1], rule="only one", why=f"the only person spoken of {where}")
    return Answer(to=None, rule="", why="nobody, or more than one person, is spoken of nearby")


def same_word(known: Known, each: Description) -> Answer | None:
    """For "the ministry" the one body named before whose name holds the word."""
    if not each.definite or owned_by_other(known, each):
        return None
    lemma = known.layers.tokens[each.phrase.head].lemma.lower()
    fitting = [
        p for p in known.named
        if p.last <= each.phrase.head and p.kind.is_body and lemma in lemmas(known.layers, p)
    ]  # fmt: skip
    things = {known.thing[p] for p in fitting}
    if len(things) == 1:
        return Answer(
            to=fitting[-1], rule="same word", why=f"the only body named before that is called a {lemma}"
        )
    return None


def lemmas(layers: Layers, phrase: Phrase) -> set[str]:
    """The dictionary forms of a phrase's words, lower case."""
    return {layers.tokens[i].lemma.lower() for i in range(phrase.first, phrase.last)}


def last_body(known: Known, each: Description) -> Answer | None:
    """For "the group" the one body of a fitting kind that was named last."""
    lemma = known.layers.tokens[each.phrase.head].lemma.lower()
    if not each.definite or lemma not in GENERAL or owned_by_other(known, each):
        return None
    wanted = kind_of_noun(lemma)
    near = [
        p for p in known.before(each.phrase.head, sentences=NEAR)
        if p.kind.is_body and can_be(wanted, p.kind)
    ]  # fmt: skip
    if not near:
        return Answer(to=None, rule="", why=f"no body nearby can be called a {lemma}")
    last = max(p.sentence(known.layers) for p in near)
    there = [p for p in near if p.sentence(known.layers) == last]
    subjects = [p for p in there if known.is_subject(p)]
    pool = subjects or there
    if len({known.thing[p] for p in pool}) == 1:
        return Answer(to=pool[-1], rule="nearest", why=f"the last body named that can be called a {lemma}")
    return Answer(to=None, rule="", why="two bodies nearby fit")


ALIKE = frozenset({Kind.ARMED_GROUP, Kind.PARTY, Kind.MEDIA, Kind.COMPANY, Kind.GOVERNMENT})
"""Kinds of noun that can stand for a body of which the report does not show the kind."""


def can_be(wanted: Kind | None, kind: Kind) -> bool:
    """Whether a noun for one kind of body can stand for a body of another."""
    return wanted in {kind, Kind.ORGANISATION} or (wanted in ALIKE and kind is Kind.ORGANISATION)


def owned_by_other(known: Known, each: Description) -> bool:
    """Whether a description says whose it is, so that it is a new thing: "the president's party"."""
    layers = known.layers
    return any(
        layers.tokens[c].dep == "poss" or (layers.tokens[c].lemma == "of" and c > each.phrase.head)
        for c in layers.children[each.phrase.head]
    )


def last_class(known: Known, each: Description) -> Answer | None:
    """For "the militias", "these groups" the class of that sort spoken of last."""
    what, _, behind = each.phrase.name.partition(" | ")
    if behind.strip():
        return None
    same = [
        p
        for p in known.told
        if p.kind is Kind.CLASS
        and p.name.split(" | ")[0].strip(" |") == what.strip(" |")
        and p.last <= each.phrase.first
    ]
    told = [p for p in same if p.name.partition(" | ")[2]]
    if not each.definite or not (told or same):
        return None
    return Answer(to=(told or same)[-1], rule="nearest", why=f"the {what.strip(' |')} spoken of before")


def same_dwelling(known: Known, each: Description) -> Answer | None:
    """Whose home it is; "the residence" is the only one spoken of."""
    if owned_by_other(known, each) or not each.definite:
        return None
    homes = [p for p in known.told if p.kind is Kind.FACILITY and p.name.startswith("residence |")]
    if homes and len({known.thing[p] for p in homes}) == 1:
        return Answer(to=homes[-1], rule="only one", why="the only residence spoken of")
    return None


RULES = {
    "person": (apposed, by_office, only_person),
    "body": (apposed, same_word, last_body),
    "institution": (),
    "class": (last_class,),
    "dwelling": (same_dwelling,),
    "weapon": (),
}

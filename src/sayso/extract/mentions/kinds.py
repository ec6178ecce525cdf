"""What kind of thing a name names: the recogniser's word, weighed against the words in and beside it.

The recogniser takes many armed groups for persons. Every place where a name stands adds its signs, and
the report decides once for all of them. The weights are points by hand (s).
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from nicknames import name_triplets

from sayso.extract.attributions.roles import OFFICIALS
from sayso.extract.clauses import first_child
from sayso.extract.lexicon import people_groups, read_words, site_nouns, vocabulary
from sayso.extract.mentions.names import ADDRESS
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sayso.extract.mentions.names import Run
    from sayso.model.layers import Layers

LABELS: Mapping[str, tuple[Kind, float]] = {
    "PERSON": (Kind.PERSON, 1), "ORG": (Kind.ORGANISATION, 1), "GPE": (Kind.PLACE, 1.5),
    "LOC": (Kind.PLACE, 1.5), "FAC": (Kind.FACILITY, 1), "PRODUCT": (Kind.OTHER, 0.5),
    "EVENT": (Kind.OTHER, 0.5), "WORK_OF_ART": (Kind.OTHER, 0.5),
}  # fmt: skip
SETTLED = vocabulary("settlements") | vocabulary("area_names") | {"port", "capital"}
OF_BODIES = vocabulary("of_bodies")
OF_PEOPLE = vocabulary("of_people")
INSIDE = vocabulary("inside")
ARMED = vocabulary("armed")
FOUGHT = frozenset({"fight", "defeat", "battle", "combat"})
AREAS = vocabulary("area_names")
"""Nouns that a place's own name ends in."""
HUMAN = frozenset({"who", "whom", "whose"})

HAD = frozenset({Kind.GOVERNMENT, Kind.MILITARY})
"""Kinds of what a state or a person can have: "X forces" and "X administration" do not say what X is."""
IN_FULL = 3
"""Times from which on a name of two words that is never shortened is hardly a person's (s)."""

Sign = tuple[Kind, float]


@cache
def given_names() -> frozenset[str]:
    """English and Spanish given names and short forms of them."""
    return frozenset(name for one, _, other in name_triplets() for name in (one, other) if len(name) > 2)


def kind_of_noun(lemma: str) -> Kind | None:
    """The kind of body that a noun names; None for a noun that names none."""
    found = read_words("kinds").get(lemma.lower())
    return Kind(found[0]) if found else None


def weigh(layers: Layers, runs: Mapping[Run, str]) -> dict[str, Counter[Kind]]:
    """For every name, by its words, the points that each kind has in this report."""
    points: dict[str, Counter[Kind]] = {}
    for run, label in runs.items():
        count = points.setdefault(words_at(layers, run), Counter())
        for kind, weight in signs(layers, run, label):
            count[kind] += weight  # type: ignore[assignment]  # points may be halves
    for name in never_shortened(layers, runs):
        points[name][Kind.ORGANISATION] += 3
    decided = {name: decide(count) for name, count in points.items()}
    for name, kind in joined(layers, runs, decided):
        points[name][kind] += 1.5  # type: ignore[assignment]  # points may be halves
    return points


def never_shortened(layers: Layers, runs: Mapping[Run, str]) -> list[str]:
    """Names taken for a person's that stand in full again and again; people are called by one name later."""
    full: Counter[str] = Counter()
    for run, label in runs.items():
        if label in {"PERSON", ""} and run[1] - run[0] > 1:
            full[words_at(layers, run)] += 1
    alone = {words_at(layers, run) for run in runs if run[1] - run[0] == 1}
    return [
        name for name, times in sorted(full.items()) if times >= IN_FULL and not set(name.split()) & alone
    ]


def joined(
    layers: Layers, runs: Mapping[Run, str], decided: Mapping[str, Kind]
) -> Iterator[tuple[str, Kind]]:
    """Signs from company: "X and the Y" are of one kind; "groups such as X", "bodies including X"."""
    tokens = layers.tokens
    run_at = {index: run for run in runs for index in range(*run)}
    for run in runs:
        head = next((i for i in range(*run) if not run[0] <= tokens[i].head < run[1]), run[0])
        above = tokens[head].head
        if tokens[head].dep == "conj" and above in run_at and run_at[above] != run:
            pair = (words_at(layers, run), words_at(layers, run_at[above]))
            yield pair[0], decided[pair[1]]
            yield pair[1], decided[pair[0]]
        elif tokens[head].dep == "pobj" and tokens[above].lemma in {"like", "as", "include", "including"}:
            kind = kind_of_noun(tokens[tokens[above].head].lemma)
            if kind is not None and tokens[tokens[above].head].tag == "NNS":
                yield from ((words_at(layers, run), kind) for _ in range(2))


def words_at(layers: Layers, run: Run) -> str:
    """The words of a run as they compare inside a report."""
    return " ".join(token.text for token in layers.tokens[run[0] : run[1]]).lower()


def decide(points: Mapping[Kind, float]) -> Kind:
    """The kind with most points; among kinds of bodies the most special one that has any.

    >>> decide({Kind.PERSON: 2.0, Kind.ORGANISATION: 1.0, Kind.ARMED_GROUP: 3.0})
    <Kind.ARMED_GROUP: 'armed group'>
    """
    families: Counter[Kind] = Counter()
    for kind, weight in points.items():
        families[kind.family] += weight  # type: ignore[assignment]  # points may be halves
    best = max(sorted(families), key=lambda family: families[family], default=Kind.OTHER)
    if best is not Kind.ORGANISATION:
        return best
    special = {kind: weight for kind, weight in points.items() if kind.is_body and kind is not best}
    return max(sorted(special), key=lambda kind: special[kind], default=best)


def signs(layers: Layers, run: Run, label: str) -> Iterator[Sign]:
    """All that one place says on the kind of the name there."""
    if label in LABELS:
        kind, weight = LABELS[label]
        single = label == "PERSON" and run[1] - run[0] == 1
        yield kind, weight / 2 if single else weight
    place = label in {"GPE", "LOC"}
    yield from within(layers, run, place=place)
    yield from (sign for sign in beside(layers, run) if not (place and sign[0].is_body))
    yield from governed(layers, run)


def within(layers: Layers, run: Run, *, place: bool) -> Iterator[Sign]:
    """Signs from the name's own words; the last one counts most.

    Capitals alone are a body's, unless the recogniser knows them as a country's.
    """
    words = [layers.tokens[i] for i in range(*run)]
    if len(words) == 1:
        bare = words[0].text.removesuffix("s")
        if bare.isupper() and len(bare) > 1 and not place:
            yield Kind.ORGANISATION, 2
        return
    last = words[-1].lemma.lower()
    if (kind := kind_of_noun(last)) is not None:
        yield kind, 4
    elif last in AREAS:
        yield Kind.PLACE, 3
    elif last in site_nouns() - {"state"}:
        yield Kind.FACILITY, 4
    else:
        if words[0].text.lower() in given_names():
            yield Kind.PERSON, 1.5
        found = (kind_of_noun(word.lemma) for word in words)
        yield from ((kind, 3) for kind in list(dict.fromkeys(k for k in found if k is not None))[:1])


def beside(layers: Layers, run: Run) -> Iterator[Sign]:
    """Signs from the nouns right before and behind the name, and from appositions."""
    first, last = run
    tokens = layers.tokens
    if last < len(tokens) and tokens[last].pos == "NOUN" and tokens[last].sentence == tokens[first].sentence:
        yield from (sign for sign in of_noun(tokens[last].lemma, bodies=3) if sign[0] not in HAD)
        if tokens[last].lemma == "news":
            yield Kind.MEDIA, 3
    if first and tokens[first - 1].sentence == tokens[first].sentence:
        before = tokens[first - 1]
        word = before.text.lower().rstrip(".")
        if word in OFFICIALS | ADDRESS or (before.pos == "NOUN" and before.lemma in people_groups()):
            yield Kind.PERSON, 3
        elif before.pos == "NOUN":
            armed = {t.lemma.lower() for t in tokens[max(0, first - 3) : first - 1]} & ARMED
            if armed and before.lemma in {"group", "organization", "organisation", "movement", "faction"}:
                yield Kind.ARMED_GROUP, 3
            press = before.lemma == "agency" and first > 1 and tokens[first - 2].lemma == "news"
            yield from [(Kind.MEDIA, 3)] if press else of_noun(before.lemma, bodies=3)
    apposed = next(
        (c for i in range(first, last) for c in layers.children[i] if tokens[c].dep == "appos" and c >= last),
        None,
    )
    if apposed is not None and tokens[apposed].pos == "NOUN":
        yield from of_noun(tokens[apposed].lemma, bodies=2, people=2)
    elif apposed is not None and tokens[apposed].pos == "NUM" and tokens[last].text == ",":
        yield Kind.PERSON, 3
    if any(t.text.lower() in HUMAN for t in tokens[last : last + 2]):
        yield Kind.PERSON, 2


def of_noun(lemma: str, *, bodies: float, people: float = 0) -> Iterator[Sign]:
    """The sign that a noun beside a name is."""
    kind = kind_of_noun(lemma)
    if kind is not None:
        yield kind, bodies
    elif people and (lemma in OFFICIALS | OF_PEOPLE or lemma in people_groups()):
        yield Kind.PERSON, people


def governed(layers: Layers, run: Run) -> Iterator[Sign]:
    """Signs from what the name hangs on: "leader of X", "X's fighters", "in X"."""
    tokens = layers.tokens
    above = next((tokens[i].head for i in range(*run) if not run[0] <= tokens[i].head < run[1]), run[0])
    link = tokens[above]
    head = next((i for i in range(*run) if tokens[i].head == above), run[0])
    if tokens[head].dep == "poss":
        yield from of_owner(link.lemma)
    elif tokens[head].dep == "pobj" and link.lemma == "of":
        yield from of_owner(tokens[link.head].lemma)
        if tokens[link.head].lemma in SETTLED:
            yield Kind.PLACE, 3
    elif tokens[head].dep == "appos" and link.pos == "NOUN" and run[0] > above:
        yield from of_noun(holder_noun(layers, above), bodies=2, people=3)
    elif tokens[head].dep == "dobj" and link.lemma in FOUGHT:
        yield Kind.ARMED_GROUP, 1
    elif tokens[head].dep == "pobj" and link.lemma in INSIDE:
        yield Kind.PLACE, 1.5
    if first_child(layers, head, "appos") is None and run[1] + 1 < len(tokens):
        hyphened = tokens[run[1]].text == "-" and tokens[run[1] + 1].tag in {"VBN", "VBD"}
        if hyphened:
            yield Kind.ORGANISATION, 0.5


def holder_noun(layers: Layers, index: int) -> str:
    """The noun that an apposition is said of: of "the spokesman of the ministry, X" the first."""
    tokens = layers.tokens
    link = tokens[tokens[index].head]
    above = tokens[link.head].lemma if tokens[index].dep == "pobj" and link.lemma in {"of", "for"} else ""
    return above if above in OFFICIALS else tokens[index].lemma


def is_located(layers: Layers, run: Run) -> bool:
    """Whether something is said to be in or near what a name names."""
    return any(kind is Kind.PLACE for kind, _ in governed(layers, run))


def of_owner(lemma: str) -> Iterator[Sign]:
    """The sign in what somebody or something has."""
    if lemma in OF_BODIES:
        yield Kind.ORGANISATION, 1.5
    elif lemma in OF_PEOPLE:
        yield Kind.PERSON, 1.5


def share(points: Mapping[str, Counter[Kind]], groups: Iterable[Iterable[str]]) -> dict[str, Kind]:
    """One kind for every group of names that are one thing, from the points of all of them."""
    decided = {}
    for group in groups:
        names = sorted(set(group))
        total: Counter[Kind] = Counter()
        for name in names:
            total.update(points.get(name, Counter()))
        kind = decide(total)
        decided.update(dict.fromkeys(names, kind))
    return decided

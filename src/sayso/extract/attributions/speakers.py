"""Who is meant: pronouns, surnames and roles led back to earlier words of the same report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.names import NameIndex
from sayso.extract.attributions.roles import BODIES, FEMALE, MALE, OFFICIALS, POINTING
from sayso.extract.attributions.sources import Described, describe_source
from sayso.extract.attributions.syntax import RELATIVE, antecedent_of
from sayso.model.claims import Source, SourceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.scene import Draft, Scene
    from sayso.model.layers import Layers
    from sayso.model.spans import Span

PEOPLE = frozenset({SourceKind.PERSON, SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED})
LOOK_BACK = 4
"""Sentences that a pronoun looks back at most (s)."""
BODY_LOOK_BACK = 8
"""Sentences that "the group" looks back at most (s)."""
PARTICLES = ("al-", "el-", "ul-")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Somebody already spoken of in the report."""

    at: int
    sentence: int
    speaks: bool
    subject: bool
    inside: bool
    who: Described


def resolve_sources(scene: Scene, drafts: Sequence[Draft]) -> list[Source]:
    """The source of every draft, in their order, led back to the fullest useful name.

    A pronoun is whoever last spoke or acted within four sentences and fits in number and
    gender; a surname or a role stands for the one person of the report who bears it.
    """
    layers, names = scene.layers, NameIndex(scene.layers)
    people = _find_people(layers, names)
    fullest = _Register(people)
    known: list[_Known] = [*people, *_find_bodies(layers, names)]
    sources: dict[int, Source] = {}
    for place in sorted(range(len(drafts)), key=lambda i: (_where(drafts[i]), i)):
        draft = drafts[place]
        who = _who(scene, names, draft, known, fullest)
        sources[place] = _source(scene, draft, who)
        if draft.head is not None and draft.rule != "told to":
            known.append(_as_known(scene, draft, who))
    return [sources[i] for i in range(len(drafts))]


def _where(draft: Draft) -> int:
    return draft.anchor if draft.head is None else draft.head


def _as_known(scene: Scene, draft: Draft, who: Described) -> _Known:
    head = _where(draft)
    return _Known(
        at=head, sentence=scene.layers.tokens[head].sentence, speaks=True, subject=True,
        inside=scene.quote_of[head] >= 0, who=who,
    )  # fmt: skip


def _source(scene: Scene, draft: Draft, who: Described) -> Source:
    spans: tuple[Span, ...] = ()
    if draft.source is not None and who.kind is not SourceKind.NONE:
        spans = (scene.layers.span(*draft.source),)
    return Source(entity=None, description=who.description, named=who.named, kind=who.kind, spans=spans)


def _who(
    scene: Scene, names: NameIndex, draft: Draft, known: Sequence[_Known], fullest: _Register
) -> Described:
    layers = scene.layers
    if draft.head is None:
        reports = layers.tokens[draft.anchor].lemma == "report" and draft.rule == "noun"
        words = "reports" if reports else "not specified"
        return Described(description=words, named=False, kind=SourceKind.NONE)
    who = describe_source(layers, names, draft.head)
    if who.pronoun in RELATIVE:
        antecedent = antecedent_of(layers, draft.head)
        who = describe_source(layers, names, antecedent) if antecedent is not None else who
    if who.pronoun:
        who = _resolve_pronoun(scene, draft.head, who, known)
        return fullest.expand(who, draft.head) if who.kind is SourceKind.PERSON else who
    if who.kind is SourceKind.PERSON or (
        who.named and who.description[:1].isupper() and len(who.description.split()) == 1
    ):
        return fullest.expand(who, draft.head)
    if who.definite and who.kind in PEOPLE and not who.plural:
        return fullest.bearer(who, draft.head) or who
    if who.definite and who.kind in {SourceKind.BODY, SourceKind.CROWD} and not who.plural:
        return _resolve_body(layers, draft.head, who, known)
    return who


def _resolve_body(layers: Layers, at: int, who: Described, known: Sequence[_Known]) -> Described:
    """For "the group", "the agency" the last named body that spoke, if no other word tells them apart."""
    if len(who.role) > 1 or layers.tokens[at].lemma not in BODIES or layers.tokens[at].pos == "PROPN":
        return who
    sentence = layers.tokens[at].sentence
    bodies = [k for k in known if k.who.named and k.who.kind is SourceKind.BODY and k.at < at]
    before = [
        k
        for k in bodies
        if sentence - k.sentence <= BODY_LOOK_BACK and k.who.description != k.who.description.lower()
    ]
    named = [k for k in before if who.role & {w.lower() for w in k.who.description.split()}]
    generic = layers.tokens[at].lemma in POINTING
    fitting = named or [k for k in before if k.speaks and generic]
    return max(fitting, key=lambda k: k.at).who if fitting else who


def _resolve_pronoun(scene: Scene, at: int, who: Described, known: Sequence[_Known]) -> Described:
    tokens = scene.layers.tokens
    sentence = tokens[at].sentence
    quoted = scene.quote_of[at]
    near = [
        k for k in known
        if k.at < at and sentence - LOOK_BACK <= k.sentence and _fits(who.pronoun, k.who)
        and (k.speaks or k.who.kind is not SourceKind.BODY or (k.subject and sentence - k.sentence <= 1))
        and (not k.inside or (quoted >= 0 and scene.quote_of[k.at] == quoted))
    ]  # fmt: skip
    if not near:
        return who
    # The nearest sentence first; in it who speaks, then who acts, then who stands first.
    best = min(near, key=lambda k: (sentence - k.sentence, not k.speaks, not k.subject, k.at))
    return replace(best.who, pronoun="")


def _fits(pronoun: str, who: Described) -> bool:
    if who.pronoun or who.kind in {SourceKind.AUTHOR, SourceKind.NONE}:
        return False
    if pronoun in {"he", "him", "his"}:
        return who.kind in PEOPLE and not who.plural and not who.role & FEMALE
    if pronoun in {"she", "her", "hers"}:
        return who.kind in PEOPLE and not who.plural and not who.role & MALE
    if pronoun in {"they", "them", "their", "these", "those"}:
        return who.plural or who.kind in {SourceKind.BODY, SourceKind.CROWD}
    if pronoun in {"it", "its"}:
        return who.kind in {SourceKind.BODY, SourceKind.DOCUMENT} and not who.plural
    return False


def _find_people(layers: Layers, names: NameIndex) -> list[_Known]:
    """Every mention of a named person, with the role that stands beside it."""
    found = []
    for name in names.people:
        head = _head_of(layers, name.first, name.last)
        sentence = layers.tokens[head].sentence
        if layers.sentences[sentence].furniture:
            continue
        who = describe_source(layers, names, head)
        governor = layers.tokens[head].head
        if layers.tokens[head].dep == "appos":
            who = replace(who, role=who.role | describe_source(layers, names, governor).role)
        if who.kind is SourceKind.PERSON and not who.pronoun:
            subject = layers.tokens[head].dep in {"nsubj", "nsubjpass"}
            found.append(
                _Known(at=head, sentence=sentence, speaks=False, subject=subject, inside=False, who=who)
            )
    return found


def _find_bodies(layers: Layers, names: NameIndex) -> list[_Known]:
    """Every mention of a named organisation, for "the group" to look back to."""
    found = []
    for name in layers.names:
        if name.kind != "ORG" or layers.sentences[layers.tokens[name.first].sentence].furniture:
            continue
        head = _head_of(layers, name.first, name.last)
        who = describe_source(layers, names, head)
        if who.kind is SourceKind.BODY and who.named:
            sentence = layers.tokens[head].sentence
            subject = layers.tokens[head].dep in {"nsubj", "nsubjpass"}
            found.append(
                _Known(at=head, sentence=sentence, speaks=False, subject=subject, inside=False, who=who)
            )
    return found


def _head_of(layers: Layers, first: int, last: int) -> int:
    inside = range(first, last)
    return next((i for i in reversed(inside) if layers.tokens[i].head not in inside), last - 1)


def _keys(name: str) -> tuple[str, ...]:
    """The words of a name as they compare."""
    keys = []
    for word in name.lower().replace("'", "").split():
        bare = next((word[len(p) :] for p in PARTICLES if word.startswith(p)), word)
        keys.append(bare.strip(".,"))
    return tuple(key for key in keys if key not in {"al", "el", "jr", "sr", ""})


class _Register:
    """The named persons of a report, to be found by surname or role."""

    def __init__(self, people: Sequence[_Known]) -> None:
        self._people = people
        self._by_key: dict[str, list[_Known]] = {}
        for person in people:
            for key in set(_keys(person.who.name)):
                self._by_key.setdefault(key, []).append(person)

    def expand(self, who: Described, at: int) -> Described:
        """The same person by the fullest name and title that the report gives."""
        keys = _keys(who.name or who.description)
        if not keys:
            return who
        same = [
            p for p in self._by_key.get(keys[-1], ())
            if set(keys) <= set(_keys(p.who.name)) and (len(keys) > 1 or keys[0] in _keys(p.who.name)[-2:])
        ]  # fmt: skip
        longer = [p for p in same if len(_keys(p.who.name)) > 1] or same
        if not longer:
            return who
        # Two people with one surname: the one last named before.
        full = _nearest(longer, at)
        alike = [p for p in longer if set(_keys(p.who.name)) >= set(_keys(full.who.name))]
        best = max(alike, key=lambda p: (len(_keys(p.who.name)), len(p.who.description), -p.at))
        role = frozenset[str]().union(who.role, *(p.who.role for p in alike))
        return replace(best.who, role=role)

    def bearer(self, who: Described, at: int) -> Described | None:
        """The last person named before who bears a role ("the minister"); None if there is none."""
        wanted = {word for word in who.role if word.isalpha()}
        heads = wanted & OFFICIALS
        if not heads:
            return None
        fitting = [p for p in self._people if p.at < at and wanted <= p.who.role]
        return self.expand(_nearest(fitting, at).who, at) if fitting else None


def _nearest(people: Sequence[_Known], at: int) -> _Known:
    before = [p for p in people if p.at <= at]
    return max(before, key=lambda p: p.at) if before else min(people, key=lambda p: p.at)

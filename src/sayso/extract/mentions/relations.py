"""Ties that a report states between those it mentions: leader of, part of, backed by, founded by.

Only what the words say is taken, each with the words; reports may disagree, and nothing is added from
elsewhere (STANDARDS 11, rule 8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.clauses import first_child, with_conjuncts
from sayso.extract.lexicon import vocabulary
from sayso.model.extraction import Tie
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.model.extraction import Mention
    from sayso.model.layers import Layers

OFFICES: Mapping[str, str] = {
    "leader": "leader_of", "head": "leader_of", "chief": "leader_of", "chairman": "leader_of",
    "president": "leader_of", "director": "leader_of", "boss": "leader_of", "secretary-general": "leader_of",
    "commander": "commander_of", "founder": "founder_of", "member": "member_of", "fighter": "member_of",
    "militant": "member_of", "spokesman": "speaks_for", "spokeswoman": "speaks_for",
    "spokesperson": "speaks_for", "successor": "successor_of", "predecessor": "predecessor_of",
}  # fmt: skip
PARTS = frozenset(
    {"part", "branch", "wing", "arm", "faction", "affiliate", "offshoot", "member", "unit", "subsidiary"}
)
FOUNDING = frozenset({"found", "establish", "create", "form"})
BACKING = frozenset({"back", "fund", "support", "sponsor", "train", "finance", "arm"})
LINKING = frozenset({"link", "tie", "affiliate", "align", "ally", "connect"})
FORMER = vocabulary("ranks")
OWNERS = frozenset({Kind.PLACE, Kind.FACILITY, Kind.CLASS, Kind.PERSON})


class Ground:
    """The mentions of a report by the tokens that they cover."""

    def __init__(self, layers: Layers, mentions: Sequence[Mention]) -> None:
        self.layers = layers
        self._named: dict[int, Mention] = {}
        self._headed: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda m: (m.form == "name", -len(m.span.text))):
            head = layers.token_at((mention.head or mention.span).start)
            if head is not None and (mention.form == "name" or mention.reference or mention.name):
                self._headed[head] = mention
            if mention.form == "name":
                self._cover(mention)

    def _cover(self, mention: Mention) -> None:
        index = self.layers.token_at(mention.span.start)
        while index is not None and index < len(self.layers.tokens):
            if self.layers.tokens[index].start >= mention.span.end:
                return
            self._named[index] = mention
            index += 1

    def at(self, index: int) -> Mention | None:
        """The name that covers a token, or else the mention with this head; None if there is neither."""
        return self._named.get(index) or self._headed.get(index)

    def name_at(self, index: int) -> Mention | None:
        """The name that covers a token."""
        return self._named.get(index)


def find_relations(layers: Layers, mentions: Sequence[Mention]) -> tuple[Tie, ...]:
    """All ties that the report states, in text order, each once."""
    ground = Ground(layers, mentions)
    found: dict[tuple[str, object, object], Tie] = {}
    for index, token in enumerate(layers.tokens):
        if layers.sentences[token.sentence].furniture:
            continue
        for tie in (*of_office(ground, index), *of_part(ground, index), *of_verb(ground, index)):
            if tie.subject != tie.other:
                found.setdefault((tie.kind, tie.subject, tie.other), tie)
    return tuple(sorted(found.values(), key=lambda tie: (tie.span, tie.kind, tie.subject, tie.other)))


def make_tie(ground: Ground, kind: str, subject: Mention, other: Mention, indices: Sequence[int]) -> Tie:
    """A tie with the words from its first to its last token."""
    layers = ground.layers
    ends = [layers.tokens[i] for i in indices]
    named = [subject.span, other.span]
    named += [m.reference.to for m in (subject, other) if m.reference and m.reference.rule == "apposition"]
    start = min(*(span.start for span in named), *(t.start for t in ends))
    end = max(*(span.end for span in named), *(t.end for t in ends))
    former = any(
        layers.tokens[c].lemma.lower() in FORMER for i in indices for c in (i, *layers.children[i])
    ) or any(layers.tokens[layers.tokens[i].head].text.lower() == "was" for i in indices)
    return Tie(kind=kind, subject=subject.span, other=other.span, span=layers.span(start, end), former=former)


def of_office(ground: Ground, index: int) -> Iterator[Tie]:
    """As in "X, the leader of Y", "Y commander X", "Y's founder X"."""
    layers = ground.layers
    kind = OFFICES.get(layers.tokens[index].lemma.lower())
    if kind is None:
        return
    holder = holder_of(ground, index)
    if holder is None:
        return
    for owner in owners_of(layers, index):
        other = ground.at(owner)
        if other is not None and other.span != holder.span and (other.kind.is_body or other.kind in OWNERS):
            if kind == "founder_of":
                yield make_tie(ground, "founded_by", other, holder, [index])
            elif kind.endswith("cessor_of") or other.kind is not Kind.PERSON:
                yield make_tie(ground, kind, holder, other, [index])
            return


def holder_of(ground: Ground, index: int) -> Mention | None:
    """The person or body of whom an office is said; None if nobody is named."""
    layers = ground.layers
    mention = ground.at(index)
    if mention is not None and mention.form == "nominal" and mention.reference is not None:
        if mention.reference.rule == "apposition":
            return mention
        return None
    behind = ground.name_at(index + 1) if index + 1 < len(layers.tokens) else None
    if behind is not None and layers.tokens[index + 1].sentence == layers.tokens[index].sentence:
        return behind if behind.kind is Kind.PERSON else None
    above = layers.tokens[index]
    if above.dep in {"appos", "attr"}:
        near = above.head if above.dep == "appos" else first_child(layers, above.head, "nsubj")
        return None if near is None else ground.name_at(near)
    return None


def owners_of(layers: Layers, index: int) -> list[int]:
    """Tokens that say whose office it is: behind "of" or "for", possessive, or right before it."""
    found = []
    for child in layers.children[index]:
        token = layers.tokens[child]
        if token.dep == "prep" and token.lemma in {"of", "for"}:
            far = first_child(layers, child, "pobj")
            found += [] if far is None else [far]
        elif token.dep in {"poss", "compound", "nmod"}:
            found.append(child)
    return sorted(found, key=lambda i: (i < index, abs(i - index)))


def of_part(ground: Ground, index: int) -> Iterator[Tie]:
    """As in "X is part of Y", "X, a branch of Y"."""
    layers, token = ground.layers, ground.layers.tokens[index]
    if token.lemma.lower() not in PARTS or token.dep not in {"attr", "appos"}:
        return
    near = token.head if token.dep == "appos" else first_child(layers, token.head, "nsubj")
    subject = None if near is None else ground.at(near)
    of = next((c for c in layers.children[index] if layers.tokens[c].lemma == "of"), None)
    far = first_child(layers, of, "pobj") if of is not None else None
    other = None if far is None else ground.at(far)
    if subject is not None and other is not None and subject.kind.is_body and other.kind.is_body:
        yield make_tie(ground, "part_of", subject, other, [index])


def of_verb(ground: Ground, index: int) -> Iterator[Tie]:
    """As in "Y includes X and Z", "X was founded by Y", "X, backed by Y", "Y-backed X"."""
    token = ground.layers.tokens[index]
    lemma = token.lemma.lower()
    if lemma == "include" and token.pos == "VERB":
        yield from included(ground, index)
    if lemma in FOUNDING | BACKING | LINKING and token.tag in {"VBN", "VBD"}:
        yield from passive(ground, index, lemma)


def included(ground: Ground, index: int) -> Iterator[Tie]:
    """The members that a body is said to include."""
    layers = ground.layers
    subject, thing = first_child(layers, index, "nsubj"), first_child(layers, index, "dobj")
    whole = None if subject is None else ground.at(subject)
    if whole is None or thing is None or not whole.kind.is_body:
        return
    for each in with_conjuncts(layers, thing):
        part = ground.at(each)
        if part is not None and part.kind.is_body:
            yield make_tie(ground, "part_of", part, whole, [index])


def passive(ground: Ground, index: int, lemma: str) -> Iterator[Tie]:
    """Who founded, backs or is linked to whom, told with a participle."""
    layers, token = ground.layers, ground.layers.tokens[index]
    kind = "founded_by" if lemma in FOUNDING else "backed_by" if lemma in BACKING else "linked_to"
    subject = first_child(layers, index, "nsubjpass")
    if subject is None and token.dep in {"acl", "amod"}:
        subject = token.head
    whose = None if subject is None else ground.at(subject)
    if whose is None or not (whose.kind.is_body or whose.kind is Kind.CLASS):
        return
    for child in layers.children[index]:
        word = layers.tokens[child]
        far: int | None = child if word.dep in {"npadvmod", "compound", "nsubj"} and child < index else None
        if word.dep in {"agent", "prep"} and word.lemma in {"by", "to", "with"}:
            far = first_child(layers, child, "pobj")
        other = None if far is None else ground.at(far)
        if other is not None and (other.kind.is_body or other.kind is Kind.PLACE):
            yield make_tie(ground, kind, whose, other, [index])

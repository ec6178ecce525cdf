"""Attributions without a reporting verb: "according to", "reportedly", headlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.fitting import fit_draft, words_at
from sayso.extract.attributions.geometry import runs_of, stretch_of
from sayso.extract.attributions.roles import DOCUMENTS, is_source_noun
from sayso.extract.attributions.scene import Draft
from sayso.extract.attributions.syntax import child, clause_head, noun_stretch
from sayso.model.claims import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.attributions.fitting import Run
    from sayso.extract.attributions.geometry import Stretch
    from sayso.extract.attributions.scene import Scene
    from sayso.model.layers import Layers, Sentence

LONGEST_HEADLINE_SOURCE = 5
"""Words that a source before or after a colon has at most (s)."""
OFFICIAL = frozenset({"official", "preliminary", "initial", "provisional", "first", "latest", "early"})


def find_aside_drafts(scene: Scene) -> Iterator[Draft]:
    """Drafts for "according to", for adverbs of hearsay and for headlines with a colon."""
    layers = scene.layers
    for sentence in layers.sentences:
        if sentence.furniture:
            continue
        for index in range(sentence.first, sentence.last):
            lemma = layers.tokens[index].text.lower()
            draft = None
            if lemma == "according" and index + 1 < sentence.last:
                draft = _according(scene, index, sentence)
            elif lemma in scene.lexicon.adverbs:
                draft = _adverb(scene, index)
            elif lemma == ":":
                draft = _colon(scene, index, sentence) or _figures(scene, index, sentence)
            if draft is not None:
                yield draft


def _according(scene: Scene, index: int, sentence: Sentence) -> Draft | None:
    layers = scene.layers
    head = according_head(layers, index)
    source = None if head is None else noun_stretch(layers, head)
    if head is None or source is None:
        return None
    below = _aside_tokens(layers, index, head, sentence)
    source = (source[0], min(source[1], layers.tokens[max(below)].end))
    runs = _surroundings(layers, index, sentence, below)
    draft = Draft(
        anchor=index,
        cue=words_at(scene, index, index + 2),
        source=source,
        head=head,
        content=(),
        stance=Stance.REPORT,
        rule="according to",
    )
    return fit_draft(scene, draft, runs)


def according_head(layers: Layers, index: int) -> int | None:
    """Head of the source after "according to"; None if this is no such phrase."""
    tokens = layers.tokens
    if (
        tokens[index].text.lower() != "according"
        or index + 1 >= len(tokens)
        or tokens[index + 1].text.lower() != "to"
    ):
        return None
    to = child(layers, index, "prep", "pcomp", "aux")
    return child(layers, index + 1 if to is None else to, "pobj")


def _aside_tokens(layers: Layers, index: int, head: int, sentence: Sentence) -> set[int]:
    """The tokens of "according to X", without a main clause that the parse hangs from X by mistake."""
    below = set(layers.subtree(index))
    rest = [
        i
        for i in range(max(below) + 1, sentence.last)
        if layers.tokens[i].dep in {"nsubj", "nsubjpass", "expl"}
    ]
    commas = [i for i in range(head + 1, max(below)) if layers.tokens[i].text == ","]
    if index <= sentence.first + 2 and not rest and commas:
        return set(range(index, commas[0]))
    return below


def _surroundings(layers: Layers, aside: int, sentence: Sentence, below: set[int]) -> list[tuple[int, int]]:
    """The clause that an aside qualifies: the whole sentence if it opens or closes it after a comma."""
    tokens = layers.tokens
    opens = aside <= sentence.first + 2
    before = tokens[aside - 1].text if aside > sentence.first else ""
    top = clause_head(layers, tokens[aside].head)
    while (opens or before == ",") and tokens[top].dep == "conj" and tokens[top].pos in {"VERB", "AUX"}:
        top = clause_head(layers, tokens[top].head)
    while child(layers, top, "nsubj", "nsubjpass", "expl") is None and tokens[top].head != top:
        top = clause_head(layers, tokens[top].head)
    said = set(layers.subtree(top)) - below
    if (
        top == aside
        or not said
        or (opens and tokens[max(below)].text != "," and _comma_follows(layers, max(below)))
    ):
        said = set(range(sentence.first, sentence.last)) - below
    return runs_of(said)


def _comma_follows(layers: Layers, index: int) -> bool:
    return index + 1 < len(layers.tokens) and layers.tokens[index + 1].text == ","


def _adverb(scene: Scene, index: int) -> Draft | None:
    layers = scene.layers
    token = layers.tokens[index]
    head = token.head
    if head == index:
        return None
    if layers.tokens[head].dep == "amod" and layers.tokens[head].pos == "ADJ":
        said = set(layers.subtree(layers.tokens[head].head))
    else:
        said = set(layers.subtree(clause_head(layers, head)))
    said -= {index}
    entry = scene.lexicon.adverbs[token.text.lower()]
    draft = Draft(
        anchor=index,
        cue=(token.start, token.end),
        source=None,
        head=None,
        content=(),
        stance=entry.stance,
        rule="adverb",
    )
    return fit_draft(scene, draft, runs_of(said))


def _colon(scene: Scene, index: int, sentence: Sentence) -> Draft | None:
    """A headline such as "Mayor unhurt: ministry" and "Ministry: mayor unhurt"."""
    layers = scene.layers
    before, after = (sentence.first, index), (index + 1, sentence.last)
    if after[0] >= after[1] or before[0] >= before[1]:
        return None
    quoted = scene.quote_of[index + 1] >= 0
    sides = [(after, before), (before, after)] if sentence.title else [(before, after)]
    for source, said in sorted(sides, key=lambda side: side[0][1] - side[0][0]):
        head = _headline_source(layers, *source, sure=quoted and said is after)
        if not sentence.title and not _is_transcript(layers, sentence, head):
            continue
        words = None if head is None else stretch_of(layers, *source)
        if head is not None and words is not None:
            return _at_colon(scene, index, words, head, said)
    return None


def _figures(scene: Scene, index: int, sentence: Sentence) -> Draft | None:
    """A line such as "There are now official figures: six people died"."""
    layers = scene.layers
    for noun in range(sentence.first, index):
        token = layers.tokens[noun]
        official = any(layers.tokens[c].lemma in OFFICIAL for c in layers.children[noun])
        if official and token.lemma in DOCUMENTS:
            words = stretch_of(layers, noun - 1, noun + 1)
            return _at_colon(scene, index, words, noun, (index + 1, sentence.last))
    return None


def _at_colon(scene: Scene, colon: int, source: Stretch | None, head: int, said: Run) -> Draft | None:
    draft = Draft(
        anchor=colon,
        cue=words_at(scene, colon, colon + 1),
        source=source,
        head=head,
        content=(),
        stance=Stance.REPORT,
        rule="headline",
    )
    return fit_draft(scene, draft, [said])


def _is_transcript(layers: Layers, sentence: Sentence, head: int | None) -> bool:
    """Whether a line of the body opens with a speaker's name and a colon."""
    opens = (
        sentence.first == 0
        or layers.sentences[layers.tokens[sentence.first - 1].sentence].paragraph < sentence.paragraph
    )
    return opens and head is not None and layers.tokens[head].pos == "PROPN"


def _headline_source(layers: Layers, first: int, last: int, *, sure: bool) -> int | None:
    """The head of a short noun phrase that can say something; None if it is none."""
    tokens = layers.tokens
    while first < last and tokens[last - 1].pos == "PUNCT":
        last -= 1
    inside = range(first, last)
    if not 0 < last - first <= LONGEST_HEADLINE_SOURCE or any(
        tokens[i].pos in {"VERB", "AUX"} for i in inside
    ):
        return None
    heads = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    named = any(
        name.kind in {"PERSON", "ORG"} and first <= name.first and name.last <= last for name in layers.names
    )
    if any(is_source_noun(tokens[i]) for i in inside):
        return next(i for i in reversed(inside) if is_source_noun(tokens[i]))
    proper = sure and all(tokens[i].pos == "PROPN" or tokens[i].text[:1].isupper() for i in inside)
    return heads[-1] if heads and (named or proper) else None

"""Who reacted to the incident, and how: verbs for it, and what speakers do by their own words.

A reaction is a reporting word or a deed ("condemned", "sent condolences"), or a sentence of the
speaker's that does the same ("We condemn this", "a cowardly act"). What is only asked, planned or
left open is none, nor is the author's own voice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.lexicon import load_lexicon
from sayso.extract.attributions.roles import can_say
from sayso.extract.attributions.scene import Draft, build_scene
from sayso.extract.attributions.speakers import resolve_sources
from sayso.extract.attributions.syntax import agent_of, is_passive, noun_stretch, speaker_of
from sayso.extract.clauses import clause_of, is_negated
from sayso.extract.event_words import families_of
from sayso.extract.lexicon import read_words, vocabulary
from sayso.model.claims import Attribution, Source, SourceKind, Stance
from sayso.model.extraction import Reaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.extract.scene import Scene
    from sayso.model.layers import Layers, Sentence

CONDEMNED, THREATENED = "condemned", "threatened"
CONDEMNING, DEEDS, CARRIED_OUT = (vocabulary(name) for name in ("condemning", "deeds", "carried_out"))
OPEN = frozenset({"may", "might", "could", "would", "should", "can", "must", "will", "shall"})
FIRST_PERSON = frozenset({"i", "we"})
VERBAL = frozenset({"VERB", "AUX"})
REACH = 16
"""Tokens behind a verb among which its complement is looked for (s)."""
COMPLEMENTS = frozenset({"dobj", "prep", "xcomp", "ccomp", "dative", "oprd", "prt", "advcl", "agent"})
AT = frozenset({"at", "over", "for"})
LIGHT = frozenset({
    "be", "begin", "bring", "carry", "conduct", "ensure", "establish", "exercise", "find", "get", "give",
    "hold", "keep", "launch", "maintain", "make", "open", "order", "practice", "practise", "provide", "put",
    "remain", "see", "send", "set", "show", "start", "stay", "take", "use",
})  # fmt: skip
"""Verbs through which a word still tells what is called for or offered."""
ASKED_OF_COURTS = frozenset({
    "access", "appeal", "application", "bail", "bond", "entry", "motion", "parole", "permission", "petition",
    "plea", "request", "visa",
})  # fmt: skip
"""What is denied or welcomed without anybody speaking of the incident."""
DRAWN = frozenset({"attract", "bring", "draw", "earn", "prompt", "provoke", "spark", "trigger", "win"})
NOUNS = {"condemnation": "condemned", "denunciation": "condemned", "mockery": "mocked", "ridicule": "mocked",
         "praise": "praised", "condolence": "mourned"}  # fmt: skip
"""Reactions that something draws from somebody."""
NOBODYS = frozenset({SourceKind.AUTHOR, SourceKind.NONE})


def find_reactions(scene: Scene, attributions: Sequence[Attribution]) -> tuple[Reaction, ...]:
    """Every reaction that a report tells of, in text order, each with whoever reacted."""
    layers = scene.layers
    verbs = [
        (index, kind)
        for sentence in scene.sentences()
        for index, kind in _verbs(layers, sentence)
        if not _is_charged(layers, index, attributions)
    ]
    cued = {index: one for index, _ in verbs if (one := _cued(layers, index, attributions)) is not None}
    bare = {index: draft for index, _ in verbs if index not in cued and (draft := _draft(layers, index))}
    sources = _sources(layers, bare)
    found = [
        _reaction(layers, index, kind, sources.get(index), cued.get(index))
        for index, kind in verbs
        if index in cued or index in sources
    ]
    found += _drawn(scene)
    found += [
        _reaction(layers, index, kind, None, one)
        for one in attributions
        for index, kind in _done_by_words(layers, one)
    ]
    kept = {(one.kind, one.cue): one for one in found if _is_somebody(one.source)}
    return tuple(sorted(kept.values(), key=lambda one: (one.cue, one.kind)))


def _sources(layers: Layers, drafts: Mapping[int, Draft]) -> dict[int, Source]:
    """Who is behind every draft, by its token."""
    found = resolve_sources(build_scene(layers, load_lexicon()), list(drafts.values()))
    return dict(zip(drafts, found, strict=True))


def _is_somebody(source: Source) -> bool:
    return source.kind not in NOBODYS and source.description != "not specified"


def _drawn(scene: Scene) -> list[Reaction]:
    """Reactions that something drew from somebody ("sparked condemnation from the guild")."""
    layers = scene.layers
    drafts = {}
    for sentence in scene.sentences():
        for index in range(sentence.first, sentence.last):
            token = layers.tokens[index]
            verb = layers.tokens[token.head]
            if token.lemma in NOUNS and token.dep == "dobj" and verb.lemma in DRAWN and not sentence.title:
                giver = next(
                    (
                        pobj
                        for prep in (*layers.children[index], *layers.children[token.head])
                        if layers.tokens[prep].lemma == "from"
                        for pobj in layers.children[prep]
                        if layers.tokens[pobj].dep == "pobj"
                    ),
                    None,
                )
                if giver is not None and _may_react(layers, giver):
                    drafts[index] = _as_draft(layers, index, giver)
    sources = _sources(layers, drafts)
    return [
        _reaction(layers, index, NOUNS[layers.tokens[index].lemma], source, None)
        for index, source in sources.items()
    ]


def _verbs(layers: Layers, sentence: Sentence) -> Iterator[tuple[int, str]]:
    """The verbs of a sentence that tell of a reaction that took place, with its kind."""
    if sentence.title:
        return
    for index in range(sentence.first, sentence.last):
        token = layers.tokens[index]
        if token.pos in VERBAL and token.lemma in read_words("reactions"):
            kind = _kind(layers, index)
            if kind and not _is_open(layers, index):
                yield index, kind


def _kind(layers: Layers, verb: int) -> str:
    """The kind of reaction a verb tells of with its complement; empty for none."""
    below = [c for c in layers.children[verb] if layers.tokens[c].dep in COMPLEMENTS]
    if any(layers.tokens[c].dep == "dobj" and layers.tokens[c].lemma in ASKED_OF_COURTS for c in below):
        return ""
    whole = is_passive(layers, verb) or any(
        layers.tokens[c].dep in {"dobj", "ccomp", "xcomp"} or layers.tokens[c].lemma in AT for c in below
    )
    inside = [i for c in below for i in layers.subtree(c) if abs(i - verb) <= REACH]
    words = {
        word
        for i in inside
        if _is_complement(layers, i, verb)
        for word in (layers.tokens[i].lemma, layers.tokens[i].text.lower())
    }
    for entry in read_words("reactions")[layers.tokens[verb].lemma]:
        kind, _, needed = entry.partition(": ")
        if (words & set(needed.split())) if needed else whole:
            return kind
    return ""


def _is_complement(layers: Layers, index: int, verb: int) -> bool:
    """Whether a word hangs on a verb through nothing but light verbs ("urged them to show restraint")."""
    here = layers.tokens[index].head
    if layers.tokens[index].pos == "VERB" and layers.tokens[index].dep in {"advcl", "relcl", "acl"}:
        return False
    while here != verb:
        token = layers.tokens[here]
        if token.head == here or (token.pos == "VERB" and token.lemma not in LIGHT):
            return False
        here = token.head
    return True


def _is_open(layers: Layers, verb: int) -> bool:
    """Whether the reaction is denied, asked for, planned or only possible."""
    children = [layers.tokens[child] for child in layers.children[verb]]
    token = layers.tokens[verb]
    loose = token.lemma == "threaten" and token.tag == "VBG"  # "rain is threatening to delay the rescue"
    helped = loose or any(child.dep == "aux" and child.lemma in OPEN for child in children)
    purpose = any(child.tag == "TO" for child in children) and token.dep != "ROOT"
    asked = any(child.lemma in {"if", "whether", "unless"} for child in children)
    return helped or purpose or asked or is_negated(layers, verb)


def _cued(layers: Layers, verb: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose reporting word this is, or in whose quotation "we" react."""
    token = layers.tokens[verb]
    for one in attributions:
        if any(span.start <= token.start < span.end for span in one.cue):
            return one
    if not _is_own(layers, verb):
        return None
    return next(
        (one for one in attributions if any(span.start <= token.start < span.end for span in one.content)),
        None,
    )


def _is_own(layers: Layers, verb: int) -> bool:
    subject = speaker_of(layers, verb)
    return subject is not None and layers.tokens[subject].text.lower() in FIRST_PERSON


def _is_charged(layers: Layers, verb: int, attributions: Sequence[Attribution]) -> bool:
    """Whether a threat is only told by another speaker ("They threatened us, she said")."""
    token = layers.tokens[verb]
    told = any(span.start <= token.start < span.end for one in attributions for span in one.content)
    return token.lemma == "threaten" and told and not _is_own(layers, verb)


def _draft(layers: Layers, verb: int) -> Draft | None:
    """The reaction as a statement whose source is yet to be told; None if nobody can have made it."""
    head = agent_of(layers, verb) if is_passive(layers, verb) else speaker_of(layers, verb)
    return None if head is None or not _may_react(layers, head) else _as_draft(layers, verb, head)


def _as_draft(layers: Layers, index: int, head: int) -> Draft:
    token = layers.tokens[index]
    return Draft(
        anchor=index,
        cue=(token.start, token.end),
        source=noun_stretch(layers, head, barrier=index),
        head=head,
        content=((token.start, token.end),),
        stance=Stance.REPORT,
        rule="reaction",
    )


def _may_react(layers: Layers, head: int) -> bool:
    token = layers.tokens[head]
    if token.pos == "PROPN" or token.tag in {"PRP", "WP", "WDT"}:
        return token.text.lower() not in {"it", "that", "this"}
    return can_say(token)


def _done_by_words(layers: Layers, one: Attribution) -> Iterator[tuple[int, str]]:
    """What a speaker does by the words of the content: condemns a deed, or threatens to avenge one."""
    for span in one.content:
        index = layers.token_at(span.start)
        while index is not None and index < len(layers.tokens) and layers.tokens[index].start < span.end:
            token = layers.tokens[index]
            if token.lemma in CONDEMNING and _is_of_deed(layers, index):
                yield index, CONDEMNED
            elif token.lemma in CARRIED_OUT and token.pos == "VERB" and _will(layers, index):
                yield index, THREATENED
            index += 1


def _is_of_deed(layers: Layers, adjective: int) -> bool:
    """Whether an adjective judges a deed ("a cowardly act"), and is not taken back."""
    token = layers.tokens[adjective]
    noun = token.head
    if token.dep not in {"amod", "conj"} or is_negated(layers, noun):
        return False
    while layers.tokens[noun].dep == "conj" and layers.tokens[noun].pos == "ADJ":
        noun = layers.tokens[noun].head
    noun = layers.tokens[noun].head if layers.tokens[noun].pos == "ADJ" else noun
    return layers.tokens[noun].lemma in DEEDS or bool(families_of(layers, noun))


def _will(layers: Layers, verb: int) -> bool:
    return _is_own(layers, verb) and any(
        layers.tokens[c].lemma in {"will", "shall", "'ll"} for c in layers.children[verb]
    )


def _reaction(
    layers: Layers, index: int, kind: str, source: Source | None, said: Attribution | None
) -> Reaction:
    token = layers.tokens[index]
    sentence = layers.sentences[token.sentence]
    at = layers.tokens[clause_of(layers, index)]
    who = source or (said.source if said else None)
    assert who is not None  # noqa: S101 - the caller gives one or the other
    return Reaction(
        kind=kind,
        cue=layers.span(token.start, token.end),
        span=layers.span(sentence.start, sentence.end),
        at=layers.span(at.start, at.end),
        source=who,
        said=said.id if said else None,
    )

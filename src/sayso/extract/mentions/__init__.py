"""Mentions in one report: names, descriptions and pronouns, and what they point to within it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.mentions.descriptions import find_descriptions
from sayso.extract.mentions.kinds import decide, is_located, share, weigh, words_at
from sayso.extract.mentions.known import Answer, Known, know, things_of
from sayso.extract.mentions.names import find_role, find_runs
from sayso.extract.mentions.naming import core, explained, shortened
from sayso.extract.mentions.phrases import Phrase, as_mention, head_of
from sayso.extract.mentions.pronouns import gender_of, is_pronoun, owner_of, resolve_its, resolve_pronoun
from sayso.extract.mentions.resolve import resolve_description
from sayso.model.extraction import Reference
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.extract.mentions.descriptions import Description
    from sayso.extract.mentions.names import Run
    from sayso.extract.mentions.naming import Short
    from sayso.model.extraction import Mention
    from sayso.model.layers import Layers

__all__ = ["find_mentions"]


def find_mentions(layers: Layers) -> tuple[Mention, ...]:
    """All mentions of a report outside page furniture, in text order.

    Within the report, names are led to the fuller names that the report gives for them, and
    descriptions and pronouns to whom they mean, each with the reason. What fits nobody or two
    stays open and says so.
    """
    runs = find_runs(layers)
    shorts, kinds = find_shorts(layers, runs)
    names = [name_phrase(layers, run, kinds[words_at(layers, run)]) for run in runs]
    full = {short.name: short.full for short in shorts}
    known = know(layers, names, things_of(names, full, layers))
    found = [*named_mentions(layers, names, shorts), *described_mentions(layers, runs, known)]
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.form)))


def find_shorts(layers: Layers, runs: Mapping[Run, str]) -> tuple[list[Short], dict[str, Kind]]:
    """Which names of the report stand for others of it, and one kind for all names of one thing."""
    points = weigh(layers, runs)
    ordered = list(runs)
    alone = {name: decide(count) for name, count in points.items()}
    shorts = list(explained(layers, ordered, alone))
    for short in shorts:
        points[short.name][Kind.ORGANISATION] += 2 if short.name.isalpha() and len(short.name) < 8 else 0
    kinds = alone | share(points, [(short.name, short.full) for short in shorts])
    kinds |= dict.fromkeys(bare_surnames(layers, runs, kinds), Kind.PERSON)
    shorts += shortened(layers, kinds, ordered, shorts)
    first: dict[str, Short] = {}
    for short in shorts:
        if short.full != short.name and first.get(short.full, short).full != short.name:
            first.setdefault(short.name, short)
    groups: dict[str, set[str]] = {}
    for short in first.values():
        if kinds[short.full] is not Kind.PERSON:
            groups.setdefault(short.full, {short.full}).add(short.name)
    return list(first.values()), kinds | share(points, groups.values())


def bare_surnames(layers: Layers, runs: Mapping[Run, str], kinds: Mapping[str, Kind]) -> list[str]:
    """Single words taken for something else that are the surname of a person whom the report names in full.

    A word that stands behind "in" or "near" stays a place: a town and a man can share a name.
    """
    surnames = {core(name)[-1] for name, kind in kinds.items() if kind is Kind.PERSON and len(core(name)) > 1}
    found = {words_at(layers, run) for run in runs} & surnames
    located = {words_at(layers, run) for run in runs if is_located(layers, run)}
    return sorted(name for name in found - located if kinds[name] is not Kind.PERSON)


def name_phrase(layers: Layers, run: Run, kind: Kind) -> Phrase:
    """A name as a phrase, with what the report says beside it if it is a person's."""
    first, last = run
    start, end = layers.tokens[first].start, layers.tokens[last - 1].end
    return Phrase(
        first=first,
        last=last,
        head=head_of(layers, first, last),
        name=layers.span(start, end).text,
        kind=kind,
        form="name",
        role=find_role(layers, run) if kind is Kind.PERSON else None,
    )


def named_mentions(layers: Layers, names: Sequence[Phrase], shorts: Sequence[Short]) -> list[Mention]:
    """The names; a short one points to the first place of its fuller name."""
    first: dict[str, Phrase] = {}
    for phrase in names:
        first.setdefault(words_at(layers, (phrase.first, phrase.last)), phrase)
    short_of = {short.name: short for short in shorts}
    found = []
    for phrase in names:
        short = short_of.get(words_at(layers, (phrase.first, phrase.last)))
        if short is None:
            found.append(as_mention(layers, phrase))
        else:
            answer = Answer(to=first.get(short.full), rule=short.rule, why=short.why)
            found.append(pointing(layers, phrase, answer))
    return found


def pointing(layers: Layers, phrase: Phrase, answer: Answer) -> Mention:
    """A phrase as a mention that points where the answer says."""
    if answer.to is None or answer.to == phrase:
        return as_mention(layers, phrase, doubt=answer.why or None)
    to = layers.span(layers.tokens[answer.to.first].start, layers.tokens[answer.to.last - 1].end)
    return as_mention(layers, phrase, reference=Reference(to=to, rule=answer.rule, why=answer.why))


def described_mentions(layers: Layers, runs: Mapping[Run, str], known: Known) -> list[Mention]:
    """Descriptions and pronouns, in text order, each with what it points to."""
    bodies = frozenset(phrase.last - 1 for phrase in known.named if phrase.kind.is_body)
    described = {each.phrase.head: each for each in find_descriptions(layers, list(runs), bodies=bodies)}
    homes = [each for each in described.values() if each.sort == "dwelling"]
    found = []
    for index, token in enumerate(layers.tokens):
        if index in described and described[index].sort != "dwelling":
            mention = of_description(layers, described[index], known)
            found += [] if mention is None else [mention]
        elif is_pronoun(layers, index) and not layers.sentences[token.sentence].furniture:
            found.append(of_pronoun(layers, index, Kind.PERSON, known, resolve_pronoun(known, index)))
        elif (answer := resolve_its(known, index)) is not None and answer.to is not None:
            found.append(of_pronoun(layers, index, answer.to.kind, known, answer))
    mentions = (of_description(layers, each, known) for each in homes)  # whose home it is may be said behind
    return [*found, *(mention for mention in mentions if mention is not None)]


def of_pronoun(layers: Layers, index: int, kind: Kind, known: Known, answer: Answer) -> Mention:
    """A pronoun as a mention."""
    word = layers.tokens[index].text
    phrase = Phrase(first=index, last=index + 1, head=index, name=word, kind=kind, form="pronoun")
    if answer.to is not None:
        known.note(phrase, known.thing[answer.to])
        if kind is Kind.PERSON:
            known.genders.setdefault(known.thing[answer.to], gender_of(word))
    return pointing(layers, phrase, answer)


def of_description(layers: Layers, each: Description, known: Known) -> Mention | None:
    """A description as a mention; None for one that points to nobody and stands for nothing by itself."""
    answer = resolve_description(known, each)
    if answer.to is not None:
        known.note(each.phrase, known.thing[answer.to])
        return pointing(layers, each.phrase, answer)
    if each.sort == "dwelling":
        owner = owner_of(known, each.phrase)
        phrase = replace(each.phrase, name=f"residence | {owner or ''}")
        if owner is None:
            return None
        known.note(phrase, phrase.name)
        return as_mention(layers, phrase)
    if each.sort in {"class", "institution", "weapon"}:
        known.note(each.phrase, each.phrase.name)
        return as_mention(layers, each.phrase)
    return as_mention(layers, each.phrase, doubt=answer.why) if each.definite and answer.why else None

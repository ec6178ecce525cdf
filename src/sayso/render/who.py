"""Who somebody or something is, by all reports: spellings, roles, ties, what it says, what is said of it.

Everything is somebody's words with their place; sayso itself says nothing of anybody (STANDARDS 11).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from sayso.model.values import Responsibility
from sayso.render.lookup import Lookup, speaker_words
from sayso.render.phrases import counted, plain, shortened, value_words
from sayso.render.wording import act_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import Dossier
    from sayso.model.entities import Entity, EntityJoin
    from sayso.model.spans import Span

TIES = {
    "leader_of": "leader of", "commander_of": "commander of", "member_of": "member of", "part_of": "part of",
    "backed_by": "backed by", "linked_to": "linked to", "founded_by": "founded by",
    "speaks_for": "speaks for", "successor_of": "successor of", "predecessor_of": "predecessor of",
}  # fmt: skip
MOST = 12
"""Lines of one kind that are shown; the rest is counted (s)."""
WIDE = 12


def find_named(dossier: Dossier, name: str) -> tuple[Entity, ...]:
    """The entities that a name, spelling or id means, most mentioned first.

    A spelling that fits letter for letter goes before one that only holds the words.
    """
    wanted = letters(name)
    exact = [
        e for e in dossier.entities if e.id == name or wanted in {letters(n) for n in (e.name, *e.aliases)}
    ]
    inside = [e for e in dossier.entities if any(holds(n, name) for n in (e.name, *e.aliases))]
    described = [
        e for e in dossier.entities if not e.named and wanted in {letters(m.span.text) for m in e.mentions}
    ]
    found = exact or described or inside
    return tuple(sorted(found, key=lambda e: (-len(e.mentions), e.name, e.id)))


def letters(name: str) -> str:
    """A name as it compares here: small letters without accents, spaces and marks."""
    plain_text = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]|\N{COMBINING ACUTE ACCENT}", "", plain_text)


def holds(name: str, wanted: str) -> bool:
    """Whether a name holds all words of another."""
    words = {letters(word) for word in re.split(r"[\s\-]+", name)}
    asked = {letters(word) for word in wanted.split()} - {""}
    return bool(asked) and asked <= words


def render_who(dossier: Dossier, entities: Sequence[Entity]) -> str:
    """What all reports say of each of these entities, as plain lines."""
    lookup = Lookup.of(dossier)
    return "\n\n".join("\n".join(told(entity, lookup)) for entity in entities) + "\n"


def told(entity: Entity, lookup: Lookup) -> Iterator[str]:
    """One entity, block by block; what no report gives is left out."""
    yield f"{plain(entity.name)} – {entity.kind}" + ("" if entity.named else ", no name is given")
    yield from block("spelled", spellings(entity, lookup))
    yield from block("called", roles(entity, lookup))
    yield from block("ties", ties(entity, lookup))
    yield from block("says", sayings(entity, lookup))
    yield from block("of it", said_of(entity, lookup))
    yield from block("held", accusations(entity, lookup))
    yield from block("joined", (why_joined(join) for join in telling(entity.joins)))
    yield from block("apart", kept_apart(entity, lookup))


def block(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines under one title; no more than fit on a page."""
    found = list(lines)
    for number, line in enumerate(found[:MOST]):
        yield f"  {title if number == 0 else '':{WIDE - 4}}  {line}"
    if len(found) > MOST:
        yield f"  {'':{WIDE - 4}}  … and {len(found) - MOST} more"


def spellings(entity: Entity, lookup: Lookup) -> Iterator[str]:
    """Every spelling with the reports that have it and how often; descriptions and pronouns counted."""
    names = Counter(" ".join(m.span.text.split()) for m in entity.mentions if m.form == "name")
    for name, times in sorted(names.items(), key=lambda entry: (-entry[1], entry[0])):
        spans = [
            m.span for m in entity.mentions if m.form == "name" and " ".join(m.span.text.split()) == name
        ]
        yield f"{plain(name)}  {times}× ({outlets(spans, lookup)})"
    for form, words in (("nominal", "description"), ("pronoun", "pronoun")):
        spans = [m.span for m in entity.mentions if m.form == form]
        if spans:
            examples = ", ".join(f"“{shortened(plain(text))}”" for text in distinct(spans)[:3])
            yield f"{counted(len(spans), words)}: {examples}"


def distinct(spans: Iterable[Span]) -> list[str]:
    """The different words of spans, most frequent first."""
    words = Counter(" ".join(span.text.split()) for span in spans)
    return sorted(words, key=lambda text: (-words[text], text))


def outlets(spans: Iterable[Span], lookup: Lookup) -> str:
    """The reports that hold spans, by their outlets."""
    reports = sorted({span.report for span in spans}, key=lambda report: lookup.numbers[report])
    return ", ".join(dict.fromkeys(plain(lookup.reports[report].name) for report in reports))


def dated(spans: Sequence[Span], days: Sequence[str | None], lookup: Lookup) -> str:
    """The outlets of spans, each with the day for which it says so."""
    told_by: dict[str, str] = {}
    for span, day in zip(spans, days, strict=False):
        name = plain(lookup.reports[span.report].name)
        told_by.setdefault(name, f"{name}, {day}" if day else name)
    return "; ".join(told_by.values())


def roles(entity: Entity, lookup: Lookup) -> Iterator[str]:
    """What reports call it beside its name."""
    for role in entity.roles:
        yield f"“{plain(role.text)}” ({dated(role.spans, role.as_of, lookup)})"


def ties(entity: Entity, lookup: Lookup) -> Iterator[str]:
    """What reports say ties it to others, and others to it."""
    for relation in entity.relations:
        other = lookup.entities.get(relation.other)
        if other is not None:
            words = ("formerly " if relation.former else "") + TIES.get(relation.kind, relation.kind)
            yield f"{words} {plain(other.name)} ({dated(relation.spans, relation.as_of, lookup)})"
    for other in lookup.dossier.entities:
        for relation in other.relations:
            if relation.other == entity.id:
                words = ("formerly " if relation.former else "") + TIES.get(relation.kind, relation.kind)
                told_by = dated(relation.spans, relation.as_of, lookup)
                yield f"{plain(other.name)}: {words} it ({told_by})"


def sayings(entity: Entity, lookup: Lookup) -> Iterator[str]:
    """What it is reported as saying, in the reports' words."""
    said = [a for a in lookup.dossier.attributions if a.source.entity == entity.id and a.asserts]
    for one in sorted(said, key=lambda a: (lookup.numbers[a.report], a.content)):
        words = " … ".join(shortened(plain(" ".join(span.text.split()))) for span in one.content)
        yield f"{words} ({plain(lookup.reports[one.report].name)})"


def said_of(entity: Entity, lookup: Lookup) -> Iterator[str]:
    """Claims about it that lay no responsibility on anybody."""
    for claim in claims_about(entity, lookup):
        if not isinstance(claim.value, Responsibility):
            yield f"{value_words(claim.value, wording=claim.wording)} – {source_of(claim, lookup)}"


def accusations(entity: Entity, lookup: Lookup) -> Iterator[str]:
    """Who holds it responsible, who does not, and what it says itself (STANDARDS 3)."""
    for claim in claims_about(entity, lookup):
        if isinstance(claim.value, Responsibility):
            speaker = "" if claim.source == "author" else speaker_words(claim.source)
            name = speaker or plain(lookup.report_of(claim).name)
            act = act_of(claim.value.status, party=claim.value.party, speaker=speaker)
            yield f"{plain(name)} {act} ({plain(lookup.report_of(claim).name)})"


def claims_about(entity: Entity, lookup: Lookup) -> list[Claim]:
    """Claims whose value names the entity, in the order of the reports."""
    found = [claim for claim in lookup.claims.values() if claim.about == entity.id]
    return sorted(found, key=lambda c: (lookup.numbers[c.spans[0].report], c.spans[0].start, c.slot, c.id))


def source_of(claim: Claim, lookup: Lookup) -> str:
    """Who says so, and where."""
    outlet = plain(lookup.report_of(claim).name)
    return outlet if claim.source == "author" else f"{plain(speaker_words(claim.source))} ({outlet})"


def telling(joins: Iterable[EntityJoin]) -> list[EntityJoin]:
    """The joins of spellings that differ in more than case and marks, each pair once."""
    found: dict[frozenset[str], EntityJoin] = {}
    for join in joins:
        pair = frozenset(letters(name) for name in join.names)
        if len(pair) > 1 or join.set_by == "analyst":
            found.setdefault(pair, join)
    return list(found.values())


def why_joined(join: EntityJoin) -> str:
    """Why two spellings are one."""
    by = ", by an analyst" if join.set_by == "analyst" else ""
    return f"“{plain(join.names[0])}” and “{plain(join.names[1])}”: {plain(join.why)}{by}"


def kept_apart(entity: Entity, lookup: Lookup) -> Iterator[str]:
    """Entities with a like name that are not this one, and why."""
    for pair in lookup.dossier.apart:
        if entity.id in pair.entities:
            yield f"“{plain(pair.names[0])}” is not “{plain(pair.names[1])}”: {plain(pair.why)}"


def render_why(dossier: Dossier, first: str, second: str, *, compared: str) -> str | None:
    """Why two spellings are or are not taken for one thing's; None if a name stands in no report.

    Args:
        dossier: The account.
        first: One name.
        second: The other.
        compared: What a comparison of the two names says, for names that are two.
    """
    ours, theirs = find_named(dossier, first), find_named(dossier, second)
    if not ours or not theirs:
        return None
    shared = [entity for entity in ours if entity in theirs]
    if shared:
        return "\n".join(why_one(shared[0], first, second)) + "\n"
    return "\n".join(why_two(dossier, ours[0], theirs[0], compared)) + "\n"


def why_one(entity: Entity, first: str, second: str) -> Iterator[str]:
    """The chain of joins that leads from one spelling to the other."""
    yield f"“{plain(first)}” and “{plain(second)}” are taken for one: {plain(entity.name)} ({entity.kind})."
    for join in path_between(entity.joins, letters(first), letters(second)):
        yield f"  {why_joined(join)}"


def path_between(joins: Sequence[EntityJoin], start: str, goal: str) -> list[EntityJoin]:
    """The shortest chain of joins between two spellings; all joins if there is none."""
    paths: dict[str, list[EntityJoin]] = {start: []}
    waiting = [start]
    while waiting:
        here = waiting.pop(0)
        if here == goal:
            return paths[here]
        for join in joins:
            ends = [letters(name) for name in join.names]
            for one, other in (ends, ends[::-1]):
                if one == here and other not in paths:
                    paths[other] = [*paths[here], join]
                    waiting.append(other)
    return list(joins)


def why_two(dossier: Dossier, ours: Entity, theirs: Entity, compared: str) -> Iterator[str]:
    """Why two entities are two."""
    yield f"“{plain(ours.name)}” ({ours.kind}) and “{plain(theirs.name)}” ({theirs.kind}) are taken for two."
    known = [pair for pair in dossier.apart if set(pair.entities) == {ours.id, theirs.id}]
    for pair in known:
        yield f"  “{plain(pair.names[0])}” is not “{plain(pair.names[1])}”: {plain(pair.why)}"
    if not known and ours.kind.family is not theirs.kind.family:
        yield f"  One is a {ours.kind}, the other a {theirs.kind}; names of two kinds are never compared."
    elif not known:
        yield f"  {plain(compared)}"

"""Names in one report: what kind of thing each names, and the title that comes with it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sayso.extract.clauses import PHRASE_LINKS, first_child
from sayso.model.extraction import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.layers import Layers, NamedSpan
    from sayso.model.spans import Span

KINDS: Mapping[str, str] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility",
    "PRODUCT": "other", "EVENT": "other", "WORK_OF_ART": "other",
}  # fmt: skip
"""OntoNotes types that name something, and what sayso calls them. Nationalities are no names of bodies."""
BODY_WORDS = re.compile(
    r"\b(group|militia|movement|organi[sz]ation|party|front|brigades?|forces?|army|cartel|agency|ministry|police"
    r"|department|council|committee|union|network|alliance|units?|commission|court|university|hospital|company"
    r"|corp|inc|times|post|news|radio|television|tv|press|observatory|foundation|association|bureau|office)\b",
    re.IGNORECASE,
)
EDGES = re.compile(r"^(?:the|a|an)\s+|['’]s?$|^['\"“”‘’(\[]+|['\"“”‘’)\],.;:]+$", re.IGNORECASE)
TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})


def find_mentions(layers: Layers) -> tuple[Mention, ...]:
    """All named mentions of a report outside page furniture, in text order."""
    kinds = _vote_kinds(layers)
    found = []
    for named in layers.names:
        if named.kind not in KINDS or layers.report.is_furniture(named.start, named.end):
            continue
        start, end = trim(layers.shadow, named.start, named.end)
        if end - start < 2 or not any(c.isalpha() for c in layers.shadow[start:end]):
            continue
        words = layers.shadow[start:end]
        found.append(
            Mention(
                span=layers.span(start, end),
                name=layers.span(start, end).text,
                kind=kinds[words.lower()],
                form="name",
                role=_role(layers, named),
            )
        )
    return tuple(found)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without article, possessive ending and marks at its edges."""
    while start < end and (match := EDGES.search(text[start:end])):
        if match.start() == 0:
            start += match.end()
        else:
            end = start + match.start()
    return start, end


def _vote_kinds(layers: Layers) -> dict[str, str]:
    """The kind of every name, voted over the report, since one reading alone is often wrong."""
    votes: dict[str, Counter[str]] = {}
    for named in layers.names:
        if named.kind in KINDS:
            start, end = trim(layers.shadow, named.start, named.end)
            words = layers.shadow[start:end]
            kind = "organisation" if _is_body(layers, named, words) else KINDS[named.kind]
            votes.setdefault(words.lower(), Counter())[kind] += 1
    return {words: max(sorted(count), key=lambda kind: count[kind]) for words, count in votes.items()}


def _is_body(layers: Layers, named: NamedSpan, words: str) -> bool:
    """Whether a name is marked as a body's: by a word in it or the noun right beside it."""
    if named.kind not in {"PERSON", "ORG"}:
        return False
    behind = layers.tokens[named.last] if named.last < len(layers.tokens) else None
    ahead = layers.tokens[named.first - 1] if named.first else None
    beside = [t.text for t in (behind, ahead) if t is not None and t.pos == "NOUN"]
    return bool(BODY_WORDS.search(words)) or any(BODY_WORDS.fullmatch(word) for word in beside)


def _role(layers: Layers, named: NamedSpan) -> Span | None:
    """The title before a person's name, or the description set behind it in commas."""
    if named.kind != "PERSON":
        return None
    head = max(
        range(named.first, named.last),
        key=lambda i: (layers.tokens[i].head not in range(named.first, named.last), i),
    )
    first = named.first
    while (
        first and layers.tokens[first - 1].pos in TITLE_POS and layers.tokens[first - 1].dep in PHRASE_LINKS
    ):
        first -= 1
    if first < named.first:
        return layers.span(layers.tokens[first].start, layers.tokens[named.first - 1].end)
    beside = first_child(layers, head, "appos")
    if beside is None or beside < named.last or layers.tokens[beside].pos != "NOUN":
        return None
    words = [i for i in layers.subtree(beside) if layers.tokens[i].sentence == layers.tokens[head].sentence]
    stop = next(
        (i for i in words if layers.tokens[i].dep in {"relcl", "acl"} or layers.tokens[i].text == ","),
        words[-1] + 1,
    )
    return layers.span(layers.tokens[words[0]].start, layers.tokens[max(stop - 1, beside)].end)

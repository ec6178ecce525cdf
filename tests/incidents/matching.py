"""When a claim of a dossier answers what a careful reader expects of a report.

The rules are those of GOLD.md, in small: same slot, group and event, same value, same sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import Dossier, Finding

SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+|\n\s*")
NOT_HEADS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "at",
        "on",
        "near",
        "and",
        "to",
        "by",
        "for",
        "from",
        "with",
        "his",
        "her",
        "its",
    ]
)
SAME_GROUP = {
    "people": "all",
    "victims": "all",
    "officers": "police",
    "policemen": "police",
    "police officers": "police",
    "customs guards": "guards",
    "demonstrators": "protesters",
    "guerrillas": "attackers",
    "gunmen": "attackers",
}


def heads(text: str) -> frozenset[str]:
    """The words of a phrase that tell it from others, lower case, plural endings dropped."""
    plain = re.sub(r"['’]s\b|(?<=\b[a-z])\.(?=[a-z]\b)", "", text.lower())
    return frozenset(re.sub(r"(?<=\w{4})s$", "", word) for word in re.findall(r"\w+", plain)) - NOT_HEADS


def alike(one: str, other: str) -> bool:
    """Whether one phrase holds the other's words, or they share half of all."""
    ours, theirs = heads(one), heads(other)
    return ours <= theirs or theirs <= ours or 2 * len(ours & theirs) >= len(ours | theirs)


def same_slot(one: str, other: str) -> bool:
    """Whether two slots ask the same; what is counted may be worded differently."""
    kind, _, noun = one.partition(":")
    other_kind, _, other_noun = other.partition(":")
    if kind != other_kind:
        return False
    if kind == "condition" or noun == other_noun:
        return True
    return 2 * len(heads(noun) & heads(other_noun)) >= len(heads(noun) | heads(other_noun))


def same_group(one: str, other: str) -> bool:
    """Whether two groups are one, by another word."""
    return SAME_GROUP.get(one, one) == SAME_GROUP.get(other, other)


def same_value(wanted: Mapping[str, Any], value: Mapping[str, Any]) -> bool:
    """Numbers, dates and set words must be equal; texts need the same head words."""
    exact = {"lo", "hi", "start", "end", "state", "status"} & set(wanted)
    if any(wanted[name] != value.get(name, "absent") for name in exact):
        return False
    texts = [name for name in ("text", "person", "party", "answer") if wanted.get(name)]
    return all(alike(wanted[name], str(value.get(name) or "-")) for name in texts)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or run of sentences, that holds text[start:end]."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    first = max((offset for offset in ends if offset <= start), default=0)
    return first, min((offset for offset in ends if offset >= end), default=len(text))


def focal_claims(dossier: Dossier) -> tuple[Claim, ...]:
    """The claims about the focal incident."""
    focal = {event.id for event in dossier.events if event.focal}
    return tuple(claim for claim in dossier.claims if claim.event in focal)


def claims_like(claims: Iterable[Claim], wanted: Mapping[str, Any]) -> tuple[Claim, ...]:
    """The claims with the wanted slot, group and value, wherever they stand."""
    return tuple(
        claim
        for claim in claims
        if same_slot(wanted["slot"], claim.slot)
        and same_group(wanted["group"], claim.group)
        and same_value(wanted["value"], msgspec.to_builtins(claim.value))
    )


def stands_in(claim: Claim, dossier: Dossier, report: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the claim's spans shares a sentence with one of the places."""
    texts = {one.id: one for one in dossier.reports if one.file.rpartition("/")[2] == report}
    return any(
        span.start < last and first < span.end
        for span in claim.spans
        if span.report in texts
        for start, end in places
        for first, last in [sentence_around(texts[span.report].text, start, end)]
    )


def focal_findings(dossier: Dossier, slot: str, group: str) -> tuple[Finding, ...]:
    """The findings on one question about the focal incident."""
    focal = {event.id for event in dossier.events if event.focal}
    return tuple(
        finding
        for finding in dossier.findings
        if finding.event in focal and same_slot(slot, finding.slot) and same_group(group, finding.group)
    )

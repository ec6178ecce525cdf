"""Sentences by rule from findings, in words that accuse nobody (STANDARDS 11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.claims import UNNAMED, Modality
from sayso.model.dossier import Verdict
from sayso.model.values import Answer, Claimed, Condition, Count, Responsibility
from sayso.render.lookup import speaker
from sayso.render.phrases import (
    STATES,
    counted,
    listing,
    plain,
    sentence_case,
    value_words,
)
from sayso.render.topics import HARMS, topic_of
from sayso.render.voices import names_of, one_per_speaker, who_says

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import Finding, FindingValue
    from sayso.model.values import Value
    from sayso.render.lookup import Lookup

AGREED = (Verdict.CORROBORATED, Verdict.COMPATIBLE)

OWN_VOICE = frozenset({"date", "time", "place", "target", "condition", *HARMS} - {"arrested"})
"""Slots that may be told in our own voice once corroborated (STANDARDS 11.1)."""

SAYS = {
    Modality.STATED: ("says", "say"),
    Modality.REPORTED: ("says", "say"),
    Modality.ALLEGED: ("says", "say"),
    Modality.DENIED: ("denies", "deny"),
    Modality.SPECULATED: ("thinks it possible:", "think it possible:"),
}
PLURAL = re.compile(r"\b(police|people|\w+[^\Wsu]s)$", re.IGNORECASE)
"""What an unnamed source is called that is more than one: "unnamed investigators say"."""
MODALITIES = {
    Modality.STATED: "in the report’s own voice",
    Modality.REPORTED: "reported",
    Modality.ALLEGED: "put as an allegation",
    Modality.DENIED: "denied",
    Modality.SPECULATED: "put as a possibility",
}
OWN_ACTS = {"denied": "denied it", "claimed": "took responsibility"}
ACTS = {
    "convicted": "told of a court verdict against {party}",
    "claimed": "said that {party} took responsibility",
    "accused_by_other": "accused {party}",
    "suspected_by_authorities": "suspected {party}",
    "blamed_unsourced": "told of blame put on {party}, without naming who puts it",
    "stated_by_author": "held {party} responsible",
    "mentioned": "mentioned {party} in connection with it",
    "denied": "denied that {party} was responsible",
    "cleared": "said that {party} was cleared",
}
MOST_ACTS = 6
"""A sentence tells so many acts of blame or denial; the page lists all."""
MOST_SIDES = 4
"""A sentence hears so many sides; the page hears all."""
EXPLAINED = re.compile(r" \([\d,]+ or more\)$")


def sentence_for(finding: Finding, lookup: Lookup) -> str:
    """One finding as a sentence, in the voice that its verdict allows.

    Corroborated harm, time, place and target are told outright; everything else is given
    to those who say it, and every side of a dispute is heard (STANDARDS 11.1-3).
    """
    if finding.slot.partition(":")[0] == "responsibility":
        return responsibility_sentence(finding, lookup)
    if not finding.values or finding.verdict is Verdict.NOT_REPORTED:
        return not_reported(topic_of(finding), lookup)
    told = _BY_VERDICT.get(finding.verdict, _according_to)(finding, lookup)
    return told[:-1] if told.endswith("..") else told  # "3.20 p.m."


def not_reported(about: str, lookup: Lookup) -> str:
    """That no report tells of something; which does not mean that there was nothing."""
    read = len(lookup.read)
    return (
        f"None of the {counted(read, 'report')} gives {about}."
        if read != 1
        else f"The report does not give {about}."
    )


GRAVITY = (
    "convicted", "claimed", "suspected_by_authorities", "accused_by_other", "stated_by_author",
    "blamed_unsourced", "denied", "cleared", "mentioned",
)  # fmt: skip
"""Statuses of responsibility in the order in which a sentence tells them."""


def responsibility_sentence(finding: Finding, lookup: Lookup) -> str:
    """Who accuses, suspects, denies or takes responsibility, each by name, with any denial.

    What weighs most comes first: parties by the gravest act, each with its denial behind; who is
    merely mentioned comes last, and is not asked for a response.
    """
    acts: dict[str, list[Claim]] = {}
    parties: dict[str, str] = {}
    denied = set()
    for value in finding.values:
        for claim in one_per_speaker(lookup.claims_of(value)):
            if isinstance(claim.value, Responsibility):
                acts.setdefault(act_key(claim), []).append(claim)
                party = claim.about or alike(claim.value.party)
                if claim.value.status != "mentioned":
                    parties.setdefault(party, claim.value.party)
                denied |= {party} if claim.value.status == "denied" else set()
    parts = [act_words(claims, lookup) for claims in by_gravity(acts.values())]
    if not parts:
        return (
            not_reported("anyone as responsible", lookup).replace("gives", "names").replace("give ", "name ")
        )
    more = [f"{len(parts) - MOST_ACTS} further statements"] if len(parts) > MOST_ACTS else []
    told = sentence_case("; ".join([*parts[:MOST_ACTS], *more])) + "."
    unheard = {name for party, name in parties.items() if party not in denied}
    return " ".join(filter(None, (told, silence(unheard))))


def by_gravity(acts: Iterable[list[Claim]]) -> list[list[Claim]]:
    """Acts with those on one party together: the party of whom the gravest is said first."""
    told = [(claims, claims[0].about or alike(getattr(claims[0].value, "party", ""))) for claims in acts]
    worst: dict[str, int] = {}
    for claims, party in told:
        worst[party] = min(worst.get(party, len(GRAVITY)), _gravity(claims[0]))
    ranked = sorted(told, key=lambda pair: (worst[pair[1]], pair[1], _gravity(pair[0][0])))
    return [claims for claims, _ in ranked]


def _gravity(claim: Claim) -> int:
    status = claim.value.status if isinstance(claim.value, Responsibility) else ""
    return GRAVITY.index(status) if status in GRAVITY else len(GRAVITY)


def silence(parties: Collection[str]) -> str:
    """That these parties are not heard on what is said of them; empty if there are none."""
    names = listing([plain(party) for party in sorted(parties)], last="or")
    return f"No response from {names} in these reports." if names else ""


def act_key(claim: Claim) -> str:
    """The same for claims by which one speaker does the same to one party, in whatever report.

    What reports say in their own voice stays apart.
    """
    who = speaker(claim) or claim.spans[0].report
    act = act_of(claim.value.status, party="", speaker="") if isinstance(claim.value, Responsibility) else ""
    party = claim.about or alike(getattr(claim.value, "party", ""))
    return f"{alike(who)}|{act}|{party}"


def alike(name: str) -> str:
    """A name as it compares here: case and the shape of apostrophes laid aside."""
    return name.casefold().replace("’", "'")


def act_words(claims: Sequence[Claim], lookup: Lookup) -> str:
    """What a speaker does to a party in claims of responsibility, as a clause."""
    value = claims[0].value
    who = speaker(claims[0])
    if not isinstance(value, Responsibility):
        return f"{who_says(claims, lookup)} says {value_words(value, wording=claims[0].wording)}"
    return f"{who_says(claims, lookup)} {act_of(value.status, party=value.party, speaker=who)}"


def act_of(status: str, *, party: str, speaker: str) -> str:
    """What somebody does to a party by what is said; the party may speak for itself."""
    if status in OWN_ACTS and alike(speaker) == alike(party):
        return OWN_ACTS[status]
    return ACTS.get(status, "spoke of {party}").format(party=plain(party))


def explains(claim: Claim | None) -> bool:
    """Whether a claim explains the incident without a party: that it was staged, or an accident."""
    return claim is not None and claim.slot.startswith("fact:")


def explaining(claim: Claim, status: str) -> str:
    """What somebody does with such an explanation: says so, thinks it possible, or denies it."""
    if status == "denied":
        return "denied it"
    return "thought it possible" if claim.modality is Modality.SPECULATED else "said so"


def value_of(value: FindingValue, lookup: Lookup) -> str:
    """A finding's value in words; vague number words are taken from the first claim."""
    claims = lookup.claims_of(value)
    return value_words(value.value, wording=claims[0].wording if claims else value.text)


def answer_words(value: FindingValue, lookup: Lookup) -> str:
    """A value in words where its question already names the person it is about."""
    if isinstance(value.value, Condition):
        return STATES.get(value.value.state, plain(value.value.state))
    return value_of(value, lookup)


def by_support(finding: Finding) -> tuple[FindingValue, ...]:
    """The values, those first that no firmer or later one covers, then those with most origins."""
    return tuple(sorted(finding.values, key=lambda value: (not value.votes, -len(value.origins))))


def leading(finding: Finding) -> FindingValue:
    """The value to tell first: one that votes, with most origins, then the most exact."""
    return max(finding.values, key=lambda value: (value.votes, len(value.origins), _exactness(value.value)))


def _exactness(value: Value) -> float:
    """Higher for an answer that leaves less open."""
    lo, hi = getattr(value, "lo", None), getattr(value, "hi", None)
    if lo is not None:
        return -(hi - lo) if hi is not None else float("-inf")
    return float(len(getattr(value, "text", "")))


def _said(value: FindingValue, lookup: Lookup) -> str:
    """One side: who says it, and what; those who deny it apart from those who say it."""
    claims = one_per_speaker(lookup.claims_of(value))
    words = answer_words(value, lookup)
    denying = [claim for claim in claims if claim.modality is Modality.DENIED]
    saying = [claim for claim in claims if claim.modality is not Modality.DENIED]
    denied = "it" if saying or isinstance(value.value, Answer) else words
    told = [_voiced(claims, said, lookup) for claims, said in ((saying, words), (denying, denied)) if claims]
    return "; ".join(told) or words


def _voiced(claims: Sequence[Claim], words: str, lookup: Lookup) -> str:
    source = speaker(claims[0])
    several = len({speaker(claim) or claim.spans[0].report for claim in claims}) > 1 or (
        claims[0].source.startswith(UNNAMED) and bool(PLURAL.search(source))
    )
    return f"{names_of(claims, lookup)} {SAYS[claims[0].modality][several]} {words}"


def _sides(finding: Finding, lookup: Lookup) -> str:
    values = by_support(finding)
    more = len(values) - MOST_SIDES
    rest = [counted(more, "further answer")] if more > 0 else []
    return "; ".join([*(_said(value, lookup) for value in values[:MOST_SIDES]), *rest])


def _disputed(finding: Finding, lookup: Lookup) -> str:
    return f"Accounts differ on {topic_of(finding)}: {_sides(finding, lookup)}."


def _corroborated(finding: Finding, lookup: Lookup) -> str:
    head = finding.slot.partition(":")[0]
    if head in OWN_VOICE:
        return f"{sentence_case(outright(finding, leading(finding), lookup))}."
    return f"On {topic_of(finding)} independent accounts agree: {_sides(finding, lookup)}."


def _compatible(finding: Finding, lookup: Lookup) -> str:
    return f"Accounts of {topic_of(finding)} fit together: {_sides(finding, lookup)}."


def _according_to(finding: Finding, lookup: Lookup) -> str:
    first = leading(finding)
    claims = one_per_speaker(lookup.claims_of(first))
    if len(finding.values) > 1 or not claims:
        return f"On {topic_of(finding)}: {_sides(finding, lookup)}."
    told = f"{outright(finding, first, lookup)}."
    if claims[0].modality is Modality.SPECULATED:
        return f"{sentence_case(names_of(claims, lookup))} put it as a possibility: {told}"
    if claims[0].modality is Modality.DENIED:
        return f"{sentence_case(names_of(claims, lookup))} denied it: {told}"
    return f"According to {names_of(claims, lookup)}, {told}"


def _one_side(finding: Finding, lookup: Lookup) -> str:
    return f"Only one side speaks of {topic_of(finding)}: {_sides(finding, lookup)}."


def _unsourced(finding: Finding, lookup: Lookup) -> str:
    return f"Without a source that could be traced, on {topic_of(finding)}: {_sides(finding, lookup)}."


def _outdated(finding: Finding, lookup: Lookup) -> str:
    return f"No longer upheld by those who gave it, on {topic_of(finding)}: {_sides(finding, lookup)}."


def _unknown(finding: Finding, lookup: Lookup) -> str:
    return f"The reports themselves leave open {topic_of(finding)}: {_sides(finding, lookup)}."


def _refuted(finding: Finding, lookup: Lookup) -> str:
    return f"An analyst has ruled against this account of {topic_of(finding)}: {_sides(finding, lookup)}."


def outright(finding: Finding, value: FindingValue, lookup: Lookup) -> str:
    """A value as a clause in nobody's voice; the caller says whose it is."""
    head = finding.slot.partition(":")[0]
    answer = value.value
    if head in HARMS and isinstance(answer, Count):
        return _harm(head, finding.group, answer, value_of(value, lookup))
    if isinstance(answer, Condition):
        return f"{plain(answer.person)} was {STATES.get(answer.state, plain(answer.state))}"
    if isinstance(answer, Claimed):
        return value_of(value, lookup)
    return f"{topic_of(finding)} is {value_of(value, lookup)}"


def _harm(head: str, group: str, answer: Count, words: str) -> str:
    one, many = HARMS[head]
    whole = group in {"all", ""}
    people = "people" if whole else plain(group)
    if (answer.lo, answer.hi) == (0, 0):
        return f"no {people} {many}"
    if (answer.lo, answer.hi) == (1, 1):
        return f"1 person {one}" if whole else f"1 of the {people} {one}"
    number = EXPLAINED.sub("", words)
    return f"{number}{' of' if number.endswith('s') else ''} {people} {many}"


_BY_VERDICT: dict[Verdict, Callable[[Finding, Lookup], str]] = {
    Verdict.DISPUTED: _disputed,
    Verdict.CORROBORATED: _corroborated,
    Verdict.COMPATIBLE: _compatible,
    Verdict.ONE_SIDE: _one_side,
    Verdict.UNSOURCED: _unsourced,
    Verdict.SUPERSEDED: _outdated,
    Verdict.RETRACTED: _outdated,
    Verdict.REFUTED: _refuted,
    Verdict.STATED_UNKNOWN: _unknown,
}
"""All other verdicts give the words to those who say them."""

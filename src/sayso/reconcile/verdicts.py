"""What can be said of a finding: the tests of STANDARDS 6, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.dossier import Relation, Verdict
from sayso.model.values import Answer, Responsibility, Text
from sayso.reconcile.comparison import AGREEING
from sayso.reconcile.names import related_party, same_party, stands_for
from sayso.reconcile.relations import BLAMING, CLEARING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.reconcile.standing import Standing, Voice

UNKNOWN = frozenset({"unknown", "unclear", "not known"})
POSITIVE = frozenset({"accused_by_other", "blamed_unsourced", "claimed", "convicted"})
"""Accusations that are no word of the authorities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two voices that cannot both be right."""

    one: Voice
    other: Voice


def find_verdict(standing: Standing) -> tuple[Verdict, Dispute | None]:
    """The verdict on a finding, and the clearest dispute if it is disputed.

    One side, refuted and retracted need an analyst; they are never set here.
    """
    dispute = find_dispute(standing)
    if dispute:
        return Verdict.DISPUTED, dispute
    if has_revision(standing):
        return Verdict.SUPERSEDED, None
    live = [voice for voice in standing.voices if not voice.superseded]
    if live and all(says_unknown(standing, voice) for voice in live):
        return Verdict.STATED_UNKNOWN, None
    strong = [voice for voice in live if not voice.weak and voice.counts]
    origins = {voice.origin for voice in strong}
    if not origins:
        return Verdict.UNSOURCED, None
    if len(origins) == 1:
        return Verdict.SINGLE_ORIGIN, None
    return (Verdict.CORROBORATED if agree(standing, strong) else Verdict.COMPATIBLE), None


def says_unknown(standing: Standing, voice: Voice) -> bool:
    """Whether a source says that it is not known."""
    value = standing.values[voice.value]
    return isinstance(value, Answer | Text) and value_words(value) in UNKNOWN


def value_words(value: Answer | Text) -> str:
    """The words of a worded answer, in lower case."""
    return (value.answer if isinstance(value, Answer) else value.text).casefold()


def has_revision(standing: Standing) -> bool:
    """Whether a value was replaced by another with which it does not agree."""
    gone = {voice.value for voice in standing.voices if voice.superseded}
    left = {voice.value for voice in standing.voices if voice.stands}
    return any(standing.relation(a, b) is Relation.CONFLICTS for a in gone for b in left)


def agree(standing: Standing, strong: Iterable[Voice]) -> bool:
    """Whether two origins give equal values, or values of which one refines the other."""
    backing: dict[int, set[str]] = {}
    for voice in strong:
        if not voice.denied:
            backing.setdefault(voice.value, set()).add(voice.origin)
    if any(len(origins) > 1 for origins in backing.values()):
        return True
    return any(
        standing.relation(a, b) in AGREEING and backing[a] != backing[b]
        for a in sorted(backing)
        for b in sorted(backing)
        if a < b
    )


def find_dispute(standing: Standing) -> Dispute | None:
    """The clearest dispute; None if nothing excludes anything."""
    if any(isinstance(value, Responsibility) for value in standing.values):
        return blame_against_denial(standing) or rival_accusations(standing)
    return denials(standing) or opposing_values(standing)


def opposing_values(standing: Standing) -> Dispute | None:
    """Voices of different origins whose values exclude each other and vote."""
    refined = standing.refined()
    distinct: dict[int, dict[tuple[str, str], Voice]] = {}
    for voice in standing.voices:
        if voice.stands and not voice.guess and voice.value not in refined:
            distinct.setdefault(voice.value, {}).setdefault((voice.origin, voice.speaker), voice)
    voting = {place: list(found.values()) for place, found in distinct.items()}
    backing = {place: len({voice.origin for voice in voices}) for place, voices in voting.items()}
    pairs = sorted(
        ((a, b) for a in voting for b in voting if a < b),
        key=lambda pair: (-backing[pair[0]] - backing[pair[1]], pair),
    )
    for a, b in pairs:
        if standing.relation(a, b) is Relation.CONFLICTS and not side_by_side(standing, a, b):
            first, second = one_sided(voting[a], voting[b])
            sides = [Dispute(one=x, other=y) for x in first for y in second if two_sides(x, y)]
            if sides:
                return min(sides, key=plainness)
    return None


def one_sided(first: list[Voice], second: list[Voice]) -> tuple[list[Voice], list[Voice]]:
    """The voices for each of two values without those that give both: who says 6.05 and 6.10 rounds."""
    sides = [{side_of(voice) for voice in voices} for voices in (first, second)]
    both = sides[0] & sides[1]
    return [v for v in first if side_of(v) not in both], [v for v in second if side_of(v) not in both]


def side_of(voice: Voice) -> str:
    """Whose word a voice is when accounts are set against each other."""
    return voice.speaker if voice.speaker.startswith("unnamed:") else voice.origin


def plainness(dispute: Dispute) -> tuple[int, int]:
    """Disputes between named speakers are told first, those between unnamed ones last."""
    speakers = [voice.speaker for voice in (dispute.one, dispute.other)]
    unnamed = sum(speaker.startswith("unnamed:") for speaker in speakers)
    own = sum(speaker.startswith(("outlet:", "report:")) for speaker in speakers)
    return unnamed, own


def two_sides(a: Voice, b: Voice) -> bool:
    """Whether two voices are different origins, or unnamed sources with no word in common.

    Unnamed sources count as one origin so that they corroborate nothing among themselves;
    that must not hide that they contradict each other.
    """
    if a.origin != b.origin:
        return True
    words = [set(voice.speaker.removeprefix("unnamed:").split()) for voice in (a, b)]
    unnamed = a.speaker.startswith("unnamed:") and b.speaker.startswith("unnamed:")
    return unnamed and all(words) and not words[0] & words[1]


def side_by_side(standing: Standing, a: int, b: int) -> bool:
    """Whether one speaker in one report names both of two things, as weapons or scenes of one incident."""
    if standing.slot not in ("weapon", "target", "place"):
        return False
    near = (Relation.EQUAL, Relation.REFINES, Relation.OVERLAPS)
    told: dict[tuple[str, str], set[int]] = {}
    for voice in standing.voices:
        told.setdefault((voice.claim.spans[0].report, voice.speaker), set()).add(voice.value)
    return any(
        standing.relation(x, y) is Relation.CONFLICTS
        and standing.relation(x, a) in near
        and standing.relation(y, b) in near
        for values in told.values()
        for x in sorted(values)
        for y in sorted(values)
    )


def denials(standing: Standing) -> Dispute | None:
    """A voice that denies what another affirms, or what the affirmed value implies.

    Where and when are left out: who denies an attack does not deny its day.
    """
    if standing.slot in ("date", "time", "place", "target"):
        return None
    for denial in standing.voices:
        if not denial.denied or denial.superseded:
            continue
        for voice in standing.voices:
            if (
                voice.stands
                and voice.speaker != denial.speaker
                and standing.relation(voice.value, denial.value) in AGREEING
            ):
                return Dispute(one=voice, other=denial)
    return None


def blame_against_denial(standing: Standing) -> Dispute | None:
    """Somebody blames a party, and it or its side denies, or it was cleared. A mention is no blame."""
    blamed = [(voice, row) for voice, row in rows(standing) if row.status in BLAMING]
    cleared = [(voice, row) for voice, row in rows(standing) if row.status in CLEARING]
    for same in (same_party, related_party, short_for):
        for denial, cleared_row in cleared:
            for voice, row in blamed:
                near = same is not short_for or one_report(voice, denial)
                if voice.speaker != denial.speaker and near and same(row.party, cleared_row.party):
                    return Dispute(one=voice, other=denial)
    return None


def short_for(party: str, words: str) -> bool:
    """Whether words such as "the groups" stand for a party."""
    return stands_for(words, party)


def one_report(a: Voice, b: Voice) -> bool:
    """Whether two voices are heard in one report."""
    return a.claim.spans[0].report == b.claim.spans[0].report


def rival_accusations(standing: Standing) -> Dispute | None:
    """Different parties blamed by different origins, neither of which blames the other's party too.

    Authorities that name several parties are not taken for rivals: suspects come and go
    within one investigation. Parties of which one may be part of the other are no rivals.
    """
    blamed = [(v, row) for v, row in rows(standing) if row.status in BLAMING and v.counts and not v.weak]
    parties_of: dict[str, list[str]] = {}
    for voice, row in blamed:
        parties_of.setdefault(voice.origin, []).append(row.party)
    for place, (voice, row) in enumerate(blamed):
        for other, other_row in blamed[place + 1 :]:
            if not {row.status, other_row.status} & POSITIVE or voice.origin == other.origin:
                continue
            too = any(related_party(row.party, party) for party in parties_of[other.origin])
            if not too and rivals(row, other_row):
                return Dispute(one=voice, other=other)
    return None


def rivals(a: Responsibility, b: Responsibility) -> bool:
    """Whether two blamed parties are told apart by name and not by class."""
    return not related_party(a.party, b.party) and all(any(c.isupper() for c in row.party) for row in (a, b))


def rows(standing: Standing) -> list[tuple[Voice, Responsibility]]:
    """The voices on responsibility with what they say."""
    found = []
    for voice in standing.voices:
        value = standing.values[voice.value]
        if isinstance(value, Responsibility):
            found.append((voice, value))
    return found

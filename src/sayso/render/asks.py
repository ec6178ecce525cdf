"""What to ask next, and whom: by rule from disputes, unheard parties, silence and lone origins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.dossier import Finding, Verdict
from sayso.model.values import Condition, Responsibility
from sayso.render.lookup import speaker
from sayso.render.phrases import listing, plain, shortened
from sayso.render.topics import topic_of
from sayso.render.voices import one_per_speaker
from sayso.render.wording import act_key, act_words, alike, answer_words, by_support

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.claims import Claim
    from sayso.render.lookup import Lookup

MOST_ASKS = 6
EACH = 2
"""Questions of one sort that come before the next sort has its turn (s)."""
LEAST_WEIGHT = 50
"""Of a finding that rests on one origin, to be worth a call (s)."""
NOBODYS = frozenset({"blamed_unsourced", "stated_by_author", "denied", "mentioned", "cleared"})
"""Statuses that call for no response of the party: nobody named says it, or it speaks for the party."""
SILENCE = re.compile(r"(?:None of the [\d,]+ reports|The report does not) says? (?P<what>.+?)\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question to put to somebody, with the claims that give rise to it; none for silence."""

    text: str
    claims: tuple[Claim, ...]


def make_asks(lookup: Lookup) -> tuple[Ask, ...]:
    """The questions most worth asking, the most consequential first."""
    own = [one for one in lookup.dossier.findings if lookup.is_focal(one) and one.values]
    own.sort(key=lambda one: (-one.weight, one.slot, one.group, one.id))
    disputed = [one for one in own if one.verdict is Verdict.DISPUTED]
    heads = [one for one in own if one.slot.partition(":")[0] == "responsibility"]
    lone = [one for one in own if one.verdict is Verdict.SINGLE_ORIGIN and one.weight >= LEAST_WEIGHT]
    disputes = [ask for one in disputed if one not in heads and (ask := _of_dispute(one, lookup))]
    # Some of each sort come before more of the first.
    found = [
        *disputes[:EACH],
        *[ask for one in heads for ask in _of_unheard(one, lookup)][:EACH],
        *list(_of_silence(lookup))[:EACH],
        *disputes[EACH:],
        *(_of_lone(one, lookup) for one in [one for one in lone if one not in heads][:EACH]),
    ]
    return tuple({ask.text: ask for ask in found}.values())[:MOST_ASKS]


def _of_dispute(finding: Finding, lookup: Lookup) -> Ask | None:
    """Those on the two best supported sides are asked about what they differ on."""
    sides = []
    claims: list[Claim] = []
    for value in by_support(finding)[:2]:
        told = one_per_speaker(lookup.claims_of(value))
        if told:
            sides.append((told, answer_words(value, lookup)))
            claims += told
    if len(sides) < 2:
        return None
    whom = listing(list(dict.fromkeys(_best_name(told, lookup) for told, _ in sides)))
    given = "; ".join(f"{words}, according to {_whose(told, lookup)}" for told, words in sides)
    return Ask(text=f"Ask {whom} {_about(finding)}: {given}.", claims=tuple(claims))


def _about(finding: Finding) -> str:
    """What to ask about, as it goes on after "Ask somebody"."""
    topic = topic_of(finding).removeprefix("the question: ")
    if topic.endswith("?"):
        return f"about this: {topic.removesuffix('?')}"
    return topic if topic.startswith(("how ", "whether ", "who ")) else f"about {topic}"


def _of_unheard(finding: Finding, lookup: Lookup) -> Iterable[Ask]:
    """Each party by name that somebody accuses or suspects, and that no report lets answer."""
    claims = [claim for value in finding.values for claim in one_per_speaker(lookup.claims_of(value))]
    rows = [(claim, claim.value) for claim in claims if isinstance(claim.value, Responsibility)]
    heard = {claim.about or alike(value.party) for claim, value in rows if value.status == "denied"}
    acts: dict[str, dict[str, list[Claim]]] = {}
    names: dict[str, str] = {}
    heard |= _dead(lookup)
    for claim, value in rows:
        party = claim.about or alike(value.party)
        if party not in heard and value.status not in NOBODYS and _has_name(claim, value.party, lookup):
            names.setdefault(party, plain(value.party))
            acts.setdefault(party, {}).setdefault(act_key(claim), []).append(claim)
    for party, found in acts.items():
        words = "; ".join(act_words(claims, lookup) for claims in list(found.values())[:2])
        own = tuple(claim for claims in found.values() for claim in claims)
        yield Ask(text=f"Ask {names[party]} for a response: {words}.", claims=own)


def _dead(lookup: Lookup) -> set[str]:
    """Those who are said to have been killed, and will not answer."""
    told = [(claim, claim.value) for claim in lookup.claims.values() if isinstance(claim.value, Condition)]
    return {claim.about or alike(value.person) for claim, value in told if value.state == "killed"}


def _has_name(claim: Claim, party: str, lookup: Lookup) -> bool:
    """Whether there is somebody to ask: nobody can find "a small cell"."""
    entity = lookup.entities.get(claim.about or "")
    return entity.named if entity else not party.islower()


def _of_silence(lookup: Lookup) -> Iterable[Ask]:
    """What no report says is put to whoever is quoted most."""
    whom = _most_quoted(lookup)
    for one in lookup.dossier.questions:
        if one.kind == "not_reported" and whom:
            match = SILENCE.fullmatch(plain(one.text))
            what = match["what"] if match else f"what no report tells: {plain(one.text)}"
            yield Ask(text=f"Ask {whom}, quoted most in these reports, {what.rstrip('.')}.", claims=())


def _of_lone(finding: Finding, lookup: Lookup) -> Ask:
    value = by_support(finding)[0]
    claims = one_per_speaker(lookup.claims_of(value))
    text = (
        f"Ask somebody who does not depend on {_best_name(claims, lookup)} {_about(finding)}: "
        f"{answer_words(value, lookup)}, according to {_whose(claims, lookup)} alone."
    )
    return Ask(text=text, claims=tuple(claims))


def _whose(claims: Sequence[Claim], lookup: Lookup) -> str:
    """Whose word it is: a named source, else an unnamed one with the outlet, else the outlet."""
    named = any(_is_named(claim, lookup) for claim in claims)
    who = plain(speaker(claims[0]))
    outlet = _best_name(claims, lookup)
    return outlet if named or not who else f"{shortened(who)} in {outlet}"


def _best_name(claims: Sequence[Claim], lookup: Lookup) -> str:
    """A named source if there is one, else the outlet that must know whose word it has."""
    named = [claim for claim in claims if _is_named(claim, lookup)]
    if named:
        return shortened(plain(speaker(named[0])))
    return plain(lookup.report_of(claims[0]).name) if claims else "the reports"


def _is_named(claim: Claim, lookup: Lookup) -> bool:
    attribution = lookup.attributions.get(claim.attribution or "")
    return bool(speaker(claim)) and attribution is not None and attribution.source.named


def _most_quoted(lookup: Lookup) -> str:
    counts = Counter(speaker(claim) for claim in lookup.claims.values() if _is_named(claim, lookup))
    return plain(min(counts, key=lambda name: (-counts[name], name))) if counts else ""

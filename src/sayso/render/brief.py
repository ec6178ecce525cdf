"""The account on one page: what can be said, what is disputed, what is unknown, what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from sayso.model.dossier import Verdict
from sayso.render.asks import make_asks
from sayso.render.escaping import escaped
from sayso.render.headline import headline, in_brief
from sayso.render.html import UNPRINTABLE, make_environment, part, policy
from sayso.render.lookup import Lookup
from sayso.render.page import number_findings
from sayso.render.phrases import counted, number_words
from sayso.render.points import heading
from sayso.render.sections import find_unanswered
from sayso.render.topics import topic_of
from sayso.render.voices import names_of, one_per_speaker
from sayso.render.wording import answer_words, by_support, sentence_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import Dossier, Finding

SENTENCES, DISPUTES, UNKNOWN = 5, 3, 5
"""How many of each stand on the page."""
FIRST = ("killed", "injured", "responsibility", "claimed")
"""Slots that are told whenever anything is said of them; the weightiest others fill up (s)."""
MOST_SIDES = 3
MOST_IDS = 4
"""Claims named behind a sentence, one for each origin of each answer; the dossier names all."""
LINES, LETTERS, ID_LETTERS = 44, 125, 10
"""Lines for sentences on a sheet of Letter or A4, letters on a line, and letters that an id takes of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with the claims it rests on, some of them left out, and its point in the dossier."""

    text: str
    claims: tuple[str, ...]
    more: int
    point: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A question with the sides that are taken on it."""

    question: str
    point: int | None
    sides: tuple[Sentence, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything on the page."""

    headline: Sentence
    counts: tuple[str, ...]
    as_of: str | None
    version: str
    told: tuple[Sentence, ...]
    disputes: tuple[Dispute, ...]
    unknown: tuple[Sentence, ...]
    asks: tuple[Sentence, ...]


def make_brief(dossier: Dossier) -> Brief:
    """The brief of a dossier, every sentence by rule (STANDARDS 11)."""
    lookup = Lookup.of(dossier)
    numbers = number_findings(lookup)
    own = [one for one in dossier.findings if lookup.is_focal(one) and one.values]
    own.sort(key=lambda one: (-one.weight, one.slot, one.group, one.id))
    scene = [one for one in own if one.slot in {"date", "place"}]
    disputed = [one for one in own if one.verdict is Verdict.DISPUTED][:DISPUTES]
    told = tuple(
        _sentence(_told_in_short(one, disputed, lookup), _behind([one], lookup), numbers.get(one.id))
        for one in _told(own, disputed)
    )
    disputes = tuple(_dispute(one, lookup, numbers) for one in disputed)
    unknown = _unknown(own, lookup, numbers)
    asks = [
        _sentence(ask.text, _one_per_origin([one.id for one in ask.claims], lookup))
        for ask in make_asks(lookup)
    ]
    sides = [side for dispute in disputes for side in dispute.sides]
    return Brief(
        headline=_sentence(headline(lookup), _behind(scene, lookup)),
        counts=in_brief(lookup)[:2],
        as_of=dossier.as_of,
        version=dossier.sayso_version,
        told=told,
        disputes=disputes,
        unknown=unknown,
        asks=_fitting(asks, beside=[*told, *sides, *unknown]),
    )


def render_brief_html(dossier: Dossier) -> str:
    """``brief.html``: one page for the screen and for paper; it loads nothing."""
    style = part("brief.css")
    page = make_environment().get_template("brief.html.jinja")
    markup = page.render(brief=make_brief(dossier), policy=policy(style), style=Markup(style))  # noqa: S704 - ours
    return UNPRINTABLE.sub("\ufffd", markup)


def render_brief_markdown(dossier: Dossier) -> str:
    """``brief.md``: the same as Markdown."""
    brief = make_brief(dossier)
    parts = [
        f"# {_cited(brief.headline)}",
        " ".join(escaped(line) for line in brief.counts),
        *([f"As of {escaped(brief.as_of)}."] if brief.as_of else []),
        "## What the reports say",
        _bullets(_cited(one) for one in brief.told) or "Nothing yet.",
        "## What is disputed",
        *(part for one in brief.disputes for part in _markdown_dispute(one)),
        *([] if brief.disputes else ["Nothing in these reports."]),
        "## What is unknown",
        _bullets(_cited(one) for one in brief.unknown) or "Every question put is answered by a report.",
        "## What to ask next, and whom",
        _bullets(_cited(one) for one in brief.asks) or "Nothing suggests itself.",
        "What reports say, not what happened. The ids are those of claims in dossier.json.",
        f"Made with sayso {escaped(brief.version)}.",
    ]
    return "\n\n".join(parts) + "\n"


def _told(own: Sequence[Finding], disputed: Sequence[Finding]) -> list[Finding]:
    """The findings that the sentences tell: one for each of the first slots, then the weightiest.

    Of the disputes that have a place of their own on the page only the range of a number is told.
    """
    left = [one for one in own if one not in disputed or one.low is not None]
    left.sort(key=lambda one: (one.group != "all", -one.weight))
    first = [next((one for one in left if one.slot.partition(":")[0] == slot), None) for slot in FIRST]
    chosen = [one for one in first if one]
    rest = [
        one
        for one in own
        if one in left
        and one not in (*chosen, *disputed)
        and one.slot not in {"date", "place"}  # the headline has them
        and one.verdict is not Verdict.STATED_UNKNOWN
    ]
    return [*chosen, *rest[: SENTENCES - len(chosen)]]


def _told_in_short(finding: Finding, disputed: Sequence[Finding], lookup: Lookup) -> str:
    """A finding as a sentence; a number on which accounts differ as the range of what is said of it."""
    if finding in disputed:
        return f"{_range(finding)}, as told below."
    if finding.verdict is Verdict.DISPUTED and finding.low is not None:
        return f"{_range(finding)}."
    return sentence_for(finding, lookup)


def _range(finding: Finding) -> str:
    low, high = finding.low or 0, finding.high
    ends = (
        f"between {number_words(low)} and {number_words(high)}" if high else f"at {number_words(low)} or more"
    )
    more = " or more" if high and finding.open_high else ""
    return f"Accounts differ on {topic_of(finding)}: they put it {ends}{more}"


def _fitting(asks: Sequence[Sentence], *, beside: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """As many of the questions as one sheet has room for, at least one."""
    room = LINES - sum(map(_lines, beside))
    kept: list[Sentence] = []
    for ask in asks:
        room -= _lines(ask)
        if room >= 0 or not kept:
            kept.append(ask)
    return tuple(kept)


def _lines(one: Sentence) -> int:
    """Lines that a sentence with its ids takes on paper, roughly."""
    return 1 + (len(one.text) + ID_LETTERS * (len(one.claims) + bool(one.more))) // LETTERS


def _dispute(finding: Finding, lookup: Lookup, numbers: Mapping[str, int]) -> Dispute:
    values = by_support(finding)
    sides = []
    if finding.slot.partition(":")[0] == "responsibility":
        # Every accusation stands with its denial, or with the silence of the accused (STANDARDS 11.3).
        sides, values = [_sentence(sentence_for(finding, lookup), _behind([finding], lookup))], ()
    for value in values[:MOST_SIDES]:
        claims = one_per_speaker(lookup.claims_of(value))
        origins = counted(len(value.origins), "origin")
        words = f"{answer_words(value, lookup)} ({origins}): {names_of(claims, lookup)}"
        sides.append(_sentence(words, _one_per_origin(value.claims, lookup)))
    return Dispute(
        question=heading(finding),
        point=numbers.get(finding.id),
        sides=tuple(sides),
        more=max(0, len(values) - MOST_SIDES),
    )


def _unknown(own: Sequence[Finding], lookup: Lookup, numbers: Mapping[str, int]) -> tuple[Sentence, ...]:
    """What the sources themselves leave open, then what no report answers."""
    left_open = [
        _sentence(sentence_for(one, lookup), _behind([one], lookup), numbers.get(one.id))
        for one in own
        if one.verdict is Verdict.STATED_UNKNOWN
    ]
    silent = [_sentence(question, ()) for question in find_unanswered(lookup)]
    return tuple([*left_open, *silent][:UNKNOWN])


def _behind(findings: Iterable[Finding], lookup: Lookup) -> tuple[Claim, ...]:
    return tuple(
        claim
        for finding in findings
        for value in by_support(finding)
        for claim in _one_per_origin(value.claims, lookup)
    )


def _one_per_origin(claims: Iterable[str], lookup: Lookup) -> tuple[Claim, ...]:
    """The first claim of each origin."""
    origins = {claim: one.id for one in lookup.dossier.origins for claim in one.claims}
    first: dict[str, Claim] = {}
    for name in claims:
        if name in lookup.claims:
            first.setdefault(origins.get(name, name), lookup.claims[name])
    return tuple(first.values())


def _sentence(text: str, claims: Sequence[Claim], point: int | None = None) -> Sentence:
    ids = tuple(dict.fromkeys(claim.id for claim in claims))
    return Sentence(text=text, claims=ids[:MOST_IDS], more=max(0, len(ids) - MOST_IDS), point=point)


def _cited(one: Sentence) -> str:
    more = f" and {one.more} more" if one.more else ""
    ids = f" \\[{escaped(', '.join(one.claims))}{more}\\]" if one.claims else ""
    return f"{escaped(one.text)}{ids}"


def _markdown_dispute(one: Dispute) -> Iterable[str]:
    yield f"**{escaped(one.question)}**"
    yield _bullets([*map(_cited, one.sides), *([f"and {one.more} more"] if one.more else [])])


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)

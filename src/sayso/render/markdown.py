"""The same account as text, every sentence with its claims and their words (STANDARDS 11.6-7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.render.headline import headline, in_brief
from sayso.render.lookup import Lookup
from sayso.render.page import make_page
from sayso.render.phrases import plain
from sayso.render.voices import translated_words
from sayso.render.wording import MODALITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import Dossier
    from sayso.model.reports import Report
    from sayso.render.view import (
        BlameTable,
        FullText,
        Link,
        Moment,
        Name,
        NameGroup,
        Page,
        Point,
        RecordLine,
        Version,
    )

NOTICE = (
    "This is what the reports say, not what happened. Words in quotation marks below a sentence stand "
    "in a report at the offsets given."
)
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
TABLE_HEAD = ("| Question | Low | Best | High | Standing |", "|---|--:|--:|--:|---|")
LEADING = re.compile(r"^([-+=]|\d+[.)](?=\s|$))")


def render_markdown(dossier: Dossier) -> str:
    """The whole account as Markdown (CommonMark, with one table).

    Each sentence is followed by the ids of the claims behind it; below it stand the quoted
    words, each with its report and offsets. Words of a report cannot act as markup.
    """
    lookup = Lookup.of(dossier)
    page = make_page(lookup, in_full=False)
    parts = [
        f"# {escaped(headline(lookup))}",
        *(escaped(line) for line in in_brief(lookup)),
        NOTICE,
        *_account(page, lookup),
        *_numbers(page.numbers),
        *_blame(page.blame),
        *_record(page.record),
        *_linked(page, lookup),
        *_names(page.names),
        *_timeline(page),
        *_origins(page),
        *_reports(page.reports),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(words: str) -> str:
    r"""Words on one line in which nothing acts as Markdown or HTML.

    >>> escaped("1. *six* <b>")
    '1\\. \\*six\\* \\<b\\>'
    """
    flat = SPECIAL.sub(r"\\\1", plain(words))
    return LEADING.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", flat)


def _account(page: Page, lookup: Lookup) -> Iterable[str]:
    for group in page.groups:
        if group.points or group.id != "unknown":
            yield f"## {group.title}"
            yield group.note
            yield from (_point(point, lookup, level=3) for point in group.points)
            if not group.points:
                yield "Nothing in these reports."
    yield "## Said by nobody"
    yield _bullets(escaped(question) for question in page.unanswered) or "Every question put is answered."


def _record(lines: Sequence[RecordLine]) -> Iterable[str]:
    if lines:
        yield "## As a row of the field's tables"
        yield _bullets(f"{line.heading}: {escaped(line.value)}{_cited(line)}" for line in lines)


def _cited(line: RecordLine) -> str:
    """The ids of the claims behind a column."""
    return f" ({', '.join(line.claims)})" if line.claims else ""


def _point(point: Point, lookup: Lookup, *, level: int) -> str:
    finding = lookup.findings[point.id]
    claims = [claim for value in finding.values for claim in lookup.claims_of(value)]
    ids = ", ".join(claim.id for claim in claims)
    lines = [
        f"{'#' * level} {point.number}. {escaped(point.question)} – {point.label}",
        f"{escaped(point.sentence)} \\[{escaped(ids)}\\]",
    ]
    if point.why:
        lines.append(escaped(point.why))
    lines.append(_bullets(_quoted(claim, lookup) for claim in claims))
    if point.relations:
        lines.append(_bullets(escaped(relation) for relation in point.relations))
    return "\n\n".join(lines)


def _quoted(claim: Claim, lookup: Lookup) -> str:
    span, report = claim.spans[0], lookup.report_of(claim)
    chain = " ← ".join(escaped(link) for link in lookup.links(claim))
    return (
        f"{chain} ({MODALITIES[claim.modality]}{_translated(report, lookup)}): “{escaped(span.text)}” "
        f"({escaped(report.file)} {span.start}–{span.end}, {escaped(claim.id)})"
    )


def _translated(report: Report, lookup: Lookup) -> str:
    told = translated_words(report, lookup)
    return f", {escaped(told)}" if told else ""


def _numbers(points: Sequence[Point]) -> Iterable[str]:
    if points:
        yield "## The numbers"
        yield "\n".join((*TABLE_HEAD, *map(_row, points)))


def _row(point: Point) -> str:
    ends = (end or "–" for end in (point.low, point.best, point.high))
    return f"| {' | '.join((escaped(point.question), *ends, point.label))} |"


def _blame(tables: Sequence[BlameTable]) -> Iterable[str]:
    if tables:
        yield "## Who blames whom, and who denies"
    for table in tables:
        yield f"### {escaped(table.statement)}"
        rows = (
            f"{escaped(row.speaker)} {escaped(row.act)} ({escaped(row.outlet.text)})" for row in table.rows
        )
        yield _bullets(rows) or "No report advances or denies this."
        if table.silence:
            yield escaped(table.silence)


def _linked(page: Page, lookup: Lookup) -> Iterable[str]:
    if page.linked:
        yield "## Linked events, kept apart"
    for event in page.linked:
        yield f"### {escaped(event.label)}" + (f", {event.when}" if event.when else "")
        yield from (_point(point, lookup, level=4) for point in event.points)


def _names(groups: Sequence[NameGroup]) -> Iterable[str]:
    if groups:
        yield "## People, groups and places"
    for group in groups:
        yield f"### {group.title}"
        yield _bullets(
            f"{escaped(one.name)}{_kind(one)}{_also(one.aliases)}{_called(one.roles)}{_tied(one.ties)}"
            f" – {one.mentions}×"
            for one in (*group.main, *group.rest)
        )


def _kind(name: Name) -> str:
    return f", {name.kind}" if name.kind else ""


def _tied(ties: Sequence[Link]) -> str:
    return f" ({', '.join(escaped(tie.text) for tie in ties)})" if ties else ""


def _also(aliases: Sequence[str]) -> str:
    return f" (also {'; '.join(map(escaped, aliases))})" if aliases else ""


def _called(roles: Sequence[Link]) -> str:
    return ": " + ", ".join(f"“{escaped(role.text)}”" for role in roles) if roles else ""


def _timeline(page: Page) -> Iterable[str]:
    if page.timeline or page.undated or page.context:
        yield "## Timeline"
        yield _bullets(_moment(one) for one in (*page.timeline, *page.undated, *page.context))
    if page.steps:
        yield "## The investigation"
        yield _bullets(_moment(one) for one in page.steps)


def _moment(moment: Moment) -> str:
    outlets = "; ".join(escaped(place.text) for place in moment.places)
    apart = f" [{moment.linked}]" if moment.linked else ""
    return f"{moment.when or 'No date'}: {escaped(moment.label)}{escaped(apart)}" + (
        f" ({outlets})" if outlets else ""
    )


def _origins(page: Page) -> Iterable[str]:
    yield "## Where the reports have it from"
    cited = _bullets(f"{escaped(one.report)} {one.how} {escaped(one.cites)}" for one in page.borrowings)
    yield cited or "No report names another outlet or agency, and none shares text with another."
    same = _bullets(
        line
        for one in page.versions
        for line in (f"{escaped(one.a)} {one.how} {escaped(one.b)}. {one.why}", *_changes(one))
    )
    if same:
        yield same
    shared = _bullets(
        f"{escaped(one.originator)}: {one.statements} statements. {' '.join(map(escaped, one.why))}".rstrip()
        for one in page.origins
    )
    if shared:
        yield shared


def _changes(version: Version) -> Iterable[str]:
    for one in version.changes:
        before = f"“{escaped(one.before.text)}”" if one.before else "nothing"
        after = f"“{escaped(one.after.text)}”" if one.after else "nothing"
        yield f"changed: {before} became {after}"


def _reports(reports: Sequence[FullText]) -> Iterable[str]:
    yield "## The reports"
    for one in reports:
        facts = [("Published", one.published), *one.facts, ("SHA-256", one.sha256)]
        facts += [("Problem", problem) for problem in one.problems]
        yield f"### {escaped(one.name)}: {escaped(one.title)}"
        yield _bullets(f"{label}: {escaped(text)}" for label, text in facts)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)

"""The same account as text, every sentence with its claims and their words (STANDARDS 11.6-7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.render.escaping import bullets, escaped
from sayso.render.headline import headline, in_brief
from sayso.render.lookup import Lookup
from sayso.render.markdown_sources import reaction_parts, utterance_parts, voice_parts
from sayso.render.page import make_page
from sayso.render.pictures.lanes import make_lanes
from sayso.render.voices import translated_words
from sayso.render.wording import MODALITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.claims import Claim
    from sayso.model.dossier import Dossier
    from sayso.model.reports import Report
    from sayso.render.following import Following, StepLine
    from sayso.render.pictures.lanes import Row
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
    from sayso.render.weighing import Weighing

LEGEND = (
    "Copies of one statement count once. CC, C: very consistent, consistent; N: neutral; I, II: "
    "inconsistent, very inconsistent; NA: not applicable. A circle: a rule proposes that the row bears on "
    "the column, whichever way. A mark in brackets is proposed; every other one is an analyst's."
)
NOTICE = (
    "This is what the reports say, not what happened. Words in quotation marks below a sentence stand "
    "in a report at the offsets given."
)
TABLE_HEAD = ("| Question | Low | Best | High | Standing |", "|---|--:|--:|--:|---|")


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
        *reaction_parts(page.reactions),
        *utterance_parts(page.utterances),
        *_weighing(page.weighing),
        *_following(page.following),
        *_record(page.record),
        *_linked(page, lookup),
        *_names(page.names),
        *_timeline(page, lookup),
        *_origins(page),
        *voice_parts(page, lookup),
        *_reports(page.reports),
    ]
    return "\n\n".join(parts) + "\n"


def _account(page: Page, lookup: Lookup) -> Iterable[str]:
    for group in page.groups:
        if group.points or group.id != "unknown":
            yield f"## {group.title}"
            yield group.note
            yield from (_point(point, lookup, level=3) for point in group.points)
            if not group.points:
                yield "Nothing in these reports."
    yield "## Said by nobody"
    yield bullets(escaped(question) for question in page.unanswered) or "Every question put is answered."


def _record(lines: Sequence[RecordLine]) -> Iterable[str]:
    if lines:
        yield "## As a row of the field's tables"
        yield bullets(f"{line.heading}: {escaped(line.value)}{_cited(line)}" for line in lines)


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
    lines.append(bullets(_quoted(claim, lookup) for claim in claims))
    if point.relations:
        lines.append(bullets(escaped(relation) for relation in point.relations))
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
        yield bullets(rows) or "No report advances or denies this."
        if table.silence:
            yield escaped(table.silence)


def _weighing(told: Weighing | None) -> Iterable[str]:
    if told is None:
        return
    yield "## Explanations side by side"
    yield from (escaped(line) for line in told.sentences)
    yield bullets(
        f"E{number}: {escaped(one.statement)} (`{_code(one.address)}`); inconsistency {one.total}"
        for number, one in enumerate(told.columns, start=1)
    )
    heads = [f"E{number}" for number in range(1, len(told.columns) + 1)]
    lines = [f"| Finding | {' | '.join(heads)} | Tells apart |", f"|---|{':-:|' * len(heads)}--:|"]
    for row in told.rows:
        marks = [f"({c.sign})" if "proposed" in c.kind else c.sign for c in row.cells]
        name = f"{escaped(row.text)} {escaped(row.told)} (`{_code(row.address)}`; {row.origins})"
        lines.append(f"| {name} | {' | '.join(marks)} | {row.diagnosticity} |")
    yield "\n".join(lines)
    yield f"{escaped(LEGEND)} {escaped(told.how)} `{_code(told.command)}`"
    if told.rulings:
        yield "Rulings whose row or explanation is in no report any more; they are kept:"
        yield bullets(escaped(one) for one in told.rulings)


def _code(words: str) -> str:
    """Words between backticks; a bar or backtick of their own would end the cell or the code."""
    return words.replace("`", "'").replace("|", "/")


def _following(told: Following | None) -> Iterable[str]:
    if told is None:
        return
    yield "## What was done about it"
    yield bullets(f"{name}: {escaped(line)}" for name, line in told.lines)
    if told.steps:
        yield bullets(_step(one) for one in told.steps)
    if told.precedents:
        yield "### Other cases that the reports bring up"
        yield "They lend this incident nothing: nobody arrested then is arrested for this."
        yield bullets(_step(one) for one in told.precedents)


def _step(step: StepLine) -> str:
    outlets = "; ".join(escaped(place.text) for place in step.places)
    return f"{escaped(step.when) or 'No date'}: {escaped(step.words)} ({outlets})"


def _linked(page: Page, lookup: Lookup) -> Iterable[str]:
    if page.linked:
        yield "## Linked events, kept apart"
    for event in page.linked:
        yield f"### {escaped(event.label)}" + (f", {event.when}" if event.when else "")
        yield from (f"“{escaped(words)}”" for words in (event.words,) if words)
        yield from (_point(point, lookup, level=4) for point in event.points)


def _names(groups: Sequence[NameGroup]) -> Iterable[str]:
    if groups:
        yield "## People, groups and places"
    for group in groups:
        yield f"### {group.title}"
        yield bullets(
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


def _timeline(page: Page, lookup: Lookup) -> Iterable[str]:
    lanes = make_lanes(lookup)
    if page.timeline or page.undated:
        yield "## Timeline"
    for lane in lanes.lanes if lanes else ():
        yield f"### {lane.title}"
        yield from filter(None, (lane.note,))
        yield bullets(_dated(one.row) for one in lane.rows)
    if page.timeline and lanes is None:
        yield bullets(_moment(one) for one in page.timeline)
    if page.undated:
        yield "### Not dated by any report"
        yield bullets(_moment(one) for one in page.undated)


def _dated(row: Row) -> str:
    outlets = "; ".join(escaped(place.text) for place in row.places)
    words = f"“{escaped(row.words)}”" if row.words else ""
    told = ": ".join(filter(None, (escaped(row.label), words)))
    return f"{row.when}: {told}" + (f" ({outlets})" if outlets else "")


def _moment(moment: Moment) -> str:
    outlets = "; ".join(escaped(place.text) for place in moment.places)
    apart = f" [{moment.linked}]" if moment.linked else ""
    words = f"“{escaped(moment.label)}”" if moment.theirs else escaped(moment.label)
    told = ": ".join(filter(None, (escaped(moment.speaker), words)))
    return f"{moment.when or 'No date'}: {told}{escaped(apart)}" + (f" ({outlets})" if outlets else "")


def _origins(page: Page) -> Iterable[str]:
    yield "## Where the reports have it from"
    cited = bullets(f"{escaped(one.report)} {one.how} {escaped(one.cites)}" for one in page.borrowings)
    yield cited or "No report names another outlet or agency, and none shares text with another."
    same = bullets(
        line
        for one in page.versions
        for line in (f"{escaped(one.a)} {one.how} {escaped(one.b)}. {one.why}", *_changes(one))
    )
    if same:
        yield same
    shared = bullets(
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
        yield bullets(f"{label}: {escaped(text)}" for label, text in facts)

"""Who has it from whom: cited outlets and agencies, and shared text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.dossier import OutletEdge
from sayso.model.kinds import Kind
from sayso.reconcile.names import bare_name
from sayso.reconcile.press import agency_name, is_press
from sayso.reconcile.speakers import Case, agency_of, outlet_key, outlet_meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model.claims import Attribution
    from sayso.model.reports import Report
    from sayso.model.spans import Span
    from sayso.reconcile.entities import EntityIndex
    from sayso.reconcile.reuse import Reuse, SharedText


NO_LETTER = re.compile(r"^[\W\d_]+")
"""What a badly scraped page leaves before a name, such as the end of a date."""


def reconcile_outlets(attributions: Sequence[Attribution], case: Case) -> tuple[OutletEdge, ...]:
    """Edges from each report to the outlets it has something from, by file, way and name."""
    edges = [*citations(attributions, case), *shared(case.reports.values(), case.reuse)]
    file_of = {report.id: report.file for report in case.reports.values()}
    return tuple(sorted(edges, key=lambda edge: (file_of[edge.report], edge.report, edge.how, edge.cites)))


def citations(attributions: Iterable[Attribution], case: Case) -> list[OutletEdge]:
    """Outlets and agencies that reports name as their sources; never a report's own outlet."""
    spans: dict[tuple[str, str], list[Span]] = {}
    names: dict[str, str] = dict(case.outlets)
    for attribution in sorted(attributions, key=lambda a: (a.source.spans, a.id)):
        source = bare_name(attribution.source.description)
        key = outlet_meant(source, case.outlets) or outlet_key(source)
        own = case.reports[attribution.report].outlet
        known = key in case.outlets or (attribution.source.named and is_body_of_press(source, case.index))
        if known and attribution.source.spans and not (own and outlet_key(own) == key):
            names.setdefault(key, NO_LETTER.sub("", source) or source)
            spans.setdefault((attribution.report, key), []).extend(attribution.source.spans)
    for report in case.reports.values():
        if (agency := agency_of(report)) and report.dateline and report.dateline.agency:
            names.setdefault(outlet_key(agency), agency)
            spans.setdefault((report.id, outlet_key(agency)), []).append(report.dateline.agency)
    return [
        OutletEdge(report=report, cites=names[key], how="cites", spans=tuple(sorted(set(found))))
        for (report, key), found in spans.items()
    ]


def is_body_of_press(name: str, index: EntityIndex) -> bool:
    """Whether a named source is a news outlet by its words and no person."""
    entity = index.by_id.get(index.find(name) or "")
    if entity is None or agency_name(name):
        return is_press(name)
    if entity.kind is Kind.MEDIA:
        return is_press(name) or not name.isupper()
    return is_press(name) and entity.kind is not Kind.PERSON


def shared(reports: Iterable[Report], reuse: Reuse) -> list[OutletEdge]:
    """Shared text, from the later report to the earlier one; both ways if neither is known to be later."""
    known = {report.id: report for report in reports}
    return [
        OutletEdge(report=pair.report, cites=known[pair.other].name, how="shares text", spans=pair.spans)
        for pair in earliest_others(reuse.shared, known)
        if not is_earlier(known[pair.report], known[pair.other])
        and not of_one_outlet(known[pair.report], known[pair.other])
    ]


def of_one_outlet(report: Report, other: Report) -> bool:
    """Whether one outlet published both: it has nothing from itself."""
    return bool(report.outlet and other.outlet) and outlet_key(report.name) == outlet_key(other.name)


def earliest_others(pairs: Iterable[SharedText], known: dict[str, Report]) -> list[SharedText]:
    """One pair for each report and name of another, so that an outlet's many copies count once."""
    found: dict[tuple[str, str], SharedText] = {}
    for pair in pairs:
        found.setdefault((pair.report, known[pair.other].name), pair)
    return list(found.values())


def is_earlier(report: Report, other: Report) -> bool:
    """Whether a report was certainly published on an earlier day."""
    if report.published is None or other.published is None:
        return False
    return report.published.latest < other.published.earliest

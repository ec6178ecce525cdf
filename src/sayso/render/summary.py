"""What a terminal shows when a dossier is done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sayso.model.dossier import Dossier, Verdict
from sayso.model.reports import ReportStatus
from sayso.render.headline import headline
from sayso.render.lookup import Lookup
from sayso.render.phrases import VERDICTS, counted, plain, sentence_case
from sayso.render.topics import topic_of
from sayso.render.wording import MOST_SIDES, answer_words, by_support

if TYPE_CHECKING:
    from sayso.model.dossier import Finding

MOST_DISPUTES = 5


def render_summary(dossier: Dossier) -> str:
    """A few plain lines: what was read, findings by verdict, the weightiest disagreements."""
    lookup = Lookup.of(dossier)
    parts = [headline(lookup), "", *_read(dossier), *_verdicts(lookup)]
    disputes = _disputes(lookup)
    if disputes:
        parts += ["", "Most consequential disagreements:", *disputes]
    return "\n".join(parts) + "\n"


def _read(dossier: Dossier) -> list[str]:
    unread = [report for report in dossier.reports if report.status is not ReportStatus.READ]
    lines = [f"{counted(len(dossier.reports) - len(unread), 'report')} read, {len(unread)} not."]
    for report in unread:
        reason = " ".join(plain(problem) for problem in report.problems) or report.status.replace("_", " ")
        lines.append(f"  not read: {plain(report.file)}: {reason}")
    return lines


def _verdicts(lookup: Lookup) -> list[str]:
    """Findings on the incident by verdict; those on linked events are counted apart, as on the page."""
    findings = lookup.dossier.findings
    own = [finding for finding in findings if lookup.is_focal(finding)]
    counts = Counter(finding.verdict for finding in own)
    told = [f"{counts[verdict]:>5}  {VERDICTS[verdict].lower()}" for verdict in Verdict if counts[verdict]]
    apart = len(findings) - len(own)
    linked = [f"{counted(apart, 'finding')} on linked events."] if apart else []
    return [f"{counted(len(own), 'finding')}{':' if told else '.'}", *told, *linked]


def _disputes(lookup: Lookup) -> list[str]:
    disputed = [one for one in lookup.dossier.findings if one.verdict is Verdict.DISPUTED]
    disputed.sort(key=lambda one: (not lookup.is_focal(one), -one.weight, one.slot, one.group))
    return [f"  {place}. {_line(one, lookup)}" for place, one in enumerate(disputed[:MOST_DISPUTES], start=1)]


def _line(finding: Finding, lookup: Lookup) -> str:
    """One dispute: what it is about, and each answer with the number of its origins."""
    event = lookup.events.get(finding.event)
    apart = f" ({plain(event.label)})" if event and not event.focal else ""
    values = by_support(finding)
    answers = [
        f"{answer_words(value, lookup)} ({counted(len(value.origins), 'origin')})"
        for value in values[:MOST_SIDES]
    ]
    more = len(values) - MOST_SIDES
    answers += [f"{more} more"] if more > 0 else []
    return f"{sentence_case(topic_of(finding))}{apart}: {' / '.join(answers)}"

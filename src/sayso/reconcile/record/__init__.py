"""The incident as a row of the field's tables (STANDARDS 1): every cell with the claims it rests on.

What is not said is None, never zero. What only a person may judge is left to the analyst.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sayso.model.dossier import Verdict
from sayso.model.incident import COLUMNS, IncidentRecord, RecordCell, RecordValue
from sayso.reconcile.hypotheses import reconcile_hypotheses
from sayso.reconcile.natures import WIDER
from sayso.reconcile.record.tables import codes_of, target_type, weapon_type
from sayso.reconcile.record.where import find_place, levels
from sayso.reconcile.record.who import claimed, exported, parties, put
from sayso.reconcile.wording import range_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.dossier import Dossier, Event, Finding, FindingValue
    from sayso.reconcile.speakers import Case

MINE, THEIRS = "machine", "analyst"
AIM = "assassination"
HARMS = ("killed", "injured")
SPANS = ((1, "day"), (6, "2-6 days"), (7, "week"), (31, "month"))
"""So many days at most, and what STANDARDS 1 calls such a precision."""


def make_records(dossier: Dossier, case: Case) -> tuple[IncidentRecord, ...]:
    """The records of the incident and of the events linked to it, in the order of the events."""
    told = (event for event in dossier.events if event.focal or event.relation_to_focal == "linked")
    return tuple(_Maker(dossier, case, event).record() for event in told)


class _Maker:
    """Fills the cells of one record."""

    def __init__(self, dossier: Dossier, case: Case, event: Event) -> None:
        self.dossier, self.event = dossier, event
        self.claims = tuple(claim for claim in dossier.claims if claim.event == event.id)
        self.findings = {(f.slot, f.group): f for f in dossier.findings if f.event == event.id}
        self.hypotheses = reconcile_hypotheses(self.claims, case)
        self.reports = {report.id: report for report in dossier.reports}
        self.cells: dict[str, RecordCell] = {}

    def record(self) -> IncidentRecord:
        """The record, a cell for each column."""
        self._put("incident_id", self.event.id, why="made from content; stays if the date is corrected")
        self._when()
        country = self._where()
        self._what()
        self._with_what()
        self._who(country)
        for harm in HARMS:
            self._harm(harm)
        for column in ("doubt_terrorism", "civilian_targeting"):
            self._put(column, None, why="left to the analyst", by=THEIRS)
        self._rests_on()
        return IncidentRecord(event=self.event.id, cells=tuple(self.cells[column] for column in COLUMNS))

    def _put(
        self, column: str, value: RecordValue, claims: Sequence[str] = (), why: str = "", by: str = MINE
    ) -> None:
        """Set a cell; an empty one rests on no claims."""
        told = value is not None
        self.cells[column] = RecordCell(
            column=column,
            value=value,
            claims=tuple(dict.fromkeys(claims)) if told else (),
            why=why if told or by == THEIRS else "",
            set_by=by,
        )

    def _best(self, slot: str, group: str = "all") -> FindingValue | None:
        """The answer with most origins behind it, of those the fullest."""
        finding = self.findings.get((slot, group))
        voting = [value for value in finding.values if value.votes] if finding else []
        return max(voting, key=lambda v: (len(v.origins), len(v.claims), len(v.text), v.text), default=None)

    def _when(self) -> None:
        dated = self.event.date
        claims = [claim.id for claim in self.claims if claim.slot == "date"]
        self._put("date_start", dated.start if dated else None, claims)
        self._put("date_end", dated.end if dated else None, claims)
        self._put("date_precision", _precision(dated.start, dated.end) if dated else None, claims)

    def _where(self) -> str | None:
        found = find_place([claim for claim in self.claims if claim.slot == "place"], self.dossier.entities)
        record, claims = found if found is not None else (None, ())
        told, named = levels(record), self._best("place")
        if record is None and named is not None:  # no gazetteer knows it; the reports' words do
            told["place"], claims = named.text, named.claims
        for column, value in told.items():
            self._put(column, value, claims, why=record.why if record else "")
        self._put("lat", record.lat if record else None, claims)
        self._put("lon", record.lon if record else None, claims)
        self._put("geo_precision", record.precision if record else None, claims)
        return told["country"]

    def _what(self) -> None:
        natures = self.findings.get(("type", "all"))
        voting = [v for v in natures.values if v.votes] if natures else []
        ranked = sorted(voting, key=lambda v: (-len(v.origins), -len(v.claims), v.text))
        aim = next((v for v in ranked if v.text == AIM), None)
        manner = next((v for v in ranked if v.text != AIM), aim)
        claims = manner.claims if manner else ()
        event, sub, attack = codes_of(manner.text) if manner else (None, None, None)
        self._put("kind", manner.text if manner else None, claims)
        self._put("event_type", event, claims, why="ACLED's event type")
        self._put("sub_event_type", sub, claims, why="ACLED's sub-event type")
        if aim is not None and attack is not None:
            attack, claims = "Assassination", aim.claims
        self._put("attack_type", attack, claims, why="GTD: the first that fits")
        self._stage(attack)

    def _stage(self, attack: str | None) -> None:
        """Whether it was carried out: an assassination only if its target died (GTD)."""
        tried, kind = self._best("stage"), self.cells["kind"]
        tolls = [self.findings[harm, "all"] for harm in HARMS if (harm, "all") in self.findings]
        harmed = any(finding.low for finding in tolls)
        if tried is not None and (attack == "Assassination" or not harmed):
            self._put("stage", "attempted", tried.claims)
        elif kind.value in {*WIDER, "attack", "explosion"}:
            self._put("stage", "accomplished", kind.claims, why="reports tell of it as done")
        else:
            self._put("stage", None)

    def _with_what(self) -> None:
        weapon, target = self._best("weapon"), self._best("target")
        kinds = (weapon_type(weapon.text) if weapon else None, target_type(target.text) if target else None)
        self._put("weapon_type", kinds[0], _told(weapon), why="GTD's list")
        self._put("weapon_detail", weapon.text if weapon else None, _told(weapon))
        self._put("target_type", kinds[1], _told(target), why="GTD's list")
        self._put("target_name", target.text if target else None, _told(target))

    def _who(self, country: str | None) -> None:
        words, claims = put(self.hypotheses, self.reports)
        self._put("perpetrators", words, claims, why="as reports put it; no finding of ours")
        actor, rows, why = exported(self.hypotheses, country)
        named = self.cells["attack_type"].value is not None or bool(parties(self.hypotheses))
        self._put("actor_export", actor if named else None, rows, why=why)
        answer, by, told = claimed(self.claims)
        self._put("claimed", answer, told)
        self._put("claimed_by", "; ".join(by) or None, told)
        self._put("competing_claims", len(by) > 1 if by else None, told)

    def _harm(self, harm: str) -> None:
        whole = self.findings.get((harm, "all"))
        claims = _claims(whole) if whole else ()
        for side in ("low", "best", "high"):
            value = getattr(whole, side) if whole else None
            self._put(f"{harm}_{side}", int(value) if value is not None else None, claims)
        groups = sorted(group for slot, group in self.findings if slot == harm and group != "all")
        parts = [(group, self.findings[harm, group]) for group in groups]
        words = [f"{group}: {range_text(f.low, f.high)}" for group, f in parts if f.low is not None]
        self._put(f"{harm}_groups", "; ".join(words) or None, [c for _, f in parts for c in _claims(f)])

    def _rests_on(self) -> None:
        told = {claim.spans[0].report for claim in self.claims}
        findings = list(self.findings.values())
        happened = self.findings.get(("type", "all"))
        origins = {origin for value in happened.values for origin in value.origins} if happened else set()
        self._put("n_reports", len(told), why="reports with a claim on it")
        self._put(
            "n_origins",
            len(origins) if happened else None,
            _claims(happened) if happened else (),
            why="independent origins of what kind of incident it was",
        )
        disputed = [f for f in findings if f.verdict is Verdict.DISPUTED]
        notes = [f"{f.question} {f.why}" for f in sorted(disputed, key=lambda f: (-f.weight, f.id))]
        self._put("notes", "\n".join(notes) or None, [c for f in disputed for c in _claims(f)])


def _precision(start: str, end: str) -> str:
    """How closely a date is known, in the terms of STANDARDS 1."""
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    return next((words for most, words in SPANS if days <= most), "longer")


def _told(value: FindingValue | None) -> tuple[str, ...]:
    """The claims that give an answer; none for no answer."""
    return value.claims if value is not None else ()


def _claims(finding: Finding) -> tuple[str, ...]:
    """All claims of a finding, in its order."""
    return tuple(dict.fromkeys(claim for value in finding.values for claim in value.claims))

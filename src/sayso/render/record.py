"""The incident as a row of the field's tables: for the page, for Markdown, and ``incident.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model.incident import COLUMNS
from sayso.render.anchors import outlet_links
from sayso.render.phrases import plain
from sayso.render.tables import join_lines, render_table
from sayso.render.view import RecordLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model.dossier import Dossier
    from sayso.model.incident import IncidentRecord, RecordCell
    from sayso.render.lookup import Lookup
    from sayso.render.tables import Cell

LINES = (
    ("When", ("date_start", "date_end", "date_precision")),
    ("Where", ("place", "admin2", "admin1", "country", "geo_precision")),
    ("Kind, stage", ("kind", "stage")),
    ("In ACLED's list", ("event_type", "sub_event_type")),
    ("In GTD's list", ("attack_type",)),
    ("Weapon; in GTD's list", ("weapon_detail", "weapon_type")),
    ("Target; in GTD's list", ("target_name", "target_type")),
    ("Has anyone taken responsibility", ("claimed", "claimed_by")),
    ("Actor that an export may name", ("actor_export",)),
    ("Killed: lowest, best, highest", ("killed_low", "killed_best", "killed_high")),
    ("Killed, by group", ("killed_groups",)),
    ("Injured: lowest, best, highest", ("injured_low", "injured_best", "injured_high")),
    ("Injured, by group", ("injured_groups",)),
    ("Reports; independent origins", ("n_reports", "n_origins")),
)
"""What the page shows together, in words; who is blamed by whom stands in a section of its own."""
UNKNOWN = "open"
"""Stands for a number that nobody gives."""
FEET = ("event", "relation", *(part for column in COLUMNS for part in (column, f"{column}_claims")))
"""Headings of ``incident.csv``: every column with the claims it rests on beside it."""


def record_lines(lookup: Lookup) -> tuple[RecordLine, ...]:
    """The record of the incident itself in words; what nobody says is left out."""
    focal = {event.id for event in lookup.dossier.events if event.focal}
    cells = {
        cell.column: cell
        for record in lookup.dossier.incidents
        if record.event in focal
        for cell in record.cells
    }
    lines = (_line(heading, [cells[column] for column in columns if column in cells], lookup)
             for heading, columns in LINES)  # fmt: skip
    return tuple(line for line in lines if line is not None)


def _line(heading: str, cells: Sequence[RecordCell], lookup: Lookup) -> RecordLine | None:
    told = [cell for cell in cells if cell.value is not None]
    if not told:
        return None
    ranged = cells[0].column.endswith("_low")
    shown = cells if ranged else told
    values = [plain(str(UNKNOWN if one.value is None else one.value)) for one in shown]
    dated = cells[0].column == "date_start"
    claims = dict.fromkeys(claim for cell in told for claim in cell.claims)
    known = (lookup.claims[claim] for claim in claims if claim in lookup.claims)
    return RecordLine(
        heading=heading,
        value=", ".join(dict.fromkeys(values) if dated else values),
        links=outlet_links((claim.spans[0] for claim in known), lookup),
        claims=tuple(claims),
    )


def render_incident_table(dossier: Dossier) -> str:
    """``incident.csv``: a row for the incident and for each event linked to it (STANDARDS 1).

    Behind every column stands one with the ids of the claims it rests on.
    """
    relations = {event.id: event.relation_to_focal for event in dossier.events}
    return render_table(FEET, (tuple(_row(one, relations[one.event])) for one in dossier.incidents))


def _row(record: IncidentRecord, relation: str) -> Iterator[Cell]:
    yield from (record.event, relation)
    for cell in record.cells:
        yield cell.value
        yield join_lines(cell.claims) or None

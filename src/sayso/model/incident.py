"""The incident as a row of the field's tables: one cell for each column of STANDARDS 1."""

from __future__ import annotations

from dataclasses import dataclass

RecordValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCell:
    """One column of an incident's record.

    Attributes:
        column: Name of the column (``COLUMNS``).
        value: What stands there; None where nothing is said, or where only an analyst may say it.
        claims: Ids of the claims it rests on; empty only where value is None or counted from the dossier.
        why: How the value was chosen, in a sentence; empty where there is nothing to explain.
        set_by: ``machine`` or ``analyst``: whose it is to set.
    """

    column: str
    value: RecordValue
    claims: tuple[str, ...]
    why: str
    set_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecord:
    """The record of one incident of the dossier.

    Attributes:
        event: Id of the event.
        cells: One for each column, in the order of ``COLUMNS``.
    """

    event: str
    cells: tuple[RecordCell, ...]


COLUMNS = (
    "incident_id", "date_start", "date_end", "date_precision",
    "country", "admin1", "admin2", "place", "lat", "lon", "geo_precision",
    "kind", "event_type", "sub_event_type", "attack_type", "stage",
    "weapon_type", "weapon_detail", "target_type", "target_name",
    "perpetrators", "actor_export", "claimed", "claimed_by", "competing_claims",
    "killed_low", "killed_best", "killed_high", "killed_groups",
    "injured_low", "injured_best", "injured_high", "injured_groups",
    "doubt_terrorism", "civilian_targeting", "n_reports", "n_origins", "notes",
)  # fmt: skip
"""Columns of the record, in order (STANDARDS 1)."""

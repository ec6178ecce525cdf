"""The labels of the head that finds who did what to whom (MUC-4's slots and values)."""

from __future__ import annotations

ROLES = ("perp_individual", "perp_org", "physical_target", "victim", "victim_description", "weapon")
"""Persons and groups that did it, organisations, things attacked, victims by name and by description."""
INCIDENT = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE")
CONFIDENCE = (
    "REPORTED AS FACT",
    "CLAIMED OR ADMITTED",
    "SUSPECTED OR ACCUSED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "POSSIBLE",
    "ACQUITTED",
)
"""How surely an organisation is held responsible."""
EFFECT = (
    "DEATH",
    "INJURY",
    "NO INJURY OR DEATH",
    "NO INJURY",
    "NO DEATH",
    "REGAINED FREEDOM",
    "ESCAPED",
)
"""What became of a victim."""

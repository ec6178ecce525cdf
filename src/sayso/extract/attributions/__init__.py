"""Attributions: who says what, in which words, via whom (STANDARDS 2)."""

from __future__ import annotations

from sayso.extract.attributions.find import find_attributions
from sayso.extract.attributions.lookup import AttributionIndex, innermost, speaker_string

__all__ = ["AttributionIndex", "find_attributions", "innermost", "speaker_string"]

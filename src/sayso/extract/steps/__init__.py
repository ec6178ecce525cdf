"""Steps of the investigation that a report tells of (STANDARDS 9)."""

from sayso.extract.steps.find import draft_steps, find_steps

__all__ = ["draft_steps", "find_steps"]

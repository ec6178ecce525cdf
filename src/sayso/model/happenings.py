"""What happened or was said when, and who reacted how."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.spans import Span
from sayso.model.values import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something that happened or was said, on a day or in an interval; date None if it is not known.

    Attributes:
        label: The words of the first report that tells of it; for the incident, its label.
        event: Id of the event that the passage belongs to; other passages may share it.
        spans: Where the reports tell of it, the label's words first.
        kind: ``incident``, ``event``, ``similar`` (an earlier incident of the same kind; nothing of it
            counts for this one) or ``statement``.
        clock: Time of day at the scene as ``HH:MM``; None if none is given.
        speaker: Who made a statement; None for anything else.
    """

    date: Days | None
    label: str
    event: str
    spans: tuple[Span, ...]
    kind: str = "event"
    clock: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacting:
    """What one speaker did or said in answer to the incident, as all reports tell it.

    Attributes:
        kind: ``condemned``, ``mourned``, ``denied``, ``mocked``, ``threatened``, ``promised_justice``,
            ``offered_help``, ``called_for_restraint``, ``called_for_inquiry``, ``praised``,
            ``apologised`` or ``voiced_concern``.
        speaker: Who reacted, in the form of ``Claim.source``.
        entity: Id of the entity, if one fits; None if none does.
        cues: The word that tells of it, in every report.
        spans: The sentences they stand in, one for each cue.
        attributions: Ids of the attributions it is told or done by.
    """

    id: str
    kind: str
    speaker: str
    entity: str | None
    cues: tuple[Span, ...]
    spans: tuple[Span, ...]
    attributions: tuple[str, ...]

"""A file as it was found, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.meta import Meta

NOTHING_STATED = Meta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes of one file, or of one member of a container such as an archive.

    Attributes:
        file: Its name, relative to the folder it was found in, ``/`` between folders. A member
            is named after its container: ``archive.zip/inner.html``.
        raw: Its bytes; empty if it could not be read.
        meta: What the user says about it; None if nothing.
        error: Why it cannot be a report: what, why, what to do; None if it may be one.
        stated: What its container says about it, such as the address it was captured from.
        notes: What a reader should know about how it was found, in plain sentences.
        container: SHA-256 of the file that it was taken from, the outermost one if there are
            several; None if it is a file of its own.
        acquired: ISO time at which the user got hold of it, as the user says; None if not said.
    """

    file: str
    raw: bytes
    meta: Meta | None
    error: str | None
    stated: Meta = NOTHING_STATED
    notes: tuple[str, ...] = ()
    container: str | None = None
    acquired: str | None = None

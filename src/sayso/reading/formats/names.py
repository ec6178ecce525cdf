"""Names of what lies in a container: they must not lead anywhere, and must be fit to be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
DRIVE = re.compile(r"^[A-Za-z]:")
LONGEST = 200
"""Code points of a name made from an address (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeName:
    """A name that leads nowhere.

    Attributes:
        name: Relative, ``/`` between folders, no ``..``, every character printable.
        note: What was changed, as a sentence; None if nothing was.
    """

    name: str
    note: str | None


def make_safe(name: str) -> SafeName:
    r"""A member's name without what leads out of its container or cannot be shown.

    >>> make_safe("../../etc/notes.txt").name
    'etc/notes.txt'
    >>> make_safe("C:\\pages\\a.html").name
    'pages/a.html'
    """
    slashed = DRIVE.sub("", name.replace("\\", "/"))
    parts = [part for part in slashed.split("/") if part not in {"", ".", ".."}]
    safe = make_printable("/".join(parts)) or "unnamed"
    if ".." in slashed.split("/") or slashed.startswith("/") or DRIVE.match(name):
        shown = make_printable(name)
        return SafeName(
            name=safe, note=f"Its name in the archive leads elsewhere ({shown}); nothing was written there."
        )
    if safe != "/".join(parts):
        return SafeName(name=safe, note=HIDDEN)
    return SafeName(name=safe, note=None)


HIDDEN = f"Its name holds control characters or other bytes that cannot be shown; {UNKNOWN} stands for each."


def make_printable(name: str) -> str:
    r"""The name with U+FFFD for every character that cannot be shown, or has no UTF-8 form.

    >>> make_printable("a\nb.txt")
    'a�b.txt'
    """
    return "".join(char if char.isprintable() else UNKNOWN for char in name)


def name_address(url: str) -> str:
    """A file name for a page captured from an address.

    >>> name_address("https://lantern.example/2031/11/07/bridge?page=2")
    'lantern.example/2031/11/07/bridge-page=2.html'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return "page.html"
    path = "/".join(part for part in (parts.netloc, parts.path.strip("/")) if part) or "page"
    name = unquote(f"{path}-{parts.query}" if parts.query else path)[:LONGEST]
    safe = make_safe(name.replace(":", "_")).name
    return safe if safe.lower().endswith((".html", ".htm", ".xhtml")) else f"{safe}.html"

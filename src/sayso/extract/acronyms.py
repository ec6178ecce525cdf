"""Short forms that a report itself explains: "Mountain Free Army (MFA)", "the Mountain Free Army, or MFA"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFINED = re.compile(
    r"((?:[A-Z][\w'’-]+)(?:[ -](?:of|the|for|and|al|[A-Z][\w'’-]+)){1,7}),?\s+"
    r"(?:\(|\[|or )(?:the )?([A-Z]{2,7})\b"
)


def find_acronyms(text: str) -> Mapping[str, str]:
    """From short form to full name, where the initials agree; the first explanation counts.

    >>> dict(find_acronyms("The Mountain Free Army, or MFA, said so."))
    {'MFA': 'Mountain Free Army'}
    """
    found: dict[str, str] = {}
    for match in DEFINED.finditer(text):
        full = _matching(match[1].split(), match[2])
        if full is not None:
            found.setdefault(match[2], full)
    return found


def _matching(words: list[str], short: str) -> str | None:
    """The shortest end of a name whose capitals spell the short form; None if none does."""
    for first in range(len(words) - 1, -1, -1):
        part = words[first:]
        capitals = "".join(word[0] for word in part if word[:1].isupper())
        if capitals == short or "".join(word[0] for word in part).upper() == short:
            return " ".join(part)
    return None

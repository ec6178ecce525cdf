"""Words that cannot act as Markdown, and lists of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.render.phrases import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
LEADING = re.compile(r"^([-+=]|\d+[.)](?=\s|$))")


def escaped(words: str) -> str:
    r"""Words on one line in which nothing acts as Markdown or HTML.

    >>> escaped("1. *six* <b>")
    '1\\. \\*six\\* \\<b\\>'
    """
    flat = SPECIAL.sub(r"\\\1", plain(words))
    return LEADING.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", flat)


def bullets(lines: Iterable[str]) -> str:
    """A list, a line each."""
    return "\n".join(f"- {line}" for line in lines)

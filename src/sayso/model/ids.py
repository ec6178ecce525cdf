"""Stable ids, made from content, so that a second run changes nothing."""

from __future__ import annotations

import hashlib

SEPARATOR = "\x1f"


def content_id(prefix: str, *parts: object) -> str:
    """An id that depends on nothing but its parts.

    Args:
        prefix: A short word that tells the kind of thing, such as ``clm``.
        parts: What the thing is made of; their ``str`` is hashed in order.

    Returns:
        The prefix, a hyphen and 12 hexadecimal digits (48 bits of SHA-256).

    >>> content_id("clm", "a", 1) == content_id("clm", "a", 1)
    True
    """
    digest = hashlib.sha256(SEPARATOR.join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:12]}"

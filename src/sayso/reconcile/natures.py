"""Kinds of incident, compared: a closer kind refines a wider one; what was done on purpose is no accident."""

from __future__ import annotations

from sayso.reconcile.comparison import Comparison, conflicts, equal, incomparable, refines

WIDER: dict[str, tuple[str, ...]] = {
    "bombing": ("attack", "explosion"), "suicide bombing": ("bombing",), "grenade attack": ("bombing",),
    "drone strike": ("air strike",), "air strike": ("attack",), "shelling": ("attack",),
    "shooting": ("attack",), "stabbing": ("attack",), "assassination": ("attack",), "kidnapping": ("attack",),
    "hostage taking": ("attack",), "hijacking": ("attack",), "arson": ("attack", "fire"),
    "robbery": ("attack",),
}  # fmt: skip
"""Kinds that are a closer word for others."""
CHANCE = frozenset({"earthquake", "flood", "landslide", "storm", "crash"})
"""Kinds that nobody does on purpose."""


def wider(nature: str) -> frozenset[str]:
    """A kind with all that are wider.

    >>> sorted(wider("bombing"))
    ['attack', 'bombing', 'explosion']
    """
    found = {nature}
    for each in WIDER.get(nature, ()):
        found |= wider(each)
    return frozenset(found)


def compare_natures(a: str, b: str) -> Comparison:
    """Compare two kinds of incident."""
    if a == b:
        return equal("the same kind")
    if b in wider(a):
        return refines(f"“{a}” says more than “{b}”")
    if a in wider(b):
        return refines(f"“{b}” says more than “{a}”", flipped=True)
    if (a in CHANCE and "attack" in wider(b)) or (b in CHANCE and "attack" in wider(a)):
        return conflicts(f"{a} and {b}: one is done on purpose, the other is not")
    return incomparable(f"it can have been both {a} and {b}")

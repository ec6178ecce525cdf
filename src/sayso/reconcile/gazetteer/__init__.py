"""Places of the world, looked up offline, and which of them the names of a case mean."""

from sayso.reconcile.gazetteer.entries import Place, contains, distance_km
from sayso.reconcile.gazetteer.evidence import PlaceName, Resolution
from sayso.reconcile.gazetteer.resolve import find_candidates, resolve_places

__all__ = [
    "Place", "PlaceName", "Resolution", "contains", "distance_km", "find_candidates", "resolve_places",
]  # fmt: skip

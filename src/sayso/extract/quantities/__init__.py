"""How many: stated numbers of people and things, and measures, as intervals (STANDARDS 4)."""

from sayso.extract.quantities.counts import find_quantities
from sayso.extract.quantities.heads import bare_plural
from sayso.extract.quantities.measures import find_measures
from sayso.extract.quantities.partitions import find_partitions, remainder
from sayso.extract.quantities.readings import MeasureReading, Partition, Quantity

__all__ = [
    "MeasureReading",
    "Partition",
    "Quantity",
    "bare_plural",
    "find_measures",
    "find_partitions",
    "find_quantities",
    "remainder",
]

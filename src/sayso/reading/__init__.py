"""From files, pages and archives to reports: immutable text, metadata, furniture, hashes.

``find_originals`` opens files and is the only input and output; ``read_report`` is pure.
"""

from sayso.reading.formats import open_original, read_columns
from sayso.reading.furniture import find_furniture
from sayso.reading.meta import Meta, read_meta
from sayso.reading.original import Original
from sayso.reading.originals import find_originals
from sayso.reading.repetition import mark_repeated
from sayso.reading.reports import read_report

__all__ = [
    "Meta",
    "Original",
    "find_furniture",
    "find_originals",
    "mark_repeated",
    "open_original",
    "read_columns",
    "read_meta",
    "read_report",
]

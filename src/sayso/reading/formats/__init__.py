"""Readers for what is neither plain text nor a single web page: one module for each format.

``open_original`` turns a container into its members; ``read_document`` takes the text out of one
file. What is taken from each format, and what is not, is told in ``docs/formats.md``.
"""

from sayso.reading.formats.documents import find_media_type, read_document
from sayso.reading.formats.kinds import Format, find_format
from sayso.reading.formats.members import find_page_folders, is_beside_page, may_be_report
from sayso.reading.formats.opening import largest_of, open_original, too_large
from sayso.reading.formats.tables import read_columns

__all__ = [
    "Format",
    "find_format",
    "find_media_type",
    "find_page_folders",
    "is_beside_page",
    "largest_of",
    "may_be_report",
    "open_original",
    "read_columns",
    "read_document",
    "too_large",
]

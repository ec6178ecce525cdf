"""How much may come out of one file, so that no file can fill memory or take for ever."""

from __future__ import annotations

from dataclasses import dataclass, field

LARGEST = 10_000_000
"""Bytes of one report; a long one has a hundred thousand (s)."""

LARGEST_DOCUMENT = 50_000_000
"""Bytes of a PDF or office document, most of which are pictures (s)."""

LARGEST_CONTAINER = 200_000_000
"""Bytes of an archive, mailbox, feed or table (s)."""

MOST_UNPACKED = 400_000_000
"""Bytes that may be unpacked of one file, pictures and all that is nested in it included (s)."""

MOST_KEPT = 100_000_000
"""Bytes of all reports from one file; as text they can take four times as much memory (s)."""

MOST_MEMBERS = 10_000
"""Files that may come out of one file (s)."""

MOST_ENTRIES = 100_000
"""Entries of an archive, of whatever kind; looking at so many takes seconds (measured)."""

CENTRAL = b"PK\x01\x02"
"""What every entry in the directory of a ZIP archive begins with (APPNOTE 4.3.12)."""

DEEPEST = 5
"""Archives in archives (s)."""

HIGHEST_RATIO = 200
"""Unpacked to packed; text packs to a tenth, and deflate cannot exceed 1032 (s)."""

HARMLESS = 5_000_000
"""Bytes below which the ratio is no matter: a page of blanks packs well too (s)."""


class TooMuchError(Exception):
    """A limit was met; the message ends the sentence "It ..."."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """What may still come out of one file; shared by all that is nested in it.

    Not frozen: it is counted down while a file is opened, and is thrown away afterwards.
    """

    unpacked: int = field(default=MOST_UNPACKED)
    kept: int = field(default=MOST_KEPT)
    members: int = field(default=MOST_MEMBERS)

    def take(self, size: int) -> None:
        """Count bytes that have come out.

        Raises:
            TooMuchError: They are too many.
        """
        self.unpacked -= size
        if self.unpacked < 0:
            raise TooMuchError(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB in all")

    def keep(self, size: int) -> None:
        """Count the bytes of a report.

        Raises:
            TooMuchError: The reports are too large together.
        """
        self.kept -= size
        if self.kept < 0:
            raise TooMuchError(f"holds reports of more than {MOST_KEPT // 1_000_000} MB in all")

    def take_member(self) -> None:
        """Count one file that has come out.

        Raises:
            TooMuchError: There are too many.
        """
        self.members -= 1
        if self.members < 0:
            raise TooMuchError(f"holds more than {MOST_MEMBERS:,} files in all")


def check_ratio(unpacked: int, packed: int) -> None:
    """Complain of what packs as no text does.

    Raises:
        TooMuchError: It unpacks to far more than its size.
    """
    if unpacked > HARMLESS and unpacked > HIGHEST_RATIO * max(packed, 1):
        ratio = unpacked // max(packed, 1)
        raise TooMuchError(f"unpacks to {ratio:,} times its size, as only a decompression bomb does")


def check_directory(raw: bytes) -> None:
    """Complain of a ZIP archive whose directory alone would fill memory.

    Raises:
        TooMuchError: It lists far too many files.
    """
    if raw.count(CENTRAL) > MOST_ENTRIES:
        raise TooMuchError(f"lists more than {MOST_ENTRIES:,} files")

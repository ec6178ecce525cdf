"""ZIP and TAR archives. Nothing is ever written to disk, and no link is followed."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING

from sayso.errors import ReadingError
from sayso.reading.formats.kinds import HEAD
from sayso.reading.formats.limits import LARGEST_CONTAINER, TooMuchError, check_directory, check_ratio
from sayso.reading.formats.members import Member, find_page_folders, is_beside_page, may_be_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from sayso.reading.formats.limits import Budget

PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
"""LZMA is left out: how much memory it takes is the archive's choice, not ours."""

ENCRYPTED = 0x1
FAILURES = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    UnicodeError,
)
"""What the libraries raise over damaged archives; told by mutating archives."""

AGAIN = "pack or fetch it again"


def open_zip(raw: bytes, *, file: str, budget: Budget) -> Iterator[Member]:
    """The files in a ZIP archive that may be reports, in the order in which they stand.

    Raises:
        ReadingError: It is damaged.
        TooMuchError: More comes out than may.
    """
    check_directory(raw)
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (*FAILURES, LookupError) as error:
        raise ReadingError(f"{file} is a damaged ZIP archive ({error})", remedy=AGAIN) from error
    beside = find_page_folders(entry.filename for entry in entries)
    for entry in entries:
        budget.take_member()
        if not is_beside_page(entry.filename, beside):
            yield from _zip_member(archive, entry, budget=budget)


def open_tar(raw: bytes, *, file: str, budget: Budget) -> Iterator[Member]:
    """The files in a TAR archive that may be reports, in the order in which they stand.

    Raises:
        ReadingError: It is damaged; what stands before the damage has been given.
        TooMuchError: More comes out than may.
    """
    broken: str | None = None
    entries: list[tarfile.TarInfo] = []
    try:
        with tarfile.open(fileobj=io.BytesIO(raw), mode="r:") as archive:
            try:
                for entry in archive:
                    budget.take_member()
                    entries.append(entry)
            except FAILURES as error:
                broken = str(error)
            beside = find_page_folders(entry.name for entry in entries)
            for entry in entries:
                if not entry.isdir() and not is_beside_page(entry.name, beside):
                    yield from _tar_member(archive, entry, budget=budget)
    except FAILURES as error:
        broken = str(error)
    if broken or not entries or len(raw) % tarfile.BLOCKSIZE or _goes_on(raw, entries[-1]):
        why = f" ({broken})" if broken else ""
        raise ReadingError(f"{file} is a TAR archive that is cut off or damaged{why}", remedy=AGAIN)


def _goes_on(raw: bytes, last: tarfile.TarInfo) -> bool:
    # the library stops quietly at a header that it does not know
    blocks = -(-last.size // tarfile.BLOCKSIZE) if last.isfile() else 0
    return bool(raw[last.offset_data + blocks * tarfile.BLOCKSIZE :].strip(b"\0"))


def _zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, budget: Budget) -> Iterator[Member]:
    name = entry.filename
    if stat.S_ISLNK(entry.external_attr >> 16):
        yield Member(
            name=name, raw=b"", error="is a symbolic link, which is not followed; add the file itself"
        )
    elif entry.flag_bits & ENCRYPTED:
        yield Member(name=name, raw=b"", error="needs a password; unpack it and name the files")
    elif entry.compress_type not in PACKINGS:
        yield Member(name=name, raw=b"", error="is packed in a way that is not read; unpack it yourself")
    else:
        try:
            check_ratio(entry.file_size, entry.compress_size)
            with archive.open(entry) as stream:
                yield from _read(stream, name=name, size=entry.file_size, budget=budget)
        except FAILURES as error:
            yield Member(name=name, raw=b"", error=f"is damaged ({error}); {AGAIN}")
        except TooMuchError as error:
            if budget.unpacked < 0:
                raise
            yield Member(name=name, raw=b"", error=f"{error}; unpack it yourself if you trust it")


def _tar_member(archive: tarfile.TarFile, entry: tarfile.TarInfo, *, budget: Budget) -> Iterator[Member]:
    if entry.issym() or entry.islnk():
        kind = "symbolic" if entry.issym() else "hard"
        yield Member(
            name=entry.name, raw=b"", error=f"is a {kind} link, which is not followed; add the file itself"
        )
        return
    if not entry.isfile():
        yield Member(name=entry.name, raw=b"", error="is a device or pipe, not a file; leave it out")
        return
    stream = archive.extractfile(entry)
    if stream is not None:
        yield from _read(stream, name=entry.name, size=entry.size, budget=budget)


def _read(stream: IO[bytes], *, name: str, size: int, budget: Budget) -> Iterator[Member]:
    head = stream.read(HEAD)
    budget.take(len(head))
    if not may_be_report(name, head):
        return
    if size > LARGEST_CONTAINER:
        yield Member(
            name=name, raw=b"", error=f"is too large ({size / 1_000_000:.1f} MB); leave it out, or split it"
        )
        return
    rest = stream.read(LARGEST_CONTAINER)
    budget.take(len(rest))
    yield Member(name=name, raw=head + rest)

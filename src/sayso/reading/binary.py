"""What bytes are that are no text."""

from __future__ import annotations

KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
)
"""What files of each kind begin with, by their published formats."""

BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
TEXT_CONTROLS = frozenset(b"\t\n\r\f\x0b\x1b\x1a\x08")
CONTROLS = bytes(byte for byte in range(32) if byte not in TEXT_CONTROLS)
SAMPLE = 8192
MOST_CONTROLS = 0.1
"""Share of control characters from which bytes are no text (s)."""


def find_binary_kind(raw: bytes) -> str | None:
    """What the bytes look like if they are no text; None if they may be text.

    >>> find_binary_kind(b"%PDF-1.7 ...")
    'a PDF'
    """
    kind = next((name for magic, name in KINDS if raw.startswith(magic)), None) or _container(raw)
    if kind:
        return kind
    if raw.startswith(BYTE_ORDER_MARKS) or wide_encoding(raw):
        return None
    if b"\x00" in raw:
        return "binary data"
    sample = raw[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=CONTROLS))
    return "binary data" if controls > MOST_CONTROLS * len(sample) else None


def wide_encoding(raw: bytes) -> str | None:
    """The encoding if this is UTF-16 text without a byte-order mark: every other byte is NUL."""
    sample = raw[:SAMPLE]
    if len(sample) < 4 or len(raw) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and not odd else None


def _container(raw: bytes) -> str | None:
    if raw.startswith(b"PK\x03\x04"):
        return _zip_kind(raw[:4096])
    if raw.startswith(b"RIFF") and raw[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return {b"WEBP": "a WebP image", b"WAVE": "a WAV recording", b"AVI ": "an AVI video"}[raw[8:12]]
    return "an MP4 video" if raw[4:8] == b"ftyp" else None


def _zip_kind(head: bytes) -> str:
    if b"word/" in head:
        return "a Word document"
    if b"opendocument.text" in head:
        return "an OpenDocument text"
    if b"epub" in head:
        return "an e-book (EPUB)"
    return "a ZIP archive"

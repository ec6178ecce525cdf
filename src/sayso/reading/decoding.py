"""From bytes to text, saying so wherever that took a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reading.binary import wide_encoding

DECLARED = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
MARKED = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
ASCII_SHARE = 0.97
"""With fewer foreign bytes than this leaves, only quotation marks and accents are foreign, and
a statistical guess has nothing to go by: Windows-1252 is taken, as browsers do (s)."""

SAMPLE = 50_000
LISTED = 5
REPLACED = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text.

    Attributes:
        text: As decoded: no newline translation, no normalisation; without byte-order mark.
        problems: What was assumed, and what could not be decoded, in plain sentences.
    """

    text: str
    problems: tuple[str, ...]


def decode(raw: bytes) -> Decoded:
    """Decode bytes: UTF-8 if they are that, else what they declare, else the likeliest encoding.

    Bytes that do not fit become U+FFFD and are listed. Never raises.
    """
    for mark, encoding in MARKED:
        if raw.startswith(mark):
            return _assumed(raw, encoding, why="its byte-order mark says so")
    body = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(body)
    wide = wide_encoding(raw)
    if wide:
        return _assumed(raw, wide, why="every other byte is zero")
    return Decoded(text=text, problems=())


def _decode_other(raw: bytes) -> Decoded:
    wide = wide_encoding(raw)
    if wide:
        return _assumed(raw, wide, why="every other byte is zero")
    patched = raw.decode("utf-8", "replace")
    bad = patched.count(REPLACED)
    if sum(char > "\x7f" for char in patched) - bad > 2 * bad:
        return Decoded(text=patched, problems=_replacements(patched, encoding="UTF-8"))
    declared = DECLARED.search(raw[:4096])
    if declared and _is_known(declared[1].decode("ascii")):
        return _assumed(raw, declared[1].decode("ascii"), why="the page says so")
    foreign = sum(byte > 0x7F for byte in raw[:SAMPLE])
    if foreign <= (1 - ASCII_SHARE) * min(len(raw), SAMPLE):
        return _assumed(raw, "windows-1252", why="it is not UTF-8, and nearly all of it is plain ASCII")
    return _assumed(raw, _likeliest(raw[:SAMPLE]), why="it is not UTF-8, and this fits best")


def _likeliest(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - start-up time

    best = from_bytes(sample).best()
    return best.encoding if best else "windows-1252"


def _assumed(raw: bytes, encoding: str, *, why: str) -> Decoded:
    text = raw.decode(encoding, "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    assumed = f"Read as {encoding.replace('_', '-')}: {why}; check accents and quotation marks."
    return Decoded(text=text, problems=(assumed, *_replacements(text, encoding=encoding)))


def _replacements(text: str, *, encoding: str) -> tuple[str, ...]:
    places = [match.start() for match in re.finditer(REPLACED, text)]
    if not places:
        return ()
    listed = ", ".join(str(place) for place in places[:LISTED])
    more = ", ..." if len(places) > LISTED else ""
    listing = (
        f"{len(places)} place{'s' * (len(places) > 1)} could not be decoded as {encoding} and became "
        f"{REPLACED} (at character {listed}{more}); quotations there may be incomplete."
    )
    return (listing,)


def _is_known(encoding: str) -> bool:
    try:
        b"".decode(encoding)
        "".encode(encoding)
    except (LookupError, ValueError):
        return False
    return True

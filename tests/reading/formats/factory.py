"""Small files of every format, made on the spot: one invented report in each."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from typing import TYPE_CHECKING

from sayso.reading import Original, open_original, read_report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.model.reports import Report

TITLE = "Bridge falls in Zelin"
FIRST = "Two people were killed when a bridge fell in the town of Zelin on Friday, police said."
SECOND = "The mayor said that the bridge had been closed for repairs by the county."
TEXT = f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
HTML = (
    f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
    f"<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
)
ADDRESS = "https://lantern.example/2031/11/07/bridge"
CAPTURED = "2031-11-08T09:30:00Z"


def make_original(raw: bytes, *, file: str) -> Original:
    return Original(file=file, raw=raw, meta=None, error=None)


def open_all(raw: bytes, *, file: str, columns: Mapping[str, str] | None = None) -> tuple[Report, ...]:
    """The reports in a file of any format."""
    return tuple(
        read_report(one) for one in open_original(make_original(raw, file=file), columns=columns or {})
    )


def open_one(raw: bytes, *, file: str) -> Report:
    (report,) = open_all(raw, file=file)
    return report


def make_pdf(pages: Sequence[Sequence[str]], *, about: str = "") -> bytes:
    """A PDF with lines of text 14 points apart; an empty line leaves a gap, a page may have none."""
    numbers = [4 + 2 * index for index in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for number, lines in zip(numbers, pages, strict=True):
        shown = "".join(f"({_escape(line)}) Tj T* " for line in lines)
        stream = f"BT /F1 11 Tf 72 720 Td 14 TL {shown}ET".encode("latin-1")
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        ).encode()
        objects[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    last = max(objects) + 1
    objects[last] = f"<< {about} >>".encode()
    return _pdf(objects, root=1, about=last)


def _pdf(objects: Mapping[int, bytes], *, root: int, about: int) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in sorted(objects.items()):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"trailer << /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, root, about, table,
    )  # fmt: skip
    return bytes(out)


def _escape(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


PRINTED = (
    TITLE, "",
    "Two people were killed when a bridge fell in the town of Zelin on Fri-", "day, police said.", "",
    "The mayor said that the bridge had been closed for repairs by the", "county.",
)  # fmt: skip
ABOUT = "/Title (Bridge falls in Zelin) /Author (Ada Quill) /CreationDate (D:20311108093000+01'00')"


def make_docx(*, deleted: str = "") -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.title, document.core_properties.author = TITLE, "Ada Quill"
    document.add_heading(TITLE, 1)
    document.add_paragraph(FIRST)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Killed", "2"
    document.add_paragraph(SECOND)
    stream = io.BytesIO()
    document.save(stream)
    if not deleted:
        return stream.getvalue()
    parts = read_zip(stream.getvalue())
    change = f"<w:p><w:ins><w:r><w:t>It was old.</w:t></w:r></w:ins><w:del><w:r><w:delText>{deleted}"
    change += "</w:delText></w:r></w:del></w:p>"
    body = parts["word/document.xml"].replace(b"<w:tbl>", change.encode() + b"<w:tbl>", 1)
    return make_zip({**parts, "word/document.xml": body})


ODF = "urn:oasis:names:tc:opendocument:xmlns"


def make_odt(*, doctype: str = "") -> bytes:
    content = f"""<?xml version="1.0" encoding="UTF-8"?>{doctype}
<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0">
<office:body><office:text>
<text:tracked-changes><text:p>Deleted words.</text:p></text:tracked-changes>
<text:h>{TITLE}</text:h>
<text:p>{FIRST.replace(" bridge", "<text:s/>bridge")}<text:note><text:p>A note.</text:p></text:note></text:p>
<text:section><text:p>{SECOND}</text:p></text:section>
</office:text></office:body></office:document-content>"""
    about = f"""<office:document-meta xmlns:office="{ODF}:office:1.0"
xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>{TITLE}</dc:title>
<dc:creator>Ada Quill</dc:creator></office:meta></office:document-meta>"""
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text"}
    return make_zip({**parts, "content.xml": content.encode(), "meta.xml": about.encode()})


def make_email(*, html: bool = False, attached: Mapping[str, bytes] | None = None) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "Meridian Wire <desk@meridian.example>"
    message["To"] = "news@lantern.example"
    message["Subject"] = TITLE
    message["Date"] = "Fri, 07 Nov 2031 23:30:00 +0300"
    message["Message-ID"] = "<1@meridian.example>"
    if html:
        message.set_content(HTML, subtype="html")
    else:
        message.set_content(f"{FIRST}\n\n{SECOND} – in full.\n", charset="utf-8")
    for name, raw in (attached or {}).items():
        message.add_attachment(raw, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def make_mbox(*messages: bytes) -> bytes:
    return b"".join(
        b"From desk@meridian.example Fri Nov  7 20:30:00 2031\n" + one + b"\n" for one in messages
    )


def make_mhtml() -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + ADDRESS + "\r\n"
        "Subject: Bridge falls\r\nDate: Sat, 8 Nov 2031 09:30:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n--edge\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n"
        "Content-Location: " + ADDRESS + "\r\n\r\n"
        + HTML + "\r\n--edge\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n--edge--\r\n"
    ).encode()  # fmt: skip


def make_warc(*, pages: int = 1, gzipped: bool = False) -> bytes:
    captures = [(f"{ADDRESS}{number or ''}", "200 OK", "text/html", HTML) for number in range(pages)]
    captures += [
        ("https://lantern.example/style.css", "200 OK", "text/css", "p { color: red }"),
        ("https://lantern.example/gone", "404 Not Found", "text/html", "<html><p>Gone.</p></html>"),
    ]
    records = [_record(*capture) for capture in captures]
    return b"".join(gzip.compress(record, mtime=0) if gzipped else record for record in records)


def _record(url: str, status: str, kind: str, body: str) -> bytes:
    content = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {CAPTURED}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def make_wacz() -> bytes:
    return make_zip(
        {
            "datapackage.json": b"{}",
            "archive/part.warc.gz": make_warc(gzipped=True),
            "pages/pages.jsonl": b"{}\n",
            "indexes/index.cdx": b"",
        }
    )


def make_rss(*, doctype: str = "", full: bool = True) -> bytes:
    tag = "content:encoded" if full else "description"
    return f"""<?xml version="1.0"?>{doctype}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Lantern</title><item><title>{TITLE}</title><link>{ADDRESS}</link>
<pubDate>Fri, 07 Nov 2031 23:30:00 +0300</pubDate>
<author>Ada Quill</author>
<{tag}><![CDATA[<p>{FIRST}</p><p>{SECOND}</p><script>alert(1)</script>]]></{tag}></item></channel></rss>""".encode()


def make_atom() -> bytes:
    return f"""<?xml version="1.0"?><!-- kept --><feed xmlns="http://www.w3.org/2005/Atom">
<title>The Lantern</title><entry><title>{TITLE}</title><link href="{ADDRESS}"/>
<published>2031-11-07T23:30:00+03:00</published>
<author><name>Ada Quill</name></author>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;
&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>""".encode()


CSV = (
    "headline,body,publisher,published\n"
    f'{TITLE},"{FIRST}\n\n{SECOND}",The Lantern,2031-11-07\nNothing,,The Lantern,2031-11-07\n'
    f'Again,"{FIRST}",Quay Post,some day in autumn\n'
).encode()
JSON_LINES = (
    json.dumps({"title": TITLE, "text": TEXT, "outlet": "The Lantern", "date": "2031-11-07"})
    + '\nnonsense\n{"title": "No text"}\n'
).encode()


def make_zip(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    return stream.getvalue()


def read_zip(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def make_tar(parts: Mapping[str, bytes], *, links: Mapping[str, str] | None = None) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, raw in parts.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            archive.addfile(entry, io.BytesIO(raw))
        for name, target in (links or {}).items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            archive.addfile(entry)
    return stream.getvalue()


SEEDS: dict[str, bytes] = {
    "r.pdf": make_pdf([PRINTED], about=ABOUT),
    "r.docx": make_docx(),
    "r.odt": make_odt(),
    "r.eml": make_email(attached={"a.txt": TEXT.encode()}),
    "r.mht": make_mhtml(),
    "r.mbox": make_mbox(make_email(), make_email(html=True)),
    "r.warc": make_warc(),
    "r.warc.gz": make_warc(gzipped=True),
    "r.wacz": make_wacz(),
    "r.rss": make_rss(),
    "r.atom": make_atom(),
    "r.csv": CSV,
    "r.jsonl": JSON_LINES,
    "r.html": HTML.encode(),
    "r.zip": make_zip({"a.txt": TEXT.encode(), "b/c.html": HTML.encode()}),
    "r.tar": make_tar({"a.txt": TEXT.encode(), "b/c.html": HTML.encode()}),
    "r.tar.xz": lzma.compress(make_tar({"a.txt": TEXT.encode()})),
    "r.txt.gz": gzip.compress(TEXT.encode(), mtime=0),
    "r.txt.bz2": bz2.compress(TEXT.encode()),
}
"""One file of each format, by a name that fits."""

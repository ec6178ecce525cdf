import subprocess
import sys
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.reports import Report, ReportStatus
from sayso.reading import Meta, Original, read_report

BODY = (
    "Two people were killed when a bridge fell in the town of Zelin on Friday, police said. "
    "The mayor said that the bridge had been closed for repairs by the county."
)
HTML = f"""<!DOCTYPE html><html><head><title>Bridge falls in Zelin - The Daily Lantern</title>
<meta property="og:site_name" content="The Daily Lantern"><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="2031-11-08T10:00:00Z">
<style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge falls in Zelin</h1>
<figure><img src="x" onerror="alert(1)"><figcaption>A view of the bridge.</figcaption></figure>
<p onclick="steal()">{BODY}</p><script>alert('boo')</script>
<p>A third person is missing.</p></article></body></html>"""


def read(raw: str | bytes, *, file: str = "r.txt", meta: Meta | None = None) -> Report:
    raw = raw if isinstance(raw, bytes) else raw.encode()
    report = read_report(Original(file=file, raw=raw, meta=meta, error=None))
    for mark in report.furniture:
        assert 0 <= mark.start < mark.end <= len(report.text)
    assert 0 <= report.title_end <= len(report.text)
    return report


def test_plain_text_stays_as_it_was_decoded() -> None:
    text = f"Bridge falls in Zelin\r\n\r\n{BODY}\r\n\u2028\tEnd. \n"
    report = read(text)
    assert report.text == text
    assert report.text[: report.title_end] == report.title == "Bridge falls in Zelin"
    assert (report.status, report.language) == (ReportStatus.READ, "en")


def test_a_web_page_becomes_headline_and_paragraphs() -> None:
    report = read(HTML, file="r.html")
    assert report.text == f"Bridge falls in Zelin\n\n{BODY}\n\nA third person is missing."
    assert report.text[: report.title_end] == "Bridge falls in Zelin"
    assert (report.outlet, report.author) == ("The Daily Lantern", "Ada Quill")
    assert report.published is not None
    assert (report.published.value, report.published.evidence) == ("2031-11-08", "metadata")


def test_nothing_that_runs_enters_the_text() -> None:
    page = (
        "<html><body>"
        + "<script>alert(1)</script><p onclick='evil()'>%s</p><style>p{}</style>" * 200
        + "</body>"
    )
    text = read(page.replace("%s", BODY), file="r.html").text
    assert not any(word in text for word in ("alert", "evil", "onclick", "<", "{"))


def test_markdown_front_matter_is_metadata_and_no_text() -> None:
    text = f'---\ntitle: "Bridge falls"\ndate: 2031-11-08\noutlet: Lantern\n---\n\n# Bridge falls\n\n{BODY}\n[Here](http://x.y)\n'
    report = read(text, file="r.md")
    assert report.text == f"Bridge falls\n\n{BODY} Here"
    assert (report.outlet, report.title, report.title_end) == ("Lantern", "Bridge falls", 12)
    assert report.published is not None
    assert report.published.value == "2031-11-08"


@pytest.mark.parametrize(
    ("raw", "file", "problem"),
    [
        (HTML, "r.txt", "holds HTML whatever its name says"),
        (BODY, "r.html", "holds no HTML whatever its name says"),
    ],
)
def test_the_content_and_not_the_name_decides_the_format(raw: str, file: str, problem: str) -> None:
    report = read(raw, file=file)
    assert report.status is ReportStatus.READ
    assert "<" not in report.text
    assert problem in report.problems[0]


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_unreadable(raw: bytes) -> None:
    report = read(raw)
    assert report.status is ReportStatus.UNREADABLE
    assert report.problems == ("r.txt is empty; save the report again.",)


def test_a_page_without_article_says_what_to_do() -> None:
    report = read("<html><body><script>x()</script></body></html>", file="r.html")
    assert report.status is ReportStatus.UNREADABLE
    assert "no article text in r.html (0 paragraphs); save the full page" in report.problems[0]


@pytest.mark.parametrize(
    "raw",
    [
        "<div>" * 200_000 + "hello",
        "<div>" * 20_000 + "hello",
        "<p>x</p>" + "<b>" * 40_000 + "hello",
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">Hello</p>",
        "<!-- -->" * 100_000 + "<p>",
        "<p>a</p>" + '<a "' * 100_000,
    ],
    ids=["deep", "less deep", "inline", "attributes", "comments", "quotes"],
)
def test_a_hostile_page_ends_soon_and_with_a_reason(raw: str) -> None:
    start = time.monotonic()
    report = read(raw, file="bomb.html")
    assert report.status is not ReportStatus.READ
    assert report.problems
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    ("raw", "text", "problem"),
    [
        (b"\xef\xbb\xbfHello.", "Hello.", None),
        ("Caf\u00e9 \u201cburned\u201d.".encode("utf-16"), "Café “burned”.", "utf-16"),
        (
            "He said \u201cgo\u201d. ".encode("cp1252") + b"Plain. " * 40,
            "He said “go”. " + "Plain. " * 40,
            "windows-1252",
        ),
        (
            "“One” “two” “three”".encode() + b" \xff.",
            "“One” “two” “three” \ufffd.",
            "1 place could not be decoded",
        ),
    ],
)
def test_encodings_are_found_and_guesses_are_told(raw: bytes, text: str, problem: str | None) -> None:
    report = read(raw)
    assert report.text == text
    assert (problem or "") in " ".join(report.problems)
    assert bool(report.problems) is (problem is not None)


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        (BODY.upper(), "en", ReportStatus.READ),
        ("Police: two dead.", None, ReportStatus.READ),
        (
            "La police a déclaré que deux personnes sont mortes dans une explosion à la gare.",
            "fr",
            ReportStatus.NOT_ANALYSED,
        ),
        (
            "قالت الشرطة إن شخصين قتلا في انفجار وقع قرب محطة القطار في وسط المدينة يوم الجمعة",
            "ar",
            ReportStatus.NOT_ANALYSED,
        ),
        ("word that was said " * 30_000, "en", ReportStatus.NOT_ANALYSED),
    ],
    ids=["capitals", "short", "french", "right to left", "long"],
)
def test_only_english_of_sane_length_is_analysed(
    text: str, language: str | None, status: ReportStatus
) -> None:
    report = read(text)
    assert (report.language, report.status) == (language, status)
    assert bool(report.problems) is (status is not ReportStatus.READ)


def test_a_report_without_a_date_has_none() -> None:
    assert read(f"Bridge falls\n\nOn 7 November 2031 it fell. {BODY}").published is None


def test_supplied_dates_win_and_a_disagreement_is_told() -> None:
    meta = Meta(published_start=date(2031, 11, 20), published_end=date(2031, 11, 20), outlet="Lantern")
    report = read(f"Bridge falls\n\n7 November 2031\n\n{BODY}", meta=meta)
    assert report.published is not None
    assert (report.published.value, report.published.evidence) == ("2031-11-20", "supplied")
    assert "2031-11-20" in report.problems[0]
    assert "2031-11-07" in report.problems[0]


def test_the_address_gives_a_date_if_nothing_else_does() -> None:
    report = read(BODY, meta=Meta(url="https://lantern.example/2031/11/07/bridge"))
    assert report.published is not None
    assert (report.published.value, report.published.evidence) == ("2031-11-07", "url")


def test_an_upper_case_telex_opens_with_a_dateline_and_not_a_headline() -> None:
    report = read(f"ZELIN, 6 DEC 89 (NEWSREEL)\n\n[TEXT] {BODY.upper()}")
    assert (report.title, report.title_end, report.outlet) == (None, 0, "NEWSREEL")
    assert report.published is not None
    assert report.published.value == "1989-12-06"


def test_two_reports_with_the_same_text_stay_two_by_name() -> None:
    assert read(BODY, file="a.txt").id != read(BODY, file="b.txt").id
    assert read(BODY, file="x/a.txt").id == read(BODY, file="a.txt").id


@settings(max_examples=60, deadline=None)
@given(
    raw=st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_no_bytes_make_it_raise(raw: bytes) -> None:
    for file in ("r.txt", "r.html", "r.md"):
        assert read(raw, file=file) == read(raw, file=file)


def test_importing_the_stage_loads_no_heavy_library() -> None:
    heavy = ("trafilatura", "py3langid", "markdown_it", "lxml", "charset_normalizer")
    code = f"import sys, sayso.reading; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

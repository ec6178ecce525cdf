# ruff: noqa: E501 - pages and reports read best unbroken
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from sayso.reading import Meta, Original, read_report

if TYPE_CHECKING:
    from sayso.model.reports import Report

BODY = (
    "<p>Two people were killed when a bridge fell in the town of Zelin on Friday, police said. It had been "
    "closed to lorries since the floods of the year before, and the county had promised to mend it.</p>"
    "<p>The mayor said that divers would search the river until dark, and that nobody else was missing.</p>"
)
LINKED = '<script type="application/ld+json">%s</script>'
ARTICLE = '{"@type": "NewsArticle", "headline": "Bridge falls in Zelin", "datePublished": "%s", "dateModified": "%s"}'
GRAPH = '<meta property="article:published_time" content="%s">'
DAY = "2031-11-07"


def page(head: str = "", *, before: str = "", after: str = "", url: str = "") -> Report:
    html = (
        f"<!DOCTYPE html><html lang='en'><head><title>Bridge falls in Zelin</title>{head}</head><body>"
        f"<article><h1>Bridge falls in Zelin</h1>{before}{BODY}</article>{after}</body></html>"
    )
    meta = Meta(url=url) if url else None
    return read_report(Original(file="bridge.html", raw=html.encode(), meta=meta, error=None))


def found(report: Report, field: str) -> dict[str, str]:
    return {one.found_in: one.value for one in report.evidence if one.field == field}


@pytest.mark.parametrize(
    ("head", "before", "after"),
    [
        (GRAPH % f"{DAY}T10:00:00Z", "", ""),
        (LINKED % (ARTICLE % (f"{DAY}T10:00:00+01:00", "")), "", ""),
        ('<meta name="dc.date.issued" content="2031-11-07">', "", ""),
        ('<meta name="pubdate" content="7 November 2031">', "", ""),
        ("", '<time datetime="2031-11-07T09:00">7 Nov</time>', ""),
        ("", '<p class="post-date">Published: 7 November 2031</p>', ""),
        ("", "<p>Published: 7 November 2031</p>", ""),
        # dates of other things on the page
        (GRAPH % DAY, "", '<aside class="related"><time datetime="2019-01-02">2 Jan 2019</time> Old story</aside>'),
        (GRAPH % DAY, "", "<footer><p>Copyright 2029. Last change: 3 March 2032</p></footer>"),
        # a list of articles besides the page's own
        (LINKED % f'[{ARTICLE % (DAY, "")}, {{"@type": "NewsArticle", "headline": "Floods", "datePublished": "2030-01-01"}}]', "", ""),
        # the builder gave the time of the last change as that of publication
        (GRAPH % "2031-11-12T08:00:00Z" + LINKED % (ARTICLE % (f"{DAY}T10:00:00Z", "2031-11-12T08:00:00Z")), "", ""),
        # two against one
        (GRAPH % DAY + LINKED % (ARTICLE % (DAY, "")) + '<meta name="date" content="2031-10-01">', "", ""),
    ],
)  # fmt: skip
def test_a_page_that_says_when_it_was_published_is_believed(head: str, before: str, after: str) -> None:
    published = page(head, before=before, after=after).published
    assert published is not None
    assert (published.value, published.precision) == (DAY, "day")


@pytest.mark.parametrize(
    ("head", "before", "after", "url"),
    [
        ("", "", "", ""),
        ("", "", "<footer>Copyright 2031</footer>", ""),
        ("", "", '<ul class="latest"><li><time datetime="2031-11-09">9 Nov</time></li></ul>', ""),
        ("", '<time datetime="2031-11-07">7 Nov</time><time datetime="2031-10-01">1 Oct</time>', "", ""),
        (GRAPH % "0001-01-01T00:00:00Z", "", "", ""),
        (GRAPH % "yesterday", "", "", ""),
        (GRAPH % "2031-11-07" + LINKED % (ARTICLE % ("2031-09-01", "")), "", "", ""),
        (GRAPH % "2031-11-07", "", "", "https://lantern.example/2029/02/03/bridge"),
        ("", "<p>The bridge of 3 May 1998 was the third.</p>", "", ""),
        (LINKED % '{"@type": "WebSite", "datePublished": "2012-01-01"}', "", "", ""),
        (LINKED % '{"@type": "NewsArticle", "datePublished": ', "", "", ""),
    ],
)
def test_a_page_that_does_not_say_or_contradicts_itself_has_no_date(
    head: str, before: str, after: str, url: str
) -> None:
    assert page(head, before=before, after=after, url=url).published is None


def test_dates_that_contradict_each_other_are_both_kept_and_told() -> None:
    report = page(GRAPH % "2031-11-07" + LINKED % (ARTICLE % ("2031-09-01", "")))
    assert found(report, "published") == {"json-ld": "2031-09-01", "opengraph": "2031-11-07"}
    assert not any(one.chosen for one in report.evidence if one.field == "published")
    assert "date of publication is not clear" in report.problems[0]
    assert "2031-09-01 (json-ld)" in report.problems[0]


def test_midnight_in_another_time_zone_is_no_contradiction() -> None:
    report = page(GRAPH % "2031-11-06T23:30:00Z", before='<p class="date">7 November 2031</p>')
    assert report.published is not None
    assert not report.problems


def test_what_was_changed_later_is_kept_apart() -> None:
    report = page(LINKED % (ARTICLE % (f"{DAY}T10:00:00Z", "2031-11-09T08:00:00Z")))
    assert report.updated is not None
    assert (report.published and report.published.value, report.updated.value) == (DAY, "2031-11-09")
    assert found(report, "updated") == {"json-ld": "2031-11-09T08:00:00Z"}


def test_outlet_author_and_language_come_with_where_they_were_found() -> None:
    head = (
        '<meta property="og:site_name" content="The Lantern"><meta name="author" content="Ada Quill">'
        + LINKED
        % '{"@type": "NewsArticle", "publisher": {"name": "Newsreel"}, "author": [{"name": "Ada Quill"}]}'
    )
    report = page(head)
    assert found(report, "outlet") == {"json-ld": "Newsreel", "opengraph": "The Lantern"}
    assert found(report, "author") == {"json-ld": "Ada Quill", "meta tag": "Ada Quill"}
    assert found(report, "language") == {"page markup": "en", "text": "en"}
    assert any("outlet is given differently" in problem for problem in report.problems)


def test_what_a_person_supplies_is_marked_as_theirs_and_wins() -> None:
    day = date(2031, 11, 20)
    raw = f"Bridge falls in Zelin\n\nBy Ada Quill\n\n{DAY}\n\nTwo people were killed, police said on Friday.".encode()
    meta = Meta(outlet="The Lantern", published_start=day, published_end=day)
    report = read_report(Original(file="a.txt", raw=raw, meta=meta, error=None))
    theirs = {one.field: one.value for one in report.evidence if one.found_in == "supplied" and one.chosen}
    assert theirs == {"outlet": "The Lantern", "published": "2031-11-20"}
    assert found(report, "author") == {"byline": "Ada Quill"}
    assert [one.value for one in report.evidence if one.field == "published" and not one.chosen] == [DAY]


def test_a_page_that_only_gives_its_last_change_has_no_day_of_publication_but_an_anchor() -> None:
    report = page(before="<p>Last updated: 9 November 2031</p>")
    assert report.published is None
    assert report.updated is not None
    assert (report.updated.value, report.anchor) == ("2031-11-09", report.updated)


def test_the_same_authors_in_other_words_are_no_contradiction() -> None:
    head = '<meta name="author" content="Ben Roe and Ada Quill">' + LINKED % (
        '{"@type": "NewsArticle", "author": [{"name": "Ada Quill"}, {"name": "Ben Roe"}]}'
    )
    assert page(head).problems == ()

"""Furniture that is found across reports or by structure; posts, live blogs, repairs."""

# ruff: noqa: E501 - pages and reports read best unbroken
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.annotate import load_annotator
from sayso.extract.report import extract_report
from sayso.reading import Meta, Original, mark_repeated, read_report
from sayso.reading.entries import find_entries

if TYPE_CHECKING:
    from sayso.model.reports import Report

BODY = "Two people were killed when a bridge fell in the town of Zelin on Friday, police said."
MORE = "The mayor said that the bridge had been closed for repairs by the county since the floods."


def read(text: str, *, file: str = "a.txt", outlet: str | None = None) -> Report:
    return read_report(Original(file=file, raw=text.encode(), meta=Meta(outlet=outlet), error=None))


def marks(report: Report, kind: str) -> list[str]:
    return [report.text[mark.start : mark.end] for mark in report.furniture if mark.kind == kind]


class TestRepetition:
    BOX = "The Lantern, your window on the north"

    def texts(self) -> list[str]:
        return [
            f"Bridge falls in Zelin\n\n{BODY}\n\n{self.BOX}\n\n{MORE}",
            f"Council meets behind closed doors\n\nThe council met for nine hours.\n\n{self.BOX}\n\nIt rose at dawn.",
        ]

    def test_the_same_block_in_two_reports_of_one_outlet_is_furniture(self) -> None:
        reports = mark_repeated([read(text, outlet="The Lantern") for text in self.texts()])
        assert [marks(report, "repeated") for report in reports] == [[self.BOX], [self.BOX]]

    def test_two_outlets_may_use_the_same_words(self) -> None:
        first, second = self.texts()
        reports = mark_repeated([read(first, outlet="The Lantern"), read(second, outlet="The Flare")])
        assert [marks(report, "repeated") for report in reports] == [[], []]

    def test_two_versions_of_one_report_repeat_nothing(self) -> None:
        first = self.texts()[0]
        reports = mark_repeated(
            [read(first, outlet="Lantern"), read(f"{first}\n\nMore soon.", outlet="Lantern")]
        )
        assert [marks(report, "repeated") for report in reports] == [[], []]

    def test_background_that_an_outlet_repeats_is_no_furniture(self) -> None:
        background = f"{MORE[:-1]}, and nobody had been allowed to cross it since the spring of last year."
        reports = mark_repeated(
            [
                read(f"Bridge falls in Zelin\n\n{BODY}\n\n{background}", outlet="Lantern"),
                read(
                    f"Divers give up\n\nThe search in the river was called off.\n\n{background}",
                    outlet="Lantern",
                ),
            ]
        )
        assert [marks(report, "repeated") for report in reports] == [[], []]

    def test_the_order_of_the_reports_changes_no_mark(self) -> None:
        reports = [read(text, outlet="The Lantern") for text in self.texts()]
        assert mark_repeated(reports) == mark_repeated(reports[::-1])[::-1]


def test_a_box_that_the_page_marks_as_such_is_furniture() -> None:
    filler = "".join(f"<p>{MORE} {number} more bridges are old.</p>" for number in range(4))
    html = (
        f"<html><body><article><h1>Bridge falls in Zelin</h1><p>{BODY}</p>{filler}"
        "<div class='author-bio'><p>Cyd Lam swims in the river each day and has a boat.</p></div>"
        "</article></body></html>"
    )
    report = read(html, file="a.html")
    if "Cyd Lam" in report.text:
        assert marks(report, "biography") == ["Cyd Lam swims in the river each day and has a boat."]


class TestPosts:
    POST = "Nine people were killed at the bridge."

    def report(self) -> Report:
        return read(
            f"Bridge falls in Zelin\n\n{BODY}\n\n{self.POST} pic.twitter.com/xyz\n\n"
            f"— Ada Quill (@adaquill) November 7, 2031\n\n{MORE}"
        )

    def test_an_embedded_post_is_furniture_with_an_author(self) -> None:
        report = self.report()
        (post,) = report.posts
        assert (post.author.text, [span.text for span in post.content]) == (
            "Ada Quill (@adaquill)",
            [self.POST],
        )
        (mark,) = marks(report, "embed")
        assert mark.startswith("Nine people")
        assert mark.endswith("2031")

    def test_what_it_says_is_its_authors_and_never_the_reports(self) -> None:
        extraction = extract_report(load_annotator().annotate(self.report()))
        nine = [claim for claim in extraction.claims if claim.wording and "Nine" in claim.wording]
        assert {claim.source for claim in nine} <= {"Ada Quill"}
        (said,) = [one for one in extraction.attributions if one.source.description == "Ada Quill"]
        assert [span.text for span in said.content] == [self.POST]

    def test_a_post_in_one_line_with_its_author_is_taken_apart(self) -> None:
        report = read(
            f"Bridge falls in Zelin\n\n{BODY}\n\n{self.POST} — Ada Quill (@adaquill) 7 Nov\n\n{MORE}"
        )
        assert [span.text for span in report.posts[0].content] == [self.POST]


class TestEntries:
    def test_each_entry_of_a_live_blog_has_its_own_time(self) -> None:
        text = f"Bridge falls: live\n\n4.15pm\n\n{BODY}\n\n3.50pm\n\n{MORE}\n\n15:20 GMT\n\nA crack is heard."
        report = read(text)
        assert [entry.clock for entry in report.entries] == ["16:15", "15:50", "15:20"]
        assert text[report.entries[0].start : report.entries[0].end] == f"4.15pm\n\n{BODY}"
        assert marks(report, "time") == ["4.15pm", "3.50pm", "15:20 GMT"]

    @pytest.mark.parametrize(
        "text",
        [
            "A\n\n14:05\n\nOne.\n\n13:50\n\nTwo.",
            "A\n\n14:05\n\nOne.\n\n15:50\n\nTwo.\n\n14:50\n\nThree.",
            "A\n\n14:05 a crack is heard.\n\n14:06 the bridge falls.\n\n14:07 divers come.",
        ],
        ids=["too few", "in no order", "the event's own times"],
    )
    def test_other_times_make_no_live_blog(self, text: str) -> None:
        assert find_entries(text, title_end=1) == ()


class TestRepairs:
    def kinds(self, text: str) -> dict[str, int]:
        return {one.kind: one.places for one in read(f"Bridge falls in Zelin\n\n{BODY} {text}").repairs}

    def test_a_clean_text_needs_none(self) -> None:
        assert self.kinds("It was old.") == {}

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("“So,” she said – ‘no’.", "marks"),
            ("Two\xa0people.", "spaces"),
            ("The pre- sident came.", "hyphenation"),
            ("He said â€œgo nowâ€\x9d to them.", "encoding"),
            ("They donâ€™t know.", "encoding"),
            ("Soft\xadhyphen.", "invisible"),
            ("\nTHE BRIDGE WAS OLD AND NOBODY KNEW WHO HAD TO MEND IT.", "capitals"),
            ("The road is long. " * 200, "paragraphs"),
        ],
    )
    def test_sloppiness_is_listed(self, text: str, kind: str) -> None:
        assert kind in self.kinds(text)

    def test_a_text_without_commas_is_told(self) -> None:
        text = (
            "Bridge falls in Zelin\n\n" + "The bridge fell on Friday and two people were killed there. " * 20
        )
        assert [one.kind for one in read(text).repairs] == ["commas"]

    def test_wrong_marks_are_read_right_without_moving_a_word(self) -> None:
        report = read(f"Bridge falls in Zelin\n\n{BODY} He said â€œgo nowâ€\x9d to them &amp; left.")
        shadow = load_annotator().annotate(report).shadow
        assert len(shadow) == len(report.text)
        assert '  "go now"   to them &     left.' in shadow
        assert report.text.index("go now") == shadow.index("go now")

    def test_a_headline_that_runs_into_its_report_is_cut_off(self) -> None:
        report = read(f"Bridge falls in the town of ZelinTwo more died. {BODY} {MORE}")
        assert report.text[: report.title_end] == report.title == "Bridge falls in the town of Zelin"
        first = load_annotator().annotate(report).sentences[0]
        assert report.text[first.start : first.end] == report.title


def test_a_headline_of_two_words_is_no_author() -> None:
    report = read(f"Bridge Collapse\n\n{BODY}\n\nThe collapse was heard for miles, and the bridge is gone.")
    assert (report.title, report.author) == ("Bridge Collapse", None)


def test_an_advertisement_inside_a_sentence_costs_no_claim() -> None:
    report = read(f"Bridge falls in Zelin\n\nIt was dusk. Advertisement {BODY} {MORE}")
    extraction = extract_report(load_annotator().annotate(report))
    assert [claim.slot for claim in extraction.claims if claim.slot == "killed"] == ["killed"]

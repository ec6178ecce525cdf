from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from sayso.render import render_markdown
from sayso.render.escaping import escaped
from tests.render.factory import CLAIMS, make_dossier

TEXT = render_markdown(make_dossier())


def test_every_claim_is_cited_with_its_words_its_file_and_its_offsets() -> None:
    for claim in CLAIMS:
        span = claim.spans[0]
        line = next(one for one in TEXT.splitlines() if one.startswith("- ") and f"{claim.id})" in one)
        assert f"{span.start}–{span.end}" in line
        assert escaped(span.text) in line


def test_a_sentence_is_followed_by_its_claims() -> None:
    assert "The date is 3 March 2031. \\[clm-monday, clm-third\\]" in TEXT


@pytest.mark.parametrize(
    "words",
    [
        "*six* _dead_",
        "<script>alert(1)</script>",
        "[link](javascript:alert(1))",
        "# heading",
        "1. list",
        "- list",
        "> quote",
        "| cell |",
        "![image](x)",
        "`code`",
        "&lt;b&gt;",
        "a\n\n# b",
        "~~gone~~",
        "+ plus",
        "---",
        "https://bell.example <b>",
        "\\*x",
    ],
)
def test_words_of_a_report_cannot_act_as_markup(words: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = parser.parse(escaped(words))
    assert [block.type for block in blocks] == ["paragraph_open", "inline", "paragraph_close"]
    children = blocks[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == " ".join(words.split())


def test_a_hostile_title_stays_text() -> None:
    html = MarkdownIt("commonmark").render(TEXT)
    assert "<script" not in html
    assert "<img" not in html


def test_linked_events_are_kept_apart() -> None:
    assert TEXT.index("## Linked events, kept apart") < TEXT.index("1 person was killed.")


def test_the_headings_follow_the_account() -> None:
    headings = [line for line in TEXT.splitlines() if line.startswith("## ")]
    assert headings[:4] == ["## Disputed", "## Agreed", "## Said by one origin only", "## Said by nobody"]


def test_a_dossier_without_findings_is_still_an_account() -> None:
    empty = replace(make_dossier(), findings=(), claims=(), questions=(), hypotheses=())
    assert "Nothing in these reports." in render_markdown(empty)

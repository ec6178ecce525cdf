"""The page on attribution shows what the program finds: its tables are made, and checked, here."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from sayso.annotate import load_annotator
from sayso.extract.attributions import find_attributions
from sayso.model.claims import SourceKind
from tests.conftest import ROOT
from tests.reports import bare_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.claims import Attribution

PAGE = ROOT / "docs" / "attribution.md"
EXAMPLE = re.compile(r"^> .+(?:\n>.*)*", re.MULTILINE)
TABLE = re.compile(r"\n(?:\|.*\n|\(nothing\)\n)+")
COLUMNS = ("speaker", "reporting words", "what is said", "kind", "stance", "speaker / author", "chain")
HEADING = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n"


def render_page(page: str) -> str:
    """The page with a table made anew after every example."""
    bare = TABLE.sub("", page)
    return EXAMPLE.sub(lambda found: f"{found[0]}\n\n{table_of(text_of(found[0]))}".rstrip("\n"), bare)


def text_of(example: str) -> str:
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in example.split("\n"))


def table_of(text: str) -> str:
    headline = "\n" not in text and not text.endswith((".", '"', "'"))
    found = find_attributions(load_annotator().annotate(bare_report(text, titled=headline)))
    if not found:
        return "(nothing)\n"
    by_id = {one.id: one for one in found}
    return HEADING + "".join(row_of(one, [by_id[link] for link in one.chain]) for one in found)


def row_of(one: Attribution, chain: Sequence[Attribution]) -> str:
    cells = [
        speaker(one),
        " … ".join(span.text for span in one.cue) or "-",
        " … ".join(" ".join(span.text.split()) for span in one.content),
        one.kind,
        one.stance,
        f"{one.value} / {one.author_value}",
        " > ".join(speaker(link) for link in chain) if len(chain) > 1 else "-",
    ]
    return f"| {' | '.join(cells)} |\n"


def speaker(one: Attribution) -> str:
    return "(nobody named)" if one.source.kind is SourceKind.NONE else one.source.description


def test_the_page_on_attribution_fixture_shows_what_is_found() -> None:
    if os.environ.get("SAYSO_WRITE_FIXTURES"):
        PAGE.write_text(render_page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    assert "\n| " in page
    assert page == render_page(page), "run `make fixtures`, and look at the difference"

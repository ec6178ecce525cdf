"""Reports in other languages, with and without an English text beside them."""

# ruff: noqa: E501 - pages and reports read best unbroken
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import sayso
from sayso.errors import ConfigError, InputError
from sayso.model.reports import ReportStatus
from sayso.pipeline.run import find_reports
from sayso.pipeline.store import write_dossier
from sayso.pipeline.translations import Translation, read_translations
from sayso.render import render_html

if TYPE_CHECKING:
    from pathlib import Path

ORIGINAL = """<!DOCTYPE html><html lang="fr"><head><title>Un pont s'effondre à Zelin</title>
<meta property="og:site_name" content="La Lanterne"><meta property="article:published_time" content="2031-11-08">
</head><body><article><h1>Un pont s'effondre à Zelin</h1>
<p>Deux personnes ont été tuées vendredi lorsqu'un pont s'est effondré dans la ville de Zelin, selon la police.</p>
<p>Le maire a déclaré que le pont était fermé depuis les inondations et que les plongeurs cherchent encore.</p>
</article></body></html>"""
ENGLISH = """A bridge falls in Zelin

Two people were killed on Friday when a bridge fell in the town of Zelin, police said.

The mayor said that the bridge had been closed since the floods and that divers are still searching.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pont.html").write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / "bridge.txt").write_text(ENGLISH, encoding="utf-8")
    return tmp_path


def test_a_report_in_another_language_is_kept_and_not_analysed(folder: Path) -> None:
    dossier = sayso.dossier([folder / "pont.html"])
    (report,) = dossier.reports
    assert (report.status, report.language) == (ReportStatus.NOT_ANALYSED, "fr")
    assert "Deux personnes" in report.text
    assert dossier.claims == ()


def test_an_english_text_is_analysed_and_claims_cite_both(folder: Path) -> None:
    pairs = {"pont.html": str(folder / "bridge.txt")}
    dossier = sayso.dossier([folder / "pont.html"], translations=pairs)
    english, original = dossier.reports
    assert english.translated_from == original.id
    assert (english.outlet, english.published) == ("La Lanterne", original.published)
    killed = [claim for claim in dossier.claims if claim.slot == "killed"]
    assert killed
    first, *_, last = killed[0].spans
    assert (first.report, last.report) == (english.id, original.id)
    assert "Deux personnes ont été tuées" in last.text
    assert [link.kind for link in dossier.links] == ["translation"]


def test_the_page_says_that_the_words_are_translated_and_the_folder_verifies(folder: Path) -> None:
    pair = Translation(original="pont.html", english=str(folder / "bridge.txt"))
    originals = find_reports([folder / "pont.html"], translations=(pair,))
    dossier = sayso.dossier([folder / "pont.html"], translations={pair.original: pair.english})
    assert "translated; original in pont.html" in render_html(dossier)
    write_dossier(dossier, originals, folder / "out")
    assert sayso.verify(folder / "out")


def test_a_translation_of_what_is_not_there_or_english_is_an_error(folder: Path) -> None:
    with pytest.raises(InputError, match=r"no report is called none\.html"):
        sayso.dossier([folder / "pont.html"], translations={"none.html": str(folder / "bridge.txt")})
    with pytest.raises(InputError, match="the original is in English"):
        sayso.dossier([folder / "pont.html"], translations={"bridge.txt": str(folder / "bridge.txt")})


@pytest.mark.parametrize("pair", ["a.html", "=b.txt", "a.html="])
def test_half_a_pair_is_an_error(pair: str) -> None:
    with pytest.raises(ConfigError, match="write ORIGINAL=ENGLISH"):
        read_translations([pair])

from __future__ import annotations

from sayso.render import render_claims_table, render_entities_table, render_findings_table
from sayso.render.spreadsheet import CLAIMS, ENTITIES, FINDINGS
from sayso.render.tables import read_table
from tests.conftest import ROOT
from tests.render.factory import CLAIMS as ALL_CLAIMS
from tests.render.factory import HOSTILE_NAME, make_dossier

DOSSIER = make_dossier()


def test_every_claim_has_a_row_whose_words_stand_where_it_says() -> None:
    rows = read_table(render_claims_table(DOSSIER))
    texts = {report.file: report.text for report in DOSSIER.reports}
    assert [row["claim"] for row in rows] == [claim.id for claim in ALL_CLAIMS]
    for row in rows:
        assert texts[row["file"]][int(row["start"]) : int(row["end"])] == row["wording"]


def test_an_open_number_has_no_high_end() -> None:
    rows = {row["claim"]: row for row in read_table(render_claims_table(DOSSIER))}
    assert (rows["clm-nine"]["low"], rows["clm-nine"]["high"]) == ("9", "")
    assert rows["clm-nine"]["via"].startswith("Norda ← ")


def test_findings_tell_their_range_and_standing() -> None:
    row = next(one for one in read_table(render_findings_table(DOSSIER)) if one["slot"] == "killed")
    assert row["verdict"] == "disputed"
    assert (row["low"], row["high"], row["open_high"]) == ("6", "9", "yes")
    assert "Accounts differ on the number of people killed" in row["sentence"]


def test_an_entity_that_reports_call_by_markup_reads_back_as_it_is() -> None:
    rows = read_table(render_entities_table(DOSSIER))
    assert any(HOSTILE_NAME in row["name"] + row["aliases"] for row in rows)


def test_every_column_is_documented() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    documented = text[text.index("## Tables of a dossier") :]
    for column in {*CLAIMS, *FINDINGS, *ENTITIES}:
        assert f"`{column}`" in documented, column

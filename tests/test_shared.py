"""What the real, annotated reports beside the project must show; skipped where they are absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sayso
import sayso.render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.dossier import Dossier, Finding
    from sayso.model.spans import Span

CLUSTER = Path(__file__).parent.parent.parent / "shared" / "data" / "clusters" / "baghdad-2021"
pytestmark = pytest.mark.shared
if not CLUSTER.exists():
    pytest.skip("the annotated reports are not beside this repository", allow_module_level=True)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return sayso.dossier([str(CLUSTER)], meta=str(CLUSTER / "meta.json"))


def findings_on(dossier: Dossier, slot: str, *, group: str = "all", focal: bool = True) -> list[Finding]:
    events = {event.id for event in dossier.events if event.focal is focal}
    return [f for f in dossier.findings if f.slot == slot and f.group == group and f.event in events]


def spans_of(dossier: Dossier) -> Iterator[Span]:
    for claim in dossier.claims:
        yield from claim.spans
    for entity in dossier.entities:
        for mention in entity.mentions:
            yield mention.span


def run_bench(name: str, *arguments: str, out: Path) -> dict[str, Any]:
    root = Path(__file__).parent.parent
    command = [sys.executable, str(root / "bench" / name), *arguments, "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True, cwd=root)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_quotations_have_the_right_speakers_and_chains_are_whole(tmp_path: Path) -> None:
    found = run_bench("quotations.py", out=tmp_path / "quotations.json")
    assert found["right_speaker"] >= 24
    assert found["false"] <= 2
    assert found["chains_complete"] >= 5


def test_attributions_in_political_news_are_found_as_well_as_by_a_second_person(tmp_path: Path) -> None:
    gold = CLUSTER.parent.parent / "polnear" / "dev.jsonl"
    some = tmp_path / "some.jsonl"
    some.write_text("\n".join(gold.read_text(encoding="utf-8").split("\n")[:25]), encoding="utf-8")
    figures = run_bench("attribution.py", str(some), "--alone", out=tmp_path / "attribution.json")["figures"]
    assert figures["attribution/all/relaxed"]["f1"] >= 0.72
    assert figures["attribution/all/strict"]["f1"] >= 0.55


def test_no_claim_and_no_mention_comes_from_page_furniture(dossier: Dossier) -> None:
    gold = json.loads((CLUSTER / "gold" / "documents.json").read_text(encoding="utf-8"))
    files = {report.id: report.file for report in dossier.reports}
    furniture = [
        (span["doc"], span["start"], span["end"])
        for document in gold["documents"]
        for mark in document.get("boilerplate", [])
        for span in [mark.get("span", mark)]
    ]
    inside = [
        span
        for span in spans_of(dossier)
        for file, start, end in furniture
        if files[span.report] == file and start < span.end and span.start < end
    ]
    assert furniture
    assert inside == []


def test_every_span_slices_to_its_words(dossier: Dossier) -> None:
    texts = {report.id: report.text for report in dossier.reports}
    assert all(texts[span.report][span.start : span.end] == span.text for span in spans_of(dossier))


def test_hurt_and_unhurt_are_told_apart_with_who_said_so(dossier: Dossier) -> None:
    (condition,) = findings_on(dossier, "condition")
    assert condition.verdict == "disputed"
    claims = {claim.id: claim for claim in dossier.claims}
    sources = {claims[claim].source for value in condition.values for claim in value.claims}
    assert len(sources) >= 4


@pytest.mark.parametrize("slot", ["weapon", "responsibility", "fact:was the attack staged"])
def test_what_the_reports_dispute_is_told_as_disputed(dossier: Dossier, slot: str) -> None:
    assert [finding.verdict for finding in findings_on(dossier, slot)] == ["disputed"]


def test_the_hurt_guards_rest_on_counted_origins(dossier: Dossier) -> None:
    (guards,) = findings_on(dossier, "injured", group="guards")
    assert guards.verdict == "corroborated"
    assert guards.best == 6
    assert max(len(value.origins) for value in guards.values) < len(dossier.reports)


def test_the_dead_of_the_earlier_protest_stay_apart(dossier: Dossier) -> None:
    assert findings_on(dossier, "killed") == []
    (before,) = findings_on(dossier, "killed", focal=False)
    assert before.verdict == "disputed"
    assert (before.low, before.high) == (1, 2)


@pytest.mark.parametrize(("slot", "answer"), [("claimed", "no"), ("arrested", "0")])
def test_what_has_not_happened_is_told_by_those_who_say_so(dossier: Dossier, slot: str, answer: str) -> None:
    (finding,) = findings_on(dossier, slot)
    assert [value.text for value in finding.values] == [answer]


def test_every_explanation_that_the_reports_put_forward_is_found_and_none_of_older_attacks(
    dossier: Dossier,
) -> None:
    gold = json.loads((CLUSTER / "gold" / "hypotheses.json").read_text(encoding="utf-8"))["hypotheses"]
    claims = {claim.id: claim for claim in dossier.claims}
    files = {report.id: Path(report.file).name for report in dossier.reports}
    told = [
        (files[span.report], span.start, span.end)
        for hypothesis in dossier.hypotheses
        for row in hypothesis.rows
        for span in claims[row.claim].spans
    ]
    candidates = [one for one in gold if one["advanced_by"] and one["kind"] != "open"]
    found = [
        one["id"]
        for one in candidates
        if any(
            file == span["doc"] and start < span["end"] + 60 and span["start"] - 60 < end
            for told_by in one["advanced_by"]
            for span in [told_by["span"]]
            for file, start, end in told
        )
    ]
    assert found == [one["id"] for one in candidates]
    named = " ".join(hypothesis.statement for hypothesis in dossier.hypotheses).lower()
    for older in ("islamic state", "qaeda", "saddam"):
        assert older not in named


def test_a_class_and_its_members_stand_apart(dossier: Dossier) -> None:
    parties = [{row.party for row in one.rows} for one in dossier.hypotheses]
    classes = [group for group in parties if any("-backed" in party for party in group)]
    assert len(classes) == 1
    assert not any("Hezbollah" in party or "Haq" in party for party in classes[0])


@pytest.mark.parametrize("cluster", sorted(path.parent.name for path in CLUSTER.parent.glob("*/gold.json")))
def test_no_text_of_any_dossier_accuses_in_our_voice(cluster: str) -> None:
    folder = CLUSTER.parent / cluster
    assert sayso.render.lint_wording(sayso.dossier([str(folder)], meta=str(folder / "meta.json"))) == ()


def test_the_number_of_drones_is_given_closely_and_loosely(dossier: Dossier) -> None:
    (drones,) = findings_on(dossier, "count:drones")
    assert {value.text for value in drones.values} == {"3", "at least 2"}
    assert [relation.relation for relation in drones.relations] == ["refines"]


def test_steps_and_explanations_are_found_and_no_older_case_is_mixed_in(tmp_path: Path) -> None:
    found = run_bench("explanations.py", str(CLUSTER), out=tmp_path / "explanations.json")
    assert found["steps recall"] >= 0.75
    assert found["steps precision"] >= 0.75
    assert found["older cases mixed in"] == 0
    assert found["hypotheses recall"] >= 0.9
    assert found["listed though nobody advances them"] == 0


def test_renderings_of_one_utterance_are_put_together_and_a_lost_negation_is_told(tmp_path: Path) -> None:
    found = run_bench("quote_groups.py", out=tmp_path / "groups.json")
    pairs = found["yes"]
    assert pairs["pairs_right"] / pairs["pairs_ours"] >= 0.85
    assert pairs["pairs_found"] / pairs["pairs_gold"] >= 0.85
    assert found["lost negations"]["told"] == found["lost negations"]["asked"]


def test_what_no_report_answers_is_not_answered(tmp_path: Path) -> None:
    found = run_bench("aspects.py", out=tmp_path / "aspects.json")
    assert found["answered"] == 0

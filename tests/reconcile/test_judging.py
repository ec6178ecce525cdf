"""An analyst's rulings on who is who always win, survive new reports, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.judgements import Judgement, Named, Ruling
from sayso.model.values import Condition
from sayso.reconcile import reconcile as reconcile_all
from sayso.reconcile.entities import EntityIndex, reconcile_entities
from sayso.reconcile.judging import make_judgement

from .factory import extract, make_claim, make_mention, make_report

if TYPE_CHECKING:
    from sayso.model.extraction import Mention
    from sayso.model.reports import Report

ONE = make_report("Omar Tarvik met Anna Berg and Benno Stahl. Tarvik left.", outlet="Lorvan Post")
TWO = make_report(
    "Umar Tarvik spoke. Maria Berg and Benno Stahl were there. So was Velk.", outlet="Norland Times"
)
NEW = make_report("Omar Tarvik and Umar Tarvik were seen, Velk and Benno Stahl too.", outlet="Harbour Radio")
MENTIONS = (
    *(make_mention(ONE, name) for name in ("Omar Tarvik", "Anna Berg", "Benno Stahl")),
    *(make_mention(TWO, name) for name in ("Umar Tarvik", "Maria Berg", "Benno Stahl", "Velk")),
)
LATER = tuple(make_mention(NEW, name) for name in ("Omar Tarvik", "Umar Tarvik", "Velk", "Benno Stahl"))
NAMES = sorted({m.name for m in MENTIONS})


def rule(ruling: Ruling, *names: str, withdraws: str | None = None, at: str = "2031-05-04") -> Judgement:
    return make_judgement(
        ruling, *(Named(name=n) for n in names), by="A. Lyst", at=at, why="seen", withdraws=withdraws
    )


def reconcile(*rulings: Judgement, mentions: tuple[Mention, ...] = MENTIONS) -> EntityIndex:
    reports: dict[str, Report] = {report.id: report for report in (ONE, TWO, NEW)}
    return reconcile_entities(mentions, reports, judgements=rulings)


def groups(index: EntityIndex) -> set[frozenset[str]]:
    return {frozenset((e.name, *e.aliases)) for e in index.entities}


def together(index: EntityIndex, a: str, b: str) -> bool:
    return any({a, b} <= names for names in groups(index))


def test_a_merge_wins_over_what_the_machine_keeps_apart() -> None:
    assert not together(reconcile(), "Anna Berg", "Maria Berg")
    assert together(reconcile(rule(Ruling.SAME, "Anna Berg", "Maria Berg")), "Anna Berg", "Maria Berg")


def test_a_split_wins_over_what_the_machine_joins() -> None:
    assert together(reconcile(), "Omar Tarvik", "Umar Tarvik")
    assert not together(
        reconcile(rule(Ruling.APART, "Omar Tarvik", "Umar Tarvik")), "Omar Tarvik", "Umar Tarvik"
    )


def test_rulings_survive_new_reports() -> None:
    rulings = (rule(Ruling.APART, "Omar Tarvik", "Umar Tarvik"), rule(Ruling.SAME, "Velk", "Anna Berg"))
    index = reconcile(*rulings, mentions=(*MENTIONS, *LATER))
    assert not together(index, "Omar Tarvik", "Umar Tarvik")
    assert together(index, "Velk", "Anna Berg")
    assert [one.status for one in index.judgements] == ["applied", "applied"]


def test_a_ruling_on_a_name_that_no_report_has_is_shown_as_orphaned() -> None:
    index = reconcile(rule(Ruling.SAME, "Nobody Known", "Anna Berg"))
    assert [one.status for one in index.judgements] == ["orphaned"]
    assert index.entities == reconcile().entities


def test_a_join_by_an_analyst_says_who_ruled_and_why() -> None:
    index = reconcile(rule(Ruling.SAME, "Anna Berg", "Maria Berg"))
    joins = [join for e in index.entities for join in e.joins if join.set_by == "analyst"]
    assert [join.why for join in joins] == ["ruled by A. Lyst on 2031-05-04: seen"]


def test_of_two_rulings_on_the_same_names_the_later_one_holds() -> None:
    first, then = rule(Ruling.SAME, "Anna Berg", "Maria Berg"), rule(Ruling.APART, "Maria Berg", "Anna Berg")
    index = reconcile(first, then)
    assert [one.status for one in index.judgements] == ["replaced", "applied"]
    assert index.entities == reconcile().entities


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from([Ruling.SAME, Ruling.APART]))
def test_withdrawing_a_ruling_restores_exactly_what_was(a: str, b: str, ruling: Ruling) -> None:
    made = rule(ruling, a, b)
    restored = reconcile(made, rule(Ruling.WITHDRAWN, withdraws=made.id))
    assert restored.entities == reconcile().entities
    assert restored.apart == reconcile().apart


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_splitting_what_was_merged_restores_exactly_what_was(a: str, b: str) -> None:
    if a == b or together(reconcile(), a, b):
        return
    split = reconcile(rule(Ruling.SAME, a, b), rule(Ruling.APART, a, b, at="2031-05-05"))
    assert split.entities == reconcile().entities


@given(st.permutations((*MENTIONS, *LATER)), st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_with_rulings_too_the_order_of_mentions_changes_nothing(
    mentions: list[Mention], a: str, b: str
) -> None:
    rulings = (rule(Ruling.SAME, a, b),)
    ordered = reconcile(*rulings, mentions=(*MENTIONS, *LATER))
    assert reconcile(*rulings, mentions=tuple(mentions)).entities == ordered.entities


def test_findings_obey_a_split() -> None:
    pairs = []
    for report, name in ((ONE, "Omar Tarvik"), (TWO, "Umar Tarvik")):
        claim = make_claim(report, name, Condition(person=name, state="unharmed"), slot="condition")
        pairs.append((report, extract(report, claim, mentions=(make_mention(report, name),))))

    def conditions(*rulings: Judgement) -> int:
        found = [extraction for _, extraction in pairs]
        dossier = reconcile_all([r for r, _ in pairs], found, judgements=rulings, sayso_version="0")
        return sum(finding.slot == "condition" for finding in dossier.findings)

    assert conditions() == 1
    assert conditions(rule(Ruling.APART, "Omar Tarvik", "Umar Tarvik")) == 2

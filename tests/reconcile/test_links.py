from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.reports import Dateline, Published
from sayso.reconcile.links import reconcile_links
from sayso.reconcile.reuse import find_reuse

from .factory import exactly, extract, find_span, finding_of, make_claim, make_dossier, make_report

if TYPE_CHECKING:
    from sayso.model.links import ReportLink
    from sayso.model.reports import Report

FIRST = """\
A blast tore through the covered market of Lorvan shortly after noon, killing four people and wounding others.
Firefighters carried the hurt out through a side gate while smoke rose above the tiled roofs of the quarter.
Nobody has claimed the attack, and the mayor asked everybody to stay away from the harbour until the evening.
"""
SECOND = FIRST.replace("killing four people", "killing six people")
OTHER = "The council met behind closed doors and cancelled the regatta and the lantern walk of this summer.\n"


def links(*reports: Report) -> tuple[ReportLink, ...]:
    return reconcile_links(reports, find_reuse(reports))


def test_two_versions_of_an_article_are_linked_with_what_changed() -> None:
    first = make_report(FIRST, outlet="Lorvan Post", file="b.txt", day="2031-05-04")
    second = make_report(SECOND, outlet="The Lorvan Post", file="a.txt", day="2031-05-05")
    (link,) = links(first, second)
    assert (link.kind, link.a, link.b) == ("revision", first.id, second.id)
    (change,) = link.changes
    assert change.before is not None
    assert change.after is not None
    assert ("four" in change.before.text, "six" in change.after.text) == (True, True)


def test_the_time_of_the_last_change_orders_versions_of_one_day() -> None:
    first = make_report(FIRST, outlet="Lorvan Post", file="b.txt")
    second = make_report(SECOND, outlet="Lorvan Post", file="a.txt")
    stamped = [
        replace(one, updated=Published(value=day, precision="day", evidence="metadata"))
        for one, day in ((first, "2031-05-04"), (second, "2031-05-06"))
    ]
    (link,) = links(*stamped)
    assert (link.a, link.b) == (first.id, second.id)


def test_a_copy_in_another_outlet_is_linked_with_the_shared_passages() -> None:
    first = make_report(FIRST, outlet="Lorvan Post")
    second = make_report(FIRST + OTHER, outlet="Norland Times")
    (link,) = links(first, second)
    assert (link.kind, link.changes) == ("copy", ())
    assert {span.report for span in link.passages} == {first.id, second.id}
    assert not any("council" in span.text for span in link.passages)


def test_the_same_words_are_a_duplicate() -> None:
    (link,) = links(make_report(FIRST, file="a.txt"), make_report(FIRST.upper(), file="b.txt"))
    assert link.kind == "duplicate"


def test_one_address_with_a_new_text_is_a_revision() -> None:
    one = replace(make_report(FIRST, file="a.txt"), url="https://post.example/blast")
    two = replace(make_report(OTHER, file="b.txt"), url="https://post.example/blast")
    assert [link.kind for link in links(one, two)] == ["revision"]


def test_reports_of_their_own_are_not_linked() -> None:
    assert links(make_report(FIRST, outlet="Lorvan Post"), make_report(OTHER, outlet="Lorvan Post")) == ()


def test_the_order_of_the_reports_changes_no_link() -> None:
    reports = [make_report(text, file=f"{n}.txt") for n, text in enumerate((FIRST, SECOND, FIRST + OTHER))]
    assert links(*reports) == links(*reports[::-1])


def test_a_copy_that_only_credits_the_agency_in_its_dateline_is_the_agencys() -> None:
    wire = make_report("Six people were killed in Lorvan.", outlet="Newsreel")
    copy = make_report("LORVAN (Newsreel) - At Lorvan market, six died.", outlet="Norland Times")
    credit = Dateline(
        span=find_span(copy, "LORVAN (Newsreel) -"),
        place=find_span(copy, "LORVAN"),
        date=None,
        agency=find_span(copy, "Newsreel"),
    )
    credited = replace(copy, dateline=credit)
    pairs = [
        (report, extract(report, make_claim(report, words, exactly(6))))
        for report, words in ((wire, "Six people"), (credited, "six died"))
    ]
    dossier = make_dossier(*pairs)
    assert len(finding_of(dossier, "killed").values[0].origins) == 1
    assert [(edge.report, edge.cites, edge.how) for edge in dossier.outlets] == [
        (copy.id, "Newsreel", "cites")
    ]

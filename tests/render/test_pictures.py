from __future__ import annotations

import itertools
import math
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.claims import Modality
from sayso.model.happenings import TimelineEntry
from sayso.model.values import Days
from sayso.render.lookup import Lookup
from sayso.render.page import make_page
from sayso.render.pictures.axis import LEFT, RIGHT, Axis
from sayso.render.pictures.basemap import Window, all_countries, clip, countries_in
from sayso.render.pictures.lanes import make_lanes
from sayso.render.pictures.layers import LINE, arrange
from sayso.render.pictures.map import make_map
from sayso.render.pictures.people import make_people
from tests.render.factory import CLAIMS, R1, find, make_dossier
from tests.render.places import make_place, make_tied

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier
    from sayso.render.pictures import Pictures

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def pictures() -> Pictures:
    return pictures_of(make_dossier())


def pictures_of(dossier: Dossier) -> Pictures:
    found = make_page(Lookup.of(dossier)).pictures
    assert found is not None
    return found


def test_reports_that_give_the_same_answer_have_the_same_letter() -> None:
    matrix = pictures().matrix
    assert matrix
    killed = next(row for row in matrix.rows if row.question == "How many people were killed?")
    letters = [[one.letter for one in cell] for cell in killed.cells]
    assert letters[0] == ["A"]
    assert set(letters[1]) == {"A", "B"}
    assert letters[2] == []
    assert dict(killed.keys)["A"] == "6"


def test_what_one_report_alone_tells_stands_apart_from_what_several_answer() -> None:
    matrix = pictures().matrix
    assert matrix
    assert all(sum(map(bool, row.cells)) > 1 for row in matrix.rows)
    alone = {one.report.text: {number for number, _ in one.tells} for one in matrix.alone}
    assert alone["Norda"]
    assert not alone["Norda"] & {row.number for row in matrix.rows}


@pytest.mark.parametrize(
    ("modality", "sign", "told"),
    [
        (Modality.DENIED, "×", "at least 9, denied"),
        (Modality.SPECULATED, "?", "at least 9, as a possibility"),
        (Modality.ALLEGED, "?", "at least 9, as an allegation"),
        (Modality.REPORTED, "", "at least 9"),
    ],
)
def test_how_an_answer_is_put_is_told_by_a_sign_and_in_words(
    modality: Modality, sign: str, told: str
) -> None:
    put = tuple(replace(one, modality=modality) if one.id == "clm-nine" else one for one in CLAIMS)
    matrix = pictures_of(replace(make_dossier(), claims=put)).matrix
    assert matrix
    cells = [one for row in matrix.rows if row.number == 1 for cell in row.cells for one in cell]
    assert (sign, told) in {(one.sign, one.told) for one in cells if one.letter == "B"}


def test_figures_stand_by_origin_in_the_order_in_which_they_came_out() -> None:
    plot = next(one for one in pictures().ranges if one.title == "The number of people killed")
    figures = [figure for group in plot.groups for figure in group.figures]
    assert [figure.words for figure in figures if figure.open_high] == ["at least 9"]
    assert all(0 <= one.left <= one.right <= 100 for one in figures)
    assert [tick.text for tick in plot.ticks] == ["6", "9"]


def test_the_timeline_keeps_statements_and_earlier_incidents_in_lanes_of_their_own() -> None:
    lanes = pictures().lanes
    assert lanes
    titles = [lane.title for lane in lanes.lanes]
    assert "The incident" in titles
    assert "What was said of it" in titles
    said = next(lane for lane in lanes.lanes if lane.title == "What was said of it")
    assert any("denied it" in one.row.label for one in said.rows)
    assert all(one.row.kind == "said" for one in said.rows)


def test_what_reports_date_stands_in_their_words_in_the_lane_of_its_time() -> None:
    dossier = make_dossier()
    days = {"before": "2031-02-03", "after": "2031-03-05"}
    spans = {"before": find(R1, "One protester was killed"), "after": find(R1, "her office said")}
    entries = [
        TimelineEntry(
            date=Days(start=days[lane], end=days[lane]), label=spans[lane].text, event="evt-march",
            spans=(spans[lane],), kind=kind, speaker=speaker,
        )
        for lane, kind, speaker in (("before", "similar", None), ("after", "statement", "Ilva Tarrin"))
    ]  # fmt: skip
    lanes = make_lanes(Lookup.of(replace(dossier, timeline=(*dossier.timeline, *entries))))
    assert lanes
    found = {(lane.id, one.row.label, one.row.words) for lane in lanes.lanes for one in lane.rows}
    assert ("lane-earlier", "", "One protester was killed") in found
    assert ("lane-said", "Ilva Tarrin", "her office said") in found
    assert ("lane-during", "The incident itself", "") in found


@given(st.lists(st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))), max_size=8), DAYS)
def test_time_runs_from_left_to_right(spans: list[tuple[date, date]], day: date) -> None:
    axis = Axis.over(day, day, spans)
    ends = [axis.stretch(start, end) for start, end in spans]
    assert all(LEFT - 1 <= left < right <= RIGHT + 1 for left, right in ends)
    for (start, _), (left, _) in zip(spans, ends, strict=True):
        if start < day:
            assert left < axis.incident[0]
        elif start > day:
            assert left > axis.incident[0]


EDGES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30).map(
    lambda pairs: [(f"n{a:02}", f"n{b:02}") for a, b in pairs]
)


@given(EDGES)
def test_no_two_names_of_a_column_stand_in_one_line(edges: list[tuple[str, str]]) -> None:
    nodes = sorted({end for edge in edges for end in edge})
    layout = arrange(nodes, edges)
    spots = [*layout.nodes.values(), *(spot for way in layout.ways.values() for spot in way)]
    taken = sorted((spot.column, spot.row) for spot in spots)
    assert all(a[0] != b[0] or b[1] - a[1] >= LINE for a, b in itertools.pairwise(taken))
    assert set(layout.nodes) == set(nodes)


@given(EDGES.flatmap(lambda edges: st.tuples(st.just(edges), st.permutations(edges))))
def test_the_order_of_the_arrows_changes_no_picture(
    both: tuple[list[tuple[str, str]], list[tuple[str, str]]],
) -> None:
    nodes = sorted({end for edge in both[0] for end in edge})
    assert arrange(nodes, both[0]) == arrange(nodes, both[1])


@given(EDGES)
def test_an_arrow_leads_to_the_right_unless_it_goes_round_in_a_circle(edges: list[tuple[str, str]]) -> None:
    forward = [(a, b) for a, b in edges if a < b]
    nodes = sorted({end for edge in forward for end in edge})
    spots = arrange(nodes, forward).nodes
    assert all(spots[a].column < spots[b].column for a, b in forward)


def test_a_tie_is_drawn_and_told_in_words_that_lead_to_where_it_stands() -> None:
    people = make_people(Lookup.of(replace(make_dossier(), entities=make_tied())))
    assert people
    assert [one.text for one in people.told] == ["Osk Brandel: leader of The Reed Front"]
    assert [one.node.name for one in sorted(people.graph.nodes, key=lambda one: one.x)] == [
        "Osk Brandel",
        "The Reed Front",
    ]


def test_a_place_is_drawn_as_exactly_as_it_is_known_and_told_in_words() -> None:
    town = make_place("Ostrel", "Ostrel", 47.0, 8.0, "town")
    land = make_place("Velmora", "OSTREL", None, None, "country")
    drawn = make_map(Lookup.of(replace(make_dossier(), entities=(town, land))))
    assert drawn
    assert [(pin.sort, pin.label) for pin in drawn.pins] == [("town", "Ostrel")]
    assert [one.words for one in drawn.told] == ["somewhere in this town", "somewhere in this country"]
    assert drawn.world is None


@pytest.mark.parametrize("place", [(0.0, 0.0), (84.0, 0.0), (-54.8, -68.3), (-17.8, 178.4), (64.2, -179.9)])
def test_there_is_a_map_of_every_part_of_the_world(place: tuple[float, float]) -> None:
    drawn = make_map(
        Lookup.of(replace(make_dossier(), entities=(make_place("X", "Ostrel", *place, "town"),)))
    )
    assert drawn
    assert len(drawn.pins) == 1


def test_two_places_far_apart_are_on_the_small_map() -> None:
    near, far = (
        make_place("Near", "Ostrel", 47.0, 8.0, "town"),
        make_place("Far", "OSTREL", -33.0, 151.0, "town"),
    )
    assert far.place
    abroad = replace(far, place=replace(far.place, country="YY"))
    drawn = make_map(Lookup.of(replace(make_dossier(), entities=(near, abroad))))
    assert drawn
    assert drawn.world
    assert len(drawn.pins) == len(drawn.world.points) == 1


def test_without_a_located_place_there_is_no_map() -> None:
    assert pictures().map is None


def test_the_base_map_covers_the_world_and_closes_its_rings() -> None:
    countries = all_countries()
    assert len(countries) > 200
    assert all(len(ring) > 2 for country in countries for ring in country.rings)
    assert all(
        -180.001 <= x <= 180.001 and -90.001 <= y <= 90.001 for c in countries for r in c.rings for x, y in r
    )


@settings(deadline=None)  # the first example reads the map
@given(st.floats(-170, 160), st.floats(-55, 70), st.floats(0.5, 10))
def test_what_is_cut_to_a_window_lies_in_it(west: float, south: float, size: float) -> None:
    window = Window(west=west, south=south, east=west + size, north=south + size)
    edge = Window(west=west - 1e-6, south=south - 1e-6, east=west + size + 1e-6, north=south + size + 1e-6)
    for country in countries_in(window):
        assert all(edge.holds(point) for ring in country.rings for point in ring)


def test_a_square_is_cut_to_the_part_that_is_inside() -> None:
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    cut = clip(square, Window(west=2, south=-1, east=9, north=2))
    xs, ys = [x for x, _ in cut], [y for _, y in cut]
    assert (min(xs), max(xs), min(ys), max(ys)) == (2, 4, 0, 2)
    assert math.isclose(sum(1 for _ in cut), 4)

from __future__ import annotations

from dataclasses import replace

from sayso.render import render_summary
from tests.render.factory import make_dossier


def test_the_summary_tells_what_was_read_and_what_came_of_it() -> None:
    lines = render_summary(make_dossier()).splitlines()
    assert lines[-2].startswith("  2. Who is held responsible: accusation against The Reed Front (1 origin)")
    assert [*lines[:-2], lines[-1]] == [
        "Bombing in Ostrel, Velmora, 3 March 2031",
        "",
        "3 reports read, 1 not.",
        "  not read: torn.pdf: The file holds no text.",
        "13 findings:",
        "    2  agreed",
        "    1  compatible",
        "    1  one side only",
        "    4  one origin only",
        "    3  disputed",
        "    1  no traceable source",
        "    1  not reported",
        "1 finding on linked events.",
        "",
        "Most consequential disagreements:",
        "  1. The number of people killed: 6 (1 origin) / at least 9 (1 origin)",
        "  3. How Ilva Tarrin came out of it: unharmed (2 origins) / slightly hurt (1 origin)",
    ]


def test_at_most_five_disagreements_are_told_weightiest_first() -> None:
    dossier = make_dossier()
    many = tuple(
        replace(dossier.findings[0], id=f"fnd-{place}", weight=place, group=f"part {place}")
        for place in range(9)
    )
    told = render_summary(replace(dossier, findings=many))
    assert "1. The number of part 8 killed" in told
    assert "6. " not in told


def test_a_dossier_without_disputes_says_nothing_of_them() -> None:
    assert "disagreements" not in render_summary(replace(make_dossier(), findings=()))

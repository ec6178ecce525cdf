"""The matrix and the follow-up are shown as they are: nothing crowned, every step on somebody's word."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.judgements import Applied, Ruling, Weighed
from sayso.model.matrix import Mark, MatrixCell
from sayso.reconcile.judging import make_judgement
from sayso.render import render_html, render_markdown
from sayso.render.brief import render_brief_markdown
from sayso.render.lint import lint_wording

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier


def section(markup: str, name: str) -> str:
    found = re.search(rf'<section aria-labelledby="{name}">.*?</section>', markup, re.DOTALL)
    assert found is not None
    return found[0]


def weighed(dossier: Dossier) -> Dossier:
    """The dossier with the first row marked under two explanations, as an analyst would."""
    first = dossier.matrix.rows[0]
    columns = dossier.hypotheses[:2]
    cells = [
        MatrixCell(
            row=first.id, finding=first.finding, mark=mark, set_by="analyst", why="seen", judgement="jdg-1"
        )
        for mark in (Mark.II, Mark.C)
    ]
    hypotheses = tuple(
        replace(one, matrix=(cell,)) for one, cell in zip(columns, cells, strict=True)
    ) + dossier.hypotheses[2:]  # fmt: skip
    sums = {columns[0].id: 2.0, columns[1].id: 0.0}
    matrix = replace(
        dossier.matrix,
        rows=(replace(first, diagnosticity=3, without=(columns[0].id,)), *dossier.matrix.rows[1:]),
        columns=tuple(
            replace(one, marked=int(one.hypothesis in sums), inconsistency=sums.get(one.hypothesis))
            for one in dossier.matrix.columns
        ),
        least=(columns[1].id,),
    )
    return replace(dossier, hypotheses=hypotheses, matrix=matrix)


def test_without_a_mark_the_page_shows_what_may_bear_and_how_to_fill_it(example_dossier: Dossier) -> None:
    shown = section(render_html(example_dossier), "weighing")
    assert "No analyst has marked enough cells" in shown
    assert "may bear on it" in shown
    assert "sayso judge LOG cell" in shown
    assert "Least contradicted" not in shown


def test_the_matrix_is_a_table_whose_heads_say_what_they_head(example_dossier: Dossier) -> None:
    shown = section(render_html(example_dossier), "weighing")
    assert shown.count('<th scope="col">') == len(example_dossier.hypotheses) + 2
    assert shown.count('<th scope="row">') == len(example_dossier.matrix.rows) + 1
    assert 'class="scroll" tabindex="0" role="region"' in shown


def test_what_is_least_contradicted_is_never_called_probable(example_dossier: Dossier) -> None:
    for text in (render_html(weighed(example_dossier)), render_markdown(weighed(example_dossier))):
        assert "Least contradicted, with 0" in text
        assert "not most probable" in text
        assert "Without the row" in text


def test_a_mark_is_told_in_words_and_a_proposal_stands_in_brackets(example_dossier: Dossier) -> None:
    shown = section(render_html(weighed(example_dossier)), "weighing")
    assert "very inconsistent, set by an analyst: seen" in shown
    own = [c for h in example_dossier.hypotheses for c in h.matrix]
    assert all(cell.set_by == "machine" and cell.mark == Mark.N for cell in own)
    if own:
        assert "(N)" in section(render_html(example_dossier), "weighing")


def test_an_orphaned_ruling_is_shown_and_never_lost(example_dossier: Dossier) -> None:
    lost = make_judgement(
        Ruling.CELL, by="A. Lyst", at="2031-05-04", why="seen",
        weighed=Weighed(row="injured / cooks", hypothesis="staged", mark=Mark.I),
    )  # fmt: skip
    dossier = replace(example_dossier, judgements=(Applied(judgement=lost, status="orphaned"),))
    for text in (render_html(dossier), render_markdown(dossier)):
        assert "injured / cooks" in text
        assert lost.id in text


def test_the_text_has_the_same_matrix_with_numbered_explanations(example_dossier: Dossier) -> None:
    text = render_markdown(example_dossier)
    assert "## Explanations side by side" in text
    heads = " | ".join(f"E{number}" for number in range(1, len(example_dossier.hypotheses) + 1))
    assert f"| Finding | {heads} | Tells apart |" in text


def test_every_step_stands_on_somebodys_word(example_dossier: Dossier) -> None:
    shown = section(render_html(example_dossier), "steps")
    items = re.findall(r"<li>.*?</li>", shown, re.DOTALL)
    assert len(items) == len(example_dossier.accountability) + len(example_dossier.precedents)
    assert all("according to" in item for item in items)


def test_nothing_in_the_new_parts_accuses_in_our_own_voice(example_dossier: Dossier) -> None:
    assert not lint_wording(weighed(example_dossier))


def test_the_brief_is_untouched_by_the_matrix(example_dossier: Dossier) -> None:
    assert render_brief_markdown(weighed(example_dossier)) == render_brief_markdown(example_dossier)

"""An analyst's rulings on names, laid over the machine's joins; the analyst always wins (DESIGN 3)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.model.ids import content_id
from sayso.model.judgements import Applied, Judgement, Named, Ruling, Weighed
from sayso.reconcile.joins import JUDGED, Join
from sayso.reconcile.names import bare_name
from sayso.reconcile.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.model.reports import Report
    from sayso.reconcile.nodes import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What the judgements come to.

    Attributes:
        joins: Nodes ruled to be one thing.
        apart: Pairs of nodes ruled to be two.
        applied: Every judgement in the order of the log, with what became of it.
    """

    joins: tuple[Join, ...]
    apart: tuple[tuple[Node, Node], ...]
    applied: tuple[Applied, ...]


def apply_judgements(
    judgements: Sequence[Judgement], nodes: Sequence[Node], reports: Mapping[str, Report]
) -> Rulings:
    """Turn the log into joins and bans; of two rulings on the same names the later one holds."""
    withdrawn = {judgement.withdraws for judgement in judgements if judgement.ruling is Ruling.WITHDRAWN}
    last = {pair_of(judgement): judgement.id for judgement in judgements if in_force(judgement, withdrawn)}
    joins: list[Join] = []
    apart: list[tuple[Node, Node]] = []
    applied = []
    for judgement in judgements:
        status = "applied"
        if judgement.ruling is Ruling.WITHDRAWN:
            status = "applied" if judgement.withdraws in {j.id for j in judgements} else "orphaned"
        elif judgement.id in withdrawn:
            status = "withdrawn"
        elif judgement.ruling.on_matrix:
            pass  # whether it applies is seen once there is a matrix
        elif last[pair_of(judgement)] != judgement.id:
            status = "replaced"
        else:
            first, second = (meant_by(name, nodes, reports) for name in judgement.names)
            if not first or not second:
                status = "orphaned"
            elif judgement.ruling is Ruling.SAME:
                joins += ruled_same(first, second, judgement)
            else:
                apart += [(a, b) for a in first for b in second if a != b]
        applied.append(Applied(judgement=judgement, status=status))
    return Rulings(joins=tuple(joins), apart=tuple(apart), applied=tuple(applied))


def in_force(judgement: Judgement, withdrawn: set[str | None]) -> bool:
    """Whether a judgement rules on names and has not been withdrawn."""
    return judgement.ruling.on_names and judgement.id not in withdrawn


def pair_of(judgement: Judgement) -> frozenset[tuple[str, str]]:
    """The names that a judgement is about, in either order."""
    return frozenset((fold(bare_name(named.name)), named.file or "") for named in judgement.names)


def meant_by(named: Named, nodes: Sequence[Node], reports: Mapping[str, Report]) -> list[Node]:
    """The nodes with this name, in the report named or in all."""
    wanted = fold(bare_name(named.name))
    return [
        node for node in nodes
        if fold(bare_name(node.name)) == wanted
        and (named.file is None or is_file(reports[node.report], named.file))
    ]  # fmt: skip


def is_file(report: Report, file: str) -> bool:
    """Whether a report is known by this file name, with or without its folder."""
    return any(known == file or known.rsplit("/", 1)[-1] == file for known in (report.file, *report.also_at))


def ruled_same(first: Sequence[Node], second: Sequence[Node], judgement: Judgement) -> list[Join]:
    """Joins that make all nodes of both names one thing."""
    chain = [*first, *second]
    why = f"ruled by {judgement.by} on {judgement.at[:10]}: {judgement.why}"
    return [Join(a=a, b=b, strength=JUDGED, rule="judgement", why=why) for a, b in pairwise(chain) if a != b]


def make_judgement(
    ruling: Ruling,
    *names: Named,
    by: str,
    at: str,
    why: str,
    withdraws: str | None = None,
    weighed: Weighed | None = None,
) -> Judgement:
    """A judgement with its id."""
    told: tuple[object, ...] = ()
    if weighed is not None:
        told = (weighed.row, weighed.hypothesis, weighed.mark, weighed.credibility, weighed.relevance)
    made = content_id("jdg", ruling, *((n.name, n.file) for n in names), withdraws, by, at, why, *told)
    return Judgement(
        id=made,
        ruling=ruling,
        names=tuple(names),
        withdraws=withdraws,
        by=by,
        at=at,
        why=why,
        weighed=weighed,
    )

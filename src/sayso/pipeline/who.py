"""Answers who somebody is, from a written dossier or from reports."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import InputError
from sayso.pipeline.judgements import read_judgements
from sayso.pipeline.run import find_reports, run_dossier
from sayso.reconcile.naming import compare_names
from sayso.render import find_named, read_dossier, render_entities, render_who, render_why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.dossier import Dossier
    from sayso.model.entities import Entity
    from sayso.pipeline.run import Progress

MOST = 5
"""Names that are suggested where one is not found."""


def open_dossier(
    paths: Sequence[str],
    *,
    meta: str | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    judgements: str | None = None,
) -> Dossier:
    """The dossier in a folder that ``sayso dossier`` wrote, or a new one of these reports.

    Raises:
        InputError: There is neither.
    """
    written = Path(paths[0]) / "dossier.json"
    if len(paths) == 1 and written.is_file():
        if judgements or meta:
            raise InputError(
                "a dossier that is written already takes no rulings and no metadata",
                where=str(paths[0]), remedy="name the reports instead, or make the dossier anew",
            )  # fmt: skip
        return read_dossier(written.read_bytes())
    rulings = read_judgements(judgements) if judgements else ()
    return run_dossier(find_reports(paths, meta=meta), jobs=jobs, progress=progress, judgements=rulings)


def tell_who(dossier: Dossier, name: str, *, as_json: bool = False) -> str:
    """What all reports say of whoever a name means.

    Raises:
        InputError: No report has the name.
    """
    found = find_named(dossier, name)
    if not found:
        raise not_found(dossier, name)
    return render_entities(found) if as_json else render_who(dossier, found)


def tell_why(dossier: Dossier, first: str, second: str) -> str:
    """Why two names are or are not taken for one.

    Raises:
        InputError: No report has one of the names.
    """
    ours, theirs = find_named(dossier, first), find_named(dossier, second)
    found = render_why(dossier, first, second, compared=compared(ours, theirs))
    if found is None:
        raise not_found(dossier, second if ours else first)
    return found


def compared(ours: Sequence[Entity], theirs: Sequence[Entity]) -> str:
    """What a comparison of two entities' fullest names says; empty if there are none."""
    if not ours or not theirs:
        return ""
    return compare_names(ours[0].name, theirs[0].name, kind=ours[0].kind.family).why


def not_found(dossier: Dossier, name: str) -> InputError:
    """An error that says which names come near."""
    names = {n.casefold(): n for e in dossier.entities for n in (e.name, *e.aliases)}
    near = [names[n] for n in difflib.get_close_matches(name.casefold(), sorted(names), n=MOST)]
    remedy = f"did you mean {', '.join(near)}?" if near else "see the names in dossier.html"
    return InputError(f"no report names “{name}”", remedy=remedy)

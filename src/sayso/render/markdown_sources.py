"""Who says it, as Markdown: reactions, utterances, how each report speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.render.escaping import bullets, escaped
from sayso.render.pictures.matrix import make_matrix

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.render.lookup import Lookup
    from sayso.render.outlets import Voice
    from sayso.render.pictures.matrix import Alone
    from sayso.render.reactions import ReactionGroup
    from sayso.render.utterances import Utterance
    from sayso.render.view import Page

VOICES_HEAD = (
    "| Report | Statements | Named source | Unnamed | Own voice | Put as possible | Loaded words |",
    "|---|--:|--:|--:|--:|--:|---|",
)


def reaction_parts(groups: Sequence[ReactionGroup]) -> Iterable[str]:
    """Who reacted how."""
    if groups:
        yield "## Reactions"
    for group in groups:
        yield f"### {group.title}"
        yield bullets(
            f"{escaped(one.speaker)}: "
            + "; ".join(
                f"“{escaped(told.before + told.cue + told.after)}” ({escaped(told.outlet.text)})"
                for told in one.told
            )
            for one in group.reactions
        )


def utterance_parts(found: Sequence[Utterance]) -> Iterable[str]:
    """What several reports quote."""
    if found:
        yield "## Said once, quoted in several reports"
    for one in found:
        yield f"### {escaped(one.speaker)}"
        yield bullets(
            f"{escaped(told.outlet)}{f', {escaped(told.translated)}' if told.translated else ''}: "
            f"“{escaped(told.quote.text)}”"
            for told in one.renderings
        )
        yield " ".join(escaped(words) for words in one.differences)


def voice_parts(page: Page, lookup: Lookup) -> Iterable[str]:
    """On whose word each report speaks, what rests on unnamed sources, what one report alone tells."""
    if page.voices:
        yield "### On whose word each report speaks"
        yield "\n".join((*VOICES_HEAD, *map(_voice, page.voices)))
    if page.unnamed:
        yield "### What rests on unnamed sources alone"
        yield bullets(f"{escaped(one.question)} – {one.label}" for one in page.unnamed)
    matrix = make_matrix([point for group in page.groups for point in group.points], lookup)
    if matrix and matrix.alone:
        yield "### What one report alone tells, or leaves out"
        yield bullets(_alone(one) for one in matrix.alone)


def _voice(one: Voice) -> str:
    shares = (f"{number}" for number in (one.statements, one.named, one.unnamed, one.bare, one.hedged))
    loaded = ", ".join(f"“{escaped(word)}”{f' {times}×' if times > 1 else ''}" for word, times in one.loaded)
    return f"| {' | '.join((escaped(one.report.text), *shares, loaded or '–'))} |"


def _alone(one: Alone) -> str:
    tells = " ".join(escaped(question) for _, question in one.tells)
    lacks = " ".join(escaped(question) for _, question in one.lacks)
    told = [f"alone tells: {tells}"] if tells else []
    return f"{escaped(one.report.text)} " + "; ".join(
        [*told, *([f"alone leaves out: {lacks}"] if lacks else [])]
    )

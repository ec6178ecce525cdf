"""Embedded posts: everything in one is said by its author."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.claims import Attribution, Commitment, Source, SourceKind, Stance, Tense
from sayso.model.ids import content_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.layers import Layers
    from sayso.model.reports import Post

HANDLE = re.compile(r"\s*\((?:@|u/)[\w.@-]+\)$")
BODY_WORDS = re.compile(
    r"\b(?:ministry|police|army|government|office|department|service|force|hospital|council|agency|fire|brigade|party|movement"
    r"|news|media|union|organi[sz]ation|embassy|mission|authority)\b",
    re.IGNORECASE,
)


def attribute_posts(layers: Layers, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with one more for each embedded post, around those within it.

    The author is the outermost source of all that stands in the post, so that nothing in it
    is in the report's own voice.
    """
    attributions = list(found)
    for post in layers.report.posts:
        outer = _attribution(layers, post)
        attributions = [outer, *(_inside(one, outer) for one in attributions)]
    return tuple(sorted(attributions, key=lambda a: (min(s.start for s in (*a.cue, *a.content)), a.id)))


def _attribution(layers: Layers, post: Post) -> Attribution:
    name = HANDLE.sub("", post.author.text).strip()
    made = content_id("att", layers.report.id, "post", post.author.start, post.author.text)
    return Attribution(
        id=made,
        report=layers.report.id,
        kind="direct",
        source=Source(
            entity=None,
            description=name,
            named=True,
            kind=SourceKind.BODY if BODY_WORDS.search(name) else SourceKind.PERSON,
            spans=(post.author,),
        ),
        cue=(),
        content=post.content,
        stance=Stance.REPORT,
        parent=None,
        chain=(made,),
        rule="embedded post",
        asserts=True,
        tense=Tense.PAST,
        value=Commitment.CERTAIN,
        author_value=Commitment.NONE,
    )


def _inside(attribution: Attribution, outer: Attribution) -> Attribution:
    words = (*attribution.cue, *attribution.content)
    if not all(any(piece.contains(span) for piece in outer.content) for span in words):
        return attribution
    return replace(
        attribution,
        parent=attribution.parent or outer.id,
        chain=(*outer.chain, *attribution.chain),
    )

"""The words of a noun phrase, as a source is called by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.geometry import stretch_of
from sayso.extract.attributions.roles import DAYS, DOCUMENTS
from sayso.extract.attributions.syntax import child, glue, phrase

if TYPE_CHECKING:
    from sayso.model.layers import Layers

AFTERTHOUGHTS = frozenset({",", ":", "(", "--", "—", "–"})
"""Marks after which a phrase only tells more about what it has named."""


def words_of(layers: Layers, head: int) -> tuple[str, bool]:
    """The words of a noun phrase without article and afterthoughts, and whether they point back."""
    tokens = layers.tokens
    first, last = phrase(layers, head)
    below = [c for c in layers.children[head] if c > head]
    cuts = [layers.subtree(c)[0] for c in below if _is_afterthought(layers, c)]
    first, last = glue(layers, first, min([last, *(cut for cut in cuts if cut > head)]))
    definite = False
    while first < head and tokens[first].pos in {"DET", "PUNCT", "CCONJ", "ADV", "SCONJ"}:
        definite = definite or tokens[first].lemma in {"the", "this", "that", "these", "those"}
        if tokens[first].lemma in {"some", "many", "several"}:
            break
        first += 1
    owner = child(layers, head, "poss")
    return text_of(layers, first, last), definite or owner is not None


def _is_afterthought(layers: Layers, index: int) -> bool:
    """Whether a part of a noun phrase tells more about a source that is already named."""
    token = layers.tokens[index]
    start = layers.subtree(index)[0]
    if token.dep in {"relcl", "advcl"} or token.text in AFTERTHOUGHTS:
        return True
    if token.dep == "prep":
        inner = child(layers, index, "pobj", "pcomp")
        if layers.tokens[token.head].lemma in DOCUMENTS and token.lemma in {"of", "on", "about", "for"}:
            return True
        clause = inner is not None and (
            layers.tokens[inner].dep == "pcomp" or layers.tokens[inner].tag == "WP"
        )
        return clause or (inner is not None and layers.tokens[inner].lemma in {"condition", "time"} | DAYS)
    return token.dep in {"appos", "acl"} and layers.tokens[start - 1].text in AFTERTHOUGHTS


def text_of(layers: Layers, first: int, last: int) -> str:
    """The words of tokens first..last in true case on one line, without marks at the edges."""
    stretch = stretch_of(layers, first, last)
    if stretch is None:
        return " ".join(layers.shadow[layers.tokens[first].start : layers.tokens[last - 1].end].split())
    words = " ".join(layers.shadow[stretch[0] : stretch[1]].split())
    return words.removesuffix("'s").removesuffix("'").strip("\"' ") or words

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract.attributions import find_attributions

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.layers import Layers

MARKS = ('"', "“", "”", "''", "'", "‘", "’", "«", "»", ",", ".", ":", "?", " – ", "(", ")")
BLANKS = ("\n", "\n\n", " ", "  ", "\u200f", "\x00")
WORDS = (
    *("Dana Walker", "she", "the ministry", "police", "who", "it", "said", "told", "adding that", "citing"),
    *("according to", "was quoted", "as saying", "reportedly", "the claim that", "accused", "of", "denied"),
    *("six men died", "We are safe", "WE SAW IT", "al-Sorel", "and that", "the official figures", "😀"),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from((*MARKS, *BLANKS, *WORDS)), max_size=40), title=st.booleans())
def test_no_mixture_of_marks_lines_and_cues_breaks_it(
    lay: Callable[..., Layers], pieces: list[str], *, title: bool
) -> None:
    text = " ".join(pieces)
    layers = lay(text, title=title)
    found = find_attributions(layers)
    ids = {attribution.id for attribution in found}
    for attribution in found:
        assert attribution.content
        assert attribution.chain[-1] == attribution.id
        assert attribution.parent is None or attribution.parent in ids
        for span in (*attribution.cue, *attribution.content, *attribution.source.spans):
            assert text[span.start : span.end] == span.text

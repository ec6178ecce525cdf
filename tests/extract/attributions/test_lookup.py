from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.extract.attributions import AttributionIndex, innermost, speaker_string
from sayso.model.claims import Attribution, Source, SourceKind

Attribute = Callable[..., tuple[Attribution, ...]]


def speaker_at(attributions: tuple[Attribution, ...], text: str, words: str) -> str:
    start = text.index(words)
    found = innermost(attributions, start, start + len(words))
    return speaker_string(found.source if found else None)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Six people died. Police said two men fled.", "Six people", "author"),
        ("Six people died. Police said two men fled.", "two men", "unnamed: Police"),
        ("Dana Walker said two men fled.", "two men", "Dana Walker"),
        ("Norda Radio quoted a nurse as saying that six died.", "six", "unnamed: nurse"),
        ("The blast is believed to be among the worst, the Norda Front said.", "the worst", "Norda Front"),
        ("The ministry condemned the blast in Karsk.", "the blast", "author"),
        ("The governor ordered the army to seal the road.", "to seal the road", "author"),
    ],
)
def test_the_innermost_person_or_body_is_the_originator(
    attribute: Attribute, text: str, words: str, speaker: str
) -> None:
    assert speaker_at(attribute(text), text, words) == speaker


def test_an_index_answers_as_the_function_does(attribute: Attribute) -> None:
    text = 'Norda Radio quoted a nurse as saying that six died. "It was dark," Dana Walker said.'
    found = attribute(text)
    index = AttributionIndex(found)
    for start in range(len(text) - 1):
        assert index.innermost(start, start + 1) == innermost(found, start, start + 1)


def test_the_authors_voice_is_called_author() -> None:
    source = Source(entity=None, description="author", named=False, kind=SourceKind.AUTHOR, spans=())
    assert speaker_string(source) == "author"
    assert speaker_string(None) == "author"

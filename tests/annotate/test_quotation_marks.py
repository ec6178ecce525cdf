from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.layers import Layers

Lay = Callable[..., Layers]


def quoted(layers: Layers) -> list[str]:
    return [layers.report.text[quote.start : quote.end] for quote in layers.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are safe," the mayor said.', ['"We are safe,"']),
        ("“We are safe,” the mayor said.", ["“We are safe,”"]),
        ("''We are safe,'' the mayor said.", ["''We are safe,''"]),
        ("«We are safe», the mayor said.", ["«We are safe»"]),
        ('“We are safe," the mayor said.', ['“We are safe,"']),
        ("‘We are safe,’ the mayor said.", ["‘We are safe,’"]),
        ("The guards' deaths were 'a tragedy', he said.", ["'a tragedy'"]),
        ("The guards' deaths shook the mayors' office.", []),
        ("They left in the '90s and didn't come back.", []),
    ],
)
def test_every_style_of_quotation_mark_is_read(lay: Lay, text: str, expected: list[str]) -> None:
    assert quoted(lay(text)) == expected


def test_a_plural_possessive_inside_single_marks_does_not_close_them(lay: Lay) -> None:
    assert quoted(lay("'The guards' hut was hit first,' he said.")) == ["'The guards' hut was hit first,'"]


def test_a_quotation_over_paragraphs_opens_each_of_them_anew(lay: Lay) -> None:
    layers = lay('"We heard a bang.\n\n"Then the roof fell in," she said.')
    first, second = layers.quotes
    assert not first.closed
    assert second.continues
    assert second.closed


def test_a_mark_left_open_inside_a_sentence_ends_with_that_sentence(lay: Lay) -> None:
    text = 'He called it "a cowardly act. The roads were open again by noon.'
    assert quoted(lay(text)) == ['"a cowardly act.']


def test_two_opening_marks_in_a_row_give_two_quotations(lay: Lay) -> None:
    text = "“We ran. The roof fell. “Then it was quiet,” she said."
    assert quoted(lay(text)) == ["“We ran. The roof fell.", "“Then it was quiet,”"]

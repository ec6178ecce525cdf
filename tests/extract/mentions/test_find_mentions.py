"""Whom words mean inside one report. What happens in these texts is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.extract.mentions import find_mentions
from sayso.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.extraction import Mention
    from sayso.model.layers import Layers

    Annotate = Callable[..., Layers]


def named(layers: Layers) -> dict[str, Mention]:
    return {m.span.text: m for m in find_mentions(layers) if m.form == "name"}


def meant(layers: Layers, words: str) -> str | None:
    """The words that these point to; None if they are left open. The last place counts."""
    found = [m for m in find_mentions(layers) if m.span.text == words]
    assert found, [m.span.text for m in find_mentions(layers)]
    return found[-1].reference.to.text if found[-1].reference else None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The armed group Dar Velun attacked. Dar Velun fighters fled.", "Dar Velun", Kind.ARMED_GROUP),
        ("Ilse Torvik, 34, died. Torvik was a nurse.", "Torvik", Kind.PERSON),
        ("The Norda Harbour Ministry denied it.", "Norda Harbour Ministry", Kind.GOVERNMENT),
        ("Selby Mills Ltd said it would close.", "Selby Mills Ltd", Kind.COMPANY),
        ("The Lorvan Evening Post reported it.", "Lorvan Evening Post", Kind.MEDIA),
        ("It happened in the port of Dravik on Monday.", "Dravik", Kind.PLACE),
        ('"We left," its spokeswoman, Ona Velkir, said.', "Ona Velkir", Kind.PERSON),
    ],
)
def test_words_in_and_beside_a_name_tell_its_kind(
    layers_of: Annotate, text: str, name: str, kind: Kind
) -> None:
    assert named(layers_of(text))[name].kind is kind


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Prime Minister Omar Tarvik spoke. The premier left at noon.", "The premier", "Omar Tarvik"),
        ("Omar Tarvik resigned. Tarvik gave no reason.", "Tarvik", "Omar Tarvik"),
        ("The Dawn Front of Norda (DFN) met. DFN leaders left.", "DFN", "Dawn Front of Norda"),
        ("Karl Benning, the leader of the Dawn Union, spoke.", "the leader", "Karl Benning"),
        ("Mayor Ada Torvik came early. She left soon.", "She", "Ada Torvik"),
        ("The Harbour Ministry met. The ministry said nothing.", "The ministry", "Harbour Ministry"),
    ],
)
def test_short_forms_roles_and_pronouns_point_to_the_name(
    layers_of: Annotate, text: str, words: str, who: str
) -> None:
    assert meant(layers_of(text), words) == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Torvik met Ilse Berg. Then she left.", "she"),
        ("Mayor Ada Torvik of Norda met Mayor Ilse Berg of Selby. The mayor left.", "The mayor"),
        ("Minister Ada Torvik spoke. The former minister was not there.", "The former minister"),
    ],
)
def test_what_fits_nobody_or_two_stays_open_and_says_why(layers_of: Annotate, text: str, words: str) -> None:
    found = next(m for m in find_mentions(layers_of(text)) if m.span.text == words)
    assert found.reference is None
    assert found.doubt


def test_a_class_is_told_apart_by_who_stands_behind_it(layers_of: Annotate) -> None:
    layers = layers_of("Norland-backed militias attacked. Armed groups linked to Norland fled.")
    classes = {m.span.text: m.name for m in find_mentions(layers) if m.kind is Kind.CLASS}
    assert classes == {
        "Norland-backed militias": "armed groups | norland",
        "Armed groups linked to Norland": "armed groups | norland",
    }


def test_every_mention_holds_its_head_and_its_own_words(layers_of: Annotate) -> None:
    layers = layers_of("Governor Omar Tarvik's house burned. He blamed the Dawn Front, a militia.")
    for mention in find_mentions(layers):
        text = layers.report.text
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.head is not None
        assert mention.span.start <= mention.head.start < mention.head.end <= mention.span.end


def test_names_in_page_furniture_are_no_mentions(layers_of: Annotate) -> None:
    text = "Omar Tarvik spoke. Photo: Ilse Berg. He left."
    start = text.index("Photo")
    layers = layers_of(text, furniture=(start, start + len("Photo: Ilse Berg.")))
    assert "Ilse Berg" not in named(layers)

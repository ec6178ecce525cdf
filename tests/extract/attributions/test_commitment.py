from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.claims import Attribution

Attribute = Callable[..., tuple[Attribution, ...]]


def innermost(found: tuple[Attribution, ...]) -> Attribution:
    return max(found, key=lambda a: len(a.chain))


@pytest.mark.parametrize(
    ("text", "speaker", "author"),
    [
        ("Dana Walker said that six people died.", "CT+", "Uu"),
        ("Dana Walker claimed that six people died.", "CT+", "Uu"),
        ("Dana Walker denied that six people died.", "CT-", "Uu"),
        ("Dana Walker confirmed that six people died.", "CT+", "CT+"),
        ("Dana Walker believes that six people died.", "PR+", "Uu"),
        ("Dana Walker fears that six people died.", "PS+", "Uu"),
        ("Dana Walker hinted that six people died.", "PS+", "Uu"),
        ("Dana Walker did not say that six people died.", "Uu", "Uu"),
        ("Dana Walker condemned the attack on the mill.", "Uu", "Uu"),
        ("Dana Walker said that six people may have died.", "PS+", "Uu"),
        ("Dana Walker said that six people probably died.", "PR+", "Uu"),
        ("Dana Walker confirmed that six people may have died.", "PS+", "PS+"),
        ("The mayor said that the police had confirmed that six people died.", "CT+", "Uu"),
    ],
)
def test_what_the_speaker_and_the_author_hold(
    attribute: Attribute, text: str, speaker: str, author: str
) -> None:
    found = innermost(attribute(text))
    assert (found.value, found.author_value) == (speaker, author)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Dana Walker said that six people died.", "past"),
        ("Dana Walker said that six people are missing.", "past"),
        ("Dana Walker said that the dam will break.", "future"),
        ("Dana Walker promised to rebuild the mill.", "future"),
        ("Dana Walker said that the dam would have held if it had been repaired.", "hypothetical"),
    ],
)
def test_to_when_it_refers(attribute: Attribute, text: str, tense: str) -> None:
    assert innermost(attribute(text)).tense == tense


@pytest.mark.parametrize(
    ("text", "asserts"),
    [
        ("Dana Walker said that the mill had burned.", True),
        ("Dana Walker condemned the attack on the mill.", False),
        ('Dana Walker condemned the "vile attack" on the mill.', True),
        ("Dana Walker ordered the guards to fire.", False),
        ("Dana Walker asked who had burned the mill.", False),
        ("The front claimed responsibility for the attack.", True),
    ],
)
def test_judging_wishing_and_asking_assert_nothing(attribute: Attribute, text: str, *, asserts: bool) -> None:
    assert {found.asserts for found in attribute(text)} == {asserts}


def test_every_decision_names_its_rule_and_its_entry(attribute: Attribute) -> None:
    (found,) = attribute("Dana Walker denied that six people died.")
    assert found.rule == "clause of a reporting verb; deny: 'deny' (STANDARDS 2)"

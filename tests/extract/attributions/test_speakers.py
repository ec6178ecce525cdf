from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.claims import Attribution, SourceKind

Attribute = Callable[..., tuple[Attribution, ...]]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Sheriff Dana Walker came at noon. Walker said all was calm.", "Sheriff Dana Walker"),
        ("Sheriff Dana Walker spoke. She said that all was calm.", "Sheriff Dana Walker"),
        ("The minister, Omar Reed, came at noon. The minister said all was calm.", "Omar Reed"),
        ("Ana Sorel met Dana Walker, who said all was calm.", "Dana Walker"),
        ("Omar al-Sorel came at noon. Al-Sorel said all was calm.", "Omar al-Sorel"),
        ("The spokesman of the health ministry, Omar Reed, said all was calm.", "Omar Reed"),
        (
            "The state news agency Norda Press said two died. The agency said all was calm.",
            "state news agency Norda Press",
        ),
        ("The Norda Front said two died. The government said all was calm.", "government"),
        ("Two guards met a nurse, one of whom said all was calm.", "nurse"),
    ],
)
def test_pronouns_surnames_and_roles_lead_back_to_the_fullest_name(
    attribute: Attribute, text: str, last: str
) -> None:
    assert attribute(text)[-1].source.description == last


def test_she_is_not_a_spokesman(attribute: Attribute) -> None:
    found = attribute("A spokesman said the road was shut. She said it was open.")
    assert found[-1].source.description == "not specified"


def test_two_people_of_one_surname_are_told_apart_by_nearness(attribute: Attribute) -> None:
    found = attribute("Dana Walker runs the clinic. Tom Walker runs the mill. Walker said he heard a bang.")
    assert found[-1].source.description == "Tom Walker"


@pytest.mark.parametrize(
    ("text", "description", "named", "kind"),
    [
        ("Dana Walker said so much was lost.", "Dana Walker", True, SourceKind.PERSON),
        ("The interior ministry said much was lost.", "interior ministry", True, SourceKind.BODY),
        ("Police said much was lost.", "Police", False, SourceKind.BODY),
        ("A security official said much was lost.", "security official", False, SourceKind.UNNAMED_OFFICIAL),
        ("Witnesses said much was lost.", "Witnesses", False, SourceKind.CROWD),
        (
            "Sources close to the governor said much was lost.",
            "Sources close to the governor",
            False,
            SourceKind.UNNAMED,
        ),
        ("The report said much was lost.", "report", False, SourceKind.DOCUMENT),
    ],
)
def test_sources_have_a_name_or_a_description_and_a_kind(
    attribute: Attribute, text: str, description: str, *, named: bool, kind: SourceKind
) -> None:
    (found,) = attribute(text)
    source = found.source
    assert (source.description, source.named, source.kind) == (description, named, kind)

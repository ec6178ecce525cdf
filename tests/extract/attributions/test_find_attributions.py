from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from sayso.extract.attributions import find_attributions
from sayso.model.claims import Attribution, SourceKind, Stance
from sayso.model.reports import Furniture

if TYPE_CHECKING:
    from sayso.model.layers import Layers

Attribute = Callable[..., tuple[Attribution, ...]]


def told(attributions: tuple[Attribution, ...]) -> list[tuple[str, str]]:
    """Description of the source and words of the content of each."""
    return [(a.source.description, " / ".join(span.text for span in a.content)) for a in attributions]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('"We are safe," said Dana Walker.', "Dana Walker", '"We are safe,"'),
        ('"We are safe," Dana Walker said.', "Dana Walker", '"We are safe,"'),
        ('Dana Walker said: "We are safe."', "Dana Walker", '"We are safe."'),
        ('Dana Walker said, "We are safe."', "Dana Walker", '"We are safe."'),
        ("Dana Walker said that six people were hurt.", "Dana Walker", "that six people were hurt"),
        ("Six people were hurt, Dana Walker said.", "Dana Walker", "Six people were hurt"),
        ("Six people were hurt, according to Dana Walker.", "Dana Walker", "Six people were hurt"),
        ("According to Dana Walker, six people were hurt.", "Dana Walker", "six people were hurt"),
        ("As the ministry reported, six people were hurt.", "ministry", "six people were hurt"),
        ("The army denied any role in the blast.", "army", "any role in the blast"),
        ("The rebels accused the army of killing civilians.", "rebels", "the army of killing civilians"),
        ("Dana Walker blamed the army for the blast.", "Dana Walker", "the army for the blast"),
        ("A witness told his wife that he saw two cars.", "witness", "that he saw two cars"),
        ("State media put the death toll at six.", "State media", "the death toll at six"),
        ("The Norda Front claimed responsibility for it.", "Norda Front", "responsibility for it"),
        ("The ministry issued a statement saying the dam had held.", "ministry", "the dam had held"),
        ("A statement from the ministry said the dam had held.", "ministry", "the dam had held"),
    ],
)
def test_who_says_what(attribute: Attribute, text: str, source: str, content: str) -> None:
    assert told(attribute(text)) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We are safe," said Dana Walker.', "direct"),
        ('Dana Walker called it a "cowardly act".', "mixed"),
        ("Dana Walker said it was over.", "indirect"),
    ],
)
def test_kind_follows_from_how_much_is_quoted(attribute: Attribute, text: str, kind: str) -> None:
    assert [a.kind for a in attribute(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said six people died.", Stance.REPORT),
        ("The mayor claimed six people died.", Stance.DISTANCE),
        ("The mayor accused the army of lying.", Stance.ACCUSE),
        ("The mayor denied that shots were fired.", Stance.DENY),
        ("The mayor confirmed that six people died.", Stance.FACTIVE),
        ("The mayor believes that six people died.", Stance.BELIEF),
        ("The mayor hinted that the army was late.", Stance.INSINUATE),
        ("The mayor questioned whether anyone died.", Stance.QUESTION),
        ("The mayor did not say who fired.", Stance.QUESTION),
        ("The mayor declined to say whether anyone was held.", Stance.QUESTION),
        ("Six people were reportedly hurt.", Stance.HEARSAY),
    ],
)
def test_stance_follows_the_class_of_the_cue(attribute: Attribute, text: str, stance: Stance) -> None:
    assert [a.stance for a in attribute(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("It was reported that two bombs went off.", "not specified"),
        ("Two bombs reportedly went off.", "not specified"),
        ("There were reports that the governor was dead.", "reports"),
        ("The men are believed to be members of a local gang.", "not specified"),
    ],
)
def test_hearsay_has_a_source_of_no_kind(attribute: Attribute, text: str, description: str) -> None:
    (found,) = attribute(text)
    assert (found.source.kind, found.source.description, found.source.named) == (
        SourceKind.NONE,
        description,
        False,
    )


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Mayor unhurt: ministry", "ministry", "Mayor unhurt"),
        ("Ministry: mayor unhurt in market blast", "Ministry", "mayor unhurt in market blast"),
        ("Four killed in market blast, police say", "police", "Four killed in market blast"),
    ],
)
def test_headlines_name_their_source(attribute: Attribute, headline: str, source: str, content: str) -> None:
    assert (source, content) in told(attribute(f"{headline}\n\nThe market was closed.", title=True))


def test_a_clause_in_the_middle_parts_one_quotation_not_two(attribute: Attribute) -> None:
    found = attribute('"We are safe," said Dana Walker, "and we will rebuild."')
    assert told(found) == [("Dana Walker", '"We are safe," / "and we will rebuild."')]


def test_a_quotation_after_the_speaker_goes_on(attribute: Attribute) -> None:
    found = attribute('"We are safe," said Dana Walker. "Nobody was hurt."')
    assert told(found) == [("Dana Walker", '"We are safe," / "Nobody was hurt."')]


def test_a_paragraph_that_ends_in_a_colon_leads_over_to_the_next(attribute: Attribute) -> None:
    found = attribute(
        'Governor Dana Walker spoke at noon.\n\nShe continued:\n\n"We will rebuild the bridge."'
    )
    assert told(found) == [("Governor Dana Walker", '"We will rebuild the bridge."')]


def test_a_quotation_over_paragraphs_has_one_speaker(attribute: Attribute) -> None:
    found = attribute('"We heard a bang.\n\n"Then the roof fell in," said Mila Brandt.')
    assert [a.source.description for a in found] == ["Mila Brandt"]
    assert found[0].kind == "direct"
    assert "bang" in found[0].content[0].text


def test_scare_quotes_are_nobodys(attribute: Attribute) -> None:
    assert attribute('The town\'s "ring road" stayed shut all day.') == ()


def test_a_participle_goes_on_with_the_speaker(attribute: Attribute) -> None:
    found = attribute("The mayor said six people died, adding that the search went on.")
    assert told(found) == [("mayor", "six people died"), ("mayor", "that the search went on")]


def test_an_agency_that_quotes_a_spokesman_is_the_outer_link(attribute: Attribute) -> None:
    found = attribute("Norda news agency quoted a ministry spokesman as saying that four guards died.")
    outer = next(a for a in found if a.parent is None)
    inner = next(a for a in found if a.parent is not None)
    assert outer.source.description == "Norda news agency"
    assert inner.source.description == "ministry spokesman"
    assert inner.parent == outer.id
    assert inner.chain == (outer.id, inner.id)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("A witness told Norda TV that he saw two cars.", "Norda TV"),
        ("A witness told the Lorvan Post that he saw two cars.", "Lorvan Post"),
        ("A witness told Reuters that he saw two cars.", "Reuters"),
        ("A witness said to journalist Ilan Moss that he saw two cars.", "Ilan Moss"),
    ],
)
def test_an_outlet_that_was_told_is_the_outer_link(attribute: Attribute, text: str, outlet: str) -> None:
    chains = {a.source.description.removeprefix("journalist "): len(a.chain) for a in attribute(text)}
    assert chains == {outlet: 1, "witness": 2}


def test_an_unnamed_source_keeps_the_outlet_it_spoke_to(attribute: Attribute) -> None:
    found = attribute("A doctor told Reuters that six were hurt. The doctor said that two had died.")
    by_id = {a.id: a for a in found}
    assert [[by_id[i].source.description for i in a.chain] for a in found if a.cue] == [
        ["Reuters", "doctor"],
        ["Reuters", "doctor"],
    ]


@pytest.mark.parametrize(
    "text", ["A witness told reporters that he saw two cars.", "A witness told a police officer that he ran."]
)
def test_nobody_but_an_outlet_is_a_link_for_having_been_told(attribute: Attribute, text: str) -> None:
    assert [len(a.chain) for a in attribute(text)] == [1]


def test_what_is_denied_is_never_said(attribute: Attribute) -> None:
    found = attribute(
        'The mayor\'s office yesterday dismissed as "absurd" a rumour, spread in the taverns and online, '
        "that the town had set the mill on fire to be rid of it."
    )
    told_so = [a for a in found if any("set the mill on fire" in span.text for span in a.content)]
    assert {a.stance for a in told_so} == {"deny"}


def test_whoever_is_cited_is_the_inner_link(attribute: Attribute) -> None:
    found = attribute("State TV, citing a security official, said the attackers fled.")
    chains = {a.source.description: len(a.chain) for a in found}
    assert chains == {"State TV": 1, "security official": 2}


def test_according_to_after_the_verb_is_the_outer_link(attribute: Attribute) -> None:
    found = attribute("Dana Walker said, according to Norda Radio, that the dam had held.")
    chains = {a.source.description: len(a.chain) for a in found}
    assert chains == {"Norda Radio": 1, "Dana Walker": 2}


def test_speech_inside_a_quotation_is_nested(attribute: Attribute) -> None:
    found = attribute('"Two guards died, a nurse told us," the Daily Norda reported.')
    inner = next(a for a in found if a.source.description == "nurse")
    assert len(inner.chain) == 2


def test_upper_case_wire_copy_is_read_through_its_true_case(attribute: Attribute) -> None:
    found = attribute("GOVERNOR DANA WALKER STATED THAT SIX PERSONS WERE KILLED. SHE ADDED THAT TROOPS CAME.")
    assert [a.source.description for a in found] == ["Governor Dana Walker", "Governor Dana Walker"]
    assert found[0].content[0].text == "THAT SIX PERSONS WERE KILLED"


def test_furniture_says_nothing(lay: Callable[..., Layers]) -> None:
    text = 'Six people died.\n\n"Subscribe today," said Dana Walker.'
    mark = Furniture(start=text.index('"'), end=len(text), kind="newsletter")
    assert find_attributions(lay(text, furniture=(mark,))) == ()


def test_nobody_is_no_source(attribute: Attribute) -> None:
    assert attribute("No group has claimed responsibility for the attack.") == ()


def test_ids_depend_on_the_text_alone(attribute: Attribute) -> None:
    text = 'Dana Walker said: "We are safe." The army denied it had fired.'
    assert [a.id for a in attribute(text)] == [a.id for a in attribute(text)]


def test_spans_slice_back_to_the_printed_words(attribute: Attribute) -> None:
    text = "“We are safe,” said Dana Walker. The army – late as ever – denied it had fired."
    for found in attribute(text):
        for span in (*found.cue, *found.content, *found.source.spans):
            assert text[span.start : span.end] == span.text
